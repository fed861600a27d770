//! The road from a read text to its claims: cues, drafts, contents, nesting, speakers.

use crate::confidence::confidence;
use crate::cues::{CueIndex, Hit, is_verb};
use crate::dates::{Day, day};
use crate::detail::{Details, details};
use crate::draft::{Draft, Opening, Source};
use crate::lexicon::{CueKind, FormKind, Lexicon};
use crate::reader::Reader;
use crate::speaker::{Who, resolve};
use crate::{according, colon, content, masdar, participle, relayed, verb};
use qawl_entities::words::Word;
use qawl_entities::{EntityIx, Found};
use qawl_record::{Act, Construction, Form, MediumKind, SpeakerStatus};
use qawl_text::{Span, Text, TokenRange};
use std::collections::BTreeSet;

/// Finds the claims of texts. Built once; used from any number of threads.
pub struct ClaimExtractor {
    lexicon: &'static Lexicon,
    cues: CueIndex,
}

/// A claim in bytes of the text, before it becomes a record.
#[derive(Clone, Debug)]
pub struct FoundClaim {
    /// The cue, without a leading و or ف.
    pub cue: Span,
    /// Token index of the cue's first token.
    pub cue_token: usize,
    /// The lemma of the lexicon's row; ":" for a headline's colon.
    pub lemma: &'static str,
    /// Who.
    pub speaker: FoundSpeaker,
    /// The spans of the content, at least one.
    pub content: Vec<Span>,
    /// Direct, indirect or mixed.
    pub form: Form,
    /// What the speaker does.
    pub act: Act,
    /// Denied or not said.
    pub negative: bool,
    /// To whom, with the entities named.
    pub addressee: Option<(Span, Vec<EntityIx>)>,
    /// Through what.
    pub medium: Option<(Span, MediumKind)>,
    /// At what.
    pub occasion: Option<Span>,
    /// When.
    pub time: Option<(Span, Option<Day>)>,
    /// Index of the claim in whose content this one stands.
    pub within: Option<usize>,
    /// The construction that found it.
    pub construction: Construction,
    /// From 0 to 1.
    pub confidence: f32,
}

/// The speaker of a [`FoundClaim`].
#[derive(Clone, Debug)]
pub struct FoundSpeaker {
    /// How the text gives him.
    pub status: SpeakerStatus,
    /// The phrase, where one is expressed.
    pub span: Option<Span>,
    /// The fullest phrase for him, where no entity is known.
    pub name: Option<Span>,
    /// Who it is.
    pub entities: Vec<EntityIx>,
}

impl Default for ClaimExtractor {
    fn default() -> Self {
        ClaimExtractor::new(Lexicon::load_default())
    }
}

impl ClaimExtractor {
    /// An extractor with this lexicon.
    pub fn new(lexicon: &'static Lexicon) -> ClaimExtractor {
        ClaimExtractor { lexicon, cues: CueIndex::new(lexicon) }
    }

    /// The claims of a text, in order of their cues. Never fails. The day of publication tells what أمس means.
    pub fn extract(&self, text: &Text<'_>, words: &[Word], found: &Found, published: Option<Day>) -> Vec<FoundClaim> {
        let r = Reader::new(text, words, found, self.lexicon, &self.cues);
        let mut drafts = self.drafts(&r);
        let closed: Vec<_> = (0..drafts.len()).map(|d| content::close(&r, &drafts, d)).collect();
        for (d, (spans, form)) in drafts.iter_mut().zip(closed) {
            d.content = spans;
            d.form = form;
        }
        // a claim relayed goes with the one that relays it: both have the same content, so both stay or neither
        drafts.retain(|d| d.content.iter().any(|s| !s.is_empty()));
        nest(&mut drafts);
        let speakers = resolve(&r, &drafts);
        drafts.iter().zip(speakers).map(|(d, who)| finish(&r, d, who, published)).collect()
    }

    fn drafts(&self, r: &Reader<'_>) -> Vec<Draft> {
        let mut out: Vec<Draft> = Vec::new();
        for p in r.text.paragraphs() {
            let line = colon::line(r, r.section_kind(p.tokens.start as usize), p.tokens);
            let headline = line.is_some();
            let first = out.len();
            out.extend(line);
            let (mut i, mut framed) = (p.tokens.start as usize, 0);
            while i < p.tokens.end as usize {
                let mut next = i + 1;
                for &hit in r.hits(i) {
                    // nouns and participles between a verb and its content belong to the phrases there
                    if i < framed && hit.features.kind != FormKind::Verb {
                        continue;
                    }
                    if let Some(d) = self.draft(r, hit) {
                        // nobody has spoken yet who could go on
                        if out.is_empty() && d.construction == Construction::DroppedSubject && d.opening == Opening::Noun {
                            continue;
                        }
                        next = next.max(d.cue.end as usize);
                        if hit.features.kind == FormKind::Verb {
                            framed = framed.max(d.adjuncts.end as usize);
                        }
                        let inner = relayed::relayed(r, &d);
                        out.push(d);
                        out.extend(inner);
                        break;
                    }
                }
                i = next;
            }
            if headline {
                out[first..].sort_by_key(|d| d.cue.start);
            }
        }
        out
    }

    fn draft(&self, r: &Reader<'_>, hit: Hit) -> Option<Draft> {
        let row = self.lexicon.row(hit.row);
        match hit.features.kind {
            // كما أكد أن: "and he affirmed", where the verb has a content of its own
            _ if row.kind == CueKind::Phrase && hit.len > 1 && r.tok[hit.token].hash == word!("كما") => None,
            _ if row.kind == CueKind::Phrase && r.tok[hit.token].hash == word!("كما") && self.verb_at(r, hit.token + 1) => None,
            _ if row.kind == CueKind::Phrase => according::according(r, hit),
            FormKind::Verb if is_verb(&hit.features) => verb::verb(r, hit),
            FormKind::Participle if row.participle => participle::participle(r, hit),
            FormKind::Masdar => masdar::masdar(r, hit),
            _ => None,
        }
    }
}

impl ClaimExtractor {
    fn verb_at(&self, r: &Reader<'_>, i: usize) -> bool {
        r.hits(i).iter().any(|h| h.features.kind == FormKind::Verb && verb::verb(r, *h).is_some())
    }
}

/// Finds for each draft the smallest content in which its cue stands. Only a longer content holds a claim (of two equal ones that of
/// the earlier cue), so nesting has no circles.
fn nest(drafts: &mut [Draft]) {
    let size = |d: &Draft| d.content.iter().map(|s| s.len()).sum::<usize>();
    let sizes: Vec<usize> = drafts.iter().map(size).collect();
    // a sweep over the text: the contents that are open at a cue, the shortest first
    let mut spans: Vec<(TokenRange, usize)> = drafts.iter().enumerate().flat_map(|(k, d)| d.content.iter().map(move |s| (*s, k))).collect();
    spans.sort_by_key(|(s, k)| (s.start, *k));
    let mut spans = spans.into_iter().peekable();
    let mut open: BTreeSet<(usize, usize, u32)> = BTreeSet::new();
    let mut ends: BTreeSet<(u32, usize, usize)> = BTreeSet::new();
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&d| drafts[d].cue.start);
    for d in order {
        let cue = drafts[d].cue.start;
        while let Some((s, k)) = spans.next_if(|(s, _)| s.start <= cue) {
            open.insert((sizes[k], k, s.end));
            ends.insert((s.end, sizes[k], k));
        }
        while let Some(&(end, size, k)) = ends.first().filter(|e| e.0 <= cue) {
            ends.pop_first();
            open.remove(&(size, k, end));
        }
        let holder = open.range((sizes[d], 0, 0)..).find(|(size, k, _)| *k != d && (*size > sizes[d] || *k < d));
        drafts[d].within = holder.map(|h| h.1);
    }
    // who is relayed speaks within what the agency says
    for (d, draft) in drafts.iter_mut().enumerate().skip(1) {
        if draft.construction == Construction::Relayed {
            draft.within = Some(d - 1);
        }
    }
}

fn finish(r: &Reader<'_>, d: &Draft, who: Who, published: Option<Day>) -> FoundClaim {
    let span = |t: TokenRange| r.text.span(t);
    // a proclitic in front of the phrase is not part of it
    let phrase_span = |t: TokenRange| {
        let t = r.trim_marks(t);
        let mut s = span(t);
        s.start = r.first_byte(t.start as usize);
        s
    };
    let (status, expressed) = match d.source {
        Source::Phrase(p) => (SpeakerStatus::Explicit, Some(phrase_span(p))),
        Source::Pronoun(p) => (SpeakerStatus::Pronoun, Some(span(p))),
        Source::Dropped | Source::Governor => (SpeakerStatus::Dropped, None),
        Source::Impersonal => (SpeakerStatus::None, None),
    };
    let mut content: Vec<Span> = d.content.iter().filter(|t| !t.is_empty()).map(|&t| span(t)).collect();
    if let (Some(first), Some(b)) = (content.first_mut(), d.first_byte) {
        first.start = first.start.max(b.min(first.end));
    }
    let Details { medium, occasion, time } = details(r, d);
    FoundClaim {
        cue: Span::new(d.cue_byte, r.tok[d.cue.end as usize - 1].end),
        cue_token: d.cue.start as usize,
        lemma: if d.construction == Construction::Headline { ":" } else { &r.lexicon.row(d.hit.row).lemma },
        speaker: FoundSpeaker { status, span: expressed, name: who.phrase.map(phrase_span), entities: who.entities },
        content,
        form: d.form,
        act: d.act,
        negative: d.negative,
        addressee: d.addressee.map(|t| (phrase_span(t), crate::speaker::named(r, t))),
        medium: medium.map(|(t, k)| (span(t), k)),
        occasion: occasion.map(span),
        time: time.map(|t| (span(t), day(r, t, published))),
        within: d.within,
        construction: d.construction,
        confidence: confidence(d.construction, d.opening, (d.construction != Construction::Headline).then(|| r.row(&d.hit).strength)),
    }
}
