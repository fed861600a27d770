//! The compiled gazetteer: entries, names and what each can mean, offices and their holders.

use crate::index::Index;
use crate::{Date, EntityId, EntityType, Entry, NameId, Reading};

/// Entries with their names compiled for matching. Immutable; share it between threads.
///
/// Made by a [`Builder`](crate::Builder). Entities are in order of their ids, whatever the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub(crate) entries: Vec<Entry>,
    /// Of each entry what it refers to.
    pub(crate) links: Vec<Link>,
    pub(crate) index: Index,
    pub(crate) readings: Vec<Reading>,
    /// Where each name's readings begin; one more than there are names.
    pub(crate) starts: Vec<u32>,
    /// Further spellings of a name whose readings have others, sorted.
    pub(crate) spellings: Vec<(u32, u32)>,
    /// Where each name stands in `text`.
    pub(crate) names: Vec<(u32, u32)>,
    pub(crate) text: String,
    /// By office, then time.
    pub(crate) holders: Vec<Held>,
    /// By person, then time.
    pub(crate) held: Vec<Held>,
    /// Offices with what they belong to, by that.
    pub(crate) seats: Vec<(EntityId, EntityId)>,
}

/// What an entry refers to, as indexes of entries, [`NONE`] where there is none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) of: u32,
    pub(crate) capital: u32,
}

pub(crate) const NONE: u32 = u32::MAX;

fn found(index: u32) -> Option<EntityId> {
    (index != NONE).then_some(EntityId(index))
}

/// Who holds an office on a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holder {
    /// This person.
    One(EntityId),
    /// Several may: they share it, or the files do not know the day of the change.
    Several,
    /// No one that the files know.
    None,
}

/// An office held by a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Held {
    /// The office.
    pub office: EntityId,
    /// The person.
    pub person: EntityId,
    /// First day, where known.
    pub from: Option<Date>,
    /// The day after the last, where known.
    pub to: Option<Date>,
}

impl Held {
    /// Whether it may have been held on this date; a date known to the year or month only may be any of its days.
    pub fn covers(&self, date: Date) -> bool {
        let begun = self.from.is_none_or(|f| f.first() <= date.last());
        let ended = self.to.is_some_and(|t| if t.is_day() { t <= date.first() } else { t.last() < date.first() });
        begun && !ended
    }
}

impl Gazetteer {
    /// Every entry, in order of ids.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
    /// Every entity with its entry, in order of ids.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entry)> {
        self.entries.iter().enumerate().map(|(i, e)| (EntityId(i as u32), e))
    }
    /// The entry.
    ///
    /// # Panics
    ///
    /// If the id is another gazetteer's, and that has more entries.
    pub fn entry(&self, id: EntityId) -> &Entry {
        &self.entries[id.index()]
    }
    /// The entity with this id.
    pub fn by_id(&self, id: &str) -> Option<EntityId> {
        self.entries.binary_search_by(|e| e.id.as_ref().cmp(id)).ok().map(|i| EntityId(i as u32))
    }
    /// How many names there are; forms that fold to the same words are one.
    pub fn name_count(&self) -> usize {
        self.names.len()
    }
    /// A name, as its first reading is written.
    pub fn name_text(&self, name: NameId) -> &str {
        let (start, end) = self.names[name.index()];
        &self.text[start as usize..end as usize]
    }
    /// What a name can mean: in order of [`AliasKind`](crate::AliasKind), then those that are safe anywhere, then of ids. Each entity stands once.
    pub fn readings(&self, name: NameId) -> &[Reading] {
        let i = name.index();
        &self.readings[self.starts[i] as usize..self.starts[i + 1] as usize]
    }
    /// Who holds this office on this date.
    ///
    /// Where the files know only the month or year of a change, or `date` is only a month or year, both may be meant: [`Holder::Several`].
    pub fn holder_on(&self, office: EntityId, date: Date) -> Holder {
        let mut found = Holder::None;
        for h in self.holders_of(office).iter().filter(|h| h.covers(date)) {
            found = match found {
                Holder::None => Holder::One(h.person),
                Holder::One(p) if p == h.person => found,
                _ => return Holder::Several,
            };
        }
        found
    }
    /// The holders of an office, in order of time.
    pub fn holders_of(&self, office: EntityId) -> &[Held] {
        range(&self.holders, office, |h| h.office)
    }
    /// The offices that a person holds or held, in order of time.
    pub fn offices_of(&self, person: EntityId) -> &[Held] {
        range(&self.held, person, |h| h.person)
    }
    /// The offices of a state or body (whose `of` it is), in order of ids.
    pub fn offices_at(&self, place: EntityId) -> impl Iterator<Item = EntityId> {
        range(&self.seats, place, |s| s.0).iter().map(|s| s.1)
    }
    /// What an entity belongs to: its `of`.
    pub fn parent_of(&self, entity: EntityId) -> Option<EntityId> {
        found(self.links[entity.index()].of)
    }
    /// The state that a place, body or person belongs to: itself if it is one, else the first along `of`.
    pub fn state_of(&self, entity: EntityId) -> Option<EntityId> {
        let mut at = entity;
        // files may make a circle
        for _ in 0..8 {
            let e = self.entry(at);
            if e.ty == EntityType::Place && e.kind.as_deref() == Some("state") {
                return Some(at);
            }
            at = self.parent_of(at)?;
        }
        None
    }
    /// The capital of a state or region.
    pub fn capital_of(&self, place: EntityId) -> Option<EntityId> {
        found(self.links[place.index()].capital)
    }
    /// The party of a person.
    pub fn party_of(&self, person: EntityId) -> Option<EntityId> {
        self.by_id(self.entry(person).party.as_deref()?)
    }
    /// Memory of the compiled names in bytes, entries not counted.
    pub fn bytes(&self) -> usize {
        self.index.bytes()
            + self.readings.len() * size_of::<Reading>()
            + self.starts.len() * 4
            + (self.names.len() + self.spellings.len() + self.seats.len()) * 8
            + self.text.len()
            + (self.holders.len() + self.held.len()) * size_of::<Held>()
    }
}

fn range<T>(sorted: &[T], id: EntityId, key: impl Fn(&T) -> EntityId) -> &[T] {
    let start = sorted.partition_point(|t| key(t) < id);
    let len = sorted[start..].partition_point(|t| key(t) == id);
    &sorted[start..start + len]
}
