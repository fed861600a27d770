//! Entities, and the mentions that name them.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What kind of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntityType {
    /// A person.
    Person,
    /// A party, bloc, political movement or parliamentary group.
    Party,
    /// A militia, rebel or terrorist organization.
    ArmedGroup,
    /// A government, ministry, parliament, court or state agency.
    Government,
    /// An army, police force, named unit or fighting coalition.
    Military,
    /// An international or civil body, university, hospital, club, union.
    Organization,
    /// A company, bank or airline.
    Company,
    /// A newspaper, broadcaster, agency or platform.
    Media,
    /// A state, region, city, street, building, sea …
    Place,
    /// A named conference, war, agreement, tournament or operation.
    Event,
}

impl EntityType {
    /// The name used in records and ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            EntityType::Person => "person",
            EntityType::Party => "party",
            EntityType::ArmedGroup => "armed_group",
            EntityType::Government => "government",
            EntityType::Military => "military",
            EntityType::Organization => "organization",
            EntityType::Company => "company",
            EntityType::Media => "media",
            EntityType::Place => "place",
            EntityType::Event => "event",
        }
    }
}

/// An entity that the document names or that a phrase of it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// A gazetteer's id (`person:joe-biden`), or one that holds in this document alone (`person:~1`).
    pub id: Cow<'static, str>,
    /// The type.
    #[serde(rename = "type")]
    pub ty: EntityType,
    /// The full name: the gazetteer's, or the fullest that the document gives.
    pub name: Cow<'static, str>,
    /// The name in other languages, by language code.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    pub names: IndexMap<Cow<'static, str>, Cow<'static, str>>,
    /// The Wikidata item.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub wikidata: Option<Cow<'static, str>>,
    /// Where the entity is known from.
    pub source: EntitySource,
}

/// Where an entity is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntitySource {
    /// An entry of a gazetteer.
    Gazetteer,
    /// The document alone.
    Document,
}

/// A phrase that names an entity or stands for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// Where it starts; a proclitic (و ف ب ل ك) is outside.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// The text of the span.
    pub text: String,
    /// The type of what is named.
    #[serde(rename = "type")]
    pub ty: EntityType,
    /// How it names.
    pub form: MentionForm,
    /// The id of the entity, in the record's `entities`; absent where the evidence does not decide.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub entity: Option<Cow<'static, str>>,
    /// For a group (الطرفان), all its members.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub members: Vec<Cow<'static, str>>,
    /// The rule that found and resolved it, for `qawl explain`.
    pub rule: Cow<'static, str>,
}

/// How a mention names its entity. The first four are names in the CoNLL sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MentionForm {
    /// The full name.
    Name,
    /// Another name.
    Alias,
    /// The surname alone, or another part of a person's name.
    Surname,
    /// An acronym.
    Acronym,
    /// An office or title: الرئيس الأمريكي.
    Title,
    /// A definite description: الحزب، التنظيم.
    Description,
    /// An adjective or noun of nationality, for its state: العراقي، الأميركيون.
    Demonym,
    /// Several entities at once: الطرفان، الوفدان.
    Group,
    /// A pronoun.
    Pronoun,
}

impl MentionForm {
    /// Whether the mention is a name in the CoNLL sense.
    pub const fn is_name(self) -> bool {
        matches!(self, MentionForm::Name | MentionForm::Alias | MentionForm::Surname | MentionForm::Acronym)
    }
}
