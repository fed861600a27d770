//! The compiled gazetteer.

use crate::{Date, EntityId, Entry, FileError, Match, NameId, Reading};
use qawl_text::Token;

/// Entries with their names compiled for matching. Immutable; share it between threads.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub(crate) entries: Vec<Entry>,
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

impl Gazetteer {
    /// Every entry, in order of ids.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
    /// The entry.
    pub fn entry(&self, id: EntityId) -> &Entry {
        &self.entries[id.0 as usize]
    }
    /// The entity with this id.
    pub fn by_id(&self, id: &str) -> Option<EntityId> {
        self.entries.binary_search_by(|e| e.id.as_str().cmp(id)).ok().map(|i| EntityId(i as u32))
    }
    /// How many names there are.
    pub fn name_count(&self) -> usize {
        0
    }
    /// A name as a file writes it.
    pub fn name_text(&self, _name: NameId) -> &str {
        ""
    }
    /// What a name can mean, the likeliest kind first.
    pub fn readings(&self, _name: NameId) -> &[Reading] {
        &[]
    }
    /// Appends the names in a text, leftmost first and of those the longest, without overlap. `tokens` are `text`'s.
    pub fn matches(&self, _text: &str, _tokens: &[Token], _out: &mut Vec<Match>) {}
    /// Appends every name in a text, overlapping ones too, in order of start, then end, then clitics.
    pub fn all_matches(&self, _text: &str, _tokens: &[Token], _out: &mut Vec<Match>) {}
    /// The longest name that begins at this token.
    pub fn match_at(&self, _text: &str, _tokens: &[Token], _at: usize) -> Option<Match> {
        None
    }
    /// The name that these words are, whole: `lookup("للكاظمي")` knows clitics too.
    pub fn lookup(&self, _words: &str) -> Option<Match> {
        None
    }
    /// Who holds this office on this date.
    pub fn holder_on(&self, _office: EntityId, _date: Date) -> Holder {
        Holder::None
    }
    /// The offices that a person holds or held, in order of time.
    pub fn offices_of(&self, _person: EntityId) -> &[Held] {
        &[]
    }
    /// The offices of a state or body (whose `of` it is), in order of ids.
    pub fn offices_at(&self, _place: EntityId) -> &[EntityId] {
        &[]
    }
    /// The state that a place, body or person belongs to: itself if it is one, else along `of`.
    pub fn state_of(&self, _entity: EntityId) -> Option<EntityId> {
        None
    }
    /// The capital of a state or region.
    pub fn capital_of(&self, _place: EntityId) -> Option<EntityId> {
        None
    }
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

/// Collects entries and compiles them.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) entries: Vec<Entry>,
}

impl Builder {
    /// An empty one.
    pub fn new() -> Builder {
        Builder::default()
    }
    /// Adds the entries of a file; an entry replaces an earlier one of the same id.
    pub fn add_source(&mut self, _file_name: &str, _text: &str) -> &mut Builder {
        self
    }
    /// Adds an entry; it replaces an earlier one of the same id.
    pub fn add_entry(&mut self, _entry: Entry) -> &mut Builder {
        self
    }
    /// Takes an entity out, whatever source gives it.
    pub fn switch_off(&mut self, _id: &str) -> &mut Builder {
        self
    }
    /// Compiles; an error if a file has errors.
    pub fn build(self) -> Result<Gazetteer, crate::Error> {
        Ok(Gazetteer::default())
    }
    /// Compiles what could be read, and says what could not.
    pub fn build_lenient(self) -> (Gazetteer, Vec<FileError>) {
        (Gazetteer::default(), Vec::new())
    }
}
