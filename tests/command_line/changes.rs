//! Setting fields and the log of it.

use crate::place::Place;
use serde_json::json;

#[test]
fn a_change_is_printed_stored_and_logged() {
    let place = Place::new();
    let set = place.run(&[
        "set",
        "2",
        "1",
        "priority=low",
        "response=none",
        "--note",
        "-why",
        "--as",
        "me",
    ]);
    assert_eq!(
        set.done(),
        "1 priority: high → low\n1 response: unmet → none\n2 priority: none → low\n"
    );
    let rows = place.run(&["needs", "id:1,2", "--format", "json"]).json();
    assert_eq!((&rows[0]["priority"], &rows[0]["version"]), (&json!("low"), &json!(2)));
    assert_eq!((&rows[1]["priority"], &rows[1]["response"]), (&json!("low"), &json!(null)));

    let log = place.run(&["log", "--format", "json"]).json();
    assert_eq!(log.len(), 3);
    let names: Vec<&str> = log[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names.join(" "), "at who need field before after note batch");
    assert!(log.iter().all(|row| row["who"] == "me" && row["note"] == "-why"));
    assert_eq!(log[0]["need"], json!(2), "newest first");
    let of_one = place.run(&["log", "id:1", "--format", "json"]).json();
    assert_eq!(of_one.len(), 2);
    assert!(place.run(&["log"]).done().contains("Response"));
}

#[test]
fn without_a_name_the_default_one_is_recorded() {
    let place = Place::new();
    place.run(&["set", "3", "horizon=current"]).done();
    let log = place.run(&["log", "--format", "json"]).json();
    assert_eq!(log[0]["who"], json!(ta_tui::cli::DEFAULT_WHO));
}

#[test]
fn all_or_nothing() {
    let place = Place::new();
    assert!(place.run(&["set", "1", "99", "priority=low"]).failed(1).contains("99"));
    assert!(place.run(&["set", "1", "focal=fp-nobody"]).failed(2).contains("fp-nobody"));
    assert_eq!(place.run(&["needs", "id:1", "--format", "json"]).json()[0]["version"], json!(1));
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
}

#[test]
fn somebody_quicker_is_a_conflict() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low", "--as", "first"]).done();
    let late = place.run(&["set", "1", "priority=medium", "--if-version", "1"]);
    assert!(late.failed(75).contains("first"), "{late:?}");
    place.run(&["set", "1", "priority=medium", "--if-version", "2"]).done();
}

#[test]
fn numbers_come_from_standard_input_too() {
    let place = Place::new();
    let set = place.run_with_input(&["set", "-", "focal=fp-bt"], "3\n1234\n\n");
    assert_eq!(set.done(), "3 focal: none → fp-bt\n1234 focal: none → fp-bt\n");
    let bad = place.run_with_input(&["set", "-", "focal=none"], "3\nx\n");
    assert!(bad.failed(65).contains("line 2"));
    assert_eq!(place.run(&["needs", "focal:fp-bt", "--format", "json"]).ids(), [3, 1234]);
}

#[test]
fn what_is_there_already_changes_nothing() {
    let place = Place::new();
    let set = place.run(&["set", "1", "priority=high"]);
    assert_eq!(set.done(), "");
    assert!(!set.err.is_empty());
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
}

#[test]
fn reading_only_means_it() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low", "--read-only"]).failed(1);
    place.run(&["--read-only", "needs"]).done();
    assert_eq!(place.run(&["log", "--format", "json"]).json().len(), 0);
}

#[test]
fn badly_written_changes_are_usage_errors() {
    let place = Place::new();
    for (args, word) in [
        (&["set", "1"][..], "field=value"),
        (&["set", "priority=low"], "need"),
        (&["set", "one", "priority=low"], "one"),
        (&["set", "1", "priority=hihg"], "high"),
        (&["set", "1", "prioritty=high"], "priority"),
        (&["set", "1", "priority=low", "priority=high"], "twice"),
        (&["set"], "NEED-ID"),
    ] {
        let ran = place.run(args);
        assert!(ran.failed(2).contains(word), "{args:?} {ran:?}");
    }
}

#[test]
fn typed_text_is_cleaned() {
    let place = Place::new();
    place.run(&["set", "1", "notes=a\u{1b}[2Jb", "--note", "x\u{202e}y", "--as", "m\u{7}e"]).done();
    let row = &place.run(&["log", "--format", "json"]).json()[0];
    assert_eq!(
        (&row["after"], &row["note"], &row["who"]),
        (&json!("a [2Jb"), &json!("xy"), &json!("m e"))
    );
}
