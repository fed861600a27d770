//! Which files a command's paths mean.

use crate::read::{Failure, FailureKind};
use std::path::{Path, PathBuf};

/// One thing to read documents from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file, and the id that a document gets which has none of its own.
    File {
        /// Where it is.
        path: PathBuf,
        /// The path below the directory that was named, or the file's name; `/` between parts; no extension.
        id: String,
    },
}

/// The inputs that a list of paths means: `-` for standard input, a file, or a directory with all `.txt`, `.json`, `.jsonl` and
/// `.ndjson` files below it in order of their paths. Hidden files and directories are passed over; so are `*.gold.jsonl` files,
/// which hold annotation.
pub fn inputs(paths: &[PathBuf]) -> (Vec<Input>, Vec<Failure>) {
    let (mut found, mut failures) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Input::Stdin);
            continue;
        }
        match std::fs::metadata(path) {
            Err(e) => failures.push(Failure::io(path, &e)),
            Ok(m) if m.is_dir() => {
                let before = found.len();
                walk(path, "", &mut found, &mut failures);
                if found.len() == before {
                    failures.push(Failure {
                        kind: FailureKind::NoDocuments,
                        place: path.display().to_string(),
                        message: "no documents: the directory has no .txt, .json, .jsonl or .ndjson file".into(),
                    });
                }
            }
            Ok(_) => found.push(Input::File { path: path.clone(), id: stem(path) }),
        }
    }
    (found, failures)
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "document".into(), |s| s.to_string_lossy().into_owned())
}

fn walk(dir: &Path, prefix: &str, found: &mut Vec<Input>, failures: &mut Vec<Failure>) {
    let entries = match std::fs::read_dir(dir) {
        Ok(e) => e,
        Err(e) => return failures.push(Failure::io(dir, &e)),
    };
    let mut children: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    children.sort();
    for path in children {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with('.') || name.ends_with(".gold.jsonl") {
            continue;
        }
        if path.is_dir() {
            walk(&path, &format!("{prefix}{name}/"), found, failures);
        } else if matches!(path.extension().and_then(|e| e.to_str()), Some("txt" | "json" | "jsonl" | "ndjson")) {
            found.push(Input::File { id: format!("{prefix}{}", stem(&path)), path });
        }
    }
}
