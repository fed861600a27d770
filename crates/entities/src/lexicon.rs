//! What is known of a word before any rule looks at it: one look-up a token in one table.
//!
//! The table joins the personal-name lists, the context lists (titles, heads, prepositions of place, relation nouns) and this crate's
//! own list of common words. Phrases of several words are chains in the same table.

use qawl_gazetteer::EntityType;
use qawl_text::{WordMap, hash, tokenize};
use std::collections::HashMap;

/// What is known of one word, as bits.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Info {
    bits: u32,
    /// 1 + the index of the phrase that ends here; 0 for none.
    phrase: u32,
}

const GIVEN: u32 = 0;
const FAMILY: u32 = 2;
pub(crate) const MALE: u32 = 1 << 4;
pub(crate) const FEMALE: u32 = 1 << 5;
/// The word after عبد.
pub(crate) const ABD: u32 = 1 << 6;
/// The word before الدين.
pub(crate) const DIN: u32 = 1 << 7;
/// An adjective that is no name.
pub(crate) const ADJECTIVE: u32 = 1 << 8;
/// A noun that is no name.
pub(crate) const NOUN: u32 = 1 << 9;
/// A verb, pronoun or particle.
pub(crate) const FUNCTION: u32 = 1 << 10;
/// A month.
pub(crate) const MONTH: u32 = 1 << 11;
/// A day of the week.
pub(crate) const DAY: u32 = 1 << 12;
/// A number in words.
pub(crate) const NUMBER: u32 = 1 << 13;
/// A name of the West, of Slavs or of East Asia.
pub(crate) const FOREIGN: u32 = 1 << 14;
/// A longer phrase may follow.
const MORE: u32 = 1 << 15;
/// A word that stands inside names: بن, فان.
pub(crate) const PARTICLE: u32 = 1 << 16;
/// A broken plural, collective or other word that only the common list has.
pub(crate) const COMMON: u32 = 1 << 17;

/// A noun that can stand for something named elsewhere, or an honorific of that kind.
pub(crate) const DESCRIBES: u32 = 1 << 18;

/// A title or relation noun begins with it.
pub(crate) const TITLES: u32 = 1 << 20;

/// A head of an organization or place begins with it.
pub(crate) const HEADS: u32 = 1 << 21;

/// A verb.
pub(crate) const VERB: u32 = 1 << 19;

impl Info {
    pub(crate) const fn has(self, bits: u32) -> bool {
        self.bits & bits != 0
    }
    /// How telling the word is as a given name, 0 to 3.
    pub(crate) const fn given(self) -> u32 {
        self.bits >> GIVEN & 3
    }
    /// How telling it is as a family name, 0 to 3.
    pub(crate) const fn family(self) -> u32 {
        self.bits >> FAMILY & 3
    }
    /// The more telling of the two.
    pub(crate) const fn name(self) -> u32 {
        if self.given() > self.family() { self.given() } else { self.family() }
    }
    /// Whether a phrase begins with it.
    #[inline(always)]
    pub(crate) const fn opens(self) -> bool {
        self.phrase != 0 || self.bits & MORE != 0
    }
    /// Whether it is a word of the language that no name goes on with.
    pub(crate) const fn is_common(self) -> bool {
        self.has(ADJECTIVE | NOUN | FUNCTION | COMMON | NUMBER | DAY | MONTH)
    }
    fn join(&mut self, o: Info) {
        let given = self.given().max(o.given());
        let family = self.family().max(o.family());
        let rest = (self.bits | o.bits) & !0xf;
        self.bits = rest | given << GIVEN | family << FAMILY;
        self.phrase = self.phrase.max(o.phrase);
    }
}

/// How a title stands to the name after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TitleKind {
    /// Directly before it.
    Honorific,
    /// Perhaps with a complement between.
    Office,
    /// Definite; an adjective may come between.
    Profession,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Title {
    pub(crate) kind: TitleKind,
    /// Singular, dual, plural: 1, 2, 3.
    pub(crate) number: u8,
    pub(crate) definite: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct OrgHead {
    pub(crate) ty: EntityType,
    /// Left out of the name.
    pub(crate) class_word: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct PlaceHead {
    pub(crate) class_word: bool,
}

/// What a phrase (of one word or more) opens.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Phrase {
    pub(crate) title: Option<Title>,
    pub(crate) org: Option<OrgHead>,
    pub(crate) place: Option<PlaceHead>,
    /// How nearly always a place follows, 1 to 3.
    pub(crate) preposition: u8,
    /// A word that relates a person to another: نظيره.
    pub(crate) relation: bool,
}

impl Phrase {
    fn join(&mut self, o: Phrase) {
        self.title = self.title.or(o.title);
        self.org = self.org.or(o.org);
        self.place = self.place.or(o.place);
        self.preposition = self.preposition.max(o.preposition);
        self.relation |= o.relation;
    }
}

/// The table: open addressing over slots of eight bytes, a part of the hash with the index of what is known (few words are known in a way
/// of their own), and before it a filter that a core's own cache holds.
pub(crate) struct Lexicon {
    slots: Vec<u64>,
    infos: Vec<Info>,
    shift: u32,
    filter: Vec<u64>,
    phrases: Vec<Phrase>,
}

/// The part of a slot that is an index; the rest is of the hash.
const INDEX: u64 = (1 << 18) - 1;

/// Bits of the index into the filter.
const FILTER: u32 = 19;

#[inline(always)]
const fn spread(h: u64) -> u64 {
    h.wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// The key of a chain that goes on with a word.
#[inline]
const fn chain(key: u64, word: u64) -> u64 {
    (key.rotate_left(23) ^ word).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

#[derive(Default)]
struct Loader {
    pairs: Vec<(u64, Info)>,
    phrases: Vec<Phrase>,
    known: HashMap<u64, u32>,
}

impl Loader {
    fn word(&mut self, word: &str, bits: u32) {
        self.pairs.push((hash(word), Info { bits, phrase: 0 }));
    }
    /// Adds a phrase; its words may be one.
    fn phrase(&mut self, words: &str, p: Phrase) {
        let kinds = if p.title.is_some() || p.relation { TITLES } else { 0 };
        let kinds = if p.org.is_some() || p.place.is_some() { kinds | HEADS } else { kinds };
        if let Some(first) = words.split_ascii_whitespace().next().filter(|_| kinds != 0) {
            self.pairs.push((hash(first), Info { bits: kinds, phrase: 0 }));
        }
        let mut key = 0;
        let mut n = 0;
        let mut words = words.split_ascii_whitespace().peekable();
        while let Some(w) = words.next() {
            key = if n == 0 { hash(w) } else { chain(key, hash(w)) };
            n += 1;
            if words.peek().is_some() {
                self.pairs.push((key, Info { bits: MORE, phrase: 0 }));
            }
        }
        match self.known.get(&key) {
            Some(&at) => self.phrases[at as usize].join(p),
            None => {
                let at = self.phrases.len() as u32;
                self.phrases.push(p);
                self.known.insert(key, at);
                self.pairs.push((key, Info { bits: 0, phrase: at + 1 }));
            }
        }
    }
    fn file(&mut self, path: &str, text: &str) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let rows = || text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(Row::cut);
        match name {
            "abd.txt" => rows().for_each(|r| self.word(r.0[0], ABD)),
            "din.txt" => rows().for_each(|r| self.word(r.0[0], DIN)),
            // ناصر, الماء: months of one state and one time
            "months.txt" => rows().filter(|r| r.0[2] != "libyan").for_each(|r| r.0[0].split(' ').for_each(|w| self.word(w, MONTH))),
            "weekdays.txt" => rows().for_each(|r| self.word(r.0[0], DAY)),
            "numbers.txt" => rows().filter(|r| !r.0[0].contains(' ')).for_each(|r| self.word(r.0[0], NUMBER)),
            "not-names.txt" => rows().for_each(|r| {
                let bits = match r.0[1] {
                    "adjective" => ADJECTIVE,
                    "function" => FUNCTION,
                    _ => NOUN,
                };
                self.word(r.0[0], bits);
            }),
            "titles.txt" => rows().for_each(|r| {
                let kind = match r.0[3] {
                    "honorific" => TitleKind::Honorific,
                    "profession" => TitleKind::Profession,
                    _ => TitleKind::Office,
                };
                let number = match r.0[2] {
                    "sg" => 1,
                    "du" => 2,
                    _ => 3,
                };
                let title = Some(Title { kind, number, definite: r.0[4] == "yes" });
                self.phrase(r.0[0], Phrase { title, ..Phrase::default() });
            }),
            "org-heads.txt" => rows().for_each(|r| {
                let Ok(ty) = r.0[1].parse() else { return };
                let org = Some(OrgHead { ty, class_word: r.0[3] == "yes" });
                self.phrase(r.0[0], Phrase { org, ..Phrase::default() });
            }),
            "place-heads.txt" => rows().for_each(|r| {
                let place = Some(PlaceHead { class_word: r.0[2] == "yes" });
                self.phrase(r.0[0], Phrase { place, ..Phrase::default() });
            }),
            "place-prepositions.txt" => rows().for_each(|r| {
                self.phrase(r.0[0], Phrase { preposition: r.0[2].parse().unwrap_or(1), ..Phrase::default() });
            }),
            "relation-nouns.txt" => rows().for_each(|r| self.phrase(r.0[0], Phrase { relation: true, ..Phrase::default() })),
            _ if path.starts_with("names/") => {
                let foreign = ["western", "slavic", "asian"].iter().any(|k| name.contains(k));
                let at = if name.starts_with("given") { GIVEN } else { FAMILY };
                for r in rows() {
                    let gender = match r.0[1] {
                        "f" => FEMALE,
                        "m" => MALE,
                        _ => 0,
                    };
                    let weight = r.0[2].parse::<u32>().unwrap_or(1).min(3);
                    self.word(r.0[0], weight << at | if at == GIVEN { gender } else { 0 } | if foreign { FOREIGN } else { 0 });
                }
            }
            _ => {}
        }
    }
    /// The list of common words: `key: word …`.
    fn common(&mut self, text: &str) {
        for line in text.lines() {
            let Some((key, words)) = line.split_once(": ") else { continue };
            for w in words.split_ascii_whitespace() {
                match key {
                    "perfect" => {
                        self.word(w, FUNCTION | VERB);
                        let base = w.strip_suffix('ى').unwrap_or(w);
                        for end in ["ت", "وا", "ا", "تا", "نا"] {
                            self.word(&[base, end].concat(), FUNCTION | VERB);
                        }
                    }
                    "imperfect" => {
                        let rest = w.strip_prefix('ي').unwrap_or(w);
                        for start in ["ي", "ت", "ن", "سي", "ست", "أ"] {
                            self.word(&[start, rest].concat(), FUNCTION | VERB);
                        }
                        for end in ["ون", "ان"] {
                            self.word(&["ي", rest, end].concat(), FUNCTION);
                        }
                    }
                    "particle" => self.word(w, PARTICLE),
                    "function" => self.word(w, FUNCTION),
                    "noun" => {
                        self.word(w, NOUN);
                        self.word(&["ال", w].concat(), NOUN);
                        if !w.ends_with(['ة', 'ا', 'ء']) {
                            self.word(&[w, "ا"].concat(), NOUN);
                        }
                    }
                    _ => self.word(w, COMMON),
                }
            }
        }
    }
}

/// The columns of a row; those that are missing are empty.
struct Row<'a>([&'a str; 5]);

impl<'a> Row<'a> {
    fn cut(line: &'a str) -> Row<'a> {
        let mut row = [""; 5];
        line.split('\t').zip(row.iter_mut()).for_each(|(c, r)| *r = c.trim());
        Row(row)
    }
}

impl Lexicon {
    pub(crate) fn new(files: &[(&str, &str)], describing: impl Iterator<Item = &'static str>) -> Lexicon {
        let mut l = Loader::default();
        for w in describing {
            l.word(w, DESCRIBES);
            l.word(&["ال", w].concat(), DESCRIBES);
        }
        for (path, text) in files.iter().filter(|(p, _)| p.ends_with(".txt")) {
            l.file(path, text);
        }
        l.common(include_str!("../data/common.txt"));
        let words = WordMap::build(l.pairs.iter().map(|p| (p.0, p.1)), Info::join);
        let bits = (words.len() * 2).next_power_of_two().trailing_zeros().max(3);
        let mut lexicon = Lexicon {
            slots: vec![0; 1 << bits],
            infos: vec![Info::default()],
            shift: 64 - bits,
            filter: vec![0; 1 << (FILTER - 6)],
            phrases: l.phrases,
        };
        let mut index: HashMap<(u32, u32), u64> = HashMap::new();
        for (h, _) in l.pairs {
            let info = words.get(h).copied().unwrap_or_default();
            let at = *index.entry((info.bits, info.phrase)).or_insert_with(|| {
                lexicon.infos.push(info);
                lexicon.infos.len() as u64 - 1
            });
            debug_assert!(at <= INDEX);
            let slot = lexicon.slot(h);
            lexicon.slots[slot] = spread(h) & !INDEX | at;
            let bit = spread(h) >> (64 - FILTER);
            lexicon.filter[(bit >> 6) as usize] |= 1 << (bit & 63);
        }
        lexicon
    }
    #[inline(always)]
    fn slot(&self, h: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (spread(h) >> self.shift) as usize;
        while self.slots[at] != 0 && (self.slots[at] ^ spread(h)) & !INDEX != 0 {
            at = (at + 1) & mask;
        }
        at
    }
    /// The word with this hash.
    #[inline(always)]
    pub(crate) fn get(&self, h: u64) -> Info {
        let bit = spread(h) >> (64 - FILTER);
        if self.filter[(bit >> 6) as usize] >> (bit & 63) & 1 == 0 {
            Info::default()
        } else {
            self.infos[(self.slots[self.slot(h)] & INDEX) as usize]
        }
    }
    /// What the phrase opens that ends with this word.
    pub(crate) fn phrase(&self, i: Info) -> Option<&Phrase> {
        self.phrases.get((i.phrase as usize).wrapping_sub(1))
    }
    /// The word after a phrase that may go on.
    pub(crate) fn next(&self, key: &mut u64, at: Info, word: u64) -> Option<Info> {
        if at.bits & MORE == 0 {
            return None;
        }
        *key = chain(*key, word);
        Some(self.get(*key)).filter(|i| *i != Info::default())
    }
}

/// The hashes of the words of a phrase.
pub(crate) fn hashes(text: &str) -> Vec<u64> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    tokens.iter().filter(|t| t.is_word()).map(|t| t.hash).collect()
}
