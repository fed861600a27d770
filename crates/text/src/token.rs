//! Tokens: what one looks like and what can be asked of it.

use crate::Span;
use crate::chars::bits;
use crate::fold::{K, POW};

/// What kind of thing a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
pub enum TokenKind {
    /// A word in Arabic script.
    Word,
    /// A word in another script; digits may follow its letters (F16).
    Latin,
    /// A number, date or score: digits with single joints `. , / - : ٫ ٬` between them (31/12/2021, 3.5, 15-7).
    Number,
    /// One punctuation mark or symbol; two or more dots are one ellipsis, a tatweel that stands alone is a dash.
    Punct,
    /// An address on the web, with or without `http://`.
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
    /// The text has the canonical letters.
    pub const NONE: Folds = Folds(0);
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
    /// Whether one of `other` is among these.
    pub const fn intersects(self, other: Folds) -> bool {
        self.0 & other.0 != 0
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

/// One token: 32 bytes; copy it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Hash of the folded form (see [`crate::hash`]); for punctuation the code point (`…` for two or more dots), for a
    /// handle the hash of the name without `@`.
    pub hash: u64,
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Which variant letters stand where (أ for ا, ة for ه …): two tokens with equal `hash` and equal `variant` are spelled alike.
    /// Clitics have canonical letters, so a word and the same word behind a clitic agree.
    pub variant: u32,
    /// The first four folded characters, 16 bits each from the low end, 0 where there is none, 0x7ff where one does not fit.
    pub(crate) head: u64,
    /// Length of the folded form in characters; 255 for all that are longer, of which [`Token::rest`] knows nothing.
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
    /// Whether it is a dash of any kind: `-`, `–`, `—`, `―`, `−`, or a tatweel that stands alone.
    pub const fn is_dash(&self) -> bool {
        matches!(self.punct(), Some('-' | '–' | '—' | '―' | '‒' | '−' | 'ـ' | '‐' | '‑'))
    }
    /// Whether it is two or more dots, or `…`.
    pub const fn is_ellipsis(&self) -> bool {
        self.is('…')
    }
    /// The first folded characters (at most four), 0 where there is none.
    pub const fn head(&self) -> [u16; 4] {
        let h = self.head;
        [h as u16, (h >> 16) as u16, (h >> 32) as u16, (h >> 48) as u16]
    }
    /// Hash of the word without its first `n` (at most 4) folded characters, by arithmetic.
    ///
    /// ```
    /// use qawl_text::{Text, hash};
    /// let text = Text::read("وبغداد");
    /// assert_eq!(text.tokens()[0].rest(1), hash("بغداد"));
    /// ```
    #[inline(always)]
    pub fn rest(&self, n: usize) -> u64 {
        let (mut p, mut head) = (0u64, self.head);
        for _ in 0..n {
            p = p.wrapping_mul(K).wrapping_add(head & 0xffff);
            head >>= 16;
        }
        self.hash.wrapping_sub(p.wrapping_mul(POW[(self.len as usize).saturating_sub(n)]))
    }
    /// Hash of the word with its first `n` (at most 4) folded characters replaced by the folded characters `with`: "للعراق" with
    /// 2 replaced by ال gives العراق.
    #[inline(always)]
    pub fn replaced(&self, n: usize, with: &[u16]) -> u64 {
        let mut p = 0u64;
        for &c in with {
            p = p.wrapping_mul(K).wrapping_add(c as u64);
        }
        self.rest(n).wrapping_add(p.wrapping_mul(POW[(self.len as usize).saturating_sub(n)]))
    }
}
