//! Characters from U+0800 up: presentation forms, general punctuation, and all that ordinary Arabic text hardly uses.

use crate::forms;

/// What a character from U+0800 up is.
pub(crate) enum Wide {
    /// White space.
    Space,
    /// Line or paragraph separator.
    Newline,
    /// Zero width or bidi control: dropped, and not seen.
    Invisible,
    /// A mark on a letter: dropped.
    Mark,
    /// A presentation form of these Arabic letters, ended by 0.
    Letters(&'static [u16; 4]),
    /// A further letter of the Arabic script.
    Arabic,
    /// A letter of another script.
    Other,
    /// An emoji or its modifier.
    Emoji,
    /// Punctuation or symbol.
    Punct,
}

pub(crate) const fn class(cp: u32) -> Wide {
    match cp {
        0x2000..=0x200a | 0x202f | 0x205f | 0x3000 | 0x1680 => Wide::Space,
        0x2028 | 0x2029 => Wide::Newline,
        0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfe00..=0xfe0f | 0xe0000..=0xe0fff => Wide::Invisible,
        0x870..=0x887 | 0x889..=0x88e | 0x8a0..=0x8c9 => Wide::Arabic,
        0x88f..=0x89f | 0x8ca..=0x8ff | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f => Wide::Mark,
        // the forms of marks alone
        0xfc5e..=0xfc63 | 0xfcf2..=0xfcf4 | 0xfe70..=0xfe7f => Wide::Mark,
        forms::FIRST..=0xfefc => {
            let letters = &forms::LETTERS[(cp - forms::FIRST) as usize];
            // ornate parentheses, honorifics such as ﷺ: symbols
            if letters[0] == 0 { Wide::Punct } else { Wide::Letters(letters) }
        }
        0x3001..=0x3020 | 0xff00..=0xff0f | 0xff1a..=0xff20 | 0xff3b..=0xff40 | 0xff5b..=0xff65 => Wide::Punct,
        0x800..=0x1fff | 0x2071 | 0x207f | 0x2090..=0x209c | 0x2c00..=0x2dff | 0x3021..=0xd7ff | 0xf900..=0xfb4f | 0xff00..=0xffdc => Wide::Other,
        0x275b..=0x2760 | 0x2768..=0x2775 => Wide::Punct,
        0x1f000..=0x1faff | 0x2600..=0x27bf | 0x2b50 | 0x2b55 => Wide::Emoji,
        0x10000..=0x1d1ff | 0x1d400..=0x1efff | 0x20000..=0x3ffff => Wide::Other,
        _ => Wide::Punct,
    }
}
