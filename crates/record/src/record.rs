//! The record of one document and the plain parts of it.

use crate::{Claim, Entity, Mention, OffsetMap, Offsets};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The name and version of the record's format, the value of every record's `schema` field.
pub const SCHEMA: &str = "qawl.record/1";

/// Everything that qawl found in one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// [`SCHEMA`].
    pub schema: Cow<'static, str>,
    /// The document's id, from the input or made from its place in it.
    pub id: String,
    /// The headline, as the input gave it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// The newspaper, agency or site.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub outlet: Option<String>,
    /// The day of publication, `YYYY-MM-DD`, as the input gave it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub published: Option<String>,
    /// The address of the article.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// The input's other fields, passed through.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty", default)]
    pub meta: serde_json::Map<String, serde_json::Value>,
    /// The unit of every `start` and `end` in the record.
    pub offsets: Offsets,
    /// The text that all spans point into; absent with `--no-text`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// The parts of the article, in text order, without overlap.
    pub sections: Vec<Section>,
    /// Every mention of an entity, in text order; of two that start together the longer first.
    pub mentions: Vec<Mention>,
    /// The entities that the mentions and claims refer to, in order of first mention.
    pub entities: Vec<Entity>,
    /// Who said what, in order of the cues.
    pub claims: Vec<Claim>,
    /// Oddities of the input that a reader of the record should know.
    pub warnings: Vec<Warning>,
}

/// A half-open span of the text, in the record's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// The first unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Where it starts.
    pub start: u32,
    /// One past its end.
    pub end: u32,
}

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The path to the page: "الرئيسية / أخبار العراق".
    Breadcrumb,
    /// The article's title.
    Headline,
    /// Place, agency and date before the first sentence.
    Dateline,
    /// Running text.
    Body,
    /// A short line that titles what follows.
    Heading,
    /// The source or credit line.
    Source,
    /// Links to other articles; what they claim is not the article's own.
    Related,
}

/// Something odd about the document, that did not stop the extraction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// A short name to count by: `invalid_utf8`, `no_text`, `duplicate_id`, `date_unread` …
    pub kind: Cow<'static, str>,
    /// One sentence for a person.
    pub message: String,
}

impl Record {
    /// An empty record of this document id, in byte offsets.
    pub fn new(id: impl Into<String>) -> Record {
        Record {
            schema: Cow::Borrowed(SCHEMA),
            id: id.into(),
            title: None,
            outlet: None,
            published: None,
            url: None,
            meta: serde_json::Map::new(),
            offsets: Offsets::Byte,
            text: None,
            sections: Vec::new(),
            mentions: Vec::new(),
            entities: Vec::new(),
            claims: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// The entity with this id, if the record has it. Linear in the number of entities.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.iter().find(|e| e.id == id)
    }

    /// Converts every span from bytes to another unit, given the text that they point into.
    ///
    /// Does nothing where the record is not in byte offsets. Costs one pass over the text and a short look-up a span.
    pub fn to_offsets(&mut self, text: &str, unit: Offsets) {
        if self.offsets != Offsets::Byte || unit == Offsets::Byte {
            return;
        }
        let map = OffsetMap::new(text, unit);
        self.for_each_span(|start, end| {
            *start = map.get(*start);
            *end = map.get(*end);
        });
        self.offsets = unit;
    }

    /// Calls `f` with the start and end of every span in the record.
    pub fn for_each_span(&mut self, mut f: impl FnMut(&mut u32, &mut u32)) {
        for s in &mut self.sections {
            f(&mut s.start, &mut s.end);
        }
        for m in &mut self.mentions {
            f(&mut m.start, &mut m.end);
        }
        for c in &mut self.claims {
            c.for_each_span(&mut f);
        }
    }
}
