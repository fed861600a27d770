//! Phrases that stand for somebody or something named elsewhere: الرئيس الأمريكي, الوزير, الحزب, بلاده, نظيره الروسي.
//!
//! The text is read once, in order; what each title, class word and type last stood for is kept as it goes, so the time is linear.

use crate::candidate::{Candidate, Source, record_type};
use crate::identity::Identity;
use crate::known::{Cover, Known};
use crate::lexicon::DESCRIBES;
use crate::titles::TitleAt;
use crate::view::{View, word};
use crate::words::Class;
use qawl_gazetteer::{AliasKind, Date, EntityId, Gazetteer, Gender, Holder};
use qawl_record::{EntityType, MentionForm};
use qawl_text::{TokenKind, WordMap, fold, hash};
use std::collections::HashMap;

/// What a noun can stand for.
#[derive(Clone, Default, Debug)]
struct Noun {
    types: Vec<EntityType>,
    state: bool,
    capital: bool,
    side: bool,
    possessed: bool,
}

/// The nouns of `data/descriptions.txt`, by hash without article.
pub(crate) struct Nouns {
    words: WordMap<Noun>,
}

impl Nouns {
    /// Every noun of the file, and the honorifics.
    pub(crate) fn all() -> impl Iterator<Item = &'static str> {
        let lines = include_str!("../data/descriptions.txt").lines().filter(|l| !l.starts_with('#'));
        let honorifics = ["معاليه", "سموه", "فخامته", "جلالته", "سيادته", "دولته", "سماحته", "فضيلته", "سعادته", "مشفى"];
        lines.filter_map(|l| l.split_once(": ")).flat_map(|(_, nouns)| nouns.split(' ')).chain(honorifics)
    }
    /// Whether a noun, without article, is one of them.
    pub(crate) fn has(&self, h: u64) -> bool {
        self.words.has(h)
    }
    pub(crate) fn new() -> Nouns {
        let mut pairs = Vec::new();
        for line in include_str!("../data/descriptions.txt").lines().filter(|l| !l.starts_with('#')) {
            let Some((types, nouns)) = line.split_once(": ") else { continue };
            let mut noun = Noun::default();
            for t in types.split(' ') {
                match t {
                    "state" => noun.state = true,
                    "capital" => noun.capital = true,
                    "side" => noun.side = true,
                    _ => noun.types.extend(t.parse::<qawl_gazetteer::EntityType>().ok().map(record_type)),
                }
            }
            pairs.extend(nouns.split(' ').map(|w| (hash(w), Noun { possessed: w.starts_with("بلاد") && w.len() > 8, ..noun.clone() })));
        }
        Nouns { words: WordMap::build(pairs, |_, _| ()) }
    }
}

/// A phrase that was resolved.
pub(crate) struct Described {
    pub(crate) candidate: Candidate,
    pub(crate) entity: Option<u32>,
    pub(crate) members: Vec<u32>,
}

/// Words for somebody who holds the same office elsewhere.
const RELATED: [u64; 4] = [hash("نظيره"), hash("نظيرها"), hash("نظيرته"), hash("نظيرتها")];

/// Honorifics with a pronoun, and the title that their bearer has: معاليه, معالي.
const HONORIFICS: [(u64, u64); 9] = [
    (hash("معاليه"), hash("معالي")),
    (hash("سموه"), hash("أمير")),
    (hash("فخامته"), hash("فخامة")),
    (hash("جلالته"), hash("جلالة")),
    (hash("سيادته"), hash("سيادة")),
    (hash("دولته"), hash("دولة")),
    (hash("سماحته"), hash("سماحة")),
    (hash("فضيلته"), hash("فضيلة")),
    (hash("سعادته"), hash("سعادة")),
];

/// What was last spoken of.
#[derive(Default)]
struct Memory {
    /// By title word (وزير), and by it with the next (وزير + الخارجية).
    titles: HashMap<u64, u32>,
    /// By class word (حزب).
    heads: HashMap<u64, u32>,
    by_type: [Option<u32>; 10],
    state: Option<u32>,
    capital: Option<u32>,
    person: Option<u32>,
    /// The last two states or bodies that were named together.
    pair: Option<[u32; 2]>,
    delegations: Vec<u32>,
    /// The last two persons.
    persons: [Option<u32>; 2],
}

pub(crate) struct Describer<'a> {
    pub(crate) v: &'a View<'a>,
    pub(crate) g: &'a Gazetteer,
    pub(crate) nouns: &'a Nouns,
    pub(crate) known: &'a Known,
    pub(crate) date: Option<Date>,
    /// Of each entity the state that it belongs to.
    pub(crate) states: &'a [Option<EntityId>],
    /// The capitals of states, sorted.
    pub(crate) capitals: &'a [EntityId],
    /// The state that the text speaks of most.
    pub(crate) home: Option<EntityId>,
}

fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(29) ^ b).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

impl Describer<'_> {
    /// Resolves the titles among the chosen mentions (in `entities`) and finds further descriptions.
    pub(crate) fn run(&self, identity: &mut Identity<'_>, list: &[Candidate], entities: &mut [Option<u32>], titles: &[TitleAt]) -> Vec<Described> {
        let v = self.v;
        let mut out = Vec::new();
        let mut m = Memory::default();
        // what each title and class word first stands for, for descriptions before the name
        let (mut first_title, mut first_head) = (HashMap::new(), HashMap::new());
        self.survey(identity, list, entities, titles, &mut first_title, &mut first_head);
        let mut t = 0;
        let mut k = 0;
        let mut i = 0;
        while i < v.len() {
            while titles.get(t).is_some_and(|x| (x.start as usize) < i) {
                t += 1;
            }
            if let Some(c) = list.get(k).filter(|c| c.start as usize == i) {
                if c.form == MentionForm::Title {
                    entities[k] = self.office(identity, &m, list, entities, k, &first_title);
                    if let Some(e) = entities[k] {
                        m.persons = [m.persons[1].filter(|p| Some(*p) != Some(e)).or(m.persons[0]), Some(e)];
                        m.person = Some(e);
                        m.titles.insert(self.title_head(c.start as usize), e);
                    }
                } else if let Some(e) = entities[k] {
                    self.remember(identity, &mut m, list, entities, k, e, titles);
                }
                i = c.end as usize;
                k += 1;
                continue;
            }
            let title = titles.get(t).filter(|x| x.start as usize == i);
            let (item, word) = (&v.items[i], &v.words[i]);
            let may = title.is_some()
                || (item.info.has(DESCRIBES) || item.host.info.has(DESCRIBES) || word.class.any(Class::GROUP) || word.behind.any(Class::GROUP))
                || v.tok[i].kind == TokenKind::Word && (RELATED.contains(&v.tok[i].hash) || RELATED.contains(&item.host.hash));
            if may && v.word(i) {
                let free = list.get(k).map_or(v.len(), |c| c.start as usize);
                if let Some(d) = self.describe(identity, &m, i, free, title, list, k, &first_title, &first_head) {
                    i = d.candidate.end as usize;
                    // a description that runs over chosen demonyms takes their place
                    while list.get(k).is_some_and(|c| (c.start as usize) < i) {
                        k += 1;
                    }
                    out.push(d);
                    continue;
                }
            }
            i += 1;
        }
        out
    }

    /// The title word at `i` without article or proclitic.
    fn title_head(&self, i: usize) -> u64 {
        let skipped = if self.v.info(i).has(u32::MAX) || self.v.lexicon.phrase(self.v.info(i)).is_some() { 0 } else { self.v.items[i].host.skipped };
        crate::titles::head(self.v, i, skipped)
    }

    /// The titles that touch the person mention `c`: before it, or after it behind a comma.
    fn touching<'t>(&self, c: &Candidate, titles: &'t [TitleAt]) -> impl Iterator<Item = &'t TitleAt> {
        let (start, end) = (c.start, c.end);
        let from = titles.partition_point(|t| t.start + 16 < start);
        let until = titles.partition_point(|t| t.start < start);
        // titles follow one another: معالي وزير الخارجية الأستاذ فلان
        let mut chain = if self.v.comma(start.saturating_sub(1) as usize) { start - 1 } else { start };
        for t in titles[from..until].iter().rev() {
            if t.start < chain && (t.end >= chain || t.head_end >= chain) {
                chain = t.start;
            }
        }
        let after = if self.v.comma(end as usize) { end + 1 } else { end };
        titles[from..].iter().take_while(move |t| t.start <= after).filter(move |t| t.start >= chain && t.start < start || t.start == after)
    }

    /// What title words and class words first stand for.
    fn survey(
        &self,
        identity: &Identity<'_>,
        list: &[Candidate],
        entities: &[Option<u32>],
        titles: &[TitleAt],
        first_title: &mut HashMap<u64, u32>,
        first_head: &mut HashMap<u64, u32>,
    ) {
        for (c, e) in list.iter().zip(entities) {
            let Some(e) = *e else { continue };
            if c.ty == EntityType::Person && c.form.is_name() {
                for t in self.touching(c, titles) {
                    first_title.entry(t.head).or_insert(e);
                    first_title.entry(self.second(t)).or_insert(e);
                }
            } else if c.form.is_name() {
                // the state that the text speaks of most goes before others
                let home = |e: u32| {
                    self.home.is_some()
                        && self.gazetteer_id(identity, e).is_some_and(|id| self.states.get(id.index()).copied().flatten() == self.home)
                };
                for h in self.heads_of(c) {
                    let kept = first_head.entry(h).or_insert(e);
                    if *kept != e && !home(*kept) && home(e) {
                        *kept = e;
                    }
                }
            }
        }
    }

    /// A title with the word after it: وزير + الخارجية.
    fn second(&self, t: &TitleAt) -> u64 {
        let next = t.start as usize + 1;
        if self.v.follows(next) && next < (t.end.max(t.head_end)) as usize { mix(t.head, self.v.tok[next].hash) } else { mix(t.head, 1) }
    }

    /// The class words of a body's name: its first word without article, and one left out before it.
    fn heads_of(&self, c: &Candidate) -> [u64; 2] {
        let v = self.v;
        let i = c.start as usize;
        let bare = |i: usize| if v.def(i) { v.tok[i].rest(2) } else { v.tok[i].hash };
        let own = if c.first > v.tok[i].start { hash(v.text.slice(v.span(c.first, i + 1)).trim_start_matches("ال")) } else { bare(i) };
        let before = (1..=2).find_map(|n| i.checked_sub(n).filter(|&b| v.word(b) && !v.tok[b + 1].starts_line()));
        let before = before.map_or(0, |b| {
            if v.items[b].host.skipped > 0 && v.lexicon.phrase(v.info(b)).is_none() {
                crate::titles::head(v, b, v.items[b].host.skipped)
            } else {
                bare(b)
            }
        });
        [own, if self.nouns.words.has(before) { before } else { own }]
    }

    fn remember(&self, identity: &Identity<'_>, m: &mut Memory, list: &[Candidate], entities: &[Option<u32>], k: usize, e: u32, titles: &[TitleAt]) {
        let v = self.v;
        let c = &list[k];
        let made = &identity.made[e as usize].entity;
        if c.ty == EntityType::Person && c.form.is_name() {
            for t in self.touching(c, titles) {
                m.titles.insert(t.head, e);
                m.titles.insert(self.second(t), e);
            }
            if m.persons[1] != Some(e) {
                m.persons = [m.persons[1], Some(e)];
            }
            m.person = Some(e);
            return;
        }
        if c.ty == EntityType::Place {
            let state = self.is_state(made);
            if state {
                m.state = Some(e);
            }
            // بين العراق والولايات المتحدة; العراقي – الأمريكي
            if let Some(p) = k.checked_sub(1) {
                let (a, b) = (&list[p], c);
                let gap = b.start as i64 - a.end as i64;
                let joined = v.tok[b.start as usize].head()[0] == 0x648 && b.first > v.tok[b.start as usize].start;
                let dash = gap == 1 && v.tok[a.end as usize].is_dash();
                let demonyms = a.form == MentionForm::Demonym && b.form == MentionForm::Demonym && v.def(a.start as usize);
                if let Some(o) =
                    entities[p].filter(|&o| o != e && a.ty == EntityType::Place && self.is_state(&identity.made[o as usize].entity) == state)
                {
                    if gap == 0 && (joined || demonyms) || dash {
                        m.pair = Some([o, e]);
                    }
                }
            }
            // الوفد التابع لجمهورية العراق
            let from = (c.start as usize).saturating_sub(3);
            if state
                && (from..c.start as usize).any(|i| matches!(v.hash(i), h if h == word!("الوفد") || h == word!("والوفد") || h == word!("وفد")))
                && !m.delegations.contains(&e)
            {
                m.delegations.push(e);
                if m.delegations.len() > 2 {
                    m.delegations.remove(0);
                }
            }
            if !c.form.is_name() {
                return;
            }
        }
        if c.form.is_name() {
            for h in self.heads_of(c) {
                m.heads.insert(h, e);
            }
            if let crate::Origin::Gazetteer(id) = made.origin {
                let entry = self.g.entry(id);
                if let Some(w) = entry.name.split(' ').next() {
                    let h = hash(w.strip_prefix("ال").unwrap_or(w));
                    if self.nouns.words.has(h) {
                        m.heads.entry(h).or_insert(e);
                    }
                }
                let kind = match entry.kind.as_deref() {
                    Some("city" | "town") => word!("مدينة"),
                    Some("governorate") => word!("محافظة"),
                    Some("region") => word!("إقليم"),
                    _ => 0,
                };
                m.heads.insert(kind, e);
                if self.capitals.binary_search(&id).is_ok() {
                    m.capital = Some(e);
                }
            }
            m.by_type[c.ty as usize] = Some(e);
        }
    }

    fn is_state(&self, e: &crate::FoundEntity) -> bool {
        matches!(e.origin, crate::Origin::Gazetteer(id) if self.g.entry(id).kind.as_deref() == Some("state"))
    }

    /// The person behind a title of an office.
    fn office(
        &self,
        identity: &mut Identity<'_>,
        m: &Memory,
        list: &[Candidate],
        entities: &[Option<u32>],
        k: usize,
        first_title: &HashMap<u64, u32>,
    ) -> Option<u32> {
        let c = &list[k];
        let v = self.v;
        // the person that it stands next to
        let mut next = k + 1;
        let mut at = c.end as usize;
        while list.get(next).is_some_and(|n| n.ty == EntityType::Place && n.start as usize == at) {
            at = list[next].end as usize;
            next += 1;
        }
        let at = if v.comma(at) { at + 1 } else { at };
        if let Some(n) = list
            .get(next)
            .filter(|n| n.start as usize == at && n.ty == EntityType::Person && n.form.is_name() && n.first == v.tok[n.start as usize].start)
        {
            let _ = n;
            return entities[next];
        }
        let Source::Gazetteer(name) = c.source else { return None };
        let offices: Vec<EntityId> = self.g.readings(name).iter().filter(|r| r.kind == AliasKind::Title).map(|r| r.entity).collect();
        let holder = |date: Date| {
            let mut who = None;
            for &o in &offices {
                match (self.g.holder_on(o, date), who) {
                    (Holder::One(p), None) => who = Some(p),
                    (Holder::One(p), Some(q)) if p == q => {}
                    (Holder::None, _) => {}
                    _ => return None,
                }
            }
            who
        };
        if let Some(p) = self.date.and_then(holder) {
            return Some(identity.entry(p, c.start));
        }
        // one who is named in the text and held it
        let named = |id: &EntityId| identity.known(*id);
        let mut held = offices.iter().flat_map(|&o| self.g.holders_of(o)).map(|h| h.person).filter(named);
        if let Some(p) = held.next() {
            if held.all(|q| q == p) {
                return Some(identity.entry(p, c.start));
            }
        }
        let second = v.follows(c.start as usize + 1).then(|| mix(self.title_head(c.start as usize), v.tok[c.start as usize + 1].hash));
        second.and_then(|s| m.titles.get(&s).or_else(|| first_title.get(&s)).copied())
    }

    /// The description that begins at the free word `i`, if one does; `free` is where the next mention begins.
    #[allow(clippy::too_many_arguments)]
    fn describe(
        &self,
        identity: &mut Identity<'_>,
        m: &Memory,
        i: usize,
        free: usize,
        title: Option<&TitleAt>,
        list: &[Candidate],
        k: usize,
        first_title: &HashMap<u64, u32>,
        first_head: &HashMap<u64, u32>,
    ) -> Option<Described> {
        let v = self.v;
        if v.class(i).any(Class::GROUP) || v.words.get(i).is_some_and(|w| w.behind.any(Class::GROUP)) {
            return self.group(m, i);
        }
        if let Some((_, title)) = HONORIFICS.iter().find(|h| h.0 == v.tok[i].hash) {
            let e = m.titles.get(title).or_else(|| first_title.get(title)).copied().or(m.person)?;
            let candidate = Candidate {
                start: i as u32,
                end: i as u32 + 1,
                first: v.tok[i].start,
                ty: EntityType::Person,
                form: MentionForm::Description,
                score: 0,
                source: Source::Phrase,
                rule: "his-honorific",
            };
            return Some(Described { candidate, entity: Some(e), members: Vec::new() });
        }
        let (skipped, bare, definite) = self.definite(i)?;
        let first = v.byte(i, skipped);
        let make =
            |end: usize, ty, form, rule| Candidate { start: i as u32, end: end as u32, first, ty, form, score: 0, source: Source::Phrase, rule };
        // نظيره الروسي
        if v.phrase(i, |p| p.relation).is_some() && !definite {
            return self.counterpart(identity, m, i, list, k).map(|(end, e)| Described {
                candidate: make(end, EntityType::Person, MentionForm::Description, "counterpart"),
                entity: Some(e),
                members: Vec::new(),
            });
        }
        if let Some(t) = title {
            let end = t.head_end as usize;
            let named = list.get(k).is_some_and(|c| {
                c.ty == EntityType::Person
                    && c.form.is_name()
                    && (c.start == t.end || c.start == t.head_end || c.start as usize == t.end as usize + 1 && v.comma(t.end as usize))
            });
            let noun = self.nouns.words.has(bare);
            if !named && !noun && end <= free {
                // a title of one word is definite; of more, its complement makes it so
                let single = (t.end as usize) <= end || !v.follows(end);
                let known = if definite && single || definite && end == i + 1 {
                    m.titles.get(&bare).or_else(|| first_title.get(&bare)).copied().filter(|&e| self.agrees(identity, e, i))
                } else {
                    None
                };
                let second = self.second(t);
                let known = m.titles.get(&second).or_else(|| first_title.get(&second)).copied().filter(|_| t.end as usize > i + 1).or(known);
                let known = known.or_else(|| if definite && end == i + 1 { self.by_role(identity, m, bare) } else { None });
                let known = known.or_else(|| if end == i + 2 && !self.nationality_at(end) { self.by_class(identity, i, bare) } else { None });
                if let Some(e) = known {
                    let end = end.max((t.end as usize).min(free)).max(i + 1);
                    let end = (i + 1..end).find(|&x| v.comma(x) || !v.follows(x)).unwrap_or(end);
                    let form = if end > i + 1 { MentionForm::Title } else { MentionForm::Description };
                    return Some(Described {
                        candidate: make(end, EntityType::Person, form, "title-named-elsewhere"),
                        entity: Some(e),
                        members: Vec::new(),
                    });
                }
            }
        }
        let bare = if bare == word!("مشفى") { word!("مستشفى") } else { bare };
        let noun = self.nouns.words.get(bare)?;
        if noun.side {
            // الجانب العراقي
            let (cover, end) = *self.known.starts.get(i + 1)?;
            let c = list.get(k).filter(|c| c.start as usize == i + 1 && c.form == MentionForm::Demonym && definite && cover == Cover::Demonym)?;
            let _ = c;
            let id = self.demonym(i + 1)?;
            let e = identity.entry(id, i as u32);
            return Some(Described {
                candidate: make(end as usize, EntityType::Place, MentionForm::Description, "side-of-state"),
                entity: Some(e),
                members: Vec::new(),
            });
        }
        if noun.possessed {
            let state = m.person.and_then(|p| self.state_of_person(identity, p)).map(|s| identity.entry(s, i as u32)).or(m.state)?;
            return Some(Described {
                candidate: make(i + 1, EntityType::Place, MentionForm::Description, "own-country"),
                entity: Some(state),
                members: Vec::new(),
            });
        }
        if !definite {
            return None;
        }
        let mut end = i + 1;
        // الحزب الحاكم, التنظيم المتطرف; another adjective makes another thing
        let next_def = v.follows(end) && v.def(end) && end < free;
        if next_def && !v.info(end).has(crate::lexicon::FUNCTION) {
            let passing = v.info(end).has(crate::lexicon::ADJECTIVE) || v.nisba(end) || v.feminine(end);
            if passing {
                if noun.types.contains(&EntityType::ArmedGroup) || noun.types.contains(&EntityType::Party) {
                    end += 1;
                } else {
                    return None;
                }
            }
        }
        if list.get(k).is_some_and(|c| c.start as usize == end) && end == i + 1 {
            // a name or nationality follows: the phrase says another thing
            let c = &list[k];
            if c.first == v.tok[end].start
                && !v.tok[end].starts_line()
                && (c.form == MentionForm::Demonym || c.form.is_name() && c.ty != EntityType::Person)
            {
                return None;
            }
        }
        let e = if noun.state {
            if bare == word!("مملكة") {
                self.g.by_id("place:saudi-arabia").filter(|&s| identity.known(s)).map(|s| identity.entry(s, i as u32)).or(m.state)
            } else {
                m.state
            }
        } else if noun.capital {
            m.capital.or_else(|| {
                m.state.and_then(|s| self.gazetteer_id(identity, s)).and_then(|s| self.g.capital_of(s)).map(|c| identity.entry(c, i as u32))
            })
        } else {
            let canal = bare == word!("قناة");
            let fits = |e: &u32| {
                let ty = identity.made[*e as usize].entity.ty;
                noun.types.contains(&ty) || canal && matches!(ty, EntityType::Place | EntityType::Event)
            };
            let by_head = m.heads.get(&bare).copied().filter(fits);
            let loose =
                noun.types.iter().take(2).find_map(|t| m.by_type[*t as usize]).filter(|_| {
                    !matches!(noun.types[0], EntityType::Place | EntityType::Government | EntityType::Organization | EntityType::Military)
                });
            by_head.or_else(|| first_head.get(&bare).copied().filter(fits)).or(loose)
        }?;
        let ty = identity.made[e as usize].entity.ty;
        Some(Described { candidate: make(end, ty, MentionForm::Description, "class-word"), entity: Some(e), members: Vec::new() })
    }

    /// A word's letters before it, its hash without article, and whether it is definite.
    fn definite(&self, i: usize) -> Option<(u8, u64, bool)> {
        let v = self.v;
        let t = &v.tok[i];
        if t.kind != TokenKind::Word {
            return None;
        }
        if v.def(i) {
            return Some((0, t.rest(2), true));
        }
        let h = t.head();
        let at = usize::from(matches!(h[0], 0x648 | 0x641));
        if h[at] == 0x644 && at < 3 && h[at + 1] == 0x644 && t.len > 4 {
            return Some((at as u8 + 1, t.rest(at + 2), true));
        }
        if at < 2 && h[at] == 0x627 && h[at + 1] == 0x644 && at == 1 {
            return Some((1, t.rest(3), true));
        }
        if at < 2 && matches!(h[at], 0x628 | 0x643) && h[at + 1] == 0x627 && h[at + 2] == 0x644 && t.len as usize > at + 4 {
            return Some((at as u8 + 1, t.rest(at + 3), true));
        }
        let noun = self.nouns.words.get(t.hash).is_some();
        if noun || v.lexicon.phrase(v.info(i)).is_some() {
            return Some((0, t.hash, false));
        }
        let host = v.items[i].host;
        if host.skipped > 0 && v.lexicon.phrase(host.info).is_some() {
            return Some((host.skipped, host.hash, false));
        }
        None
    }

    fn gazetteer_id(&self, identity: &Identity<'_>, e: u32) -> Option<EntityId> {
        match identity.made[e as usize].entity.origin {
            crate::Origin::Gazetteer(id) => Some(id),
            crate::Origin::Document => None,
        }
    }

    fn state_of_person(&self, identity: &Identity<'_>, e: u32) -> Option<EntityId> {
        self.gazetteer_id(identity, e).and_then(|id| self.states[id.index()])
    }

    /// The state of the nationality at `i`.
    fn demonym(&self, i: usize) -> Option<EntityId> {
        let m = self.g.match_at(self.v.text.raw(), self.v.tok, i)?;
        self.g.readings(m.name).iter().find(|r| r.kind == AliasKind::Demonym).map(|r| r.entity)
    }

    /// Whether a person's gender agrees with the word at `i`.
    fn agrees(&self, identity: &Identity<'_>, e: u32, i: usize) -> bool {
        match identity.made[e as usize].entity.gender {
            Some(Gender::Feminine) => self.v.feminine(i),
            Some(Gender::Masculine) => !self.v.feminine(i),
            None => true,
        }
    }

    /// The last two persons whose role in the gazetteer begins with this title word.
    fn by_role(&self, identity: &Identity<'_>, m: &Memory, bare: u64) -> Option<u32> {
        let fits = |&e: &u32| {
            self.gazetteer_id(identity, e).is_some_and(|id| {
                let first = |s: &str| hash(s.split(' ').next().map_or("", |w| w.strip_prefix("ال").unwrap_or(w)));
                let role = self.g.entry(id).roles.iter().any(|r| first(&r.text) == bare);
                let office = self
                    .g
                    .offices_of(id)
                    .iter()
                    .any(|h| self.date.is_none_or(|d| h.covers(d)) && class_head(self.g.entry(h.office).class.as_deref()) == bare);
                role || office
            })
        };
        m.persons.iter().rev().flatten().copied().find(|e| fits(e))
    }

    /// Whether a nationality stands at `i`: the title is of that state.
    fn nationality_at(&self, i: usize) -> bool {
        self.known.starts.get(i).is_some_and(|s| matches!(s.0, Cover::Demonym | Cover::Place)) && self.v.follows(i)
    }

    /// رئيس الحكومة, وزير الخارجية without a state: of the state that the text speaks of most, first where the holder is named.
    fn by_class(&self, identity: &mut Identity<'_>, i: usize, bare: u64) -> Option<u32> {
        let next = self.v.tok[i + 1].hash;
        let class = CLASSES.iter().find(|c| c.0 == bare && c.1 == next)?.2;
        let date = self.date?;
        let holder = |s: EntityId| {
            let office = self.g.offices_at(s).find(|&o| self.g.entry(o).class.as_deref() == Some(class))?;
            match self.g.holder_on(office, date) {
                Holder::One(p) => Some(p),
                _ => None,
            }
        };
        let holders: Vec<EntityId> = identity.states.iter().take(4).filter_map(|s| holder(s.0)).collect();
        let named = holders.iter().copied().find(|&p| identity.known(p));
        named.or_else(|| identity.states.first().and_then(|s| holder(s.0))).map(|p| identity.entry(p, i as u32))
    }

    /// نظيره العراقي: who holds for that state the office of the one just named.
    fn counterpart(&self, identity: &mut Identity<'_>, m: &Memory, i: usize, list: &[Candidate], k: usize) -> Option<(usize, u32)> {
        let h = if self.v.items[i].host.skipped > 0 && self.v.lexicon.phrase(self.v.info(i)).is_none() {
            self.v.items[i].host.hash
        } else {
            self.v.tok[i].hash
        };
        if !RELATED.contains(&h) {
            return None;
        }
        let c = list.get(k).filter(|c| c.start as usize == i + 1 && c.form == MentionForm::Demonym)?;
        if list.get(k + 1).is_some_and(|n| n.start == c.end && n.ty == EntityType::Person && n.form.is_name()) {
            return None;
        }
        let state = self.demonym(i + 1).and_then(|s| self.g.state_of(s))?;
        let date = self.date?;
        let person = m.person.and_then(|p| self.gazetteer_id(identity, p))?;
        let class = self.g.offices_of(person).iter().find(|o| o.covers(date)).and_then(|o| self.g.entry(o.office).class.clone())?;
        let office = self.g.offices_at(state).find(|&o| self.g.entry(o).class.as_deref() == Some(&class))?;
        match self.g.holder_on(office, date) {
            Holder::One(p) => Some((c.end as usize, identity.entry(p, i as u32))),
            _ => None,
        }
    }

    /// الطرفان, الوفدان: the two that were last named together.
    fn group(&self, m: &Memory, i: usize) -> Option<Described> {
        let v = self.v;
        let skipped = u8::from(!v.class(i).any(Class::GROUP));
        let text = fold(v.text.surface(i));
        let persons = ["وزيران", "وزيرين", "رئيسان", "رئيسين", "زعيمان", "زعيمين"].iter().any(|w| text.ends_with(w));
        let delegation = text.contains("الوفد");
        let members = if persons {
            m.persons.iter().flatten().copied().collect()
        } else if delegation && m.delegations.len() == 2 {
            m.delegations.clone()
        } else {
            m.pair.map(|p| p.to_vec()).unwrap_or_default()
        };
        if members.len() != 2 {
            return None;
        }
        let ty = if persons { EntityType::Person } else { EntityType::Place };
        let candidate = Candidate {
            start: i as u32,
            end: i as u32 + 1,
            first: v.byte(i, skipped),
            ty,
            form: MentionForm::Group,
            score: 0,
            source: Source::Phrase,
            rule: "group-of-two",
        };
        Some(Described { candidate, entity: None, members })
    }
}

/// Titles of two words and their class of offices.
const CLASSES: [(u64, u64, &str); 11] = [
    (hash("رئيس"), hash("الحكومة"), "prime-minister"),
    (hash("رئيس"), hash("الوزراء"), "prime-minister"),
    (hash("رئيسة"), hash("الوزراء"), "prime-minister"),
    (hash("رئيس"), hash("الجمهورية"), "president"),
    (hash("رئيس"), hash("الدولة"), "president"),
    (hash("رئيس"), hash("البرلمان"), "speaker"),
    (hash("وزير"), hash("الخارجية"), "foreign-minister"),
    (hash("وزيرة"), hash("الخارجية"), "foreign-minister"),
    (hash("وزير"), hash("الدفاع"), "defence-minister"),
    (hash("وزير"), hash("الداخلية"), "interior-minister"),
    (hash("وزير"), hash("النفط"), "oil-minister"),
];

/// The title word of a class of offices.
fn class_head(class: Option<&str>) -> u64 {
    match class.unwrap_or("") {
        "president" | "prime-minister" | "speaker" | "region-president" | "region-prime-minister" => word!("رئيس"),
        "foreign-minister" | "defence-minister" | "interior-minister" | "finance-minister" | "oil-minister" => word!("وزير"),
        "king" => word!("ملك"),
        "emir" => word!("أمير"),
        "sultan" => word!("سلطان"),
        "un-envoy" => word!("مبعوث"),
        "un-secretary-general" => word!("أمين"),
        "ambassador" => word!("سفير"),
        _ => 0,
    }
}
