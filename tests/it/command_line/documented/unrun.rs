//! Lines that no test can run, with the reason for each, and the checks of their words instead.

use super::lines::Shown;
use std::fs;
use std::path::{Path, PathBuf};

/// The programs that are shown and not run, and why.
const NOT_RUN: [(&str, &str); 2] = [
    ("cargo", "builds the program or runs its tests, of which this is one"),
    (".ci/run", "runs every test, of which this is one"),
];

/// Commands of Cargo that contributors are shown.
const OF_CARGO: [&str; 6] = ["run", "build", "test", "bench", "clippy", "fmt"];

/// The reason why a line is not run, with the mistake in it as far as its words tell; `None` for a line that must
/// run.
pub(super) fn reason(shown: &Shown) -> Option<(&'static str, Result<(), String>)> {
    let (program, why) = NOT_RUN.into_iter().find(|(program, _)| *program == shown.program())?;
    let is_right = if program == "cargo" { of_cargo(shown) } else { is_there(program) };
    Some((why, is_right))
}

fn is_there(file: &str) -> Result<(), String> {
    root().join(file).exists().then_some(()).ok_or_else(|| format!("there is no {file}"))
}

/// Whether the tests that a line of Cargo names are there.
fn of_cargo(shown: &Shown) -> Result<(), String> {
    let mut words = shown.words().skip(1).take_while(|word| *word != "--");
    let command = words.next().unwrap_or_default();
    if !OF_CARGO.contains(&command) {
        return Err(format!("no command of Cargo that is known here: {command}"));
    }
    let mut folder = root().join("src");
    while let Some(word) = words.next() {
        match word {
            "--test" => folder = named(words.next(), "tests")?,
            "--bench" => folder = named(words.next(), "benches")?,
            _ if word.starts_with('-') => {}
            _ => has(&folder, word)?,
        }
    }
    Ok(())
}

/// The folder of a test or benchmark.
fn named(name: Option<&str>, kind: &str) -> Result<PathBuf, String> {
    let folder = root().join(kind).join(name.unwrap_or_default());
    let is_there = name.is_some() && folder.join("main.rs").exists();
    is_there.then_some(folder).ok_or_else(|| format!("{kind} have no {name:?}"))
}

/// Whether a folder of sources has the module (`query::`) or a test with this in its name.
fn has(folder: &Path, filter: &str) -> Result<(), String> {
    let is_there = match filter.strip_suffix("::") {
        Some(module) => {
            folder.join(module).is_dir() || folder.join(format!("{module}.rs")).is_file()
        }
        None => sources(folder).iter().any(|text| {
            let names = text.split("\nfn ").skip(1).filter_map(|rest| rest.split('(').next());
            names.into_iter().any(|name| name.contains(filter))
        }),
    };
    is_there.then_some(()).ok_or_else(|| format!("nothing is called {filter}"))
}

/// The sources of a folder.
fn sources(folder: &Path) -> Vec<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_line_that_cannot_be_run_needs_a_reason_and_names_what_is_there() {
    let of = |line: &str| reason(&Shown { line: line.to_owned(), at: String::new() });
    assert!(of("ssh host ta-tui needs").is_none() && of("curl -O x").is_none());
    for right in [
        "cargo test --test torture eight_writers -- --nocapture   # once",
        "X_SECONDS=60 cargo test --lib query::",
        "cargo clippy --all-targets -- -D warnings",
        ".ci/run    # all",
    ] {
        assert_eq!(of(right).unwrap().1, Ok(()), "{right}");
    }
    for wrong in
        ["cargo test --test tortures", "cargo test --test torture nine_writers", "cargo fly"]
    {
        assert!(of(wrong).unwrap().1.is_err(), "{wrong}");
    }
}
