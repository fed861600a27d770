//! Datelines: "بغداد (واع) -", "الشرق اليوم –", "القاهرة - محمد علي:" before the first sentence.

use crate::lexicon::{Lexicon, list};
use crate::{Token, TokenKind};

/// Tokens of the longest dateline.
const LONGEST: usize = 18;
/// Words of the longest part between two dashes.
const PART: usize = 5;

/// How many tokens at the start of a paragraph are its dateline; 0 where it has none.
///
/// A dateline is a row of short parts between dashes, slashes and brackets, with a place, an agency or a reporter's name in it and
/// no verb; it ends with a dash or colon, or with the agency after a slash.
pub(crate) fn length(lexicon: &Lexicon, t: &[Token]) -> usize {
    let t = &t[..t.len().min(LONGEST)];
    // evidence: a place, an agency, a given name
    let (mut known, mut end, mut words, mut i) = (false, 0, 0, 0);
    let mut bracket = false;
    while i < t.len() {
        let x = &t[i];
        match x.kind {
            TokenKind::Word | TokenKind::Latin => {
                let sign = lexicon.phrase(&t[i..], list::AGENCY | list::PLACE);
                if sign > 0 {
                    known = true;
                    words += 1;
                    i += sign;
                    // بغداد/ واع أعلنت: the agency behind a slash ends it
                    let slash = i > sign && t[i - sign - 1].is('/');
                    if slash && !bracket && t.get(i).is_some_and(|n| n.is_word() && lexicon.verb(n) & (list::CUE | list::NEWS) != 0) {
                        end = i;
                        break;
                    }
                    continue;
                }
                if lexicon.verb(x) & (list::CUE | list::NEWS) != 0 {
                    break;
                }
                words += 1;
                if words > PART && !bracket {
                    break;
                }
            }
            TokenKind::Number => {}
            TokenKind::Punct => match x.punct() {
                Some('(') => bracket = true,
                Some(')') => {
                    bracket = false;
                    words = 0;
                }
                Some(':') if !bracket => {
                    // "الكاظمي: …" is a speaker; the colon of a dateline needs a sign or a dash before it
                    if known || end > 0 && reporter(lexicon, &t[end..i]) {
                        end = i + 1;
                    }
                    break;
                }
                Some('/' | '،' | ',') => words = 0,
                Some('«' | '»' | '"' | '“' | '”' | '.') => {}
                _ if x.is_dash() => {
                    let says = t.get(i + 1).is_some_and(|n| n.is_word() && lexicon.verb(n) & (list::CUE | list::NEWS) != 0);
                    // "العراقي – الأمريكي" joins two words; a dash that ends a dateline has a sign before it or a verb behind it
                    let spaced = x.spaced() && words <= 3;
                    if known || says && spaced || end > 0 && reporter(lexicon, &t[end..i]) {
                        end = i + 1;
                    } else if !reporter(lexicon, &t[end..i]) {
                        break;
                    }
                    words = 0;
                    if says {
                        break;
                    }
                }
                _ => break,
            },
            _ => break,
        }
        i += 1;
    }
    if end == 0 {
        return 0;
    }
    // "الرياض - أحمد غاوي أعلن …": the name between the last dash and the verb
    let rest = &t[end..];
    if t[end - 1].is_dash() {
        let name = rest.iter().take_while(|t| t.kind == TokenKind::Word && lexicon.verb(t) & (list::CUE | list::NEWS) == 0).count();
        if (2..=4).contains(&name) && reporter(lexicon, &rest[..name]) && rest.get(name).is_some_and(|t| t.kind == TokenKind::Word) {
            end += name;
        }
    }
    end
}

/// Whether the tokens begin with a given name.
fn reporter(lexicon: &Lexicon, t: &[Token]) -> bool {
    t.first().is_some_and(|t| t.kind == TokenKind::Word && lexicon.exact(t) & list::GIVEN != 0)
}
