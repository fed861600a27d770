//! A document to extract from.

use qawl_record::Warning;

/// An article and what is known of it. Only the text is needed; the day of publication helps to tell who held an office.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its id: goes into the record and into the ids of claims.
    pub id: String,
    /// The text; every span of the record points into it.
    pub text: String,
    /// The headline; need not be part of the text.
    pub title: Option<String>,
    /// The newspaper, agency or site.
    pub outlet: Option<String>,
    /// The day of publication, `YYYY-MM-DD` (more may follow, as in a timestamp).
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Other fields, passed through.
    pub meta: serde_json::Map<String, serde_json::Value>,
    /// What was odd about reading it.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// A document of this id and text, and nothing else known.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Document {
        Document { id: id.into(), text: text.into(), ..Document::default() }
    }
    /// The same document with a day of publication.
    pub fn published(mut self, day: impl Into<String>) -> Document {
        self.published = Some(day.into());
        self
    }
    /// The same document with a headline.
    pub fn title(mut self, title: impl Into<String>) -> Document {
        self.title = Some(title.into());
        self
    }
}
