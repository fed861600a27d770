//! The default gazetteers of qawl, as data: people, parties, organizations, places and offices (`*.gaz`, see FORMAT.md), and the
//! word lists that tell names from words (`names/*.txt`, `context/*.txt`; each file's head says what its columns are).
//!
//! The crate holds no code that reads them: that is `qawl-gazetteer`'s. A file put into one of the folders is part of it with the next build.
//!
//! ```
//! let iraq = qawl_default_gazetteers::file("people/iraq.gaz").unwrap();
//! assert!(iraq.contains("\nname: "));
//! ```

static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Every data file: its path in the crate (`people/iraq.gaz`) and its text, in order of paths.
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The gazetteer files among them.
pub fn gazetteers() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied().filter(|(path, _)| path.ends_with(".gaz"))
}

/// The text of one file.
pub fn file(path: &str) -> Option<&'static str> {
    FILES.binary_search_by(|(p, _)| (*p).cmp(path)).ok().map(|i| FILES[i].1)
}
