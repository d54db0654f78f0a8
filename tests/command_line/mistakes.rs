//! Wrong usage: status 2, the place, the reason, the nearest word.

use crate::place::Place;

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
fn an_unknown_value_names_the_nearest_or_all_that_there_are() {
    let place = Place::new();
    for command in [&["needs"][..], &["states"], &["count", "--by", "chapter"]] {
        let said = |filter: &str| place.run(&[command, &[filter]].concat()).failed(2).to_owned();
        assert!(said("state:seychellse").contains("Nearest: Seychelles"));
        assert!(said("priority:urgent").contains("Its values: high, medium, low"));
        assert!(said("response:done").contains("unmet, planned, \"under way\", met, withdrawn"));
        assert!(said("chapter:9").contains("II, III, IV, V, VI"));
        assert!(!said("state:atlantis").contains("values"));
    }
    let zh = place.run(&["needs", "优先程度:紧急", "--lang", "zh"]).failed(2).to_owned();
    assert!(zh.contains("可用的值：high"), "{zh}");
}

#[test]
fn a_column_is_found_by_its_name_its_head_and_its_field() {
    let place = Place::new();
    let sorted =
        |sort: &str| place.run(&["needs", "chapter:V", "--sort", sort, "--format", "json"]).ids();
    let by_day = sorted("identified_on");
    for name in ["identified", "Identified", "确定日期", "identified:asc"] {
        assert_eq!(sorted(name), by_day, "{name}");
    }
    assert_eq!(sorted("-identified"), sorted("-identified_on"));
    assert_eq!(sorted("focal"), sorted("focal_point"));
    assert_eq!(sorted("国家"), sorted("state"));
    let columns =
        |names: &str| place.run(&["needs", "id:..3", "--columns", names, "--format", "csv"]).out;
    assert!(!columns("notes,id").is_empty());
    assert_eq!(columns("备注,编号"), columns("notes,id"));
    assert_eq!(columns("Notes,No."), columns("notes,id"));
    assert!(place.run(&["needs", "--sort", "nosuch"]).failed(2).contains("identified_on"));
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
