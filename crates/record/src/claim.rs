//! Claims: who said what.

use crate::{SectionKind, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One attribution: a speaker, the words that attribute (the cue) and what is attributed (the content).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// A hash of the document's id and the claim's spans: the same on every run.
    pub id: String,
    /// The part of the article that it stands in; in `related` it is another article's claim.
    pub section: SectionKind,
    /// Who.
    pub speaker: Speaker,
    /// The words that attribute.
    pub cue: Cue,
    /// What is attributed.
    pub content: Content,
    /// Direct, indirect or mixed speech.
    pub form: Form,
    /// What the speaker does by saying it.
    pub act: Act,
    /// `negative` for a denial or a negated cue.
    pub polarity: Polarity,
    /// To whom.
    pub addressee: Option<Addressee>,
    /// Through what: a tweet, a statement, an interview.
    pub medium: Option<Medium>,
    /// At what: a meeting, a visit, a ceremony.
    pub occasion: Option<Occasion>,
    /// When.
    pub time: Option<Time>,
    /// The entities that the content names, in text order, without repeats.
    pub about: Vec<About>,
    /// The id of the claim in whose content this one stands.
    pub within: Option<String>,
    /// How it was found.
    pub evidence: Evidence,
}

/// The id of an entity that a content is about.
pub type About = Cow<'static, str>;

/// Who is made responsible for the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    /// How the text gives the speaker.
    pub status: SpeakerStatus,
    /// Where the phrase starts; absent where nothing is expressed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub start: Option<u32>,
    /// One past its end.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub end: Option<u32>,
    /// The phrase, with titles, names and appositions.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// The fullest name or description that the document gives, where the speaker has no entity.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// The ids of who it is; several for a group; empty where the evidence does not decide.
    pub entities: Vec<Cow<'static, str>>,
}

/// How the text gives the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerStatus {
    /// A noun phrase.
    Explicit,
    /// Nothing: the verb's own person and number (وأضاف أن …), or a participle.
    Dropped,
    /// A pronoun.
    Pronoun,
    /// Nobody: impersonal (ذُكر أن).
    None,
}

/// The words that attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cue {
    /// Where it starts; a leading و or ف is outside.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// The text of the span.
    pub text: String,
    /// The lemma: third person masculine singular perfect for a verb.
    pub lemma: Cow<'static, str>,
}

/// What is attributed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Content {
    /// Its spans in text order; more than one where it is interrupted.
    pub spans: Vec<Span>,
    /// The text of the spans, joined by a space.
    pub text: String,
}

/// Whose words the content is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The speaker's, in quotation marks or after a colon.
    Direct,
    /// The reporter's.
    Indirect,
    /// A complementizer or verb frame with part of the content in quotation marks.
    Mixed,
}

/// What the speaker does by saying it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Act {
    State,
    Affirm,
    Announce,
    Deny,
    Accuse,
    Demand,
    Promise,
    Warn,
    Condemn,
    Praise,
    Welcome,
    Agree,
    Reject,
    Ask,
    Opinion,
    Predict,
    Threaten,
    Thank,
    Support,
    Other,
}

/// Whether the content is put forward or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Put forward.
    Positive,
    /// Denied, or not said.
    Negative,
}

/// To whom something is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Addressee {
    /// Where the phrase starts.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// The phrase.
    pub text: String,
    /// Who it is.
    pub entities: Vec<Cow<'static, str>>,
}

/// Through what something is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Medium {
    /// Where the phrase starts.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// The phrase: "في تغريدة عبر موقع تويتر".
    pub text: String,
    /// What it is.
    pub kind: MediumKind,
}

/// Kinds of media.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MediumKind {
    Tweet,
    Statement,
    PressConference,
    Interview,
    Speech,
    Call,
    Letter,
    Report,
    Broadcast,
    Meeting,
    Other,
}

/// At what something is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Occasion {
    /// Where the phrase starts.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// The phrase: "خلال اجتماع له مع رئيس الوزراء".
    pub text: String,
}

/// When something is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Time {
    /// Where the phrase starts.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// The phrase: "أمس الاثنين".
    pub text: String,
    /// The day it means, `YYYY-MM-DD`, where text and day of publication tell.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub date: Option<String>,
}

/// How a claim was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The construction.
    pub construction: Construction,
    /// The row of the cue lexicon.
    pub lexicon: Cow<'static, str>,
    /// How sure, from 0 to 1.
    pub confidence: f32,
}

/// The constructions that give claims, in the order in which they are tried around a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Construction {
    /// قال فلان إن …
    VerbSubject,
    /// فلان أكد أن …
    SubjectVerb,
    /// وأضاف أن …
    DroppedSubject,
    /// مشيرا إلى أن …
    Participle,
    /// وفقا لفلان، بحسب فلان
    AccordingTo,
    /// "…"، قال فلان
    QuotationFirst,
    /// فلان: …
    Headline,
    /// جدد فلان التأكيد على …، رحب فلان بـ…
    NominalContent,
    /// فلان الذي قال إن …
    Relative,
    /// ذُكر أن …، من المتوقع
    Impersonal,
    /// دعوة فلان إلى …، مطالبات فلان بـ…
    Masdar,
    /// نقلت الوكالة عن فلان أن …
    Relayed,
}

impl Claim {
    pub(crate) fn for_each_span(&mut self, f: &mut impl FnMut(&mut u32, &mut u32)) {
        if let (Some(s), Some(e)) = (&mut self.speaker.start, &mut self.speaker.end) {
            f(s, e);
        }
        f(&mut self.cue.start, &mut self.cue.end);
        for s in &mut self.content.spans {
            f(&mut s.start, &mut s.end);
        }
        if let Some(x) = &mut self.addressee {
            f(&mut x.start, &mut x.end);
        }
        if let Some(x) = &mut self.medium {
            f(&mut x.start, &mut x.end);
        }
        if let Some(x) = &mut self.occasion {
            f(&mut x.start, &mut x.end);
        }
        if let Some(x) = &mut self.time {
            f(&mut x.start, &mut x.end);
        }
    }
}
