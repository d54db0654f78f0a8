//! Texts that came into a register by other means, and how they are shown.

use crate::support::home::Home;
use rusqlite::Connection;
use serde_json::Value;
use std::time::{Duration, Instant};
use unicode_normalization::UnicodeNormalization;

/// The characters that must never leave the program in any form.
const ACTING: [char; 14] = [
    '\u{7}',
    '\u{1b}',
    '\u{9b}',
    '\u{ad}',
    '\u{34f}',
    '\u{115f}',
    '\u{200b}',
    '\u{202e}',
    '\u{2028}',
    '\u{2066}',
    '\u{3164}',
    '\u{fe0f}',
    '\u{fff9}',
    '\u{e0041}',
];

fn sql(home: &Home, sql: &str) {
    Connection::open(home.db()).unwrap().execute_batch(sql).unwrap();
}

fn done(home: &Home, args: &[&str]) -> String {
    let (out, status) = home.run(args);
    assert_eq!(status, Some(0), "{args:?}\n{out}");
    out
}

fn json(home: &Home, args: &[&str]) -> Vec<Value> {
    serde_json::from_str(&done(home, &[args, &["--format", "json"]].concat())).unwrap()
}

/// The text of a need, as JSON and CSV say it.
fn text(home: &Home, need: u32) -> String {
    let filter = format!("id:{need}");
    let text = json(home, &["needs", &filter])[0]["text"].as_str().unwrap().to_owned();
    let csv = done(home, &["needs", &filter, "--columns", "text", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let row = rows.records().next().unwrap().unwrap();
    assert_eq!(row[0], *text, "JSON and CSV say the same");
    text
}

fn set_text(home: &Home, need: u32, text: &str) {
    let changed = Connection::open(home.db()).unwrap();
    changed.execute("UPDATE need SET text = ?1 WHERE id = ?2", (text, need)).unwrap();
}

#[test]
fn c7_a_text_that_is_not_utf_8_is_shown_and_all_others_are() {
    let home = Home::new();
    sql(&home, "UPDATE need SET text = CAST(x'57726fff6e67' AS TEXT) WHERE id = 1");
    assert_eq!(text(&home, 1), "Wro\u{fffd}ng");
    let other = text(&home, 2);
    let frame = done(&home, &["frame", "id:1,2", "--keys", "4", "--size", "200x24"]);
    assert!(frame.contains("Wro\u{fffd}ng"), "{frame}");
    assert!(frame.contains(&other[..20]), "{frame}");
    assert_eq!(json(&home, &["needs", "\"wro\u{fffd}ng\""]).len(), 1);
    assert!(json(&home, &["needs", "declaration"]).len() < 3_954);
    let found = done(&home, &["frame", "wro\u{fffd}ng", "--keys", "4", "--size", "200x24"]);
    assert!(found.contains("1 of 3,954"), "{found}");
}

#[test]
fn c7_what_is_no_text_stays_as_it_is_when_something_else_is_written() {
    let home = Home::new();
    sql(
        &home,
        "UPDATE need SET notes = CAST(x'61ff' AS TEXT), text = 'a' || char(8203) WHERE id = 1;
                UPDATE theme SET code = code || char(8203) || CAST(x'ff' AS TEXT) WHERE id = 1",
    );
    done(&home, &["set", "1", "priority=high", "response=met", "--as", "secretariat"]);
    let kept: String = Connection::open(home.db())
        .unwrap()
        .query_row("SELECT hex(notes) || hex(text) FROM need WHERE id = 1", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, "61FF61E2808B");
    done(&home, &["set", "1", "notes=right", "--as", "secretariat"]);
    let log = json(&home, &["log", "id:1"]);
    assert_eq!((&log[0]["before"], &log[0]["after"]), (&"a\u{fffd}".into(), &"right".into()));
    // As of the day before, which takes all of it back.
    done(&home, &["needs", "id:1", "--as-of", "2019-09-30"]);
}

#[test]
fn c7_frame_fails_on_a_register_that_cannot_be_read() {
    let home = Home::new();
    sql(
        &home,
        "PRAGMA ignore_check_constraints = ON;
                UPDATE need SET priority = 'huge' WHERE id = 3000",
    );
    let (out, status) = home.run(&["frame", "--keys", "4"]);
    assert_eq!((out.as_str(), status), ("", Some(65)));
}

/// A register in which every text that others can write holds characters that act on a terminal.
fn hostile() -> Home {
    let home = Home::new();
    let acting: String = ACTING.iter().collect();
    let marks = "\u{323}\u{301}".repeat(5_000);
    let connection = Connection::open(home.db()).unwrap();
    for (table, columns) in [
        ("need", "text document paragraph notes"),
        ("theme", "code"),
        ("category", "aliases"),
        ("person", "code"),
        ("organisation", "code kind"),
        ("activity", "code kind participants paragraph"),
    ] {
        for column in columns.split(' ') {
            // Also the codes, which stay different from each other.
            let change = format!(
                "UPDATE {table} SET {column} = {column} || ?1 || CAST(x'ff' AS TEXT) || ?2 || id
                 WHERE id <= 40"
            );
            connection.execute(&change, (&acting, &marks)).unwrap();
        }
    }
    for (table, number) in [("name", "record"), ("spelling", "state_id")] {
        let change = format!(
            "UPDATE {table} SET text = text || ?1 || CAST(x'ff' AS TEXT) || ?2 || {number}
             WHERE {number} <= 40"
        );
        connection.execute(&change, (&acting, &marks)).unwrap();
    }
    let name = format!("view{acting}{marks}");
    connection
        .execute(
            "INSERT INTO saved_view (name, owner, screen, filter) VALUES (?1, NULL, 'needs', ?1)",
            [&name],
        )
        .unwrap();
    connection
        .execute("INSERT INTO batch (at, who, note) VALUES (1577800000, ?1, ?1)", [&name])
        .unwrap();
    connection
        .execute(
            "INSERT INTO change (batch_id, kind, record, field, before, after, version)
             VALUES (last_insert_rowid(), 'need', 1, 'notes', ?1, ?1 || '.', 2)",
            [&name],
        )
        .unwrap();
    connection
        .execute(
            "INSERT INTO presence (session, who, need_id, until) VALUES (7, ?1, 1, 9999999999)",
            [&name],
        )
        .unwrap();
    home
}

fn assert_harmless(what: &str, out: &str) {
    for c in ACTING {
        assert!(!out.contains(c), "{c:?} in {what}");
    }
    let marks = out.split(|c: char| c != '\u{301}' && c != '\u{323}').map(|m| m.chars().count());
    assert!(marks.max() <= Some(4), "marks in {what}");
}

#[test]
fn c20_nothing_that_acts_leaves_the_program() {
    let home = hostile();
    for command in
        ["needs", "states", "reviews", "activities", "focal-points", "organisations", "log"]
    {
        for format in ["table", "csv", "json"] {
            let args: &[&str] = match command {
                "needs" | "log" => &[command, "id:1..40", "--format", format],
                _ => &[command, "--limit", "40", "--format", format],
            };
            let began = Instant::now();
            assert_harmless(&format!("{args:?}"), &done(&home, args));
            assert!(began.elapsed() < Duration::from_secs(20), "{args:?} {:?}", began.elapsed());
        }
    }
    for by in ["category", "focal", "theme", "state"] {
        assert_harmless(by, &done(&home, &["count", "id:1..40", "--by", by]));
    }
    for keys in
        ["1", "2", "2<Enter>", "3", "4", "4<Enter>", "5", "6", "7", "1v", "gh", "4<Enter>gh"]
    {
        let began = Instant::now();
        let args = ["frame", "--keys", keys, "--size", "80x24", "--format", "text"];
        let frame = done(&home, &args);
        assert_harmless(keys, &frame);
        assert!(frame.len() <= 80 * 24 * 40, "{keys}: {} bytes", frame.len());
        assert!(began.elapsed() < Duration::from_secs(20), "{keys} {:?}", began.elapsed());
    }
}

#[test]
fn c20_a_frame_of_the_worst_texts_is_bounded() {
    let home = Home::new();
    let worst = format!("{}x", "e\u{1d165}\u{1d165}\u{1d165}\u{1d165}\u{1d165}".repeat(4_000));
    for need in 1..=40 {
        set_text(&home, need, &worst);
    }
    for keys in ["4", "4<Enter>", "5"] {
        let frame = done(&home, &["frame", "id:1..40", "--keys", keys, "--format", "ansi"]);
        assert!(frame.len() <= 80 * 24 * 40, "{keys}: {} bytes", frame.len());
    }
}

#[test]
fn c20_what_is_set_comes_back_as_it_is_shown() {
    let home = Home::new();
    let notes = format!("notes=a\u{202e}b\u{fe0f}c\u{34f}\u{301} {}x", "\u{302}".repeat(99));
    done(&home, &["set", "1", &notes, "--as", "secretariat"]);
    let stored: String = Connection::open(home.db())
        .unwrap()
        .query_row("SELECT notes FROM need WHERE id = 1", [], |row| row.get(0))
        .unwrap();
    assert_eq!(stored, "abć x");
    assert_eq!(stored.nfc().collect::<String>(), stored);
    assert_eq!(json(&home, &["log", "id:1"])[0]["after"], *stored);
}

#[test]
fn c18_what_is_too_long_is_refused_on_the_way_in() {
    let home = Home::new();
    let before = home.log();
    let long = format!("notes={}", "a".repeat(65_537));
    for refused in [
        &["set", "1", &long, "--as", "secretariat"][..],
        &["set", "1", "priority=low", "--note", &long, "--as", "secretariat"],
        &["set", "1", &format!("theme+={}", "b".repeat(201)), "--new-themes"],
    ] {
        let (out, status) = home.run(refused);
        assert_eq!((out.as_str(), status), ("", Some(2)), "{:?}", &refused[3..]);
    }
    assert_eq!(home.log(), before);
    done(&home, &["set", "1", &long[..long.len() - 1], "--as", "secretariat"]);
}

#[test]
fn c18_what_is_too_long_in_the_file_is_cut_on_the_way_out() {
    let home = Home::new();
    let long = "replace(hex(zeroblob(10000000)), '0', 'y')";
    sql(
        &home,
        &format!(
            "UPDATE need SET text = {long}, notes = {long} WHERE id = 1;
        UPDATE theme SET code = 'z' || substr({long}, 1, 200000) || id;
        UPDATE name SET text = 'z' || substr({long}, 1, 200000) || record
          WHERE kind IN ('theme', 'state', 'category');"
        ),
    );
    let cut = text(&home, 1);
    assert!(cut.len() <= 65_540 && cut.ends_with("y…"), "{}", cut.len());
    let name = json(&home, &["needs", "id:1"])[0]["state"].as_str().unwrap().to_owned();
    assert!(name.chars().count() == 201 && name.ends_with('…'), "{name}");
    for keys in ["1", "2", "4", "4<Enter>", "5", "gh"] {
        let began = Instant::now();
        done(&home, &["frame", "id:1..40", "--keys", keys]);
        assert!(began.elapsed() < Duration::from_secs(60), "{keys} {:?}", began.elapsed());
    }
}

/// Every text of a file is read by the functions of `src/store/decode.rs`, which clean and bound it.
/// Only source text is checked here, not types; the test above looks at the output.
#[test]
fn c20_no_reader_of_the_store_takes_a_text_past_the_cleaning() {
    // Answers of SQLite about itself and about the schema.
    const OWN: [&str; 4] = ["sound.rs", "check.rs", "bulk.rs", "schema.rs"];
    let taken = [
        "get::<_, String>",
        "get::<_, Option<String>>",
        ": String = row.get",
        ": Option<String> = row.get",
        ".as_str()?",
    ];
    let fields =
        ["code", "name", "text", "note", "who", "owner", "filter", "by", "document", "kind"];
    let files = |folder: &str| std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut tried = 0;
    for file in files("src/store").chain(files("src/store/as_of")) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if file.is_dir()
            || file.extension().is_none_or(|ending| ending != "rs")
            || OWN.contains(&&*name)
        {
            continue;
        }
        let source = std::fs::read_to_string(&file).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        for line in source.lines().filter(|line| !line.contains("let code = row.get_ref")) {
            let field = |field: &&str| line.contains(&format!("{field}: row.get("));
            let past = taken.iter().any(|taken| line.contains(taken)) || fields.iter().any(field);
            assert!(!past, "{name}: {line}");
        }
        tried += 1;
    }
    assert!(tried > 50, "only {tried} files were looked at");
}
