//! Throughput of reading, one core: the fused pass alone (`tokens`), with the readings of every word (`tokens_and_clitics`), and the
//! whole of [`Text::read`] (`structure`).
//!
//! Run with `cargo bench -p qawl-text`. Reads the news archive beside the workspace where it is present, else text made
//! up here with word lengths and punctuation like those of news.

use std::io::Read;
use std::sync::OnceLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use qawl_text::{Text, Token, candidates, tokenize};

fn main() {
    divan::main();
}

/// Articles, about 90 MB with the archive, 8 MB without.
fn articles() -> &'static [String] {
    static ARTICLES: OnceLock<Vec<String>> = OnceLock::new();
    ARTICLES.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/news/saudinewsnet.jsonl.gz");
        archive(path).unwrap_or_else(made_up)
    })
}

fn archive(path: &str) -> Option<Vec<String>> {
    let mut lines = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path).ok()?).read_to_string(&mut lines).ok()?;
    let text = |line: &str| Some(serde_json::from_str::<serde_json::Value>(line).ok()?.get("text")?.as_str()?.to_owned());
    Some(lines.lines().filter_map(text).collect())
}

fn made_up() -> Vec<String> {
    let words = [
        "قال",
        "الوزير",
        "في",
        "مؤتمر",
        "صحفي",
        "إن",
        "الحكومة",
        "ستواصل",
        "العمل",
        "على",
        "تنفيذ",
        "الاتفاق",
        "،",
        "مؤكدًا",
        "أن",
        "2021",
        "«الحياة»",
        ".",
    ];
    let mut seed = 7u32;
    let mut article = || {
        let mut s = String::new();
        for i in 0..400 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            s.push_str(words[(seed >> 16) as usize % words.len()]);
            s.push(if i % 60 == 59 { '\n' } else { ' ' });
        }
        s
    };
    (0..2000).map(|_| article()).collect()
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn tokens(bencher: Bencher) {
    let articles = articles();
    let mut out: Vec<Token> = Vec::new();
    bencher.counter(BytesCount::new(articles.iter().map(String::len).sum::<usize>())).bench_local(|| {
        for a in articles {
            out.clear();
            tokenize(black_box(a), &mut out);
            black_box(&out);
        }
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn structure(bencher: Bencher) {
    let articles = articles();
    bencher.counter(BytesCount::new(articles.iter().map(String::len).sum::<usize>())).bench_local(|| {
        for a in articles {
            black_box(Text::read(black_box(a)));
        }
    });
}

/// The fused pass, and every reading of every word hashed.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn tokens_and_clitics(bencher: Bencher) {
    let articles = articles();
    let mut out: Vec<Token> = Vec::new();
    bencher.counter(BytesCount::new(articles.iter().map(String::len).sum::<usize>())).bench_local(|| {
        let mut hosts = 0u64;
        for a in articles {
            out.clear();
            tokenize(black_box(a), &mut out);
            hosts = out.iter().flat_map(candidates).fold(hosts, |h, c| h ^ c.host);
        }
        black_box(hosts)
    });
}
