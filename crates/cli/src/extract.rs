//! `qawl extract`.

use crate::args::{Extract, Format, Gazetteers, Unit};
use crate::pretty;
use qawl::{Extractor, Offsets, Record};
use qawl_pipeline::{Documents, Options, inputs, run};
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn extract(a: &Extract) -> ExitCode {
    // the process ends with it: taking it apart first would only cost time
    let extractor = match extractor(&a.gazetteers) {
        Ok(e) => ManuallyDrop::new(e),
        Err(code) => return code,
    };
    let (found, failures) = inputs(&a.paths);
    for f in &failures {
        eprintln!("qawl: {f}");
    }
    let terminal = a.output.is_none() && io::stdout().is_terminal();
    // a record comes as one piece, so there is little to collect
    let mut out: Box<dyn Write> = match &a.output {
        Some(path) => match File::create(path) {
            Ok(f) => Box::new(BufWriter::with_capacity(1 << 16, f)),
            Err(e) => {
                eprintln!("qawl: {}: {e}; name a file that can be written with -o", path.display());
                return ExitCode::from(2);
            }
        },
        None => Box::new(BufWriter::with_capacity(1 << 16, io::stdout().lock())),
    };
    // a person who runs the demo sees claims, a pipe gets records
    let format = a.format.unwrap_or(if terminal { Format::Pretty } else { Format::Jsonl });
    let offsets = match a.offsets {
        Unit::Char => Offsets::Char,
        Unit::Byte => Offsets::Byte,
        Unit::Utf16 => Offsets::Utf16,
    };
    let options = Options { jobs: a.jobs, offsets, no_text: a.no_text };
    let result = run(
        &extractor,
        Documents::new(found),
        &options,
        |r: Record, d| {
            let mut bytes = Vec::with_capacity(4 * d.text.len() + 1024);
            match format {
                Format::Jsonl => {
                    r.write_json(&mut bytes);
                    bytes.push(b'\n');
                }
                // memory takes all that is written to it
                Format::Pretty => drop(pretty::record(&mut bytes, &r, terminal)),
            }
            bytes
        },
        |bytes| out.write_all(&bytes),
        |f| eprintln!("qawl: {f}"),
    );
    match result.and_then(|s| out.flush().map(|()| s)) {
        Ok(s) if s.failures + failures.len() == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(e) => output_error(&e),
    }
}

/// Output that could not be written: nobody reads any more (a closed pipe) is no failure.
pub(crate) fn output_error(e: &io::Error) -> ExitCode {
    if e.kind() == io::ErrorKind::BrokenPipe {
        return ExitCode::SUCCESS;
    }
    eprintln!("qawl: the output could not be written: {e}");
    ExitCode::from(1)
}

/// The extractor with the gazetteers that the command line names.
pub(crate) fn extractor(g: &Gazetteers) -> Result<Extractor, ExitCode> {
    if g.extra.is_empty() && !g.no_default {
        return Ok(Extractor::new());
    }
    let mut b = Extractor::builder();
    if g.no_default {
        b = b.without_defaults();
    }
    for path in &g.extra {
        for (name, text) in gaz_files(path).map_err(|e| {
            eprintln!("qawl: {}: {e}", path.display());
            ExitCode::from(2)
        })? {
            b = b.gazetteer(name, text);
        }
    }
    b.build().map_err(|e| {
        eprintln!("qawl: {e}");
        ExitCode::from(2)
    })
}

fn gaz_files(path: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    if path.is_dir() {
        let mut children: Vec<_> = std::fs::read_dir(path)?.filter_map(|e| e.ok().map(|e| e.path())).collect();
        children.sort();
        for c in children {
            if c.is_dir() {
                files.extend(gaz_files(&c)?);
            } else if c.extension().is_some_and(|e| e == "gaz") {
                files.push((c.display().to_string(), std::fs::read_to_string(&c)?));
            }
        }
    } else {
        files.push((path.display().to_string(), std::fs::read_to_string(path)?));
    }
    Ok(files)
}
