//! Every command line that the documents show runs in the shell, those of one document one after
//! the other on a fresh copy of the sample register, and prints something. A shown command that fails or shows nothing
//! fails here, and so does one that is not run and for which no reason is held (`unrun`).

mod lines;
mod readers;
mod unrun;

use super::place::Place;
use crate::support::lists::NEEDS;
use lines::{Shown, documents, shown};
use std::fs;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

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
        fs::write(place.file("list.csv"), NEEDS).unwrap();
        for shown in shown(&document) {
            let Shown { line, at } = &shown;
            let done = if shown.is_of_ta_tui() {
                ran += 1;
                run(&place, line)
            } else if let Some(asked) = readers::ask(&place, &shown) {
                ran += 1;
                asked
            } else if let Some((why, done)) = unrun::reason(&shown) {
                println!("{at}: not run, since it {why}: {line}");
                done
            } else {
                Err("neither run nor known as one that cannot be".to_owned())
            };
            if let Err(why) = done {
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
        Some(file) => {
            let file = place.file(file.trim_start_matches("~/"));
            fs::metadata(file).is_ok_and(|file| file.len() > 0)
        }
        None => !printed.is_empty() || makes_a_file(line) && !told.is_empty(),
    };
    let only_heads = printed.trim_end().ends_with('─') || printed.trim() == "[]";
    // Nobody has a session in the register of a test.
    let says_nobody = line.starts_with("ta-tui sessions") && told.contains("No session is open");
    if shows && !only_heads || says_nobody {
        Ok(())
    } else {
        Err(format!("shows nothing: {told}{printed}"))
    }
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
            "need" | "session" | "tour" => return true,
            _ if word.starts_with("--") || word.contains(':') => {}
            _ => return false,
        }
    }
    true
}

/// Whether a line's command makes a file and says so instead of printing data.
fn makes_a_file(line: &str) -> bool {
    let makes = ["sample", "new", "backup", "restore", "check", "import"];
    line.contains("--out ") || line.split_whitespace().any(|word| makes.contains(&word))
}
