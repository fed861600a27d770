//! The compiled gazetteer: offices by date, overriding, saving and loading.

use qawl_gazetteer::{AliasKind, Builder, Entry, Gazetteer, Holder, LoadError};

const FILE: &str = "
[office:president]
en: President
of: place:iraq
class: president
holder: 2003-05..2004-06 person:a
holder: 2004-06..2005-04-07 person:b
holder: 2005-04-07.. person:c

[person:a]
name: أول رجل
of: place:iraq

[person:b]
name: ثاني رجل

[person:c]
name: ثالث رجل

[place:baghdad]
name: بغداد
of: place:iraq
kind: city

[place:iraq]
name: العراق
kind: state
capital: place:baghdad
demonym: عراقي

[place:loop]
name: دائرة
of: place:loop
kind: city
capital: place:nowhere
";

fn build(sources: &[&str]) -> Gazetteer {
    let mut b = Builder::new();
    for s in sources {
        b.add_source("test.gaz", s);
    }
    b.build().unwrap()
}

#[test]
fn holders_by_date() {
    let g = build(&[FILE]);
    let office = g.by_id("office:president").unwrap();
    let who = |date: &str| match g.holder_on(office, date.parse().unwrap()) {
        Holder::One(p) => g.entry(p).id.to_string(),
        other => format!("{other:?}"),
    };
    assert_eq!(who("2003-04-30"), "None");
    assert_eq!(who("2003-05-09"), "person:a");
    // the month of the change is known, the day is not
    assert_eq!(who("2004-06-15"), "Several");
    assert_eq!(who("2004-07-01"), "person:b");
    // half-open: the successor's day
    assert_eq!((who("2005-04-06"), who("2005-04-07")), ("person:b".into(), "person:c".into()));
    assert_eq!((who("2005"), who("2026")), ("Several".into(), "person:c".into()));
    let c = g.by_id("person:c").unwrap();
    assert_eq!(g.offices_of(c).iter().map(|h| h.office).collect::<Vec<_>>(), [office]);
    assert_eq!(g.holders_of(office).len(), 3);
    assert_eq!(g.offices_at(g.by_id("place:iraq").unwrap()).collect::<Vec<_>>(), [office]);
}

#[test]
fn along_of() {
    let g = build(&[FILE]);
    let id = |s| g.by_id(s).unwrap();
    let iraq = Some(id("place:iraq"));
    assert_eq!([g.state_of(id("person:a")), g.state_of(id("place:baghdad")), g.state_of(id("place:iraq"))], [iraq; 3]);
    assert_eq!((g.state_of(id("person:b")), g.state_of(id("place:loop"))), (None, None));
    assert_eq!((g.capital_of(id("place:iraq")), g.capital_of(id("place:loop"))), (Some(id("place:baghdad")), None));
    assert_eq!(g.dangling().iter().map(|d| (d.key, d.id.as_str())).collect::<Vec<_>>(), [("capital", "place:nowhere")]);
}

#[test]
fn later_sources_win_and_entities_go() {
    let mut b = Builder::new();
    b.add_source("a.gaz", FILE).add_source("b.gaz", "[place:iraq]\nname: العراق\nalias: أرض السواد\n").switch_off("place:baghdad");
    b.add_entry(Entry::new("person:d", "رابع رجل").alias(AliasKind::Surname, "رجل"));
    let g = b.build().unwrap();
    assert!(g.lookup("أرض السواد").is_some() && g.lookup("عراقي").is_none() && g.lookup("بغداد").is_none());
    assert!(g.lookup("رابع رجل").is_some());
    assert!(g.entries().windows(2).all(|w| w[0].id < w[1].id));
}

#[test]
fn the_order_of_sources_does_not_show() {
    let (one, two) = ("[place:a]\nname: س ص\n", "[person:b]\nname: س ص\nalias: ع غ\n");
    let ids = |g: &Gazetteer| g.readings(g.lookup("س ص").unwrap().name).iter().map(|r| g.entry(r.entity).id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&build(&[one, two])), ids(&build(&[two, one])));
    assert_eq!(ids(&build(&[one, two])), ["person:b", "place:a"]);
}

#[test]
fn saved_and_loaded() {
    let mut b = Builder::new();
    for (path, text) in qawl_default_gazetteers::gazetteers() {
        b.add_source(path, text);
    }
    let g = b.build_lenient().0;
    let mut file = Vec::new();
    g.save(&mut file);
    let loaded = Gazetteer::load(&file).unwrap();
    assert_eq!(loaded.stats(), g.stats());
    let text: String = qawl_default_gazetteers::gazetteers().map(|f| f.1).take(5).collect();
    let (mut tokens, mut a, mut b) = (Vec::new(), Vec::new(), Vec::new());
    qawl_text::tokenize(&text, &mut tokens);
    g.all_matches(&text, &tokens, &mut a);
    loaded.all_matches(&text, &tokens, &mut b);
    assert!(a == b && a.len() > 1000);
    let mut again = Vec::new();
    loaded.save(&mut again);
    assert!(again == file, "the same bytes");
}

#[test]
fn damaged_files_are_refused() {
    let mut file = Vec::new();
    build(&[FILE]).save(&mut file);
    assert!(Gazetteer::load(&file).is_ok());
    for cut in (0..file.len()).step_by(97) {
        let _: LoadError = Gazetteer::load(&file[..cut]).unwrap_err();
    }
    for at in (0..file.len()).step_by(101) {
        let mut bad = file.clone();
        bad[at] ^= 0x10;
        assert!(Gazetteer::load(&bad).is_err(), "{at}");
    }
}

#[test]
fn empty() {
    let g = build(&[]);
    assert_eq!((g.entries().len(), g.name_count(), g.lookup("العراق")), (0, 0, None));
    let mut file = Vec::new();
    g.save(&mut file);
    assert_eq!(Gazetteer::load(&file).unwrap().name_count(), 0);
}
