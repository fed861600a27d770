//! Batch extraction: documents in, records out, in the order of the input, on any number of threads.
//!
//! - [`inputs`] finds the files that paths name; [`Documents`] reads them one document at a time;
//! - [`run`] extracts in parallel, a bounded batch at a time, and hands each record on in input order;
//! - [`Failure`] is an input that could not be read: it is reported, and the rest goes on.

mod input;
mod read;
mod run;

pub use input::{Input, inputs};
pub use read::{Documents, Failure, FailureKind};
pub use run::{Options, Summary, run};
