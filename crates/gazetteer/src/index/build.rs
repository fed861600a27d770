//! Building an index: names in, one sorted pass out.

use super::table::{Bits, SEED, Table, check, check_step, step};
use super::{ENDS, Index, MORE, inner_mark, is_word};
use qawl_text::{Token, TokenKind, tokenize};

/// Collects names for an [`Index`].
#[derive(Default)]
pub struct IndexBuilder {
    /// Prefixes of one word: chain state, flags and the name's position.
    first: Vec<(u64, u32)>,
    /// Longer prefixes.
    more: Vec<(u64, u32)>,
    /// The check of every name, by position.
    checks: Vec<u32>,
    tokens: Vec<Token>,
    words: Vec<u64>,
}

impl IndexBuilder {
    /// Adds a name in words of text; its position is the number of names added before. False where it has no word.
    pub fn add_text(&mut self, name: &str) -> bool {
        let mut tokens = std::mem::take(&mut self.tokens);
        let mut words = std::mem::take(&mut self.words);
        tokens.clear();
        words.clear();
        tokenize(name, &mut tokens);
        words_of(&tokens, &mut words);
        self.add(words.iter().copied());
        let any = !words.is_empty();
        self.tokens = tokens;
        self.words = words;
        any
    }
    /// Adds a name as hashes of its words.
    pub fn add(&mut self, words: impl ExactSizeIterator<Item = u64>) {
        let position = self.checks.len() as u32;
        debug_assert!(position < ENDS, "at most 2^30 names");
        let (mut state, mut checked) = (SEED, SEED);
        let last = words.len().wrapping_sub(1);
        for (i, w) in words.enumerate() {
            state = step(state, w);
            checked = check_step(checked, w);
            let value = if i == last { ENDS | position } else { MORE };
            if i == 0 { &mut self.first } else { &mut self.more }.push((state, value));
        }
        self.checks.push(check(checked));
    }
    /// Makes room for this many names more.
    pub(crate) fn reserve(&mut self, names: usize) {
        self.first.reserve(names);
        self.more.reserve(names + names / 2);
        self.checks.reserve(names);
    }
    /// Number of names added.
    pub fn len(&self) -> usize {
        self.checks.len()
    }
    /// Whether none was added.
    pub fn is_empty(&self) -> bool {
        self.checks.is_empty()
    }
    /// The index, and the number of the name at each position: names that fold alike have one number, numbers are in order of first position.
    pub fn finish(mut self) -> (Index, Vec<u32>) {
        let mut numbers: Vec<u32> = (0..self.checks.len() as u32).collect();
        merge(&mut self.first, |kept, same| numbers[same as usize] = kept);
        merge(&mut self.more, |kept, same| numbers[same as usize] = kept);
        let mut checks = Vec::with_capacity(self.checks.len());
        for position in 0..numbers.len() {
            numbers[position] = match numbers[position] as usize {
                own if own == position => {
                    checks.push(self.checks[position]);
                    checks.len() as u32 - 1
                }
                kept => numbers[kept],
            };
        }
        for (_, value) in self.first.iter_mut().chain(&mut self.more).filter(|(_, v)| v & ENDS != 0) {
            *value = *value & (MORE | ENDS) | numbers[(*value & (ENDS - 1)) as usize];
        }
        self.checks = checks;
        (self.index(), numbers)
    }
    /// The index with positions as numbers.
    pub(super) fn finish_numbered_by_position(mut self) -> Index {
        merge(&mut self.first, |_, _| ());
        merge(&mut self.more, |_, _| ());
        self.index()
    }
    fn index(self) -> Index {
        let mut gate = Bits::new(self.first.len(), 24);
        self.first.iter().for_each(|p| gate.set(p.0));
        let mut pairs = Bits::new(self.more.len(), 6);
        self.more.iter().for_each(|p| pairs.set(p.0));
        let mut checks = self.checks;
        checks.shrink_to_fit();
        Index { gate, pairs, first: Table::build(&self.first, 50), more: Table::build(&self.more, 82), checks }
    }
}

/// Sorts by state and makes one of equal states: flags joined, the earliest name kept and the others told.
fn merge(pairs: &mut Vec<(u64, u32)>, mut same: impl FnMut(u32, u32)) {
    // the names of equal states come in order of position, after the prefixes that are none
    sort(pairs);
    pairs.dedup_by(|next, kept| {
        if next.0 != kept.0 {
            return false;
        }
        match (kept.1 & ENDS != 0, next.1 & ENDS != 0) {
            (true, true) => same(kept.1 & (ENDS - 1), next.1 & (ENDS - 1)),
            (false, true) => kept.1 |= next.1,
            _ => kept.1 |= next.1 & MORE,
        }
        true
    });
    pairs.shrink_to_fit();
}

/// Sorts by state, then value without the flag. States are hashes, so their first bits spread them evenly over buckets of a few.
fn sort(pairs: &mut Vec<(u64, u32)>) {
    let key = |&(state, value): &(u64, u32)| (state, value & !MORE);
    if pairs.len() < 256 {
        return pairs.sort_unstable_by_key(key);
    }
    let bits = pairs.len().ilog2() - 2;
    let bucket = |p: &(u64, u32)| (p.0 >> (64 - bits)) as usize;
    let mut ends = vec![0u32; (1 << bits) + 1];
    pairs.iter().for_each(|p| ends[bucket(p) + 1] += 1);
    for i in 1..ends.len() {
        ends[i] += ends[i - 1];
    }
    let mut sorted = vec![(0u64, 0u32); pairs.len()];
    for p in pairs.iter() {
        let end = &mut ends[bucket(p)];
        sorted[*end as usize] = *p;
        *end += 1;
    }
    let mut start = 0;
    for &end in &ends[..1 << bits] {
        sorted[start..end as usize].sort_unstable_by_key(key);
        start = end as usize;
    }
    *pairs = sorted;
}

/// The chain of a name: its words, without the hyphens between them, with the marks that names have inside.
pub(crate) fn words_of(tokens: &[Token], out: &mut Vec<u64>) {
    let last = tokens.iter().rposition(is_word);
    let first = tokens.iter().position(is_word);
    let (Some(first), Some(last)) = (first, last) else { return };
    for t in &tokens[first..=last] {
        if is_word(t) {
            out.push(t.hash);
        } else if t.kind == TokenKind::Punct && inner_mark(t.hash) != 0 {
            out.push(inner_mark(t.hash));
        }
    }
}
