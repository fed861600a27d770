//! Which candidates become mentions: those that do not overlap and together score most.

use crate::candidate::Candidate;

/// Chooses candidates without overlap, in text order. Linear in text and candidates.
pub(crate) fn choose(candidates: &[Candidate], tokens: usize) -> Vec<usize> {
    let mut by_end: Vec<(u32, u32, u32)> = candidates.iter().zip(0..).map(|(c, k)| (c.end, c.start, k)).collect();
    by_end.sort_unstable();
    let mut best = vec![0i32; tokens + 1];
    let mut taken = vec![u32::MAX; tokens + 1];
    let mut next = 0;
    for end in 1..=tokens {
        best[end] = best[end - 1];
        while let Some(&(_, start, k)) = by_end.get(next).filter(|c| c.0 as usize == end) {
            let score = best[start as usize] + candidates[k as usize].score;
            if score > best[end] {
                best[end] = score;
                taken[end] = k;
            }
            next += 1;
        }
    }
    let mut out = Vec::new();
    let mut at = tokens;
    while at > 0 {
        match taken[at] {
            u32::MAX => at -= 1,
            k => {
                out.push(k as usize);
                at = candidates[k as usize].start as usize;
            }
        }
    }
    out.reverse();
    out
}
