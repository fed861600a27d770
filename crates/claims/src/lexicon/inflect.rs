//! Paradigms: all surface forms of a row, with their features.

use super::features::{Features, FormKind, Gender, Mood, Number, Person, Pronoun, Tense, Voice};
use super::row::{Class, CueKind, Frame, Morphology, NounUse, Row};
use super::spell::{Sounds, Style, write};
use super::stem::{Ending, Stems};

const PLAIN: Style = Style { joined: false, older_seats: false };

/// Pronouns that follow a verb.
const OBJECTS: [(Pronoun, &str); 9] = [
    (Pronoun::Him, "ه"),
    (Pronoun::Her, "ها"),
    (Pronoun::TheyTwo, "هما"),
    (Pronoun::They, "هم"),
    (Pronoun::TheyFeminine, "هن"),
    (Pronoun::Me, "ني"),
    (Pronoun::Us, "نا"),
    (Pronoun::You, "ك"),
    (Pronoun::YouAll, "كم"),
];

/// Pronouns that follow a noun.
const OWNERS: [(Pronoun, &str); 9] = [
    (Pronoun::Him, "ه"),
    (Pronoun::Her, "ها"),
    (Pronoun::TheyTwo, "هما"),
    (Pronoun::They, "هم"),
    (Pronoun::TheyFeminine, "هن"),
    (Pronoun::Me, "ي"),
    (Pronoun::Us, "نا"),
    (Pronoun::You, "ك"),
    (Pronoun::YouAll, "كم"),
];

/// Receives the forms of a row, one after the other.
pub(crate) trait Sink {
    /// One form.
    fn form(&mut self, surface: &str, features: Features);
}

/// The citation form that form and root give.
pub(crate) fn lemma(morphology: Morphology) -> String {
    let stems = morphology.source().active();
    let mut word = stems.perfect;
    end(&mut word, perfect_ending(stems.perfect_end, 0));
    let mut out = String::new();
    write(&word.settle(), PLAIN, &mut out);
    out
}

/// All forms of a row, in a fixed order.
pub(crate) fn paradigm(row: &Row, sink: &mut impl Sink) {
    let mut pen = Pen { sink, word: String::with_capacity(64), spare: String::with_capacity(64) };
    let kind = match row.kind {
        CueKind::Verb => FormKind::Verb,
        CueKind::Noun => FormKind::Masdar,
        CueKind::Phrase => FormKind::Phrase,
    };
    if let Some(morphology) = row.morphology {
        let source = morphology.source();
        let traits = Traits {
            objects: row.takes_object(),
            both_seats: morphology.root.has_hamza(),
            short_jussive: matches!(morphology.class, Class::Hollow | Class::Defective),
        };
        verb(&mut pen, &source.active(), source.passive().as_ref(), traits);
        if row.participle {
            participle(&mut pen, &source.participle(), morphology.class == Class::Defective);
        }
    } else {
        let own = kind == FormKind::Masdar || row.frames.contains(&Frame::Own);
        for word in std::iter::once(&row.plain).chain(&row.like) {
            noun(&mut pen, word, kind, Number::Singular, own);
        }
    }
    for word in &row.also {
        pen.sink.form(word, Features::of(kind));
    }
    if let Some(masdar) = row.noun.as_ref().filter(|n| n.usage != NounUse::Never) {
        accusative(&mut pen, &masdar.singular);
        noun(&mut pen, &masdar.singular, FormKind::Masdar, Number::Singular, true);
        if let Some(plural) = &masdar.plural {
            noun(&mut pen, plural, FormKind::Masdar, Number::Plural, true);
        }
    }
}

struct Pen<'a, S: Sink> {
    sink: &'a mut S,
    word: String,
    spare: String,
}

impl<S: Sink> Pen<'_, S> {
    fn put(&mut self, sounds: &Sounds, features: Features, older_seats: bool) {
        self.word.clear();
        write(sounds, Style { joined: false, older_seats }, &mut self.word);
        self.sink.form(&self.word, features);
    }

    /// The older spelling, where it differs from the one last put.
    fn put_older(&mut self, sounds: &Sounds, features: Features) {
        self.word.clear();
        write(sounds, PLAIN, &mut self.word);
        self.spare.clear();
        write(sounds, Style { joined: false, older_seats: true }, &mut self.spare);
        if self.spare != self.word {
            self.sink.form(&self.spare, features);
        }
    }

    fn put_with(&mut self, sounds: &Sounds, features: Features, older_seats: bool) {
        self.word.clear();
        write(sounds, Style { joined: true, older_seats }, &mut self.word);
        if older_seats {
            self.spare.clear();
            write(sounds, Style { joined: true, older_seats: false }, &mut self.spare);
            if self.spare == self.word {
                return;
            }
        }
        let stem = self.word.len();
        for (pronoun, letters) in OBJECTS {
            self.word.truncate(stem);
            self.word.push_str(letters);
            self.sink.form(&self.word, Features { pronoun: Some(pronoun), ..features });
        }
    }
}

fn end(word: &mut Sounds, ending: &str) {
    for symbol in ending.chars() {
        word.push(match symbol {
            't' => 'ت',
            'n' => 'ن',
            'm' => 'م',
            'y' => 'ي',
            'w' => 'و',
            other => other,
        });
    }
}

/// An ending that begins with a consonant, on a stem that may end in the same one: أعلن + نا gives أعلنّا, written with one ن.
fn meet(word: &mut Sounds, ending: &str) {
    let same = match word.symbols().last() {
        Some('ن') => ending.starts_with('n'),
        Some('ت') => ending.starts_with('t'),
        _ => false,
    };
    if same {
        word.push('~');
    }
    end(word, if same { ending.get(1..).unwrap_or_default() } else { ending });
}

/// Slots of the perfect: person, gender, number.
const PERFECT: [(Person, Gender, Number); 9] = [
    (Person::Third, Gender::Masculine, Number::Singular),
    (Person::Third, Gender::Feminine, Number::Singular),
    (Person::Third, Gender::Masculine, Number::Dual),
    (Person::Third, Gender::Feminine, Number::Dual),
    (Person::Third, Gender::Masculine, Number::Plural),
    (Person::Third, Gender::Feminine, Number::Plural),
    (Person::First, Gender::Common, Number::Singular),
    (Person::First, Gender::Common, Number::Plural),
    (Person::Second, Gender::Masculine, Number::Plural),
];

/// Ending of a slot of the perfect; `PERFECT[5..]` stand on the short stem.
fn perfect_ending(end: Ending, slot: usize) -> &'static str {
    let table: [&str; 9] = match end {
        Ending::Strong => ["a", "at", "A", "atA", "UO", "na", "tu", "nA", "tum"],
        Ending::Alif => ["A", "at", "awA", "atA", "awO", "awna", "awtu", "awnA", "awtum"],
        Ending::I => ["iya", "iyat", "iyA", "iyatA", "UO", "Ina", "Itu", "InA", "Itum"],
        Ending::Ya | Ending::U => ["Y", "at", "ayA", "atA", "awO", "ayna", "aytu", "aynA", "aytum"],
    };
    table.get(slot).copied().unwrap_or("")
}

/// Slots of the imperfect: prefix, person, gender, number, mood; the endings follow in `imperfect_ending`.
const IMPERFECT: [(char, Person, Gender, Number, Mood); 13] = [
    ('ي', Person::Third, Gender::Masculine, Number::Singular, Mood::Any),
    ('ت', Person::Third, Gender::Feminine, Number::Singular, Mood::Any),
    ('ي', Person::Third, Gender::Masculine, Number::Dual, Mood::Indicative),
    ('ي', Person::Third, Gender::Masculine, Number::Dual, Mood::Dependent),
    ('ت', Person::Third, Gender::Feminine, Number::Dual, Mood::Indicative),
    ('ت', Person::Third, Gender::Feminine, Number::Dual, Mood::Dependent),
    ('ي', Person::Third, Gender::Masculine, Number::Plural, Mood::Indicative),
    ('ي', Person::Third, Gender::Masculine, Number::Plural, Mood::Dependent),
    ('ي', Person::Third, Gender::Feminine, Number::Plural, Mood::Any),
    ('ء', Person::First, Gender::Common, Number::Singular, Mood::Any),
    ('ن', Person::First, Gender::Common, Number::Plural, Mood::Any),
    ('ت', Person::Second, Gender::Masculine, Number::Plural, Mood::Indicative),
    ('ت', Person::Second, Gender::Masculine, Number::Plural, Mood::Dependent),
];

/// Slot of the imperfect that stands on the short stem.
const FEMININE_PLURAL: usize = 8;

fn imperfect_ending(end: Ending, slot: usize) -> &'static str {
    let [singular, dual, dual_short, plural, plural_short, feminine] = match end {
        Ending::Strong => ["u", "Ani", "A", "Una", "UO", "na"],
        Ending::U => ["U", "uwAni", "uwA", "Una", "UO", "Una"],
        Ending::I => ["I", "iyAni", "iyA", "Una", "UO", "Ina"],
        Ending::Ya | Ending::Alif => ["Y", "ayAni", "ayA", "awna", "awO", "ayna"],
    };
    match slot {
        2 | 4 => dual,
        3 | 5 => dual_short,
        6 | 11 => plural,
        7 | 12 => plural_short,
        FEMININE_PLURAL => feminine,
        _ => singular,
    }
}

/// Both tenses and voices of a verb. A passive form is left out where its letters are those of the active (أُعلن).
fn verb<S: Sink>(pen: &mut Pen<'_, S>, active: &Stems, passive: Option<&Stems>, traits: Traits) {
    for (slot, (person, gender, number)) in PERFECT.into_iter().enumerate() {
        let build = |stems: &Stems| {
            let mut word = if slot < 5 { stems.perfect } else { stems.perfect_short };
            meet(&mut word, perfect_ending(stems.perfect_end, slot));
            word.settle()
        };
        let features = Features { person: Some(person), gender, number, tense: Some(Tense::Perfect), ..Features::of(FormKind::Verb) };
        let passive = passive.filter(|_| has_passive(features)).map(build);
        voices(pen, &build(active), passive.as_ref(), features, traits);
    }
    if active.perfect_end == Ending::Alif {
        // The press often writes the dual دعيا beside the correct دعوا.
        let mut word = active.perfect;
        end(&mut word, "ayA");
        let features = Features { gender: Gender::Masculine, number: Number::Dual, tense: Some(Tense::Perfect), ..Features::third() };
        voices(pen, &word, None, features, traits);
    }
    for (slot, (prefix, person, gender, number, mood)) in IMPERFECT.into_iter().enumerate() {
        let build = |stems: &Stems| {
            let stem = if slot == FEMININE_PLURAL { &stems.imperfect_short } else { &stems.imperfect };
            imperfect(prefix, stems.prefix, stem, imperfect_ending(stems.imperfect_end, slot))
        };
        let features = Features { person: Some(person), gender, number, tense: Some(Tense::Imperfect), mood, ..Features::of(FormKind::Verb) };
        let passive = passive.filter(|_| has_passive(features));
        voices(pen, &build(active), passive.map(build).as_ref(), features, traits);
        let jussive = matches!(slot, 0 | 1 | 9 | 10) && traits.short_jussive;
        if jussive {
            let build = |stems: &Stems| imperfect(prefix, stems.prefix, &stems.imperfect_short, "");
            let features = Features { mood: Mood::Dependent, ..features };
            voices(pen, &build(active), passive.map(build).as_ref(), features, traits);
        }
    }
}

/// Whether the passive of a slot is worth a form: impersonal reports stand in the third person.
fn has_passive(features: Features) -> bool {
    features.person == Some(Person::Third) && (features.gender == Gender::Masculine || features.number == Number::Singular)
}

/// What holds for all forms of a verb.
#[derive(Debug, Clone, Copy)]
struct Traits {
    objects: bool,
    both_seats: bool,
    short_jussive: bool,
}

/// The active form, with object pronouns if the verb takes them, and the passive form if its letters differ.
fn voices<S: Sink>(pen: &mut Pen<'_, S>, active: &Sounds, passive: Option<&Sounds>, features: Features, traits: Traits) {
    let features = Features { voice: Some(Voice::Active), ..features };
    pen.put(active, features, false);
    if let Some(passive) = passive {
        pen.spare.clear();
        write(passive, PLAIN, &mut pen.spare);
        if pen.spare != pen.word {
            pen.sink.form(&pen.spare, Features { voice: Some(Voice::Passive), ..features });
        }
    }
    let rare = features.person == Some(Person::Second) || features.gender == Gender::Feminine && features.number != Number::Singular;
    let objects = traits.objects && !rare;
    if objects {
        pen.put_with(active, features, false);
    }
    if traits.both_seats {
        pen.put_older(active, features);
        if objects && last_hamza(active) {
            pen.put_with(active, features, true);
        }
    }
}

/// Whether the last consonant is a hamza, so that its seat changes with what follows.
fn last_hamza(word: &Sounds) -> bool {
    word.symbols().iter().rev().find(|s| !matches!(s, 'a' | 'i' | 'u' | 'U' | 'O')) == Some(&'ء')
}

fn imperfect(prefix: char, vowel: char, stem: &Sounds, ending: &str) -> Sounds {
    let mut word = Sounds::new();
    word.push(prefix);
    word.push(vowel);
    for symbol in stem.symbols() {
        word.push(*symbol);
    }
    meet(&mut word, ending);
    word.settle()
}

/// The active participle, in the cases in which it continues a report, and in the nominative dual and plural.
fn participle<S: Sink>(pen: &mut Pen<'_, S>, stem: &Sounds, defective: bool) {
    let endings: [(&str, &str, Gender, Number); 7] = [
        ("N", "iyN", Gender::Masculine, Number::Singular),
        ("aT", "iyaT", Gender::Feminine, Number::Singular),
        ("ayn", "iyayn", Gender::Masculine, Number::Dual),
        ("In", "In", Gender::Masculine, Number::Plural),
        ("atayn", "iyatayn", Gender::Feminine, Number::Dual),
        ("At", "iyAt", Gender::Feminine, Number::Plural),
        ("Una", "Una", Gender::Masculine, Number::Plural),
    ];
    for (strong, weak, gender, number) in endings {
        let mut word = *stem;
        end(&mut word, if defective { weak } else { strong });
        pen.put(&word.settle(), Features { gender, number, ..Features::of(FormKind::Participle) }, false);
    }
}

/// The indefinite accusative of a verbal noun, where it has letters of its own: إعلانا.
fn accusative<S: Sink>(pen: &mut Pen<'_, S>, word: &str) {
    if !["ة", "اء", "ى", "ا"].iter().any(|e| word.ends_with(e)) {
        pen.word.clear();
        pen.word.push_str(word);
        pen.word.push('ا');
        pen.sink.form(&pen.word, Features::of(FormKind::Masdar));
    }
}

/// All spellings of a noun: bare, accusative, and with pronouns.
pub(crate) fn spellings(word: &str) -> Vec<String> {
    let mut out = Words(Vec::with_capacity(14));
    let mut pen = Pen { sink: &mut out, word: String::with_capacity(64), spare: String::new() };
    let definite = word.starts_with("ال") && !word.starts_with("الت") || word.starts_with("بال");
    noun(&mut pen, word, FormKind::Masdar, Number::Singular, !definite);
    if !definite {
        accusative(&mut pen, word);
    }
    out.0
}

struct Words(Vec<String>);

impl Sink for Words {
    fn form(&mut self, surface: &str, _: Features) {
        self.0.push(surface.to_owned());
    }
}

/// A noun or phrase, and with the pronouns of its last word.
fn noun<S: Sink>(pen: &mut Pen<'_, S>, word: &str, kind: FormKind, number: Number, owned: bool) {
    let features = Features { number, gender: Gender::Common, ..Features::of(kind) };
    pen.sink.form(word, features);
    let bare = |end: &str| word.strip_suffix(end);
    if !owned {
        return;
    }
    let joined: &[(&str, &str)] = if let Some(stem) = bare("ة") {
        &[(stem, "ت")]
    } else if let Some(stem) = bare("اء") {
        &[(stem, "اؤ"), (stem, "ائ"), (stem, "اء")]
    } else if let Some(stem) = bare("ى") {
        &[(stem, "ا")]
    } else {
        &[(word, "")]
    };
    for (stem, seam) in joined {
        for (pronoun, letters) in OWNERS {
            if pronoun == Pronoun::Me && matches!(*seam, "اؤ" | "اء") {
                continue;
            }
            pen.word.clear();
            pen.word.push_str(stem);
            pen.word.push_str(seam);
            pen.word.push_str(letters);
            pen.sink.form(&pen.word, Features { pronoun: Some(pronoun), ..features });
        }
    }
}
