//! The folded form of a word and its hash.
//!
//! The hash is a polynomial over the folded characters, `h = h * K + c`, so that the hash of a word without its clitic
//! follows from the word's hash by arithmetic, with no second look at the letters (see [`crate::Token::rest`]).

use crate::chars::{Class, TABLE};
use crate::wide;

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

/// Hash of a word in folded form, usable in constants: `const QAL: u64 = hash("قال");`.
///
/// The argument is folded while it is read, so `hash("إنَّ") == hash("ان")`. Presentation forms and characters beyond
/// U+07FF are not folded here (they hash as themselves); [`fold`] knows them.
///
/// ```
/// use qawl_text::{Text, hash};
/// let text = Text::read("قالَ");
/// assert_eq!(text.tokens()[0].hash, hash("قال"));
/// ```
pub const fn hash(word: &str) -> u64 {
    let b = word.as_bytes();
    let (mut i, mut h) = (0, 0u64);
    while i < b.len() {
        let (cp, n) = decode(b, i);
        i += n;
        if cp < 0x800 {
            let e = TABLE[cp as usize];
            if e.is(Class::Mark) {
                continue;
            }
            let f = if e.fold() == 0 { cp } else { e.fold() };
            h = h.wrapping_mul(K).wrapping_add(f as u64);
        } else {
            h = h.wrapping_mul(K).wrapping_add(cp as u64);
        }
    }
    h
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

/// The folded form of a string: marks dropped, alef and hamza forms, ى/ي, ة/ه, ؤ/و, ئ/ي, Persian letters and presentation
/// forms unified, digits in ASCII, Latin in lower case. Everything else stays.
///
/// ```
/// assert_eq!(qawl_text::fold("الأُمَّةُ"), "الامه");
/// assert_eq!(qawl_text::fold("٢٠٢١ NATO"), "2021 nato");
/// ```
pub fn fold(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        let cp = c as u32;
        if cp < 0x800 {
            let e = TABLE[cp as usize];
            match e.class() {
                Class::Mark => {}
                _ if e.fold() == 0 => out.push(c),
                _ => out.push(char::from_u32(e.fold()).unwrap_or(c)),
            }
        } else {
            match wide::class(cp) {
                wide::Wide::Mark => {}
                wide::Wide::Letters(l) => out.extend(l.iter().map(|&u| {
                    let e = TABLE[u as usize & 0x7ff];
                    char::from_u32(if e.fold() == 0 { u as u32 } else { e.fold() }).unwrap_or(c)
                })),
                _ => out.push(c),
            }
        }
    }
    out
}
