//! Which entity a mention is.

mod common;
use common::{find, resolves};

#[test]
fn surnames() {
    resolves("قال جو بايدن إن الاتفاق قريب. وأضاف بايدن أن الفريق يعمل.", "", "بايدن", "person:joe-biden");
    // two with one surname: the one that the text names
    resolves("قال جيب بوش إنه سيترشح. وأكد بوش أن الحملة بدأت.", "", "بوش", "person:jeb-bush");
    resolves("قال رئيس الاتحاد، جيرمو جوتشولك، إن السوق ضعيفة. ورأى جوتشولك ذلك.", "", "جوتشولك", "جيرمو جوتشولك");
    resolves("قال سامر قاسم إنه سعيد. وتحدثت ليلى قاسم بعده. ثم عاد سامر قاسم وقال قاسم كلمته.", "", "قاسم", "سامر قاسم");
}

#[test]
fn titles_next_to_names_belong_to_them() {
    resolves("قال الرئيس العراقي، برهم صالح، إن الحوار مهم.", "2021-07-27", "الرئيس العراقي", "person:barham-salih");
    // also where the table says otherwise
    resolves("قال الرئيس الأمريكي جورج بوش إن الحرب بدأت.", "2021-07-27", "الرئيس الأمريكي", "person:george-w-bush");
}

#[test]
fn descriptions() {
    resolves("قال وزير الثقافة سمير العامري إن المعرض مفتوح. وأضاف الوزير أن الدخول مجاني.", "", "الوزير", "سمير العامري");
    resolves("أعلن حزب الدعوة الإسلامية موقفه. وقال الحزب إنه باق.", "", "الحزب", "party:dawa-party");
    resolves("هاجم تنظيم داعش القرية، وقال شهود إن التنظيم انسحب.", "", "التنظيم", "armed_group:islamic-state");
    resolves("قال جو بايدن إن بلاده ملتزمة.", "", "بلاده", "place:united-states");
    resolves("التقى وزير الخارجية الأمريكي أنتوني بلينكن نظيره العراقي في جنيف.", "2022-03-01", "نظيره العراقي", "person:fuad-hussein");
}

#[test]
fn groups_stand_for_those_just_named() {
    resolves("بدأ الحوار بين العراق والولايات المتحدة أمس. وأكد الطرفان التزامهما.", "", "الطرفان", "place:iraq place:united-states");
    resolves("التقى الجانب العراقي خبراء.", "", "الجانب العراقي", "place:iraq");
    // nobody was named: nobody is meant
    assert!(find("وأكد الطرفان التزامهما.", None).mentions.is_empty());
}

#[test]
fn acronyms_and_names_of_one_body() {
    resolves("رحب العراق ببعثة الأمم المتحدة لمساعدة العراق (UNAMI) أمس.", "", "UNAMI", "organization:unami");
}

#[test]
fn order_and_bounds() {
    let long = "قال الوزير محمد علي إن بغداد ".repeat(300);
    for text in [long.as_str(), "و", "ال", "بن بن بن", "الرئيس", "«حزب", "ل ل ل للل", "١٢٣ ...", "محمد\nعلي"] {
        let found = find(text, Some("not a date"));
        for pair in found.mentions.windows(2) {
            assert!(pair[0].tokens.end <= pair[1].tokens.start, "{text}");
        }
        for m in &found.mentions {
            assert!(!text[m.span.range()].is_empty());
            assert!(m.entity.is_none_or(|e| (e.0 as usize) < found.entities.len()));
        }
    }
}

#[test]
fn what_lost_is_told() {
    let text = qawl_text::Text::read("كان الصدر واسعا، وقال محمد حسن العامري إنه سعيد.");
    let words = qawl_entities::words::classify(&text);
    let (found, lost) = common::knowledge().explain(&text, &words, None);
    assert_eq!(found.mentions.len(), 1);
    assert!(lost.iter().any(|a| text.slice(a.span) == "الصدر" && a.entity.is_some()), "{lost:?}");
}

#[test]
fn time_is_linear_on_hostile_text() {
    let parts = ["محمد بن ", "وزير خارجية ", "«حزب ", "الطرفان ", "رئيس مجلس ", "أبو عبد ", "العراق والعراق ", "لللل ", "مدينة قرية "];
    for part in parts {
        let time = |n: usize| {
            let text = part.repeat(n);
            let start = std::time::Instant::now();
            find(&text, None);
            start.elapsed().as_secs_f64()
        };
        time(500);
        let (short, long) = (time(2000).max(1e-4), time(16_000));
        // eight times the text; generous, so that a busy machine does not fail it
        assert!(long < 60.0 * short, "{part}: {short} {long}");
    }
}
