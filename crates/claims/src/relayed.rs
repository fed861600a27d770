//! What one source passes on from another: نقلت الوكالة عن فلان قوله إن …
//!
//! The agency's claim is found by its verb. The claim of the one it quotes has the cue عن, the same content, and stands
//! within the agency's.

use crate::cues::after;
use crate::draft::{Draft, Source};
use crate::lexicon::{Frame, Prep};
use crate::phrase::{Want, noun_phrase};
use crate::reader::Reader;
use crate::subject::can_speak;
use qawl_record::Construction;
use qawl_text::TokenRange;

/// The claim that the draft of a relaying verb passes on, if it names its source.
pub(crate) fn relayed(r: &Reader<'_>, outer: &Draft) -> Option<Draft> {
    if outer.construction == Construction::Headline || !r.row(&outer.hit).frames.contains(&Frame::From(Prep::An)) {
        return None;
    }
    let from = (outer.adjuncts.start as usize..outer.adjuncts.end as usize).find(|&k| r.tok[k].hash == word!("عن"))?;
    let source = noun_phrase(r, from + 1, outer.adjuncts.end as usize, Want::default());
    if source.is_empty() || !can_speak(r, source) {
        return None;
    }
    let mut inner = outer.clone();
    inner.cue = TokenRange::new(from, from + 1);
    inner.cue_byte = after(r.text, &r.tok[from], 0);
    inner.source = Source::Phrase(source);
    inner.adjuncts = TokenRange::new(source.end as usize, (outer.adjuncts.end as usize).max(source.end as usize));
    inner.construction = Construction::Relayed;
    Some(inner)
}
