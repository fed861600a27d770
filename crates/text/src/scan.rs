//! The fused pass: cuts a text into tokens, folds and hashes each, in one look at every byte.

use crate::address::Addresses;
use crate::chars::{Class, Entry, TABLE, bits};
use crate::fold::{K, decode, latin_at};
use crate::token::{GAP_LINE, GAP_PARAGRAPH, GAP_SPACE, HASHTAG};
use crate::wide::{self, Wide};
use crate::{Folds, Token, TokenKind};

/// Cuts `raw` into tokens, folds and hashes each, and appends them to `out`. Linear in the length, no allocation but `out`'s.
///
/// `raw` is at most 4 GiB; what lies beyond is not read (the pipeline splits before).
pub fn tokenize(raw: &str, out: &mut Vec<Token>) {
    let b = &raw.as_bytes()[..readable(raw)];
    out.reserve(b.len() / 10);
    let mut addresses = Addresses::default();
    let mut i = 0usize;
    let mut gap = GAP_PARAGRAPH;
    let mut newlines = 0u32;
    let mut hashtag = 0u8;
    while let Some(&x) = b.get(i) {
        let (cp, w) = if x == b' ' {
            gap |= GAP_SPACE;
            hashtag = 0;
            i += 1;
            continue;
        } else if x & 0xfc == 0xd8 {
            ((x as u32 & 0x1f) << 6 | (b[i + 1] as u32 & 0x3f), 2)
        } else {
            decode(b, i)
        };
        let class = if cp < 0x800 { TABLE[cp as usize].class() } else { wide_class(cp) };
        let mut t = match class {
            Class::Arabic => arabic(b, i),
            Class::Space => {
                gap |= GAP_SPACE;
                hashtag = 0;
                i += w;
                continue;
            }
            Class::Newline => {
                // CRLF is one line end
                if !(cp == 0x0a && i > 0 && b[i - 1] == 0x0d) {
                    newlines += 1;
                }
                gap |= if newlines > 1 { GAP_LINE | GAP_PARAGRAPH } else { GAP_LINE };
                hashtag = 0;
                i += w;
                continue;
            }
            Class::Mark => match lone_tatweel(b, i, cp, gap) {
                Some(t) => t,
                None => {
                    i += w;
                    continue;
                }
            },
            Class::Latin => {
                let mut t = Word::new(i).finish(b, Class::Latin);
                addresses.widen(b, &mut t);
                t
            }
            Class::Digit => number(b, i),
            Class::Punct => {
                if cp == '_' as u32 && hashtag != 0 {
                    // joins the words of a hashtag: a gap, not a token
                    gap |= GAP_SPACE;
                    i += w;
                    continue;
                }
                hashtag = 0;
                symbol(b, i, cp, w)
            }
        };
        t.flags = gap | hashtag;
        i = t.end as usize;
        if cp == '#' as u32 {
            hashtag = HASHTAG;
        }
        out.push(t);
        gap = 0;
        newlines = 0;
    }
}

/// The length, or the last character boundary that a `u32` can hold.
fn readable(raw: &str) -> usize {
    let mut n = raw.len().min(u32::MAX as usize - 8);
    while !raw.is_char_boundary(n) {
        n -= 1;
    }
    n
}

#[cold]
fn wide_class(cp: u32) -> Class {
    match wide::class(cp) {
        Wide::Space => Class::Space,
        Wide::Newline => Class::Newline,
        Wide::Mark | Wide::Invisible => Class::Mark,
        Wide::Letters(_) | Wide::Arabic => Class::Arabic,
        Wide::Other => Class::Latin,
        Wide::Emoji | Wide::Punct => Class::Punct,
    }
}

const fn blank(start: usize, kind: TokenKind) -> Token {
    Token { hash: 0, start: start as u32, end: start as u32, variant: 0, head: 0, len: 0, kind, folds: Folds(0), flags: 0 }
}

/// A word while it is read.
struct Word {
    start: usize,
    /// The byte to read next.
    i: usize,
    /// One past the last character that is seen (no bidi control or zero-width character).
    end: usize,
    hash: u64,
    variant: u32,
    head: u64,
    len: usize,
    folds: u8,
    /// Whether the last character was a Latin letter.
    latin: bool,
}

impl Word {
    #[inline(always)]
    fn new(start: usize) -> Word {
        Word { start, i: start, end: start, hash: 0, variant: 0, head: 0, len: 0, folds: 0, latin: false }
    }

    #[inline(always)]
    fn letter(&mut self, e: Entry) {
        self.push(e.fold(), e.variant());
        self.folds |= e.flags();
    }

    #[inline(always)]
    fn push(&mut self, fold: u32, variant: u32) {
        self.hash = self.hash.wrapping_mul(K).wrapping_add(fold as u64);
        self.variant = self.variant.wrapping_mul(31).wrapping_add(variant);
        if self.len < 4 {
            self.head |= (fold as u64) << (16 * self.len);
        }
        self.len += 1;
    }

    #[inline(always)]
    fn token(self, kind: TokenKind) -> Token {
        Token {
            hash: self.hash,
            start: self.start as u32,
            end: self.end as u32,
            variant: self.variant,
            head: self.head,
            len: self.len.min(255) as u8,
            kind,
            folds: Folds(self.folds),
            flags: 0,
        }
    }

    /// Reads the word on to its end, whatever characters come.
    #[inline(never)]
    fn finish(mut self, b: &[u8], class: Class) -> Token {
        while self.i < b.len() {
            let (cp, w) = decode(b, self.i);
            let mut latin = false;
            if cp < 0x800 {
                let e = TABLE[cp as usize];
                if e.is(class) || class == Class::Latin && e.is(Class::Digit) {
                    latin = e.is(Class::Latin);
                    self.letter(e);
                    self.end = self.i + w;
                } else if e.is(Class::Mark) {
                    self.folds |= bits::MARKS;
                    if e.variant() == 0 {
                        self.end = self.i + w;
                    }
                } else if cp == 0x27 && self.latin && latin_at(b, self.i + w) {
                    self.folds |= bits::MARKS;
                } else {
                    break;
                }
            } else {
                match wide::class(cp) {
                    Wide::Letters(letters) if class == Class::Arabic => {
                        self.folds |= bits::SHAPE;
                        for &u in letters.iter().take_while(|&&u| u != 0) {
                            self.letter(TABLE[u as usize & 0x7ff]);
                        }
                        self.end = self.i + w;
                    }
                    Wide::Invisible => self.folds |= bits::MARKS,
                    Wide::Mark => {
                        self.folds |= bits::MARKS;
                        self.end = self.i + w;
                    }
                    Wide::Arabic if class == Class::Arabic => {
                        self.wide(cp);
                        self.folds |= bits::FOREIGN;
                        self.end = self.i + w;
                    }
                    Wide::Other if class == Class::Latin => {
                        self.wide(cp);
                        self.end = self.i + w;
                    }
                    _ if cp == 0x2019 && self.latin && latin_at(b, self.i + w) => self.folds |= bits::MARKS,
                    _ => break,
                }
            }
            self.latin = latin;
            self.i += w;
        }
        self.token(if class == Class::Arabic { TokenKind::Word } else { TokenKind::Latin })
    }

    /// A letter whose code point does not fit the head.
    fn wide(&mut self, cp: u32) {
        let head = self.head;
        self.push(cp, 0);
        self.head = if self.len <= 4 { head | 0x7ff << (16 * (self.len - 1)) } else { head };
    }
}

/// A word in Arabic script: this loop reads nearly all of a news text.
#[inline(always)]
fn arabic(b: &[u8], start: usize) -> Token {
    let mut word = Word::new(start);
    while let Some(&[x, y]) = b.get(word.i..).and_then(<[u8]>::first_chunk::<2>) {
        if x & 0xfc != 0xd8 {
            if x < 0x80 {
                break;
            }
            return word.finish(b, Class::Arabic);
        }
        let e = TABLE[(x as usize & 3) << 6 | (y as usize & 0x3f) | 0x600];
        if !e.is(Class::Arabic) {
            // a mark, a digit or punctuation
            return word.finish(b, Class::Arabic);
        }
        word.letter(e);
        word.i += 2;
        word.end = word.i;
    }
    word.token(TokenKind::Word)
}

/// The digit at byte `i`, if one is there: its entry and its length in bytes.
#[inline(always)]
fn digit(b: &[u8], i: usize) -> Option<(Entry, usize)> {
    let (cp, w) = if i < b.len() { decode(b, i) } else { return None };
    let e = TABLE[if cp < 0x800 { cp as usize } else { 0 }];
    e.is(Class::Digit).then_some((e, w))
}

/// The byte from `i` on where no invisible mark stands (some editors put one beside every digit).
fn visible(b: &[u8], mut i: usize) -> usize {
    while i < b.len() && b[i] >= 0x80 {
        let (cp, w) = decode(b, i);
        match cp {
            0x61c | 0xad => {}
            _ if cp >= 0x800 && matches!(wide::class(cp), Wide::Invisible) => {}
            _ => break,
        }
        i += w;
    }
    i
}

/// Digits, with single joints between digits: 31/12/2021, 3.5, 1,000, 15-7, 10:30, ٣٫٥.
fn number(b: &[u8], start: usize) -> Token {
    let mut word = Word::new(start);
    let mut i = start;
    loop {
        while let Some((e, w)) = digit(b, i) {
            word.letter(e);
            i += w;
        }
        word.end = i;
        let at = visible(b, i);
        if at >= b.len() {
            break;
        }
        if at > i && digit(b, at).is_some() {
            word.folds |= bits::MARKS;
            i = at;
            continue;
        }
        let (cp, w) = decode(b, at);
        let joint = match char::from_u32(cp) {
            Some('٫') => '.',
            Some('٬') => ',',
            Some(c @ ('.' | ',' | '/' | '-' | ':')) => c,
            _ => break,
        };
        let next = visible(b, at + w);
        if digit(b, next).is_none() {
            break;
        }
        word.push(joint as u32, 0);
        if at > i || next > at + w {
            word.folds |= bits::MARKS;
        }
        i = next;
    }
    word.token(TokenKind::Number)
}

/// Tatweel with space before and after it is a dash ("عمان ـ بترا ـ").
#[cold]
fn lone_tatweel(b: &[u8], start: usize, cp: u32, gap: u8) -> Option<Token> {
    let mut end = start;
    while cp == 0x640 && gap != 0 && b[end..].starts_with("ـ".as_bytes()) {
        end += 2;
    }
    let alone = end > start
        && (end == b.len() || {
            let (cp, _) = decode(b, end);
            cp < 0x800 && matches!(TABLE[cp as usize].class(), Class::Space | Class::Newline) || cp >= 0x800 && matches!(wide::class(cp), Wide::Space)
        });
    alone.then(|| Token { hash: 0x640, end: end as u32, len: 1, ..blank(start, TokenKind::Punct) })
}

/// One punctuation mark; an ellipsis of two or more dots; an emoji; a handle.
fn symbol(b: &[u8], start: usize, cp: u32, w: usize) -> Token {
    let mut t = Token { hash: cp as u64, len: 1, ..blank(start, TokenKind::Punct) };
    let mut end = start + w;
    if cp == '.' as u32 || cp == '…' as u32 {
        while end < b.len() && b[end] == b'.' {
            end += 1;
        }
        if end > start + 1 {
            t.hash = '…' as u64;
        }
    } else if cp == '@' as u32 {
        while end < b.len() && (b[end].is_ascii_alphanumeric() || b[end] == b'_') {
            end += 1;
        }
        if end > start + 1 {
            t.kind = TokenKind::Handle;
            let name = &b[start + 1..end];
            t.hash = name.iter().fold(0, |h, c| h.wrapping_mul(K).wrapping_add(c.to_ascii_lowercase() as u64));
            t.len = name.len().min(255) as u8;
        }
    } else if cp >= 0x800 && matches!(wide::class(cp), Wide::Emoji) {
        t.kind = TokenKind::Emoji;
        end = emoji(b, end, is_flag(cp));
    }
    t.end = end as u32;
    t
}

const fn is_flag(cp: u32) -> bool {
    cp >= 0x1f1e6 && cp <= 0x1f1ff
}

/// Where the emoji ends whose first character ends at `i`: modifiers, joined emoji, the second letter of a flag.
fn emoji(b: &[u8], mut i: usize, mut flag: bool) -> usize {
    let mut joined = false;
    while i < b.len() {
        let (cp, w) = decode(b, i);
        match cp {
            0xfe0e | 0xfe0f | 0x1f3fb..=0x1f3ff | 0x20e3 | 0xe0020..=0xe007f => {}
            0x200d => {
                joined = true;
                i += w;
                continue;
            }
            _ if flag && is_flag(cp) => flag = false,
            _ if joined && cp >= 0x800 && matches!(wide::class(cp), Wide::Emoji) => {}
            _ => break,
        }
        joined = false;
        i += w;
    }
    i
}
