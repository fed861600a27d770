//! (front page to come)

mod found;
pub mod words;

pub use found::{EntityIx, Found, FoundEntity, Mention, Origin};
