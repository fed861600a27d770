/*!
Reading Arabic news text: tokens with folded hashes, proclitics, sentences, quotations and the sections of an article.

This crate knows the script and the habits of Arabic newspapers; it knows no names and no grammar. It is made for programs that
look every word of an archive up somewhere: one pass over the bytes cuts, folds and hashes, and everything after that is
arithmetic on 32-byte tokens. Nothing here fails or panics, whatever the text is; all work is linear in its length.

# Overview

- [`Text`] is a text that was read: its [`Token`]s, and which [`Paragraph`], [`Sentence`], [`Section`] and [`Quotation`] each
  stands in. All spans are bytes of the original string, on character boundaries.
- [`tokenize`] is the pass alone, into a buffer that can be used again.
- [`hash`] (usable in constants) and [`fold`] are what lexicons are built with; [`WordMap`] is the map to look hashes up in.
- [`candidates`] gives the readings of a word with its proclitics taken off, each by arithmetic on the word's hash.

# Example: who is quoted after a colon?

```
use qawl_text::{QuotationKind, SectionKind, Text};

let text = Text::read("بغداد (واع) - قال الوزير لصحيفة «الحياة»: “لن نقبل بذلك. هذا قرارنا”. وغادر بغداد.");

// the dateline is not part of the first sentence
assert_eq!(text.sections()[0].kind, SectionKind::Dateline);
assert_eq!(text.slice(text.span(text.sections()[0].tokens)), "بغداد (واع) -");

// a newspaper's name in marks is no speech, and a full stop inside a speech does not end the sentence around it
let speech = text.quotations().iter().find(|q| q.kind == QuotationKind::Speech).unwrap();
assert_eq!(text.slice(text.span(speech.inner)), "لن نقبل بذلك. هذا قرارنا");
assert_eq!(text.sentences().len(), 3);
```

# Example: looking words up, whatever their spelling and clitics

```
use qawl_text::{Text, candidates, hash};

const IRAQ: u64 = hash("العراق");
let text = Text::read("وصل إلى العِراق، وغادر ﺍﻟﻌﺮﺍﻕ؛ قال للعراق ولمصر");
let found: Vec<&str> = (0..text.tokens().len())
    .filter_map(|i| candidates(&text.tokens()[i]).find(|c| c.host == IRAQ).map(|c| text.slice(text.host_span(i, &c))))
    .collect();
assert_eq!(found, ["العِراق", "ﺍﻟﻌﺮﺍﻕ", "لعراق"]);
```

# Folding

Words that differ in these only hash alike; [`Token::folds`] says which of them the text has, and [`Token::variant`] tells two
spellings of one folded word apart, so that على need not match علي:

| dropped | tashkeel, superscript alef, tatweel, bidi controls, zero-width characters, soft hyphens, apostrophes in Latin names |
|---|---|
| unified | أ إ آ ٱ as ا; ى as ي; ة as ه; ؤ ئ as و ي; Persian, Kurdish, Urdu and Maghribi letters as the Arabic letter of their shape |
| spelled out | presentation forms A and B with their ligatures (ﻻ, ﷲ); honorifics such as ﷺ are symbols |
| also | Arabic-Indic and Persian digits as ASCII, Latin letters without case and accents |

# Limits

- A text is at most 4 GiB; what lies beyond is not read. A folded word longer than 254 characters has no readings but itself.
- A hash is 64 bits and no proof: where a false match must not happen, or the text may be hostile, compare the surface.
- Other scripts are cut at spaces and punctuation only; a run of Chinese is one token.
- Two dots (`..`) and `؛` divide clauses, not sentences: see [`Token::is_soft_break`]. A single letter before a full stop is
  read as an abbreviation.
- Speech, scare quotes and titles are told apart by short word lists (in `data/words.txt`), length and what stands before the
  mark. A phrase of four or more words that nothing introduces may be somebody's words or the name of a programme.
- Sections go by the form of a line. A headline without its known title is recognised only above a longer text; photo
  captions are not told from body text. Where the evidence does not agree, a line is [`SectionKind::Body`].
*/
#![forbid(unsafe_code)]

mod address;
mod chars;
mod clitics;
mod datelines;
mod fold;
mod forms;
mod lexicon;
mod quotations;
mod scan;
mod sections;
mod sentences;
mod span;
mod text;
mod token;
mod wide;
mod wordmap;

pub use clitics::{Candidates, Clitic, Clitics, candidates};
pub use fold::{fold, hash};
pub use quotations::{Quotation, QuotationKind};
pub use scan::tokenize;
pub use sections::{Section, SectionKind};
pub use sentences::Sentence;
pub use span::{Span, TokenRange};
pub use text::{Paragraph, Text};
pub use token::{Folds, Token, TokenKind};
pub use wordmap::{WordFilter, WordMap};
