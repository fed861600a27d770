//! Participles that go on with a report: مشيرا إلى أن …، مؤكدة …، لافتين إلى …
//!
//! Only the accusative counts (the lexicon gives no other form as a participle). The speaker is the subject of the
//! governing verb.

use crate::complement::complement;
use crate::cues::Hit;
use crate::draft::{Draft, Opening, Source};
use crate::lexicon::{Act, Frame, Prep};
use crate::reader::Reader;
use qawl_entities::words::Class;
use qawl_record::{Construction, Form};
use qawl_text::TokenRange;

pub(crate) fn participle(r: &Reader<'_>, hit: Hit) -> Option<Draft> {
    let i = hit.token;
    let row = r.row(&hit);
    let limit = r.sentence_end(i);
    if r.mention(i).is_some() || !accusative(r, &hit) {
        return None;
    }
    let prev = r.before(i)?;
    if r.class(prev).any(Class::PREP) && !hit.conjoined {
        return None;
    }
    // كان مؤكدا، بات واضحا: a predicate, not a report
    if r.class(prev).any(Class::AUXILIARY) {
        return None;
    }
    let b = complement(r, hit.row, &row.frames, i + 1, limit, true)?;
    if b.opening == Opening::Noun && b.first_byte.is_none() && b.start == i + 1 && !row.frames.contains(&Frame::Noun(Prep::None)) {
        return None;
    }
    if b.start >= limit {
        return None;
    }
    // with a noun phrase it needs the pause in front: ضغوط معارضة للاتفاق is an adjective
    let pause = r.comma(prev) || r.tok[prev].punct().is_some();
    // خرج رافضا التمديد: the masculine singular shows its case
    let shown = r.text.surface(i).ends_with(['ا', 'ً']);
    if b.opening == Opening::Noun && !pause && !shown && b.act.is_none() {
        return None;
    }
    // an object without preposition only where the act is done by the words: مجددا الشكر، متهما
    if b.opening == Opening::Noun
        && b.first_byte.is_none()
        && b.marker == b.start
        && matches!(row.act, Act::State | Act::Opinion | Act::Other | Act::Predict)
    {
        return None;
    }
    // what stands between a participle and its content is short
    if b.marker > i + 8 {
        return None;
    }
    Some(Draft {
        hit,
        cue: TokenRange::new(i, i + 1),
        cue_byte: hit.first_byte,
        source: Source::Governor,
        adjuncts: TokenRange::new(i + 1, b.marker),
        addressee: b.addressee.map(|(a, e)| TokenRange::new(a, e)),
        opening: b.opening,
        start: b.start,
        content: vec![],
        first_byte: b.first_byte,
        act: super::act(b.act.unwrap_or(row.act)),
        form: Form::Indirect,
        construction: Construction::Participle,
        negative: row.denies(),
        within: None,
    })
}

/// مشيرا، مشيراً، مشيرة, مشيرين. The feminine and the plural are written alike in all cases; the masculine singular shows it.
fn accusative(r: &Reader<'_>, hit: &Hit) -> bool {
    !r.definite(hit.token)
}
