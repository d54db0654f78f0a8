//! Wrong usage: status 2, the place, the reason, the nearest word.

use super::place::{Place, Ran};

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
    assert!(zh.contains("可用的值：高、中、低"), "{zh}");
    let zh = |filter: &str| place.run(&["needs", filter, "--lang", "zh"]).failed(2).to_owned();
    assert!(zh("state:seychellse").contains("最接近的是：塞舌尔"));
    assert!(zh("chapter:9").contains("II、III、IV、V、VI"), "as screens name them");
    // The filter reads its own lists.
    for (field, code) in
        [("priority", "x9"), ("response", "x9"), ("horizon", "x9"), ("region", "x9")]
    {
        let said = zh(&format!("{field}:{code}"));
        let (_, listed) = said.trim().split_once("可用的值：").unwrap_or_else(|| panic!("{said}"));
        for value in listed.split('、') {
            place.run(&["needs", &format!("{field}:{value}"), "--limit", "1"]).done();
        }
    }
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
    // By the name of its field or its head too.
    for (name, lang, said) in [
        ("identifed", "en", "perhaps “identified_on”?"),
        ("确认日期", "zh", "是否为“identified_on”？"),
    ] {
        let ran = place.run(&["needs", "--sort", name, "--lang", lang]);
        assert!(ran.failed(2).contains(said), "{ran:?}");
    }
}

#[test]
fn what_is_wrong_with_a_word_an_option_or_a_value_is_said_as_what_it_is() {
    let place = Place::new();
    for (args, said) in [
        (&["check", "foo"][..], "unexpected word “foo”"),
        (&["new", "a", "b"], "unexpected word “b”"),
        (&["verify", "-focal:any"], "unexpected word “-focal:any”"),
        (&["verify", "--focal"], "no option “--focal”"),
        (&["needs", "--json", "--format", "csv"], "--json and --format <FORMAT> contradict"),
        (&["needs", "--format", "csv", "--json"], "contradict"),
        (&["frame", "--screen", "needs", "--view", "x"], "contradict"),
        (&["--json", "needs"], "behind the name of its command: ta-tui needs --json"),
        (&["needs", "--limit", "3", "--limit", "4"], "not twice"),
        (&["--today", "2019-13", "needs"], "as 2019-12-31"),
        (&["frame", "--size", "80"], "as 120x40"),
        (&["needs", "--limit", "many"], "a whole number"),
        (&["needs", "--db", ""], "--db <FILE> is given with an empty value"),
        (&["--db=", "needs"], "--db <FILE> is given with an empty value"),
        (&["needs", "--as", ""], "--as <NAME> is given with an empty value"),
        (&["set", "1", "theme-=nope"], "no theme “nope” to take away"),
        (&["set", "1", "theme-=nope", "--new-themes"], "no theme “nope” to take away"),
        (&["set", "1", "theme+=nope"], "--new-themes"),
    ] {
        let ran = place.run(args);
        assert!(ran.failed(2).contains(said), "{args:?} {ran:?}");
    }
    let removed = place.run(&["set", "1", "theme-=nope"]);
    assert!(!removed.err.contains("--new-themes"), "{removed:?}");
    // A variable of the environment that is set to nothing is one that is not set.
    let mut unset = place.command();
    unset.args(["needs", "--db", place.db.to_str().unwrap()]).env("TA_TUI_AS", "");
    Ran::of(&unset.output().unwrap()).done();
}

#[test]
fn only_what_would_have_written_says_that_nothing_was_written() {
    let place = Place::new();
    let written = |args: &[&str], status: i32| {
        let said = place.run(args).failed(status).to_lowercase();
        said.contains("nothing was written")
    };
    assert!(!written(&["frame", "--need", "99999"], 1));
    assert!(written(&["set", "99999", "priority=low"], 1));
    assert!(written(&["set", "1", "duplicate=99999"], 1));
    for change in [&["set", "1", "priority=low"][..], &["settings", "overdue-days=60"]] {
        assert!(written(&[&["--read-only"], change].concat(), 1), "{change:?}");
    }
    let rehearsed = place.run(&["--read-only", "set", "1", "priority=low", "--dry-run"]);
    let said = rehearsed.failed(1);
    assert!(said.contains("--dry-run") && !said.contains("was written"), "{said}");
}

#[test]
fn a_message_quotes_a_bounded_part_of_what_was_typed() {
    let place = Place::new();
    let long = "x".repeat(100_000);
    let filter = format!("\"{0}\" chaptr:V \"{0}\"", "word ".repeat(500));
    for args in [
        &["needs", "--columns", &long][..],
        &["needs", "--format", &long],
        &["needs", "--limit", &long],
        &["check", &long],
        &["check", &format!("--{long}")],
        &["set", "1", &format!("priority={long}")],
        &["set", "1", &format!("{long}=1")],
        &["settings", &format!("{long}=1")],
        &["log", "--since", &long],
        &["log", "--who", &long],
        &["figure", &long],
        &["help", &long],
        &["needs", &filter],
    ] {
        let ran = place.run(args);
        let said = ran.failed(2);
        assert!(said.contains('…') && said.len() < 3_000, "{} {}", args[0], said.len());
    }
    let ran = place.run(&["needs", &filter]);
    let lines: Vec<&str> = ran.failed(2).lines().collect();
    let caret = lines[1].find('^').unwrap();
    let marked: String = lines[0].chars().skip(caret).take(6).collect();
    assert_eq!(marked, "chaptr", "{ran:?}");
}

#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let place = Place::new();
    // Open for reading alone: the standard library would take failed output for written.
    let read_only = std::fs::File::open("/dev/null").unwrap();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for (stdout, args) in [(&read_only, ["needs", "--json"]), (&full, ["help", "filter"])] {
        let mut command = place.command();
        command.args(args).env("TA_TUI_DB", &place.db);
        command.stdout(stdout.try_clone().unwrap()).stderr(std::process::Stdio::piped());
        let ran = Ran::of(&command.spawn().unwrap().wait_with_output().unwrap());
        assert!(ran.failed(1).contains("could not be written"), "{ran:?}");
    }
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
