//! The cue lexicon: which words attribute, with all their forms and frames.
//!
//! The knowledge stands in two files that a linguist can read and extend, `data/cues.txt` and `data/left-out.txt`; their heads
//! describe their layout. From a verb's lemma, form and root all surface forms are generated: unvocalised, with hamzas on their
//! seats. Not generated are proclitics (و ف ل س, and the article), which the reader of the text strips, and the vowel signs, which
//! it folds away; so مؤكدًا, مؤكداً and مؤكدا are one form.
//!
//! ```
//! use qawl_claims::lexicon::Lexicon;
//!
//! let lexicon = Lexicon::load_default();
//! let (_, form) = lexicon.forms().find(|(surface, _)| *surface == "يقولون").expect("قال is a cue");
//! assert_eq!(lexicon.row(form.row).plain, "قال");
//! ```

mod error;
mod features;
mod inflect;
mod left_out;
mod parse;
mod row;
mod spell;
mod stem;

use std::sync::LazyLock;

pub use error::LexiconError;
pub use features::{Features, FormKind, Gender, Mood, Number, Person, Pronoun, Tense, Voice};
pub use left_out::LeftOut;
pub use row::{Act, Class, CueKind, Example, Frame, LightNoun, Morphology, NounUse, Prep, Row, Strength, VerbForm, VerbalNoun, Vowel};

const CUES: &str = include_str!("../../data/cues.txt");
const LEFT_OUT: &str = include_str!("../../data/left-out.txt");

static DEFAULT: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(CUES).unwrap_or_default());

/// A surface form of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form {
    /// Index of the row in [`Lexicon::rows`].
    pub row: usize,
    /// Its features.
    pub features: Features,
}

/// Rows and their forms.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    rows: Vec<Row>,
    letters: String,
    forms: Vec<Entry>,
}

/// A form and where its letters end; they begin where those of the form before it end.
#[derive(Debug, Clone, Copy)]
struct Entry {
    end: u32,
    row: u16,
    features: Features,
}

struct Collector<'a> {
    letters: &'a mut String,
    forms: &'a mut Vec<Entry>,
    row: u16,
}

impl inflect::Sink for Collector<'_> {
    fn form(&mut self, surface: &str, features: Features) {
        self.letters.push_str(surface);
        let end = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        self.forms.push(Entry { end, row: self.row, features });
    }
}

impl Lexicon {
    /// The lexicon that comes with the crate, read once.
    ///
    /// A test holds that its file has no error, so it is never empty.
    pub fn load_default() -> &'static Self {
        &DEFAULT
    }

    /// Text of the file that comes with the crate: a model for one's own.
    pub const fn default_text() -> &'static str {
        CUES
    }

    /// Reads a lexicon.
    ///
    /// # Errors
    ///
    /// The first line that cannot be read, with its mend.
    pub fn parse(text: &str) -> Result<Self, LexiconError> {
        let rows = parse::rows(text)?;
        let mut letters = String::with_capacity(rows.len() * 1500);
        let mut forms = Vec::with_capacity(rows.len() * 120);
        for (row, content) in (0..=u16::MAX).zip(&rows) {
            inflect::paradigm(content, &mut Collector { letters: &mut letters, forms: &mut forms, row });
        }
        Ok(Self { rows, letters, forms })
    }

    /// The rows, in the order of the file: of two rows that share a form and its rank, the first is the likelier.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A row by the index that a [`Form`] carries.
    ///
    /// # Panics
    ///
    /// If the index comes from another lexicon and is out of range.
    pub fn row(&self, index: usize) -> &Row {
        &self.rows[index]
    }

    /// All surface forms, row by row. The words of a phrase are separated by single spaces. A surface comes more than once where
    /// its letters stand for several forms or rows; [`Features::rank`] orders them.
    pub fn forms(&self) -> impl Iterator<Item = (&str, Form)> {
        let mut start = 0;
        self.forms.iter().map(move |entry| {
            let end = entry.end as usize;
            let surface = self.letters.get(start..end).unwrap_or_default();
            start = end;
            (surface, Form { row: usize::from(entry.row), features: entry.features })
        })
    }

    /// Number of forms.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there are no forms.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}

/// Words that are deliberately no cues, with the reasons.
///
/// # Errors
///
/// The first line of the file that cannot be read; a test holds that there is none.
pub fn left_out() -> Result<Vec<LeftOut>, LexiconError> {
    left_out::parse(LEFT_OUT)
}
