//! What stands beside a claim: medium, occasion, time.

use crate::draft::Draft;
use crate::reader::Reader;
use qawl_entities::words::Class;
use qawl_record::MediumKind;
use qawl_text::TokenRange;

/// What was found beside a cue.
#[derive(Clone, Debug, Default)]
pub(crate) struct Details {
    pub(crate) medium: Option<(TokenRange, MediumKind)>,
    pub(crate) occasion: Option<TokenRange>,
    pub(crate) time: Option<TokenRange>,
}

pub(crate) fn details(r: &Reader<'_>, d: &Draft) -> Details {
    let mut out = Details::default();
    let from = match d.source {
        crate::draft::Source::Phrase(p) if p.start >= d.cue.end => p.end as usize,
        _ => d.cue.end as usize,
    };
    let to = (d.adjuncts.end as usize).min(r.tok.len());
    let mut k = from;
    while k < to {
        let class = r.class(k);
        if out.time.is_none()
            && let Some(p) = crate::dates::phrase(r, k, to)
        {
            out.time = Some(p);
            k = p.end as usize;
            continue;
        }
        if r.wordlike(k + 1) && k + 1 < to && class.any(Class::PREP) && r.class(k + 1).any(Class::MEDIUM) {
            let mut e = k + 2;
            while e < to
                && (r.wordlike(e) || r.opens(e).is_some() || r.closes(e).is_some())
                && !r.class(e).any(Class::THAT.or(Class::TIME).or(Class::WEEKDAY))
            {
                e += 1;
            }
            let span = r.trim(TokenRange::new(k, e));
            match medium(r.tok[k + 1].hash) {
                Some(kind) if out.medium.is_none() => out.medium = Some((span, kind)),
                _ if out.occasion.is_none() => out.occasion = Some(span),
                _ => {}
            }
            k = e.max(k + 1);
            continue;
        }
        k += 1;
    }
    out
}

fn medium(h: u64) -> Option<MediumKind> {
    use MediumKind::*;
    const KINDS: &[(&str, MediumKind)] = &[
        ("بيان", Statement),
        ("بيانه", Statement),
        ("بيانها", Statement),
        ("تصريح", Statement),
        ("تصريحات", Statement),
        ("تصريحاته", Statement),
        ("تغريدة", Tweet),
        ("تغريدته", Tweet),
        ("تغريدات", Tweet),
        ("تدوينة", Tweet),
        ("منشور", Tweet),
        ("حسابه", Tweet),
        ("صفحته", Tweet),
        ("مؤتمر", PressConference),
        ("مؤتمره", PressConference),
        ("مقابلة", Interview),
        ("حوار", Interview),
        ("حديث", Interview),
        ("لقاء", Interview),
        ("كلمة", Speech),
        ("كلمته", Speech),
        ("خطاب", Speech),
        ("خطبة", Speech),
        ("اتصال", Call),
        ("مكالمة", Call),
        ("رسالة", Letter),
        ("برقية", Letter),
        ("كتاب", Letter),
        ("تقرير", Report),
        ("تقريره", Report),
        ("مداخلة", Broadcast),
        ("برنامج", Broadcast),
        ("اجتماع", Meeting),
        ("جلسة", Meeting),
    ];
    KINDS.iter().find(|k| qawl_text::hash(k.0) == h).map(|k| k.1)
}
