//! Phrases that stand for somebody or something named elsewhere: الرئيس الأمريكي, الوزير, الحزب, بلاده, نظيره الروسي.
//!
//! The text is read once, in order; what each title, class word and type last stood for is kept as it goes, so the time is linear.

use crate::candidate::{Candidate, Source};
use crate::fast::Map;
use crate::identity::Identity;
use crate::known::{Cover, Known};
use crate::nouns::Nouns;
use crate::office::HONORIFICS;
use crate::titles::TitleAt;
use crate::view::{STANDS, View, word};
use crate::words::Class;
use qawl_gazetteer::{AliasKind, Date, EntityId, Gazetteer, Gender};
use qawl_record::{EntityType, MentionForm};
use qawl_text::{TokenKind, hash};

/// A phrase that was resolved.
pub(crate) struct Described {
    pub(crate) candidate: Candidate,
    pub(crate) entity: Option<u32>,
    pub(crate) members: Vec<u32>,
}

/// What was last spoken of.
#[derive(Default)]
pub(crate) struct Memory {
    /// What each title and class word first stands for, for descriptions before the name.
    pub(crate) first_title: Map<u64, u32>,
    first_head: Map<u64, u32>,
    /// By title word (وزير), and by it with the next (وزير + الخارجية).
    pub(crate) titles: Map<u64, u32>,
    /// By class word (حزب).
    heads: Map<u64, u32>,
    by_type: [Option<u32>; 10],
    state: Option<u32>,
    capital: Option<u32>,
    pub(crate) person: Option<u32>,
    /// The last two states or bodies that were named together.
    pub(crate) pair: Option<[u32; 2]>,
    /// The last two parties or bodies that were named together.
    pub(crate) sides: Option<[u32; 2]>,
    pub(crate) delegations: Vec<u32>,
    /// The last two persons.
    pub(crate) persons: [Option<u32>; 2],
}

pub(crate) struct Describer<'a> {
    pub(crate) v: &'a View<'a>,
    pub(crate) g: &'a Gazetteer,
    pub(crate) nouns: &'a Nouns,
    pub(crate) known: &'a Known,
    /// The chosen mentions.
    pub(crate) list: &'a [Candidate],
    pub(crate) titles: &'a [TitleAt],
    pub(crate) date: Option<Date>,
    /// Of each entity the state that it belongs to.
    pub(crate) states: &'a [Option<EntityId>],
    /// The capitals of states, sorted.
    pub(crate) capitals: &'a [EntityId],
    /// The state that the text speaks of most.
    pub(crate) home: Option<EntityId>,
}

/// Whether a title begins at token `i`.
fn titles_at(titles: &[TitleAt], i: usize) -> bool {
    titles.binary_search_by_key(&(i as u32), |t| t.start).is_ok()
}

pub(crate) fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(29) ^ b).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

impl Describer<'_> {
    /// Resolves the titles among the chosen mentions (in `entities`) and finds further descriptions.
    pub(crate) fn run(&self, identity: &mut Identity<'_>, entities: &mut [Option<u32>]) -> Vec<Described> {
        let (v, list, titles) = (self.v, self.list, self.titles);
        let mut out = Vec::new();
        let mut m = Memory::default();
        self.survey(identity, entities, &mut m);
        let mut t = 0;
        let mut k = 0;
        let mut i = 0;
        while i < v.len() {
            while titles.get(t).is_some_and(|x| (x.start as usize) < i) {
                t += 1;
            }
            // on to the next mention, title or word of a description
            let next = titles.get(t).map_or(v.len(), |x| x.start as usize).min(list.get(k).map_or(v.len(), |c| c.start as usize)).max(i);
            i += v.marks[i..next].iter().position(|m| m & STANDS != 0).unwrap_or(next - i);
            if i == v.len() {
                break;
            }
            if let Some(c) = list.get(k).filter(|c| c.start as usize == i) {
                if c.form == MentionForm::Title {
                    entities[k] = self.office(identity, &m, entities, k);
                    if let Some(e) = entities[k] {
                        m.persons = [m.persons[1].filter(|p| Some(*p) != Some(e)).or(m.persons[0]), Some(e)];
                        m.person = Some(e);
                        m.titles.insert(self.title_head(c.start as usize), e);
                    }
                } else if let Some(e) = entities[k] {
                    self.remember(identity, &mut m, entities, k, e);
                }
                i = c.end as usize;
                k += 1;
                continue;
            }
            let title = titles.get(t).filter(|x| x.start as usize == i);
            if (title.is_some() || v.marked(i, STANDS)) && v.word(i) {
                let free = list.get(k).map_or(v.len(), |c| c.start as usize);
                if let Some(d) = self.describe(identity, &m, i, free, title, k) {
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
    pub(crate) fn title_head(&self, i: usize) -> u64 {
        let skipped = if self.v.info(i).has(u32::MAX) || self.v.lexicon.phrase(self.v.info(i)).is_some() { 0 } else { self.v.items[i].host.skipped };
        crate::titles::head(self.v, i, skipped)
    }

    /// The titles that touch the person mention `c`: before it, or after it behind a comma.
    fn touching(&self, c: &Candidate) -> impl Iterator<Item = &TitleAt> {
        let titles = self.titles;
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
    fn survey(&self, identity: &Identity<'_>, entities: &[Option<u32>], m: &mut Memory) {
        for (c, e) in self.list.iter().zip(entities) {
            let Some(e) = *e else { continue };
            if c.ty == EntityType::Person && c.form.is_name() {
                for t in self.touching(c) {
                    m.first_title.entry(t.head).or_insert(e);
                    m.first_title.entry(self.second(t)).or_insert(e);
                    m.first_title.entry(mix(self.second(t), self.qualifier(t))).or_insert(e);
                }
            } else if c.form.is_name() {
                // the state that the text speaks of most goes before others
                let home = |e: u32| {
                    self.home.is_some()
                        && self.gazetteer_id(identity, e).is_some_and(|id| self.states.get(id.index()).copied().flatten() == self.home)
                };
                for h in self.heads_of(c) {
                    let kept = m.first_head.entry(h).or_insert(e);
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

    /// The nationality or state within a title, or 0: وزير الخارجية الألماني is another than وزير الخارجية.
    fn qualifier(&self, t: &TitleAt) -> u64 {
        let mut at = t.start as usize + 1;
        while at < t.sure as usize {
            let (cover, end) = self.known.starts[at];
            if matches!(cover, Cover::Demonym | Cover::Place) {
                return self.nation(at).map_or(0, |s| s.index() as u64 + 1);
            }
            at = (end as usize).max(at + 1);
        }
        0
    }

    /// المبعوثة الأممية: of the United Nations.
    fn united_nations(&self, end: usize) -> bool {
        matches!(self.v.hash(end), h if h == word!("الأممي") || h == word!("الأممية"))
            || matches!(self.v.hash(end - 1), h if h == word!("الأممي") || h == word!("الأممية"))
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
        [own, if self.nouns.has(before) { before } else { own }]
    }

    fn remember(&self, identity: &Identity<'_>, m: &mut Memory, entities: &[Option<u32>], k: usize, e: u32) {
        let (v, list) = (self.v, self.list);
        let c = &list[k];
        let made = &identity.made[e as usize].entity;
        if c.ty == EntityType::Person && c.form.is_name() {
            for t in self.touching(c) {
                m.titles.insert(t.head, e);
                m.titles.insert(self.second(t), e);
                m.titles.insert(mix(self.second(t), self.qualifier(t)), e);
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
            if let Some(o) = self.joined(entities, k) {
                m.pair = Some([o, e]);
                m.sides = None;
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
                    if self.nouns.has(h) {
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
        // حماس وفتح
        if matches!(c.ty, EntityType::Party | EntityType::ArmedGroup)
            && let Some(o) = self.joined(entities, k)
        {
            m.sides = Some([o, e]);
        }
    }

    pub(crate) fn is_state(&self, e: &crate::FoundEntity) -> bool {
        matches!(e.origin, crate::Origin::Gazetteer(id) if self.g.entry(id).kind.as_deref() == Some("state"))
    }

    /// The description that begins at the free word `i`, if one does; `free` is where the next mention begins.
    fn describe(&self, identity: &mut Identity<'_>, m: &Memory, i: usize, free: usize, title: Option<&TitleAt>, k: usize) -> Option<Described> {
        let (v, list) = (self.v, self.list);
        if v.class(i).any(Class::GROUP) || v.words.get(i).is_some_and(|w| w.behind.any(Class::GROUP)) {
            return self.group(identity, m, i, k);
        }
        if let Some((_, title)) = HONORIFICS.iter().find(|h| h.0 == v.tok[i].hash) {
            let e = m.titles.get(title).or_else(|| m.first_title.get(title)).copied().or(m.person)?;
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
            return self.counterpart(identity, m, i, k).map(|(end, e)| Described {
                candidate: make(end, EntityType::Person, MentionForm::Description, "counterpart"),
                entity: Some(e),
                members: Vec::new(),
            });
        }
        if let Some(t) = title {
            let end = t.head_end as usize;
            // القيادي في حماس فلان: behind the body that belongs to the title
            let named = list[k.min(list.len())..].iter().take_while(|c| c.start <= t.end + 1).any(|c| {
                c.ty == EntityType::Person
                    && c.form.is_name()
                    && (c.start == t.end || c.start == t.head_end || c.start as usize == t.end as usize + 1 && v.comma(t.end as usize))
            });
            // الظروف السياسية: an adjective; الفريق is a team more often than a rank
            let adjective = v.def(i) && v.follows(i) && i > 0 && v.def(i - 1) && v.nisba_adjective(i) && !titles_at(self.titles, i - 1);
            let noun = self.nouns.has(bare) || adjective || bare == word!("فريق") || !t.single;
            if !named && !noun && end <= free {
                // a title of one word is definite; of more, its complement makes it so
                let single = (t.end as usize) <= end || !v.follows(end);
                let known = if definite && (single || end == i + 1) {
                    m.titles.get(&bare).or_else(|| m.first_title.get(&bare)).copied().filter(|&e| self.agrees(identity, e, i))
                } else {
                    None
                };
                let second = self.second(t);
                let key = mix(second, self.qualifier(t));
                let bearer = |key: u64| m.titles.get(&key).or_else(|| m.first_title.get(&key)).copied();
                let known = bearer(key).or_else(|| bearer(second)).filter(|_| t.end as usize > i + 1).or(known);
                let known = known.or_else(|| {
                    if definite && end == i + 1 || self.united_nations(end) {
                        self.by_role(identity, m, i, bare).filter(|&e| self.agrees(identity, e, i))
                    } else {
                        None
                    }
                });
                let known = known.or_else(|| if end == i + 2 && !self.nationality_at(end) { self.by_class(identity, i, bare) } else { None });
                if let Some(e) = known {
                    let end = end.max((t.sure as usize).min(free)).max(i + 1);
                    let end = (i + 1..end).find(|&x| v.comma(x) || !v.follows(x)).unwrap_or(end);
                    let end = end - usize::from(end > i + 1 && v.class(end - 1).any(Class::PREP));
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
        let noun = self.nouns.get(bare)?;
        if noun.side {
            // الجانب العراقي
            let (cover, end) = *self.known.starts.get(i + 1)?;
            list.get(k).filter(|c| c.start as usize == i + 1 && c.form == MentionForm::Demonym && definite && cover == Cover::Demonym)?;
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
            by_head.or_else(|| m.first_head.get(&bare).copied().filter(fits)).or(loose)
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
        let noun = self.nouns.get(t.hash).is_some();
        if noun || v.lexicon.phrase(v.info(i)).is_some() {
            return Some((0, t.hash, false));
        }
        let host = v.items[i].host;
        if host.skipped > 0 && v.lexicon.phrase(host.info).is_some() {
            return Some((host.skipped, host.hash, false));
        }
        None
    }

    pub(crate) fn gazetteer_id(&self, identity: &Identity<'_>, e: u32) -> Option<EntityId> {
        match identity.made[e as usize].entity.origin {
            crate::Origin::Gazetteer(id) => Some(id),
            crate::Origin::Document => None,
        }
    }

    fn state_of_person(&self, identity: &Identity<'_>, e: u32) -> Option<EntityId> {
        self.gazetteer_id(identity, e).and_then(|id| self.states[id.index()])
    }

    /// The state of the nationality at `i`.
    pub(crate) fn demonym(&self, i: usize) -> Option<EntityId> {
        let m = self.g.match_at(self.v.text.raw(), self.v.tok, i)?;
        self.g.readings(m.name).iter().find(|r| r.kind == AliasKind::Demonym).map(|r| r.entity)
    }

    /// The state of the nationality or place at `i`.
    fn nation(&self, i: usize) -> Option<EntityId> {
        let m = self.g.match_at(self.v.text.raw(), self.v.tok, i)?;
        self.g.readings(m.name).iter().find_map(|r| self.states[r.entity.index()])
    }

    /// Whether a person's gender agrees with the word at `i`.
    fn agrees(&self, identity: &Identity<'_>, e: u32, i: usize) -> bool {
        match identity.made[e as usize].entity.gender {
            Some(Gender::Feminine) => self.v.feminine(i),
            Some(Gender::Masculine) => !self.v.feminine(i),
            None => true,
        }
    }
}
