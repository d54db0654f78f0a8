//! Decodes values of the database into values of columns, without an allocation for each.
//!
//! Every text that is shown of a file is read here and nowhere else: [`name`], [`line`] and
//! [`text`] clean it and bound it, since other programs may have written to a file. Screens, JSON,
//! CSV and the log therefore say the same.

use super::StoreError;
use crate::domain::{
    Coded, Day, NAME_LIMIT, NOTES_LIMIT, PartialDate, cleaned_line, cleaned_text, uuid_in_words,
};
use crate::query::register::{NONE, Slot, Texts};
use rusqlite::Row;
use rusqlite::types::{Type, ValueRef};
use std::borrow::Cow;
use std::collections::HashMap;

/// The code of a closed vocabulary as a column stores it: the value's slot in a byte.
pub(super) fn code<T: Coded>(row: &Row, column: usize) -> Result<u8, StoreError> {
    let bytes = match row.get_ref(column)? {
        ValueRef::Null => return Ok(NONE),
        ValueRef::Text(bytes) => bytes,
        _ => return Err(strange(row, column)),
    };
    let place = T::ALL.iter().position(|value| value.code().as_bytes() == bytes);
    place.map(|place| Slot::at(place).number() as u8).ok_or_else(|| strange(row, column))
}

/// The id of another row as the slot of its place, none for NULL; `ids` are those of the rows in order.
pub(super) fn slot(row: &Row, column: usize, ids: &[i64]) -> Result<Slot, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(Slot::NONE),
        ValueRef::Integer(id) => place(id, ids).map(Slot::of),
        _ => Err(strange(row, column)),
    }
}

/// The id of a row.
#[inline]
pub(super) fn id(row: &Row, column: usize) -> Result<i64, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Integer(id) => Ok(id),
        _ => Err(strange(row, column)),
    }
}

/// The place of a row, by its id.
pub(super) fn place(id: i64, ids: &[i64]) -> Result<u16, StoreError> {
    let place = ids.binary_search(&id).ok().and_then(|place| u16::try_from(place).ok());
    place.ok_or_else(|| StoreError::Damaged(None, format!("#{id}?")))
}

/// The bytes of a text; `None` for NULL. Other programs may have written bytes that are not UTF-8, and
/// blobs.
fn bytes<'a>(row: &'a Row, column: usize) -> rusqlite::Result<Option<&'a [u8]>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Ok(Some(bytes)),
        other => Err(wrong_type(row, column, other)),
    }
}

fn wrong_type(row: &Row, column: usize, value: ValueRef<'_>) -> rusqlite::Error {
    let name = row.as_ref().column_name(column).unwrap_or_default().to_owned();
    rusqlite::Error::InvalidColumnType(column, name, value.data_type())
}

/// Bytes as they are shown: cleaned, and cut at the limit. Bytes beyond it are not read, be they a
/// hundred megabytes.
fn shown(bytes: &[u8], limit: usize, clean: fn(&str) -> Cow<'_, str>) -> Cow<'_, str> {
    let head = &bytes[..bytes.len().min(limit)];
    // Asked first: the lossy way looks at each byte by itself, which a million texts would feel.
    let cleaned = match std::str::from_utf8(head) {
        Ok(text) => clean(text),
        Err(_) => Cow::Owned(clean(&String::from_utf8_lossy(head)).into_owned()),
    };
    if bytes.len() <= limit && cleaned.len() <= limit {
        return cleaned;
    }
    let mut end = cleaned.len().min(limit);
    while !cleaned.is_char_boundary(end) {
        end -= 1;
    }
    let whole = cleaned[..end].trim_end_matches(char::REPLACEMENT_CHARACTER).trim_end();
    Cow::Owned(format!("{whole}…"))
}

/// A text of several lines, such as that of a need, and notes.
pub(super) fn text<'a>(row: &'a Row, column: usize) -> rusqlite::Result<Cow<'a, str>> {
    optional_text(row, column)?.ok_or_else(|| wrong_type(row, column, ValueRef::Null))
}

/// Adds a text of several lines to those of a chunk.
pub(super) fn push_text(row: &Row, column: usize, texts: &mut Texts) -> rusqlite::Result<()> {
    // Asked first: most texts are clean, and are looked at once then.
    let whole = bytes(row, column)?.filter(|bytes| bytes.len() <= NOTES_LIMIT);
    let whole = whole.and_then(|bytes| std::str::from_utf8(bytes).ok());
    if !whole.is_some_and(|whole| texts.push_clean(whole)) {
        texts.push(&text(row, column)?);
    }
    Ok(())
}

/// As [`text`], for a column that may be NULL.
pub(super) fn optional_text<'a>(
    row: &'a Row,
    column: usize,
) -> rusqlite::Result<Option<Cow<'a, str>>> {
    Ok(bytes(row, column)?.map(|bytes| shown(bytes, NOTES_LIMIT, cleaned_text)))
}

/// A text of one line: where something stands, a filter, other names.
pub(super) fn line(row: &Row, column: usize) -> rusqlite::Result<String> {
    let line = bytes(row, column)?.map(|bytes| shown(bytes, NOTES_LIMIT, cleaned_line));
    line.map(Cow::into_owned).ok_or_else(|| wrong_type(row, column, ValueRef::Null))
}

/// A name or a code, which is short.
pub(super) fn name(row: &Row, column: usize) -> rusqlite::Result<String> {
    optional_name(row, column)?.ok_or_else(|| wrong_type(row, column, ValueRef::Null))
}

/// As [`name`], for a column that may be NULL.
pub(super) fn optional_name(row: &Row, column: usize) -> rusqlite::Result<Option<String>> {
    let name = bytes(row, column)?.map(|bytes| shown(bytes, 4 * NAME_LIMIT, cleaned_line));
    Ok(name.map(short))
}

/// A name that was read raw, as it is shown.
pub(super) fn as_name(raw: &str) -> String {
    short(shown(raw.as_bytes(), 4 * NAME_LIMIT, cleaned_line))
}

/// A text that was read raw, as it is shown.
pub(super) fn as_text(raw: &str) -> String {
    shown(raw.as_bytes(), NOTES_LIMIT, cleaned_text).into_owned()
}

fn short(name: Cow<'_, str>) -> String {
    // No more characters than bytes.
    if name.len() <= NAME_LIMIT {
        return name.into_owned();
    }
    match name.char_indices().nth(NAME_LIMIT) {
        Some((end, _)) if name[end..] != *"…" => format!("{}…", name[..end].trim_end()),
        _ => name.into_owned(),
    }
}

/// A text as it stands in the file, to be compared with the file or written to it again; bytes that
/// are not UTF-8 read as U+FFFD. It is not to be shown.
pub(super) fn raw(row: &Row, column: usize) -> rusqlite::Result<Option<String>> {
    Ok(bytes(row, column)?.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

/// Dates, of which a register holds few different ones: each is read once. Shorter ones are filled up with zeros.
#[derive(Default)]
pub(super) struct Days {
    known: HashMap<[u8; 10], PartialDate>,
    last: Option<([u8; 10], PartialDate)>,
}

impl Days {
    /// The day in a column.
    pub(super) fn read(&mut self, row: &Row, column: usize) -> Result<Option<Day>, StoreError> {
        match self.date(row, column)? {
            None => Ok(None),
            Some(PartialDate::Day(day)) => Ok(Some(day)),
            Some(_) => Err(strange(row, column)),
        }
    }

    /// The date in a column, as precise as it is.
    pub(super) fn date(
        &mut self,
        row: &Row,
        column: usize,
    ) -> Result<Option<PartialDate>, StoreError> {
        let said = match row.get_ref(column)? {
            ValueRef::Null => return Ok(None),
            ValueRef::Text(bytes) if bytes.len() <= 10 => bytes,
            _ => return Err(strange(row, column)),
        };
        let mut bytes = [0; 10];
        bytes[..said.len()].copy_from_slice(said);
        if let Some((last, date)) = self.last
            && last == bytes
        {
            return Ok(Some(date));
        }
        let date = if let Some(date) = self.known.get(&bytes) {
            *date
        } else {
            let date = std::str::from_utf8(said).ok().and_then(PartialDate::parse);
            let date = date.ok_or_else(|| strange(row, column))?;
            self.known.insert(bytes, date);
            date
        };
        self.last = Some((bytes, date));
        Ok(Some(date))
    }
}

/// A number, as of another need or a moment, or 0 for NULL.
pub(super) fn number(row: &Row, column: usize) -> Result<u32, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(0),
        ValueRef::Integer(id) => u32::try_from(id).map_err(|_| strange(row, column)),
        _ => Err(strange(row, column)),
    }
}

/// A UUID in words; empty where the column is NULL.
pub(super) fn uuid(row: &Row, column: usize) -> rusqlite::Result<String> {
    let bytes = row.get_ref(column)?.as_blob_or_null()?;
    Ok(bytes.and_then(uuid_in_words).unwrap_or_default())
}

/// A value of a closed vocabulary that every row states.
pub(super) fn coded<T: Coded>(row: &Row, column: usize) -> rusqlite::Result<T> {
    let code = row.get_ref(column)?.as_str()?;
    T::from_code(code).ok_or_else(|| outside(column, &code))
}

/// A reference to a row that is not there, or a value outside its vocabulary.
pub(super) fn outside(column: usize, value: &dyn ToString) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, value.to_string().into())
}

/// A value that the schema does not allow; it names the column and the row.
pub(super) fn strange(row: &Row, column: usize) -> StoreError {
    let name = row.as_ref().column_name(column).unwrap_or_default();
    let id: i64 = row.get(0).unwrap_or_default();
    StoreError::Damaged(None, format!("{name} #{id}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    fn read<T>(sql: &str, take: impl FnOnce(&Row) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        Connection::open_in_memory().unwrap().query_row(&format!("SELECT {sql}"), [], take)
    }

    #[test]
    fn c7_what_is_no_text_is_shown_with_a_sign_for_what_is_wrong() {
        let text = |sql| read(sql, |row| Ok(text(row, 0)?.into_owned()));
        assert_eq!(text("CAST(x'61ff62' AS TEXT)").unwrap(), "a\u{fffd}b");
        assert_eq!(text("x'61c362'").unwrap(), "a\u{fffd}b");
        assert_eq!(text("'a' || char(0, 27) || 'b' || char(10) || 'c'").unwrap(), "a  b\nc");
        assert!(text("7").is_err());
        assert!(text("NULL").is_err());
        let line = |sql| read(sql, |row| line(row, 0));
        assert_eq!(line("'a' || char(10, 8232, 65529, 12644) || 'b'").unwrap(), "a b");
    }

    #[test]
    fn c18_what_is_long_is_cut_and_looks_so() {
        let long = |sql| read(sql, |row| Ok(text(row, 0)?.into_owned())).unwrap();
        let cut = long("replace(hex(zeroblob(50000)), '0', '中')");
        assert!(cut.len() <= NOTES_LIMIT + 3 && cut.ends_with("中…"), "{}", cut.len());
        let cut = long("CAST(replace(hex(zeroblob(50000)), '00', x'ff') AS TEXT)");
        assert!(cut.len() <= NOTES_LIMIT + 3 && cut.ends_with('…'), "{}", cut.len());
        assert_eq!(long("hex(zeroblob(32768))").len(), NOTES_LIMIT);
        let name = |sql| read(sql, |row| name(row, 0)).unwrap();
        assert_eq!(name("hex(zeroblob(100))").len(), NAME_LIMIT);
        for long in ["hex(zeroblob(101))", "hex(zeroblob(1000000))"] {
            assert_eq!(name(long), format!("{}…", "0".repeat(NAME_LIMIT)), "{long}");
        }
        assert_eq!(name("replace(hex(zeroblob(100)), '0', '中')").chars().count(), NAME_LIMIT);
    }
}
