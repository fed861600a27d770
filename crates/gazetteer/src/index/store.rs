//! An index as bytes: lengths and little-endian words, in order of the fields.

use super::Index;
use super::table::{Bits, Table};

impl Index {
    /// Appends the index to `out`.
    pub fn save(&self, out: &mut Vec<u8>) {
        for n in [self.gate.words.len(), self.pairs.words.len(), self.first.slots.len(), self.more.slots.len(), self.checks.len()] {
            out.extend_from_slice(&(n as u64).to_le_bytes());
        }
        out.extend_from_slice(&self.first.size().to_le_bytes());
        out.extend_from_slice(&self.more.size().to_le_bytes());
        for words in [&self.gate.words, &self.pairs.words, &self.first.slots, &self.more.slots] {
            words.iter().for_each(|w| out.extend_from_slice(&w.to_le_bytes()));
        }
        self.checks.iter().for_each(|c| out.extend_from_slice(&c.to_le_bytes()));
    }
    /// Reads what [`Index::save`] wrote from the front of `bytes`, and moves them on; `None` where they are cut short or make no index.
    pub fn load(bytes: &mut &[u8]) -> Option<Index> {
        let mut lengths = [0usize; 5];
        for n in &mut lengths {
            *n = usize::try_from(number(bytes)?).ok()?;
        }
        let sizes = [number(bytes)?, number(bytes)?];
        let mut words = |n: usize| -> Option<Vec<u64>> {
            let (head, rest) = bytes.split_at_checked(n.checked_mul(8)?)?;
            *bytes = rest;
            Some(head.chunks_exact(8).map(|c| u64::from_le_bytes(c.try_into().unwrap_or_default())).collect())
        };
        let gate = Bits::from_words(words(lengths[0])?)?;
        let pairs = Bits::from_words(words(lengths[1])?)?;
        let first = Table::from_slots(words(lengths[2])?, sizes[0])?;
        let more = Table::from_slots(words(lengths[3])?, sizes[1])?;
        let (head, rest) = bytes.split_at_checked(lengths[4].checked_mul(4)?)?;
        *bytes = rest;
        let checks = head.chunks_exact(4).map(|c| u32::from_le_bytes(c.try_into().unwrap_or_default())).collect();
        Some(Index { gate, pairs, first, more, checks })
    }
}

fn number(bytes: &mut &[u8]) -> Option<u64> {
    let (head, rest) = bytes.split_first_chunk::<8>()?;
    *bytes = rest;
    Some(u64::from_le_bytes(*head))
}
