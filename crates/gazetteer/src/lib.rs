//! qawl-gazetteer (front page to come)

mod date;
mod error;
mod gazetteer;
mod matched;
mod model;

pub use date::{Date, DateError};
pub use error::{Error, ErrorKind, FileError};
pub use gazetteer::{Builder, Gazetteer, Held, Holder};
pub use matched::{Clitics, Form, Match, NameId, Reading, Tier};
pub use model::{Alias, AliasKind, EntityId, EntityType, Entry, Gender, Number, Role, Tenure};

/// Reads a file: its entries, and what is wrong with it. Goes on after an error.
pub fn parse(_file_name: &str, _source: &str) -> (Vec<Entry>, Vec<FileError>) {
    (Vec::new(), Vec::new())
}
