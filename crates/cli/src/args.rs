//! The command line.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Who said what, in Arabic news.
#[derive(Parser)]
#[command(name = "qawl", version, about, propagate_version = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Extract who said what from documents.
    Extract(Extract),
    /// Say for each decision in a document what was decided, and why.
    Explain(Explain),
    /// Print the JSON Schema of a record.
    Schema,
}

#[derive(ClapArgs)]
pub(crate) struct Extract {
    /// Files (.txt, .json, .jsonl), directories, or - for standard input.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Where to write; standard output if not given.
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
    /// How to write: pretty on a terminal, else jsonl.
    #[arg(short, long)]
    pub(crate) format: Option<Format>,
    /// Threads; 0 for as many as there are cores.
    #[arg(short, long, default_value_t = 0)]
    pub(crate) jobs: usize,
    /// Leave the text out of the records.
    #[arg(long)]
    pub(crate) no_text: bool,
    /// Unit of all offsets.
    #[arg(long, value_enum, default_value_t = Unit::Char)]
    pub(crate) offsets: Unit,
    #[command(flatten)]
    pub(crate) gazetteers: Gazetteers,
}

#[derive(ClapArgs)]
pub(crate) struct Explain {
    /// A file, or - for standard input.
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) gazetteers: Gazetteers,
}

#[derive(ClapArgs)]
pub(crate) struct Gazetteers {
    /// A gazetteer file, or a directory of .gaz files, that extends or overrides the default ones; may be repeated.
    #[arg(long = "gazetteer", value_name = "FILE|DIR")]
    pub(crate) extra: Vec<PathBuf>,
    /// Leave the default gazetteers out.
    #[arg(long = "no-default-gazetteer")]
    pub(crate) no_default: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person on a terminal.
    Pretty,
    /// One JSON record a line.
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unit {
    /// Unicode scalar values.
    Char,
    /// Bytes of UTF-8.
    Byte,
    /// UTF-16 code units.
    Utf16,
}
