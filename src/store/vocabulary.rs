//! Reads the small tables: States, reviews, categories, themes, posts, organisations, activities.
//! A few hundred rows each, so that reading them anew is the cheapest way to see a change.

use super::decode::{coded, outside};
use super::names::{self, Spelt};
use super::needs::Ids;
use super::table_rows::rows;
use super::which_rows::Which;
use super::{Store, StoreError, chapter_totals, decode, documents, own_day, setting_row};
use crate::domain::{
    Article, ArticleSet, Coded, CountryGroup, Cycle, Day, PartialDate, PersonKind, ReachOf, Region,
    Source, Step, fold, reference,
};
use crate::query::register::{
    Activity, Category, Disclosure, Membership, Organisation, Outside, Person, Platform, Reach,
    Review, State, Theme, Vocabulary, groups_on,
};
use crate::text::{Lang, Named, UNSTATED};
use rusqlite::{Connection, Row};
use std::collections::HashMap;

/// The small tables as they are now; the sets of themes and activities hold the empty set only.
/// With `kept`, the names of States are left out. `day` is one that was set for the register.
pub(super) fn read(
    connection: &Connection,
    kept: Option<Disclosure>,
    day: Option<Day>,
) -> Result<Vocabulary, StoreError> {
    let named = named(connection, day, Which::There)?;
    let Some(kept) = kept else { return Ok(named) };
    let tally = chapter_totals::read(connection, &Ids::of(&named))?;
    let mut needs = vec![0; named.provenance_count()];
    for (place, _, count) in &tally.lines {
        needs[place.index()] += count;
    }
    Ok(named.without_names(kept, &needs))
}

impl Store {
    /// The small tables as they are now, with names; the sets of themes and activities hold the
    /// empty set only.
    pub fn vocabulary(&self) -> Result<Vocabulary, StoreError> {
        named(&self.connection, self.day, Which::There)
    }

    /// Whether a post has this code, in whatever case.
    pub fn has_post(&self, code: &str) -> Result<bool, StoreError> {
        let code = fold(code);
        let codes = rows(&self.connection, "SELECT code FROM person WHERE void = 0", |row| {
            decode::line(row, 0)
        })?;
        Ok(codes.iter().any(|own| fold(own) == code))
    }
}

/// Reads the small tables with names; `which` chooses the rows.
pub(super) fn named(
    connection: &Connection,
    day: Option<Day>,
    which: Which,
) -> Result<Vocabulary, StoreError> {
    let there = which.condition();
    let from = |columns: &str, table: &str| {
        format!("SELECT {columns} FROM {table} WHERE {there} ORDER BY id")
    };
    let people_by_id = places(connection, &from("id", "person"))?;
    let today = own_day::today(connection, day)?;
    let states = states(connection, &people_by_id, today, &from(STATE, "state"))?;
    let states_by_id = places_of(states.iter().map(|state| state.id))?;
    let called = |kind, field| names::read(connection, kind, field);
    let (mut posts, mut listed) = (called("person", "post")?, called("category", "name")?);
    let (mut known, mut roles) = (called("organisation", "name")?, called("organisation", "role")?);
    let organisations = rows(connection, &from("id, code, kind", "organisation"), |row| {
        Ok(Organisation {
            id: row.get(0)?,
            code: decode::name(row, 1)?,
            names: known.remove(&row.get(0)?).unwrap_or_default(),
            kind: decode::name(row, 2)?,
            role: roles.remove(&row.get(0)?).unwrap_or_default(),
        })
    })?;
    let organisations_by_id = places_of(organisations.iter().map(|o| o.id))?;
    let place_of = |(state, source): (i64, Source)| {
        let state = states_by_id
            .get(state)
            .ok_or_else(|| StoreError::Damaged(None, format!("state #{state}?")));
        Ok(Outside { state: state?, source })
    };
    Ok(Vocabulary {
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
                names: listed.remove(&row.get(0)?).unwrap_or_default(),
                aliases: list(&decode::line(row, 3)?),
            })
        })?,
        themes: themes_of(connection, &from("id, code", "theme"))?,
        people: rows(connection, &from(PERSON, "person"), |row| {
            let until = date(row, 5)?;
            Ok(Person {
                id: row.get(0)?,
                code: decode::name(row, 1)?,
                kind: coded::<PersonKind>(row, 2)?,
                posts: posts.remove(&row.get(0)?).unwrap_or_default(),
                state: place(row, 3, &states_by_id)?,
                since: date(row, 4)?,
                until,
                is_retired: until.is_some_and(|until| until.last_day() <= today),
            })
        })?,
        activities: activities(connection, &states_by_id, &organisations_by_id, there)?,
        platforms: rows(connection, &from("id, code, organisation_id", "platform"), |row| {
            let organisation = place(row, 2, &organisations_by_id)?;
            Ok(Platform {
                id: row.get(0)?,
                code: decode::name(row, 1)?,
                organisation: organisation.ok_or_else(|| outside(2, &"NULL"))?,
            })
        })?,
        documents: documents::read(connection, which)?,
        organisations,
        states,
        theme_sets: vec![Box::default()],
        activity_sets: vec![Box::default()],
        nameless: None,
        overdue_days: setting_row::overdue_days(connection)?,
    })
}

/// The themes alone: the one small table that grows by a write.
pub(super) fn themes(connection: &Connection) -> Result<Vec<Theme>, StoreError> {
    themes_of(connection, "SELECT id, code FROM theme WHERE void = 0 ORDER BY id")
}

fn themes_of(connection: &Connection, sql: &str) -> Result<Vec<Theme>, StoreError> {
    let mut called = names::read(connection, "theme", "name")?;
    rows(connection, sql, |row| {
        let (id, code) = (row.get(0)?, decode::name(row, 1)?);
        // One that has no name is called as the log calls it.
        let names = called.remove(&id).unwrap_or_else(|| [(UNSTATED, code.as_str())].into());
        Ok(Theme { id, code, names })
    })
}

const CATEGORIES: &str = "SELECT id, code, cycle, aliases FROM category ORDER BY id";
const PERSON: &str = "id, code, kind, state_id, since, until";
const STATE: &str = "id, coalesce(iso2, ''), coalesce(iso3, ''), party, party_since,
                     kind = 'unnamed', region, adviser_id";
const REVIEW: &str = "id, state_id, cycle, stakeholders, reviewer1_id, reviewer2_id,
                      civil_society, private_sector, academia, media";
const ACTIVITY: &str = "id, code, kind, level, status, unnamed_states, participants, paragraph,
                        CASE WHEN status IN ('ongoing', 'suspended', 'done', 'published')
                              AND starts_as IS NOT 'planned' THEN starts_on END,
                        starts_on, ends_on";

/// The place of each row, by its id.
struct Places(Vec<(i64, u16)>);

impl Places {
    fn get(&self, id: i64) -> Option<u16> {
        let at = self.0.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(self.0[at].1)
    }
}

fn places(connection: &Connection, sql: &str) -> Result<Places, StoreError> {
    places_of(rows(connection, sql, |row| row.get(0))?.into_iter())
}

/// Columns name rows by places of 16 bits: far more rows than the world has States and reviews.
fn places_of(ids: impl Iterator<Item = i64>) -> Result<Places, StoreError> {
    let places = ids.enumerate().map(|(place, id)| {
        let place = u16::try_from(place).ok().filter(|place| *place < u16::MAX);
        place.map(|place| (id, place)).ok_or(StoreError::TooLarge)
    });
    let mut places: Vec<(i64, u16)> = places.collect::<Result<_, _>>()?;
    places.sort_unstable();
    Ok(Places(places))
}

fn place(row: &Row, column: usize, places: &Places) -> Result<Option<u16>, rusqlite::Error> {
    let id: Option<i64> = row.get(column)?;
    id.map(|id| places.get(id).ok_or_else(|| outside(column, &id))).transpose()
}

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
    let mut spelt = names::spellings(connection)?;
    let mut states = rows(connection, sql, |row| {
        let id = row.get(0)?;
        let memberships = memberships.remove(&id).unwrap_or_default();
        let region = decode::optional_name(row, 6)?;
        let Spelt { listed, all } = spelt.remove(&id).unwrap_or_default();
        Ok(State {
            id,
            iso2: decode::name(row, 1)?,
            iso3: decode::name(row, 2)?,
            names: called.remove(&row.get(0)?).unwrap_or_default(),
            aliases: listed,
            spellings: all.into_iter().collect(),
            party: Some(row.get(3)?),
            party_since: day(row, 4)?,
            unnamed: row.get(5)?,
            region: region
                .map(|code| Region::from_code(&code).ok_or_else(|| outside(6, &code)))
                .transpose()?,
            groups: groups_on(&memberships, today),
            memberships,
            adviser: place(row, 7, people)?,
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

fn activities(
    connection: &Connection,
    states: &Places,
    organisations: &Places,
    there: &str,
) -> Result<Vec<Activity>, StoreError> {
    let mut described = names::read(connection, "activity", "description")?;
    let mut dated = names::read(connection, "activity", "date")?;
    let all = format!("SELECT {ACTIVITY} FROM activity WHERE {there} ORDER BY id");
    let mut activities = rows(connection, &all, |row| {
        let starts = decode::optional_name(row, 9)?.unwrap_or_default();
        let in_words = dated.remove(&row.get(0)?);
        Ok(Activity {
            id: row.get(0)?,
            code: decode::name(row, 1)?,
            kind: decode::name(row, 2)?,
            level: decode::name(row, 3)?,
            description: described.remove(&row.get(0)?).unwrap_or_default(),
            status: decode::optional_name(row, 4)?.unwrap_or_default(),
            began: decode::optional_name(row, 8)?.as_deref().and_then(PartialDate::parse),
            when: in_words.unwrap_or_else(|| [(UNSTATED, starts.as_str())].into()),
            starts,
            ends: decode::optional_name(row, 10)?.unwrap_or_default(),
            participants: decode::line(row, 6)?,
            paragraph: decode::line(row, 7)?,
            states: Vec::new(),
            unnamed_states: row.get(5)?,
            articles: ArticleSet::EMPTY,
            providers: Vec::new(),
            partners: Vec::new(),
            donors: Vec::new(),
            reach: Vec::new(),
        })
    })?;
    let at: HashMap<i64, usize> =
        activities.iter().enumerate().map(|(place, activity)| (activity.id, place)).collect();
    let helped = format!(
        "SELECT activity_id, state_id FROM activity_state
         WHERE role = 'helped' AND activity_id IN (SELECT id FROM activity WHERE {there})
         ORDER BY activity_id, state_id"
    );
    for (id, state) in rows(connection, &helped, |row| Ok((row.get(0)?, place(row, 1, states)?)))? {
        if let Some(&at) = at.get(&id) {
            activities[at].states.extend(state);
        }
    }
    let articles = "SELECT activity_id, article FROM activity_article";
    for (id, number) in rows(connection, articles, |row| Ok((row.get(0)?, row.get(1)?)))? {
        if let (Some(&at), Some(article)) = (at.get(&id), Article::new(number)) {
            activities[at].articles.insert(article);
        }
    }
    let links = format!(
        "SELECT activity_id, organisation_id, role FROM activity_organisation
         WHERE activity_id IN (SELECT id FROM activity WHERE {there})
         ORDER BY activity_id, organisation_id"
    );
    let links = rows(connection, &links, |row| {
        Ok((row.get(0)?, place(row, 1, organisations)?, decode::name(row, 2)?))
    })?;
    for (id, organisation, role) in links {
        let Some(&at) = at.get(&id) else { continue };
        let activity = &mut activities[at];
        match role.as_str() {
            "provider" => activity.providers.extend(organisation),
            "partner" => activity.partners.extend(organisation),
            _ => activity.donors.extend(organisation),
        }
    }
    let reach = "SELECT a.activity_id, r.id, r.what, r.number, r.at_least
                 FROM activity_reach a JOIN reach r ON r.id = a.reach_id ORDER BY a.activity_id, r.id";
    for (id, reach) in rows(connection, reach, |row| {
        let what = coded::<ReachOf>(row, 2)?;
        Ok((
            row.get(0)?,
            Reach { id: row.get(1)?, what, number: row.get(3)?, at_least: row.get(4)? },
        ))
    })? {
        if let Some(&at) = at.get(&id) {
            activities[at].reach.push(reach);
        }
    }
    Ok(activities)
}
