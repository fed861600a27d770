//! (front page to come)
#![warn(missing_docs)]

mod found;
mod knowledge;
pub mod words;

pub use found::{EntityIx, Found, FoundEntity, Mention, Origin};
pub use knowledge::Knowledge;
pub use qawl_gazetteer::{Gender as EntityGender, Number as EntityNumber};
