//! Web and mail addresses, which begin like a Latin word.

use crate::fold::{K, decode};
use crate::{Token, TokenKind};

/// Top-level domains by which an address without `http://` or `www.` is known.
const DOMAINS: [&str; 34] = [
    "com", "net", "org", "gov", "edu", "info", "int", "mil", "tv", "me", "co", "io", "news", "online", "sa", "ae", "iq", "eg", "jo", "kw", "qa",
    "bh", "om", "ye", "lb", "sy", "ps", "ma", "dz", "tn", "ly", "sd", "ir", "uk",
];

/// Looks for addresses, once at every byte: what a look ahead found bare of addresses is not looked at again.
#[derive(Default)]
pub(crate) struct Addresses {
    /// Up to here there is no address.
    bare: usize,
}

impl Addresses {
    /// Widens a Latin word that opens an address into that address.
    #[inline]
    pub(crate) fn widen(&mut self, b: &[u8], t: &mut Token) {
        let e = t.end as usize;
        if e < b.len() && matches!(b[e], b':' | b'@' | b'.' | b'-' | b'_' | b'+') && e >= self.bare {
            self.look(b, t);
        }
    }

    #[cold]
    fn look(&mut self, b: &[u8], t: &mut Token) {
        let (s, e) = (t.start as usize, t.end as usize);
        if b[e] == b':' {
            if b[e..].starts_with(b"://") {
                become_address(b, t, web(b, e + 3), TokenKind::Url);
            }
            return;
        }
        // the run of host or mailbox characters
        let mut k = e;
        while k < b.len() && (b[k].is_ascii_alphanumeric() || matches!(b[k], b'.' | b'-' | b'_' | b'+')) {
            k += 1;
        }
        if k + 1 < b.len() && b[k] == b'@' && b[k + 1].is_ascii_alphanumeric() {
            let mut end = k + 1;
            while end < b.len() && (b[end].is_ascii_alphanumeric() || matches!(b[end], b'.' | b'-')) {
                end += 1;
            }
            while matches!(b[end - 1], b'.' | b'-') {
                end -= 1;
            }
            become_address(b, t, end, TokenKind::Email);
            return;
        }
        let mut host = k;
        while matches!(b[host - 1], b'.' | b'-' | b'_' | b'+') {
            host -= 1;
        }
        let last = b[s..host].rsplit(|&c| c == b'.').next().unwrap_or(&[]);
        let dotted = last.len() < host - s;
        let known = DOMAINS.iter().any(|d| last.eq_ignore_ascii_case(d.as_bytes()));
        if dotted && (known && (e - s > 1 || b.get(host) == Some(&b'/')) || b[s..e].eq_ignore_ascii_case(b"www")) {
            let end = if host < b.len() && matches!(b[host], b'/' | b'?' | b'#') { web(b, host) } else { host };
            become_address(b, t, end, TokenKind::Url);
        } else {
            self.bare = k;
        }
    }
}

/// Where the web address ends of which byte `i` is a part: a path may go on in Arabic ("/أخبار-العراق"), a host may not.
fn web(b: &[u8], mut i: usize) -> usize {
    let start = i;
    let mut path = i < b.len() && b[i] == b'/';
    while i < b.len() {
        let x = b[i];
        if x >= 0x80 {
            // Arabic after a joint of the path or after Arabic
            let (cp, w) = decode(b, i);
            let joined = i > start && (b[i - 1] >= 0x80 || matches!(b[i - 1], b'/' | b'-' | b'_' | b'=' | b'%'));
            if !(path && joined && (0x620..0x66a).contains(&cp)) {
                break;
            }
            i += w;
            continue;
        }
        if x <= 0x20 || x == 0x7f || matches!(x, b'<' | b'>' | b'"' | b'\'' | b'(' | b')') {
            break;
        }
        path |= x == b'/';
        i += 1;
    }
    while i > start && matches!(b[i - 1], b'.' | b',' | b';' | b':' | b'!' | b'?') {
        i -= 1;
    }
    i
}

fn become_address(b: &[u8], t: &mut Token, end: usize, kind: TokenKind) {
    let address = &b[t.start as usize..end];
    t.kind = kind;
    t.end = end as u32;
    t.hash = address.iter().fold(0, |h, c| h.wrapping_mul(K).wrapping_add(c.to_ascii_lowercase() as u64));
    t.len = address.len().min(255) as u8;
}
