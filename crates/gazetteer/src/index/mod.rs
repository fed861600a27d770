//! The token trie: which sequences of words are names. It knows no entities; a name is a number.

mod build;
mod store;
mod table;

use qawl_text::{Token, TokenKind};
use std::ops::ControlFlow;
use table::{Bits, SEED, Table, check, check_step, step};

pub use build::IndexBuilder;
pub(crate) use build::words_of;

/// A longer name may follow.
const MORE: u32 = 1 << 31;
/// A name ends here; the low 30 bits are its number.
const ENDS: u32 = 1 << 30;

/// An index of names, each a sequence of folded words. Hidden from the documentation: the matcher stands on it, and benches use it alone.
///
/// A trie of tokens without nodes: every prefix of every name is one slot of a table, keyed by the chained 64-bit hash of its words. A slot
/// has 32 bits of fingerprint and says whether a name ends here and whether a longer one goes on. Words that begin no name are
/// turned away by one look into a bit table. A name found is verified with a second hash chain of 32 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// First words of names.
    gate: Bits,
    /// Prefixes of two words and more.
    pairs: Bits,
    /// Prefixes of one word.
    first: Table,
    /// Longer prefixes.
    more: Table,
    /// For each name the check of its words.
    checks: Vec<u32>,
}

impl Default for Index {
    fn default() -> Index {
        IndexBuilder::default().finish().0
    }
}

/// A name found by an [`Index`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// The name's number.
    pub name: u32,
    /// How the first token was read.
    pub cut: Cut,
}

/// How the first word of a match was read: what was taken off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Cut {
    /// Letters taken off the word.
    pub letters: u8,
    /// Letters that stand before the name: as many, or one less where the name's own article lost its alef.
    pub skipped: u8,
}

const ALEF: u16 = 'ا' as u16;
const LAM: u16 = 'ل' as u16;
const WAW: u16 = 'و' as u16;
const FA: u16 = 'ف' as u16;
const BA: u16 = 'ب' as u16;
const KAF: u16 = 'ك' as u16;

/// Calls `f` with the readings of a word, the whole word first, and stops where `f` breaks.
#[inline(always)]
pub(crate) fn readings<B>(t: &Token, mut f: impl FnMut(u64, Cut) -> ControlFlow<B>) -> ControlFlow<B> {
    f(t.hash, Cut::default())?;
    let head = t.head();
    // one comparison turns most words away: و ف ب ل ك lie between U+0628 and U+0648
    if t.kind != TokenKind::Word || !opens(head[0]) || t.len < 3 {
        return ControlFlow::Continue(());
    }
    let mut at = 0usize;
    if matches!(head[0], WAW | FA) {
        f(t.rest(1), Cut { letters: 1, skipped: 1 })?;
        at = 1;
    }
    let letter = head[at];
    if matches!(letter, BA | KAF | LAM) && t.len as usize > at + 2 {
        let skipped = at as u8 + 1;
        if letter == LAM && head[at + 1] == LAM {
            // للجنة is ل + اللجنة, للعراق is ل + العراق; ل + لبنان comes last
            f(t.replaced(at + 1, &[ALEF, LAM]), Cut { letters: skipped, skipped })?;
            f(t.replaced(at + 2, &[ALEF, LAM]), Cut { letters: skipped + 1, skipped })?;
        }
        f(t.rest(at + 1), Cut { letters: skipped, skipped })?;
    }
    ControlFlow::Continue(())
}

#[inline(always)]
fn opens(letter: u16) -> bool {
    const LETTERS: u64 = 1 << (WAW - 0x620) | 1 << (FA - 0x620) | 1 << (BA - 0x620) | 1 << (LAM - 0x620) | 1 << (KAF - 0x620);
    let offset = letter.wrapping_sub(0x620);
    offset < 64 && LETTERS >> offset & 1 == 1
}

/// Whether a name may begin with this token.
#[inline(always)]
pub(crate) fn is_word(t: &Token) -> bool {
    matches!(t.kind, TokenKind::Word | TokenKind::Latin | TokenKind::Number)
}

const fn is_hyphen(c: u64) -> bool {
    matches!(c, 0x2d | 0x2010..=0x2013)
}

/// The mark that stands for this punctuation inside a name (U.N., L'Orient, AT&T), or 0 where no name has it.
#[inline]
pub(crate) const fn inner_mark(c: u64) -> u64 {
    match c {
        0x26 | 0x27 | 0x2e | 0x2f => c,
        0x2018 | 0x2019 | 0x2bc | 0x60 => 0x27,
        _ => 0,
    }
}

/// The next token of a chain at or after `at`, and its hash: a word on the same line, over at most one hyphen that touches both
/// its neighbours; or a mark that names have inside.
#[inline(always)]
pub(crate) fn next_word(tokens: &[Token], at: usize) -> Option<(usize, u64)> {
    let t = tokens.get(at)?;
    if t.starts_line() {
        return None;
    }
    if is_word(t) {
        return Some((at, t.hash));
    }
    if t.kind != TokenKind::Punct {
        return None;
    }
    if is_hyphen(t.hash) {
        let n = tokens.get(at + 1)?;
        return (!t.spaced() && !n.spaced() && is_word(n)).then_some((at + 1, n.hash));
    }
    match inner_mark(t.hash) {
        0 => None,
        c => Some((at, c)),
    }
}

impl Index {
    /// An index of these names: the number of a name is its position (of the first, where two fold alike). Names without a word get none.
    pub fn build<'a>(names: impl IntoIterator<Item = &'a str>) -> Index {
        let mut b = IndexBuilder::default();
        for name in names {
            b.add_text(name);
        }
        b.finish_numbered_by_position()
    }
    /// Memory in bytes.
    pub fn bytes(&self) -> usize {
        8 * (self.gate.words.len() + self.pairs.words.len() + self.first.slots.len() + self.more.slots.len()) + 4 * self.checks.len()
    }
    /// Number of names.
    pub fn names(&self) -> usize {
        self.checks.len()
    }
    /// Number of prefixes kept.
    pub fn prefixes(&self) -> usize {
        self.first.slots.iter().chain(&self.more.slots).filter(|s| **s != 0).count()
    }
    /// Calls `f(end, name)` for every name that begins at token `at`, whose first word is read as `first`; the shortest first.
    #[inline(always)]
    pub(crate) fn walk(&self, tokens: &[Token], at: usize, first: u64, mut f: impl FnMut(u32, u32)) {
        let mut state = step(SEED, first);
        if self.gate.has(state) {
            self.walk_on(tokens, at, first, &mut state, &mut f);
        }
    }
    fn walk_on(&self, tokens: &[Token], at: usize, first: u64, state: &mut u64, f: &mut impl FnMut(u32, u32)) {
        let Some(mut value) = self.first.get(*state) else { return };
        let mut checked = check_step(SEED, first);
        let mut at = at;
        loop {
            if value & ENDS != 0 {
                let name = value & (ENDS - 1);
                if self.checks.get(name as usize) == Some(&check(checked)) {
                    f(at as u32 + 1, name);
                }
            }
            if value & MORE == 0 {
                return;
            }
            let Some((next, word)) = next_word(tokens, at + 1) else { return };
            *state = step(*state, word);
            if !self.pairs.has(*state) {
                return;
            }
            let Some(v) = self.more.get(*state) else { return };
            value = v;
            checked = check_step(checked, word);
            at = next;
        }
    }
    /// Appends the names in a text, leftmost first and of those the longest (of equally long ones that with the fewest clitics taken off; لل is read as ل + ال first).
    pub fn spans(&self, tokens: &[Token], out: &mut Vec<Found>) {
        let mut at = 0;
        while at < tokens.len() {
            let t = &tokens[at];
            if !is_word(t) {
                at += 1;
                continue;
            }
            let mut best: Option<Found> = None;
            let _ = readings::<()>(t, |first, cut| {
                self.walk(tokens, at, first, |end, name| {
                    if best.is_none_or(|b| end > b.end) {
                        best = Some(Found { start: at as u32, end, name, cut });
                    }
                });
                ControlFlow::Continue(())
            });
            match best {
                Some(found) => {
                    out.push(found);
                    at = found.end as usize;
                }
                None => at += 1,
            }
        }
    }
    /// Appends every name in a text, in order of start, then of clitics, then of end. Without clitics where `clitics` is false.
    pub fn all_spans(&self, tokens: &[Token], clitics: bool, out: &mut Vec<Found>) {
        for (at, t) in tokens.iter().enumerate().filter(|(_, t)| is_word(t)) {
            let _ = readings(t, |first, cut| {
                self.walk(tokens, at, first, |end, name| out.push(Found { start: at as u32, end, name, cut }));
                if clitics { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
        }
    }
}
