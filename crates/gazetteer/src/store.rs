//! A compiled gazetteer as one file: what the builder made, without the entries' text parsed or a hash computed anew.

use crate::format::{parse, write};
use crate::index::Index;
use crate::{AliasKind, EntityId, Form, Gazetteer, Gender, Number, Reading};
use std::fmt;

/// The first bytes of a file; the last byte is the version of its form.
const MAGIC: &[u8; 8] = b"qawlgaz\x01";

/// The bytes are no compiled gazetteer of this version, or are damaged. Compile it anew from its sources.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoadError(&'static str);

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a compiled gazetteer: {}; compile it anew from its sources", self.0)
    }
}

impl std::error::Error for LoadError {}

impl Gazetteer {
    /// Appends the compiled gazetteer to `out`: everything that matching needs, and the entries.
    ///
    /// ```
    /// use qawl_gazetteer::{Builder, Entry, Gazetteer};
    /// let mut builder = Builder::new();
    /// builder.add_entry(Entry::new("place:iraq", "العراق"));
    /// let mut file = Vec::new();
    /// builder.build()?.save(&mut file);
    /// assert!(Gazetteer::load(&file).unwrap().lookup("بالعراق").is_some());
    /// # Ok::<(), qawl_gazetteer::Error>(())
    /// ```
    pub fn save(&self, out: &mut Vec<u8>) {
        let begin = out.len();
        out.extend_from_slice(MAGIC);
        text(out, &write(&self.entries));
        text(out, &self.text);
        number(out, self.readings.len());
        for r in &self.readings {
            out.extend_from_slice(&r.entity.0.to_le_bytes());
            out.extend_from_slice(&r.spelling.to_le_bytes());
            let form = r.form.map_or(0, |f| 1 + (f.gender as u8) * 6 + (f.number as u8) * 2 + u8::from(f.definite));
            out.extend_from_slice(&[r.kind as u8, u8::from(r.needs_context), form]);
        }
        number(out, self.starts.len());
        self.starts.iter().for_each(|s| out.extend_from_slice(&s.to_le_bytes()));
        for pairs in [&self.spellings, &self.names] {
            number(out, pairs.len());
            for (a, b) in pairs {
                out.extend_from_slice(&a.to_le_bytes());
                out.extend_from_slice(&b.to_le_bytes());
            }
        }
        self.index.save(out);
        let sum = checksum(&out[begin..]);
        out.extend_from_slice(&sum.to_le_bytes());
    }
    /// Reads what [`save`](Gazetteer::save) wrote.
    ///
    /// # Errors
    ///
    /// If the bytes are of another version, cut short or changed.
    pub fn load(file: &[u8]) -> Result<Gazetteer, LoadError> {
        let Some((body, sum)) = file.split_last_chunk::<8>() else { return Err(LoadError("it is too short")) };
        if body.get(..MAGIC.len()) != Some(MAGIC) {
            return Err(LoadError("it does not begin as one of this version does"));
        }
        if checksum(body) != u64::from_le_bytes(*sum) {
            return Err(LoadError("its checksum is wrong"));
        }
        read(&body[MAGIC.len()..]).ok_or(LoadError("it is damaged"))
    }
}

fn read(bytes: &[u8]) -> Option<Gazetteer> {
    let mut r = Reader(bytes);
    let (entries, errors) = parse("compiled", r.text()?);
    let mut g = Gazetteer { entries, text: r.text()?.to_owned(), ..Gazetteer::default() };
    let count = r.len()?;
    g.readings.reserve(count.min(r.0.len()));
    for _ in 0..count {
        let (entity, spelling) = (EntityId(r.u32()?), r.u32()?);
        let [kind, needs, form] = *r.take::<3>()?;
        let form = match form {
            0 => None,
            f => Some(Form {
                gender: *Gender::ALL.get(usize::from((f - 1) / 6))?,
                number: *Number::ALL.get(usize::from((f - 1) / 2 % 3))?,
                definite: (f - 1) % 2 == 1,
            }),
        };
        g.readings.push(Reading { entity, kind: *AliasKind::ALL.get(usize::from(kind))?, needs_context: needs != 0, form, spelling });
    }
    for _ in 0..r.len()? {
        g.starts.push(r.u32()?);
    }
    for _ in 0..r.len()? {
        g.spellings.push((r.u32()?, r.u32()?));
    }
    for _ in 0..r.len()? {
        g.names.push((r.u32()?, r.u32()?));
    }
    g.index = Index::load(&mut r.0)?;
    let sound = errors.is_empty()
        && r.0.is_empty()
        && g.index.names() == g.names.len()
        && g.starts.len() == g.names.len() + 1
        && g.starts.is_sorted()
        && g.starts.last() == Some(&(g.readings.len() as u32))
        && g.readings.iter().all(|r| r.entity.index() < g.entries.len())
        && g.names.iter().all(|&(a, b)| g.text.get(a as usize..b as usize).is_some());
    crate::builder::links(&mut g);
    crate::builder::offices(&mut g);
    sound.then_some(g)
}

fn checksum(bytes: &[u8]) -> u64 {
    let mut chunks = bytes.chunks_exact(8);
    let mut sum = bytes.len() as u64;
    let mut mix = |c: &[u8; 8]| sum = (sum.rotate_left(9) ^ u64::from_le_bytes(*c)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    chunks.by_ref().filter_map(|c| c.first_chunk()).for_each(&mut mix);
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    mix(&last);
    sum
}

fn number(out: &mut Vec<u8>, n: usize) {
    out.extend_from_slice(&(n as u64).to_le_bytes());
}

fn text(out: &mut Vec<u8>, s: &str) {
    number(out, s.len());
    out.extend_from_slice(s.as_bytes());
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(head)
    }
    fn u32(&mut self) -> Option<u32> {
        self.take().map(|b| u32::from_le_bytes(*b))
    }
    fn len(&mut self) -> Option<usize> {
        usize::try_from(u64::from_le_bytes(*self.take()?)).ok()
    }
    fn text(&mut self) -> Option<&'a str> {
        let n = self.len()?;
        let (head, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        std::str::from_utf8(head).ok()
    }
}
