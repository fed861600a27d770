//! Where a content ends.

use crate::draft::{Draft, Opening, Source};
use crate::reader::{Reader, WAW};
use qawl_entities::words::Class;
use qawl_record::{Construction, Form};
use qawl_text::{Quotation, QuotationKind, TokenRange};

/// No clause of a report is longer than this many tokens; a text without full stops does not make work grow with its square.
const LONGEST: usize = 400;

/// Sets content and form of draft `d`, given all drafts in order of their cues.
pub(crate) fn close(r: &Reader<'_>, drafts: &[Draft], d: usize) -> (Vec<TokenRange>, Form) {
    let draft = &drafts[d];
    match draft.opening {
        Opening::Fixed => (draft.content.clone(), draft.form),
        Opening::Quote(open) => quoted(r, drafts, d, open),
        Opening::Colon => {
            let spans = vec![run(r, drafts, d, draft.start, paragraph_limit(r, draft))];
            (spans, Form::Direct)
        }
        Opening::Clause | Opening::Noun | Opening::Question => clause(r, drafts, d),
    }
}

fn quoted(r: &Reader<'_>, drafts: &[Draft], d: usize, open: usize) -> (Vec<TokenRange>, Form) {
    let draft = &drafts[d];
    let Some((_, q)) = r.opens(open) else { return (vec![], Form::Direct) };
    let mut inner = q.inner;
    inner.start = inner.start.max(draft.start.max(open + 1) as u32);
    let mut form = if draft.opening == Opening::Quote(open) && draft.start > open { Form::Mixed } else { Form::Direct };
    // «أن …»: the complementizer stands inside the marks
    let colon = open > 0 && r.is(open - 1, ':');
    if !colon && r.class(inner.start as usize).any(Class::THAT) && inner.len() > 2 && !own_words(r, inner.start as usize) {
        inner.start += 1;
        form = Form::Mixed;
    }
    if form == Form::Mixed {
        // a quotation inside the frame of a clause: what follows it in the sentence may still belong to it
        let past = r.past(q);
        if past < r.sentence_end(open.saturating_sub(1)) && !ends_here(r, drafts, d, past) {
            return (vec![run(r, drafts, d, inner.start as usize, limit(r, draft))], form);
        }
    }
    (with_continuations(r, q, inner), form)
}

/// The words of a quotation and of those in the next paragraphs that go on with it.
fn with_continuations(r: &Reader<'_>, q: &Quotation, inner: TokenRange) -> Vec<TokenRange> {
    let mut spans = vec![inner];
    let mut next = q.continued;
    while let Some(more) = next.and_then(|n| r.text.quotations().get(n as usize)) {
        spans.push(more.inner);
        next = more.continued;
    }
    spans
}

/// Whether what stands behind a comma at `k` is no member of the list before it: a verb behind و, وهو, معتبرا, في قرار …, للمرة الأولى.
fn clause_begins(r: &Reader<'_>, k: usize) -> bool {
    let behind = r.behind(k);
    // ولا سيما goes on
    if r.tok.get(k + 1).is_some_and(|t| t.hash == word!("سيما")) {
        return false;
    }
    if behind.any(Class::PRONOUN.or(Class::NEGATION).or(Class::AUXILIARY)) || r.tok[k].hash == word!("للمرة") || r.tok[k].hash == word!("مقابل")
    {
        return true;
    }
    if r.tok[k].hash == word!("وذلك") && r.tok.get(k + 1).is_some_and(|t| t.hash == word!("في")) {
        return true;
    }
    let verb = |h: &crate::cues::Hit| {
        h.conjoined
            && crate::cues::is_verb(&h.features)
            && !crate::subject::unlikely(r, h)
            && h.features.tense == Some(crate::lexicon::Tense::Perfect)
    };
    let participle = |h: &crate::cues::Hit| {
        h.features.kind == crate::lexicon::FormKind::Participle && r.row(h).participle && !r.definite(k) && r.text.surface(k).ends_with(['ا', 'ً'])
    };
    if r.mention(k).is_none() && r.hits(k).iter().any(|h| verb(h) || participle(h)) {
        return true;
    }
    // في أول تطبيق للقانون، في قرار انتقده كثيرون: the reporter's gloss has no article
    r.tok[k].hash == word!("في")
        && r.word(k + 1)
        && !r.definite(k + 1)
        && r.mention(k + 1).is_none()
        && !r.class(k + 1).any(Class::QUANTIFIER.or(Class::DEMONSTRATIVE))
}

/// Whether the marks hold a name and nothing else: “مايكروسوفت”.
fn named(r: &Reader<'_>, inner: TokenRange) -> bool {
    r.mention(inner.start as usize).is_some_and(|m| m.form.is_name() && m.tokens.end >= inner.end)
}

/// إننا، إنني in quotation marks are the speaker's own words, not a complementizer.
fn own_words(r: &Reader<'_>, k: usize) -> bool {
    let h = r.tok[k].hash;
    h == word!("إننا") || h == word!("إنني") || h == word!("إنا") || h == word!("إني")
}

fn clause(r: &Reader<'_>, drafts: &[Draft], d: usize) -> (Vec<TokenRange>, Form) {
    let draft = &drafts[d];
    let mut start = draft.start;
    // أن "…"
    if let Some((_, q)) = r.opens(start) {
        let past = r.past(q);
        if q.kind == QuotationKind::Speech || q.inner.len() > 3 {
            if ends_here(r, drafts, d, past) || q.close.is_none() {
                let mut inner = q.inner;
                if r.class(inner.start as usize).any(Class::THAT) && inner.len() > 2 {
                    inner.start += 1;
                }
                return (with_continuations(r, q, inner), Form::Mixed);
            }
            start += 1;
        }
    }
    let span = run(r, drafts, d, start, limit(r, draft));
    let quotes = r.text.quotations();
    let from = quotes.partition_point(|q| q.inner.end <= span.start);
    let mixed = quotes[from..]
        .iter()
        .take_while(|q| q.open < span.end)
        .any(|q| q.kind != QuotationKind::Title && q.open >= span.start.saturating_sub(1) && !named(r, q.inner));
    (vec![span], if mixed { Form::Mixed } else { Form::Indirect })
}

fn limit(r: &Reader<'_>, draft: &Draft) -> usize {
    let at = draft.start.min(r.tok.len().saturating_sub(1));
    r.sentence_end(at)
}

fn paragraph_limit(r: &Reader<'_>, draft: &Draft) -> usize {
    limit(r, draft)
}

/// Whether, after a quotation that ended before `k`, the content ends too.
fn ends_here(r: &Reader<'_>, drafts: &[Draft], d: usize, k: usize) -> bool {
    if k >= r.tok.len() || r.tok[k].starts_line() {
        return true;
    }
    if r.tok[k].punct().is_some_and(|c| ".!؟?،,؛…".contains(c)) {
        return true;
    }
    r.class(k).any(Class::RESUME.or(Class::TURN).or(Class::CONJ)) || breaks(r, drafts, d, k)
}

/// Runs from `start` to where the attributed clause ends.
fn run(r: &Reader<'_>, drafts: &[Draft], d: usize, start: usize, limit: usize) -> TokenRange {
    let limit = limit.min(start + LONGEST);
    let mut k = start;
    while k < limit {
        if let Some((_, q)) = r.opens(k) {
            let past = r.past(q);
            if past > k && past <= limit {
                k = past;
                continue;
            }
        }
        if k > start && breaks(r, drafts, d, k) {
            break;
        }
        k += 1;
    }
    r.trim(TokenRange::new(start, k.max(start)))
}

/// Whether the content of draft `d` ends before token `k`.
fn breaks(r: &Reader<'_>, drafts: &[Draft], d: usize, k: usize) -> bool {
    let pause = k > 0 && (r.comma(k - 1) || r.is(k - 1, '…') || r.tok[k - 1].punct().is_some_and(|c| "\"”“»)".contains(c)));
    let lo = drafts.partition_point(|x| (x.cue.start as usize) < k);
    if let Some(next) = drafts[lo..].iter().take_while(|x| x.cue.start as usize == k).find(|x| x.cue.start > drafts[d].cue.start) {
        match next.construction {
            Construction::Participle => return true,
            Construction::AccordingTo => return !matches!(drafts[d].construction, Construction::AccordingTo),
            _ => {}
        }
        let conjoined = next.hit.conjoined && r.tok[k].head()[0] == WAW;
        let main = !matches!(next.source, Source::Governor);
        if conjoined && main && next.hit.features.tense == Some(crate::lexicon::Tense::Perfect) {
            return true;
        }
    }
    // كما أكد، فيما قال، لكنه أضاف: a cue behind the particle begins the reporter's next sentence
    if r.class(k).any(Class::RESUME.or(Class::CONTRAST)) || r.behind(k).any(Class::CONTRAST) {
        let contrast = r.class(k).any(Class::CONTRAST) || r.behind(k).any(Class::CONTRAST);
        if contrast && (k + 1..=k + 2).any(|v| r.hits(v).iter().any(|h| crate::cues::is_verb(&h.features) && !crate::subject::unlikely(r, h))) {
            return true;
        }
        let lo = drafts.partition_point(|x| (x.cue.start as usize) <= k);
        if drafts.get(lo).is_some_and(|x| {
            (x.cue.start as usize <= k + 2 && (contrast || x.hit.features.tense != Some(crate::lexicon::Tense::Imperfect)))
                || matches!(x.source, Source::Phrase(p) if p.start as usize == k + 1)
        }) {
            return true;
        }
    }
    // وكان، وجاء: the reporter goes on
    if pause && r.class(k).any(Class::RESUME) && r.behind(k).any(Class::AUXILIARY) {
        return true;
    }
    // the content that is a noun phrase ends at the pause behind which a clause begins
    if drafts[d].opening == Opening::Noun && k > 0 && r.comma(k - 1) && clause_begins(r, k) {
        return true;
    }
    // من جانبه، في المقابل
    pause && r.class(k + 1).any(Class::TURN) && r.class(k).any(Class::PREP)
}
