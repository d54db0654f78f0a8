//! Reads the activities of the register in memory: what lists show of them, and what says which needs they can serve.

use super::row_places::{Places, place};
use super::table_rows::{coded, rows};
use super::{StoreError, decode};
use crate::domain::{Article, ArticleSet, Chapter, PartialDate, ReachOf, fold_onto};
use crate::query::register::{Activity, PlaceList, Reach, RepeatedTexts};
use crate::text::{Names, UNSTATED};
use rusqlite::{Connection, Row};
use std::collections::{BTreeSet, HashMap};

const ACTIVITY: &str = "id, code, kind, level, status, unnamed_states, participants, paragraph,
                        CASE WHEN status IN ('ongoing', 'suspended', 'done', 'published')
                              AND starts_as IS NOT 'planned' THEN starts_on END,
                        starts_on, ends_on,
                        region_text <> '' OR EXISTS (SELECT 1 FROM activity_area WHERE activity_id = activity.id),
                        programme_id, origin";

/// The places of the rows that activities refer to.
pub(super) struct Referred<'a> {
    /// The parts of the world.
    pub(super) areas: &'a Places,
    /// The goals and targets of the 2030 Agenda, as they are written.
    pub(super) sdgs: &'a [String],
    pub(super) states: &'a Places,
    pub(super) organisations: &'a Places,
    pub(super) themes: &'a Places,
}

/// The activities that a condition chooses, in the order of their ids; `among` names the ids of the only ones whose rows
/// in other tables are read; without it, all rows are.
pub(super) fn activities(
    connection: &Connection,
    by_id: &Referred,
    there: &str,
    among: Option<&str>,
) -> Result<Vec<Activity>, StoreError> {
    let all = own(connection, there)?;
    let mut reading = Reading { connection, at: HashMap::new(), all, among };
    reading.all.shrink_to_fit();
    reading.at = reading.all.iter().zip(0..).map(|(activity, at)| (activity.id, at)).collect();
    reading.states(by_id.states, there)?;
    reading.areas(by_id)?;
    reading.organisations(by_id.organisations, there)?;
    reading.subjects(by_id.themes)?;
    reading.goals(by_id.sdgs)?;
    reading.numbers()?;
    reading.identifiers()?;
    reading.words(there)?;
    Ok(reading.all)
}

/// Reads the columns of their own rows, without their names in words.
fn own(connection: &Connection, there: &str) -> Result<Vec<Activity>, StoreError> {
    let all = format!("SELECT {ACTIVITY} FROM activity WHERE {there} ORDER BY id");
    let mut texts = RepeatedTexts::default();
    let mut stated = |name: Option<String>| texts.get(name.as_deref().unwrap_or_default());
    rows(connection, &all, |row| {
        let starts = stated(decode::optional_name(row, 9)?);
        Ok(Activity {
            id: row.get(0)?,
            code: decode::name(row, 1)?,
            kind: stated(Some(decode::name(row, 2)?)),
            level: stated(Some(decode::name(row, 3)?)),
            description: Names::default(),
            status: stated(decode::optional_name(row, 4)?),
            began: decode::optional_name(row, 8)?.as_deref().and_then(PartialDate::parse),
            when: [(UNSTATED, starts.as_str())].into(),
            starts,
            ends: stated(decode::optional_name(row, 10)?),
            participants: stated(Some(decode::line(row, 6)?)),
            paragraph: stated(Some(decode::line(row, 7)?)),
            origin: coded(row, 13)?,
            states: PlaceList::EMPTY,
            unnamed_states: row.get(5)?,
            area_states: PlaceList::EMPTY,
            has_region: row.get(11)?,
            hosts: PlaceList::EMPTY,
            provider_states: PlaceList::EMPTY,
            articles: ArticleSet::EMPTY,
            chapters: Vec::new(),
            themes: PlaceList::EMPTY,
            providers: PlaceList::EMPTY,
            partners: PlaceList::EMPTY,
            donors: PlaceList::EMPTY,
            reach: Vec::new(),
            programme: row.get(12)?,
            areas: PlaceList::EMPTY,
            sdgs: PlaceList::EMPTY,
            words: String::new(),
            identifiers: Vec::new(),
            withheld: None,
        })
    })
}

/// Activities that are being read.
struct Reading<'a> {
    connection: &'a Connection,
    /// The place of each, by its id.
    at: HashMap<i64, usize>,
    all: Vec<Activity>,
    /// The ids of those whose rows in other tables are read.
    among: Option<&'a str>,
}

impl Reading<'_> {
    /// The condition of rows whose activity, in a column, is read, behind a word that begins or goes on with conditions.
    fn among(&self, word: &str, column: &str) -> String {
        self.among.map_or_else(String::new, |ids| format!(" {word} {column} IN ({ids})"))
    }

    /// Reads the States helped, those where it is held and those that provide it.
    fn states(&mut self, states: &Places, there: &str) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT activity_id, state_id, role FROM activity_state
             WHERE activity_id IN (SELECT id FROM activity WHERE {there})
             ORDER BY activity_id, state_id"
        );
        self.each(
            &sql,
            |row| Ok((place(row, 1, states)?, decode::name(row, 2)?)),
            |activity, (state, role)| {
                let list = match role.as_str() {
                    "host" => &mut activity.hosts,
                    "provider" => &mut activity.provider_states,
                    _ => &mut activity.states,
                };
                list.extend(state);
            },
        )
    }

    /// Reads the parts of the world that it is for, and their States. Many activities have the same parts: the States of
    /// each are looked up once.
    fn areas(&mut self, by_id: &Referred) -> Result<(), StoreError> {
        let (states, places) = (by_id.states, by_id.areas);
        let mut areas: HashMap<i64, Vec<u16>> = HashMap::new();
        let all = "SELECT area_id, state_id FROM area_state";
        for (area, state) in rows(self.connection, all, |row| Ok((row.get(0)?, row.get(1)?)))? {
            areas.entry(area).or_default().extend(states.get(state));
        }
        let among = self.among("WHERE", "activity_id");
        self.each(
            &format!("SELECT activity_id, area_id FROM activity_area{among} ORDER BY 1, 2"),
            |row| Ok((row.get::<_, i64>(1)?, place(row, 1, places)?)),
            |activity, (area, at)| {
                activity.areas.extend(at);
                let own = areas.get(&area).into_iter().flatten().copied();
                activity.area_states = rising(&activity.area_states, own);
            },
        )
    }

    /// Reads the identifiers outside the register, by which two reports of one activity are known.
    fn identifiers(&mut self) -> Result<(), StoreError> {
        let among = self.among("WHERE", "activity_id");
        self.each(
            &format!(
                "SELECT activity_id, identifier FROM activity_identifier{among} ORDER BY 1, 2"
            ),
            |row| decode::name(row, 1),
            |activity, identifier| activity.identifiers.push(identifier),
        )
    }

    /// Reads the organisations in each role.
    fn organisations(&mut self, organisations: &Places, there: &str) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT activity_id, organisation_id, role FROM activity_organisation
             WHERE activity_id IN (SELECT id FROM activity WHERE {there})
             ORDER BY activity_id, organisation_id"
        );
        self.each(
            &sql,
            |row| Ok((place(row, 1, organisations)?, decode::name(row, 2)?)),
            |activity, (organisation, role)| {
                let list = match role.as_str() {
                    "provider" => &mut activity.providers,
                    "partner" => &mut activity.partners,
                    _ => &mut activity.donors,
                };
                list.extend(organisation);
            },
        )
    }

    /// Reads its articles, its chapters and its themes that are themes of needs.
    fn subjects(&mut self, themes: &Places) -> Result<(), StoreError> {
        let among = self.among("WHERE", "activity_id");
        self.each(
            &format!("SELECT activity_id, article FROM activity_article{among}"),
            |row| Ok(Article::new(row.get(1)?)),
            |activity, article| {
                if let Some(article) = article {
                    activity.articles.insert(article);
                }
            },
        )?;
        self.each(
            &format!("SELECT activity_id, chapter FROM activity_chapter{among} ORDER BY 1, 2"),
            |row| Ok(Chapter::from_number(row.get(1)?)),
            |activity, chapter| activity.chapters.extend(chapter),
        )?;
        self.each(
            &format!("SELECT activity_id, theme_id FROM activity_theme{among} ORDER BY 1, 2"),
            |row| Ok(themes.get(row.get(1)?)),
            |activity, theme| activity.themes.extend(theme),
        )
    }

    /// Reads the goals and targets of the 2030 Agenda, each target with its goal.
    fn goals(&mut self, sdgs: &[String]) -> Result<(), StoreError> {
        let at = |word: &str| sdgs.iter().position(|known| known == word).map(|at| at as u16);
        let among = self.among("WHERE", "activity_id");
        self.each(
            &format!("SELECT activity_id, target FROM activity_sdg{among} ORDER BY 1, 2"),
            |row| decode::name(row, 1),
            |activity, target| {
                let own = [at(goal_of(&target)), at(&target)].into_iter().flatten();
                activity.sdgs = rising(&activity.sdgs, own);
            },
        )
    }

    /// Reads its other words, in which it is looked for.
    fn words(&mut self, there: &str) -> Result<(), StoreError> {
        let among = self.among("AND", "record");
        let said = format!(
            "SELECT record, text FROM name WHERE kind = 'activity'
             AND field IN ('title', 'programme') AND text <> ''{among} ORDER BY 1, field, language"
        );
        let own = format!(
            "SELECT id, place FROM activity WHERE {there} AND place <> ''
             UNION ALL SELECT id, region_text FROM activity WHERE {there} AND region_text <> ''"
        );
        let among = self.among("WHERE", "a.activity_id");
        let areas = format!(
            "SELECT a.activity_id, n.text FROM activity_area a
             JOIN name n ON n.kind = 'area' AND n.record = a.area_id AND n.field = 'name'{among}
             ORDER BY 1, a.area_id, n.language"
        );
        for sql in [&said, &own, &areas] {
            self.each(
                sql,
                |row| decode::line(row, 1),
                |activity, text| {
                    fold_onto(&text, &mut activity.words, |_, _, _| {});
                    activity.words.push('\n');
                },
            )?;
        }
        self.all.iter_mut().for_each(|activity| activity.words.shrink_to_fit());
        Ok(())
    }

    /// Reads the numbers that its source states.
    fn numbers(&mut self) -> Result<(), StoreError> {
        let among = self.among("WHERE", "a.activity_id");
        self.each(
            &format!(
                "SELECT a.activity_id, r.id, r.what, r.number, r.at_least FROM activity_reach a
                 JOIN reach r ON r.id = a.reach_id{among} ORDER BY a.activity_id, r.id"
            ),
            |row| {
                let what = coded::<ReachOf>(row, 2)?;
                Ok(Reach { id: row.get(1)?, what, number: row.get(3)?, at_least: row.get(4)? })
            },
            |activity, reach| activity.reach.push(reach),
        )
    }

    /// Gives what `read` makes of each row of a query, whose first column is an activity, to that activity.
    fn each<T>(
        &mut self,
        sql: &str,
        read: impl Fn(&Row) -> Result<T, rusqlite::Error>,
        mut put: impl FnMut(&mut Activity, T),
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, value) = (row.get::<_, i64>(0)?, read(row)?);
            if let Some(&at) = self.at.get(&id) {
                put(&mut self.all[at], value);
            }
        }
        Ok(())
    }
}

/// A list with more places, rising.
fn rising(list: &[u16], more: impl Iterator<Item = u16>) -> PlaceList {
    let all: BTreeSet<u16> = list.iter().copied().chain(more).collect();
    all.into_iter().collect()
}

/// The goals and targets of the 2030 Agenda that activities serve, by their numbers; the goal of each target is among
/// them.
pub(super) fn sdgs(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT target FROM activity_sdg";
    let targets = rows(connection, sql, |row| decode::name(row, 0))?;
    let goals: Vec<String> = targets.iter().map(|target| goal_of(target).to_owned()).collect();
    let mut all: Vec<String> = targets.into_iter().chain(goals).collect();
    let number = |word: &str| word.parse::<u8>().unwrap_or(u8::MAX);
    let key = |word: &String| {
        let (goal, target) = word.split_once('.').unwrap_or((word, ""));
        (number(goal), target.len(), target.to_owned())
    };
    all.sort_by_cached_key(key);
    all.dedup();
    Ok(all)
}

/// The goal of a target: `16` of `16.5`.
fn goal_of(target: &str) -> &str {
    target.split_once('.').map_or(target, |(goal, _)| goal)
}
