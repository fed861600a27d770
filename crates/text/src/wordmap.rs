//! A map from folded words to values, for lexicons that are asked once a token.

/// Maps the hash of a folded word ([`crate::hash`], [`crate::Token::hash`]) to a value. Built once, then read only.
///
/// Open addressing over `(hash, index)` pairs; a miss costs one look at memory. Values keep their order of insertion.
#[derive(Clone, Debug)]
pub struct WordMap<V> {
    slots: Vec<(u64, u32)>,
    shift: u32,
    values: Vec<V>,
}

impl<V> WordMap<V> {
    /// A map of these pairs; where a hash comes twice, `join` merges the later value into the earlier.
    pub fn build(pairs: impl IntoIterator<Item = (u64, V)>, mut join: impl FnMut(&mut V, V)) -> WordMap<V> {
        let pairs: Vec<(u64, V)> = pairs.into_iter().collect();
        let bits = (pairs.len() * 2).next_power_of_two().trailing_zeros().max(3);
        let mut m = WordMap { slots: vec![(0, u32::MAX); 1 << bits], shift: 64 - bits, values: Vec::with_capacity(pairs.len()) };
        for (h, v) in pairs {
            let s = m.slot(h);
            match m.slots[s].1 {
                u32::MAX => {
                    m.slots[s] = (h, m.values.len() as u32);
                    m.values.push(v);
                }
                i => join(&mut m.values[i as usize], v),
            }
        }
        m
    }
    #[inline]
    fn slot(&self, h: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut s = (h.wrapping_mul(0xd6e8_feb8_6659_fd93) >> self.shift) as usize;
        while self.slots[s].1 != u32::MAX && self.slots[s].0 != h {
            s = (s + 1) & mask;
        }
        s
    }
    /// The value of the word with this hash.
    #[inline]
    pub fn get(&self, h: u64) -> Option<&V> {
        match self.slots[self.slot(h)].1 {
            u32::MAX => None,
            i => self.values.get(i as usize),
        }
    }
    /// Whether the word is in the map.
    #[inline]
    pub fn has(&self, h: u64) -> bool {
        self.get(h).is_some()
    }
    /// Number of words.
    pub fn len(&self) -> usize {
        self.values.len()
    }
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
    /// The values in order of insertion.
    pub fn values(&self) -> &[V] {
        &self.values
    }
}

/// One bit for some hashes of every word of a lexicon: says at once of most words of a text that they are not in it.
///
/// `BITS` is the binary logarithm of its size in bits, from 6 to 32: 16 stays in a core's nearest cache.
#[derive(Clone, Debug)]
pub struct WordFilter<const BITS: u32> {
    bits: Box<[u64]>,
}

impl<const BITS: u32> WordFilter<BITS> {
    /// A filter of the words with these hashes.
    pub fn build(hashes: impl IntoIterator<Item = u64>) -> Self {
        let mut bits = vec![0; 1 << (BITS - 6)].into_boxed_slice();
        for h in hashes {
            let (k, b) = Self::bit(h);
            bits[k] |= b;
        }
        WordFilter { bits }
    }
    #[inline]
    fn bit(h: u64) -> (usize, u64) {
        let k = h.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS);
        ((k / 64) as usize, 1 << (k % 64))
    }
    /// Whether the word may be in the lexicon; never wrong where it says no.
    #[inline]
    pub fn may_have(&self, h: u64) -> bool {
        let (k, b) = Self::bit(h);
        self.bits[k] & b != 0
    }
}
