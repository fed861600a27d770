//! Features of a surface form.

/// What sort of form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKind {
    /// A finite verb.
    Verb,
    /// An active participle, accusative (مشيرا) or nominative plural (مشيرون).
    Participle,
    /// A verbal noun or another noun that attributes.
    Masdar,
    /// A fixed phrase; its words are separated by single spaces.
    Phrase,
}

/// Person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Person {
    /// أنا، نحن
    First,
    /// أنتم; the singular is written like the third person feminine
    Second,
    /// هو، هي، هم
    Third,
}

/// Gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
    /// Both, or not applicable.
    Common,
}

/// Number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// One.
    Singular,
    /// Two.
    Dual,
    /// More.
    Plural,
}

/// Tense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// قال
    Perfect,
    /// يقول
    Imperfect,
}

/// Mood of an imperfect, as far as the letters show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// Not shown: يؤكد.
    Any,
    /// Indicative: يقولون.
    Indicative,
    /// Subjunctive or jussive: يقولوا، لم يقل.
    Dependent,
}

/// Voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Active; of most verbs the passive perfect is written alike.
    Active,
    /// Passive, given only where its letters differ: قيل، يقال.
    Passive,
}

/// An attached pronoun: the object of a verb, the owner of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pronoun {
    /// ه
    Him,
    /// ها
    Her,
    /// هما
    TheyTwo,
    /// هم
    They,
    /// هن
    TheyFeminine,
    /// ني، ي
    Me,
    /// نا
    Us,
    /// ك
    You,
    /// كم
    YouAll,
}

impl Pronoun {
    /// Person, gender and number of whom the pronoun stands for.
    pub const fn agreement(self) -> (Person, Gender, Number) {
        match self {
            Self::Him => (Person::Third, Gender::Masculine, Number::Singular),
            Self::Her => (Person::Third, Gender::Feminine, Number::Singular),
            Self::TheyTwo => (Person::Third, Gender::Common, Number::Dual),
            Self::They => (Person::Third, Gender::Masculine, Number::Plural),
            Self::TheyFeminine => (Person::Third, Gender::Feminine, Number::Plural),
            Self::Me => (Person::First, Gender::Common, Number::Singular),
            Self::Us => (Person::First, Gender::Common, Number::Plural),
            Self::You => (Person::Second, Gender::Common, Number::Singular),
            Self::YouAll => (Person::Second, Gender::Masculine, Number::Plural),
        }
    }
}

/// Features of a surface form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Features {
    /// Sort of form.
    pub kind: FormKind,
    /// Person of a finite verb.
    pub person: Option<Person>,
    /// Gender of the subject.
    pub gender: Gender,
    /// Number of the subject, or of a noun itself.
    pub number: Number,
    /// Tense of a finite verb.
    pub tense: Option<Tense>,
    /// Mood of an imperfect.
    pub mood: Mood,
    /// Voice of a finite verb.
    pub voice: Option<Voice>,
    /// Attached pronoun.
    pub pronoun: Option<Pronoun>,
}

impl Features {
    pub(crate) const fn of(kind: FormKind) -> Self {
        Self { kind, person: None, gender: Gender::Common, number: Number::Singular, tense: None, mood: Mood::Any, voice: None, pronoun: None }
    }

    pub(crate) const fn third() -> Self {
        Self { person: Some(Person::Third), ..Self::of(FormKind::Verb) }
    }

    /// How rare the form is in news among the forms of its row: 0 the commonest. Of two rows that share a form the one with
    /// the lower rank is the likelier; if equal, the one that stands first in the file.
    pub fn rank(self) -> u8 {
        let kind = match self.kind {
            FormKind::Phrase | FormKind::Verb => 0,
            FormKind::Participle => 1,
            FormKind::Masdar => 2,
        };
        let person = match (self.person, self.number) {
            (None | Some(Person::Third), Number::Singular) => 0,
            (None | Some(Person::Third), Number::Plural) if self.gender != Gender::Feminine => 0,
            (None | Some(Person::Third), _) => 2,
            (Some(Person::First), _) => 4,
            (Some(Person::Second), _) => 6,
        };
        kind + person + 2 * u8::from(self.voice == Some(Voice::Passive)) + u8::from(self.pronoun.is_some())
    }
}
