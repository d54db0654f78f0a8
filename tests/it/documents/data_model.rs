//! The data model and Datasette's metadata against the schema; and the readable views against the tables.

use crate::support::desk::sample;
use rusqlite::{Connection, OpenFlags};
use std::collections::{BTreeMap, BTreeSet};

const MODEL: &str = include_str!("../../../docs/data-model.md");
const DATASETTE: &str = include_str!("../../../docs/datasette.yaml");

/// The views that people read instead of the tables.
const READABLE: [&str; 6] = [
    "needs_readable",
    "reviews_readable",
    "activities_readable",
    "comments_readable",
    "overlaps_readable",
    "changes_readable",
];

/// The columns of every table and view, by name.
type Columns = BTreeMap<String, Vec<String>>;

fn register() -> Connection {
    Connection::open_with_flags(sample(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn strings(sql: &Connection, query: &str) -> Vec<String> {
    let mut statement = sql.prepare(query).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn schema(sql: &Connection) -> Columns {
    let names = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'";
    let columns =
        |name: &String| strings(sql, &format!("SELECT name FROM pragma_table_info('{name}')"));
    strings(sql, names).into_iter().map(|name| (name.clone(), columns(&name))).collect()
}

/// The tables and views that the document describes, each with the columns of its table there.
fn described() -> Columns {
    let mut found = Columns::new();
    for section in MODEL.split("\n### ").skip(1) {
        let name = section.lines().next().unwrap();
        let row = |line: &str| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned());
        // A section ends where the next heading begins.
        let lines = section.lines().take_while(|line| !line.starts_with("## "));
        found.insert(name.to_owned(), lines.filter_map(row).collect());
    }
    found
}

#[test]
fn every_table_and_column_is_described_and_no_other() {
    let (there, told) = (schema(&register()), described());
    let names = |columns: &Columns| columns.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&told), names(&there));
    for (name, columns) in &there {
        assert_eq!(&told[name], columns, "{name}");
    }
}

#[test]
fn datasette_is_told_of_every_readable_column_and_of_nothing_that_is_not_there() {
    let there = schema(&register());
    let mut told: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut table = "";
    for line in DATASETTE.lines().skip_while(|line| *line != "    tables:").skip(1) {
        let indent = line.len() - line.trim_start().len();
        let name = line.trim().split(':').next().unwrap();
        match indent {
            6 if !name.starts_with('#') => table = name,
            10 if line.contains(": \"") => told.entry(table).or_default().push(name),
            _ => {}
        }
        assert!(table.is_empty() || there.contains_key(table), "{table}");
    }
    for view in READABLE {
        assert_eq!(told[view], there[view], "{view}");
    }
}

/// One row a record, whatever it states or does not state.
#[test]
fn every_record_has_one_row_that_can_be_read() {
    let sql = register();
    let tables = ["need", "review", "activity", "comment", "overlap", "change"];
    for (view, table) in READABLE.into_iter().zip(tables) {
        let count = |from: &str| -> i64 {
            sql.query_row(&format!("SELECT count(*) FROM {from}"), [], |row| row.get(0)).unwrap()
        };
        assert_eq!(count(view), count(table), "{view}");
        assert_eq!(count(&format!("(SELECT DISTINCT number FROM {view})")), count(table), "{view}");
        // To the last row: a value that cannot be made is an error.
        let mut all = sql.prepare(&format!("SELECT * FROM {view}")).unwrap();
        let mut rows = all.query([]).unwrap();
        while rows.next().unwrap().is_some() {}
    }
}

#[test]
fn what_a_row_says_is_what_the_program_says() {
    let sql = register();
    let of_need = "SELECT concat_ws('|', number, state, iso3, region, cycle, chapters, articles, category, themes,
                                    priority, response, focal_point, identified_on, changed_at, origin, length(uuid))
                   FROM needs_readable WHERE number IN (3593, 3591) ORDER BY number DESC";
    let run = crate::support::command::run(&[
        "needs",
        "id:3591,3593",
        "--sort",
        "id",
        "--columns",
        "id,state,iso3,region,cycle,chapter,articles,category,themes,priority,response,focal_point,identified_on,\
         changed_at,origin,uuid",
        "--json",
    ]);
    let said: Vec<serde_json::Value> = serde_json::from_slice(&run.stdout).unwrap();
    let rows = strings(&sql, of_need);
    assert_eq!((rows.len(), said.len()), (2, 2));
    for (row, need) in rows.iter().rev().zip(&said) {
        let mut parts = row.split('|');
        assert_eq!(parts.next(), Some(need["id"].to_string().as_str()));
        for name in [
            "state",
            "iso3",
            "region",
            "category",
            "identified_on",
            "changed_at",
            "origin",
            "priority",
        ] {
            if let Some(value) = need[name].as_str().filter(|value| *value != "none") {
                assert!(row.contains(value), "{name}: {value} in {row}");
            }
        }
        let uuid = strings(
            &sql,
            &format!("SELECT uuid FROM needs_readable WHERE number = {}", need["id"]),
        );
        assert_eq!(Some(uuid[0].as_str()), need["uuid"].as_str());
        assert_eq!(need["origin"], "illustrative");
    }
}

/// Functions too new for older tools would fail in those tools only.
#[test]
fn the_views_keep_to_what_older_tools_can_read() {
    let first = include_str!("../../../src/store/migrations/0011_readable_views.sql");
    let later = include_str!("../../../src/store/migrations/0014_readable_views.sql");
    for newer in ["concat_ws", " concat(", "unhex", "string_agg", "timediff", " format("] {
        assert!(!first.contains(newer) && !later.contains(newer), "{newer}");
    }
}
