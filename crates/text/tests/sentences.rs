//! Sentences: what ends one and what does not.

use qawl_text::Text;

/// Checks the sentences of a text that is written with `|` where one ends and the next begins.
#[track_caller]
fn check(marked: &str) {
    let raw = marked.replace('|', "");
    let text = Text::read(&raw);
    let found: Vec<&str> = text.sentences().iter().map(|s| text.slice(text.span(s.tokens))).collect();
    let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(found, wanted, "{raw}");
}

#[test]
fn stops() {
    check("وصل الوزير أمس. |وغادر اليوم.");
    check("هل وصل الوزير؟ |نعم! |وغادر");
    check("وصل الوزير أمس\n|وغادر اليوم");
    check("كيف هذا؟! |لا نعرف.");
    check("وصل الوزير (أمس.) |وغادر اليوم.");
    check("وصل الوزير أمس.|وغادر اليوم.");
}

#[test]
fn commas_and_semicolons_do_not_end_one() {
    check("وصل الوزير، وغادر؛ ثم عاد: سريعا.");
}

#[test]
fn dots() {
    check("مرجعية الدولة.. مصلحة العراق تستوجب ذلك.");
    check("وصل الوزير... |وغادر اليوم.");
    check("وصل الوزير… |وغادر اليوم.");
    check("...المزيد");
}

#[test]
fn soft_breaks() {
    let text = Text::read("مرجعية الدولة.. مصلحة العراق؛ ثم وصل، وغادر.");
    let breaks: Vec<&str> = text.soft_breaks(text.sentences()[0].tokens).map(|i| text.surface(i)).collect();
    assert_eq!(breaks, ["..", "؛"]);
}

#[test]
fn numbers() {
    check("ارتفع بنسبة 3.5 في المئة. |وانخفض في 2021. |ثم عاد.");
    check("1. الأمن\n|2. الاقتصاد");
    check("عقد في 31.12.2021 في بغداد.");
}

#[test]
fn abbreviations() {
    check("قال د. أحمد صالح إنه وصل. |وغادر أ.د. محمد علي.");
    check("في ص. 15 من الكتاب.");
    check("منظمة م.ت.ف. في لبنان.");
    check("شركة U.S. Steel الأميركية.");
    check("كتب Mr. Smith مقالا.");
    check("قناة بي.بي.سي البريطانية.");
    check("عام 1436 هـ. الموافق 2015 م. |وقال الوزير.");
}

#[test]
fn quotations_keep_their_stops() {
    check("قال: «وصلنا أمس. نحن مستعدون. نشكركم» وغادر. |ثم عاد.");
    check("وقال “وصلنا أمس. نحن مستعدون للحوار”.|\nوغادر.");
    // a stop at the quotation's end is the sentence's as well
    check("وكتب \"لقد وصلنا إلى بغداد أمس.\" |وأضاف أنه بخير.");
    check("لماذا اسم «لماذا؟» للفيلم الجديد.");
    check("قال: «من نحن؟» ثم غادر.");
    // what is not closed does not hold the rest of the paragraph together
    check("وأضاف: «لن نقبل بهذا الاتفاق. |وغادر القاعة.");
}

#[test]
fn misplaced_stop_before_an_acronym() {
    check("رحب ببعثة الأمم المتحدة. (UNAMI) وبدعمها. |(وغادر)");
}

#[test]
fn datelines_and_lines_are_their_own() {
    check("بغداد (واع) -| أعلنت الحكومة خطتها الجديدة أمس.");
    check("عرض اليوم ● |وصل الوزير".replace("● |", "|● ").as_str());
}

#[test]
fn every_token_has_its_sentence() {
    let text = Text::read("أعلن الوزير خطته. وقال: «نعم. لا».\n\nثم عاد.. وغادر");
    for (k, s) in text.sentences().iter().enumerate() {
        assert!(s.tokens.range().all(|i| text.sentence_of(i) == k));
    }
}
