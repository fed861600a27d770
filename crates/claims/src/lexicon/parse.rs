//! Reading the lexicon files.

use super::error::LexiconError;
use super::inflect;
use super::row::{Act, CueKind, Example, Frame, LightNoun, Morphology, NounUse, Row, Strength, VerbForm, VerbalNoun, Vowel};
use super::spell::{Root, Style};

/// Reads the rows of a cue file. The file's own head describes its layout.
pub(crate) fn rows(text: &str) -> Result<Vec<Row>, LexiconError> {
    let mut rows: Vec<Row> = Vec::with_capacity(text.len() / 500);
    for (index, line) in text.lines().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line.split_once(char::is_whitespace).map_or((line, ""), |(k, v)| (k, v.trim()));
        if let Some(kind) = CueKind::parse(key) {
            rows.push(start(kind, value, number)?);
            continue;
        }
        let Some(row) = rows.last_mut() else {
            return Err(LexiconError::new(number, format!("`{key}` stands before the first row"), "begin a row with `verb`, `noun` or `phrase`"));
        };
        fill(row, key, value, number)?;
    }
    for row in &mut rows {
        finish(row)?;
    }
    Ok(rows)
}

/// The letters of a word without vowel signs.
pub(crate) fn plain(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | '\u{640}')).collect()
}

fn start(kind: CueKind, value: &str, line: u32) -> Result<Row, LexiconError> {
    let (lemma, morphology) = if kind == CueKind::Verb {
        let mut words = value.split_whitespace();
        let (Some(lemma), Some(form), Some(root), None) = (words.next(), words.next(), words.next(), words.next()) else {
            return Err(LexiconError::new(
                line,
                "a verb row needs lemma, form and root",
                "write for instance `verb أكّد II ءكد` or `verb قال I/u قول`",
            ));
        };
        (lemma, Some(morphology(form, root, line)?))
    } else {
        (value, None)
    };
    if lemma.is_empty() {
        return Err(LexiconError::new(line, "the row has no lemma", "write the word after the row's kind"));
    }
    Ok(Row {
        line,
        kind,
        lemma: lemma.to_owned(),
        plain: plain(lemma),
        morphology,
        like: Vec::new(),
        also: Vec::new(),
        act: Act::Other,
        strength: Strength::Frame,
        human: false,
        participle: kind == CueKind::Verb,
        impersonal: false,
        frames: Vec::new(),
        noun: None,
        light: Vec::new(),
        notes: Vec::new(),
        examples: Vec::new(),
        counterexamples: Vec::new(),
    })
}

fn morphology(form: &str, root: &str, line: u32) -> Result<Morphology, LexiconError> {
    let (form, vowels) = form.split_once('/').map_or((form, ""), |(f, v)| (f, v));
    let form = VerbForm::parse(form)
        .ok_or_else(|| LexiconError::new(line, format!("`{form}` is no verb form"), "write I to X in Roman numerals (IX does not occur)"))?;
    let root = Root::parse(root).ok_or_else(|| {
        LexiconError::new(line, format!("`{root}` is no root"), "write its three or four letters together, hamza as ء, weak letters as و or ي")
    })?;
    let (perfect_i, vowel) = match (form, vowels) {
        (VerbForm::I, "a") => (false, Vowel::A),
        (VerbForm::I, "i") => (false, Vowel::I),
        (VerbForm::I, "u") => (false, Vowel::U),
        (VerbForm::I, "i-a") => (true, Vowel::A),
        (VerbForm::I, _) => {
            return Err(LexiconError::new(line, "form I needs the vowel of its imperfect", "write I/a, I/i, I/u, or I/i-a for verbs like علم يعلم"));
        }
        (_, "") => (false, Vowel::I),
        (_, _) => return Err(LexiconError::new(line, "only form I takes a vowel", "drop what stands after the slash")),
    };
    let mut morphology = Morphology { form, class: super::row::Class::Sound, vowel, root, perfect_i };
    morphology.class = morphology.source().class();
    Ok(morphology)
}

fn fill(row: &mut Row, key: &str, value: &str, line: u32) -> Result<(), LexiconError> {
    match key {
        "act" => {
            let mut words = value.split_whitespace();
            let act = words.next().unwrap_or_default();
            row.act = parse_act(act, line)?;
            for word in words {
                match (Strength::parse(word), word) {
                    (Some(strength), _) => row.strength = strength,
                    (None, "human") => row.human = true,
                    (None, "nopart") => row.participle = false,
                    (None, "impersonal") => row.impersonal = true,
                    _ => {
                        return Err(LexiconError::new(
                            line,
                            format!("`{word}` is not known here"),
                            "after the act write strong, frame or clause, and human, nopart, impersonal if they apply",
                        ));
                    }
                }
            }
        }
        "takes" => row.frames = frames(value, line)?,
        "masdar" => row.noun = Some(verbal_noun(value, line)?),
        "light" => {
            let mut words = value.split_whitespace();
            let (Some(nouns), Some(act)) = (words.next(), words.next()) else {
                return Err(LexiconError::new(line, "a light noun needs its noun and act", "write for instance `light دعوة/دعوات demand np:إلى`"));
            };
            row.light.push(LightNoun {
                nouns: nouns.split('/').map(str::to_owned).collect(),
                act: parse_act(act, line)?,
                frames: words.map(|w| frame(w, line)).collect::<Result<_, _>>()?,
            });
        }
        "also" => row.also.extend(value.split('/').map(|w| w.trim().to_owned())),
        "like" => row.like.extend(value.split('/').map(|w| w.trim().to_owned())),
        "note" => row.notes.push(value.to_owned()),
        "yes" => row.examples.push(example(value, line)?),
        "no" => row.counterexamples.push(example(value, line)?),
        _ => {
            return Err(LexiconError::new(line, format!("`{key}` is no field"), "write act, takes, masdar, light, like, also, note, yes or no"));
        }
    }
    Ok(())
}

fn parse_act(text: &str, line: u32) -> Result<Act, LexiconError> {
    Act::parse(text).ok_or_else(|| {
        let names: Vec<&str> = Act::ALL.iter().map(|a| a.as_str()).collect();
        LexiconError::new(line, format!("`{text}` is no act"), format!("write one of {}", names.join(" ")))
    })
}

fn frame(text: &str, line: u32) -> Result<Frame, LexiconError> {
    Frame::parse(text).ok_or_else(|| {
        LexiconError::new(line, format!("`{text}` is no frame"), "write an, if, np (each also with :preposition), quote, colon, whole, to:…, about:object, from:…; of a phrase source, own, ma, verb, around, after")
    })
}

fn frames(value: &str, line: u32) -> Result<Vec<Frame>, LexiconError> {
    value.split_whitespace().map(|w| frame(w, line)).collect()
}

fn verbal_noun(value: &str, line: u32) -> Result<VerbalNoun, LexiconError> {
    let mut words = value.split_whitespace();
    let nouns = words.next().unwrap_or_default();
    let usage = words.next().unwrap_or("never");
    let usage =
        NounUse::parse(usage).ok_or_else(|| LexiconError::new(line, format!("`{usage}` is no use of a verbal noun"), "write cue, light or never"))?;
    let (singular, plural) = nouns.split_once('/').map_or((nouns, None), |(s, p)| (s, Some(p.to_owned())));
    if singular.is_empty() {
        return Err(LexiconError::new(line, "the verbal noun is missing", "write it after `masdar`, or * for the regular one"));
    }
    Ok(VerbalNoun { singular: singular.to_owned(), plural, usage })
}

/// Checks a row that is complete, and fills in what follows from the rest.
fn finish(row: &mut Row) -> Result<(), LexiconError> {
    if row.frames.is_empty() && row.light.is_empty() {
        return Err(LexiconError::new(row.line, format!("{} has no frame", row.lemma), "add a line `takes …`"));
    }
    let Some(morphology) = row.morphology else {
        return Ok(());
    };
    let lemma = inflect::lemma(morphology);
    if lemma != row.plain {
        return Err(LexiconError::new(row.line, format!("form and root give {lemma}, not {}", row.plain), "mend the lemma, the form or the root"));
    }
    let regular = || {
        morphology.source().masdar().map(|sounds| {
            let mut text = String::new();
            super::spell::write(&sounds.settle(), Style { joined: false, older_seats: false }, &mut text);
            text
        })
    };
    match &mut row.noun {
        None => row.noun = regular().map(|singular| VerbalNoun { singular, plural: None, usage: NounUse::Never }),
        Some(noun) if noun.singular == "*" => {
            let Some(singular) = regular() else {
                return Err(LexiconError::new(row.line, "form I has no regular verbal noun", "write the noun out after `masdar`"));
            };
            noun.singular = singular;
        }
        Some(_) => {}
    }
    Ok(())
}

/// Reads a marked sentence.
pub(crate) fn example(value: &str, line: u32) -> Result<Example, LexiconError> {
    let mut out = Example { line, ..Example::default() };
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut rest = value;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, tail) = rest.split_at(at);
        out.text.push_str(before);
        if let Some(tail) = tail.strip_prefix('}') {
            let Some((mark, start)) = open.pop() else {
                return Err(LexiconError::new(line, "a } without {", "mark spans as {q:…}, {s:…}, {c:…} or {x:…}"));
            };
            let span = start..out.text.len();
            match mark {
                's' => out.speaker = Some(span),
                'c' => out.content.push(span),
                _ => out.cue = Some(span),
            }
            rest = tail;
            continue;
        }
        let mark = tail.get(1..3).and_then(|m| m.strip_suffix(':')).and_then(|m| m.chars().next());
        let Some(mark @ ('q' | 's' | 'c' | 'x')) = mark else {
            return Err(LexiconError::new(line, "a { that opens no mark", "mark spans as {q:…}, {s:…}, {c:…} or {x:…}"));
        };
        open.push((mark, out.text.len()));
        rest = tail.get(3..).unwrap_or_default();
    }
    if !open.is_empty() {
        return Err(LexiconError::new(line, "a { is not closed", "close it with }"));
    }
    out.text.push_str(rest);
    Ok(out)
}
