//! Places, organizations, parties, media: known ones, and those that a head opens.

mod common;
use common::names;

#[test]
fn heads_open_names() {
    names("أعلنت [government:وزارة الموارد المائية العراقية] الخطة.");
    names("نظمت [organization:جامعة القلمون] ندوة.");
    names("قال [organization:نادي الأسير] إن المعتقلين بخير.");
    names("نقل إلى [organization:مستشفى \"سوروكا\"] أمس.");
    names("أسست [organization:مؤسسة الملك عبدالعزيز للموهبة والإبداع] فرعا.");
}

#[test]
fn class_words_are_left_out() {
    names("هاجم تنظيم «[armed_group:داعش]» القرية.");
    names("نشرت صحيفة «[media:الأفق الجديد]» الخبر.");
    names("وصل إلى مدينة [place:عدن] أمس.");
    names("قال لقناة [media:العربية] إن الوضع هادئ.");
}

#[test]
fn a_head_alone_is_no_name() {
    for text in [
        "قالت الوزارة إن الخطة جاهزة.",
        "أعلن حزب سياسي جديد عن نفسه.",
        "وقعت شركة كبرى العقد.",
        "تعطلت الحركة المرورية في الشارع.",
        "هذا مجلس جديد.",
    ] {
        let found = common::find(text, None);
        assert!(found.mentions.iter().all(|m| !m.form.is_name()), "{text}: {:?}", found.mentions);
    }
}

#[test]
fn places() {
    names("تقع [place:الموصل] شمال [place:العراق].");
    names("هبطت في [place:مطار المنارة] مساء.");
    names("زار [place:غزة] و[place:القدس] ثم عاد ل[place:لبنان].");
    // السعودية is the state, or an adjective
    names("قالت [place:السعودية] إن الحج آمن.");
    names("المرأة السعودية تشارك في العمل.");
}

#[test]
fn nationalities_are_demonyms() {
    let text = "قال الوزير العراقي إن الأميركيين وافقوا.";
    let found = common::find(text, None);
    for (word, state) in [("العراقي", "place:iraq"), ("الأميركيين", "place:united-states")] {
        let m = common::mention(text, &found, word);
        assert_eq!((m.form, common::entity(&found, m).as_str()), (qawl_record::MentionForm::Demonym, state));
    }
}

#[test]
fn how_far_a_body_goes() {
    names("قال [organization:المعهد الوطني الأميركي لرصد الزلازل] إن الهزة قوية.");
    names("تعاقد [organization:نادي بوردو] الفرنسي معه.");
    names("قال [organization:اتحاد الصحفيين العراقيين] إن الأمر حسن.");
    names("استقبل سفراء [organization:الاتحاد الأوروبي] المعتمدين أمس.");
    names("عمل في مؤسسة بنكية ب[place:طنجة] أمس.");
    names("وضع كالزهرة البيضاء فوق الطين.");
}
