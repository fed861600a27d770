//! Any number of threads gives the same, in the order of the input.

use qawl::{Extractor, Offsets};
use qawl_pipeline::{Documents, Options, inputs, run};
use std::fs;
use std::path::PathBuf;

const N: usize = 700;

/// A file of many short rows, some of them broken.
fn rows(test: &str) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&dir).unwrap();
    let path = dir.join("rows.jsonl");
    let row = |i: usize| {
        if i % 50 == 7 { "{broken\n".to_owned() } else { format!("{{\"text\":\"أعلن الوزير أن العدد {i} كبير.\"}}\n") }
    };
    fs::write(&path, (0..N).map(row).collect::<String>()).unwrap();
    path
}

#[test]
fn threads_change_nothing() {
    let extractor = Extractor::builder().without_defaults().build().unwrap();
    let path = rows("order");
    let mut expected = None;
    for jobs in [1, 2, 3, 8] {
        let (mut ids, mut failed) = (Vec::new(), Vec::new());
        let options = Options { jobs, offsets: Offsets::Char, no_text: true };
        let documents = Documents::new(inputs(std::slice::from_ref(&path)).0);
        let summary = run(
            &extractor,
            documents,
            &options,
            |r, d| format!("{} {}", r.id, d.text),
            |id| {
                ids.push(id);
                Ok::<(), ()>(())
            },
            |f| failed.push(f.to_string()),
        )
        .unwrap();
        assert_eq!((summary.documents, summary.failures), (N - N / 50, N / 50));
        assert!(ids.windows(2).all(|w| w[0] != w[1]) && ids[0].starts_with("rows#1 ") && ids.last().unwrap().starts_with("rows#700 "));
        let all = (ids, failed);
        assert_eq!(*expected.get_or_insert(all.clone()), all, "{jobs} jobs");
    }
}

#[test]
fn the_first_error_of_the_sink_ends_the_run() {
    let extractor = Extractor::builder().without_defaults().build().unwrap();
    let path = rows("error");
    for jobs in [1, 2, 5] {
        let options = Options { jobs, offsets: Offsets::Byte, no_text: true };
        let mut seen = 0;
        let sink = |_| {
            seen += 1;
            if seen == 100 { Err("full") } else { Ok(()) }
        };
        let documents = Documents::new(inputs(std::slice::from_ref(&path)).0);
        assert_eq!(run(&extractor, documents, &options, |_, _| (), sink, |_| ()).unwrap_err(), "full");
        assert_eq!(seen, 100);
    }
}

#[test]
#[should_panic(expected = "a bug")]
fn a_panic_ends_the_run() {
    let extractor = Extractor::builder().without_defaults().build().unwrap();
    let documents = Documents::new(inputs(&[rows("panic")]).0);
    let options = Options { jobs: 2, offsets: Offsets::Byte, no_text: true };
    let make = |r: qawl::Record, _: &_| assert!(r.id != "rows#333", "a bug");
    let _ = run(&extractor, documents, &options, make, |()| Ok::<(), ()>(()), |_| ());
}
