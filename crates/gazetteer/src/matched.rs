//! What the matcher finds: where a name stands, how it is spelled there, and what it can mean.

use crate::{AliasKind, EntityId, Gender, Number};
use std::fmt;

/// A name of one [`Gazetteer`](crate::Gazetteer): forms that fold to the same words are one name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NameId(pub(crate) u32);

impl NameId {
    /// The index, from 0 to [`Gazetteer::name_count`](crate::Gazetteer::name_count).
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The proclitics that were taken off the first word of a match.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Clitics(pub(crate) u8);

impl Clitics {
    /// None: the name begins where its first token begins.
    pub const NONE: Clitics = Clitics(0);
    /// و "and".
    pub const WAW: Clitics = Clitics(1);
    /// ف "so".
    pub const FA: Clitics = Clitics(2);
    /// ب "in, by".
    pub const BA: Clitics = Clitics(4);
    /// ل "to, of".
    pub const LAM: Clitics = Clitics(8);
    /// ك "like".
    pub const KAF: Clitics = Clitics(16);
    /// The ا of the article went when ل was put before it: للعراق is ل + العراق.
    pub const ELIDED: Clitics = Clitics(32);

    /// Whether all of `other` are among these.
    pub const fn contains(self, other: Clitics) -> bool {
        self.0 & other.0 == other.0
    }
    /// Whether none was taken off.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Both.
    pub const fn and(self, other: Clitics) -> Clitics {
        Clitics(self.0 | other.0)
    }
    /// The letters taken off, in their order: `"ول"`.
    pub const fn as_str(self) -> &'static str {
        match self.0 & 31 {
            1 => "و",
            2 => "ف",
            4 => "ب",
            8 => "ل",
            16 => "ك",
            5 => "وب",
            9 => "ول",
            17 => "وك",
            6 => "فب",
            10 => "فل",
            18 => "فك",
            _ => "",
        }
    }
    /// How many letters were taken off.
    pub const fn len(self) -> usize {
        (self.0 & 31).count_ones() as usize
    }
}

impl fmt::Debug for Clitics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clitics({}{})", self.as_str(), if self.contains(Clitics::ELIDED) { "+ا" } else { "" })
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
    /// The proclitics taken off the first token.
    pub clitics: Clitics,
    /// How the text spells it.
    pub tier: Tier,
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
    pub const fn span(&self) -> qawl_text::Span {
        qawl_text::Span { start: self.first_byte, end: self.last_byte }
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
