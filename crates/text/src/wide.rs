//! Characters from U+0800 up: presentation forms, general punctuation, and all that ordinary Arabic text hardly uses.

/// What a character from U+0800 up is.
pub(crate) enum Wide {
    /// White space.
    Space,
    /// Line or paragraph separator.
    Newline,
    /// Zero width or bidi control: dropped.
    Mark,
    /// A presentation form of these Arabic letters.
    Letters(&'static [u16]),
    /// A letter of another script.
    Other,
    /// An emoji or its modifier.
    Emoji,
    /// Punctuation or symbol.
    Punct,
}

pub(crate) fn class(cp: u32) -> Wide {
    match cp {
        0x2000..=0x200a | 0x202f | 0x205f | 0x3000 | 0x1680 => Wide::Space,
        0x2028 | 0x2029 => Wide::Newline,
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfe00..=0xfe0f => Wide::Mark,
        0xfef5..=0xfefc => Wide::Letters(&LAM_ALEF[(cp - 0xfef5) as usize / 2]),
        0xfe80..=0xfef4 => {
            let k = FORMS_B[(cp - 0xfe80) as usize];
            Wide::Letters(std::slice::from_ref(&LETTERS[k as usize]))
        }
        0x1e00..=0x1fff | 0x900..=0x1cff | 0x2c00..=0x2dff | 0x3041..=0x9fff | 0xac00..=0xd7a3 => Wide::Other,
        0x1f000..=0x1faff | 0x2600..=0x27bf => Wide::Emoji,
        _ => Wide::Punct,
    }
}

static LAM_ALEF: [[u16; 2]; 4] = [[0x644, 0x622], [0x644, 0x623], [0x644, 0x625], [0x644, 0x627]];

/// The letters U+0621.. in the order of Presentation Forms-B.
static LETTERS: [u16; 36] = [
    0x621, 0x622, 0x623, 0x624, 0x625, 0x626, 0x627, 0x628, 0x629, 0x62a, 0x62b, 0x62c, 0x62d, 0x62e, 0x62f, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635,
    0x636, 0x637, 0x638, 0x639, 0x63a, 0x641, 0x642, 0x643, 0x644, 0x645, 0x646, 0x647, 0x648, 0x649, 0x64a,
];

/// U+FE80.. to an index of `LETTERS`: hamza has one form, the letters that do not join on two have two, the others four.
static FORMS_B: [u8; 117] = {
    let two = |_: ()| ();
    let _ = two;
    let mut t = [0u8; 117];
    let (mut i, mut k) = (0, 0u8);
    while (k as usize) < 36 {
        let l = LETTERS[k as usize];
        let n = match l {
            0x621 => 1,
            0x622..=0x625 | 0x627 | 0x629 | 0x62f..=0x632 | 0x648 | 0x649 => 2,
            _ => 4,
        };
        let mut j = 0;
        while j < n {
            t[i] = k;
            i += 1;
            j += 1;
        }
        k += 1;
    }
    t
};
