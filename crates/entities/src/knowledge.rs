//! What the finder knows: the gazetteer and the word lists.

use crate::Found;
use crate::words::Word;
use qawl_gazetteer::Gazetteer;
use qawl_text::Text;

/// Everything that finding needs, compiled once; share it between threads.
pub struct Knowledge {
    gazetteer: Gazetteer,
}

impl Knowledge {
    /// Compiles the word lists (`names/*.txt` and `context/*.txt` among `files`) beside a gazetteer.
    pub fn new(gazetteer: Gazetteer, files: &[(&str, &str)]) -> Knowledge {
        let _ = files;
        Knowledge { gazetteer }
    }
    /// The gazetteer.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
    /// Finds the mentions of a text and says which entity each one is. Infallible; linear in the text.
    pub fn find(&self, text: &Text<'_>, words: &[Word], published: Option<&str>) -> Found {
        let _ = (text, words, published);
        Found::default()
    }
}
