//! How sure a claim is: the share of claims of its kind that were right.
//!
//! Right means that the cue attributes, that the speaker is the right phrase (or rightly left out), and that at least four fifths of
//! the content's words agree. The shares were counted by construction and by how the content opens, on the annotated articles of
//! the corpus and on a development set, and rounded to the nearest twentieth; kinds seen fewer than five times got the
//! share of their nearest kin, less a tenth.

use crate::draft::Opening;
use crate::lexicon::Strength;
use qawl_record::Construction;

/// From 0 to 1. `strength` is that of the cue's row; `None` for a colon.
pub(crate) fn confidence(construction: Construction, opening: Opening, strength: Option<Strength>) -> f32 {
    let noun = opening == Opening::Noun;
    let strong = strength == Some(Strength::Strong);
    match construction {
        Construction::VerbSubject if noun && strong => 0.7,
        Construction::VerbSubject if noun => 0.6,
        Construction::VerbSubject if strong => 0.9,
        Construction::VerbSubject => 0.85,
        Construction::SubjectVerb if noun => 0.65,
        Construction::SubjectVerb => 0.7,
        Construction::DroppedSubject if noun => 0.6,
        Construction::DroppedSubject if strong => 0.9,
        Construction::DroppedSubject => 0.8,
        Construction::Participle if noun => 0.85,
        Construction::Participle => 0.95,
        Construction::QuotationFirst => 0.85,
        Construction::Headline => 0.8,
        Construction::AccordingTo => 0.65,
        Construction::Relative => 0.5,
        Construction::Impersonal | Construction::Relayed => 0.65,
        Construction::NominalContent => 0.75,
        Construction::Masdar => 0.4,
    }
}
