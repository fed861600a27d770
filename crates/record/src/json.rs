//! Writing a record as JSON: the bytes that serde_json makes of it, without its detours.
//!
//! Records are written by the gigabyte, and most of a record is Arabic text that needs no escape. Here strings are looked through
//! eight bytes at a time and copied whole. A test holds that the bytes are serde_json's.

use crate::{
    Act, Addressee, Claim, Construction, Entity, EntitySource, Form, Medium, MediumKind, Mention, MentionForm, Occasion, Offsets, Polarity, Record,
    SectionKind, SpeakerStatus, Time,
};

impl Record {
    /// Appends the record as JSON on one line, without a line end: what `serde_json::to_string` gives, several times faster.
    ///
    /// ```
    /// let record = qawl_record::Record::new("a1");
    /// let mut out = Vec::new();
    /// record.write_json(&mut out);
    /// assert_eq!(out, serde_json::to_vec(&record)?);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn write_json(&self, out: &mut Vec<u8>) {
        let w = &mut Writer { out };
        w.raw("{\"schema\":");
        w.string(&self.schema);
        w.text(",\"id\":", &self.id);
        for (key, value) in
            [(",\"title\":", &self.title), (",\"outlet\":", &self.outlet), (",\"published\":", &self.published), (",\"url\":", &self.url)]
        {
            if let Some(value) = value {
                w.text(key, value);
            }
        }
        if !self.meta.is_empty() {
            w.raw(",\"meta\":");
            w.serde(&self.meta);
        }
        w.word(
            ",\"offsets\":",
            match self.offsets {
                Offsets::Char => "char",
                Offsets::Byte => "byte",
                Offsets::Utf16 => "utf16",
            },
        );
        if let Some(text) = &self.text {
            w.text(",\"text\":", text);
        }
        w.list(",\"sections\":", &self.sections, |w, s| {
            w.word("{\"kind\":", section(s.kind));
            w.number(",\"start\":", s.start);
            w.number(",\"end\":", s.end);
            w.raw("}");
        });
        w.list(",\"mentions\":", &self.mentions, Writer::mention);
        w.list(",\"entities\":", &self.entities, Writer::entity);
        w.list(",\"claims\":", &self.claims, Writer::claim);
        w.list(",\"warnings\":", &self.warnings, |w, x| {
            w.text("{\"kind\":", &x.kind);
            w.text(",\"message\":", &x.message);
            w.raw("}");
        });
        w.raw("}");
    }
}

struct Writer<'o> {
    out: &'o mut Vec<u8>,
}

impl Writer<'_> {
    fn mention(&mut self, m: &Mention) {
        self.place("{", m.start, m.end);
        self.text(",\"text\":", &m.text);
        self.word(",\"type\":", m.ty.as_str());
        self.word(
            ",\"form\":",
            match m.form {
                MentionForm::Name => "name",
                MentionForm::Alias => "alias",
                MentionForm::Surname => "surname",
                MentionForm::Acronym => "acronym",
                MentionForm::Title => "title",
                MentionForm::Description => "description",
                MentionForm::Demonym => "demonym",
                MentionForm::Group => "group",
                MentionForm::Pronoun => "pronoun",
            },
        );
        if let Some(e) = &m.entity {
            self.text(",\"entity\":", e);
        }
        if !m.members.is_empty() {
            self.list(",\"members\":", &m.members, |w, e| w.string(e));
        }
        self.text(",\"rule\":", &m.rule);
        self.raw("}");
    }
    fn entity(&mut self, e: &Entity) {
        self.text("{\"id\":", &e.id);
        self.word(",\"type\":", e.ty.as_str());
        self.text(",\"name\":", &e.name);
        if !e.names.is_empty() {
            let mut before = ",\"names\":{";
            for (language, name) in &e.names {
                self.text(before, language);
                self.text(":", name);
                before = ",";
            }
            self.raw("}");
        }
        if let Some(q) = &e.wikidata {
            self.text(",\"wikidata\":", q);
        }
        self.word(
            ",\"source\":",
            match e.source {
                EntitySource::Gazetteer => "gazetteer",
                EntitySource::Document => "document",
            },
        );
        self.raw("}");
    }
    fn claim(&mut self, c: &Claim) {
        self.text("{\"id\":", &c.id);
        self.word(",\"section\":", section(c.section));
        let s = &c.speaker;
        self.word(
            ",\"speaker\":{\"status\":",
            match s.status {
                SpeakerStatus::Explicit => "explicit",
                SpeakerStatus::Dropped => "dropped",
                SpeakerStatus::Pronoun => "pronoun",
                SpeakerStatus::None => "none",
            },
        );
        if let Some(n) = s.start {
            self.number(",\"start\":", n);
        }
        if let Some(n) = s.end {
            self.number(",\"end\":", n);
        }
        if let Some(t) = &s.text {
            self.text(",\"text\":", t);
        }
        if let Some(n) = &s.name {
            self.text(",\"name\":", n);
        }
        self.list(",\"entities\":", &s.entities, |w, e| w.string(e));
        self.place("},\"cue\":{", c.cue.start, c.cue.end);
        self.text(",\"text\":", &c.cue.text);
        self.text(",\"lemma\":", &c.cue.lemma);
        self.list("},\"content\":{\"spans\":", &c.content.spans, |w, s| {
            w.place("{", s.start, s.end);
            w.raw("}");
        });
        self.text(",\"text\":", &c.content.text);
        self.word(
            "},\"form\":",
            match c.form {
                Form::Direct => "direct",
                Form::Indirect => "indirect",
                Form::Mixed => "mixed",
            },
        );
        self.word(",\"act\":", act(c.act));
        self.word(
            ",\"polarity\":",
            match c.polarity {
                Polarity::Positive => "positive",
                Polarity::Negative => "negative",
            },
        );
        self.option(",\"addressee\":", c.addressee.as_ref(), |w, x: &Addressee| {
            w.place("{", x.start, x.end);
            w.text(",\"text\":", &x.text);
            w.list(",\"entities\":", &x.entities, |w, e| w.string(e));
            w.raw("}");
        });
        self.option(",\"medium\":", c.medium.as_ref(), |w, x: &Medium| {
            w.place("{", x.start, x.end);
            w.text(",\"text\":", &x.text);
            w.word(",\"kind\":", medium(x.kind));
            w.raw("}");
        });
        self.option(",\"occasion\":", c.occasion.as_ref(), |w, x: &Occasion| {
            w.place("{", x.start, x.end);
            w.text(",\"text\":", &x.text);
            w.raw("}");
        });
        self.option(",\"time\":", c.time.as_ref(), |w, x: &Time| {
            w.place("{", x.start, x.end);
            w.text(",\"text\":", &x.text);
            if let Some(d) = &x.date {
                w.text(",\"date\":", d);
            }
            w.raw("}");
        });
        self.list(",\"about\":", &c.about, |w, e| w.string(e));
        self.option(",\"within\":", c.within.as_ref(), |w, id| w.string(id));
        self.word(",\"evidence\":{\"construction\":", construction(c.evidence.construction));
        self.text(",\"lexicon\":", &c.evidence.lexicon);
        self.raw(",\"confidence\":");
        self.serde(&c.evidence.confidence);
        self.raw("}}");
    }

    /// Bytes as they are.
    #[inline]
    fn raw(&mut self, s: &str) {
        self.out.extend_from_slice(s.as_bytes());
    }
    /// A value that is an identifier: nothing to escape.
    #[inline]
    fn word(&mut self, before: &str, word: &str) {
        self.raw(before);
        self.raw("\"");
        self.raw(word);
        self.raw("\"");
    }
    #[inline]
    fn text(&mut self, before: &str, s: &str) {
        self.raw(before);
        self.string(s);
    }
    #[inline]
    fn place(&mut self, before: &str, start: u32, end: u32) {
        self.raw(before);
        self.number("\"start\":", start);
        self.number(",\"end\":", end);
    }
    #[inline]
    fn number(&mut self, before: &str, n: u32) {
        self.raw(before);
        let mut digits = [0u8; 10];
        let (mut at, mut n) = (digits.len(), n);
        loop {
            at -= 1;
            digits[at] = b'0' + (n % 10) as u8;
            n /= 10;
            if n == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
    }
    fn list<T>(&mut self, before: &str, items: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.raw(before);
        self.raw("[");
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.raw(",");
            }
            one(self, item);
        }
        self.raw("]");
    }
    fn option<T>(&mut self, before: &str, item: Option<&T>, one: impl FnOnce(&mut Self, &T)) {
        self.raw(before);
        match item {
            Some(item) => one(self, item),
            None => self.raw("null"),
        }
    }
    /// What is rare or needs care, such as numbers with a fraction.
    fn serde(&mut self, value: &impl serde::Serialize) {
        // writing these into memory does not fail
        let _ = serde_json::to_writer(&mut *self.out, value);
    }
    /// A string with its quotation marks.
    #[inline]
    fn string(&mut self, s: &str) {
        self.out.reserve(s.len() + 2);
        self.out.push(b'"');
        let mut rest = s.as_bytes();
        while let Some(at) = special(rest) {
            self.out.extend_from_slice(&rest[..at]);
            self.escape(rest[at]);
            rest = &rest[at + 1..];
        }
        self.out.extend_from_slice(rest);
        self.out.push(b'"');
    }
    #[cold]
    fn escape(&mut self, b: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match b {
            b'"' => b'"',
            b'\\' => b'\\',
            b'\n' => b'n',
            b'\t' => b't',
            b'\r' => b'r',
            0x08 => b'b',
            0x0c => b'f',
            _ => {
                self.out.extend_from_slice(&[b'\\', b'u', b'0', b'0', HEX[usize::from(b >> 4)], HEX[usize::from(b & 15)]]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }
}

/// The first byte that needs an escape: `"`, `\` or a control character.
#[inline]
fn special(b: &[u8]) -> Option<usize> {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const QUOTE: u64 = LOW * b'"' as u64;
    const BACKSLASH: u64 = LOW * b'\\' as u64;
    // the high bit of each byte that is zero; false ones only above a true one
    const fn zeros(x: u64) -> u64 {
        x.wrapping_sub(LOW) & !x & HIGH
    }
    let mut rest = b;
    while let Some((block, after)) = rest.split_first_chunk::<8>() {
        let x = u64::from_le_bytes(*block);
        let control = x.wrapping_sub(LOW * 0x20) & !x & HIGH;
        let found = control | zeros(x ^ QUOTE) | zeros(x ^ BACKSLASH);
        if found != 0 {
            return Some(b.len() - rest.len() + found.trailing_zeros() as usize / 8);
        }
        rest = after;
    }
    let at = rest.iter().position(|&c| c < 0x20 || c == b'"' || c == b'\\')?;
    Some(b.len() - rest.len() + at)
}

const fn section(k: SectionKind) -> &'static str {
    match k {
        SectionKind::Breadcrumb => "breadcrumb",
        SectionKind::Headline => "headline",
        SectionKind::Dateline => "dateline",
        SectionKind::Body => "body",
        SectionKind::Heading => "heading",
        SectionKind::Source => "source",
        SectionKind::Related => "related",
    }
}

const fn act(a: Act) -> &'static str {
    match a {
        Act::State => "state",
        Act::Affirm => "affirm",
        Act::Announce => "announce",
        Act::Deny => "deny",
        Act::Accuse => "accuse",
        Act::Demand => "demand",
        Act::Promise => "promise",
        Act::Warn => "warn",
        Act::Condemn => "condemn",
        Act::Praise => "praise",
        Act::Welcome => "welcome",
        Act::Agree => "agree",
        Act::Reject => "reject",
        Act::Ask => "ask",
        Act::Opinion => "opinion",
        Act::Predict => "predict",
        Act::Threaten => "threaten",
        Act::Thank => "thank",
        Act::Support => "support",
        Act::Other => "other",
    }
}

const fn medium(k: MediumKind) -> &'static str {
    match k {
        MediumKind::Tweet => "tweet",
        MediumKind::Statement => "statement",
        MediumKind::PressConference => "press_conference",
        MediumKind::Interview => "interview",
        MediumKind::Speech => "speech",
        MediumKind::Call => "call",
        MediumKind::Letter => "letter",
        MediumKind::Report => "report",
        MediumKind::Broadcast => "broadcast",
        MediumKind::Meeting => "meeting",
        MediumKind::Other => "other",
    }
}

const fn construction(c: Construction) -> &'static str {
    match c {
        Construction::VerbSubject => "verb-subject",
        Construction::SubjectVerb => "subject-verb",
        Construction::DroppedSubject => "dropped-subject",
        Construction::Participle => "participle",
        Construction::AccordingTo => "according-to",
        Construction::QuotationFirst => "quotation-first",
        Construction::Headline => "headline",
        Construction::NominalContent => "nominal-content",
        Construction::Relative => "relative",
        Construction::Impersonal => "impersonal",
        Construction::Masdar => "masdar",
        Construction::Relayed => "relayed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_special_byte_wherever_it_stands() {
        for n in 0..40 {
            for at in 0..n {
                for b in 0..=255u8 {
                    // bytes before it that a sloppy look would take for special ones
                    let mut text = vec![[0x20, 0x21, 0x23, 0x5b, 0x5d, 0x7f, 0x80, 0xa2, 0xdc, 0xff][(at + n) % 10]; n];
                    text[at] = b;
                    let expected = text.iter().position(|&c| c < 0x20 || c == b'"' || c == b'\\');
                    assert_eq!(special(&text), expected, "{text:x?}");
                }
            }
        }
    }
}
