//! What can be wrong with a gazetteer file, and what mends it.

use std::fmt;

/// Kind of a [`FileError`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A `[…]` line that is no `[type:slug]`.
    Header,
    /// A line outside a block, or one without a colon.
    Line,
    /// A key that the format does not know, or not for this type.
    Key,
    /// A key that may stand once stands twice.
    Repeated,
    /// A value that is empty or not of the key's form.
    Value,
    /// A block without its name.
    Missing,
    /// An id that stands in two blocks.
    Duplicate,
    /// An id that no block has.
    Dangling,
}

/// One thing wrong at one place of a file. The message ends with the mend.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct FileError {
    pub(crate) kind: ErrorKind,
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) message: String,
}

impl FileError {
    /// Kind of the error.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
    /// The file, as it was named to the reader.
    pub fn file(&self) -> &str {
        &self.file
    }
    /// Line, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }
    /// Column in characters, from 1.
    pub fn column(&self) -> u32 {
        self.column
    }
    /// What is wrong and what mends it.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// Why [`Builder::build`](crate::Builder::build) made no gazetteer: the files have errors.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub struct Error {
    pub(crate) errors: Vec<FileError>,
}

impl Error {
    /// Every error, in the order of files and lines.
    pub fn errors(&self) -> &[FileError] {
        &self.errors
    }
    /// Kind of the first.
    pub fn kind(&self) -> ErrorKind {
        self.errors.first().map_or(ErrorKind::Line, |e| e.kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, e) in self.errors.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            e.fmt(f)?;
        }
        Ok(())
    }
}
