//! Noun phrases: how far the phrase of a speaker goes.
//!
//! The phrase is taken whole, with titles, names, appositions and coordination, and without adjuncts (في بيان، خلال مؤتمر،
//! أمس) and relative clauses, as GUIDE.md's "source" wants it.

use crate::cues::is_verb;
use crate::lexicon::{FormKind, Tense};
use crate::reader::{BEH, KAF, LAM, Reader, WAW};
use qawl_entities::words::Class;
use qawl_record::{EntityType, MentionForm};
use qawl_text::TokenRange;

/// Words that end every noun phrase.
const STOPS: Class = Class::THAT
    .or(Class::BECAUSE)
    .or(Class::CONJ)
    .or(Class::ADJUNCT)
    .or(Class::RELATIVE)
    .or(Class::NEGATION)
    .or(Class::AUXILIARY)
    .or(Class::TIME)
    .or(Class::WEEKDAY)
    .or(Class::MONTH)
    .or(Class::VOCATIVE)
    .or(Class::ADVERB)
    .or(Class::IF);

/// No phrase of a speaker is longer than this many tokens.
const LONGEST: usize = 60;

/// What is wanted of the phrase.
#[derive(Clone, Copy, Default)]
pub(crate) struct Want {
    /// The cue takes a bare noun phrase as its content: end before a second phrase begins.
    pub(crate) object_follows: bool,
    /// End before a second definite noun that is no adjective, and before a second name: وصف السفير المحادثات.
    pub(crate) second_object: bool,
    /// The row of a light verb: end before a noun of its.
    pub(crate) light: Option<usize>,
}

/// The noun phrase that begins at `start`, ending at `limit` at the latest; empty where none begins there.
pub(crate) fn noun_phrase(r: &Reader<'_>, start: usize, limit: usize, want: Want) -> TokenRange {
    let limit = limit.min(start + LONGEST);
    let mut j = start;
    let mut named = false; // a person's name was seen: nothing but an apposition may follow
    let mut complete = false; // a definite noun closed the phrase: an indefinite one begins another
    while j < limit {
        let class = r.class(j);
        if let Some(m) = r.mention(j) {
            // a mention that the phrase runs into is taken whole
            let clitic = m.span.start > r.tok[j].start && m.tokens.start as usize == j;
            if clitic && j > start && !joins(r, start, j, limit, named) {
                break;
            }
            if clitic && j == start && r.tok[j].head()[0] != WAW {
                return TokenRange::new(start, start);
            }
            // a name behind a title is its bearer's; behind a body's name or a collective it is the object: تتهم المعارضة إردوغان
            let body =
                r.mention(j.saturating_sub(1)).is_some_and(|b| b.ty != EntityType::Person && b.form.is_name() && b.tokens.start as usize == start);
            let collective = j == start + 1 && r.text.surface(start).ends_with('ة');
            let bearer = m.ty == EntityType::Person && !named && !body && !collective;
            if want.second_object && complete && j > start && !clitic && !bearer && m.form != MentionForm::Demonym {
                break;
            }
            if named && m.form.is_name() && m.ty == EntityType::Person && !clitic && j > start && !person_run(r, j) {
                break;
            }
            named |= m.ty == EntityType::Person && m.form.is_name();
            complete = true;
            j = (m.tokens.end as usize).min(limit);
            continue;
        }
        if let Some((_, q)) = r.opens(j) {
            let short = q.inner.len() <= 5 && q.close.is_some();
            if !short || (j == start && r.found.mentions_in(q.inner).is_empty() && q.inner.len() > 3) {
                break;
            }
            j = r.past(q).min(limit);
            complete = true;
            continue;
        }
        if !r.wordlike(j) {
            if r.is(j, '(') {
                match close_paren(r, j, limit) {
                    Some(e) if e - j <= 6 && j > start => {
                        j = e;
                        continue;
                    }
                    _ => break,
                }
            }
            if j > start && r.comma(j) && apposition(r, start, j + 1, limit, named) {
                j += 1;
                continue;
            }
            if j > start && r.dash(j) && r.tok[j].spaced() && r.definite(j + 1) && r.mention(j - 1).is_some() && r.mention(j + 1).is_some() {
                j += 1;
                continue;
            }
            break;
        }
        if j > start && r.tok[j].starts_line() {
            break;
        }
        // لوكالة، بالأمس: no phrase of a subject begins behind a proclitic
        if j == start && (r.proclitic(j, LAM) || r.proclitic(j, BEH)) {
            break;
        }
        // قائلا، متهما: the participle goes on with the report
        if !r.definite(j) && r.text.surface(j).ends_with(['ا', 'ً']) && r.hits(j).iter().any(|h| h.features.kind == FormKind::Participle) {
            break;
        }
        let hash_j = r.tok[j].hash;
        // ل"الرياض", لـ CNN
        if hash_j == word!("ل") || hash_j == word!("ب") {
            break;
        }
        if class.any(Class::PREP) {
            if j == start && !opens_phrase(hash_j) {
                break;
            }
            match preposition(r, start, j, limit, named) {
                Some(e) => {
                    j = e;
                    continue;
                }
                None => break,
            }
        }
        if class.any(STOPS) && !(class.any(Class::TIME) && j > start && title_of_time(r, j)) {
            break;
        }
        if class.any(Class::PRONOUN) && j > start {
            break;
        }
        if r.imperfect(j) || r.future(j) {
            break;
        }
        if j > start && want.light.is_some_and(|row| r.cues.light_noun(row, &r.tok[j]).is_some()) {
            break;
        }
        if j > start {
            let behind = r.behind(j);
            if behind.any(STOPS.or(Class::PREP).or(Class::RESUME).or(Class::PRONOUN)) {
                break;
            }
            if r.hits(j)
                .iter()
                .any(|h| is_verb(&h.features) && (h.conjoined || h.features.tense == Some(Tense::Perfect)) && !r.definite(j) && verb_like(r, j))
            {
                break;
            }
            if r.proclitic(j, BEH) || r.proclitic(j, LAM) || (r.tok[j].head()[0] == KAF && r.tok[j].head()[1] == 0x627 && r.tok[j].head()[2] == LAM) {
                if !joins(r, start, j, limit, named) {
                    break;
                }
                complete = true;
                j += 1;
                continue;
            }
            // behind a person's name only a title goes on: مدير، الناطق
            if named
                && r.mention(j - 1).is_some_and(|m| m.ty == EntityType::Person && m.form.is_name())
                && !class.any(Class::TITLE.or(Class::GOVERNING).or(Class::SPEAKER))
                && r.tok[j].head()[0] != WAW
            {
                break;
            }
            // أبلغ المبعوث المجلس، وصف السفير المحادثات: a second definite noun that is no adjective is the object
            if want.second_object && complete && r.definite(j) && !adjective(r, j) {
                break;
            }
            // نقابة … وإدارة …, and a title behind a name, go on with the phrase
            let goes_on = r.tok[j].head()[0] == WAW && r.behind(j).any(Class::SPEAKER.or(Class::TITLE))
                || named && class.any(Class::TITLE.or(Class::GOVERNING).or(Class::SPEAKER));
            if want.object_follows
                && complete
                && !goes_on
                && !r.definite(j)
                && !r.and_definite(j)
                && r.tok[j].kind == qawl_text::TokenKind::Word
                && !class.any(Class::ORDER)
            {
                break;
            }
            if accusative(r, j) {
                break;
            }
        }
        complete = r.definite(j) || r.and_definite(j);
        // a title behind the name opens a phrase of its own: فلان رئيس مركز القاهرة للمؤتمرات
        named &= !(j > start && class.any(Class::TITLE.or(Class::GOVERNING)));
        j += 1;
    }
    trim_end(r, TokenRange::new(start, j))
}

/// A phrase does not end in a comma, a dash or an opening mark.
fn trim_end(r: &Reader<'_>, mut p: TokenRange) -> TokenRange {
    while !p.is_empty() {
        let i = p.end as usize - 1;
        if r.comma(i) || r.dash(i) || r.is(i, '(') {
            p.end -= 1;
        } else {
            break;
        }
    }
    // a parenthesis at the end that holds no name is not part of who speaks: (30 عاما)، (الجمعة)
    if !p.is_empty() && r.is(p.end as usize - 1, ')') {
        let mut k = p.end as usize - 1;
        while k > p.start as usize && !r.is(k, '(') {
            k -= 1;
        }
        if r.is(k, '(') && !(k + 1..p.end as usize - 1).any(|i| r.named(i)) && k > p.start as usize {
            p.end = k as u32;
        }
    }
    p
}

fn opens_phrase(h: u64) -> bool {
    // مثل هذا… is no preposition at the head of a subject; من in "من يقول" is a pronoun and handled by the caller
    h == word!("غير")
}

fn verb_like(r: &Reader<'_>, j: usize) -> bool {
    !r.named(j) && !r.class(j).any(Class::PREP)
}

/// An adverb or circumstance in the accusative: متحدثا، رسميا. Such words end in ا with tanwin or are participles with م.
fn accusative(r: &Reader<'_>, j: usize) -> bool {
    let s = r.text.surface(j);
    s.ends_with("اً") || s.ends_with("ًا") || (s.starts_with('م') && s.ends_with('ا') && s.chars().count() > 4 && r.mention(j).is_none())
}

fn title_of_time(r: &Reader<'_>, j: usize) -> bool {
    // السابق والحالي والمقبل belong to the title that they follow: الرئيس الحالي
    let h = r.tok[j].hash;
    [word!("نفسه"), word!("نفسها"), word!("نفسهم"), word!("ذاته"), word!("ذاتها")].contains(&h)
        || h == word!("الحالي")
        || h == word!("الحالية")
        || h == word!("المقبل")
        || h == word!("الجاري") && r.definite(j - 1)
}

/// A definite adjective: a nisba, or one of the common ones.
fn adjective(r: &Reader<'_>, j: usize) -> bool {
    let w = r.text.surface(j);
    r.class(j).any(Class::ADJECTIVE) || ["ي", "ية", "يين", "يون", "يتان", "يان"].iter().any(|e| w.ends_with(e))
}

/// A run of names: the mention at `j` goes on with the one before it.
fn person_run(r: &Reader<'_>, j: usize) -> bool {
    r.tok[j].head()[0] == WAW
}

fn close_paren(r: &Reader<'_>, open: usize, limit: usize) -> Option<usize> {
    (open + 1..limit.min(open + 8)).find(|&k| r.is(k, ')')).map(|k| k + 1)
}

/// Whether ب or ل in front of the word at `j` keeps it inside the phrase: الأمين العام للأمم المتحدة, المتحدث باسم, وفد لحماس.
fn joins(r: &Reader<'_>, _start: usize, j: usize, limit: usize, named: bool) -> bool {
    let h = r.tok[j].head();
    if h[0] == WAW {
        // coordination: والولايات المتحدة, والوزير, ورئيس
        return true;
    }
    if named {
        return false;
    }
    if h[0] == LAM {
        // لوكالة الصحافة، للصحفيين: to whom he spoke
        let outlet = r.led(j).any(Class::OUTLET) || r.mention(j).is_some_and(|m| m.ty == EntityType::Media);
        return !outlet;
    }
    if h[0] == BEH {
        // المتعلقة بـ، المكلف بـ، الخاص بـ
        if r.class(j - 1).any(Class::BOUND) {
            return true;
        }
        // مصدر بالشرطة، مصادر بوزارة الدفاع
        if !r.definite(j - 1) && (r.led(j).any(Class::SPEAKER)) {
            return true;
        }
        // محكمة الجنايات بالقاهرة: a place, unless a clause follows at once
        return r.mention(j).is_some_and(|m| m.ty != EntityType::Person && m.ty != EntityType::Event) && j + 1 < limit;
    }
    false
}

/// Whether a prepositional phrase at `j` belongs to the speaker's phrase; the token after its first noun then.
fn preposition(r: &Reader<'_>, start: usize, j: usize, limit: usize, named: bool) -> Option<usize> {
    let h = r.tok[j].hash;
    if h == word!("باسم") {
        return Some(j + 1);
    }
    if j + 1 >= limit || !r.wordlike(j + 1) && r.opens(j + 1).is_none() {
        return None;
    }
    let next = r.class(j + 1);
    let circumstance = next.any(
        Class::MEDIUM
            .or(Class::TIME)
            .or(Class::WEEKDAY)
            .or(Class::MONTH)
            .or(Class::RELATIVE)
            .or(Class::THAT)
            .or(Class::TURN)
            .or(Class::PRONOUN)
            .or(Class::DEMONSTRATIVE),
    ) || r.tok[j + 1].kind == qawl_text::TokenKind::Number;
    if h == word!("من") {
        // عدد من المسؤولين، كل من الوزيرين
        let q = r.class(j - 1).any(Class::QUANTIFIER.or(Class::NUMBER)) || (start..j).any(|k| r.class(k).any(Class::QUANTIFIER));
        let indefinite = !r.definite(j - 1) && !r.named(j - 1) && !next.any(Class::TURN);
        return ((q || (indefinite && !named)) && !circumstance).then_some(j + 1);
    }
    let allowed =
        h == word!("في") || h == word!("داخل") || h == word!("لدى") || h == word!("عن") || h == word!("إلى") || h == word!("على") || h == word!("من");
    if !allowed || circumstance {
        return None;
    }
    if named {
        // a name ended the title already: what follows stands beside it
        return None;
    }
    let place = r.mention(j + 1).is_some();
    if h == word!("في") || h == word!("لدى") || h == word!("داخل") {
        // وزير الصحة في غزة فلان، المتحدث باسم الوزارة في بغداد; a title goes on with a name after it
        return (place || name_ahead(r, j + 1, limit) || !r.definite(j - 1)).then_some(j + 1);
    }
    // المبعوث الأممي إلى سوريا، النائب عن كتلة …، المشرف على المشروع: each title with its own preposition
    let governs = |k: usize| {
        r.class(k).any(Class::GOVERNING) && {
            let t = r.tok[k].hash;
            let over = t == word!("المشرف") || t == word!("القائم");
            let envoy = t == word!("المبعوث") || t == word!("مبعوث") || t == word!("السفير") || t == word!("سفير");
            if h == word!("على") {
                over
            } else if h == word!("إلى") {
                envoy
            } else {
                !over && !envoy
            }
        }
    };
    let has_title = (start..j).any(governs);
    (governs(j - 1) || (has_title && (place || name_ahead(r, j + 1, limit)))).then_some(j + 1)
}

/// Whether a person's name follows within a few words, before anything ends the phrase.
fn name_ahead(r: &Reader<'_>, from: usize, limit: usize) -> bool {
    for k in from..limit.min(from + 9) {
        if let Some(m) = r.mention(k) {
            if m.ty == EntityType::Person && m.form.is_name() {
                return true;
            }
            continue;
        }
        if r.comma(k) {
            continue;
        }
        if !r.wordlike(k) || r.class(k).any(STOPS) || r.imperfect(k) {
            return false;
        }
    }
    false
}

/// Whether what follows a comma at `j` is an apposition of the phrase so far.
fn apposition(r: &Reader<'_>, start: usize, j: usize, limit: usize, named: bool) -> bool {
    if j >= limit {
        return false;
    }
    let person_here = r.mention(j).is_some_and(|m| m.ty == EntityType::Person && m.form.is_name());
    if !named {
        // الرئيس الأمريكي، جو بايدن
        if person_here {
            return true;
        }
        // الوزير، الدكتور فلان: a title that leads to a name at once
        return r.definite(j) && name_ahead(r, j, limit.min(j + 4)) && !r.class(j).any(STOPS);
    }
    // فلان، وزير الخارجية …: a title noun, closed by a comma or by what follows the phrase
    if r.mention(j).is_some_and(|m| m.form == MentionForm::Title) {
        return true;
    }
    r.word(j) && r.class(j).any(Class::TITLE) && j > start
}
