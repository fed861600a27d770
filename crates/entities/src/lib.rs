//! (front page to come)

mod found;
pub mod words;

pub use found::{EntityIx, Found, FoundEntity, Mention, Origin};
pub use qawl_gazetteer::{Gender as EntityGender, Number as EntityNumber};
