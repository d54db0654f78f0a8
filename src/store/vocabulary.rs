//! Reads the small tables: States, reviews, categories, themes, posts, organisations, activities.
//! A few hundred rows each, so that reading them anew is the cheapest way to see a change.

use super::activities::{Referred, activities, sdgs};
use super::decode::{coded, outside};
use super::held_role::stated;
use super::names::{self, Called, Spelt};
use super::needs::Ids;
use super::row_places::{Places, place, places, places_of};
use super::table_rows::rows;
use super::which_rows::Which;
use super::{
    Store, StoreError, chapter_totals, decode, documents, overlap_marks, own_day, setting_row,
};
use crate::domain::{
    Coded, CountryGroup, Cycle, Day, PartialDate, PersonKind, Region, Role, Sees, Source, Step,
    fold, reference,
};
use crate::query::register::{
    Activity, Area, Category, Disclosure, Membership, Organisation, Outside, Person, Platform,
    Review, Spellings, State, Theme, Vocabulary, groups_on,
};
use crate::text::{Lang, Named, Names, UNSTATED};
use rusqlite::{Connection, Row};
use std::collections::{BTreeSet, HashMap};

/// The small tables as they are now; the sets of themes and matches hold the empty set only.
/// With `kept`, the names of States are left out. `day` is one that was set for the register.
pub(super) fn read(
    connection: &Connection,
    kept: Option<Disclosure>,
    day: Option<Day>,
) -> Result<Vocabulary, StoreError> {
    read_beside(connection, kept, day, true, || Called::read(connection, true))
}

/// As [`read`], with names that another reader may have read meanwhile, and without activities unless these are wanted.
pub(super) fn read_beside(
    connection: &Connection,
    kept: Option<Disclosure>,
    day: Option<Day>,
    with_activities: bool,
    called: impl FnOnce() -> Result<Called, StoreError>,
) -> Result<Vocabulary, StoreError> {
    let named = called_so(connection, day, Which::There, with_activities, called)?;
    match kept {
        Some(kept) => without_names(connection, named, kept),
        None => Ok(named),
    }
}

/// The small tables of a file, read with names, without the names of States.
pub(super) fn without_names(
    connection: &Connection,
    named: Vocabulary,
    kept: Disclosure,
) -> Result<Vocabulary, StoreError> {
    let tally = chapter_totals::read(connection, &Ids::of(&named))?;
    let mut needs = vec![0; named.provenance_count()];
    for (place, _, count) in &tally.lines {
        needs[place.index()] += count;
    }
    Ok(named.without_names(kept, &needs))
}

impl Store {
    /// The small tables as they are now, with names; the sets of themes and matches hold the
    /// empty set only.
    pub fn vocabulary(&self) -> Result<Vocabulary, StoreError> {
        named(&self.connection, self.day, Which::There)
    }
}

/// Reads the small tables with names; `which` chooses the rows.
pub(super) fn named(
    connection: &Connection,
    day: Option<Day>,
    which: Which,
) -> Result<Vocabulary, StoreError> {
    called_so(connection, day, which, true, || Called::read(connection, true))
}

/// Reads the organisations, without their names.
fn organisations(connection: &Connection, sql: &str) -> Result<Vec<Organisation>, StoreError> {
    rows(connection, sql, |row| {
        Ok(Organisation {
            id: row.get(0)?,
            code: decode::name(row, 1)?,
            names: Names::default(),
            kind: decode::name(row, 2)?,
            role: Names::default(),
        })
    })
}

/// Reads the small tables, activities where they are wanted; names, but for those by which States are put in order, are
/// asked for when the rest is read.
fn called_so(
    connection: &Connection,
    day: Option<Day>,
    which: Which,
    with_activities: bool,
    called: impl FnOnce() -> Result<Called, StoreError>,
) -> Result<Vocabulary, StoreError> {
    let there = which.condition();
    let from = |columns: &str, table: &str| {
        format!("SELECT {columns} FROM {table} WHERE {there} ORDER BY id")
    };
    let people_by_id = places(connection, &from("id", "person"))?;
    let today = own_day::today(connection, day)?;
    let states = states(connection, &people_by_id, today, &from(STATE, "state"))?;
    let states_by_id = places_of(states.iter().map(|state| state.id))?;
    let organisations = organisations(connection, &from("id, code, kind", "organisation"))?;
    let themes = rows(connection, &from("id, code", "theme"), |row| {
        Ok(Theme { id: row.get(0)?, code: decode::name(row, 1)?, names: Names::default() })
    })?;
    let mut parts = names::read(connection, "area", "name")?;
    let areas = rows(connection, "SELECT id FROM area ORDER BY id", |row| {
        let id = row.get(0)?;
        Ok(Area { id, names: parts.remove(&id).unwrap_or_default() })
    })?;
    let sdgs = sdgs(connection)?;
    let by_id = Referred {
        areas: &places_of(areas.iter().map(|area| area.id))?,
        sdgs: &sdgs,
        states: &states_by_id,
        organisations: &places_of(organisations.iter().map(|o| o.id))?,
        themes: &places_of(themes.iter().map(|theme| theme.id))?,
    };
    let place_of = |(state, source): (i64, Source)| {
        let state = states_by_id
            .get(state)
            .ok_or_else(|| StoreError::Damaged(None, format!("state #{state}?")));
        Ok(Outside { state: state?, source })
    };
    let activities =
        if with_activities { activities(connection, &by_id, there, None)? } else { Vec::new() };
    let mut vocabulary = Vocabulary {
        kinds: kinds(&activities),
        programmes: programmes(&activities),
        reviews: reviews(connection, &states_by_id, &from(REVIEW, "review"))?,
        outside: super::outside::reviews(connection, which)?
            .into_iter()
            .map(place_of)
            .collect::<Result<_, StoreError>>()?,
        categories: rows(connection, CATEGORIES, |row| {
            Ok(Category {
                id: row.get(0)?,
                code: decode::name(row, 1)?,
                cycle: cycle(row, 2)?,
                names: Names::default(),
                aliases: list(&decode::line(row, 3)?),
            })
        })?,
        people: rows(connection, &from(PERSON, "person"), |row| {
            let (until, kind) = (date(row, 5)?, coded::<PersonKind>(row, 2)?);
            Ok(Person {
                id: row.get(0)?,
                code: decode::name(row, 1)?,
                kind,
                role: stated(row, 6)?.unwrap_or_else(|| Role::of_kind(kind)),
                sees: stated(row, 7)?.unwrap_or(Sees::Everything),
                posts: Names::default(),
                state: place(row, 3, &states_by_id)?,
                since: date(row, 4)?,
                until,
                is_retired: until.is_some_and(|until| until.last_day() <= today),
                origin: coded(row, 8)?,
            })
        })?,
        platforms: rows(connection, &from(PLATFORM, "platform"), |row| {
            let organisation = place(row, 2, by_id.organisations)?;
            Ok(Platform {
                id: row.get(0)?,
                code: decode::name(row, 1)?,
                organisation: organisation.ok_or_else(|| outside(2, &"NULL"))?,
                activity: row.get(3)?,
            })
        })?,
        activities,
        lacks_activities: !with_activities,
        areas,
        sdgs,
        documents: documents::read(connection, which)?,
        organisations,
        states,
        themes,
        theme_sets: vec![Box::default()],
        match_sets: vec![Box::default()],
        nameless: None,
        overdue_days: setting_row::overdue_days(connection)?,
        candidate_weights: setting_row::candidate_weights(connection)?,
        overlap_marks: overlap_marks::named(connection, which)?,
    };
    put_names(&mut vocabulary, called()?);
    Ok(vocabulary)
}

/// Gives the records their names, and States their spellings.
fn put_names(vocabulary: &mut Vocabulary, mut called: Called) {
    let (mut names, mut roles) =
        (called.take("organisation", "name"), called.take("organisation", "role"));
    for organisation in &mut vocabulary.organisations {
        organisation.names = names.remove(&organisation.id).unwrap_or_default();
        organisation.role = roles.remove(&organisation.id).unwrap_or_default();
    }
    let mut names = called.take("category", "name");
    for category in &mut vocabulary.categories {
        category.names = names.remove(&category.id).unwrap_or_default();
    }
    let mut posts = called.take("person", "post");
    for person in &mut vocabulary.people {
        person.posts = posts.remove(&person.id).unwrap_or_default();
    }
    let mut names = called.take("theme", "name");
    for theme in &mut vocabulary.themes {
        theme.names = names.remove(&theme.id).unwrap_or_else(|| as_in_the_log(&theme.code));
    }
    let names = [called.take("activity", "description"), called.take("activity", "date")];
    put_names_of_activities(&mut vocabulary.activities, names);
    let mut spelt = called.take_spellings();
    for state in &mut vocabulary.states {
        let Spelt { listed, all } = spelt.remove(&state.id).unwrap_or_default();
        (state.aliases, state.spellings) = (listed, all.into_iter().collect());
    }
}

/// Gives activities their descriptions, and when they were in words.
pub(super) fn described(
    connection: &Connection,
    activities: &mut [Activity],
    among: Option<&str>,
) -> Result<(), StoreError> {
    let read = |field| names::read_among(connection, "activity", field, among);
    put_names_of_activities(activities, [read("description")?, read("date")?]);
    Ok(())
}

fn put_names_of_activities(
    activities: &mut [Activity],
    [mut described, mut dated]: [HashMap<i64, Names>; 2],
) {
    for activity in activities {
        activity.description = described.remove(&activity.id).unwrap_or_default();
        if let Some(in_words) = dated.remove(&activity.id) {
            activity.when = in_words;
        }
    }
}

/// The names of a theme that has none: it is called as the log calls it.
fn as_in_the_log(code: &str) -> Names {
    [(UNSTATED, code)].into()
}

/// The themes alone: the one small table that grows by a write.
pub(super) fn themes(connection: &Connection) -> Result<Vec<Theme>, StoreError> {
    themes_of(connection, "SELECT id, code FROM theme WHERE void = 0 ORDER BY id")
}

fn themes_of(connection: &Connection, sql: &str) -> Result<Vec<Theme>, StoreError> {
    let mut called = names::read(connection, "theme", "name")?;
    rows(connection, sql, |row| {
        let (id, code) = (row.get(0)?, decode::name(row, 1)?);
        let names = called.remove(&id).unwrap_or_else(|| as_in_the_log(&code));
        Ok(Theme { id, code, names })
    })
}

/// The kinds of activities, rising.
pub(super) fn kinds(activities: &[Activity]) -> Vec<String> {
    let kinds: BTreeSet<&str> = activities.iter().map(|activity| activity.kind.as_str()).collect();
    kinds.into_iter().filter(|kind| !kind.is_empty()).map(str::to_owned).collect()
}

/// The activities that others are a part of, rising.
pub(super) fn programmes(activities: &[Activity]) -> Vec<i64> {
    let wholes: BTreeSet<i64> = activities.iter().filter_map(|one| one.programme).collect();
    let there = |id: &i64| activities.binary_search_by_key(id, |activity| activity.id).is_ok();
    wholes.into_iter().filter(there).collect()
}

const PLATFORM: &str = "id, code, organisation_id, activity_id";
const CATEGORIES: &str = "SELECT id, code, cycle, aliases FROM category ORDER BY id";
const PERSON: &str = "id, code, kind, state_id, since, until, role, sees, origin";
const STATE: &str = "id, coalesce(iso2, ''), coalesce(iso3, ''), party, party_since,
                     kind = 'unnamed', region, adviser_id, origin";
const REVIEW: &str = "id, state_id, cycle, stakeholders, reviewer1_id, reviewer2_id,
                      civil_society, private_sector, academia, media, origin";

fn cycle(row: &Row, column: usize) -> Result<Cycle, rusqlite::Error> {
    let number: u8 = row.get(column)?;
    Cycle::from_number(number).ok_or_else(|| outside(column, &number))
}

fn day(row: &Row, column: usize) -> Result<Option<Day>, rusqlite::Error> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(|text| Day::parse(text).ok_or_else(|| outside(column, &text))).transpose()
}

fn date(row: &Row, column: usize) -> Result<Option<PartialDate>, rusqlite::Error> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(|text| PartialDate::parse(text).ok_or_else(|| outside(column, &text))).transpose()
}

fn list(joined: &str) -> Vec<String> {
    reference::parts(joined).map(str::to_owned).collect()
}

fn states(
    connection: &Connection,
    people: &Places,
    today: Day,
    sql: &str,
) -> Result<Vec<State>, StoreError> {
    let mut memberships: HashMap<i64, Vec<Membership>> = HashMap::new();
    let all = "SELECT state_id, grp, since, until FROM membership ORDER BY state_id, grp, since";
    for (state, membership) in rows(connection, all, |row| {
        let group = coded::<CountryGroup>(row, 1)?;
        Ok((row.get(0)?, Membership { group, since: date(row, 2)?, until: date(row, 3)? }))
    })? {
        memberships.entry(state).or_default().push(membership);
    }
    let mut called = names::read(connection, "state", "name")?;
    let mut states = rows(connection, sql, |row| {
        let id = row.get(0)?;
        let memberships = memberships.remove(&id).unwrap_or_default();
        let region = decode::optional_name(row, 6)?;
        Ok(State {
            id,
            iso2: decode::name(row, 1)?,
            iso3: decode::name(row, 2)?,
            names: called.remove(&row.get(0)?).unwrap_or_default(),
            aliases: Vec::new(),
            spellings: Spellings::default(),
            party: Some(row.get(3)?),
            party_since: day(row, 4)?,
            unnamed: row.get(5)?,
            region: region
                .map(|code| Region::from_code(&code).ok_or_else(|| outside(6, &code)))
                .transpose()?,
            groups: groups_on(&memberships, today),
            memberships,
            adviser: place(row, 7, people)?,
            origin: coded(row, 8)?,
        })
    })?;
    // As people look them up: an accent does not send Côte d'Ivoire behind Cyprus.
    states.sort_by_cached_key(|state| (fold(state.in_lang(Lang::default())), state.id));
    Ok(states)
}

fn reviews(connection: &Connection, states: &Places, sql: &str) -> Result<Vec<Review>, StoreError> {
    let mut reviews = rows(connection, sql, |row| {
        let took_part = [row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?];
        let any = took_part.contains(&Some(true)).then_some(true);
        let reviewers = [place(row, 4, states)?, place(row, 5, states)?];
        Ok(Review {
            id: row.get(0)?,
            state: place(row, 1, states)?.ok_or_else(|| outside(1, &""))?,
            cycle: cycle(row, 2)?,
            steps: [None; Step::COUNT],
            joint_meeting: None,
            stakeholders: row.get::<_, Option<bool>>(3)?.or(any),
            took_part,
            origin: coded(row, 10)?,
            reviewers: reviewers.into_iter().flatten().collect(),
        })
    })?;
    let steps = rows(
        connection,
        "SELECT review_id, step, on_date, dialogue = 'joint meeting' FROM review_step",
        |row| Ok((row.get(0)?, coded::<Step>(row, 1)?, date(row, 2)?, row.get(3)?)),
    )?;
    for (id, step, on, joint) in steps {
        let id: i64 = id;
        let Ok(at) = reviews.binary_search_by_key(&id, |review| review.id) else { continue };
        reviews[at].steps[step.index()] = on;
        if step == Step::DirectDialogue {
            reviews[at].joint_meeting = joint;
        }
    }
    Ok(reviews)
}
