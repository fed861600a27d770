//! Finding cues: the lexicon's forms as a hash map over folded words, asked once a token.

use crate::lexicon::{Features, Form, FormKind, Lexicon, Mood, Tense, Voice};
use qawl_text::{Text, Token, TokenKind, WordFilter, WordMap, hash};

/// A place where the letters of a cue stand; whether it attributes is for the constructions to say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Index of its first token.
    pub(crate) token: usize,
    /// Number of tokens.
    pub(crate) len: usize,
    /// The byte at which the cue begins, after a leading و or ف.
    pub(crate) first_byte: u32,
    /// The row of the lexicon.
    pub(crate) row: usize,
    /// The form's features.
    pub(crate) features: Features,
    /// A leading و or ف was taken off.
    pub(crate) conjoined: bool,
}

impl Hit {
    /// One past its last token.
    pub(crate) fn end(&self) -> usize {
        self.token + self.len
    }
}

/// Letters at the end of a form that folding makes one with others.
#[derive(Clone, Copy)]
struct Ending {
    teh: bool,
    maqsura: bool,
}

struct Phrase {
    words: Box<[u64]>,
    form: Form,
}

/// The forms of a lexicon, ready for look-up.
pub(crate) struct CueIndex {
    /// The first words of all cues: most words of a text end here.
    filter: WordFilter<19>,
    /// The same for the first words of phrases alone.
    openers: WordFilter<16>,
    words: WordMap<(u32, u32)>,
    forms: Vec<(Form, Ending)>,
    phrases: WordMap<Vec<Phrase>>,
    nouns: WordMap<Vec<(u32, u32)>>,
    /// By row: whether it has light nouns.
    light: Vec<bool>,
}

/// One key for the first two words of a phrase.
fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ second
}

const WAW: u16 = 0x648;
const FEH: u16 = 0x641;
const SEEN: u16 = 0x633;

impl CueIndex {
    pub(crate) fn new(lexicon: &Lexicon) -> CueIndex {
        let mut single: Vec<(u64, Form, bool, bool)> = Vec::with_capacity(lexicon.len());
        let (mut phrases, mut openings) = (Vec::new(), Vec::new());
        for (surface, form) in lexicon.forms() {
            let mut words = surface.split(' ');
            let first = words.next().map_or(0, hash);
            let rest: Box<[u64]> = words.map(hash).collect();
            if rest.is_empty() {
                single.push((first, form, surface.ends_with('ة'), surface.ends_with('ى')));
            } else {
                openings.push(first);
                phrases.push((pair(first, rest[0]), vec![Phrase { words: rest, form }]));
            }
        }
        // the likelier first: rarer forms and later rows behind
        single.sort_by_key(|(h, f, ..)| (*h, f.features.rank(), f.row));
        single.dedup();
        let forms = single.iter().map(|p| (p.1, Ending { teh: p.2, maqsura: p.3 })).collect();
        let mut groups: Vec<(u64, (u32, u32))> = Vec::with_capacity(single.len());
        for (k, (h, ..)) in single.iter().enumerate() {
            match groups.last_mut() {
                Some((last, range)) if last == h => range.1 = k as u32 + 1,
                _ => groups.push((*h, (k as u32, k as u32 + 1))),
            }
        }
        let mut nouns: Vec<(u64, Vec<(u32, u32)>)> = Vec::new();
        for (r, row) in lexicon.rows().iter().enumerate() {
            for (l, light) in row.light.iter().enumerate() {
                nouns.extend(light.spellings().map(|n| (hash(n.as_ref()), vec![(r as u32, l as u32)])));
            }
        }
        let filter = WordFilter::build(groups.iter().map(|g| g.0).chain(openings.iter().copied()));
        let openers = WordFilter::build(openings);
        CueIndex {
            filter,
            openers,
            words: WordMap::build(groups, |_, _| {}),
            forms,
            phrases: WordMap::build(phrases, |a, b: Vec<Phrase>| a.extend(b)),
            nouns: WordMap::build(nouns, |a, b| a.extend(b)),
            light: lexicon.rows().iter().map(|r| !r.light.is_empty()).collect(),
        }
    }

    fn forms(&self, h: u64) -> &[(Form, Ending)] {
        self.words.get(h).map_or(&[], |&(a, b)| &self.forms[a as usize..b as usize])
    }

    /// Which noun of the row's light nouns the token is, with article and pronoun allowed.
    pub(crate) fn light_noun(&self, row: usize, token: &Token) -> Option<usize> {
        let find = |h: u64| self.nouns.get(h).and_then(|v| v.iter().find(|p| p.0 as usize == row)).map(|p| p.1 as usize);
        if token.kind != TokenKind::Word || !self.light.get(row).copied().unwrap_or(false) {
            return None;
        }
        find(token.hash).or_else(|| if token.head()[..2] == [0x627, 0x644] { find(token.rest(2)) } else { None })
    }

    /// The cues that may begin at token `i`, the likelier first, appended to `out`.
    pub(crate) fn at(&self, text: &Text<'_>, i: usize, out: &mut Vec<Hit>) {
        let t = &text.tokens()[i];
        if t.kind != TokenKind::Word {
            return;
        }
        let head = t.head();
        let conjoined = matches!(head[0], WAW | FEH) && t.len > 2;
        let whole = self.filter.may_have(t.hash);
        let behind = conjoined && self.filter.may_have(t.rest(1));
        let future = (conjoined && head[1] == SEEN) || head[0] == SEEN;
        if !whole && !behind && !future {
            return;
        }
        if whole {
            self.phrase(text, i, t.hash, t.start, false, out);
        }
        if behind {
            self.phrase(text, i, t.rest(1), after(text, t, 1), true, out);
        }
        let push = |h: u64, first_byte: u32, conjoined: bool, future: bool, out: &mut Vec<Hit>| {
            let forms = self.forms(h);
            if forms.is_empty() {
                return;
            }
            let last = text.slice(t.span()).trim_end_matches(|c| matches!(c, '\u{64b}'..='\u{652}')).chars().next_back().unwrap_or(' ');
            for (f, ending) in forms {
                let x = &f.features;
                // نسبة is no نسبه, رأي is no رأى; but ه for ة and ى for ي are common
                if (last == 'ة' && !ending.teh) || (last == 'ي' && ending.maqsura) {
                    continue;
                }
                if future && !(x.kind == FormKind::Verb && x.tense == Some(Tense::Imperfect) && x.mood != Mood::Dependent) {
                    continue;
                }
                out.push(Hit { token: i, len: 1, first_byte, row: f.row, features: *x, conjoined });
            }
        };
        if whole {
            push(t.hash, t.start, false, false, out);
        }
        if behind {
            push(t.rest(1), after(text, t, 1), true, false, out);
        }
        if future {
            let (n, first_byte) = if conjoined { (2, after(text, t, 1)) } else { (1, t.start) };
            if self.filter.may_have(t.rest(n)) {
                push(t.rest(n), first_byte, conjoined, true, out);
            }
        }
    }

    fn phrase(&self, text: &Text<'_>, i: usize, first: u64, first_byte: u32, conjoined: bool, out: &mut Vec<Hit>) {
        if !self.openers.may_have(first) {
            return;
        }
        let tokens = text.tokens();
        let Some(list) = tokens.get(i + 1).and_then(|t| self.phrases.get(pair(first, t.hash))) else { return };
        let best =
            list.iter().filter(|p| p.words.iter().enumerate().all(|(k, w)| tokens.get(i + 1 + k).is_some_and(|t| t.hash == *w && !t.starts_line())));
        if let Some(p) = best.max_by_key(|p| p.words.len()) {
            out.push(Hit { token: i, len: 1 + p.words.len(), first_byte, row: p.form.row, features: p.form.features, conjoined });
        }
    }
}

/// The byte after the first `n` letters of a token, marks that lean on them included.
pub(crate) fn after(text: &Text<'_>, t: &Token, n: usize) -> u32 {
    let s = text.slice(t.span());
    let mut letters = 0;
    for (k, c) in s.char_indices() {
        let mark =
            matches!(c, '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{670}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if !mark {
            if letters == n {
                return t.start + k as u32;
            }
            letters += 1;
        }
    }
    t.start
}

/// Whether the form is a finite verb in the active or a passive that looks like it.
pub(crate) fn is_verb(f: &Features) -> bool {
    f.kind == FormKind::Verb
}

/// Whether the form is only a passive (قيل، يقال).
pub(crate) fn is_passive(f: &Features) -> bool {
    f.voice == Some(Voice::Passive)
}
