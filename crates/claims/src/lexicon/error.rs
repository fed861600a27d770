//! What can be wrong with a lexicon file, always with the line and the mend.

use thiserror::Error;

/// A fault in a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {what}; {mend}")]
pub struct LexiconError {
    /// Line of the file, counted from 1.
    pub line: u32,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl LexiconError {
    pub(crate) fn new(line: u32, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { line, what: what.into(), mend: mend.into() }
    }
}
