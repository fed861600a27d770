//! Units of offsets, and the way from bytes to the others.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The unit of a record's spans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Unicode scalar values, as Python counts.
    #[default]
    Char,
    /// Bytes of UTF-8, as Rust and Go count.
    Byte,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// From byte offsets of one text to another unit: of every [`OffsetMap::STEP`] bytes the count before them and which of them begin a
/// character, as bits.
#[derive(Debug)]
pub struct OffsetMap {
    len: usize,
    unit: Offsets,
    counts: Vec<u32>,
    starts: Vec<u64>,
    /// Which begin a character of two UTF-16 units.
    wide: Vec<u64>,
}

impl OffsetMap {
    /// Bytes between two kept counts.
    pub const STEP: usize = 64;

    /// Reads the text once.
    pub fn new(text: &str, unit: Offsets) -> OffsetMap {
        let blocks = if unit == Offsets::Byte { 0 } else { text.len() / Self::STEP + 1 };
        let pairs = if unit == Offsets::Utf16 { blocks } else { 0 };
        let mut map = OffsetMap {
            len: text.len(),
            unit,
            counts: Vec::with_capacity(blocks),
            starts: Vec::with_capacity(blocks),
            wide: Vec::with_capacity(pairs),
        };
        if unit != Offsets::Byte {
            let (mut n, mut rest) = (0, text.as_bytes());
            while let Some((block, after)) = rest.split_first_chunk::<{ Self::STEP }>() {
                n = map.add(block, n);
                rest = after;
            }
            let mut last = [0; Self::STEP];
            last[..rest.len()].copy_from_slice(rest);
            map.add(&last, n);
        }
        map
    }

    fn add(&mut self, block: &[u8; Self::STEP], count: u32) -> u32 {
        let (mut starts, mut wide, mut at, mut rest) = (0u64, 0u64, 0, block.as_slice());
        while let Some((eight, after)) = rest.split_first_chunk::<8>() {
            let x = u64::from_le_bytes(*eight);
            // a byte goes on with a character if it begins with the bits 10
            starts |= pack(!(x >> 7 & !(x >> 6))) << at;
            if self.unit == Offsets::Utf16 {
                // a character of two units begins with 1111
                wide |= pack(x >> 7 & x >> 6 & x >> 5 & x >> 4) << at;
            }
            (at, rest) = (at + 8, after);
        }
        self.counts.push(count);
        self.starts.push(starts);
        if self.unit == Offsets::Utf16 {
            self.wide.push(wide);
        }
        count + starts.count_ones() + wide.count_ones()
    }

    /// The offset in the map's unit of the character that starts at this byte (of the text's end for its length).
    pub fn get(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.len);
        let k = byte / Self::STEP;
        let before = (1u64 << (byte % Self::STEP)) - 1;
        let Some((count, starts)) = self.counts.get(k).zip(self.starts.get(k)) else { return byte as u32 };
        let wide = self.wide.get(k).map_or(0, |w| (w & before).count_ones());
        count + (starts & before).count_ones() + wide
    }
}

/// The lowest bit of each of eight bytes, side by side.
const fn pack(x: u64) -> u64 {
    (x & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "قال بايدن: “نعم” 🙂 – UNAMI، ".repeat(9);
        let bytes = OffsetMap::new(&text, Offsets::Byte);
        let chars = OffsetMap::new(&text, Offsets::Char);
        let units = OffsetMap::new(&text, Offsets::Utf16);
        for i in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
            assert_eq!(bytes.get(i as u32) as usize, i);
            assert_eq!(chars.get(i as u32) as usize, text[..i].chars().count());
            assert_eq!(units.get(i as u32) as usize, text[..i].encode_utf16().count());
        }
        assert_eq!((chars.get(u32::MAX), bytes.get(u32::MAX)), (chars.get(text.len() as u32), text.len() as u32));
        for n in 0..200 {
            let text = "س".repeat(n);
            assert_eq!(OffsetMap::new(&text, Offsets::Char).get(text.len() as u32) as usize, n);
        }
    }
}
