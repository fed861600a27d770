//! The right side of a cue: where its content begins, and in which of the cue's frames.

use crate::cues::{after, is_verb};
use crate::draft::Opening;
use crate::lexicon::{Act, FormKind, Frame, Prep, Tense};
use crate::phrase::{Want, noun_phrase};
use crate::reader::{BEH, LAM, Reader};
use qawl_entities::words::Class;
use qawl_text::{QuotationKind, TokenKind};

/// No speaker's phrase and adjuncts are longer than this many tokens.
const REACH: usize = 60;

/// Where a content begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begin {
    /// The token at which what is not content any more ends: adjuncts stand before it.
    pub(crate) marker: usize,
    /// First token of the content.
    pub(crate) start: usize,
    /// First byte of the content, where a proclitic of its first token is not part of it.
    pub(crate) first_byte: Option<u32>,
    pub(crate) opening: Opening,
    /// The act, where a light verb's noun gives it.
    pub(crate) act: Option<Act>,
    /// First token of the phrase that was addressed, if the way led over one.
    pub(crate) addressee: Option<(usize, usize)>,
}

impl Begin {
    fn new(marker: usize, start: usize, opening: Opening) -> Begin {
        Begin { marker, start, first_byte: None, opening, act: None, addressee: None }
    }
}

fn prep_of(h: u64) -> Option<Prep> {
    Some(match h {
        x if x == word!("على") => Prep::Ala,
        x if x == word!("عن") => Prep::An,
        x if x == word!("إلى") => Prep::Ila,
        x if x == word!("من") => Prep::Min,
        x if x == word!("في") => Prep::Fi,
        x if x == word!("ضد") => Prep::Did,
        x if x == word!("مع") => Prep::Maa,
        x if x == word!("حول") => Prep::Hawl,
        x if x == word!("بشأن") => Prep::Bishan,
        _ => return None,
    })
}

/// Looks right from `from`, past adjuncts and parentheses, for the first place where one of `frames` takes its content.
///
/// `row` is asked for its light nouns. `bare` says that a noun phrase right here may be the content (the subject is known).
pub(crate) fn complement(r: &Reader<'_>, row: usize, frames: &[Frame], from: usize, limit: usize, bare: bool) -> Option<Begin> {
    let clause = frames.iter().any(|f| matches!(f, Frame::Clause(_)));
    let has = |f: Frame| frames.contains(&f);
    let question = frames.iter().any(|f| matches!(f, Frame::Question(_)));
    let object = frames.iter().any(|f| matches!(f, Frame::AddresseeObject | Frame::AboutObject));
    let limit = limit.min(from + REACH);
    let mut relative = false;
    let mut addressee = None;
    let mut k = from;
    while k < limit {
        let class = r.class(k);
        if class.any(Class::THAT) {
            if !clause {
                return None;
            }
            let prep = k.checked_sub(1).filter(|p| *p >= from).and_then(|p| prep_of(r.tok[p].hash).map(|x| (p, x)));
            let adverb = k > from && r.class(k - 1).any(Class::ADJUNCT.or(Class::CONTRAST)) && prep.is_none();
            let governed = k > from && prep.is_none() && (r.imperfect(k - 1) || noun_of_that(r, k - 1));
            match prep {
                Some((p, x)) if has(Frame::Clause(x)) || matches!(x, Prep::Ila | Prep::Ala | Prep::An | Prep::Min) => {
                    return Some(with(Begin::new(p, k + 1, Opening::Clause), addressee));
                }
                Some(_) => {}
                None if adverb => {}
                // … الذي يتعين عليه أن: the relative clause has a complement of its own; only إن or a pause leads out of it
                None if relative && !r.text.surface(k).starts_with('إ') && obliged(r, k) => {}
                None if governed => return None,
                None => return Some(with(open_clause(r, k), addressee)),
            }
            k += 1;
            continue;
        }
        if question && (class.any(Class::IF) || r.behind(k).any(Class::IF)) && k + 1 < limit {
            let h = r.tok[k].hash;
            let whether = h == word!("ما") && (r.tok[k + 1].hash == word!("إذا") || r.class(k + 1).any(Class::PRONOUN));
            if h == word!("هل")
                || h == word!("عما")
                || whether
                || h == word!("كيف")
                || h == word!("متى")
                || h == word!("لماذا")
                || h == word!("أين")
                || h == word!("إذا")
                || h == word!("لو")
            {
                return Some(with(Begin::new(k, k, Opening::Question), addressee));
            }
        }
        if r.is(k, ':') {
            if k + 1 >= limit {
                // the colon ends its line: what is said stands in the next
                return (k + 1 < r.tok.len() && has(Frame::Colon)).then(|| with(Begin::new(k, k + 1, opening(r, k + 1)), addressee));
            }
            if !clause && !has(Frame::Quote) && !has(Frame::Colon) {
                return None;
            }
            if r.class(k + 1).any(Class::THAT) {
                return Some(with(open_clause(r, k + 1), addressee));
            }
            return Some(with(Begin::new(k, k + 1, opening(r, k + 1)), addressee));
        }
        if let Some((_, q)) = r.opens(k) {
            let speech = q.kind == QuotationKind::Speech;
            if q.kind != QuotationKind::Title && (has(Frame::Quote) || clause) && (speech || (k == from && q.inner.len() >= 3)) {
                return Some(with(Begin::new(k, k, Opening::Quote(k)), addressee));
            }
            if bare && k == from && has(Frame::Noun(Prep::None)) {
                return Some(with(Begin::new(k, k, Opening::Noun), addressee));
            }
            // «بمواصلة …»: the preposition stands inside the marks
            if q.kind != QuotationKind::Title && has(Frame::Noun(Prep::Bi)) && r.proclitic(k + 1, BEH) {
                let mut b = Begin::new(k, k + 1, Opening::Quote(k));
                b.first_byte = Some(after(r.text, &r.tok[k + 1], 1));
                return Some(with(b, addressee));
            }
            k = r.past(q).max(k + 1);
            continue;
        }
        // فلان، وهو رئيس الحزب، …: an aside up to its second comma
        if r.comma(k) && r.behind(k + 1).any(Class::PRONOUN) {
            k = (k + 2..limit).find(|&j| r.comma(j)).unwrap_or(limit);
            continue;
        }
        if r.comma(k) || r.dash(k) {
            relative = false;
            k += 1;
            continue;
        }
        if r.is(k, '(') {
            k = (k + 1..limit.min(k + 12)).find(|&e| r.is(e, ')')).map_or(k + 1, |e| e + 1);
            continue;
        }
        if !r.wordlike(k) {
            if r.tok[k].is('…') || r.tok[k].is('.') {
                return None;
            }
            k += 1;
            continue;
        }
        if class.any(Class::RELATIVE) {
            relative = true;
            k += 1;
            continue;
        }
        if !relative && (class.any(Class::CONJ.or(Class::BECAUSE)) || k > from && (class.any(Class::RESUME) || r.behind(k).any(Class::THAT))) {
            return None;
        }
        // مشيرا إلى …: the content is another cue's
        if k > from
            && r.tok[k].head()[0] == 0x645
            && r.hits(k).iter().any(|h| h.features.kind == FormKind::Participle && r.row(h).participle && h.row != row)
            && !r.definite(k)
        {
            return None;
        }
        if let Some(light) = r.cues.light_noun(row, &r.tok[k]) {
            let light = &r.lexicon.row(row).light[light];
            if light.frames.is_empty() && has(Frame::Noun(Prep::None)) {
                // أبدت استعدادها للوساطة: the noun is the content's first word
                let mut b = Begin::new(k, k, Opening::Noun);
                b.act = Some(light.act);
                return Some(with(b, addressee));
            }
            let frames: &[Frame] = if light.frames.is_empty() { frames } else { &light.frames };
            let mut e = k + 1;
            while e < limit
                && r.word(e)
                && r.mention(e).is_none()
                && (r.definite(e) || r.tok[e].hash == word!("من") && r.tok.get(e + 1).is_some_and(|t| t.hash == word!("جديد")))
            {
                e += 1;
            }
            if let Some(mut b) = complement(r, usize::MAX, frames, e, limit, true) {
                b.act = Some(light.act);
                b.addressee = b.addressee.or(addressee);
                return Some(b);
            }
            return None;
        }
        if r.tok[k].hash == word!("ل") {
            // لـ CNN
            k += 2;
            continue;
        }
        if r.proclitic(k, BEH) {
            if has(Frame::Noun(Prep::Bi)) && !adverbial(r, k) {
                let mut b = Begin::new(k, k, Opening::Noun);
                b.first_byte = r.mention_from(k).map_or_else(|| Some(after(r.text, &r.tok[k], 1)), |m| Some(m.span.start));
                return Some(with(b, addressee));
            }
            k = skip_phrase(r, k, limit);
            continue;
        }
        if r.proclitic(k, LAM) {
            let e = skip_phrase(r, k, limit);
            if has(Frame::Noun(Prep::Li)) {
                let mut b = Begin::new(k, k, Opening::Noun);
                b.first_byte = r.mention_from(k).map_or_else(|| Some(after(r.text, &r.tok[k], 1)), |m| Some(m.span.start));
                return Some(with(b, addressee));
            }
            if has(Frame::Addressee(Prep::Li)) {
                addressee = Some((k, e));
            }
            k = e;
            continue;
        }
        // في بيان ثلاثي مشترك صدر اليوم، …: up to the pause, the complementizer or the quotation
        if k + 1 < limit && class.any(Class::PREP) && r.class(k + 1).any(Class::MEDIUM) && !has_prep(&frames_of(frames), r.tok[k].hash) {
            let stop = |j: usize| {
                r.comma(j)
                    || r.is(j, ':')
                    || r.class(j).any(Class::THAT)
                    || r.opens(j).is_some_and(|(_, q)| q.kind == QuotationKind::Speech)
                    || j > k + 2 && r.class(j).any(Class::PREP)
                    || r.proclitic(j, BEH)
            };
            k = (k + 2..limit).find(|&j| stop(j)).unwrap_or(limit);
            continue;
        }
        if let Some(p) = prep_of(r.tok[k].hash) {
            let content_here = has(Frame::Noun(p)) && k + 1 < limit && !r.class(k + 1).any(Class::THAT.or(Class::RELATIVE)) && !fixed_adverb(r, k);
            if content_here && (r.wordlike(k + 1) || r.opens(k + 1).is_some()) && !(p == Prep::Fi && r.class(k + 1).any(Class::MEDIUM)) {
                let mut b = Begin::new(k, k + 1, Opening::Noun);
                b.act = r.cues.light_noun(row, &r.tok[k + 1]).map(|l| &r.lexicon.row(row).light[l]).filter(|l| l.frames.is_empty()).map(|l| l.act);
                return Some(with(b, addressee));
            }
            // عن أن، إلى أن: read at the complementizer
            if r.class(k + 1).any(Class::THAT) || question && r.class(k + 1).any(Class::IF) {
                k += 1;
                continue;
            }
            k = (k + 1).max(skip_phrase(r, k, limit));
            continue;
        }
        if class.any(Class::PREP.or(Class::ADJUNCT)) {
            k = (k + 1).max(skip_phrase(r, k, limit));
            continue;
        }
        if class.any(Class::ADVERB) {
            k += 1;
            continue;
        }
        if class.any(Class::TIME.or(Class::WEEKDAY).or(Class::MONTH).or(Class::DEMONSTRATIVE).or(Class::NUMBER)) && !(bare && k == from) {
            k += 1;
            continue;
        }
        if bare && !relative && starts_noun(r, k) {
            if object {
                // the person spoken to or of comes first, what is said of him behind the preposition
                let p = noun_phrase(r, k, limit, Want { object_follows: true, ..Want::default() });
                if !p.is_empty() && addressee.is_none() {
                    addressee = Some((p.start as usize, p.end as usize));
                    k = p.end as usize;
                    continue;
                }
            }
            if has(Frame::Noun(Prep::None)) || has(Frame::Whole) {
                return Some(with(Begin::new(k, k, Opening::Noun), addressee));
            }
        }
        if !relative && (r.imperfect(k) || r.future(k)) {
            return None;
        }
        if k > from
            && !relative
            && r.hits(k).iter().any(|h| is_verb(&h.features) && h.features.tense == Some(Tense::Perfect) && h.conjoined)
            && r.mention(k).is_none()
        {
            return None;
        }
        k += 1;
    }
    None
}

/// The prepositions before which a noun phrase is the content.
fn frames_of(frames: &[Frame]) -> Vec<Prep> {
    frames.iter().filter_map(|f| if let Frame::Noun(p) = f { Some(*p) } else { None }).collect()
}

fn has_prep(preps: &[Prep], h: u64) -> bool {
    prep_of(h).is_some_and(|p| p != Prep::Fi && preps.contains(&p))
}

fn with(mut b: Begin, addressee: Option<(usize, usize)>) -> Begin {
    b.addressee = addressee;
    b
}

/// A content that begins after the complementizer at `k`.
fn open_clause(r: &Reader<'_>, k: usize) -> Begin {
    let mut s = k + 1;
    // إن: "…"
    if r.is(s, ':') {
        s += 1;
    }
    Begin::new(k, s, Opening::Clause)
}

/// A content that begins at `k` after a colon.
fn opening(r: &Reader<'_>, k: usize) -> Opening {
    match r.opens(k) {
        Some(_) => Opening::Quote(k),
        None => Opening::Colon,
    }
}

/// يتعين على فلان أن، يجب أن: the clause belongs to the verb of duty before it.
fn obliged(r: &Reader<'_>, k: usize) -> bool {
    let m = match r.mention(k - 1) {
        Some(m) => m.tokens.start as usize,
        None => k - 1,
    };
    r.imperfect(k - 1) || m > 0 && (r.tok[m - 1].hash == word!("على") || r.proclitic(m, LAM))
}

/// A noun that has a clause of its own: أهمية أن، ضرورة أن، شرط أن.
pub(crate) fn noun_of_that(r: &Reader<'_>, k: usize) -> bool {
    r.word(k) && !r.definite(k) && r.mention(k).is_none() && r.class(k).any(Class::CLAUSAL)
}

/// ب-phrases that say how, not what: بشدة، بوضوح، بشكل.
fn adverbial(r: &Reader<'_>, k: usize) -> bool {
    r.class(k).any(Class::MANNER)
}

/// Prepositional phrases that are adverbs: من جديد، على الفور، في الوقت نفسه.
fn fixed_adverb(r: &Reader<'_>, k: usize) -> bool {
    let Some(next) = r.tok.get(k + 1) else { return false };
    let (a, b, class) = (r.tok[k].hash, next.hash, r.class(k + 1));
    match a {
        _ if a == word!("من") => class.any(Class::BEHIND_MIN),
        _ if a == word!("على") => class.any(Class::BEHIND_ALA),
        _ if a == word!("في") => class.any(Class::MEDIUM.or(Class::TIME).or(Class::MONTH)) || next.kind == TokenKind::Number,
        _ if a == word!("عن") => b == word!("طريق"),
        _ if a == word!("إلى") => b == word!("ذلك") || b == word!("جانب"),
        _ => false,
    }
}

/// Past the prepositional phrase that begins at `k`.
fn skip_phrase(r: &Reader<'_>, k: usize, limit: usize) -> usize {
    let mut j = k + 1;
    if let Some(m) = r.mention(k) {
        return (m.tokens.end as usize).max(j);
    }
    if let Some(m) = r.mention(j) {
        return (m.tokens.end as usize).min(limit);
    }
    if let Some((_, q)) = r.opens(j) {
        return if q.kind == QuotationKind::Speech { j } else { r.past(q) };
    }
    // one noun: enough to keep the preposition's object from being read as a bare object
    if r.wordlike(j) && !r.class(j).any(Class::THAT.or(Class::PREP)) {
        j += 1;
    }
    j
}

/// Whether a noun phrase may begin at `k`.
pub(crate) fn starts_noun(r: &Reader<'_>, k: usize) -> bool {
    let stop = Class::THAT
        .or(Class::PREP)
        .or(Class::CONJ)
        .or(Class::ADJUNCT)
        .or(Class::NEGATION)
        .or(Class::AUXILIARY)
        .or(Class::RELATIVE)
        .or(Class::TURN)
        .or(Class::BECAUSE);
    let when = r.class(k).any(Class::TIME.or(Class::WEEKDAY)) && r.mention(k).is_none();
    let led = r.proclitic(k, BEH) || r.proclitic(k, LAM);
    let verb = r.imperfect(k) || r.future(k);
    r.wordlike(k) && !r.class(k).any(stop) && !r.behind(k).any(stop) && !when && !led && !verb
}
