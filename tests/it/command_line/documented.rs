//! Every command line that the documents show runs in the shell, those of one document one after
//! the other on a fresh copy of the sample register, and prints something. A shown command that fails or shows nothing fails here.

use super::place::Place;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command line of a document, as it is typed.
struct Shown {
    line: String,
    /// The document and the number of the line in it.
    at: String,
}

/// The documents: the README, how to contribute, and what stands in `docs`.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("README.md"), root.join("CONTRIBUTING.md")];
    for entry in fs::read_dir(root.join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The command lines of a document, from top to bottom: those of its shell blocks; those after a
/// `$` in its other blocks; and those in its running text that are whole.
fn shown(document: &Path) -> Vec<Shown> {
    let text = fs::read_to_string(document).unwrap();
    let name = document.file_name().unwrap().to_string_lossy();
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    for (number, line) in text.lines().enumerate() {
        let of = |line: &str| Shown { line: line.to_owned(), at: format!("{name}:{}", number + 1) };
        if let Some(kind) = line.strip_prefix("```") {
            fence = fence.is_none().then_some(kind);
            continue;
        }
        let typed = match fence {
            Some("sh") => Some(line),
            Some(_) => line.strip_prefix("$ "),
            None => {
                let inline = line.split('`').skip(1).step_by(2).filter(|code| is_whole(code));
                lines.extend(inline.map(of));
                None
            }
        };
        if let Some(typed) = typed.filter(|typed| typed.starts_with("ta-tui")) {
            lines.push(of(typed));
        }
    }
    lines
}

/// Whether code in running text is a command that can be run as it stands: not the name of a
/// command alone, and without placeholders in capitals, brackets or dots.
fn is_whole(code: &str) -> bool {
    let placeholder = |word: &str| {
        word.contains(['[', '|', '…'])
            || word.contains("..")
            || word
                .split('.')
                .any(|part| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase()))
    };
    let mut words = code.split_whitespace();
    words.next() == Some("ta-tui")
        && words.clone().count() > 1
        && !words.any(|word| placeholder(word.trim_start_matches("--")))
}

/// Sizes that a test has no time for. Everything else runs as it is shown.
fn smaller(line: &str) -> String {
    line.replace("--needs 10000000", "--needs 6000").replace("--needs 1000000", "--needs 5000")
}

/// The exit status of a line: 1 for `verify` on the sample, since four figures of the note differ from
/// every register that yields the others; else 0.
fn status(line: &str) -> i32 {
    i32::from(line.split_whitespace().any(|word| word == "verify"))
}

/// The file that a line writes by `>`.
fn written(line: &str) -> Option<&str> {
    line.split('#').next().unwrap().split_once("> ")?.1.split_whitespace().next()
}

#[test]
fn every_command_of_the_documents_runs_and_shows_something() {
    let (mut ran, mut wrong) = (0, Vec::new());
    for document in documents() {
        let place = Place::without_register();
        symlink(env!("CARGO_BIN_EXE_ta-tui"), place.file("ta-tui")).unwrap();
        for Shown { line, at } in shown(&document) {
            ran += 1;
            if let Err(why) = run(&place, &line) {
                wrong.push(format!("{at}: {line}\n  {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(ran > 20, "only {ran} commands were found");
}

/// Runs a line in the shell; why it is wrong to show it, where it is.
fn run(place: &Place, line: &str) -> Result<(), String> {
    let output = Command::new("sh")
        .args(["-c", &smaller(line)])
        .current_dir(place.dir.path())
        .env_clear()
        .env("HOME", place.dir.path())
        .env("USER", "reader")
        .env("LANG", "C.UTF-8")
        .env("PATH", format!("{}:/usr/bin:/bin", place.dir.path().display()))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).trim_end().replace('\n', "\n  ");
    let printed = String::from_utf8_lossy(&output.stdout);
    if opens_the_screens(line) {
        return if told.contains("need a terminal") { Ok(()) } else { Err(told) };
    }
    if output.status.code() != Some(status(line)) {
        return Err(format!("{}: {told}", output.status));
    }
    let shows = match written(line) {
        Some(file) => fs::metadata(place.file(file)).is_ok_and(|file| file.len() > 0),
        None => !printed.is_empty() || makes_a_file(line) && !told.is_empty(),
    };
    let only_heads = printed.trim_end().ends_with('─') || printed.trim() == "[]";
    if shows && !only_heads { Ok(()) } else { Err(format!("shows nothing: {told}{printed}")) }
}

/// Whether a line names no command: then the screens open, which need a terminal.
fn opens_the_screens(line: &str) -> bool {
    let command = line.split('#').next().unwrap();
    let mut words = command.split_whitespace().skip(1);
    while let Some(word) = words.next() {
        match word {
            "--db" | "--as" | "--as-of" | "--lang" | "--today" | "--view" | "--screen" => {
                words.next();
            }
            "need" => return true,
            _ if word.starts_with("--") || word.contains(':') => {}
            _ => return false,
        }
    }
    true
}

/// Whether a line's command makes a file and says so instead of printing data.
fn makes_a_file(line: &str) -> bool {
    let makes = ["sample", "new", "backup", "restore", "check"];
    line.contains("--out ") || line.split_whitespace().any(|word| makes.contains(&word))
}
