//! Every row of the cue lexicon carries examples and counterexamples; here they run.

use qawl::{Document, Extractor};
use qawl_claims::lexicon::{Example, Lexicon};

/// What is wrong with an example, or nothing.
fn check(extractor: &Extractor, lemma: &str, e: &Example, positive: bool) -> Option<String> {
    let record = extractor.extract(&Document::new("example", e.text.clone()));
    let cue = e.cue.clone()?;
    let hit = record.claims.iter().find(|c| (c.cue.start as usize) < cue.end && (c.cue.end as usize) > cue.start);
    let at = format!("line {}, {lemma}: {}", e.line, e.text);
    let trim = |s: &str| s.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    match (hit, positive) {
        (Some(c), false) => Some(format!("{at}\n    counterexample gives {:?} [{}]", c.evidence.construction, c.content.text)),
        (None, false) => None,
        (None, true) => Some(format!("{at}\n    no claim")),
        (Some(c), true) => {
            let content: Vec<String> = c.content.spans.iter().map(|s| trim(&e.text[s.start as usize..s.end as usize])).collect();
            let want: Vec<String> = e.content.iter().map(|r| trim(&e.text[r.clone()])).collect();
            let speaker = c.speaker.text.as_deref().map(trim);
            let who = e.speaker.clone().map(|r| trim(&e.text[r]));
            let who_ok = who == speaker || who.as_ref().is_some_and(|w| speaker.as_ref().is_some_and(|s| s.strip_prefix(['ل', 'ب']).is_some_and(|s| s == w)));
            if content != want || !who_ok {
                Some(format!("{at}\n    {:?}: content {content:?}, want {want:?}; speaker {speaker:?}, want {who:?}", c.evidence.construction))
            } else {
                None
            }
        }
    }
}

#[test]
fn examples_and_counterexamples_of_the_lexicon() {
    let lexicon = Lexicon::load_default();
    let extractor = Extractor::new();
    let (mut wrong, mut all) = (Vec::new(), 0);
    for row in lexicon.rows() {
        for (list, positive) in [(&row.examples, true), (&row.counterexamples, false)] {
            for e in list {
                all += 1;
                wrong.extend(check(&extractor, &row.lemma, e, positive));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {all} examples fail:\n{}", wrong.len(), wrong.join("\n"));
}
