//! Stems: from root and verb form to the few stems that a paradigm is built on.

use super::row::{Class, VerbForm, Vowel};
use super::spell::{Root, Sounds};

/// How a weak last radical sounds at the end of a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// No weak last radical.
    Strong,
    /// ā written ى, before consonants ay: نفى، نفيت; يرى.
    Ya,
    /// ā written ا, before consonants aw: دعا، دعوت.
    Alif,
    /// ī: نسي; ينفي.
    I,
    /// ū: يدعو.
    U,
}

/// The stems of one voice. Of a defective verb they end in the second radical.
#[derive(Clone, Copy)]
pub(crate) struct Stems {
    /// Perfect before vowels: قال.
    pub(crate) perfect: Sounds,
    /// Perfect before consonants: قل.
    pub(crate) perfect_short: Sounds,
    /// How the perfect ends.
    pub(crate) perfect_end: Ending,
    /// Imperfect, without its prefix: قول.
    pub(crate) imperfect: Sounds,
    /// Imperfect before consonants and in the jussive: قل.
    pub(crate) imperfect_short: Sounds,
    /// How the imperfect ends.
    pub(crate) imperfect_end: Ending,
    /// Vowel of the imperfect's prefix.
    pub(crate) prefix: char,
}

/// What the stems are derived from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source {
    pub(crate) form: VerbForm,
    pub(crate) root: Root,
    /// Imperfect vowel of form I.
    pub(crate) vowel: Vowel,
    /// Perfect vowel i of form I: نسي، علم.
    pub(crate) perfect_i: bool,
}

impl Source {
    /// The class that the radicals and the form give.
    pub(crate) fn class(self) -> Class {
        let [first, second, third] = ['1', '2', '3'].map(|d| self.root.radical(d));
        let weak = |c: char| matches!(c, 'و' | 'ي');
        let contracts = matches!(self.form, VerbForm::I | VerbForm::IV | VerbForm::VII | VerbForm::VIII | VerbForm::X);
        if self.root.len == 4 {
            Class::Quadriliteral
        } else if weak(third) {
            Class::Defective
        } else if contracts && weak(second) {
            Class::Hollow
        } else if contracts && second == third {
            Class::Doubled
        } else if first == 'و' && self.form == VerbForm::I {
            Class::Assimilated
        } else if self.root.has_hamza() {
            Class::Hamzated
        } else {
            Class::Sound
        }
    }

    fn build(self, pattern: &str) -> Sounds {
        let (pattern, root) = self.assimilate(pattern);
        Sounds::new().pattern(&pattern, root)
    }

    /// Form VIII: the infixed t (`X` in patterns) meets the first radical.
    fn assimilate(self, pattern: &str) -> (std::borrow::Cow<'_, str>, Root) {
        if self.form != VerbForm::VIII {
            return (pattern.to_owned().into(), self.root);
        }
        let (infix, root) = match self.root.radical('1') {
            'و' => ("~", self.root.with_first('ت')),
            'د' | 'ط' => ("~", self.root),
            'ز' => ("د", self.root),
            'ص' | 'ض' | 'ظ' => ("ط", self.root),
            _ => ("t", self.root),
        };
        (pattern.replace('X', infix).into(), root)
    }

    /// Stems of the active voice.
    pub(crate) fn active(self) -> Stems {
        use VerbForm as F;
        let i = self.vowel.sign();
        let long = self.vowel.long();
        let class = self.class();
        let mut perfect_end = Ending::Strong;
        let mut imperfect_end = Ending::Strong;
        let prefix = if matches!(self.form, F::II | F::III | F::IV) { 'u' } else { 'a' };
        let p = |s: &str| self.build(s);
        let v = |head: &str, vowel: char, tail: &str| {
            let mut text = String::with_capacity(16);
            text.push_str(head);
            text.push(vowel);
            text.push_str(tail);
            self.build(&text)
        };
        let [perfect, perfect_short, imperfect, imperfect_short] = match class {
            Class::Quadriliteral => match self.form {
                F::V => both(p("ta1a23a4"), p("ta1a23a4")),
                _ => both(p("1a23a4"), p("1a23i4")),
            },
            Class::Defective => {
                perfect_end = match self.form {
                    F::I if self.perfect_i => Ending::I,
                    F::I if self.root.radical('3') == 'و' => Ending::Alif,
                    _ => Ending::Ya,
                };
                imperfect_end = match self.form {
                    F::I => match self.vowel {
                        Vowel::U => Ending::U,
                        Vowel::I => Ending::I,
                        Vowel::A => Ending::Ya,
                    },
                    F::V | F::VI => Ending::Ya,
                    _ => Ending::I,
                };
                let sees = self.form == F::I && self.root.radical('2') == 'ء' && self.root.radical('1') == 'ر';
                let drops = self.form == F::I && self.root.radical('1') == 'و' && self.vowel == Vowel::I;
                match self.form {
                    F::I if sees => both(p("1a2"), p("1")),
                    F::I if drops => both(p("1a2"), p("2")),
                    F::I => both(p("1a2"), p("12")),
                    F::II => both(p("1a2~"), p("1a2~")),
                    F::III => both(p("1A2"), p("1A2")),
                    F::IV => both(p("'a12"), p("12")),
                    F::V => both(p("ta1a2~"), p("ta1a2~")),
                    F::VI => both(p("ta1A2"), p("ta1A2")),
                    F::VII => both(p("Win1a2"), p("n1a2")),
                    F::VIII => both(p("Wi1Xa2"), p("1Xa2")),
                    F::X => both(p("Wista12"), p("sta12")),
                }
            }
            Class::Hollow => match self.form {
                F::I => [p("1A3"), v("1", if self.vowel == Vowel::U { 'u' } else { 'i' }, "3"), v("1", long, "3"), v("1", i, "3")],
                F::IV => [p("'a1A3"), p("'a1a3"), p("1I3"), p("1i3")],
                F::VII => [p("Win1A3"), p("Win1a3"), p("n1A3"), p("n1a3")],
                F::VIII => [p("Wi1XA3"), p("Wi1Xa3"), p("1XA3"), p("1Xa3")],
                _ => [p("Wista1A3"), p("Wista1a3"), p("sta1I3"), p("sta1i3")],
            },
            Class::Doubled => match self.form {
                F::I => [p("1a2~"), p("1a2a3"), v("1", i, "2~"), v("12", i, "3")],
                F::IV => [p("'a1a2~"), p("'a12a3"), p("1i2~"), p("12i3")],
                F::VII => [p("Win1a2~"), p("Win1a2a3"), p("n1a2~"), p("n1a2i3")],
                F::VIII => [p("Wi1Xa2~"), p("Wi1Xa2a3"), p("1Xa2~"), p("1Xa2i3")],
                _ => [p("Wista1a2~"), p("Wista12a3"), p("sta1i2~"), p("sta12i3")],
            },
            Class::Assimilated | Class::Hamzated | Class::Sound => match self.form {
                F::I if class == Class::Assimilated => both(p("1a2a3"), v("2", i, "3")),
                F::I => both(v("1a2", if self.perfect_i { 'i' } else { 'a' }, "3"), v("12", i, "3")),
                F::II => both(p("1a2~a3"), p("1a2~i3")),
                F::III => both(p("1A2a3"), p("1A2i3")),
                F::IV => both(p("'a12a3"), p("12i3")),
                F::V => both(p("ta1a2~a3"), p("ta1a2~a3")),
                F::VI => both(p("ta1A2a3"), p("ta1A2a3")),
                F::VII => both(p("Win1a2a3"), p("n1a2i3")),
                F::VIII => both(p("Wi1Xa2a3"), p("1Xa2i3")),
                F::X => both(p("Wista12a3"), p("sta12i3")),
            },
        };
        Stems { perfect, perfect_short, perfect_end, imperfect, imperfect_short, imperfect_end, prefix }
    }

    /// Stems of the passive voice; none of the forms that have no passive.
    pub(crate) fn passive(self) -> Option<Stems> {
        use VerbForm as F;
        if matches!(self.form, F::VI | F::VII) {
            return None;
        }
        let class = self.class();
        let p = |s: &str| self.build(s);
        let defective = class == Class::Defective;
        let [perfect, perfect_short, imperfect, imperfect_short] = match class {
            Class::Quadriliteral => both(p("1u23i4"), p("1a23a4")),
            Class::Defective => {
                let sees = self.form == F::I && self.root.radical('2') == 'ء' && self.root.radical('1') == 'ر';
                match self.form {
                    F::I if sees => both(p("1u2"), p("1")),
                    F::I => both(p("1u2"), p("12")),
                    F::II => both(p("1u2~"), p("1a2~")),
                    F::III => both(p("1U2"), p("1A2")),
                    F::IV => both(p("'u12"), p("12")),
                    F::V => both(p("tu1u2~"), p("ta1a2~")),
                    F::VIII => both(p("Wu1Xu2"), p("1Xa2")),
                    _ => both(p("Wustu12"), p("sta12")),
                }
            }
            Class::Hollow => match self.form {
                F::I => [p("1I3"), p("1i3"), p("1A3"), p("1a3")],
                F::IV => [p("'u1I3"), p("'u1i3"), p("1A3"), p("1a3")],
                F::VIII => [p("Wu1XI3"), p("Wu1Xi3"), p("1XA3"), p("1Xa3")],
                _ => [p("Wustu1I3"), p("Wustu1i3"), p("sta1A3"), p("sta1a3")],
            },
            Class::Doubled => match self.form {
                F::I => [p("1u2~"), p("1u2i3"), p("1a2~"), p("12a3")],
                F::IV => [p("'u1i2~"), p("'u12i3"), p("1a2~"), p("12a3")],
                F::VIII => [p("Wu1Xu2~"), p("Wu1Xu2i3"), p("1Xa2~"), p("1Xa2a3")],
                _ => [p("Wustu1i2~"), p("Wustu12i3"), p("sta1a2~"), p("sta12a3")],
            },
            Class::Assimilated | Class::Hamzated | Class::Sound => match self.form {
                F::I => both(p("1u2i3"), p("12a3")),
                F::II => both(p("1u2~i3"), p("1a2~a3")),
                F::III => both(p("1U2i3"), p("1A2a3")),
                F::IV => both(p("'u12i3"), p("12a3")),
                F::V => both(p("tu1u2~i3"), p("ta1a2~a3")),
                F::VIII => both(p("Wu1Xu2i3"), p("1Xa2a3")),
                _ => both(p("Wustu12i3"), p("sta12a3")),
            },
        };
        Some(Stems {
            perfect,
            perfect_short,
            perfect_end: if defective { Ending::I } else { Ending::Strong },
            imperfect,
            imperfect_short,
            imperfect_end: if defective { Ending::Ya } else { Ending::Strong },
            prefix: 'u',
        })
    }

    /// Stem of the active participle; of a defective verb it ends in the second radical.
    pub(crate) fn participle(self) -> Sounds {
        use VerbForm as F;
        let p = |s: &str| self.build(s);
        match self.class() {
            Class::Quadriliteral => match self.form {
                F::V => p("muta1a23i4"),
                _ => p("mu1a23i4"),
            },
            Class::Defective => match self.form {
                F::I => p("1A2"),
                F::II => p("mu1a2~"),
                F::III => p("mu1A2"),
                F::IV => p("mu12"),
                F::V => p("muta1a2~"),
                F::VI => p("muta1A2"),
                F::VII => p("mun1a2"),
                F::VIII => p("mu1Xa2"),
                F::X => p("musta12"),
            },
            Class::Hollow => match self.form {
                F::I => p("1A'i3"),
                F::IV => p("mu1I3"),
                F::VII => p("mun1A3"),
                F::VIII => p("mu1XA3"),
                _ => p("musta1I3"),
            },
            Class::Doubled => match self.form {
                F::I => p("1A2~"),
                F::IV => p("mu1i2~"),
                F::VII => p("mun1a2~"),
                F::VIII => p("mu1Xa2~"),
                _ => p("musta1i2~"),
            },
            Class::Assimilated | Class::Hamzated | Class::Sound => match self.form {
                F::I => p("1A2i3"),
                F::II => p("mu1a2~i3"),
                F::III => p("mu1A2i3"),
                F::IV => p("mu12i3"),
                F::V => p("muta1a2~i3"),
                F::VI => p("muta1A2i3"),
                F::VII => p("mun1a2i3"),
                F::VIII => p("mu1Xa2i3"),
                F::X => p("musta12i3"),
            },
        }
    }

    /// The regular masdar; none for form I, whose masdar the file gives.
    pub(crate) fn masdar(self) -> Option<Sounds> {
        use VerbForm as F;
        let p = |s: &str| self.build(s);
        let last_hamza = self.root.radical('3') == 'ء';
        Some(match self.class() {
            Class::Quadriliteral => p("1a23a4aT"),
            Class::Defective => match self.form {
                F::I => return None,
                F::II => p("ta12iyaT"),
                F::III => p("mu1A2AT"),
                F::IV => p("'i12A'"),
                F::V => p("ta1a2~I"),
                F::VI => p("ta1A2I"),
                F::VII => p("Win1i2A'"),
                F::VIII => p("Wi1Xi2A'"),
                F::X => p("Wisti12A'"),
            },
            Class::Hollow => match self.form {
                F::I => return None,
                F::IV => p("'i1A3aT"),
                F::VII => p("Win1iyA3"),
                F::VIII => p("Wi1XiyA3"),
                _ => p("Wisti1A3aT"),
            },
            _ => match self.form {
                F::I => return None,
                F::II if last_hamza => p("ta12i3aT"),
                F::II => p("ta12I3"),
                F::III => p("mu1A2a3aT"),
                F::IV => p("'i12A3"),
                F::V => p("ta1a2~u3"),
                F::VI => p("ta1A2u3"),
                F::VII => p("Win1i2A3"),
                F::VIII => p("Wi1Xi2A3"),
                F::X => p("Wisti12A3"),
            },
        })
    }
}

/// The stems of a verb that has the same stem before vowels and consonants.
fn both(perfect: Sounds, imperfect: Sounds) -> [Sounds; 4] {
    [perfect, perfect, imperfect, imperfect]
}
