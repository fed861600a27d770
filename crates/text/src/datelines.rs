//! Datelines and reporters' lines: "بغداد (واع) -", "الشرق اليوم –", "القاهرة - محمد علي:".
//!
//! Both are rows of short parts between dashes, slashes and brackets, in which nothing is said and something signs: a place, an
//! agency or a reporter's name. A dateline stands before the first sentence, a reporter's line alone.

use crate::lexicon::{Lexicon, list};
use crate::{Folds, Token, TokenKind};

/// Tokens of the longest dateline.
const LONGEST: usize = 22;
/// Words of the longest part between two dashes.
const PART: usize = 5;
/// Tokens and words of the longest reporter's line.
const LINE: (usize, usize) = (18, 10);

const SIGNS: u16 = list::AGENCY | list::PLACE;

/// How many tokens at the start of a paragraph are its dateline; 0 where it has none.
pub(crate) fn length(lexicon: &Lexicon, paragraph: &[Token]) -> usize {
    let t = &paragraph[..paragraph.len().min(LONGEST)];
    let (mut end, mut signed, mut part, mut words, mut i) = (0, false, 0, 0, 0);
    while i < t.len() {
        let x = &t[i];
        if x.is_word() {
            let sign = lexicon.phrase(&t[i..], SIGNS);
            // بغداد/ واع أعلنت: the agency behind a slash ends it
            if sign > 0 && i > 0 && t[i - 1].is('/') && t.get(i + sign).is_some_and(|t| says(lexicon, t)) {
                return i + sign;
            }
            if sign == 0 && (says(lexicon, x) || is_stop(lexicon, x)) {
                break;
            }
            words += sign.max(1);
            i += sign.max(1);
            if words > PART + sign {
                break;
            }
            continue;
        }
        let closes = x.is_dash() || x.is(':');
        if closes && i == 0 {
            break;
        }
        if closes {
            signed |= is_signed(lexicon, &t[part..i]);
            let next_says = t.get(i + 1).is_some_and(|t| says(lexicon, t));
            let named = starts_with_name(lexicon, &t[part..i]);
            let good = if x.is(':') {
                // "بغداد: لن نقبل" quotes a government; a colon right after the place needs a report behind it
                signed && (end > 0 || part > 0 || next_says || paragraph.len() > i + 16) || end > 0 && named
            } else {
                // "العراقي – الأمريكي" joins two words; the last dash has a sign before it or a verb behind it
                signed || next_says && x.spaced() && words <= 3 || end > 0 && named
            };
            if good {
                end = i + 1;
            }
            if x.is(':') || next_says {
                break;
            }
            (part, words) = (i + 1, 0);
        } else if matches!(x.punct(), Some('/' | '،' | ',' | '(' | ')' | '|')) {
            signed |= is_signed(lexicon, &t[part..i]);
            (part, words) = (i + 1, 0);
        } else if x.kind != TokenKind::Number && !matches!(x.punct(), Some('«' | '»' | '"' | '“' | '”' | '.' | '{' | '}')) {
            break;
        }
        i += 1;
    }
    // "الرياض - أحمد غاوي أعلن …": the name between the last dash and the verb
    if end > 0 && t[end - 1].is_dash() && starts_with_name(lexicon, &t[end..]) {
        let name = t[end..].iter().take_while(|t| t.kind == TokenKind::Word && !says(lexicon, t)).count();
        if (2..=4).contains(&name) && t.get(end + name).is_some_and(|t| t.kind == TokenKind::Word) {
            end += name;
        }
    }
    end
}

/// Whether the line is a reporter's line: a name, an agency, a place and a date.
pub(crate) fn is_byline(lexicon: &Lexicon, t: &[Token]) -> bool {
    // the buttons of a picture show, as often copied with the line
    let buttons = t.iter().take_while(|t| t.kind == TokenKind::Latin).count();
    let t = if buttons < t.len() { &t[buttons..] } else { t };
    let words = t.iter().filter(|t| t.is_word()).count();
    if t.len() > LINE.0 || words == 0 || words > LINE.1 {
        return false;
    }
    if t.iter().any(|t| matches!(t.punct(), Some('؟' | '!' | '?' | '…'))) || t.last().is_some_and(|t| t.is('.')) {
        return false;
    }
    let opens = lexicon.exact(&t[0]) & list::BYLINE != 0;
    let joint = |t: &Token| t.is_dash() || matches!(t.punct(), Some('/' | '(' | ')' | '،' | ':' | '|' | '+'));
    let mut i = usize::from(opens);
    while i < t.len() {
        let sign = lexicon.phrase(&t[i..], SIGNS | list::OUTLET);
        if sign == 0 && t[i].is_word() && (says(lexicon, &t[i]) || is_stop(lexicon, &t[i])) {
            return false;
        }
        i += sign.max(1);
    }
    let parts = || t.split(joint).filter(|p| !p.is_empty());
    let dated = t.iter().any(|t| t.kind == TokenKind::Number);
    if parts().any(|p| p.iter().filter(|t| t.is_word()).count() > if dated { 8 } else { 4 }) {
        return false;
    }
    let signed = parts().any(|p| is_signed(lexicon, p));
    let named = parts().any(|p| starts_with_name(lexicon, p));
    let several = parts().count() > 1 && t.iter().any(|t| t.is_dash() || t.is('/') || t.is('('));
    let name = (2..=5).contains(&words) && words == t.len() && named;
    opens && words >= 3 || name || several && (signed || named) && !t.last().is_some_and(|t| t.is(':') && !signed) || dated && signed
}

/// Whether the part is signed: a place or agency opens or ends it, or a common word that is an outlet's name is all of it.
fn is_signed(lexicon: &Lexicon, part: &[Token]) -> bool {
    let mut bare = true;
    let mut i = 0;
    while i < part.len() {
        if !part[i].is_word() {
            i += 1;
            continue;
        }
        let sign = lexicon.phrase(&part[i..], SIGNS);
        if sign > 0 && (bare || !part[i + sign..].iter().any(Token::is_word)) {
            return true;
        }
        let outlet = lexicon.phrase(&part[i..], list::OUTLET);
        bare &= outlet > 0;
        i += sign.max(outlet).max(1);
    }
    bare && part.iter().any(Token::is_word)
}

fn says(lexicon: &Lexicon, t: &Token) -> bool {
    t.is_word() && lexicon.verb(t) & (list::CUE | list::NEWS) != 0
}

/// Whether no dateline has the word; على folds like the name علي, so its spelling decides.
fn is_stop(lexicon: &Lexicon, t: &Token) -> bool {
    const ALI: u64 = crate::hash("علي");
    t.kind == TokenKind::Word && (lexicon.exact(t) & list::STOP != 0 || t.hash == ALI && t.folds.contains(Folds::YEH))
}

/// Whether the tokens begin with a given name, د. before it or not.
fn starts_with_name(lexicon: &Lexicon, t: &[Token]) -> bool {
    let at = if matches!(t, [a, b, ..] if a.len == 1 && b.is('.')) { 2 } else { 0 };
    t.get(at).is_some_and(|t| t.kind == TokenKind::Word && lexicon.exact(t) & list::GIVEN != 0)
}
