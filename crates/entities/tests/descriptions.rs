//! Titles, groups and short names that stand for somebody named elsewhere, each beside a case that is not one.

mod common;

use common::{entity, find, mention, no_mention, resolves};

#[test]
fn a_title_ends_before_the_occasion() {
    let text = "استقبل المفتي سالم الكعبي الوفد. وقال المفتي في حديث للإذاعة إن الأمر صعب.";
    resolves(text, "", "المفتي", "سالم الكعبي");
    no_mention(text, "المفتي في حديث للإذاعة");
    let text = "قال مدير الشركة سعد كريم إن الخطة جيدة. وأضاف مدير الشركة في سياق دفاعه عن القرار أن العمل مستمر.";
    resolves(text, "", "مدير الشركة", "سعد كريم");
    // a body is of the title, and the name behind it its bearer
    no_mention("هنأ القيادي في حماس إسماعيل هنية الشعب. وقال القيادي في حماس سعد كريم إن الأمر حسن.", "القيادي");
}

#[test]
fn adjectives_and_plurals_are_no_title() {
    no_mention("شكر السياسي سعد كريم الجميع. وقال إن الظروف السياسي منها والاقتصادي صعبة، والقوى السياسية حاضرة.", "السياسية");
    no_mention("كرم الوزير اللاعب سعد كريم. وحضر اللاعبون الحفل.", "اللاعبون");
}

#[test]
fn today_is_no_newspaper() {
    no_mention("كتبت الصحف اليوم عن الأمر.", "اليوم");
    no_mention("نقلت صحيفة اليوم السعودية الخبر. وقال الوزير اليوم إن الأمر حسن.", "اليوم");
    resolves("نقلت صحيفة اليوم الخبر.", "", "اليوم", "media:al-yaum");
}

#[test]
fn two_capitals_are_two_states() {
    resolves("اتفقت الرياض وطهران على العمل. وأكد الطرفان الأمر.", "", "الطرفان", "place:saudi-arabia place:iran");
    resolves("بحث الجانبان السعودي والإيراني العلاقات.", "", "الجانبان", "place:saudi-arabia place:iran");
    no_mention("زار الوزير البصرة والموصل. وأكد الطرفان الأمر.", "الطرفان");
    no_mention("زار الوزير العراق وإيران. وكان كثير من البلدان التي زارها بعيدا.", "البلدان");
}

#[test]
fn a_title_without_a_state_is_not_that_of_another() {
    let text =
        "قال معالي وزير الخارجية الأستاذ سعد كريم إن الأمر حسن. والتقى وزير الخارجية الألماني هانس مولر. وقال معالي وزير الخارجية إن العلاقات جيدة.";
    resolves(text, "", "وزير الخارجية", "سعد كريم");
}

#[test]
fn the_envoy_of_the_united_nations() {
    resolves("قالت جينين هينيس بلاسخارت إن الوضع صعب. وأكدت المبعوثة الأممية ذلك.", "", "المبعوثة الأممية", "person:jeanine-hennis-plasschaert");
    no_mention("قال مارتن غريفيث إن الوضع صعب. وأكدت المبعوثة الأممية ذلك.", "المبعوثة الأممية");
}

#[test]
fn names_that_no_list_knows_behind_an_office() {
    for (text, name) in
        [("قالت ممثلة ساموا آن راسموسن إن الخطة جيدة.", "آن راسموسن"), ("قال مدرب الأخضر، الفرنسي هيرفي رينار، إن الفريق جاهز.", "هيرفي رينار")]
    {
        let found = find(text, None);
        assert_eq!(entity(&found, mention(text, &found, name)), name, "{text}");
    }
    for text in ["بدأ وزير سوريا زيارة رسمية.", "قرر رئيس العراق تعيين سفير جديد."] {
        assert!(find(text, None).mentions.iter().all(|m| m.ty != qawl_record::EntityType::Person || !m.form.is_name()), "{text}");
    }
}

#[test]
fn a_newspaper_in_marks_and_a_club_by_its_city() {
    let text = "قال لـ«الشرق الأوسط» أمس إن الأمر حسن.";
    resolves(text, "", "الشرق الأوسط", "media:asharq-al-awsat");
    resolves("قال إن الشرق الأوسط بعيد.", "", "الشرق الأوسط", "place:middle-east");
    resolves("فاز مانشستر يونايتد أمس. وقال لاعب مانشستر إنه سعيد.", "", "مانشستر", "organization:manchester-united");
    resolves("وصل إلى مانشستر أمس.", "", "مانشستر", "place:manchester");
}
