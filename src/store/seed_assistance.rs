//! Puts the facts of the note about assistance beyond its activities into a register: one that is being made, or one of
//! an earlier version, where an activity's own words are still those of the tables.

use super::{StoreError, names};
use crate::domain::Cycle;
use crate::domain::reference::{self, parts};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::HashMap;

/// Fills a register of an earlier version. One without States has only just been made, and is filled with the rest.
pub(super) fn upgrade(transaction: &Transaction) -> Result<(), StoreError> {
    let is_new =
        transaction.query_row("SELECT NOT EXISTS (SELECT 1 FROM state)", [], |row| row.get(0))?;
    if is_new { Ok(()) } else { fill(transaction) }
}

/// Fills the tables. Activities are found by their codes, where they say what the tables say;
/// States and organisations by their codes. A row that names one that the register lacks is left
/// out.
pub(super) fn fill(transaction: &Transaction) -> Result<(), StoreError> {
    documents(transaction)?;
    areas(transaction)?;
    let known = known(transaction)?;
    activities(transaction, &known)?;
    numbers(transaction, &known)?;
    money(transaction, &known)?;
    platforms(transaction, &known)?;
    link_themes(transaction)?;
    link_needs(transaction)
}

/// Links activities with the themes of needs that are among their themes, by code.
pub(super) fn link_themes(connection: &Connection) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT id, themes FROM activity WHERE themes <> ''")?;
    let activities: Vec<(i64, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut link = connection
        .prepare("INSERT OR IGNORE INTO activity_theme SELECT ?1, id FROM theme WHERE code = ?2")?;
    for (id, themes) in activities {
        for theme in parts(&themes) {
            link.execute(params![id, theme])?;
        }
    }
    Ok(())
}

/// Links needs with the document that they name, where the register holds it.
pub(super) fn link_needs(connection: &Connection) -> Result<(), StoreError> {
    connection.execute(
        "INSERT OR IGNORE INTO need_document (need_id, document_id)
         SELECT n.id, d.id FROM need n JOIN document d ON d.symbol = n.document ORDER BY n.id",
        [],
    )?;
    Ok(())
}

/// The activities that still say what the tables say, by code.
type Known = HashMap<String, i64>;

fn known(transaction: &Transaction) -> Result<Known, StoreError> {
    let mut find = transaction.prepare(
        "SELECT id FROM activity WHERE code = ?1 AND paragraph = ?3 AND EXISTS (
           SELECT 1 FROM name WHERE kind = 'activity' AND record = activity.id AND field = 'description'
                               AND language = 'en' AND text = ?2)",
    )?;
    let mut known = Known::new();
    for row in reference::activities() {
        let said = row.description.get("en").unwrap_or_default();
        let id = find.query_row([&*row.code, said, &*row.paragraph], |row| row.get(0));
        if let Some(id) = id.optional()? {
            known.insert(row.code, id);
        }
    }
    Ok(known)
}

fn stated(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn documents(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO document (symbol, kind, on_date, body_id, session)
         VALUES (?1, ?2, ?3, (SELECT id FROM organisation WHERE code = ?4), ?5)",
    )?;
    for row in reference::documents() {
        let (kind, on) = (stated(&row.kind), stated(&row.on_date));
        let id = insert.insert(params![row.symbol, kind, on, row.body, row.session])?;
        names::add(transaction, ("document", id), "title", &row.title)?;
    }
    Ok(())
}

/// The parts of the world, and which activities are for them by the words of their regions.
fn areas(transaction: &Transaction) -> Result<(), StoreError> {
    let mut area = transaction.prepare("INSERT INTO area (source) VALUES (?1)")?;
    let mut state =
        transaction.prepare("INSERT INTO area_state SELECT ?1, id FROM state WHERE iso2 = ?2")?;
    let mut areas = HashMap::new();
    for row in reference::areas() {
        let id = area.insert([&row.source])?;
        names::add(transaction, ("area", id), "name", &row.name)?;
        areas.extend(row.name.iter().map(|name| (name.to_owned(), id)));
        for code in parts(&row.states) {
            state.execute(params![id, code])?;
        }
    }
    let mut statement =
        transaction.prepare("SELECT id, region_text FROM activity WHERE region_text <> ''")?;
    let activities: Vec<(i64, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut link = transaction.prepare("INSERT OR IGNORE INTO activity_area VALUES (?1, ?2)")?;
    for (id, regions) in activities {
        for area in parts(&regions).filter_map(|name| areas.get(name)) {
            link.execute([id, *area])?;
        }
    }
    Ok(())
}

fn activities(transaction: &Transaction, known: &Known) -> Result<(), StoreError> {
    let mut own = transaction.prepare(
        "UPDATE activity SET reporting_id = (SELECT id FROM organisation WHERE code = ?2),
                             programme_id = ?3, edition = ?4,
                             starts_as = CASE WHEN starts_on IS NOT NULL THEN ?5 END,
                             ends_as = CASE WHEN ends_on IS NOT NULL THEN ?6 END
         WHERE id = ?1",
    )?;
    let mut provider = transaction.prepare(
        "INSERT INTO activity_state (activity_id, state_id, role)
         SELECT ?1, id, 'provider' FROM state WHERE iso2 = ?2",
    )?;
    let mut goal = transaction.prepare("INSERT INTO activity_sdg VALUES (?1, ?2)")?;
    let mut language = transaction.prepare("INSERT INTO activity_language VALUES (?1, ?2)")?;
    for row in reference::assistance() {
        let Some(&id) = known.get(&row.code) else { continue };
        own.execute(params![
            id,
            row.reporting,
            known.get(&row.programme),
            row.edition,
            stated(&row.starts_as),
            stated(&row.ends_as),
        ])?;
        for (field, words) in
            [("title", &row.title), ("programme", &row.programme_name), ("outcome", &row.outcome)]
        {
            names::add(transaction, ("activity", id), field, words)?;
        }
        for code in parts(&row.provider_states) {
            provider.execute(params![id, code])?;
        }
        for target in parts(&row.sdgs) {
            goal.execute(params![id, target])?;
        }
        for code in parts(&row.languages) {
            language.execute(params![id, code])?;
        }
        reviews(transaction, id, &row.reviews)?;
    }
    Ok(())
}

/// The reviews of a list such as `2` (of all States in that cycle), `BF` (of that State) and `BF/2`.
fn reviews(transaction: &Transaction, activity: i64, list: &str) -> Result<(), StoreError> {
    let mut of_state = transaction.prepare_cached(
        "INSERT INTO activity_review (activity_id, state_id, cycle)
         SELECT ?1, id, ?3 FROM state WHERE iso2 = ?2",
    )?;
    let mut of_all = transaction
        .prepare_cached("INSERT INTO activity_review (activity_id, cycle) VALUES (?1, ?2)")?;
    for review in parts(list) {
        let (state, cycle) = match review.split_once('/') {
            Some((state, cycle)) => (Some(state), Some(cycle)),
            None if review.parse::<u8>().is_ok() => (None, Some(review)),
            None => (Some(review), None),
        };
        let cycle = cycle.and_then(|cycle| cycle.parse().ok()).and_then(Cycle::from_number);
        let cycle = cycle.map(Cycle::number);
        match state {
            Some(state) => of_state.execute(params![activity, state, cycle])?,
            None => of_all.execute(params![activity, cycle])?,
        };
    }
    Ok(())
}

/// Numbers of activities. One that is of several together is taken where all of them are known.
fn numbers(transaction: &Transaction, known: &Known) -> Result<(), StoreError> {
    let mut number =
        transaction.prepare("INSERT INTO reach (what, number, at_least) VALUES (?1, ?2, ?3)")?;
    let mut link = transaction.prepare("INSERT INTO activity_reach VALUES (?1, ?2)")?;
    for row in reference::reach() {
        let activities: Option<Vec<i64>> =
            parts(&row.activities).map(|code| known.get(code).copied()).collect();
        let Some(activities) = activities else { continue };
        let id = number.insert(params![row.what, row.number, row.at_least == "yes"])?;
        for activity in activities {
            link.execute([activity, id])?;
        }
    }
    Ok(())
}

fn money(transaction: &Transaction, known: &Known) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO activity_money (activity_id, stage, organisation_id, amount, currency)
         VALUES (?1, ?2, (SELECT id FROM organisation WHERE code = ?3), ?4, ?5)",
    )?;
    for row in reference::funds() {
        let Some(id) = known.get(&row.activity) else { continue };
        let currency = stated(&row.currency);
        insert.execute(params![id, row.stage, row.organisation, row.amount, currency])?;
    }
    Ok(())
}

/// Platforms whose organisation the register has.
fn platforms(transaction: &Transaction, known: &Known) -> Result<(), StoreError> {
    let mut find = transaction.prepare("SELECT id FROM organisation WHERE code = ?1")?;
    let mut insert = transaction
        .prepare("INSERT INTO platform (code, organisation_id, activity_id) VALUES (?1, ?2, ?3)")?;
    let mut platforms = HashMap::new();
    for row in reference::platforms() {
        let organisation = find.query_row([&row.organisation], |row| row.get::<_, i64>(0));
        let Some(organisation) = organisation.optional()? else { continue };
        let id = insert.insert(params![row.code, organisation, known.get(&row.activity)])?;
        platforms.insert(row.code, id);
    }
    let mut priority =
        transaction.prepare("INSERT INTO platform_priority (platform_id, rank) VALUES (?1, ?2)")?;
    let mut article =
        transaction.prepare("INSERT INTO platform_priority_article VALUES (?1, ?2)")?;
    let mut theme = transaction.prepare("INSERT INTO platform_priority_theme VALUES (?1, ?2)")?;
    for row in reference::priorities() {
        let Some(platform) = platforms.get(&row.platform) else { continue };
        let id = priority.insert(params![platform, row.rank])?;
        names::add(transaction, ("priority", id), "description", &row.text)?;
        for number in parts(&row.articles) {
            article.execute(params![id, number])?;
        }
        for name in parts(&row.themes) {
            theme.execute(params![id, name])?;
        }
    }
    Ok(())
}
