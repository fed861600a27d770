//! Which candidates become mentions: those that do not overlap and together score most.

use crate::candidate::Candidate;

/// Chooses candidates without overlap, in text order. Linear in text and candidates.
pub(crate) fn choose(candidates: &[Candidate], tokens: usize) -> Vec<usize> {
    let mut by_end: Vec<usize> = (0..candidates.len()).collect();
    by_end.sort_by_key(|&k| (candidates[k].end, candidates[k].start));
    let mut best = vec![0i32; tokens + 1];
    let mut taken = vec![u32::MAX; tokens + 1];
    let mut next = 0;
    for end in 1..=tokens {
        best[end] = best[end - 1];
        while let Some(&k) = by_end.get(next).filter(|&&k| candidates[k].end as usize == end) {
            let c = &candidates[k];
            let score = best[c.start as usize] + c.score;
            if score > best[end] {
                best[end] = score;
                taken[end] = k as u32;
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
