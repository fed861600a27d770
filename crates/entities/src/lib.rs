//! Who and what an Arabic text names, and which entity each mention is.
//!
//! [`Knowledge`] holds a gazetteer and the word lists beside it. [`Knowledge::find`] reads a text and gives [`Found`]: mentions in text
//! order without overlap, and the entities that they stand for.
//!
//! # Overview
//!
//! - [`Knowledge`]: built once in some milliseconds, shared between threads.
//! - [`Mention`]: a span, what kind of thing it names ([`Mention::ty`]), how it names it ([`Mention::form`]: a full name, a surname, a title, a
//!   description such as الحزب, a nationality, a group such as الطرفان), the entity, and the rule that found it.
//! - [`FoundEntity`]: an entry of the gazetteer, or somebody whom the text alone knows, under the fullest name that it gives.
//!
//! The words of the grammar, which the claims are read with too, are looked up once by [`words::classify`].
//!
//! # Example
//!
//! ```
//! use qawl_entities::{Knowledge, words};
//! use qawl_gazetteer::{Builder, Entry};
//! use qawl_text::Text;
//!
//! let mut builder = Builder::new();
//! builder.add_entry(Entry::new("place:iraq", "العراق"));
//! let knowledge = Knowledge::new(builder.build()?, qawl_default_gazetteers::files());
//!
//! let text = Text::read("وصل النائب كاظم جواد العامري إلى العراق.");
//! let found = knowledge.find(&text, &words::classify(&text), Some("2021-07-26"));
//! let names: Vec<&str> = found.mentions.iter().map(|m| text.slice(m.span)).collect();
//! assert_eq!(names, ["كاظم جواد العامري", "العراق"]);
//! assert_eq!(found.entity(found.mentions[0].entity.unwrap()).name, "كاظم جواد العامري");
//! # Ok::<(), qawl_gazetteer::Error>(())
//! ```
//!
//! # How it works
//!
//! 1. Each word is looked up once in one table of name words, titles, heads and common words (`lexicon`, `view`).
//! 2. Candidates are gathered: names of the gazetteer that their surroundings bear out (`known`), runs of name words (`names`, `people`, with
//!    what `titles` say of the words after them), names that a head opens (`heads`).
//! 3. Those that together say most without overlap are chosen (`choose`); parts of chosen names elsewhere in the text are added (`parts`).
//! 4. Each is given its entity: full names first, then short ones (`identity`), then titles, descriptions and groups in the order of the
//!    text (`describe`), with offices resolved on the day of the text (`date`).
//!
//! # Limits
//!
//! - Every step is linear in the text, infallible, and gives the same result on every run. Nothing is learned while reading.
//! - What is balanced stays open: a name of two persons between whom the text does not tell has no entity and the rule `ambiguous`.
//! - Pronouns are not mentions; the claims resolve them where they are speakers.

#![warn(missing_docs)]

mod candidate;
mod choose;
mod date;
mod describe;
mod fast;
mod foreign;
mod found;
mod groups;
mod heads;
mod identity;
mod knowledge;
mod known;
mod lexicon;
mod names;
mod nouns;
mod office;
mod parts;
mod people;
mod titles;
mod view;
pub mod words;

pub use found::{Alternative, EntityIx, Found, FoundEntity, Mention, Origin};
pub use knowledge::Knowledge;
pub use qawl_gazetteer::{Gender as EntityGender, Number as EntityNumber};
