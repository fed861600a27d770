//! The output of qawl as plain data: one [`Record`] a document, with the entities that it names, the mentions that name
//! them and the claims that it attributes to somebody.
//!
//! The types here are the contract with everyone who reads the output. They carry no logic but the conversion of offsets:
//!
//! - [`Record`], and in it [`Section`], [`Mention`], [`Entity`], [`Claim`] and [`Warning`];
//! - [`Offsets`], the unit of every `start` and `end`; [`Record::to_offsets`] converts;
//! - [`schema`], the JSON Schema of a record.
//!
//! ```
//! use qawl_record::{Offsets, Record};
//! let record = Record::new("a1");
//! let line = serde_json::to_string(&record)?;
//! assert!(line.starts_with(r#"{"schema":"qawl.record/1","id":"a1""#));
//! let back: Record = serde_json::from_str(&line)?;
//! assert_eq!(back, record);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! All ends are exclusive. Fields that are absent in a document are left out of its JSON, except in a claim, where
//! `addressee`, `medium`, `occasion`, `time` and `within` are written as `null` so that columns stay put.

mod claim;
mod entity;
mod json;
mod offsets;
mod record;

pub use claim::{
    About, Act, Addressee, Claim, Construction, Content, Cue, Evidence, Form, Medium, MediumKind, Occasion, Polarity, Speaker, SpeakerStatus, Time,
};
pub use entity::{Entity, EntitySource, EntityType, Mention, MentionForm};
pub use offsets::{OffsetMap, Offsets};
pub use record::{Record, SCHEMA, Section, SectionKind, Span, Warning};

/// The JSON Schema (draft 2020-12) of one record.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Record).to_value()
}
