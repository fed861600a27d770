//! qawl-gazetteer (front page to come)

mod date;
mod error;
mod format;
mod gazetteer;
mod index;
mod matched;
mod model;

pub use date::{Date, DateError};
pub use error::{Error, ErrorKind, FileError};
pub use format::{canonical, parse, write};
pub use gazetteer::{Builder, Gazetteer, Held, Holder};
#[doc(hidden)]
pub use index::{Cut, Found, Index, IndexBuilder};
pub use matched::{Clitics, Form, Match, NameId, Reading, Tier};
pub use model::{Alias, AliasKind, EntityId, EntityType, Entry, Gender, Number, Role, Tenure};
