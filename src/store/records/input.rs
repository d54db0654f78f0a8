//! The rules for writes that concern more than one field: every write calls them here, and each error names its field.

use super::row::{Row, Rows};
use crate::domain::{
    Article, Coded, Cycle, Day, Kind, NeedNumber, PartialDate, Record, TriageField,
};
use crate::fields::RecordField;
use crate::store::permission::Permission;
use crate::store::{StoreError, decode};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashSet;

/// Refuses a write that breaks these rules.
///
/// Errors: [`StoreError::NotInRole`], [`StoreError::MayNot`], [`StoreError::OnlyOfficers`], [`StoreError::OwnReviewer`],
/// [`StoreError::Retired`], [`StoreError::HasQueue`], [`StoreError::PartOf`], [`StoreError::HasMatch`],
/// [`StoreError::KeyTaken`].
pub(in crate::store) fn refuse(
    connection: &Connection,
    permission: &Permission<'_>,
    rows: &Rows,
    today: Day,
) -> Result<(), StoreError> {
    let mut assigned = HashSet::new();
    for (record, (before, after)) in rows.iter().filter(|(_, (before, after))| before != after) {
        permission.refuse(*record, before, after)?;
        match record.kind {
            Kind::Need => {
                part_of_another(*record, before, after)?;
                assigned.extend(given(before, after).map(str::to_owned));
            }
            Kind::Match => matched_already(connection, rows, *record, (before, after))?,
            Kind::Review => own_reviewer(before, after)?,
            Kind::Person => {
                queue_of_retired(connection, rows, *record, (before, after), today)?;
                key_of_another(connection, *record, before, after)?;
            }
            _ => {}
        }
    }
    // The rows know the posts that this write retires; the file does not yet.
    for code in assigned {
        let until = until_of(connection, rows, &code)?;
        if let Some(until) = until.filter(|until| until.last_day() <= today) {
            return Err(StoreError::Retired(code, until.to_string()));
        }
    }
    Ok(())
}

fn field(kind: Kind, code: &str) -> Option<RecordField> {
    RecordField::from_code(kind, code)
}

/// Refuses to bring back a need that became a part of another one and would stay so.
fn part_of_another(record: Record, before: &Row, after: &Row) -> Result<(), StoreError> {
    let into = field(Kind::Need, "merged-into").and_then(|field| after.get(field));
    let comes = after.is_there() && !before.is_there();
    match into.and_then(|into| into.parse().ok()).filter(|_| comes) {
        Some(into) => Err(StoreError::PartOf(NeedNumber::new(record.number), into)),
        None => Ok(()),
    }
}

/// Refuses to move a match to a need or an activity where another match is in its place, as the redo of a merge may.
fn matched_already(
    connection: &Connection,
    rows: &Rows,
    record: Record,
    (before, after): (&Row, &Row),
) -> Result<(), StoreError> {
    let (Some(need), Some(activity)) = (field(Kind::Match, "need"), field(Kind::Match, "activity"))
    else {
        return Ok(());
    };
    let pair = |row: &Row| (row.get(need).map(str::to_owned), row.get(activity).map(str::to_owned));
    let (Some(of), Some(with)) = pair(after) else { return Ok(()) };
    if before.version == 0 || pair(before) == pair(after) {
        return Ok(());
    }
    let sql = "SELECT m.id FROM need_activity m JOIN activity a ON a.id = m.activity_id
               WHERE m.need_id = ?1 AND a.code = ?2 AND m.id <> ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let other = statement.query_row((&of, &with, record.number), |row| row.get(0)).optional()?;
    let is_moved = |number| {
        let other = rows.get(&Record { kind: Kind::Match, number });
        other.is_some_and(|(before, after)| pair(before) != pair(after))
    };
    match other.filter(|number| !is_moved(*number)) {
        Some(_) => Err(match of.parse() {
            Ok(need) => StoreError::HasMatch(need, with),
            Err(_) => StoreError::UnknownRecord(Kind::Need.code(), of),
        }),
        None => Ok(()),
    }
}

/// Gives the post to which a need is newly given; `None` if that stays the same.
fn given<'a>(before: &Row, after: &'a Row) -> Option<&'a str> {
    let focal = TriageField::FocalPoint.into();
    let now = after.get(focal).filter(|_| after.is_there());
    now.filter(|now| before.get(focal) != Some(*now))
}

/// Refuses a State that is made the reviewer of its own review.
fn own_reviewer(before: &Row, after: &Row) -> Result<(), StoreError> {
    let value = |row: &Row, code| {
        field(Kind::Review, code).and_then(|field| row.get(field).map(str::to_owned))
    };
    let state = value(after, "state");
    for code in ["reviewer-1", "reviewer-2"] {
        let reviewer = value(after, code);
        let is_own = reviewer.is_some() && reviewer == state && reviewer != value(before, code);
        if let (true, Some(field)) = (is_own, field(Kind::Review, code)) {
            return Err(StoreError::OwnReviewer(field));
        }
    }
    Ok(())
}

/// Gives the day until which a post is held after this write.
fn until_of(
    connection: &Connection,
    rows: &Rows,
    code: &str,
) -> Result<Option<PartialDate>, StoreError> {
    let sql = "SELECT id, until FROM person WHERE code = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement
        .query_row([code], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, Option<String>>(1)?)));
    let Some((number, until)) = found.optional()? else { return Ok(None) };
    let written = rows.get(&Record { kind: Kind::Person, number });
    let until = match (written, field(Kind::Person, "until")) {
        (Some((_, after)), Some(field)) => after.get(field).map(str::to_owned),
        _ => until,
    };
    Ok(until.as_deref().and_then(PartialDate::parse))
}

/// Refuses to retire a post that has needs after this write: they are handed over first.
fn queue_of_retired(
    connection: &Connection,
    rows: &Rows,
    record: Record,
    (before, after): (&Row, &Row),
    today: Day,
) -> Result<(), StoreError> {
    let Some(field) = field(Kind::Person, "until") else { return Ok(()) };
    let until = after.get(field).and_then(PartialDate::parse);
    let is_retired = until.is_some_and(|until| until.last_day() <= today);
    if before.get(field) == after.get(field) || !is_retired {
        return Ok(());
    }
    let sql = "SELECT id FROM need WHERE focal_point_id = ?1 AND void = 0";
    let mut statement = connection.prepare_cached(sql)?;
    let needs = statement.query_map([record.number], |row| row.get::<_, NeedNumber>(0))?;
    let is_given_away = |need: NeedNumber| {
        let focal: RecordField = TriageField::FocalPoint.into();
        rows.get(&Record::need(need)).is_some_and(|(before, after)| {
            !after.is_there() || before.get(focal) != after.get(focal)
        })
    };
    let mut left = 0;
    for need in needs {
        left += usize::from(!is_given_away(need?));
    }
    let code = self::field(Kind::Person, "code").and_then(|field| after.get(field));
    match left {
        0 => Ok(()),
        left => Err(StoreError::HasQueue(code.unwrap_or_default().to_owned(), left)),
    }
}

/// Refuses a key that belongs to another person already: it would not say who comes by it.
fn key_of_another(
    connection: &Connection,
    record: Record,
    before: &Row,
    after: &Row,
) -> Result<(), StoreError> {
    let Some(field) = field(Kind::Person, "key") else { return Ok(()) };
    if before.get(field) == after.get(field) {
        return Ok(());
    }
    let sql = "SELECT p.code FROM person_key k JOIN person p ON p.id = k.person_id
               WHERE k.key = ?1 AND k.person_id <> ?2";
    let mut statement = connection.prepare_cached(sql)?;
    for key in after.get(field).into_iter().flat_map(|keys| keys.split("; ")) {
        let found = statement.query_row((key, record.number), |row| decode::name(row, 0));
        if let Some(code) = found.optional()? {
            return Err(StoreError::KeyTaken(field, code));
        }
    }
    Ok(())
}

/// Gives the articles that this write gives to needs whose review cycle does not cover them: they are written, but
/// doubtful.
pub(in crate::store) fn doubtful(
    connection: &Connection,
    rows: &Rows,
) -> Result<Vec<(NeedNumber, Article)>, StoreError> {
    let mut found = Vec::new();
    let (Some(articles), Some(review)) =
        (field(Kind::Need, "article"), field(Kind::Need, "review"))
    else {
        return Ok(found);
    };
    for (record, (before, after)) in rows {
        let Some(need) = record.of_need() else { continue };
        let is_other =
            before.get(articles) != after.get(articles) || before.get(review) != after.get(review);
        let (Some(numbers), Some(of), true) = (after.get(articles), after.get(review), is_other)
        else {
            continue;
        };
        let sql = "SELECT cycle FROM review WHERE id = ?1";
        let cycle = connection.prepare_cached(sql)?.query_row([of], |row| row.get(0)).optional()?;
        let Some(cycle) = cycle.and_then(Cycle::from_number) else { continue };
        let numbers = numbers.split("; ").filter_map(|number| number.parse().ok());
        let all = numbers.filter_map(Article::new);
        let others = all.filter(|article| !cycle.chapters().contains(&article.chapter()));
        found.extend(others.map(|article| (need, article)));
    }
    Ok(found)
}

/// Gives the needs that state no article, chapter or category after this write, where it added them or took the last of
/// these away: they are written, but no figure by chapter or category counts them.
pub(in crate::store) fn in_no_figure(rows: &Rows) -> Vec<NeedNumber> {
    let stated = ["article", "chapter", "category"].map(|code| field(Kind::Need, code));
    let is_counted = |row: &Row| stated.iter().flatten().any(|field| row.get(*field).is_some());
    let is_new = |row: &Row| row.version == 0;
    rows.iter()
        .filter(|(_, (before, after))| {
            after.is_there() && !is_counted(after) && (is_new(before) || is_counted(before))
        })
        .filter_map(|(record, _)| record.of_need())
        .collect()
}
