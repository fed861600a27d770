//! qawl-text: reading Arabic. (front page to come)
#![warn(missing_docs)]

mod address;
mod chars;
mod clitics;
mod fold;
mod forms;
mod scan;
mod span;
mod text;
mod token;
mod wide;
mod wordmap;

pub use clitics::{Candidates, Clitic, Clitics, candidates};
pub use fold::{fold, hash};
pub use scan::tokenize;
pub use span::{Span, TokenRange};
pub use text::{Paragraph, Quotation, QuotationKind, Section, SectionKind, Sentence, Text};
pub use token::{Folds, Token, TokenKind};
pub use wordmap::WordMap;
