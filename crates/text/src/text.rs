//! A text as it was read: tokens and what they stand in.

use crate::{Clitic, Quotation, Section, SectionKind, Sentence, Span, Token, TokenRange, quotations, sections, sentences, tokenize};

/// A paragraph: the tokens of one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paragraph {
    /// Its tokens.
    pub tokens: TokenRange,
}

/// A text that was read. Borrowing from the original string; all spans are bytes of it.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    raw: &'t str,
    tokens: Vec<Token>,
    paragraphs: Vec<Paragraph>,
    sections: Vec<Section>,
    sentences: Vec<Sentence>,
    quotations: Vec<Quotation>,
    sentence_of: Vec<u32>,
    /// Of each quotation the index of the one around it.
    around: Vec<u32>,
}

impl<'t> Text<'t> {
    /// Reads a text. Never fails, never panics; linear in the length.
    pub fn read(raw: &'t str) -> Text<'t> {
        Text::with_title(raw, None)
    }

    /// Reads a text whose headline is known from elsewhere: a line that says the same is [`SectionKind::Headline`].
    pub fn with_title(raw: &'t str, title: Option<&str>) -> Text<'t> {
        let mut tokens = Vec::with_capacity(raw.len() / 9 + 8);
        tokenize(raw, &mut tokens);
        let paragraphs = paragraphs(&tokens);
        let (quotations, around) = quotations::find(raw, &tokens, &paragraphs);
        let sections = sections::find(raw, &tokens, &paragraphs, title);
        let (sentences, sentence_of) = sentences::find(&tokens, &paragraphs, &quotations, &sections);
        Text { raw, tokens, paragraphs, sections, sentences, quotations, sentence_of, around }
    }

    /// The original text.
    pub fn raw(&self) -> &'t str {
        self.raw
    }
    /// All tokens in text order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }
    /// The paragraphs in text order; every token is in exactly one.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }
    /// The sections in text order; every token is in exactly one.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }
    /// The sentences in text order; every token is in exactly one.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
    /// The quotations in order of their opening marks.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }
    /// Index of the sentence that token `i` belongs to.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentence_of[i] as usize
    }
    /// The section that token `i` belongs to.
    pub fn section_at(&self, i: usize) -> SectionKind {
        let k = self.sections.partition_point(|s| s.tokens.end as usize <= i);
        self.sections.get(k).map_or(SectionKind::Body, |s| s.kind)
    }
    /// Index of the paragraph that token `i` belongs to.
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.paragraphs.partition_point(|p| p.tokens.end as usize <= i)
    }
    /// Index of the innermost quotation that token `i` stands in; its marks are not in it.
    pub fn quotation_at(&self, i: usize) -> Option<usize> {
        let mut k = self.quotations.partition_point(|q| q.open as usize <= i).checked_sub(1)?;
        loop {
            if self.quotations[k].inner.holds(i) {
                return Some(k);
            }
            match self.around[k] {
                u32::MAX => return None,
                around => k = around as usize,
            }
        }
    }
    /// Index of the quotation around quotation `q`.
    pub fn quotation_around(&self, q: usize) -> Option<usize> {
        self.around.get(q).filter(|&&a| a != u32::MAX).map(|&a| a as usize)
    }
    /// The tokens in `r` that divide clauses without ending a sentence ([`Token::is_soft_break`]).
    pub fn soft_breaks(&self, r: TokenRange) -> impl Iterator<Item = usize> + '_ {
        r.range().filter(|&i| self.tokens[i].is_soft_break())
    }
    /// The bytes of the host of token `i` in this reading of it (see [`crate::candidates`]).
    pub fn host_span(&self, i: usize, reading: &Clitic) -> Span {
        reading.span(&self.tokens[i], self.raw)
    }
    /// What a span of the text says.
    pub fn slice(&self, span: Span) -> &'t str {
        &self.raw[span.range()]
    }
    /// The words of a token as written.
    pub fn surface(&self, i: usize) -> &'t str {
        &self.raw[self.tokens[i].span().range()]
    }
    /// The bytes from the first to the last token of a range (empty at the first token's start for an empty range).
    pub fn span(&self, r: TokenRange) -> Span {
        match (self.tokens.get(r.start as usize), r.is_empty()) {
            (Some(a), false) => Span::new(a.start, self.tokens[r.end as usize - 1].end),
            (Some(a), true) => Span::new(a.start, a.start),
            (None, _) => Span::new(self.raw.len() as u32, self.raw.len() as u32),
        }
    }
}

fn paragraphs(tokens: &[Token]) -> Vec<Paragraph> {
    let mut paragraphs = vec![];
    let mut start = 0;
    for (i, t) in tokens.iter().enumerate() {
        if t.starts_line() && i > start {
            paragraphs.push(Paragraph { tokens: TokenRange::new(start, i) });
            start = i;
        }
    }
    if start < tokens.len() {
        paragraphs.push(Paragraph { tokens: TokenRange::new(start, tokens.len()) });
    }
    paragraphs
}
