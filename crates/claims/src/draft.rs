//! Drafts: claims while they are being put together, in tokens and bytes.

use crate::cues::Hit;
use qawl_record::{Act, Construction, Form};
use qawl_text::TokenRange;

/// Where the speaker of a draft is to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A phrase of the text.
    Phrase(TokenRange),
    /// A pronoun of the text: one that stands alone, or leans on the cue.
    Pronoun(TokenRange),
    /// The subject that the verb's person, gender and number leave out.
    Dropped,
    /// The subject of the governing claim.
    Governor,
    /// Nobody.
    Impersonal,
}

/// How a content begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// After a complementizer.
    Clause,
    /// Inside quotation marks that open at this token.
    Quote(usize),
    /// After a colon, without marks.
    Colon,
    /// A noun phrase, after a preposition or bare.
    Noun,
    /// A question word, which is part of the content.
    Question,
    /// The content is known already: all of it.
    Fixed,
}

/// A claim in the making.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) hit: Hit,
    /// The tokens of the cue.
    pub(crate) cue: TokenRange,
    /// The first byte of the cue.
    pub(crate) cue_byte: u32,
    pub(crate) source: Source,
    /// Between cue and content, or between clause start and cue: where medium, time and occasion stand.
    pub(crate) adjuncts: TokenRange,
    pub(crate) addressee: Option<TokenRange>,
    pub(crate) opening: Opening,
    /// First token of the content.
    pub(crate) start: usize,
    /// The content, once its end is known.
    pub(crate) content: Vec<TokenRange>,
    /// A first byte inside the first token, where a proclitic that the cue governs is not part of the content.
    pub(crate) first_byte: Option<u32>,
    pub(crate) act: Act,
    pub(crate) form: Form,
    pub(crate) construction: Construction,
    pub(crate) negative: bool,
    /// Index of the draft in whose content this one stands.
    pub(crate) within: Option<usize>,
}
