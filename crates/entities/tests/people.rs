//! Names of persons, by gazetteer and by grammar.

mod common;
use common::{names, names_of, no_mention};

fn persons(marked: &str) {
    names_of(marked, &["person"]);
}

#[test]
fn known_names() {
    names("قال [person:محمد الحلبوسي] في [place:بغداد] إن الجلسة تأجلت.");
    names("وصل [person:بايدن] و[person:الكاظمي] إلى القاعة.");
    persons("أثنى على [person:بايدن] وأشاد ب[person:الكاظمي].");
}

#[test]
fn runs_of_name_words() {
    persons("كتب [person:أحمد حسن السعيدي] مقالا عن المياه.");
    persons("قال [person:محمد بن سالم العامري] إن السوق مغلقة.");
    persons("زار [person:عبد الرزاق عبد الواحد] المعرض.");
    persons("افتتح [person:علاء الدين الخزرجي] المعرض.");
    persons("شارك في الندوة [person:سامر قاسم] و[person:سميرة كمال] و[person:أبو حسن العامري].");
    persons("تحدثت [person:مارغريت هاريسون] عن الوباء.");
}

#[test]
fn unknown_words_after_a_title() {
    persons("قال النائب [person:كاطع شلال مطشر الركابي] إن القانون معطل.");
    persons("أوضح الدكتور [person:عاطف علاونة]، أن العيادة مغلقة.");
    persons("قال رئيس الاتحاد، [person:جيرمو جوتشولك]، إن السوق ضعيفة.");
    persons("التقى نظيره المصري [person:حمدي شلبي] أمس.");
    persons("قال اللاعب الكونغولي [person:شاباني نوندا] إنه سعيد.");
}

#[test]
fn titles_are_no_part_of_the_name() {
    persons("قال الشيخ [person:محمود الزبيدي] إن الصلاة تقام.");
    persons("استقبل الملك [person:محمد السادس] الوفد.");
    persons("قال معالي [person:محمد بن عيسى] إن الندوة ناجحة.");
}

#[test]
fn what_is_no_name() {
    for text in [
        "قدم العراق بياناً مفصلاً عن جهوده.",
        "قال الوزير اليوم إن الخطة جاهزة.",
        "شدد الرئيس على أهمية الحوار.",
        "كان الفريق الوحداوي خلال الموسم جيدا.",
        "لا يتردد في القول إن وجود الأفراد مفيد.",
        "اجتمع النائب مع عدد من المواطنين.",
        "أمل اللاعبون في الفوز على أرضهم.",
        "",
        "...",
    ] {
        persons(text);
    }
    no_mention("على حسن النية تقوم العلاقات.", "حسن");
}

#[test]
fn a_name_ends_where_the_clause_goes_on() {
    persons("وصل الرئيس السابق [person:محمد مرسي] المنتمي للجماعة.");
    persons("هاجم النائب [person:سعد كريم] القرار بشدة.");
    persons("شن المندوب [person:دان غيلرمان] هجوما عنيفا.");
    persons("ضمت القائمة [person:فيصل ملكاوي] وغيث.");
}

#[test]
fn parts_of_a_name_that_the_text_gives() {
    persons("قال رئيس الاتحاد، [person:جيرمو جوتشولك]، إن السوق ضعيفة. ورأى [person:جوتشولك] أن الأمل قائم.");
    persons("قال الأسير [person:محمد نصر الله علان] إنه مضرب. وأوضح أن [person:علان] متعب.");
}
