//! How well claims agree with gold annotation.
//!
//! Claims are matched one to one: a pair counts if the cues share a word (and the contents another), or if the contents agree by half.
//! Spans are compared as sets of words, so that a clitic or a punctuation mark more or less does not count.

use crate::{Gold, GoldClaim};
use qawl::Record;
use qawl::record::{Claim, SpeakerStatus};
use regex::Regex;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

/// Sums over documents.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Claims of the gold that are not optional.
    pub gold: usize,
    /// Claims found that do not match an optional one.
    pub found: usize,
    /// Claims of both.
    pub both: usize,
    /// Of the gold's claims with a speaker phrase: how many, and found with exactly this phrase.
    pub phrases: usize,
    /// See [`Score::phrases`].
    pub phrases_exact: usize,
    /// Matched claims whose content has exactly the gold's words.
    pub content_exact: usize,
    /// Matched claims whose speaker phrase overlaps (or is rightly absent) and whose content agrees by four fifths.
    pub tuples: usize,
    /// Matched claims whose speaker is resolved in the gold, and those resolved to the same.
    pub who: usize,
    /// See [`Score::who`].
    pub who_right: usize,
    /// Each claim that is missing, too many, or not right, in words.
    pub notes: Vec<String>,
}

impl Score {
    /// Precision of detection.
    pub fn precision(&self) -> f64 {
        ratio(self.both, self.found)
    }
    /// Recall of detection.
    pub fn recall(&self) -> f64 {
        ratio(self.both, self.gold)
    }
    /// F1 of whole claims: see [`Score::tuples`].
    pub fn tuple_f1(&self) -> f64 {
        ratio(2 * self.tuples, self.found + self.gold)
    }
    /// Speakers resolved rightly.
    pub fn who_rate(&self) -> f64 {
        ratio(self.who_right, self.who)
    }

    /// Adds the claims of one document; the record has character offsets and its text.
    pub fn add(&mut self, gold: &Gold, record: &Record) {
        let text = record.text.as_deref().unwrap_or("");
        let words = words(text);
        let g: Vec<Sets> = gold.claims.iter().map(|c| Sets::of_gold(&words, c)).collect();
        let p: Vec<Sets> = record.claims.iter().map(|c| Sets::of_found(&words, c)).collect();
        let pairs = matched(&g, &p);
        let show = |spans: &[(u32, u32)]| spans.iter().map(|&(s, e)| slice(text, s, e)).collect::<Vec<_>>().join(" … ");
        let line = |i: usize| {
            let c = &gold.claims[i];
            format!("{}: {} | {} | {}", gold.id, show(&[c.cue]), c.source.map_or("–".into(), |s| show(&[s])), show(&c.content))
        };
        let found_line = |j: usize| {
            let c = &record.claims[j];
            format!("{} | {} | {}", c.cue.text, c.speaker.text.as_deref().unwrap_or("–"), c.content.text)
        };
        let optional = |i: usize| gold.claims[i].optional;
        self.gold += gold.claims.iter().filter(|c| !c.optional).count();
        self.found += p.len() - pairs.iter().filter(|x| optional(x.0)).count();
        self.phrases += gold.claims.iter().filter(|c| !c.optional && c.source.is_some()).count();
        for &(i, j) in pairs.iter().filter(|x| !optional(x.0)) {
            self.both += 1;
            let overlap = if g[i].source.is_empty() { p[j].source.is_empty() } else { !g[i].source.is_disjoint(&p[j].source) };
            let tuple = overlap && jaccard(&g[i].content, &p[j].content) >= 0.8;
            self.phrases_exact += usize::from(!g[i].source.is_empty() && g[i].source == p[j].source);
            self.content_exact += usize::from(g[i].content == p[j].content);
            self.tuples += usize::from(tuple);
            let who = same(&gold.claims[i].resolved, &names(record, &record.claims[j]));
            self.who += usize::from(who.is_some());
            self.who_right += usize::from(who == Some(true));
            if !tuple {
                self.notes.push(format!("differs  {}\n    found {}", line(i), found_line(j)));
            }
            if who == Some(false) {
                let resolved = names(record, &record.claims[j]).join("; ");
                self.notes.push(format!("speaker  {}\n    is {}, found {resolved}", line(i), gold.claims[i].resolved.join("; ")));
            }
        }
        for i in (0..g.len()).filter(|&i| !optional(i) && pairs.iter().all(|x| x.0 != i)) {
            self.notes.push(format!("missing  {}", line(i)));
        }
        for j in (0..p.len()).filter(|j| pairs.iter().all(|x| x.1 != *j)) {
            self.notes.push(format!("too many {}: {}", gold.id, found_line(j)));
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "claims {} found {} P {:.3} R {:.3} tuple_F1 {:.3} source_exact {:.3} content_exact {:.3} who {:.3}",
            self.gold,
            self.found,
            self.precision(),
            self.recall(),
            self.tuple_f1(),
            ratio(self.phrases_exact, self.phrases),
            ratio(self.content_exact, self.gold),
            self.who_rate()
        )
    }
}

#[allow(clippy::cast_precision_loss)]
fn ratio(a: usize, b: usize) -> f64 {
    a as f64 / b.max(1) as f64
}

/// The part of a text between two character offsets.
pub fn slice(text: &str, start: u32, end: u32) -> String {
    text.chars().skip(start as usize).take(end.saturating_sub(start) as usize).collect()
}

/// Character spans of the words: runs of letters, digits and `_`, as the scorer of the shared data counts them (marks are none).
fn words(text: &str) -> Vec<(u32, u32)> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[\p{L}\p{N}_]+").expect("the pattern is right"));
    let (mut byte, mut chars) = (0, 0u32);
    let mut count = |to: usize| {
        chars += text[byte..to].chars().count() as u32;
        byte = to;
        chars
    };
    WORD.find_iter(text).map(|m| (count(m.start()), count(m.end()))).collect()
}

struct Sets {
    cue: BTreeSet<usize>,
    source: BTreeSet<usize>,
    content: BTreeSet<usize>,
}

impl Sets {
    fn of_gold(words: &[(u32, u32)], c: &GoldClaim) -> Sets {
        Sets { cue: set(words, &[c.cue]), source: set(words, c.source.as_slice()), content: set(words, &c.content) }
    }
    fn of_found(words: &[(u32, u32)], c: &Claim) -> Sets {
        let source = match (c.speaker.status, c.speaker.start, c.speaker.end) {
            (SpeakerStatus::Explicit, Some(s), Some(e)) => set(words, &[(s, e)]),
            _ => BTreeSet::new(),
        };
        let content: Vec<(u32, u32)> = c.content.spans.iter().map(|x| (x.start, x.end)).collect();
        Sets { cue: set(words, &[(c.cue.start, c.cue.end)]), source, content: set(words, &content) }
    }
}

fn set(words: &[(u32, u32)], spans: &[(u32, u32)]) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    for &(s, e) in spans {
        let from = words.partition_point(|w| w.1 <= s);
        out.extend((from..words.len()).take_while(|&i| words[i].0 < e));
    }
    out
}

fn jaccard(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> f64 {
    ratio(a.intersection(b).count(), a.union(b).count())
}

fn matched(g: &[Sets], p: &[Sets]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (i, a) in g.iter().enumerate() {
        for (j, b) in p.iter().enumerate() {
            let cue = !a.cue.is_disjoint(&b.cue);
            let agree = jaccard(&a.content, &b.content);
            if cue && (agree > 0.0 || a.content.is_empty()) || agree >= 0.5 {
                pairs.push((if cue { 2.0 } else { 0.0 } + agree, i, j));
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in pairs {
        if out.iter().all(|x| x.0 != i && x.1 != j) {
            out.push((i, j));
        }
    }
    out.sort_unstable();
    out
}

fn names(r: &Record, c: &Claim) -> Vec<String> {
    let known: Vec<String> = c
        .speaker
        .entities
        .iter()
        .filter_map(|id| r.entity(id))
        .map(|e| std::iter::once(&e.name).chain(e.names.values()).cloned().collect::<Vec<_>>().join(" "))
        .collect();
    if known.is_empty() { c.speaker.name.iter().chain(&c.speaker.text).take(1).cloned().collect() } else { known }
}

/// Whether each of the gold's names shares a telling word with a name that was found; nothing where the gold does not say who.
fn same(gold: &[String], found: &[String]) -> Option<bool> {
    const TITLES: [&str; 17] = [
        "الرييس",
        "رييس",
        "وزير",
        "الوزير",
        "السيد",
        "المتحدث",
        "باسم",
        "مدير",
        "ناءب",
        "وزاره",
        "الخارجيه",
        "الدفاع",
        "الداخليه",
        "الامير",
        "الملك",
        "الشيخ",
        "العام",
    ];
    let telling = |n: &String| -> BTreeSet<String> {
        let all: BTreeSet<String> = n.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|w| w.chars().count() > 2).collect();
        let some: BTreeSet<String> = all.iter().filter(|w| !TITLES.contains(&w.as_str())).cloned().collect();
        if some.is_empty() { all } else { some }
    };
    if gold.is_empty() {
        return None;
    }
    let found: Vec<BTreeSet<String>> = found.iter().map(telling).collect();
    Some(gold.iter().map(telling).all(|g| found.iter().any(|f| !g.is_disjoint(f))))
}

fn fold(word: &str) -> String {
    let keep = |c: &char| !('\u{64b}'..='\u{652}').contains(c) && *c != 'ـ';
    let unify = |c| match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        c => c,
    };
    word.chars().filter(keep).map(unify).flat_map(char::to_lowercase).collect()
}
