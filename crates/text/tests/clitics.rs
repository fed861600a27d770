//! The readings of a word with its proclitics taken off.

use qawl_text::{Text, candidates, fold, hash};

/// Checks the readings of `word` in order, written `clitics:surface=host`, the host left out where it is the surface folded.
#[track_caller]
fn check(word: &str, expected: &[&str]) {
    let text = Text::read(word);
    let token = &text.tokens()[0];
    let found: Vec<_> = candidates(token).map(|c| (c.clitics.to_string(), text.slice(c.span(token, word)), c.host)).collect();
    let wanted: Vec<_> = expected
        .iter()
        .map(|e| {
            let (clitics, rest) = e.split_once(':').unwrap();
            let (surface, host) = rest.split_once('=').unwrap_or((rest, rest));
            (clitics.to_string(), surface, hash(&fold(host)))
        })
        .collect();
    assert_eq!(found, wanted, "{word}");
}

#[test]
fn no_clitic() {
    check("جدة", &[":جدة"]);
    check("من", &[":من"]);
    check("NATO", &[":NATO"]);
    check("2021", &[":2021"]);
}

#[test]
fn conjunctions() {
    check("وبايدن", &[":وبايدن", "و:بايدن", "و+ب:ايدن"]);
    check("فقال", &[":فقال", "ف:قال"]);
    check("وفد", &[":وفد", "و:فد"]);
    check("وقد", &[":وقد", "و:قد"]);
}

#[test]
fn two_letters_are_a_word() {
    check("به", &[":به"]);
    check("له", &[":له"]);
    check("ال", &[":ال"]);
    check("وب", &[":وب"]);
}

#[test]
fn prepositions() {
    check("ببغداد", &[":ببغداد", "ب:بغداد"]);
    check("كرئيس", &[":كرئيس", "ك:رئيس"]);
    check("لمصر", &[":لمصر", "ل:مصر"]);
    check("ولمصر", &[":ولمصر", "و:لمصر", "و+ل:مصر"]);
    check("فبرئاسة", &[":فبرئاسة", "ف:برئاسة", "ف+ب:رئاسة"]);
}

#[test]
fn future() {
    check("سيزور", &[":سيزور", "س:يزور"]);
    check("وستعلن", &[":وستعلن", "و:ستعلن", "و+س:تعلن"]);
    check("فسنرد", &[":فسنرد", "ف:سنرد", "ف+س:نرد"]);
    check("سعود", &[":سعود"]);
    check("وسوريا", &[":وسوريا", "و:سوريا"]);
}

#[test]
fn article_is_kept_and_offered_off() {
    check("العراق", &[":العراق", "ال:عراق"]);
    check("والعراق", &[":والعراق", "و:العراق", "و+ال:عراق"]);
    check("بالعراق", &[":بالعراق", "ب:العراق", "ب+ال:عراق"]);
    check("وبالعراق", &[":وبالعراق", "و:بالعراق", "و+ب:العراق", "و+ب+ال:عراق"]);
    check("كالعراق", &[":كالعراق", "ك:العراق", "ك+ال:عراق"]);
    check("فالوزير", &[":فالوزير", "ف:الوزير", "ف+ال:وزير"]);
    check("الى", &[":الى"]);
}

#[test]
fn lam_and_article() {
    check("للسعودية", &[":للسعودية", "ل:لسعودية=اللسعودية", "ل:لسعودية=السعودية", "ل:لسعودية", "ل+ال:سعودية"]);
    check("للجنة", &[":للجنة", "ل:لجنة=اللجنة", "ل:لجنة=الجنة", "ل:لجنة", "ل+ال:جنة"]);
    check("للبنان", &[":للبنان", "ل:لبنان=اللبنان", "ل:لبنان=البنان", "ل:لبنان", "ل+ال:بنان"]);
    check("وللعراق", &[":وللعراق", "و:للعراق", "و+ل:لعراق=اللعراق", "و+ل:لعراق=العراق", "و+ل:لعراق", "و+ل+ال:عراق"]);
    check("لله", &[":لله", "ل:له=الله", "ل:له"]);
}

#[test]
fn marks_on_clitics_are_passed_over() {
    check("وَبِالعِراقِ", &[":وَبِالعِراقِ", "و:بِالعِراقِ", "و+ب:العِراقِ", "و+ب+ال:عِراقِ"]);
    check("لِلسعودية", &[":لِلسعودية", "ل:لسعودية=اللسعودية", "ل:لسعودية=السعودية", "ل:لسعودية", "ل+ال:سعودية"]);
}

#[test]
fn ligatures_are_not_cut() {
    check("ﻷﺣﻤﺪ", &[":ﻷﺣﻤﺪ", "ل:ﻷﺣﻤﺪ=احمد"]);
    check("وﻷﺣﻤﺪ", &[":وﻷﺣﻤﺪ", "و:ﻷﺣﻤﺪ", "و+ل:ﻷﺣﻤﺪ=احمد"]);
}

#[test]
fn very_long_words_have_no_readings() {
    let word = format!("و{}", "ب".repeat(300));
    check(&word, &[&format!(":{word}")]);
}
