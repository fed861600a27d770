//! What holds for any text, however broken.

use proptest::prelude::*;
use qawl::{Document, Offsets};
use qawl_tests::{articles, extractor, invariants};

/// Pieces of Arabic news and of everything that goes wrong with it.
const PIECES: &[&str] = &[
    "قال",
    "وقال",
    "أكد",
    "وأضاف",
    "مشيرا إلى",
    "نقلت",
    "وفقا لـ",
    "بحسب",
    "على حد قوله",
    "من جانبه",
    "جدد",
    "رحب بـ",
    "اتهم",
    "وصف",
    "بأنه",
    "سأل",
    "لم يقل",
    "ذُكر",
    "تغريدة",
    "في بيان",
    "خلال مؤتمر صحفي",
    "إن",
    "أن",
    "بأن",
    "إنّ",
    "إنه",
    "الذي",
    "التي",
    "عن",
    "إلى",
    "على",
    "الرئيس الأمريكي",
    "جو بايدن",
    "وبايدن",
    "للكاظمي",
    "مصطفى الكاظمي",
    "رئيس مجلس النواب العراقي",
    "محمد الحلبوسي",
    "وزير الخارجية",
    "الأمم المتحدة",
    "(UNAMI)",
    "العراق",
    "بغداد",
    "الطرفان",
    "الوفد",
    "المصدر ذاته",
    "د.",
    "أ. د.",
    "عبد الله",
    "عبدالله",
    "بن",
    "أبو",
    "آل",
    "حزب",
    "حركة",
    "“",
    "”",
    "«",
    "»",
    "\"",
    "„",
    "‘",
    "’",
    "‹",
    "›",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ":",
    "،",
    "؛",
    "؟",
    ".",
    "..",
    "...",
    "…",
    "!",
    "-",
    "–",
    "—",
    "ـ",
    "/",
    "|",
    "»»",
    "««",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{a0}",
    "\u{200f}",
    "\u{200e}",
    "\u{202b}",
    "\u{2067}",
    "\u{200c}",
    "\u{200d}",
    "\u{feff}",
    "\u{0}",
    "\u{fffd}",
    "\u{64b}",
    "\u{651}\u{64e}",
    "\u{670}",
    "\u{fdf2}",
    "\u{fefb}",
    "\u{fe8d}",
    "٢٠٢١",
    "31/12/2021",
    "1,4",
    "مليون",
    "%",
    "ی",
    "ک",
    "@user_1",
    "#وسم_طويل",
    "https://example.org/a?b=c",
    "a@b.example",
    "🙂",
    "🇸🇾",
    "e\u{301}",
    "شاهد أيضا",
    "المصدر:",
    "الرئيسية /",
    "بغداد (واع) -",
    "و",
    "ف",
    "ل",
    "كـ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        2 => "[\u{621}-\u{652}]{1,8}",
        1 => "\\PC{0,4}",
    ];
    let glue = prop_oneof![6 => Just(" "), 2 => Just(""), 1 => Just("\n")];
    proptest::collection::vec((piece, glue), 0..60).prop_map(|v| v.into_iter().map(|(p, g)| p + g).collect())
}

fn sound(text: &str, published: Option<&str>) -> Result<(), TestCaseError> {
    let mut d = Document::new("p", text);
    d.published = published.map(str::to_owned);
    let r = extractor().extract(&d);
    let broken = invariants::broken(&r, text);
    prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
    // twice is once
    prop_assert_eq!(&extractor().extract(&d), &r);
    // in every unit the spans still hold the same words
    for unit in [Offsets::Char, Offsets::Utf16] {
        let mut c = r.clone();
        c.to_offsets(text, unit);
        for (m, byte) in c.mentions.iter().zip(&r.mentions) {
            let (s, e) = (m.start as usize, m.end as usize);
            let words: String = match unit {
                Offsets::Utf16 => String::from_utf16_lossy(&text.encode_utf16().skip(s).take(e - s).collect::<Vec<_>>()),
                _ => text.chars().skip(s).take(e - s).collect(),
            };
            prop_assert_eq!(&words, &byte.text);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_record(t in text()) {
        sound(&t, Some("2021-07-27"))?;
    }

    #[test]
    fn any_string_gives_a_sound_record(t in any::<String>(), published in proptest::option::of(any::<String>())) {
        sound(&t, published.as_deref())?;
    }

    #[test]
    fn damaged_articles_give_sound_records(k in 0usize..1000, cut in 0usize..4000, drop in 0usize..60, insert in proptest::sample::select(PIECES)) {
        let all = articles_once();
        let chars: Vec<char> = all[k % all.len()].chars().collect();
        let at = cut % chars.len();
        let damaged: String = chars[..at].iter().copied().chain(insert.chars()).chain(chars[(at + drop).min(chars.len())..].iter().copied()).collect();
        sound(&damaged, None)?;
    }
}

fn articles_once() -> &'static [String] {
    static A: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    A.get_or_init(|| articles().into_iter().map(|d| d.text).collect())
}

#[test]
fn every_prefix_of_an_article_gives_a_sound_record() {
    let text = &articles_once()[0];
    for (i, _) in text.char_indices().step_by(3) {
        let r = extractor().extract(&Document::new("p", &text[..i]));
        let broken = invariants::broken(&r, &text[..i]);
        assert!(broken.is_empty(), "{i}: {}", broken.join("\n"));
    }
}

#[test]
fn output_grows_with_the_text_and_no_faster() {
    // each is repeated to a size at which quadratic work would take minutes
    let hostile = [
        "“",
        "”",
        "«قال ",
        "قال إن ",
        "و",
        "قال: ",
        "(",
        "الذي قال إن ",
        "بايدن ",
        "وزير ",
        "عبد ",
        "مشيرا إلى أن ",
        "\n",
        ". ",
        "د.",
        "ـ",
        "\u{64b}",
        "نقلت عن ",
        "بن ",
        ":",
        "“قال” ",
        "رئيس الوزراء العراقي ",
        "وفقا ",
        "a",
        "أن ",
        "الرئيس الأمريكي ",
        "، ",
        "🙂",
    ];
    // what is counted is what comes out: sections, mentions, claims and the bytes of their texts
    let size = |piece: &str, bytes: usize| -> usize {
        let d = Document::new("h", piece.repeat(bytes / piece.len()));
        serde_json::to_vec(&extractor().extract(&d)).map_or(0, |v| v.len())
    };
    let mut more = Vec::new();
    for piece in hostile {
        let (small, large) = (size(piece, 20_000), size(piece, 160_000));
        // eight times the text
        if large > small * 10 + 10_000 {
            more.push(format!("{piece:?}: {small} bytes for 20 kB, {large} for 160 kB"));
        }
    }
    assert!(more.is_empty(), "more than linear:\n{}", more.join("\n"));
}
