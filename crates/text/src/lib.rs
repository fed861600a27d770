//! qawl-text: reading Arabic. (front page to come)
#![warn(missing_docs)]

mod address;
mod chars;
mod clitics;
mod datelines;
mod fold;
mod forms;
mod lexicon;
mod quotations;
mod scan;
mod sections;
mod sentences;
mod span;
mod text;
mod token;
mod wide;
mod wordmap;

pub use clitics::{Candidates, Clitic, Clitics, candidates};
pub use fold::{fold, hash};
pub use quotations::{Quotation, QuotationKind};
pub use scan::tokenize;
pub use sections::{Section, SectionKind};
pub use sentences::Sentence;
pub use span::{Span, TokenRange};
pub use text::{Paragraph, Text};
pub use token::{Folds, Token, TokenKind};
pub use wordmap::WordMap;
