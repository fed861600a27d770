//! The map from folded words to values.

use qawl_text::{WordMap, hash};

#[test]
fn words_are_found_however_spelled() {
    let map = WordMap::build([(hash("إلى"), 1), (hash("على"), 2)], |a, b| *a += b);
    assert_eq!((map.get(hash("الي")), map.get(hash("عَلى")), map.get(hash("عن"))), (Some(&1), Some(&2), None));
    assert!(map.has(hash("الى")) && !map.is_empty());
    assert_eq!(map.len(), 2);
}

#[test]
fn a_word_that_comes_twice_is_joined() {
    let map = WordMap::build([(hash("أن"), vec!["أن"]), (hash("إن"), vec!["إن"]), (hash("قد"), vec!["قد"])], |a, b| a.extend(b));
    assert_eq!(map.get(hash("ان")), Some(&vec!["أن", "إن"]));
    assert_eq!(map.values(), [vec!["أن", "إن"], vec!["قد"]]);
}

#[test]
fn empty_and_large() {
    assert!(WordMap::<u8>::build([], |_, _| ()).get(hash("قال")).is_none());
    let map = WordMap::build((0..10_000u64).map(|i| (hash(&i.to_string()), i)), |_, _| panic!("no two are alike"));
    assert!((0..10_000).all(|i| map.get(hash(&i.to_string())) == Some(&i)));
    assert!((10_000..20_000u64).all(|i| !map.has(hash(&i.to_string()))));
}
