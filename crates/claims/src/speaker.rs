//! Who the speaker is: from the phrase to the entity, and for a subject left out to the last speaker that fits.

use crate::draft::{Draft, Source};
use crate::lexicon::{Features, Gender, Number, Person};
use crate::reader::{Reader, WAW};
use qawl_entities::EntityIx;
use qawl_entities::words::Class;
use qawl_record::{Construction, EntityType, MentionForm};
use qawl_text::TokenRange;
use std::collections::HashMap;

/// How many claims back a speaker is looked for.
const MEMORY: usize = 100;

/// A resolved speaker.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Who {
    /// The entities; empty where the phrase names none.
    pub(crate) entities: Vec<EntityIx>,
    /// The fullest phrase for him in the text.
    pub(crate) phrase: Option<TokenRange>,
}

/// Resolves the speakers of all drafts, in order.
pub(crate) fn resolve(r: &Reader<'_>, drafts: &[Draft]) -> Vec<Who> {
    let mut out: Vec<Who> = Vec::with_capacity(drafts.len());
    let mut described: HashMap<u64, TokenRange> = HashMap::new();
    for (d, draft) in drafts.iter().enumerate() {
        let who = match draft.source {
            // معاليه، سموه: he who has been speaking
            Source::Phrase(p) if bearer(r, p) => {
                let who = antecedent(r, drafts, &out, d).filter(|w| w.entities.len() == 1);
                who.unwrap_or_else(|| Who { entities: named(r, p), phrase: Some(p) })
            }
            Source::Phrase(p) => {
                let entities = named(r, p);
                let phrase = if entities.is_empty() { fullest(r, &mut described, p) } else { p };
                Who { entities, phrase: Some(phrase) }
            }
            Source::Pronoun(_) | Source::Dropped => antecedent(r, drafts, &out, d).unwrap_or_default(),
            Source::Governor => governor(r, drafts, d).map(|g| out[g].clone()).unwrap_or_default(),
            Source::Impersonal => Who::default(),
        };
        out.push(who);
    }
    out
}

/// The entities that a phrase names as its head: a person by name before all, else the mention that it begins with, and those coordinated.
pub(crate) fn named(r: &Reader<'_>, p: TokenRange) -> Vec<EntityIx> {
    let mut out: Vec<EntityIx> = Vec::new();
    let push = |m: &qawl_entities::Mention, out: &mut Vec<EntityIx>| {
        for e in m.entity.iter().chain(&m.members) {
            if !out.contains(e) {
                out.push(*e);
            }
        }
    };
    let mentions = r.found.mentions_in(p);
    if mentions.iter().any(|m| m.ty == EntityType::Person && m.form.is_name()) {
        for m in mentions.iter().filter(|m| m.ty == EntityType::Person && m.form.is_name()) {
            push(m, &mut out);
        }
        return out;
    }
    let mut head = p.start as usize;
    while head < p.end as usize
        && (r.class(head).any(Class::QUANTIFIER.or(Class::DEMONSTRATIVE).or(Class::HONORIFIC)) && r.mention(head).is_none()
            || r.tok[head].hash == word!("من")
            || !r.wordlike(head))
    {
        head += 1;
    }
    let mut first = r.mention(head);
    // تنظيم «داعش»، صحيفة صباح، حركة فتح: a class word before the name
    if first.is_none() && r.class(head).any(Class::SPEAKER) {
        let next = if r.opens(head + 1).is_some() || r.is(head + 1, '(') { head + 2 } else { head + 1 };
        first = r.mention(next).filter(|m| next < p.end as usize && m.form.is_name() && !matches!(m.ty, EntityType::Place | EntityType::Person));
    }
    let Some(first) = first else { return out };
    if first.form == MentionForm::Demonym {
        return out;
    }
    push(first, &mut out);
    for m in mentions {
        let s = m.tokens.start as usize;
        if s > first.tokens.start as usize && r.tok[s].head()[0] == WAW && m.span.start > r.tok[s].start && m.form != MentionForm::Demonym {
            push(m, &mut out);
        }
    }
    out
}

/// Whether the phrase is an honorific with a pronoun, alone.
fn bearer(r: &Reader<'_>, p: TokenRange) -> bool {
    let i = p.start as usize;
    p.len() == 1 && r.class(i).any(Class::HONORIFIC) && (r.text.surface(i).ends_with('ه') || r.text.surface(i).ends_with("ها"))
}

/// For a described speaker (التقرير) the longest phrase with the same head so far (تقرير شركة …).
fn fullest(r: &Reader<'_>, described: &mut HashMap<u64, TokenRange>, p: TokenRange) -> TokenRange {
    let s = p.start as usize;
    let head = if r.definite(s) { r.tok[s].rest(2) } else { r.tok[s].hash };
    let best = described.entry(head).or_insert(p);
    if p.len() > best.len() {
        *best = p;
    }
    *best
}

/// The claim that a participle goes on with: the last one of its sentence that is no participle itself.
pub(crate) fn governor(r: &Reader<'_>, drafts: &[Draft], d: usize) -> Option<usize> {
    let i = drafts[d].cue.start as usize;
    let start = r.text.sentences()[r.text.sentence_of(i)].tokens.start as usize;
    let same = |k: &usize| drafts[*k].cue.start as usize >= start && d - *k <= MEMORY;
    let mut rest = (0..d).rev().take_while(same).filter(|&k| {
        drafts[k].construction != Construction::Participle
            && drafts[k].construction != Construction::AccordingTo
            && drafts[k].construction != Construction::Masdar
    });
    let last = rest.next();
    // a claim nested in another one's clause does not govern what comes after that clause
    last.map(|l| outermost(drafts, l, i)).or_else(|| d.checked_sub(1))
}

fn outermost(drafts: &[Draft], mut k: usize, i: usize) -> usize {
    while let Some(w) = drafts[k].within {
        // who is relayed governs before the agency that relays him
        if drafts[w].cue.start as usize >= i || drafts[k].construction == Construction::Relayed {
            break;
        }
        k = w;
    }
    k
}

/// The last speaker before claim `d` whom a left-out subject with its features may stand for.
fn antecedent(r: &Reader<'_>, drafts: &[Draft], out: &[Who], d: usize) -> Option<Who> {
    let draft = &drafts[d];
    let f = &draft.hit.features;
    // inside somebody's quoted words "I" and "we" are he
    if let Some(w) = draft.within
        && f.person == Some(Person::First)
    {
        // the claim around may have its cue behind the quotation: "نحن …"، قال فلان
        return match (out.get(w), drafts[w].source) {
            (Some(who), _) => Some(who.clone()),
            (None, Source::Phrase(p)) => Some(Who { entities: named(r, p), phrase: Some(p) }),
            _ => None,
        };
    }
    let section = r.section_of(draft.cue.start as usize);
    let candidates = (0..d)
        .rev()
        .filter(|&k| r.section_of(drafts[k].cue.start as usize) == section && !matches!(drafts[k].source, Source::Impersonal))
        .take(MEMORY);
    let mut fallback = None;
    for k in candidates {
        let who = &out[k];
        if who.entities.is_empty() && who.phrase.is_none() {
            continue;
        }
        // a main clause goes on with the speaker of a main clause
        if draft.within.is_none() && drafts[k].within.is_some() && drafts[k].construction != Construction::Participle {
            fallback = fallback.or(Some(k));
            continue;
        }
        // a thing that "said" something does not go on speaking
        if who.entities.is_empty() && !who.phrase.is_some_and(|p| crate::subject::can_speak(r, p)) {
            continue;
        }
        if fits(r, f, who, &drafts[k].hit.features) {
            return Some(who.clone());
        }
    }
    // wrong is worse than unresolved: a nested speaker stands in only close by and where he fits
    fallback.filter(|&k| d - k <= 2 && fits(r, f, &out[k], &drafts[k].hit.features)).map(|k| out[k].clone())
}

/// Whether the features of a verb allow this subject.
fn fits(r: &Reader<'_>, f: &Features, who: &Who, verb: &Features) -> bool {
    if f.person != Some(Person::Third) {
        return true;
    }
    if f.number == Number::Dual && who.entities.len() != 2 {
        return false;
    }
    if f.number == Number::Plural && who.entities.len() == 1 && r.found.entity(who.entities[0]).ty == EntityType::Person {
        return false;
    }
    if f.number == Number::Singular && who.entities.len() > 1 {
        return false;
    }
    if let [e] = who.entities[..]
        && r.found.entity(e).ty == EntityType::Person
    {
        return match r.found.entity(e).gender {
            Some(qawl_entities::EntityGender::Feminine) => f.gender != Gender::Masculine,
            Some(qawl_entities::EntityGender::Masculine) => f.gender != Gender::Feminine,
            None => true,
        };
    }
    // a described speaker agrees as its own verb did
    f.gender == verb.gender || f.gender == Gender::Common || verb.gender == Gender::Common
}
