//! Writing gazetteer files: the canonical form of a text, and the text of entries.

use super::keys::{KEYS, Key, position};
use crate::{AliasKind, Date, Entry, Gender, Number, Tenure};
use std::borrow::Cow;
use std::fmt::Write;

/// A block with the comments above it.
struct Block<'a> {
    id: &'a str,
    /// Comments above the header, and the header.
    head: Vec<&'a str>,
    /// Lines with the comments above each, and the position of the key.
    lines: Vec<(usize, Vec<&'a str>, String)>,
}

/// The same file in canonical order: blocks by id, keys by the table, one space after the colon, one blank line between blocks. Comments
/// stay with the block or line below them; nothing is lost, wrong lines included. Canonical text comes back as it is.
///
/// ```
/// let text = "[place:b]\nen:B\nname:  ب\n\n# first\n[place:a]\nname: ا\n";
/// assert_eq!(qawl_gazetteer::canonical(text), "# first\n[place:a]\nname: ا\n\n[place:b]\nname: ب\nen: B\n");
/// ```
pub fn canonical(source: &str) -> String {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let (mut head, mut pending): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut open = false;
    for line in source.lines() {
        let line = line.trim();
        if line.is_empty() {
            open = false;
            if blocks.is_empty() && head.is_empty() {
                head = std::mem::take(&mut pending);
            }
        } else if line.starts_with('[') {
            open = true;
            let mut lines = std::mem::take(&mut pending);
            lines.push(line);
            blocks.push(Block { id: line.trim_matches(['[', ']']), head: lines, lines: Vec::new() });
        } else if let (false, true, Some(block)) = (line.starts_with('#'), open, blocks.last_mut()) {
            let (key, text) = match line.split_once(':') {
                Some((key, value)) => {
                    let key = key.trim_end();
                    let p = position(key, 0).unwrap_or(KEYS.len());
                    (p, format!("{key}: {}", values(p, value)).trim_end().to_owned())
                }
                None => (KEYS.len(), line.to_owned()),
            };
            block.lines.push((key, std::mem::take(&mut pending), text));
        } else {
            pending.push(line);
        }
    }
    blocks.sort_by_key(|b| b.id);
    let mut out = String::with_capacity(source.len() + 64);
    let mut line = |s: &str| {
        out.push_str(s);
        out.push('\n');
    };
    let gap = !head.is_empty();
    head.into_iter().for_each(&mut line);
    for (i, mut block) in blocks.into_iter().enumerate() {
        if i > 0 || gap {
            line("");
        }
        block.head.into_iter().for_each(&mut line);
        block.lines.sort_by_key(|l| l.0);
        for (_, comments, text) in block.lines {
            comments.into_iter().for_each(&mut line);
            line(&text);
        }
    }
    if !pending.is_empty() {
        line("");
        pending.into_iter().for_each(&mut line);
    }
    out
}

fn values(position: usize, value: &str) -> String {
    match KEYS.get(position) {
        Some((_, k)) if k.many() && *k != Key::Note => value.split('|').map(str::trim).collect::<Vec<_>>().join(" | "),
        _ => value.trim().to_owned(),
    }
}

/// The text of these entries, in canonical order. A second name in a language other than English is written as an English one: entries do
/// not keep its language.
///
/// ```
/// use qawl_gazetteer::{parse, write};
/// let text = "[person:joe-biden]\nname: جو بايدن\nen: Joe Biden\nsurname: بايدن\ngender: m\nof: place:united-states\n";
/// assert_eq!(write(&parse("a.gaz", text).0), text);
/// ```
pub fn write(entries: &[Entry]) -> String {
    let mut order: Vec<&Entry> = entries.iter().collect();
    order.sort_by(|a, b| a.id.cmp(&b.id));
    let mut out = String::new();
    for (i, e) in order.into_iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let _ = writeln!(out, "[{}]", e.id);
        for (name, key) in KEYS {
            for value in lines(e, *key) {
                let _ = writeln!(out, "{name}: {value}");
            }
        }
    }
    out
}

fn lines(e: &Entry, key: Key) -> Vec<String> {
    let one = |s: &Option<Cow<'static, str>>| s.iter().map(|s| s.to_string()).collect();
    let joined = |s: Vec<&str>| if s.is_empty() { Vec::new() } else { vec![s.join(" | ")] };
    let tenures = |t: &[Tenure]| t.iter().map(|t| format!("{}{}", range(t.from, t.to), t.id)).collect();
    match key {
        Key::Name if e.ty == crate::EntityType::Office => Vec::new(),
        Key::Name => vec![e.name.to_string()],
        Key::Language(l) => {
            let mut v: Vec<&str> = e.names.get(l).into_iter().collect();
            if l == "en" {
                v.extend(e.aliases.iter().filter(|a| a.kind == AliasKind::Foreign).map(|a| a.text.as_ref()));
            }
            joined(v)
        }
        Key::Alias(kind, needs) => joined(e.aliases.iter().filter(|a| a.kind == kind && a.needs_context == needs).map(|a| a.text.as_ref()).collect()),
        Key::Gender => e.gender.iter().map(|g: &Gender| g.to_string()).collect(),
        Key::Number => e.number.iter().map(|n: &Number| n.to_string()).collect(),
        Key::Wikidata => one(&e.wikidata),
        Key::Of => one(&e.of),
        Key::Party => one(&e.party),
        Key::Role => e.roles.iter().map(|r| format!("{}{}", range(r.from, r.to), r.text)).collect(),
        Key::Leader => tenures(&e.leaders),
        Key::Kind => one(&e.kind),
        Key::Capital => one(&e.capital),
        Key::Demonym => joined(e.demonyms.iter().map(AsRef::as_ref).collect()),
        Key::DemonymPlural => joined(e.demonym_plurals.iter().map(AsRef::as_ref).collect()),
        Key::Class => one(&e.class),
        Key::Holder => tenures(&e.holders),
        Key::Flag => {
            if e.ambiguous {
                vec!["ambiguous".to_owned()]
            } else {
                Vec::new()
            }
        }
        Key::Note => one(&e.note),
    }
}

fn range(from: Option<Date>, to: Option<Date>) -> String {
    let text = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
    if from.is_none() && to.is_none() { String::new() } else { format!("{}..{} ", text(from), text(to)) }
}
