//! Groups of two: الطرفان, الجانبان السعودي والإيراني, الوزيران; and what names are joined to make them.

use crate::candidate::{Candidate, Source};
use crate::describe::{Described, Describer, Memory};
use crate::identity::Identity;
use crate::view::word;
use crate::words::Class;
use qawl_record::{EntityType, MentionForm};
use qawl_text::fold;

impl Describer<'_> {
    /// What is joined with the mention `k` before it: بين العراق والولايات المتحدة; العراقي – الأمريكي.
    pub(crate) fn joined(&self, entities: &[Option<u32>], k: usize) -> Option<u32> {
        let (v, list) = (self.v, self.list);
        let p = k.checked_sub(1)?;
        let (a, b) = (&list[p], &list[k]);
        let gap = b.start as i64 - a.end as i64;
        let and = v.tok[b.start as usize].head()[0] == 0x648 && b.first > v.tok[b.start as usize].start;
        let dash = gap == 1 && v.tok[a.end as usize].is_dash();
        let demonyms = a.form == MentionForm::Demonym && b.form == MentionForm::Demonym && v.def(a.start as usize);
        let alike = (a.ty == EntityType::Place) == (b.ty == EntityType::Place)
            && (a.ty == EntityType::Place || matches!(a.ty, EntityType::Party | EntityType::ArmedGroup));
        entities[p].filter(|&o| Some(o) != entities[k] && alike && (gap == 0 && (and || demonyms) || dash))
    }

    /// The state that a place's name stands for among states: itself, or the state of a capital.
    fn power(&self, identity: &mut Identity<'_>, e: u32, i: usize) -> Option<u32> {
        if self.is_state(&identity.made[e as usize].entity) {
            return Some(e);
        }
        let id = self.gazetteer_id(identity, e).filter(|id| self.capitals.binary_search(id).is_ok())?;
        self.states[id.index()].map(|s| identity.entry(s, i as u32))
    }

    /// الطرفان, الوفدان: the two that were last named together.
    pub(crate) fn group(&self, identity: &mut Identity<'_>, m: &Memory, i: usize, k: usize) -> Option<Described> {
        let v = self.v;
        let skipped = u8::from(!v.class(i).any(Class::GROUP));
        // البلدان الآسيوية, البلدان التي: a plural
        if v.follows(i + 1) && (v.def(i + 1) && v.feminine(i + 1) || v.hash(i + 1) == word!("التي")) {
            return None;
        }
        let text = fold(v.text.surface(i));
        let persons = ["وزيران", "وزيرين", "رئيسان", "رئيسين", "زعيمان", "زعيمين"].iter().any(|w| text.ends_with(w));
        let delegation = text.contains("الوفد");
        let members = if persons {
            m.persons.iter().flatten().copied().collect()
        } else if delegation && m.delegations.len() == 2 {
            m.delegations.clone()
        } else {
            // الجانبان السعودي والإيراني: the two that follow
            let here = |n: usize| self.list.get(k + n).filter(|c| c.start as usize == i + 1 + n && c.form == MentionForm::Demonym);
            let follow = here(0).and(here(1)).map(|_| [self.demonym(i + 1), self.demonym(i + 2)]);
            let follow = follow.and_then(|[a, b]| Some([a?, b?]));
            let sides = m.sides.filter(|_| text.contains("الطرف") || text.contains("الجانب"));
            if let Some([a, b]) = follow {
                vec![identity.entry(a, i as u32), identity.entry(b, i as u32)]
            } else if let Some(s) = sides {
                s.to_vec()
            } else {
                m.pair.and_then(|[a, b]| Some(vec![self.power(identity, a, i)?, self.power(identity, b, i)?])).unwrap_or_default()
            }
        };
        if members.len() != 2 || members[0] == members[1] {
            return None;
        }
        let ty = if persons { EntityType::Person } else { identity.made[members[0] as usize].entity.ty };
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
