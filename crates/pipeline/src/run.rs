//! The parallel run.

use crate::{Documents, Failure};
use qawl::{Document, Extractor, Offsets, Record};
use rayon::prelude::*;

/// How to run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Threads that extract; 0 for as many as there are cores.
    pub jobs: usize,
    /// Unit of the records' spans.
    pub offsets: Offsets,
    /// Leave the text out of the records.
    pub no_text: bool,
}

/// What a run did.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Records handed on.
    pub documents: usize,
    /// Claims in them.
    pub claims: usize,
    /// Inputs that could not be read.
    pub failures: usize,
}

/// Documents in flight a job, and bytes of text in flight a job: whichever comes first ends a batch.
const BATCH: usize = 64;
const BATCH_BYTES: usize = 4 << 20;

/// Extracts every document, hands each record to `sink` in input order (with the document it was made of), and each failure to `fail`.
///
/// # Errors
///
/// The first error of `sink`, after which nothing more is read.
pub fn run<E: Send>(
    extractor: &Extractor,
    documents: Documents,
    options: &Options,
    mut sink: impl FnMut(Record, &Document) -> Result<(), E>,
    mut fail: impl FnMut(&Failure),
) -> Result<Summary, E> {
    let mut summary = Summary::default();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build().ok();
    let jobs = pool.as_ref().map_or(1, rayon::ThreadPool::current_num_threads);
    let mut documents = documents.peekable();
    while documents.peek().is_some() {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH * jobs && bytes < BATCH_BYTES * jobs {
            match documents.next() {
                Some(d) => {
                    bytes += d.as_ref().map_or(0, |d| d.text.len());
                    batch.push(d);
                }
                None => break,
            }
        }
        let one = |d: Result<Document, Failure>| d.map(|d| (record(extractor, &d, options), d));
        let done: Vec<_> = match &pool {
            Some(pool) if jobs > 1 => pool.install(|| batch.into_par_iter().map(one).collect()),
            _ => batch.into_iter().map(one).collect(),
        };
        for d in done {
            match d {
                Ok((r, d)) => {
                    summary.documents += 1;
                    summary.claims += r.claims.len();
                    sink(r, &d)?;
                }
                Err(f) => {
                    summary.failures += 1;
                    fail(&f);
                }
            }
        }
    }
    Ok(summary)
}

fn record(extractor: &Extractor, d: &Document, options: &Options) -> Record {
    let mut r = extractor.extract(d);
    r.to_offsets(&d.text, options.offsets);
    r.offsets = options.offsets;
    if !options.no_text {
        r.text = Some(d.text.clone());
    }
    r
}
