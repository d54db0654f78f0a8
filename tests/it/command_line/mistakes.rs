//! Wrong usage: status 2, the place, the reason, the nearest word.

use super::place::Place;

#[test]
fn a_filter_that_cannot_be_read_shows_its_place_and_the_nearest_word() {
    let place = Place::new();
    let ran = place.run(&["needs", "cycle:1", "chaptr:V"]);
    let lines: Vec<&str> = ran.failed(2).lines().collect();
    assert_eq!(&lines[..2], ["cycle:1 chaptr:V", "        ^^^^^^"], "{ran:?}");
    assert!(lines[2].contains("chapter"), "{ran:?}");
    let ran = place.run(&["states", "state:加纳", "region:afircan"]);
    let lines: Vec<&str> = ran.failed(2).lines().collect();
    assert_eq!(lines[1], "                  ^^^^^^^", "wide characters take two columns: {ran:?}");
    for command in [&["reviews"][..], &["log"], &["count", "--by", "state"], &["activities"]] {
        place.run(&[command, &["priority:hihg"]].concat()).failed(2);
    }
}

#[test]
fn an_unknown_column_or_order_names_the_nearest() {
    let place = Place::new();
    assert!(place.run(&["needs", "--columns", "id,prority"]).failed(2).contains("“priority”"));
    assert!(place.run(&["needs", "--sort", "-stat"]).failed(2).contains("“state”"));
    assert!(place.run(&["reviews", "--sort", "horizon"]).failed(2).contains("horizon"));
}

#[test]
fn the_command_line_itself() {
    let place = Place::new();
    for (args, word) in [
        (&["needs", "--formt", "json"][..], "--format"),
        (&["needs", "--format", "xml"], "table, csv, json, jsonl"),
        (&["needs", "--format"], "--format"),
        (&["needs", "--limit", "-1"], "-1"),
        (&["needs", "--limit", "many"], "many"),
        (&["needs", "-x"], "-x"),
        (&["count"], "--by"),
        (&["frame", "--size", "0x9"], "0x9"),
        (&["--lang", "xx", "needs"], "en, zh"),
        (&["new"], "FILE"),
        (&["new", "a", "b"], "b"),
        (&["completions", "tcsh"], "tcsh"),
    ] {
        let ran = place.run(args);
        assert!(ran.failed(2).contains(word), "{args:?} {ran:?}");
        assert!(ran.err.lines().all(|line| line.starts_with("ta-tui: ")), "{ran:?}");
    }
}
