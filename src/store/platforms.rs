//! Regional platforms, with the priorities on which their members agreed.

use super::table_rows::rows;
use super::{Store, StoreError, decode, names};
use crate::domain::{Article, ArticleSet};
use crate::text::Names;

/// A regional platform. States and organisations are rows of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlatformDetail {
    /// The row in the database.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// The organisation that it is.
    pub organisation: i64,
    /// The activity that stands for it, where there is one.
    pub activity: Option<i64>,
    /// Its member States.
    pub states: Vec<i64>,
    /// Its agreed priorities in the order of their ranks, those without one in the order of the
    /// source.
    pub priorities: Vec<PlatformPriority>,
}

/// A priority that the members of a platform agreed on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlatformPriority {
    /// The row in the database.
    pub id: i64,
    /// Its place among the others, where the members ranked them.
    pub rank: Option<u32>,
    /// Its text.
    pub text: Names,
    /// The articles that it is about, where stated.
    pub articles: ArticleSet,
    /// The English names of its themes, where stated.
    pub themes: Vec<String>,
}

impl Store {
    /// All platforms, in the order of their ids; without member States where States are not named.
    pub fn platforms(&self) -> Result<Vec<PlatformDetail>, StoreError> {
        let connection = &self.connection;
        let sql = "SELECT id, code, organisation_id, activity_id FROM platform WHERE void = 0 ORDER BY id";
        let mut platforms = rows(connection, sql, |row| {
            Ok(PlatformDetail {
                id: row.get(0)?,
                code: decode::name(row, 1)?,
                organisation: row.get(2)?,
                activity: row.get(3)?,
                states: Vec::new(),
                priorities: Vec::new(),
            })
        })?;
        let find = |platforms: &[PlatformDetail], id: i64| {
            platforms.binary_search_by_key(&id, |platform| platform.id).ok()
        };
        if self.names_states() {
            let sql = "SELECT platform_id, state_id FROM platform_state ORDER BY 1, 2";
            for (platform, state) in rows(connection, sql, |row| Ok((row.get(0)?, row.get(1)?)))? {
                if let Some(place) = find(&platforms, platform) {
                    platforms[place].states.push(state);
                }
            }
        }
        for (platform, priority) in self.priorities()? {
            if let Some(place) = find(&platforms, platform) {
                platforms[place].priorities.push(priority);
            }
        }
        Ok(platforms)
    }

    /// All priorities with their platforms.
    fn priorities(&self) -> Result<Vec<(i64, PlatformPriority)>, StoreError> {
        let connection = &self.connection;
        let sql = "SELECT platform_id, id, rank FROM platform_priority
                   ORDER BY platform_id, rank IS NULL, rank, id";
        let mut all = rows(connection, sql, |row| {
            let (id, rank) = (row.get(1)?, row.get(2)?);
            Ok((row.get(0)?, PlatformPriority { id, rank, ..PlatformPriority::default() }))
        })?;
        let mut texts = names::read(connection, "priority", "description")?;
        let articles = "SELECT priority_id, article FROM platform_priority_article";
        let articles =
            rows(connection, articles, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, u8>(1)?)))?;
        let themes = "SELECT priority_id, theme FROM platform_priority_theme ORDER BY 1, 2";
        let themes =
            rows(connection, themes, |row| Ok((row.get::<_, i64>(0)?, decode::name(row, 1)?)))?;
        for (_, priority) in &mut all {
            priority.text = texts.remove(&priority.id).unwrap_or_default();
            let own = articles.iter().filter(|(of, _)| *of == priority.id);
            own.filter_map(|(_, number)| Article::new(*number))
                .for_each(|article| priority.articles.insert(article));
            let own = themes.iter().filter(|(of, _)| *of == priority.id);
            priority.themes.extend(own.map(|(_, theme)| theme.clone()));
        }
        Ok(all)
    }
}
