//! What titles say of the words after them: where a name may begin that no list knows.

use crate::known::{Cover, Known};
use crate::lexicon::{FUNCTION, TitleKind};
use crate::view::{TITLE, View, word};
use crate::words::Class;

/// What stands before a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Before {
    /// Nothing that tells.
    Nothing,
    /// A title with its complement: رئيس الاتحاد.
    Complement,
    /// The same, where the complement ends in a place or body: ممثلة ساموا.
    Holder,
    /// A profession or office that stands directly before names, or before its adjective: اللاعب، النائب.
    Profession,
    /// An honorific, which is followed by nothing else: السيد، الدكتور.
    Title,
}

impl Before {
    /// Whether an office with its complement stands there.
    pub(crate) fn complement(self) -> bool {
        matches!(self, Before::Complement | Before::Holder)
    }
}

/// A title in the text: its phrase with the complement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TitleAt {
    pub(crate) start: u32,
    /// One past the phrase of the list.
    pub(crate) head_end: u32,
    /// One past the complement, where a name may stand.
    pub(crate) end: u32,
    /// One past what is of the title even where no name follows: before a preposition whose object is no place or body.
    pub(crate) sure: u32,
    /// Hash of the first word, without article.
    pub(crate) head: u64,
    /// It is of one person.
    pub(crate) single: bool,
}

/// The titles of a text, and for each token what titles say of a name that begins there.
pub(crate) struct Titles {
    pub(crate) before: Vec<Before>,
    pub(crate) all: Vec<TitleAt>,
}

/// Reads the titles. Each is followed for at most a dozen words, so the time is linear.
pub(crate) fn find(v: &View<'_>, known: &Known) -> Titles {
    let n = v.len();
    let mut t = Titles { before: vec![Before::Nothing; n + 1], all: Vec::new() };
    for i in 0..n {
        if !v.marked(i, TITLE) {
            continue;
        }
        let Some((end, p, skipped)) = v.phrase(i, |p| p.title.is_some() || p.relation) else { continue };
        // ممثلة is no ممثله
        if p.relation && !v.text.surface(i).ends_with('ة') {
            // نظيره المصري فلان, نجله فلان
            mark(&mut t.before, end, Before::Complement, v);
            complement(v, known, end, true, &mut t.before);
            continue;
        }
        let Some(title) = p.title else { continue };
        let direct = match title.kind {
            _ if title.number > 1 => Before::Complement,
            // الفريق is a rank and a team
            TitleKind::Honorific if v.hash(i) == word!("الفريق") || v.items[i].host.hash == word!("الفريق") => Before::Profession,
            TitleKind::Honorific => Before::Title,
            _ if title.definite => Before::Profession,
            _ => Before::Nothing,
        };
        let direct = if direct == Before::Nothing && end > i + 1 && v.def(end - 1) { Before::Complement } else { direct };
        if direct != Before::Nothing {
            mark(&mut t.before, end, direct, v);
        }
        let (stop, sure) =
            if title.kind == TitleKind::Honorific && !title.definite { (end, end) } else { complement(v, known, end, title.definite, &mut t.before) };
        t.all.push(TitleAt {
            start: i as u32,
            head_end: end as u32,
            end: stop as u32,
            sure: sure as u32,
            head: head(v, i, skipped),
            single: title.number == 1,
        });
    }
    t
}

/// The hash of a title's first word without article, so that وزير and الوزير agree.
pub(crate) fn head(v: &View<'_>, i: usize, skipped: u8) -> u64 {
    let t = &v.tok[i];
    if skipped == 0 {
        return if v.def(i) { t.rest(2) } else { t.hash };
    }
    let h = t.head();
    let at = skipped as usize;
    if at < 3 && h[at] == 0x627 && h[at + 1] == 0x644 {
        t.rest(at + 2)
    } else if at < 4 && h[at - 1] == 0x644 && h[at] == 0x644 {
        t.rest(at + 1)
    } else {
        v.items[i].host.hash
    }
}

/// Marks what stands before a name that may begin at `i`.
fn mark(before: &mut [Before], i: usize, b: Before, v: &View<'_>) {
    if v.follows(i) {
        before[i] = before[i].max(b);
    }
}

/// What a preposition behind a title has for its object where it tells when or how the bearer speaks: في حديث, في سياق.
const OCCASION: Class = Class::MEDIUM.or(Class::TIME).or(Class::TURN).or(Class::MONTH).or(Class::WEEKDAY).or(Class::DEMONSTRATIVE);

/// Whether a definite word tells when: الوزير اليوم, الصحف الأحد.
pub(crate) fn today(v: &View<'_>, j: usize) -> bool {
    let h = v.hash(j);
    v.class(j).any(Class::WEEKDAY) || h == word!("اليوم") || h == word!("الليلة") || h == word!("البارحة") || h == word!("الآن")
}

/// Whether a place or body, or a word for one, begins at `j`.
fn body(v: &View<'_>, known: &Known, j: usize) -> bool {
    known.starts.get(j).is_some_and(|s| matches!(s.0, Cover::Place | Cover::Other))
        || v.follows(j) && v.phrase(j, |p| p.org.is_some() || p.place.is_some()).is_some()
}

/// Follows the complement of an office and marks where a name may begin after it: the token where it ends, and
/// the first at which it may have ended.
fn complement(v: &View<'_>, known: &Known, from: usize, definite: bool, before: &mut [Before]) -> (usize, usize) {
    let mut closed = definite || from > 0 && v.def(from - 1);
    let mut j = from;
    let mut sure = usize::MAX;
    // where a place or body ended
    let mut seat = 0;
    while j < from + 14 {
        if v.comma(j) && closed && v.follows(j + 1) {
            mark(before, j + 1, Before::Complement, v);
            // مدرب الأخضر، الفرنسي فلان
            if known.starts[j + 1].0 == Cover::Demonym && v.def(j + 1) {
                mark(before, known.starts[j + 1].1 as usize, Before::Holder, v);
            }
            return (j, sure.min(j));
        }
        if v.tok.get(j).is_some_and(|t| t.is('«') || t.is('"') || t.is('“') || t.is('”')) {
            let qs = v.text.quotations();
            let k = qs.partition_point(|q| (q.open as usize) < j);
            if let Some(q) = qs.get(k).filter(|q| q.open as usize == j && q.inner.len() <= 6) {
                closed = true;
                j = q.close.map_or(q.inner.end as usize, |c| c as usize + 1);
                continue;
            }
        }
        if !v.follows(j) {
            return (j, sure.min(j));
        }
        let (cover, end) = known.starts[j];
        match cover {
            Cover::Person => return (j, sure.min(j)),
            Cover::Place | Cover::Demonym | Cover::Other | Cover::Title => {
                closed = true;
                j = end as usize;
                seat = j;
                continue;
            }
            Cover::None => {}
        }
        let info = v.info(j);
        if v.def(j) {
            if today(v, j) {
                return (j, sure.min(j));
            }
            if info.name() >= 2 && !info.is_common() {
                mark(before, j, Before::Complement, v);
                return (j, sure.min(j));
            }
            if info.name() == 1 && closed {
                mark(before, j, Before::Complement, v);
            }
            closed = true;
            j += 1;
            continue;
        }
        let h = v.tok[j].head();
        let and_definite = h[0] == 0x648 && h[1] == 0x627 && h[2] == 0x644;
        let for_definite = h[0] == 0x644 && h[1] == 0x644;
        if and_definite || for_definite {
            j += 1;
            closed = true;
            continue;
        }
        if closed {
            let hash = v.hash(j);
            if hash == word!("باسم")
                || hash == word!("لشؤون")
                || hash == word!("لدى")
                || hash == word!("في")
                || hash == word!("إلى")
                || hash == word!("عن")
            {
                if v.class(j + 1).any(OCCASION) {
                    return (j, sure.min(j));
                }
                let fixed = hash == word!("باسم") || hash == word!("لشؤون") || hash == word!("لدى");
                if !fixed && !body(v, known, j + 1) {
                    sure = sure.min(j);
                }
                closed = false;
                j += 1;
                continue;
            }
            mark(before, j, if seat == j { Before::Holder } else { Before::Complement }, v);
            return (j, sure.min(j));
        }
        if info.has(FUNCTION) || v.class(j).any(Class::THAT.or(Class::RELATIVE)) {
            return (j, sure.min(j));
        }
        if info.given() >= 2 && !info.is_common() {
            mark(before, j, Before::Complement, v);
            return (j, sure.min(j));
        }
        j += 1;
    }
    (j, sure.min(j))
}

/// Where a title candidate ends that a name closes: رئيس وزراء [العراق]. The name is a mention of its own.
pub(crate) fn without_name(known: &Known, start: usize, end: usize) -> usize {
    (start + 1..end).find(|&k| matches!(known.starts[k].0, Cover::Place | Cover::Other) && known.starts[k].1 as usize == end).unwrap_or(end)
}
