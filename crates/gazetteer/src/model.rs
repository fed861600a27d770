//! What a gazetteer says: entities, their names, and what is known of them.

use crate::Date;
use std::borrow::Cow;
use std::fmt;
use std::ops::Index;
use std::str::FromStr;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The word that files and records use.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
        impl FromStr for $name {
            type Err = ();
            fn from_str(s: &str) -> Result<$name, ()> {
                match s { $($text => Ok($name::$variant),)* _ => Err(()) }
            }
        }
    };
}

words! {
    /// What kind of thing an entity is.
    EntityType {
        /// A human being.
        Person = "person",
        /// A party, bloc, political movement or parliamentary group.
        Party = "party",
        /// An armed group.
        ArmedGroup = "armed_group",
        /// A government, ministry, parliament, court or state agency.
        Government = "government",
        /// An army, police, named unit or fighting coalition.
        Military = "military",
        /// An international or civil body, university, club, union.
        Organization = "organization",
        /// A company, bank or airline.
        Company = "company",
        /// A newspaper, broadcaster, agency or platform.
        Media = "media",
        /// A place.
        Place = "place",
        /// A named event.
        Event = "event",
        /// A post that people hold; never an entity of a record, it resolves to its holder.
        Office = "office",
    }
}

words! {
    /// Grammatical gender.
    Gender {
        /// Masculine.
        Masculine = "m",
        /// Feminine.
        Feminine = "f",
    }
}

words! {
    /// Grammatical number.
    Number {
        /// One.
        Singular = "sg",
        /// Two.
        Dual = "du",
        /// Three or more.
        Plural = "pl",
    }
}

words! {
    /// What a form of a name is. In order of rank: where one form names several entities, those of the earlier kind come first.
    AliasKind {
        /// The full name.
        Name = "name",
        /// Another full name or spelling.
        Alias = "alias",
        /// A short form that is safe alone.
        Short = "short",
        /// The short form of a person's name that the press uses alone.
        Surname = "surname",
        /// An acronym.
        Acronym = "acronym",
        /// The title of an office, written in the file or made from class and place.
        Title = "title",
        /// A nisba of a place, made from the base form or a broken plural.
        Demonym = "demonym",
        /// The name in another language.
        Foreign = "foreign",
    }
}

/// An entity of one [`Gazetteer`](crate::Gazetteer): the index of its entry. Entries are in order of their ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityId(pub(crate) u32);

impl EntityId {
    /// The index in [`Gazetteer::entries`](crate::Gazetteer::entries).
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One form of a name, as the file gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alias {
    /// The form.
    pub text: Cow<'static, str>,
    /// What it is.
    pub kind: AliasKind,
    /// Written with `?`: also a common word or another's name, so that it matches only where its surroundings tell.
    pub needs_context: bool,
}

/// What a person is or was, in words that the press uses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// First day, where known.
    pub from: Option<Date>,
    /// The day after the last, where known.
    pub to: Option<Date>,
    /// The words: `رئيس مجلس النواب العراقي`.
    pub text: Cow<'static, str>,
}

/// Who held an office or led a body, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tenure {
    /// First day, where known.
    pub from: Option<Date>,
    /// The day after the last (the successor's first), where known.
    pub to: Option<Date>,
    /// The person's id.
    pub id: Cow<'static, str>,
}

/// Names by language code, in the order in which they were put in; of each language one.
///
/// ```
/// use qawl_gazetteer::Names;
/// let names: Names = [("en", "Iraq"), ("tr", "Irak")].into_iter().collect();
/// assert_eq!((names["en"].as_ref(), names.get("fa")), ("Iraq", None));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Names(Vec<(Cow<'static, str>, Cow<'static, str>)>);

impl Names {
    /// The name in a language.
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.iter().find(|(l, _)| l == language).map(|(_, n)| n.as_ref())
    }
    /// Puts in a name, unless there is one in this language: then it comes back.
    pub fn insert(&mut self, language: impl Into<Cow<'static, str>>, name: impl Into<Cow<'static, str>>) -> Option<Cow<'static, str>> {
        let (language, name) = (language.into(), name.into());
        if self.get(&language).is_some() {
            return Some(name);
        }
        // most entries have one, in English
        self.0.reserve_exact(1);
        self.0.push((language, name));
        None
    }
    /// The first.
    pub fn first(&self) -> Option<(&str, &str)> {
        self.iter().next().map(|(l, n)| (l.as_ref(), n.as_ref()))
    }
    /// Language and name.
    pub fn iter(&self) -> impl Iterator<Item = (&Cow<'static, str>, &Cow<'static, str>)> {
        self.0.iter().map(|(l, n)| (l, n))
    }
    /// The names alone.
    pub fn values(&self) -> impl Iterator<Item = &Cow<'static, str>> {
        self.0.iter().map(|(_, n)| n)
    }
    /// How many.
    pub const fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Index<&str> for Names {
    type Output = Cow<'static, str>;
    /// The name in a language that has one.
    fn index(&self, language: &str) -> &Cow<'static, str> {
        let at = self.0.iter().position(|(l, _)| l == language).unwrap_or(self.0.len());
        &self.0[at].1
    }
}

impl<L: Into<Cow<'static, str>>, N: Into<Cow<'static, str>>> FromIterator<(L, N)> for Names {
    fn from_iter<I: IntoIterator<Item = (L, N)>>(pairs: I) -> Names {
        let mut names = Names::default();
        for (language, name) in pairs {
            names.insert(language, name);
        }
        names
    }
}

/// One entity: a block of a file.
///
/// Strings are borrowed from text that is part of the program, such as the default gazetteers', and owned else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// `person:joe-biden`.
    pub id: Cow<'static, str>,
    /// Its type, the first part of the id.
    pub ty: EntityType,
    /// The full Arabic name; of an office its first written title, or its English name where it has none.
    pub name: Cow<'static, str>,
    /// The name in other languages, by language code (`en`, `ku` …): the first of each.
    pub names: Names,
    /// Every other form, in the order of the file: aliases, surnames, acronyms, written titles, further foreign names.
    pub aliases: Vec<Alias>,
    /// Gender of the person, or grammatical gender of the name.
    pub gender: Option<Gender>,
    /// Grammatical number of the name.
    pub number: Option<Number>,
    /// `Q6279`.
    pub wikidata: Option<Cow<'static, str>>,
    /// The state, body or place it belongs to, as an id.
    pub of: Option<Cow<'static, str>>,
    /// A person's party, as an id.
    pub party: Option<Cow<'static, str>>,
    /// What a person is or was.
    pub roles: Vec<Role>,
    /// Who led the body.
    pub leaders: Vec<Tenure>,
    /// A place's kind: `state`, `city` …
    pub kind: Option<Cow<'static, str>>,
    /// A place's capital, as an id.
    pub capital: Option<Cow<'static, str>>,
    /// Nisbas, masculine singular without ال.
    pub demonyms: Vec<Cow<'static, str>>,
    /// Broken plurals, without ال.
    pub demonym_plurals: Vec<Cow<'static, str>>,
    /// An office's class: `president`, `prime-minister` …
    pub class: Option<Cow<'static, str>>,
    /// An office's holders, in order of time.
    pub holders: Vec<Tenure>,
    /// Even the full name is also a common phrase and needs context.
    pub ambiguous: bool,
    /// A remark to the reader of the file.
    pub note: Option<Cow<'static, str>>,
}

impl Entry {
    /// An entry with this id and name and nothing else; the type is the id's first part ([`EntityType::Organization`] where it is none).
    ///
    /// ```
    /// use qawl_gazetteer::{EntityType, Entry};
    /// assert_eq!(Entry::new("person:joe-biden", "جو بايدن").ty, EntityType::Person);
    /// ```
    pub fn new(id: impl Into<Cow<'static, str>>, name: impl Into<Cow<'static, str>>) -> Entry {
        let id = id.into();
        let ty = id.split(':').next().and_then(|t| t.parse().ok()).unwrap_or(EntityType::Organization);
        Entry::typed(id, ty, name.into())
    }
    pub(crate) const fn typed(id: Cow<'static, str>, ty: EntityType, name: Cow<'static, str>) -> Entry {
        Entry {
            id,
            ty,
            name,
            names: Names(Vec::new()),
            aliases: Vec::new(),
            gender: None,
            number: None,
            wikidata: None,
            of: None,
            party: None,
            roles: Vec::new(),
            leaders: Vec::new(),
            kind: None,
            capital: None,
            demonyms: Vec::new(),
            demonym_plurals: Vec::new(),
            class: None,
            holders: Vec::new(),
            ambiguous: false,
            note: None,
        }
    }
    /// With one more form, for entries made in code.
    pub fn alias(mut self, kind: AliasKind, text: impl Into<Cow<'static, str>>) -> Entry {
        self.aliases.push(Alias { text: text.into(), kind, needs_context: false });
        self
    }
}
