//! Quotations: which marks belong together, and what they are put to.

use qawl_text::{QuotationKind, Text};

/// Writes the quotations of `raw`: kind letter (S speech, c scare, T title), depth, surface; `~` where it is not closed.
fn read(raw: &str) -> Vec<String> {
    let text = Text::read(raw);
    let show = |q: &qawl_text::Quotation| {
        let kind = match q.kind {
            QuotationKind::Speech => 'S',
            QuotationKind::Scare => 'c',
            QuotationKind::Title => 'T',
        };
        format!("{kind}{}:{}{}", q.depth, text.slice(text.span(q.inner)), if q.close.is_none() { "~" } else { "" })
    };
    text.quotations().iter().map(show).collect()
}

/// Checks which quotations stand in `raw` (see [`read`]).
#[track_caller]
fn check(raw: &str, expected: &[&str]) {
    assert_eq!(read(raw), expected, "{raw}");
}

/// Checks the spans alone, whatever their kinds.
#[track_caller]
fn spans(raw: &str, expected: &[&str]) {
    let found: Vec<String> = read(raw).iter().map(|q| q[3..].to_string()).collect();
    assert_eq!(found, expected, "{raw}");
}

#[test]
fn every_pair_of_marks() {
    for (open, close) in [
        ("“", "”"),
        ("«", "»"),
        ("\"", "\""),
        ("„", "“"),
        ("‟", "”"),
        ("‹", "›"),
        ("{", "}"),
        ("((", "))"),
        ("‘", "’"),
        ("'", "'"),
        ("''", "''"),
        ("<<", ">>"),
        ("﴿", "﴾"),
        ("‹‹", "››"),
    ] {
        check(&format!("قال {open}لن نقبل بهذا الاتفاق{close}."), &["S0:لن نقبل بهذا الاتفاق"]);
    }
}

#[test]
fn reversed_and_mismatched_marks() {
    spans("تنظيم ”داعش“ في العراق", &["داعش"]);
    spans("تنظيم ”داعش” في العراق", &["داعش"]);
    spans("تنظيم “داعش“ في العراق", &["داعش"]);
    spans("صحيفة «الحياة« اللندنية", &["الحياة"]);
    spans("صحيفة «الحياة\" اللندنية", &["الحياة"]);
    spans("صحيفة \"الحياة» اللندنية", &["الحياة"]);
    spans("صحيفة \"الحياة” اللندنية", &["الحياة"]);
    spans("هاتف “نوت 5″ الجديد", &["نوت 5"]);
    spans("تنظيم ”داعش“ و”النصرة“ معا", &["داعش", "النصرة"]);
}

#[test]
fn guillemets_the_other_way_round() {
    spans("أعلن رئيس» شركة النقل «أمس أن» الأسعار ثابتة «.", &["شركة النقل", "الأسعار ثابتة"]);
    spans("ذكرت »الحياة« أمس", &["الحياة"]);
}

#[test]
fn clitics_before_the_mark() {
    spans("قال لـ«الحياة» إنه", &["الحياة"]);
    spans("قال ل\"الحياة\" إنه", &["الحياة"]);
    spans("«القاعدة» و«داعش» و\"النصرة\"", &["القاعدة", "داعش", "النصرة"]);
    spans("وكالة الـ\"سي آي إيه\" نفت", &["سي آي إيه"]);
}

#[test]
fn straight_marks_pair_by_evidence() {
    spans("قال \"نعم للحوار\" ثم قال \"لا للحرب\".", &["نعم للحوار", "لا للحرب"]);
    // a stray mark does not turn the rest inside out
    spans("طول الشاشة 5\" وقال \"لا للحرب\" ثم \"نعم للحوار\".", &["لا للحرب", "نعم للحوار"]);
    spans("قال \"نعم وقال آخر \"لا للحرب\" أمس", &["لا للحرب"]);
    spans("نعم\" قال الوزير", &[]);
    spans("قال:\"لا للحرب أبدا اليوم\".وأضاف", &["لا للحرب أبدا اليوم"]);
    spans("\" لا للحرب \" قال", &["لا للحرب"]);
    spans("وأضاف إن\" البلاد ستواصل الازدهار\" وغادر \"القاعة\".", &["البلاد ستواصل الازدهار", "القاعة"]);
}

#[test]
fn apostrophes_are_no_quotations() {
    spans("رواية O'Brien وفيلم Lorenzo's Oil", &[]);
    spans("girls' school", &[]);
    spans("وصفه 'بالخطير' أمس", &["بالخطير"]);
    spans("خمسة أقدام 5' وست بوصات", &[]);
}

#[test]
fn nesting() {
    check("قال: «إن صحيفة \"الحياة\" نشرت ما يكفي من الأخبار».", &["S0:إن صحيفة \"الحياة\" نشرت ما يكفي من الأخبار", "T1:الحياة"]);
    check("قال: «إن تنظيم «داعش» خسر معركة الموصل».", &["S0:إن تنظيم «داعش» خسر معركة الموصل", "T1:داعش"]);
    check("قال: \"إن تنظيم \"داعش\" خسر معركة الموصل\".", &["S0:إن تنظيم \"داعش\" خسر معركة الموصل", "T1:داعش"]);
}

#[test]
fn forgotten_marks() {
    check("وأضاف: «لن نقبل بهذا الاتفاق.\nوغادر القاعة.", &["S0:لن نقبل بهذا الاتفاق.~"]);
    check("وأضاف أن «الحكومة لن تقبل بهذا.\nوغادر «القاعة».", &["S0:الحكومة لن تقبل بهذا.~", "T0:القاعة"]);
    // nothing says that somebody speaks: no quotation
    check("زار مدينة «بابل الأثرية القديمة وغادر.", &[]);
    check("غادر القاعة». ثم عاد", &[]);
    check("قال: «».", &[]);
}

#[test]
fn several_paragraphs() {
    let raw = "وقال: «نحن مستعدون للحوار.\n«ونحن نرفض الحرب.\n«وهذا كل شيء».";
    let text = Text::read(raw);
    let q = text.quotations();
    assert_eq!(q.iter().map(|q| q.continued).collect::<Vec<_>>(), [Some(1), Some(2), None]);
    assert_eq!(q.iter().map(|q| q.close.is_some()).collect::<Vec<_>>(), [false, false, true]);
    assert!(q.iter().all(|q| q.kind == QuotationKind::Speech));
    let text = Text::read("وقال: «نحن مستعدون للحوار».\n«ونحن نرفض الحرب».");
    assert!(text.quotations().iter().all(|q| q.continued.is_none()));
}

#[test]
fn speech() {
    check("وكتب السفير على صفحته في “تويتر”، “التقيت برئيس الوزراء أمس”.", &["T0:تويتر", "S0:التقيت برئيس الوزراء أمس"]);
    check("وأكد أن «العراق يخطو واثقا نحو هدفه»", &["S0:العراق يخطو واثقا نحو هدفه"]);
    check("وقال: «لن نستسلم».", &["S0:لن نستسلم"]);
    check("كتب على تويتر «هذا ليس سوى البداية»", &["S0:هذا ليس سوى البداية"]);
    check("وسأل: «ومن نحن؟».", &["S0:ومن نحن؟"]);
    check("وقال «لن نستسلم».", &["S0:لن نستسلم"]);
}

#[test]
fn titles() {
    check("تنظيم «داعش»", &["T0:داعش"]);
    check("مستشفى \"برزيلاي\"", &["T0:برزيلاي"]);
    check("صحيفة «نيويورك تايمز»", &["T0:نيويورك تايمز"]);
    check("الصحيفة الأميركية «نيويورك تايمز» نشرت", &["T0:نيويورك تايمز"]);
    check("قال الوزير لـ«الشرق الأوسط» إنه", &["T0:الشرق الأوسط"]);
    check("فيلم “Lorenzo's Oil”", &["T0:Lorenzo's Oil"]);
    check("محاضرة بعنوان \"التعليم في زمن الحرب\"", &["T0:التعليم في زمن الحرب"]);
    check("احتفل «سالم بن راشد بن علي الشمري»، أمس", &["T0:سالم بن راشد بن علي الشمري"]);
}

#[test]
fn scare_quotes() {
    check("ما وصفه بـ«المجزرة»", &["c0:المجزرة"]);
    check("وصفها بأنها «عمل إجرامي جبان»", &["c0:عمل إجرامي جبان"]);
    check("الجماعات «الإرهابية» في البلاد", &["c0:الإرهابية"]);
    check("كان ذلك «خطأ فادحا» منهم", &["c0:خطأ فادحا"]);
}

#[test]
fn innermost_quotation_of_a_token() {
    let text = Text::read("قال: «إن صحيفة \"الحياة\" نشرت الخبر كاملا» وغادر");
    let at = |word: &str| text.quotation_at((0..text.tokens().len()).find(|&i| text.surface(i) == word).unwrap());
    assert_eq!([at("قال"), at("إن"), at("الحياة"), at("نشرت"), at("وغادر"), at("«")], [None, Some(0), Some(1), Some(0), None, None]);
    assert_eq!(text.quotation_around(1), Some(0));
    assert_eq!(text.quotation_around(0), None);
}
