//! Tokens: what one looks like, and the fused pass that cuts, folds and hashes them.

use crate::Span;
use crate::chars::{Class, TABLE, bits};
use crate::fold::{K, POW, decode};
use crate::wide::{self, Wide};

/// What kind of thing a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
pub enum TokenKind {
    /// A word in Arabic script.
    Word,
    /// A word in another script; digits may follow its letters (F16).
    Latin,
    /// A number, date or score: digits with single `. , / - : ٫ ٬ %`-like joints between them (31/12/2021, 3.5, 15-7).
    Number,
    /// One punctuation mark or symbol; two or more dots are one ellipsis.
    Punct,
    /// An address on the web.
    Url,
    /// An e-mail address.
    Email,
    /// `@name`.
    Handle,
    /// An emoji with its modifiers.
    Emoji,
}

/// Which unifications a token's letters went through: the fold tier. Empty means that the text has the canonical letters.
#[derive(Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Folds(pub(crate) u8);

impl Folds {
    /// أ إ آ ٱ read as ا.
    pub const ALEF: Folds = Folds(bits::ALEF);
    /// ى read as ي.
    pub const YEH: Folds = Folds(bits::YEH);
    /// ة read as ه.
    pub const TEH: Folds = Folds(bits::TEH);
    /// ؤ ئ read as و ي.
    pub const SEAT: Folds = Folds(bits::SEAT);
    /// Persian, Kurdish or Urdu letter, or a non-ASCII digit.
    pub const FOREIGN: Folds = Folds(bits::FOREIGN);
    /// Presentation form or ligature.
    pub const SHAPE: Folds = Folds(bits::SHAPE);
    /// Tashkeel, tatweel, bidi control or zero-width character dropped.
    pub const MARKS: Folds = Folds(bits::MARKS);
    /// Latin capital or accented letter.
    pub const CASE: Folds = Folds(bits::CASE);

    /// Whether every unification of `other` is among these.
    pub const fn contains(self, other: Folds) -> bool {
        self.0 & other.0 == other.0
    }
    /// Whether none was applied.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl std::ops::BitOr for Folds {
    type Output = Folds;
    fn bitor(self, o: Folds) -> Folds {
        Folds(self.0 | o.0)
    }
}

impl std::fmt::Debug for Folds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = ["ALEF", "YEH", "TEH", "SEAT", "FOREIGN", "SHAPE", "MARKS", "CASE"];
        f.debug_set().entries((0..8).filter(|i| self.0 >> i & 1 == 1).map(|i| names[i])).finish()
    }
}

/// One token. 40 bytes or fewer; copy it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Hash of the folded form (see [`crate::hash`]); for punctuation the code point (`…` for two or more dots).
    pub hash: u64,
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Which variant letters stand where (أ for ا, ة for ه …): two tokens with equal `hash` and equal `variant` are spelled alike.
    /// Clitics have canonical letters, so a word and the same word behind a clitic agree.
    pub variant: u32,
    /// The first four folded characters, 0 where there is none, 0x7ff where one does not fit.
    pub(crate) head: [u16; 4],
    /// Folded characters, at most 255.
    pub len: u8,
    /// The kind.
    pub kind: TokenKind,
    /// The fold tier.
    pub folds: Folds,
    pub(crate) flags: u8,
}

pub(crate) const GAP_SPACE: u8 = 1;
pub(crate) const GAP_LINE: u8 = 2;
pub(crate) const GAP_PARAGRAPH: u8 = 4;
pub(crate) const HASHTAG: u8 = 8;

impl Token {
    /// Where it stands, in bytes of the text.
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
    /// Whether white space stands before it (or it is the first).
    pub const fn spaced(&self) -> bool {
        self.flags & (GAP_SPACE | GAP_LINE | GAP_PARAGRAPH) != 0
    }
    /// Whether it is the first of its line.
    pub const fn starts_line(&self) -> bool {
        self.flags & (GAP_LINE | GAP_PARAGRAPH) != 0
    }
    /// Whether a blank line stands before it (or it is the first of the text).
    pub const fn after_blank_line(&self) -> bool {
        self.flags & GAP_PARAGRAPH != 0
    }
    /// Whether it is a word of a hashtag (`#العراق_ينتفض` gives `#` and two words).
    pub const fn in_hashtag(&self) -> bool {
        self.flags & HASHTAG != 0
    }
    /// Whether it is a word, in Arabic or another script.
    pub const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Latin)
    }
    /// The punctuation character, if it is one.
    pub const fn punct(&self) -> Option<char> {
        match self.kind {
            TokenKind::Punct => char::from_u32(self.hash as u32),
            _ => None,
        }
    }
    /// Whether it is this punctuation character.
    pub const fn is(&self, c: char) -> bool {
        matches!(self.kind, TokenKind::Punct) && self.hash == c as u64
    }
    /// The first folded characters (at most four), 0 where there is none.
    pub const fn head(&self) -> [u16; 4] {
        self.head
    }
    /// Hash of the word without its first `n` (at most 4) folded characters: O(1).
    #[inline(always)]
    pub fn rest(&self, n: usize) -> u64 {
        let mut p = 0u64;
        for &c in &self.head[..n] {
            p = p.wrapping_mul(K).wrapping_add(c as u64);
        }
        self.hash.wrapping_sub(p.wrapping_mul(POW[(self.len as usize).saturating_sub(n)]))
    }
    /// Hash of the word with its first `n` folded characters replaced by `with`: "للعراق" with 2 replaced by ال gives العراق.
    #[inline(always)]
    pub fn replaced(&self, n: usize, with: &[u16]) -> u64 {
        let mut p = 0u64;
        for &c in with {
            p = p.wrapping_mul(K).wrapping_add(c as u64);
        }
        self.rest(n).wrapping_add(p.wrapping_mul(POW[(self.len as usize).saturating_sub(n)]))
    }
}

/// The fused pass: cuts `raw` into tokens, folds and hashes each, and appends them to `out`. One look at every byte.
///
/// `raw` is at most 4 GiB; what lies beyond is not read (the pipeline splits before).
pub fn tokenize(raw: &str, out: &mut Vec<Token>) {
    let b = raw.as_bytes();
    let n = b.len().min(u32::MAX as usize - 8);
    let mut i = 0usize;
    let mut gap = GAP_PARAGRAPH;
    let mut newlines = 0u32;
    let mut hashtag = false;
    while i < n {
        let (cp, w) = decode(b, i);
        let class = if cp < 0x800 { TABLE[cp as usize].class() } else { wide_class(cp) };
        match class {
            Class::Space => {
                gap |= GAP_SPACE;
                hashtag = false;
                i += w;
            }
            Class::Newline => {
                // CRLF is one line end
                if !(cp == 0x0a && i > 0 && b[i - 1] == 0x0d) {
                    newlines += 1;
                }
                gap |= if newlines > 1 { GAP_LINE | GAP_PARAGRAPH } else { GAP_LINE };
                hashtag = false;
                i += w;
            }
            Class::Mark => i += w,
            Class::Arabic | Class::Latin => {
                let mut t = word(b, i, n, class);
                t.flags = gap | if hashtag { HASHTAG } else { 0 };
                if class == Class::Latin {
                    special(b, n, &mut t);
                }
                i = t.end as usize;
                out.push(t);
                gap = 0;
                newlines = 0;
            }
            Class::Digit => {
                let mut t = number(b, i, n);
                t.flags = gap | if hashtag { HASHTAG } else { 0 };
                i = t.end as usize;
                out.push(t);
                gap = 0;
                newlines = 0;
            }
            Class::Punct => {
                let mut t = symbol(b, i, n, cp, w);
                t.flags = gap;
                if hashtag && cp == '_' as u32 {
                    // joins the words of a hashtag: a gap, not a token
                    gap |= GAP_SPACE;
                    i += w;
                    continue;
                }
                hashtag = cp == '#' as u32;
                i = t.end as usize;
                out.push(t);
                gap = 0;
                newlines = 0;
            }
        }
    }
}

#[cold]
fn wide_class(cp: u32) -> Class {
    match wide::class(cp) {
        Wide::Space => Class::Space,
        Wide::Newline => Class::Newline,
        Wide::Mark => Class::Mark,
        Wide::Letters(_) => Class::Arabic,
        Wide::Other => Class::Latin,
        Wide::Emoji | Wide::Punct => Class::Punct,
    }
}

const fn blank(start: usize, kind: TokenKind) -> Token {
    Token { hash: 0, start: start as u32, end: start as u32, variant: 0, head: [0; 4], len: 0, kind, folds: Folds(0), flags: 0 }
}

#[inline(always)]
fn word(b: &[u8], start: usize, n: usize, class: Class) -> Token {
    let mut t = blank(start, if class == Class::Arabic { TokenKind::Word } else { TokenKind::Latin });
    let (mut i, mut h, mut var, mut folds, mut len) = (start, 0u64, 0u32, 0u8, 0usize);
    while i < n {
        let x = b[i] as usize;
        let (cp, w) = if x < 0x80 {
            (x, 1)
        } else if x < 0xe0 {
            ((x & 0x1f) << 6 | (b[i + 1] as usize & 0x3f), 2)
        } else {
            let (cp, w) = decode(b, i);
            match wide::class(cp) {
                Wide::Letters(l) if class == Class::Arabic => {
                    folds |= bits::SHAPE;
                    for &u in l {
                        let e = TABLE[u as usize & 0x7ff];
                        h = h.wrapping_mul(K).wrapping_add(e.fold() as u64);
                        var = var.wrapping_mul(31).wrapping_add(e.variant());
                        folds |= e.flags();
                        if len < 4 {
                            t.head[len] = e.fold() as u16;
                        }
                        len += 1;
                    }
                }
                Wide::Mark => folds |= bits::MARKS,
                Wide::Other if class == Class::Latin => {
                    h = h.wrapping_mul(K).wrapping_add(cp as u64);
                    var = var.wrapping_mul(31);
                    if len < 4 {
                        t.head[len] = 0x7ff;
                    }
                    len += 1;
                }
                _ => break,
            }
            i += w;
            continue;
        };
        let e = TABLE[cp & 0x7ff];
        if e.is(class) || (e.is(Class::Digit) && class == Class::Latin) {
            h = h.wrapping_mul(K).wrapping_add(e.fold() as u64);
            var = var.wrapping_mul(31).wrapping_add(e.variant());
            if len < 4 {
                t.head[len] = e.fold() as u16;
            }
            len += 1;
        } else if !e.is(Class::Mark) {
            break;
        }
        folds |= e.flags();
        i += w;
    }
    t.end = i as u32;
    t.hash = h;
    t.variant = var;
    t.folds = Folds(folds);
    t.len = len.min(255) as u8;
    t
}

/// Digits, with single joints between digits: 31/12/2021, 3.5, 1,000, 15-7, 10:30, ٣٫٥.
fn number(b: &[u8], start: usize, n: usize) -> Token {
    let mut t = blank(start, TokenKind::Number);
    let (mut i, mut h, mut var, mut folds, mut len) = (start, 0u64, 0u32, 0u8, 0usize);
    let digit = |i: usize| {
        if i >= n {
            return None;
        }
        let (cp, w) = decode(b, i);
        let e = TABLE[(cp as usize).min(0x7ff)];
        (cp < 0x800 && e.is(Class::Digit)).then_some((e, w))
    };
    while i < n {
        if let Some((e, w)) = digit(i) {
            h = h.wrapping_mul(K).wrapping_add(e.fold() as u64);
            var = var.wrapping_mul(31).wrapping_add(e.variant());
            folds |= e.flags();
            if len < 4 {
                t.head[len] = e.fold() as u16;
            }
            len += 1;
            i += w;
            continue;
        }
        let (cp, w) = decode(b, i);
        let joint = match char::from_u32(cp) {
            Some('٫') => '.',
            Some('٬') => ',',
            Some(c @ ('.' | ',' | '/' | '-' | ':')) => c,
            _ => break,
        };
        if digit(i + w).is_none() {
            break;
        }
        h = h.wrapping_mul(K).wrapping_add(joint as u64);
        var = var.wrapping_mul(31);
        if len < 4 {
            t.head[len] = joint as u16;
        }
        len += 1;
        i += w;
    }
    t.end = i as u32;
    t.hash = h;
    t.variant = var;
    t.folds = Folds(folds);
    t.len = len.min(255) as u8;
    t
}

/// One punctuation mark; an ellipsis of two or more dots; an emoji; a handle.
fn symbol(b: &[u8], start: usize, n: usize, cp: u32, w: usize) -> Token {
    let mut t = blank(start, TokenKind::Punct);
    t.hash = cp as u64;
    t.len = 1;
    let mut end = start + w;
    if cp == '.' as u32 {
        while end < n && b[end] == b'.' {
            end += 1;
        }
        if end > start + 1 {
            t.hash = '…' as u64;
        }
    } else if cp == '@' as u32 {
        while end < n && (b[end].is_ascii_alphanumeric() || b[end] == b'_') {
            end += 1;
        }
        if end > start + 1 {
            t.kind = TokenKind::Handle;
            t.hash = ascii_hash(&b[start + 1..end]);
            t.len = (end - start - 1).min(255) as u8;
        }
    } else if cp >= 0x800 && matches!(wide::class(cp), Wide::Emoji) {
        t.kind = TokenKind::Emoji;
        while end < n {
            let (c, w) = decode(b, end);
            match c {
                0xfe0f | 0x200d | 0x1f3fb..=0x1f3ff | 0x1f1e6..=0x1f1ff => end += w,
                _ if b[end - 1] == 0x8d && matches!(wide::class(c), Wide::Emoji) => end += w,
                _ => break,
            }
        }
    }
    t.end = end as u32;
    t
}

fn ascii_hash(b: &[u8]) -> u64 {
    b.iter().fold(0, |h, c| h.wrapping_mul(K).wrapping_add(c.to_ascii_lowercase() as u64))
}

/// Turns a Latin word that opens a web or mail address into that address.
#[inline]
fn special(b: &[u8], n: usize, t: &mut Token) {
    let (s, mut e) = (t.start as usize, t.end as usize);
    if e >= n {
        return;
    }
    let url = match b[e] {
        b':' => b[e..n].starts_with(b"://"),
        b'.' => b[s..e].eq_ignore_ascii_case(b"www"),
        _ => false,
    };
    if url {
        while e < n && b[e] > 0x20 && b[e] < 0x7f && !b"<>\"'()".contains(&b[e]) {
            e += 1;
        }
        while e > s && b".,;:!?".contains(&b[e - 1]) {
            e -= 1;
        }
        t.kind = TokenKind::Url;
    } else if matches!(b[e], b'@' | b'.' | b'-' | b'_' | b'+') {
        let mut k = e;
        while k < n && (b[k].is_ascii_alphanumeric() || b".-_+".contains(&b[k])) {
            k += 1;
        }
        if k < n && b[k] == b'@' && k + 1 < n && b[k + 1].is_ascii_alphanumeric() {
            e = k + 1;
            while e < n && (b[e].is_ascii_alphanumeric() || b".-".contains(&b[e])) {
                e += 1;
            }
            while b".-".contains(&b[e - 1]) {
                e -= 1;
            }
            t.kind = TokenKind::Email;
        } else {
            return;
        }
    } else {
        return;
    }
    t.end = e as u32;
    t.hash = ascii_hash(&b[s..e]);
    t.len = (e - s).min(255) as u8;
}
