//! The output of commands: formats, standard error, the notice of an illustrative register.

use super::place::Place;
use serde_json::{Value, json};

/// A place whose register says that its needs are made up.
fn illustrative() -> Place {
    let place = Place::new();
    place.sql().execute_batch("UPDATE meta SET value = 'yes' WHERE key = 'illustrative'").unwrap();
    place
}

/// Commands that print a list of the register's needs as data.
const LISTS: [&[&str]; 13] = [
    &["needs"],
    &["states", "cycle:1"],
    &["reviews"],
    &["activities"],
    &["organisations"],
    &["focal-points"],
    &["count", "--by", "chapter"],
    &["figure", "2"],
    &["trend"],
    &["connections"],
    &["gaps", "--by", "article,region"],
    &["log"],
    &["set", "2", "horizon=current", "--dry-run"],
];

#[test]
fn e4_data_of_an_illustrative_register_say_so_in_a_last_property() {
    let (made_up, real) = (illustrative(), Place::new());
    for place in [&made_up, &real] {
        place.run(&["set", "1", "priority=low"]).done();
    }
    for command in LISTS {
        let rows = made_up.run(&[command, &["--json"]].concat()).json();
        assert!(!rows.is_empty(), "{command:?}");
        for row in &rows {
            let last = row.as_object().unwrap().iter().next_back().unwrap();
            assert_eq!(last, (&"illustrative".to_owned(), &json!(true)), "{command:?}");
        }
        let csv = made_up.run(&[command, &["--format", "csv"]].concat());
        let mut lines = csv.done().lines();
        assert!(lines.next().unwrap().ends_with(",illustrative"), "{command:?}: the first line");
        assert!(lines.next().unwrap().ends_with(",true"), "{command:?}");
        let other = real.run(&[command, &["--json"]].concat());
        assert!(!other.done().contains("illustrative"), "{command:?}");
        let table = made_up.run(command);
        assert!(!table.done().lines().next().unwrap_or_default().contains("Illustrative"));
    }
}

#[test]
fn e4_whoever_names_columns_gets_these_and_no_other() {
    let (made_up, real) = (illustrative(), Place::new());
    let ids = made_up.run(&["needs", "--columns", "id", "--format", "csv"]);
    assert_eq!(ids.done(), "id\r\n1\r\n2\r\n3\r\n1234\r\n");
    let numbers = ids.out.lines().skip(1).collect::<Vec<_>>().join("\n");
    let set = made_up.run_with_input(&["set", "-", "horizon=current"], &numbers);
    assert_eq!(set.done().lines().count(), 4);
    let named = ["needs", "id:1", "--columns", "id,illustrative", "--json"];
    assert_eq!(made_up.run(&named).json(), [json!({"id": 1, "illustrative": true})]);
    assert_eq!(real.run(&named).json(), [json!({"id": 1, "illustrative": false})]);
    let all = ["needs", "id:1", "--columns", "all", "--format", "csv"];
    assert!(made_up.run(&all).done().lines().next().unwrap().ends_with(",illustrative"));
    assert!(!real.run(&all).done().contains("illustrative"));
}

#[test]
fn e8_lines_are_the_objects_of_the_array() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low"]).done();
    for command in LISTS.into_iter().chain([&["check"][..]]) {
        let array = place.run(&[command, &["--json"]].concat());
        let array: Vec<Value> = serde_json::from_str(&array.out).unwrap();
        let lines = place.run(&[command, &["--format", "jsonl"]].concat());
        let lines: Vec<Value> =
            lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines, array, "{command:?}");
    }
}

#[test]
fn e8_both_words_for_the_human_form_are_taken_everywhere() {
    let place = Place::new();
    place.run(&["set", "1", "priority=low"]).done();
    let others = [&["verify"][..], &["check"], &["handover", "fp-gh", "fp-ke", "--dry-run"]];
    for command in LISTS.into_iter().chain(others) {
        let run = |format: &str| place.run(&[command, &["--format", format]].concat());
        let (table, text) = (run("table"), run("text"));
        assert_eq!((table.status, &table.out), (text.status, &text.out), "{command:?}");
        assert_ne!(table.status, 2, "{table:?}");
        let both = place.run(&[command, &["--json", "--format", "csv"]].concat());
        assert!(both.failed(2).contains("--json") || both.err.contains("--format"), "{both:?}");
    }
    place.run(&["frame", "--format", "table"]).done();
}

#[test]
fn e8_quiet_leaves_failures_alone_on_standard_error() {
    let place = illustrative();
    assert!(place.run(&["needs", "--json"]).err.contains("illustrative"));
    for command in [
        &["needs", "--json"][..],
        &["set", "1", "priority=high"],
        &["handover", "fp-gh", "fp-ke", "--dry-run"],
        &["backup", place.file("copy.db").to_str().unwrap()],
    ] {
        let quiet = place.run(&[command, &["--quiet"]].concat());
        quiet.done();
        assert_eq!(quiet.err, "", "{command:?}");
    }
    assert!(place.run(&["--quiet", "needs", "chaptr:V"]).failed(2).contains("chapter"));
    assert!(place.run(&["set", "99", "priority=low", "--quiet"]).failed(1).contains("99"));
}

#[test]
fn e8_a_dry_run_of_set_ends_as_the_real_one_and_writes_nothing() {
    let place = Place::new();
    let words = ["1", "2", "priority=low", "theme+=tools", "--new-themes", "--as", "fp-gh"];
    let before = tables(&place);
    let dry = place.run(&[&["set"], &words[..], &["--dry-run"]].concat());
    assert_eq!(before, tables(&place), "nothing is written");
    let rehearsed = place.run(&[&["set"], &words[..], &["--dry-run", "--json"]].concat()).json();
    assert_eq!(
        rehearsed[0],
        json!({"need": 1, "field": "priority", "before": "high", "after": "low", "version": 2,
               "batch": null})
    );
    let real = place.run(&[&["set"], &words[..]].concat());
    assert_eq!(real.done(), dry.done());
    assert!(dry.err.contains("Nothing was written") && !real.err.contains("Nothing was written"));
    for (words, status) in [
        (&["1", "priority=medium", "--if-version", "1"][..], 75),
        (&["1", "priority=medium", "--if-version", "9"], 2),
        (&["99", "priority=low"], 1),
        (&["1", "duplicate=1"], 2),
        (&["1", "priority=low"], 0),
    ] {
        let dry = place.run(&[&["set"], words, &["--dry-run"]].concat());
        let real = place.run(&[&["set"], words].concat());
        assert_eq!((dry.status, &dry.out, &dry.err), (real.status, &real.out, &real.err));
        assert_eq!(dry.status, status, "{words:?}");
    }
}

/// The rows of the tables that a change of a need touches.
fn tables(place: &Place) -> Vec<String> {
    let sql = place.sql();
    let all = ["need", "theme", "need_theme", "batch", "change", "unlogged"].map(|table| {
        let mut rows = sql.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let row = |row: &rusqlite::Row| {
            (0..columns)
                .map(|at| row.get::<_, rusqlite::types::Value>(at))
                .collect::<Result<Vec<_>, _>>()
        };
        let rows = rows.query_map([], row).unwrap();
        rows.map(|row| format!("{table} {:?}", row.unwrap())).collect::<Vec<_>>()
    });
    all.concat()
}

#[test]
fn e8_what_is_written_is_data_too() {
    let place = Place::new();
    let set = place.run(&["set", "1", "2", "priority=low", "--json"]).json();
    let batch = set[0]["batch"].clone();
    assert!(batch.is_u64());
    assert_eq!(
        set,
        [
            json!({"need": 1, "field": "priority", "before": "high", "after": "low",
                   "version": 2, "batch": batch}),
            json!({"need": 2, "field": "priority", "before": null, "after": "low",
                   "version": 2, "batch": batch})
        ]
    );
    assert_eq!(place.run(&["set", "1", "priority=low", "--json"]).done(), "[]\n");
    let gone = place.run(&["handover", "fp-gh", "fp-ke", "--json"]).json();
    assert_eq!((&gone[0]["before"], &gone[0]["after"]), (&json!("fp-gh"), &json!("fp-ke")));
    let none = place.run_with_input(&["set", "-", "priority=low", "--json"], "");
    assert_eq!(none.done(), "[]\n");
}
