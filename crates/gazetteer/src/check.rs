//! What a gazetteer says about itself: figures, ids that lead nowhere, names that mean several things.

use crate::{AliasKind, EntityId, EntityType, Gazetteer, NameId};

/// Figures of a gazetteer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stats {
    /// Entries by type; types without one are left out.
    pub entries: Vec<(EntityType, usize)>,
    /// Readings by kind of form, generated ones included.
    pub forms: Vec<(AliasKind, usize)>,
    /// Names: forms that fold alike counted once.
    pub names: usize,
    /// Names that more than one entity has.
    pub shared: usize,
    /// Entries with a Wikidata id.
    pub wikidata: usize,
    /// Memory of the compiled names in bytes.
    pub bytes: usize,
}

/// An id in an entry that no entry has.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Dangling {
    /// The entry that has it.
    pub entity: EntityId,
    /// The key it stands behind: `of`, `party`, `capital`, `leader`, `holder`.
    pub key: &'static str,
    /// The id.
    pub id: String,
}

impl Gazetteer {
    /// Figures.
    pub fn stats(&self) -> Stats {
        let types = EntityType::ALL.iter().map(|&ty| (ty, self.entries().iter().filter(|e| e.ty == ty).count()));
        let kinds = AliasKind::ALL.iter().map(|&k| (k, self.readings.iter().filter(|r| r.kind == k).count()));
        Stats {
            entries: types.filter(|t| t.1 > 0).collect(),
            forms: kinds.filter(|t| t.1 > 0).collect(),
            names: self.name_count(),
            shared: self.starts.windows(2).filter(|w| w[1] - w[0] > 1).count(),
            wikidata: self.entries().iter().filter(|e| e.wikidata.is_some()).count(),
            bytes: self.bytes(),
        }
    }
    /// Every id that no entry has, in order of entries and keys.
    pub fn dangling(&self) -> Vec<Dangling> {
        let mut out = Vec::new();
        for (entity, e) in self.entities() {
            let ids = [("of", &e.of), ("party", &e.party), ("capital", &e.capital)].into_iter().filter_map(|(k, id)| Some((k, id.as_deref()?)));
            let leaders = e.leaders.iter().map(|t| ("leader", t.id.as_ref()));
            let holders = e.holders.iter().map(|t| ("holder", t.id.as_ref()));
            for (key, id) in ids.chain(leaders).chain(holders).filter(|(_, id)| self.by_id(id).is_none()) {
                out.push(Dangling { entity, key, id: id.to_owned() });
            }
        }
        out
    }
    /// The names that several entities have and that claim to be safe for more than one of them: full names, aliases, short
    /// forms, surnames and acronyms without `?`. In order of the name's text.
    pub fn ambiguous(&self) -> Vec<NameId> {
        let safe = |n: &NameId| self.readings(*n).iter().filter(|r| r.kind < AliasKind::Title && !r.needs_context).count() > 1;
        let mut out: Vec<NameId> = (0..self.name_count() as u32).map(NameId).filter(safe).collect();
        out.sort_by_key(|n| self.name_text(*n));
        out
    }
}
