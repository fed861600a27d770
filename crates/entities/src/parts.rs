//! Words that are part of a full name that the text gives: جوتشولك after برند جوتشولك. What no list knows, the text itself tells.

use crate::candidate::{Candidate, Source};
use crate::known::score;
use crate::lexicon::{COMMON, FUNCTION, PARTICLE};
use crate::view::{View, WORD, readings, word};
use crate::words::Class;
use qawl_record::{EntityType, MentionForm};
use qawl_text::{Token, TokenKind};

/// A part of a name: one word or two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    hash: u64,
    /// The second word's hash, or 0.
    then: u64,
    family: bool,
    /// Its first two letters.
    letters: [u16; 2],
}

/// Where a pair of letters stands in a filter of 1024 bits.
fn pair(l: [u16; 2]) -> usize {
    ((l[0] as usize * 41) ^ l[1] as usize) & 1023
}

/// Adds the parts of chosen full names where nothing else was chosen. One look into a small filter a free word.
pub(crate) fn find(v: &View<'_>, chosen: &[Candidate], out: &mut Vec<Candidate>) {
    let mut parts = Vec::new();
    for c in chosen.iter().filter(|c| c.ty == EntityType::Person && c.form.is_name() && c.end - c.start >= 2) {
        collect(v, c, &mut parts);
    }
    if parts.is_empty() {
        return;
    }
    parts.sort_unstable();
    parts.dedup();
    let mut filter = [0u64; 64];
    let mut letters = [0u64; 16];
    for p in &parts {
        filter[(p.hash >> 58) as usize] |= 1 << (p.hash >> 52 & 63);
        letters[pair(p.letters) >> 6] |= 1 << (pair(p.letters) & 63);
    }
    let hashed = |h: u64| filter[(h >> 58) as usize] >> (h >> 52 & 63) & 1 != 0;
    // whether a part may begin behind a proclitic of a token
    let behind = |t: &Token| {
        let h = t.head();
        let may = |a: u16, b: u16| letters[pair([a, b]) >> 6] >> (pair([a, b]) & 63) & 1 != 0;
        matches!(h[0], 0x648 | 0x641 | 0x628 | 0x643 | 0x644)
            && (h[0] == 0x644 || may(h[1], h[2]) || matches!(h[1], 0x628 | 0x643 | 0x644) && (may(h[2], h[3]) || may(0x627, 0x644)))
    };
    let mut k = 0;
    let mut i = 0;
    while i < v.len() {
        while chosen.get(k).is_some_and(|c| c.end as usize <= i) {
            k += 1;
        }
        let inside = chosen.get(k).filter(|c| (c.start as usize) <= i);
        // a place, demonym or lone word of a person's name may be given up for a longer part
        if let Some(c) = inside.filter(|c| c.end - c.start > 1 || c.ty != EntityType::Person) {
            i = c.end as usize;
            continue;
        }
        if v.marked(i, WORD) && (hashed(v.tok[i].hash) || behind(&v.tok[i])) {
            for (h, skipped) in readings(&v.tok[i]) {
                if !hashed(h) {
                    continue;
                }
                let from = parts.partition_point(|p| p.hash < h);
                let here = || parts[from..].iter().take_while(|p| p.hash == h);
                let two = here().any(|p| p.then != 0 && v.follows(i + 1) && v.tok[i + 1].hash == p.then);
                let one = here().find(|p| p.then == 0);
                if two || inside.is_none() && one.is_some_and(|p| alone(v, i, skipped, p.family)) {
                    let end = if two { i + 2 } else { i + 1 };
                    out.push(Candidate {
                        start: i as u32,
                        end: end as u32,
                        first: v.byte(i, skipped),
                        ty: EntityType::Person,
                        form: MentionForm::Surname,
                        score: score((end - i) as u32, -1),
                        source: Source::Part,
                        rule: "part-of-name",
                    });
                    break;
                }
            }
        }
        i += 1;
    }
}

/// The parts of a full name that stand for it alone: the family name, the last two words, and the given name.
fn collect(v: &View<'_>, c: &Candidate, out: &mut Vec<Part>) {
    let words: Vec<usize> = (c.start as usize..c.end as usize).filter(|&i| v.tok[i].kind == TokenKind::Word).collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return };
    if words.len() < 2 {
        return;
    }
    let before = words[words.len() - 2];
    let letters = |i: usize| [v.tok[i].head()[0], v.tok[i].head()[1]];
    let h = v.tok[last].hash;
    let joined = v.info(before).has(PARTICLE) || [word!("عبد"), word!("أبو"), word!("أبي"), word!("أبا"), word!("آل")].contains(&v.tok[before].hash);
    if words.len() > 2 || joined || h == word!("الله") || h == word!("الدين") {
        out.push(Part { hash: v.tok[before].hash, then: h, family: true, letters: letters(before) });
    }
    let compound =
        [word!("الله"), word!("الدين"), word!("الأول"), word!("الثاني"), word!("الثالث"), word!("الرابع"), word!("الخامس"), word!("السادس")]
            .contains(&h);
    if !compound && (!joined || !v.info(last).is_common()) && v.tok[last].len >= 3 {
        out.push(Part { hash: h, then: 0, family: true, letters: letters(last) });
    }
    // a given name alone, where it is no title and no word
    if c.first == v.tok[first].start && v.tok[first].len >= 3 && v.info(first).name() != 1 && !v.info(first).has(PARTICLE) {
        out.push(Part { hash: v.tok[first].hash, then: 0, family: false, letters: letters(first) });
    }
}

/// Whether a word that is part of a name may stand for it alone at `i`.
fn alone(v: &View<'_>, i: usize, skipped: u8, family: bool) -> bool {
    let info = if skipped == 0 { v.info(i) } else { v.items[i].host.info };
    if info.has(FUNCTION | COMMON) || v.class(i).any(Class::PREP.or(Class::THAT).or(Class::TIME).or(Class::MONTH)) {
        return false;
    }
    if skipped > 0 && (v.info(i).name() >= 2 || v.info(i).is_common()) {
        return false;
    }
    // an adjective behind its noun: الحزب الحكيم
    let adjective = v.def(i)
        && i > 0
        && v.def(i - 1)
        && !v.tok[i].starts_line()
        && v.lexicon.phrase(v.info(i - 1)).is_none_or(|p| p.title.is_none())
        && info.name() < 2;
    let common = info.is_common() || v.lexicon.phrase(info).is_some();
    !adjective && (!common || family && info.name() >= 2)
}
