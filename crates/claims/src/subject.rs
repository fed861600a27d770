//! Subjects: which phrase before or behind a verb is the one that speaks, by place, agreement, case and meaning.

use crate::complement::starts_noun;
use crate::cues::{Hit, is_verb};
use crate::lexicon::{Gender, Mood, Number, Person, Tense};
use crate::phrase::{Want, noun_phrase};
use crate::reader::{BEH, FEH, LAM, Reader, WAW};
use qawl_entities::words::Class;
use qawl_record::EntityType;
use qawl_text::TokenRange;

/// What stands left of a verb.
pub(crate) enum Left {
    /// فلان الذي قال: the antecedent.
    Relative(TokenRange),
    /// فلان أكد
    Subject(TokenRange),
    /// هو يقول، من يقول
    Pronoun(TokenRange),
    /// Something that leaves the subject to the right (كما، بينما …).
    Clause,
}

pub(crate) fn left_subject(r: &Reader<'_>, hit: &Hit, negative: bool) -> Option<Left> {
    let i = hit.token;
    let start = r.sentence_start(i);
    if hit.conjoined {
        // أما موسكو فأعلنت: the subject stands between the two particles
        let feh = r.tok[i].head()[0] == FEH;
        let amma = (start.max(i.saturating_sub(25))..i).rev().find(|&k| feh && r.tok[k].hash == word!("أما"))?;
        let p = phrase_before(r, amma + 1, i).filter(|p| p.start as usize == amma + 1)?;
        return agrees(r, hit, p).then_some(Left::Subject(p));
    }
    let mut end = if negative { i - 1 } else { i };
    while end > start && [word!("قد"), word!("سوف"), word!("لقد"), word!("فقد")].contains(&r.tok[end - 1].hash) {
        end -= 1;
    }
    if end == start {
        return None;
    }
    let p = end - 1;
    if r.class(p).any(Class::RELATIVE) && !r.behind(p).any(Class::RELATIVE) {
        let relative = p;
        // في الوقت الذي ذكرت فيه مصادر: the antecedent is a time
        if p > start && r.class(p - 1).any(Class::TIME) {
            return Some(Left::Clause);
        }
        let p = if r.comma(p.wrapping_sub(1)) { p - 1 } else { p };
        // أبين التي قال إن: the relative does not agree, so its noun is what was spoken of
        if !relative_agrees(r, hit, relative) {
            return Some(Left::Clause);
        }
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
    let opens = s == start
        || {
            let b = s - 1;
            r.comma(b)
                || r.class(b).any(Class::THAT.or(Class::CONJ).or(Class::RESUME).or(Class::AUXILIARY).or(Class::CONTRAST))
                || r.behind(b).any(Class::THAT.or(Class::AUXILIARY))
                || r.opens(b).is_some()
                || r.is(b, ':')
                || r.dash(b)
        }
        || r.tok[s].head()[0] == WAW && r.behind(s) == Class::NONE && r.tok[s].starts_line();
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

/// Whether verb and relative pronoun agree in gender and number.
fn relative_agrees(r: &Reader<'_>, hit: &Hit, relative: usize) -> bool {
    let (f, h) = (&hit.features, r.tok[relative].hash);
    if h == word!("الذي") {
        f.gender != Gender::Feminine && f.number == Number::Singular
    } else if h == word!("التي") {
        f.gender != Gender::Masculine && f.number == Number::Singular
    } else if h == word!("الذين") {
        f.number == Number::Plural
    } else {
        true
    }
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
            if best.is_some()
                && s > floor
                && r.hits(s - 1).iter().any(|h| is_verb(&h.features) && h.features.tense == Some(Tense::Perfect))
                && r.mention(s - 1).is_none()
            {
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
    let grammar = Class::PREP
        .or(Class::ADJUNCT)
        .or(Class::THAT)
        .or(Class::CONJ)
        .or(Class::BECAUSE)
        .or(Class::RELATIVE)
        .or(Class::QUANTIFIER)
        .or(Class::TIME)
        .or(Class::NEGATION)
        .or(Class::DEMONSTRATIVE)
        .or(Class::PRONOUN);
    let bayyana = r.row(hit).plain == "بين" && r.class(hit.token + 1).any(Class::THAT);
    // عبّر فلان عن: the preposition of the verb follows
    let abbara = r.row(hit).plain == "عبر" && (hit.token + 1..hit.token + 16).any(|k| r.tok.get(k).is_some_and(|t| t.hash == word!("عن")));
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
pub(crate) fn agrees(r: &Reader<'_>, hit: &Hit, phrase: TokenRange) -> bool {
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
pub(crate) fn feminine_subject(r: &Reader<'_>, hit: &Hit, p: TokenRange) -> bool {
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
    let feminine =
        (r.definite(s) && (w.ends_with('ة') || w.ends_with("ات")) || class.any(Class::FEMININE)) && one && hit.features.gender == Gender::Masculine;
    let masculine = class.any(Class::MASCULINE) && one && hit.features.gender == Gender::Feminine;
    !oblique && !feminine && !masculine
}

/// المتظاهرون، المحتجين، مسافرون: the sound masculine plural is of persons.
fn agentive_plural(r: &Reader<'_>, s: usize) -> bool {
    let w = r.text.surface(s);
    let n = w.chars().count();
    // القوانين، العناوين are broken plurals: their ا stands two letters before the ending
    let broken = w.chars().rev().nth(3) == Some('ا');
    (w.ends_with("ون") && n >= 6 && !broken) || (w.ends_with("ين") && r.definite(s) && n >= 8 && !broken)
}

/// Whether a verb without subject goes on with somebody's words: it opens a clause, after و or كما or alone.
pub(crate) fn continues(r: &Reader<'_>, hit: &Hit) -> bool {
    hit.conjoined
        || r.before(hit.token)
            .is_none_or(|p| r.class(p).any(Class::CONJ.or(Class::RESUME).or(Class::AUXILIARY)) || r.comma(p) || r.behind(p).any(Class::AUXILIARY))
}
