//! The schemas that this program makes: the newest as a text that is part of the program, because
//! making one in memory would take longer than the whole start; the older ones made in memory.

use super::object::Object;
use crate::store::{StoreError, migrate};
use rusqlite::Connection;
use std::sync::LazyLock;

/// The newest schema. A test holds it against the migrations.
const NEWEST: &str = include_str!("known.sql");

/// The beginning of the line above each object, which gives its kind, its name and its table.
const HEAD: &str = "--- ";

/// The objects of a schema, by kind and name.
pub(super) struct Known<'a> {
    objects: Vec<Object<'a>>,
    /// The names of the tables and views.
    tables: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn of(mut objects: Vec<Object<'a>>) -> Self {
        objects.sort_unstable();
        let is_table = |object: &&Object<'_>| matches!(object.kind, "table" | "view");
        let tables = objects.iter().filter(is_table).map(|object| object.name).collect();
        Self { objects, tables }
    }

    pub(super) fn objects(&self) -> &[Object<'a>] {
        &self.objects
    }

    pub(super) fn tables(&self) -> &[&'a str] {
        &self.tables
    }

    pub(super) fn get(&self, kind: &str, name: &str) -> Option<&Object<'a>> {
        let place = self.objects.binary_search_by(|o| (o.kind, o.name).cmp(&(kind, name))).ok()?;
        self.objects.get(place)
    }
}

/// The newest schema.
pub(super) fn newest() -> &'static Known<'static> {
    static KNOWN: LazyLock<Known<'static>> = LazyLock::new(of_text);
    &KNOWN
}

fn of_text() -> Known<'static> {
    let entries = NEWEST.split(HEAD).skip(1).filter_map(|entry| {
        let (head, sql) = entry.split_once('\n')?;
        let mut words = head.split(' ');
        let (kind, name, table) = (words.next()?, words.next()?, words.next()?);
        Some(Object { kind, name, table, sql: sql.trim_end() })
    });
    Known::of(entries.collect())
}

/// A schema that was read.
pub(super) struct Older(Vec<Row>);

impl Older {
    pub(super) fn known(&self) -> Known<'_> {
        Known::of(self.0.iter().map(Row::object).collect())
    }
}

/// The schema that a file of an older version has.
pub(super) fn older(version: i64) -> Result<Older, StoreError> {
    let mut connection = Connection::open_in_memory()?;
    migrate::migrate_to(&mut connection, version)?;
    Ok(Older(read(&connection)?))
}

/// A line of a schema, as in a file.
pub(super) struct Row {
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) table: String,
    pub(super) sql: String,
}

impl Row {
    pub(super) fn object(&self) -> Object<'_> {
        Object { kind: &self.kind, name: &self.name, table: &self.table, sql: &self.sql }
    }
}

/// The schema of a file.
pub(super) fn read(connection: &Connection) -> Result<Vec<Row>, StoreError> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM main.sqlite_schema")?;
    let mut rows = statement.query([])?;
    let mut read = Vec::with_capacity(96);
    while let Some(row) = rows.next()? {
        let text = |column| -> Result<String, rusqlite::Error> {
            let value = row.get_ref(column)?;
            Ok(value.as_bytes_or_null()?.map(String::from_utf8_lossy).unwrap_or_default().into())
        };
        read.push(Row { kind: text(0)?, name: text(1)?, table: text(2)?, sql: text(3)? });
    }
    Ok(read)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The text of a schema.
    pub(in super::super) fn written(connection: &Connection) -> String {
        let rows = read(connection).unwrap();
        let known = Known::of(rows.iter().map(Row::object).collect());
        let entry = |o: &Object<'_>| {
            let end = if o.sql.is_empty() { "" } else { "\n" };
            format!("{HEAD}{} {} {}\n{}{end}", o.kind, o.name, o.table, o.sql)
        };
        known.objects().iter().map(entry).collect()
    }

    /// With `TA_TUI_WRITE_SCHEMA` set it writes the file instead.
    #[test]
    fn the_known_schema_is_the_one_that_the_migrations_make() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate::migrate(&mut connection).unwrap();
        let text = written(&connection);
        if std::env::var_os("TA_TUI_WRITE_SCHEMA").is_some() {
            let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/schema/known.sql");
            std::fs::write(file, &text).unwrap();
            return;
        }
        assert_eq!(text, NEWEST, "run this test once with TA_TUI_WRITE_SCHEMA=1");
        let known = newest();
        let rows = read(&connection).unwrap();
        assert_eq!(known.objects().len(), rows.len());
        for row in &rows {
            assert_eq!(known.get(&row.kind, &row.name), Some(&row.object()));
        }
    }
}
