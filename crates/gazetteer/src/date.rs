//! Dates as gazetteers give them: a year, a month or a day.

use std::fmt;
use std::str::FromStr;

/// A date that may be known to the year or month only. Ordered by time, the less exact first.
///
/// ```
/// use qawl_gazetteer::Date;
/// let d: Date = "2021-07-26".parse().unwrap();
/// assert_eq!((d.year, d.month, d.day), (2021, 7, 26));
/// assert!("2021".parse::<Date>().unwrap() < d);
/// assert!("2021-13".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12; 0 where unknown.
    pub month: u8,
    /// The day, 1 to 31; 0 where unknown.
    pub day: u8,
}

/// The text is no date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a date: write YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct DateError;

impl Date {
    /// The day `year-month-day`.
    pub const fn day(year: i16, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }
    /// The first day that this date can mean.
    pub const fn first(self) -> Date {
        Date { year: self.year, month: if self.month == 0 { 1 } else { self.month }, day: if self.day == 0 { 1 } else { self.day } }
    }
    /// A day at or after the last one that this date can mean (months count 31 days: only the order matters).
    pub const fn last(self) -> Date {
        Date { year: self.year, month: if self.month == 0 { 12 } else { self.month }, day: if self.day == 0 { 31 } else { self.day } }
    }
    /// Whether the day is known.
    pub const fn is_day(self) -> bool {
        self.day != 0
    }
}

const fn days(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;
    fn from_str(s: &str) -> Result<Date, DateError> {
        let b = s.as_bytes();
        let number = |r: std::ops::Range<usize>| -> Result<i16, DateError> {
            b[r].iter().try_fold(0i16, |n, c| if c.is_ascii_digit() { Ok(n * 10 + (c - b'0') as i16) } else { Err(DateError) })
        };
        let dash = |i: usize| if b[i] == b'-' { Ok(()) } else { Err(DateError) };
        let mut d = Date { year: 0, month: 0, day: 0 };
        if !matches!(b.len(), 4 | 7 | 10) {
            return Err(DateError);
        }
        d.year = number(0..4)?;
        if b.len() >= 7 {
            dash(4)?;
            d.month = number(5..7)? as u8;
            if !(1..=12).contains(&d.month) {
                return Err(DateError);
            }
        }
        if b.len() == 10 {
            dash(7)?;
            d.day = number(8..10)? as u8;
            if d.day == 0 || d.day > days(d.year, d.month) {
                return Err(DateError);
            }
        }
        Ok(d)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month != 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day != 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for s in ["0622", "2003", "2003-04", "2003-04-09", "2024-02-29"] {
            assert_eq!(s.parse::<Date>().unwrap().to_string(), s);
        }
        for s in ["", "203", "2003-4", "2003-00", "2003-13", "2003-02-29", "2003-04-31", "2003-04-00", "2003/04", "٢٠٠٣", "2003-04-09x"] {
            assert!(s.parse::<Date>().is_err(), "{s}");
        }
    }

    #[test]
    fn spans_what_it_can_mean() {
        let d: Date = "2003".parse().unwrap();
        assert_eq!((d.first(), d.last()), (Date::day(2003, 1, 1), Date::day(2003, 12, 31)));
    }
}
