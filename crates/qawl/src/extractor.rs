//! From a document to its record.

use crate::Document;
use qawl_claims::{ClaimExtractor, Day, FoundClaim};
use qawl_entities::words::Words;
use qawl_entities::{EntityIx, Found, Knowledge, Origin};
use qawl_gazetteer::{Builder, Gazetteer};
use qawl_record::{
    Addressee, Claim, Content, Cue, Entity, EntitySource, EntityType, Evidence, Medium, Mention, Occasion, Polarity, Record, Section, SectionKind,
    Speaker, Time, Warning,
};
use qawl_text::{Span, Text};
use std::borrow::Cow;
use std::sync::OnceLock;

/// Extracts records from documents. Build once, share between threads.
pub struct Extractor {
    knowledge: Knowledge,
    claims: ClaimExtractor,
    words: Words,
}

/// Why an extractor could not be built: an error in a gazetteer.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] qawl_gazetteer::Error);

/// Chooses the gazetteers of an extractor.
pub struct ExtractorBuilder {
    defaults: bool,
    sources: Vec<(String, String)>,
    off: Vec<String>,
}

impl ExtractorBuilder {
    /// Leaves the default gazetteers out.
    pub fn without_defaults(mut self) -> Self {
        self.defaults = false;
        self
    }
    /// Adds a gazetteer file; its entries override default ones of the same id.
    pub fn gazetteer(mut self, file_name: impl Into<String>, text: impl Into<String>) -> Self {
        self.sources.push((file_name.into(), text.into()));
        self
    }
    /// Switches an entity off, whatever gazetteer gives it.
    pub fn switch_off(mut self, id: impl Into<String>) -> Self {
        self.off.push(id.into());
        self
    }
    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// Where a gazetteer cannot be read: the error names file, line and mend.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut b = Builder::new();
        if self.defaults {
            b.add_static(qawl_default_gazetteers::gazetteers());
        }
        for (name, text) in &self.sources {
            b.add_source(name, text);
        }
        for id in &self.off {
            b.switch_off(id);
        }
        let mut error = None;
        let extractor = Extractor::with(|| {
            b.build().unwrap_or_else(|e| {
                error = Some(e);
                Gazetteer::default()
            })
        });
        error.map_or(Ok(extractor), |e| Err(Error(e)))
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Extractor::new()
    }
}

impl Extractor {
    /// An extractor with the default gazetteers.
    pub fn new() -> Extractor {
        let mut b = Builder::new();
        b.add_static(qawl_default_gazetteers::gazetteers());
        // a test holds that the default files have no error
        Extractor::with(|| b.build_lenient().0)
    }

    /// Chooses gazetteers.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { defaults: true, sources: Vec::new(), off: Vec::new() }
    }

    fn with(gazetteer: impl FnOnce() -> Gazetteer) -> Extractor {
        // the words of the language and the gazetteer know nothing of each other: a second core, if there is one, compiles them meanwhile
        let language = || (ClaimExtractor::default(), Words::new(qawl_default_gazetteers::file("context/titles.txt").unwrap_or("")));
        std::thread::scope(|scope| {
            let other = std::thread::Builder::new().spawn_scoped(scope, language);
            let knowledge = Knowledge::new(gazetteer(), qawl_default_gazetteers::files());
            let (claims, words) = other.ok().and_then(|t| t.join().ok()).unwrap_or_else(language);
            Extractor { knowledge, claims, words }
        })
    }

    /// The gazetteer in use.
    pub fn gazetteer(&self) -> &Gazetteer {
        self.knowledge.gazetteer()
    }

    /// Extracts the record of a document, with byte offsets and without the text. Infallible; linear in the text.
    pub fn extract(&self, doc: &Document) -> Record {
        let text = Text::with_title(&doc.text, doc.title.as_deref());
        let words = self.words.classify(&text);
        let found = self.knowledge.find(&text, &words, doc.published.as_deref());
        let claims = self.claims.extract(&text, &words, &found, doc.published.as_deref().and_then(Day::parse));
        self.record(doc, &text, &found, &claims)
    }

    fn record(&self, doc: &Document, text: &Text<'_>, found: &Found, claims: &[FoundClaim]) -> Record {
        let mut r = Record::new(doc.id.clone());
        r.title = doc.title.clone();
        r.outlet = doc.outlet.clone();
        r.published = doc.published.clone();
        r.url = doc.url.clone();
        r.meta = doc.meta.clone();
        r.warnings = doc.warnings.clone();
        if doc.text.trim().is_empty() && !r.warnings.iter().any(|w| w.kind == "no_text") {
            r.warnings.push(Warning { kind: Cow::Borrowed("no_text"), message: "the document has no text".into() });
        }
        r.sections = text
            .sections()
            .iter()
            .map(|s| {
                let span = text.span(s.tokens);
                Section { kind: section(s.kind), start: span.start, end: span.end }
            })
            .collect();
        let ids = entity_ids(found, self.gazetteer());
        r.mentions = found
            .mentions
            .iter()
            .map(|m| Mention {
                start: m.span.start,
                end: m.span.end,
                text: text.slice(m.span).to_owned(),
                ty: m.ty,
                form: m.form,
                entity: m.entity.map(|e| ids[e.0 as usize].clone()),
                members: m.members.iter().map(|e| ids[e.0 as usize].clone()).collect(),
                rule: Cow::Borrowed(m.rule),
            })
            .collect();
        r.entities = found
            .entities
            .iter()
            .zip(&ids)
            .map(|(e, id)| {
                let entry = match e.origin {
                    Origin::Gazetteer(g) => Some(self.gazetteer().entry(g)),
                    Origin::Document => None,
                };
                Entity {
                    id: id.clone(),
                    ty: e.ty,
                    name: entry.filter(|x| x.name == e.name).map_or_else(|| Cow::Owned(e.name.clone()), |x| x.name.clone()),
                    names: entry.map(|x| x.names.iter().map(|(l, n)| (l.clone(), n.clone())).collect()).unwrap_or_default(),
                    wikidata: entry.and_then(|x| x.wikidata.clone()),
                    source: if entry.is_some() { EntitySource::Gazetteer } else { EntitySource::Document },
                }
            })
            .collect();
        let doc_hash = eat(0xcbf2_9ce4_8422_2325, doc.id.as_bytes());
        let keys: Vec<String> = claims.iter().map(|c| claim_id(doc_hash, c)).collect();
        let mut seen = Seen { claim: 0, of: vec![0; found.entities.len()] };
        r.claims = claims.iter().zip(&keys).map(|(c, id)| claim(text, found, &ids, c, id, &keys, &mut seen)).collect();
        r
    }
}

/// Entities that a claim is already known to be about: marked with the number of the claim.
struct Seen {
    claim: u32,
    of: Vec<u32>,
}

fn entity_ids(found: &Found, gazetteer: &Gazetteer) -> Vec<Cow<'static, str>> {
    let mut local = 0;
    found
        .entities
        .iter()
        .map(|e| match e.origin {
            Origin::Gazetteer(id) => gazetteer.entry(id).id.clone(),
            Origin::Document => {
                local += 1;
                local_id(e.ty, local)
            }
        })
        .collect()
}

/// The id of the `n`th entity (from 1) that no gazetteer has. Nearly every document's fit a table that is made once.
fn local_id(ty: EntityType, n: usize) -> Cow<'static, str> {
    const EACH: usize = 64;
    static IDS: OnceLock<Vec<String>> = OnceLock::new();
    let ids = IDS.get_or_init(|| TYPES.iter().flat_map(|ty| (1..=EACH).map(|n| format!("{}:~{n}", ty.as_str()))).collect());
    let row = TYPES.iter().position(|t| *t == ty).filter(|_| n <= EACH);
    match row.and_then(|row| ids.get(row * EACH + n - 1)) {
        Some(id) => Cow::Borrowed(id),
        None => Cow::Owned(format!("{}:~{n}", ty.as_str())),
    }
}

const TYPES: [EntityType; 10] = [
    EntityType::Person,
    EntityType::Organization,
    EntityType::Place,
    EntityType::Government,
    EntityType::Company,
    EntityType::Media,
    EntityType::Party,
    EntityType::ArmedGroup,
    EntityType::Military,
    EntityType::Event,
];

fn section(kind: qawl_text::SectionKind) -> SectionKind {
    use qawl_text::SectionKind as T;
    match kind {
        T::Breadcrumb => SectionKind::Breadcrumb,
        T::Headline => SectionKind::Headline,
        T::Dateline => SectionKind::Dateline,
        T::Body => SectionKind::Body,
        T::Heading => SectionKind::Heading,
        T::Source => SectionKind::Source,
        T::Related => SectionKind::Related,
    }
}

/// FNV-1a, going on from `h`.
fn eat(h: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(h, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3))
}

/// FNV-1a over the document's id (done already) and the claim's spans.
fn claim_id(doc: u64, c: &FoundClaim) -> String {
    let h = [c.cue].iter().chain(&c.content).fold(doc, |h, s| eat(eat(h, &s.start.to_le_bytes()), &s.end.to_le_bytes()));
    (0..16).map(|i| char::from(b"0123456789abcdef"[(h >> (60 - 4 * i)) as usize & 15])).collect()
}

fn claim(text: &Text<'_>, found: &Found, ids: &[Cow<'static, str>], c: &FoundClaim, id: &str, keys: &[String], seen: &mut Seen) -> Claim {
    let own = |s: Span| text.slice(s).to_owned();
    let names = |list: &[EntityIx]| list.iter().map(|e| ids[e.0 as usize].clone()).collect::<Vec<_>>();
    let s = &c.speaker;
    let mut about = Vec::new();
    seen.claim += 1;
    // contents and mentions both stand in text order
    for s in &c.content {
        let first = found.mentions.partition_point(|m| m.span.start < s.start);
        for m in found.mentions[first..].iter().take_while(|m| m.span.start < s.end).filter(|m| s.contains(m.span)) {
            for e in m.entity.iter().chain(&m.members) {
                if std::mem::replace(&mut seen.of[e.0 as usize], seen.claim) != seen.claim {
                    about.push(ids[e.0 as usize].clone());
                }
            }
        }
    }
    let kind = text.sections().get(text.sections().partition_point(|s| s.tokens.end as usize <= c.cue_token));
    Claim {
        id: id.to_owned(),
        section: kind.map_or(SectionKind::Body, |s| section(s.kind)),
        speaker: Speaker {
            status: s.status,
            start: s.span.map(|x| x.start),
            end: s.span.map(|x| x.end),
            text: s.span.map(own),
            name: if s.entities.is_empty() { s.name.map(own) } else { None },
            entities: names(&s.entities),
        },
        cue: Cue { start: c.cue.start, end: c.cue.end, text: own(c.cue), lemma: Cow::Borrowed(c.lemma) },
        content: Content {
            spans: c.content.iter().map(|s| qawl_record::Span { start: s.start, end: s.end }).collect(),
            text: match c.content.as_slice() {
                [one] => own(*one),
                several => several.iter().map(|&s| text.slice(s)).collect::<Vec<_>>().join(" "),
            },
        },
        form: c.form,
        act: c.act,
        polarity: if c.negative { Polarity::Negative } else { Polarity::Positive },
        addressee: c.addressee.as_ref().map(|(s, e)| Addressee { start: s.start, end: s.end, text: own(*s), entities: names(e) }),
        medium: c.medium.map(|(s, kind)| Medium { start: s.start, end: s.end, text: own(s), kind }),
        occasion: c.occasion.map(|s| Occasion { start: s.start, end: s.end, text: own(s) }),
        time: c.time.map(|(s, day)| Time { start: s.start, end: s.end, text: own(s), date: day.map(|d| d.to_string()) }),
        about,
        within: c.within.map(|w| keys[w].clone()),
        evidence: Evidence { construction: c.construction, lexicon: Cow::Borrowed(c.lemma), confidence: c.confidence },
    }
}
