//! Constructions around a verb: verb-subject, subject-verb, dropped subject, relative clause, impersonal, quotation first.

use crate::complement::{Begin, complement, noun_of_that};
use crate::cues::{Hit, after, is_passive};
use crate::draft::{Draft, Opening, Source};
use crate::lexicon::{Act, Frame, Gender, Number, Prep, Strength, Tense, VerbForm};
use crate::phrase::{Want, noun_phrase};
use crate::reader::Reader;
use crate::subject::{Left, agrees, can_speak, continues, feminine_subject, left_subject, unlikely};
use qawl_entities::words::Class;
use qawl_record::{Construction, Form};
use qawl_text::{QuotationKind, TokenRange};

/// The draft of the verb at `hit`, if one of the constructions fits.
pub(crate) fn verb(r: &Reader<'_>, hit: Hit) -> Option<Draft> {
    let i = hit.token;
    let row = r.row(&hit);
    let limit = r.sentence_end(i);
    let prev = r.before(i);
    let negative = !hit.conjoined && prev.is_some_and(|p| r.class(p).any(Class::NEGATION) || r.behind(p).any(Class::NEGATION));
    if no_verb(r, &hit, negative) {
        return None;
    }
    let left = left_subject(r, &hit, negative);
    let object_frame = row.frames.iter().any(|f| matches!(f, Frame::Noun(Prep::None) | Frame::Whole | Frame::AddresseeObject | Frame::AboutObject));
    let mut frames: Vec<Frame> = row.frames.clone();
    let with_pronoun = hit.features.pronoun.is_some();
    if with_pronoun {
        // the pronoun is the object already
        frames.retain(|f| !matches!(f, Frame::Noun(Prep::None) | Frame::AddresseeObject | Frame::AboutObject));
    }
    let mut from = i + 1;
    while from < limit && [word!("أيضا"), word!("كذلك"), word!("فيه"), word!("فيها")].contains(&r.tok[from].hash) {
        from += 1;
    }
    let (mut subject, mut begin) = match left {
        None | Some(Left::Clause) => right(r, &hit, &frames, object_frame, from, limit),
        _ => (TokenRange::new(from, from), None),
    };
    // تبنت الهجوم جماعة مسلحة: the object stands before a subject that can speak
    let mut swapped = None;
    if left.is_none() && object_frame && !with_pronoun && subject.is_empty() {
        let object = noun_phrase(r, from, limit, Want { object_follows: true, second_object: true, light: None });
        let behind = noun_phrase(r, object.end as usize, limit, Want::default());
        if !object.is_empty()
            && !behind.is_empty()
            && !can_speak(r, object)
            && can_speak(r, behind)
            && agrees(r, &hit, behind)
            && !r.comma(object.end as usize - 1)
        {
            subject = behind;
            swapped = Some(object);
        }
    }
    if let Some(object) = swapped {
        return Some(Draft {
            hit,
            cue: TokenRange::new(i, i + 1),
            cue_byte: hit.first_byte,
            source: Source::Phrase(subject),
            adjuncts: TokenRange::new(subject.end as usize, subject.end as usize),
            addressee: None,
            opening: Opening::Fixed,
            start: object.start as usize,
            content: vec![object],
            first_byte: None,
            act: super::act(row.act),
            form: Form::Indirect,
            construction: Construction::VerbSubject,
            negative: row.denies(),
            within: None,
        });
    }
    if subject.is_empty() && begin.is_none() {
        begin = complement(r, hit.row, &frames, from, limit, true);
        // a dropped subject needs evidence: a bare noun phrase is the content only behind a row that takes one
        if let Some(b) = begin
            && b.opening == Opening::Noun
            && left.is_none()
            && !continues(r, &hit)
        {
            begin = None;
        }
    }
    let mut construction = match (&left, subject.is_empty()) {
        (Some(Left::Relative(_)), _) => Construction::Relative,
        (Some(Left::Subject(_)), _) => Construction::SubjectVerb,
        (_, false) => Construction::VerbSubject,
        _ => Construction::DroppedSubject,
    };
    let source = match left {
        Some(Left::Relative(p)) | Some(Left::Subject(p)) if subject.is_empty() => Source::Phrase(p),
        Some(Left::Pronoun(p)) if subject.is_empty() => Source::Pronoun(p),
        _ if !subject.is_empty() => Source::Phrase(subject),
        _ => Source::Dropped,
    };
    let mut source = source;
    // يذكر أن، يشار إلى أن: the reporter's own formula
    if matches!(source, Source::Dropped) && r.class(i).any(Class::RESUME) {
        return None;
    }
    // ونُقل عن فلان قوله: nobody but the one behind عن
    if matches!(source, Source::Dropped) && row.frames.contains(&Frame::From(Prep::An)) && r.tok.get(i + 1).is_some_and(|t| t.hash == word!("عن")) {
        source = Source::Impersonal;
        construction = Construction::Impersonal;
    }
    // يتوقع أن، ويُعتقد أن: nobody in particular
    if matches!(source, Source::Dropped)
        && hit.features.tense == Some(Tense::Imperfect)
        && hit.features.gender == Gender::Masculine
        && hit.features.number == Number::Singular
        && matches!(row.act, Act::Predict | Act::Opinion)
        && (hit.conjoined || left.is_none())
    {
        source = Source::Impersonal;
        construction = Construction::Impersonal;
    }
    if is_passive(&hit.features) {
        source = Source::Impersonal;
        construction = Construction::Impersonal;
        if !matches!(begin, Some(b) if b.opening == Opening::Clause && b.marker <= i + 3) {
            return None;
        }
    }
    // جدد فلان تأكيده على …: verb and noun are one cue
    if begin.is_some_and(|b| b.act.is_some())
        && matches!(construction, Construction::VerbSubject | Construction::SubjectVerb | Construction::DroppedSubject)
    {
        construction = Construction::NominalContent;
    }
    let cue_start = if negative { i - 1 } else { i };
    let cue_byte = match negative {
        true if r.behind(i - 1).any(Class::NEGATION) => after(r.text, &r.tok[i - 1], 1),
        true => r.tok[i - 1].start,
        false => hit.first_byte,
    };
    let base = |begin: Option<Begin>| Draft {
        hit,
        cue: TokenRange::new(cue_start, i + 1),
        cue_byte,
        source,
        adjuncts: TokenRange::new(i + 1, begin.map_or(i + 1, |b| b.marker)),
        addressee: begin.and_then(|b| b.addressee).map(|(a, e)| TokenRange::new(a, e)),
        opening: begin.map_or(Opening::Fixed, |b| b.opening),
        start: begin.map_or(i + 1, |b| b.start),
        content: vec![],
        first_byte: begin.and_then(|b| b.first_byte),
        act: super::act(begin.and_then(|b| b.act).unwrap_or(row.act)),
        form: Form::Indirect,
        construction,
        negative: negative || row.denies(),
        within: None,
    };
    // بلّغ، أخبر: who tells somebody something can speak
    if row.human && row.frames.contains(&Frame::AddresseeObject) && matches!(source, Source::Phrase(p) if !can_speak(r, p)) {
        return None;
    }
    if let Some(b) = begin {
        if b.opening == Opening::Noun {
            // شكرا، علما: written like a dual, they are nouns
            if hit.features.number == Number::Dual && hit.features.tense == Some(Tense::Perfect) && matches!(source, Source::Dropped) {
                return None;
            }
            if row.strength == Strength::Clause && b.act.is_none() {
                return None;
            }
            // the bare noun phrase behind a thing's verb is no content: بلغت النسبة…, حملت الاتفاقية مفاجأة
            // يعد أحد أكبر المشروعات: considered, by nobody
            if row.frames.contains(&Frame::Whole)
                && b.act.is_none()
                && matches!(source, Source::Phrase(p) if r.class(p.start as usize).any(Class::QUANTIFIER.or(Class::NUMBER)) && r.mention(p.start as usize).is_none())
            {
                return None;
            }
            // الذين يحرصون على …: of a described antecedent the relative clause tells a habit, of a named one what he said
            if construction == Construction::Relative && matches!(source, Source::Phrase(p) if !p.range().any(|k| r.named(k))) {
                return None;
            }
            if row.human && b.act.is_none() && matches!(source, Source::Phrase(p) if !can_speak(r, p) && !feminine_subject(r, &hit, p)) {
                return None;
            }
        }
        // زاد الاهتمام بالطائرات …، ويضمن أن: a weak verb does not reach far for its clause
        if row.strength == Strength::Clause && b.marker > (subject.end as usize).max(from) + 14 {
            return None;
        }
        if let Opening::Quote(q) = b.opening
            && row.strength == Strength::Clause
            && r.opens(q).is_some_and(|(_, x)| x.inner.len() < 6)
            && q > 0
            && !(r.comma(q - 1) || r.is(q - 1, ':') || q == i + 1 || q == subject.end as usize)
        {
            return None;
        }
        if b.start >= r.tok.len() || (b.start >= limit && b.opening != Opening::Colon && !matches!(b.opening, Opening::Quote(_))) {
            return None;
        }
        return Some(base(begin));
    }
    // "…"، قال فلان
    if row.frames.contains(&Frame::Quote) || row.frames.iter().any(|f| matches!(f, Frame::Clause(_))) {
        let before = prev.filter(|&p| r.comma(p) || r.dash(p)).and_then(|p| p.checked_sub(1)).or(prev);
        if let Some(q) = before.and_then(|b| r.closes(b))
            && (q.kind == QuotationKind::Speech || row.strength == Strength::Strong && prev.is_some_and(|p| r.comma(p)) && q.inner.len() > 1)
            && !hit.conjoined
        {
            let mut d = base(None);
            d.construction = Construction::QuotationFirst;
            d.content = vec![q.inner];
            d.form = Form::Direct;
            return Some(d);
        }
    }
    None
}

/// Whether the word before shows that the letters are no verb.
fn no_verb(r: &Reader<'_>, hit: &Hit, negative: bool) -> bool {
    let (i, row) = (hit.token, r.row(hit));
    if r.mention(i).is_some_and(|m| m.form.is_name() || m.tokens.len() > 1) {
        return true;
    }
    if unlikely(r, hit) {
        return true;
    }
    // behind a preposition stands a noun, not a verb
    let prev = r.before(i);
    // على وشك الانهيار: behind a preposition not even و is a conjunction
    if let Some(p) = prev
        && hit.conjoined
        && [word!("على"), word!("إلى"), word!("عن"), word!("من"), word!("في"), word!("مع")].contains(&r.tok[p].hash)
    {
        return true;
    }
    if let Some(p) = prev
        && !hit.conjoined
        && r.class(p).any(Class::PREP)
        && !r.class(p).any(Class::RELATIVE.or(Class::NEGATION).or(Class::CONJ))
        && r.tok[p].hash != word!("من")
        && r.tok[p].hash != word!("منذ")
    {
        return true;
    }
    // مليون طالب: behind a number stands a noun
    if let Some(p) = prev
        && !hit.conjoined
        && hit.features.tense == Some(Tense::Perfect)
        && (r.class(p).any(Class::NUMBER) || r.tok[p].kind == qawl_text::TokenKind::Number)
        && !r.class(i + 1).any(Class::THAT)
    {
        return true;
    }
    // إذا ما دعت، أي أمل: a condition, a noun
    if let Some(p) = prev
        && !hit.conjoined
        && (r.tok[p].hash == word!("أي")
            || r.tok[p].hash == word!("إذا")
            || r.tok[p].hash == word!("لو")
            || p > 0 && r.tok[p].hash == word!("ما") && r.tok[p - 1].hash == word!("إذا"))
    {
        return true;
    }
    // وهو أبرز حزب: behind a pronoun the letters of form IV are an elative
    if let (Some(p), Some(m)) = (prev, row.morphology)
        && !hit.conjoined
        && m.form == VerbForm::IV
        && hit.features.tense == Some(Tense::Perfect)
        && (r.class(p).any(Class::PRONOUN) || r.behind(p).any(Class::PRONOUN))
        && !r.class(i + 1).any(Class::THAT)
    {
        return true;
    }
    // لا شك، لا خلاف: behind لا stands no perfect
    negative && hit.features.tense == Some(Tense::Perfect) && prev.is_some_and(|p| r.tok[p].hash == word!("لا"))
}

/// The subject to the right of the verb, which may be left out, and where the content begins.
fn right(r: &Reader<'_>, hit: &Hit, frames: &[Frame], object_frame: bool, from: usize, limit: usize) -> (TokenRange, Option<Begin>) {
    let row = r.row(hit);
    let with_pronoun = hit.features.pronoun.is_some();
    let (mut subject, mut begin) = (TokenRange::new(from, from), None);
    let bounded = (object_frame && !with_pronoun) || !row.light.is_empty();
    let second_object = frames.iter().any(|f| matches!(f, Frame::AddresseeObject | Frame::AboutObject | Frame::Whole));
    let light = (!row.light.is_empty()).then_some(hit.row);
    if bounded && !second_object && row.frames.iter().any(|f| matches!(f, Frame::Clause(_) | Frame::Quote)) {
        // first as if a clause followed: the phrase may then have any length
        let whole = noun_phrase(r, from, limit, Want { light, ..Want::default() });
        if !whole.is_empty() && agrees(r, hit, whole) && !noun_of_that(r, whole.end as usize - 1) {
            let clause = clauses(frames);
            begin =
                complement(r, hit.row, &clause, whole.end as usize, limit, false).filter(|b| b.act.is_none() && b.marker <= whole.end as usize + 25);
            if begin.is_some() {
                subject = whole;
            }
        }
    }
    if begin.is_none() {
        subject = noun_phrase(r, from, limit, Want { object_follows: bounded, second_object, light });
    }
    if !subject.is_empty() && !agrees(r, hit, subject) {
        subject.end = subject.start;
    }
    if !subject.is_empty() && begin.is_none() {
        begin = complement(r, hit.row, frames, subject.end as usize, limit, true);
        // شجبت الوزارة التفجير: two definite nouns side by side
        let far = begin.is_some_and(|b| {
            b.opening == Opening::Noun && b.first_byte.is_none() && b.act.is_none() && b.marker > subject.end as usize && b.marker == b.start
        });
        if (begin.is_none() || far) && bounded && !second_object {
            let first = noun_phrase(r, from, limit, Want { object_follows: true, second_object: true, light });
            if first.len() < subject.len() {
                let split = complement(r, hit.row, frames, first.end as usize, limit, true);
                if split.is_some_and(|b| begin.is_none() || b.start == first.end as usize) {
                    begin = split;
                    subject = first;
                }
            }
        }
        // the phrase may be the object of a dropped subject: ونفى وجود خلاف
        if begin.is_none() && object_frame && !can_speak(r, subject) {
            subject.end = subject.start;
        } else if let Some(b) = begin
            && b.opening == Opening::Noun
            && b.first_byte.is_none()
            && b.start == subject.end as usize
            && !can_speak(r, subject)
            && !feminine_subject(r, hit, subject)
        {
            subject.end = subject.start;
            begin = None;
        }
    }
    (subject, begin)
}

/// The frames that open with a complementizer, a question word, a colon or a quotation mark.
fn clauses(frames: &[Frame]) -> Vec<Frame> {
    frames
        .iter()
        .copied()
        .filter(|f| matches!(f, Frame::Clause(_) | Frame::Quote | Frame::Colon | Frame::Question(_) | Frame::Addressee(_)))
        .collect()
}
