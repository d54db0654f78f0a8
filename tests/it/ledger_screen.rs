//! An officer's own ledger on the screen of published figures: its figures beside those built in,
//! its mistakes with their places.

use crate::support::desk::{Desk, sample};
use std::path::PathBuf;
use std::process::Command;
use ta_tui::text::Lang;

const HEAD: &str = "id,about_en,published,as_of,count,filter,by,of,form,check";

/// A ledger with these rows, and the screen of published figures under it.
fn with(rows: &str, size: (u16, u16), lang: Lang) -> (tempfile::TempDir, PathBuf, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("next.csv");
    std::fs::write(&file, format!("{HEAD}\n{rows}\n")).unwrap();
    let mut desk = Desk::with(size, |start| {
        start.ledger = Some(file.clone());
        start.lang = lang;
    });
    desk.keys("7G");
    (folder, file, desk)
}

#[test]
fn the_figures_of_a_file_stand_behind_those_built_in_and_open_their_records() {
    let rows = "N001,Needs of chapter V,108,2019-09-30,needs,chapter:V,,,,\n\
                N002,Needs of chapter II,174,2019-09-30,needs,cycle:2 chapter:II,,,,N002 <= F020";
    let (_folder, _, mut desk) = with(rows, (120, 40), Lang::En);
    desk.expect("5 differing");
    desk.keys("lG").expect("130/130").expect("N001").expect("✗ differs").expect("differs by +1");
    desk.keys("<Enter>").expect("cycle:2 chapter:II").expect("175 of ").expect("2019-09-30");
    desk.keys("<Esc>k<Enter>").expect("108 of ");
}

#[test]
fn d2_a_figure_that_differs_and_contradicts_others_shows_both() {
    let rows = "N001,Needs of chapter V,107,2019-09-30,needs,chapter:V,,,,N001 = F024";
    for (lang, word) in [(Lang::En, "differs"), (Lang::Zh, "不符")] {
        let (_folder, _, mut desk) = with(rows, (120, 40), lang);
        desk.keys("lG").expect(&format!("≠✗ {word}")).expect("F024");
    }
}

#[test]
fn mistakes_of_the_file_are_told_with_their_places_above_the_built_in_figures() {
    let rows = "N001,Needs,5,2019-13-01,needs,cycle:1,,,,\n\
                N002,Needs,5,,needs,chaptr:V,,,,\n\
                F008,Twice,5,,needs,,,,,";
    for size in [(98, 24), (120, 40)] {
        let (_folder, _, mut desk) = with(rows, size, Lang::En);
        desk.expect("! The ledger has 3 errors; only built-in figures are shown:");
        desk.expect("4 differing");
        desk.keys("l").expect("1/128");
    }
    let (_folder, _, desk) = with(rows, (200, 50), Lang::Zh);
    for place in ["next.csv:2:", "next.csv:3:21", "next.csv:4:1"] {
        desk.expect(place);
    }
    desk.expect("数字清单有3处错误").expect("next.csv:3:").expect("✓ 相符");
}

#[test]
fn a_query_that_means_nothing_here_and_a_file_that_is_not_there_are_told() {
    let rows = "N001,Needs,5,,needs,theme:nonsense,,,,";
    let (_folder, file, mut desk) = with(rows, (200, 50), Lang::En);
    desk.keys("l").expect("The ledger has one error").expect("next.csv:2:27").expect("4 differing");
    // it is read again when it has changed
    std::fs::write(&file, format!("{HEAD}\nN001,Needs,3954,,needs,,,,,\n")).unwrap();
    desk.keys("hkj").expect("4 differing");
    assert!(!desk.shows("The ledger has"), "{}", desk.screen());
    desk.keys("lG").expect("129/129").expect("✓ reproduced  N001");
    std::fs::remove_file(&file).unwrap();
    desk.keys("hkj").expect("next.csv: the file cannot be read").expect("4 differing");
}

#[test]
fn the_option_stands_before_or_behind_the_command() {
    let (_folder, file, _) = with("N001,Needs,3955,,needs,,,,,", (80, 24), Lang::En);
    let home = tempfile::tempdir().unwrap();
    let file = file.to_str().unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
        command.env_clear().env("HOME", home.path()).arg("--read-only").arg("--db").arg(sample());
        command.args(args).output().unwrap()
    };
    for args in [&["--ledger", file, "verify"][..], &["verify", "--ledger", file]] {
        assert_eq!(run(args).status.code(), Some(1), "{args:?}");
    }
    for args in [&["--ledger", file, "frame"][..], &["frame", "--ledger", file]] {
        let output = run(&[args, &["--keys", "7G"]].concat());
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(shown.contains("5 differing"), "{args:?}\n{shown}");
    }
    assert_eq!(run(&["needs", "--ledger", file]).status.code(), Some(2));
}

#[test]
fn a_filter_that_narrows_no_published_figure_is_said_to() {
    for (lang, words) in
        [(Lang::En, "The filter has no effect here"), (Lang::Zh, "筛选在此不起作用")]
    {
        let mut desk = Desk::new((80, 24), lang);
        desk.keys("7G");
        assert!(!desk.shows(words), "{}", desk.screen());
        desk.keys("/chapter:V<Enter>").expect(words);
        desk.keys("z0");
        assert!(!desk.shows(words), "{}", desk.screen());
    }
}
