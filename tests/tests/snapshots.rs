//! The whole record of every article in `corpus/`, held as a snapshot.
//!
//! Put an article into the folder and run `cargo xtask snapshots`: its snapshot appears in `tests/tests/snapshots/`, to be read
//! before it is committed. A snapshot is the record as JSON, broken into lines for a reviewer: one a mention, several a claim.
#![allow(clippy::print_stderr)]

use qawl_tests::{articles, record, render::render};
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn records_of_the_corpus() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut differ = Vec::new();
    for d in articles() {
        let text = render(&record(&d));
        // all differences in one run
        if catch_unwind(AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!(d.id.as_str(), text)))).is_err() {
            differ.push(d.id);
        }
    }
    assert!(
        differ.is_empty(),
        "records differ from their snapshots: {}\nto write them anew: cargo xtask snapshots; then read the difference",
        differ.join(", ")
    );
}

#[test]
fn no_snapshot_without_an_article() {
    let dir = qawl_tests::root().join("tests/tests/snapshots");
    let Ok(entries) = std::fs::read_dir(&dir) else {
        eprintln!("skipped: there are no snapshots yet");
        return;
    };
    let ids: Vec<String> = articles().into_iter().map(|d| format!("{}.snap", d.id)).collect();
    for e in entries.flatten() {
        let name = e.file_name().to_string_lossy().into_owned();
        assert!(!name.ends_with(".snap") || ids.contains(&name), "{name} is a snapshot of an article that is gone");
    }
}
