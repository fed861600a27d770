//! Raw text to spans (tokenize and match, clitics on) beside the aho-corasick crate on the same text, folded beforehand.
//!
//! Names and text lie outside the project; where they are absent, both are generated. Speeds are MB of the text's UTF-8 a second, one
//! core, the best of five runs. Run: `cargo bench -p qawl-gazetteer`; with `--bench matcher -- --alone`, aho-corasick is left out.
#![allow(clippy::print_stdout, missing_docs)]

use qawl_gazetteer::{Builder, Index};
use qawl_text::{Token, fold, tokenize};
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Text of at most this many bytes is read.
const TEXT: usize = 24 << 20;

fn main() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let texts = news(&data).unwrap_or_else(|| {
        println!("news: absent, text is generated");
        (0..400).map(|i| generated_text(i, 20_000)).collect()
    });
    let bytes: usize = texts.iter().map(String::len).sum();
    let folded: Vec<String> = texts.iter().map(|t| fold(t)).collect();
    let mut tokens: Vec<Token> = Vec::new();
    let only_tokens = best(|| {
        for t in &texts {
            tokens.clear();
            tokenize(t, &mut tokens);
            black_box(&tokens);
        }
    });
    println!("text {:.1} MB; tokenize alone {:.0} MB/s", bytes as f64 / 1e6, speed(bytes, only_tokens));
    let mut builder = Builder::new();
    for (path, text) in qawl_default_gazetteers::gazetteers() {
        builder.add_source(path, text);
    }
    let (gazetteer, _) = builder.build_lenient();
    let (mut matches, mut hits) = (Vec::new(), 0);
    let time = best(|| {
        hits = 0;
        for t in &texts {
            tokens.clear();
            matches.clear();
            tokenize(t, &mut tokens);
            gazetteer.matches(t, &tokens, &mut matches);
            hits += matches.len();
            black_box(&matches);
        }
    });
    println!("default gazetteers, {} names, tiers and readings: {:.0} MB/s, {hits} hits", gazetteer.name_count(), speed(bytes, time));
    for n in [10_000, 100_000, 1_000_000] {
        let file = data.join(format!("bench/names-{n}.txt.gz"));
        let names = gunzip(&file).unwrap_or_else(|| {
            println!("names: absent, {n} are generated");
            (0..n).map(|i| generated_name(i as u64)).collect::<Vec<_>>().join("\n")
        });
        let names: Vec<&str> = names.lines().collect();
        let start = Instant::now();
        let index = Index::build(names.iter().copied());
        let built = start.elapsed();
        let mut found = Vec::new();
        let mut hits = 0;
        let time = best(|| {
            hits = 0;
            for t in &texts {
                tokens.clear();
                found.clear();
                tokenize(t, &mut tokens);
                index.spans(&tokens, &mut found);
                hits += found.len();
                black_box(&found);
            }
        });
        println!(
            "{n:>8} names, qawl: {:.0} MB/s, {hits} hits; index {:.1} MB ({} prefixes), built in {:.0} ms",
            speed(bytes, time),
            index.bytes() as f64 / 1e6,
            index.prefixes(),
            built.as_secs_f64() * 1e3
        );
        if std::env::args().any(|a| a == "--alone") {
            continue;
        }
        // a million names take aho-corasick some ten seconds to build, and an eighth of the text tells its speed
        let part = if n > 100_000 { folded.len().div_ceil(8) } else { folded.len() };
        let (folded, of) = (&folded[..part], texts[..part].iter().map(String::len).sum::<usize>());
        let start = Instant::now();
        let patterns: Vec<String> = names.iter().map(|n| fold(n)).collect();
        let Ok(ac) = aho_corasick::AhoCorasick::builder().match_kind(aho_corasick::MatchKind::LeftmostLongest).build(&patterns) else { continue };
        let ac_built = start.elapsed();
        let (mut inside, mut whole) = (0, 0);
        let ac_time = best(|| {
            (inside, whole) = (0, 0);
            for t in folded {
                for m in ac.find_iter(t) {
                    let (before, after) = (t[..m.start()].chars().next_back(), t[m.end()..].chars().next());
                    if before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric) {
                        inside += 1;
                    } else {
                        whole += 1;
                    }
                }
            }
        });
        println!(
            "{n:>8} names, aho-corasick: {:.0} MB/s on {:.1} MB of folded text, {whole} hits on word boundaries and {inside} inside words; {:.1} MB, built in {:.0} ms; qawl is {:.1} times as fast in {:.1} times less memory",
            speed(of, ac_time),
            of as f64 / 1e6,
            ac.memory_usage() as f64 / 1e6,
            ac_built.as_secs_f64() * 1e3,
            speed(bytes, time) / speed(of, ac_time),
            ac.memory_usage() as f64 / index.bytes() as f64
        );
    }
}

fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

/// The shortest of several runs.
fn best(mut f: impl FnMut()) -> Duration {
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        f();
        times.push(start.elapsed());
    }
    times.into_iter().min().unwrap_or_default()
}

fn gunzip(path: &Path) -> Option<String> {
    let out = Command::new("gzip").arg("-dc").arg(path).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}

/// The `text` fields of the articles.
fn news(data: &Path) -> Option<Vec<String>> {
    let lines = gunzip(&data.join("news/saudinewsnet.jsonl.gz"))?;
    let mut texts = Vec::new();
    let mut size = 0;
    for line in lines.lines() {
        let (_, rest) = line.split_once("\"text\": \"")?;
        let mut text = String::with_capacity(rest.len());
        let mut chars = rest.chars();
        while let Some(c) = chars.next() {
            match c {
                '"' => break,
                '\\' => match chars.next() {
                    Some('n') => text.push('\n'),
                    Some(c) => text.push(c),
                    None => break,
                },
                c => text.push(c),
            }
        }
        size += text.len();
        texts.push(text);
        if size > TEXT {
            break;
        }
    }
    Some(texts)
}

fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
    *seed >> 33
}

fn generated_word(seed: &mut u64) -> String {
    let letters: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".chars().collect();
    // some words are common, most are rare
    let mut word = random(seed) % (1 << (4 + random(seed) % 14));
    let mut out = String::new();
    for _ in 0..3 + word % 4 {
        out.push(letters[(word % letters.len() as u64) as usize]);
        word = word / 3 + 7;
    }
    out
}

fn generated_name(i: u64) -> String {
    let mut seed = i.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (0..2 + i % 3).map(|_| generated_word(&mut seed)).collect::<Vec<_>>().join(" ")
}

fn generated_text(i: u64, bytes: usize) -> String {
    let mut seed = i + 1;
    let mut out = String::new();
    while out.len() < bytes {
        out.push_str(&generated_word(&mut seed));
        out.push_str(if random(&mut seed).is_multiple_of(12) { ". " } else { " " });
    }
    out
}
