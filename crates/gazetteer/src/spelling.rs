//! How the text spells a name, and whether a name of one word may match with other letters.
//!
//! Tokens are folded, so علي and على are one. Several words together hardly ever stand for something else, whatever their hamzas. One
//! word does, so it matches with other letters only where the difference is one that writers really make:
//!
//! - alef and hamza forms (أ إ آ ٱ ا), a final ى/ي, a final ة/ه, Persian letters, digits, and ئ/ي or ؤ/و after an alef
//!   (فائق / فايق, داؤود / داوود); nowhere else ئ and ؤ (رؤية is not روية);
//! - and never where the word as written is a common word itself: the file `data/spelled-otherwise.txt` (على, إلى, أن, أمل …). A particle
//!   stops a name of two words too (على حسن is "upon Hasan").
//! - A hamza may be missing anywhere, but is not added inside a word (الراي is not الرأي), only at its beginning, after ال too.
//! - A common word is not read as a clitic and a name of one word (فشل is not ف + شل): the same file has these.
//! - A Latin word keeps its first capital; one all in capitals keeps them (WHO is not who), or from four letters on the first (Nato).

use qawl_text::{Token, TokenKind, WordMap, hash, tokenize};
use std::sync::OnceLock;

/// One token more in the hash of a spelling.
#[inline(always)]
pub(crate) fn chain(state: u32, variant: u32) -> u32 {
    state.rotate_left(7).wrapping_mul(0x9e37_79b1).wrapping_add(variant)
}

/// The hash of the spelling of these tokens' words. A clitic in front changes nothing: its letters are canonical.
#[inline]
pub(crate) fn spelling(tokens: &[Token]) -> u32 {
    tokens.iter().filter(|t| t.kind != TokenKind::Punct).fold(1, |s, t| chain(s, t.variant))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace)
}

fn key(word: u64, variant: u32) -> u64 {
    word ^ u64::from(variant).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// How common a word is as it is spelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Common {
    /// A particle or pronoun.
    Particle,
    /// A noun, verb or adjective.
    Word,
    /// Never a clitic and a name of one word.
    Whole,
}

/// Whether this word, spelled so, is a common word of the language.
pub(crate) fn common(word: u64, variant: u32) -> Option<Common> {
    static WORDS: OnceLock<WordMap<Common>> = OnceLock::new();
    let map = WORDS.get_or_init(|| {
        let file = include_str!("../data/spelled-otherwise.txt");
        let (particles, words) = file.split_once("[words]").unwrap_or((file, ""));
        let particles = particles.split_once("[particles]").map_or("", |s| s.1);
        let (words, whole) = words.split_once("[whole]").unwrap_or((words, ""));
        let mut pairs = Vec::new();
        for (text, common) in [(particles, Common::Particle), (words, Common::Word), (whole, Common::Whole)] {
            let mut tokens = Vec::new();
            tokenize(text, &mut tokens);
            pairs.extend(tokens.iter().map(|t| (key(t.hash, t.variant), common)));
        }
        WordMap::build(pairs, |_, _| ())
    });
    map.get(key(word, variant)).copied()
}

/// Whether this Latin word alone is an English word rather than a name.
pub(crate) fn is_common_latin(word: &str) -> bool {
    static WORDS: OnceLock<WordMap<()>> = OnceLock::new();
    WORDS.get_or_init(|| WordMap::build(words(include_str!("../data/latin-words.txt")).map(|w| (hash(w), ())), |_, _| ())).has(hash(word))
}

/// Marks inside words, which the fold drops.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c as u32, 0xad | 0x300..=0x36f | 0x610..=0x61a | 0x61c | 0x640 | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4
        | 0x6e7 | 0x6e8 | 0x6ea..=0x6ed | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfe00..=0xfe0f | 0xfeff)
}

/// Whether `written` may stand for `name`: two words that fold alike and differ in letters.
pub(crate) fn is_writers_variant(name: &str, written: &str) -> bool {
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let initial = |s: &str| s.starts_with(char::is_uppercase);
        let capitals = |s: &str| s.chars().all(|c| !c.is_lowercase());
        return capitals(written) || initial(name) <= initial(written) && (!capitals(name) || name.len() >= 4);
    }
    let letters = |s: &'static str| move |c: char| s.contains(c);
    let (waw, yeh) = (letters("وؤ"), letters("يئى"));
    let mut after_alef = false;
    let initial = if name.starts_with("ال") { 2 } else { 0 };
    let mut other = written.chars().filter(|c| !is_mark(*c));
    for (i, n) in name.chars().filter(|c| !is_mark(*c)).enumerate() {
        // one form holds a ligature: the other letters were compared by the fold
        let Some(w) = other.next() else { return true };
        if (waw(n) && waw(w) && n != w || yeh(n) && yeh(w) && (n == 'ئ') != (w == 'ئ')) && !after_alef {
            return false;
        }
        if n == 'ا' && matches!(w, 'أ' | 'إ' | 'آ') && i != initial && i != 0 {
            return false;
        }
        after_alef = matches!(n, 'ا' | 'أ' | 'إ' | 'آ');
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_that_writers_make() {
        for (name, written) in [
            ("أحمد", "احمد"),
            ("إيران", "أيران"),
            ("علي", "على"),
            ("غزة", "غزه"),
            ("فائق", "فايق"),
            ("داوود", "داؤود"),
            ("اسطنبول", "أسطنبول"),
            ("الاردن", "الأردن"),
            ("رأفت", "رافت"),
            ("الكاظمي", "الكاظمی"),
            ("NATO", "Nato"),
            ("Iraq", "IRAQ"),
            ("أَحمد", "احـمد"),
        ] {
            assert!(is_writers_variant(name, written), "{name} {written}");
        }
        for (name, written) in [("روية", "رؤية"), ("بيس", "بئس"), ("WHO", "who"), ("WHO", "Who"), ("Iraq", "iraq"), ("مؤمن", "مومن")]
        {
            assert!(!is_writers_variant(name, written), "{name} {written}");
        }
    }

    #[test]
    fn common_words_as_written() {
        let variant = |w: &str| {
            let mut t = Vec::new();
            tokenize(w, &mut t);
            common(t[0].hash, t[0].variant)
        };
        assert!(["على", "إلى", "أمام"].iter().all(|w| variant(w) == Some(Common::Particle)));
        assert_eq!((variant("أمير"), variant("عليا"), variant("أحمد")), (Some(Common::Word), None, None));
        assert!(is_common_latin("Reform") && !is_common_latin("Baghdad"));
    }
}
