//! What every character is to the reader: its class, the letter it folds to, and which unification that was.
//!
//! One table for the code points below U+0800, where Arabic, Latin and the marks live; a function for the rest
//! (presentation forms, general punctuation), which ordinary news text hardly touches.

/// What a character does to the token that is being read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Class {
    /// White space, and controls that separate like it.
    Space = 0,
    /// `\n`, `\r`, line and paragraph separators.
    Newline = 1,
    /// A letter of the Arabic script.
    Arabic = 2,
    /// A letter of another script that is written with words (Latin, Greek, Cyrillic …).
    Latin = 3,
    /// A decimal digit, ASCII, Arabic-Indic or Persian.
    Digit = 4,
    /// Tashkeel, tatweel, bidi controls, zero-width characters: dropped inside a word, not a token outside one.
    Mark = 5,
    /// Everything else: a token of its own.
    Punct = 6,
}

/// Table entry: class in bits 28.., fold flags in bits 20..28, variant in bits 16..20, folded character in bits 0..16.
#[derive(Clone, Copy)]
pub(crate) struct Entry(u32);

impl Entry {
    const fn new(class: Class, fold: u32, variant: u32, flags: u8) -> Entry {
        Entry((class as u32) << 28 | (flags as u32) << 20 | variant << 16 | fold)
    }
    #[inline(always)]
    pub(crate) const fn class(self) -> Class {
        match self.0 >> 28 {
            0 => Class::Space,
            1 => Class::Newline,
            2 => Class::Arabic,
            3 => Class::Latin,
            4 => Class::Digit,
            5 => Class::Mark,
            _ => Class::Punct,
        }
    }
    #[inline(always)]
    pub(crate) const fn is(self, class: Class) -> bool {
        self.0 >> 28 == class as u32
    }
    /// The character that stands for this one in the folded form.
    #[inline(always)]
    pub(crate) const fn fold(self) -> u32 {
        self.0 & 0xffff
    }
    /// 0 for the canonical letter, else which of the letters that fold to it this one is.
    #[inline(always)]
    pub(crate) const fn variant(self) -> u32 {
        self.0 >> 16 & 0xf
    }
    /// The unification applied, as bits of [`crate::Folds`].
    #[inline(always)]
    pub(crate) const fn flags(self) -> u8 {
        (self.0 >> 20) as u8
    }
}

/// Bits of [`crate::Folds`].
pub(crate) mod bits {
    pub(crate) const ALEF: u8 = 1;
    pub(crate) const YEH: u8 = 2;
    pub(crate) const TEH: u8 = 4;
    pub(crate) const SEAT: u8 = 8;
    pub(crate) const FOREIGN: u8 = 16;
    pub(crate) const SHAPE: u8 = 32;
    pub(crate) const MARKS: u8 = 64;
    pub(crate) const CASE: u8 = 128;
}
use bits::*;

const fn entry(cp: u32) -> Entry {
    use Class::*;
    match cp {
        0x0a | 0x0d | 0x85 => Entry::new(Newline, 0, 0, 0),
        0..=0x20 | 0x7f..=0xa0 => Entry::new(Space, 0, 0, 0),
        0x30..=0x39 => Entry::new(Digit, cp, 0, 0),
        0x41..=0x5a => Entry::new(Latin, cp + 32, 1, CASE),
        0x61..=0x7a => Entry::new(Latin, cp, 0, 0),
        0xad => Entry::new(Mark, 0, 1, MARKS),
        0xaa | 0xb5 | 0xba => Entry::new(Latin, cp, 0, 0),
        0xc0..=0xff if cp != 0xd7 && cp != 0xf7 => {
            let low = if cp < 0xdf { cp + 32 } else { cp };
            let base = match low {
                0xe0..=0xe5 => 'a' as u32,
                0xe7 => 'c' as u32,
                0xe8..=0xeb => 'e' as u32,
                0xec..=0xef => 'i' as u32,
                0xf1 => 'n' as u32,
                0xf2..=0xf6 | 0xf8 => 'o' as u32,
                0xf9..=0xfc => 'u' as u32,
                0xfd | 0xff => 'y' as u32,
                _ => low,
            };
            Entry::new(Latin, base, if cp < 0xdf { 3 } else { 2 }, CASE)
        }
        0x100..=0x17f => {
            let base = match cp {
                0x100..=0x105 => 'a',
                0x106..=0x10d => 'c',
                0x10e..=0x111 => 'd',
                0x112..=0x11b => 'e',
                0x11c..=0x123 => 'g',
                0x124..=0x127 => 'h',
                0x128..=0x131 => 'i',
                0x134..=0x135 => 'j',
                0x136..=0x138 => 'k',
                0x139..=0x142 => 'l',
                0x143..=0x14b => 'n',
                0x14c..=0x153 => 'o',
                0x154..=0x159 => 'r',
                0x15a..=0x161 => 's',
                0x162..=0x167 => 't',
                0x168..=0x173 => 'u',
                0x174..=0x175 => 'w',
                0x176..=0x178 => 'y',
                0x179..=0x17e => 'z',
                _ => 's',
            };
            Entry::new(Latin, base as u32, 4, CASE)
        }
        0x180..=0x2c1 => Entry::new(Latin, cp, 0, 0),
        0x300..=0x36f => Entry::new(Mark, 0, 0, MARKS),
        0x391..=0x3a9 => Entry::new(Latin, cp + 32, 1, CASE),
        0x370..=0x3ff if cp != 0x37e && cp != 0x387 => Entry::new(Latin, cp, 0, 0),
        0x410..=0x42f => Entry::new(Latin, cp + 32, 1, CASE),
        0x400..=0x40f => Entry::new(Latin, cp + 80, 1, CASE),
        0x400..=0x481 | 0x48a..=0x52f => Entry::new(Latin, cp, 0, 0),
        0x483..=0x489 => Entry::new(Mark, 0, 0, MARKS),
        0x531..=0x556 => Entry::new(Latin, cp + 48, 1, CASE),
        0x560..=0x588 | 0x5d0..=0x5ea | 0x5ef..=0x5f2 => Entry::new(Latin, cp, 0, 0),
        0x591..=0x5bd | 0x5bf | 0x5c1 | 0x5c2 | 0x5c4 | 0x5c5 | 0x5c7 => Entry::new(Mark, 0, 0, MARKS),
        // Syriac, Thaana, N'Ko
        0x711 | 0x730..=0x74a | 0x7a6..=0x7b0 | 0x7eb..=0x7f3 => Entry::new(Mark, 0, 0, MARKS),
        0x710..=0x72f | 0x74d..=0x74f | 0x780..=0x7a5 | 0x7b1 | 0x7ca..=0x7ea => Entry::new(Latin, cp, 0, 0),
        // Arabic: marks; those that are never seen (variant 1) do not count as the word's last character
        0x61c => Entry::new(Mark, 0, 1, MARKS),
        0x610..=0x61a | 0x640 | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e8 | 0x6ea..=0x6ed => Entry::new(Mark, 0, 0, MARKS),
        // Arabic: letters that are unified
        0x622 => Entry::new(Arabic, 0x627, 1, ALEF),
        0x623 => Entry::new(Arabic, 0x627, 2, ALEF),
        0x625 => Entry::new(Arabic, 0x627, 3, ALEF),
        0x671 => Entry::new(Arabic, 0x627, 4, ALEF),
        0x672 | 0x673 | 0x675 => Entry::new(Arabic, 0x627, 5, ALEF),
        0x649 => Entry::new(Arabic, 0x64a, 1, YEH),
        0x6cc => Entry::new(Arabic, 0x64a, 2, FOREIGN),
        0x626 => Entry::new(Arabic, 0x64a, 3, SEAT),
        0x620 | 0x63d..=0x63f | 0x678 | 0x6cd | 0x6ce | 0x6d0..=0x6d3 => Entry::new(Arabic, 0x64a, 4, FOREIGN),
        0x629 => Entry::new(Arabic, 0x647, 1, TEH),
        0x6c0..=0x6c2 | 0x6d5 | 0x6be | 0x6ff => Entry::new(Arabic, 0x647, 2, FOREIGN),
        0x6c3 => Entry::new(Arabic, 0x647, 3, FOREIGN),
        0x624 => Entry::new(Arabic, 0x648, 1, SEAT),
        0x676 | 0x677 | 0x6c4..=0x6cb | 0x6cf => Entry::new(Arabic, 0x648, 2, FOREIGN),
        0x674 => Entry::new(Arabic, 0x621, 1, FOREIGN),
        // Persian, Kurdish, Urdu, Sindhi, Maghribi letters: the Arabic letter whose shape they have
        0x63b | 0x63c | 0x6a9..=0x6b4 => Entry::new(Arabic, 0x643, 1 + cp % 8, FOREIGN),
        0x66e | 0x67b | 0x67e | 0x680 => Entry::new(Arabic, 0x628, 1 + cp % 8, FOREIGN),
        0x679 | 0x67a | 0x67c | 0x67f => Entry::new(Arabic, 0x62a, 1 + cp % 8, FOREIGN),
        0x67d => Entry::new(Arabic, 0x62b, 1, FOREIGN),
        0x683 | 0x684 | 0x686 | 0x687 | 0x6bf => Entry::new(Arabic, 0x62c, 1 + cp % 8, FOREIGN),
        0x681 | 0x682 => Entry::new(Arabic, 0x62d, 1 + cp % 8, FOREIGN),
        0x685 => Entry::new(Arabic, 0x62e, 1, FOREIGN),
        0x688..=0x68b | 0x68d | 0x6ee => Entry::new(Arabic, 0x62f, 1 + cp % 8, FOREIGN),
        0x68c | 0x68e..=0x690 => Entry::new(Arabic, 0x630, 1 + cp % 8, FOREIGN),
        0x691..=0x697 | 0x6ef => Entry::new(Arabic, 0x631, 1 + cp % 8, FOREIGN),
        0x698 | 0x699 => Entry::new(Arabic, 0x632, 1 + cp % 8, FOREIGN),
        0x69a | 0x69b => Entry::new(Arabic, 0x633, 1 + cp % 8, FOREIGN),
        0x69c | 0x6fa => Entry::new(Arabic, 0x634, 1 + cp % 8, FOREIGN),
        0x69d | 0x69e => Entry::new(Arabic, 0x635, 1 + cp % 8, FOREIGN),
        0x6fb => Entry::new(Arabic, 0x636, 1, FOREIGN),
        0x69f => Entry::new(Arabic, 0x637, 1, FOREIGN),
        0x6a0 => Entry::new(Arabic, 0x639, 1, FOREIGN),
        0x6fc => Entry::new(Arabic, 0x63a, 1, FOREIGN),
        0x6a1..=0x6a6 => Entry::new(Arabic, 0x641, 1 + cp % 8, FOREIGN),
        0x66f | 0x6a7 | 0x6a8 => Entry::new(Arabic, 0x642, 1 + cp % 8, FOREIGN),
        0x6b5..=0x6b8 => Entry::new(Arabic, 0x644, 1 + cp % 8, FOREIGN),
        0x6b9..=0x6bd => Entry::new(Arabic, 0x646, 1 + cp % 8, FOREIGN),
        0x621..=0x63a | 0x641..=0x64a => Entry::new(Arabic, cp, 0, 0),
        0x750..=0x77f => Entry::new(Arabic, cp, 0, FOREIGN),
        // the decimal and thousands signs of Arabic numbers
        0x66b => Entry::new(Punct, '.' as u32, 0, 0),
        0x66c => Entry::new(Punct, ',' as u32, 0, 0),
        0x660..=0x669 => Entry::new(Digit, 0x30 + cp - 0x660, 1, FOREIGN),
        0x6f0..=0x6f9 => Entry::new(Digit, 0x30 + cp - 0x6f0, 2, FOREIGN),
        _ => Entry::new(Punct, 0, 0, 0),
    }
}

/// The entries of the code points below U+0800.
pub(crate) static TABLE: [Entry; 0x800] = {
    let mut t = [Entry(0); 0x800];
    let mut cp = 0;
    while cp < 0x800 {
        t[cp] = entry(cp as u32);
        cp += 1;
    }
    t
};
