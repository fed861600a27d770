//! What was found in a text: mentions, and the entities that they stand for.

use qawl_gazetteer::{EntityId, Gender, Number};
use qawl_record::{EntityType, MentionForm};
use qawl_text::{Span, TokenRange};

/// Index of an entity in [`Found::entities`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityIx(pub u32);

/// Where an entity is known from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// This entry of the gazetteer.
    Gazetteer(EntityId),
    /// The document alone.
    Document,
}

/// An entity that the text names or that a phrase of it stands for.
#[derive(Clone, Debug)]
pub struct FoundEntity {
    /// Where it is known from.
    pub origin: Origin,
    /// The type.
    pub ty: EntityType,
    /// The full name: the gazetteer's, or the fullest that the text gives.
    pub name: String,
    /// Grammatical gender, where known.
    pub gender: Option<Gender>,
    /// Grammatical number, where it is not the singular.
    pub number: Option<Number>,
}

/// A phrase that names an entity or stands for one (or, unresolved, for nobody that the evidence decides on).
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its tokens; the first may carry a proclitic that is outside `span`.
    pub tokens: TokenRange,
    /// The bytes of the name or phrase, without the proclitic.
    pub span: Span,
    /// The type of what is named.
    pub ty: EntityType,
    /// How it names.
    pub form: MentionForm,
    /// Which entity.
    pub entity: Option<EntityIx>,
    /// The members of a group; empty for all else.
    pub members: Vec<EntityIx>,
    /// The rule that found and resolved it.
    pub rule: &'static str,
}

/// Something that was considered and not taken, for `qawl explain`.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its bytes, without a proclitic.
    pub span: Span,
    /// The type that it would have had.
    pub ty: EntityType,
    /// The entity of the gazetteer that it would have been, where it is one.
    pub entity: Option<EntityId>,
    /// The rule that proposed it.
    pub rule: &'static str,
    /// Why it was not taken.
    pub why: &'static str,
}

/// Mentions in text order without overlap, and the entities in order of first mention.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The mentions.
    pub mentions: Vec<Mention>,
    /// The entities.
    pub entities: Vec<FoundEntity>,
}

impl Found {
    /// The entity behind an index.
    pub fn entity(&self, ix: EntityIx) -> &FoundEntity {
        &self.entities[ix.0 as usize]
    }
    /// The mention that token `i` is part of. Binary search.
    pub fn mention_at(&self, i: usize) -> Option<&Mention> {
        let k = self.mentions.partition_point(|m| m.tokens.end as usize <= i);
        self.mentions.get(k).filter(|m| m.tokens.holds(i))
    }
    /// The mentions that begin in a range of tokens.
    pub fn mentions_in(&self, r: TokenRange) -> &[Mention] {
        let a = self.mentions.partition_point(|m| m.tokens.start < r.start);
        let b = self.mentions.partition_point(|m| m.tokens.start < r.end);
        &self.mentions[a..b.max(a)]
    }
}
