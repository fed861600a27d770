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

/// From byte offsets of one text to another unit: a count every [`OffsetMap::STEP`] bytes, and a short count from there.
#[derive(Debug)]
pub struct OffsetMap<'t> {
    text: &'t [u8],
    unit: Offsets,
    counts: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    /// Bytes between two kept counts.
    pub const STEP: usize = 64;

    /// Reads the text once.
    pub fn new(text: &'t str, unit: Offsets) -> OffsetMap<'t> {
        let text = text.as_bytes();
        let mut counts = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut n = 0;
        for block in text.chunks(Self::STEP) {
            counts.push(n);
            n += count(block, unit);
        }
        counts.push(n);
        OffsetMap { text, unit, counts }
    }

    /// The offset in the map's unit of the character that starts at this byte (of the text's end for its length).
    pub fn get(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let k = byte / Self::STEP;
        let from = k * Self::STEP;
        self.counts.get(k).copied().unwrap_or(0) + self.text.get(from..byte).map_or(0, |b| count(b, self.unit))
    }
}

/// Units that begin in these bytes.
fn count(b: &[u8], unit: Offsets) -> u32 {
    match unit {
        Offsets::Byte => b.len() as u32,
        Offsets::Char => b.iter().map(|&x| u32::from((x as i8) >= -64)).sum(),
        Offsets::Utf16 => b.iter().map(|&x| u32::from((x as i8) >= -64) + u32::from(x >= 0xf0)).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "قال بايدن: “نعم” 🙂 – UNAMI، ".repeat(9);
        let chars = OffsetMap::new(&text, Offsets::Char);
        let units = OffsetMap::new(&text, Offsets::Utf16);
        for i in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
            assert_eq!(chars.get(i as u32) as usize, text[..i].chars().count());
            assert_eq!(units.get(i as u32) as usize, text[..i].encode_utf16().count());
        }
    }
}
