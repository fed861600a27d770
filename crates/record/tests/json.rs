//! The record's own writer gives serde_json's bytes.

use qawl_record::*;
use serde_json::json;
use std::borrow::Cow;

#[track_caller]
fn same(r: &Record) {
    let mut out = b"before".to_vec();
    r.write_json(&mut out);
    assert_eq!(String::from_utf8_lossy(&out[6..]), serde_json::to_string(r).unwrap());
}

/// One of everything that a field can be.
fn full(s: &str) -> Record {
    let own = || s.to_owned();
    let id = || Cow::Owned::<'static, str>(s.to_owned());
    let mut r = Record::new(s);
    (r.title, r.outlet, r.published, r.url, r.text) = (Some(own()), Some(own()), Some(own()), Some(own()), Some(own()));
    let meta = json!({"a": [1, -2, 1.5, null, true, {s: s}], s: s, "big": u64::MAX});
    r.meta = meta.as_object().unwrap().clone();
    r.offsets = Offsets::Utf16;
    r.sections = [
        SectionKind::Breadcrumb,
        SectionKind::Headline,
        SectionKind::Dateline,
        SectionKind::Body,
        SectionKind::Heading,
        SectionKind::Source,
        SectionKind::Related,
    ]
    .into_iter()
    .zip(0..)
    .map(|(kind, n)| Section { kind, start: n, end: u32::MAX - n })
    .collect();
    let types = [
        EntityType::Person,
        EntityType::Party,
        EntityType::ArmedGroup,
        EntityType::Government,
        EntityType::Military,
        EntityType::Organization,
        EntityType::Company,
        EntityType::Media,
        EntityType::Place,
        EntityType::Event,
    ];
    let forms = [
        MentionForm::Name,
        MentionForm::Alias,
        MentionForm::Surname,
        MentionForm::Acronym,
        MentionForm::Title,
        MentionForm::Description,
        MentionForm::Demonym,
        MentionForm::Group,
        MentionForm::Pronoun,
    ];
    for (k, ty) in types.into_iter().enumerate() {
        r.mentions.push(Mention {
            start: 9,
            end: 10,
            text: own(),
            ty,
            form: forms[k % forms.len()],
            entity: (k % 2 == 0).then(id),
            members: vec![id(); k % 3],
            rule: id(),
        });
        r.entities.push(Entity {
            id: id(),
            ty,
            name: id(),
            names: [("en", s), ("ku", "x"), ("tr", s)].into_iter().take(k % 4).map(|(l, n)| (l.into(), n.to_owned().into())).collect(),
            wikidata: (k % 2 == 1).then(id),
            source: if k % 2 == 0 { EntitySource::Gazetteer } else { EntitySource::Document },
        });
    }
    let acts = [
        Act::State,
        Act::Affirm,
        Act::Announce,
        Act::Deny,
        Act::Accuse,
        Act::Demand,
        Act::Promise,
        Act::Warn,
        Act::Condemn,
        Act::Praise,
        Act::Welcome,
        Act::Agree,
        Act::Reject,
        Act::Ask,
        Act::Opinion,
        Act::Predict,
        Act::Threaten,
        Act::Thank,
        Act::Support,
        Act::Other,
    ];
    let media = [
        MediumKind::Tweet,
        MediumKind::Statement,
        MediumKind::PressConference,
        MediumKind::Interview,
        MediumKind::Speech,
        MediumKind::Call,
        MediumKind::Letter,
        MediumKind::Report,
        MediumKind::Broadcast,
        MediumKind::Meeting,
        MediumKind::Other,
    ];
    let constructions = [
        Construction::VerbSubject,
        Construction::SubjectVerb,
        Construction::DroppedSubject,
        Construction::Participle,
        Construction::AccordingTo,
        Construction::QuotationFirst,
        Construction::Headline,
        Construction::NominalContent,
        Construction::Relative,
        Construction::Impersonal,
        Construction::Masdar,
        Construction::Relayed,
    ];
    let statuses = [SpeakerStatus::Explicit, SpeakerStatus::Dropped, SpeakerStatus::Pronoun, SpeakerStatus::None];
    for (k, act) in acts.into_iter().enumerate() {
        let (start, end) = (10u32.pow(k as u32 % 10), 10u32.pow(k as u32 % 10) - 1);
        r.claims.push(Claim {
            id: own(),
            section: SectionKind::Related,
            speaker: Speaker {
                status: statuses[k % 4],
                start: (k % 4 != 0).then_some(start),
                end: (k % 3 != 0).then_some(end),
                text: (k % 2 == 0).then(own),
                name: (k % 3 == 1).then(own),
                entities: vec![id(); k % 3],
            },
            cue: Cue { start, end, text: own(), lemma: id() },
            content: Content { spans: vec![Span { start, end }; k % 4], text: own() },
            form: [Form::Direct, Form::Indirect, Form::Mixed][k % 3],
            act,
            polarity: [Polarity::Positive, Polarity::Negative][k % 2],
            addressee: (k % 2 == 0).then(|| Addressee { start, end, text: own(), entities: vec![id(); k % 3] }),
            medium: (k % 3 != 2).then(|| Medium { start, end, text: own(), kind: media[k % media.len()] }),
            occasion: (k % 4 != 2).then(|| Occasion { start, end, text: own() }),
            time: (k % 4 != 3).then(|| Time { start, end, text: own(), date: (k % 2 == 0).then(own) }),
            about: vec![id(); k % 4],
            within: (k % 2 == 1).then(own),
            evidence: Evidence {
                construction: constructions[k % constructions.len()],
                lexicon: id(),
                confidence: [0.0, 1.0, 0.9, 0.55, f32::NAN, 1e-9, 1.0 / 3.0][k % 7],
            },
        });
    }
    r.warnings = vec![Warning { kind: id(), message: own() }; 2];
    r
}

#[test]
fn a_full_record_and_an_empty_one() {
    same(&Record::new(""));
    for s in [
        "",
        "a",
        "قال بايدن: “نعم” 🙂",
        "\"\\\n\r\t\u{8}\u{c}\u{0}\u{1f}\u{7f}\u{2028}",
        "قال\n\"نعم\"\\ثم",
        "/<>&'",
        "12345678\"",
        "1234567\\9012345678",
    ] {
        same(&full(s));
    }
}

/// Every position of every character below U+0100 in strings around the writer's block of eight bytes.
#[test]
fn every_escape_at_every_place() {
    for n in 0..20usize {
        for at in 0..=n {
            let mut r = Record::new("");
            r.warnings = (0..=255u8)
                .map(|b| {
                    let message = format!("{}{}{}", "x".repeat(at), char::from(b), "س".repeat(n - at));
                    Warning { kind: Cow::Borrowed("k"), message }
                })
                .collect();
            same(&r);
        }
    }
}
