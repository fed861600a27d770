//! Names of the gazetteer in the text, and whether their surroundings bear them out.

use crate::candidate::{Candidate, Source, record_type};
use crate::lexicon::{ADJECTIVE, COMMON, FUNCTION, NOUN, TitleKind};
use crate::view::{HEAD, TITLE, View, word};
use qawl_gazetteer::{AliasKind, EntityId, EntityType, Gazetteer, Match, Reading};
use qawl_record::MentionForm;
use qawl_text::{QuotationKind, WordMap, hash};

/// What the matcher found at a token, for the rules that follow.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) enum Cover {
    #[default]
    None,
    Person,
    Place,
    Demonym,
    Title,
    Other,
}

/// The names of the gazetteer in a text.
pub(crate) struct Known {
    pub(crate) candidates: Vec<Candidate>,
    /// By token: what begins there and where it ends.
    pub(crate) starts: Vec<(Cover, u32)>,
    /// Tokens where a name begins behind a proclitic, in order.
    pub(crate) cut: Vec<u32>,
    /// Names that wait for the rest of the text: the match.
    pub(crate) waiting: Vec<Match>,
    /// Names that nothing in the text bears out.
    pub(crate) lost: Vec<Match>,
    /// Entities named safely, sorted.
    pub(crate) safe: Vec<EntityId>,
}

impl Known {
    /// Whether the name that begins at this token has a proclitic before it.
    pub(crate) fn proclitic(&self, i: usize) -> bool {
        self.cut.binary_search(&(i as u32)).is_ok()
    }
}

/// How the form names.
pub(crate) fn form(kind: AliasKind) -> MentionForm {
    match kind {
        AliasKind::Name => MentionForm::Name,
        AliasKind::Alias | AliasKind::Short | AliasKind::Foreign => MentionForm::Alias,
        AliasKind::Surname => MentionForm::Surname,
        AliasKind::Acronym => MentionForm::Acronym,
        AliasKind::Title => MentionForm::Title,
        AliasKind::Demonym => MentionForm::Demonym,
    }
}

/// The score of a candidate of this many words.
pub(crate) fn score(words: u32, bonus: i32) -> i32 {
    10 * words as i32 - 4 + bonus
}

fn cover(g: &Gazetteer, r: &Reading) -> Cover {
    match (r.kind, g.entry(r.entity).ty) {
        (AliasKind::Demonym, _) => Cover::Demonym,
        (AliasKind::Title, _) => Cover::Title,
        (_, EntityType::Person) => Cover::Person,
        (_, EntityType::Place) => Cover::Place,
        _ => Cover::Other,
    }
}

pub(crate) fn candidate(g: &Gazetteer, m: &Match, r: &Reading, source: Source, bonus: i32, rule: &'static str) -> Candidate {
    let form = form(r.kind);
    let weak = if matches!(form, MentionForm::Title) { -3 } else { 0 } + if form == MentionForm::Demonym { -4 } else { 0 };
    Candidate {
        start: m.start,
        end: m.end,
        first: m.first_byte,
        ty: record_type(g.entry(r.entity).ty),
        form,
        score: score(m.end - m.start, bonus + weak),
        source,
        rule,
    }
}

/// The names of states that are also their adjectives: السعودية, سورية.
pub(crate) fn nationalities(g: &Gazetteer) -> WordMap<()> {
    let mut out = Vec::new();
    for (_, e) in g.entities().filter(|(_, e)| !e.demonyms.is_empty()) {
        let feminine: Vec<u64> = e.demonyms.iter().flat_map(|d| [hash(&[d, "ة"].concat()), hash(&["ال", d, "ة"].concat())]).collect();
        for name in std::iter::once(&e.name).chain(e.aliases.iter().map(|a| &a.text)) {
            let h = hash(name);
            if feminine.contains(&h) {
                out.push((h, ()));
            }
        }
    }
    WordMap::build(out, |_, _| ())
}

/// Whether a word that is a state's name and its adjective is the adjective: it agrees with the noun before it.
fn adjective(v: &View<'_>, i: usize) -> bool {
    let Some(b) = i.checked_sub(1) else { return false };
    if v.tok[i].starts_line() {
        return false;
    }
    if v.def(i) {
        return v.def(b) && !v.info(b).has(FUNCTION) || v.tok[b].is('»') || v.tok[b].is('"') && !v.tok[b].spaced();
    }
    v.word(b) && !v.def(b) && !v.info(b).has(FUNCTION) && v.text.surface(b).ends_with(['ة', 'ه']) || v.word(b) && v.text.surface(b).ends_with("ات")
}

/// Finds the names; those that their surroundings do not bear out wait for the rest of the text.
pub(crate) fn find(v: &View<'_>, g: &Gazetteer, nationality: &WordMap<()>, passing: &dyn Fn(u64) -> bool) -> Known {
    let n = v.len();
    let raw = v.text.raw();
    let mut k =
        Known { candidates: Vec::new(), starts: vec![(Cover::None, 0); n], cut: Vec::new(), waiting: Vec::new(), lost: Vec::new(), safe: Vec::new() };
    let mut all = Vec::new();
    let mut at = 0;
    while at < n {
        let Some(m) = g.match_at(raw, v.tok, at) else {
            at += 1;
            continue;
        };
        if m.first_byte > v.tok[at].start {
            k.cut.push(at as u32);
        }
        if take(v, g, nationality, passing, &m, &mut k) {
            // a longer name may begin inside
            at += 1;
            continue;
        }
        all.clear();
        g.all_at(raw, v.tok, at, &mut all);
        for other in all.iter().filter(|o| o.end < m.end || o.first_byte != m.first_byte) {
            if take(v, g, nationality, passing, other, &mut k) {
                break;
            }
        }
        at += 1;
    }
    k.safe.sort_unstable();
    k.safe.dedup();
    k
}

/// Takes a match, if it is safe or its surroundings bear it out.
fn take(v: &View<'_>, g: &Gazetteer, nationality: &WordMap<()>, passing: &dyn Fn(u64) -> bool, m: &Match, k: &mut Known) -> bool {
    let readings = g.readings(m.name);
    let start = m.start as usize;
    // الرأي, الغرب: a word of the language that only its surroundings make a name
    let newspaper = |r: &Reading| {
        matches!(g.entry(r.entity).ty, EntityType::Media | EntityType::Place)
            && m.end - m.start == 1
            && v.info(start).has(NOUN | COMMON)
            && r.kind < AliasKind::Title
    };
    if let Some(r) = readings.iter().find(|r| !r.needs_context && !newspaper(r)) {
        let mixed = readings.iter().any(|o| !o.needs_context && o.kind < AliasKind::Title && g.entry(o.entity).ty != g.entry(r.entity).ty);
        if mixed && r.kind < AliasKind::Title {
            // الشرق الأوسط is the region, unless a newspaper's head or a quotation mark stands before it
            let (r, rule) = borne_out(v, g, m, readings).or_else(|| in_marks(v, g, m, readings)).unwrap_or_else(|| {
                let plain = readings
                    .iter()
                    .filter(|o| !o.needs_context && o.kind < AliasKind::Title)
                    .min_by_key(|o| (g.entry(o.entity).ty == EntityType::Media, o.kind));
                (plain.unwrap_or(r), "gazetteer")
            });
            k.candidates.push(candidate(g, m, r, Source::Chosen(r.entity), 3, rule));
            k.starts[start] = (cover(g, r), m.end);
            k.safe.push(r.entity);
            return true;
        }
        let person = g.entry(r.entity).ty == EntityType::Person && r.kind == AliasKind::Surname;
        if m.end - m.start == 1 && m.first_byte > v.tok[start].start && !clitic_is_sure(v, m) {
            return false;
        }
        let side = [word!("الدول"), word!("الجنوب"), word!("الشمال"), word!("الريف"), word!("الشرق"), word!("الغرب")];
        if m.end - m.start == 2 && g.entry(r.entity).ty == EntityType::Place && r.kind != AliasKind::Name && side.contains(&v.tok[start].hash) {
            // الدول العربية, الجنوب اللبناني: a noun and a nationality
            return false;
        }
        if m.end - m.start == 1 && nationality.has(v.tok[start].hash) && adjective(v, start) {
            // المواطنة السعودية: the adjective, not the state
            k.candidates.push(Candidate { form: MentionForm::Demonym, ..candidate(g, m, r, Source::Chosen(r.entity), -4, "gazetteer") });
            k.starts[start] = (Cover::Demonym, m.end);
            return true;
        }
        let mut c = candidate(g, m, r, Source::Gazetteer(m.name), 3, if person { "gazetteer-surname" } else { "gazetteer" });
        trim(v, g, Some(r.entity), passing, &mut c);
        k.candidates.push(c);
        k.starts[start] = (cover(g, r), m.end);
        if r.kind < AliasKind::Title {
            k.safe.push(r.entity);
        }
        return true;
    }
    // عمان is a capital or a state, and no other word: the text's states tell which
    let homonyms = readings.len() > 1 && readings.iter().all(|r| g.entry(r.entity).ty == EntityType::Place && r.kind < AliasKind::Title);
    // الزهرة البيضاء: an adjective
    let agrees = v.def(start) && v.follows(start) && start > 0 && v.determined(start - 1) && v.lexicon.phrase(v.info(start - 1)).is_none();
    if homonyms
        && !agrees
        && !v.info(start).is_common()
        && v.lexicon.phrase(v.info(start)).is_none()
        && (m.first_byte == v.tok[start].start || clitic_is_sure(v, m))
    {
        k.candidates.push(candidate(g, m, &readings[0], Source::Gazetteer(m.name), 2, "gazetteer-homonym"));
        k.starts[start] = (Cover::Place, m.end);
        return true;
    }
    if let Some((r, rule)) = borne_out(v, g, m, readings) {
        k.candidates.push(candidate(g, m, r, Source::Chosen(r.entity), 2, rule));
        k.starts[start] = (cover(g, r), m.end);
        if m.end - m.start > 1 {
            k.safe.push(r.entity);
        }
        return true;
    }
    k.waiting.push(*m);
    false
}

/// Leaves a title or class word out that the gazetteer's form begins with: الملك محمد السادس, مدينة غزة.
fn trim(v: &View<'_>, g: &Gazetteer, entity: Option<EntityId>, passing: &dyn Fn(u64) -> bool, c: &mut Candidate) {
    let start = c.start as usize;
    if c.end - c.start < 2 || !c.form.is_name() || !v.word(start + 1) {
        return;
    }
    let own = v.text.slice(v.span(c.first, start + 1));
    let definite = own.starts_with("ال") || own.starts_with('ل') && v.text.raw()[..c.first as usize].ends_with('ل');
    // الأناضول التركية: a nationality or a passing adjective behind a body's name, where the name stands without it too
    let body = matches!(
        c.ty,
        qawl_record::EntityType::Organization | qawl_record::EntityType::Media | qawl_record::EntityType::Company | qawl_record::EntityType::Party
    );
    let last = c.end as usize - 1;
    if body && v.def(last) && last > start {
        let own = entity.and_then(|e| g.state_of(e));
        let nationality = own.is_some()
            && g.match_at(v.text.raw(), v.tok, last)
                .is_some_and(|m| g.readings(m.name).iter().any(|r| r.kind == AliasKind::Demonym && Some(r.entity) == own));
        if nationality || passing(v.hash(last)) {
            let mut all = Vec::new();
            g.all_at(v.text.raw(), v.tok, start, &mut all);
            let same = |m: &&Match| {
                m.end as usize == last
                    && m.first_byte == c.first
                    && g.readings(m.name).iter().any(|r| Some(r.entity) == entity && r.kind < AliasKind::Title)
            };
            if all.iter().any(|m| same(&m)) {
                c.end = last as u32;
                c.score -= 10;
                return;
            }
        }
    }
    let opens = |p: &crate::lexicon::Phrase| match c.ty {
        qawl_record::EntityType::Person => p.title.is_some_and(|t| t.number == 1 && t.definite && t.kind != TitleKind::Profession),
        qawl_record::EntityType::Organization => v.tok[start].hash == word!("دول") && p.place.is_some(),
        qawl_record::EntityType::Place => p.place.is_some_and(|p| p.class_word) && !definite,
        _ => false,
    };
    // شمال العراق is a part of it, شمال سيناء a governorate
    let direction = [word!("شمال"), word!("جنوب"), word!("شرق"), word!("غرب"), word!("وسط")].contains(&v.tok[start].hash)
        && g.match_at(v.text.raw(), v.tok, start + 1).filter(|m| m.end == c.end).is_some_and(|m| {
            let wide = |r: &&Reading| matches!(g.entry(r.entity).kind.as_deref(), Some("state" | "continent"));
            // the south of Africa that is a state, and what is named as a region of its own, stay
            let own = entity.is_some_and(|e| g.entry(e).kind.as_deref() == Some("state"))
                || v.tok[start].hash == word!("شمال") && v.tok[start + 1].hash == word!("أفريقيا");
            let state = g.readings(m.name).iter().find(wide).filter(|_| !own);
            if state.is_some() {
                c.source = Source::Gazetteer(m.name);
            }
            state.is_some()
        });
    if c.ty == qawl_record::EntityType::Person && c.first != v.tok[start].start {
        return;
    }
    // العاصمة السورية دمشق
    if c.ty == qawl_record::EntityType::Place && v.tok[start].hash == word!("العاصمة") {
        c.score -= 10 * (last - start) as i32;
        c.start = last as u32;
        c.first = v.tok[last].start;
        return;
    }
    if direction || v.phrase(start, opens).is_some_and(|(e, ..)| e == start + 1) {
        c.start += 1;
        c.first = v.tok[start + 1].start;
        c.score -= 10;
    }
}

/// Whether a name of one word read behind a proclitic is more likely than the word as a whole: a whole word that the lists know is not
/// cut (بلال is no ب + لال).
fn clitic_is_sure(v: &View<'_>, m: &Match) -> bool {
    let i = m.start as usize;
    let info = v.info(i);
    info.name() < 2 && !info.is_common() && v.lexicon.phrase(info).is_none()
}

/// The reading that the surroundings of a name bear out, and by which rule.
fn borne_out<'r>(v: &View<'_>, g: &Gazetteer, m: &Match, readings: &'r [Reading]) -> Option<(&'r Reading, &'static str)> {
    let (start, end) = (m.start as usize, m.end as usize);
    let ty = |r: &Reading| g.entry(r.entity).ty;
    let clitic = m.first_byte > v.tok[start].start;
    // a quoted name: the class word stands before the mark
    let quote = (start > 0).then(|| v.text.quotation_at(start)).flatten().map(|q| v.text.quotations()[q]);
    let quoted = quote.filter(|q| q.inner.start as usize == start && q.inner.end as usize <= end && q.kind != QuotationKind::Speech);
    let before = quoted.map_or(start, |q| q.open as usize);
    if !clitic && before > 0 {
        for back in 1..=3 {
            let Some(b) = before.checked_sub(back) else { break };
            if !v.marked(b, TITLE | HEAD) {
                continue;
            }
            let Some((e, p, _)) = v.phrase(b, |p| p.title.is_some() || p.org.is_some() || p.place.is_some()) else { continue };
            if e != before || v.tok[start].starts_line() {
                continue;
            }
            let construct = quoted.is_some() || !v.def(b) || p.org.is_some_and(|o| o.class_word);
            // الصحف اليوم: today
            let construct = construct && (quoted.is_some() || !v.def(b) || end - start > 1 || !crate::titles::today(v, start));
            if let Some(org) = p.org.filter(|_| construct) {
                let fits = |r: &&Reading| {
                    !matches!(ty(r), EntityType::Person | EntityType::Place) && (ty(r) == org.ty || org.class_word && family(ty(r)) == family(org.ty))
                };
                if let Some(r) = readings.iter().find(fits) {
                    return Some((r, "gazetteer-after-head"));
                }
            }
            if p.title.is_some_and(|t| t.number == 1 && (t.definite || t.kind == TitleKind::Honorific)) {
                let adjective =
                    v.def(start) && (v.info(start).has(ADJECTIVE) || readings.iter().any(|r| r.kind == AliasKind::Demonym)) && end - start == 1;
                if let Some(r) = readings.iter().find(|r| ty(r) == EntityType::Person && !adjective) {
                    return Some((r, "gazetteer-after-title"));
                }
            }
            if p.place.is_some()
                && let Some(r) = readings.iter().find(|r| ty(r) == EntityType::Place)
            {
                return Some((r, "gazetteer-after-place-head"));
            }
        }
    }
    // several words with a proclitic or after a preposition of place are a place's name
    let place = readings.iter().find(|r| ty(r) == EntityType::Place && r.kind <= AliasKind::Short);
    if let Some(r) = place
        && !clitic
        && start > 0
        && !v.def(start)
        && !v.info(start - 1).has(FUNCTION)
        && v.phrase(start - 1, |p| p.preposition >= 3).is_some_and(|(e, ..)| e == start)
    {
        return Some((r, "gazetteer-after-preposition"));
    }
    // a full name of several words that is also a phrase
    if end - start >= 2
        && let Some(r) = readings.iter().find(|r| ty(r) == EntityType::Person)
        && (start..end).all(|i| v.info(i).name() > 0 || v.def(i))
        && v.info(start).given() > 0
    {
        return Some((r, "gazetteer-full-name"));
    }
    None
}

/// «الشرق الأوسط»: a name in marks of its own is the newspaper's.
fn in_marks<'r>(v: &View<'_>, g: &Gazetteer, m: &Match, readings: &'r [Reading]) -> Option<(&'r Reading, &'static str)> {
    let q = v.text.quotations()[v.text.quotation_at(m.start as usize)?];
    let whole = q.inner.start == m.start && q.inner.end == m.end && m.first_byte == v.tok[m.start as usize].start;
    let media = readings.iter().find(|r| g.entry(r.entity).ty == EntityType::Media && r.kind < AliasKind::Title);
    media.filter(|_| whole).map(|r| (r, "gazetteer-in-marks"))
}

/// Types that one class word may announce.
fn family(t: EntityType) -> u8 {
    match t {
        EntityType::Party | EntityType::ArmedGroup => 0,
        EntityType::Media | EntityType::Company => 1,
        EntityType::Government | EntityType::Military => 2,
        _ => 3,
    }
}

/// The waiting names that the rest of the text bears out: their entity is named safely elsewhere.
pub(crate) fn settle(v: &View<'_>, g: &Gazetteer, class_word: impl Fn(u64) -> bool, k: &mut Known) {
    for m in std::mem::take(&mut k.waiting) {
        let start = m.start as usize;
        if k.starts[start].0 != Cover::None {
            continue;
        }
        let whole = m.first_byte == v.tok[start].start;
        let named = |r: &&Reading| k.safe.binary_search(&r.entity).is_ok();
        let mut fitting = g.readings(m.name).iter().filter(named);
        let (Some(r), None) = (fitting.next(), fitting.next()) else {
            k.lost.push(m);
            continue;
        };
        // الجمهوريين: members, not the party
        if matches!(g.entry(r.entity).ty, EntityType::Party) && m.end - m.start == 1 && v.text.surface(start).ends_with(['ن', 'ي']) {
            continue;
        }
        // an adjective that agrees with a noun before it is no surname: الحزب الحكيم
        if m.end - m.start == 1 && crate::titles::today(v, start) && v.text.quotation_at(start).is_none() {
            continue;
        }
        let indefinite_common = !v.def(start) && m.end - m.start == 1 && v.info(start).is_common();
        let adjective = v.def(start)
            && start > 0
            && v.def(start - 1)
            && !v.tok[start].starts_line()
            && v.lexicon.phrase(v.info(start - 1)).is_none_or(|p| p.title.is_none());
        if indefinite_common || adjective && whole || !whole && !clitic_is_sure(v, &m) {
            continue;
        }
        let mut c = candidate(g, &m, r, Source::Chosen(r.entity), 1, "gazetteer-named-elsewhere");
        let lam = v.tok[start].head()[..2] == [0x644, 0x644];
        if m.end - m.start == 1 && (v.def(start) || lam) && class_word(v.tok[start].rest(2)) {
            // الجماعة, الحركة: a description
            c.form = MentionForm::Description;
        }
        k.candidates.push(c);
        k.starts[start] = (cover(g, r), m.end);
    }
}
