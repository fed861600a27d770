//! The parallel run.

use crate::read::Raw;
use crate::{Documents, Failure};
use qawl::{Document, Extractor, Offsets, Record};
use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

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

/// Lines or files a batch, and bytes of input a batch: whichever comes first ends it.
const BATCH: usize = 32;
const BATCH_BYTES: usize = 256 << 10;
/// Batches in flight a job: read, and not yet handed on.
const AHEAD: usize = 4;

/// Extracts every document, makes something of its record with `make` (bytes to write, say), and hands that to `sink` in input order
/// and each failure to `fail`.
///
/// Everything but `sink` and `fail` happens in the threads that extract: each takes a bounded batch of input, parses it, extracts, and
/// calls `make`. With one job all of it happens in the calling thread. Memory: a few batches a job.
///
/// # Errors
///
/// The first error of `sink`, after which nothing more is read.
pub fn run<T: Send, E>(
    extractor: &Extractor,
    documents: Documents,
    options: &Options,
    make: impl Fn(Record, &Document) -> T + Sync,
    mut sink: impl FnMut(T) -> Result<(), E>,
    mut fail: impl FnMut(&Failure),
) -> Result<Summary, E> {
    let jobs = match options.jobs {
        0 => thread::available_parallelism().map_or(1, usize::from),
        n => n,
    };
    let mut summary = Summary::default();
    let work = |document: Result<Document, Failure>| {
        document.map(|d| {
            let r = record(extractor, &d, options);
            (r.claims.len(), make(r, &d))
        })
    };
    let mut hand_on = |done: Result<(usize, T), Failure>| {
        match done {
            Ok((claims, made)) => {
                summary.documents += 1;
                summary.claims += claims;
                return sink(made);
            }
            Err(f) => {
                summary.failures += 1;
                fail(&f);
            }
        }
        Ok(())
    };
    if jobs == 1 {
        alone(documents, work, &mut hand_on)?;
    } else {
        together(jobs, documents, work, &mut hand_on)?;
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

fn alone<T, E>(
    mut documents: Documents,
    work: impl Fn(Result<Document, Failure>) -> T,
    hand_on: &mut impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let mut raw = Raw::default();
    let mut result = Ok(());
    while result.is_ok() && documents.read(&mut raw, BATCH, BATCH_BYTES) {
        raw.documents(|d| {
            if result.is_ok() {
                result = hand_on(work(d));
            }
        });
    }
    result
}

/// What the threads share: the input, and how far it is.
struct Shared {
    documents: Documents,
    /// Batches read.
    read: usize,
    /// Batches handed on.
    written: usize,
    stop: bool,
}

/// What became of a batch; the payload of a panic where there was one.
type Outcome<T> = Result<Vec<T>, Box<dyn Any + Send>>;

fn together<T: Send, E>(
    jobs: usize,
    documents: Documents,
    work: impl Fn(Result<Document, Failure>) -> T + Sync,
    hand_on: &mut impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let shared = Mutex::new(Shared { documents, read: 0, written: 0, stop: false });
    let room = Condvar::new();
    let lock = || shared.lock().unwrap_or_else(PoisonError::into_inner);
    let take = |raw: &mut Raw| -> Option<usize> {
        let mut s: MutexGuard<'_, Shared> = lock();
        while !s.stop && s.read >= s.written + jobs * AHEAD {
            s = room.wait(s).unwrap_or_else(PoisonError::into_inner);
        }
        if s.stop || !s.documents.read(raw, BATCH, BATCH_BYTES) {
            return None;
        }
        s.read += 1;
        Some(s.read - 1)
    };
    let worker = |done: mpsc::Sender<(usize, Outcome<T>)>| {
        let mut raw = Raw::default();
        while let Some(number) = take(&mut raw) {
            // a panic is a bug, but it must not leave the others waiting
            let outcome = catch_unwind(AssertUnwindSafe(|| {
                let mut made = Vec::with_capacity(raw.len());
                raw.documents(|d| made.push(work(d)));
                made
            }));
            if done.send((number, outcome)).is_err() {
                break;
            }
        }
    };
    let pool = match rayon::ThreadPoolBuilder::new().num_threads(jobs).thread_name(|_| "qawl".into()).build() {
        Ok(pool) => pool,
        Err(_) => {
            // no thread to be had: this one does it
            let mut raw = Raw::default();
            while take(&mut raw).is_some() {
                let mut result = Ok(());
                raw.documents(|d| {
                    if result.is_ok() {
                        result = hand_on(work(d));
                    }
                });
                result?;
                lock().written += 1;
            }
            return Ok(());
        }
    };
    pool.in_place_scope(|scope| {
        let (sender, done) = mpsc::channel();
        for _ in 0..jobs {
            let (sender, worker) = (sender.clone(), &worker);
            scope.spawn(move |_| worker(sender));
        }
        drop(sender);
        let stop = || {
            lock().stop = true;
            room.notify_all();
        };
        let mut wait: BTreeMap<usize, Vec<T>> = BTreeMap::new();
        let mut written = 0;
        let result = done.iter().try_for_each(|(number, outcome): (usize, Outcome<T>)| -> Result<(), E> {
            wait.insert(
                number,
                outcome.unwrap_or_else(|panic| {
                    stop();
                    resume_unwind(panic)
                }),
            );
            while let Some(made) = wait.remove(&written) {
                made.into_iter().try_for_each(&mut *hand_on)?;
                written += 1;
                lock().written = written;
                room.notify_all();
            }
            Ok(())
        });
        stop();
        result
    })
}
