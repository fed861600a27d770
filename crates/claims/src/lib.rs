//! Claims: who said what in an Arabic text. (front page to come)

/// The hash of a folded word, as a constant.
macro_rules! word {
    ($w:literal) => {
        const { qawl_text::hash($w) }
    };
}

mod according;
mod colon;
mod complement;
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
