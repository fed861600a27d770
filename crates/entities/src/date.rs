//! The day that a text is of, for who held which office.

use crate::view::{View, word};
use qawl_gazetteer::Date;
use qawl_text::TokenKind;

/// The day of publication; else the last year that the text names as one (عام 2014).
pub(crate) fn of(v: &View<'_>, published: Option<&str>) -> Option<Date> {
    if let Some(d) =
        published.and_then(|p| p.get(..10).and_then(|d| d.parse().ok()).or_else(|| p.get(..7)?.parse().ok()).or_else(|| p.get(..4)?.parse().ok()))
    {
        return Some(d);
    }
    let mut found = None;
    for i in (0..v.len()).filter(|&i| v.tok[i].kind == TokenKind::Number && v.tok[i].len == 4) {
        let before = i.checked_sub(1).map_or(0, |b| v.hash(b));
        let year = v.text.surface(i).parse::<i16>().ok().filter(|y| (1990..2100).contains(y));
        let told =
            [word!("عام"), word!("سنة"), word!("العام")].contains(&before) || i.checked_sub(1).is_some_and(|b| v.info(b).has(crate::lexicon::MONTH));
        if let Some(y) = year.filter(|_| told) {
            found = found.max(Some(Date { year: y, month: 0, day: 0 }));
        }
    }
    found
}
