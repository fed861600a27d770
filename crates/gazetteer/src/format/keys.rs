//! The keys of the format: their order and where each may stand.

use crate::{AliasKind, EntityType};

/// What a key's value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Key {
    Name,
    Language(&'static str),
    Alias(AliasKind, bool),
    Gender,
    Number,
    Wikidata,
    Of,
    Party,
    Role,
    Leader,
    Kind,
    Capital,
    Demonym,
    DemonymPlural,
    Class,
    Holder,
    Flag,
    Note,
}

/// Every key in canonical order.
pub(crate) const KEYS: &[(&str, Key)] = &[
    ("name", Key::Name),
    ("en", Key::Language("en")),
    ("ku", Key::Language("ku")),
    ("fa", Key::Language("fa")),
    ("tr", Key::Language("tr")),
    ("he", Key::Language("he")),
    ("fr", Key::Language("fr")),
    ("ru", Key::Language("ru")),
    ("alias", Key::Alias(AliasKind::Alias, false)),
    ("alias?", Key::Alias(AliasKind::Alias, true)),
    ("surname", Key::Alias(AliasKind::Surname, false)),
    ("surname?", Key::Alias(AliasKind::Surname, true)),
    ("short", Key::Alias(AliasKind::Short, false)),
    ("short?", Key::Alias(AliasKind::Short, true)),
    ("acronym", Key::Alias(AliasKind::Acronym, false)),
    ("acronym?", Key::Alias(AliasKind::Acronym, true)),
    ("gender", Key::Gender),
    ("number", Key::Number),
    ("wikidata", Key::Wikidata),
    ("of", Key::Of),
    ("party", Key::Party),
    ("role", Key::Role),
    ("leader", Key::Leader),
    ("kind", Key::Kind),
    ("capital", Key::Capital),
    ("demonym", Key::Demonym),
    ("demonym-plural", Key::DemonymPlural),
    ("class", Key::Class),
    ("title", Key::Alias(AliasKind::Title, false)),
    ("title?", Key::Alias(AliasKind::Title, true)),
    ("holder", Key::Holder),
    ("flag", Key::Flag),
    ("note", Key::Note),
];

/// Place kinds.
pub(crate) const KINDS: &[&str] = &[
    "state",
    "region",
    "governorate",
    "district",
    "city",
    "town",
    "quarter",
    "street",
    "building",
    "airport",
    "crossing",
    "base",
    "mountain",
    "river",
    "sea",
    "island",
    "continent",
    "other",
];

/// Office classes.
pub(crate) const CLASSES: &[&str] = &[
    "president",
    "king",
    "emir",
    "sultan",
    "prime-minister",
    "vice-president",
    "crown-prince",
    "foreign-minister",
    "defence-minister",
    "interior-minister",
    "finance-minister",
    "oil-minister",
    "speaker",
    "un-secretary-general",
    "un-envoy",
    "supreme-leader",
    "region-president",
    "region-prime-minister",
    "chief-justice",
    "ambassador",
    "other",
];

/// The position of a key in canonical order; it is looked for from `first` on, then before.
pub(crate) fn position(key: &str, first: usize) -> Option<usize> {
    let is = |i: &usize| KEYS[*i].0 == key;
    (first..KEYS.len()).find(is).or_else(|| (0..first).find(is))
}

impl Key {
    /// Whether the key may stand in a block of this type.
    pub(crate) fn fits(self, ty: EntityType) -> bool {
        use EntityType::*;
        match self {
            Key::Name => ty != Office,
            Key::Alias(AliasKind::Alias, _) => ty != Office,
            Key::Alias(AliasKind::Surname, _) => ty == Person,
            Key::Alias(AliasKind::Short, _) => !matches!(ty, Person | Office),
            Key::Alias(AliasKind::Acronym, _) => ty != Person,
            Key::Alias(AliasKind::Title, _) | Key::Class | Key::Holder => ty == Office,
            Key::Party | Key::Role => ty == Person,
            Key::Leader => !matches!(ty, Person | Place | Office),
            Key::Kind | Key::Capital | Key::Demonym | Key::DemonymPlural => ty == Place,
            _ => true,
        }
    }
    /// Whether it may stand in more than one line, or hold several values.
    pub(crate) fn many(self) -> bool {
        matches!(
            self,
            Key::Language(_) | Key::Alias(..) | Key::Role | Key::Leader | Key::Demonym | Key::DemonymPlural | Key::Holder | Key::Flag | Key::Note
        )
    }
}

/// The known word nearest to `word`, if one is near: for "did you mean".
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known.map(|k| (distance(word, k), k)).filter(|&(d, k)| d <= 1 + k.len() / 5).min_by_key(|&(d, _)| d).map(|(_, k)| k)
}

fn distance(a: &str, b: &str) -> usize {
    if a.len() > 30 {
        return usize::MAX;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (diagonal + usize::from(x != *y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
