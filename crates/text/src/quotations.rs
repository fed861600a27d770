//! Quotations: which marks open, which close, which belong together, and what they are put to.
//!
//! A mark's shape says little in Arabic text, where “ and ” are often exchanged and `"` does both; what stands beside it says
//! more. So each mark is judged by its shape, by the space around it and by what is open, in this order of doubt. A mark that
//! cannot be right (a closing one with nothing open, a straight one that nothing closes) is left alone and does not turn the
//! rest of its paragraph inside out.

use crate::lexicon::{Lexicon, list};
use crate::text::Paragraph;
use crate::{Token, TokenKind, TokenRange};

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
    /// Index of the opening mark's token (the first of it where the mark is two characters, as `((`).
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

impl Quotation {
    /// All its tokens, the marks included (of a closing mark of two characters, the first).
    pub fn tokens(&self) -> TokenRange {
        TokenRange { start: self.open, end: self.close.map_or(self.inner.end, |c| c + 1) }
    }
}

/// Marks of one family open and close each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// `"`, “ ” „ ‟ ″ and doubled apostrophes.
    Double,
    /// « », ‹‹ ››, << >>.
    Guillemet,
    /// ‘ ’ ' ‚ and ‹ ›.
    Single,
    /// { }.
    Brace,
    /// (( )).
    Paren,
    /// ﴿ ﴾ around a verse.
    Ornate,
}

/// What the shape of a mark says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

/// What a mark's surroundings say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Opens,
    Closes,
    Unclear,
}

/// The family and shape of the mark at token `i`, and how many tokens it is.
#[inline]
fn mark(tokens: &[Token], i: usize) -> Option<(Family, Shape, usize)> {
    use Family::*;
    use Shape::*;
    let c = tokens[i].punct()?;
    if c < '\u{ab}' && !matches!(c, '"' | '\'' | '{' | '}' | '(' | ')' | '<' | '>') {
        return None;
    }
    let doubled = || tokens.get(i + 1).is_some_and(|t| t.is(c) && !t.spaced());
    Some(match c {
        '"' | '″' | '＂' | '‶' => (Double, Either, 1),
        '“' | '„' | '‟' | '〝' | '❝' => (Double, Opens, 1),
        '”' | '〞' | '❞' => (Double, Closes, 1),
        '«' => (Guillemet, Opens, 1),
        '»' => (Guillemet, Closes, 1),
        '‹' | '<' if doubled() => (Guillemet, Opens, 2),
        '›' | '>' if doubled() => (Guillemet, Closes, 2),
        '‹' => (Single, Opens, 1),
        '›' => (Single, Closes, 1),
        '\'' | '‘' | '’' if doubled() => (Double, Either, 2),
        '\'' => (Single, Either, 1),
        '‘' | '‚' | '‛' => (Single, Opens, 1),
        '’' => (Single, Closes, 1),
        '{' => (Brace, Opens, 1),
        '}' => (Brace, Closes, 1),
        '(' if doubled() => (Paren, Opens, 2),
        ')' if doubled() => (Paren, Closes, 2),
        '﴿' | '﴾' => (Ornate, if c == '﴿' { Opens } else { Closes }, 1),
        _ => return None,
    })
}

fn is_quote_mark(t: &Token) -> bool {
    matches!(t.punct(), Some('"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '\'' | '″'))
}

/// What the surroundings of the mark at tokens `i..i + n` of the paragraph `p` say.
fn place(raw: &str, tokens: &[Token], p: TokenRange, i: usize, n: usize) -> Place {
    let (start, end) = (p.start as usize, p.end as usize);
    // before: Some(true) favours opening, Some(false) closing
    let before = if i == start || tokens[i].spaced() {
        Some(true)
    } else {
        let t = &tokens[i - 1];
        match t.kind {
            TokenKind::Word => Some(is_bare_clitic(raw, t)),
            TokenKind::Punct if is_quote_mark(t) => None,
            TokenKind::Punct => match t.punct() {
                Some('(' | '[' | ':' | '/' | '#' | '=' | '|' | '*') => Some(true),
                Some('،' | ',') => None,
                _ if t.is_dash() => Some(true),
                _ => Some(false),
            },
            _ => Some(false),
        }
    };
    let after = if i + n >= end {
        Some(false)
    } else if tokens[i + n].spaced() {
        // space after: an opening mark has none, unless space stands on both sides
        if i == start {
            return Place::Opens;
        }
        Some(false)
    } else {
        let t = &tokens[i + n];
        match t.kind {
            TokenKind::Punct if is_quote_mark(t) => None,
            TokenKind::Punct => match t.punct() {
                Some('(' | '[' | '…' | '#' | '+' | '*' | '$' | '{') => Some(true),
                _ => Some(t.is_dash()),
            },
            _ => Some(true),
        }
    };
    match (before, after) {
        (Some(true), Some(true)) => Place::Opens,
        (Some(false), Some(false)) => Place::Closes,
        // space before, punctuation or the end after
        (Some(true), Some(false)) if i + n >= end || !tokens[i + n].spaced() => Place::Closes,
        (Some(true), Some(false)) if !tokens[i].spaced() && i > start => Place::Closes,
        (None, Some(true)) => Place::Opens,
        (None, Some(false)) => Place::Closes,
        (Some(true), None) => Place::Opens,
        (Some(false), None) => Place::Closes,
        _ => Place::Unclear,
    }
}

/// Whether the word is nothing but proclitics, written before a mark: لـ«داعش», و"النصرة", الـ"سي آي إيه".
fn is_bare_clitic(raw: &str, t: &Token) -> bool {
    let head = t.head();
    let letter = |c: u16| matches!(c, 0x648 | 0x641 | 0x628 | 0x644 | 0x643);
    match t.len {
        1 => letter(head[0]),
        2 => head[..2] == [0x627, 0x644] || letter(head[0]) && matches!(head[1], 0x628 | 0x644 | 0x643) || raw[t.span().range()].ends_with('ـ'),
        3 | 4 => raw[t.span().range()].ends_with('ـ'),
        _ => false,
    }
}

/// A mark that opened and waits for its closing one.
struct Open {
    family: Family,
    /// Index of its quotation.
    quotation: usize,
}

/// Deeper nesting than this is no quotation; keeps hostile text linear.
const DEEPEST: usize = 6;
/// No quotation around this one.
const NONE: u32 = u32::MAX;

/// The quotations of a text, each with the index of the one around it (`u32::MAX` for none).
pub(crate) fn find(raw: &str, tokens: &[Token], paragraphs: &[Paragraph]) -> (Vec<Quotation>, Vec<u32>) {
    let mut f = Finder {
        raw,
        tokens,
        lexicon: Lexicon::get(),
        swapped: swapped(tokens, paragraphs),
        all: vec![],
        families: vec![],
        around: vec![],
        stack: vec![],
        unclosed: None,
    };
    for p in paragraphs {
        f.paragraph(p.tokens);
    }
    (f.all, f.around)
}

struct Finder<'a> {
    raw: &'a str,
    tokens: &'a [Token],
    lexicon: &'static Lexicon,
    /// Whether guillemets stand the other way round: »الحياة«.
    swapped: bool,
    all: Vec<Quotation>,
    families: Vec<Family>,
    around: Vec<u32>,
    stack: Vec<Open>,
    /// The quotation that the paragraph before left open.
    unclosed: Option<usize>,
}

impl Finder<'_> {
    fn paragraph(&mut self, p: TokenRange) {
        let first = self.all.len();
        let mut i = p.start as usize;
        let mut last_closers = None;
        while i < p.end as usize {
            if self.tokens[i].kind == TokenKind::Punct
                && let Some((family, shape, n)) = mark(self.tokens, i)
            {
                let n = n.min(p.end as usize - i);
                self.mark(p, i, n, family, shape, &mut last_closers);
                i += n;
                continue;
            }
            i += 1;
        }
        if self.all.len() > first {
            self.settle(p, first);
        } else {
            self.unclosed = None;
        }
    }

    /// Takes the mark at tokens `i..i + n` as opening, as closing, or as neither.
    fn mark(&mut self, p: TokenRange, i: usize, n: usize, family: Family, shape: Shape, last_closers: &mut Option<[usize; 2]>) {
        let (shape, place) = match (shape, self.swapped && family == Family::Guillemet) {
            // some archives put »these « marks so, with the space on the wrong side
            (Shape::Opens, true) => (Shape::Closes, Place::Unclear),
            (Shape::Closes, true) => (Shape::Opens, Place::Unclear),
            _ => (shape, place(self.raw, self.tokens, p, i, n)),
        };
        let waiting = self.stack.iter().rposition(|o| o.family == family);
        let opens = match (shape, place) {
            // وقال" لن نقبل ": space on the wrong side
            (Shape::Either, Place::Closes) if waiting.is_none() => self.cued(i, p.start as usize),
            // reversed marks: ”داعش“
            (Shape::Closes, Place::Opens) => waiting.is_none(),
            (Shape::Closes, _) | (_, Place::Closes) => false,
            (Shape::Opens, _) | (_, Place::Opens) => true,
            (Shape::Either, Place::Unclear) => waiting.is_none() && family != Family::Single,
        };
        if opens {
            if self.stack.len() < DEEPEST {
                self.stack.push(Open { family, quotation: self.all.len() });
                self.all.push(Quotation {
                    inner: TokenRange::new(i + n, p.end as usize),
                    open: i as u32,
                    close: None,
                    depth: 0,
                    kind: QuotationKind::Scare,
                    continued: None,
                });
                self.families.push(family);
            }
            return;
        }
        // a mark of another family closes what finds no mark of its own any more: «داعش"
        let closes = waiting.or_else(|| {
            let top = self.stack.len().checked_sub(1)?;
            let (own, other) = (self.stack[top].family, family);
            if !matches!((own, other), (Family::Double, Family::Guillemet) | (Family::Guillemet, Family::Double)) {
                return None;
            }
            let last = last_closers.get_or_insert_with(|| closers(self.tokens, p));
            (last[usize::from(own == Family::Guillemet)] < i).then_some(top)
        });
        if let Some(at) = closes {
            let q = &mut self.all[self.stack[at].quotation];
            q.inner.end = i as u32;
            q.close = Some(i as u32);
            // what was opened inside and not closed is no quotation: it keeps `close == None` below the paragraph's end
            self.stack.truncate(at);
        }
    }

    /// Drops what turned out to be no quotation, settles depths, kinds and continuations of the paragraph.
    fn settle(&mut self, p: TokenRange, first: usize) {
        self.pair_up();
        // of the marks that nothing closes, one may be kept
        let kept = self.stack.iter().map(|o| (o.family, o.quotation)).find(|&(family, quotation)| {
            let q = &self.all[quotation];
            let last = quotation + 1 == self.all.len();
            match family {
                Family::Single | Family::Paren | Family::Ornate => false,
                _ if q.open == p.start => true,
                Family::Double if !last => false,
                _ => self.words(q.inner) >= 3 && self.introduced(q.open as usize, p.start as usize),
            }
        });
        let mut kept = kept.map(|(_, quotation)| quotation);
        self.stack.clear();
        let mut to = first;
        for from in first..self.all.len() {
            let q = self.all[from];
            if q.close.is_none() && kept != Some(from) || q.inner.is_empty() {
                continue;
            }
            if kept == Some(from) {
                kept = Some(to);
            }
            self.all[to] = q;
            self.families[to] = self.families[from];
            to += 1;
        }
        self.all.truncate(to);
        self.families.truncate(to);
        for k in first..to {
            let mut around = if k > first { k as u32 - 1 } else { NONE };
            while around != NONE && self.all[around as usize].inner.end <= self.all[k].open {
                around = self.around[around as usize];
            }
            self.around.push(around);
            self.all[k].depth = if around == NONE { 0 } else { self.all[around as usize].depth + 1 };
            self.all[k].kind = self.kind(&self.all[k], p.start as usize);
        }
        if let Some(u) = self.unclosed
            && first < to
            && self.all[first].open == p.start
            && self.families[first] == self.families[u]
        {
            self.all[u].continued = Some(first as u32);
            self.all[u].kind = QuotationKind::Speech;
            self.all[first].kind = QuotationKind::Speech;
        }
        self.unclosed = kept.filter(|&k| k < to && self.all[k].close.is_none());
    }

    /// Of two like marks left open near each other, with nothing that brings speech before the second, the second closes the first:
    /// «الباص «الذي ظهر.
    fn pair_up(&mut self) {
        const NEAR: u32 = 10;
        let mut k = 0;
        while k + 1 < self.stack.len() {
            let (a, b) = (&self.stack[k], &self.stack[k + 1]);
            let (first, second) = (a.quotation, b.quotation);
            let near = self.all[second].open - self.all[first].open <= NEAR && second == first + 1;
            if a.family == b.family && near && !self.introduced(self.all[second].open as usize, self.all[first].inner.start as usize) {
                let at = self.all[second].open;
                self.all[first].inner.end = at;
                self.all[first].close = Some(at);
                self.all[second].inner.end = self.all[second].inner.start;
                self.stack.drain(k..k + 2);
            } else {
                k += 1;
            }
        }
    }

    /// Whether the word right before token `i`, with no space between, is one that brings speech.
    fn cued(&self, i: usize, start: usize) -> bool {
        i > start
            && !self.tokens[i].spaced()
            && self.tokens[i - 1].is_word()
            && self.lexicon.verb(&self.tokens[i - 1]) & (list::CUE | list::THAT) != 0
    }

    /// Number of words and numbers, counted to 20.
    fn words(&self, r: TokenRange) -> usize {
        self.tokens[r.range()].iter().take(60).filter(|t| t.is_word() || t.kind == TokenKind::Number).count().min(20)
    }

    /// Whether speech is brought before token `open`: a colon, a cue among the words before it, or a comma with a cue further back.
    fn introduced(&self, open: usize, start: usize) -> bool {
        let brings = |t: &Token| t.is_word() && self.lexicon.lists(t) & (list::CUE | list::THAT) != 0;
        let before = &self.tokens[open.saturating_sub(16).max(start)..open];
        let near = &before[before.len().saturating_sub(4)..];
        match near.last() {
            Some(t) if t.is(':') => true,
            Some(t) if t.is('،') || t.is(',') => before.iter().rev().take_while(|t| !t.is('.')).any(brings),
            _ => near.iter().any(brings),
        }
    }

    fn kind(&self, q: &Quotation, start: usize) -> QuotationKind {
        use QuotationKind::*;
        const SON: u64 = crate::hash("بن");
        let words = self.words(q.inner);
        let inner = &self.tokens[q.inner.range()];
        let before = &self.tokens[(q.open as usize).saturating_sub(4).max(start)..q.open as usize];
        let (mut class, mut distance, mut cue, mut adjectives) = (false, false, false, true);
        let colon = before.last().is_some_and(|t| t.is(':'));
        for (back, t) in before.iter().rev().filter(|t| !t.is(':')).enumerate() {
            if !t.is_word() {
                // a comma before the mark may stand between cue and speech; anything else ends the phrase
                if back == 0 && (t.is('،') || t.is(',')) {
                    continue;
                }
                break;
            }
            let lists = self.lexicon.lists(t);
            cue |= lists & list::CUE != 0 && back == 0;
            distance |= lists & list::DISTANCE != 0;
            if lists & list::CUE != 0 {
                break;
            }
            // صحيفة «الحياة», الصحيفة اللندنية «الحياة»
            class |= lists & list::CLASS != 0 && adjectives && (back < 2 || words <= 3);
            adjectives &= self.is_adjective(t);
        }
        let first = inner.iter().find(|t| t.is_word());
        let stop = words <= 8 && inner.iter().rev().skip(1).any(|t| matches!(t.punct(), Some('.' | '،' | '؛' | ':')));
        let asks = inner.iter().any(|t| matches!(t.punct(), Some('؟' | '?' | '!' | '…')));
        let signed = words <= 4 && self.lexicon.phrase(inner, list::AGENCY | list::OUTLET | list::PLACE) == inner.len();
        let to = before.last().is_some_and(|t| t.len == 1 && t.head()[0] == 0x644);
        let foreign = words <= 6 && inner.iter().all(|t| t.kind != TokenKind::Word) && inner.iter().any(Token::is_word);
        let named = words <= 8 && inner.iter().any(|t| t.hash == SON);
        // الجماعات «الإرهابية»: an adjective of the word before
        let definite = |t: &Token| t.head()[..2] == [0x627, 0x644];
        let ends = |t: &Token, end| self.raw[t.span().range()].ends_with(end);
        let agrees = words == 1 && first.is_some_and(|t| definite(t) && ends(t, "ية")) && before.last().is_some_and(definite);
        if words == 0 || agrees {
            Scare
        } else if class && words <= 6 && !stop && !(colon && words >= 4) || signed && !colon || to && words <= 3 {
            Title
        } else if distance && words <= 6 {
            Scare
        } else if foreign || named && !colon && !self.introduced(q.open as usize, start) {
            Title
        } else if (4..=5).contains(&words) && !stop && !asks && !colon && !self.introduced(q.open as usize, start) {
            // nothing brings it: the name of a body, or some words of somebody
            match first {
                Some(t) if self.lexicon.lists(t) & list::CLASS != 0 => Title,
                Some(t) if self.is_adjective(t) => Scare,
                _ => Speech,
            }
        } else if words >= 4 || (colon || cue) && words >= 2 {
            Speech
        } else if words == 1 {
            if first.is_some_and(|t| ["ية", "يين", "ًا", "اً"].iter().any(|end| ends(t, end))) { Scare } else { Title }
        } else {
            Scare
        }
    }

    /// Whether the word has the article or ends like an adjective of relation.
    fn is_adjective(&self, t: &Token) -> bool {
        t.head()[..2] == [0x627, 0x644] || self.raw[t.span().range()].ends_with("ية")
    }
}

/// Whether the text writes guillemets the other way round: in most paragraphs » is the first of them.
fn swapped(tokens: &[Token], paragraphs: &[Paragraph]) -> bool {
    let (mut opening, mut closing) = (0, 0);
    for p in paragraphs {
        let mut marks = tokens[p.tokens.range()].iter().filter(|t| t.is('«') || t.is('»'));
        match marks.next() {
            Some(t) if t.is('«') => opening += 1,
            Some(_) if marks.any(|t| t.is('«')) => closing += 1,
            _ => {}
        }
    }
    closing > opening
}

/// The last mark of the paragraph that may close the double family, and the last that may close guillemets.
fn closers(tokens: &[Token], p: TokenRange) -> [usize; 2] {
    let last = |closing: fn(&Token) -> bool| p.range().rev().find(|&i| closing(&tokens[i])).unwrap_or(0);
    [last(|t| matches!(t.punct(), Some('"' | '“' | '”' | '″'))), last(|t| t.is('»') || t.is('›'))]
}
