//! The forms of a nisba: from عراقي all that agree with men, women, two and many, with and without ال.

use crate::{Form, Gender, Number};

/// Calls `f` with every form of a nisba given as masculine singular without ال. Of two words (كوري شمالي) both take the endings; words that are no
/// nisba (جنوب أفريقي) take none, and then ال stands before the first alone.
///
/// The dual oblique (عراقيين) is spelled as the plural and left to it.
pub(crate) fn forms(base: &str, mut f: impl FnMut(&str, Form)) {
    use Gender::{Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    const ENDINGS: [(&str, Gender, Number); 8] = [
        ("", Masculine, Singular),
        ("ة", Feminine, Singular),
        ("ان", Masculine, Dual),
        ("تان", Feminine, Dual),
        ("تين", Feminine, Dual),
        ("ون", Masculine, Plural),
        ("ين", Masculine, Plural),
        ("ات", Feminine, Plural),
    ];
    let every = base.split(' ').all(inflected);
    let mut text = String::with_capacity(base.len() * 2 + 16);
    for definite in [false, true] {
        for (ending, gender, number) in ENDINGS {
            text.clear();
            spell(base, every, ending, definite, &mut text);
            f(&text, Form { gender, number, definite });
        }
    }
}

fn inflected(word: &str) -> bool {
    word.ends_with(['ي', 'ى'])
}

/// Appends one form; `every`: every word is inflected.
fn spell(base: &str, every: bool, ending: &str, definite: bool, text: &mut String) {
    for (i, word) in base.split(' ').enumerate() {
        if i > 0 {
            text.push(' ');
        }
        if definite && (every || i == 0) {
            text.push_str("ال");
        }
        text.push_str(word);
        if inflected(word) || word.len() == base.len() {
            text.push_str(ending);
        }
    }
}

/// Calls `f` with a broken plural, without and with ال.
pub(crate) fn plural(base: &str, mut f: impl FnMut(&str, Form)) {
    let form = Form { gender: Gender::Masculine, number: Number::Plural, definite: false };
    f(base, form);
    f(&format!("ال{base}"), Form { definite: true, ..form });
}

/// The definite nisba that agrees with a singular noun: العراقي, الكورية الشمالية.
pub(crate) fn definite(base: &str, feminine: bool) -> String {
    let mut out = String::with_capacity(base.len() + 16);
    spell(base, base.split(' ').all(inflected), if feminine { "ة" } else { "" }, true, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(base: &str) -> Vec<String> {
        let mut out = Vec::new();
        forms(base, |t, _| out.push(t.to_owned()));
        out
    }

    #[test]
    fn one_word() {
        assert_eq!(
            all("عراقي").join(" "),
            "عراقي عراقية عراقيان عراقيتان عراقيتين عراقيون عراقيين عراقيات \
             العراقي العراقية العراقيان العراقيتان العراقيتين العراقيون العراقيين العراقيات"
        );
    }

    #[test]
    fn two_words() {
        assert_eq!(definite("كوري شمالي", true), "الكورية الشمالية");
        assert_eq!(definite("جنوب أفريقي", false), "الجنوب أفريقي");
        assert!(all("كوري شمالي").contains(&"كوريون شماليون".to_owned()));
    }
}
