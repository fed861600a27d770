//! Verbal nouns that attribute: مطالبة فلان بـ…، إعلان الوزارة أن …، دعوة الأمم المتحدة إلى …

use crate::complement::complement;
use crate::cues::Hit;
use crate::draft::{Draft, Opening, Source};
use crate::lexicon::{CueKind, Frame, NounUse, Pronoun};
use crate::phrase::{Want, noun_phrase};
use crate::reader::Reader;
use crate::subject::can_speak;
use qawl_record::{Construction, Form};
use qawl_text::TokenRange;

pub(crate) fn masdar(r: &Reader<'_>, hit: Hit) -> Option<Draft> {
    let i = hit.token;
    let row = r.row(&hit);
    if row.kind == CueKind::Verb && row.noun.as_ref().is_none_or(|n| n.usage != NounUse::Cue) {
        return None;
    }
    if r.mention(i).is_some() || r.definite(i) {
        return None;
    }
    let limit = r.sentence_end(i);
    let owned = matches!(hit.features.pronoun, Some(Pronoun::Him | Pronoun::Her | Pronoun::They | Pronoun::TheyTwo | Pronoun::TheyFeminine));
    let subject = noun_phrase(r, hit.end(), limit, Want::default());
    let (source, from) = if owned {
        (Source::Dropped, hit.end())
    } else if !subject.is_empty() && can_speak(r, subject) {
        (Source::Phrase(subject), subject.end as usize)
    } else {
        return None;
    };
    // a bare noun behind a noun is its owner or its object; only clauses and prepositions tell a content
    let frames: Vec<Frame> = row
        .frames
        .iter()
        .copied()
        .filter(|f| matches!(f, Frame::Clause(_) | Frame::Noun(_)) && *f != Frame::Noun(crate::lexicon::Prep::None))
        .collect();
    let b = complement(r, usize::MAX, &frames, from, limit, false)?;
    if b.marker > from + 3 || (b.opening != Opening::Clause && !matches!(source, Source::Phrase(_))) {
        return None;
    }
    Some(Draft {
        hit,
        cue: TokenRange::new(i, hit.end()),
        cue_byte: hit.first_byte,
        source,
        adjuncts: TokenRange::new(from, b.marker),
        addressee: b.addressee.map(|(a, e)| TokenRange::new(a, e)),
        opening: b.opening,
        start: b.start,
        content: vec![],
        first_byte: b.first_byte,
        act: super::act(row.act),
        form: Form::Indirect,
        construction: Construction::Masdar,
        negative: row.denies(),
        within: None,
    })
}
