//! The cue lexicon: its paradigms, word by word, and its rows' own examples.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use qawl_claims::lexicon::{CueKind, Example, FormKind, Lexicon, Mood, NounUse, Number, Person, Pronoun, Row, Tense, Voice, left_out};

/// The letters as a reader of the text folds them.
fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | '\u{640}'))
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' | 'ئ' => 'ي',
            'ؤ' => 'و',
            'ة' => 'ه',
            other => other,
        })
        .collect()
}

/// The word itself and what is left of it without proclitics.
fn without_proclitics(word: &str) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    for prefix in ["و", "ف", "س", "ب", "ل", "ال", "وال", "بال", "لل"] {
        if let Some(rest) = word.strip_prefix(prefix) {
            out.push(rest.to_owned());
        }
    }
    out
}

fn default() -> Lexicon {
    match Lexicon::parse(Lexicon::default_text()) {
        Ok(lexicon) => lexicon,
        Err(error) => panic!("cues.txt: {error}"),
    }
}

fn folded_forms(lexicon: &Lexicon) -> Vec<BTreeSet<String>> {
    let mut out = vec![BTreeSet::new(); lexicon.rows().len()];
    for (surface, form) in lexicon.forms() {
        out[form.row].insert(fold(surface));
    }
    out
}

#[test]
fn the_file_has_enough_of_everything() {
    let lexicon = default();
    let verbs = lexicon.rows().iter().filter(|r| r.kind == CueKind::Verb).count();
    assert!(verbs >= 220, "{verbs} verbs");
    assert!(Lexicon::load_default().rows().len() == lexicon.rows().len());
    let other: usize = lexicon.rows().iter().filter(|r| r.kind != CueKind::Verb).map(|r| 1 + r.like.len() + r.also.len()).sum();
    assert!(other >= 60, "{other} nouns and phrases");
}

#[test]
fn no_lemma_comes_twice() {
    let lexicon = default();
    let mut seen = BTreeMap::new();
    for row in lexicon.rows() {
        let key = (row.kind, row.lemma.as_str(), row.morphology.map(|m| m.form));
        if let Some(first) = seen.insert(key, row.line) {
            panic!("line {}: {} stands already on line {first}", row.line, row.lemma);
        }
    }
    let mut phrases = BTreeMap::new();
    for row in lexicon.rows().iter().filter(|r| r.kind == CueKind::Phrase) {
        for phrase in std::iter::once(&row.plain).chain(&row.like).chain(&row.also) {
            if let Some(first) = phrases.insert(phrase, row.line) {
                panic!("line {}: {phrase} stands already in the row of line {first}", row.line);
            }
        }
    }
}

#[test]
fn every_row_has_an_example_and_a_counterexample() {
    for row in default().rows() {
        assert!(!row.examples.is_empty(), "line {}: {} has no `yes`", row.line, row.lemma);
        assert!(!row.counterexamples.is_empty(), "line {}: {} has no `no`", row.line, row.lemma);
    }
}

/// Words of a row that an example may mark: all its forms; of a phrase that takes a verb, the phrase before the verb.
fn marks(row: &Row, forms: &BTreeSet<String>, word: &str) -> bool {
    let word = fold(word);
    if row.kind == CueKind::Phrase {
        return forms.iter().any(|f| word == *f || word.starts_with(&format!("{f} ")));
    }
    without_proclitics(&word).iter().any(|w| forms.contains(w))
}

#[test]
fn examples_mark_their_row() {
    let lexicon = default();
    let forms = folded_forms(&lexicon);
    let at = |example: &Example, range: &std::ops::Range<usize>| example.text[range.clone()].to_owned();
    let mut faults = Vec::new();
    for (row, forms) in lexicon.rows().iter().zip(&forms) {
        for example in &row.examples {
            let line = example.line;
            match &example.cue {
                None => faults.push(format!("line {line}: no cue is marked")),
                Some(cue) if !marks(row, forms, &at(example, cue)) => {
                    faults.push(format!("line {line}: {} is no form of {}", at(example, cue), row.lemma));
                }
                Some(_) => {}
            }
            if example.content.is_empty() {
                faults.push(format!("line {line}: no content is marked"));
            }
            for span in example.content.iter().chain(&example.speaker) {
                let text = at(example, span);
                if text.is_empty() || text.trim() != text || text.ends_with('.') {
                    faults.push(format!("line {line}: a span is empty, or has white space or the full stop at its edge"));
                }
            }
        }
        for example in &row.counterexamples {
            let line = example.line;
            let Some(word) = &example.cue else {
                faults.push(format!("line {line}: no word is marked"));
                continue;
            };
            let word = fold(&at(example, word));
            let part = row.kind == CueKind::Phrase && forms.iter().any(|f| f.split(' ').any(|w| w == word));
            if !(marks(row, forms, &word) || part || is_noun_of(row, &word)) {
                faults.push(format!("line {line}: {word} is not written like a form of {}", row.lemma));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether the folded word is the verbal noun of the row.
fn is_noun_of(row: &Row, word: &str) -> bool {
    let Some(noun) = &row.noun else { return false };
    let nouns: Vec<String> = std::iter::once(&noun.singular).chain(&noun.plural).map(|n| fold(n)).collect();
    without_proclitics(word).iter().any(|w| nouns.contains(w) || w.strip_suffix('ا').is_some_and(|w| nouns.iter().any(|n| n == w)))
}

#[test]
fn words_left_out_are_no_lemmas() {
    let lexicon = default();
    let words = match left_out() {
        Ok(words) => words,
        Err(error) => panic!("left-out.txt: {error}"),
    };
    assert!(words.len() >= 60);
    let mut seen = BTreeSet::new();
    for word in &words {
        assert!(seen.insert(&word.word), "line {}: {} comes twice", word.line, word.word);
        let row = lexicon.rows().iter().find(|r| r.lemma == word.word);
        let clash = row.is_some_and(|r| r.light.is_empty());
        assert!(!clash, "left-out.txt line {}: {} is a row of cues.txt", word.line, word.word);
    }
}

#[test]
fn faults_name_line_and_mend() {
    let cases = [
        ("act state", "line 1: `act` stands before the first row; begin a row with `verb`, `noun` or `phrase`"),
        ("verb قال I قول", "line 1: form I needs the vowel of its imperfect; write I/a, I/i, I/u, or I/i-a for verbs like علم يعلم"),
        ("verb قال I/u كول\nact state\ntakes an", "line 1: form and root give كال, not قال; mend the lemma, the form or the root"),
        ("\n\nphrase وفقا\nact stated", "line 4: `stated` is no act; write one of state affirm announce deny"),
        ("phrase وفقا\ntakes source:عند", "line 2: `source:عند` is no frame"),
        ("verb قال I/u قول\nyes {q:قال", "line 2: a { is not closed; close it with }"),
        ("phrase وفقا", "line 1: وفقا has no frame; add a line `takes …`"),
    ];
    for (text, message) in cases {
        let error = Lexicon::parse(text).map(|_| ()).expect_err("a fault");
        assert!(error.to_string().starts_with(message), "{error}");
    }
}

/// One line a tense, voice and kind; object pronouns and possessives only with ه.
fn paradigm(lexicon: &Lexicon, lemma: &str) -> String {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (surface, form) in lexicon.forms().filter(|(_, f)| lexicon.row(f.row).lemma == lemma) {
        let f = form.features;
        let name = match (f.kind, f.tense, f.voice, f.mood, f.pronoun) {
            (_, _, _, _, Some(pronoun)) if pronoun != Pronoun::Him => continue,
            (FormKind::Verb, Some(tense), voice, mood, pronoun) => format!(
                "{}{}{}{}",
                if tense == Tense::Perfect { "perfect" } else { "imperfect" },
                if mood == Mood::Dependent { " dependent" } else { "" },
                if voice == Some(Voice::Passive) { " passive" } else { "" },
                if pronoun.is_some() { " + ه" } else { "" }
            ),
            (FormKind::Participle, ..) => "participle".to_owned(),
            (FormKind::Masdar, .., pronoun) => format!("masdar{}", if pronoun.is_some() { " + ه" } else { "" }),
            _ => "other".to_owned(),
        };
        match groups.iter_mut().find(|(n, _)| *n == name) {
            Some((_, words)) => words.push(surface.to_owned()),
            None => groups.push((name, vec![surface.to_owned()])),
        }
    }
    let mut out = format!("{lemma}\n");
    for (name, words) in groups {
        let _ = writeln!(out, "  {name}: {}", words.join(" "));
    }
    out
}

#[test]
fn paradigms_of_every_class() {
    let lexicon = default();
    let lemmas = [
        "كشف",
        "أكّد",
        "أعلن",
        "طالب",
        "تعهّد",
        "تساءل",
        "اتّفق",
        "استنكر", // sound and hamzated
        "سأل",
        "هنّأ",
        "أنبأ",
        "آمن",
        "طمأن", // hamzas and four radicals
        "وعد",
        "أوضح",
        "اتّهم", // first radical و
        "قال",
        "أشار",
        "استاء",
        "دان", // hollow
        "ردّ",
        "حضّ",
        "أصرّ",
        "احتجّ",
        "استخفّ", // doubled
        "نفى",
        "دعا",
        "رأى",
        "خشي",
        "ادّعى",
        "عزّى",
        "نادى",
        "ألقى",
        "تمنّى",
        "حيّا", // defective
        "بيّن",
        "ندّد",
        "صوّر", // letters that look weak or doubled and are not
    ];
    let text: String = lemmas.iter().map(|lemma| paradigm(&lexicon, lemma) + "\n").collect();
    insta::assert_snapshot!("paradigms", text);
}

#[test]
fn main_forms_of_all_verbs() {
    let lexicon = default();
    let mut text = String::new();
    for (index, row) in lexicon.rows().iter().enumerate() {
        let Some(morphology) = row.morphology else { continue };
        let mut words = BTreeMap::new();
        for (surface, form) in lexicon.forms().filter(|(_, f)| f.row == index) {
            let f = form.features;
            if f.pronoun.is_some() {
                continue;
            }
            let third = f.person == Some(Person::Third) && f.voice == Some(Voice::Active);
            let key = match (f.kind, f.tense, f.number) {
                (FormKind::Verb, Some(Tense::Perfect), Number::Plural) if third => 1,
                (FormKind::Verb, Some(Tense::Imperfect), Number::Singular) if third => 2,
                (FormKind::Verb, Some(Tense::Imperfect), Number::Plural) if third => 3,
                (FormKind::Participle, ..) => 4,
                _ => continue,
            };
            words.entry(key).or_insert(surface);
        }
        let words: Vec<&str> = words.into_values().collect();
        let noun = row.noun.as_ref().map_or(String::from("-"), |n| {
            let mark = if n.usage == NounUse::Never { "" } else { " *" };
            format!("{}{}{mark}", n.singular, n.plural.as_ref().map_or(String::new(), |p| format!("/{p}")))
        });
        let _ = writeln!(text, "{} {} {}: {} | {noun}", row.lemma, morphology.form.as_str(), morphology.class.as_str(), words.join(" "));
    }
    insta::assert_snapshot!("main_forms", text);
}

#[test]
fn phrases_and_nouns() {
    let lexicon = default();
    let mut text = String::new();
    for (index, row) in lexicon.rows().iter().enumerate().filter(|(_, r)| r.kind != CueKind::Verb) {
        let forms: Vec<&str> = lexicon
            .forms()
            .filter(|(_, f)| f.row == index && f.features.pronoun.is_none_or(|p| p == Pronoun::Him))
            .map(|(surface, _)| surface)
            .collect();
        let _ = writeln!(text, "{} {}: {}", row.kind.as_str(), row.act.as_str(), forms.join("، "));
    }
    insta::assert_snapshot!("phrases", text);
}

/// Forms that are easily got wrong, told by hand and not by the generator.
#[test]
fn hard_forms_are_there() {
    let lexicon = default();
    let table: &[(&str, &str)] = &[
        (
            "قال",
            "قال قالت قالا قالتا قالوا قلن قلت قلنا يقول تقول يقولان يقولا يقولون يقولوا يقلن أقول نقول يقل قيل يقال قائلا قائلة قائلين قائلات قوله قولها",
        ),
        ("أكّد", "أكد أكدوا أكدته يؤكد أؤكد نؤكد يؤكدون يؤكدوا مؤكدا مؤكدة مؤكدين مؤكدات تأكيده تأكيداته"),
        ("أعلن", "أعلنا أعلنها يعلن معلنا إعلانه إعلانها"),
        ("سأل", "سأل سئل سألوا يسأل سائلا سألته سؤاله"),
        ("تساءل", "تساءل تساءلت تساءلوا يتساءل يتساءلون متسائلا متسائلة"),
        ("هنّأ", "هنأ هنأت هنؤوا هنأوا يهنئ يهنئون مهنئا هنأه يهنئه تهنئته"),
        ("أنبأ", "أنبأ أنبأت ينبئ ينبئون أنبؤوا"),
        ("تنبّأ", "تنبأ تنبأت يتنبأ يتنبؤون متنبئا"),
        ("رأى", "رأى رأت رأيا رأتا رأوا يرى ترى يرون يروا ير رآه يراه"),
        ("دعا", "دعا دعت دعوا دعيا دعتا دعوت دعونا يدعو تدعو يدعوان يدعون يدعوا يدع دعاه دعتهم يدعى داعيا داعية داعين"),
        ("نفى", "نفى نفت نفيا نفتا نفوا نفيت ينفي تنفي ينفيان ينفون ينفوا ينف نفاه ينفيه نافيا نافية نافين"),
        ("نهى", "نهى نهت نهوا ينهى ينهون ناهيا"),
        ("ادّعى", "ادعى ادعت ادعوا يدعي يدعون مدعيا مدعية ادعاءات ادعاءاتهم ادعائه ادعاؤه"),
        ("ردّ", "رد ردت ردا ردوا رددت يرد يردون رادا"),
        ("حضّ", "حض حضت حضوا يحض يحضون حاضا حضه"),
        ("عدّ", "عد عدت عدوا يعد تعد عادا عده"),
        ("أصرّ", "أصر أصرت أصروا أصررت يصر مصرا"),
        ("وعد", "وعد وعدت وعدوا يعد تعد يعدون واعدا"),
        ("وصف", "وصف وصفه وصفها يصف تصف يصفون واصفا واصفة"),
        ("أوضح", "أوضح أوضحوا يوضح موضحا"),
        ("اتّهم", "اتهم اتهمته يتهم متهما"),
        ("اتّفق", "اتفق اتفقا اتفقوا يتفق متفقين"),
        ("أشار", "أشار أشارت أشرت أشير يشير يشر يشار مشيرا مشيرة مشيرين إشارته"),
        ("أفاد", "أفاد أفيد أفادوا يفيد مفيدا"),
        ("أدان", "أدان أدانت أدنا يدين تدين مدينا إدانته"),
        ("أيّد", "أيد أيدت يؤيد أؤيد مؤيدا تأييده"),
        ("آمن", "آمن آمنت يؤمن نؤمن أؤمن مؤمنا"),
        ("أمل", "أمل أملت يأمل آمل نأمل آملا"),
        ("احتجّ", "احتج احتجوا احتججنا يحتج محتجا"),
        ("ألقى", "ألقى ألقت ألقوا يلقي"),
        ("تبنّى", "تبنى تبنت يتبنى تبنته متبنيا تتبن"),
        ("حيّا", "حيا حيت حيوا يحيي حياه محييا تحياته"),
        ("ارتأى", "ارتأى ارتأت ارتأوا يرتئي مرتئيا"),
    ];
    for (lemma, words) in table {
        let forms: BTreeSet<&str> = lexicon.forms().filter(|(_, f)| lexicon.row(f.row).lemma == *lemma).map(|(surface, _)| surface).collect();
        for word in words.split(' ') {
            assert!(forms.contains(word), "{lemma} has no form {word}");
        }
    }
}

#[test]
fn light_nouns_are_spelled_out() {
    let lexicon = default();
    let row = lexicon.rows().iter().find(|r| r.lemma == "جدّد").expect("جدد is a light verb");
    let spellings: BTreeSet<String> = row.light.iter().flat_map(|l| l.spellings()).collect();
    for word in ["تأكيد", "تأكيده", "تأكيداتها", "دعوته", "دعوة", "التزامه", "رفضه", "رفضا", "شكرها"]
    {
        assert!(spellings.contains(word), "{word}");
    }
}

/// Letters that generated words must not contain.
#[test]
fn no_form_is_misspelt() {
    let lexicon = default();
    for (surface, form) in lexicon.forms() {
        let lemma = &lexicon.row(form.row).lemma;
        assert!(!surface.is_empty() && surface.chars().all(|c| c == ' ' || ('ء'..='ي').contains(&c) && c != '\u{640}'), "{lemma}: {surface}");
        for wrong in ["اا", "آا", "أا", "ءأ", "أأ", "ؤؤ", "ةه", "ىه", "ىن"] {
            assert!(!surface.contains(wrong), "{lemma}: {surface} contains {wrong}");
        }
    }
}
