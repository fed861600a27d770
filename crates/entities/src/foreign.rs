//! Does an unknown word look like a foreign name in Arabic letters?
//!
//! Arabic words are roots in patterns, foreign names are sounds spelled out: their pairs of letters differ. The pairs are counted
//! once, in the lists of foreign names against the lists of titles, heads and common words.

use qawl_text::fold;

/// Letters told apart: the folded Arabic alphabet, the edge of a word, and all else.
const N: usize = 40;

/// How much likelier each pair of letters is in a foreign name than in an Arabic word, as a logarithm.
pub(crate) struct Foreign {
    pairs: Box<[f32; N * N]>,
}

fn letter(c: char) -> usize {
    match c as u32 {
        c @ 0x621..=0x63a => (c - 0x620) as usize,
        c @ 0x641..=0x64a => (c - 0x640 + 27) as usize,
        _ => 38,
    }
}

fn pairs(folded: &str, mut f: impl FnMut(usize)) {
    let mut last = 0;
    for c in folded.chars() {
        let l = letter(c);
        f(last * N + l);
        last = l;
    }
    f(last * N);
}

impl Foreign {
    pub(crate) fn new(files: &[(&str, &str)]) -> Foreign {
        let mut counts = [vec![0.4f32; N * N], vec![0.4f32; N * N]];
        let mut totals = [0.4 * (N * N) as f32; 2];
        let mut add = |word: &str, k: usize| {
            pairs(&fold(word), |p| {
                counts[k][p] += 1.0;
                totals[k] += 1.0;
            });
        };
        for (path, text) in files.iter().filter(|(p, _)| p.ends_with(".txt")) {
            let foreign = ["western", "slavic"].iter().any(|k| path.contains(k));
            if !foreign && !path.starts_with("context/") {
                continue;
            }
            for line in text.lines().filter(|l| !l.starts_with('#')) {
                let words = line.split('\t').next().unwrap_or("");
                if foreign {
                    add(words, 0);
                } else {
                    words.split(' ').filter(|w| !w.starts_with("ال")).for_each(|w| add(w, 1));
                }
            }
        }
        for line in include_str!("../data/common.txt").lines().filter(|l| !l.starts_with('#')) {
            line.split(' ').skip(1).for_each(|w| add(w, 1));
        }
        let mut out = Box::new([0.0; N * N]);
        for (p, o) in out.iter_mut().enumerate() {
            // fractions are rounded, so that every machine decides alike
            *o = ((counts[0][p] / totals[0]) / (counts[1][p] / totals[1])).ln().clamp(-4.0, 4.0);
        }
        Foreign { pairs: out }
    }
    /// How foreign a word looks: above 0 rather a foreign name, below rather a word. Per letter.
    pub(crate) fn score(&self, word: &str) -> f32 {
        let folded = fold(word);
        let (mut sum, mut n) = (0.0, 0.0);
        pairs(&folded, |p| {
            sum += self.pairs[p];
            n += 1.0;
        });
        sum / n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sound_foreign_and_words_do_not() {
        let f = Foreign::new(qawl_default_gazetteers::files());
        for name in ["جوتشولك", "غيلرمان", "ثاباتيرو", "سوليدام", "فيورينا"] {
            assert!(f.score(name) > 0.25, "{name} {}", f.score(name));
        }
        for word in ["مستشفيات", "اجتماع", "مقترح", "متظاهرين", "مواجهة"] {
            assert!(f.score(word) < 0.25, "{word} {}", f.score(word));
        }
    }
}
