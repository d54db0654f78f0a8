//! Checks the texts: bytes that are not UTF-8, invisible characters that act on a terminal, texts
//! that are too long.

use super::finding::{CheckFinding, Findings, LONG, NOT_UTF8, UNCLEAN};
use crate::domain::{NOTES_LIMIT, clean_text};
use crate::store::{StoreError, schema};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// A table with the columns that hold text and those that say which row it is.
struct Table {
    name: &'static str,
    texts: Vec<String>,
    key: Vec<String>,
}

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    for name in schema::tables() {
        let table = Table::read(connection, name)?;
        if !table.texts.is_empty() {
            table.look(connection, findings)?;
        }
    }
    Ok(())
}

impl Table {
    fn read(connection: &Connection, name: &'static str) -> Result<Self, StoreError> {
        let mut statement =
            connection.prepare("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let mut rows = statement.query([name])?;
        let mut table = Self { name, texts: Vec::new(), key: Vec::new() };
        while let Some(row) = rows.next()? {
            let (column, kind, key): (String, String, u32) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            if kind == "TEXT" {
                table.texts.push(column.clone());
            }
            if key > 0 {
                table.key.push(column);
            }
        }
        Ok(table)
    }

    fn look(&self, connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
        let columns: Vec<String> =
            self.texts.iter().chain(&self.key).map(|column| format!("\"{column}\"")).collect();
        let sql = format!("SELECT {} FROM \"{}\"", columns.join(", "), self.name);
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for (place, column) in self.texts.iter().enumerate() {
                let ValueRef::Text(bytes) = row.get_ref(place)? else { continue };
                let sorts = [
                    (std::str::from_utf8(bytes).is_err(), &NOT_UTF8),
                    (std::str::from_utf8(bytes).is_ok_and(acts_unseen), &UNCLEAN),
                    (bytes.len() > NOTES_LIMIT, &LONG),
                ];
                for (_, sort) in sorts.iter().filter(|(found, _)| *found) {
                    let mut finding = CheckFinding::new(sort).table(self.name).column(column);
                    finding = finding.row(&self.row(row)?);
                    if self.name == "need" {
                        finding.need = row.get(self.texts.len()).ok();
                    }
                    findings.add(finding);
                }
            }
        }
        Ok(())
    }

    /// The key of the row, in words.
    fn row(&self, row: &Row<'_>) -> Result<String, StoreError> {
        let mut parts = Vec::new();
        for place in self.texts.len()..self.texts.len() + self.key.len() {
            parts.push(match row.get_ref(place)? {
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                _ => String::new(),
            });
        }
        Ok(parts.join("/"))
    }
}

/// Whether cleaning would change more than spaces.
fn acts_unseen(text: &str) -> bool {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) || text.chars().all(is_honest) {
        return false;
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return true;
    }
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    visible(text) != visible(&clean_text(text))
}

/// Letters and signs that no cleaning touches, of the scripts that most texts are in.
fn is_honest(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\n' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{24F}' | '\u{400}'..='\u{481}'
        | '\u{48A}'..='\u{52F}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3029}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cleaning_would_change_is_found() {
        for text in ["a\u{1b}[31m", "abc\u{202e}", "x\u{200b}", "a\rb", "e\u{301}"] {
            assert!(acts_unseen(text), "{text:?}");
        }
        for text in ["Côte d'Ivoire\n", "资产追回。", "مكافحة الفساد", " spaced  out ", "a\tb"]
        {
            assert!(!acts_unseen(text), "{text:?}");
        }
    }

    #[test]
    fn cleaning_touches_no_honest_letter() {
        let honest: String = ('\u{0}'..='\u{FFFF}').filter(|c| is_honest(*c)).collect();
        assert_eq!(clean_text(&honest).replace('\n', ""), honest.replace('\n', ""));
    }
}
