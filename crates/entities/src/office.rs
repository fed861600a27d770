//! Offices and their holders: titles on a date, titles without a state, counterparts.

use crate::candidate::Source;
use crate::describe::{Describer, Memory, mix};
use crate::identity::Identity;
use crate::known::Cover;
use crate::view::word;
use qawl_gazetteer::{AliasKind, Date, EntityId, Holder};
use qawl_record::{EntityType, MentionForm};
use qawl_text::hash;

/// Words for somebody who holds the same office elsewhere.
pub(crate) const RELATED: [u64; 4] = [hash("نظيره"), hash("نظيرها"), hash("نظيرته"), hash("نظيرتها")];

/// Honorifics with a pronoun, and the title that their bearer has: معاليه, معالي.
pub(crate) const HONORIFICS: [(u64, u64); 9] = [
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

/// Titles of two words and their class of offices.
pub(crate) const CLASSES: [(u64, u64, &str); 11] = [
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
pub(crate) fn class_head(class: Option<&str>) -> u64 {
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

impl Describer<'_> {
    /// The person behind a title of an office.
    pub(crate) fn office(&self, identity: &mut Identity<'_>, m: &Memory, entities: &[Option<u32>], k: usize) -> Option<u32> {
        let list = self.list;
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
        if list
            .get(next)
            .is_some_and(|n| n.start as usize == at && n.ty == EntityType::Person && n.form.is_name() && n.first == v.tok[n.start as usize].start)
        {
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
        if let Some(p) = held.next()
            && held.all(|q| q == p)
        {
            return Some(identity.entry(p, c.start));
        }
        let second = v.follows(c.start as usize + 1).then(|| mix(self.title_head(c.start as usize), v.tok[c.start as usize + 1].hash));
        second.and_then(|s| m.titles.get(&s).or_else(|| m.first_title.get(&s)).copied())
    }

    /// The last two persons whose role in the gazetteer begins with the title word at `i`, a woman's with her man's: المبعوثة, مبعوث.
    pub(crate) fn by_role(&self, identity: &Identity<'_>, m: &Memory, i: usize, bare: u64) -> Option<u32> {
        let male = self.v.text.surface(i).strip_suffix('ة').map_or(0, |s| hash(s.strip_prefix("ال").unwrap_or(s)));
        let bare = |h: u64| h == bare || h == male && h != 0;
        let fits = |&e: &u32| {
            self.gazetteer_id(identity, e).is_some_and(|id| {
                let first = |s: &str| hash(s.split(' ').next().map_or("", |w| w.strip_prefix("ال").unwrap_or(w)));
                let role = self.g.entry(id).roles.iter().any(|r| bare(first(&r.text)));
                let office = self
                    .g
                    .offices_of(id)
                    .iter()
                    .any(|h| self.date.is_none_or(|d| h.covers(d)) && bare(class_head(self.g.entry(h.office).class.as_deref())));
                role || office
            })
        };
        m.persons.iter().rev().flatten().copied().find(|e| fits(e))
    }

    /// Whether a nationality stands at `i`: the title is of that state.
    pub(crate) fn nationality_at(&self, i: usize) -> bool {
        self.known.starts.get(i).is_some_and(|s| matches!(s.0, Cover::Demonym | Cover::Place)) && self.v.follows(i)
    }

    /// رئيس الحكومة, وزير الخارجية without a state: of the state that the text speaks of most, first where the holder is named.
    pub(crate) fn by_class(&self, identity: &mut Identity<'_>, i: usize, bare: u64) -> Option<u32> {
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
    pub(crate) fn counterpart(&self, identity: &mut Identity<'_>, m: &Memory, i: usize, k: usize) -> Option<(usize, u32)> {
        let list = self.list;
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
}
