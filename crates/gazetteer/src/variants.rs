//! The spellings of a name that the machine makes itself, so that no one writes them into a file.

use crate::{AliasKind, EntityType};
use qawl_text::{Token, TokenKind};

/// At most this many spellings of one name.
const MOST: usize = 16;

/// Appends the other spellings of a name, without the name itself. For each word:
///
/// | word | spellings |
/// |---|---|
/// | عبد + الX | joined, and the other way round: عبد الله / عبدالله |
/// | X + الدين; in persons' names X + الله | joined and not: نور الدين / نورالدين, نصر الله / نصرالله |
/// | بن, ابن | each other |
/// | أبو at the front | أبا, أبي; joined and not anywhere: أبو ظبي / أبوظبي |
/// | a group's last word in ـون | ـين: الإخوان المسلمون / المسلمين |
/// | an acronym of Latin capitals | dotted and not: UN / U.N. |
pub(crate) fn spellings(name: &str, ty: EntityType, kind: AliasKind, out: &mut Vec<String>) {
    if !name.is_ascii() && may_vary(name) {
        arabic(name, ty, out);
    } else if kind == AliasKind::Acronym || kind == AliasKind::Foreign {
        acronym(name, out);
    }
}

/// Whether [`spellings`] may have something to say of a name with these tokens: a look at the edges of each word, which turns most names away.
pub(crate) fn may_have(name: &str, tokens: &[Token]) -> bool {
    let b = name.as_bytes();
    let [ain, alef, beh, noon] = ['ع', 'ا', 'ب', 'ن'].map(|c| c as u16);
    tokens.iter().any(|t| {
        let head = t.head();
        let edge = b[..t.end as usize].last_chunk::<2>();
        t.kind == TokenKind::Latin
            || head[1] == beh && (head[0] == ain || head[0] == alef)
            || head[0] == beh && head[1] == noon
            || edge == Some(b"\xd9\x86")
            || edge == Some(b"\xd9\x87")
    })
}

/// A cheap look before the work: most names have one spelling.
fn may_vary(name: &str) -> bool {
    let b = name.as_bytes();
    let mut start = 0;
    for i in 0..=b.len() {
        if i < b.len() && b[i] != b' ' {
            continue;
        }
        let w = &b[start..i];
        start = i + 1;
        // most words are turned away by their first or last letter: ع أ ا ب in front, ن or ه behind
        let (Some(first), Some(last)) = (w.first_chunk::<2>(), w.last_chunk::<2>()) else { continue };
        let opens = [*b"\xd8\xb9", *b"\xd8\xa3", *b"\xd8\xa7", *b"\xd8\xa8"].contains(first);
        let closes = [*b"\xd9\x86", *b"\xd9\x87"].contains(last);
        let front = |s: &str| opens && w.starts_with(s.as_bytes());
        let back = |s: &str| closes && w.ends_with(s.as_bytes());
        if front("عبد") || front("أبو") || front("ابو") || back("بن") && w.len() <= 6 || back("الدين") || back("الله") || back("ون")
        {
            return true;
        }
    }
    false
}

fn letters(s: &str) -> usize {
    s.chars().count()
}

fn arabic(name: &str, ty: EntityType, out: &mut Vec<String>) {
    let words: Vec<&str> = name.split([' ', '\u{a0}']).filter(|w| !w.is_empty()).collect();
    let person = ty == EntityType::Person;
    let group = !matches!(ty, EntityType::Person | EntityType::Place | EntityType::Office | EntityType::Event);
    let mut all: Vec<String> = vec![String::with_capacity(name.len() + 8)];
    let mut i = 0;
    while i < words.len() {
        let w = words[i];
        let next = words.get(i + 1).copied();
        let first = i == 0;
        let mut choices: Vec<String> = vec![w.to_owned()];
        let mut taken = 1;
        match next {
            Some(n) if w == "عبد" && n.starts_with("ال") => {
                choices = vec![format!("عبد {n}"), format!("عبد{n}")];
                taken = 2;
            }
            Some(n) if w == "أبو" || w == "ابو" => {
                choices = vec![format!("{w} {n}"), format!("أبو{n}")];
                if first {
                    choices.extend([format!("أبا {n}"), format!("أبي {n}")]);
                }
                taken = 2;
            }
            Some(n) if n == "الدين" || n == "الله" && person && w != "آل" => {
                choices = vec![format!("{w} {n}"), format!("{w}{n}")];
                taken = 2;
            }
            _ if w == "بن" || w == "ابن" => choices = vec!["بن".to_owned(), "ابن".to_owned()],
            _ => {
                let (split, least) = if w.starts_with("عبدال") {
                    (w.strip_prefix("عبد").map(|r| ("عبد", r)), 7)
                } else if w.starts_with("أبو") || w.starts_with("ابو") {
                    (w.get("أبو".len()..).map(|r| ("أبو", r)), 6)
                } else if let Some(r) = w.strip_suffix("الدين") {
                    (Some((r, "الدين")), 8)
                } else if let (true, Some(r)) = (person, w.strip_suffix("الله")) {
                    (Some((r, "الله")), 6)
                } else {
                    (None, 0)
                };
                if let Some((a, b)) = split.filter(|_| letters(w) >= least) {
                    choices.push(format!("{a} {b}"));
                } else if let (true, None, Some(r)) = (group && w.starts_with("ال"), next, w.strip_suffix("ون")) {
                    choices.push(format!("{r}ين"));
                }
            }
        }
        let room = (MOST / all.len()).max(1);
        choices.truncate(room);
        let before = std::mem::take(&mut all);
        for choice in &choices {
            for b in &before {
                let mut s = String::with_capacity(name.len() + 8);
                s.push_str(b);
                if !b.is_empty() {
                    s.push(' ');
                }
                s.push_str(choice);
                all.push(s);
            }
        }
        i += taken;
    }
    out.extend(all.into_iter().filter(|s| s != name));
}

fn acronym(name: &str, out: &mut Vec<String>) {
    let capitals = |s: &str| s.bytes().all(|b| b.is_ascii_uppercase());
    if (2..=6).contains(&name.len()) && capitals(name) {
        out.push(name.chars().map(String::from).collect::<Vec<_>>().join("."));
    } else if name.contains('.') && name.split('.').all(|p| p.len() <= 1 && capitals(p)) {
        out.push(name.replace('.', ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, ty: EntityType, kind: AliasKind, expected: &[&str]) {
        let mut out = Vec::new();
        spellings(name, ty, kind, &mut out);
        assert_eq!(out, expected, "{name}");
    }

    #[test]
    fn table() {
        use AliasKind::*;
        use EntityType::*;
        check("عبد الله الثاني", Person, Name, &["عبدالله الثاني"]);
        check("محمد عبدالسلام", Person, Name, &["محمد عبد السلام"]);
        check("محمد بن سلمان", Person, Name, &["محمد ابن سلمان"]);
        check("أبو مازن", Person, Alias, &["أبومازن", "أبا مازن", "أبي مازن"]);
        check("علي أبو راغب", Person, Name, &["علي أبوراغب"]);
        check("أبوظبي", Place, Name, &["أبو ظبي"]);
        check("صلاح الدين", Place, Name, &["صلاحالدين"]);
        check("نورالدين", Person, Name, &["نور الدين"]);
        check("حسن نصر الله", Person, Name, &["حسن نصرالله"]);
        check("حسن نصرالله", Person, Name, &["حسن نصر الله"]);
        check("حزب الله", ArmedGroup, Name, &[]);
        check("الإخوان المسلمون", Party, Name, &["الإخوان المسلمين"]);
        check("العيون", Place, Name, &[]);
        check("UN", Organization, Acronym, &["U.N"]);
        check("U.N.", Organization, Acronym, &["UN"]);
        check("برهم صالح", Person, Name, &[]);
        check("Joe Biden", Person, Foreign, &[]);
        check("أبي أحمد", Person, Name, &[]);
        check("والدين", Person, Name, &[]);
    }

    #[test]
    fn the_look_at_the_edges_misses_nothing() {
        for name in include_str!("../data/spelled-otherwise.txt").split_whitespace().chain([
            "عبد الله الثاني",
            "محمد عبدالسلام",
            "محمد بن سلمان",
            "محمد ابن سلمان",
            "أبو مازن",
            "ابو مازن",
            "آل (أبوظبي)",
            "نورالدين",
            "حسن نصرالله",
            "الإخوان المسلمون",
            "UN",
            "U.N.",
            "س-عبد الله",
        ]) {
            let mut tokens = Vec::new();
            qawl_text::tokenize(name, &mut tokens);
            for (ty, kind) in [(EntityType::Person, AliasKind::Name), (EntityType::Party, AliasKind::Acronym)] {
                let mut out = Vec::new();
                spellings(name, ty, kind, &mut out);
                assert!(out.is_empty() || may_have(name, &tokens), "{name}: {out:?}");
            }
        }
    }

    #[test]
    fn bounded() {
        let mut out = Vec::new();
        spellings(&"عبد الله بن ".repeat(30), EntityType::Person, AliasKind::Name, &mut out);
        assert!(out.len() <= MOST);
    }
}
