//! The match of a need with an activity as it stands in the file, and adding one that was taken out.

use crate::domain::{Kind, NeedNumber, Record};
use crate::fields::RecordField;
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension};

/// A match as it stands in the file.
pub(super) struct Known {
    pub(super) record: Record,
    pub(super) is_there: bool,
    pub(super) version: u32,
}

/// The match of a need with an activity, also one that was taken out.
pub(super) fn known(
    connection: &Connection,
    need: NeedNumber,
    activity: &str,
) -> Result<Option<Known>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, void, version FROM need_activity
         WHERE need_id = ?1 AND activity_id = (SELECT id FROM activity WHERE code = ?2)",
    )?;
    let found = statement.query_row((need, activity), |row| {
        let record = Record { kind: Kind::Match, number: row.get(0)? };
        Ok(Known { record, is_there: !row.get::<_, bool>(1)?, version: row.get(2)? })
    });
    Ok(found.optional()?)
}

/// The match that was taken out and has to come back where these values are added: records are never erased, so that
/// its need and its activity are taken. What was said of it before is not said of it then.
pub(super) fn to_come_back(
    connection: &Connection,
    values: &mut Vec<(RecordField, Option<String>)>,
) -> Result<Option<Record>, StoreError> {
    let field = |code: &str| RecordField::from_code(Kind::Match, code);
    let value = |values: &[(RecordField, Option<String>)], code: &str| {
        let given = values.iter().find(|(given, _)| Some(*given) == field(code));
        given.and_then(|(_, value)| value.clone())
    };
    let need = value(values, "need").and_then(|need| need.trim().parse().ok());
    let known = match (need, value(values, "activity")) {
        (Some(need), Some(activity)) => known(connection, need, &activity)?,
        _ => None,
    };
    let back = known.filter(|known| !known.is_there).map(|known| known.record);
    if back.is_some() && value(values, "note").is_none() {
        values.extend(field("note").map(|note| (note, None)));
    }
    Ok(back)
}
