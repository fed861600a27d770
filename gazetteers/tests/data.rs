//! The data files keep the rules of FORMAT.md. `QAWL_REWRITE=1 cargo test -p qawl-default-gazetteers` brings them into canonical order.

use qawl_default_gazetteers::{file, files, gazetteers};
use qawl_gazetteer::{AliasKind, Builder, EntityType, Gazetteer, canonical, parse};
use std::collections::BTreeMap;
use std::path::Path;

fn all() -> Gazetteer {
    let mut b = Builder::new();
    for (path, text) in gazetteers() {
        b.add_source(path, text);
    }
    b.build_lenient().0
}

#[track_caller]
fn none(what: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{} {what}:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_file_is_there_once() {
    assert!(files().windows(2).all(|w| w[0].0 < w[1].0));
    assert!(files().iter().all(|(path, text)| file(path) == Some(text)));
    assert!(gazetteers().count() > 10);
}

#[test]
fn no_errors() {
    none("errors", gazetteers().flat_map(|(path, text)| parse(path, text).1).map(|e| e.to_string()).collect());
}

#[test]
fn canonical_order() {
    let rewrite = std::env::var_os("QAWL_REWRITE").is_some();
    let mut found = Vec::new();
    for (path, text) in gazetteers() {
        let wanted = canonical(text);
        if wanted == *text {
            continue;
        }
        if rewrite {
            std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), wanted).unwrap();
        } else {
            let line = wanted.lines().zip(text.lines()).position(|(a, b)| a != b).map_or(0, |i| i + 1);
            found.push(format!("{path}:{line}: not in canonical order: run with QAWL_REWRITE=1"));
        }
    }
    none("files", found);
}

#[test]
fn an_id_stands_once() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for (path, text) in gazetteers() {
        for e in parse(path, text).0 {
            if let Some(other) = seen.insert(e.id.to_string(), path) {
                found.push(format!("[{}] in {other} and {path}", e.id));
            }
        }
    }
    none("ids", found);
}

#[test]
fn no_dangling_ids() {
    let g = all();
    none("ids", g.dangling().iter().map(|d| format!("{}: {} {}", g.entry(d.entity).id, d.key, d.id)).collect());
}

#[test]
fn a_wikidata_id_stands_once() {
    let g = all();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for e in g.entries() {
        if let Some(other) = e.wikidata.as_deref().and_then(|q| seen.insert(q, &e.id)) {
            found.push(format!("{} and {other}: {}", e.id, e.wikidata.as_deref().unwrap_or("")));
        }
    }
    none("ids", found);
}

/// Words that a name of one word must not be without `?`.
#[test]
fn common_words_need_context() {
    let words: Vec<&str> = include_str!("common-words.txt").lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
    let mut found = Vec::new();
    for (path, text) in gazetteers() {
        for e in parse(path, text).0 {
            let name = (e.ty != EntityType::Office && !e.ambiguous).then_some((AliasKind::Name, &e.name));
            let forms = e.aliases.iter().filter(|a| !a.needs_context && a.kind != AliasKind::Foreign).map(|a| (a.kind, &a.text));
            for (kind, form) in name.into_iter().chain(forms).filter(|(_, f)| words.contains(&f.as_ref())) {
                let mend = if kind == AliasKind::Name { "add `flag: ambiguous`".to_owned() } else { format!("write `{kind}?`") };
                found.push(format!("{path}: [{}] {kind} {form} is a common word: {mend}", e.id));
            }
        }
    }
    none("forms", found);
}
