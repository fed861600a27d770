//! What holds for every text whatever.

use proptest::prelude::*;
use qawl_text::{Text, Token, TokenKind, candidates, fold, hash, tokenize};

/// Pieces that news, web pages and hostile input are made of.
const PIECES: [&str; 58] = [
    "قال",
    "وقالت",
    "العراق",
    "للعراق",
    "وبالحكومة",
    "أنَّ",
    "إلى",
    "هـ",
    "ـ",
    "د",
    "م",
    "بغداد",
    "واع",
    "رويترز",
    "صحيفة",
    "شاهد أيضا",
    "المصدر",
    "ﷲ",
    "ﻻ",
    "ﷺ",
    "ﻷﻣﺔ",
    "پوتین",
    "2021",
    "١٢",
    "3.5",
    "31/12/2021",
    "U.S",
    "O'Brien",
    "NATO",
    "http://a.b/ج",
    "a@b.c",
    "@un",
    "#ح_ب",
    "😀",
    "🇮🇶",
    "\u{200f}",
    "\u{200d}",
    "\u{64e}",
    "\u{301}",
    " ",
    " ",
    " ",
    "\n",
    "\r\n\r\n",
    "\u{a0}",
    "\0",
    ".",
    "..",
    "…",
    "،",
    ":",
    "«",
    "»",
    "\"",
    "”",
    "'",
    "(",
    "–",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..60).prop_map(|pieces| pieces.concat()),
        1 => ".{0,80}",
        1 => "[ء-ي«»\"“”.،: \n]{0,80}",
    ]
}

/// Whether no token need hold the character: white space, controls, marks.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '_' || fold(c.encode_utf8(&mut [0; 4])).is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_cover_the_text_in_order(raw in text()) {
        let mut tokens: Vec<Token> = vec![];
        tokenize(&raw, &mut tokens);
        prop_assert!(tokens.len() <= raw.len());
        let mut at = 0;
        for t in &tokens {
            let (start, end) = (t.start as usize, t.end as usize);
            prop_assert!(start >= at && end > start && raw.is_char_boundary(start) && raw.is_char_boundary(end));
            prop_assert!(raw[at..start].chars().all(is_gap), "{:?} is in no token", &raw[at..start]);
            at = end;
        }
        prop_assert!(raw[at..].chars().all(is_gap));
    }

    #[test]
    fn words_hash_like_their_folded_surface(raw in text()) {
        let text = Text::read(&raw);
        for (i, t) in text.tokens().iter().enumerate() {
            if t.is_word() || t.kind == TokenKind::Number {
                let folded = fold(text.surface(i));
                prop_assert_eq!(t.hash, hash(&folded), "{:?}", text.surface(i));
                prop_assert_eq!(t.hash, hash(text.surface(i)));
                prop_assert_eq!(t.len as usize, folded.chars().count().min(255));
                prop_assert_eq!(fold(&folded), folded);
            }
        }
    }

    #[test]
    fn candidates_are_hosts_of_the_word(raw in text()) {
        let text = Text::read(&raw);
        for (i, t) in text.tokens().iter().enumerate() {
            let folded: Vec<char> = fold(text.surface(i)).chars().collect();
            for (k, c) in candidates(t).enumerate() {
                let span = text.host_span(i, &c);
                prop_assert!(t.span().contains(span) && !span.is_empty() && raw.is_char_boundary(span.start as usize));
                prop_assert_eq!(k == 0, c.clitics.is_empty());
                if k == 0 {
                    prop_assert_eq!((c.host, span), (t.hash, t.span()));
                } else if !folded[..2].contains(&'ل') {
                    let rest: String = folded[c.skipped as usize..].iter().collect();
                    prop_assert_eq!(c.host, hash(&rest));
                }
            }
        }
    }

    #[test]
    fn every_token_is_in_one_of_each(raw in text(), title in text()) {
        let text = Text::with_title(&raw, Some(&title));
        let n = text.tokens().len() as u32;
        let cover = |ranges: Vec<qawl_text::TokenRange>| {
            let mut at = 0;
            for r in ranges {
                prop_assert!(r.start == at && r.end > at);
                at = r.end;
            }
            prop_assert_eq!(at, n);
            Ok(())
        };
        cover(text.paragraphs().iter().map(|p| p.tokens).collect())?;
        cover(text.sentences().iter().map(|s| s.tokens).collect())?;
        cover(text.sections().iter().map(|s| s.tokens).collect())?;
        for i in 0..n as usize {
            prop_assert!(text.sentences()[text.sentence_of(i)].tokens.holds(i));
            prop_assert!(text.paragraphs()[text.paragraph_of(i)].tokens.holds(i));
        }
    }

    #[test]
    fn quotations_nest_within_their_paragraphs(raw in text()) {
        let text = Text::read(&raw);
        let all = text.quotations();
        for (k, q) in all.iter().enumerate() {
            prop_assert!(k == 0 || all[k - 1].open < q.open);
            prop_assert!(q.open < q.inner.start && !q.inner.is_empty());
            prop_assert!(q.close.is_none_or(|c| c == q.inner.end));
            let p = text.paragraphs()[text.paragraph_of(q.open as usize)].tokens;
            prop_assert!(p.contains(q.tokens()));
            prop_assert!(q.close.is_some() || q.inner.end == p.end);
            prop_assert_eq!(q.depth > 0, text.quotation_around(k).is_some());
            if let Some(a) = text.quotation_around(k) {
                prop_assert!(all[a].inner.contains(q.tokens()) && all[a].depth + 1 == q.depth);
            }
            prop_assert!(q.continued.is_none_or(|c| q.close.is_none() && all[c as usize].open == p.end));
        }
        for i in 0..text.tokens().len() {
            let innermost = all.iter().enumerate().filter(|(_, q)| q.inner.holds(i)).max_by_key(|(_, q)| q.depth).map(|(k, _)| k);
            prop_assert_eq!(text.quotation_at(i), innermost);
        }
    }
}
