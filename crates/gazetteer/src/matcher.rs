//! Finding names in a text.

use crate::index::{Cut, is_word, readings};
use crate::spelling::{Common, common, is_mark, is_writers_variant, spelling};
use crate::{Clitics, Gazetteer, Match, NameId, Reading, Tier};
use qawl_text::{Token, fold, tokenize};
use std::ops::ControlFlow;

/// A match before its bytes are known.
#[derive(Clone, Copy)]
struct Hit {
    end: u32,
    name: u32,
    cut: Cut,
    tier: Tier,
}

impl Gazetteer {
    /// Appends the names in a text: leftmost first and of those the longest, without overlap. `tokens` are `text`'s.
    ///
    /// Proclitics are taken off the first word where that makes a name; of readings of one length the one with the fewest wins. The
    /// words of a name stand on one line, with nothing but white space or a hyphen between them. Whether a form that needs context has it, the
    /// matcher does not judge.
    ///
    /// ```
    /// use qawl_gazetteer::{Builder, Entry, Tier};
    /// use qawl_text::tokenize;
    /// let mut builder = Builder::new();
    /// builder.add_entry(Entry::new("place:iraq", "العراق"));
    /// let gazetteer = builder.build().unwrap();
    ///
    /// let text = "زار الوزير العراق ثم عاد للعراق";
    /// let mut tokens = Vec::new();
    /// tokenize(text, &mut tokens);
    /// let mut found = Vec::new();
    /// gazetteer.matches(text, &tokens, &mut found);
    /// assert_eq!(found.len(), 2);
    /// assert_eq!(&text[found[0].span().range()], "العراق");
    /// assert_eq!(&text[found[1].span().range()], "لعراق");
    /// assert_eq!(found[1].clitics.to_string(), "ل");
    /// assert_eq!(found[1].tier, Tier::Exact);
    /// ```
    pub fn matches(&self, text: &str, tokens: &[Token], out: &mut Vec<Match>) {
        let mut at = 0;
        while at < tokens.len() {
            match self.longest(text, tokens, at) {
                Some(hit) => {
                    out.push(finish(text, tokens, at, hit));
                    at = hit.end as usize;
                }
                None => at += 1,
            }
        }
    }
    /// Appends every name in a text, overlapping ones too: in order of start, then end (the longest first), then number of clitics.
    pub fn all_matches(&self, text: &str, tokens: &[Token], out: &mut Vec<Match>) {
        for at in 0..tokens.len() {
            self.all_at(text, tokens, at, out);
        }
    }
    /// Appends every name that begins at this token, the longest first, then those with fewer clitics.
    pub fn all_at(&self, text: &str, tokens: &[Token], at: usize, out: &mut Vec<Match>) {
        let before = out.len();
        self.hits(text, tokens, at, |hit| out.push(finish(text, tokens, at, hit)));
        out[before..].sort_by_key(|m| (std::cmp::Reverse(m.end), m.first_byte, m.name));
    }
    /// The longest name that begins at this token.
    pub fn match_at(&self, text: &str, tokens: &[Token], at: usize) -> Option<Match> {
        self.longest(text, tokens, at).map(|hit| finish(text, tokens, at, hit))
    }
    /// The name that these words are as a whole, clitics taken off if need be.
    pub fn lookup(&self, words: &str) -> Option<Match> {
        let mut tokens = Vec::new();
        tokenize(words, &mut tokens);
        let start = tokens.iter().position(is_word)?;
        let end = tokens.iter().rposition(is_word)? + 1;
        self.match_at(words, &tokens, start).filter(|m| m.end as usize == end)
    }

    /// What a match can mean, the readings that are spelled as the text has it first, each with its tier. Of a name of one word, readings that are
    /// never spelled so are left out: الرأي can be الرأي, not الراي.
    pub fn readings_of(&self, text: &str, found: &Match) -> Vec<(Tier, &Reading)> {
        let written = found.spelling;
        let all = self.readings(found.name);
        let (mut exact, mut folded) = (Vec::new(), Vec::new());
        for r in all {
            // a machine-made spelling is no reading of its own: where only such a one is exact, it is everyone's
            if r.spelling == written || found.tier == Tier::Exact && all.iter().all(|o| o.spelling != written) {
                exact.push((Tier::Exact, r));
            } else if all.len() == 1 || found.len() > 1 || found.tier == Tier::Folded || self.may_be_written(r, &text[found.span().range()]) {
                folded.push((Tier::Folded, r));
            }
        }
        exact.append(&mut folded);
        exact
    }
    /// Whether a form of this reading's entity may be written so.
    fn may_be_written(&self, r: &Reading, written: &str) -> bool {
        let e = self.entry(r.entity);
        let mut forms = std::iter::once(&e.name).chain(e.aliases.iter().map(|a| &a.text));
        forms.any(|f| fold(f) == fold(written) && is_writers_variant(f, written))
    }

    #[inline(always)]
    fn hits(&self, text: &str, tokens: &[Token], at: usize, mut f: impl FnMut(Hit)) {
        let Some(t) = tokens.get(at).filter(|t| is_word(t)) else { return };
        let _ = readings::<()>(t, |first, cut| {
            self.index.walk(tokens, at, first, |end, name| {
                if let Some(tier) = self.judge(text, &tokens[at..end as usize], first, cut, name) {
                    f(Hit { end, name, cut, tier });
                }
            });
            ControlFlow::Continue(())
        });
    }
    #[inline(always)]
    fn longest(&self, text: &str, tokens: &[Token], at: usize) -> Option<Hit> {
        let mut best: Option<Hit> = None;
        self.hits(text, tokens, at, |hit| {
            if best.is_none_or(|b| hit.end > b.end) {
                best = Some(hit);
            }
        });
        best
    }
    /// The tier of a match; `None` where it is spelled as the name never is. The rules stand in the module `spelling`.
    fn judge(&self, text: &str, tokens: &[Token], first: u64, cut: Cut, name: u32) -> Option<Tier> {
        let written = spelling(tokens);
        let known = |s: u32| self.readings(NameId(name)).iter().any(|r| r.spelling == s) || self.spellings.binary_search(&(name, s)).is_ok();
        if cut.letters > 0 && tokens.len() == 1 && common(tokens[0].hash, tokens[0].variant) == Some(Common::Whole) {
            return None;
        }
        if known(written) {
            return Some(Tier::Exact);
        }
        let variant = tokens[0].variant;
        let allowed = match tokens {
            [one] => {
                matches!(common(first, variant), None | Some(Common::Whole))
                    && is_writers_variant(self.name_text(NameId(name)), &text[first_byte(text, one, cut) as usize..one.end as usize])
            }
            [_, _] => {
                common(first, variant) != Some(Common::Particle) || {
                    let mut own = Vec::new();
                    tokenize(self.name_text(NameId(name)), &mut own);
                    own.first().is_some_and(|t| t.variant == variant)
                }
            }
            _ => true,
        };
        allowed.then_some(Tier::Folded)
    }
}

fn finish(text: &str, tokens: &[Token], at: usize, hit: Hit) -> Match {
    let t = &tokens[at];
    Match {
        start: at as u32,
        end: hit.end,
        first_byte: first_byte(text, t, hit.cut),
        last_byte: tokens[hit.end as usize - 1].end,
        name: NameId(hit.name),
        clitics: clitics(t, hit.cut),
        tier: hit.tier,
        spelling: spelling(&tokens[at..hit.end as usize]),
    }
}

/// What was taken off.
fn clitics(t: &Token, cut: Cut) -> Clitics {
    t.head()[..cut.skipped as usize].iter().fold(Clitics::NONE, |c, &letter| match char::from_u32(u32::from(letter)) {
        Some('و') => c.with(Clitics::WA),
        Some('ف') => c.with(Clitics::FA),
        Some('ب') => c.with(Clitics::BA),
        Some('ل') => c.with(Clitics::LA),
        Some('ك') => c.with(Clitics::KA),
        _ => c,
    })
}

/// The byte after the clitics and the marks on them. A ligature that holds clitic and name (ﻻ) counts as the name's.
fn first_byte(text: &str, t: &Token, cut: Cut) -> u32 {
    let mut left = cut.skipped as usize;
    if left == 0 {
        return t.start;
    }
    let mut at = t.start;
    for c in text[t.start as usize..t.end as usize].chars() {
        if !is_mark(c) {
            let letters = if (c as u32) < 0x800 { 1 } else { fold(c.encode_utf8(&mut [0; 4])).chars().count() };
            if left == 0 || letters > left {
                break;
            }
            left -= letters;
        }
        at += c.len_utf8() as u32;
    }
    at
}
