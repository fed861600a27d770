//! Reading a gazetteer file.

use super::keys::{CLASSES, KEYS, KINDS, Key, nearest, position};
use crate::{Alias, AliasKind, Date, EntityType, Entry, ErrorKind, FileError, Role, Tenure};
use memchr::memchr;
use std::borrow::Cow;

/// Reads a file (FORMAT.md): its entries in the file's order, and everything that is wrong with it. A wrong line is left out and the
/// reading goes on; a block with a wrong header is left out whole.
///
/// ```
/// let (entries, errors) = qawl_gazetteer::parse("a.gaz", "[person:joe-biden]\nname: جو بايدن\nsurnme: بايدن\n");
/// assert_eq!(entries[0].name, "جو بايدن");
/// assert_eq!(errors[0].to_string(), "a.gaz:3:1: `surnme` is not a key of the format: write `surname`");
/// ```
pub fn parse(file_name: &str, source: &str) -> (Vec<Entry>, Vec<FileError>) {
    let mut entries = Vec::new();
    let (_, errors) = parse_placed(file_name, source, owned, &mut entries);
    (entries, errors)
}

/// How an entry keeps a piece of the source: as a string of its own,
pub(crate) fn owned(s: &str) -> Cow<'static, str> {
    Cow::Owned(s.to_owned())
}

/// or, where the source is part of the program, as it stands.
pub(crate) const fn borrowed(s: &'static str) -> Cow<'static, str> {
    Cow::Borrowed(s)
}

/// As [`parse`], with the line of each entry's header; the entries are appended to `entries`.
pub(crate) fn parse_placed<'a, K: Fn(&'a str) -> Cow<'static, str>>(
    file: &str,
    source: &'a str,
    keep: K,
    entries: &mut Vec<Entry>,
) -> (Vec<u32>, Vec<FileError>) {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut p = Parser { file, keep, errors: Vec::new(), entries, lines: Vec::new(), seen: 0, next: 0, state: State::Outside };
    let (mut number, mut rest) = (0, source);
    while !rest.is_empty() {
        let end = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        number += 1;
        p.line(number, &rest[..end]);
        rest = rest.get(end + 1..).unwrap_or("");
    }
    p.close();
    (p.lines, p.errors)
}

/// How many blocks a file has at most.
pub(crate) fn blocks(source: &str) -> usize {
    memchr::memmem::find_iter(source.as_bytes(), "\n[").count() + 1
}

#[derive(PartialEq)]
enum State {
    /// Between blocks.
    Outside,
    /// In a block.
    Block,
    /// In a block whose header is wrong.
    Skipped,
}

struct Parser<'p, K> {
    file: &'p str,
    /// Makes a piece of the source an entry's.
    keep: K,
    errors: Vec<FileError>,
    entries: &'p mut Vec<Entry>,
    lines: Vec<u32>,
    /// The keys of the open block, as bits.
    seen: u64,
    /// Where the next key is likely to be found: canonical files have them in order.
    next: usize,
    state: State,
}

/// A value with its place.
#[derive(Clone, Copy)]
struct Value<'a> {
    line: u32,
    /// The whole line, to count columns in.
    whole: &'a str,
    text: &'a str,
}

impl Value<'_> {
    fn column(&self) -> u32 {
        let at = self.text.as_ptr() as usize - self.whole.as_ptr() as usize;
        self.whole.get(..at).map_or(1, |s| s.chars().count() as u32 + 1)
    }
}

impl<'a, K: Fn(&'a str) -> Cow<'static, str>> Parser<'_, K> {
    fn line(&mut self, number: u32, whole: &'a str) {
        let line = trim(whole);
        let at = |text| Value { line: number, whole, text };
        if line.is_empty() {
            self.close();
        } else if line.starts_with('#') {
        } else if line.starts_with('[') {
            self.close();
            self.header(at(line));
        } else if self.state != State::Skipped {
            match cut(line, b':') {
                _ if self.state == State::Outside => {
                    self.error(
                        ErrorKind::Line,
                        at(line),
                        "this line stands in no block: put a `[type:slug]` line above it, or take out the blank line".into(),
                    );
                }
                Some((key, value)) => self.pair(at(key.trim_end()), at(trim(value))),
                None => self.error(ErrorKind::Line, at(line), "this line has no colon: write `key: value`, or `#` in front of a comment".into()),
            }
        }
    }

    fn error(&mut self, kind: ErrorKind, v: Value<'_>, message: String) {
        self.errors.push(FileError { kind, file: self.file.to_owned(), line: v.line, column: v.column(), message });
    }

    fn header(&mut self, v: Value<'a>) {
        self.state = State::Skipped;
        let Some(id) = v.text.strip_prefix('[').and_then(|s| s.strip_suffix(']')) else {
            return self.error(ErrorKind::Header, v, "a header ends with `]`: write `[type:slug]`".into());
        };
        let Some((ty, slug)) = id.split_once(':') else {
            return self.error(ErrorKind::Header, v, format!("`{id}` has no type: write `[person:{id}]`, or another type"));
        };
        let Ok(ty) = ty.parse::<EntityType>() else {
            let types = EntityType::ALL.iter().map(|t| t.as_str());
            let mend = match nearest(ty, types.clone()) {
                Some(t) => format!("write `[{t}:{slug}]`"),
                None => format!("write one of {}", types.collect::<Vec<_>>().join(", ")),
            };
            return self.error(ErrorKind::Header, v, format!("`{ty}` is not a type: {mend}"));
        };
        if !is_slug(slug) {
            return self.error(ErrorKind::Header, v, format!("`{slug}` is not a slug: use a-z, 0-9 and `-`, as in `[{ty}:two-words]`"));
        }
        self.state = State::Block;
        (self.seen, self.next) = (0, 0);
        let id = (self.keep)(id);
        self.entries.push(Entry::typed(id, ty, Cow::Borrowed("")));
        self.lines.push(v.line);
    }

    /// Ends the open block: a block without a name is taken back.
    fn close(&mut self) {
        if std::mem::replace(&mut self.state, State::Outside) != State::Block {
            return;
        }
        let Some(e) = self.entries.last_mut() else { return };
        if e.name.is_empty() && e.ty == EntityType::Office {
            let title = e.aliases.iter().find(|a| a.kind == AliasKind::Title);
            e.name = title.map(|a| a.text.clone()).or_else(|| e.names.values().next().cloned()).unwrap_or_default();
            e.holders.sort_by_key(|t| (t.from, t.to));
        }
        if e.name.is_empty() {
            let what = if e.ty == EntityType::Office { "neither an `en` nor a `title` line: add one" } else { "no `name` line: add `name: …`" };
            let (message, line) = (format!("[{}] has {what}", e.id), self.lines.last().copied().unwrap_or(0));
            self.error(ErrorKind::Missing, Value { line, whole: "", text: "" }, message);
            self.entries.pop();
            self.lines.pop();
        }
    }

    fn pair(&mut self, key: Value<'a>, value: Value<'a>) {
        let Some(entry) = self.entries.last_mut() else { return };
        let ty = entry.ty;
        let Some(position) = position(key.text, self.next) else {
            let mend = match nearest(key.text, KEYS.iter().map(|k| k.0)) {
                Some(k) => format!("write `{k}`"),
                None => "see the table of FORMAT.md, or write `note:`".into(),
            };
            return self.error(ErrorKind::Key, key, format!("`{}` is not a key of the format: {mend}", key.text));
        };
        self.next = position;
        let (name, k) = KEYS[position];
        if !k.fits(ty) {
            let mend = match k {
                Key::Alias(AliasKind::Surname, _) => "write `short` or `alias`",
                Key::Alias(AliasKind::Short, _) if ty == EntityType::Person => "write `surname` or `alias`",
                Key::Alias(..) | Key::Name if ty == EntityType::Office => "write `title`",
                _ => "take the line out, or change the type",
            };
            return self.error(ErrorKind::Key, key, format!("`{name}` is not a key for type {ty}: {mend}"));
        }
        if value.text.is_empty() {
            return self.error(ErrorKind::Value, key, format!("`{name}` has no value: write one, or take the line out"));
        }
        if self.seen >> position & 1 == 1 && !k.many() {
            return self.error(ErrorKind::Repeated, key, format!("`{name}` stands twice in this block: keep one"));
        }
        self.seen |= 1 << position;
        if k.many() && k != Key::Note && value.text.as_bytes().contains(&b'|') {
            for text in value.text.split('|') {
                self.value(name, k, Value { text: text.trim(), ..value });
            }
        } else {
            self.value(name, k, value);
        }
    }

    fn value(&mut self, name: &str, key: Key, v: Value<'a>) {
        let keep = &self.keep;
        let Some(e) = self.entries.last_mut() else { return };
        let text = v.text;
        if text.is_empty() {
            return self.error(ErrorKind::Value, v, format!("an empty value between two `|` of `{name}`: take one `|` out"));
        }
        let wrong = match key {
            Key::Name if text.as_bytes().contains(&b'|') => {
                e.name = text.split('|').map(str::trim).find(|n| !n.is_empty()).map_or(Cow::Borrowed("?"), keep);
                Some("`name` is exactly one: put the others into `alias`".to_owned())
            }
            Key::Name => {
                e.name = keep(text);
                None
            }
            Key::Language(l) => {
                if let Some(text) = e.names.insert(l, keep(text)) {
                    e.aliases.push(Alias { text, kind: AliasKind::Foreign, needs_context: false });
                }
                None
            }
            Key::Alias(kind, needs_context) => {
                e.aliases.push(Alias { text: keep(text), kind, needs_context });
                None
            }
            Key::Gender => text.parse().map(|g| e.gender = Some(g)).err().map(|()| format!("`{text}` is not a gender: write `m` or `f`")),
            Key::Number => text.parse().map(|n| e.number = Some(n)).err().map(|()| format!("`{text}` is not a number: write `sg`, `du` or `pl`")),
            Key::Wikidata => match text.strip_prefix('Q') {
                Some(n) if !n.is_empty() && !n.starts_with('0') && n.bytes().all(|b| b.is_ascii_digit()) => {
                    e.wikidata = Some(keep(text));
                    None
                }
                _ => Some(format!("`{text}` is not a Wikidata id: write `Q` and digits, or take the line out")),
            },
            Key::Of => id(text, keep, &mut e.of),
            Key::Party => id(text, keep, &mut e.party),
            Key::Capital => id(text, keep, &mut e.capital),
            Key::Role => {
                let (range, words) = leading_range(text);
                match range.map_or(Ok((None, None)), dates) {
                    Ok(_) if words.is_empty() => Some("this role has no words: write them after the dates".to_owned()),
                    Ok((from, to)) => {
                        e.roles.push(Role { from, to, text: keep(words) });
                        None
                    }
                    Err(m) => Some(m),
                }
            }
            Key::Leader | Key::Holder => {
                let (range, person) = leading_range(text);
                match range.map_or(Ok((None, None)), dates) {
                    Ok(_) if key == Key::Holder && range.is_none() => {
                        Some(format!("`{text}` has no dates: write `from..to person:slug`, or `from.. person:slug`"))
                    }
                    Ok((from, to)) => {
                        let mut slot = None;
                        let wrong = id(person, keep, &mut slot);
                        if let Some(id) = slot {
                            let list = if key == Key::Holder { &mut e.holders } else { &mut e.leaders };
                            list.push(Tenure { from, to, id });
                        }
                        wrong
                    }
                    Err(m) => Some(m),
                }
            }
            Key::Kind => one_of(text, "a kind of place", KINDS, &mut e.kind),
            Key::Class => one_of(text, "a class of office", CLASSES, &mut e.class),
            Key::Demonym | Key::DemonymPlural if text.starts_with("ال") && text.chars().count() > 6 && key == Key::Demonym => {
                Some(format!("`{text}` has the article: write `{}`, the machine makes the form with ال", text.trim_start_matches("ال")))
            }
            Key::Demonym => {
                e.demonyms.push(keep(text));
                None
            }
            Key::DemonymPlural => {
                e.demonym_plurals.push(keep(text));
                None
            }
            Key::Flag if text == "ambiguous" => {
                e.ambiguous = true;
                None
            }
            Key::Flag => Some(format!("`{text}` is not a flag: write `ambiguous`, or take the line out")),
            Key::Note => {
                match &mut e.note {
                    Some(n) => {
                        let n = n.to_mut();
                        n.push_str("; ");
                        n.push_str(text);
                    }
                    n => *n = Some(keep(text)),
                }
                None
            }
        };
        if let Some(message) = wrong {
            self.error(ErrorKind::Value, v, message);
        }
    }
}

/// As [`str::trim`]: nearly every piece has nothing to trim but a space in front, and ends with a letter, Arabic or ASCII.
#[inline]
fn trim(s: &str) -> &str {
    let s = s.strip_prefix(' ').unwrap_or(s);
    let solid = |b: u8| b > b' ' && b < 0x7f || (0xd8..=0xdb).contains(&b);
    match s.as_bytes() {
        [first, .., arabic, last] if solid(*first) && (last.is_ascii_graphic() || (0xd8..=0xdb).contains(arabic)) => s,
        _ => s.trim(),
    }
}

/// As `split_once`, for an ASCII character: values are short, and this is the reader's inner loop.
#[inline]
fn cut(s: &str, at: u8) -> Option<(&str, &str)> {
    let i = s.bytes().position(|b| b == at)?;
    Some((&s[..i], &s[i + 1..]))
}

fn is_slug(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !s.starts_with('-') && !s.ends_with('-')
}

/// Whether this is `type:slug`.
pub(crate) fn is_id(s: &str) -> bool {
    cut(s, b':').is_some_and(|(ty, slug)| ty.parse::<EntityType>().is_ok() && is_slug(slug))
}

fn id<'a>(text: &'a str, keep: impl Fn(&'a str) -> Cow<'static, str>, slot: &mut Option<Cow<'static, str>>) -> Option<String> {
    if is_id(text) {
        *slot = Some(keep(text));
        None
    } else {
        Some(format!("`{text}` is not an id: write `type:slug`, as in `place:iraq`"))
    }
}

fn one_of(text: &str, what: &str, known: &[&'static str], slot: &mut Option<Cow<'static, str>>) -> Option<String> {
    if let Some(k) = known.iter().find(|k| **k == text) {
        *slot = Some(Cow::Borrowed(k));
        return None;
    }
    Some(match nearest(text, known.iter().copied()) {
        Some(k) => format!("`{text}` is not {what}: write `{k}`"),
        None => format!("`{text}` is not {what}: write one of {}", known.join(", ")),
    })
}

/// Cuts `2018-09..2022-01 words` into the range and the rest.
pub(crate) fn leading_range(text: &str) -> (Option<&str>, &str) {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return (None, text);
    }
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if first.contains("..") && first.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'.') {
        (Some(first), rest.trim_start())
    } else {
        (None, text)
    }
}

fn dates(range: &str) -> Result<(Option<Date>, Option<Date>), String> {
    let (from, to) = range.split_once("..").unwrap_or((range, ""));
    let one = |s: &str| match s {
        "" => Ok(None),
        s => s.parse::<Date>().map(Some).map_err(|e: crate::DateError| format!("`{s}` is {e}")),
    };
    match (one(from)?, one(to)?) {
        (Some(f), Some(t)) if f.first() > t.last() => Err(format!("`{range}` ends before it begins: exchange the dates")),
        (None, None) => Err(format!("`{range}` has no date: write one, or leave the range out")),
        r => Ok(r),
    }
}
