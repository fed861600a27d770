//! What the tests over the corpus share: its articles and their gold, the rendering of snapshots, the invariants of a record,
//! and the scorer of claims.

pub mod invariants;
pub mod render;
pub mod schema;
pub mod score;

use qawl::{Document, Extractor, Offsets, Record};
use qawl_pipeline::{Documents, inputs};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The workspace's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The extractor with the default gazetteers, built once.
pub fn extractor() -> &'static Extractor {
    static E: OnceLock<Extractor> = OnceLock::new();
    E.get_or_init(Extractor::new)
}

/// Every document below a path, read as the command line reads it.
///
/// # Panics
///
/// Where one cannot be read.
pub fn documents(path: &Path) -> Vec<Document> {
    let (found, failures) = inputs(&[path.to_path_buf()]);
    assert!(failures.is_empty(), "{failures:?}");
    Documents::new(found).map(|d| d.unwrap_or_else(|f| panic!("{f}"))).collect()
}

/// The articles of the corpus, in order of their names.
pub fn articles() -> Vec<Document> {
    documents(&root().join("corpus"))
}

/// The record of a document, as `qawl extract` writes it: character offsets, with the text.
pub fn record(d: &Document) -> Record {
    let mut r = extractor().extract(d);
    r.to_offsets(&d.text, Offsets::Char);
    r.text = Some(d.text.clone());
    r
}

/// A row of gold annotation: the claims of one article. `corpus/README.md` says what the fields mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gold {
    /// The article's id.
    pub id: String,
    /// Its claims in order of their cues.
    pub claims: Vec<GoldClaim>,
}

/// A claim of the gold annotation; all spans are characters, half-open.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldClaim {
    /// The words that attribute.
    pub cue: (u32, u32),
    /// The phrase that names the speaker.
    pub source: Option<(u32, u32)>,
    /// What is attributed.
    pub content: Vec<(u32, u32)>,
    /// Scored neither way.
    #[serde(default)]
    pub optional: bool,
    /// direct, indirect or mixed.
    pub form: String,
    /// What the speaker does by saying it.
    pub act: String,
    /// Who it is: the fullest names that the article gives.
    pub resolved: Vec<String>,
    /// explicit, dropped, pronoun or none.
    pub status: String,
    /// Notes of other annotations, not scored.
    #[serde(default)]
    pub medium: Option<String>,
    /// Notes of other annotations, not scored.
    #[serde(default)]
    pub section: Option<String>,
    /// Notes of other annotations, not scored.
    #[serde(default)]
    pub nested_in: Option<u32>,
}

/// The rows of a gold file.
///
/// # Panics
///
/// Where it is not as documented.
pub fn gold_rows(path: &Path) -> Vec<Gold> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let row = |l: &str| serde_json::from_str(l).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().filter(|l| !l.trim().is_empty()).map(row).collect()
}

/// The gold of one article of the corpus.
///
/// # Panics
///
/// Where the article has none.
pub fn gold(id: &str) -> Gold {
    let mut rows = gold_rows(&root().join(format!("corpus/{id}.gold.jsonl")));
    assert_eq!(rows.len(), 1, "{id}: one row of gold an article");
    rows.remove(0)
}

/// The folder of real articles that are not part of the project, where it stands beside it.
pub fn shared() -> Option<PathBuf> {
    let dir = root().join("../shared/data");
    dir.is_dir().then_some(dir)
}
