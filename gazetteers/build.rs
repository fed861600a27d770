//! Lists the data files, so that a new one is picked up without a line of code.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

const FOLDERS: [&str; 7] = ["context", "names", "offices", "organizations", "parties", "people", "places"];

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut list = String::from("&[\n");
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        let Ok(entries) = fs::read_dir(Path::new(&root).join(folder)) else { continue };
        let mut names: Vec<String> = entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
        names.retain(|n| n.ends_with(".gaz") || n.ends_with(".txt"));
        names.sort();
        for name in names {
            let path = format!("{folder}/{name}");
            let full = Path::new(&root).join(folder).join(&name);
            println!("cargo::rerun-if-changed={path}");
            writeln!(list, "({path:?}, include_str!({:?})),", full.display().to_string()).map_err(io::Error::other)?;
        }
    }
    list.push(']');
    fs::write(Path::new(&out).join("files.rs"), list)
}
