//! The grammar of personal names: which run of words from here on is somebody's name.
//!
//! A name is a run of units. A unit is a word of the name lists, or one of these: عبد with the word after it, X الدين and X الله, أبو and
//! أم with theirs, بن or a foreign particle (فان, دي) with the next unit, آل with a family. Unknown words are units only where what stands
//! before vouches for them. A run is a name when its units together are telling enough; after a title less is asked.

use crate::foreign::Foreign;
use crate::lexicon::{ABD, ADJECTIVE, COMMON, DAY, DIN, FEMALE, FOREIGN, FUNCTION, Info, MALE, MONTH, NOUN, NUMBER, PARTICLE, VERB};
use crate::titles::Before;
use crate::view::{View, word};
use crate::words::Class;
use qawl_gazetteer::Gender;
use qawl_text::{TokenKind, hash};

/// A run of words that is a person's name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) end: usize,
    /// Letters of a proclitic before the first word.
    pub(crate) skipped: u8,
    pub(crate) units: usize,
    /// How telling the words are in all.
    pub(crate) weight: u32,
    pub(crate) gender: Option<Gender>,
    pub(crate) rule: &'static str,
}

#[derive(Clone, Copy, Debug)]
struct Unit {
    end: usize,
    given: u32,
    family: u32,
    foreign: bool,
    info: Info,
    /// A compound of two words, which no common phrase is.
    compound: bool,
}

impl Unit {
    fn name(&self) -> u32 {
        self.given.max(self.family)
    }
}

/// Words of one letter fewer than a name has.
const SHORTEST: u8 = 2;

/// The unit of known words at token `i`; `info` is what is known of its first word.
fn unit(v: &View<'_>, i: usize, info: Info, hash: u64, depth: u8) -> Option<Unit> {
    let next = |k: usize| v.follows(k).then(|| v.info(k));
    let second = v.hash(i + 1);
    let plain = Unit { end: i + 1, given: info.given(), family: info.family(), foreign: info.has(FOREIGN), info, compound: false };
    if hash == word!("عبد") || hash == word!("عبيد") && v.def(i + 1) {
        if v.follows(i + 1)
            && (v.def(i + 1) && (!v.info(i + 1).has(ADJECTIVE | COMMON) || v.info(i + 2).name() > 0)
                || v.info(i + 1).has(ABD)
                || second == word!("ربه")
                || second == word!("الله"))
        {
            return Some(Unit { end: i + 2, given: 3, family: 3, compound: true, ..plain });
        }
        return Some(Unit { given: 2, family: 2, ..plain });
    }
    if v.tok[i].kind == TokenKind::Word && hash == v.tok[i].hash {
        let t = &v.tok[i];
        let h = t.head();
        // عبدالله, عبدالحميد
        if h == [0x639, 0x628, 0x62f, 0x627] && t.len >= 6 && (v.lexicon.get(t.rest(3)).has(ABD) || t.len >= 7) {
            return Some(Unit { given: 3, family: 3, ..plain });
        }
    }
    if depth > 0 && (hash == word!("آل")) && v.follows(i + 1) {
        return Some(Unit { end: i + 2, given: 0, family: 3, compound: true, ..plain });
    }
    // بهاءالدين, نصرالله written together
    let surface = v.text.surface(i);
    let joined = v.tok[i].len > 6 && (surface.ends_with("الدين") || surface.ends_with("الله"));
    if joined && plain.name() < 3 && !v.def(i) && hash == v.tok[i].hash {
        return Some(Unit { given: 3, family: 2, ..plain });
    }
    if v.def(i) && (depth > 0 || hash == word!("العبد")) && v.follows(i + 1) && second == word!("الله") && !info.is_common() {
        return Some(Unit { end: i + 2, given: 0, family: 3, compound: true, ..plain });
    }
    if v.follows(i + 1) && second == word!("الدين") && info.has(DIN) {
        return Some(Unit { end: i + 2, given: 3, family: 2, compound: true, ..plain });
    }
    if v.follows(i + 1) && second == word!("الله") && (info.has(DIN) || info.given() > 0) && (depth > 0 || !info.has(FUNCTION)) {
        return Some(Unit { end: i + 2, given: 2, family: 2, compound: true, ..plain });
    }
    if depth < 4 && (hash == word!("أبو") || hash == word!("أبا") || hash == word!("أبي")) {
        let n = next(i + 1)?;
        if let Some(u) = unit(v, i + 1, n, second, depth + 1).filter(|u| u.name() > 0 && !n.has(FUNCTION)) {
            return Some(Unit { end: u.end, given: if hash == word!("أبو") { 2 } else { 1 }, family: 2, compound: true, ..plain });
        }
        let open = hash == word!("أبو") && !n.is_common() && v.tok[i + 1].len > 2;
        return open.then_some(Unit { end: i + 2, given: 1, family: 1, compound: true, ..plain });
    }
    if depth < 4 && hash == word!("أم") {
        let n = next(i + 1)?;
        return (n.given() >= 2).then_some(Unit { end: i + 2, given: 1, family: 1, compound: true, ..plain });
    }
    if depth < 4 && info.has(PARTICLE) {
        let n = next(i + 1)?;
        let son = matches!(hash, h if h == word!("بن") || h == word!("ابن") || h == word!("بنت") || h == word!("ولد") || h == word!("بو"));
        if let Some(u) = unit(v, i + 1, n, second, depth + 1).filter(|u| u.name() > 0) {
            let strong = if u.name() > 1 || hash == word!("بن") { 2 } else { 1 };
            return Some(Unit { end: u.end, given: plain.given, family: strong, foreign: !son || plain.foreign, compound: true, ..plain });
        }
        if info.has(FUNCTION) && n.name() < 2 {
            // لا يملك
            return None;
        }
        if !son && depth > 0 && plain.name() == 0 && !v.verb_like(i + 1) && !n.is_common() && !v.def(i + 1) && v.tok[i + 1].len > 2 {
            // فان بيرسي, دي خيا
            return Some(Unit { end: i + 2, given: 0, family: 2, foreign: true, compound: true, ..plain });
        }
        if hash == word!("بن") && !n.is_common() {
            return Some(Unit { end: i + 2, given: 0, family: 1, compound: true, ..plain });
        }
        return (plain.name() > 0).then_some(plain);
    }
    (plain.name() > 0).then_some(plain)
}

/// A son's or foreign particle that goes on a name: بن، ابن، بنت، فان، دي.
fn is_particle(v: &View<'_>, i: usize) -> bool {
    v.follows(i) && v.info(i).has(PARTICLE)
}

/// Whether a word can be no part of a name that goes on: particles, verbs, adverbs, months and numbers.
fn stops(v: &View<'_>, i: usize) -> bool {
    let info = v.info(i);
    let class = v.class(i);
    let grammar = Class::THAT.or(Class::PREP).or(Class::RELATIVE).or(Class::DEMONSTRATIVE).or(Class::PRONOUN).or(Class::CONJ).or(Class::AUXILIARY);
    info.has(FUNCTION | MONTH | DAY | NUMBER) && info.name() < 3
        || class.any(grammar) && info.name() < 2
        || class.any(Class::NEGATION.or(Class::TIME)) && info.name() < 2
}

/// The next token of a name after `i`: over a hyphen that touches both its neighbours.
fn step(v: &View<'_>, i: usize) -> Option<usize> {
    if v.follows(i) {
        return Some(i);
    }
    let t = v.tok.get(i)?;
    let n = v.tok.get(i + 1)?;
    (t.is_dash() && !t.spaced() && !n.spaced() && n.kind == TokenKind::Word).then_some(i + 1)
}

/// Whether an unknown word may stand as a family name after what came: a definite word that is no common one.
fn definite_family(v: &View<'_>, i: usize) -> bool {
    let info = v.info(i);
    v.def(i)
        && !info.is_common()
        && v.tok[i].len >= 5
        && v.lexicon.phrase(info).is_none()
        && !v.class(i).any(Class::TIME.or(Class::SPEAKER).or(Class::MEDIUM))
}

/// Whether it is the name علي and not على.
fn is_ali(v: &View<'_>, i: usize) -> bool {
    v.hash(i) == word!("علي") && v.text.surface(i).ends_with(['ي', 'ی'])
}

/// Whether the word after `i`, or the one after that, is surely of a name.
fn name_follows(v: &View<'_>, i: usize) -> bool {
    (1..=2).any(|n| {
        let k = i + n;
        (1..=n).all(|m| v.follows(i + m))
            && (is_ali(v, k) || v.info(k).name() >= 2 && !v.info(k).has(FUNCTION) || v.def(k) && v.nisba(k) && definite_family(v, k))
    })
}

/// Whether the phrase ends after `i`: a particle, a verb, punctuation or the end.
pub(crate) fn phrase_ends(v: &View<'_>, i: usize) -> bool {
    !v.follows(i + 1) || stops(v, i + 1) || v.tok[i + 1].head()[0] == 0x648 && joins(v, i + 1)
}

/// Whether a word begins with a proclitic that ends the name before it: و with a name or an unknown word, بال, لل, كال, فال.
pub(crate) fn joins(v: &View<'_>, i: usize) -> bool {
    let t = &v.tok[i];
    let h = t.head();
    let info = v.info(i);
    if info.name() >= 1 || t.kind != TokenKind::Word {
        return false;
    }
    let host = v.items[i].host;
    let behind = host.skipped > 0 && (host.info.is_common() || v.lexicon.phrase(host.info).is_some())
        || v.words.get(i).is_some_and(|w| w.behind != Class::NONE);
    behind || h[0] == 0x648 && t.len >= 4 || h[0] == 0x644 && h[1] == 0x644 || matches!(h[0], 0x628 | 0x641 | 0x643) && h[1] == 0x627 && h[2] == 0x644
}

/// Whether an unknown word begins with a letter that may be a proclitic.
fn clitic_like(v: &View<'_>, i: usize) -> bool {
    matches!(v.tok[i].head()[0], 0x648 | 0x641 | 0x628 | 0x644 | 0x643)
}

/// The ordinal of a ruler: محمد السادس.
fn ordinal(h: u64) -> bool {
    const ORDINALS: [u64; 12] = [
        hash("الأول"),
        hash("الثاني"),
        hash("الثالث"),
        hash("الرابع"),
        hash("الخامس"),
        hash("السادس"),
        hash("السابع"),
        hash("الثامن"),
        hash("التاسع"),
        hash("العاشر"),
        hash("الأولى"),
        hash("الثانية"),
    ];
    ORDINALS.contains(&h)
}

/// Whether an unknown word without article may be a part of a name.
pub(crate) fn open_word(v: &View<'_>, i: usize) -> bool {
    let info = v.info(i);
    let t = &v.tok[i];
    t.kind == TokenKind::Word
        && t.len >= 3
        && !info.is_common()
        && !v.def(i)
        && v.lexicon.phrase(info).is_none()
        && !v.verb_like(i)
        && !joins(v, i)
        && v.words.get(i).is_none_or(|w| w.class == Class::NONE)
        && !v.text.surface(i).ends_with('ة')
        && !v.text.surface(i).contains('\u{64b}')
        && !suffixed(v.text.surface(i))
}

/// Whether a definite word is shaped as a participle: المنتمي, المؤدي.
fn participle(v: &View<'_>, i: usize) -> bool {
    v.tok[i].head()[2] == 0x645
}

/// Whether a definite word has the pattern of الخاضع.
fn active_participle(v: &View<'_>, i: usize) -> bool {
    v.tok[i].len == 6 && v.tok[i].head()[3] == 0x627
}

/// Whether a word ends as a word with a pronoun or a plural does: أولوياته, مباراتين, سلبيات.
fn suffixed(s: &str) -> bool {
    let letters = s.chars().count();
    letters > 4 && (s.ends_with("ها") || s.ends_with("هم") || s.ends_with("اته") || s.ends_with("تين") || s.ends_with("ات") || s.ends_with("وا"))
        || letters > 5 && s.ends_with("ته")
}

/// How foreign a word must look to be taken for a name after a complement.
const LOOKS_FOREIGN: f32 = 0.25;

/// The name that begins at token `i`, if one does. `host` reads its first word behind the proclitic.
pub(crate) fn name_at(v: &View<'_>, foreign: &Foreign, i: usize, host: bool, before: Before, blocked: impl Fn(usize) -> bool) -> Option<Run> {
    let item = v.items[i];
    let (info, hash, skipped) = if host { (item.host.info, item.host.hash, item.host.skipped) } else { (item.info, v.tok[i].hash, 0) };
    // علي before a name is no على
    let ali = !host && is_ali(v, i) && v.follows(i + 1) && v.info(i + 1).name() >= 2;
    let speaks_for = hash == word!("باسم") && before != Before::Nothing && (v.def(i + 1) || v.info(i + 1).name() == 0);
    // النائبة شهد أحمد خليل أحمد: a name that is also a verb, before three names
    let verbal =
        !host && before >= Before::Profession && info.has(VERB) && info.name() > 0 && (1..=3).all(|n| v.follows(i + n) && v.info(i + n).name() > 0);
    let ali = ali || !host && before >= Before::Profession && is_ali(v, i) && v.follows(i + 1) && !v.def(i + 1);
    if ali {
        // goes on below
    } else if speaks_for
        || v.tok[i].kind != TokenKind::Word
        || !verbal && info.has(FUNCTION) && info.name() < 3 && !info.has(PARTICLE) && hash != word!("أبو")
    {
        return None;
    }
    let title = before >= Before::Profession;
    // لو opens no name, nor does an office before a place: حاكم نيروبي
    let son =
        [word!("بن"), word!("ابن"), word!("بنت"), word!("أبو"), word!("أبا"), word!("أبي"), word!("عبد"), word!("ولد"), word!("بو"), word!("أم")]
            .contains(&hash);
    let office = !v.def(i) && info.name() < 3 && v.lexicon.phrase(info).is_some_and(|p| p.title.is_some()) && v.follows(i + 1) && blocked(i + 1);
    let titled = v.def(i) && v.follows(i + 1) && v.info(i + 1).name() > 0 && v.phrase_at(i, false, |p| p.title.is_some()).is_some();
    if info.has(PARTICLE) && info.has(FUNCTION) && !son || office || titled {
        return None;
    }
    let looks = |k: usize| foreign.score(v.text.surface(k));
    let unknown = |k: usize| Unit { end: k + 1, given: 0, family: 0, foreign: looks(k) > LOOKS_FOREIGN, info: v.info(k), compound: false };
    let first = match unit(v, i, info, hash, 0) {
        Some(u) if ali => Unit { given: 2, ..u },
        Some(u) => u,
        None if host => return None,
        // after a title an unknown word may begin a name
        // بريار رشيد شريف, وعد محمود احمد: two known names vouch for the first
        None if title
            && !v.def(i)
            && (!info.has(FUNCTION | VERB | DAY | MONTH) || info.name() > 0 && v.follows(i + 3) && v.info(i + 3).name() >= 2)
            && v.class(i) == Class::NONE
            && (v.items[i].host == crate::view::Host::default() || info.has(NOUN))
            && v.tok[i].len >= 3
            && v.follows(i + 1)
            && v.follows(i + 2)
            && (is_ali(v, i + 1) || v.info(i + 1).given() >= 2)
            && (is_ali(v, i + 2) || v.info(i + 2).name() >= 1 && !v.info(i + 2).has(FUNCTION)) =>
        {
            unknown(i)
        }
        None if clitic_like(v, i)
            && !(looks(i) > 0.1 && v.follows(i + 1) && open_word(v, i + 1) && looks(i + 1) > 0.3 || looks(i) > 0.45 && phrase_ends(v, i)) =>
        {
            return None;
        }
        // سمية غانم: an unknown first name before a known one
        None if title
            && !v.def(i)
            && !info.is_common()
            && v.tok[i].len >= 3
            && v.follows(i + 1)
            && (is_ali(v, i + 1) || v.info(i + 1).name() >= 1 && !v.info(i + 1).has(FUNCTION))
            && v.lexicon.phrase(info).is_none() =>
        {
            unknown(i)
        }
        None if title && (open_word(v, i) || definite_family(v, i) && v.nisba(i) && phrase_ends(v, i)) => unknown(i),
        None if before.complement() && open_word(v, i) && looks(i) > LOOKS_FOREIGN => unknown(i),
        None => return None,
    };
    if first.name() > 0 && v.def(i) && first.given < 2 && before <= Before::Nothing && first.name() < 3 {
        // a definite weak word alone begins no name: الأحمر
        return None;
    }
    // عودة ديدييه دروغبا: the name begins after the noun
    if before == Before::Nothing && info.has(COMMON) && first.name() == 1 && !first.compound {
        return None;
    }
    let mut last = first;
    let common_first = first.family < 2;
    let mut units = 1;
    let mut weight = first.name();
    let mut strong_given = first.given >= 2;
    let mut abroad = first.foreign;
    let mut end = first.end;
    let mut gender = gender_of(first.info);
    let mut families = u32::from(first.given == 0 && first.family > 0);
    while units < 7 {
        let Some(k) = step(v, end) else { break };
        if ordinal(v.tok[k].hash) && strong_given && units == 1 && (!v.def(end - 1) || first.compound || first.name() >= 2) && v.tok[k].hash != 0 {
            // محمد السادس, عبد الله الثاني; two words may make the ordinal
            end = k + 1;
            if v.hash(end) == word!("عشر") && v.follows(end) {
                end += 1;
            }
            units += 1;
            weight += 2;
            break;
        }
        let kunya = last.compound && v.nisba(k) && v.def(k);
        let info = v.info(k);
        // in a name behind a title what is also another word counts where names go on: محمد خلف تركي السلماني
        let inner = title && strong_given && (info.name() > 0 || is_ali(v, k)) && name_follows(v, k);
        // محمود المصري, السيد وائل حجازي: a nationality as a family name
        let origin =
            units == 1 && strong_given && v.nisba(k) && (v.def(k) || title) && (blocked(k) && step(v, k + 1).is_none_or(|n| v.info(n).name() < 2));
        if blocked(k) && !kunya && !inner && !origin || joins(v, k) && !inner {
            break;
        }
        // فيصل بن معمر الأمين العام: the title of what follows
        if v.def(k) && v.phrase_at(k, false, |p| p.title.is_some()).is_some_and(|(e, _)| e > k + 1) || v.class(k).any(Class::THAT) {
            break;
        }
        // خايمي ملك أراجون: an office without article goes on only to a name
        if !v.def(k)
            && v.lexicon.phrase(info).is_some_and(|p| p.title.is_some())
            && !(v.info(k + 1).name() >= 2 && v.follows(k + 1) && !blocked(k + 1))
        {
            break;
        }
        let u = unit(v, k, info, v.tok[k].hash, 1);
        let u = if kunya && u.is_none() && !info.is_common() { Some(Unit { family: 1, ..unknown(k) }) } else { u };
        // after a definite family name a name is at its end, but for a second nisba
        let closed = v.def(end - 1) && !last.compound && units > 1;
        let next = match u {
            _ if is_ali(v, k) && (strong_given || title) && !closed => {
                Some(Unit { given: 2, end: k + 1, family: 0, foreign: false, info: Info::default(), compound: false })
            }
            Some(u) if inner && !closed => Some(u),
            u if origin && !info.has(FUNCTION) => Some(Unit { family: 2, ..u.unwrap_or(unknown(k)) }),
            _ if stops(v, k) && u.is_none_or(|u| !u.compound) => None,
            Some(u) if closed => (v.def(k) && u.family >= 2 && v.nisba(k)).then_some(u),
            Some(u) if u.compound && (strong_given || title || weight >= 2) => Some(u),
            Some(u) if u.name() >= 2 && (weight > 0 || title || before.complement()) => Some(u),
            Some(u) if u.name() == 1 => {
                let common = info.has(NOUN | ADJECTIVE | COMMON) && !v.nisba(k);
                (if common {
                    strong_given && units == 1 && (info.given() > 0 || v.def(k)) && !info.has(COMMON)
                } else {
                    strong_given || title || weight >= 2 && last.name() >= 2
                })
                .then_some(u)
            }
            Some(u) => Some(u).filter(|_| title),
            None if closed => None,
            // خليل السكاكيني: a given name that is also a word, and a nisba that is none
            None if units == 1
                && first.given == 1
                && !info.is_common()
                && v.nisba(k)
                && definite_family(v, k)
                && !participle(v, k)
                && v.tok[k].len >= 6 =>
            {
                Some(Unit { family: 2, ..unknown(k) })
            }
            // الدكتور عاطف علاونة،
            None if title
                && units == 1
                && strong_given
                && phrase_ends(v, k)
                && !v.def(k)
                && info == Info::default()
                && !joins(v, k)
                && v.tok[k].len >= 4 =>
            {
                Some(unknown(k))
            }
            None if definite_family(v, k) && (strong_given || title || weight >= 2) => {
                // a nisba, or a word that the given name before it vouches for; the participle of a clause has its family name before it
                (v.nisba(k)
                    && (units <= 2 && families == 0 && (units == 1 || !participle(v, k))
                        || units == 2 && !participle(v, k)
                        || title && units <= 3 && !participle(v, k))
                    || strong_given && units == 1 && (!active_participle(v, k) || phrase_ends(v, k))
                    || title && strong_given && !participle(v, k) && phrase_ends(v, k))
                .then(|| Unit { family: 1, ..unknown(k) })
            }
            None if open_word(v, k) => {
                let goes_on = step(v, k + 1).is_some_and(|n| {
                    v.info(n).family() >= 2
                        || v.info(n).given() >= 2 && !v.info(n).is_common()
                        || v.def(n) && v.nisba(n) && definite_family(v, n)
                        || is_particle(v, n) && v.hash(n) != word!("لو")
                });
                let sounds = looks(k);
                // هجوما, عزما: an accusative, unless it sounds foreign
                // بضغط, لشرح: a proclitic before a word
                let proclitic =
                    matches!(v.tok[k].head()[0], 0x628 | 0x644 | 0x643 | 0x641) && sounds < 0.35 && !phrase_ends(v, k) && !name_follows(v, k);
                let accusative = proclitic || v.text.surface(k).ends_with('ا') && sounds < 0.35 || v.text.surface(k).ends_with('ت') && !abroad;
                let ok = !accusative
                    && (title && (units == 1 || goes_on || sounds > 0.3 || strong_given && (name_follows(v, k) || phrase_ends(v, k)))
                        || abroad && strong_given && (sounds > 0.0 && units == 1 || sounds > 0.2)
                        || abroad && sounds > LOOKS_FOREIGN
                        || strong_given && (goes_on || sounds > 0.35 && units == 1)
                        || before.complement() && (sounds > LOOKS_FOREIGN || strong_given && units == 1 && sounds > 0.0));
                ok.then(|| Unit { family: u32::from(sounds > LOOKS_FOREIGN), ..unknown(k) })
            }
            None => None,
        };
        let Some(u) = next else { break };
        strong_given |= u.given >= 2;
        abroad |= u.foreign;
        families += u32::from(u.given == 0 && u.family > 0);
        weight += u.name();
        gender = gender.or(gender_of(u.info).filter(|_| units == 0));
        end = u.end;
        last = u;
        units += 1;
    }
    // a common word before a foreign name or a kunya is no given name: حياة لوركا, خليفة أبو حمزة
    let mismatched = before == Before::Nothing
        && first.given <= 1
        && !first.compound
        && units == 2
        && (common_first && (last.foreign || last.compound && v.hash(first.end) != word!("عبد")));
    // a particle or a given name that is mostly a word does not end a name
    let alone = units == 1;
    let common = info.has(ADJECTIVE | NOUN | COMMON);
    let enough = match before {
        Before::Nothing if alone && first.compound => {
            first.name() >= 3 || first.family >= 2 && (hash == word!("بن") || hash == word!("ابن") || hash == word!("أبو"))
        }
        Before::Nothing if alone => {
            let family = first.family >= 3 && first.given == 0 && v.tok[i].len > SHORTEST;
            !common && (family || first.name() >= 2 && after_verb(v, i) && skipped == 0 && !v.text.surface(i).ends_with('ا'))
        }
        Before::Nothing => {
            weight >= 4 && (strong_given || first.name() >= 3)
                || weight >= 3 && strong_given && !common
                || weight >= 3 && first.given >= 1 && last.family >= 2
        }
        Before::Complement | Before::Holder if alone => first.name() >= 2 && !common || first.name() == 0 && looks(i) > 0.45,
        Before::Complement | Before::Holder => weight >= 2 || abroad,
        Before::Profession if alone => first.name() >= 2 || first.given == 1 && !common && !v.def(i) || !v.def(i) && looks(i) > LOOKS_FOREIGN,
        Before::Title if alone => {
            first.name() >= 2 || first.given == 1 && !common && !v.def(i) || v.def(i) && v.nisba(i) && v.tok[i].len >= 6 || looks(i) > LOOKS_FOREIGN
        }
        Before::Profession | Before::Title => true,
    };
    if !enough || mismatched {
        return None;
    }
    if title
        && !host
        && let Some(e) = stretch(v, foreign, i, &blocked).filter(|&e| e > end)
    {
        units = e - i;
        weight += (e - end) as u32;
        end = e;
    }
    let rule = match (before, alone) {
        (Before::Profession | Before::Title, _) => "name-after-title",
        (Before::Complement | Before::Holder, _) => "name-after-office",
        (_, true) => "name-word",
        _ => "name-grammar",
    };
    Some(Run { end, skipped, units, weight, gender, rule })
}

/// Whether a verb stands before: وأوضح فارس.
fn after_verb(v: &View<'_>, i: usize) -> bool {
    i > 0 && !v.tok[i].starts_line() && (v.info(i - 1).has(VERB) || v.items[i - 1].host.info.has(VERB))
}

/// The end of a name of three to seven words that a title opens and a particle, verb or mark closes: every word may be a name's, and
/// most are known as such.
fn stretch(v: &View<'_>, foreign: &Foreign, i: usize, blocked: &impl Fn(usize) -> bool) -> Option<usize> {
    let (mut known, mut odd) = (0, 0);
    // السيد and فتح الله are names between names
    let between =
        |k: usize| k > i && (v.hash(k) == word!("السيد") || v.hash(k) == word!("الله") || v.hash(k + 1) == word!("الله") && v.follows(k + 1));
    let is_name = |k: usize| v.info(k).name() > 0 || is_ali(v, k) || v.info(k).has(PARTICLE) || between(k);
    let goes_on =
        |k: usize| (1..=2).any(|n| (1..=n).all(|m| v.follows(k + m)) && (is_name(k + n) && !v.info(k + n).has(FUNCTION) || is_ali(v, k + n)));
    let mut k = i;
    loop {
        let info = v.info(k);
        let name = is_name(k);
        if v.class(k).any(Class::THAT.or(Class::RELATIVE)) || info.has(VERB) && info.name() < 2 && !(k > i && goes_on(k)) {
            break;
        }
        let ends_name = info.has(FUNCTION | DAY | MONTH | NUMBER) || v.class(k) != Class::NONE;
        let verb = info.has(VERB) && info.name() < 2;
        if k > i && ends_name && !((name || verb) && goes_on(k)) && !is_ali(v, k) {
            break;
        }
        let surface = v.text.surface(k);
        // اليساري, المجرم close a name of known words although they are words
        let closing = known >= 2 && v.def(k) && k >= i + 3 && phrase_ends(v, k);
        let common = v.def(k) && !closing && (info.is_common() || !definite_family(v, k))
            || joins(v, k) && !(goes_on(k) && v.items[k].host.info == Info::default())
            || surface.contains('\u{64b}')
            || v.verb_like(k) && v.tok[k].head()[0] != 0x633 && !goes_on(k);
        let place = blocked(k) && !name && !closing;
        if !name && common || place && !(k > i && goes_on(k)) {
            return None;
        }
        let accusative = surface.ends_with('ا') && foreign.score(surface) < 0.35;
        odd += usize::from(
            !name && (info.is_common() || v.verb_like(k) || v.lexicon.phrase(info).is_some() || surface.ends_with('ة') || accusative || place),
        );
        known += usize::from(name);
        k += 1;
        if k > i + 8 {
            return None;
        }
        if !v.follows(k) {
            break;
        }
    }
    let n = k - i;
    let last = n > 0
        && (is_name(k - 1)
            || known >= 3 && !v.def(k - 1) && !v.info(k - 1).has(FUNCTION)
            || v.def(k - 1)
            || !v.info(k - 1).is_common() && v.lexicon.phrase(v.info(k - 1)).is_none());
    (n >= 3 && last && (known * 2 >= n || n > 3 && known * 5 >= n * 2) && odd * 4 <= n).then_some(k)
}

/// The gender that a given name tells.
fn gender_of(i: Info) -> Option<Gender> {
    match (i.has(MALE), i.has(FEMALE)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}
