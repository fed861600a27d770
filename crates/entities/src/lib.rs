//! (front page to come)
#![warn(missing_docs)]

mod candidate;
mod choose;
mod date;
mod describe;
mod foreign;
mod found;
mod heads;
mod identity;
mod knowledge;
mod known;
mod lexicon;
mod names;
mod parts;
mod people;
mod titles;
mod view;
pub mod words;

pub use found::{EntityIx, Found, FoundEntity, Mention, Origin};
pub use knowledge::Knowledge;
pub use qawl_gazetteer::{Gender as EntityGender, Number as EntityNumber};
