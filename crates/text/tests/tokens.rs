//! The fused pass: what is cut where, what it folds to, and which fold tier it has.

use qawl_text::{Folds, Text, Token, TokenKind, fold, hash, tokenize};

fn tokens(raw: &str) -> Vec<Token> {
    let mut out = vec![];
    tokenize(raw, &mut out);
    out
}

fn letter(kind: TokenKind) -> char {
    match kind {
        TokenKind::Word => 'w',
        TokenKind::Latin => 'l',
        TokenKind::Number => 'n',
        TokenKind::Punct => 'p',
        TokenKind::Url => 'u',
        TokenKind::Email => 'm',
        TokenKind::Handle => 'h',
        TokenKind::Emoji => 'e',
    }
}

/// Checks the tokens of `raw`, each given as kind letter, colon, surface.
#[track_caller]
fn check(raw: &str, expected: &[&str]) {
    let found: Vec<String> = tokens(raw).iter().map(|t| format!("{}:{}", letter(t.kind), &raw[t.span().range()])).collect();
    assert_eq!(found, expected, "{raw:?}");
}

/// Checks that the one word `raw` folds to `folded` through the unifications `folds`, and hashes like it.
#[track_caller]
fn folds(raw: &str, folded: &str, folds: Folds) {
    let t = tokens(raw);
    assert_eq!(t.len(), 1, "{raw:?} is one token");
    assert_eq!((fold(raw).as_str(), t[0].folds), (folded, folds), "{raw:?}");
    assert_eq!((t[0].hash, hash(raw)), (hash(folded), hash(folded)), "{raw:?} hashes like {folded:?}");
    assert_eq!(t[0].len as usize, folded.chars().count(), "{raw:?}");
}

const NONE: Folds = Folds::NONE;

#[test]
fn size() {
    assert_eq!(size_of::<Token>(), 32);
}

#[test]
fn nothing() {
    check("", &[]);
    check(" \u{a0}\t\r\n", &[]);
    check("\0\u{1a}\u{7}", &[]);
    check("\u{feff}", &[]);
    check("\u{64e}\u{200f}", &[]);
}

#[test]
fn words_and_spaces() {
    check("قال الوزير", &["w:قال", "w:الوزير"]);
    check("قال\u{a0}الوزير\u{202f}اليوم\u{2003}هنا", &["w:قال", "w:الوزير", "w:اليوم", "w:هنا"]);
    check("قال\0الوزير\u{1a}اليوم", &["w:قال", "w:الوزير", "w:اليوم"]);
    check("بيان", &["w:بيان"]);
    check("بيان\n", &["w:بيان"]);
}

#[test]
fn tashkeel_and_tatweel() {
    folds("قال", "قال", NONE);
    folds("قَالَ", "قال", Folds::MARKS);
    folds("مُحَمَّدٌ", "محمد", Folds::MARKS);
    folds("رحمٰن", "رحمن", Folds::MARKS);
    folds("العـــراق", "العراق", Folds::MARKS);
    folds("هـ", "ه", Folds::MARKS);
    check("لـ«الحياة»", &["w:لـ", "p:«", "w:الحياة", "p:»"]);
    check("ـعراق", &["w:عراق"]);
}

#[test]
fn a_lone_tatweel_is_a_dash() {
    check("عمان ـ بترا ـ", &["w:عمان", "p:ـ", "w:بترا", "p:ـ"]);
    check("ـــ بيان", &["p:ـــ", "w:بيان"]);
    assert!(tokens("ـ")[0].is_dash());
    check("(ـ)", &["p:(", "p:)"]);
}

#[test]
fn invisible_marks() {
    check("\u{200f}العراق\u{200f}،", &["w:العراق", "p:،"]);
    folds("ال\u{200c}عراق", "العراق", Folds::MARKS);
    folds("ال\u{ad}عراق", "العراق", Folds::MARKS);
    check("قال\u{200b}", &["w:قال"]);
    check("\u{202b}قال\u{202c}", &["w:قال"]);
}

#[test]
fn alef_yeh_teh() {
    folds("أحمد", "احمد", Folds::ALEF);
    folds("إيران", "ايران", Folds::ALEF);
    folds("آسيا", "اسيا", Folds::ALEF);
    folds("ٱلله", "الله", Folds::ALEF);
    folds("على", "علي", Folds::YEH);
    folds("علي", "علي", NONE);
    folds("حكومة", "حكومه", Folds::TEH);
    folds("مؤتمر", "موتمر", Folds::SEAT);
    folds("رئيس", "رييس", Folds::SEAT);
    folds("أهمية", "اهميه", Folds::ALEF | Folds::TEH);
    folds("ماء", "ماء", NONE);
    folds("الا\u{654}مة", "الامه", Folds::MARKS | Folds::TEH);
}

#[test]
fn tiers_tell_spellings_apart() {
    let variant = |w: &str| (tokens(w)[0].hash, tokens(w)[0].variant);
    assert_eq!(variant("على").0, variant("علي").0);
    assert_ne!(variant("على").1, variant("علي").1);
    assert_ne!(variant("إن").1, variant("أن").1);
    assert_eq!(variant("أن").1, variant("أَنّ").1);
    // a clitic does not change how the rest is spelled
    assert_eq!(variant("على").1, variant("وعلى").1);
}

#[test]
fn letters_of_other_languages() {
    folds("کردستان", "كردستان", Folds::FOREIGN);
    folds("علی", "علي", Folds::FOREIGN);
    folds("پوتین", "بوتين", Folds::FOREIGN);
    folds("چاد", "جاد", Folds::FOREIGN);
    folds("گاز", "كاز", Folds::FOREIGN);
    folds("ڤيينا", "فيينا", Folds::FOREIGN);
    folds("ڨفصة", "قفصه", Folds::FOREIGN | Folds::TEH);
    folds("ھۆ", "هو", Folds::FOREIGN);
    folds("ہند", "هند", Folds::FOREIGN);
    folds("یے", "يي", Folds::FOREIGN);
    folds("ڈاکٹر", "داكتر", Folds::FOREIGN);
    folds("ژنو", "زنو", Folds::FOREIGN);
    check("ݣازا", &["w:ݣازا"]);
    check("ࢠان", &["w:ࢠان"]);
}

#[test]
fn presentation_forms() {
    folds("ﺍﻟﻌﺮﺍﻕ", "العراق", Folds::SHAPE);
    folds("ﻻ", "لا", Folds::SHAPE);
    folds("ﻷﻣﺔ", "لامه", Folds::SHAPE | Folds::ALEF | Folds::TEH);
    folds("ﻵ", "لا", Folds::SHAPE | Folds::ALEF);
    folds("سﻼم", "سلام", Folds::SHAPE);
    folds("ﷲ", "الله", Folds::SHAPE);
    folds("ﷴ", "محمد", Folds::SHAPE);
    folds("ﮔﺎﺯ", "كاز", Folds::SHAPE | Folds::FOREIGN);
    folds("ﰱ", "في", Folds::SHAPE | Folds::YEH);
    folds("ﭘ", "ب", Folds::SHAPE | Folds::FOREIGN);
    folds("ﲀ", "كا", Folds::SHAPE);
    folds("مﱠ", "م", Folds::MARKS);
    check("محمد ﷺ قال", &["w:محمد", "p:ﷺ", "w:قال"]);
    check("﴿نص﴾", &["p:﴿", "w:نص", "p:﴾"]);
}

#[test]
fn numbers() {
    folds("2021", "2021", NONE);
    folds("٢٠٢١", "2021", Folds::FOREIGN);
    folds("۲۰۲۱", "2021", Folds::FOREIGN);
    folds("٣٫٥", "3.5", Folds::FOREIGN);
    folds("١٬٠٠٠", "1,000", Folds::FOREIGN);
    check("31/12/2021", &["n:31/12/2021"]);
    check("15-7", &["n:15-7"]);
    check("15 - 7", &["n:15", "p:-", "n:7"]);
    check("10:30.", &["n:10:30", "p:."]);
    check("3.5% و1,000", &["n:3.5", "p:%", "w:و", "n:1,000"]);
    check("2..3", &["n:2", "p:..", "n:3"]);
    check("15\u{200f}/7\u{200f}/2021", &["n:15\u{200f}/7\u{200f}/2021"]);
    check("1،2", &["n:1", "p:،", "n:2"]);
    check("2021-", &["n:2021", "p:-"]);
}

#[test]
fn numbers_glued_to_words() {
    check("18شخصا", &["n:18", "w:شخصا"]);
    check("في2013", &["w:في", "n:2013"]);
    check("1436هـ", &["n:1436", "w:هـ"]);
    check("الـ20", &["w:الـ", "n:20"]);
}

#[test]
fn latin() {
    folds("NATO", "nato", Folds::CASE);
    folds("café", "cafe", Folds::CASE);
    folds("O'Brien", "obrien", Folds::CASE | Folds::MARKS);
    folds("O’Brien", "obrien", Folds::CASE | Folds::MARKS);
    check("طراز F16 الجديد", &["w:طراز", "l:F16", "w:الجديد"]);
    check("بعثة (UNAMI)", &["w:بعثة", "p:(", "l:UNAMI", "p:)"]);
    check("الUN", &["w:ال", "l:UN"]);
    check("'نعم'", &["p:'", "w:نعم", "p:'"]);
    check("girls' school", &["l:girls", "p:'", "l:school"]);
    check("COVID-19", &["l:COVID", "p:-", "n:19"]);
    check("Москва 東京", &["l:Москва", "l:東京"]);
}

#[test]
fn addresses() {
    check("زوروا https://example.org/a?b=1.", &["w:زوروا", "u:https://example.org/a?b=1", "p:."]);
    check("www.example.com، ثم", &["u:www.example.com", "p:،", "w:ثم"]);
    check("example.com/x", &["u:example.com/x"]);
    check("(http://example.org)", &["p:(", "u:http://example.org", "p:)"]);
    check("http://example.org/أخبار-العراق نص", &["u:http://example.org/أخبار-العراق", "w:نص"]);
    check("www.example.saللمزيد", &["u:www.example.sa", "w:للمزيد"]);
    check("desk@example.com.", &["m:desk@example.com", "p:."]);
    check("a.b-c_d@mail.example.org", &["m:a.b-c_d@mail.example.org"]);
    check("U.S. army", &["l:U", "p:.", "l:S", "p:.", "l:army"]);
    check("end.Then", &["l:end", "p:.", "l:Then"]);
}

#[test]
fn handles_and_hashtags() {
    check("@BarhamSalih:", &["h:@BarhamSalih", "p::"]);
    check("@ العراق", &["p:@", "w:العراق"]);
    check("#العراق_ينتفض الآن", &["p:#", "w:العراق", "w:ينتفض", "w:الآن"]);
    let t = tokens("#العراق_ينتفض الآن a_b");
    assert_eq!(t.iter().map(Token::in_hashtag).collect::<Vec<_>>(), [false, true, true, false, false, false, false]);
    assert!(t[2].spaced() && !t[1].spaced());
    check("a_b", &["l:a", "p:_", "l:b"]);
    assert_eq!(tokens("@UN")[0].hash, hash("un"));
}

#[test]
fn emoji() {
    check("شكرا 🙏🏽!", &["w:شكرا", "e:🙏🏽", "p:!"]);
    check("🇮🇶🇸🇦", &["e:🇮🇶", "e:🇸🇦"]);
    check("👨‍👩‍👧 عائلة", &["e:👨‍👩‍👧", "w:عائلة"]);
    check("❤️", &["e:❤️"]);
    check("😀😀", &["e:😀", "e:😀"]);
}

#[test]
fn punctuation() {
    check("نعم، لا؛ كيف؟", &["w:نعم", "p:،", "w:لا", "p:؛", "w:كيف", "p:؟"]);
    check("الدولة.. مصلحة... و… و", &["w:الدولة", "p:..", "w:مصلحة", "p:...", "w:و", "p:…", "w:و"]);
    check("العراقي – الأمريكي", &["w:العراقي", "p:–", "w:الأمريكي"]);
    let t = tokens(". .. ... …");
    assert!(t[0].is('.') && t[1..].iter().all(Token::is_ellipsis));
    assert!(tokens("- – — ـ −").iter().all(Token::is_dash));
    assert_eq!(tokens("«")[0].punct(), Some('«'));
}

/// Checks for each token of `raw` whether it is spaced (s), starts a line (l), stands after a blank line (b), or none (.).
#[track_caller]
fn gaps(raw: &str, expected: &str) {
    let gap = |t: &Token| match (t.after_blank_line(), t.starts_line(), t.spaced()) {
        (true, ..) => 'b',
        (_, true, _) => 'l',
        (.., true) => 's',
        _ => '.',
    };
    assert_eq!(tokens(raw).iter().map(gap).collect::<String>(), expected, "{raw:?}");
}

#[test]
fn lines() {
    gaps("أ ب، ج", "bs.s");
    gaps("أ\nب\n\nج", "blb");
    gaps("أ\r\nب\r\n\r\nج", "blb");
    gaps("أ\n \u{a0}\t\nب", "bb");
    gaps("أ\r\n  \r\nب", "bb");
    gaps("أ\rب\u{2028}ج", "bll");
    gaps("أ\n\u{200f}\nب", "bb");
}

#[test]
fn output_is_appended() {
    let mut out = tokens("قال");
    tokenize("نعم", &mut out);
    assert_eq!(out.len(), 2);
    assert_eq!(out[1].start, 0);
}

#[test]
fn arithmetic_on_the_hash() {
    let t = tokens("وَبالعراق")[0];
    assert_eq!(t.rest(1), hash("بالعراق"));
    assert_eq!(t.rest(4), hash("عراق"));
    let t = tokens("للعراق")[0];
    assert_eq!(t.replaced(2, &['ا' as u16, 'ل' as u16]), hash("العراق"));
    assert_eq!(t.head(), ['ل' as u16, 'ل' as u16, 'ع' as u16, 'ر' as u16]);
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    // quadratic reading would take hours
    for unit in
        ["a.", "a_", "a-b@", "@", "#", "«", "\"", "قال «", "(", "((", ".", "..\n", "ـ", "\u{200f}", "a://", "1-", "👨\u{200d}", "\"أ «ب ", "www."]
    {
        let raw = unit.repeat(2_000_000 / unit.len());
        let text = Text::read(&raw);
        assert!(text.tokens().len() <= raw.len());
    }
}
