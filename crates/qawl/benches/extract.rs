//! Text to record, one core: MB of UTF-8 text a second, the whole way and stage by stage, and the cost of starting.
//!
//! Run: `cargo bench -p qawl`. The texts are those of the JSON Lines file that `QAWL_BENCH_NEWS` names (fields `text`, `title`,
//! `published`), else the project's data beside the checkout, else made-up news.
#![allow(clippy::print_stdout, missing_docs)]

use qawl::{Document, Extractor, Offsets};
use qawl_claims::{ClaimExtractor, Day};
use qawl_entities::Knowledge;
use qawl_text::Text;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Bytes of text that are read at most.
const MOST: usize = 8 << 20;
const RUNS: usize = 5;

fn main() {
    // `cargo test --benches` passes no `--bench`
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    let (documents, from) = news().unwrap_or_else(|| (made_up(), "made-up news".to_owned()));
    let bytes: usize = documents.iter().map(|d| d.text.len()).sum();
    println!("{} documents, {:.1} MB of text: {from}; best of {RUNS} runs, one core", documents.len(), bytes as f64 / 1e6);

    let start = Instant::now();
    let extractor = Extractor::new();
    println!("{:32} {:8.1} ms", "Extractor::new, first", start.elapsed().as_secs_f64() * 1e3);
    let time = best(|| drop(black_box(Extractor::new())));
    println!("{:32} {:8.1} ms", "Extractor::new and drop, warm", time.as_secs_f64() * 1e3);

    let rate = |name: &str, time: Duration| {
        println!("{name:32} {:8.1} MB/s  {:6.2} ns/byte", bytes as f64 / 1e6 / time.as_secs_f64(), time.as_secs_f64() * 1e9 / bytes as f64)
    };
    let mut out = Vec::new();
    rate(
        "text to JSON Lines",
        best(|| {
            out.clear();
            for d in &documents {
                let mut r = extractor.extract(d);
                r.to_offsets(&d.text, Offsets::Char);
                write(&r, &mut out);
            }
        }),
    );
    println!("{:32} {:8.1} MB", "  (they take)", out.len() as f64 / 1e6);
    rate("text to record", best(|| documents.iter().for_each(|d| drop(black_box(extractor.extract(d))))));

    println!("stage by stage");
    rate("  text", best(|| documents.iter().for_each(|d| drop(black_box(Text::with_title(&d.text, d.title.as_deref()))))));
    let knowledge = Knowledge::new(extractor.gazetteer().clone(), qawl_default_gazetteers::files());
    let claims = ClaimExtractor::default();
    let texts: Vec<_> = documents.iter().map(|d| Text::with_title(&d.text, d.title.as_deref())).collect();
    rate("  words", best(|| texts.iter().for_each(|t| drop(black_box(qawl_entities::words::classify(t))))));
    let words: Vec<_> = texts.iter().map(qawl_entities::words::classify).collect();
    let mut matches = Vec::new();
    rate(
        "  (names of the gazetteer alone)",
        best(|| {
            for t in &texts {
                matches.clear();
                extractor.gazetteer().matches(t.raw(), t.tokens(), &mut matches);
                black_box(&matches);
            }
        }),
    );
    let find = |i: usize| knowledge.find(&texts[i], &words[i], documents[i].published.as_deref());
    rate("  entities", best(|| (0..texts.len()).for_each(|i| drop(black_box(find(i))))));
    let found: Vec<_> = (0..texts.len()).map(find).collect();
    let day = |i: usize| documents[i].published.as_deref().and_then(Day::parse);
    rate("  claims", best(|| (0..texts.len()).for_each(|i| drop(black_box(claims.extract(&texts[i], &words[i], &found[i], day(i)))))));
    let mut records: Vec<_> = documents.iter().map(|d| extractor.extract(d)).collect();
    rate(
        "  records written",
        best(|| {
            out.clear();
            records.iter().for_each(|r| write(r, &mut out));
        }),
    );
    let start = Instant::now();
    records.iter_mut().zip(&documents).for_each(|(r, d)| r.to_offsets(&d.text, Offsets::Char));
    rate("  offsets", start.elapsed());
}

fn write(r: &qawl::Record, out: &mut Vec<u8>) {
    r.write_json(out);
    out.push(b'\n');
}

fn best(mut f: impl FnMut()) -> Duration {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            f();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn news() -> Option<(Vec<Document>, String)> {
    let named = std::env::var("QAWL_BENCH_NEWS").ok();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/news/saudinewsnet.jsonl.gz");
    let path = named.as_deref().unwrap_or(data);
    let name = Path::new(path).file_name()?.to_string_lossy().into_owned();
    let reader: Box<dyn Read> = if path.ends_with(".gz") {
        let gzip = Command::new("gzip").args(["-dc", path]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        Box::new(gzip.stdout?)
    } else {
        Box::new(std::fs::File::open(path).ok()?)
    };
    let (mut documents, mut bytes) = (Vec::new(), 0);
    for line in BufReader::new(reader).lines().map_while(Result::ok) {
        let value: serde_json::Value = serde_json::from_str(&line).ok()?;
        let field = |k: &str| value[k].as_str().map(str::to_owned);
        let d = Document {
            id: field("id").unwrap_or_default(),
            text: field("text")?,
            title: field("title"),
            published: field("published"),
            ..Document::default()
        };
        bytes += d.text.len();
        documents.push(d);
        if bytes > MOST {
            break;
        }
    }
    (!documents.is_empty()).then_some((documents, name))
}

/// News of sentences that turn on a few wheels, so that no two articles are alike.
fn made_up() -> Vec<Document> {
    const WHO: [&str; 7] = [
        "رئيس الوزراء العراقي مصطفى الكاظمي",
        "الرئيس الأمريكي جو بايدن",
        "وزير الخارجية فؤاد حسين",
        "المتحدث باسم الوزارة أحمد الصحاف",
        "مسؤول حكومي رفيع",
        "رئيس مجلس النواب محمد الحلبوسي",
        "الأمين العام للأمم المتحدة أنطونيو غوتيريش",
    ];
    const SAID: [&str; 5] = ["أعلن", "قال", "أكد", "أوضح", "أضاف"];
    const WHAT: [&str; 6] = [
        "أن القوات الأمنية عززت انتشارها في محافظات نينوى وكركوك وديالى خلال الأيام الماضية",
        "إن الحوار بين البلدين سيستمر حتى نهاية العام الحالي، مشيرا إلى أن اللجان الفنية تعمل بلا انقطاع",
        "أن أسعار النفط ارتفعت بنسبة 3.5 في المئة بعد اجتماع منظمة أوبك في فيينا",
        "أن الحكومة \"لن تسمح بالمساس بسيادة البلاد\"، بحسب بيان صدر في بغداد",
        "أن الانتخابات ستجرى في موعدها المقرر بإشراف دولي",
        "أن وفدا من الاتحاد الأوروبي يزور أربيل والسليمانية الأسبوع المقبل",
    ];
    (0..4000)
        .map(|k| {
            let mut text = String::new();
            for s in 0..8 + k % 9 {
                let (who, said, what) = (WHO[(k + s * 3) % 7], SAID[(k / 3 + s) % 5], WHAT[(k / 5 + s * 5) % 6]);
                let end = if s % 3 == 2 { "\n\n" } else { " " };
                text.push_str(&format!("و{said} {who} {what}.{end}"));
            }
            Document::new(format!("made-up-{k}"), text).published("2021-07-27")
        })
        .collect()
}
