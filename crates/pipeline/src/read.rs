//! Reading documents: one at a time, nothing lost, everything odd said.

use crate::Input;
use qawl::Document;
use qawl::record::Warning;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The path does not exist.
    NotFound,
    /// The path could not be opened or read.
    Unreadable,
    /// A directory without documents.
    NoDocuments,
    /// A line or file that is not JSON.
    BrokenJson,
    /// JSON, but not an object with a text.
    NoText,
}

/// An input that could not be read. The rest of the batch goes on.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{place}: {message}")]
pub struct Failure {
    pub(crate) kind: FailureKind,
    pub(crate) place: String,
    pub(crate) message: String,
}

impl Failure {
    /// What kind of failure it is.
    pub fn kind(&self) -> FailureKind {
        self.kind
    }
    pub(crate) fn io(path: &Path, e: &io::Error) -> Failure {
        let (kind, message) = match e.kind() {
            io::ErrorKind::NotFound => (FailureKind::NotFound, "no such file or directory".to_string()),
            io::ErrorKind::PermissionDenied => (FailureKind::Unreadable, "permission denied".to_string()),
            _ => (FailureKind::Unreadable, e.to_string()),
        };
        Failure { kind, place: path.display().to_string(), message }
    }
}

/// The documents of some inputs, in order. Memory: one document (one line of JSON Lines, one whole text or JSON file).
///
/// Reading is cut in two, so that threads can share it: `read` takes bytes from the inputs, `Raw` makes documents of them.
pub struct Documents {
    inputs: std::vec::IntoIter<Input>,
    current: Option<Lines>,
    /// For reading one by one.
    pending: std::vec::IntoIter<Result<Document, Failure>>,
}

struct Lines {
    name: Arc<Name>,
    reader: Box<dyn BufRead + Send>,
    number: usize,
}

/// What a file's documents are called.
struct Name {
    /// In messages.
    place: String,
    /// In ids, where a document has none of its own.
    base: String,
}

/// What was read and not looked at yet.
#[derive(Default)]
pub(crate) struct Raw {
    bytes: Vec<u8>,
    parts: Vec<(usize, Part)>,
}

enum Part {
    /// A line of JSON Lines.
    Line(Arc<Name>, usize),
    /// A file of JSON.
    Json(Arc<Name>),
    /// A plain text.
    Plain(Arc<Name>),
    Failure(Failure),
}

impl Raw {
    fn push(&mut self, part: Part) {
        self.parts.push((self.bytes.len(), part));
    }
    /// How many parts there are: lines, files, failures.
    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }
    /// Bytes of input.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.len()
    }
    fn clear(&mut self) {
        self.bytes.clear();
        self.parts.clear();
    }
    /// Hands each document or failure on, in order.
    pub(crate) fn documents(&mut self, mut f: impl FnMut(Result<Document, Failure>)) {
        let mut start = 0;
        for (end, part) in self.parts.drain(..) {
            let bytes = &self.bytes[start..end];
            start = end;
            match part {
                Part::Line(name, number) => f(line(bytes, &name, number)),
                Part::Json(name) => whole_json(&name.place, &name.base, bytes).into_iter().for_each(&mut f),
                Part::Plain(name) => f(Ok(plain(&name.base, bytes))),
                Part::Failure(e) => f(Err(e)),
            }
        }
        self.bytes.clear();
    }
}

impl Documents {
    /// Documents of these inputs.
    pub fn new(inputs: Vec<Input>) -> Documents {
        Documents { inputs: inputs.into_iter(), current: None, pending: Vec::new().into_iter() }
    }

    /// Reads on into `raw` until it holds this many parts or bytes; false at the end of all inputs.
    pub(crate) fn read(&mut self, raw: &mut Raw, parts: usize, bytes: usize) -> bool {
        raw.clear();
        while raw.len() < parts && raw.bytes() < bytes {
            if let Some(lines) = &mut self.current {
                if !lines.next(raw) {
                    self.current = None;
                }
            } else if let Some(input) = self.inputs.next() {
                if let Err(f) = self.open(input, raw) {
                    raw.push(Part::Failure(f));
                }
            } else {
                break;
            }
        }
        raw.len() > 0
    }

    fn open(&mut self, input: Input, raw: &mut Raw) -> Result<(), Failure> {
        let (path, id) = match input {
            Input::Stdin => {
                let mut reader = BufReader::with_capacity(1 << 16, io::stdin());
                // JSON Lines begin with a brace; everything else is one text
                let json = reader.fill_buf().is_ok_and(|b| b.iter().find(|c| !c.is_ascii_whitespace()) == Some(&b'{'));
                let name = Arc::new(Name { place: "<stdin>".into(), base: "stdin".into() });
                if json {
                    self.current = Some(Lines { name, reader: Box::new(reader), number: 0 });
                } else {
                    whole(reader, raw).map_err(|e| Failure::io(Path::new("<stdin>"), &e))?;
                    raw.push(Part::Plain(name));
                }
                return Ok(());
            }
            Input::File { path, id } => (path, id),
        };
        let file = File::open(&path).map_err(|e| Failure::io(&path, &e))?;
        let name = Arc::new(Name { place: path.display().to_string(), base: id });
        let extension = path.extension().and_then(|e| e.to_str());
        if let Some("jsonl" | "ndjson") = extension {
            self.current = Some(Lines { name, reader: Box::new(BufReader::with_capacity(1 << 18, file)), number: 0 });
            return Ok(());
        }
        whole(file, raw).map_err(|e| Failure::io(&path, &e))?;
        raw.push(if extension == Some("json") { Part::Json(name) } else { Part::Plain(name) });
        Ok(())
    }
}

/// Appends a whole file; nothing where it cannot be read to the end.
fn whole(mut file: impl Read, raw: &mut Raw) -> io::Result<()> {
    let before = raw.bytes.len();
    file.read_to_end(&mut raw.bytes).map(|_| ()).inspect_err(|_| raw.bytes.truncate(before))
}

impl Iterator for Documents {
    type Item = Result<Document, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(d) = self.pending.next() {
                return Some(d);
            }
            let mut raw = Raw::default();
            if !self.read(&mut raw, 1, usize::MAX) {
                return None;
            }
            let mut documents = Vec::new();
            raw.documents(|d| documents.push(d));
            self.pending = documents.into_iter();
        }
    }
}

impl Lines {
    /// Reads the next line that is not empty; false at the end.
    fn next(&mut self, raw: &mut Raw) -> bool {
        let start = raw.bytes.len();
        loop {
            self.number += 1;
            match self.reader.read_until(b'\n', &mut raw.bytes) {
                Ok(0) => return false,
                Ok(_) => {}
                Err(e) => {
                    raw.bytes.truncate(start);
                    raw.push(Part::Failure(Failure::io(Path::new(&self.name.place), &e)));
                    return false;
                }
            }
            if !self.mark(&raw.bytes[start..]).iter().all(u8::is_ascii_whitespace) {
                raw.push(Part::Line(Arc::clone(&self.name), self.number));
                return true;
            }
            raw.bytes.truncate(start);
        }
    }
    /// The line without a byte order mark at the file's beginning.
    fn mark<'b>(&self, line: &'b [u8]) -> &'b [u8] {
        if self.number == 1 { line.strip_prefix(BOM).unwrap_or(line) } else { line }
    }
}

const BOM: &[u8] = b"\xef\xbb\xbf";

fn line(bytes: &[u8], name: &Name, number: usize) -> Result<Document, Failure> {
    let bytes = if number == 1 { bytes.strip_prefix(BOM).unwrap_or(bytes) } else { bytes };
    let place = || format!("{}:{number}", name.place);
    let (text, warning) = decode(bytes);
    let fallback = || format!("{}#{number}", name.base);
    if let Ok(row) = serde_json::from_str::<Row>(&text)
        && !row.odd
    {
        return Ok(row.document(fallback, warning));
    }
    match serde_json::from_str::<Value>(&text) {
        Ok(value) => object(value, &place(), fallback, warning),
        Err(e) => Err(Failure { kind: FailureKind::BrokenJson, place: place(), message: broken(&e) }),
    }
}

/// A row as nearly all are: an object whose known fields are strings, each once and under one name. What it makes is what [`object`] makes.
#[derive(Default)]
struct Row {
    id: Option<String>,
    text: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
    meta: Map<String, Value>,
    /// It is another row, which [`object`] has to look at.
    odd: bool,
}

impl Row {
    fn document(self, fallback: impl Fn() -> String, warning: Option<Warning>) -> Document {
        let mut d =
            Document { title: self.title, outlet: self.outlet, published: self.published, url: self.url, meta: self.meta, ..Document::default() };
        d.warnings.extend(warning);
        d.id = self.id.filter(|s| !s.is_empty()).unwrap_or_else(fallback);
        finish(&mut d, self.text);
        d
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Row, D::Error> {
        deserializer.deserialize_map(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let mut row = Row::default();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            let slot = match &*key {
                "id" => &mut row.id,
                "text" => &mut row.text,
                "title" => &mut row.title,
                "outlet" | "source" => &mut row.outlet,
                "published" | "date" => &mut row.published,
                "url" => &mut row.url,
                _ => {
                    let value = map.next_value()?;
                    row.meta.insert(key.into_owned(), value);
                    continue;
                }
            };
            match map.next_value::<Value>()? {
                Value::String(s) => row.odd |= slot.replace(s).is_some(),
                Value::Number(n) if !row.odd => row.odd |= slot.replace(n.to_string()).is_some(),
                _ => row.odd = true,
            }
        }
        Ok(row)
    }
}

fn broken(e: &serde_json::Error) -> String {
    // the parser counts lines within this one line: only the column tells something
    let what = e.to_string();
    let what = what.split(" at line ").next().unwrap_or(&what);
    format!("not JSON at column {}: {what}; every line has to be one JSON object with a \"text\"", e.column())
}

/// Bytes as text: invalid UTF-8 is replaced by U+FFFD and told of, a byte order mark is taken off.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Warning>) {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return (Cow::Borrowed(text), None);
    }
    let text = String::from_utf8_lossy(bytes);
    let warning = match &text {
        Cow::Borrowed(_) => None,
        Cow::Owned(_) => {
            let at = std::str::from_utf8(bytes).err().map_or(0, |e| e.valid_up_to());
            Some(Warning {
                kind: Cow::Borrowed("invalid_utf8"),
                message: format!("invalid UTF-8, first at byte {at}; the bytes that could not be decoded are replaced by U+FFFD"),
            })
        }
    };
    (text, warning)
}

fn plain(id: &str, bytes: &[u8]) -> Document {
    let (text, warning) = decode(bytes);
    let mut d = Document::new(id, text.into_owned());
    d.warnings.extend(warning);
    d
}

fn whole_json(name: &str, id: &str, bytes: &[u8]) -> Vec<Result<Document, Failure>> {
    let (text, warning) = decode(bytes);
    match serde_json::from_str::<Value>(&text) {
        Ok(Value::Array(items)) => {
            items.into_iter().enumerate().map(|(k, v)| object(v, &format!("{name}[{k}]"), || format!("{id}#{}", k + 1), warning.clone())).collect()
        }
        Ok(v) => vec![object(v, name, || id.to_string(), warning)],
        Err(e) => vec![Err(Failure { kind: FailureKind::BrokenJson, place: name.into(), message: format!("not JSON: {e}") })],
    }
}

/// A document of a JSON object: id, text, title, outlet (or source), published (or date), url; the rest is meta.
fn object(value: Value, place: &str, fallback: impl Fn() -> String, warning: Option<Warning>) -> Result<Document, Failure> {
    let Value::Object(mut map) = value else {
        return Err(Failure {
            kind: FailureKind::NoText,
            place: place.into(),
            message: "not an object: a document is a JSON object with a \"text\"".into(),
        });
    };
    let mut d = Document { id: String::new(), ..Document::default() };
    d.warnings.extend(warning);
    let mut take = |keys: &[&str], map: &mut Map<String, Value>| -> Option<String> {
        for k in keys {
            match map.get(*k) {
                Some(Value::String(_)) => {
                    if let Some(Value::String(s)) = map.shift_remove(*k) {
                        return Some(s);
                    }
                }
                Some(Value::Number(n)) => {
                    let s = n.to_string();
                    map.shift_remove(*k);
                    return Some(s);
                }
                Some(Value::Null) => {
                    map.shift_remove(*k);
                }
                Some(_) => {
                    d.warnings.push(Warning {
                        kind: Cow::Borrowed("odd_field"),
                        message: format!("the field {k:?} is neither a string nor a number; passed through as meta"),
                    });
                }
                None => {}
            }
        }
        None
    };
    let id = take(&["id"], &mut map);
    let text = take(&["text"], &mut map);
    let title = take(&["title"], &mut map);
    let outlet = take(&["outlet", "source"], &mut map);
    let published = take(&["published", "date"], &mut map);
    let url = take(&["url"], &mut map);
    d.id = id.filter(|s| !s.is_empty()).unwrap_or_else(fallback);
    (d.title, d.outlet, d.published, d.url, d.meta) = (title, outlet, published, url, map);
    finish(&mut d, text);
    Ok(d)
}

/// Puts the text in, and says what is odd about text and date.
fn finish(d: &mut Document, text: Option<String>) {
    match text {
        Some(t) => d.text = t,
        None => d.warnings.push(Warning { kind: Cow::Borrowed("no_text"), message: "the record has no \"text\"".into() }),
    }
    if let Some(p) = &d.published
        && !day(p)
    {
        d.warnings.push(Warning {
            kind: Cow::Borrowed("date_unread"),
            message: format!("the date {p:?} is not YYYY-MM-DD; it is passed through, but tells nothing about who held an office"),
        });
    }
}

/// Whether a string begins with a day, YYYY-MM-DD.
fn day(s: &str) -> bool {
    let b = s.as_bytes();
    b.len() >= 10 && (0..10).all(|i| if i == 4 || i == 7 { b[i] == b'-' } else { b[i].is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slow(line: &str) -> Result<Document, Failure> {
        object(serde_json::from_str(line).unwrap(), "f:1", || "f#1".into(), None)
    }

    /// The quick way of reading a row gives what the thorough one gives.
    #[test]
    fn rows_are_read_alike() {
        let name = Name { place: "f".into(), base: "f".into() };
        for row in [
            r#"{}"#,
            r#"{"text":"قال \"نعم\"\n\u0646"}"#,
            r#"{"id":"a","text":"t","title":"h","outlet":"o","published":"2021-07-26","url":"u"}"#,
            r#"{"z":1,"id":7,"a":[1,{"b":null}],"text":"t","m":"x","z":2}"#,
            r#"{"id":"","source":"s","date":"26/7/2021","text":"t"}"#,
            r#"{"source":"s","x":1,"outlet":"o","text":"t"}"#,
            r#"{"outlet":null,"source":"s","published":null,"date":20210726,"text":"t"}"#,
            r#"{"text":"first","text":"last","x":1}"#,
            r#"{"text":["no"],"title":{"no":1},"id":true,"url":1.50}"#,
            r#"{"text":null}"#,
            r#"["no"]"#,
            r#""no""#,
        ] {
            for line_ending in ["", "\n", "\r\n"] {
                let row = format!("{row}{line_ending}");
                match (line(row.as_bytes(), &name, 1), slow(&row)) {
                    (Ok(a), Ok(b)) => assert_eq!(format!("{a:?}"), format!("{b:?}"), "{row}"),
                    (Err(a), Err(b)) => assert_eq!(a.to_string(), b.to_string()),
                    (a, b) => panic!("{row}: {a:?} {b:?}"),
                }
            }
        }
        for broken in ["{", r#"{"text":"a"} x"#, r#"{"text":"a",}"#, "{\"text\":\"\u{1}\"}"] {
            assert_eq!(line(broken.as_bytes(), &name, 3).unwrap_err().kind(), FailureKind::BrokenJson);
        }
    }
}
