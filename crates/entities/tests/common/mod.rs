//! What the tests share: the finder with the default gazetteers, and sentences that carry their answer.
//!
//! A sentence marks each name as `[type:words]`: `قال [person:فؤاد حسين] في [place:بغداد]`. A mark that begins inside a word stands behind
//! the proclitic: `و[person:بايدن]`.

#![allow(dead_code)]

use qawl_entities::{Found, Knowledge, Mention, Origin, words};
use qawl_gazetteer::Builder;
use qawl_text::Text;
use std::sync::OnceLock;

/// The finder, built once.
pub(crate) fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let mut b = Builder::new();
        for (path, text) in qawl_default_gazetteers::gazetteers() {
            b.add_source(path, text);
        }
        Knowledge::new(b.build_lenient().0, qawl_default_gazetteers::files())
    })
}

/// Reads a text.
pub(crate) fn find(text: &str, published: Option<&str>) -> Found {
    let text = Text::read(text);
    let words = words::classify(&text);
    knowledge().find(&text, &words, published)
}

/// The text without marks, and the marked names with their types.
fn unmarked(marked: &str) -> (String, Vec<(String, String)>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (ty, after) = after.split_once(':').expect("a type");
        let (name, after) = after.split_once(']').expect("an end");
        text.push_str(name);
        names.push((ty.to_owned(), name.to_owned()));
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

/// Checks that the names of a marked sentence, and no others, are found, each with its type.
pub(crate) fn names(marked: &str) {
    names_of(marked, &[]);
}

/// The same for names of some types only.
pub(crate) fn names_of(marked: &str, types: &[&str]) {
    let (text, expected) = unmarked(marked);
    let found = find(&text, None);
    let got: Vec<(String, String)> = found
        .mentions
        .iter()
        .filter(|m| m.form.is_name() && (types.is_empty() || types.contains(&m.ty.as_str())))
        .map(|m| (m.ty.as_str().to_owned(), text[m.span.range()].to_owned()))
        .collect();
    assert_eq!(got, expected, "in: {text}");
}

/// The mention with these words, the last one if there are several.
pub(crate) fn mention<'f>(text: &str, found: &'f Found, words: &str) -> &'f Mention {
    found.mentions.iter().rev().find(|m| &text[m.span.range()] == words).unwrap_or_else(|| panic!("no mention {words:?} in {text:?}: {found:?}"))
}

/// The id of a mention's entity, or its name where the gazetteer has none; `none` where it is open; several for a group.
pub(crate) fn entity(found: &Found, m: &Mention) -> String {
    let name = |e: &qawl_entities::EntityIx| {
        let e = found.entity(*e);
        match e.origin {
            Origin::Gazetteer(id) => knowledge().gazetteer().entry(id).id.to_string(),
            Origin::Document => e.name.clone(),
        }
    };
    if !m.members.is_empty() {
        return m.members.iter().map(name).collect::<Vec<_>>().join(" ");
    }
    m.entity.as_ref().map_or("none".to_owned(), name)
}

/// Checks what the words stand for in a text of this day.
pub(crate) fn resolves(text: &str, published: &str, words: &str, expected: &str) {
    let found = find(text, (!published.is_empty()).then_some(published));
    assert_eq!(entity(&found, mention(text, &found, words)), expected, "{words} in: {text}");
}

/// Checks that these words are no mention of a text.
pub(crate) fn no_mention(text: &str, words: &str) {
    let found = find(text, None);
    assert!(found.mentions.iter().all(|m| &text[m.span.range()] != words), "{words} in: {text}");
}
