//! Hostile text in the data: no byte of it acts on a terminal or a spreadsheet.

use super::place::Place;
use std::io::Read;
use std::process::Stdio;

#[test]
fn no_control_character_reaches_any_output() {
    let place = Place::new();
    for format in ["table", "csv", "json"] {
        let ran = place.run(&["needs", "--format", format]);
        let acts = |c: char| (c.is_control() && !"\r\n".contains(c)) || c == '\u{202e}';
        assert!(!ran.done().chars().any(acts), "{format}: {:?}", ran.out);
        assert!(ran.out.contains("HYPERLINK"));
    }
}

#[test]
fn a_formula_is_words_in_csv_and_unchanged_in_json() {
    let place = Place::new();
    let csv = place.run(&["needs", "id:2", "--columns", "text", "--format", "csv"]);
    assert!(csv.done().contains("\"'=HYPERLINK(\"\"x\"\")"), "{csv:?}");
    let json = place.run(&["needs", "id:2", "--format", "json"]).json();
    assert_eq!(
        json[0]["text"].as_str().unwrap(),
        "=HYPERLINK(\"x\") ]0;owned",
        "as everywhere: cleaned when it is read"
    );
}

#[test]
fn hostile_arguments_do_not_act_either() {
    let place = Place::new();
    for args in [
        &["needs", "x\u{1b}[2J:1"][..],
        &["needs", "--columns", "\u{1b}[2J"],
        &["needs", "--\u{1b}[2J"],
        &["needs", "--format", "\u{1b}[2J"],
        &["set", "1", "\u{1b}[2J=1"],
        &["count", "--by", "\u{1b}[2J"],
        &["--db", "/no/\u{1b}[2J", "needs"],
    ] {
        let ran = place.run(args);
        assert!(!ran.err.contains('\u{1b}'), "{ran:?}");
        assert_ne!(ran.status, 0, "{ran:?}");
    }
}

#[test]
fn a_closed_pipe_is_an_ordinary_end() {
    let place = Place::without_register();
    for format in ["table", "csv", "json"] {
        let mut command = place.command();
        command.args(["needs", "--format", format]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0; 10]).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{err}");
        assert!(!err.contains("panicked") && !err.contains("ipe"), "{err}");
    }
}
