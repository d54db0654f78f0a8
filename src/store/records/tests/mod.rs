//! Tests that write records of every kind: columns, fields, and steps in any order.

mod between;
mod columns;
mod every_field;
mod imported;
mod refused;
mod roles;
mod seen;
mod steps;
mod ways_around_roles;
mod whatever_happens;

use super::{Edited, Mergeable, RecordEdit, RecordMerge, RecordWrite};
use crate::domain::{Coded, Kind, Record, Step};
use crate::fields::{FieldValue, RecordField, Referred, Stored};
use crate::store::{Store, StoreError, Written};

pub(super) fn field(kind: Kind, code: &str) -> RecordField {
    RecordField::from_code(kind, code).unwrap()
}

/// Values by the codes of their fields.
pub(super) type Values = Vec<(String, Option<String>)>;

pub(super) fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(code, value)| ((*code).to_owned(), Some((*value).to_owned()))).collect()
}

pub(super) fn edit(
    store: &Store,
    record: Edited,
    values: &Values,
    void: Option<bool>,
    if_version: Option<u32>,
) -> Result<Written, StoreError> {
    let kind = match record {
        Edited::Known(record) => record.kind,
        Edited::New(kind) => kind,
    };
    let values = values.iter().map(|(code, value)| (field(kind, code), value.clone())).collect();
    let edits = vec![RecordEdit { record, values, void, if_version }];
    store.edit(&RecordWrite { who: "me".into(), note: String::new(), edits })
}

pub(super) fn add(store: &Store, kind: Kind, pairs: &Values) -> Record {
    edit(store, Edited::New(kind), pairs, None, None).unwrap().added[0]
}

/// A register with a review, in which every kind of record can be added.
pub(super) fn register() -> Store {
    let store = Store::in_memory().unwrap();
    for (state, cycle) in [("1", "1"), ("1", "2"), ("2", "1")] {
        add(&store, Kind::Review, &values(&[("state", state), ("cycle", cycle)]));
    }
    for text in ["one", "two"] {
        add(
            &store,
            Kind::Need,
            &values(&[("state", "1"), ("source", "state-report"), ("text", text)]),
        );
    }
    add(&store, Kind::Theme, &values(&[("code", "asset"), ("name.en", "asset")]));
    store
}

/// Values for a new record of a kind; `nth` tells several of one kind apart.
pub(super) fn first_values(kind: Kind, nth: usize) -> Values {
    let code = format!("new-{nth}");
    match kind {
        Kind::Need => values(&[("review", "1"), ("text", &code), ("article", "9; 5")]),
        Kind::Review => {
            values(&[("state", &(10 + nth).to_string()), ("cycle", "1"), ("started", "2020")])
        }
        Kind::State => values(&[("name.en", &code), ("kind", "unnamed"), ("party", "no")]),
        Kind::Person => values(&[("code", &code), ("kind", "officer"), ("post.fr", "post")]),
        Kind::Organisation => values(&[("code", &code), ("kind", "donor"), ("name.zh", "名")]),
        Kind::Activity => values(&[
            ("code", &code),
            ("kind", "workshop"),
            ("level", "global"),
            ("description.en", "x"),
            ("document", "CAC/COSP/X"),
        ]),
        Kind::Platform => values(&[("code", &code), ("organisation", "P001")]),
        Kind::Match => values(&[("need", "1"), ("activity", "A001"), ("note", &code)]),
        Kind::Overlap => values(&[
            ("first", "A001"),
            ("second", &format!("A{:03}", nth + 2)),
            ("mark", "real"),
            ("why", &code),
        ]),
        Kind::Theme => values(&[("code", &code), ("name.en", &code)]),
        Kind::Document => values(&[("symbol", &code), ("title.en", "t")]),
        Kind::Comment => values(&[("need", "1"), ("text", &code)]),
        Kind::View => values(&[("name", &code), ("screen", "needs")]),
        Kind::Setting => Vec::new(),
    }
}

/// Two values that a field can have, as the log keeps them.
pub(super) fn examples(store: &Store, field: RecordField) -> [String; 2] {
    let key = |referred: Referred, last: bool| -> String {
        let order = if last { "DESC" } else { "ASC" };
        // If all rows are taken out, use one of them: the reference is refused.
        let void = referred.kind.map_or("", |_| "void,");
        let sql = format!(
            "SELECT CAST({} AS TEXT) FROM {} ORDER BY {void} id {order} LIMIT 1",
            referred.key, referred.table
        );
        store.connection.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    let two = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
    match field.stored() {
        Stored::Reference(_, referred)
        | Stored::ReferenceBeside(_, _, referred)
        | Stored::Links(_, _, referred) => {
            return [key(referred, false), key(referred, true)];
        }
        Stored::Rows(..) => {
            let organisation = key(Referred::ORGANISATION, false);
            return match field.code() {
                "helped" => two(r#"[["3",50.0],["5",null]]"#, r#"[["7",12.5]]"#),
                "reviews-served" => two(r#"[["3",1],[null,2]]"#, r#"[[null,2],["3",null]]"#),
                "money" => [
                    format!(
                        r#"[["pledged","{organisation}",1000,"USD"],["sought",null,null,null]]"#
                    ),
                    r#"[["received",null,5,"EUR"]]"#.to_owned(),
                ],
                "membership" => two(
                    r#"[["ldc","2010","2019-03"],["sids",null,null]]"#,
                    r#"[["lldc","2001",null]]"#,
                ),
                "spelling" => two(
                    r#"[["en","Zed","common",1],["fr","Aed","former",0]]"#,
                    r#"[["und","Zed","ask",0]]"#,
                ),
                "recommendation" => two(
                    r#"[["b","en","CAC/1",null],["a","fr",null,"7"]]"#,
                    r#"[["a","fr",null,"7"]]"#,
                ),
                "priorities" => two(
                    r#"[[1,"52; 53","asset declarations",[["en","Return"],["zh","返还"]]],[null,null,null,[["fr","Former"]]]]"#,
                    r#"[[null,"9",null,null]]"#,
                ),
                other => panic!("no rows for {other}"),
            };
        }
        _ => {}
    }
    match field.value() {
        FieldValue::OneOf(codes) => two(codes()[0], codes().last().unwrap()),
        FieldValue::YesNo => two("yes", "no"),
        FieldValue::Number(least, most) => [least.max(2).to_string(), most.min(200).to_string()],
        FieldValue::Moment => two("1700000000", "1800000000"),
        FieldValue::Day => two("2027-03-01", "2026-01-31"),
        FieldValue::Date if field.code() == "ends" => two("2020-12", "2019"),
        // Each step has years of its own, so that none comes before the one that it follows.
        FieldValue::Date if field.kind() == Kind::Review => {
            let step = Step::ALL.iter().position(|step| step.code() == field.code());
            let year = 2010 + step.unwrap_or_default();
            [year.to_string(), format!("{year}-05")]
        }
        FieldValue::Date => two("2019", "2020-05"),
        FieldValue::Language => two("fr", "zh"),
        FieldValue::Articles => two("5; 9; 53", "60"),
        FieldValue::Chapters => two("2; 5", "3"),
        FieldValue::Lines if field.code() == "sdg" => two("16.5; 5", "17"),
        FieldValue::Lines if field.code() == "edition-language" => two("en; fr", "zh"),
        FieldValue::Lines => two("a; b", "c"),
        FieldValue::Keys => two(KEYS[0], KEYS[1]),
        FieldValue::Text => two("several\nlines", "one"),
        _ if field.kind() == Kind::Setting => two("30", "45"),
        _ => two("words", "other words"),
    }
}

/// Two public keys.
const KEYS: [&str; 2] = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHa1dX0BKeLMaDG48WHk4DF1Xralhw/KhFSnlrky9Ufc",
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBL3kpeHEqlFfeRX3uGHqBUzkAOotHVELR6lTc90uVYFZUMQ6BEK3RMksNRjtJRaL4aD2VaKsfELJ3v3oE9SQlFk=",
];

/// Values that must be set with a field for the rules of the register.
pub(super) fn along_with(field: RecordField, value: &str) -> Values {
    match (field.kind(), field.code()) {
        (Kind::Review, "dialogue") => values(&[("direct-dialogue", "2013")]),
        (Kind::Need, "review") => {
            let state = if value == "3" { "2" } else { "1" };
            values(&[("source", "review"), ("state", state)])
        }
        // An article says its chapter already.
        (Kind::Need, "chapter") => vec![("article".to_owned(), None)],
        (Kind::Need, "article") => vec![("chapter".to_owned(), None)],
        (Kind::Need, "source") if value != "review" => vec![("review".to_owned(), None)],
        (Kind::Need, "source") if value == "review" => values(&[("review", "1"), ("state", "1")]),
        _ => Vec::new(),
    }
}

/// Every kind of which records can be added.
pub(super) fn added_kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Setting)
}

/// The merge of two records by "me", without versions that were seen.
pub(super) fn merging(of: Mergeable, gone: u32, stays: u32) -> RecordMerge {
    let (who, note) = ("me".to_owned(), String::new());
    RecordMerge { who, note, of, gone: (gone, None), stays: (stays, None), taken: Vec::new() }
}

/// Changes a record that is there.
pub(super) fn set(store: &Store, record: Record, pairs: &[(&str, &str)], void: Option<bool>) {
    edit(store, Edited::Known(record), &values(pairs), void, None).unwrap();
}

/// The lines that a query of one column gives.
pub(super) fn lines(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}
