//! Titles of offices, made from the class and the place: الرئيس العراقي, رئيس وزراء العراق. The phrases are data: `data/office-titles.txt`.

use crate::{AliasKind, EntityType, Entry, demonym};
use std::sync::OnceLock;

/// Class and phrases, in the order of the file.
fn phrases() -> &'static [(&'static str, Vec<&'static str>)] {
    static PHRASES: OnceLock<Vec<(&'static str, Vec<&'static str>)>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let lines = include_str!("../data/office-titles.txt").lines().filter(|l| !l.starts_with('#'));
        lines.filter_map(|l| l.split_once(':')).map(|(class, list)| (class, list.split('|').map(str::trim).collect())).collect()
    })
}

/// Calls `f` with every title of this class at this place or body.
pub(crate) fn titles(class: &str, of: &Entry, mut f: impl FnMut(&str)) {
    let place = of.ty == EntityType::Place;
    if class == "un-envoy" && !place {
        return;
    }
    let full = |kind| matches!(kind, AliasKind::Alias | AliasKind::Short);
    let names: Vec<&str> =
        std::iter::once(of.name.as_ref()).chain(of.aliases.iter().filter(|a| full(a.kind) && !a.needs_context).map(|a| a.text.as_ref())).collect();
    let masculine: Vec<String> = of.demonyms.iter().map(|d| demonym::definite(d, false)).collect();
    let feminine: Vec<String> = of.demonyms.iter().map(|d| demonym::definite(d, true)).collect();
    let mut text = String::new();
    for phrase in phrases().iter().filter(|(c, _)| *c == class).flat_map(|(_, p)| p) {
        let Some((before, rest)) = phrase.split_once('{') else { continue };
        let Some((slot, after)) = rest.split_once('}') else { continue };
        let mut one = |parts: [&str; 2]| {
            text.clear();
            [before, parts[0], parts[1], after].iter().for_each(|p| text.push_str(p));
            f(&text);
        };
        match slot {
            "of" => names.iter().for_each(|n| one(["", n])),
            "l-of" => names.iter().for_each(|n| match n.strip_prefix("ال") {
                Some(rest) if rest.starts_with('ل') => one(["ل", rest]),
                Some(rest) => one(["لل", rest]),
                None => one(["ل", n]),
            }),
            "m" => masculine.iter().for_each(|n| one(["", n])),
            "f" => feminine.iter().for_each(|n| one(["", n])),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(class: &str, of: &Entry) -> Vec<String> {
        let mut out = Vec::new();
        titles(class, of, |t| out.push(t.to_owned()));
        out
    }

    #[test]
    fn of_a_state() {
        let iraq = Entry { demonyms: vec!["عراقي".into()], ..Entry::new("place:iraq", "العراق") }.alias(AliasKind::Alias, "جمهورية العراق");
        for (class, title) in [
            ("president", "الرئيس العراقي"),
            ("president", "رئيس جمهورية العراق"),
            ("president", "رئيس الجمهورية العراقية"),
            ("prime-minister", "رئيس الوزراء العراقي"),
            ("prime-minister", "رئيس وزراء العراق"),
            ("prime-minister", "رئيس الحكومة العراقية"),
            ("foreign-minister", "وزيرة الخارجية العراقية"),
            ("crown-prince", "ولي عهد العراق"),
            ("un-envoy", "المبعوث الأممي للعراق"),
        ] {
            assert!(all(class, &iraq).iter().any(|t| t == title), "{title}");
        }
        assert!(all("other", &iraq).is_empty());
    }

    #[test]
    fn of_a_body() {
        let un = Entry::new("organization:united-nations", "الأمم المتحدة");
        assert!(all("un-secretary-general", &un).contains(&"الأمين العام للأمم المتحدة".to_owned()));
        assert!(all("un-envoy", &un).is_empty());
    }

    #[test]
    fn the_file_is_well_formed() {
        for (class, phrases) in phrases() {
            assert!(crate::format::is_class(class), "{class}");
            for p in phrases {
                let slot = p.split_once('{').and_then(|s| s.1.split_once('}')).map(|s| s.0);
                assert!(matches!(slot, Some("of" | "l-of" | "m" | "f")), "{class}: {p}");
            }
        }
    }
}
