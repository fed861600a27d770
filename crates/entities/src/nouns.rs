//! Nouns that stand for a body or place named elsewhere: الحزب, المدينة, بلاده. They are data: `data/descriptions.txt`.

use crate::candidate::record_type;
use qawl_record::EntityType;
use qawl_text::{WordMap, hash};

/// What a noun can stand for.
#[derive(Clone, Default, Debug)]
pub(crate) struct Noun {
    pub(crate) types: Vec<EntityType>,
    pub(crate) state: bool,
    pub(crate) capital: bool,
    pub(crate) side: bool,
    /// بلاده: of the one just named.
    pub(crate) possessed: bool,
}

/// The nouns of `data/descriptions.txt`, by hash without article.
pub(crate) struct Nouns {
    words: WordMap<Noun>,
}

impl Nouns {
    /// Every noun of the file, the honorifics, and the words for who holds the same office elsewhere.
    pub(crate) fn all() -> impl Iterator<Item = &'static str> {
        let lines = include_str!("../data/descriptions.txt").lines().filter(|l| !l.starts_with('#'));
        let others =
            ["معاليه", "سموه", "فخامته", "جلالته", "سيادته", "دولته", "سماحته", "فضيلته", "سعادته", "مشفى", "نظيره", "نظيرها", "نظيرته", "نظيرتها"];
        lines.filter_map(|l| l.split_once(": ")).flat_map(|(_, nouns)| nouns.split(' ')).chain(others)
    }
    /// What a noun, without article, can stand for.
    pub(crate) fn get(&self, h: u64) -> Option<&Noun> {
        self.words.get(h)
    }
    /// Whether a noun, without article, is one of them.
    pub(crate) fn has(&self, h: u64) -> bool {
        self.words.has(h)
    }
    pub(crate) fn new() -> Nouns {
        let mut pairs = Vec::new();
        for line in include_str!("../data/descriptions.txt").lines().filter(|l| !l.starts_with('#')) {
            let Some((types, nouns)) = line.split_once(": ") else { continue };
            let mut noun = Noun::default();
            for t in types.split(' ') {
                match t {
                    "state" => noun.state = true,
                    "capital" => noun.capital = true,
                    "side" => noun.side = true,
                    _ => noun.types.extend(t.parse::<qawl_gazetteer::EntityType>().ok().map(record_type)),
                }
            }
            pairs.extend(nouns.split(' ').map(|w| (hash(w), Noun { possessed: w.starts_with("بلاد") && w.len() > 8, ..noun.clone() })));
        }
        Nouns { words: WordMap::build(pairs, |_, _| ()) }
    }
}
