//! Records for a person: each claim as speaker, cue and content.
//!
//! Arabic runs from right to left and ids from left to right; each is put between isolating marks (U+2067 / U+2066 … U+2069),
//! so that a terminal which knows them keeps the parts of a line in place, and one that does not shows the same letters.

use qawl::Record;
use qawl::record::{Claim, Form, SpeakerStatus};
use std::io::{self, Write};

struct Style {
    on: bool,
}

impl Style {
    fn paint(&self, code: &str, s: &str) -> String {
        if self.on { format!("\x1b[{code}m{s}\x1b[0m") } else { s.to_owned() }
    }
    fn rtl(&self, s: &str) -> String {
        let s = s.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.on { format!("\u{2067}{s}\u{2069}") } else { s }
    }
}

/// Writes one record.
pub(crate) fn record(out: &mut dyn Write, r: &Record, terminal: bool) -> io::Result<()> {
    let st = Style { on: terminal };
    let head: Vec<&str> = [Some(r.id.as_str()), r.outlet.as_deref(), r.published.as_deref()].into_iter().flatten().collect();
    writeln!(out, "{}", st.paint("1", &format!("── {} ", head.join(" · "))))?;
    if let Some(t) = &r.title {
        writeln!(out, "   {}", st.rtl(t))?;
    }
    for w in &r.warnings {
        writeln!(out, "   {} {}", st.paint("33", "warning"), w.message)?;
    }
    for c in &r.claims {
        claim(out, c, &st)?;
    }
    let names: Vec<String> = r.entities.iter().map(|e| format!("{} {}", st.rtl(&e.name), st.paint("2", &e.id))).collect();
    if !names.is_empty() {
        writeln!(out, "\n   {} {}", st.paint("1", "named:"), names.join(", "))?;
    }
    writeln!(out)
}

fn claim(out: &mut dyn Write, c: &Claim, st: &Style) -> io::Result<()> {
    let who = if c.speaker.entities.is_empty() {
        c.speaker.name.as_deref().map_or_else(|| "?".to_string(), |n| format!("\"{}\"", st.rtl(n)))
    } else {
        c.speaker.entities.iter().map(|id| &**id).collect::<Vec<_>>().join(" + ")
    };
    let said = match (&c.speaker.text, c.speaker.status) {
        (Some(t), _) => st.rtl(t),
        (None, SpeakerStatus::None) => "–".into(),
        (None, _) => "(…)".into(),
    };
    let nested = if c.within.is_some() { "  ↳ " } else { "" };
    writeln!(out)?;
    writeln!(out, "   {nested}{}  {}", st.paint("1;36", &said), st.paint("2", &who))?;
    let section = match c.section {
        qawl::record::SectionKind::Body => String::new(),
        s => format!(" · {}", serde_json::to_string(&s).unwrap_or_default().trim_matches('"')),
    };
    let act = serde_json::to_string(&c.act).unwrap_or_default();
    let form = match c.form {
        Form::Direct => "direct",
        Form::Indirect => "indirect",
        Form::Mixed => "mixed",
    };
    writeln!(
        out,
        "   {nested}{}  {}",
        st.paint("1;33", &st.rtl(&c.cue.text)),
        st.paint("2", &format!("{} · {form}{section}", act.trim_matches('"')))
    )?;
    let (open, close) = if c.form == Form::Direct { ("«", "»") } else { ("", "") };
    writeln!(out, "   {nested}{open}{}{close}", st.rtl(&c.content.text))?;
    Ok(())
}
