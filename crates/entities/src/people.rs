//! Candidates of the name grammar, over the whole text.

use crate::candidate::{Candidate, Source};
use crate::foreign::Foreign;
use crate::known::{Cover, Known, score};
use crate::lexicon::{FOREIGN, Info, PARTICLE, TitleKind};
use crate::names::{Run, name_at, open_word, phrase_ends};
use crate::titles::{Before, Titles};
use crate::view::{Host, NAMES, View, WORD};
use crate::words::Class;
use qawl_record::{EntityType, MentionForm};

/// Adds the names of persons that the grammar finds.
pub(crate) fn find(v: &View<'_>, foreign: &Foreign, known: &Known, titles: &Titles, out: &mut Vec<Candidate>) {
    let n = v.len();
    let mut covered = 0;
    // given names that stand alone: one that comes again is a person's
    let mut lone: Vec<(u64, usize)> = Vec::new();
    for i in 0..n {
        let before = titles.before[i];
        if !v.marked(i, NAMES) && (before == Before::Nothing || !v.marked(i, WORD)) {
            continue;
        }
        let item = v.items[i];
        if v.text.surface(i).contains('\u{64b}') {
            // an accusative is written out: no name
            continue;
        }
        // inside a run that was found only one that begins before its end and goes further matters: a title can make one
        if i < covered && before == Before::Nothing {
            continue;
        }
        let blocked = |k: usize| {
            let (cover, end) = known.starts[k];
            matches!(cover, Cover::Title | Cover::Other) && end as usize > k + 1
                || matches!(cover, Cover::Place | Cover::Demonym | Cover::Other | Cover::Title)
                    && v.info(k).name() <= 1
                    && !(cover == Cover::Place && v.def(k) && v.nisba(k))
        };
        if blocked(i) && !matches!(known.starts[i].0, Cover::Place | Cover::Demonym) {
            continue;
        }
        if known.starts[i].0 == Cover::Demonym && v.def(i) || blocked(i) && before < Before::Profession && v.info(i).given() < 2 {
            continue;
        }
        // معالي محمد بن عيسى: the honorific is no given name
        if titles.before[i + 1] == Before::Title
            && v.phrase(i, |p| p.title.is_some_and(|t| t.kind == TitleKind::Honorific)).is_some_and(|(e, ..)| e == i + 1)
        {
            continue;
        }
        let run = name_at(v, foreign, i, false, before, blocked).or_else(|| {
            (item.info.name() == 0 && !item.info.is_common() && (item.host.info.name() > 0 || item.host.info.has(PARTICLE)))
                .then(|| name_at(v, foreign, i, true, before, blocked))
                .flatten()
        });
        let run = match run {
            Some(r) if r.units > 1 || before != Before::Holder => Some(r),
            r => unlisted(v, foreign, known, i, before).or(r),
        };
        let Some(run) = run else {
            if lonely(v, known, i) {
                lone.push((v.tok[i].hash, i));
            }
            continue;
        };
        covered = covered.max(run.end);
        let mut c = candidate(v, i, &run);
        if run.units == 1 && run.skipped == 0 && before == Before::Nothing {
            extend_left(v, foreign, known, &mut c);
        }
        out.push(c);
    }
    lone.sort_unstable();
    for group in lone.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1) {
        for &(_, i) in group {
            let run = Run { end: i + 1, skipped: 0, units: 1, weight: 2, gender: None, rule: "name-repeated" };
            out.push(candidate(v, i, &run));
        }
    }
}

/// A name that no list knows, directly behind an office and its place or body: ممثلة ساموا آن راسموسن. Two to four words up to the end of
/// the phrase that are no words of the language.
fn unlisted(v: &View<'_>, foreign: &Foreign, known: &Known, i: usize, before: Before) -> Option<Run> {
    // آن is no أن
    let anne = |k: usize| k == i && v.text.surface(k) == "آن";
    let part = |k: usize| {
        matches!(known.starts[k].0, Cover::None | Cover::Person)
            && (open_word(v, k) || k == i && v.tok[k].len == 2 && v.info(k) == Info::default() && v.class(k) == Class::NONE || anne(k))
            && (k > i || v.items[k].host == Host::default())
    };
    if before != Before::Holder || !part(i) {
        return None;
    }
    let mut end = i + 1;
    while end < i + 4 && v.follows(end) && part(end) {
        end += 1;
    }
    let looks: f32 = (i..end).map(|k| if v.info(k).name() > 0 || anne(k) { 0.5 } else { foreign.score(v.text.surface(k)) }).sum();
    let sounds = looks > 0.15 * (end - i) as f32;
    (end > i + 1 && sounds && phrase_ends(v, end - 1)).then_some(Run {
        end,
        skipped: 0,
        units: end - i,
        weight: 2,
        gender: None,
        rule: "name-after-office",
    })
}

/// Whether a given name stands alone at `i`, and is nothing else.
fn lonely(v: &View<'_>, known: &Known, i: usize) -> bool {
    let info = v.info(i);
    info.given() >= 2 && !info.is_common() && known.starts[i].0 == Cover::None && v.words[i].class == Class::NONE && !v.text.surface(i).ends_with('ا')
}

fn candidate(v: &View<'_>, i: usize, run: &Run) -> Candidate {
    let words = (run.end - i) as u32;
    let bonus = match run.units {
        1 if run.weight >= 3 => 0,
        1 => -2,
        _ if run.weight >= 4 => 2,
        _ => 0,
    };
    Candidate {
        start: i as u32,
        end: run.end as u32,
        first: v.byte(i, run.skipped),
        ty: EntityType::Person,
        form: if run.units == 1 { MentionForm::Surname } else { MentionForm::Name },
        score: score(words, bonus),
        source: Source::Run { gender: run.gender },
        rule: run.rule,
    }
}

/// Takes the unknown word before a lone foreign name into it: جافريلو برينسيب.
fn extend_left(v: &View<'_>, foreign: &Foreign, known: &Known, c: &mut Candidate) {
    let i = c.start as usize;
    let Some(b) = i.checked_sub(1).filter(|&b| v.follows(i) && v.word(b)) else { return };
    let (info, host) = (v.info(b), v.items[b].host);
    let joined = v.tok[b].head()[0] == 0x648;
    let unknown = info == Info::default()
        && !v.def(b)
        && v.words[b].class == Class::NONE
        && known.starts[b].0 == Cover::None
        && !v.verb_like(b)
        && v.tok[b].len > 2;
    if !v.info(i).has(FOREIGN) && info.given() == 0 || !unknown || host.info != Info::default() && !joined {
        return;
    }
    let skipped = u8::from(joined);
    if joined && (v.words[b].behind != Class::NONE || host.info.is_common()) {
        return;
    }
    let text = v.text.slice(v.span(v.byte(b, skipped), b + 1));
    if text.ends_with('ة') || foreign.score(text) < 0.35 {
        return;
    }
    c.start = b as u32;
    c.first = v.byte(b, skipped);
    c.score += 10;
    c.form = MentionForm::Name;
    c.rule = "name-before-foreign-name";
}
