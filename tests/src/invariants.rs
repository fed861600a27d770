//! What holds for every record of every text.

use qawl::Record;
use std::collections::BTreeSet;

/// Every invariant that a record in byte offsets breaks, in words; empty for a sound record.
///
/// - every span lies in the text, on character boundaries, and is not reversed;
/// - the text kept beside a span is the text of the span;
/// - sections are in order, without overlap; mentions and claims are in order;
/// - ids of claims and entities are unique, and every id that is referred to exists;
/// - a claim stands within a claim whose content holds its cue, and never, by any way, within itself.
pub fn broken(r: &Record, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut span = |what: &str, start: u32, end: u32, surface: Option<&str>| match text.get(start as usize..end as usize) {
        None => out.push(format!("{what}: {start}..{end} is not a span of the text")),
        Some(s) => {
            if start == end {
                out.push(format!("{what}: {start}..{end} is empty"));
            }
            if let Some(surface) = surface
                && s != surface
            {
                out.push(format!("{what}: {start}..{end} is {s:?} in the text, {surface:?} in the record"));
            }
        }
    };
    for s in &r.sections {
        span("section", s.start, s.end, None);
    }
    for m in &r.mentions {
        span("mention", m.start, m.end, Some(&m.text));
    }
    for c in &r.claims {
        let s = &c.speaker;
        if let (Some(a), Some(b), Some(t)) = (s.start, s.end, &s.text) {
            span("speaker", a, b, Some(t));
        }
        span("cue", c.cue.start, c.cue.end, Some(&c.cue.text));
        for x in &c.content.spans {
            span("content", x.start, x.end, None);
        }
        if let Some(x) = &c.addressee {
            span("addressee", x.start, x.end, Some(&x.text));
        }
        if let Some(x) = &c.medium {
            span("medium", x.start, x.end, Some(&x.text));
        }
        if let Some(x) = &c.occasion {
            span("occasion", x.start, x.end, Some(&x.text));
        }
        if let Some(x) = &c.time {
            span("time", x.start, x.end, Some(&x.text));
        }
    }
    for w in r.sections.windows(2) {
        if w[0].end > w[1].start {
            out.push(format!("sections {}..{} and {}..{} overlap", w[0].start, w[0].end, w[1].start, w[1].end));
        }
    }
    for w in r.mentions.windows(2) {
        if (w[0].start, u32::MAX - w[0].end) > (w[1].start, u32::MAX - w[1].end) {
            out.push(format!("mentions {:?} and {:?} are out of order", w[0].text, w[1].text));
        }
    }
    for w in r.claims.windows(2) {
        if w[0].cue.start > w[1].cue.start {
            out.push(format!("claims of {:?} and {:?} are out of order", w[0].cue.text, w[1].cue.text));
        }
    }
    entities(r, &mut out);
    claims(r, text, &mut out);
    out
}

fn entities(r: &Record, out: &mut Vec<String>) {
    let mut known = BTreeSet::new();
    for e in &r.entities {
        if !known.insert(&*e.id) {
            out.push(format!("entity {} stands twice", e.id));
        }
        if e.name.is_empty() {
            out.push(format!("entity {} has no name", e.id));
        }
    }
    let of_mentions = r.mentions.iter().flat_map(|m| m.entity.iter().chain(&m.members));
    let of_claims = r.claims.iter().flat_map(|c| c.speaker.entities.iter().chain(c.addressee.iter().flat_map(|a| &a.entities)).chain(&c.about));
    for id in of_mentions.chain(of_claims) {
        if !known.contains(&**id) {
            out.push(format!("entity {id:?} is referred to and not there"));
        }
    }
}

fn claims(r: &Record, text: &str, out: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for c in &r.claims {
        if !ids.insert(c.id.as_str()) {
            out.push(format!("claim {} ({:?}) stands twice", c.id, c.cue.text));
        }
        let s = &c.speaker;
        if s.start.is_some() != s.end.is_some() || s.start.is_some() != s.text.is_some() {
            out.push(format!("speaker of {:?} has start, end and text only in part", c.cue.text));
        }
        if c.content.spans.is_empty() {
            out.push(format!("claim of {:?} has no content", c.cue.text));
        }
        let joined = c.content.spans.iter().filter_map(|x| text.get(x.start as usize..x.end as usize)).collect::<Vec<_>>().join(" ");
        if joined != c.content.text {
            out.push(format!("content of {:?}: {joined:?} in the text, {:?} in the record", c.cue.text, c.content.text));
        }
        if c.content.spans.windows(2).any(|w| w[0].end > w[1].start) {
            out.push(format!("content of {:?}: spans out of order", c.cue.text));
        }
        if !(0.0..=1.0).contains(&c.evidence.confidence) {
            out.push(format!("claim of {:?}: confidence {}", c.cue.text, c.evidence.confidence));
        }
    }
    for c in &r.claims {
        let mut at = c;
        for _ in 0..=r.claims.len() {
            let Some(id) = &at.within else { break };
            let Some(outer) = r.claims.iter().find(|x| x.id == *id) else {
                out.push(format!("claim of {:?} is within {id}, which is not there", c.cue.text));
                break;
            };
            if outer.id == c.id {
                out.push(format!("claim of {:?} is within itself", c.cue.text));
                break;
            }
            at = outer;
        }
    }
}
