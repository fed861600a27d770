//! Sections: what each line of an article is for.
//!
//! A page that was saved as text brings its path, its headline, the reporter's line, the agency's sign, the source and links to
//! other articles along with the article; a claim in one of these is not a claim of the article. Lines are told apart by their
//! place, length and punctuation and by short word lists; where these do not agree, a line is body.

use crate::lexicon::{Lexicon, list};
use crate::text::Paragraph;
use crate::{Token, TokenKind, TokenRange, datelines};

/// What a section of an article is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum SectionKind {
    /// "الرئيسية / أخبار العراق / …": the path to the page.
    Breadcrumb,
    /// The article's title.
    Headline,
    /// "بغداد (واع) -": place, agency, date before the first sentence; also a reporter's line.
    Dateline,
    /// Running text.
    Body,
    /// A short line between paragraphs that titles what follows.
    Heading,
    /// "المصدر: …": the source or credit line, an author's address, the agency's end mark.
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

/// Tokens of the longest line that can be a heading, a source line, a reporter's line.
const SHORT: usize = 16;
/// Lines from the top among which path, headline and reporter's line are looked for.
const TOP: usize = 5;

/// The sections of a text; `title` is its headline where that is known.
pub(crate) fn find(raw: &str, tokens: &[Token], paragraphs: &[Paragraph], title: Option<&str>) -> Vec<Section> {
    let mut f = Finder { raw, tokens, paragraphs, lexicon: Lexicon::get(), sections: vec![] };
    let mut headline = vec![];
    if let Some(title) = title {
        crate::tokenize(title, &mut headline);
        headline.retain(Token::is_word);
    }
    f.read(&headline);
    f.sections
}

struct Finder<'a> {
    raw: &'a str,
    tokens: &'a [Token],
    paragraphs: &'a [Paragraph],
    lexicon: &'static Lexicon,
    sections: Vec<Section>,
}

impl Finder<'_> {
    fn read(&mut self, title: &[Token]) {
        let mut k = self.top(title);
        let first_body = k;
        let mut in_body = false;
        while k < self.paragraphs.len() {
            let p = self.paragraphs[k].tokens;
            match self.line(k, first_body) {
                Line::Related => {
                    // all the rest, as one section
                    self.push(SectionKind::Related, TokenRange { start: p.start, end: self.tokens.len() as u32 });
                    return;
                }
                Line::Is(SectionKind::Body) if !in_body => {
                    in_body = true;
                    let n = match self.dateline(p) {
                        n if n < p.len() => n as u32,
                        _ => 0,
                    };
                    if n > 0 {
                        self.push(SectionKind::Dateline, TokenRange { start: p.start, end: p.start + n });
                    }
                    self.push(SectionKind::Body, TokenRange { start: p.start + n, end: p.end });
                }
                Line::Is(kind) => self.push(kind, p),
            }
            k += 1;
        }
    }

    fn push(&mut self, kind: SectionKind, tokens: TokenRange) {
        match self.sections.last_mut() {
            Some(last) if last.kind == kind => last.tokens.end = tokens.end,
            _ => self.sections.push(Section { kind, tokens }),
        }
    }

    fn of(&self, p: TokenRange) -> &[Token] {
        &self.tokens[p.range()]
    }

    fn dateline(&self, p: TokenRange) -> usize {
        datelines::length(self.lexicon, self.of(p))
    }

    fn text(&self, p: TokenRange) -> &str {
        match self.of(p) {
            [] => "",
            [first, .., last] => &self.raw[first.start as usize..last.end as usize],
            [one] => &self.raw[one.span().range()],
        }
    }

    /// The path, the headline and the reporter's line; gives the index of the first paragraph behind them.
    fn top(&mut self, title: &[Token]) -> usize {
        let n = self.paragraphs.len();
        let mut k = 0;
        let mut path = false;
        if n > 1 && self.is_breadcrumb(self.paragraphs[0].tokens) {
            self.push(SectionKind::Breadcrumb, self.paragraphs[0].tokens);
            path = true;
            k = 1;
        }
        // the headline where it is known, over all that stands before it
        let known = (k..n.min(TOP)).find(|&i| !title.is_empty() && self.is_title(self.paragraphs[i].tokens, title));
        if let Some(i) = known {
            while k < i {
                let kind = if self.is_byline(k) { SectionKind::Dateline } else { SectionKind::Heading };
                self.push(kind, self.paragraphs[k].tokens);
                k += 1;
            }
            self.push(SectionKind::Headline, self.paragraphs[k].tokens);
            k += 1;
        } else if k + 1 < n && !self.is_byline(k) {
            // a line above the headline goes with it
            let above =
                k + 2 < n && self.is_kicker(k) && !self.is_headline(k, path, title.is_empty()) && self.is_headline(k + 1, path, title.is_empty());
            let lines = if above { 2 } else { usize::from(self.is_headline(k, path, title.is_empty())) };
            for _ in 0..lines {
                self.push(SectionKind::Headline, self.paragraphs[k].tokens);
                k += 1;
            }
        }
        while k + 1 < n && k < TOP && (self.is_byline(k) || self.is_name_under_headline(k)) {
            self.push(SectionKind::Dateline, self.paragraphs[k].tokens);
            k += 1;
        }
        k
    }

    /// A few words on a line of their own before the headline.
    fn is_kicker(&self, k: usize) -> bool {
        let t = self.of(self.paragraphs[k].tokens);
        t.len() <= 8 && t.iter().any(Token::is_word) && !ends_sentence(t)
    }

    /// Two or three plain words between the headline and a long paragraph: who wrote it.
    fn is_name_under_headline(&self, k: usize) -> bool {
        let t = self.of(self.paragraphs[k].tokens);
        self.sections.last().is_some_and(|s| s.kind == SectionKind::Headline)
            && (2..=3).contains(&t.len())
            && t.iter()
                .all(|t| t.kind == TokenKind::Word && t.len > 2 && self.lexicon.verb(t) & (list::CUE | list::NEWS | list::STOP | list::RELATED) == 0)
            && self.paragraphs[k + 1].tokens.len() > 20
    }

    fn is_breadcrumb(&self, p: TokenRange) -> bool {
        let t = self.of(p);
        let joint = |t: &Token| matches!(t.punct(), Some('/' | '»' | '›' | '>' | '|' | '«' | '\\' | '→' | '←' | '-' | '–'));
        let spaced = (1..t.len()).filter(|&i| joint(&t[i]) && t[i].spaced() && t.get(i + 1).is_none_or(Token::spaced)).count();
        let joints = (1..t.len()).filter(|&i| joint(&t[i])).count();
        let home = self.lexicon.phrase(t, list::BREADCRUMB);
        home > 0 && joints > 0 && t.get(home).is_none_or(joint)
            || spaced >= 2 && !ends_sentence(t) && !t.iter().any(|t| t.is('،') || t.is(':') || t.is_dash())
    }

    fn is_title(&self, p: TokenRange, title: &[Token]) -> bool {
        let t = self.of(p);
        t.len() < title.len() * 2 + 16 && t.iter().filter(|t| t.is_word()).map(|t| t.hash).eq(title.iter().map(|t| t.hash))
    }

    /// Whether line `k` looks like the article's title, when nobody says what that is.
    fn is_headline(&self, k: usize, path: bool, unknown: bool) -> bool {
        let p = self.paragraphs[k].tokens;
        let t = self.of(p);
        let next = self.paragraphs[k + 1].tokens;
        let words = t.iter().filter(|t| t.is_word()).count();
        let shaped = (3..=25).contains(&words)
            && !t.last().is_some_and(|t| t.is('.'))
            && !t.last().is_some_and(|t| t.is('،') || t.is(':') || t.is('؛'))
            && self.line_kind(p, k) == SectionKind::Body;
        let longer = next.len() * 2 >= t.len() * 3 || self.paragraphs[k + 1..].iter().take(3).any(|p| p.tokens.len() >= t.len() * 2);
        // a report's first sentence opens with its verb, a headline hardly ever
        let verb = t.first().is_some_and(|t| self.lexicon.exact(t) & (list::CUE | list::NEWS) != 0);
        shaped && (path || unknown && longer && !verb && words <= 18 && self.dateline(p) == 0)
    }

    /// Whether line `k` is a reporter's line.
    fn is_byline(&self, k: usize) -> bool {
        datelines::is_byline(self.lexicon, self.of(self.paragraphs[k].tokens))
    }

    fn line(&self, k: usize, first_body: usize) -> Line {
        let p = self.paragraphs[k].tokens;
        let t = self.of(p);
        if t.len() > 3 * SHORT {
            return Line::Is(SectionKind::Body);
        }
        let skip = t.iter().take_while(|t| t.kind == TokenKind::Punct).count().min(3);
        let related = self.lexicon.phrase(&t[skip..], list::RELATED);
        if related > 0 && k > 0 {
            let rest = &t[skip + related..];
            if rest.iter().all(|t| t.kind == TokenKind::Punct || t.kind == TokenKind::Emoji) && rest.len() <= 4 {
                return Line::Related;
            }
            if rest.first().is_some_and(|t| t.kind == TokenKind::Punct && !t.is('.') && !t.is('،'))
                || related > 1 && !ends_sentence(t) && rest.len() <= 25 && skip == 0 && strong(&t[..related])
            {
                return Line::Is(SectionKind::Related);
            }
        }
        let kind = self.line_kind(p, k);
        if kind == SectionKind::Body && k > first_body && self.is_heading(k) {
            return Line::Is(SectionKind::Heading);
        }
        Line::Is(kind)
    }

    /// Source line or body, by the line alone.
    fn line_kind(&self, p: TokenRange, k: usize) -> SectionKind {
        let t = self.of(p);
        if t.len() > 2 * SHORT {
            return SectionKind::Body;
        }
        let words = t.iter().filter(|t| t.is_word()).count();
        let last = k + 3 >= self.paragraphs.len() && k > 0;
        let skip = t.iter().take_while(|t| t.kind == TokenKind::Punct).count();
        let rest = &t[skip.min(t.len())..];
        let opener = self.lexicon.phrase(rest, list::SOURCE);
        let source = k > 0
            && if opener > 0 {
                match rest.get(opener) {
                    None => true,
                    Some(t) => {
                        t.is(':')
                            || t.is_dash()
                            || t.is('/')
                            || last && words <= 8 && !ends_sentence(rest)
                            || t.kind == TokenKind::Punct && words <= 2
                    }
                }
            } else {
                let credit = self.lexicon.phrase(rest, list::CREDIT);
                credit > 0 && words <= 8 && rest.get(credit).is_some_and(|t| t.is(':') || t.is_dash() || t.is('/'))
            };
        // an address on a line of its own, or a line of agencies at the end
        let addressed = |t: &Token| matches!(t.kind, TokenKind::Url | TokenKind::Email) || t.kind == TokenKind::Handle && last;
        let address = k > 0 && words <= 2 && t.iter().any(addressed);
        let time = last && t.len() <= 4 && words <= 2 && t[0].kind == TokenKind::Number && self.text(p).contains(':');
        let agencies = last && words > 0 && words <= 4 && rest.iter().all(|t| !t.is_word() || self.lexicon.exact(t) & list::AGENCY != 0);
        if source || address || time || agencies { SectionKind::Source } else { SectionKind::Body }
    }

    /// Whether line `k`, no top line, titles the paragraphs behind it.
    fn is_heading(&self, k: usize) -> bool {
        let (Some(before), Some(next)) = (self.paragraphs.get(k.wrapping_sub(1)), self.paragraphs.get(k + 1)) else { return false };
        let p = self.paragraphs[k].tokens;
        let t = self.of(p);
        let words = t.iter().filter(|t| t.is_word()).count();
        let (text, after) = (self.text(p).len(), self.text(next.tokens).len());
        let first = t.iter().find(|t| t.kind != TokenKind::Punct);
        (1..=10).contains(&words)
            && !ends_sentence(t)
            && !t.last().is_some_and(|t| t.is('،') || t.is('؛') || t.is_ellipsis() || t.is(':') && words > 4)
            && !t.iter().any(|t| t.is('،') || t.is('؛') || t.is_ellipsis())
            && after >= 2 * text
            && after >= 120
            && self.text(before.tokens).len() > text
            && !t.first().is_some_and(|t| t.is_dash() || t.kind == TokenKind::Number)
            && first.is_some_and(|t| self.lexicon.verb(t) & list::CUE == 0)
            && !self.tokens.get(next.tokens.start as usize).is_some_and(|t| t.is_dash())
    }
}

enum Line {
    Is(SectionKind),
    /// From here to the end, links to other articles.
    Related,
}

fn ends_sentence(t: &[Token]) -> bool {
    t.iter().rev().take(2).any(|t| matches!(t.punct(), Some('.' | '؟' | '!' | '?')))
}

/// Whether the phrase of the related list is an invitation to read on, so that what follows it on the line is a link.
fn strong(t: &[Token]) -> bool {
    const ALSO: u64 = crate::hash("أيضا");
    t.last().is_some_and(|t| t.hash == ALSO)
}
