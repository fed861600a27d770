//! One text as the constructions see it: tokens with their classes, mentions, cues, and the questions asked of them.

use crate::cues::{CueIndex, Hit};
use crate::lexicon::{Lexicon, Row};
use qawl_entities::words::{Class, Word};
use qawl_entities::{Found, Mention};
use qawl_text::{Quotation, QuotationKind, SectionKind, Text, Token, TokenKind, TokenRange};

pub(crate) const BEH: u16 = 0x628;
pub(crate) const LAM: u16 = 0x644;
pub(crate) const KAF: u16 = 0x643;
pub(crate) const WAW: u16 = 0x648;
pub(crate) const FEH: u16 = 0x641;
pub(crate) const ALEF: u16 = 0x627;
pub(crate) const YEH: u16 = 0x64a;
pub(crate) const TEH: u16 = 0x62a;

/// One text with all that is known of it before claims are looked for.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) tok: &'a [Token],
    pub(crate) words: &'a [Word],
    pub(crate) found: &'a Found,
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) cues: &'a CueIndex,
    /// By token: 1 + the index of the mention that it is part of, 0 for none.
    mention: Vec<u32>,
    /// By token: 1 + the index of the quotation that it opens, 0 for none.
    opens: Vec<u32>,
    /// By token: 1 + the index of the quotation that it closes, 0 for none.
    closes: Vec<u32>,
    /// By token: 1 + the index of the innermost quotation that it is inside of (marks excluded), 0 for none.
    inside: Vec<u32>,
    /// All places where the letters of a cue stand, in text order, the likelier form first.
    hits: Vec<Hit>,
    /// By token: where its hits begin; one more entry at the end.
    hits_from: Vec<u32>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a Text<'a>, words: &'a [Word], found: &'a Found, lexicon: &'static Lexicon, cues: &'a CueIndex) -> Reader<'a> {
        let n = text.tokens().len();
        let mut mention = vec![0; n];
        for (k, m) in found.mentions.iter().enumerate() {
            mention[m.tokens.range()].fill(k as u32 + 1);
        }
        let mut opens = vec![0; n];
        let mut inside = vec![0; n];
        let mut closes = vec![0; n];
        for (k, q) in text.quotations().iter().enumerate() {
            opens[q.open as usize] = k as u32 + 1;
            if let Some(c) = q.close {
                closes[c as usize] = k as u32 + 1;
            }
            inside[q.inner.range()].fill(k as u32 + 1);
        }
        let mut hits = Vec::with_capacity(n / 4);
        let mut hits_from = Vec::with_capacity(n + 1);
        for i in 0..n {
            hits_from.push(hits.len() as u32);
            cues.at(text, i, &mut hits);
        }
        hits_from.push(hits.len() as u32);
        Reader { text, tok: text.tokens(), words, found, lexicon, cues, mention, opens, closes, inside, hits, hits_from }
    }

    pub(crate) fn row(&self, hit: &Hit) -> &'static Row {
        self.lexicon.row(hit.row)
    }
    /// The classes of token `i`; none past the end.
    pub(crate) fn class(&self, i: usize) -> Class {
        self.words.get(i).map_or(Class::NONE, |w| w.class)
    }
    /// The classes of token `i` behind a leading و or ف.
    pub(crate) fn behind(&self, i: usize) -> Class {
        self.words.get(i).map_or(Class::NONE, |w| w.behind)
    }
    /// The classes of token `i` behind a leading ب, ل or ك.
    pub(crate) fn led(&self, i: usize) -> Class {
        self.words.get(i).map_or(Class::NONE, |w| w.led)
    }
    /// The mention that token `i` is part of.
    pub(crate) fn mention(&self, i: usize) -> Option<&'a Mention> {
        self.mention.get(i).and_then(|&k| self.found.mentions.get((k as usize).wrapping_sub(1)))
    }
    /// The mention that begins at token `i`.
    pub(crate) fn mention_from(&self, i: usize) -> Option<&'a Mention> {
        self.mention(i).filter(|m| m.tokens.start as usize == i)
    }
    /// The quotation that token `i` opens.
    pub(crate) fn opens(&self, i: usize) -> Option<(usize, &'a Quotation)> {
        let k = *self.opens.get(i)? as usize;
        self.text.quotations().get(k.wrapping_sub(1)).map(|q| (k - 1, q))
    }
    /// The quotation that token `i` closes.
    pub(crate) fn closes(&self, i: usize) -> Option<&'a Quotation> {
        let k = *self.closes.get(i)? as usize;
        self.text.quotations().get(k.wrapping_sub(1))
    }
    /// The innermost quotation that token `i` is inside of.
    pub(crate) fn inside(&self, i: usize) -> Option<&'a Quotation> {
        let k = *self.inside.get(i)? as usize;
        self.text.quotations().get(k.wrapping_sub(1))
    }
    /// One past the closing mark of a quotation, or past its last token where it is not closed.
    pub(crate) fn past(&self, q: &Quotation) -> usize {
        q.close.map_or(q.inner.end as usize, |c| c as usize + 1)
    }
    /// Whether token `i` is this punctuation mark.
    pub(crate) fn is(&self, i: usize, c: char) -> bool {
        self.tok.get(i).is_some_and(|t| t.is(c))
    }
    /// Whether token `i` is a comma.
    pub(crate) fn comma(&self, i: usize) -> bool {
        self.is(i, '،') || self.is(i, ',') || self.is(i, '؛')
    }
    /// Whether token `i` is a dash.
    pub(crate) fn dash(&self, i: usize) -> bool {
        self.is(i, '-') || self.is(i, '–') || self.is(i, '—') || self.is(i, 'ـ')
    }
    /// Whether token `i` is a word of Arabic.
    pub(crate) fn word(&self, i: usize) -> bool {
        self.tok.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }
    /// Whether token `i` is a word or a number.
    pub(crate) fn wordlike(&self, i: usize) -> bool {
        self.tok.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Latin | TokenKind::Number))
    }
    /// Whether token `i` begins with the article.
    pub(crate) fn definite(&self, i: usize) -> bool {
        self.word(i) && {
            let h = self.tok[i].head();
            h[0] == ALEF && h[1] == LAM && self.tok[i].len > 3 && {
                let s = self.text.surface(i);
                // إلغاء, and the verbal nouns of ل-roots in form VIII, begin so without the article
                s.starts_with('ا') && !["التزام", "التماس", "التحاق", "التقاء", "التباس"].iter().any(|w| s.starts_with(w))
            }
        }
    }
    /// Whether token `i` begins with و or ف before the article: والجيش.
    pub(crate) fn and_definite(&self, i: usize) -> bool {
        self.word(i) && {
            let h = self.tok[i].head();
            matches!(h[0], WAW) && h[1] == ALEF && h[2] == LAM
        }
    }
    /// Whether a name, not a nationality or a description, covers token `i`.
    pub(crate) fn named(&self, i: usize) -> bool {
        self.mention(i).is_some_and(|m| m.form.is_name())
    }
    /// The clitic letter ب or ل that opens the word at `i`, if it is one and not the word's own letter.
    pub(crate) fn proclitic(&self, i: usize, letter: u16) -> bool {
        if !self.word(i) {
            return false;
        }
        let t = &self.tok[i];
        let h = t.head();
        if h[0] != letter || t.len < 3 {
            return false;
        }
        if let Some(m) = self.mention_from(i) {
            return m.span.start > t.start;
        }
        if self.mention(i).is_some() {
            return false;
        }
        match letter {
            BEH => (h[1] == ALEF && h[2] == LAM) || !self.class(i).any(Class::OWN),
            LAM => h[1] == LAM || !self.class(i).any(Class::OWN),
            _ => false,
        }
    }
    /// A word that looks like an imperfect of the third person: يـ with no article, no name, no feminine ending.
    pub(crate) fn imperfect(&self, i: usize) -> bool {
        self.word(i)
            && self.tok[i].head()[0] == YEH
            && self.tok[i].len >= 3
            && self.mention(i).is_none()
            && !self.class(i).any(Class::TIME.or(Class::MONTH))
    }
    /// A word that looks like an imperfect, of the feminine too; of those in ت- only what no noun begins with.
    pub(crate) fn future(&self, i: usize) -> bool {
        self.word(i) && {
            let h = self.tok[i].head();
            h[0] == 0x633 && matches!(h[1], YEH | TEH) && self.tok[i].len >= 5 && self.mention(i).is_none()
        }
    }
    /// One past the last token of the sentence of `i`; inside a quotation of speech, at most the quotation's end.
    pub(crate) fn sentence_end(&self, i: usize) -> usize {
        let s = self.text.sentences()[self.text.sentence_of(i)].tokens;
        match self.inside(i) {
            Some(q) if q.kind == QuotationKind::Speech => (s.end).min(q.inner.end) as usize,
            _ => s.end as usize,
        }
    }
    /// First token of the sentence of `i`; inside a quotation of speech, at least the quotation's first.
    pub(crate) fn sentence_start(&self, i: usize) -> usize {
        let s = self.text.sentences()[self.text.sentence_of(i)].tokens;
        match self.inside(i) {
            Some(q) if q.kind == QuotationKind::Speech => s.start.max(q.inner.start) as usize,
            _ => s.start as usize,
        }
    }
    /// The last token before `i`, if it is in the same sentence.
    pub(crate) fn before(&self, i: usize) -> Option<usize> {
        (i > self.sentence_start(i)).then(|| i - 1)
    }
    /// The range without quotation marks, commas and full stops at its ends.
    pub(crate) fn trim(&self, mut r: TokenRange) -> TokenRange {
        let edge = |i: u32| {
            self.tok.get(i as usize).is_some_and(|t| t.punct().is_some_and(|c| "،,.؛…:\"“”«»„‟‹›{}'‘’-–—!".contains(c) || c == '(' || c == ')'))
        };
        while !r.is_empty() && edge(r.start) && !(self.is(r.start as usize, '(')) {
            r.start += 1;
        }
        while !r.is_empty() && edge(r.end - 1) && !(self.is(r.end as usize - 1, ')')) {
            r.end -= 1;
        }
        r
    }
    /// The cues that may begin at token `i`, the likelier first.
    pub(crate) fn hits(&self, i: usize) -> &[Hit] {
        match (self.hits_from.get(i), self.hits_from.get(i + 1)) {
            (Some(&a), Some(&b)) => &self.hits[a as usize..b as usize],
            _ => &[],
        }
    }
    /// Index of the section that token `i` is in.
    pub(crate) fn section_of(&self, i: usize) -> usize {
        self.text.sections().partition_point(|s| s.tokens.end as usize <= i)
    }
    /// The kind of that section.
    pub(crate) fn section_kind(&self, i: usize) -> SectionKind {
        self.text.sections().get(self.section_of(i)).map_or(SectionKind::Body, |s| s.kind)
    }
    /// Whether token `i` belongs to a dateline in front of its sentence.
    pub(crate) fn section_lead(&self, i: usize) -> bool {
        self.section_kind(i) == SectionKind::Dateline
    }
    /// The range without quotation marks around all of it.
    pub(crate) fn trim_marks(&self, r: TokenRange) -> TokenRange {
        match self.opens(r.start as usize) {
            Some((_, q)) if q.close == Some(r.end - 1) => q.inner,
            _ => r,
        }
    }
    /// The first byte of the word at `i` without a proclitic that leads into the phrase (و ف ب ل).
    pub(crate) fn first_byte(&self, i: usize) -> u32 {
        match self.mention_from(i) {
            Some(m) => m.span.start,
            None => self.tok.get(i).map_or(0, |t| {
                let and = self.and_definite(i) || t.head()[0] == WAW && self.behind(i).any(Class::SPEAKER.or(Class::TITLE));
                if and || self.proclitic(i, LAM) || self.proclitic(i, BEH) { crate::cues::after(self.text, t, 1) } else { t.start }
            }),
        }
    }
}
