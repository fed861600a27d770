//! `qawl explain`: every decision, in words.

use crate::args::Explain;
use crate::extract::{extractor, output_error};
use qawl::Record;
use qawl_pipeline::{Documents, inputs};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

pub(crate) fn explain(a: &Explain) -> ExitCode {
    let extractor = match extractor(&a.gazetteers) {
        Ok(e) => e,
        Err(code) => return code,
    };
    let (found, failures) = inputs(std::slice::from_ref(&a.path));
    let mut failed = !failures.is_empty();
    for f in &failures {
        eprintln!("qawl: {f}");
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for d in Documents::new(found) {
        match d {
            Ok(d) => {
                let r = extractor.extract(&d);
                if let Err(e) = write(&mut out, &r, &d.text) {
                    return output_error(&e);
                }
            }
            Err(f) => {
                failed = true;
                eprintln!("qawl: {f}");
            }
        }
    }
    match out.flush() {
        Ok(()) if !failed => ExitCode::SUCCESS,
        Ok(()) => ExitCode::from(1),
        Err(e) => output_error(&e),
    }
}

fn write(out: &mut impl Write, r: &Record, text: &str) -> io::Result<()> {
    writeln!(out, "document {}", r.id)?;
    writeln!(out, "\nsections")?;
    for s in &r.sections {
        let t = text.get(s.start as usize..s.end as usize).unwrap_or("");
        let short: String = t.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(70).collect();
        writeln!(out, "  {}..{} {:?}: {short}", s.start, s.end, s.kind)?;
    }
    writeln!(out, "\nmentions")?;
    for m in &r.mentions {
        let who = match (&m.entity, m.members.is_empty()) {
            (Some(e), _) => e.to_string(),
            (None, false) => m.members.join(" + "),
            (None, true) => "left open: the text does not decide".into(),
        };
        writeln!(out, "  {}..{} {} — {:?} as {:?}, {who}, by {}", m.start, m.end, m.text, m.ty, m.form, m.rule)?;
    }
    writeln!(out, "\nclaims")?;
    for c in &r.claims {
        writeln!(
            out,
            "  {}..{} {} — {:?}, lexicon row {}, confidence {:.2}{}",
            c.cue.start,
            c.cue.end,
            c.cue.text,
            c.evidence.construction,
            c.evidence.lexicon,
            c.evidence.confidence,
            c.within.as_ref().map_or(String::new(), |w| format!(", within {w}"))
        )?;
        let s = &c.speaker;
        writeln!(
            out,
            "      speaker {:?}: {} → {}",
            s.status,
            s.text.as_deref().unwrap_or("(not expressed)"),
            if s.entities.is_empty() { s.name.clone().unwrap_or_else(|| "unresolved".into()) } else { s.entities.join(" + ") }
        )?;
        writeln!(out, "      content {:?}: {}", c.form, c.content.text)?;
    }
    writeln!(out)
}
