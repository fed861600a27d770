//! Collecting entries and compiling them.

use crate::format::{blocks, borrowed, owned, parse_placed};
use crate::gazetteer::{Link, NONE};
use crate::index::{IndexBuilder, is_word, words_of};
use crate::spelling::{is_common_latin, spelling};
use crate::{AliasKind, EntityId, EntityType, Entry, Error, ErrorKind, FileError, Form, Gazetteer, Held, Reading};
use crate::{demonym, titles, variants};
use qawl_text::{Token, tokenize};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Collects entries and compiles them into a [`Gazetteer`].
///
/// Sources come in order: an entry replaces an earlier one of the same id, so that a user's file can mend what the default gazetteers say.
///
/// ```
/// use qawl_gazetteer::Builder;
/// let mut builder = Builder::new();
/// builder.add_source("base.gaz", "[place:iraq]\nname: العراق\n\n[place:mosul]\nname: الموصل\n");
/// builder.add_source("mine.gaz", "[place:iraq]\nname: العراق\nen: Iraq\ndemonym: عراقي\n");
/// builder.switch_off("place:mosul");
/// let gazetteer = builder.build()?;
/// assert_eq!(gazetteer.entries().len(), 1);
/// assert_eq!(gazetteer.entries()[0].names["en"], "Iraq");
/// # Ok::<(), qawl_gazetteer::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    entries: Vec<Entry>,
    errors: Vec<FileError>,
    off: HashSet<String>,
}

impl Builder {
    /// An empty one.
    pub fn new() -> Builder {
        Builder::default()
    }
    /// Adds the entries of a file; an entry replaces an earlier one of the same id. Errors of the file come out of [`build`](Builder::build).
    pub fn add_source(&mut self, file_name: &str, text: &str) -> &mut Builder {
        self.entries.reserve(blocks(text));
        self.read(file_name, text, owned);
        self
    }
    /// As [`add_source`](Builder::add_source), of files that are part of the program: the entries borrow from their text.
    pub fn add_static<'n>(&mut self, files: impl IntoIterator<Item = (&'n str, &'static str)>) -> &mut Builder {
        let files: Vec<_> = files.into_iter().collect();
        // entries are large: moving them costs more than reading them
        self.entries.reserve_exact(files.iter().map(|(_, text)| blocks(text)).sum());
        for (file_name, text) in files {
            self.read(file_name, text, borrowed);
        }
        self
    }
    fn read<'a>(&mut self, file_name: &str, text: &'a str, keep: impl Fn(&'a str) -> Cow<'static, str>) {
        let before = self.entries.len();
        let (lines, errors) = parse_placed(file_name, text, keep, &mut self.entries);
        self.errors.extend(errors);
        let added = &self.entries[before..];
        if added.windows(2).all(|w| w[0].id < w[1].id) {
            return;
        }
        let mut seen: Vec<(&str, u32)> = added.iter().map(|e| e.id.as_ref()).zip(lines).collect();
        seen.sort_unstable();
        for pair in seen.windows(2).filter(|p| p[0].0 == p[1].0) {
            let message = format!("[{}] stands in line {} too: make one block of the two", pair[1].0, pair[0].1);
            self.errors.push(FileError { kind: ErrorKind::Duplicate, file: file_name.to_owned(), line: pair[1].1, column: 1, message });
        }
    }
    /// Adds an entry; it replaces an earlier one of the same id.
    pub fn add_entry(&mut self, entry: Entry) -> &mut Builder {
        self.entries.push(entry);
        self
    }
    /// Takes an entity out, whatever source gives it.
    pub fn switch_off(&mut self, id: &str) -> &mut Builder {
        self.off.insert(id.to_owned());
        self
    }
    /// Compiles.
    ///
    /// # Errors
    ///
    /// If a source has errors; all of them are in it. An id that no entry has is none: see [`Gazetteer::dangling`].
    pub fn build(self) -> Result<Gazetteer, Error> {
        let (gazetteer, errors) = self.build_lenient();
        if errors.is_empty() { Ok(gazetteer) } else { Err(Error { errors }) }
    }
    /// Compiles what could be read, and says what could not.
    pub fn build_lenient(self) -> (Gazetteer, Vec<FileError>) {
        let Builder { mut entries, errors, off } = self;
        // of equal ids the last wins
        let order = order(&entries);
        let id = |i: u32| entries[i as usize].id.as_ref();
        let last = |i: usize| order.get(i + 1).is_none_or(|&next| id(next) != id(order[i]));
        let (mut to, mut kept) = (vec![0u32; order.len()], 0);
        for i in 0..order.len() {
            if last(i) && (off.is_empty() || !off.contains(id(order[i]))) {
                to[order[i] as usize] = kept;
                kept += 1;
            } else {
                to[order[i] as usize] = u32::MAX;
            }
        }
        for (t, end) in to.iter_mut().filter(|t| **t == u32::MAX).zip(kept..) {
            *t = end;
        }
        // entries are large: each is moved once, to its place
        for i in 0..to.len() {
            while to[i] as usize != i {
                let t = to[i] as usize;
                entries.swap(i, t);
                to.swap(i, t);
            }
        }
        entries.truncate(kept as usize);
        (compile(entries), errors)
    }
}

/// The entries in order of their ids, those of one id in the order in which they came.
fn order(entries: &[Entry]) -> Vec<u32> {
    // most ids differ in their first letters: numbers compare faster than strings
    let key = |e: &Entry| {
        let mut head = [0u8; 24];
        let n = e.id.len().min(24);
        head[..n].copy_from_slice(&e.id.as_bytes()[..n]);
        let (a, b) = (head.first_chunk::<16>(), head.last_chunk::<8>());
        (u128::from_be_bytes(*a.unwrap_or(&[0; 16])), u64::from_be_bytes(*b.unwrap_or(&[0; 8])))
    };
    let mut keys: Vec<(u128, u64, u32)> = entries.iter().zip(0..).map(|(e, i)| (key(e).0, key(e).1, i)).collect();
    let id = |i: u32| entries[i as usize].id.as_ref();
    keys.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| id(a.2).cmp(id(b.2))));
    keys.into_iter().map(|k| k.2).collect()
}

/// The forms of all names on their way into the index.
#[derive(Default)]
struct Forms {
    index: IndexBuilder,
    /// By form, as the index counts them.
    readings: Vec<Reading>,
    places: Vec<(u32, u32)>,
    text: String,
    tokens: Vec<Token>,
    words: Vec<u64>,
    spellings: Vec<String>,
}

impl Forms {
    /// Adds one form as it is.
    fn add(&mut self, text: &str, entity: EntityId, kind: AliasKind, needs_context: bool, form: Option<Form>) {
        self.tokens.clear();
        tokenize(text, &mut self.tokens);
        let spelling = if self.tokens.iter().all(is_word) {
            // as nearly every name: what `words_of` and `spelling` would make of it, in one go
            if self.tokens.is_empty() {
                return;
            }
            self.index.add(self.tokens.iter().map(|t| t.hash));
            spelling(&self.tokens)
        } else {
            self.words.clear();
            words_of(&self.tokens, &mut self.words);
            if self.words.is_empty() {
                return;
            }
            let first = self.tokens.iter().position(is_word).unwrap_or(0);
            let last = self.tokens.iter().rposition(is_word).unwrap_or(0);
            self.index.add(self.words.iter().copied());
            spelling(&self.tokens[first..=last])
        };
        self.readings.push(Reading { entity, kind, needs_context, form, spelling });
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.places.push((start, self.text.len() as u32));
    }
    /// Adds a form and its other spellings.
    fn spelled(&mut self, text: &str, ty: EntityType, entity: EntityId, kind: AliasKind, needs_context: bool) {
        self.add(text, entity, kind, needs_context, None);
        if !variants::may_have(text, &self.tokens) {
            return;
        }
        let mut others = std::mem::take(&mut self.spellings);
        variants::spellings(text, ty, kind, &mut others);
        for other in others.drain(..) {
            self.add(&other, entity, kind, needs_context, None);
        }
        self.spellings = others;
    }
}

/// Whether a name in another language is matched: not one in Arabic letters (ku, fa), and not one English word.
fn matched(foreign: &str) -> bool {
    let latin = foreign.starts_with(|c: char| c.is_alphabetic() && (c as u32) < 0x250);
    latin && (foreign.contains([' ', '-', '\'', '.']) || foreign.len() > 2 && !is_common_latin(foreign))
}

fn compile(entries: Vec<Entry>) -> Gazetteer {
    let mut gazetteer = Gazetteer { entries, ..Gazetteer::default() };
    links(&mut gazetteer);
    let entries = &gazetteer.entries;
    let mut forms = Forms::default();
    // about six forms an entry, of some twenty bytes
    forms.text.reserve(entries.len() * 120);
    forms.readings.reserve(entries.len() * 6);
    forms.places.reserve(entries.len() * 6);
    forms.index.reserve(entries.len() * 6);
    for (entity, e) in gazetteer.entities() {
        if e.ty != EntityType::Office {
            forms.spelled(&e.name, e.ty, entity, AliasKind::Name, e.ambiguous);
        }
        for a in e.aliases.iter().filter(|a| a.kind != AliasKind::Foreign || matched(&a.text)) {
            forms.spelled(&a.text, e.ty, entity, a.kind, a.needs_context);
        }
        for name in e.names.values().filter(|n| matched(n)) {
            forms.spelled(name, e.ty, entity, AliasKind::Foreign, false);
        }
        for d in &e.demonyms {
            demonym::forms(d, |text, form| forms.add(text, entity, AliasKind::Demonym, false, Some(form)));
        }
        for d in &e.demonym_plurals {
            demonym::plural(d, |text, form| forms.add(text, entity, AliasKind::Demonym, false, Some(form)));
        }
        let office = e.class.as_ref().and_then(|class| Some((class, gazetteer.parent_of(entity)?)));
        if let Some((class, of)) = office {
            titles::titles(class, gazetteer.entry(of), |text| forms.add(text, entity, AliasKind::Title, false, None));
        }
    }
    offices(&mut gazetteer);
    names(&mut gazetteer, forms);
    gazetteer
}

/// What belongs to what.
pub(crate) fn links(g: &mut Gazetteer) {
    // ids in a table: each is looked up about once
    let ids: HashMap<&str, u32> = g.entries.iter().map(|e| e.id.as_ref()).zip(0..).collect();
    let mut links = Vec::with_capacity(g.entries.len());
    for e in &g.entries {
        let id = |id: &Option<Cow<'static, str>>| id.as_deref().and_then(|id| ids.get(id)).copied().unwrap_or(NONE);
        links.push(Link { of: id(&e.of), capital: id(&e.capital) });
    }
    g.links = links;
}

/// Who held what; ids that no entry has are left out.
pub(crate) fn offices(g: &mut Gazetteer) {
    let (mut holders, mut seats) = (Vec::new(), Vec::new());
    for (office, e) in g.entities().filter(|(_, e)| e.ty == EntityType::Office) {
        for t in &e.holders {
            if let Some(person) = g.by_id(&t.id) {
                holders.push(Held { office, person, from: t.from, to: t.to });
            }
        }
        seats.extend(g.parent_of(office).map(|of| (of, office)));
    }
    seats.sort_unstable();
    holders.sort_by_key(|h| (h.office, h.from, h.to.is_none(), h.to));
    let mut held = holders.clone();
    held.sort_by_key(|h| (h.person, h.from, h.to.is_none(), h.to));
    (g.holders, g.held, g.seats) = (holders, held, seats);
}

/// Groups the forms by name: readings ranked, each entity once.
fn names(g: &mut Gazetteer, forms: Forms) {
    let Forms { index, readings, places, text, .. } = forms;
    let (index, numbers) = index.finish();
    let count = numbers.iter().max().map_or(0, |n| n + 1);
    let mut starts = vec![0u32; count as usize + 1];
    numbers.iter().for_each(|&n| starts[n as usize + 1] += 1);
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut order = vec![0u32; numbers.len()];
    let mut next = starts.clone();
    for (form, &n) in numbers.iter().enumerate() {
        let at = &mut next[n as usize];
        order[*at as usize] = form as u32;
        *at += 1;
    }
    g.names.reserve(count as usize);
    g.starts.reserve(count as usize + 1);
    for n in 0..count as usize {
        let group = &mut order[starts[n] as usize..starts[n + 1] as usize];
        if group.len() > 1 {
            // a form before the other spellings made of it
            group.sort_by_key(|&f| {
                let r = &readings[f as usize];
                (r.kind, r.needs_context, r.entity)
            });
        }
        let from = g.readings.len();
        g.starts.push(from as u32);
        g.names.push(places[group[0] as usize]);
        for &f in group.iter() {
            let r = readings[f as usize];
            match g.readings[from..].iter().find(|k| k.entity == r.entity) {
                None => g.readings.push(r),
                Some(kept) if kept.spelling != r.spelling => g.spellings.push((n as u32, r.spelling)),
                Some(_) => {}
            }
        }
    }
    g.starts.push(g.readings.len() as u32);
    g.spellings.sort_unstable();
    g.spellings.dedup();
    g.index = index;
    g.text = text;
}
