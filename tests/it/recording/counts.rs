//! What the register in memory counts, against plain SQL on the file: by several fields, by two at once, and the needs
//! that are void.

use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;
use ta_tui::domain::{Coded, Day};
use ta_tui::query::register::Register;
use ta_tui::query::{
    Context, Field, Measure, Plan, Selection, code_of_value, cross_tabulate, select,
};

/// The fields, each with the values that needs have of it in SQL: `(need_id, code)`.
const FIELDS: [(Field, &str); 7] = [
    (Field::Article, "SELECT need_id, CAST(article AS TEXT) FROM need_article"),
    (Field::Theme, "SELECT need_id, code FROM need_theme JOIN theme ON theme.id = theme_id"),
    (Field::Priority, "SELECT id, priority FROM need WHERE priority IS NOT NULL"),
    (Field::Response, "SELECT id, response FROM need WHERE response IS NOT NULL"),
    (Field::Focal, "SELECT n.id, code FROM need n JOIN person p ON p.id = n.focal_point_id"),
    (Field::Source, "SELECT id, source FROM need"),
    (Field::State, "SELECT n.id, iso3 FROM need n JOIN state s ON s.id = n.state_id"),
];

/// Counts of needs by the codes of one field or of two.
pub(super) type Counted = BTreeMap<Vec<String>, u32>;

/// Everything in a register.
pub(super) fn everything(register: &Register, today: Day) -> Selection {
    let context = Context { today, me: None };
    select(register, &Plan::everything(context), &|| false).unwrap()
}

/// The counts of a register in memory by a field.
pub(super) fn counted(register: &Register, selection: &Selection, field: Field) -> Counted {
    let counts = selection.counts.of(field, Measure::Needs);
    let some = (0..).zip(counts).filter(|(_, count)| *count > 0);
    let code = |slot| code_of_value(field, slot, &register.vocabulary);
    some.map(|(slot, count)| (vec![code(slot)], count)).collect()
}

fn by_sql(sql: &Connection, fields: &[&str]) -> Counted {
    let slots = fields.iter().enumerate().map(|(place, given)| {
        format!(
            "JOIN (WITH given (need_id, code) AS ({given}) SELECT need_id, code FROM given
                   UNION ALL SELECT id, 'none' FROM need WHERE id NOT IN (SELECT need_id FROM given)) f{place}
             ON f{place}.need_id = n.id"
        )
    });
    let slots = slots.collect::<Vec<_>>().join(" ");
    let codes = (0..fields.len()).map(|place| format!("f{place}.code")).collect::<Vec<_>>();
    let codes = codes.join(", ");
    let question = format!(
        "SELECT count(DISTINCT n.id), {codes} FROM need n {slots} WHERE n.void = 0 GROUP BY {codes}"
    );
    let mut question = sql.prepare(&question).unwrap();
    let row = |row: &rusqlite::Row<'_>| {
        let codes = (1..=fields.len()).map(|place| row.get(place)).collect::<Result<_, _>>()?;
        Ok((codes, row.get(0)?))
    };
    question.query_map([], row).unwrap().map(Result::unwrap).collect()
}

/// Compares all counts of a register in memory, and of its void needs, with the file.
pub(super) fn compare(path: &Path, register: &Register, void: &Register, today: Day) {
    let sql = Connection::open(path).unwrap();
    let number = |question: &str| -> u32 { sql.query_row(question, [], |row| row.get(0)).unwrap() };
    assert_eq!(register.len() as u32, number("SELECT count(*) FROM need WHERE void = 0"));
    assert_eq!(void.len() as u32, number("SELECT count(*) FROM need WHERE void = 1"));
    let selection = everything(register, today);
    for (field, given) in FIELDS {
        let found = counted(register, &selection, field);
        assert_eq!(found, by_sql(&sql, &[given]), "{}", field.code());
    }
    let two = [FIELDS[1], FIELDS[2]];
    let table = cross_tabulate(register, &selection, &two.map(|(field, _)| field), Measure::Needs);
    let codes = |slots: Vec<u16>| {
        let pairs = slots.into_iter().zip(two);
        pairs.map(|(slot, (field, _))| code_of_value(field, slot, &register.vocabulary)).collect()
    };
    let table: Counted = table.into_iter().map(|(slots, count)| (codes(slots), count)).collect();
    assert_eq!(table, by_sql(&sql, &two.map(|(_, given)| given)));
}
