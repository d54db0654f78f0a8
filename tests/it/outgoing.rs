//! Output: command lines for the records shown, copies, exported files.

use crate::support::desk::Desk;
use crate::support::home::{Home, quit};
use std::process::Command;
use ta_tui::app::{App, Event, Export, Wish};
use ta_tui::domain::NeedNumber;
use ta_tui::query::register::NeedRef;
use ta_tui::text::{Lang, Message};

/// Leads a desk of a usual size somewhere.
fn led(keys: &str) -> Desk {
    let mut desk = Desk::new((100, 30), Lang::En);
    desk.keys(keys);
    desk
}

/// The output of the program for these words, as lines of CSV.
fn csv(words: &[String]) -> Vec<csv::StringRecord> {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
    let output = command.env_clear().env("HOME", home.path()).args(words).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    // `verify` has written all of it where it says that published figures differ.
    let code = output.status.code();
    assert!(code == Some(0) || (words[0] == "verify" && code == Some(1)), "{words:?}: {said}");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&*output.stdout)
        .records()
        .map(Result::unwrap)
        .collect()
}

/// The command line of a desk's place, written as CSV: the heads and the first values of the rows.
fn told(desk: &Desk) -> (Vec<String>, Vec<String>) {
    let mut words = desk.program.app().command_words().unwrap();
    words.extend(["--format".into(), "csv".into()]);
    let lines = csv(&words);
    let heads = lines[0].iter().map(str::to_owned).collect();
    (heads, lines[1..].iter().map(|line| line[0].to_owned()).collect())
}

/// The numbers of the needs that a desk lists, in order.
fn listed(desk: &Desk) -> Vec<String> {
    let answer = desk.program.app().answer.as_ref().unwrap();
    let needs = answer.rows.as_slice().iter().filter_map(|row| answer.register.need(*row));
    needs.map(NeedRef::id).map(|id| id.to_string()).collect()
}

#[test]
fn the_command_line_lists_the_needs_that_are_shown_in_their_order() {
    for keys in [
        "4",
        "4/chapter:V africa<Enter>",
        "4/region:african priority:high \"action plan\"<Enter>S",
        "4/article:44 -focal:any<Enter>s<Down><Down><Enter>",
        "4/is:overdue<Enter>s<Down><Enter>S",
        "2<Enter>",
        "3<Enter>",
        "4/is:mine<Enter>",
        "4W2019-05-31<Enter>",
    ] {
        let desk = led(keys);
        let (_, told) = told(&desk);
        assert_eq!(told, listed(&desk), "{keys}");
    }
}

#[test]
fn a_queue_is_told_without_its_order() {
    for keys in ["5", "5hjj", "5R"] {
        let desk = led(keys);
        let (_, mut told) = told(&desk);
        let mut listed = listed(&desk);
        told.sort();
        listed.sort();
        assert_eq!(told, listed, "{keys}");
    }
}

#[test]
fn chosen_columns_are_asked_for() {
    let desk = led("4/chapter:V<Enter>E<Down><space><Down><Down><Down><space><Enter>");
    let chosen = desk.program.app().command_words().unwrap();
    let place = chosen.iter().position(|word| word == "--columns").unwrap();
    let (heads, _) = told(&desk);
    assert_eq!(heads.join(","), chosen[place + 1]);
    assert!(heads.contains(&"id".to_owned()), "{heads:?}");
    // A column that is made wider is asked for as before.
    let wider = led("4/chapter:V<Enter>E>><Down><space><Down><Down><Down><space><Enter>");
    assert_eq!(wider.program.app().command_words().unwrap()[..place + 2], chosen[..place + 2]);
}

#[test]
fn lists_charts_and_figures_have_a_command() {
    for (keys, command) in [
        ("", "ta-tui count --by chapter"),
        ("/state:KEN<Enter>l", "ta-tui count state:KEN --by region"),
        ("m", "ta-tui count --by chapter --measure states"),
        ("2", "ta-tui states --sort -needs"),
        ("3/cycle:2<Enter>", "ta-tui reviews cycle:2"),
        ("4/\"action plan\"<Enter>", "ta-tui needs '\"action plan\"'"),
        ("4<Enter>", "ta-tui needs id:1"),
        ("4H", "ta-tui log id:1"),
        ("7jjjj", "ta-tui figure 5 --measure needs"),
        ("7G", "ta-tui verify"),
        ("7Gk", "ta-tui connections --by needs --sort count"),
        ("7Gkk", "ta-tui trend"),
        ("I", "ta-tui count --by theme"),
    ] {
        let desk = led(keys);
        let app = desk.program.app();
        let line = app.command_line().unwrap();
        let db = format!(" --db {}", desk.db.display());
        assert_eq!(line.strip_suffix(&db), Some(command), "{keys}");
        let words = app.command_words().unwrap();
        assert!(!csv(&[words, vec!["--format".into(), "csv".into()]].concat()).is_empty());
    }
}

fn wish(desk: &Desk) -> Option<&Wish> {
    desk.program.app().wish.as_ref()
}

fn copied(desk: &Desk) -> &str {
    match wish(desk) {
        Some(Wish::Copy(text)) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_cursor_is_on_is_copied_whole() {
    let desk = led("4/id:3591<Enter>y");
    let values: Vec<&str> = copied(&desk).split('\t').collect();
    assert_eq!(values[..2], ["3591", "Seychelles"]);
    let text = desk.program.app().need(NeedNumber::new(3591)).unwrap().text().into_owned();
    assert!(values.contains(&&*text), "{values:?}");
    desk.expect("Sent to the terminal’s clipboard: 3591  Seychelles");
    assert_eq!(copied(&led("y")), "II Preventive measures\t175");
    assert!(copied(&led("2y")).starts_with("Seychelles\t") || copied(&led("2y")).contains('\t'));
    assert!(copied(&led("4/chapter:V<Enter>Y")).starts_with("ta-tui needs chapter:V --db "));
    led("7y").expect("on nothing that can be copied");
}

#[test]
fn the_menu_of_exports_names_the_file() {
    let desk = led("4/chapter:V region:african<Enter>>");
    insta::assert_snapshot!(desk.screen());
}

fn exported(app: &App) -> &Export {
    match app.wish.as_ref() {
        Some(Wish::Export(export)) => export,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_way_is_one_key_away_and_others_by_the_cursor() {
    let desk = led("4/chapter:V<Enter>><Enter>");
    let export = exported(desk.program.app());
    assert!(export.file.ends_with("needs-chapter-V-2019-12-31.csv"), "{export:?}");
    assert_eq!(export.words[..3], ["export", "needs", "chapter:V"]);
    assert_eq!(export.words[export.words.len() - 2..], ["--format", "csv"]);
    let desk = led("7jjjj><Down><Down><Enter>");
    let export = exported(desk.program.app());
    assert!(export.file.ends_with("figure-5-2019-12-31.svg"), "{export:?}");
    // The columns on the screen; the export itself adds that the register is illustrative.
    let desk = led("4/chapter:V<Enter>><Down><Enter>");
    let export = exported(desk.program.app());
    assert!(export.file.ends_with("needs-chapter-V-2019-12-31.xlsx"), "{export:?}");
    let place = export.words.iter().position(|word| word == "--columns").unwrap();
    let columns = "id,state,articles,priority,response,category,focal_point,identified_on,text";
    assert_eq!(export.words[place + 1], columns);
    // Another name, and no name.
    let desk = led("4><C-u>mine<Enter>");
    assert!(exported(desk.program.app()).file.ends_with("mine.csv"));
    led("4><C-u><Enter>").expect("needs a name");
}

#[test]
fn the_file_is_made_beside_the_screens_and_no_other_is_lost() {
    let home = Home::new();
    let folder = tempfile::tempdir().unwrap();
    let stem = folder.path().join("list");
    let file = |name: &str| folder.path().join(name);
    std::fs::write(file("list.csv"), "mine").unwrap();
    let mut pty = home.start();
    pty.keys("4/chapter:V<Enter>");
    pty.wait_text("108 of 3,954");
    for made in ["list-2.csv", "list-3.csv"] {
        pty.keys(">");
        pty.wait_text("Export what is shown");
        pty.keys("<C-u>");
        pty.send(stem.display().to_string().as_bytes());
        pty.wait_text(".csv");
        pty.keys("<Enter>");
        pty.wait_for("the file", |_| file(made).metadata().is_ok_and(|file| file.len() > 0));
        let written = std::fs::read_to_string(file(made)).unwrap();
        assert_eq!(written.lines().count(), 109, "{written}");
    }
    assert_eq!(std::fs::read_to_string(file("list.csv")).unwrap(), "mine");
    pty.wait_text("Written:");
    pty.keys(">");
    pty.wait_text("Export what is shown");
    pty.keys("<C-u>/none/list<Enter>");
    pty.wait_text("No file was made");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    // The clipboard: OSC 52 with the text in base64.
    pty.keys("Y");
    pty.wait_text("Sent to the terminal");
    let received = String::from_utf8_lossy(&pty.received()).into_owned();
    assert!(received.contains("\u{1b}]52;c;dGEtdHVpIG5lZWRz"), "ta-tui needs …");
    quit(pty);
}

#[test]
fn a_file_that_is_being_written_can_be_given_up() {
    let mut desk = led("4/chapter:V<Enter>>");
    assert!(!desk.screen().contains("Stop writing"));
    desk.keys("<Enter>");
    let file = exported(desk.program.app()).file.clone();
    desk.program.take(Event::Exporting(file.clone(), 12_345_678));
    desk.expect("12,345 kB");
    desk.keys(">");
    desk.expect("Stop writing the file");
    desk.keys("<Down*6><Enter>");
    assert_eq!(wish(&desk), Some(&Wish::StopExports));
    desk.program.take(Event::Exported(Err(Message::new("export-stopped").with("file", "x"))));
    desk.expect("was stopped");
    desk.keys(">");
    assert!(!desk.screen().contains("Stop writing"));
}
