//! qawl-text: reading Arabic. (front page to come)
#![warn(missing_docs)]

mod chars;
mod fold;
mod span;
mod text;
mod token;
mod wide;
mod wordmap;

pub use fold::{fold, hash};
pub use span::{Span, TokenRange};
pub use text::{Paragraph, Quotation, QuotationKind, Section, SectionKind, Sentence, Text};
pub use token::{Folds, Token, TokenKind, tokenize};
pub use wordmap::WordMap;
