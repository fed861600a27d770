//! Sentences: where a full stop ends one, and where it does not.
//!
//! A sentence ends at a full stop, a question or exclamation mark, an ellipsis of three dots, or with its paragraph; the closing
//! marks and brackets after the stop are its last tokens. No stop ends it inside a number, after an abbreviation, in a bracket's
//! beginning, or inside a quotation, whose stops are its own. A dateline before the first sentence is one of its own. Two dots `..` and `؛` divide clauses in Arabic newspapers, not
//! sentences: they are soft breaks ([`Token::is_soft_break`]).

use crate::lexicon::{Lexicon, list};
use crate::text::Paragraph;
use crate::{Quotation, QuotationKind, Section, SectionKind, Token, TokenKind, TokenRange};

/// A sentence, its final full stop and the marks that close after it included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: TokenRange,
}

impl Token {
    /// Whether it divides clauses more than a comma and less than a full stop does: `؛`, `;`, `..`, `…`.
    pub const fn is_soft_break(&self) -> bool {
        matches!(self.punct(), Some('؛' | ';' | '…'))
    }
}

/// The sentences of a text, and the index of each token's sentence.
pub(crate) fn find(tokens: &[Token], paragraphs: &[Paragraph], quotations: &[Quotation], sections: &[Section]) -> (Vec<Sentence>, Vec<u32>) {
    let lexicon = Lexicon::get();
    let mut sentences = Vec::with_capacity(tokens.len() / 24 + 1);
    let mut of = vec![0; tokens.len()];
    let mut outer = quotations.iter().filter(|q| q.depth == 0).peekable();
    let mut add = |r: TokenRange, sentences: &mut Vec<Sentence>| {
        of[r.range()].fill(sentences.len() as u32);
        sentences.push(Sentence { tokens: r });
    };
    let mut datelines = sections.iter().filter(|s| s.kind == SectionKind::Dateline).map(|s| s.tokens).peekable();
    for p in paragraphs {
        let (mut start, end) = (p.tokens.start as usize, p.tokens.end as usize);
        while datelines.next_if(|d| d.end <= p.tokens.start).is_some() {}
        if let Some(d) = datelines.next_if(|d| d.start == p.tokens.start && d.end < p.tokens.end) {
            add(d, &mut sentences);
            start = d.end as usize;
        }
        let mut i = start;
        while i < end {
            let (mut stop, mut next) = (false, i + 1);
            if tokens[i].kind == TokenKind::Punct {
                while outer.next_if(|q| (q.tokens().end as usize) <= i).is_some() {}
                if i > start && is_bullet(tokens, i, end) {
                    (stop, next) = (true, i);
                } else if let Some(q) = outer.next_if(|q| (q.open as usize) == i && holds_together(q)) {
                    next = q.tokens().end as usize;
                    // «… الشعب.» وأضاف: the stop at the quotation's end is the sentence's as well
                    stop = q.kind == QuotationKind::Speech
                        && q.close.is_some()
                        && tokens[q.inner.end as usize - 1].is('.')
                        && next < end
                        && tokens[next].is_word();
                } else if ends(lexicon, tokens, start, i, end) {
                    stop = true;
                    while next < end && closes_after(&tokens[next]) {
                        next += 1;
                    }
                }
            }
            i = next;
            if stop || i == end {
                add(TokenRange::new(start, i), &mut sentences);
                start = i;
            }
        }
    }
    (sentences, of)
}

/// Whether the stops inside the quotation are not the sentence's: not so where its closing mark was forgotten.
fn holds_together(q: &Quotation) -> bool {
    q.close.is_some() || q.continued.is_some()
}

/// Whether an item of a list begins here within a line.
fn is_bullet(tokens: &[Token], i: usize, end: usize) -> bool {
    match tokens[i].punct() {
        Some('•' | '●' | '■' | '▪' | '◆') => true,
        Some('*') => tokens[i].spaced() && !tokens[i - 1].is('*') && i + 1 < end && tokens[i + 1].spaced() && !tokens[i + 1].is('*'),
        _ => false,
    }
}

/// Whether the mark stands directly behind a full stop and belongs to the sentence before it.
fn closes_after(t: &Token) -> bool {
    !t.spaced() && matches!(t.punct(), Some(')' | ']' | '}' | '"' | '”' | '“' | '»' | '›' | '’' | '\'' | '.' | '!' | '؟' | '?' | '…' | '﴾'))
}

/// Whether the punctuation at token `i` ends the sentence that began at `start` in a paragraph that ends at `end`.
fn ends(lexicon: &Lexicon, tokens: &[Token], start: usize, i: usize, end: usize) -> bool {
    let next = tokens[..end].get(i + 1);
    let before_comma = next.is_some_and(|t| t.is('،') || t.is(','));
    match tokens[i].punct() {
        Some('؟' | '!' | '?' | '۔' | '。' | '！' | '？') => !before_comma,
        // two dots divide clauses only
        Some('…') => i > start && tokens[i].end - tokens[i].start > 2 && next.is_none_or(|t| t.spaced() && t.is_word()),
        // an acronym in brackets behind a misplaced stop belongs to the name before it
        Some('.') if matches!(tokens[i + 1..end], [a, b, c, ..] if a.is('(') && b.kind == TokenKind::Latin && c.is(')')) => false,
        Some('.') => next.is_none_or(|next| i > start && !before_comma && full_stop(lexicon, tokens, start, i, next)),
        _ => false,
    }
}

/// Whether the dot at `i`, with something before it in its sentence and `next` behind it, is a full stop.
fn full_stop(lexicon: &Lexicon, tokens: &[Token], start: usize, i: usize, next: &Token) -> bool {
    const HIJRI: u64 = crate::hash("هـ");
    const CHRISTIAN: u64 = crate::hash("م");
    const CORRESPONDING: u64 = crate::hash("الموافق");
    let word = &tokens[i - 1];
    let joined = !tokens[i].spaced();
    match word.kind {
        // د. محمد, ص. 5, م.ت.ف; but 2015م. وقال ends one
        TokenKind::Word if word.len == 1 && joined => {
            let year = matches!(word.hash, HIJRI | CHRISTIAN) && i >= start + 2 && tokens[i - 2].kind == TokenKind::Number;
            year && next.spaced() && next.is_word() && next.hash != CORRESPONDING
        }
        // U.S., Mr.
        TokenKind::Latin if joined && (word.len == 1 || lexicon.exact(word) & list::ABBREVIATION != 0) => false,
        // بي.بي.سي, the letters of an acronym
        TokenKind::Word if joined && !next.spaced() && lexicon.exact(word) & list::ABBREVIATION != 0 => false,
        // 1. is the number of an item
        TokenKind::Number if joined && i - 1 == start => false,
        TokenKind::Number => next.spaced() || next.kind == TokenKind::Punct,
        TokenKind::Word if !next.spaced() && next.is_word() => next.kind == TokenKind::Word && next.len > 1,
        _ => next.spaced() || next.kind == TokenKind::Punct,
    }
}
