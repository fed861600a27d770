//! Claims: who said what in an Arabic text.
//!
//! A claim is a speaker, a cue (the words that attribute) and a content (what is attributed). [`ClaimExtractor`] finds them in
//! a text whose mentions are known:
//!
//! ```
//! use qawl_claims::ClaimExtractor;
//! use qawl_entities::{Found, words};
//! use qawl_text::Text;
//!
//! let text = Text::read("وقال المتحدث باسم الوزارة إن السد امتلأ، مشيرا إلى أن الري سيبدأ غدا.");
//! let claims = ClaimExtractor::default().extract(&text, &words::classify(&text), &Found::default(), None);
//! assert_eq!(text.slice(claims[0].content[0]), "السد امتلأ");
//! assert_eq!(text.slice(claims[1].cue), "مشيرا");
//! ```
//!
//! # How it works
//!
//! 1. Every token is looked up among the inflected forms of the cue [`lexicon`]. A hit says that the letters of a cue stand there, no more.
//! 2. Around each hit one construction is tried, by the kind of form: a verb (verb-subject, subject-verb, dropped subject, relative
//!    clause, impersonal, quotation first), a participle, a phrase (وفقا لـ), a verbal noun; a line "somebody: something" needs no
//!    cue. What fits leaves a draft: the cue, the speaker's phrase, and where the content begins.
//! 3. When all drafts are known the contents are closed: a content ends with its quotation, its sentence, before the next
//!    participle, and before the reporter's next cue.
//! 4. Claims inside contents are nested, and speakers resolved: a phrase to its entity, a dropped subject to the last speaker who
//!    agrees with the verb, a participle to the subject of the verb that governs it.
//!
//! # Limits
//!
//! A phrase is as good as the mentions that it is told of: an unknown name behind an unknown title may be cut short. Where a
//! content runs over several sentences without quotation marks, the first sentence alone is taken. Work grows linearly with the text:
//! no search around a cue goes further than a fixed number of tokens or the end of its sentence.

/// The hash of a folded word, as a constant.
macro_rules! word {
    ($w:literal) => {
        const { qawl_text::hash($w) }
    };
}

mod according;
mod colon;
mod complement;
mod confidence;
mod content;
mod cues;
mod dates;
mod detail;
mod draft;
mod extract;
pub mod lexicon;
mod masdar;
mod participle;
mod phrase;
mod reader;
mod relayed;
mod speaker;
mod subject;
mod verb;

pub use dates::Day;
pub use extract::{ClaimExtractor, FoundClaim, FoundSpeaker};

fn act(a: lexicon::Act) -> qawl_record::Act {
    use lexicon::Act as L;
    use qawl_record::Act as R;
    match a {
        L::State => R::State,
        L::Affirm => R::Affirm,
        L::Announce => R::Announce,
        L::Deny => R::Deny,
        L::Accuse => R::Accuse,
        L::Demand => R::Demand,
        L::Promise => R::Promise,
        L::Warn => R::Warn,
        L::Condemn => R::Condemn,
        L::Praise => R::Praise,
        L::Welcome => R::Welcome,
        L::Agree => R::Agree,
        L::Reject => R::Reject,
        L::Ask => R::Ask,
        L::Opinion => R::Opinion,
        L::Predict => R::Predict,
        L::Threaten => R::Threaten,
        L::Thank => R::Thank,
        L::Support => R::Support,
        L::Other => R::Other,
    }
}
