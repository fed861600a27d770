//! A quotation with no verb: "فلان: …" in headlines, links and interviews.

use crate::cues::Hit;
use crate::draft::{Draft, Opening, Source};
use crate::lexicon::{Features, FormKind, Gender, Mood, Number};
use crate::phrase::{Want, noun_phrase};
use crate::reader::Reader;
use qawl_entities::words::Class;
use qawl_record::{Act, Construction, EntityType, Form};
use qawl_text::{SectionKind, TokenRange};

/// Longest speaker of a headline, in tokens.
const LONGEST: usize = 9;

/// The draft of the line that begins at token `start`, if it is "somebody: something".
pub(crate) fn line(r: &Reader<'_>, kind: SectionKind, line: TokenRange) -> Option<Draft> {
    let start = line.start as usize;
    let colon = (start + 1..(start + LONGEST + 1).min(line.end as usize)).find(|&k| r.is(k, ':'))?;
    if colon + 2 >= line.end as usize || (start..colon).any(|k| !r.wordlike(k) && !r.comma(k)) {
        return None;
    }
    let p = noun_phrase(r, start, colon, Want::default());
    if p.end as usize != colon || p.is_empty() {
        return None;
    }
    // outside headlines a name has to stand there; in them a title or a source is enough. A place alone is a dateline.
    let head = r.mention(start);
    let person = p.range().any(|i| r.mention(i).is_some_and(|m| m.ty == EntityType::Person));
    let body = head.is_some_and(|m| m.ty != EntityType::Place && m.ty != EntityType::Event);
    let headline = matches!(kind, SectionKind::Headline | SectionKind::Related | SectionKind::Heading);
    let speaks = person || headline && (body || r.class(start).any(Class::SPEAKER.or(Class::TITLE)) || head.is_some());
    if !speaks || r.hits(start).iter().any(|h| h.features.kind == FormKind::Verb && h.features.tense.is_some()) && head.is_none() {
        return None;
    }
    let s = colon + 1;
    let features = Features {
        kind: FormKind::Phrase,
        person: None,
        gender: Gender::Common,
        number: Number::Singular,
        tense: None,
        mood: Mood::Any,
        voice: None,
        pronoun: None,
    };
    Some(Draft {
        hit: Hit { token: colon, len: 1, first_byte: r.tok[colon].start, row: usize::MAX, features, conjoined: false },
        cue: TokenRange::new(colon, colon + 1),
        cue_byte: r.tok[colon].start,
        source: Source::Phrase(p),
        adjuncts: TokenRange::new(s, s),
        addressee: None,
        opening: if r.opens(s).is_some_and(|(_, q)| r.past(q) + 2 >= line.end as usize) { Opening::Quote(s) } else { Opening::Colon },
        start: s,
        content: vec![],
        first_byte: None,
        act: Act::State,
        form: Form::Direct,
        construction: Construction::Headline,
        negative: false,
        within: None,
    })
}
