//! The word lists of `data/words.txt`, read once.

use std::sync::OnceLock;

use crate::{Clitics, Token, WordMap, candidates, tokenize};

/// The lists, as bits.
pub(crate) mod list {
    pub(crate) const CLASS: u16 = 1;
    pub(crate) const DISTANCE: u16 = 1 << 1;
    pub(crate) const CUE: u16 = 1 << 2;
    pub(crate) const NEWS: u16 = 1 << 3;
    pub(crate) const AGENCY: u16 = 1 << 4;
    pub(crate) const PLACE: u16 = 1 << 5;
    pub(crate) const GIVEN: u16 = 1 << 6;
    pub(crate) const BYLINE: u16 = 1 << 7;
    pub(crate) const SOURCE: u16 = 1 << 8;
    pub(crate) const RELATED: u16 = 1 << 9;
    pub(crate) const BREADCRUMB: u16 = 1 << 10;
    pub(crate) const ABBREVIATION: u16 = 1 << 11;
    pub(crate) const THAT: u16 = 1 << 12;
    pub(crate) const OUTLET: u16 = 1 << 13;
    pub(crate) const STOP: u16 = 1 << 14;
    pub(crate) const CREDIT: u16 = 1 << 15;
}

const NAMES: [&str; 16] = [
    "class",
    "distance",
    "cue",
    "news",
    "agency",
    "place",
    "given",
    "byline",
    "source",
    "related",
    "breadcrumb",
    "abbreviation",
    "that",
    "outlet",
    "stop",
    "credit",
];

/// Words and phrases of all lists with the lists that they are in.
pub(crate) struct Lexicon {
    /// Lists of a word, and (in the high half) of a phrase that begins with it.
    words: WordMap<u32>,
    /// Lists of a phrase, by its combined hash.
    phrases: WordMap<u16>,
}

/// Words in the longest phrase.
const LONGEST: usize = 4;

impl Lexicon {
    pub(crate) fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::parse(include_str!("../data/words.txt")))
    }

    fn parse(file: &str) -> Lexicon {
        let (mut words, mut phrases, mut bit) = (vec![], vec![], 0u16);
        let mut tokens = vec![];
        for line in file.lines().filter(|l| !l.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                bit = NAMES.iter().position(|&n| n == name.trim_end_matches(']')).map_or(0, |i| 1 << i);
                continue;
            }
            for phrase in line.split_whitespace() {
                tokens.clear();
                tokenize(&phrase.replace('_', " "), &mut tokens);
                match tokens.as_slice() {
                    [] => {}
                    [word] => words.push((word.hash, bit as u32)),
                    [first, ..] => {
                        words.push((first.hash, (bit as u32) << 16));
                        phrases.push((tokens.iter().fold(0, chain), bit));
                    }
                }
            }
        }
        Lexicon { words: WordMap::build(words, |a, b| *a |= b), phrases: WordMap::build(phrases, |a, b| *a |= b) }
    }

    /// The lists that the word is in as it stands.
    #[inline]
    pub(crate) fn exact(&self, t: &Token) -> u16 {
        self.words.get(t.hash).map_or(0, |&w| w as u16)
    }

    /// The lists that the word is in, with or without its clitics and article.
    pub(crate) fn lists(&self, t: &Token) -> u16 {
        candidates(t).fold(0, |lists, c| lists | self.words.get(c.host).map_or(0, |&w| w as u16))
    }

    /// The lists that the word is in, as it stands or behind و or ف.
    pub(crate) fn verb(&self, t: &Token) -> u16 {
        candidates(t).filter(|c| Clitics::CONJUNCTION.contains(c.clitics)).fold(0, |lists, c| lists | self.words.get(c.host).map_or(0, |&w| w as u16))
    }

    /// How many tokens at the start of `tokens` are a word or phrase of the lists `wanted`, the longest; 0 if none.
    pub(crate) fn phrase(&self, tokens: &[Token], wanted: u16) -> usize {
        let Some(first) = tokens.first() else { return 0 };
        let Some(&lists) = self.words.get(first.hash) else { return 0 };
        let mut longest = usize::from(lists as u16 & wanted != 0);
        if (lists >> 16) as u16 & wanted != 0 {
            let mut h = 0;
            for (i, t) in tokens.iter().take(LONGEST).enumerate() {
                h = chain(h, t);
                if self.phrases.get(h).is_some_and(|&l| l & wanted != 0) {
                    longest = i + 1;
                }
            }
        }
        longest
    }
}

fn chain(h: u64, t: &Token) -> u64 {
    (h.rotate_left(23) ^ t.hash).wrapping_mul(0xf135_7aea_2e62_a9c5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The file names every list, once, with words in it, and no list has a word twice, however spelled.
    #[test]
    fn file_is_in_order() {
        let (mut lists, mut seen) = (vec![], BTreeSet::new());
        for line in include_str!("../data/words.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            if let Some(name) = line.strip_prefix('[') {
                lists.push(name.trim_end_matches(']'));
                seen.clear();
                continue;
            }
            for word in line.split_whitespace() {
                let words = word.split('_').count();
                assert!(words <= LONGEST, "{word} is longer than {LONGEST} words");
                assert!(seen.insert(crate::fold(word)), "{word} stands twice in {:?}", lists.last());
            }
            assert_eq!(line, line.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        lists.sort_unstable();
        let mut names = NAMES.to_vec();
        names.sort_unstable();
        assert_eq!(lists, names);
    }

    #[test]
    fn words_and_phrases() {
        let lexicon = Lexicon::get();
        let lists = |text: &str| {
            let mut tokens = vec![];
            tokenize(text, &mut tokens);
            (lexicon.exact(&tokens[0]), lexicon.lists(&tokens[0]), lexicon.phrase(&tokens, list::AGENCY | list::PLACE))
        };
        assert_eq!(lists("والصحيفة").1 & list::CLASS, list::CLASS);
        assert_eq!(lists("والصحيفة").0, 0);
        assert_eq!(lists("الشرق اليوم –").2, 2);
        assert_eq!(lists("الشرق الجديد –").2, 0);
        assert_eq!(lists("أ ف ب").2, 3);
        assert_eq!(lists("مكة المكرمة").2, 2);
        assert_eq!(lists("مكة").2, 1);
    }
}
