//! The `qawl` command as its users run it: what it reads, what it writes, how it fails.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const ARTICLE: &str = "أعلن وزير النفط العراقي أن الإنتاج سيرتفع في الصيف.\n\nوأضاف أن بلاده ملتزمة باتفاق «أوبك+» 🙂.\n";

/// A directory of this test's own, empty at first.
fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

fn qawl(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qawl")).current_dir(dir).args(args).stdin(Stdio::null()).output().unwrap()
}

fn piped(dir: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qawl"))
        .current_dir(dir)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn code(o: &Output) -> i32 {
    o.status.code().unwrap_or_else(|| panic!("ended by a signal: {}", stderr(o)))
}

fn stderr(o: &Output) -> String {
    let s = String::from_utf8_lossy(&o.stderr).into_owned();
    assert!(!s.contains("panicked"), "{s}");
    s
}

/// The records of an output of JSON Lines.
fn records(o: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&o.stdout).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'), "the last line is not ended");
    text.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect()
}

fn ids(records: &[Value]) -> Vec<&str> {
    records.iter().map(|r| r["id"].as_str().unwrap()).collect()
}

fn warning(record: &Value) -> Vec<&str> {
    record["warnings"].as_array().unwrap().iter().map(|w| w["kind"].as_str().unwrap()).collect()
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")
}

/// One line of every message has to name the place and say what is wrong, in lower case and without a trace.
fn says(o: &Output, parts: &[&str]) {
    let s = stderr(o);
    assert!(s.lines().any(|l| l.starts_with("qawl: ") && parts.iter().all(|p| l.contains(p))), "no line with {parts:?} in:\n{s}");
}

// ---- what it reads ----

#[test]
fn a_text_file() {
    let dir = scratch("text");
    fs::write(dir.join("a.txt"), ARTICLE).unwrap();
    let o = qawl(&dir, &["extract", "a.txt"]);
    assert_eq!((code(&o), stderr(&o).as_str()), (0, ""));
    let r = &records(&o)[0];
    assert_eq!(r["id"], "a");
    assert_eq!(r["schema"], "qawl.record/1");
    assert_eq!(r["offsets"], "char");
    assert_eq!(r["text"], ARTICLE);
    assert_eq!(r["claims"][0]["cue"]["text"], "أعلن");
}

#[test]
fn standard_input() {
    let dir = scratch("stdin");
    let o = piped(&dir, &["extract", "-"], ARTICLE.as_bytes());
    assert_eq!(code(&o), 0);
    assert_eq!(ids(&records(&o)), ["stdin"]);
    let lines = "{\"id\":\"a\",\"text\":\"قال بايدن إن الاتفاق قريب.\"}\n\n{\"id\":\"b\",\"text\":\"نعم\"}";
    let o = piped(&dir, &["extract", "-"], lines.as_bytes());
    assert_eq!(code(&o), 0);
    assert_eq!(ids(&records(&o)), ["a", "b"]);
}

#[test]
fn a_directory_in_order_of_paths() {
    let dir = scratch("directory");
    fs::create_dir_all(dir.join("in/sub")).unwrap();
    for (name, text) in [
        ("in/b.txt", ARTICLE),
        ("in/a.jsonl", "{\"id\":\"one\",\"text\":\"نعم\"}\n{\"text\":\"لا\"}\n"),
        ("in/sub/c.json", "{\"text\":\"نعم\"}"),
        ("in/d.json", "[{\"id\":\"x\",\"text\":\"نعم\"},{\"text\":\"لا\"}]"),
        ("in/a.gold.jsonl", "not read"),
        ("in/.hidden.txt", "not read"),
        ("in/notes.md", "not read"),
    ] {
        fs::write(dir.join(name), text).unwrap();
    }
    let o = qawl(&dir, &["extract", "in"]);
    assert_eq!((code(&o), stderr(&o).as_str()), (0, ""));
    assert_eq!(ids(&records(&o)), ["one", "a#2", "b", "x", "d#2", "sub/c"]);
}

#[test]
fn fields_of_json() {
    let dir = scratch("fields");
    let line =
        r#"{"id":7,"text":"نعم","title":"عنوان","source":"وكالة","date":"2021-07-27","url":"https://example.org/","author":"فلان","tags":["أ",1]}"#;
    fs::write(dir.join("a.jsonl"), line).unwrap();
    let r = &records(&qawl(&dir, &["extract", "a.jsonl"]))[0];
    assert_eq!((&r["id"], &r["title"], &r["outlet"]), (&"7".into(), &"عنوان".into(), &"وكالة".into()));
    assert_eq!((&r["published"], &r["url"]), (&"2021-07-27".into(), &"https://example.org/".into()));
    assert_eq!(r["meta"], serde_json::json!({"author": "فلان", "tags": ["أ", 1]}));
    assert_eq!(warning(r), [""; 0]);
}

#[test]
fn the_corpus() {
    let o = qawl(&corpus(), &["extract", "."]);
    assert_eq!((code(&o), stderr(&o).as_str()), (0, ""));
    let all = records(&o);
    assert!(all.len() >= 14);
    for r in &all {
        assert!(!r["claims"].as_array().unwrap().is_empty(), "{}: no claims", r["id"]);
    }
}

// ---- how it fails ----

#[test]
fn a_missing_path_is_named_and_the_rest_is_read() {
    let dir = scratch("missing");
    fs::write(dir.join("a.txt"), ARTICLE).unwrap();
    let o = qawl(&dir, &["extract", "nowhere.txt", "a.txt"]);
    assert_eq!(code(&o), 1);
    says(&o, &["nowhere.txt", "no such file"]);
    assert_eq!(ids(&records(&o)), ["a"]);
}

#[test]
fn a_directory_without_documents() {
    let dir = scratch("nothing");
    fs::create_dir(dir.join("empty")).unwrap();
    let o = qawl(&dir, &["extract", "empty"]);
    assert_eq!(code(&o), 1);
    says(&o, &["empty", "no documents"]);
    assert!(o.stdout.is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn an_unreadable_file_is_named_and_the_rest_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let dir = scratch("unreadable");
    fs::write(dir.join("a.txt"), ARTICLE).unwrap();
    fs::write(dir.join("b.txt"), ARTICLE).unwrap();
    fs::set_permissions(dir.join("a.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(dir.join("a.txt")).is_err() {
        let o = qawl(&dir, &["extract", "."]);
        assert_eq!(code(&o), 1);
        says(&o, &["a.txt", "permission denied"]);
        assert_eq!(ids(&records(&o)), ["b"]);
    }
    // for root nothing is forbidden; this file can be opened and not be read, for root too
    let o = qawl(&dir, &["extract", "/proc/self/mem", "b.txt"]);
    assert_eq!(code(&o), 1);
    says(&o, &["/proc/self/mem"]);
    assert_eq!(ids(&records(&o)), ["b"]);
}

#[test]
fn a_broken_line_is_named_by_its_number_and_the_rest_goes_on() {
    let dir = scratch("broken");
    fs::write(dir.join("a.jsonl"), "{\"id\":\"1\",\"text\":\"نعم\"}\n\n{\"id\":\"2\",\"text\":\n[1]\n\"text\"\n{\"id\":\"6\",\"text\":\"لا\"}\n")
        .unwrap();
    fs::write(dir.join("b.json"), "{\"text\":").unwrap();
    fs::write(dir.join("c.txt"), ARTICLE).unwrap();
    let o = qawl(&dir, &["extract", "a.jsonl", "b.json", "c.txt"]);
    assert_eq!(code(&o), 1);
    says(&o, &["a.jsonl:3:", "not JSON"]);
    says(&o, &["a.jsonl:4:", "object"]);
    says(&o, &["a.jsonl:5:", "object"]);
    says(&o, &["b.json:", "not JSON"]);
    assert_eq!(stderr(&o).lines().count(), 4, "{}", stderr(&o));
    assert_eq!(ids(&records(&o)), ["1", "6", "c"]);
}

#[test]
fn a_broken_line_on_standard_input() {
    let dir = scratch("broken-stdin");
    let o = piped(&dir, &["extract", "-"], "{\"id\":\"1\",\"text\":\"نعم\"}\n{\n{\"id\":\"3\",\"text\":\"نعم\"}".as_bytes());
    assert_eq!(code(&o), 1);
    says(&o, &["stdin", ":2:", "not JSON"]);
    assert_eq!(ids(&records(&o)), ["1", "3"]);
}

#[test]
fn a_record_without_text_is_kept_and_warned_of() {
    let dir = scratch("no-text");
    fs::write(
        dir.join("a.jsonl"),
        "{\"id\":\"1\",\"title\":\"عنوان\"}\n{\"id\":\"2\",\"text\":null}\n{\"id\":\"3\",\"text\":[\"نعم\"]}\n{\"id\":\"4\",\"text\":\" \"}\n",
    )
    .unwrap();
    let o = qawl(&dir, &["extract", "a.jsonl"]);
    let all = records(&o);
    assert_eq!(ids(&all), ["1", "2", "3", "4"]);
    for r in &all {
        assert!(warning(r).contains(&"no_text"), "{r}");
        assert_eq!(r["claims"], serde_json::json!([]));
    }
}

#[test]
fn invalid_utf8_is_decoded_and_warned_of() {
    let dir = scratch("utf8");
    let mut bytes = ARTICLE.as_bytes().to_vec();
    bytes.extend_from_slice(b"\xff\xfe \xd9");
    fs::write(dir.join("a.txt"), &bytes).unwrap();
    let mut line = "{\"id\":\"b\",\"text\":\"قال بايدن إن ".as_bytes().to_vec();
    line.extend_from_slice(b"\xc0\xaf");
    line.extend_from_slice(" الاتفاق قريب.\"}\n{\"id\":\"c\",\"text\":\"نعم\"}\n".as_bytes());
    fs::write(dir.join("b.jsonl"), line).unwrap();
    let o = qawl(&dir, &["extract", "a.txt", "b.jsonl"]);
    assert_eq!(code(&o), 0, "{}", stderr(&o));
    let all = records(&o);
    assert_eq!(ids(&all), ["a", "b", "c"]);
    assert_eq!(warning(&all[0]), ["invalid_utf8"]);
    assert_eq!(warning(&all[1]), ["invalid_utf8"]);
    assert_eq!(warning(&all[2]), [""; 0]);
    assert!(all[0]["text"].as_str().unwrap().starts_with(ARTICLE.trim_end()));
    assert_eq!(all[0]["claims"][0]["cue"]["text"], "أعلن");
}

#[test]
fn odd_bytes() {
    let dir = scratch("odd");
    fs::write(dir.join("a-empty.txt"), "").unwrap();
    fs::write(dir.join("b-nul.txt"), format!("\0{}\0\0", ARTICLE.replace("الإنتاج", "الإن\0تاج"))).unwrap();
    fs::write(dir.join("c-bom.txt"), format!("\u{feff}{ARTICLE}")).unwrap();
    fs::write(dir.join("d-crlf.txt"), ARTICLE.replace('\n', "\r\n")).unwrap();
    fs::write(dir.join("e-utf16.txt"), ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()).unwrap();
    fs::write(dir.join("f-none.jsonl"), "").unwrap();
    fs::write(dir.join("g-bom.jsonl"), "\u{feff}{\"id\":\"g\",\"text\":\"نعم\"}\r\n\r\n").unwrap();
    let o = qawl(&dir, &["extract", "."]);
    assert_eq!(code(&o), 0, "{}", stderr(&o));
    let all = records(&o);
    assert_eq!(ids(&all), ["a-empty", "b-nul", "c-bom", "d-crlf", "e-utf16", "g"]);
    assert_eq!(warning(&all[0]), ["no_text"]);
    assert_eq!(all[1]["claims"][0]["cue"]["text"], "أعلن");
    assert!(all[1]["text"].as_str().unwrap().starts_with('\0'), "nothing is lost");
    assert_eq!(all[2]["text"], ARTICLE);
    assert_eq!(all[3]["claims"].as_array().unwrap().len(), all[2]["claims"].as_array().unwrap().len());
    for r in &all {
        spans_hold(r);
    }
}

#[test]
fn one_line_of_fifty_megabytes() {
    let dir = scratch("long");
    let sentence = ARTICLE.replace('\n', " ");
    let text = sentence.repeat(50_000_000 / sentence.len() + 1);
    fs::write(dir.join("a.txt"), &text).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_qawl"))
        .current_dir(&dir)
        .args(["extract", "a.txt", "--no-text", "-o", "out.jsonl"])
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(180) {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("50 MB are not read in three minutes: work grows faster than the text");
        }
        sleep(Duration::from_millis(50));
    }
    let o = child.wait_with_output().unwrap();
    assert_eq!((code(&o), stderr(&o).as_str()), (0, ""));
    let out = fs::read(dir.join("out.jsonl")).unwrap();
    assert_eq!(out.iter().filter(|b| **b == b'\n').count(), 1);
    let cues = out.windows(7).filter(|w| w == b"\"cue\":{").count();
    assert!(cues >= text.len() / sentence.len(), "{cues} claims");
    let _ = fs::remove_dir_all(dir);
}

#[test]
fn usage_errors() {
    let dir = scratch("usage");
    fs::write(dir.join("a.txt"), ARTICLE).unwrap();
    for args in [
        &["extract"][..],
        &[],
        &["nonsense"],
        &["extract", "a.txt", "--format", "xml"],
        &["extract", "a.txt", "--offsets", "word"],
        &["extract", "a.txt", "--jobs", "many"],
        &["extract", "a.txt", "-o", "no/such/folder/out.jsonl"],
        &["extract", "a.txt", "--gazetteer", "nowhere.gaz"],
    ] {
        let o = qawl(&dir, args);
        assert_eq!(code(&o), 2, "{args:?}: {}", stderr(&o));
        assert!(!o.stderr.is_empty(), "{args:?}: no message");
        assert!(o.stdout.is_empty(), "{args:?}: output");
    }
    for args in [&["--help"][..], &["extract", "--help"], &["--version"]] {
        assert_eq!(code(&qawl(&dir, args)), 0, "{args:?}");
    }
}

// ---- what it writes ----

#[test]
fn pretty_is_for_people() {
    let dir = scratch("pretty");
    fs::write(dir.join("a.txt"), ARTICLE).unwrap();
    let o = qawl(&dir, &["extract", "a.txt", "--format", "pretty"]);
    assert_eq!(code(&o), 0);
    let text = String::from_utf8(o.stdout).unwrap();
    for part in ["وزير النفط العراقي", "أعلن", "الإنتاج سيرتفع في الصيف"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert!(!text.contains('\x1b'), "colours belong on a terminal");
    assert!(serde_json::from_str::<Value>(text.lines().next().unwrap()).is_err());
    // a pipe gets records unless something else is asked for
    assert_eq!(qawl(&dir, &["extract", "a.txt"]).stdout, qawl(&dir, &["extract", "a.txt", "--format", "jsonl"]).stdout);
}

#[test]
fn explain_says_why() {
    let dir = scratch("explain");
    fs::write(dir.join("a.txt"), ARTICLE).unwrap();
    let o = qawl(&dir, &["explain", "a.txt"]);
    assert_eq!(code(&o), 0);
    let text = String::from_utf8(o.stdout).unwrap();
    for part in ["sections", "mentions", "claims", "أعلن", "وزير النفط العراقي"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert_eq!(code(&qawl(&dir, &["explain", "nowhere.txt"])), 1);
}

#[test]
fn schema_is_json() {
    let o = qawl(&scratch("schema"), &["schema"]);
    assert_eq!(code(&o), 0);
    let schema: Value = serde_json::from_slice(&o.stdout).unwrap();
    for field in ["schema", "id", "offsets", "sections", "mentions", "entities", "claims", "warnings"] {
        assert!(schema["properties"][field].is_object(), "{field}");
    }
}

#[test]
fn output_to_a_file_is_the_output() {
    let dir = scratch("output");
    fs::write(dir.join("a.txt"), ARTICLE).unwrap();
    let o = qawl(&dir, &["extract", "a.txt", "-o", "out.jsonl"]);
    assert_eq!(code(&o), 0);
    assert!(o.stdout.is_empty());
    assert_eq!(fs::read(dir.join("out.jsonl")).unwrap(), qawl(&dir, &["extract", "a.txt"]).stdout);
}

#[test]
fn no_text_changes_nothing_else() {
    let with = records(&qawl(&corpus(), &["extract", "."]));
    let without = records(&qawl(&corpus(), &["extract", ".", "--no-text"]));
    assert_eq!(with.len(), without.len());
    for (mut a, b) in with.into_iter().zip(without) {
        assert!(a["text"].is_string());
        a.as_object_mut().unwrap().shift_remove("text");
        assert_eq!(a, b);
    }
}

/// Every span with its own text holds that text, in the record's unit.
fn spans_hold(record: &Value) {
    let text = record["text"].as_str().unwrap();
    let slice = |start: usize, end: usize| -> String {
        match record["offsets"].as_str().unwrap() {
            "char" => text.chars().skip(start).take(end - start).collect(),
            "byte" => text.get(start..end).unwrap_or_else(|| panic!("{start}..{end}")).to_owned(),
            "utf16" => String::from_utf16(&text.encode_utf16().skip(start).take(end - start).collect::<Vec<_>>()).unwrap(),
            other => panic!("offsets {other}"),
        }
    };
    fn walk(value: &Value, slice: &dyn Fn(usize, usize) -> String, seen: &mut usize) {
        match value {
            Value::Object(o) => {
                if let (Some(s), Some(e), Some(t)) = (o.get("start"), o.get("end"), o.get("text")) {
                    let (s, e) = (s.as_u64().unwrap(), e.as_u64().unwrap());
                    assert_eq!(slice(usize::try_from(s).unwrap(), usize::try_from(e).unwrap()), t.as_str().unwrap());
                    *seen += 1;
                }
                o.values().for_each(|v| walk(v, slice, seen));
            }
            Value::Array(a) => a.iter().for_each(|v| walk(v, slice, seen)),
            _ => {}
        }
    }
    let mut seen = 0;
    walk(record, &slice, &mut seen);
    let content = |c: &Value| -> String {
        let spans = c["content"]["spans"].as_array().unwrap();
        let at = |v: &Value| usize::try_from(v.as_u64().unwrap()).unwrap();
        spans.iter().map(|s| slice(at(&s["start"]), at(&s["end"]))).collect::<Vec<_>>().join(" ")
    };
    for c in record["claims"].as_array().unwrap() {
        assert_eq!(content(c), c["content"]["text"].as_str().unwrap());
    }
    assert!(seen > 0 || text.len() < 20 || record["claims"].as_array().unwrap().is_empty());
}

#[test]
fn offsets_in_three_units() {
    let mut stripped = Vec::new();
    for unit in ["char", "byte", "utf16"] {
        let all = records(&qawl(&corpus(), &["extract", ".", "--offsets", unit]));
        for r in &all {
            assert_eq!(r["offsets"], unit);
            spans_hold(r);
        }
        stripped.push(all.into_iter().map(without_offsets).collect::<Vec<_>>());
    }
    assert_eq!(stripped[0], stripped[1]);
    assert_eq!(stripped[0], stripped[2]);
}

/// The record without its numbers: the same in every unit, ids of claims included.
fn without_offsets(value: Value) -> Value {
    match value {
        Value::Object(o) => Value::Object(
            o.into_iter().filter(|(k, _)| !matches!(k.as_str(), "start" | "end" | "offsets")).map(|(k, v)| (k, without_offsets(v))).collect(),
        ),
        Value::Array(a) => Value::Array(a.into_iter().map(without_offsets).collect()),
        v => v,
    }
}

#[test]
fn the_same_bytes_for_any_number_of_jobs_and_on_every_run() {
    // more documents than one batch holds
    let dir = scratch("same");
    let corpus = qawl(&corpus(), &["extract", ".", "--jobs", "1"]);
    let mut input = String::new();
    for round in 0..12 {
        for r in records(&corpus) {
            let row = serde_json::json!({"id": format!("{}-{round}", r["id"].as_str().unwrap()), "text": r["text"], "published": r["published"]});
            input.push_str(&format!("{row}\n"));
        }
    }
    fs::write(dir.join("in.jsonl"), input).unwrap();
    let one = qawl(&dir, &["extract", "in.jsonl", "--jobs", "1"]);
    assert_eq!(code(&one), 0);
    for jobs in ["1", "2", "2", "2", "2", "2", "3", "4", "8", "0"] {
        let o = qawl(&dir, &["extract", "in.jsonl", "--jobs", jobs]);
        assert!(o.stdout == one.stdout, "--jobs {jobs} gives other bytes than --jobs 1");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qawl"))
        .current_dir(corpus())
        .args(["extract", ".", ".", "."])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let o = child.wait_with_output().unwrap();
    assert_eq!((code(&o), stderr(&o).as_str()), (0, ""));
}
