//! Tests that every column of the register that says something about a record stands in the table of fields.

use crate::domain::{Coded, Kind};
use crate::fields::{CellPlace, RecordField, RowCell, Side, Stored, table_of};
use crate::store::Store;
use std::collections::BTreeSet;

/// The columns of every table of records that are not fields.
const OF_EVERY_RECORD: [(&str, &str); 5] = [
    ("id", "its number"),
    ("uuid", "given once, by the schema"),
    ("origin", "given once, by who adds it"),
    ("version", "raised by every write"),
    ("void", "the field `record`"),
];

/// Other columns that are not fields.
const COLUMNS: [(&str, &str); 2] = [
    ("need.changed_at", "follows from the log"),
    ("setting.name", "names the setting: the program knows which there are"),
];

/// The tables without a field.
const TABLES: [(&str, &str); 20] = [
    ("area", "reference facts"),
    ("area_state", "reference facts"),
    ("article", "reference facts"),
    ("category", "reference facts"),
    ("reach", "reference facts, shared by activities"),
    ("batch", "the log"),
    ("change", "the log"),
    ("import", "the log"),
    ("draft", "what is not written yet"),
    ("form_draft", "what is not written yet"),
    ("presence", "who is there"),
    ("session", "who is here, and the mark that ends a session"),
    ("last_visit", "how people left the program"),
    ("meta", "the register itself"),
    ("tally", "follows from needs"),
    ("unlogged", "counts what is not in the log"),
    ("sqlite_sequence", "SQLite's own"),
    ("sqlite_stat1", "SQLite's own"),
    ("sqlite_stat4", "SQLite's own"),
    ("name", "has the names of all kinds; its fields are looked at one by one"),
];

/// The columns in which fields stand, with their tables.
fn known(fields: impl Iterator<Item = RecordField>) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    let mut side = |of: Side, columns: Vec<&str>| {
        let fixed = of.fixed.iter().map(|(column, _)| *column);
        let all = columns.into_iter().chain(fixed).chain([of.record]);
        known.extend(all.map(|column| format!("{}.{column}", of.table)));
        if of.ordered {
            known.insert(format!("{}.id", of.table));
        }
    };
    let mut own = Vec::new();
    for field in fields {
        let table = table_of(field.kind());
        match field.stored() {
            Stored::Itself | Stored::Name(_) => {}
            Stored::Column(column) | Stored::Reference(column, _) => {
                own.push(format!("{table}.{column}"));
            }
            Stored::Beside(of, column)
            | Stored::ReferenceBeside(of, column, _)
            | Stored::List(of, column)
            | Stored::Links(of, column, _) => side(of, vec![column]),
            Stored::Rows(of, columns) => {
                side(of, columns.iter().filter_map(RowCell::own_column).collect());
                for cell in columns {
                    if let CellPlace::List(under, column) = cell.place {
                        side(under, vec![column]);
                    }
                }
            }
        }
    }
    known.extend(own);
    known
}

/// Gives the columns that are neither a field nor an exception.
fn missing(fields: impl Iterator<Item = RecordField>) -> Vec<String> {
    let store = Store::in_memory().unwrap();
    let known = known(fields);
    let mut columns = store
        .connection
        .prepare(
            "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' ORDER BY 1, c.cid",
        )
        .unwrap();
    let all = columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let is_missing = |(table, column): &(String, String)| {
        let full = format!("{table}.{column}");
        let of_records = Kind::ALL.iter().any(|kind| table_of(*kind) == table)
            && OF_EVERY_RECORD.iter().any(|(known, _)| known == column);
        !(of_records
            || known.contains(&full)
            || COLUMNS.iter().any(|(known, _)| *known == full)
            || TABLES.iter().any(|(known, _)| known == table))
    };
    let all: Vec<(String, String)> = all.map(Result::unwrap).collect();
    all.into_iter().filter(is_missing).map(|(table, column)| format!("{table}.{column}")).collect()
}

fn every() -> impl Iterator<Item = RecordField> {
    Kind::ALL.iter().flat_map(|kind| RecordField::of(*kind).iter().copied())
}

#[test]
fn every_column_of_a_record_is_a_field_or_an_exception_with_a_reason() {
    assert_eq!(missing(every()), [""; 0]);
    let without = |code: &'static str| every().filter(move |field| field.code() != code);
    assert_eq!(missing(without("rank")), ["need.rank"], "a row that is taken out is missed");
    assert_eq!(missing(without("sdg")), ["activity_sdg.activity_id", "activity_sdg.target"]);
}

/// Changes of needs beside triage are found by an index whose words are those of the table.
#[test]
fn changes_of_facts_are_found_by_their_index() {
    let store = Store::in_memory().unwrap();
    let facts = crate::store::log::facts_of_needs();
    let sql = format!("EXPLAIN QUERY PLAN SELECT 1 FROM change WHERE batch_id >= 7 AND {facts}");
    let plan: String = store.connection.query_row(&sql, [], |row| row.get(3)).unwrap();
    assert!(plan.contains("USING INDEX change_facts"), "{plan}");
}

#[test]
fn every_name_that_is_kept_by_language_is_a_field() {
    let store = Store::in_memory().unwrap();
    let sql = "SELECT DISTINCT kind, field, language FROM name
               WHERE kind NOT IN ('category', 'article', 'area', 'priority')";
    let mut names = store.connection.prepare(sql).unwrap();
    let names = names
        .query_map([], |row| Ok([row.get::<_, String>(0)?, row.get(1)?, row.get(2)?]))
        .unwrap();
    let mut seen = 0;
    for name in names {
        let [kind, called, language] = name.unwrap();
        let fields = RecordField::of(Kind::from_code(&kind).unwrap()).iter();
        let is_this = |field: &&RecordField| {
            matches!(field.stored(), Stored::Name(own) if own == called)
                && field.language() == Some(language.as_str())
        };
        assert!(fields.filter(is_this).count() == 1, "{kind} {called} {language}");
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
}
