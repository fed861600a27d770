//! The open-addressed table of prefix hashes, and the bit tables in front of it.

/// The state of a chain before its first word.
pub(super) const SEED: u64 = 0x51a7_9e3d_0c4b_f286;
const MULTIPLIER: u64 = 0xd6e8_feb8_6659_fd93;
const CHECK: u64 = 0xa076_1d64_78bd_642f;

/// One word more: the chain's next state. A folded multiplication mixes every bit of both into every bit of the result.
#[inline(always)]
pub(super) fn step(state: u64, word: u64) -> u64 {
    let m = u128::from(state.rotate_left(23) ^ word) * u128::from(MULTIPLIER);
    m as u64 ^ (m >> 64) as u64
}

/// One word more in the second, independent chain that a hit is verified with.
#[inline(always)]
pub(super) fn check_step(state: u64, word: u64) -> u64 {
    (state ^ word).wrapping_mul(CHECK).rotate_left(29)
}

/// What is kept of a check chain.
#[inline(always)]
pub(super) fn check(state: u64) -> u32 {
    (state ^ state >> 32) as u32
}

/// Bits that tell "certainly not" with one look: bit `h >> shift` is set for every key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits {
    pub(super) words: Vec<u64>,
    shift: u32,
}

impl Bits {
    /// For `keys` keys, `per_key` bits each (rounded up to a power of two), at least 2^12 bits.
    pub(super) fn new(keys: usize, per_key: usize) -> Bits {
        let log = (keys * per_key).next_power_of_two().trailing_zeros().clamp(12, 32);
        Bits { words: vec![0; 1 << (log - 6)], shift: 64 - log }
    }
    /// From words read from a file; `None` unless their number is a power of two.
    pub(super) fn from_words(words: Vec<u64>) -> Option<Bits> {
        let n = words.len();
        (n.is_power_of_two() && (64..=1 << 26).contains(&n)).then(|| Bits { words, shift: 64 - (n.trailing_zeros() + 6) })
    }
    #[inline(always)]
    pub(super) fn has(&self, h: u64) -> bool {
        let bit = (h >> self.shift) as usize;
        self.words[bit >> 6] >> (bit & 63) & 1 == 1
    }
    pub(super) fn set(&mut self, h: u64) {
        let bit = (h >> self.shift) as usize;
        self.words[bit >> 6] |= 1 << (bit & 63);
    }
}

/// Open addressing with linear probing over slots of a 32-bit fingerprint and a 32-bit value that is never 0.
///
/// A key's slot is `key * size >> 64` and its fingerprint the next 32 bits of that product, so any number of slots will do and the two
/// never say the same thing. Keys are put in in ascending order: one pass over the memory, and a run never wraps, because the table is as
/// much longer as the last run needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// Fingerprint in the upper half, value in the lower; 0 is empty. The last slot is always empty.
    pub(super) slots: Vec<u64>,
    size: u64,
}

impl Table {
    /// The table of these pairs, sorted by key, at this load (per cent).
    pub(super) fn build(pairs: &[(u64, u32)], load: usize) -> Table {
        let size = (pairs.len() * 100 / load + 1) as u64;
        let mut slots = Vec::with_capacity(size as usize + 64);
        slots.resize(size as usize, 0);
        let mut free = 0;
        for &(key, value) in pairs {
            let (at, fingerprint) = place(key, size);
            let at = at.max(free);
            if at >= slots.len() {
                slots.resize(at + 1, 0);
            }
            slots[at] = u64::from(fingerprint) << 32 | u64::from(value);
            free = at + 1;
        }
        if slots.last() != Some(&0) {
            slots.push(0);
        }
        slots.shrink_to_fit();
        Table { slots, size }
    }
    /// From slots read from a file; `None` unless a search in them always ends.
    pub(super) fn from_slots(slots: Vec<u64>, size: u64) -> Option<Table> {
        (slots.last() == Some(&0) && size >= 1 && size <= slots.len() as u64).then_some(Table { slots, size })
    }
    pub(super) fn size(&self) -> u64 {
        self.size
    }
    #[inline(always)]
    pub(super) fn get(&self, key: u64) -> Option<u32> {
        let (mut at, fingerprint) = place(key, self.size);
        loop {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                return None;
            }
            if (slot >> 32) as u32 == fingerprint {
                return Some(slot as u32);
            }
            at += 1;
        }
    }
}

#[inline(always)]
fn place(key: u64, size: u64) -> (usize, u32) {
    let p = u128::from(key) * u128::from(size);
    ((p >> 64) as usize, (p as u64 >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        for n in [0u64, 1, 2, 100, 5000] {
            let mut pairs: Vec<(u64, u32)> = (0..n).map(|i| (step(SEED, i), i as u32 + 1)).collect();
            pairs.sort_unstable();
            let t = Table::build(&pairs, 85);
            assert!((0..n).all(|i| t.get(step(SEED, i)) == Some(i as u32 + 1)));
            assert!((n..n + 20_000).all(|i| t.get(step(SEED, i)).is_none()));
        }
    }

    #[test]
    fn keys_at_the_end_of_the_range_fit() {
        let pairs: Vec<(u64, u32)> = (0..50).map(|i| (u64::MAX - 49 + i, i as u32 + 1)).collect();
        // the same slot and fingerprint: all are kept, the first is found
        let t = Table::build(&pairs, 85);
        assert_eq!(t.get(u64::MAX), Some(1));
        assert_eq!(t.get(0), None);
    }
}
