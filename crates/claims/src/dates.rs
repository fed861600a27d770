//! Days: what "أمس الاثنين" or "31 كانون الأول 2021" means, given the day of publication.
//!
//! Gregorian days under their Levantine, Egyptian and Maghrebi month names. Hijri dates are recognized as time, but not
//! converted: the calendar of announcement differs between countries by a day.

use crate::reader::Reader;
use qawl_entities::words::Class;
use qawl_text::{TokenKind, TokenRange};

/// A day, as days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(i32);

impl Day {
    /// The day of a year, month (1 to 12) and day of month; `None` if there is no such day.
    pub fn new(y: i32, m: u32, d: u32) -> Option<Day> {
        let leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
        let length = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        if !(1..=12).contains(&m) || d < 1 || d > length[m as usize - 1] || !(1..=9999).contains(&y) {
            return None;
        }
        // days from civil: years begin in March, so that the leap day is the last of its year
        let y = if m <= 2 { y - 1 } else { y };
        let era = y.div_euclid(400);
        let yoe = y - era * 400;
        let mp = (m as i32 + 9) % 12;
        let doy = (153 * mp + 2) / 5 + d as i32 - 1;
        Some(Day(era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468))
    }
    /// The day that a string begins with, `YYYY-MM-DD`.
    pub fn parse(s: &str) -> Option<Day> {
        let b = s.as_bytes();
        if b.len() < 10 || b[4] != b'-' || b[7] != b'-' {
            return None;
        }
        let n = |r: std::ops::Range<usize>| s.get(r).and_then(|x| x.parse::<u32>().ok());
        Day::new(n(0..4)? as i32, n(5..7)?, n(8..10)?)
    }
    /// 0 for Saturday to 6 for Friday, as the Arabic week runs.
    pub fn weekday(self) -> i32 {
        // 1970-01-01 was a Thursday, the sixth day of that week
        (self.0 + 5).rem_euclid(7)
    }
    /// This many days later.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0 + days)
    }
    /// Year, month, day.
    pub fn civil(self) -> (i32, u32, u32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z - era * 146_097;
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let m = if mp < 10 { mp + 3 } else { mp - 9 };
        (yoe + era * 400 + i32::from(m <= 2), m as u32, (doy - (153 * mp + 2) / 5 + 1) as u32)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (y, m, d) = self.civil();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

/// The phrase of time that begins at token `k`, before `to`.
pub(crate) fn phrase(r: &Reader<'_>, k: usize, to: usize) -> Option<TokenRange> {
    let number = |i: usize| i < to && r.tok[i].kind == TokenKind::Number;
    let time = Class::TIME.or(Class::WEEKDAY);
    let dated = |i: usize| {
        number(i)
            && (r.class(i + 1).any(Class::MONTH)
                || r.tok.get(i + 1).is_some_and(|t| t.hash == word!("من")) && r.class(i + 2).any(Class::MONTH)
                || slashed(r, i).is_some())
    };
    if !r.class(k).any(time) && !dated(k) && !kanun(r, k, to) {
        return None;
    }
    let mut e = k;
    while e < to {
        let class = r.class(e);
        if class.any(time.or(Class::MONTH)) || number(e) || kanun(r, e, to) {
            e += 1;
        } else if r.is(e, '(') && r.class(e + 1).any(Class::WEEKDAY) && r.is(e + 2, ')') {
            e += 3;
        } else if e > k
            && (r.tok[e].hash == word!("من") && r.class(e + 1).any(Class::MONTH)
                || class.any(Class::ORDER) && r.definite(e)
                || r.is(e, '/') && r.class(e + 1).any(Class::MONTH))
        {
            e += 1;
        } else {
            break;
        }
    }
    (e > k).then(|| TokenRange::new(k, e.min(to)))
}

/// كانون or تشرين before its ordinal.
fn kanun(r: &Reader<'_>, k: usize, to: usize) -> bool {
    k + 1 < to && (r.tok[k].hash == word!("كانون") || r.tok[k].hash == word!("تشرين"))
}

fn digits(r: &Reader<'_>, i: usize) -> Option<i32> {
    let s = qawl_text::fold(r.text.surface(i));
    s.parse().ok()
}

/// 31/12/2021, 31-12-2021, 2021-12-31 in one token.
fn slashed(r: &Reader<'_>, i: usize) -> Option<Day> {
    let s = qawl_text::fold(r.text.surface(i));
    let mut parts = s.split(['/', '-']).map(|p| p.parse::<i32>().ok());
    let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    if a > 1900 { Day::new(a, b as u32, c as u32) } else { Day::new(c, b as u32, a as u32) }
}

fn month(r: &Reader<'_>, i: usize) -> Option<u32> {
    const MONTHS: &[(&str, u32)] = &[
        ("يناير", 1),
        ("فبراير", 2),
        ("مارس", 3),
        ("أبريل", 4),
        ("مايو", 5),
        ("يونيو", 6),
        ("يونيه", 6),
        ("يوليو", 7),
        ("يوليه", 7),
        ("أغسطس", 8),
        ("سبتمبر", 9),
        ("أكتوبر", 10),
        ("نوفمبر", 11),
        ("ديسمبر", 12),
        ("شباط", 2),
        ("آذار", 3),
        ("نيسان", 4),
        ("أيار", 5),
        ("حزيران", 6),
        ("تموز", 7),
        ("آب", 8),
        ("أيلول", 9),
        ("جانفي", 1),
        ("فيفري", 2),
        ("أفريل", 4),
        ("ماي", 5),
        ("جوان", 6),
        ("جويلية", 7),
        ("أوت", 8),
    ];
    let h = r.tok.get(i)?.hash;
    if let Some(m) = MONTHS.iter().find(|m| qawl_text::hash(m.0) == h) {
        return Some(m.1);
    }
    let next = r.tok.get(i + 1)?.hash;
    let first = next == word!("الأول");
    match h {
        x if x == word!("كانون") => Some(if first { 12 } else { 1 }),
        x if x == word!("تشرين") => Some(if first { 10 } else { 11 }),
        _ => None,
    }
}

/// The day that a phrase of time means.
pub(crate) fn day(r: &Reader<'_>, p: TokenRange, published: Option<Day>) -> Option<Day> {
    let range = p.range();
    // an absolute date needs no day of publication, or only its year
    for i in range.clone() {
        if let Some(d) = slashed(r, i) {
            return Some(d);
        }
        if r.tok[i].kind == TokenKind::Number {
            let m = (i + 1..(i + 3).min(range.end)).find_map(|k| month(r, k).map(|m| (k, m)));
            if let (Some(d), Some((k, m))) = (digits(r, i).filter(|d| (1..=31).contains(d)), m) {
                let year = (k + 1..range.end).find_map(|y| digits(r, y).filter(|y| *y > 1900));
                let year = year.or_else(|| published.map(|p| p.civil().0))?;
                return Day::new(year, m, d as u32);
            }
        }
    }
    let published = published?;
    let has = |h: u64| range.clone().any(|i| r.tok[i].hash == h);
    let weekday = range.clone().find_map(|i| weekday(r.tok[i].hash));
    let shift = if has(word!("أمس")) && (has(word!("أول")) || has(word!("الأول"))) {
        Some(-2)
    } else if has(word!("أمس")) || has(word!("البارحة")) {
        Some(-1)
    } else if has(word!("غدا")) || has(word!("غد")) {
        Some(1)
    } else if has(word!("اليوم")) || has(word!("الليلة")) {
        Some(0)
    } else {
        None
    };
    match (shift, weekday) {
        (Some(s), None) => Some(published.plus(s)),
        // the name of the day decides where it is near what the adverb says: a paper dated the 28th may print "أمس الاثنين" of the 26th
        (Some(s), Some(w)) => {
            let near = [0, -1, 1, -2].into_iter().map(|d| published.plus(s + d)).find(|d| d.weekday() == w);
            Some(near.unwrap_or(published.plus(s)))
        }
        (None, Some(w)) => {
            let ahead = has(word!("المقبل")) || has(word!("القادم"));
            let back = (published.weekday() - w).rem_euclid(7);
            let past = has(word!("الماضي")) && back == 0;
            Some(if ahead { published.plus(7 - back) } else { published.plus(-back - if past { 7 } else { 0 }) })
        }
        (None, None) => None,
    }
}

fn weekday(h: u64) -> Option<i32> {
    Some(match h {
        x if x == word!("السبت") => 0,
        x if x == word!("الأحد") => 1,
        x if x == word!("الاثنين") => 2,
        x if x == word!("الثلاثاء") => 3,
        x if x == word!("الأربعاء") => 4,
        x if x == word!("الخميس") => 5,
        x if x == word!("الجمعة") => 6,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_and_back() {
        for (s, w) in [("1970-01-01", 5), ("2021-07-27", 3), ("2000-02-29", 3), ("2003-04-09", 4), ("2024-12-31", 3)] {
            let d = Day::parse(s).unwrap();
            assert_eq!((d.to_string().as_str(), d.weekday()), (s, w));
        }
        for s in ["2021-02-29", "2021-13-01", "21-1-1", "", "2021/01/01"] {
            assert_eq!(Day::parse(s), None, "{s}");
        }
    }
}
