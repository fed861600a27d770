//! Attribution by a phrase: وفقا لـ، بحسب، نقلا عن، على حد قول.
//!
//! The speaker follows the phrase; the content is the clause in which it stands (`around`) or which follows it (`after`).

use crate::complement::complement;
use crate::cues::{Hit, is_verb};
use crate::draft::{Draft, Opening, Source};
use crate::lexicon::{Frame, Prep, Row, Strength};
use crate::phrase::{Want, noun_phrase};
use crate::reader::{BEH, LAM, Reader};
use crate::subject::can_speak;
use qawl_entities::words::Class;
use qawl_record::{Construction, Form};
use qawl_text::{QuotationKind, TokenRange, hash};

/// No clause around a phrase is longer than this many tokens on one side.
const LONGEST: usize = 300;

pub(crate) fn according(r: &Reader<'_>, hit: Hit) -> Option<Draft> {
    let row = r.row(&hit);
    let limit = r.sentence_end(hit.token);
    if r.mention(hit.token).is_some_and(|m| m.form.is_name()) {
        return None;
    }
    let mut end = hit.end();
    let mut source = Source::Impersonal;
    let mut cue_end = end;
    let has = |f: Frame| row.frames.contains(&f);
    // وفق ما أعلن، حسبما ذكر: the verb belongs to the cue
    let ma = has(Frame::Ma) && r.tok.get(end).is_some_and(|t| t.hash == word!("ما"));
    if ma || has(Frame::Verb) {
        let v = if ma { end + 1 } else { end };
        if let Some(h) = r.hits(v).iter().find(|h| is_verb(&h.features) && !h.conjoined && !crate::subject::unlikely(r, h)) {
            cue_end = v + 1;
            end = v + 1;
            let p = noun_phrase(r, end, limit, Want::default());
            if p.is_empty() {
                source = if h.features.number == crate::lexicon::Number::Singular { Source::Dropped } else { Source::Impersonal };
            } else {
                source = Source::Phrase(p);
            }
        } else if !has(Frame::Source(Prep::None)) || ma {
            return None;
        }
    }
    if matches!(source, Source::Impersonal) {
        if has(Frame::Own) && own(row, r.tok[hit.end() - 1].hash) {
            source = Source::Dropped;
        } else if has(Frame::Source(Prep::Li)) && (r.proclitic(end, LAM) || r.tok.get(end).is_some_and(|t| t.head()[0] == LAM)) {
            let p = after_lam(r, end, limit);
            source = Source::Phrase(p);
        } else {
            for f in &row.frames {
                let Frame::Source(p) = f else { continue };
                match p {
                    Prep::None => {}
                    Prep::Li => continue,
                    p if r.tok.get(end).is_some_and(|t| t.hash == hash(p.as_str())) => end += 1,
                    _ => continue,
                }
                let p = noun_phrase(r, end, limit, Want::default());
                if p.is_empty() {
                    return None;
                }
                source = Source::Phrase(p);
                break;
            }
        }
    }
    // بالإشارة إلى أن …: the subject of the governing verb speaks
    if row.frames.iter().all(|f| !matches!(f, Frame::Source(_) | Frame::Own | Frame::Ma | Frame::Verb | Frame::Around)) {
        source = Source::Governor;
    }
    let phrase = match source {
        Source::Phrase(p) => {
            // وفقا للقانون، حسب الأعمار: a rule or a measure says nothing; an opinion phrase has nobody else behind it
            let opinion = has(Frame::Own) || row.frames.iter().any(|f| matches!(f, Frame::Clause(_)));
            if !opinion && !can_speak(r, p) {
                return None;
            }
            Some(p)
        }
        Source::Impersonal if !has(Frame::After) && !has(Frame::Around) => return None,
        Source::Impersonal if cue_end == hit.end() && !has(Frame::Source(Prep::None)) && (has(Frame::Own) || has(Frame::Verb)) => return None,
        _ => None,
    };
    let past = phrase.map_or(cue_end, |p| p.end as usize);
    let mut d = Draft {
        hit,
        cue: TokenRange::new(hit.token, cue_end),
        cue_byte: hit.first_byte,
        source,
        adjuncts: TokenRange::new(past, past),
        addressee: None,
        opening: Opening::Fixed,
        start: past,
        content: vec![],
        first_byte: None,
        act: super::act(row.act),
        form: Form::Indirect,
        construction: Construction::AccordingTo,
        negative: false,
        within: None,
    };
    let clause_frames = row.frames.iter().any(|f| matches!(f, Frame::Clause(_) | Frame::Quote | Frame::Colon));
    if clause_frames && let Some(b) = complement(r, usize::MAX, &row.frames, past, limit, false) {
        d.opening = b.opening;
        d.start = b.start;
        d.first_byte = b.first_byte;
        d.adjuncts = TokenRange::new(past, b.marker);
        return Some(d);
    }
    if has(Frame::After) && !has(Frame::Around) {
        let s = if r.comma(past) || r.is(past, ':') { past + 1 } else { past };
        if s >= limit || phrase.is_none() {
            return None;
        }
        d.opening = if r.opens(s).is_some() { Opening::Quote(s) } else { Opening::Clause };
        d.start = s;
        return Some(d);
    }
    around(r, &mut d, past, limit).then_some(d)
}

/// وفقا لبيان: the phrase after the fused ل.
fn after_lam(r: &Reader<'_>, k: usize, limit: usize) -> TokenRange {
    let p = noun_phrase(r, k + 1, limit, Want::default());
    match r.mention_from(k) {
        Some(m) => {
            let end = m.tokens.end as usize;
            let rest = noun_phrase(r, end, limit, Want::default());
            TokenRange::new(k, if rest.is_empty() || r.comma(end) { end } else { rest.end as usize })
        }
        None => TokenRange::new(k, if p.is_empty() { k + 1 } else { p.end as usize }),
    }
}

/// Whether the phrase's last word carries the pronoun that is the speaker: على حد قوله.
fn own(row: &Row, last: u64) -> bool {
    let word = row.plain.rsplit(' ').next().unwrap_or("");
    ["ه", "ها", "هم", "هما", "هن"].iter().any(|p| hash(&format!("{word}{p}")) == last)
}

/// The clause in which the phrase stands: what follows it where it opens its sentence, else what goes before it.
fn around(r: &Reader<'_>, d: &mut Draft, past: usize, limit: usize) -> bool {
    let cue = d.cue.start as usize;
    let start = r.sentence_start(cue).max(cue.saturating_sub(LONGEST));
    // "…"، بحسب فلان
    let before = cue.checked_sub(1).map(|b| if r.comma(b) { b.saturating_sub(1) } else { b });
    if let Some(q) = before.and_then(|b| r.closes(b))
        && q.kind == QuotationKind::Speech
    {
        d.content = vec![q.inner];
        d.form = Form::Direct;
        return true;
    }
    let lead = (start..cue).all(|k| !r.wordlike(k) || r.class(k).any(Class::CONJ.or(Class::RESUME)) || r.section_lead(k));
    if lead {
        let mut s = past;
        while s < limit && (r.comma(s) || r.dash(s)) {
            s += 1;
        }
        if s >= limit {
            return false;
        }
        if r.class(s).any(Class::THAT) || r.behind(s).any(Class::THAT) {
            s += 1;
        }
        d.opening = Opening::Clause;
        d.start = s;
        return true;
    }
    let mut s = start;
    while s < cue && (!r.wordlike(s) && r.opens(s).is_none() || r.section_lead(s)) {
        s += 1;
    }
    // a sentence with a cue of its own before this one: only the last of its clauses is meant
    let other =
        (s..cue).any(|k| r.hits(k).iter().any(|h| is_verb(&h.features) && r.row(h).strength == Strength::Strong && !crate::subject::unlikely(r, h)));
    if other && let Some(comma) = (s + 3..cue.saturating_sub(3)).rev().find(|&k| r.comma(k)) {
        s = comma + 1;
    }
    let mut spans = vec![r.trim(TokenRange::new(s, cue))];
    // وهو تحسن يرجع بحسب الوزارة بفضل …: the clause goes on without a pause
    if past < limit && cue > 0 && !r.comma(cue - 1) && (r.class(past).any(Class::PREP) || r.proclitic(past, LAM) || r.proclitic(past, BEH)) {
        let limit = limit.min(past + LONGEST);
        let e = (past..limit).find(|&k| r.comma(k)).unwrap_or(limit);
        spans.push(r.trim(TokenRange::new(past, e)));
    }
    // an insertion between commas: the clause goes on behind it
    if r.comma(past) && !r.class(past + 1).any(Class::RELATIVE) && cue > 0 && r.comma(cue - 1) && past + 3 < limit {
        spans.push(r.trim(TokenRange::new(past + 1, limit.min(past + LONGEST))));
    }
    spans.retain(|s| !s.is_empty());
    d.content = spans;
    !d.content.is_empty() && d.content[0].len() > 1
}
