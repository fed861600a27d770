//! Constructions around a verb: verb-subject, subject-verb, dropped subject, relative clause, impersonal, quotation first.

use crate::complement::{Begin, complement, noun_of_that, starts_noun};
use crate::cues::{Hit, is_passive, is_verb};
use crate::draft::{Draft, Opening, Source};
use crate::lexicon::{Act, Frame, Gender, Mood, VerbForm, Number, Person, Prep, Strength, Tense};
use crate::phrase::{Want, noun_phrase};
use crate::reader::{BEH, LAM, Reader, WAW};
use qawl_entities::words::Class;
use qawl_record::{Construction, EntityType, Form};
use qawl_text::{QuotationKind, TokenRange};

/// The draft of the verb at `hit`, if one of the constructions fits.
pub(crate) fn verb(r: &Reader<'_>, hit: Hit) -> Option<Draft> {
    let i = hit.token;
    let row = r.row(&hit);
    let limit = r.sentence_end(i);
    if r.mention(i).is_some_and(|m| m.form.is_name() || m.tokens.len() > 1) {
        return None;
    }
    if unlikely(r, &hit) {
        return None;
    }
    // behind a preposition stands a noun, not a verb
    let prev = r.before(i);
    // على وشك الانهيار: behind a preposition not even و is a conjunction
    if let Some(p) = prev
        && hit.conjoined
        && [word!("على"), word!("إلى"), word!("عن"), word!("من"), word!("في"), word!("مع")].contains(&r.tok[p].hash)
    {
        return None;
    }
    if let Some(p) = prev
        && !hit.conjoined
        && r.class(p).any(Class::PREP)
        && !r.class(p).any(Class::RELATIVE.or(Class::NEGATION).or(Class::CONJ))
        && r.tok[p].hash != word!("من")
        && r.tok[p].hash != word!("منذ")
    {
        return None;
    }
    // إذا ما دعت، أي أمل: a condition, a noun
    if let Some(p) = prev
        && !hit.conjoined
        && (r.tok[p].hash == word!("أي") || r.tok[p].hash == word!("إذا") || r.tok[p].hash == word!("لو") || p > 0 && r.tok[p].hash == word!("ما") && r.tok[p - 1].hash == word!("إذا"))
    {
        return None;
    }
    // وهو أبرز حزب: behind a pronoun the letters of form IV are an elative
    if let (Some(p), Some(m)) = (prev, row.morphology)
        && !hit.conjoined
        && m.form == VerbForm::IV
        && hit.features.tense == Some(Tense::Perfect)
        && (r.class(p).any(Class::PRONOUN) || r.behind(p).any(Class::PRONOUN))
        && !r.class(i + 1).any(Class::THAT)
    {
        return None;
    }
    let negative = !hit.conjoined && prev.is_some_and(|p| r.class(p).any(Class::NEGATION) || r.behind(p).any(Class::NEGATION));
    // لا شك، لا خلاف: behind لا stands no perfect
    if negative && hit.features.tense == Some(Tense::Perfect) && prev.is_some_and(|p| r.tok[p].hash == word!("لا")) {
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
    let (mut subject, mut begin) = (TokenRange::new(from, from), None);
    if left.is_none() || matches!(left, Some(Left::Clause)) {
        let bounded = (object_frame && !with_pronoun) || !row.light.is_empty();
        let second_object = frames.iter().any(|f| matches!(f, Frame::AddresseeObject | Frame::AboutObject | Frame::Whole));
        let light = (!row.light.is_empty()).then_some(hit.row);
        if bounded && !second_object && row.frames.iter().any(|f| matches!(f, Frame::Clause(_) | Frame::Quote)) {
            // first as if a clause followed: the phrase may then have any length
            let whole = noun_phrase(r, from, limit, Want { light, ..Want::default() });
            if !whole.is_empty() && agrees(r, &hit, whole) && !noun_of_that(r, whole.end as usize - 1) {
                let clause = clauses(&frames);
                begin = complement(r, hit.row, &clause, whole.end as usize, limit, false).filter(|b| b.act.is_none() && b.marker <= whole.end as usize + 25);
                if begin.is_some() {
                    subject = whole;
                }
            }
        }
        if begin.is_none() {
            subject = noun_phrase(r, from, limit, Want { object_follows: bounded, second_object, light });
        }
        if !subject.is_empty() && !agrees(r, &hit, subject) {
            subject.end = subject.start;
        }
        if !subject.is_empty() && begin.is_none() {
            begin = complement(r, hit.row, &frames, subject.end as usize, limit, true);
            // شجبت الوزارة التفجير: two definite nouns side by side
            let far = begin.is_some_and(|b| b.opening == Opening::Noun && b.first_byte.is_none() && b.act.is_none() && b.marker > subject.end as usize && b.marker == b.start);
            if (begin.is_none() || far) && bounded && !second_object {
                let first = noun_phrase(r, from, limit, Want { object_follows: true, second_object: true, light });
                if first.len() < subject.len() {
                    let split = complement(r, hit.row, &frames, first.end as usize, limit, true);
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
                && !feminine_subject(r, &hit, subject)
            {
                subject.end = subject.start;
                begin = None;
            }
        }
    }
    // تبنت الهجوم جماعة مسلحة: the object stands before a subject that can speak
    let mut swapped = None;
    if left.is_none() && object_frame && !with_pronoun && subject.is_empty() {
        let object = noun_phrase(r, from, limit, Want { object_follows: true, second_object: true, light: None });
        let behind = noun_phrase(r, object.end as usize, limit, Want::default());
        if !object.is_empty() && !behind.is_empty() && !can_speak(r, object) && can_speak(r, behind) && agrees(r, &hit, behind) && !r.comma(object.end as usize - 1) {
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
    if is_passive(&hit.features) || (row.impersonal && subject.is_empty() && matches!(source, Source::Dropped) && starts_impersonal(r, &hit)) {
        source = Source::Impersonal;
        construction = Construction::Impersonal;
        if !matches!(begin, Some(b) if b.opening == Opening::Clause && b.marker <= i + 3) {
            return None;
        }
    }
    // جدد فلان تأكيده على …: verb and noun are one cue
    if begin.is_some_and(|b| b.act.is_some()) && matches!(construction, Construction::VerbSubject | Construction::SubjectVerb | Construction::DroppedSubject) {
        construction = Construction::NominalContent;
    }
    let cue_start = if negative { i - 1 } else { i };
    let cue_byte = if negative { r.tok[i - 1].start } else { hit.first_byte };
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
            if row.frames.contains(&Frame::Whole) && b.act.is_none() && matches!(source, Source::Phrase(p) if r.class(p.start as usize).any(Class::QUANTIFIER.or(Class::NUMBER)) && r.mention(p.start as usize).is_none()) {
                return None;
            }
            if row.human && b.act.is_none() && matches!(source, Source::Phrase(p) if !can_speak(r, p)) {
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
        if let Some(q) = before.and_then(|b| r.text.quotations().iter().rev().find(|q| q.close == Some(b as u32)))
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

/// The frames that open with a complementizer, a question word, a colon or a quotation mark.
fn clauses(frames: &[Frame]) -> Vec<Frame> {
    frames.iter().copied().filter(|f| matches!(f, Frame::Clause(_) | Frame::Quote | Frame::Colon | Frame::Question(_) | Frame::Addressee(_))).collect()
}

/// What stands left of a verb.
enum Left {
    /// فلان الذي قال: the antecedent.
    Relative(TokenRange),
    /// فلان أكد
    Subject(TokenRange),
    /// هو يقول، من يقول
    Pronoun(TokenRange),
    /// Something that leaves the subject to the right (كما، بينما …).
    Clause,
}

fn left_subject(r: &Reader<'_>, hit: &Hit, negative: bool) -> Option<Left> {
    let i = hit.token;
    if hit.conjoined {
        return None;
    }
    let start = r.sentence_start(i);
    let mut end = if negative { i - 1 } else { i };
    while end > start && [word!("قد"), word!("سوف"), word!("لقد"), word!("فقد")].contains(&r.tok[end - 1].hash) {
        end -= 1;
    }
    if end == start {
        return None;
    }
    let p = end - 1;
    if r.class(p).any(Class::RELATIVE) && !r.behind(p).any(Class::RELATIVE) {
        // في الوقت الذي ذكرت فيه مصادر: the antecedent is a time
        if p > start && r.class(p - 1).any(Class::TIME) {
            return Some(Left::Clause);
        }
        let p = if r.comma(p.wrapping_sub(1)) { p - 1 } else { p };
        let before = antecedent(r, start, p)?;
        return Some(Left::Relative(before));
    }
    if r.tok[p].hash == word!("من") && hit.features.tense == Some(Tense::Imperfect) {
        return Some(Left::Pronoun(TokenRange::new(p, p + 1)));
    }
    if r.class(p).any(Class::PRONOUN) {
        return Some(Left::Pronoun(TokenRange::new(p, p + 1)));
    }
    if r.class(p).any(Class::CONJ.or(Class::AUXILIARY).or(Class::RESUME)) {
        return Some(Left::Clause);
    }
    let candidate = phrase_before(r, start, end)?;
    // the phrase has to be the subject: it opens its clause, and it agrees
    let s = candidate.start as usize;
    let opens = s == start || {
        let b = s - 1;
        r.comma(b)
            || r.class(b).any(Class::THAT.or(Class::CONJ).or(Class::RESUME).or(Class::AUXILIARY).or(Class::CONTRAST))
            || r.behind(b).any(Class::THAT.or(Class::AUXILIARY))
            || r.opens(b).is_some()
            || r.is(b, ':')
            || r.dash(b)
    } || r.tok[s].head()[0] == WAW && r.behind(s) == Class::NONE && r.tok[s].starts_line();
    let heads_sentence = s == start && r.definite(s) && !r.row(hit).human;
    if !opens || !agrees(r, hit, candidate) || !(can_speak(r, candidate) || heads_sentence) {
        return None;
    }
    Some(Left::Subject(candidate))
}

/// The noun phrase that ends at `end`, not before `start`: the longest that begins where a clause may begin.
fn phrase_before(r: &Reader<'_>, start: usize, end: usize) -> Option<TokenRange> {
    let floor = start.max(end.saturating_sub(25));
    let mut best = None;
    let mut s = end;
    while s > floor {
        s -= 1;
        if !r.wordlike(s) && r.opens(s).is_none() {
            if r.comma(s) || r.is(s, ')') || r.is(s, '(') || r.dash(s) || r.tok[s].punct().is_some_and(|c| "\"”“»«".contains(c)) {
                continue;
            }
            break;
        }
        if r.class(s).any(Class::THAT) || r.imperfect(s) {
            break;
        }
        if r.mention(s).is_some_and(|m| (m.tokens.start as usize) < s) {
            continue;
        }
        if !starts_noun(r, s) {
            continue;
        }
        let p = noun_phrase(r, s, end, Want::default());
        if p.end as usize == end {
            best = Some(p);
        }
    }
    best
}

/// The noun phrase that a relative clause at `end` describes: the one that begins behind the nearest preposition or verb.
fn antecedent(r: &Reader<'_>, start: usize, end: usize) -> Option<TokenRange> {
    let floor = start.max(end.saturating_sub(25));
    let mut best = None;
    let mut s = end;
    while s > floor {
        s -= 1;
        if r.mention(s).is_some_and(|m| (m.tokens.start as usize) < s) {
            continue;
        }
        if r.class(s).any(Class::PREP.or(Class::THAT)) && best.is_some() {
            break;
        }
        if starts_noun(r, s) {
            let p = noun_phrase(r, s, end, Want::default());
            if p.end as usize == end {
                best = Some(p);
                if r.proclitic(s, BEH) || r.proclitic(s, LAM) {
                    break;
                }
            } else if best.is_some() {
                break;
            }
            if best.is_some() && s > floor && r.hits(s - 1).iter().any(|h| is_verb(&h.features) && h.features.tense == Some(Tense::Perfect)) && r.mention(s - 1).is_none() {
                break;
            }
        }
    }
    best
}

/// Whether the letters are hardly this form of the verb.
pub(crate) fn unlikely(r: &Reader<'_>, hit: &Hit) -> bool {
    function_word(r, hit) || lacks_particle(r, hit)
}

/// A word of the grammar is no verb, though it be written like one (قبل، بعد، علما، انه); بين before أن is بيّن.
fn function_word(r: &Reader<'_>, hit: &Hit) -> bool {
    let class = if hit.conjoined { r.behind(hit.token) } else { r.class(hit.token) };
    let grammar = Class::PREP.or(Class::ADJUNCT).or(Class::THAT).or(Class::CONJ).or(Class::BECAUSE).or(Class::RELATIVE).or(Class::QUANTIFIER).or(Class::TIME).or(Class::NEGATION).or(Class::DEMONSTRATIVE).or(Class::PRONOUN);
    let bayyana = r.row(hit).plain == "بين" && r.class(hit.token + 1).any(Class::THAT);
    // عبّر فلان عن: the preposition of the verb follows
    let abbara = r.row(hit).plain == "عبر" && (hit.token + 2..hit.token + 16).any(|k| r.tok.get(k).is_some_and(|t| t.hash == word!("عن")));
    class.any(grammar) && !bayyana && !abbara
}

/// لم يقل، أن تؤكد: the short forms stand behind a particle; without one the letters are another word's (يجب is no jussive of أجاب).
fn lacks_particle(r: &Reader<'_>, hit: &Hit) -> bool {
    hit.features.mood == Mood::Dependent
        && r.before(hit.token).is_none_or(|p| {
            let particle = Class::NEGATION.or(Class::THAT).or(Class::BECAUSE);
            !(r.class(p).any(particle) || r.behind(p).any(particle))
        })
}

/// Whether verb and phrase agree as far as gender and number show.
fn agrees(r: &Reader<'_>, hit: &Hit, phrase: TokenRange) -> bool {
    let f = &hit.features;
    if f.person != Some(Person::Third) {
        return false;
    }
    let s = phrase.start as usize;
    // before its subject the verb is singular; a plural verb with a plural phrase before it is checked by gender alone
    if hit.token < s && f.number != Number::Singular && !r.class(s).any(Class::QUANTIFIER) {
        return false;
    }
    if hit.token < s && !nominative(r, hit, s) {
        return false;
    }
    let Some(m) = r.mention_from(s) else { return true };
    if m.ty == EntityType::Person
        && let Some(e) = m.entity
        && let Some(g) = r.found.entity(e).gender
    {
        let g = if g == qawl_entities::EntityGender::Feminine { Gender::Feminine } else { Gender::Masculine };
        return f.gender == Gender::Common || f.gender == g;
    }
    true
}

/// Whether a phrase names or describes somebody who can speak: a name, an office, a person's noun, a document.
pub(crate) fn can_speak(r: &Reader<'_>, p: TokenRange) -> bool {
    let s = p.start as usize;
    if r.mention(s).is_some_and(|m| m.form != qawl_record::MentionForm::Demonym) || r.opens(s).is_some() {
        return true;
    }
    if p.range().any(|i| r.mention(i).is_some_and(|m| m.ty == EntityType::Person)) {
        return true;
    }
    if agentive_plural(r, s) {
        return true;
    }
    let class = r.class(s).or(r.behind(s)).or(if r.proclitic(s, LAM) { r.led(s) } else { Class::NONE });
    class.any(Class::TITLE.or(Class::QUANTIFIER).or(Class::NUMBER).or(Class::GROUP).or(Class::GOVERNING).or(Class::SPEAKER).or(Class::OUTLET))
}

/// أظهرت الحصيلة تراجع …: a feminine verb and a definite feminine noun behind it are verb and subject.
fn feminine_subject(r: &Reader<'_>, hit: &Hit, p: TokenRange) -> bool {
    let s = p.start as usize;
    let w = r.text.surface(s);
    hit.features.gender == Gender::Feminine && r.definite(s) && (w.ends_with('ة') || w.ends_with("ات"))
}

/// Whether the first word behind a verb may be its subject by the case and gender that its letters show: ناشد المواطنين and
/// دعا الوزارة are verb and object. A number is nobody.
fn nominative(r: &Reader<'_>, hit: &Hit, s: usize) -> bool {
    if r.tok[s].kind == qawl_text::TokenKind::Number {
        return false;
    }
    let gendered = r.class(s).any(Class::FEMININE.or(Class::MASCULINE));
    if !gendered && r.mention(s).is_some_and(|m| m.ty == EntityType::Person || m.tokens.len() > 1) {
        return true;
    }
    let w = r.text.surface(s);
    let oblique = r.definite(s) && w.ends_with("ين") && w.chars().count() >= 8 && r.mention(s).is_none();
    let class = r.class(s);
    let one = hit.features.number == Number::Singular;
    let feminine = (r.definite(s) && (w.ends_with('ة') || w.ends_with("ات")) || class.any(Class::FEMININE)) && one && hit.features.gender == Gender::Masculine;
    let masculine = class.any(Class::MASCULINE) && one && hit.features.gender == Gender::Feminine;
    !oblique && !feminine && !masculine
}

/// المتظاهرون، المحتجين، مسافرون: the sound masculine plural is of persons.
fn agentive_plural(r: &Reader<'_>, s: usize) -> bool {
    let w = r.text.surface(s);
    let n = w.chars().count();
    // القوانين، العناوين are broken plurals: their ا stands two letters before the ending
    let broken = w.chars().rev().nth(3) == Some('ا');
    (w.ends_with("ون") && n >= 6) || (w.ends_with("ين") && r.definite(s) && n >= 8 && !broken)
}

/// Whether a verb without subject goes on with somebody's words: it opens a clause, after و or كما or alone.
fn continues(r: &Reader<'_>, hit: &Hit) -> bool {
    hit.conjoined || r.before(hit.token).is_none_or(|p| r.class(p).any(Class::CONJ.or(Class::RESUME).or(Class::AUXILIARY)) || r.comma(p) || r.behind(p).any(Class::AUXILIARY))
}

/// ذُكر، أفيد: an impersonal passive that is written like the active opens its sentence and takes its clause at once.
fn starts_impersonal(_r: &Reader<'_>, _hit: &Hit) -> bool {
    false
}
