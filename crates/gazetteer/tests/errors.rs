//! Every message of the reader, as a person sees it.

use qawl_gazetteer::{Builder, ErrorKind, canonical, parse, write};

fn messages(source: &str) -> String {
    parse("a.gaz", source).1.iter().map(|e| format!("{e}\n")).collect()
}

#[test]
fn headers() {
    insta::assert_snapshot!(messages("[person:x\nname: ا\n\n[x]\nname: ا\n\n[persn:x]\n\n[thing:x]\n\n[person:X y]\n\n[person:x]\nen: X\n\n[office:x]\nclass: king\n"), @r"
    a.gaz:1:1: a header ends with `]`: write `[type:slug]`
    a.gaz:4:1: `x` has no type: write `[person:x]`, or another type
    a.gaz:7:1: `persn` is not a type: write `[person:x]`
    a.gaz:9:1: `thing` is not a type: write one of person, party, armed_group, government, military, organization, company, media, place, event, office
    a.gaz:11:1: `X y` is not a slug: use a-z, 0-9 and `-`, as in `[person:two-words]`
    a.gaz:13:1: [person:x] has no `name` line: add `name: …`
    a.gaz:16:1: [office:x] has neither an `en` nor a `title` line: add one
    ");
}

#[test]
fn lines() {
    insta::assert_snapshot!(messages("name: ا\n\n[person:x]\nname: ا\nno colon\nsurnme: ب\nfoo: ب\nshort: ب\nholder: 2020.. person:y\nname: ب\nalias:\nalias: ب | | ت\n"), @r"
    a.gaz:1:1: this line stands in no block: put a `[type:slug]` line above it, or take out the blank line
    a.gaz:5:1: this line has no colon: write `key: value`, or `#` in front of a comment
    a.gaz:6:1: `surnme` is not a key of the format: write `surname`
    a.gaz:7:1: `foo` is not a key of the format: see the table of FORMAT.md, or write `note:`
    a.gaz:8:1: `short` is not a key for type person: write `surname` or `alias`
    a.gaz:9:1: `holder` is not a key for type person: take the line out, or change the type
    a.gaz:10:1: `name` stands twice in this block: keep one
    a.gaz:11:1: `alias` has no value: write one, or take the line out
    a.gaz:12:11: an empty value between two `|` of `alias`: take one `|` out
    ");
}

#[test]
fn values() {
    insta::assert_snapshot!(
        messages(
            "[person:x]\nname: ا | ب\n\n[place:x]\nname: ا\ngender: x\nnumber: two\nwikidata: 796\nof: iraq\nkind: stat\nkind: metropolis\ndemonym: العراقي\nflag: old\n\n\
             [office:x]\nen: X\nclass: premier\nholder: person:y\nholder: 2020-13.. person:y\nholder: 2021..2020 person:y\nholder: .. person:y\nholder: 2020.. y\n\n\
             [person:y]\nname: ا\nrole: 2020..2021\n"
        ),
        @r"
    a.gaz:2:7: `name` is exactly one: put the others into `alias`
    a.gaz:6:9: `x` is not a gender: write `m` or `f`
    a.gaz:7:9: `two` is not a number: write `sg`, `du` or `pl`
    a.gaz:8:11: `796` is not a Wikidata id: write `Q` and digits, or take the line out
    a.gaz:9:5: `iraq` is not an id: write `type:slug`, as in `place:iraq`
    a.gaz:10:7: `stat` is not a kind of place: write `state`
    a.gaz:11:1: `kind` stands twice in this block: keep one
    a.gaz:12:10: `العراقي` has the article: write `عراقي`, the machine makes the form with ال
    a.gaz:13:7: `old` is not a flag: write `ambiguous`, or take the line out
    a.gaz:17:8: `premier` is not a class of office: write one of president, king, emir, sultan, prime-minister, vice-president, crown-prince, foreign-minister, defence-minister, interior-minister, finance-minister, oil-minister, speaker, un-secretary-general, un-envoy, supreme-leader, region-president, region-prime-minister, chief-justice, ambassador, other
    a.gaz:18:9: `person:y` has no dates: write `from..to person:slug`, or `from.. person:slug`
    a.gaz:19:9: `2020-13` is not a date: write YYYY, YYYY-MM or YYYY-MM-DD
    a.gaz:20:9: `2021..2020` ends before it begins: exchange the dates
    a.gaz:21:9: `..` has no date: write one, or leave the range out
    a.gaz:22:9: `y` is not an id: write `type:slug`, as in `place:iraq`
    a.gaz:26:7: this role has no words: write them after the dates
    "
    );
}

#[test]
fn goes_on_after_errors() {
    let (entries, errors) = parse("a.gaz", "[person:x]\nname: ا\nfoo: 1\nsurname: ب\n\n[bad]\nname: ت\n\n[place:z]\nname: ث\n");
    assert_eq!(entries.iter().map(|e| e.id.as_ref()).collect::<Vec<_>>(), ["person:x", "place:z"]);
    assert_eq!(entries[0].aliases.len(), 1);
    assert_eq!(errors.iter().map(|e| (e.kind(), e.line(), e.column())).collect::<Vec<_>>(), [(ErrorKind::Key, 3, 1), (ErrorKind::Header, 6, 1)]);
}

#[test]
fn twice_in_one_source() {
    let mut b = Builder::new();
    b.add_source("a.gaz", "[place:x]\nname: ا\n\n[place:x]\nname: ب\n");
    let error = b.build().unwrap_err();
    assert_eq!((error.kind(), error.errors().len()), (ErrorKind::Duplicate, 1));
    assert_eq!(error.to_string(), "a.gaz:4:1: [place:x] stands in line 1 too: make one block of the two");
}

#[test]
fn canonical_keeps_everything() {
    let source = "\u{feff}# head\n\n# of b\n[place:b]\nen:B\n# of name\nname :  ب\nfoo: x\nalias: ج|د\n\n\n[place:a]\nname: ا\nstray\n# last\n";
    let expected = "# head\n\n[place:a]\nname: ا\nstray\n\n# of b\n[place:b]\n# of name\nname: ب\nen: B\nalias: ج | د\nfoo: x\n\n# last\n";
    assert_eq!(canonical(source), expected);
    assert_eq!(canonical(expected), expected);
    assert_eq!(canonical(""), "");
}

#[test]
fn entries_are_written_as_they_were_read() {
    let source = "[office:x]\nen: X\nof: place:y\nclass: king\ntitle: الملك | ملك ص\nholder: 2001..2002-03 person:a\nholder: 2002-03-04.. person:b\n\n\
                  [person:a]\nname: ا ب\nen: A\nsurname: ب\nsurname?: ج\ngender: m\nwikidata: Q1\nof: place:y\nparty: party:p\nrole: قائد\nrole: 2001.. رئيس\n\n\
                  [place:y]\nname: ص\nkind: state\ncapital: place:z\ndemonym: صي\ndemonym-plural: أصياء\nflag: ambiguous\nnote: x; y\n";
    let (entries, errors) = parse("a.gaz", source);
    assert_eq!(errors, []);
    assert_eq!(write(&entries), source);
    assert_eq!(canonical(source), source);
}
