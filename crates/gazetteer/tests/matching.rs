//! What matches and what must not: tables of one line a case.

use qawl_gazetteer::{AliasKind, Builder, Gazetteer, Match, Tier};
use qawl_text::tokenize;

const NAMES: &str = "
[person:joe-biden]
name: جو بايدن
en: Joe Biden
surname: بايدن
of: place:united-states

[person:mustafa-al-kadhimi]
name: مصطفى الكاظمي
surname: الكاظمي
of: place:iraq

[person:ali-x]
name: علي حسن
surname?: علي

[person:ban-ki-moon]
name: بان كي مون

[person:king-abdullah]
name: عبد الله بن الحسين
surname: عبد الله الثاني

[person:abu-mazen]
name: محمود عباس
alias: أبو مازن

[person:bannan]
name: سعاد بنان
surname: بنان

[place:united-states]
name: الولايات المتحدة
alias: الولايات المتحدة الأمريكية | أميركا
demonym: أمريكي | أميركي

[place:iraq]
name: العراق
en: Iraq
kind: state
demonym: عراقي

[place:lebanon]
name: لبنان

[place:gaza]
name: غزة

[place:wasit]
name: واسط

[organization:united-nations]
name: الأمم المتحدة
acronym: UN
en: United Nations

[organization:who]
name: منظمة الصحة العالمية
acronym: WHO

[government:committee]
name: اللجنة العليا
short: اللجنة

[organization:vision]
name: مؤسسة رؤية
short: رؤية

[party:reform]
name: حزب الإصلاح
en: Reform

[office:iraq-president]
en: President of Iraq
of: place:iraq
class: president

[office:un-sg]
en: Secretary-General of the United Nations
of: organization:united-nations
class: un-secretary-general
";

fn gazetteer() -> Gazetteer {
    let mut b = Builder::new();
    b.add_source("test.gaz", NAMES);
    b.build().unwrap()
}

fn find(g: &Gazetteer, text: &str) -> Vec<Match> {
    let (mut tokens, mut out) = (Vec::new(), Vec::new());
    tokenize(text, &mut tokens);
    g.matches(text, &tokens, &mut out);
    out
}

/// Checks a text: `clitics+surface=id` for every match, with `~` behind it where it is folded.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let g = gazetteer();
    let found: Vec<String> = find(&g, text)
        .iter()
        .map(|m| {
            let clitics = if m.clitics.is_empty() { String::new() } else { format!("{}+", m.clitics) };
            let tier = if m.tier == Tier::Folded { "~" } else { "" };
            format!("{clitics}{}={}{tier}", &text[m.span().range()], g.entry(g.readings(m.name)[0].entity).id)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn clitics() {
    check("التقى وبايدن", &["و+بايدن=person:joe-biden"]);
    check("وقال للكاظمي إن", &["ل+لكاظمي=person:mustafa-al-kadhimi"]);
    check(
        "بالعراق والعراق وبالعراق فالعراق كالعراق",
        &["ب+العراق=place:iraq", "و+العراق=place:iraq", "و+ب+العراق=place:iraq", "ف+العراق=place:iraq", "ك+العراق=place:iraq"],
    );
    check("وللعراق", &["و+ل+لعراق=place:iraq"]);
    check("للأمم المتحدة", &["ل+لأمم المتحدة=organization:united-nations"]);
    // ل + اللجنة, not ل + الجنة
    check("قدم للجنة تقريرا", &["ل+لجنة=government:committee"]);
    check("للجنة العليا", &["ل+لجنة العليا=government:committee"]);
    // the whole word first
    check("في لبنان", &["لبنان=place:lebanon"]);
    check("للبنان ولبنان", &["ل+لبنان=place:lebanon", "و+لبنان=place:lebanon"]);
    check("محافظة واسط", &["واسط=place:wasit"]);
    // marks on the clitic are the clitic's
    check("وَبَايدن", &["و+بَايدن=person:joe-biden"]);
    check("ولـلـعراق", &["و+ل+لـعراق=place:iraq"]);
    // س and أ stand before no name
    check("سبايدن", &[]);
}

#[test]
fn not_inside_words_nor_across_gaps() {
    check("بايدنز الكاظميون غزته", &[]);
    check("جو، بايدن", &["بايدن=person:joe-biden"]);
    check("جو\nبايدن", &["بايدن=person:joe-biden"]);
    check("جو. بايدن (الولايات) المتحدة", &["بايدن=person:joe-biden"]);
    check("جو «بايدن»", &["بايدن=person:joe-biden"]);
    check("العراق - الأمم - المتحدة", &["العراق=place:iraq"]);
    check("", &[]);
    check("جو", &[]);
}

#[test]
fn hyphens_hashtags_spaces() {
    for text in ["بان كي-مون", "بان كي مون", "بان  كي\u{a0}مون", "بان-كي-مون", "بان كي‑مون"] {
        check(text, &[&format!("{text}=person:ban-ki-moon")]);
    }
    check("#جو_بايدن", &["جو_بايدن=person:joe-biden"]);
    check("#العراق_ينتفض", &["العراق=place:iraq"]);
}

#[test]
fn longest_and_several() {
    check("الولايات المتحدة الأمريكية", &["الولايات المتحدة الأمريكية=place:united-states"]);
    check("الولايات المتحدة الامريكيه", &["الولايات المتحدة الامريكيه=place:united-states~"]);
    let g = gazetteer();
    let text = "الولايات المتحدة الأمريكية";
    let (mut tokens, mut all) = (Vec::new(), Vec::new());
    tokenize(text, &mut tokens);
    g.all_matches(text, &tokens, &mut all);
    let spans: Vec<(u32, u32)> = all.iter().map(|m| (m.start, m.end)).collect();
    assert_eq!(spans, [(0, 3), (0, 2), (2, 3)]);
    assert_eq!(g.match_at(text, &tokens, 2).map(|m| g.readings(m.name)[0].kind), Some(AliasKind::Demonym));
    assert_eq!(g.match_at(text, &tokens, 1), None);
    assert_eq!(g.match_at(text, &tokens, 9), None);
}

#[test]
fn tiers() {
    check("مصطفى الكاظمي", &["مصطفى الكاظمي=person:mustafa-al-kadhimi"]);
    check("مصطفي الكاظمى", &["مصطفي الكاظمى=person:mustafa-al-kadhimi~"]);
    check("الكاظمى", &["الكاظمى=person:mustafa-al-kadhimi~"]);
    check("غزه", &["غزه=place:gaza~"]);
    check("علي قال", &["علي=person:ali-x"]);
    check("على أن", &[]);
    check("على حسن", &[]);
    check("علي حسن", &["علي حسن=person:ali-x"]);
    check("رؤية", &["رؤية=organization:vision"]);
    check("روية", &[]);
}

#[test]
fn readings_as_written() {
    let mut b = Builder::new();
    b.add_source("a.gaz", "[media:kuwait]\nname: الراي\n\n[media:jordan]\nname: صحيفة الرأي\nshort?: الرأي\n\n[company:shell]\nname: شل\n");
    let g = b.build().unwrap();
    for (text, expected) in [("الرأي", "media:jordan"), ("الراي", "media:kuwait media:jordan")] {
        let m = g.lookup(text).unwrap();
        let ids: Vec<&str> = g.readings_of(text, &m).iter().map(|(_, r)| g.entry(r.entity).id.as_ref()).collect();
        assert_eq!(ids.join(" "), expected, "{text}");
    }
    assert!(g.lookup("فشل").is_none() && g.lookup("وشل").is_some());
}

#[test]
fn latin() {
    check("joe biden", &["joe biden=person:joe-biden~"]);
    check("(WHO) who Who", &["WHO=organization:who"]);
    check("UN U.N. un", &["UN=organization:united-nations", "U.N=organization:united-nations"]);
    check("Reform Iraq iraq", &["Iraq=place:iraq"]);
}

#[test]
fn machine_made_spellings() {
    for text in ["عبدالله بن الحسين", "عبد الله ابن الحسين", "عبدالله ابن الحسين"] {
        check(text, &[&format!("{text}=person:king-abdullah")]);
    }
    check("مع أبي مازن وأبا مازن وابومازن", &["أبي مازن=person:abu-mazen", "و+أبا مازن=person:abu-mazen", "و+ابومازن=person:abu-mazen~"]);
    check("الأميركيون والعراقيات", &["الأميركيون=place:united-states", "و+العراقيات=place:iraq"]);
}

#[test]
fn titles() {
    for title in ["الرئيس العراقي", "رئيس العراق", "رئيس الجمهورية العراقية"] {
        check(title, &[&format!("{title}=office:iraq-president")]);
    }
    check("والأمين العام للأمم المتحدة", &["و+الأمين العام للأمم المتحدة=office:un-sg"]);
}

#[test]
fn lookup_is_of_the_whole() {
    let g = gazetteer();
    assert!(g.lookup("للكاظمي").is_some() && g.lookup("جو بايدن").is_some());
    assert!(g.lookup("بايدن قال").is_none() && g.lookup("").is_none() && g.lookup("،").is_none());
}

#[test]
fn hostile_text_is_linear_and_harmless() {
    let g = gazetteer();
    for unit in ["لل", "و", "الولايات ", "جو-", "بان كي-", "ـ", "#_", "U.", "\u{200f}", "ﻻ", "الله\n"] {
        let text = unit.repeat(20_000);
        let _ = find(&g, &text);
    }
}
