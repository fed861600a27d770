//! Parsing and compiling the default gazetteers, and matching with them. Run: `cargo bench -p qawl-gazetteer --bench load`.
#![allow(clippy::print_stdout, missing_docs)]

use qawl_gazetteer::{Builder, Gazetteer, Match, parse};
use qawl_text::tokenize;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    let mut parsed = Duration::MAX;
    let mut built = Duration::MAX;
    let mut gazetteer = Gazetteer::default();
    for _ in 0..20 {
        let start = Instant::now();
        for (path, text) in qawl_default_gazetteers::gazetteers() {
            black_box(parse(path, text));
        }
        parsed = parsed.min(start.elapsed());
        let start = Instant::now();
        let mut builder = Builder::new();
        builder.add_static(qawl_default_gazetteers::gazetteers());
        let (g, errors) = builder.build_lenient();
        built = built.min(start.elapsed());
        assert!(errors.len() < 100, "{}", errors[0]);
        gazetteer = g;
    }
    if std::env::args().any(|a| a == "--build") {
        return;
    }
    let start = Instant::now();
    let mut compiled = Vec::new();
    gazetteer.save(&mut compiled);
    let saved = start.elapsed();
    let start = Instant::now();
    black_box(Gazetteer::load(&compiled).expect("what was saved"));
    let loaded = start.elapsed();
    println!("{:?}", gazetteer.stats());
    println!(
        "parse into strings of their own {parsed:.1?}; parse in place and compile {built:.1?}; save {saved:.1?}, {} bytes; load {loaded:.1?}",
        compiled.len()
    );
    let text: String = qawl_default_gazetteers::gazetteers().map(|f| f.1).collect::<Vec<_>>().join("\n").repeat(4);
    let (mut tokens, mut found): (Vec<_>, Vec<Match>) = (Vec::new(), Vec::new());
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        tokens.clear();
        found.clear();
        tokenize(&text, &mut tokens);
        gazetteer.matches(&text, &tokens, &mut found);
        best = best.min(start.elapsed());
    }
    println!(
        "match (text full of names): {:.0} MB/s, {} matches in {:.1} MB",
        text.len() as f64 / 1e6 / best.as_secs_f64(),
        found.len(),
        text.len() as f64 / 1e6
    );
}
