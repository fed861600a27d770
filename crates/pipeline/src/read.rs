//! Reading documents: one at a time, nothing lost, everything odd said.

use crate::Input;
use qawl::Document;
use qawl::record::Warning;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

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
pub struct Documents {
    inputs: std::vec::IntoIter<Input>,
    current: Option<Lines>,
    pending: std::vec::IntoIter<Result<Document, Failure>>,
}

struct Lines {
    name: String,
    base: String,
    reader: Box<dyn BufRead + Send>,
    number: usize,
    buffer: Vec<u8>,
}

impl Documents {
    /// Documents of these inputs.
    pub fn new(inputs: Vec<Input>) -> Documents {
        Documents { inputs: inputs.into_iter(), current: None, pending: Vec::new().into_iter() }
    }

    fn open(&mut self, input: Input) -> Result<(), Failure> {
        match input {
            Input::Stdin => {
                let mut reader = BufReader::with_capacity(1 << 16, io::stdin());
                // JSON Lines begin with a brace; everything else is one text
                let json = reader.fill_buf().is_ok_and(|b| b.iter().find(|c| !c.is_ascii_whitespace()) == Some(&b'{'));
                if json {
                    self.current = Some(Lines { name: "<stdin>".into(), base: "stdin".into(), reader: Box::new(reader), number: 0, buffer: Vec::new() });
                } else {
                    let mut bytes = Vec::new();
                    reader.read_to_end(&mut bytes).map_err(|e| Failure::io(Path::new("<stdin>"), &e))?;
                    self.pending = vec![Ok(plain("stdin", &bytes))].into_iter();
                }
            }
            Input::File { path, id } => {
                let file = File::open(&path).map_err(|e| Failure::io(&path, &e))?;
                match path.extension().and_then(|e| e.to_str()) {
                    Some("jsonl" | "ndjson") => {
                        let reader = Box::new(BufReader::with_capacity(1 << 18, file));
                        self.current = Some(Lines { name: path.display().to_string(), base: id, reader, number: 0, buffer: Vec::new() });
                    }
                    Some("json") => {
                        let bytes = std::fs::read(&path).map_err(|e| Failure::io(&path, &e))?;
                        self.pending = whole_json(&path.display().to_string(), &id, &bytes).into_iter();
                    }
                    _ => {
                        let bytes = std::fs::read(&path).map_err(|e| Failure::io(&path, &e))?;
                        self.pending = vec![Ok(plain(&id, &bytes))].into_iter();
                    }
                }
            }
        }
        Ok(())
    }
}

impl Iterator for Documents {
    type Item = Result<Document, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(d) = self.pending.next() {
                return Some(d);
            }
            if let Some(lines) = &mut self.current {
                match lines.next() {
                    Some(d) => return Some(d),
                    None => self.current = None,
                }
            }
            let input = self.inputs.next()?;
            if let Err(f) = self.open(input) {
                return Some(Err(f));
            }
        }
    }
}

impl Lines {
    fn next(&mut self) -> Option<Result<Document, Failure>> {
        loop {
            self.buffer.clear();
            self.number += 1;
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(e) => {
                    let f = Failure::io(Path::new(&self.name), &e);
                    self.reader = Box::new(io::empty());
                    return Some(Err(f));
                }
            }
            let mut line = self.buffer.as_slice();
            if self.number == 1 {
                line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let place = format!("{}:{}", self.name, self.number);
            let (text, warning) = decode(line);
            return Some(match serde_json::from_str::<Value>(&text) {
                Ok(value) => object(value, &place, || format!("{}#{}", self.base, self.number), warning),
                Err(e) => Err(Failure { kind: FailureKind::BrokenJson, place, message: broken(&e) }),
            });
        }
    }
}

fn broken(e: &serde_json::Error) -> String {
    format!("not JSON: {e}; every line has to be one JSON object with a \"text\"")
}

/// Bytes as text: invalid UTF-8 is replaced by U+FFFD and told of, a byte order mark is taken off.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Warning>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
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
        Ok(Value::Array(items)) => items
            .into_iter()
            .enumerate()
            .map(|(k, v)| object(v, &format!("{name}[{k}]"), || format!("{id}#{}", k + 1), warning.clone()))
            .collect(),
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
                    d.warnings.push(Warning { kind: Cow::Borrowed("odd_field"), message: format!("the field {k:?} is neither a string nor a number; passed through as meta") });
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
    Ok(d)
}

/// Whether a string begins with a day, YYYY-MM-DD.
fn day(s: &str) -> bool {
    let b = s.as_bytes();
    b.len() >= 10 && (0..10).all(|i| if i == 4 || i == 7 { b[i] == b'-' } else { b[i].is_ascii_digit() })
}
