//! The `qawl` command: who said what, in Arabic news.
#![allow(clippy::print_stderr)]

mod args;
mod explain;
mod extract;
mod pretty;

use args::{Args, Command};
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    match args.command {
        Command::Extract(a) => extract::extract(&a),
        Command::Explain(a) => explain::explain(&a),
        Command::Schema => {
            let text = serde_json::to_string_pretty(&qawl::record::schema()).unwrap_or_default();
            match writeln!(std::io::stdout(), "{text}") {
                Ok(()) => ExitCode::SUCCESS,
                Err(e) => extract::output_error(&e),
            }
        }
    }
}
