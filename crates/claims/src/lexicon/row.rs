//! What a row of the lexicon says.

use super::spell::Root;
use super::stem::Source;

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All values, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name that the lexicon file uses.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The value of that name.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

named! {
    /// What the speaker does with the words.
    Act {
        /// Says that something is so.
        State = "state",
        /// Says it with emphasis.
        Affirm = "affirm",
        /// Makes it known.
        Announce = "announce",
        /// Says that it is not so.
        Deny = "deny",
        /// Blames somebody.
        Accuse = "accuse",
        /// Wants it done.
        Demand = "demand",
        /// Commits himself.
        Promise = "promise",
        /// Points at a danger.
        Warn = "warn",
        /// Disapproves.
        Condemn = "condemn",
        /// Approves of somebody or something.
        Praise = "praise",
        /// Is glad of it.
        Welcome = "welcome",
        /// Consents, admits.
        Agree = "agree",
        /// Refuses, opposes.
        Reject = "reject",
        /// Asks a question.
        Ask = "ask",
        /// Judges, believes.
        Opinion = "opinion",
        /// Foretells, expects.
        Predict = "predict",
        /// Threatens.
        Threaten = "threaten",
        /// Thanks.
        Thank = "thank",
        /// Takes a side.
        Support = "support",
        /// Any other.
        Other = "other",
    }
}

named! {
    /// How much evidence a cue needs.
    Strength {
        /// The bare form is a cue already: قال، صرح.
        Strong = "strong",
        /// One of the row's frames has to be seen: رحب بـ، أعرب عن.
        Frame = "frame",
        /// A clause (أن، إن …), a quotation or a colon has to be seen: تابع، زاد.
        Clause = "clause",
    }
}

named! {
    /// What kind of cue a row describes.
    CueKind {
        /// A verb with all its forms.
        Verb = "verb",
        /// A fixed word or phrase: وفقا لـ، على حد قول، في تصريحات.
        Phrase = "phrase",
        /// A noun that attributes: انتقادات، مطالبات.
        Noun = "noun",
    }
}

named! {
    /// Whether a verbal noun is a cue.
    NounUse {
        /// Not a cue, only part of the paradigm.
        Never = "never",
        /// A cue only as the object of a light verb: جدد تأكيده.
        Light = "light",
        /// A cue where its own complement follows: إعلانه أن, مطالبته بـ.
        Cue = "cue",
    }
}

named! {
    /// The verb forms I to X.
    VerbForm {
        /// فعل
        I = "I",
        /// فعّل, also four-radical فعلل
        II = "II",
        /// فاعل
        III = "III",
        /// أفعل
        IV = "IV",
        /// تفعّل, also four-radical تفعلل
        V = "V",
        /// تفاعل
        VI = "VI",
        /// انفعل
        VII = "VII",
        /// افتعل
        VIII = "VIII",
        /// استفعل
        X = "X",
    }
}

named! {
    /// What the radicals do to the paradigm.
    Class {
        /// Nothing.
        Sound = "sound",
        /// One radical is a hamza.
        Hamzated = "hamzated",
        /// و falls out of the imperfect: وعد، يعد.
        Assimilated = "assimilated",
        /// Weak second radical: قال، يقول.
        Hollow = "hollow",
        /// Weak third radical: نفى، ينفي.
        Defective = "defective",
        /// Second and third radical alike: ردّ، يردّ.
        Doubled = "doubled",
        /// Four radicals: طمأن.
        Quadriliteral = "quadriliteral",
    }
}

/// The vowel of form I's imperfect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vowel {
    /// يفعَل
    A,
    /// يفعِل
    I,
    /// يفعُل
    U,
}

impl Vowel {
    pub(crate) const fn sign(self) -> char {
        match self {
            Self::A => 'a',
            Self::I => 'i',
            Self::U => 'u',
        }
    }

    pub(crate) const fn long(self) -> char {
        match self {
            Self::A => 'A',
            Self::I => 'I',
            Self::U => 'U',
        }
    }
}

/// Form, root and class of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Morphology {
    /// Verb form.
    pub form: VerbForm,
    /// Class, as the radicals give it.
    pub class: Class,
    /// Imperfect vowel of form I; of the other forms it has no meaning.
    pub vowel: Vowel,
    pub(crate) root: Root,
    pub(crate) perfect_i: bool,
}

impl Morphology {
    pub(crate) const fn source(self) -> Source {
        Source { form: self.form, root: self.root, vowel: self.vowel, perfect_i: self.perfect_i }
    }
}

named! {
    /// The preposition that a verb governs.
    Prep {
        /// None.
        None = "",
        /// بـ, fused.
        Bi = "بـ",
        /// لـ, fused.
        Li = "لـ",
        /// على
        Ala = "على",
        /// عن
        An = "عن",
        /// إلى
        Ila = "إلى",
        /// من
        Min = "من",
        /// في
        Fi = "في",
        /// ضد
        Did = "ضد",
        /// مع
        Maa = "مع",
        /// حول
        Hawl = "حول",
        /// بشأن
        Bishan = "بشأن",
    }
}

/// One way in which a cue takes its content, addressee or source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frame {
    /// `an`, `an:على`: a clause with أن / إن, after the preposition if there is one. The content is the clause.
    Clause(Prep),
    /// `if`, `if:عن`: an indirect question (ما إذا، هل، لماذا …).
    Question(Prep),
    /// `quote`: a quotation without complementizer.
    Quote,
    /// `colon`: a colon and free speech.
    Colon,
    /// `np`, `np:بـ`: a noun phrase is the content.
    Noun(Prep),
    /// `to:object`: the direct object is the addressee (اتهم Y بـ).
    AddresseeObject,
    /// `to:لـ`: the addressee after a preposition (قال لـY).
    Addressee(Prep),
    /// `whole`: the direct object and what follows it are the content together (اعتبر Y X; حمّل Y المسؤولية).
    Whole,
    /// `about:object`: the direct object is only what the content is about (وصف Y بـ): the content is the complement alone.
    AboutObject,
    /// `from:عن`: the preposition introduces the speaker whom the subject passes on (نقل عن).
    From(Prep),
    /// `source`, `source:لـ`: of a phrase: the speaker follows it, after the preposition if there is one.
    Source(Prep),
    /// `own`: of a phrase: a pronoun attached to its last word may be the speaker (بقوله، على حد قوله).
    Own,
    /// `ma`: of a phrase: ما and a reporting verb follow (وفق ما أعلن فلان); that verb belongs to the cue.
    Ma,
    /// `verb`: of a phrase: a reporting verb follows at once (حسبما ذكر، كما قال).
    Verb,
    /// `around`: of a phrase: the content is the clause in which it stands.
    Around,
    /// `after`: of a phrase: the content follows.
    After,
}

impl Frame {
    /// Reads a frame as the file writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, prep) = match text.split_once(':') {
            Some((name, "object")) => {
                return match name {
                    "to" => Some(Self::AddresseeObject),
                    "about" => Some(Self::AboutObject),
                    _ => None,
                };
            }
            Some((name, prep)) => (name, Prep::parse(prep).filter(|p| *p != Prep::None)?),
            None => (text, Prep::None),
        };
        let bare = prep == Prep::None;
        Some(match name {
            "an" => Self::Clause(prep),
            "if" => Self::Question(prep),
            "np" => Self::Noun(prep),
            "source" => Self::Source(prep),
            "to" if !bare => Self::Addressee(prep),
            "from" if !bare => Self::From(prep),
            "quote" if bare => Self::Quote,
            "colon" if bare => Self::Colon,
            "whole" if bare => Self::Whole,
            "own" if bare => Self::Own,
            "ma" if bare => Self::Ma,
            "verb" if bare => Self::Verb,
            "around" if bare => Self::Around,
            "after" if bare => Self::After,
            _ => return None,
        })
    }
}

/// A verbal noun of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbalNoun {
    /// Singular: تأكيد.
    pub singular: String,
    /// Plural, if it is in use: تأكيدات.
    pub plural: Option<String>,
    /// Whether it is a cue.
    pub usage: NounUse,
}

/// A noun that a light verb takes as its object: جدد + دعوة إلى.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LightNoun {
    /// Singular and plural, as the file has them; see [`LightNoun::spellings`].
    pub nouns: Vec<String>,
    /// The act of verb and noun together.
    pub act: Act,
    /// How the noun takes its content.
    pub frames: Vec<Frame>,
}

impl LightNoun {
    /// All spellings of its nouns: bare, indefinite accusative, and with pronouns; without the article.
    pub fn spellings(&self) -> impl Iterator<Item = String> {
        self.nouns.iter().flat_map(|noun| super::inflect::spellings(noun))
    }
}

/// A cue of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line of the file on which the row begins, counted from 1.
    pub line: u32,
    /// Kind of cue.
    pub kind: CueKind,
    /// The lemma as the file writes it, vocalised where that tells two words apart: بيّن.
    pub lemma: String,
    /// The lemma without vowel signs: بين.
    pub plain: String,
    /// Form, root, class; of verbs only.
    pub morphology: Option<Morphology>,
    /// Further words of a phrase or noun that take pronouns like the lemma.
    pub like: Vec<String>,
    /// Further spellings, exactly as written.
    pub also: Vec<String>,
    /// What the speaker does.
    pub act: Act,
    /// Evidence needed.
    pub strength: Strength,
    /// A noun phrase counts as content only if the subject can speak (person, group, medium, document).
    pub human: bool,
    /// The accusative participle continues a report (مشيرا).
    pub participle: bool,
    /// The passive makes an impersonal claim (ذُكر، أفيد، يقال).
    pub impersonal: bool,
    /// Complement frames, the likeliest first.
    pub frames: Vec<Frame>,
    /// Verbal noun.
    pub noun: Option<VerbalNoun>,
    /// Nouns with which the verb is a light verb.
    pub light: Vec<LightNoun>,
    /// Notes for the reader of the file.
    pub notes: Vec<String>,
    /// Marked sentences in which the cue makes a claim.
    pub examples: Vec<Example>,
    /// Marked sentences in which the same letters make none.
    pub counterexamples: Vec<Example>,
}

impl Row {
    /// Whether the content is denied by the verb itself (نفى أن).
    pub fn denies(&self) -> bool {
        self.act == Act::Deny
    }

    /// Whether the verb can carry an object pronoun that matters to a claim.
    pub fn takes_object(&self) -> bool {
        self.frames.iter().any(|f| matches!(f, Frame::Noun(Prep::None) | Frame::AddresseeObject | Frame::AboutObject | Frame::Whole))
    }
}

/// A sentence with marks: `{q:…}` cue, `{s:…}` speaker, `{c:…}` content, `{x:…}` the word that is no cue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Example {
    /// Line of the file, counted from 1.
    pub line: u32,
    /// The sentence without marks.
    pub text: String,
    /// Byte ranges of the cue in `text` (of the word in question in a counterexample).
    pub cue: Option<std::ops::Range<usize>>,
    /// Byte range of the speaker.
    pub speaker: Option<std::ops::Range<usize>>,
    /// Byte ranges of the content.
    pub content: Vec<std::ops::Range<usize>>,
}
