//! What the finder knows: the gazetteer and the word lists.

use crate::candidate::Candidate;
use crate::choose::choose;
use crate::foreign::Foreign;
use crate::heads::Heads;
use crate::identity::Identity;
use crate::lexicon::Lexicon;
use crate::view::View;
use crate::words::Word;
use crate::{Found, Mention};
use crate::{heads, known, people, titles};
use qawl_gazetteer::Gazetteer;
use qawl_record::MentionForm;
use qawl_text::{Text, TokenRange};

/// Everything that finding needs, compiled once; share it between threads.
pub struct Knowledge {
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    foreign: Foreign,
    heads: Heads,
}

impl Knowledge {
    /// Compiles the word lists (`names/*.txt` and `context/*.txt` among `files`) beside a gazetteer.
    pub fn new(gazetteer: Gazetteer, files: &[(&str, &str)]) -> Knowledge {
        Knowledge { gazetteer, lexicon: Lexicon::new(files), foreign: Foreign::new(files), heads: Heads::new() }
    }
    /// The gazetteer.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
    /// Finds the mentions of a text and says which entity each one is. Infallible; linear in the text.
    pub fn find(&self, text: &Text<'_>, words: &[Word], published: Option<&str>) -> Found {
        let _ = published;
        let g = &self.gazetteer;
        let v = View::new(text, words, &self.lexicon);
        let mut known = known::find(&v, g);
        known::settle(&v, g, &mut known);
        let titles = titles::find(&v, &known);
        let mut candidates = std::mem::take(&mut known.candidates);
        for c in candidates.iter_mut().filter(|c| c.form == MentionForm::Title) {
            let end = titles::without_name(&known, c.start as usize, c.end as usize) as u32;
            c.score -= 10 * (c.end - end) as i32;
            c.end = end;
        }
        people::find(&v, &self.foreign, &known, &titles, &mut candidates);
        heads::find(&v, &self.heads, &self.foreign, &known, &mut candidates);
        let chosen = choose(&candidates, v.len());
        let mut list: Vec<Candidate> = chosen.iter().map(|&k| candidates[k]).collect();
        let mut identity = Identity::new(&v, g);
        identity.count_states(&list);
        let resolved = identity.resolve(&mut list);
        let (entities, map) = identity.finish();
        let mentions = list
            .iter()
            .zip(&resolved)
            .filter(|(c, _)| c.form != MentionForm::Title)
            .map(|(c, e)| Mention {
                tokens: TokenRange { start: c.start, end: c.end },
                span: v.span(c.first, c.end as usize),
                ty: c.ty,
                form: c.form,
                entity: e.map(|e| map[e as usize]),
                members: Vec::new(),
                rule: c.rule,
            })
            .collect();
        Found { mentions, entities }
    }
}
