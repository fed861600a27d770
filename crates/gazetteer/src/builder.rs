//! Collecting entries and compiling them.

use crate::format::parse_placed;
use crate::index::{IndexBuilder, is_word, words_of};
use crate::spelling::{is_common_latin, spelling};
use crate::{AliasKind, EntityId, EntityType, Entry, Error, ErrorKind, FileError, Form, Gazetteer, Held, Reading};
use crate::{demonym, titles, variants};
use qawl_text::{Token, tokenize};
use std::collections::HashSet;

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
        let before = self.entries.len();
        let (lines, errors) = parse_placed(file_name, text, &mut self.entries);
        self.errors.extend(errors);
        let mut seen: Vec<(&str, u32)> = self.entries[before..].iter().map(|e| e.id.as_str()).zip(lines).collect();
        seen.sort_unstable();
        for pair in seen.windows(2).filter(|p| p[0].0 == p[1].0) {
            let message = format!("[{}] stands in line {} too: make one block of the two", pair[1].0, pair[0].1);
            self.errors.push(FileError { kind: ErrorKind::Duplicate, file: file_name.to_owned(), line: pair[1].1, column: 1, message });
        }
        self
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
        // entries are large, so their order is found before they move; of equal ids the last wins
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        let id = |i: u32| entries[i as usize].id.as_str();
        order.sort_by(|&a, &b| id(a).cmp(id(b)));
        let last = |i: usize| order.get(i + 1).is_none_or(|&next| id(next) != id(order[i]));
        let kept: Vec<u32> = (0..order.len()).filter(|&i| last(i) && !off.contains(id(order[i]))).map(|i| order[i]).collect();
        let entries = kept.into_iter().map(|i| std::mem::replace(&mut entries[i as usize], Entry::new("", ""))).collect();
        (compile(entries), errors)
    }
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
        self.words.clear();
        tokenize(text, &mut self.tokens);
        words_of(&self.tokens, &mut self.words);
        if self.words.is_empty() {
            return;
        }
        let first = self.tokens.iter().position(is_word).unwrap_or(0);
        let last = self.tokens.iter().rposition(is_word).unwrap_or(0);
        let spelling = spelling(&self.tokens[first..=last]);
        self.index.add(&self.words);
        self.readings.push(Reading { entity, kind, needs_context, form, spelling });
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.places.push((start, self.text.len() as u32));
    }
    /// Adds a form and its other spellings.
    fn spelled(&mut self, text: &str, ty: EntityType, entity: EntityId, kind: AliasKind, needs_context: bool) {
        self.add(text, entity, kind, needs_context, None);
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
    let mut forms = Forms::default();
    // about six forms an entry, of some twenty bytes
    forms.text.reserve(entries.len() * 120);
    forms.readings.reserve(entries.len() * 6);
    forms.places.reserve(entries.len() * 6);
    let mut gazetteer = Gazetteer { entries, ..Gazetteer::default() };
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
