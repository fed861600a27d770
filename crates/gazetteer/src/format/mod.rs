//! The file format: reading, writing, canonical order. FORMAT.md of the default gazetteers defines it.

mod canonical;
mod keys;
mod parse;

pub use canonical::{canonical, write};
pub use parse::parse;
pub(crate) use parse::parse_placed;
