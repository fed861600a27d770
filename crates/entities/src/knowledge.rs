//! What the finder knows: the gazetteer and the word lists.

use crate::candidate::{Candidate, Source};
use crate::choose::choose;
use crate::describe::Describer;
use crate::foreign::Foreign;
use crate::heads::Heads;
use crate::identity::Identity;
use crate::lexicon::Lexicon;
use crate::nouns::Nouns;
use crate::view::View;
use crate::words::Word;
use crate::{Alternative, Found, Mention};
use crate::{date, heads, known, parts, people, titles};
use qawl_gazetteer::{EntityId, Gazetteer, Match};
use qawl_record::{EntityType, MentionForm};
use qawl_text::{Text, TokenRange, WordMap};

/// Everything that finding needs, compiled once; share it between threads.
pub struct Knowledge {
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    foreign: Foreign,
    heads: Heads,
    nouns: Nouns,
    nationalities: WordMap<()>,
    /// Of each entity its state.
    states: Vec<Option<EntityId>>,
    capitals: Vec<EntityId>,
}

impl Knowledge {
    /// Compiles the word lists (`names/*.txt` and `context/*.txt` among `files`) beside a gazetteer.
    pub fn new(gazetteer: Gazetteer, files: &[(&str, &str)]) -> Knowledge {
        let nationalities = known::nationalities(&gazetteer);
        let states: Vec<Option<EntityId>> = gazetteer.entities().map(|(id, _)| gazetteer.state_of(id)).collect();
        let mut capitals: Vec<EntityId> =
            gazetteer.entities().filter(|(_, e)| e.kind.as_deref() == Some("state")).filter_map(|(id, _)| gazetteer.capital_of(id)).collect();
        capitals.sort_unstable();
        Knowledge {
            states,
            capitals,
            nationalities,
            gazetteer,
            lexicon: Lexicon::new(files, Nouns::all()),
            foreign: Foreign::new(files),
            heads: Heads::new(),
            nouns: Nouns::new(),
        }
    }
    /// The gazetteer.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
    /// Finds the mentions of a text and says which entity each one is. Infallible; linear in the text.
    pub fn find(&self, text: &Text<'_>, words: &[Word], published: Option<&str>) -> Found {
        self.read(text, words, published, None)
    }
    /// The same, with what was considered and not taken, in text order.
    pub fn explain(&self, text: &Text<'_>, words: &[Word], published: Option<&str>) -> (Found, Vec<Alternative>) {
        let mut alternatives = Vec::new();
        let found = self.read(text, words, published, Some(&mut alternatives));
        alternatives.sort_by_key(|a| (a.tokens.start, a.tokens.end));
        (found, alternatives)
    }

    fn read(&self, text: &Text<'_>, words: &[Word], published: Option<&str>, alternatives: Option<&mut Vec<Alternative>>) -> Found {
        let g = &self.gazetteer;
        let v = View::new(text, words, &self.lexicon);
        let mut known = known::find(&v, g, &self.nationalities, &|h| self.heads.passing(h));
        known::settle(&v, g, |h| self.nouns.has(h), &mut known);
        let titles = titles::find(&v, &known);
        let mut candidates = std::mem::take(&mut known.candidates);
        for c in candidates.iter_mut().filter(|c| c.form == MentionForm::Title) {
            let end = titles::without_name(&known, c.start as usize, c.end as usize) as u32;
            c.score -= 10 * (c.end - end) as i32;
            c.end = end;
        }
        for c in &mut candidates {
            self.club(&v, c);
        }
        people::find(&v, &self.foreign, &known, &titles, &mut candidates);
        heads::find(&v, &self.heads, &self.foreign, &known, &mut candidates);
        let chosen = choose(&candidates, v.len());
        let mut list: Vec<Candidate> = chosen.iter().map(|&k| candidates[k]).collect();
        let before = candidates.len();
        parts::find(&v, &list, &mut candidates);
        let parts = &candidates[before..];
        let crossed = parts.windows(2).any(|w| w[0].end > w[1].start);
        if crossed || parts.iter().any(|p| list.get(list.partition_point(|c| c.end <= p.start)).is_some_and(|c| c.start < p.end)) {
            list = choose(&candidates, v.len()).into_iter().map(|k| candidates[k]).collect();
        } else if !parts.is_empty() {
            // between the chosen ones: they are the best together with them
            list.extend_from_slice(parts);
            list.sort_unstable_by_key(|c| c.start);
        }
        if let Some(out) = alternatives {
            self.rejected(&v, &candidates, &list, &known.lost, out);
        }
        let mut identity = Identity::new(&v, g, &self.states);
        identity.count_states(&list);
        let mut resolved = identity.resolve(&mut list);
        let date = date::of(&v, published);
        let describer = Describer {
            v: &v,
            g,
            nouns: &self.nouns,
            known: &known,
            list: &list,
            titles: &titles.all,
            date,
            states: &self.states,
            capitals: &self.capitals,
            home: identity.states.first().map(|s| s.0),
        };
        let described = describer.run(&mut identity, &mut resolved);
        let (entities, map) = identity.finish();
        let mention = |c: &Candidate, entity: Option<u32>, members: &[u32]| Mention {
            tokens: TokenRange { start: c.start, end: c.end },
            span: v.span(c.first, c.end as usize),
            ty: c.ty,
            form: c.form,
            entity: entity.map(|e| map[e as usize]),
            members: members.iter().map(|&e| map[e as usize]).collect(),
            rule: c.rule,
        };
        let mut mentions = Vec::with_capacity(list.len() + described.len());
        let mut named = list.iter().zip(&resolved).peekable();
        for d in &described {
            while let Some((c, e)) = named.next_if(|(c, _)| c.start < d.candidate.start) {
                mentions.push(mention(c, *e, &[]));
            }
            while named.next_if(|(c, _)| c.start < d.candidate.end).is_some() {}
            mentions.push(mention(&d.candidate, d.entity, &d.members));
        }
        mentions.extend(named.map(|(c, e)| mention(c, *e, &[])));
        Found { mentions, entities }
    }

    /// لاعب ليفربول, صفوف مانشستر: the club of the city. One that the gazetteer has no reading for is the text's own.
    fn club(&self, v: &View<'_>, c: &mut Candidate) {
        let Some(b) = c.start.checked_sub(1).map(|b| b as usize) else { return };
        let plain = c.ty == EntityType::Place && c.form.is_name() && c.first == v.tok[c.start as usize].start && v.follows(c.start as usize);
        if !plain || !self.heads.of_club(v.hash(b)) {
            return;
        }
        let city = |id: EntityId| matches!(self.gazetteer.entry(id).kind.as_deref(), Some("city" | "town"));
        let is_city = match c.source {
            Source::Gazetteer(n) => self.gazetteer.readings(n).first().is_some_and(|r| city(r.entity)),
            Source::Chosen(e) => city(e),
            _ => false,
        };
        if is_city {
            (c.ty, c.source, c.rule) = (EntityType::Organization, Source::Phrase, "club-of-city");
        }
    }

    /// What lost: candidates that a chosen one overlaps, further readings of chosen names, and names that nothing bears out.
    fn rejected(&self, v: &View<'_>, candidates: &[Candidate], list: &[Candidate], lost: &[Match], out: &mut Vec<Alternative>) {
        let alternative = |c: &Candidate, entity, why| Alternative {
            tokens: TokenRange { start: c.start, end: c.end },
            span: v.span(c.first, c.end as usize),
            ty: c.ty,
            entity,
            rule: c.rule,
            why,
        };
        // the chosen ones are in text order
        let taken = |c: &Candidate| list.binary_search_by_key(&c.start, |l| l.start).is_ok_and(|k| (list[k].end, list[k].rule) == (c.end, c.rule));
        for c in candidates.iter().filter(|c| !taken(c)) {
            let entity = match c.source {
                Source::Chosen(e) => Some(e),
                Source::Gazetteer(n) => self.gazetteer.readings(n).first().map(|r| r.entity),
                _ => None,
            };
            out.push(alternative(c, entity, "overlaps a mention that is longer or better borne out"));
        }
        for c in list {
            if let Source::Gazetteer(n) = c.source {
                for r in self.gazetteer.readings(n).iter().skip(1) {
                    out.push(alternative(c, Some(r.entity), "another reading of the name"));
                }
            }
        }
        for m in lost {
            for r in self.gazetteer.readings(m.name) {
                let c = known::candidate(&self.gazetteer, m, r, Source::Chosen(r.entity), 0, "gazetteer");
                out.push(alternative(&c, Some(r.entity), "also a common word or another's name, and nothing in the text bears it out"));
            }
        }
    }
}
