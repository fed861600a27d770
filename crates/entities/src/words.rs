//! Words of the grammar: prepositions, complementizers, time words and the like, looked up once a token.
//!
//! The words are in `data/words.txt`; [`Class`] says what each class is for.

use qawl_text::{Text, Token, TokenKind, WordFilter, WordMap, hash};
use std::sync::OnceLock;

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Class(u64);

macro_rules! classes {
    ($($bit:literal $name:ident $key:literal $doc:literal;)*) => {
        impl Class {
            $(#[doc = $doc] pub const $name: Class = Class(1 << $bit);)*
        }
        const KEYS: &[(&str, Class)] = &[$(($key, Class::$name)),*];
    };
}

classes! {
    0 THAT "that" "A complementizer, alone or with its pronoun: إن، أن، بأنه.";
    1 BECAUSE "because" "Opens a reason or purpose, not a content: لأن.";
    2 IF "if" "Opens a question: هل، إذا.";
    3 PREP "prep" "A preposition, or one with its pronoun.";
    4 ADJUNCT "adjunct" "A preposition that opens an adjunct and is hardly ever part of a speaker's phrase.";
    5 CONJ "conj" "Joins clauses: كما، بينما، لكن.";
    6 RESUME "resume" "Opens the reporter's own words after an indirect content.";
    7 CONTRAST "contrast" "لكن، غير أن: goes on with the content or turns against it.";
    8 RELATIVE "relative" "الذي and its kin.";
    9 DEMONSTRATIVE "demonstrative" "هذا and its kin.";
    10 PRONOUN "pronoun" "A free pronoun.";
    11 NEGATION "negation" "لم، لن، لا، ليس.";
    12 AUXILIARY "auxiliary" "كان، قد، سوف and their kin.";
    13 QUANTIFIER "quantifier" "كل، بعض، أحد: opens a noun phrase.";
    14 VOCATIVE "vocative" "يا، أيها.";
    15 TURN "turn" "The noun of \"من جانبه\", \"بدوره\": another speaker begins.";
    16 ORDER "order" "An ordinal.";
    17 MEDIUM "medium" "A noun of saying or occasion: بيان، مؤتمر.";
    18 TIME "time" "A word of time: أمس، صباح.";
    19 WEEKDAY "weekday" "A day of the week.";
    20 MONTH "month" "A month.";
    21 NUMBER "number" "A number in words.";
    22 GROUP "group" "الطرفان and its kin.";
    23 OWN "own" "A word whose first ب or ل is its own.";
    24 TITLE "title" "A noun of office that opens an apposition.";
    26 SPEAKER "speaker" "A noun of somebody or something that speaks.";
    27 OUTLET "outlet" "A noun of those who ask and print: وكالة، صحيفة، الصحفيين.";
    28 ADVERB "adverb" "An adverb that stands between a subject and what he says: رسميا، مجددا.";
    29 ADJECTIVE "adjective" "A common definite adjective that is no nisba.";
    30 BOUND "bound" "An adjective that governs ب: المتعلقة، المكلف.";
    31 HONORIFIC "honorific" "معالي، سمو: stands before a title or carries a pronoun for its bearer (معاليه).";
    32 FEMININE "feminine" "Takes a verb in the feminine though no letter shows it: الدول، الأطراف.";
    33 MASCULINE "masculine" "One body, masculine: المجتمع، المجلس.";
    34 CLAUSAL "clausal" "Has an أن-clause of its own: أهمية، ضرورة.";
    35 MANNER "manner" "A word with ب that says how: بشدة، بوضوح.";
    36 BEHIND_MIN "behind-min" "Makes an adverb with من before it: من جديد.";
    37 BEHIND_ALA "behind-ala" "Makes an adverb with على before it: على الفور.";
    25 GOVERNING "governing" "A noun of office that governs a preposition.";
}

impl Class {
    /// No class.
    pub const NONE: Class = Class(0);
    /// Whether it is one of these classes.
    #[inline]
    pub const fn any(self, of: Class) -> bool {
        self.0 & of.0 != 0
    }
    /// Both sets together.
    pub const fn or(self, o: Class) -> Class {
        Class(self.0 | o.0)
    }
}

/// What is known of one token's word.
#[derive(Clone, Copy, Default, Debug)]
pub struct Word {
    /// The classes of the word as it stands.
    pub class: Class,
    /// The classes of the word behind a leading و or ف.
    pub behind: Class,
    /// The classes of the word behind a leading ب, ل or ك (للوكالة: those of الوكالة).
    pub led: Class,
}

const ALEF: u16 = 0x627;
const BEH: u16 = 0x628;
const KAF: u16 = 0x643;
const LAM: u16 = 0x644;

/// The words of the grammar and, on request, the nouns of titles and professions as speakers.
#[derive(Clone, Debug)]
pub struct Words {
    words: WordMap<Class>,
    /// Most words of a text end here.
    filter: WordFilter<16>,
}

impl Default for Words {
    fn default() -> Words {
        Words::new("")
    }
}

impl Words {
    /// The words of the grammar, and beside them the first word of every title in a list like `context/titles.txt` (first column, up
    /// to a tab; `#` begins a comment) as [`Class::SPEAKER`], unless the grammar knows it.
    pub fn new(titles: &str) -> Words {
        let mut pairs = Vec::new();
        for line in include_str!("../data/words.txt").lines() {
            let Some((key, words)) = line.split_once(": ") else { continue };
            let (key, _) = key.split_once('*').unwrap_or((key, ""));
            let Some(&(_, class)) = KEYS.iter().find(|k| k.0 == key) else { continue };
            pairs.extend(words.split_whitespace().map(|w| (hash(w), class)));
        }
        let grammar = WordMap::build(pairs.iter().copied(), |a: &mut Class, b| *a = a.or(b));
        for line in titles.lines().filter(|l| !l.starts_with('#')) {
            let title = line.split('\t').next().unwrap_or("");
            let h = hash(title.split(' ').next().unwrap_or(""));
            if h != 0 && !grammar.has(h) {
                pairs.push((h, Class::SPEAKER));
            }
        }
        let filter = WordFilter::build(pairs.iter().map(|p| p.0));
        Words { words: WordMap::build(pairs, |a, b| *a = a.or(b)), filter }
    }

    /// Looks up every token of a text.
    pub fn classify(&self, text: &Text<'_>) -> Vec<Word> {
        text.tokens().iter().map(|k| word(self, k)).collect()
    }
}

/// Looks up every token of a text among the words of the grammar alone.
pub fn classify(text: &Text<'_>) -> Vec<Word> {
    static GRAMMAR: OnceLock<Words> = OnceLock::new();
    GRAMMAR.get_or_init(Words::default).classify(text)
}

fn word(t: &Words, k: &Token) -> Word {
    if k.kind != TokenKind::Word {
        return Word::default();
    }
    let get = |h| if t.filter.may_have(h) { t.words.get(h).copied().unwrap_or_default() } else { Class::NONE };
    let class = get(k.hash);
    let behind = if matches!(k.head()[0], 0x648 | 0x641) && k.len > 1 { get(k.rest(1)) } else { Class::NONE };
    let led = match k.head() {
        [LAM, LAM, ..] if k.len > 3 => get(k.replaced(2, &[ALEF, LAM])),
        [LAM | BEH | KAF, ..] if k.len > 3 => get(k.rest(1)),
        _ => Class::NONE,
    };
    Word { class, behind, led }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_file_is_known_and_none_is_empty() {
        for line in include_str!("../data/words.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let key = line.split(':').next().unwrap_or("").trim_end_matches('*');
            assert!(KEYS.iter().any(|k| k.0 == key), "no class {key:?}: add it to src/words.rs");
        }
        for (key, class) in KEYS {
            assert!(Words::default().words.values().iter().any(|c| c.any(*class)), "class {key} has no word");
        }
    }

    #[test]
    fn words_behind_a_conjunction() {
        let text = Text::read("وأن بأنه قال");
        let w = classify(&text);
        assert!(w[0].behind.any(Class::THAT) && !w[0].class.any(Class::THAT));
        assert!(w[1].class.any(Class::THAT));
        assert_eq!(w[2].class, Class::NONE);
    }
}
