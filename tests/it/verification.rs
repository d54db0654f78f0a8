//! The published figures against the sample register: the program's results equal plain SQL; a
//! changed register differs; a ledger with mistakes is refused with their places.

use crate::support::desk::sample;
use crate::support::fresh::fresh;
use crate::support::wrapped::wrapped;
use rusqlite::{Connection, OpenFlags, types::Value as Sql};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use ta_tui::analysis::ledger::{Entry, built_in};
use ta_tui::analysis::{Finding, Verdict, in_words, verify};
use ta_tui::domain::SAMPLE_DAY;
use ta_tui::store::{Access, Store};
use ta_tui::text::{Lang, Text};

fn run(db: &Path, args: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
    command.env_clear().env("HOME", home.path()).arg("--db").arg(db).arg("verify").args(args);
    command.output().unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A copy of the sample register, changed.
fn changed(sql: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("changed.db");
    std::fs::copy(sample(), &path).unwrap();
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    (folder, path)
}

#[test]
fn every_figure_has_its_verdict_and_only_what_cannot_be_differs() {
    let output = run(&sample(), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let rows = rows(&output);
    let ids: Vec<String> = rows.iter().map(|row| words(&row["id"])).collect();
    assert_eq!(ids, (1..=128).map(|number| format!("F{number:03}")).collect::<Vec<_>>());
    for row in &rows {
        let names: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["id", "paragraph", "published", "computed", "verdict", "contradicts"]);
        let against = row["contradicts"].as_array().unwrap();
        match row["verdict"].as_str().unwrap() {
            "reproduced" => {
                assert_eq!(row["published"], row["computed"], "{row}");
                assert!(against.is_empty(), "{row}");
            }
            "outside" => assert_eq!(row["computed"], Value::Null, "{row}"),
            "contradicts" => {
                assert_eq!(row["published"], row["computed"], "{row}");
                assert!(!against.is_empty(), "{row}");
            }
            "differs" => assert_ne!(row["published"], row["computed"], "{row}"),
            other => panic!("{row}: {other}"),
        }
    }
    let with = |verdict: &str| -> Vec<&str> {
        let found = rows.iter().filter(|row| row["verdict"] == verdict);
        found.map(|row| row["id"].as_str().unwrap()).collect()
    };
    assert_eq!(with("contradicts"), ["F010", "F011", "F115"]);
    // The note's statements on these contradict its other statements.
    assert_eq!(with("differs"), ["F060", "F105", "F106", "F116"]);
    assert_eq!(with("reproduced").len(), 112);
    let against = |place: usize| rows[place]["contradicts"].clone();
    assert_eq!([against(59), against(104)], [json!(["F019"]), json!(["F040", "F038"])]);
    assert_eq!([against(9), against(1)], [json!(["F011", "F009"]), json!(["F072"])]);
    assert_eq!((&rows[7]["published"], &rows[59]["computed"]), (&3_672.into(), &15.into()));
}

/// A figure as the other test of published figures counts it with plain SQL.
#[derive(Deserialize)]
struct Counted {
    id: String,
    published: String,
    sql: String,
}

#[test]
fn what_is_computed_is_what_sql_counts() {
    let source = include_str!("published_figures.rs");
    let views = source.split("const VIEWS: &str = \"").nth(1).unwrap().split("\";").next().unwrap();
    let connection =
        Connection::open_with_flags(sample(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    connection.execute_batch(views).unwrap();
    let table = include_str!("figures/published.csv");
    let counted = csv::Reader::from_reader(table.as_bytes()).into_deserialize::<Counted>();
    let rows = rows(&run(&sample(), &["--format", "json"]));
    for (counted, row) in counted.map(Result::unwrap).zip(&rows) {
        assert_eq!(counted.id, words(&row["id"]));
        assert_eq!(counted.published, words(&row["published"]), "{}", counted.id);
        if counted.sql.is_empty() {
            assert_eq!(row["computed"], Value::Null, "{}", counted.id);
            continue;
        }
        let answer = match connection.query_row(&counted.sql, [], |row| row.get(0)).unwrap() {
            Sql::Integer(number) => number.to_string(),
            Sql::Text(text) => text,
            other => panic!("{other:?}"),
        };
        assert_eq!(words(&row["computed"]), answer, "{}", counted.id);
    }
}

/// The differences in the sample register itself, because the note contradicts itself there.
const ALWAYS: [&str; 4] = ["F060 23 15", "F105 3 2", "F106 3 2", "F116 \"global\" \"regional\""];

/// The ids, verdicts and contradicted ids of some figures.
fn verdicts(path: &Path, ids: &[&str]) -> (Option<i32>, Vec<Value>) {
    let output = run(path, &["--format", "json"]);
    let rows = rows(&output).into_iter().filter(|row| ids.contains(&&*words(&row["id"])));
    let said = |row: Value| json!([row["id"], row["computed"], row["verdict"], row["contradicts"]]);
    (output.status.code(), rows.map(said).collect())
}

#[test]
fn d2_what_differs_and_what_contradicts_are_two_facts() {
    // 20 of the 53 needs of chapter III that were added since 2017 move to chapter IV.
    let (_folder, path) = changed(
        "CREATE TEMP TABLE moved AS
           SELECT DISTINCT n.id FROM need n JOIN review r ON r.id = n.review_id
             JOIN need_article l ON l.need_id = n.id JOIN article a ON a.number = l.article
           WHERE r.cycle = 1 AND n.identified_on > '2017-09-01' AND a.chapter = 3
             AND (SELECT count(*) FROM need_article WHERE need_id = n.id) = 1
           ORDER BY n.id LIMIT 20;
         DELETE FROM need_article WHERE need_id IN (SELECT id FROM moved);
         INSERT INTO need_article (need_id, article) SELECT id, 43 FROM moved;",
    );
    let (status, rows) = verdicts(&path, &["F010", "F011"]);
    let expected = [
        json!(["F010", 33, "differs", ["F011", "F009"]]),
        json!(["F011", 54, "differs", ["F010", "F009"]]),
    ];
    assert_eq!((status, &rows[..]), (Some(1), &expected[..]));
    let text = String::from_utf8(run(&path, &[]).stdout).unwrap();
    let line = text.lines().find(|line| line.starts_with("F010")).unwrap();
    assert!(line.contains("differs") && line.contains("F011, F009"), "{line}");
}

#[test]
fn d3_the_year_of_a_programme_is_its_date_and_not_its_words() {
    let (_folder, path) = changed("UPDATE activity SET starts_on = '2017-02' WHERE code = 'A005'");
    let (_, rows) = verdicts(&path, &["F095"]);
    assert_eq!(rows, [json!(["F095", 2017, "differs", []])]);
}

#[test]
fn d4_what_the_note_does_not_say_is_said_to_be_computed() {
    let text = String::from_utf8(run(&sample(), &[]).stdout).unwrap();
    for (id, from) in
        [("F001", "3 fn1"), ("F013", "F008, F009"), ("F033", "F020, F025, F030, F031")]
    {
        let line = text.lines().find(|line| line.starts_with(id)).unwrap();
        assert!(line.contains(&format!("computed from {from}")), "{line}");
    }
    let (_, rows) = verdicts(&sample(), &["F001", "F013", "F033"]);
    assert!(rows.iter().all(|row| row[2] == "reproduced"), "{rows:?}");
}

#[test]
fn d5_ranks_dates_and_growth_follow_the_register() {
    let (_folder, path) = changed(
        "UPDATE activity SET starts_on = '2019-06-13', ends_on = NULL WHERE code = 'A044';
         UPDATE activity SET level = 'global' WHERE code = 'A005';
         UPDATE need SET category_id = (SELECT id FROM category WHERE code = 'C2-OT')
           WHERE category_id = (SELECT id FROM category WHERE code = 'C2-CB');
         UPDATE need_theme SET theme_id = (SELECT id FROM theme WHERE code = 'research')
           WHERE theme_id IN (SELECT id FROM theme WHERE code IN ('civil society', 'digitization'));
         DELETE FROM need_article WHERE article = 13
           AND need_id IN (SELECT id FROM need WHERE identified_on > '2019-05-31')",
    );
    let ids = [
        "F101", "F103", "F104", "F108", "F109", "F110", "F111", "F113", "F114", "F115", "F116",
        "F122", "F123",
    ];
    let expected = [
        json!(["F101", 7, "differs", []]),
        json!(["F103", 2, "reproduced", []]),
        json!(["F104", 3, "reproduced", []]),
        json!(["F108", 0, "differs", []]),
        json!(["F109", 0, "differs", []]),
        json!(["F110", 0, "differs", []]),
        json!(["F111", 7, "differs", []]),
        json!(["F113", "0/15", "differs", []]),
        json!(["F114", 0, "differs", []]),
        json!(["F115", "global", "differs", ["F116"]]),
        json!(["F116", "global", "contradicts", ["F115"]]),
        json!(["F122", "2019-06-13", "differs", []]),
        json!(["F123", null, "differs", []]),
    ];
    assert_eq!(verdicts(&path, &ids), (Some(1), expected.to_vec()));
}

#[test]
fn d5_a_ledger_of_ones_own_has_the_same_forms() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("next.csv");
    std::fs::write(
        &file,
        "id,about_en,published,as_of,since,count,filter,by,of,form,check,computed_from\n\
         G1,x,largest,,,states,cycle:1 region:african,region,cycle:1,rank,,\n\
         G2,x,less than one third,,,needs,cycle:2,,cycle:1,share,,\n\
         G3,x,growing,2019-09-30,2019-05-31,needs,cycle:2,,,growing,,F020\n\
         G4,x,2019,,,ends,code:A044,,,,,\n\
         G5,x,national,,,level,\"code:A001,A005\",,,,G4 = F074,\n",
    )
    .unwrap();
    let output = run(&sample(), &["--ledger", file.to_str().unwrap(), "--format", "json"]);
    let all = rows(&output);
    let said: Vec<Value> = all[128..]
        .iter()
        .map(|row| json!([row["computed"], row["verdict"], row["contradicts"]]))
        .collect();
    let expected = [
        json!(["largest", "reproduced", []]),
        json!(["less than one third", "reproduced", []]),
        json!(["growing", "reproduced", []]),
        json!([2019, "reproduced", []]),
        json!(["global, regional", "differs", ["G4", "F074"]]),
    ];
    assert_eq!(said, expected);
}

#[test]
fn d5_a_share_of_fewer_than_five_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("next.csv");
    std::fs::write(
        &file,
        "id,about_en,published,count,filter,of,form\n\
         G1,x,50,needs,id:1,\"id:1,2\",percent\nG2,x,20,needs,id:1,id:1..5,percent\n",
    )
    .unwrap();
    let text =
        String::from_utf8(run(&sample(), &["--ledger", file.to_str().unwrap()]).stdout).unwrap();
    let says = |id: &str| {
        let line = text.lines().find(|line| line.starts_with(id)).unwrap();
        line.contains("fewer than five")
    };
    assert_eq!([says("G1"), says("G2")], [true, false], "{text}");
}

#[test]
fn a_changed_register_differs_and_the_command_fails() {
    let (_folder, path) = changed(
        "UPDATE need SET category_id = (SELECT id FROM category WHERE code = 'C2-OT')
         WHERE id = (SELECT min(id) FROM need
                     WHERE category_id = (SELECT id FROM category WHERE code = 'C2-CB'))",
    );
    let output = run(&path, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let rows = rows(&output);
    let differing: Vec<String> = rows
        .iter()
        .filter(|row| row["verdict"] == "differs")
        .map(|row| format!("{} {} {}", words(&row["id"]), row["published"], row["computed"]))
        .collect();
    let differing: Vec<&str> =
        differing.iter().map(String::as_str).filter(|row| !ALWAYS.contains(row)).collect();
    assert_eq!(differing, ["F025 115 114", "F026 41 40", "F033 74 75"]);
    let text = String::from_utf8(run(&path, &[]).stdout).unwrap();
    assert!(text.contains("differs by −1") && text.contains("7 differing"), "{text}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("7 published figures differ"));
}

#[test]
fn a_figure_is_verified_at_its_own_date() {
    // A review that ends today, with a need, changes no figure of 2019.
    let (_folder, path) = changed(
        "INSERT INTO review_step SELECT id, 'executive-summary', date() , NULL FROM review
           WHERE cycle = 2 AND id NOT IN (SELECT review_id FROM review_step WHERE step = 'executive-summary')
           LIMIT 1;
         INSERT INTO need (id, review_id, text, language, identified_on)
           SELECT 9999, review_id, 'x', 'en', on_date FROM review_step WHERE on_date = date();",
    );
    assert_eq!(
        rows(&run(&path, &["--format", "json"])),
        rows(&run(&sample(), &["--format", "json"]))
    );
}

#[test]
fn a_ledger_extends_the_built_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("next.csv");
    std::fs::write(
        &file,
        "id;paragraph;about_en;published;as_of;count;filter;check\r\n\
         G1;8;\"Needs, all\";3,954;2019-09-30;needs;;G1 = F008 + F020\r\n\
         G2;9;Needs of Africa;1;2019-09;needs;region:african;\r\n\
         G3;10;A saying;many;;;;\r\n",
    )
    .unwrap();
    let output = run(&sample(), &["--ledger", file.to_str().unwrap(), "--format", "json"]);
    let rows = rows(&output);
    assert_eq!((rows.len(), output.status.code()), (131, Some(1)));
    let verdicts: Vec<&str> =
        rows[128..].iter().map(|row| row["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["reproduced", "differs", "outside"]);
    let text =
        String::from_utf8(run(&sample(), &["--ledger", file.to_str().unwrap()]).stdout).unwrap();
    assert!(text.contains("Needs, all") && text.contains("differs by +"), "{text}");
}

#[test]
fn a_register_without_what_the_note_speaks_of_leaves_these_figures_outside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    let home = tempfile::tempdir().unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_ta-tui"))
        .env_clear()
        .env("HOME", home.path())
        .args(["new", path.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    let output = run(&path, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let rows = rows(&output);
    assert_eq!(rows.len(), 128);
    let register = Store::open(&path, Access::ReadOnly).unwrap().load(&mut |_| true).unwrap();
    assert!(register.vocabulary.themes.is_empty());
    for (entry, row) in built_in().unwrap().iter().zip(&rows) {
        let speaks = entry.query.as_ref().is_some_and(|query| query.text.contains("theme:"));
        assert!(!speaks || row["verdict"] == "outside" && row["computed"].is_null(), "{row}");
    }
    // Of nothing, nothing is the largest.
    for row in rows.iter().filter(|row| row["published"] == "largest") {
        assert!(row["verdict"] == "outside" && row["computed"].is_null(), "{row}");
    }
    let said = String::from_utf8(run(&path, &[]).stdout).unwrap();
    assert!(said.contains("the register has no theme"), "{said}");
    assert!(said.contains("there is nothing to count"), "{said}");
}

#[test]
fn every_mistake_of_a_ledger_has_its_place() {
    const HEAD: &str = "id,about_en,published,count,filter,of,by,form,since,as_of,check\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wrong.csv");
    let refused = |text: &str, lang: &str| {
        std::fs::write(&file, text).unwrap();
        let args = ["--ledger", file.to_str().unwrap(), "--lang", lang];
        let output = run(&sample(), &args);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(65), 0), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    for (text, place, word) in [
        ("id,about_en,publishd\nA,x,1\n", ":1:13: ", "Nearest: published"),
        ("id,about_en\nA,x\n", ":1:1: ", "“published” is missing"),
        ("id,id,about_en,published\n", ":1:4: ", "twice"),
        ("", ":1:1: ", "nothing"),
    ] {
        let said = refused(text, "en");
        assert!(said.contains(place) && said.contains(word), "{said}");
    }
    for (row, place, word) in [
        ("A,x,1,needz,,,,,,,", ":2:7: ", "Nearest: needs"),
        ("A,x,1,needs,chaptr:V,,,,,,", ":2:13: ", "chaptr"),
        ("A,x,1,needs,cycle:1 theme:nonsense,,,,,,", ":2:27: ", "nonsense"),
        ("A,x,1,activities,code:A999,,,,,,", ":2:23: ", "no row has code:A999"),
        ("A,x,1,activities,kind:nosuch,,,,,,", ":2:23: ", "no row has kind:nosuch"),
        ("A,x,1,activities,level:local,,,,,,", ":2:24: ", "there is: global"),
        ("A,x,1,activities,level:global | kind:programe,,,,,,", ":2:38: ", "Nearest: programme"),
        ("A,x,1,organisations,\"kind:forum role:x,y\",,,,,,", ":2:38: ", "no row has role:x"),
        ("A,x,1,posts,kind:advisor,,,,,,", ":2:18: ", "Nearest: adviser"),
        ("A,x,regoinal,level,code:A044,,,,,,", ":2:5: ", "Nearest: regional"),
        (
            "A,x,1,needs,\"theme:\"\"asset declarations\"\" state:atlantis\",,,,,,",
            ":2:49: ",
            "atlantis",
        ),
        ("A,x,1,needs,,cycle:7,,percent,,,", ":2:20: ", "7"),
        ("A,x,1,needs,,,,percent,,,", ":2:16: ", "“of”"),
        ("A,x,1,needs,,,colour,equal,,,", ":2:15: ", "colour"),
        ("A,x,some,needs,,,,,,,", ":2:5: ", "“some”"),
        ("A,x,half,needs,,cycle:1,,share,,,", ":2:5: ", "“half”"),
        ("A,x,more than half,needs,,cycle:1,,share,,,", ":2:5: ", "“more than half”"),
        ("A,x,third,needs,,cycle:1,region,rank,,,", ":2:5: ", "“third”"),
        ("A,x,2,needs,,,region,rank,,,", ":2:22: ", "“of”"),
        ("A,x,growing,needs,,,,growing,,,", ":2:22: ", "“since”"),
        ("A,x,June,starts,code:A044,,,,,,", ":2:5: ", "“June”"),
        ("A,x,1,level,code:A044,,,percent,,,", ":2:25: ", "“of”"),
        ("A,x,2019,needs,,,,date,,,", ":2:19: ", "docs/ledger.md"),
        ("A,x,1,needs,,,,nubmer,,,", ":2:16: ", "Nearest: number"),
        ("A,x,1,needs,,,,,,2019-02-30,", ":2:18: ", "2019-02-30"),
        ("A,x,1,needs,,,,,2019,2018,", ":2:17: ", "must be before"),
        ("A,x,1,activities,knid:tool,,,,,,", ":2:18: ", "Nearest: kind"),
        ("A,x,1,activities,tool,,,,,,", ":2:18: ", "field:value"),
        ("A,x,1,helped,code:A011,cycle:1,,percent,,,", ":2:33: ", "docs/ledger.md"),
        ("A,x,1,,cycle:1,,,,,,", ":2:8: ", "“filter”"),
        ("A,x,1,,,,,,,,F008 + = F009", ":2:14: ", "F1 + F2 = F3"),
        ("A,x,1,,,,,,,,A = F999", ":2:1: ", "“F999”"),
        ("F008,x,1,,,,,,,,", ":2:1: ", "ledger.csv:9"),
        ("A,x,1,,,,,,,,\nA,x,1,,,,,,,,", ":3:1: ", ":2"),
        ("A,x,1", ":2:1: ", "3 cells"),
        ("A,,1,,,,,,,,", ":2:3: ", "“about_en”"),
        ("A,x\"y,1,,,,,,,,", ":2:4: ", "quotation mark"),
    ] {
        let said = refused(&format!("{HEAD}{row}\n"), "en");
        assert_eq!(said.lines().count(), 1, "{row}: {said}");
        assert!(said.contains(place) && said.contains(word), "{row}: {said}");
        assert_ne!(refused(&format!("{HEAD}{row}\n"), "zh"), said);
    }
    let all = refused(&format!("{HEAD}A,x,1,needz,,,,,,,\nB,x,1,needs,x:1,,,,,,\n"), "en");
    assert_eq!(all.lines().count(), 2, "every mistake is named: {all}");
    std::fs::write(&file, b"id,about_en,published\nA,\xff,1\n").unwrap();
    let output = run(&sample(), &["--ledger", file.to_str().unwrap()]);
    assert!(String::from_utf8(output.stderr).unwrap().contains(":2:3: "));
    let missing = run(&sample(), &["--ledger", "/nowhere/x.csv"]);
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn as_of_is_not_for_this_command() {
    let output = run(&sample(), &["--as-of", "2018"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("its own date"));
}

fn findings() -> (Vec<Entry>, Vec<Finding>) {
    let ledger = built_in().unwrap();
    let store = Store::open(&sample(), Access::ReadOnly).unwrap();
    let now = Arc::new(store.load(&mut |_| true).unwrap());
    let mut register_of = |day| match day {
        None => Ok(Arc::clone(&now)),
        Some(day) => store.as_of(&now, day).map(Arc::new),
    };
    let findings = verify(&ledger, SAMPLE_DAY, &mut register_of, &|| false).unwrap();
    (ledger, findings)
}

#[test]
fn every_entry_speaks_every_language() {
    for entry in built_in().unwrap() {
        assert!(!entry.about(Lang::En).is_empty() && !entry.about(Lang::Zh).is_empty());
        assert!(entry.about(Lang::En).is_ascii() && !entry.about(Lang::Zh).is_ascii());
        assert_eq!(entry.remark(Lang::En).is_empty(), entry.remark(Lang::Zh).is_empty());
    }
    let ledger = built_in().unwrap();
    let said =
        |place: usize, lang| in_words(&ledger[place], &ledger[place].published, Text::of(lang));
    assert_eq!(
        [7, 21, 31, 94].map(|at| said(at, Lang::En)),
        ["3,672", "about one half each", "equal", "2016"]
    );
    assert_eq!([21, 31, 58].map(|at| said(at, Lang::Zh)), ["各约一半", "相等", "三分之一"]);
}

#[test]
fn the_document_is_what_the_sample_yields() {
    let (ledger, findings) = findings();
    let text = Text::of(Lang::En);
    let count = |verdict| findings.iter().filter(|found| found.verdict == verdict).count();
    let mut page = format!(
        "# The published figures and the sample register\n\n\
         Made from the ledger (`src/analysis/ledger.csv`, explained in [ledger.md](ledger.md)) and `sample.db`; a test \
         keeps it fresh. `ta-tui verify` shows the same for any register.\n\n\
         Of the {} figures of the note CAC/COSP/2019/14 the sample register reproduces {}; {} differ, {} agree \
         with it and contradict other figures of the note, and {} are such that no register can tell.\n",
        ledger.len(),
        count(Verdict::Reproduced),
        count(Verdict::Differs),
        count(Verdict::Contradicts),
        count(Verdict::Outside),
    );
    for (verdict, title) in [
        (Verdict::Differs, "Differing"),
        (Verdict::Contradicts, "Contradicting other figures"),
        (Verdict::Outside, "Outside the register"),
        (Verdict::Reproduced, "Reproduced"),
    ] {
        if count(verdict) == 0 {
            continue;
        }
        writeln!(page, "\n## {title}\n").unwrap();
        page.push_str("| figure | paragraph | what it says | published | register | query | |\n");
        page.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
        for found in findings.iter().filter(|found| found.verdict == verdict) {
            let entry = &ledger[found.entry];
            let computed =
                found.computed.as_deref().map_or_else(String::new, |c| in_words(entry, c, text));
            let query = entry.query.as_ref().map_or_else(String::new, |query| {
                let since = query.since.map_or_else(String::new, |day| format!(", since {day}"));
                let as_of = query.as_of.map_or_else(String::new, |day| format!(", as of {day}"));
                format!("`{}`{as_of}{since}", query.text)
            });
            let line = [
                entry.id.clone(),
                entry.paragraph.clone(),
                entry.about(Lang::En).to_owned(),
                in_words(entry, &entry.published, text),
                computed,
                query,
                found.remark(entry, text),
            ];
            writeln!(page, "| {} |", line.map(|cell| cell.replace('|', "\\|")).join(" | "))
                .unwrap();
        }
    }
    fresh("docs/published-figures.md", &wrapped(&page));
}
