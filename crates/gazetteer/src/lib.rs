//! Gazetteers: what a newsroom knows of people, parties, bodies, places and offices, as files that people edit, and a matcher that finds
//! their names in Arabic text.
//!
//! The crate finds *names*, exactly and quickly. Which entity a name means where several have it, whether a form that needs context has it,
//! who "the president" is on the day: that is told from the text around, and is the work of `qawl-entities`.
//!
//! # Overview
//!
//! - [`Builder`] takes sources (files, entries made in code), later ones over earlier ones, and compiles them. [`parse`], [`canonical`] and
//!   [`write`](fn@write) are for tools that edit files; [`FileError`] says what is wrong where, and what mends it.
//! - [`Gazetteer`] is the compiled whole: [`matches`](Gazetteer::matches) gives the longest names from left to right,
//!   [`all_matches`](Gazetteer::all_matches) every one, [`match_at`](Gazetteer::match_at) the one at a token;
//!   [`readings`](Gazetteer::readings) says what a name can mean, [`holder_on`](Gazetteer::holder_on) who held an office on a date.
//! - [`Match`] says where a name stands (tokens and bytes), which proclitics were taken off (وبايدن, للكاظمي), and whether it is spelled as the file
//!   has it ([`Tier`]).
//!
//! # Example
//!
//! ```
//! use qawl_gazetteer::{Builder, Holder};
//! use qawl_text::tokenize;
//!
//! let mut builder = Builder::new();
//! builder.add_source(
//!     "small.gaz",
//!     "[office:iraq-prime-minister]\nen: Prime Minister of Iraq\nof: place:iraq\nclass: prime-minister\n\
//!      holder: 2020-05-07..2022-10-27 person:mustafa-al-kadhimi\n\n\
//!      [person:mustafa-al-kadhimi]\nname: مصطفى الكاظمي\nsurname: الكاظمي\n\n\
//!      [place:iraq]\nname: العراق\nkind: state\ndemonym: عراقي\n",
//! );
//! let gazetteer = builder.build()?;
//!
//! let text = "وقال رئيس الوزراء العراقي للكاظمى";
//! let mut tokens = Vec::new();
//! tokenize(text, &mut tokens);
//! let mut found = Vec::new();
//! gazetteer.matches(text, &tokens, &mut found);
//!
//! let names: Vec<&str> = found.iter().map(|m| &text[m.span().range()]).collect();
//! assert_eq!(names, ["رئيس الوزراء العراقي", "لكاظمى"]);
//! // the title was made out of class and place; it reads as the office, and that has a holder
//! let office = gazetteer.readings(found[0].name)[0].entity;
//! let person = gazetteer.by_id("person:mustafa-al-kadhimi").unwrap();
//! assert_eq!(gazetteer.holder_on(office, "2021-07-26".parse()?), Holder::One(person));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What matches
//!
//! Names match word by word over the folded text (see `qawl-text`), never inside a word, over white space or one tight hyphen, never over a line end
//! or other punctuation. The machine makes the spellings that no one should have to write: عبد الله / عبدالله, بن / ابن, أبو / أبا / أبي,
//! نور الدين / نورالدين, U.N. / UN; the forms of nisbas; the titles of offices. A name of one word matches in other letters only where writers really
//! mix them, and never where the word as written is a common one (على is not علي): the module `spelling` has the rule.
//!
//! # Limits
//!
//! - At most 2^30 names. A name of more than 255 letters in one word has no clitics taken off.
//! - Suffixed pronouns are not taken off, and names are not inflected: أخو matches no أخي. Write such forms as aliases.
//! - A text that drops a hamza in a multi-word name matches (tier [`Tier::Folded`]); a text that has a wrong letter does not.
//! - Kurdish and Persian names in Arabic letters are kept, not matched.
//!
//! # How it works
//!
//! A trie of tokens without nodes: each prefix of each name is a slot of one open-addressed table, keyed by the chained hash of its words; a bit table
//! in front turns most words of a text away with one look. A word's hash without its clitic follows by arithmetic, so no
//! form with a clitic is ever stored. A name found is verified with a second, independent hash chain: together over 80 bits, so a
//! wrong match is not to be expected in the lifetime of anyone's archive.

#![forbid(unsafe_code)]

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
pub use model::{Alias, AliasKind, EntityId, EntityType, Entry, Gender, Names, Number, Role, Tenure};
pub use qawl_text::Clitics;
pub use store::LoadError;
