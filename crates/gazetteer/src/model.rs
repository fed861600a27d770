//! What a gazetteer says: entities, their names, and what is known of them.

use crate::Date;
use indexmap::IndexMap;
use std::fmt;
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
    pub text: String,
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
    pub text: String,
}

/// Who held an office or led a body, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tenure {
    /// First day, where known.
    pub from: Option<Date>,
    /// The day after the last (the successor's first), where known.
    pub to: Option<Date>,
    /// The person's id.
    pub id: String,
}

/// One entity: a block of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// `person:joe-biden`.
    pub id: String,
    /// Its type, the first part of the id.
    pub ty: EntityType,
    /// The full Arabic name; of an office its first written title, or its English name where it has none.
    pub name: String,
    /// The name in other languages, by language code (`en`, `ku` …): the first of each.
    pub names: IndexMap<String, String>,
    /// Every other form, in the order of the file: aliases, surnames, acronyms, written titles, further foreign names.
    pub aliases: Vec<Alias>,
    /// Gender of the person, or grammatical gender of the name.
    pub gender: Option<Gender>,
    /// Grammatical number of the name.
    pub number: Option<Number>,
    /// `Q6279`.
    pub wikidata: Option<String>,
    /// The state, body or place it belongs to, as an id.
    pub of: Option<String>,
    /// A person's party, as an id.
    pub party: Option<String>,
    /// What a person is or was.
    pub roles: Vec<Role>,
    /// Who led the body.
    pub leaders: Vec<Tenure>,
    /// A place's kind: `state`, `city` …
    pub kind: Option<String>,
    /// A place's capital, as an id.
    pub capital: Option<String>,
    /// Nisbas, masculine singular without ال.
    pub demonyms: Vec<String>,
    /// Broken plurals, without ال.
    pub demonym_plurals: Vec<String>,
    /// An office's class: `president`, `prime-minister` …
    pub class: Option<String>,
    /// An office's holders, in order of time.
    pub holders: Vec<Tenure>,
    /// Even the full name is also a common phrase and needs context.
    pub ambiguous: bool,
    /// A remark to the reader of the file.
    pub note: Option<String>,
}

impl Entry {
    /// An entry with this id and name and nothing else; the type is the id's first part ([`EntityType::Organization`] where it is none).
    ///
    /// ```
    /// use qawl_gazetteer::{EntityType, Entry};
    /// assert_eq!(Entry::new("person:joe-biden", "جو بايدن").ty, EntityType::Person);
    /// ```
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Entry {
        let id = id.into();
        let ty = id.split(':').next().and_then(|t| t.parse().ok()).unwrap_or(EntityType::Organization);
        Entry::typed(id, ty, name.into())
    }
    pub(crate) fn typed(id: String, ty: EntityType, name: String) -> Entry {
        Entry {
            id,
            ty,
            name,
            names: IndexMap::new(),
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
    pub fn alias(mut self, kind: AliasKind, text: impl Into<String>) -> Entry {
        self.aliases.push(Alias { text: text.into(), kind, needs_context: false });
        self
    }
}
