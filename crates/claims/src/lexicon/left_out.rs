//! Words that look like cues and are left out.

use super::error::LexiconError;

/// A word that is deliberately no cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Line of the file, counted from 1.
    pub line: u32,
    /// The word or phrase.
    pub word: String,
    /// Why it is none.
    pub reason: String,
    /// A sentence in which it occurs and makes no claim.
    pub example: String,
}

/// Reads `word | reason | sentence` lines.
pub(crate) fn parse(text: &str) -> Result<Vec<LeftOut>, LexiconError> {
    let mut out = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut cells = line.split('|').map(str::trim);
        let (Some(word), Some(reason), Some(example), None) = (cells.next(), cells.next(), cells.next(), cells.next()) else {
            return Err(LexiconError::new(number, "the line has not three cells", "write `word | reason | sentence`"));
        };
        if word.is_empty() || reason.is_empty() || example.is_empty() {
            return Err(LexiconError::new(number, "a cell is empty", "write `word | reason | sentence`"));
        }
        out.push(LeftOut { line: number, word: word.to_owned(), reason: reason.to_owned(), example: example.to_owned() });
    }
    Ok(out)
}
