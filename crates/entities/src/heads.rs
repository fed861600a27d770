//! Names that a head word opens: وزارة الدفاع العراقية, جامعة الملك سعود, مطار بغداد, صحيفة «الحياة».
//!
//! A head is followed by its complement: a proper name, a quoted name, or definite words (perhaps after indefinite ones in construct), then
//! by adjectives, by what و joins to it, and after some heads by ل or في. A class word is left out of the name.

use crate::candidate::{Candidate, Source, record_type};
use crate::foreign::Foreign;
use crate::known::{Cover, Known, score};
use crate::lexicon::{ADJECTIVE, DAY, FUNCTION, MONTH, NOUN, Phrase};
use crate::view::{HEAD, View, word};
use crate::words::Class;
use qawl_record::{EntityType, MentionForm};
use qawl_text::{QuotationKind, TokenKind, WordMap, hash};

macro_rules! sets {
    ($($bit:literal $name:ident $key:literal;)*) => {
        $(const $name: u16 = 1 << $bit;)*
        const KEYS: &[(&str, u16)] = &[$(($key, $name)),*];
    };
}

sets! {
    0 PLURAL "plural";
    1 WEAK "weak";
    2 GENERIC "generic";
    3 FOR "for";
    4 IN "in";
    5 PRESS "press";
    6 PASSING "passing";
    7 CLASSLIKE "classlike";
    8 PURPOSE "purpose";
    9 SIDE "side";
}

/// The sets of `data/heads.txt`.
pub(crate) struct Heads {
    words: WordMap<u16>,
}

impl Heads {
    pub(crate) fn new() -> Heads {
        let mut pairs = Vec::new();
        for line in include_str!("../data/heads.txt").lines() {
            let Some((key, words)) = line.split_once(": ") else { continue };
            let Some(&(_, bit)) = KEYS.iter().find(|k| k.0 == key) else { continue };
            pairs.extend(words.split_whitespace().map(|w| (hash(w), bit)));
        }
        Heads { words: WordMap::build(pairs, |a, b| *a |= b) }
    }
    fn of(&self, h: u64) -> u16 {
        self.words.get(h).copied().unwrap_or(0)
    }
    /// Whether a word belongs to a club: لاعب, صفوف.
    pub(crate) fn of_club(&self, h: u64) -> bool {
        self.of(h) & SIDE != 0
    }
    /// Whether an adjective describes for the moment: الحالي, الماضي.
    pub(crate) fn passing(&self, h: u64) -> bool {
        self.of(h) & PASSING != 0
    }
}

/// Adds the names that heads open.
pub(crate) fn find(v: &View<'_>, heads: &Heads, foreign: &Foreign, known: &Known, out: &mut Vec<Candidate>) {
    for i in 0..v.len() {
        if !v.marked(i, HEAD) {
            continue;
        }
        let Some((end, p, skipped)) = v.phrase(i, |p| p.org.is_some() || p.place.is_some()) else { continue };
        // a word that is itself known as a name of something else opens nothing
        if known.starts[i].1 as usize > end {
            continue;
        }
        let reader = Reader { v, heads, foreign, known };
        if let Some(c) = reader.head(i, end, *p, skipped) {
            out.push(c);
        }
    }
}

struct Reader<'a> {
    v: &'a View<'a>,
    heads: &'a Heads,
    foreign: &'a Foreign,
    known: &'a Known,
}

/// A complement that was read.
#[derive(Clone, Copy, Debug, Default)]
struct Complement {
    end: usize,
    /// It has a proper name in it.
    proper: bool,
    /// All of it is one nationality.
    only_demonym: bool,
    person: bool,
    /// A nationality is in it.
    demonym: bool,
    words: u32,
    /// It goes on with ل.
    for_: bool,
}

impl Reader<'_> {
    fn head(&self, i: usize, end: usize, p: Phrase, skipped: u8) -> Option<Candidate> {
        let v = self.v;
        let h = if skipped > 0 { v.items[i].host.hash } else { v.hash(i) };
        let set = self.heads.of(h);
        // بقيادة فلان, لمصلحة كذا are prepositions
        if set & PLURAL != 0 || skipped > 0 && v.class(i).any(Class::PREP) || skipped > 0 && set & WEAK != 0 {
            return None;
        }
        let definite = v.def(i)
            || skipped > 0 && v.text.slice(v.span(v.byte(i, skipped), i + 1)).starts_with("ال")
            || v.text.surface(i).contains("لل") && skipped > 0;
        let first = v.byte(i, skipped);
        let org = p.org;
        let (ty, class_word) = match (org, p.place) {
            (Some(o), None) => (record_type(o.ty), o.class_word),
            (Some(o), Some(pl)) => {
                // both: what follows decides
                let place_follows = self.known.starts.get(end).is_some_and(|s| s.0 == Cover::Place);
                if place_follows && pl.class_word && set & PRESS == 0 { (EntityType::Place, true) } else { (record_type(o.ty), o.class_word) }
            }
            (None, Some(pl)) => (EntityType::Place, pl.class_word),
            _ => return None,
        };
        let make = |start: usize, first: u32, e: usize, bonus: i32, rule| Candidate {
            start: start as u32,
            end: e as u32,
            first,
            ty,
            form: MentionForm::Name,
            score: score((e - start) as u32, bonus),
            source: Source::Phrase,
            rule,
        };
        // a quoted name
        if let Some(q) = self.quoted(end).filter(|_| end - i == 1 || class_word) {
            let (inner, close) = q;
            let known = self.known.starts[inner.0];
            if (class_word || set & (PRESS | WEAK) != 0)
                && known.0 != Cover::None
                && known.1 as usize == inner.1
                && known.0 != Cover::Demonym
                && !(known.0 == Cover::Place && set & PRESS != 0)
            {
                // the gazetteer knows what is quoted
                return None;
            }
            return Some(if class_word || set & (PRESS | WEAK) != 0 || h == word!("جماعة") {
                make(inner.0, v.tok[inner.0].start, inner.1, 4, "quoted-name-after-head")
            } else {
                make(i, first, close, 2, "head-with-quoted-name")
            });
        }
        if class_word || set & PRESS != 0 && ty == EntityType::Media {
            if definite {
                return None;
            }
            let e = self.after_class_word(end, set, ty)?;
            return Some(make(end, v.tok[end].start, e, 4, "name-after-class-word"));
        }
        // مجلس الشيوخ is a head of two words and a name already
        let complete = end - i > 1 && v.def(end - 1);
        let c = self.complement(end, definite, set, complete)?;
        let seat = matches!(h, x if x == word!("حكومة") || x == word!("رئاسة") || x == word!("بلدية") || x == word!("بورصة"));
        let specific = if set & WEAK != 0 { c.demonym && c.words >= 2 || seat && c.proper || c.person && c.words >= 2 } else { true };
        if !specific
            || c.only_demonym && set & GENERIC != 0
            || h == word!("رئاسة") && c.proper && !c.demonym && v.info(i).name() == 0 && end + 1 == c.end && skipped > 0
            || c.person && (h == word!("قوات") || h == word!("حكومة") || h == word!("منتخب") || h == word!("إدارة"))
        {
            return None;
        }
        // الحركة الوطنية, التيار الأصولي are kinds; الحركة العربية للتغيير is one
        if ty == EntityType::Party && definite && !c.demonym && !c.for_ && h != word!("الحزب") {
            return None;
        }
        // مسجد الحنين, خزانات الوقود: a common word makes no place of its own
        if ty == EntityType::Place
            && !c.proper
            && (end..c.end).all(|j| {
                v.info(j).is_common() || v.lexicon.phrase(v.info(j)).is_some() || v.items[j].host != crate::view::Host::default() || !v.def(j)
            })
        {
            return None;
        }
        if ty == EntityType::Place && set & CLASSLIKE != 0 && c.proper && !v.def(end) {
            return Some(make(end, v.tok[end].start, c.end, 1, "name-after-class-word"));
        }
        if ty == EntityType::Place && (c.only_demonym || !c.proper && v.def(i)) {
            return None;
        }
        Some(make(i, first, c.end, 0, if ty == EntityType::Place { "place-head" } else { "organization-head" }))
    }

    /// The inner tokens of a quoted name that begins at `at`, and the end with its closing mark.
    fn quoted(&self, at: usize) -> Option<((usize, usize), usize)> {
        let v = self.v;
        let t = v.tok.get(at)?;
        if t.kind != TokenKind::Punct || t.starts_line() {
            return None;
        }
        let qs = v.text.quotations();
        let k = qs.partition_point(|q| (q.open as usize) < at);
        let q = qs.get(k).filter(|q| q.open as usize == at)?;
        let (s, e) = (q.inner.start as usize, q.inner.end as usize);
        let close = q.close?;
        (q.kind != QuotationKind::Speech
            && e > s
            && e - s <= 5
            && (s..e).all(|i| matches!(v.tok[i].kind, TokenKind::Word | TokenKind::Latin | TokenKind::Number)))
        .then_some(((s, e), close as usize + 1))
    }

    /// The name after a class word: a known one is left to the gazetteer unless it is a place's and the class word is a newspaper's.
    fn after_class_word(&self, at: usize, set: u16, ty: EntityType) -> Option<usize> {
        let v = self.v;
        let (cover, known_end) = *self.known.starts.get(at)?;
        let t = v.tok.get(at)?;
        if t.starts_line() {
            return None;
        }
        if cover == Cover::Place && set & PRESS != 0 {
            return Some(known_end as usize);
        }
        if cover == Cover::Place
            && ty == EntityType::Company
            && known_end as usize == at + 1
            && v.follows(at + 1)
            && !v.def(at + 1)
            && !v.info(at + 1).is_common()
            && self.foreign.score(v.text.surface(at + 1)) > 0.2
        {
            // شركة آسيا كابيتال
            return Some(at + 2);
        }
        if cover != Cover::None {
            return None;
        }
        if t.kind == TokenKind::Latin {
            let mut e = at + 1;
            while v.tok.get(e).is_some_and(|t| t.kind == TokenKind::Latin && !t.starts_line()) && e < at + 4 {
                e += 1;
            }
            return Some(e);
        }
        if t.kind != TokenKind::Word {
            return None;
        }
        let info = v.info(at);
        let word =
            |k: usize| !v.info(k).is_common() && v.words.get(k).is_none_or(|w| w.class == Class::NONE) && v.lexicon.phrase(v.info(k)).is_none();
        let looks = |k: usize| self.foreign.score(v.text.surface(k));
        if set & PRESS != 0
            && v.def(at)
            && !self.heads.passing(t.hash)
            && !info.has(FUNCTION | DAY | MONTH)
            && !(info.has(ADJECTIVE) && v.nisba_adjective(at))
        {
            return Some(at + 1);
        }
        let ok = match ty {
            EntityType::Place => {
                let plain = set & GENERIC == 0 || looks(at) > 0.1 && !v.def(at);
                let adjective =
                    v.text.surface(at).ends_with(['ة', 'ي']) && !v.def(at) || v.def(at) && (v.text.surface(at).ends_with("ية") || set & WEAK != 0);
                plain && word(at) && !adjective && !v.verb_like(at) && v.tok[at].len > 3 && v.items[at].host == crate::view::Host::default()
            }
            _ => word(at) && !v.def(at) && looks(at) > 0.3 && !v.nisba(at) && v.items[at].host == crate::view::Host::default(),
        };
        if !ok {
            return None;
        }
        let mut e = at + 1;
        while e < at + 4 && v.follows(e) && word(e) && !v.def(e) && looks(e) > 0.2 && self.known.starts[e].0 == Cover::None {
            e += 1;
        }
        Some(e)
    }

    /// The complement of a head that ends before `at`.
    fn complement(&self, at: usize, definite_head: bool, set: u16, complete: bool) -> Option<Complement> {
        let v = self.v;
        let mut c = Complement { end: at, ..Complement::default() };
        let mut closed = complete;
        let mut named = false;
        let mut demonyms = 0;
        let mut words = u32::from(complete);
        let mut open = 0;
        let mut j = at;
        while j < at + 9 && v.follows(j) {
            let info = v.info(j);
            let (cover, e) = self.known.starts[j];
            let e = e as usize;
            let h = v.hash(j);
            let def = v.def(j);
            if cover == Cover::Demonym && def && named {
                // نادي بوردو الفرنسي: the nationality of a name is no part of it
                break;
            }
            if cover == Cover::Demonym && def {
                demonyms += 1;
                words += 1;
                closed = true;
                j = e;
                c.end = j;
                c.proper = true;
                continue;
            }
            if v.class(j).any(Class::RELATIVE.or(Class::THAT)) || !closed && crate::names::joins(v, j) {
                break;
            }
            let whole = self.known_whole(j);
            if closed && def && self.heads.passing(h) || info.has(FUNCTION) && !def {
                // prepositions of place after some heads
                if closed
                    && set & IN != 0
                    && (h == word!("في") || h == word!("لدى"))
                    && self.known.starts.get(j + 1).is_some_and(|s| s.0 == Cover::Place)
                {
                    c.end = self.known.starts[j + 1].1 as usize;
                    c.proper = true;
                }
                break;
            }
            if matches!(cover, Cover::Place | Cover::Person | Cover::Other) && whole {
                if closed || definite_head {
                    break;
                }
                c.person |= cover == Cover::Person;
                c.proper = true;
                closed = true;
                words += (e - j) as u32;
                j = e;
                c.end = j;
                named = matches!(cover, Cover::Other | Cover::Place);
                continue;
            }
            // جامعة الملك سعود, مستشفى الشيخ زايد: the person is part of the name
            if def
                && !closed
                && !definite_head
                && let Some(e) = self.honoured(j)
            {
                c.person = true;
                c.proper = true;
                closed = true;
                named = true;
                words += 2;
                j = e;
                c.end = j;
                continue;
            }
            if def {
                let title = v.phrase_at(j, false, |p| p.title.is_some()).is_some();
                if closed && (title && !info.has(ADJECTIVE) || info.has(DAY | MONTH)) || info.has(DAY) {
                    break;
                }
                if definite_head {
                    // adjectives alone agree with a definite head
                    if self.heads.passing(h) || info.has(NOUN) && !info.has(ADJECTIVE) && !v.nisba(j) || !adjective(v, j) {
                        break;
                    }
                } else if closed && !adjective(v, j) {
                    break;
                }
                // الاتحاد الأوروبي المعتمدين: a plural agrees with no single body
                let single = definite_head && !c.for_ || j == at || v.nisba(j - 1) || v.feminine(j - 1);
                if (closed || definite_head) && single && plural(v, j) {
                    break;
                }
                closed = true;
                words += 1;
                j += 1;
                c.end = j;
                continue;
            }
            if closed {
                // التربية والتعليم, للموهبة والإبداع
                let host = v.items[j].host;
                let head = v.tok[j].head();
                let and = head[0] == 0x648 && head[1] == 0x627 && head[2] == 0x644 && v.tok[j].len > 5;
                let prior = v.def(j - 1) || c.end > at && v.text.surface(j - 1).starts_with("لل");
                if and && prior && demonyms == 0 && self.known.starts[j].0 == Cover::None && !definite_head {
                    let taken = host.info != Default::default() && v.lexicon.phrase(host.info).is_some_and(|p| p.org.is_some() || p.title.is_some())
                        || host.info.has(FUNCTION | DAY)
                        || host.info.has(ADJECTIVE);
                    if !taken {
                        j += 1;
                        c.end = j;
                        words += 1;
                        continue;
                    }
                }
                let for_ = head[0] == 0x644 && head[1] == 0x644 && v.tok[j].len > 4;
                if for_ && set & FOR != 0 && self.known.starts[j].0 == Cover::None {
                    c.for_ = true;
                    j += 1;
                    c.end = j;
                    words += 1;
                    continue;
                }
                // المعهد الوطني لرصد الزلازل
                if set & FOR != 0 && head[0] == 0x644 && self.heads.of(v.tok[j].rest(1)) & PURPOSE != 0 && v.follows(j + 1) && v.def(j + 1) {
                    c.for_ = true;
                    j += 2;
                    c.end = j;
                    words += 2;
                    continue;
                }
                break;
            }
            if definite_head {
                break;
            }
            // a noun in construct, or a foreign name
            let looks = self.foreign.score(v.text.surface(j));
            if info.name() >= 2 && !info.is_common()
                || looks > 0.45 && !info.is_common() && v.class(j) == Class::NONE && !v.nisba(j) && v.items[j].host == crate::view::Host::default()
            {
                c.proper = true;
                closed = true;
                named = true;
                words += 1;
                j += 1;
                while v.follows(j)
                    && j < at + 6
                    && !v.def(j)
                    && !v.info(j).is_common()
                    && self.known.starts[j].0 == Cover::None
                    && (v.info(j).name() >= 2 || self.foreign.score(v.text.surface(j)) > 0.4)
                {
                    j += 1;
                }
                c.end = j;
                continue;
            }
            open += 1;
            if open > 2
                || v.tok[j].head()[0] == 0x644 && v.tok[j].len > 4 && info == crate::lexicon::Info::default()
                || v.class(j).any(Class::PREP.or(Class::THAT).or(Class::RELATIVE).or(Class::TIME))
                || info.has(FUNCTION | DAY | MONTH)
                || v.verb_like(j)
            {
                break;
            }
            j += 1;
        }
        c.only_demonym = demonyms > 0 && demonyms == words;
        c.demonym = demonyms > 0;
        c.words = words;
        if v.tok.get(c.end).is_some_and(|t| t.kind == TokenKind::Number) && definite_head && words == 0 {
            return None;
        }
        (closed && (c.end > at || complete)).then_some(c)
    }

    /// The end of a title and the name after it.
    fn honoured(&self, j: usize) -> Option<usize> {
        let v = self.v;
        let (start, _) = v.phrase_at(j, false, |p| p.title.is_some_and(|t| t.number == 1))?;
        if !v.follows(start) {
            return None;
        }
        let (cover, end) = self.known.starts[start];
        if cover == Cover::Person {
            return Some(end as usize);
        }
        let run = crate::names::name_at(v, self.foreign, start, false, crate::titles::Before::Complement, |_| false)?;
        Some(run.end)
    }

    /// Whether the name of the gazetteer at `j` has no proclitic.
    fn known_whole(&self, j: usize) -> bool {
        !self.known.proclitic(j)
    }
}

/// Whether a definite word is a sound plural: العراقيين, المعتمدون.
fn plural(v: &View<'_>, j: usize) -> bool {
    let s = v.text.surface(j);
    v.tok[j].len >= 7 && (s.ends_with("ين") || s.ends_with("ون"))
}

/// Whether a definite word may be an adjective of what stands before it.
fn adjective(v: &View<'_>, j: usize) -> bool {
    let s = v.text.surface(j);
    let info = v.info(j);
    info.has(ADJECTIVE)
        || s.ends_with('ي')
        || s.ends_with("ية")
        || s.ends_with("يه")
        || v.tok[j].len >= 6 && s.ends_with('ة') && !info.has(NOUN)
        || s.ends_with("ين")
        || s.ends_with("ون")
}
