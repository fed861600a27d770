//! The folded form of a word and its hash.
//!
//! The hash is a polynomial over the folded characters, `h = h * K + c`, so that the hash of a word without its clitic
//! follows from the word's hash by arithmetic, with no second look at the letters (see [`crate::Token::rest`]).

use crate::chars::{Class, TABLE};
use crate::wide::{self, Wide};

/// The multiplier of the polynomial: odd, random, fixed for ever (compiled gazetteers depend on it).
pub(crate) const K: u64 = 0x9e6c_63d0_876a_9a35;

/// `POW[n] == K^n`, wrapping.
pub(crate) static POW: [u64; 256] = {
    let mut p = [1u64; 256];
    let mut i = 1;
    while i < 256 {
        p[i] = p[i - 1].wrapping_mul(K);
        i += 1;
    }
    p
};

/// Hash of a word, usable in constants: `const QAL: u64 = hash("قال");`.
///
/// The argument is folded while it is read, exactly as [`fold`] does it, so `hash("إنَّ") == hash("ان")`.
///
/// ```
/// use qawl_text::{Text, hash};
/// const SAID: u64 = hash("قال");
/// let text = Text::read("قالَ");
/// assert_eq!(text.tokens()[0].hash, SAID);
/// ```
pub const fn hash(word: &str) -> u64 {
    let b = word.as_bytes();
    let (mut i, mut h, mut latin) = (0, 0u64, false);
    while i < b.len() {
        let (cp, w) = decode(b, i);
        match step(b, i, cp, w, latin) {
            Step::Drop => {}
            Step::One(c) => h = h.wrapping_mul(K).wrapping_add(c as u64),
            Step::Form(letters) => {
                let mut k = 0;
                while k < 4 && letters[k] != 0 {
                    h = h.wrapping_mul(K).wrapping_add(TABLE[letters[k] as usize].fold() as u64);
                    k += 1;
                }
            }
        }
        latin = is_latin(cp);
        i += w;
    }
    h
}

/// The folded form of a string: marks dropped, alef and hamza forms, ى/ي, ة/ه, ؤ/و, ئ/ي, Persian letters and presentation
/// forms unified, digits in ASCII, Latin in lower case without accents and apostrophes. Everything else stays.
///
/// ```
/// assert_eq!(qawl_text::fold("الأُمَّةُ"), "الامه");
/// assert_eq!(qawl_text::fold("٢٠٢١ NATO"), "2021 nato");
/// ```
pub fn fold(s: &str) -> String {
    let b = s.as_bytes();
    let mut out = String::with_capacity(s.len());
    let (mut i, mut latin) = (0, false);
    while i < b.len() {
        let (cp, w) = decode(b, i);
        match step(b, i, cp, w, latin) {
            Step::Drop => {}
            Step::One(c) => out.extend(char::from_u32(c)),
            Step::Form(letters) => {
                out.extend(letters.iter().take_while(|&&u| u != 0).filter_map(|&u| char::from_u32(TABLE[u as usize & 0x7ff].fold())));
            }
        }
        latin = is_latin(cp);
        i += w;
    }
    out
}

/// What folding makes of one character.
enum Step {
    Drop,
    One(u32),
    Form(&'static [u16; 4]),
}

/// Folds the character `cp` at `i`; `latin` says whether a Latin letter stands before it.
const fn step(b: &[u8], i: usize, cp: u32, w: usize, latin: bool) -> Step {
    if cp < 0x800 {
        let e = TABLE[cp as usize];
        if e.is(Class::Mark) || latin && cp == 0x27 && latin_at(b, i + w) { Step::Drop } else { Step::One(if e.fold() == 0 { cp } else { e.fold() }) }
    } else {
        match wide::class(cp) {
            Wide::Mark | Wide::Invisible => Step::Drop,
            Wide::Letters(letters) => Step::Form(letters),
            _ if latin && cp == 0x2019 && latin_at(b, i + w) => Step::Drop,
            _ => Step::One(cp),
        }
    }
}

/// Whether a letter of the Latin class (below U+0800) stands at byte `i`.
pub(crate) const fn latin_at(b: &[u8], i: usize) -> bool {
    i < b.len() && is_latin(decode(b, i).0)
}

pub(crate) const fn is_latin(cp: u32) -> bool {
    cp < 0x800 && TABLE[cp as usize].is(Class::Latin)
}

/// Decodes the character at `i` of valid UTF-8: its code point and its length in bytes.
#[inline(always)]
pub(crate) const fn decode(b: &[u8], i: usize) -> (u32, usize) {
    let x = b[i] as u32;
    if x < 0x80 {
        (x, 1)
    } else if x < 0xe0 {
        ((x & 0x1f) << 6 | (b[i + 1] as u32 & 0x3f), 2)
    } else if x < 0xf0 {
        ((x & 0xf) << 12 | (b[i + 1] as u32 & 0x3f) << 6 | (b[i + 2] as u32 & 0x3f), 3)
    } else {
        ((x & 7) << 18 | (b[i + 1] as u32 & 0x3f) << 12 | (b[i + 2] as u32 & 0x3f) << 6 | (b[i + 3] as u32 & 0x3f), 4)
    }
}
