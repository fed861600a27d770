//! Who said what, in Arabic news.
//!
//! [`Extractor`] reads a [`Document`] and gives a [`Record`]: the people, parties, organizations and places that it names, which
//! entity each mention is, and every attributed statement as a claim (speaker, cue, content).
//!
//! ```
//! use qawl::{Document, Extractor};
//!
//! let extractor = Extractor::new();
//! let record = extractor.extract(&Document::new("a1", "أعلن وزير النفط العراقي أن الإنتاج سيرتفع في الصيف."));
//! let claim = &record.claims[0];
//! assert_eq!(claim.cue.text, "أعلن");
//! assert_eq!(claim.speaker.text.as_deref(), Some("وزير النفط العراقي"));
//! assert_eq!(claim.content.text, "الإنتاج سيرتفع في الصيف");
//! ```
//!
//! - [`Extractor::new`] holds the default gazetteers; [`Extractor::builder`] extends, overrides or leaves them out.
//! - Extraction is infallible on any text and needs no network, model or clock; the same input gives the same record.
//! - An extractor is built once (some milliseconds) and shared between threads; a call costs time linear in the text.
//! - Spans of a record are bytes of the text until [`Record::to_offsets`] converts them.

mod document;
mod extractor;

pub use document::Document;
pub use extractor::{Error, Extractor, ExtractorBuilder};
pub use qawl_gazetteer as gazetteer;
pub use qawl_record as record;
pub use qawl_record::{Claim, Entity, EntityType, Mention, Offsets, Record};
pub use qawl_text as text;

/// Version of the program, as records' manifests and the command line give it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
