//! Compares the words by which rows name other records with these records: the documents of
//! activities by symbol, the themes of the priorities of platforms by English name. The schema
//! takes any words there, so that a finding is a remark.
//!
//! As in [`super::rows`] no question names two tables.

use super::cells::{bytes, each};
use super::finding::{CheckFinding, Findings, NO_DOCUMENT, NO_THEME, Sort, short};
use crate::domain::reference;
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::HashSet;

const DOCUMENTS: &str = "SELECT symbol FROM document WHERE void = 0";

const OF_ACTIVITIES: &str =
    "SELECT id, document FROM activity WHERE void = 0 AND document <> '' ORDER BY id";

const THEMES: &str =
    "SELECT text FROM name WHERE kind = 'theme' AND field = 'name' AND language = 'en'";

/// Themes made by typing a name are named by their codes alone.
const CODES: &str = "SELECT code FROM theme WHERE void = 0";

const OF_PRIORITIES: &str =
    "SELECT priority_id, theme FROM platform_priority_theme ORDER BY priority_id, theme";

/// Finds the documents of activities and the themes of platforms of which the register has no record.
pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let documents = words(connection, &[DOCUMENTS])?;
    named(connection, OF_ACTIVITIES, &documents, ("activity", &NO_DOCUMENT), findings)?;
    let mut themes = words(connection, &[THEMES, CODES])?;
    // A register begins with the priorities that are published and without themes.
    for row in reference::priorities() {
        themes.extend(reference::parts(&row.themes).map(|theme| theme.as_bytes().to_vec()));
    }
    named(connection, OF_PRIORITIES, &themes, ("platform_priority_theme", &NO_THEME), findings)
}

/// The words that the questions give.
fn words(connection: &Connection, questions: &[&str]) -> Result<HashSet<Vec<u8>>, StoreError> {
    let mut all = HashSet::new();
    for question in questions {
        each(connection, question, |row| {
            all.extend(bytes(row, 0)?.map(<[u8]>::to_vec));
            Ok(())
        })?;
    }
    Ok(all)
}

/// Adds a finding for each row of a table that names something unknown: the question gives its number and the name.
fn named(
    connection: &Connection,
    question: &str,
    known: &HashSet<Vec<u8>>,
    (table, sort): (&str, &Sort),
    findings: &mut Findings,
) -> Result<(), StoreError> {
    each(connection, question, |row| {
        let number: i64 = row.get(0)?;
        let name = bytes(row, 1)?.unwrap_or_default();
        if !known.contains(name) {
            let finding = CheckFinding::new(sort).table(table).row(&number.to_string());
            findings.add(finding.with("name", short(&String::from_utf8_lossy(name))));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn a_document_or_theme_that_the_register_does_not_have_is_found() {
        let store = Store::in_memory().unwrap();
        let found = || {
            let mut findings = Findings::default();
            look(&store.connection, &mut findings).unwrap();
            let tell = |finding: CheckFinding| (finding.id, finding.row.unwrap());
            findings.sorted().into_iter().map(tell).collect::<Vec<_>>()
        };
        assert_eq!(found(), []);
        let spoil = "UPDATE activity SET document = 'X/1' WHERE id = 3;
                     UPDATE platform_priority_theme SET theme = 'nothing' WHERE priority_id = 1
                       AND theme = 'asset declarations'";
        store.connection.execute_batch(spoil).unwrap();
        assert_eq!(
            found(),
            [("activity-document", "3".to_owned()), ("priority-theme", "1".to_owned())]
        );
    }
}
