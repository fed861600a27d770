//! The trie agrees with plain search: the aho-corasick crate over the folded words, every hit that ends at words kept, then the longest
//! taken greedily; and, with clitics, with a set of strings asked for every cut of every word.

use aho_corasick::{AhoCorasick, MatchKind};
use proptest::prelude::*;
use qawl_gazetteer::{Found, Index};
use qawl_text::{Token, TokenKind, fold, tokenize};
use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

/// A text as the matcher sees it: words one space apart where a name may go on, a bar in between where not. With each byte's token.
fn plain(text: &str) -> (String, Vec<usize>) {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let word = |t: &Token| matches!(t.kind, TokenKind::Word | TokenKind::Latin | TokenKind::Number);
    let hyphen = |t: &Token| t.kind == TokenKind::Punct && ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}'].iter().any(|c| t.is(*c));
    let (mut out, mut owner) = (String::from(" "), vec![usize::MAX]);
    let mut i = 0;
    while i < tokens.len() {
        let t = &tokens[i];
        let piece = if word(t) {
            fold(&text[t.span().range()])
        } else {
            match t.punct() {
                Some(c @ ('.' | '\'' | '/' | '&')) => c.to_string(),
                Some('\u{2018}' | '\u{2019}' | '\u{2bc}' | '`') => "'".into(),
                _ => "|".into(),
            }
        };
        if t.starts_line() && i > 0 {
            out.push_str("| ");
            owner.extend([usize::MAX; 2]);
        }
        // a hyphen that touches both its neighbours is a space
        let tight = hyphen(t) && i > 0 && !t.spaced() && tokens.get(i + 1).is_some_and(|n| word(n) && !n.spaced());
        if !tight {
            owner.extend(std::iter::repeat_n(i, piece.len()));
            out.push_str(&piece);
            out.push(' ');
            owner.push(usize::MAX);
        }
        i += 1;
    }
    (out, owner)
}

fn name_text(name: &str) -> String {
    plain(name).0.split(' ').filter(|w| !w.is_empty() && *w != "|").collect::<Vec<_>>().join(" ")
}

/// Names as the index keeps them: folded, without those that begin or end with a mark, each once.
fn usable<'a>(names: &[&'a str]) -> Vec<(&'a str, String)> {
    let mut seen = HashMap::new();
    names
        .iter()
        .map(|n| (*n, name_text(n)))
        .filter(|(_, f)| !f.is_empty() && !f.starts_with(['.', '\'', '/', '&']) && !f.ends_with(['.', '\'', '/', '&']))
        .filter(|(_, f)| seen.insert(f.clone(), ()).is_none())
        .collect()
}

/// How many overlapping matches both found.
#[track_caller]
fn agree(names: &[&str], text: &str) -> usize {
    let names = usable(names);
    let index = Index::build(names.iter().map(|n| n.0));
    let (flat, owner) = plain(text);
    let patterns: Vec<String> = names.iter().map(|n| format!(" {} ", n.1)).collect();
    let mut expected: Vec<(usize, usize, u32)> = Vec::new();
    if !patterns.is_empty() {
        let ac = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&patterns).unwrap();
        expected.extend(ac.find_overlapping_iter(&flat).map(|m| (owner[m.start() + 1], owner[m.end() - 2] + 1, m.pattern().as_u32())));
    }
    expected.sort_unstable();
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let mut all = Vec::new();
    index.all_spans(&tokens, false, &mut all);
    let mut found: Vec<_> = all.iter().map(|f| (f.start as usize, f.end as usize, f.name)).collect();
    found.sort_unstable();
    assert_eq!(found, expected, "all of {names:?} in {text:?}");
    with_clitics(&index, &names, text, &tokens, &flat, &owner);
    found.len()
}

/// Greedy longest over every cut, by string comparison.
fn with_clitics(index: &Index, names: &[(&str, String)], text: &str, tokens: &[Token], flat: &str, owner: &[usize]) {
    let set: HashMap<&str, u32> = names.iter().enumerate().map(|(i, n)| (n.1.as_str(), i as u32)).collect();
    let longest = names.iter().map(|n| n.1.split(' ').count()).max().unwrap_or(0);
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for w in flat.split(' ') {
        if !w.is_empty() {
            words.push((owner[at], w));
        }
        at += w.len() + 1;
    }
    let mut expected = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let mut best: Option<(usize, u32, usize)> = None;
        if words[i].0 != usize::MAX && tokens[words[i].0].kind != TokenKind::Punct {
            for cut in cuts(words[i].1, tokens[words[i].0].kind) {
                let mut phrase = cut;
                for len in 1..=longest {
                    if len > 1 {
                        match words.get(i + len - 1) {
                            Some((_, w)) if *w != "|" => {
                                phrase.push(' ');
                                phrase.push_str(w);
                            }
                            _ => break,
                        }
                    }
                    if let Some(&n) = set.get(phrase.as_str())
                        && best.is_none_or(|b| len > b.2)
                    {
                        best = Some((words[i + len - 1].0 + 1, n, len));
                    }
                }
            }
        }
        match best {
            Some((end, name, len)) => {
                expected.push((words[i].0 as u32, end as u32, name));
                i += len;
            }
            None => i += 1,
        }
    }
    let mut found: Vec<Found> = Vec::new();
    index.spans(tokens, &mut found);
    let found: Vec<_> = found.iter().map(|f| (f.start, f.end, f.name)).collect();
    assert_eq!(found, expected, "longest of {names:?} in {text:?}");
}

/// The readings of a word, by strings.
fn cuts(word: &str, kind: TokenKind) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    if kind != TokenKind::Word || word.chars().count() < 3 {
        return out;
    }
    let mut rest = word;
    if let Some(r) = word.strip_prefix(['و', 'ف']) {
        out.push(r.to_owned());
        rest = r;
    }
    if rest.chars().count() > 2 {
        if let Some(r) = rest.strip_prefix("لل") {
            out.push(format!("الل{r}"));
            out.push(format!("ال{r}"));
        }
        if let Some(r) = rest.strip_prefix(['ب', 'ك', 'ل']) {
            out.push(r.to_owned());
        }
    }
    out
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[اأبلوكفسنيىةه]{1,4}",
        2 => prop::sample::select(vec!["العراق", "للعراق", "وللجنة", "اللجنة", "على", "علي", "عبد", "الله", "بن", "لبنان"]).prop_map(str::to_owned),
        1 => "[A-Ca-c]{1,2}",
        1 => "[0-9]{1,3}",
        1 => "[بو\u{64e}\u{640}ﻻﻼ]{1,3}",
    ]
}

fn joint() -> impl Strategy<Value = String> {
    prop::sample::select(vec![" ", " ", " ", " ", "  ", "-", " - ", "\n", "، ", ".", ". ", "'", "’", "_", " #", "/", "\r\n\r\n", "", "\u{200f} "])
        .prop_map(str::to_owned)
}

fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec((word(), joint()), words).prop_map(|v| v.into_iter().flat_map(|(w, j)| [w, j]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]
    #[test]
    fn agrees_on_random_text(names in prop::collection::vec(text(1..4), 1..25), text in text(1..60)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        agree(&names, &text);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}", name in "\\PC{1,10}") {
        let index = Index::build([name.as_str()]);
        let mut tokens = Vec::new();
        tokenize(&text, &mut tokens);
        let mut found = Vec::new();
        index.spans(&tokens, &mut found);
        index.all_spans(&tokens, true, &mut found);
        prop_assert!(found.iter().all(|f| f.start < f.end && f.end as usize <= tokens.len()));
    }

    #[test]
    fn names_are_found_in_themselves(names in prop::collection::vec(text(1..5), 1..40)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let names = usable(&names);
        let index = Index::build(names.iter().map(|n| n.0));
        let mut bytes = Vec::new();
        index.save(&mut bytes);
        prop_assert_eq!(Index::load(&mut bytes.as_slice()), Some(index.clone()));
        for (i, (_, folded)) in names.iter().enumerate() {
            let mut tokens = Vec::new();
            tokenize(folded, &mut tokens);
            let mut found = Vec::new();
            index.all_spans(&tokens, false, &mut found);
            prop_assert!(found.iter().any(|f| f.start == 0 && f.end as usize == tokens.len() && f.name == i as u32), "{}", folded);
        }
    }
}

#[test]
fn cases() {
    agree(&["علي حسن", "حسن", "حسن علي حسن"], "حسن علي حسن علي. حسن-علي حسن\nعلي حسن");
    agree(&["U.N", "UN"], "U.N. UN U. N");
    agree(&["جو-بايدن"], "جو بايدن، جو-بايدن جو - بايدن");
    agree(&["أ", "ا ا"], "ا ا ا");
    agree(&[], "علي");
}

/// Runs on real text where it is there.
#[test]
#[allow(clippy::print_stdout)]
fn agrees_on_real_text() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let gunzip = |p: &str| {
        let out = Command::new("gzip").arg("-dc").arg(data.join(p)).output().ok()?;
        out.status.success().then(|| String::from_utf8_lossy(&out.stdout).into_owned())
    };
    let (Some(news), Some(names)) = (gunzip("news/saudinewsnet.jsonl.gz"), gunzip("bench/names-10000.txt.gz")) else {
        println!("skipped: no shared data");
        return;
    };
    let names: Vec<&str> = names.lines().collect();
    let text: String = news.lines().step_by(400).collect::<Vec<_>>().join("\n").replace("\\n", "\n");
    assert!(agree(&names, &text) > 100, "real text has names");
}
