//! Proclitics: the readings of a word with و ف ب ل ك س or ال taken off.
//!
//! Arabic writes conjunctions, prepositions, the future particle and the article as one word with what follows. Which of the
//! readings is meant, only a lexicon can tell (وفد is a delegation, or و and فد); so they are candidates here, given by
//! arithmetic on the hash, and a caller looks each up until one is known.

use crate::fold::decode;
use crate::{Folds, Span, Token, TokenKind};

/// A set of proclitics; prints as they stand in the word, joined by `+`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Clitics(u8);

impl Clitics {
    /// No proclitic: the whole word.
    pub const NONE: Clitics = Clitics(0);
    /// و (and).
    pub const WA: Clitics = Clitics(1);
    /// ف (so, then).
    pub const FA: Clitics = Clitics(2);
    /// ب (with, in, by).
    pub const BA: Clitics = Clitics(4);
    /// ل (to, for).
    pub const LA: Clitics = Clitics(8);
    /// ك (like, as).
    pub const KA: Clitics = Clitics(16);
    /// س (will), before verbs.
    pub const SA: Clitics = Clitics(32);
    /// ال (the), where the reading leaves it off: a reading that keeps it does not have this bit.
    pub const AL: Clitics = Clitics(64);
    /// و or ف.
    pub const CONJUNCTION: Clitics = Clitics(1 | 2);
    /// ب, ل or ك.
    pub const PREPOSITION: Clitics = Clitics(4 | 8 | 16);

    /// Whether none was taken off.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Whether all of `other` are among these.
    pub const fn contains(self, other: Clitics) -> bool {
        self.0 & other.0 == other.0
    }
    /// Whether one of `other` is among these.
    pub const fn intersects(self, other: Clitics) -> bool {
        self.0 & other.0 != 0
    }
    /// These and `other`.
    pub const fn with(self, other: Clitics) -> Clitics {
        Clitics(self.0 | other.0)
    }
}

impl std::ops::BitOr for Clitics {
    type Output = Clitics;
    fn bitor(self, o: Clitics) -> Clitics {
        self.with(o)
    }
}

impl std::fmt::Display for Clitics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut first = true;
        for (bit, name) in ["و", "ف", "ب", "ل", "ك", "س", "ال"].iter().enumerate() {
            if self.0 >> bit & 1 == 1 {
                write!(f, "{}{name}", if first { "" } else { "+" })?;
                first = false;
            }
        }
        Ok(())
    }
}

impl std::fmt::Debug for Clitics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clitics({self})")
    }
}

/// One reading of a word: proclitics and a host.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clitic {
    /// Hash of the host's folded form ([`crate::hash`]). In "للعراق" read as ل + العراق it is that of "العراق".
    pub host: u64,
    /// What was taken off.
    pub clitics: Clitics,
    /// How many folded characters of the token stand before the host: 1 in "للعراق" read as ل + العراق, whose surface is "لعراق".
    pub skipped: u8,
}

impl Clitic {
    /// The first byte of the host in the text that `token` was cut from; marks on the clitics are passed over. A ligature that
    /// holds clitic and host (ﻻ) counts as the host's.
    pub fn start(&self, token: &Token, raw: &str) -> u32 {
        if !token.folds.intersects(Folds::MARKS | Folds::SHAPE) {
            // every letter that is a clitic takes two bytes
            return token.start + 2 * self.skipped as u32;
        }
        let b = &raw.as_bytes()[..token.end as usize];
        let mut i = token.start as usize;
        let mut left = self.skipped as usize;
        while i < b.len() {
            let (_, w) = decode(b, i);
            let letters = crate::fold(&raw[i..i + w]).chars().count();
            if letters > left || letters > 0 && left == 0 {
                break;
            }
            left -= letters;
            i += w;
        }
        i as u32
    }
    /// The bytes of the host in the text that `token` was cut from.
    pub fn span(&self, token: &Token, raw: &str) -> Span {
        Span::new(self.start(token, raw), token.end)
    }
}

const ALEF: u16 = 'ا' as u16;
const LAM: u16 = 'ل' as u16;

/// How a reading's hash comes from the word's: characters dropped, and whether ال is put before the rest.
#[derive(Clone, Copy)]
struct Reading {
    dropped: u8,
    article: bool,
    skipped: u8,
    clitics: Clitics,
}

const WHOLE: Reading = Reading { dropped: 0, article: false, skipped: 0, clitics: Clitics::NONE };

/// The readings of one word; see [`candidates`].
#[derive(Clone)]
pub struct Candidates<'a> {
    token: &'a Token,
    readings: [Reading; 6],
    len: u8,
    next: u8,
}

impl Iterator for Candidates<'_> {
    type Item = Clitic;

    #[inline]
    fn next(&mut self) -> Option<Clitic> {
        if self.next == self.len {
            return None;
        }
        let r = self.readings[self.next as usize];
        self.next += 1;
        let host = match (r.dropped, r.article) {
            (0, _) => self.token.hash,
            (n, false) => self.token.rest(n as usize),
            (n, true) => self.token.replaced(n as usize, &[ALEF, LAM]),
        };
        Some(Clitic { host, clitics: r.clitics, skipped: r.skipped })
    }
}

/// The readings of a word with its proclitics taken off one after another, the longest host first; the whole word is the first.
///
/// After لل the host may have lost an alef (للعراق = ل + العراق), an alef and a lam (للجنة = ل + اللجنة) or nothing (للبنان = ل +
/// لبنان): all three are given. A reading without the article is the last and has [`Clitics::AL`]. Hosts have at least two
/// letters. Nothing is computed before it is asked for; a word that begins with no clitic costs one look at its first letter.
///
/// ```
/// use qawl_text::{Text, candidates, hash};
/// let text = Text::read("وللعراق");
/// let reading = candidates(&text.tokens()[0]).find(|c| c.host == hash("العراق")).unwrap();
/// assert_eq!(reading.clitics.to_string(), "و+ل");
/// assert_eq!(text.slice(reading.span(&text.tokens()[0], text.raw())), "لعراق");
/// ```
#[inline]
pub fn candidates(token: &Token) -> Candidates<'_> {
    let mut c = Candidates { token, readings: [WHOLE; 6], len: 1, next: 0 };
    let first = token.head as u16;
    // و ف ب ل ك س ا, as bits of U+0620..U+065F
    const OPENERS: u64 = 1 << 0x28 | 1 << 0x21 | 1 << 0x08 | 1 << 0x24 | 1 << 0x23 | 1 << 0x13 | 1 << 0x07;
    let offset = first.wrapping_sub(0x620);
    if token.kind == TokenKind::Word && offset < 64 && OPENERS >> offset & 1 == 1 && token.len < 255 {
        c.fill();
    }
    c
}

impl Candidates<'_> {
    fn add(&mut self, dropped: usize, article: bool, skipped: usize, clitics: Clitics) {
        let host = self.token.len as usize - dropped + if article { 2 } else { 0 };
        if host >= if article { 4 } else { 2 } && (self.len as usize) < self.readings.len() {
            self.readings[self.len as usize] = Reading { dropped: dropped as u8, article, skipped: skipped as u8, clitics };
            self.len += 1;
        }
    }

    fn fill(&mut self) {
        let h = self.token.head();
        let len = self.token.len as usize;
        let at = |n: usize| if n < 4 { h[n] } else { 0 };
        let mut n = 0;
        let mut clitics = match at(0) {
            0x648 => Clitics::WA,
            0x641 => Clitics::FA,
            _ => Clitics::NONE,
        };
        if !clitics.is_empty() && len >= 3 {
            n = 1;
            self.add(1, false, 1, clitics);
        } else if !clitics.is_empty() {
            return;
        }
        let preposition = match at(n) {
            0x628 => Clitics::BA,
            0x644 => Clitics::LA,
            0x643 => Clitics::KA,
            0x633 if matches!(at(n + 1), 0x64a | 0x62a | 0x646 | ALEF) => Clitics::SA,
            _ => Clitics::NONE,
        };
        if !preposition.is_empty() && len >= n + 3 {
            n += 1;
            clitics = clitics | preposition;
            if preposition == Clitics::LA && at(n) == LAM {
                self.add(n, true, n, clitics);
                self.add(n + 1, true, n, clitics);
                self.add(n, false, n, clitics);
                self.add(n + 1, false, n + 1, clitics | Clitics::AL);
                return;
            }
            self.add(n, false, n, clitics);
            if preposition == Clitics::SA {
                return;
            }
        }
        if at(n) == ALEF && at(n + 1) == LAM && len >= n + 4 {
            self.add(n + 2, false, n + 2, clitics | Clitics::AL);
        }
    }
}
