//! One text as the rules see it: tokens, what is known of their words, and the questions asked of them.

use crate::lexicon::{DESCRIBES, HEADS, Info, Lexicon, PARTICLE, Phrase, TITLES};
use crate::words::{Class, Word};
use qawl_text::{Span, Text, Token, TokenKind, hash};

/// The hash of a word of the language, made when the program is compiled.
macro_rules! word {
    ($w:literal) => {
        const { qawl_text::hash($w) }
    };
}
pub(crate) use word;

const ALEF: u16 = 'ا' as u16;
const LAM: u16 = 'ل' as u16;
const WAW: u16 = 'و' as u16;
const FA: u16 = 'ف' as u16;
const BA: u16 = 'ب' as u16;
const KAF: u16 = 'ك' as u16;

/// A word without its proclitics.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
pub(crate) struct Host {
    /// What is known of it.
    pub(crate) info: Info,
    /// Its hash.
    pub(crate) hash: u64,
    /// Letters of the token that stand before it.
    pub(crate) skipped: u8,
    /// The proclitic is a conjunction alone.
    pub(crate) joined: bool,
}

/// What is known of one token.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Item {
    /// Of the word as it stands.
    pub(crate) info: Info,
    /// Of the word behind a proclitic, where the table has it and not the whole word.
    pub(crate) host: Host,
}

/// What a pass may look for at a word, so that all others cost it one byte.
pub(crate) const TITLE: u8 = 1;
/// The head of an organization or place.
pub(crate) const HEAD: u8 = 16;
/// A word of names, or one that opens a compound.
pub(crate) const NAMES: u8 = 2;
/// A noun of a description or group.
pub(crate) const STANDS: u8 = 4;
/// A word in Arabic letters.
pub(crate) const WORD: u8 = 8;

pub(crate) struct View<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) tok: &'a [Token],
    pub(crate) words: &'a [Word],
    pub(crate) items: Vec<Item>,
    /// By token, what passes look for.
    pub(crate) marks: Vec<u8>,
    pub(crate) lexicon: &'a Lexicon,
}

/// Whether the word begins with ال.
#[inline]
pub(crate) fn definite(t: &Token) -> bool {
    let h = t.head();
    t.kind == TokenKind::Word && h[0] == ALEF && h[1] == LAM && t.len > 3
}

impl<'a> View<'a> {
    pub(crate) fn new(text: &'a Text<'a>, words: &'a [Word], lexicon: &'a Lexicon) -> View<'a> {
        let tok = text.tokens();
        let mut items = Vec::with_capacity(tok.len());
        let mut marks = Vec::with_capacity(tok.len());
        for (i, t) in tok.iter().enumerate() {
            if t.kind != TokenKind::Word {
                items.push(Item::default());
                marks.push(0);
                continue;
            }
            let item = item(t, lexicon);
            let group = words.get(i).is_some_and(|w| w.class.any(Class::GROUP) || w.behind.any(Class::GROUP));
            marks.push(WORD | item.marks() | flag(group, STANDS) | flag(compound(t), NAMES));
            items.push(item);
        }
        View { text, tok, words, items, marks, lexicon }
    }
    /// Whether a pass finds what it looks for at token `i`.
    #[inline(always)]
    pub(crate) fn marked(&self, i: usize, mark: u8) -> bool {
        self.marks[i] & mark != 0
    }
    pub(crate) fn len(&self) -> usize {
        self.tok.len()
    }
    /// Whether token `i` is a word in Arabic letters.
    pub(crate) fn word(&self, i: usize) -> bool {
        self.tok.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }
    /// Whether token `i` goes on with the line and is a word in Arabic letters.
    pub(crate) fn follows(&self, i: usize) -> bool {
        self.tok.get(i).is_some_and(|t| t.kind == TokenKind::Word && !t.starts_line())
    }
    pub(crate) fn info(&self, i: usize) -> Info {
        self.items.get(i).map_or(Info::default(), |w| w.info)
    }
    pub(crate) fn class(&self, i: usize) -> Class {
        self.words.get(i).map_or(Class::NONE, |w| w.class)
    }
    pub(crate) fn hash(&self, i: usize) -> u64 {
        self.tok.get(i).map_or(0, |t| if t.kind == TokenKind::Word { t.hash } else { 0 })
    }
    pub(crate) fn comma(&self, i: usize) -> bool {
        self.tok.get(i).is_some_and(|t| t.is('،') || t.is(','))
    }
    pub(crate) fn def(&self, i: usize) -> bool {
        self.tok.get(i).is_some_and(definite)
    }
    /// Whether the word has the article, be it behind a proclitic: كالزهرة.
    pub(crate) fn determined(&self, i: usize) -> bool {
        let h = self.tok[i].head();
        self.def(i) || self.word(i) && self.tok[i].len > 4 && matches!(h[0], WAW | FA | BA | KAF) && h[1] == ALEF && h[2] == LAM
    }
    /// Whether the word ends in ي.
    pub(crate) fn nisba(&self, i: usize) -> bool {
        self.tok.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.len > 3) && self.text.surface(i).ends_with(['ي', 'ى', 'ی'])
    }
    /// Whether the word ends in ة or ية.
    pub(crate) fn feminine(&self, i: usize) -> bool {
        self.word(i) && self.text.surface(i).ends_with(['ة', 'ه'])
    }
    /// Whether an adjective of the list is one made with ي: الإسلامي.
    pub(crate) fn nisba_adjective(&self, i: usize) -> bool {
        let s = self.text.surface(i);
        s.ends_with('ي') || s.ends_with("ية")
    }
    /// The words `from..to` of a token may be verbs: unknown words that begin as an imperfect does.
    pub(crate) fn verb_like(&self, i: usize) -> bool {
        let h = self.tok[i].head();
        matches!(h[0], 0x64a | 0x62a) && self.info(i).name() == 0 || h[0] == 0x633 && matches!(h[1], 0x64a | 0x62a)
    }
    /// The first byte of token `i` after `skipped` letters.
    pub(crate) fn byte(&self, i: usize, skipped: u8) -> u32 {
        let t = &self.tok[i];
        if skipped == 0 {
            return t.start;
        }
        let raw = self.text.surface(i);
        let mut at = t.start;
        let mut left = skipped;
        for c in raw.chars() {
            let mark = matches!(c as u32, 0x64b..=0x65f | 0x670 | 0x640 | 0x200b..=0x200f | 0x202a..=0x202e);
            if !mark {
                if left == 0 {
                    break;
                }
                left -= 1;
            }
            at += c.len_utf8() as u32;
        }
        at.min(t.end)
    }
    /// The longest phrase of the lexicon that begins at token `i` for which `wanted` holds: its end.
    pub(crate) fn phrase_at(&self, i: usize, host: bool, wanted: impl Fn(&Phrase) -> bool) -> Option<(usize, &'a Phrase)> {
        let item = self.items.get(i)?;
        if !(if host { item.host.info } else { item.info }).opens() {
            return None;
        }
        let (mut info, mut key) = if host { (item.host.info, item.host.hash) } else { (item.info, self.tok[i].hash) };
        let mut best = None;
        let mut end = i + 1;
        loop {
            if let Some(p) = self.lexicon.phrase(info).filter(|p| wanted(p)) {
                best = Some((end, p));
            }
            if !self.follows(end) {
                return best;
            }
            let Some(next) = self.lexicon.next(&mut key, info, self.tok[end].hash) else { return best };
            info = next;
            end += 1;
        }
    }
    /// The longest phrase at token `i` as it stands, or else behind a proclitic; with the letters skipped.
    #[inline]
    pub(crate) fn phrase(&self, i: usize, wanted: impl Fn(&Phrase) -> bool + Copy) -> Option<(usize, &'a Phrase, u8)> {
        let item = self.items.get(i)?;
        if !item.info.opens() && !item.host.info.opens() {
            return None;
        }
        let whole = self.phrase_at(i, false, wanted).map(|(e, p)| (e, p, 0));
        whole.or_else(|| self.phrase_at(i, true, wanted).map(|(e, p)| (e, p, self.items[i].host.skipped)))
    }
    /// The bytes of tokens `start..end`, from `first` on.
    pub(crate) fn span(&self, first: u32, end: usize) -> Span {
        Span::new(first, self.tok[end - 1].end)
    }
}

/// The mark, if it is to be set.
const fn flag(set: bool, mark: u8) -> u8 {
    if set { mark } else { 0 }
}

impl Item {
    fn marks(&self) -> u8 {
        let (info, host) = (self.info, self.host.info);
        let either = |bits| info.has(bits) || host.has(bits);
        let names = info.name() > 0 || host.name() > 0 || either(PARTICLE);
        let stands = either(DESCRIBES);
        flag(either(TITLES), TITLE) | flag(either(HEADS), HEAD) | flag(names, NAMES) | flag(stands, STANDS)
    }
}

/// Whether a word may open a name of two words that no list has as one: عبد, أبو, أم, or عبدالله written together.
fn compound(t: &Token) -> bool {
    let h = t.hash;
    h == word!("عبد") || h == word!("أبو") || h == word!("أبا") || h == word!("أبي") || h == word!("أم") || t.head() == [0x639, 0x628, 0x62f, 0x627]
}

#[inline(always)]
fn item(t: &Token, lexicon: &Lexicon) -> Item {
    let info = lexicon.get(t.hash);
    let mut host = Host::default();
    let head = t.head();
    if matches!(head[0], WAW | FA | BA | KAF | LAM) && t.len > 2 {
        let mut at = 0;
        let mut take = |hash: u64, skipped: u8, joined: bool| {
            let found = lexicon.get(hash);
            if found == Info::default() {
                return false;
            }
            host = Host { info: found, hash, skipped, joined };
            true
        };
        if matches!(head[0], WAW | FA) {
            if take(t.rest(1), 1, true) {
                return Item { info, host };
            }
            at = 1;
        }
        if matches!(head[at], BA | KAF | LAM) && t.len as usize > at + 2 {
            let skipped = at as u8 + 1;
            if head[at] == LAM && head[at + 1] == LAM {
                let _ = take(t.replaced(at + 1, &[ALEF, LAM]), skipped, false)
                    || take(t.replaced(at + 2, &[ALEF, LAM]), skipped, false)
                    || take(t.rest(at + 1), skipped, false);
            } else {
                take(t.rest(at + 1), skipped, false);
            }
        }
    }
    Item { info, host }
}

/// Readings of a token: the word as it stands and behind its proclitics, with the letters that are skipped.
pub(crate) fn readings(t: &Token) -> impl Iterator<Item = (u64, u8)> {
    let head = t.head();
    let mut out = [(t.hash, 0u8); 5];
    let mut n = 1;
    if t.kind == TokenKind::Word && t.len > 2 && matches!(head[0], WAW | FA | BA | KAF | LAM) {
        let mut at = 0;
        if matches!(head[0], WAW | FA) {
            out[n] = (t.rest(1), 1);
            n += 1;
            at = 1;
        }
        if matches!(head[at], BA | KAF | LAM) && t.len as usize > at + 2 {
            let s = at as u8 + 1;
            out[n] = (t.rest(at + 1), s);
            n += 1;
            if head[at] == LAM && head[at + 1] == LAM {
                out[n] = (t.replaced(at + 1, &[ALEF, LAM]), s);
                n += 1;
            }
        }
    }
    out.into_iter().take(n)
}

/// The hash of ال with a word.
pub(crate) fn with_article(word: &str) -> u64 {
    hash(&["ال", word].concat())
}
