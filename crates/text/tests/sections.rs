//! Sections: what each line of an article is for.

use qawl_text::{SectionKind, Text};

const BODY: &str = "أعلنت الحكومة العراقية أمس خطة جديدة لتطوير قطاع الكهرباء في المحافظات الجنوبية، وقالت إن العمل يبدأ في الشهر المقبل بمشاركة شركات محلية وأجنبية.";
const MORE: &str = "وأوضح المتحدث أن الخطة تمتد خمس سنوات، وأنها تشمل بناء محطات جديدة وصيانة القديمة منها وتدريب العاملين في الوزارة وفي المحافظات.";

fn short(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Breadcrumb => "path",
        SectionKind::Headline => "head",
        SectionKind::Dateline => "date",
        SectionKind::Body => "body",
        SectionKind::Heading => "title",
        SectionKind::Source => "source",
        SectionKind::Related => "related",
    }
}

/// Checks the sections of lines joined by blank lines; each expected as `kind` or `kind:surface`.
#[track_caller]
fn check_titled(title: Option<&str>, lines: &[&str], expected: &[&str]) {
    let raw = lines.join("\n\n");
    let text = Text::with_title(&raw, title);
    let found: Vec<String> = text
        .sections()
        .iter()
        .zip(expected.iter().map(Some).chain(std::iter::repeat(None)))
        .map(|(s, e)| {
            let kind = short(s.kind);
            if e.is_some_and(|e| e.contains(':')) { format!("{kind}:{}", text.slice(text.span(s.tokens))) } else { kind.to_string() }
        })
        .collect();
    assert_eq!(found, expected, "{raw}");
    for s in text.sections() {
        assert!(s.tokens.range().all(|i| text.section_at(i) == s.kind));
    }
}

#[track_caller]
fn check(lines: &[&str], expected: &[&str]) {
    check_titled(None, lines, expected);
}

/// Checks what is taken as the dateline of a first paragraph that goes on with `BODY`.
#[track_caller]
fn dateline(line: &str, rest: &str) {
    let raw = format!("{line} {rest}\n{MORE}");
    let text = Text::read(&raw);
    let first = text.sections()[0];
    assert_eq!((first.kind, text.slice(text.span(first.tokens))), (SectionKind::Dateline, line), "{raw}");
    assert_eq!(text.sections()[1].kind, SectionKind::Body);
}

#[track_caller]
fn no_dateline(line: &str) {
    let raw = format!("{line}\n{MORE}");
    let text = Text::read(&raw);
    assert!(text.sections().iter().all(|s| s.kind != SectionKind::Dateline), "{raw}");
}

#[test]
fn plain_text_is_body() {
    check(&[BODY], &["body"]);
    check(&[BODY, MORE], &["body"]);
    check(&["نعم"], &["body"]);
    check(&[], &[]);
    check(&["الحكومة تقر خطة الكهرباء"], &["body"]);
}

#[test]
fn breadcrumb_and_headline() {
    check(&["الرئيسية / أخبار / الحكومة تقر خطة الكهرباء", "الحكومة تقر خطة الكهرباء", BODY, MORE], &["path", "head", "body"]);
    check(&["الرئيسية » سياسة", "الحكومة تقر خطة الكهرباء", BODY, MORE], &["path", "head", "body"]);
    check(&["Home > Iraq", "الحكومة تقر خطة الكهرباء", BODY, MORE], &["path", "head", "body"]);
    check(&["الحكومة تقر خطة الكهرباء", BODY, MORE], &["head", "body"]);
    check(&["هل تنجح خطة الكهرباء؟", BODY, MORE], &["head", "body"]);
    check(&["أعلنت الحكومة خطة جديدة للكهرباء", BODY, MORE], &["body"]);
    check(&["العراق / البصرة / الكهرباء", "الحكومة تقر خطة الكهرباء", BODY, MORE], &["path", "head", "body"]);
    check(&["تقرير إخباري:", "الحكومة تقر خطة الكهرباء", BODY, MORE], &["head", "body"]);
}

#[test]
fn known_headline() {
    let title = Some("الحكومة تُقرّ خطة الكهرباء");
    check_titled(title, &["الحكومة تقر خطة الكهرباء", BODY, MORE], &["head", "body"]);
    check_titled(title, &["سياسة", "الحكومة تقر «خطة» الكهرباء", BODY], &["title", "head", "body"]);
    // a headline that is not in the text does not make one of the first line
    check_titled(Some("عنوان آخر"), &["مشاريع في الجنوب كثيرة", BODY, MORE], &["body"]);
}

#[test]
fn datelines() {
    for line in [
        "الشرق اليوم –",
        "بغداد (واع) -",
        "بغداد ١٥ - ٧ (اف ب) -",
        "واشنطن 15-7 (اف ب)-",
        "القاهرة - محمد علي:",
        "القاهرة - سالم محمود:",
        "«الحياة» - بيروت -",
        "(رويترز) -",
        "عمان ـ بترا ـ",
        "واس- الرياض:",
        "خلف الدوسري- سبق- جدة:",
        "مونتوبان (فرنسا) ١٥ - ٨ (أ ف ب) -",
        "الرياض - أحمد غاوي",
        "بغداد/ واع",
        "باريس:",
    ] {
        dateline(line, BODY);
    }
}

#[test]
fn no_datelines() {
    no_dateline("الحوار العراقي – الأمريكي مهم لتحقيق الاستقرار وتعزيز السيادة في البلاد.");
    no_dateline("الكاظمي: لن نسمح لأحد بأن يعبث بأمن البلاد وسيادتها مهما كان.");
    no_dateline("قال سكان - طلبوا عدم ذكر أسمائهم - إن القصف استمر طوال الليل.");
    no_dateline("في بغداد - حيث يقيم - قال الوزير إنه سيواصل العمل مع الحكومة.");
    no_dateline("تكاد إسرائيل - والداعمون لها - أن تمنع ذلك عن العالم كله.");
    no_dateline("على بغداد - كما يقول الوزير - أن تعمل أكثر من ذلك كله.");
}

#[test]
fn reporters_lines() {
    for line in ["حنان سالم – متابعات", "القاهرة ـ سامي نجيب", "محمد عبدالله", "كتب: سالم جابر الكعبي", "بغداد 25 تموز 2021 م واع", "واس – الرياض"]
    {
        check(&[line, BODY, MORE], &["date", "body"]);
    }
    check(&["الحكومة تقر خطة الكهرباء", "جلال الشمري", BODY, MORE], &["head", "date", "body"]);
    check(&["بغداد – أعلن الوزير استقالته", BODY, MORE], &["date:بغداد –", "body"]);
}

#[test]
fn headings() {
    check(&[BODY, "الحوار بين بغداد وأربيل", MORE], &["body", "title", "body"]);
    check(&[BODY, "آراء الخبراء:", MORE], &["body", "title", "body"]);
    // a sentence, a list, a verse, a last line are no headings
    check(&[BODY, "وغادر الوزير بغداد أمس.", MORE], &["body"]);
    check(&[BODY, "- الأمن والاقتصاد", MORE], &["body"]);
    check(&[BODY, "يا دار مية بالعلياء", "أقوت وطال عليها سالف الأمد", "وقفت فيها"], &["body"]);
    check(&[BODY, "وقال الوزير إن ذلك مهم", MORE], &["body"]);
    check(&[BODY, "والله ولي التوفيق"], &["body"]);
}

#[test]
fn sources() {
    for line in [
        "المصدر: سبوتنيك + واع",
        "المصدر - وكالات",
        "مصدر الخبر: السومرية نيوز",
        "تصوير: سالم جابر",
        "// انتهى //",
        "...المزيد",
        "desk@example.com",
        "(رويترز)",
        "* خدمة «نيويورك تايمز»",
    ] {
        check(&[BODY, line], &["body", "source"]);
    }
    check(&[BODY, "المصدر الأمني قال إن الحادث وقع ليلا في أطراف المدينة.", MORE], &["body"]);
}

#[test]
fn related_links() {
    for line in
        ["شاهد أيضاً", "شاهد أيضا:", "اقرأ أيضا", "إقرأ أيضًا...", "مواضيع ذات صلة", "إقرأ المزيد", "أخبار ذات صلة:", "قد يهمك أيضا", "◄ اقرأ أيضا"]
    {
        check(&[BODY, line, "الوزير: لن نقبل بذلك", MORE], &["body", "related"]);
    }
    // one line within the body
    check(&[BODY, "اقرأ أيضا: الوزير يرفض استقالة المدير", MORE], &["body", "related:اقرأ أيضا: الوزير يرفض استقالة المدير", "body"]);
    check(&[BODY, "اقرأ أيضا الوزير يرفض استقالة المدير", MORE], &["body", "related", "body"]);
    check(&[BODY, "شاهد أيضا الوزير الحادث من مكتبه وقال إنه مؤسف.", MORE], &["body"]);
    check(&["المصدر والروابط ذات صلة بالموضوع كما يقول الوزير.", MORE], &["body"]);
}

#[test]
fn a_whole_page() {
    check(
        &[
            "الرئيسية / أخبار العراق / الحكومة تقر خطة الكهرباء",
            "الحكومة تقر خطة الكهرباء",
            &format!("الشرق اليوم – {BODY}"),
            MORE,
            "الحوار بين بغداد وأربيل",
            MORE,
            "المصدر: سبوتنيك + وكالة الأنباء العراقية “واع” + تويتر",
            "شاهد أيضاً",
            "الوزير: لن نقبل بذلك",
        ],
        &["path", "head", "date:الشرق اليوم –", "body", "title", "body", "source", "related"],
    );
}
