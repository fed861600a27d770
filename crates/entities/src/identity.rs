//! Which entity each mention is.
//!
//! First the names that say it in full: those of the gazetteer and the names of several words. Then the short ones, which are
//! the last full one they can be short for, before the place where they stand or else after it.

use crate::candidate::{Candidate, Source, record_type};
use crate::fast::Map;
use crate::known::form;
use crate::view::{View, word};
use crate::{EntityIx, FoundEntity, Origin};
use qawl_gazetteer::{AliasKind, EntityId, EntityType as GazetteerType, Gazetteer, Gender};
use qawl_record::{EntityType, MentionForm};
use qawl_text::TokenKind;

/// An entity on its way.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) entity: FoundEntity,
    /// Token of the first mention.
    pub(crate) first: u32,
}

/// What short forms stand for: by hash and place, the entity.
#[derive(Default)]
struct Short {
    rows: Vec<(u64, u32, u32)>,
    sorted: bool,
}

impl Short {
    fn add(&mut self, hash: u64, at: u32, made: u32) {
        self.rows.push((hash, at, made));
        self.sorted = false;
    }
    fn sort(&mut self) {
        self.rows.sort_unstable();
        self.rows.dedup();
        self.sorted = true;
    }
    /// The last entity with this part before `at`, or the first after it.
    fn last(&self, hash: u64, at: u32) -> Option<u32> {
        debug_assert!(self.sorted);
        let k = self.rows.partition_point(|r| (r.0, r.1) <= (hash, at));
        let before = k.checked_sub(1).and_then(|k| self.rows.get(k)).filter(|r| r.0 == hash);
        before.or_else(|| self.rows.get(k).filter(|r| r.0 == hash)).map(|r| r.2)
    }
}

pub(crate) struct Identity<'a> {
    v: &'a View<'a>,
    g: &'a Gazetteer,
    states_of: &'a [Option<EntityId>],
    pub(crate) made: Vec<Made>,
    by_id: Map<EntityId, u32>,
    /// Full names of persons, and first with last word.
    full: Map<u64, u32>,
    /// Names of all else.
    other: Map<u64, u32>,
    persons: Short,
    bodies: Short,
    /// States by how often they are named, the most frequent first.
    pub(crate) states: Vec<(EntityId, u32)>,
}

fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(17) ^ b).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

impl<'a> Identity<'a> {
    pub(crate) fn new(v: &'a View<'a>, g: &'a Gazetteer, states_of: &'a [Option<EntityId>]) -> Identity<'a> {
        Identity {
            states_of,
            v,
            g,
            made: Vec::new(),
            by_id: Map::default(),
            full: Map::default(),
            other: Map::default(),
            persons: Short::default(),
            bodies: Short::default(),
            states: Vec::new(),
        }
    }

    /// Counts the states that the text speaks of.
    pub(crate) fn count_states(&mut self, list: &[Candidate]) {
        let mut counts: Map<EntityId, u32> = Map::default();
        let mut order = Vec::new();
        for c in list.iter().filter(|c| c.ty == EntityType::Place) {
            let id = match c.source {
                Source::Gazetteer(n) => match self.g.readings(n) {
                    [r] => r.entity,
                    [r, ..] if self.g.entry(r.entity).kind.as_deref() == Some("state") => r.entity,
                    _ => continue,
                },
                Source::Chosen(e) => e,
                _ => continue,
            };
            if let Some(s) = self.states_of[id.index()] {
                let n = counts.entry(s).or_insert_with(|| {
                    order.push(s);
                    0
                });
                *n += 1;
            }
        }
        self.states = order.into_iter().map(|s| (s, counts.get(&s).copied().unwrap_or(0))).collect();
        self.states.sort_by_key(|s| std::cmp::Reverse(s.1));
    }

    fn state_rank(&self, e: EntityId) -> usize {
        self.states_of[e.index()].and_then(|s| self.states.iter().position(|x| x.0 == s)).unwrap_or(usize::MAX)
    }

    /// The entity of a gazetteer's entry.
    pub(crate) fn entry(&mut self, id: EntityId, at: u32) -> u32 {
        if let Some(&k) = self.by_id.get(&id) {
            self.made[k as usize].first = self.made[k as usize].first.min(at);
            return k;
        }
        let e = self.g.entry(id);
        let k = self.add(
            FoundEntity { origin: Origin::Gazetteer(id), ty: record_type(e.ty), name: e.name.to_string(), gender: e.gender, number: e.number },
            at,
        );
        self.by_id.insert(id, k);
        k
    }

    /// Whether an entry is named in the text.
    pub(crate) fn known(&self, id: EntityId) -> bool {
        self.by_id.contains_key(&id)
    }

    fn add(&mut self, entity: FoundEntity, first: u32) -> u32 {
        self.made.push(Made { entity, first });
        self.made.len() as u32 - 1
    }

    /// The words of a mention as a person's name: particles left out, عبد joined with what follows.
    fn words(&self, c: &Candidate, all: &mut Vec<u64>) -> std::ops::Range<usize> {
        let v = self.v;
        let from = all.len();
        let mut joined = false;
        for i in c.start as usize..c.end as usize {
            if v.tok[i].kind != TokenKind::Word {
                continue;
            }
            let h = self.first_hash(c, i);
            if h == word!("بن") || h == word!("ابن") || h == word!("بنت") {
                continue;
            }
            if joined || h == word!("الدين") && all.len() > from || h == word!("الله") && all.len() > from {
                if let Some(last) = all.last_mut() {
                    *last = mix(*last, h);
                }
                joined = false;
                continue;
            }
            joined = h == word!("عبد") || h == word!("أبو") || h == word!("أم") || h == word!("آل");
            all.push(h);
        }
        from..all.len()
    }

    /// The hash of a mention's word, of its first word without proclitic.
    fn first_hash(&self, c: &Candidate, i: usize) -> u64 {
        let v = self.v;
        if i == c.start as usize && c.first > v.tok[i].start { qawl_text::hash(v.text.slice(v.span(c.first, i + 1))) } else { v.tok[i].hash }
    }

    /// Resolves the mentions; `out` gets for each the entity or nothing, the rule, and the form.
    pub(crate) fn resolve(&mut self, list: &mut [Candidate]) -> Vec<Option<u32>> {
        let mut out = vec![None; list.len()];
        // full names of persons, the longest first, so that a shorter one finds the longer it begins
        let mut order: Vec<usize> = (0..list.len()).filter(|&k| list[k].ty == EntityType::Person && list[k].form != MentionForm::Title).collect();
        let mut hashes = Vec::with_capacity(order.len() * 3);
        let mut words = vec![0..0; list.len()];
        for &k in &order {
            words[k] = self.words(&list[k], &mut hashes);
        }
        order.sort_by_key(|&k| (std::cmp::Reverse(words[k].len()), list[k].start));
        let mut later = Vec::new();
        for &k in &order {
            let c = list[k];
            let w = &hashes[words[k].clone()];
            let id = match c.source {
                Source::Chosen(id) => Some(id),
                Source::Gazetteer(n) => self.person_reading(n, w.len()),
                _ => None,
            };
            if w.len() < 2 || matches!(c.source, Source::Part) {
                // a name of one word waits, but for a safe one that is a full name or kunya
                later.push((k, id));
                continue;
            }
            let made = match id {
                Some(id) => self.entry(id, c.start),
                None => match self.same_person(w) {
                    Some(m) => m,
                    None => match c.source {
                        // a name that the gazetteer gives to several persons
                        Source::Gazetteer(_) => self.local(&c, None),
                        Source::Run { gender } => match self.inner_entry(&c) {
                            Some(id) => self.entry(id, c.start),
                            None => self.local(&c, gender),
                        },
                        _ => self.local(&c, None),
                    },
                },
            };
            self.made[made as usize].first = self.made[made as usize].first.min(c.start);
            self.learn(w, made, c.start);
            out[k] = Some(made);
        }
        self.persons.sort();
        // the short ones, in text order
        later.sort_by_key(|&(k, _)| list[k].start);
        let mut fresh: Map<u64, u32> = Map::default();
        for (k, id) in later {
            let c = list[k];
            let part = if matches!(c.source, Source::Part) { hashes[words[k].clone()].last() } else { hashes[words[k].clone()].first() };
            let Some(&h) = part else { continue };
            let surname = c.form == MentionForm::Surname || matches!(c.source, Source::Run { .. } | Source::Part);
            let text_says = self.persons.last(h, c.start).or_else(|| self.other_article(&c).and_then(|h| self.persons.last(h, c.start)));
            let known = id.and_then(|id| self.by_id.get(&id).copied());
            let made = match (known, text_says, id) {
                (Some(m), _, _) => m,
                (None, Some(m), _) if surname => m,
                (_, _, Some(id)) => self.entry(id, c.start),
                (None, Some(m), None) => m,
                (None, None, None) => match fresh.get(&h) {
                    Some(&m) => m,
                    None => {
                        let gender = if let Source::Run { gender } = c.source { gender } else { None };
                        let m = self.local(&c, gender);
                        fresh.insert(h, m);
                        m
                    }
                },
            };
            self.made[made as usize].first = self.made[made as usize].first.min(c.start);
            out[k] = Some(made);
        }
        self.bodies(list, &mut out);
        out
    }

    /// A single word with or without its article.
    fn other_article(&self, c: &Candidate) -> Option<u64> {
        let v = self.v;
        let s = v.text.slice(v.span(c.first, c.end as usize));
        match s.strip_prefix("ال") {
            Some(rest) => Some(qawl_text::hash(rest)),
            None => Some(crate::view::with_article(s)),
        }
    }

    /// The person of the text that this full name names too.
    fn same_person(&self, w: &[u64]) -> Option<u32> {
        let chain = w.iter().fold(0, |a, &b| mix(a, b));
        self.full.get(&chain).or_else(|| self.full.get(&ends(w))).copied()
    }

    /// Remembers a full name: itself, its beginnings, its first with its last word, and its parts.
    fn learn(&mut self, w: &[u64], made: u32, at: u32) {
        let mut chain = 0;
        for (n, &h) in w.iter().enumerate() {
            chain = mix(chain, h);
            if n >= 1 {
                self.full.entry(chain).or_insert(made);
            }
        }
        self.full.entry(ends(w)).or_insert(made);
        for &h in w {
            self.persons.add(h, at, made);
        }
    }

    /// The person of a gazetteer name: the only one, or the one that the text's states tell.
    fn person_reading(&self, n: qawl_gazetteer::NameId, words: usize) -> Option<EntityId> {
        let readings = self.g.readings(n);
        let persons = || readings.iter().filter(|r| self.g.entry(r.entity).ty == GazetteerType::Person && (!r.needs_context || words > 1));
        let mut it = persons();
        let first = it.next()?;
        if it.next().is_none() {
            return Some(first.entity);
        }
        // one that is named in full in the text
        if let Some(r) = persons().find(|r| self.by_id.contains_key(&r.entity)) {
            return Some(r.entity);
        }
        if words == 1 && first.kind != AliasKind::Surname {
            return Some(first.entity);
        }
        let best = persons().min_by_key(|r| self.state_rank(r.entity))?;
        let rank = self.state_rank(best.entity);
        let unique = rank != usize::MAX && persons().filter(|r| self.state_rank(r.entity) == rank).count() == 1;
        unique.then_some(best.entity)
    }

    /// The gazetteer's person whose name a longer run begins or ends with: محمد بن سلمان in محمد بن سلمان آل سعود.
    fn inner_entry(&self, c: &Candidate) -> Option<EntityId> {
        let v = self.v;
        let raw = v.text.raw();
        let person = |m: &qawl_gazetteer::Match| match self.g.readings(m.name) {
            [r] if self.g.entry(r.entity).ty == GazetteerType::Person => Some((r.entity, r.needs_context)),
            _ => None,
        };
        let begin = self
            .g
            .match_at(raw, v.tok, c.start as usize)
            .filter(|m| m.first_byte == c.first && m.end - m.start >= 2 && m.end < c.end && m.end + 2 >= c.end);
        if let Some((e, false)) = begin.and_then(|m| person(&m)) {
            return Some(e);
        }
        // a known surname at the end, and all words of the known name in this one or the other way round: أمير حسين عبد اللهيان
        let mine: Vec<u64> = (c.start as usize..c.end as usize).map(|i| self.first_hash(c, i)).collect();
        (c.end.saturating_sub(3).max(c.start + 1)..c.end).find_map(|i| {
            let m = self.g.match_at(raw, v.tok, i as usize).filter(|m| m.end == c.end)?;
            let (e, _) = person(&m)?;
            let theirs = crate::lexicon::hashes(&self.g.entry(e).name);
            let inside = |a: &[u64], b: &[u64]| a.iter().all(|h| b.contains(h));
            (inside(&theirs, &mine) || mine.first() == theirs.first() && inside(&mine, &theirs)).then_some(e)
        })
    }

    /// A new entity of this document alone.
    fn local(&mut self, c: &Candidate, gender: Option<Gender>) -> u32 {
        let v = self.v;
        let name = v.text.slice(v.span(c.first, c.end as usize)).replace(['"', '«', '»', '“', '”'], "");
        let article = if c.first > v.tok[c.start as usize].start && name.starts_with('ل') && v.text.raw()[..c.first as usize].ends_with('ل') {
            "ا"
        } else {
            ""
        };
        self.add(
            FoundEntity {
                origin: Origin::Document,
                ty: c.ty,
                name: if article.is_empty() { name } else { [article, &name].concat() },
                gender,
                number: None,
            },
            c.start,
        )
    }

    /// Places, organizations and the rest.
    fn bodies(&mut self, list: &mut [Candidate], out: &mut [Option<u32>]) {
        let mut order: Vec<usize> = (0..list.len())
            .filter(|&k| {
                out[k].is_none() && list[k].ty != EntityType::Person && list[k].form.is_name() || matches!(list[k].form, MentionForm::Demonym)
            })
            .collect();
        order.retain(|&k| out[k].is_none());
        order.sort_by_key(|&k| (std::cmp::Reverse(list[k].end - list[k].start), list[k].start));
        let mut later = Vec::new();
        for &k in &order {
            let c = list[k];
            let made = match c.source {
                Source::Chosen(id) => Some(self.entry(id, c.start)),
                Source::Gazetteer(n) => self.body_reading(n, &mut list[k]).map(|id| self.entry(id, c.start)),
                _ => {
                    later.push(k);
                    continue;
                }
            };
            if let Some(m) = made {
                if c.end - c.start >= 2 && c.form.is_name() {
                    self.learn_body(&c, m);
                }
                self.made[m as usize].first = self.made[m as usize].first.min(c.start);
            }
            out[k] = made;
        }
        self.bodies.sort();
        for k in later {
            let c = list[k];
            let key = self.body_key(&c, c.end as usize);
            // لاعب مانشستر where مانشستر يونايتد is named
            let club = if c.rule == "club-of-city" { self.bodies.last(mix(key, 1), c.start) } else { None };
            let found = club.or_else(|| self.other.get(&key).copied()).or_else(|| self.bodies.last(key, c.start));
            let made = match found {
                Some(m) => m,
                None => {
                    let m = self.local(&c, None);
                    self.other.insert(key, m);
                    self.learn_other(&c, m);
                    m
                }
            };
            self.made[made as usize].first = self.made[made as usize].first.min(c.start);
            out[k] = Some(made);
        }
    }

    /// The hash of a body's name up to token `end`, marks left out.
    fn body_key(&self, c: &Candidate, end: usize) -> u64 {
        (c.start as usize..end).filter(|&i| self.v.tok[i].kind != TokenKind::Punct).fold(1, |a, i| mix(a, self.first_hash(c, i)))
    }

    /// The same for a body that no gazetteer has; the longest come first.
    fn learn_other(&mut self, c: &Candidate, made: u32) {
        for e in c.start as usize + 2..c.end as usize {
            let key = self.body_key(c, e);
            self.other.entry(key).or_insert(made);
        }
        let inner =
            (c.start as usize + 1..c.end as usize).filter(|&i| self.v.tok[i].kind != TokenKind::Punct).fold(1, |a, i| mix(a, self.v.tok[i].hash));
        self.other.entry(inner).or_insert(made);
    }

    /// Remembers the beginnings of a body's name, and its name without the head.
    fn learn_body(&mut self, c: &Candidate, made: u32) {
        if c.ty == EntityType::Organization {
            self.bodies.add(mix(self.body_key(c, c.start as usize + 1), 1), c.start, made);
        }
        for e in c.start as usize + 2..=c.end as usize {
            let key = self.body_key(c, e);
            self.bodies.add(key, c.start, made);
        }
        let inner =
            (c.start as usize + 1..c.end as usize).filter(|&i| self.v.tok[i].kind != TokenKind::Punct).fold(1, |a, i| mix(a, self.v.tok[i].hash));
        self.bodies.add(inner, c.start, made);
    }

    /// The entity of a name that is no person's: the only one, one already named, or the one that the text's states tell.
    fn body_reading(&self, n: qawl_gazetteer::NameId, c: &mut Candidate) -> Option<EntityId> {
        let all = self.g.readings(n);
        let homonym = c.rule == "gazetteer-homonym";
        let own = c.form;
        let usable = || all.iter().filter(move |r| homonym || !r.needs_context && form(r.kind) == own);
        let first = usable().next().or_else(|| all.iter().find(|r| !r.needs_context))?;
        let count = usable().count();
        if count <= 1 {
            return Some(first.entity);
        }
        let chosen = if let Some(r) = usable().find(|r| self.by_id.contains_key(&r.entity)) {
            r
        } else if first.kind != AliasKind::Name || self.g.entry(first.entity).kind.as_deref() != Some("state") {
            let best = usable().min_by_key(|r| (self.state_rank(r.entity), r.kind))?;
            let same = |r: &&qawl_gazetteer::Reading| self.state_rank(r.entity) == self.state_rank(best.entity) && r.kind == best.kind;
            if homonym && self.state_rank(best.entity) == usize::MAX
                || usable().filter(same).count() > 1 && self.g.entry(best.entity).ty != GazetteerType::Place
            {
                // balanced: left open
                c.rule = "ambiguous";
                return None;
            }
            best
        } else {
            first
        };
        c.ty = record_type(self.g.entry(chosen.entity).ty);
        Some(chosen.entity)
    }

    /// The entities in order of first mention, and for each old index the new one.
    pub(crate) fn finish(self) -> (Vec<FoundEntity>, Vec<EntityIx>) {
        let mut order: Vec<usize> = (0..self.made.len()).collect();
        order.sort_by_key(|&k| (self.made[k].first, k));
        let mut map = vec![EntityIx(0); self.made.len()];
        for (new, &old) in order.iter().enumerate() {
            map[old] = EntityIx(new as u32);
        }
        let mut made: Vec<Option<FoundEntity>> = self.made.into_iter().map(|m| Some(m.entity)).collect();
        (order.into_iter().filter_map(|k| made[k].take()).collect(), map)
    }
}

/// The first with the last word of a name.
fn ends(w: &[u64]) -> u64 {
    mix(mix(7, w[0]), w[w.len() - 1])
}
