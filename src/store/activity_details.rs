//! The details of an activity that only its own record shows: titles, programme, reviews, money and the like.

use super::table_rows::{coded, optional_coded, outside, rows};
use super::{Store, StoreError, decode, names};
use crate::domain::{Chapter, Coded, Cycle, DateStage, Extent, MoneyStage};
use crate::text::Names;
use rusqlite::{Connection, Row};

/// The details of an activity. States and organisations are rows of the database.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActivityDetail {
    /// The row in the database.
    pub id: i64,
    /// Its short title, where the source gives it one.
    pub title: Names,
    /// The code of the activity that it is a part of; may be empty.
    pub programme: String,
    /// The programme that it is a part of, where that is no activity of the register.
    pub programme_name: Names,
    /// The outcome that its source reports.
    pub outcome: Names,
    /// The organisation that reports it: its row.
    pub reporting: Option<i64>,
    /// Whether it was to begin, or began, on its first date.
    pub starts_as: Option<DateStage>,
    /// Whether it was to end, or ended, on its last date.
    pub ends_as: Option<DateStage>,
    /// A link to read about it; may be empty.
    pub link: String,
    /// The edition of a publication.
    pub edition: Option<u32>,
    /// Its identifier outside the register; may be empty.
    pub identifier: String,
    /// Its former identifiers outside the register.
    pub former_identifiers: Vec<String>,
    /// The States where it is held.
    pub hosts: Vec<i64>,
    /// The States that provide it.
    pub provider_states: Vec<i64>,
    /// The share of each State helped that has one, in per cent.
    pub shares: Vec<(i64, f64)>,
    /// The parts of the world that it is for, each with its States.
    pub areas: Vec<Area>,
    /// Chapters that the source names.
    pub chapters: Vec<Chapter>,
    /// The reviews that it serves: of a State or of all, in a cycle or in one that is not stated.
    pub reviews: Vec<(Option<i64>, Option<Cycle>)>,
    /// Money for it.
    pub money: Vec<Money>,
    /// Goals and targets of the 2030 Agenda.
    pub sdgs: Vec<String>,
    /// The codes of its themes that are themes of needs.
    pub themes: Vec<String>,
    /// The languages of a publication.
    pub languages: Vec<String>,
    /// The code of the platform that it stands for; may be empty.
    pub platform: String,
    /// How many needs are matched with it to each extent, in the order of [`Extent`].
    pub matches: [u32; 3],
}

/// A part of the world.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The row in the database.
    pub id: i64,
    /// Its name.
    pub name: Names,
    /// Its States: rows of the database.
    pub states: Vec<i64>,
}

/// Money for an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Its stage: sought, pledged or received.
    pub stage: MoneyStage,
    /// The row of the organisation that gives it, where stated.
    pub organisation: Option<i64>,
    /// How much, in whole units of the currency, where stated.
    pub amount: Option<i64>,
    /// ISO 4217; empty without an amount.
    pub currency: String,
}

impl Store {
    /// The details of all activities, in the order of their ids. Empty where States are not named:
    /// details tell where an activity was and for whom.
    pub fn activity_details(&self) -> Result<Vec<ActivityDetail>, StoreError> {
        if !self.names_states() {
            return Ok(Vec::new());
        }
        let mut details = Details { connection: &self.connection, all: Vec::new() };
        details.read()?;
        Ok(details.all)
    }
}

/// Details that are being read.
struct Details<'a> {
    connection: &'a Connection,
    /// By id.
    all: Vec<ActivityDetail>,
}

impl Details<'_> {
    fn read(&mut self) -> Result<(), StoreError> {
        self.own()?;
        let named = |field| names::read(self.connection, "activity", field);
        let (mut titles, mut programmes, mut outcomes) =
            (named("title")?, named("programme")?, named("outcome")?);
        for of in &mut self.all {
            of.title = titles.remove(&of.id).unwrap_or_default();
            of.programme_name = programmes.remove(&of.id).unwrap_or_default();
            of.outcome = outcomes.remove(&of.id).unwrap_or_default();
        }
        self.each(
            "SELECT activity_id, identifier, former FROM activity_identifier ORDER BY 1, 2",
            |of, row| {
                let identifier = decode::name(row, 1)?;
                if row.get(2)? {
                    of.former_identifiers.push(identifier);
                } else {
                    of.identifier = identifier;
                }
                Ok(())
            },
        )?;
        self.each(
            "SELECT activity_id, state_id, role, share FROM activity_state ORDER BY 1, 2",
            |of, row| {
                let state = row.get(1)?;
                match decode::name(row, 2)?.as_str() {
                    "host" => of.hosts.push(state),
                    "provider" => of.provider_states.push(state),
                    _ => {
                        of.shares.extend(row.get::<_, Option<f64>>(3)?.map(|share| (state, share)));
                    }
                }
                Ok(())
            },
        )?;
        let areas = self.areas()?;
        self.each("SELECT activity_id, area_id FROM activity_area ORDER BY 1, 2", |of, row| {
            let id: i64 = row.get(1)?;
            of.areas.extend(areas.iter().find(|area| area.id == id).cloned());
            Ok(())
        })?;
        self.links()
    }

    /// All parts of the world.
    fn areas(&self) -> Result<Vec<Area>, StoreError> {
        let mut areas = rows(self.connection, "SELECT id FROM area ORDER BY id", |row| {
            Ok(Area { id: row.get(0)?, ..Area::default() })
        })?;
        let mut names = names::read(self.connection, "area", "name")?;
        let states = "SELECT area_id, state_id FROM area_state ORDER BY 1, 2";
        let states = rows(self.connection, states, |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
        for area in &mut areas {
            area.name = names.remove(&area.id).unwrap_or_default();
            area.states.extend(states.iter().filter(|(of, _)| *of == area.id).map(|(_, id)| id));
        }
        Ok(areas)
    }

    /// Reads the columns of the activity's own row.
    fn own(&mut self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.id, coalesce(p.code, ''), a.reporting_id, a.starts_as, a.ends_as, a.link, a.edition
             FROM activity a LEFT JOIN activity p ON p.id = a.programme_id WHERE a.void = 0 ORDER BY a.id",
        )?;
        let all = statement.query_map([], |row| {
            Ok(ActivityDetail {
                id: row.get(0)?,
                programme: decode::name(row, 1)?,
                reporting: row.get(2)?,
                starts_as: optional_coded(row, 3)?,
                ends_as: optional_coded(row, 4)?,
                link: decode::line(row, 5)?,
                edition: row.get(6)?,
                ..ActivityDetail::default()
            })
        })?;
        self.all = all.collect::<Result<_, _>>()?;
        Ok(())
    }

    /// Reads its links, one value a row.
    fn links(&mut self) -> Result<(), StoreError> {
        self.each("SELECT activity_id, chapter FROM activity_chapter ORDER BY 1, 2", |of, row| {
            of.chapters.extend(Chapter::from_number(row.get(1)?));
            Ok(())
        })?;
        self.each(
            "SELECT activity_id, state_id, cycle FROM activity_review ORDER BY 1, id",
            |of, row| {
                let cycle: Option<u8> = row.get(2)?;
                of.reviews.push((row.get(1)?, cycle.and_then(Cycle::from_number)));
                Ok(())
            },
        )?;
        self.each(
            "SELECT activity_id, stage, organisation_id, amount, coalesce(currency, '')
             FROM activity_money ORDER BY 1, id",
            |of, row| {
                let stage = coded(row, 1)?;
                let (organisation, currency) = (row.get(2)?, decode::name(row, 4)?);
                of.money.push(Money { stage, organisation, amount: row.get(3)?, currency });
                Ok(())
            },
        )?;
        let goals = "SELECT activity_id, target FROM activity_sdg
                     ORDER BY 1, CAST(target AS INTEGER), target";
        self.each(goals, |of, row| {
            of.sdgs.push(decode::name(row, 1)?);
            Ok(())
        })?;
        let themes = "SELECT l.activity_id, t.code FROM activity_theme l
                      JOIN theme t ON t.id = l.theme_id ORDER BY 1, 2";
        self.each(themes, |of, row| {
            of.themes.push(decode::name(row, 1)?);
            Ok(())
        })?;
        let languages = "SELECT activity_id, language FROM activity_language ORDER BY 1, 2";
        self.each(languages, |of, row| {
            of.languages.push(decode::name(row, 1)?);
            Ok(())
        })?;
        let platforms = "SELECT activity_id, code FROM platform WHERE activity_id IS NOT NULL AND void = 0 ORDER BY id";
        self.each(platforms, |of, row| {
            of.platform = decode::name(row, 1)?;
            Ok(())
        })?;
        let matches =
            "SELECT activity_id, extent, count(*) FROM need_activity WHERE void = 0 GROUP BY 1, 2";
        self.each(matches, |of, row| {
            let extent: Extent = coded(row, 1)?;
            let place = extent.index();
            let count = of.matches.get_mut(place).ok_or_else(|| outside(1, &place))?;
            *count = row.get(2)?;
            Ok(())
        })
    }

    /// Gives each row of a query, whose first column is an activity, to that activity's details.
    fn each(
        &mut self,
        sql: &str,
        mut put: impl FnMut(&mut ActivityDetail, &Row) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if let Ok(place) = self.all.binary_search_by_key(&id, |detail| detail.id) {
                put(&mut self.all[place], row)?;
            }
        }
        Ok(())
    }
}
