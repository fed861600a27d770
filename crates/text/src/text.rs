//! A text as it was read: tokens, paragraphs, sections, sentences and quotations.

use crate::{Span, Token, TokenRange, tokenize};

/// What a section of an article is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum SectionKind {
    /// "الرئيسية / أخبار العراق / …": the path to the page.
    Breadcrumb,
    /// The article's title.
    Headline,
    /// "بغداد (واع) -": place, agency, date before the first sentence.
    Dateline,
    /// Running text.
    Body,
    /// A short line between paragraphs that titles what follows.
    Heading,
    /// "المصدر: …": the source or credit line.
    Source,
    /// "شاهد أيضا …" and what follows it: links to other articles.
    Related,
}

/// A section: consecutive lines (or, for a dateline, the first part of one) of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Its tokens.
    pub tokens: TokenRange,
}

/// A paragraph: the tokens of one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paragraph {
    /// Its tokens.
    pub tokens: TokenRange,
}

/// A sentence, its final full stop included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: TokenRange,
}

/// What quotation marks are put to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum QuotationKind {
    /// Somebody's words: a clause.
    Speech,
    /// A word or phrase held at a distance, or a partial quotation.
    Scare,
    /// A name or title: «الحياة», “داعش”, "برزيلاي".
    Title,
}

/// Text between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// The tokens between the marks.
    pub inner: TokenRange,
    /// Index of the opening mark's token.
    pub open: u32,
    /// Index of the closing mark's token; `None` where the quotation is not closed and ends with its paragraph.
    pub close: Option<u32>,
    /// 0 for an outer quotation, 1 for one inside it …
    pub depth: u8,
    /// What the marks are put to.
    pub kind: QuotationKind,
    /// Index of the quotation (in the next paragraph) that goes on with this speech.
    pub continued: Option<u32>,
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
}

impl<'t> Text<'t> {
    /// Reads a text. Never fails, never panics; linear in the length.
    pub fn read(raw: &'t str) -> Text<'t> {
        Text::with_title(raw, None)
    }

    /// Reads a text whose headline is known from elsewhere: helps to tell breadcrumb and headline lines.
    pub fn with_title(raw: &'t str, _title: Option<&str>) -> Text<'t> {
        let mut tokens = Vec::with_capacity(raw.len() / 8 + 8);
        tokenize(raw, &mut tokens);
        let n = tokens.len();
        let mut paragraphs = vec![];
        let mut s = 0;
        for i in 1..=n {
            if i == n || tokens[i].starts_line() {
                if i > s {
                    paragraphs.push(Paragraph { tokens: TokenRange::new(s, i) });
                }
                s = i;
            }
        }
        let mut sentences = vec![];
        let mut sentence_of = vec![0; n];
        for p in &paragraphs {
            let mut s = p.tokens.start as usize;
            for i in p.tokens.range() {
                sentence_of[i] = sentences.len() as u32;
                let end = matches!(tokens[i].punct(), Some('.' | '؟' | '!' | '?' | '؛')) || i + 1 == p.tokens.end as usize;
                if end {
                    sentences.push(Sentence { tokens: TokenRange::new(s, i + 1) });
                    s = i + 1;
                }
            }
        }
        let mut quotations: Vec<Quotation> = vec![];
        for p in &paragraphs {
            let mut open: Option<usize> = None;
            for i in p.tokens.range() {
                let Some(c) = tokens[i].punct() else { continue };
                if !"\"“”«»„".contains(c) {
                    continue;
                }
                match open {
                    None if c != '»' => open = Some(i),
                    None => {}
                    Some(o) => {
                        quotations.push(Quotation {
                            inner: TokenRange::new(o + 1, i),
                            open: o as u32,
                            close: Some(i as u32),
                            depth: 0,
                            kind: if i - o > 5 { QuotationKind::Speech } else { QuotationKind::Scare },
                            continued: None,
                        });
                        open = None;
                    }
                }
            }
        }
        let sections = vec![Section { kind: SectionKind::Body, tokens: TokenRange::new(0, n) }];
        Text { raw, tokens, paragraphs, sections, sentences, quotations, sentence_of }
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
