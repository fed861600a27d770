//! Titles to holders, by date.

mod common;

#[test]
fn titles_stand_for_the_holder_on_the_day() {
    let rows: Vec<&str> = include_str!("offices.txt").lines().filter(|l| !l.starts_with('#')).collect();
    assert!(rows.len() >= 120);
    for row in rows {
        let mut columns = row.split(" | ");
        let (Some(title), Some(date), Some(person)) = (columns.next(), columns.next(), columns.next()) else { panic!("{row}") };
        let text = format!("وقال {title} أمس إن ذلك مهم.");
        let found = common::find(&text, Some(date));
        let m = found.mentions.iter().find(|m| m.form == qawl_record::MentionForm::Title).unwrap_or_else(|| panic!("no title: {row}"));
        assert_eq!(common::entity(&found, m), person, "{row}");
    }
}

#[test]
fn without_a_date_the_text_tells() {
    common::resolves("أعلن الرئيس الأمريكي في عام 2010 الخطة، وقال إنها مهمة.", "", "الرئيس الأمريكي", "person:barack-obama");
    common::resolves("التقى باراك أوباما قادة المنطقة. وأكد الرئيس الأمريكي دعمه.", "", "الرئيس الأمريكي", "person:barack-obama");
    common::resolves("وقال الرئيس الأمريكي إن ذلك مهم.", "", "الرئيس الأمريكي", "none");
}
