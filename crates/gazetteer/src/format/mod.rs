//! The file format: reading, writing, canonical order. FORMAT.md of the default gazetteers defines it.

mod canonical;
mod keys;
mod parse;

pub use canonical::{canonical, write};
pub use parse::parse;
pub(crate) use parse::{blocks, borrowed, owned, parse_placed};

/// Whether an office can be of this class.
#[cfg(test)]
pub(crate) fn is_class(s: &str) -> bool {
    keys::CLASSES.contains(&s)
}
