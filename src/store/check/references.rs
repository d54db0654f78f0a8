//! Checks the references between rows: whether they are there, whether needs repeat themselves.

use super::finding::{CHAPTER, CIRCLE, CheckFinding, Findings, NUMBER, REFERENCE, STATE};
use super::rows::each;
use crate::domain::{Chapter, Coded, Kind};
use crate::fields::table_of;
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// Rows that name a row that is not there.
pub(super) fn broken(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let mut tables = tables.query([])?;
    while let Some(row) = tables.next()? {
        let table = String::from_utf8_lossy(row.get_ref(0)?.as_bytes().unwrap_or_default());
        match broken_in(connection, &table, findings) {
            // A mismatch in this program's tables is named by the differences of the schema.
            Err(StoreError::Other(said)) if said.starts_with("foreign key mismatch") => {}
            looked => looked?,
        }
    }
    Ok(())
}

fn broken_in(
    connection: &Connection,
    table: &str,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare(r#"SELECT "table", rowid, parent FROM pragma_foreign_key_check(?1)"#)?;
    let mut rows = statement.query([table])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        // A table without row numbers gives none.
        let place: Option<i64> = row.get(1)?;
        let mut finding = CheckFinding::new(&REFERENCE).table(&table).with("parent", parent);
        finding.row = place.map(|place| place.to_string());
        findings.add(finding);
    }
    Ok(())
}

/// The tables of facts that have names although no program writes them as records, each with its key. No kind of
/// record stands for them.
const NAMED_FACTS: [(&str, &str, &str); 4] = [
    ("category", "category", "id"),
    ("article", "article", "number"),
    ("area", "area", "id"),
    ("priority", "platform_priority", "id"),
];

/// The kinds by which names can be kept, each with its table and the key of that table: every kind of record, and
/// [`NAMED_FACTS`].
fn named_kinds() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    Kind::ALL.iter().map(|kind| (kind.code(), table_of(*kind), "id")).chain(NAMED_FACTS)
}

/// Names of records that are not there.
pub(super) fn names(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    for (kind, table, key) in named_kinds() {
        let mut lost = connection.prepare(&format!(
            "SELECT DISTINCT record FROM name
             WHERE kind = '{kind}' AND NOT EXISTS (SELECT 1 FROM {table} WHERE {key} = record)"
        ))?;
        let mut lost = lost.query([])?;
        while let Some(row) = lost.next()? {
            let mut finding = CheckFinding::new(&REFERENCE).table("name").with("parent", table);
            finding.row = Some(row.get::<_, i64>(0)?.to_string());
            findings.add(finding);
        }
    }
    Ok(())
}

/// Needs that are duplicates of themselves, be it by way of others: one for each circle.
pub(super) fn circles(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut statement = connection
        .prepare("SELECT id, duplicate_of FROM need WHERE duplicate_of IS NOT NULL ORDER BY id")?;
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let next: HashMap<i64, i64> = pairs.collect::<Result<_, _>>()?;
    let mut needs: Vec<i64> = next.keys().copied().collect();
    needs.sort_unstable();
    let mut met = HashSet::new();
    for first in needs {
        let mut chain = Vec::new();
        let mut at = Some(first);
        while let Some(need) = at
            && met.insert(need)
        {
            chain.push(need);
            at = next.get(&need).copied();
        }
        if let Some(again) = at.and_then(|at| chain.iter().position(|need| *need == at)) {
            let circle: Vec<String> =
                chain[again..].iter().take(10).map(ToString::to_string).collect();
            let finding = CheckFinding::new(&CIRCLE).need(chain[again]);
            findings.add(finding.with("circle", circle.into_iter().collect::<crate::text::Arg>()));
        }
    }
    Ok(())
}

/// Needs with a number that the program cannot show.
pub(super) fn numbers(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut statement = connection
        .prepare("SELECT id FROM need WHERE id < 1 OR id > 4294967295 ORDER BY id LIMIT 1000")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        findings.add(CheckFinding::new(&NUMBER).table("need").need(row.get(0)?));
    }
    Ok(())
}

/// Needs that are of no State, or of another State than their review: triggers refuse both.
pub(super) fn states(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let wrong = "
      SELECT id FROM need
      WHERE state_id IS NULL OR review_id IS NOT NULL
        AND state_id IS NOT (SELECT state_id FROM review WHERE id = review_id)
      ORDER BY id";
    each(connection, wrong, |row| {
        findings.add(CheckFinding::new(&STATE).table("need").need(row.get(0)?));
        Ok(())
    })
}

/// Chapters that a need names alone beside an article of the chapter.
pub(super) fn chapters(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut article = connection
        .prepare("SELECT 1 FROM need_article WHERE need_id = ?1 AND article BETWEEN ?2 AND ?3")?;
    let mut alone = connection
        .prepare("SELECT need_id, chapter FROM need_chapter ORDER BY need_id, chapter")?;
    let mut rows = alone.query([])?;
    while let Some(row) = rows.next()? {
        let (need, number): (i64, u8) = (row.get(0)?, row.get(1)?);
        let Some(chapter) = Chapter::from_number(number) else { continue };
        let (first, last) = chapter.articles();
        if article.exists((need, first, last))? {
            let finding = CheckFinding::new(&CHAPTER).table("need_chapter").need(need);
            findings.add(finding.with("chapter", chapter.code()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// A kind that the table `name` takes and that is left out here would keep names of records that are gone.
    #[test]
    fn names_of_every_kind_are_looked_at_and_those_without_a_record_are_found() {
        let store = Store::in_memory().unwrap();
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'name'";
        let sql: String = store.connection.query_row(sql, [], |row| row.get(0)).unwrap();
        let (_, taken) = sql.split_once("kind IN (").unwrap();
        let (taken, _) = taken.split_once(')').unwrap();
        let taken: Vec<&str> =
            taken.split(',').map(|kind| kind.trim().trim_matches('\'')).collect();
        for kind in &taken {
            let sql = "INSERT INTO name VALUES (?1, 999999, 'name', 'en', 'x')";
            store.connection.execute(sql, [kind]).unwrap();
        }
        let mut findings = Findings::default();
        names(&store.connection, &mut findings).unwrap();
        let found = findings.sorted();
        assert!(taken.len() > 10, "{taken:?}");
        assert_eq!(found.len(), taken.len(), "{found:?}");
        assert!(found.iter().all(|finding| finding.row.as_deref() == Some("999999")), "{found:?}");
    }
}
