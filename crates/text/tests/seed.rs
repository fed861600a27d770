//! The article that the project began from, where its folder is present beside the workspace.

use qawl_text::{QuotationKind, SectionKind, Text};

#[test]
#[allow(clippy::print_stderr)]
fn the_seed_article_is_taken_apart() {
    use SectionKind::*;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/seed/article.txt");
    let Ok(raw) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the seed article is not here");
        return;
    };
    let text = Text::read(&raw);
    let kinds: Vec<SectionKind> = text.sections().iter().map(|s| s.kind).collect();
    assert_eq!(kinds, [Breadcrumb, Headline, Dateline, Body, Heading, Body, Source, Related]);
    assert_eq!(text.sections()[2].tokens.len(), 3);
    let count = |kind| text.quotations().iter().filter(|q| q.kind == kind).count();
    assert_eq!((count(QuotationKind::Speech), count(QuotationKind::Scare)), (4, 0));
    assert!(text.quotations().iter().all(|q| q.close.is_some() && q.depth == 0));
    // two articles' worth of lines, read with the headline known: the same
    let title = text.slice(text.span(text.sections()[1].tokens));
    let titled = Text::with_title(&raw, Some(title));
    assert_eq!(titled.sections(), text.sections());
}
