//! What may be a mention, before it is chosen.

use qawl_gazetteer::{EntityId, EntityType as GazetteerType, Gender, NameId};
use qawl_record::{EntityType, MentionForm};

/// Where a candidate comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// A name of the gazetteer, which may mean several things.
    Gazetteer(NameId),
    /// A reading that the context chose.
    Chosen(EntityId),
    /// The name grammar.
    Run { gender: Option<Gender> },
    /// A head and its complement, or a quoted name after a class word.
    Phrase,
    /// A part of a person's name that the text gives in full elsewhere.
    Part,
}

/// A span that may be a mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// First byte, after proclitics.
    pub(crate) first: u32,
    pub(crate) ty: EntityType,
    pub(crate) form: MentionForm,
    pub(crate) score: i32,
    pub(crate) source: Source,
    pub(crate) rule: &'static str,
}

/// The record's type of a gazetteer's; an office stands for a person.
pub(crate) fn record_type(t: GazetteerType) -> EntityType {
    match t {
        GazetteerType::Person | GazetteerType::Office => EntityType::Person,
        GazetteerType::Party => EntityType::Party,
        GazetteerType::ArmedGroup => EntityType::ArmedGroup,
        GazetteerType::Government => EntityType::Government,
        GazetteerType::Military => EntityType::Military,
        GazetteerType::Organization => EntityType::Organization,
        GazetteerType::Company => EntityType::Company,
        GazetteerType::Media => EntityType::Media,
        GazetteerType::Place => EntityType::Place,
        GazetteerType::Event => EntityType::Event,
    }
}
