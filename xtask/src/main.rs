//! Tasks of the workspace: `cargo xtask` lists them, `cargo xtask test` runs everything that CI runs.
//!
//! No dependencies, so that it builds at once on a machine with rustup alone. Each step inherits the terminal; the first
//! that fails ends the run with its name and the command to repeat it.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

/// A task: its name, what it does, and how.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn(&Shell) -> Result<(), String>,
}

const TASKS: &[Task] = &[
    Task { name: "test", about: "everything that CI runs: fmt, lint, unit, doctest, doc", run: everything },
    Task { name: "fmt", about: "formatting (cargo fmt --check)", run: fmt },
    Task { name: "lint", about: "clippy over all targets, warnings are errors", run: lint },
    Task { name: "unit", about: "all tests: nextest where it is installed, else cargo test", run: unit },
    Task { name: "doctest", about: "the examples in the documentation", run: doctest },
    Task { name: "doc", about: "the documentation, warnings are errors", run: doc },
    Task { name: "snapshots", about: "write the corpus' snapshots anew; read `git diff` before you commit them", run: snapshots },
];

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let Some(name) = args.next() else {
        list();
        return ExitCode::SUCCESS;
    };
    if matches!(name.as_str(), "help" | "-h" | "--help") {
        list();
        return ExitCode::SUCCESS;
    }
    if let Some(more) = args.next() {
        eprintln!("xtask: {name} takes no argument, got {more:?}");
        return ExitCode::from(2);
    }
    let Some(task) = TASKS.iter().find(|t| t.name == name) else {
        eprintln!("xtask: there is no task {name:?}");
        list();
        return ExitCode::from(2);
    };
    let start = Instant::now();
    match (task.run)(&Shell::new()) {
        Ok(()) => {
            println!("\nxtask: {} passed in {:.0} s", task.name, start.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("\nxtask: FAILED: {message}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    println!("cargo xtask TASK\n");
    for t in TASKS {
        println!("  {:<10} {}", t.name, t.about);
    }
}

fn everything(sh: &Shell) -> Result<(), String> {
    for step in [fmt, lint, unit, doctest, doc] {
        step(sh)?;
    }
    Ok(())
}

fn fmt(sh: &Shell) -> Result<(), String> {
    sh.component("fmt", "rustfmt")?;
    sh.cargo("fmt", &["fmt", "--all", "--check"], &[])
}

fn lint(sh: &Shell) -> Result<(), String> {
    sh.component("clippy", "clippy")?;
    sh.cargo("lint", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"], &[])
}

fn unit(sh: &Shell) -> Result<(), String> {
    if sh.has("nextest") {
        // a snapshot that differs fails; none is written
        sh.cargo("unit", &["nextest", "run", "--workspace", "--no-fail-fast"], &[("INSTA_UPDATE", "no")])
    } else {
        println!("xtask: cargo-nextest is not installed; cargo test runs the tests");
        sh.cargo("unit", &["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"], &[("INSTA_UPDATE", "no")])
    }
}

fn doctest(sh: &Shell) -> Result<(), String> {
    sh.cargo("doctest", &["test", "--workspace", "--doc"], &[])
}

fn doc(sh: &Shell) -> Result<(), String> {
    sh.cargo("doc", &["doc", "--workspace", "--no-deps", "--quiet"], &[("RUSTDOCFLAGS", "-D warnings")])
}

fn snapshots(sh: &Shell) -> Result<(), String> {
    sh.cargo("snapshots", &["test", "--package", "qawl-tests", "--test", "snapshots"], &[("INSTA_UPDATE", "always")])
}

/// Runs commands in the workspace's root and says what it runs.
struct Shell {
    root: PathBuf,
    cargo: OsString,
}

impl Shell {
    fn new() -> Shell {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        Shell { root: here.parent().unwrap_or(here).to_path_buf(), cargo: env::var_os("CARGO").unwrap_or_else(|| "cargo".into()) }
    }

    /// Runs cargo; a failure names the step and the command to repeat it.
    fn cargo(&self, step: &str, args: &[&str], vars: &[(&str, &str)]) -> Result<(), String> {
        let set: String = vars.iter().map(|(k, v)| format!("{k}=\"{v}\" ")).collect();
        let line = format!("{set}cargo {}", args.join(" "));
        println!("\nxtask: {step}: {line}");
        let start = Instant::now();
        let status = Command::new(&self.cargo).current_dir(&self.root).args(args).envs(vars.iter().copied()).status();
        match status {
            Ok(s) if s.success() => {
                println!("xtask: {step}: ok, {:.1} s", start.elapsed().as_secs_f64());
                Ok(())
            }
            Ok(s) => Err(format!("{step} ({s}); to repeat it: {line}")),
            Err(e) => Err(format!("{step}: cargo could not be started: {e}")),
        }
    }

    /// Whether cargo has this subcommand.
    fn has(&self, subcommand: &str) -> bool {
        Command::new(&self.cargo)
            .current_dir(&self.root)
            .args([subcommand, "--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    }

    /// Sees to it that a component of the toolchain is there; rustup adds it if not.
    fn component(&self, subcommand: &str, component: &str) -> Result<(), String> {
        if self.has(subcommand) {
            return Ok(());
        }
        println!("xtask: rustup component add {component}");
        match Command::new("rustup").current_dir(&self.root).args(["component", "add", component]).status() {
            Ok(s) if s.success() => Ok(()),
            _ => Err(format!("{component} is missing and rustup could not add it; install it with: rustup component add {component}")),
        }
    }
}
