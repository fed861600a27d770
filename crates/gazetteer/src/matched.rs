//! What the matcher finds: where a name stands, how it is spelled there, and what it can mean.

use crate::{AliasKind, EntityId, Gender, Number};
use qawl_text::{Clitics, Span};

/// A name of one [`Gazetteer`](crate::Gazetteer): forms that fold to the same words are one name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NameId(pub(crate) u32);

impl NameId {
    /// The index, from 0 to [`Gazetteer::name_count`](crate::Gazetteer::name_count).
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// How the text spells a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tier {
    /// With the letters of a form of the name.
    Exact,
    /// With other letters that are read alike: hamza and alef forms, ى/ي, ة/ه, Persian letters, Latin capitals.
    Folded,
}

/// A name in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Match {
    /// Its first token.
    pub start: u32,
    /// One past its last token.
    pub end: u32,
    /// The byte where the name itself begins, after the clitics; of للعراق the byte after the first ل.
    pub first_byte: u32,
    /// One past its last byte.
    pub last_byte: u32,
    /// The name.
    pub name: NameId,
    /// The proclitics taken off the first token; ال is never among them, it is the name's.
    pub clitics: Clitics,
    /// How the text spells it.
    pub tier: Tier,
    /// Hash of the spelling.
    pub(crate) spelling: u32,
}

impl Match {
    /// Number of tokens, a hyphen between words included.
    pub const fn len(&self) -> usize {
        (self.end - self.start) as usize
    }
    /// Never: a match has a token.
    pub const fn is_empty(&self) -> bool {
        self.start >= self.end
    }
    /// Where the name stands, in bytes of the text, without the clitics.
    pub const fn span(&self) -> Span {
        Span { start: self.first_byte, end: self.last_byte }
    }
}

/// The grammar of a demonym form: عراقيات is feminine, plural, without article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Form {
    /// Gender.
    pub gender: Gender,
    /// Number. Forms that can be dual or plural (عراقيين) are read as plural.
    pub number: Number,
    /// With ال.
    pub definite: bool,
}

/// One thing that a name can mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// The entity.
    pub entity: EntityId,
    /// What the form is to it.
    pub kind: AliasKind,
    /// Whether it matches only where its surroundings tell (written with `?`, or of an entry flagged ambiguous).
    pub needs_context: bool,
    /// The grammar of a demonym.
    pub form: Option<Form>,
    /// Hash of the spelling: equals the text's where that is spelled alike.
    pub(crate) spelling: u32,
}
