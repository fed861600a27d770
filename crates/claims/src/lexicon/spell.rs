//! From sounds to letters: vowelled symbol strings and Arabic orthography.
//!
//! A word under construction is a short string of symbols: Arabic consonant letters (hamza always `ء`), short vowels
//! `a i u`, long vowels `A I U`, and a few signs:
//!
//! | sign | meaning | written |
//! |---|---|---|
//! | `Y` | final ā that is written ى | ى, or ا before a pronoun |
//! | `T` | tāʾ marbūṭa | ة, or ت before a pronoun |
//! | `N` | accusative tanwīn | ا, nothing after ة and اء |
//! | `O` | the silent alif of وا | ا, nothing before a pronoun |
//! | `W` | hamzat al-waṣl | ا |
//! | `~` | gemination of the letter before it | nothing |
//!
//! Only here is it decided on which seat a hamza sits.

/// Longest word that the symbol buffer holds; the longest generated word has about 20 symbols.
const CAPACITY: usize = 40;

/// A word as a string of symbols, on the stack.
#[derive(Clone, Copy)]
pub(crate) struct Sounds {
    symbols: [char; CAPACITY],
    len: usize,
}

impl Sounds {
    /// The empty word.
    pub(crate) const fn new() -> Self {
        Self { symbols: ['\0'; CAPACITY], len: 0 }
    }

    /// Appends one symbol; symbols beyond the capacity are dropped.
    pub(crate) fn push(&mut self, symbol: char) {
        if let Some(slot) = self.symbols.get_mut(self.len) {
            *slot = symbol;
            self.len += 1;
        }
    }

    /// Appends a pattern: digits are radicals, Latin consonants the pattern's own letters.
    pub(crate) fn pattern(mut self, pattern: &str, root: Root) -> Self {
        for symbol in pattern.chars() {
            match symbol {
                '1'..='4' => {
                    let radical = root.radical(symbol);
                    self.push(radical);
                }
                't' => self.push('ت'),
                'n' => self.push('ن'),
                's' => self.push('س'),
                'm' => self.push('م'),
                'y' => self.push('ي'),
                'w' => self.push('و'),
                '\'' => self.push('ء'),
                other => self.push(other),
            }
        }
        self
    }

    /// The symbols.
    pub(crate) fn symbols(&self) -> &[char] {
        self.symbols.get(..self.len).unwrap_or(&[])
    }

    /// Applies the sound laws that hold across morpheme boundaries: ءَءْ → آ, إِءْ → إي, أُءْ → أو, ِوْ → ي, ُيْ → و.
    pub(crate) fn settle(self) -> Self {
        let source = self.symbols();
        let mut out = Self::new();
        let mut i = 0;
        while let Some(&symbol) = source.get(i) {
            let next = source.get(i + 1).copied();
            let closed = !source.get(i + 2).copied().is_some_and(|s| is_vowel(s) || s == '~') && i + 2 < source.len();
            let long = match (symbol, next) {
                ('a', Some('ء')) if closed && i == 1 && source.first() == Some(&'ء') => Some('A'),
                ('i', Some('ء')) if closed && i == 1 && source.first() == Some(&'ء') => Some('I'),
                ('u', Some('ء')) if closed && i == 1 && source.first() == Some(&'ء') => Some('U'),
                ('i', Some('و')) if closed => Some('I'),
                ('u', Some('ي')) if closed => Some('U'),
                _ => None,
            };
            if let Some(long) = long {
                out.push(long);
                i += 2;
            } else {
                out.push(symbol);
                i += 1;
            }
        }
        out
    }
}

/// Three or four radicals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Root {
    letters: [char; 4],
    /// How many letters count.
    pub(crate) len: usize,
}

impl Root {
    /// Reads a root of three or four letters, hamza written `ء`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut letters = ['\0'; 4];
        let mut len = 0;
        for letter in text.chars() {
            if !('ء'..='ي').contains(&letter) || "أإآؤئاىة".contains(letter) {
                return None;
            }
            *letters.get_mut(len)? = letter;
            len += 1;
        }
        (len >= 3).then_some(Self { letters, len })
    }

    /// Radical by its digit, '1' to '4'; of a three-letter root '4' is the third.
    pub(crate) fn radical(self, digit: char) -> char {
        let index = match digit {
            '1' => 0,
            '2' => 1,
            '3' => 2,
            _ => self.len - 1,
        };
        self.letters.get(index).copied().unwrap_or('\0')
    }

    /// The same root with another first radical.
    pub(crate) fn with_first(mut self, first: char) -> Self {
        self.letters[0] = first;
        self
    }

    /// Whether a hamza is among the radicals.
    pub(crate) fn has_hamza(self) -> bool {
        self.letters.contains(&'ء')
    }
}

fn is_vowel(symbol: char) -> bool {
    matches!(symbol, 'a' | 'i' | 'u' | 'A' | 'I' | 'U' | 'Y' | 'N' | 'O')
}

/// How a word is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    /// A pronoun follows in the same word.
    pub(crate) joined: bool,
    /// Write the older seat where two are in use: هنأوا beside هنؤوا, جاءوا beside جاؤوا.
    pub(crate) older_seats: bool,
}

/// Writes the word's letters to the end of `out`.
pub(crate) fn write(sounds: &Sounds, style: Style, out: &mut String) {
    let symbols = sounds.symbols();
    let mut last = '\0';
    for (i, &symbol) in symbols.iter().enumerate() {
        let letter = match symbol {
            'a' | 'i' | 'u' | '~' => continue,
            'A' | 'Y' if last == 'آ' => continue,
            'A' | 'W' => 'ا',
            'Y' if style.joined || last == 'ي' => 'ا',
            'Y' => 'ى',
            'I' => 'ي',
            'U' => 'و',
            'T' if style.joined => 'ت',
            'T' => 'ة',
            'N' if matches!(last, 'ة' | 'ء' | 'أ') => continue,
            'N' => 'ا',
            'O' if style.joined => continue,
            'O' => 'ا',
            'ء' => seat(symbols, i, style),
            consonant => consonant,
        };
        out.push(letter);
        last = letter;
    }
}

/// The letter that carries the hamza at `i`.
fn seat(symbols: &[char], i: usize, style: Style) -> char {
    let next = symbols.get(i + 1).copied();
    let after = symbols.get(i + 2).copied();
    if i == 0 {
        return match next {
            Some('i' | 'I') => 'إ',
            Some('A') => 'آ',
            _ => 'أ',
        };
    }
    let before = symbols.get(..i).and_then(|s| s.iter().rev().find(|c| **c != '~')).copied().unwrap_or('\0');
    let last_sound = next.is_none() || (matches!(next, Some('a' | 'i' | 'u')) && after.is_none() && !style.joined);
    if last_sound {
        return match before {
            'a' => 'أ',
            'i' => 'ئ',
            'u' => 'ؤ',
            _ => 'ء',
        };
    }
    if matches!(before, 'i' | 'I' | 'ي') || matches!(next, Some('i' | 'I')) {
        return 'ئ';
    }
    if before == 'u' {
        return 'ؤ';
    }
    if matches!(next, Some('u' | 'U')) {
        return match before {
            'U' => 'ء',
            'a' if style.older_seats => 'أ',
            'A' if style.older_seats => 'ء',
            _ => 'ؤ',
        };
    }
    if matches!(before, 'A' | 'U' | 'و') {
        return 'ء';
    }
    match next {
        Some('A') => 'آ',
        Some('Y') if style.joined => 'آ',
        _ => 'أ',
    }
}
