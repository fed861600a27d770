//! qawl-gazetteer (front page to come)

mod builder;
mod check;
mod date;
mod demonym;
mod error;
mod format;
mod gazetteer;
mod index;
mod matched;
mod matcher;
mod model;
mod spelling;
mod store;
mod titles;
mod variants;

pub use builder::Builder;
pub use check::{Dangling, Stats};
pub use date::{Date, DateError};
pub use error::{Error, ErrorKind, FileError};
pub use format::{canonical, parse, write};
pub use gazetteer::{Gazetteer, Held, Holder};
#[doc(hidden)]
pub use index::{Cut, Found, Index, IndexBuilder};
pub use matched::{Form, Match, NameId, Reading, Tier};
pub use model::{Alias, AliasKind, EntityId, EntityType, Entry, Gender, Number, Role, Tenure};
pub use qawl_text::Clitics;
pub use store::LoadError;
