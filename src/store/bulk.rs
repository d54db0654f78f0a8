//! Streamed insertion: a whole register written once, need by need, in bounded memory.
//!
//! Equal arguments make equal files, byte for byte: the id of the line of copies ([`super::identity`]) is set by the
//! first write.
//!
//! The file is built beside its place under another name, without a log and without the indexes,
//! and takes its name when it is complete: at the place there is either nothing or a whole
//! register. Nothing here changes a register in use.

use super::{
    StoreError, companion_paths, create, identified, names, own_day, placing, register_id,
    seed_assistance,
};
use crate::domain::{
    ArticleSet, Coded, Cycle, Day, Kind, Moment, Origin, RegisterId, SAMPLE_DAY, Step, TriageField,
};
use crate::text::Names;
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};

/// A review to insert. States are ISO 3166 alpha-2 codes.
pub struct NewReview<'a> {
    /// The State under review.
    pub state: &'a str,
    /// The cycle.
    pub cycle: Cycle,
    /// Whether stakeholders outside government took part, where stated.
    pub stakeholders: Option<bool>,
    /// The two reviewing States.
    pub reviewers: [&'a str; 2],
    /// The day of each step by [`Step`]'s index.
    pub steps: [Option<Day>; Step::COUNT],
    /// Whether the direct dialogue was a joint meeting, where it was held.
    pub joint_meeting: Option<bool>,
}

/// One write of one person: the batch of a need's change rows.
pub struct NewBatch {
    /// The moment of the write.
    pub at: Moment,
    /// The code of the person.
    pub who: String,
    /// The person's reason.
    pub note: String,
}

/// The values that one batch sets in one need. Values are as the log keeps them; the value before is known
/// from the writes before.
pub struct NewWrite<'a> {
    /// The place of the batch in the list given to [`Bulk::batches`].
    pub batch: u32,
    /// Each field with its new value.
    pub values: Vec<(TriageField, &'a str)>,
}

/// A need to insert.
pub struct NewNeed<'a> {
    /// The id of its review, as [`Bulk::review`] gave it.
    pub review: i64,
    /// The code of its category.
    pub category: Option<&'a str>,
    /// Its text.
    pub text: &'a str,
    /// The language of the text.
    pub language: &'a str,
    /// The document that states it.
    pub document: &'a str,
    /// The paragraph there.
    pub paragraph: &'a str,
    /// The day it was identified.
    pub identified: Option<Day>,
    /// The articles that it touches.
    pub articles: ArticleSet,
    /// The English names of its themes.
    pub themes: &'a [String],
    /// The codes of the activities that serve it.
    pub activities: &'a [&'a str],
    /// The writes of its triage, the earliest first.
    pub writes: &'a [NewWrite<'a>],
}

/// A register under construction.
pub struct Bulk {
    connection: Connection,
    target: PathBuf,
    making: PathBuf,
    /// The indexes and triggers that the finished register has.
    later: Vec<String>,
    batches: Vec<NewBatch>,
    used: Vec<bool>,
    needs: u32,
    id: RegisterId,
    /// The origin that all its needs get.
    origin: Origin,
}

impl Bulk {
    /// Starts a register for a path where nothing stands: the schema and the reference facts.
    /// `illustrative` says that its needs are made up. Its records get their UUIDs from the `id`; without one, from one
    /// by chance.
    pub fn create(
        target: &Path,
        illustrative: bool,
        id: Option<RegisterId>,
    ) -> Result<Self, StoreError> {
        placing::refuse_taken(target)?;
        let making = placing::making(target);
        let connection = create::make(&making, id).map_err(|error| match error {
            StoreError::CannotMake(_, detail) => StoreError::CannotMake(target.to_owned(), detail),
            other => other,
        })?;
        let id = id.map_or_else(|| register_id::read(&connection), Ok)?;
        let mut bulk = Self {
            connection,
            target: target.to_owned(),
            making,
            later: Vec::new(),
            batches: Vec::new(),
            used: Vec::new(),
            needs: 0,
            id,
            origin: if illustrative { Origin::Illustrative } else { Origin::Recorded },
        };
        bulk.prepare(illustrative)?;
        Ok(bulk)
    }

    fn prepare(&mut self, illustrative: bool) -> Result<(), StoreError> {
        // Out of WAL for good: the finished file stands alone. Until then it may be lost in a
        // crash, since nobody knows it.
        for (name, value) in [("journal_mode", "DELETE"), ("journal_mode", "MEMORY")] {
            self.connection.pragma_update_and_check(None, name, value, |_| Ok(()))?;
        }
        self.connection.pragma_update(None, "synchronous", "OFF")?;
        self.connection.pragma_update(None, "foreign_keys", false)?;
        self.connection.pragma_update(None, "cache_size", -65_536)?;
        // Indexes, and the triggers that count and that give UUIDs: their work is done once at the end.
        let large = "SELECT type, name, sql FROM sqlite_schema
                     WHERE type = 'index' AND sql IS NOT NULL
                       AND tbl_name IN ('need', 'need_theme', 'need_activity', 'change')
                        OR type = 'trigger' AND (name LIKE 'tally%' OR name LIKE 'unlogged%'
                                                 OR name LIKE '%uuid%')";
        let found: Vec<(String, String, String)> = self
            .connection
            .prepare(large)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        for (kind, name, sql) in found {
            self.connection.execute_batch(&format!("DROP {kind} \"{name}\""))?;
            self.later.push(sql);
        }
        self.connection.execute_batch(
            "BEGIN;
             CREATE TEMP TABLE made (batch INTEGER, need_id INTEGER, field TEXT, before TEXT,
                                     after TEXT, version INTEGER);
             CREATE TEMP TABLE numbered (batch INTEGER PRIMARY KEY, id INTEGER);",
        )?;
        let value = if illustrative { "yes" } else { "no" };
        self.connection
            .execute("UPDATE meta SET value = ?1 WHERE key = 'illustrative'", [value])?;
        if illustrative {
            let day = SAMPLE_DAY.to_string();
            self.connection.execute("INSERT INTO meta VALUES (?1, ?2)", [own_day::KEY, &day])?;
        }
        Ok(())
    }

    /// Inserts a theme under the code by which the log names it.
    pub fn theme(&mut self, code: &str, called: &Names) -> Result<(), StoreError> {
        self.connection.execute("INSERT INTO theme (code) VALUES (?1)", [code])?;
        names::add(&self.connection, ("theme", self.connection.last_insert_rowid()), "name", called)
    }

    /// Inserts a review and gives its id.
    pub fn review(&mut self, review: &NewReview) -> Result<i64, StoreError> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO review (state_id, cycle, stakeholders, reviewer1_id, reviewer2_id)
             VALUES ((SELECT id FROM state WHERE iso2 = ?1), ?2, ?3,
                     (SELECT id FROM state WHERE iso2 = ?4), (SELECT id FROM state WHERE iso2 = ?5))",
        )?;
        let [first, second] = review.reviewers;
        let number = review.cycle.number();
        let id =
            insert.insert(params![review.state, number, review.stakeholders, first, second])?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO review_step (review_id, step, on_date, dialogue) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for (step, on) in Step::ALL.iter().zip(review.steps) {
            let Some(on) = on else { continue };
            let held =
                if review.joint_meeting == Some(true) { "joint meeting" } else { "country visit" };
            let dialogue = (*step == Step::DirectDialogue).then_some(held);
            insert.execute(params![id, step.code(), on.to_string(), dialogue])?;
        }
        Ok(id)
    }

    /// Gives the batches that needs refer to, the earliest first. Those that no need uses are
    /// left out at the end.
    pub fn batches(&mut self, batches: Vec<NewBatch>) {
        self.used = vec![false; batches.len()];
        self.batches = batches;
    }

    /// Inserts a need with its links and the rows of its log. Ids count from 1.
    pub fn need(&mut self, need: &NewNeed) -> Result<(), StoreError> {
        self.needs += 1;
        let mut now: [Option<&str>; TriageField::ALL.len()] = [None; TriageField::ALL.len()];
        let mut log = self
            .connection
            .prepare_cached("INSERT INTO temp.made VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        for (write, version) in need.writes.iter().zip(2..) {
            for (field, after) in &write.values {
                let before = now[field.index()].replace(after);
                log.execute(params![
                    write.batch,
                    self.needs,
                    field.code(),
                    before,
                    after,
                    version
                ])?;
            }
        }
        let last = need.writes.last().and_then(|write| self.batches.get(write.batch as usize));
        let last_of = |field: TriageField| now[field.index()];
        self.connection
            .prepare_cached(
                "INSERT INTO need (id, review_id, category_id, text, language, document, paragraph,
                                   identified_on, priority, horizon, response, focal_point_id,
                                   notes, version, changed_at, projected_on, duplicate_of, uuid,
                                   origin, state_id)
                 VALUES (?1, ?2, (SELECT id FROM category WHERE code = ?3), ?4, ?5, ?6, ?7, ?8, ?9,
                         ?10, ?11, (SELECT id FROM person WHERE code = ?12), ?13, ?14, ?15, ?16, ?17,
                         ?18, ?19, (SELECT state_id FROM review WHERE id = ?2))",
            )?
            .execute(params![
                self.needs,
                need.review,
                need.category,
                need.text,
                need.language,
                need.document,
                need.paragraph,
                need.identified.map(|day| day.to_string()),
                last_of(TriageField::Priority),
                last_of(TriageField::Horizon),
                last_of(TriageField::Response),
                last_of(TriageField::FocalPoint),
                last_of(TriageField::Notes).unwrap_or(""),
                need.writes.len() as u32 + 1,
                last.map(|batch| batch.at.seconds()),
                last_of(TriageField::ProjectedOn),
                last_of(TriageField::DuplicateOf),
                self.id.record(Kind::Need, &self.needs),
                self.origin.code(),
            ])?;
        for write in need.writes {
            if let Some(used) = self.used.get_mut(write.batch as usize) {
                *used = true;
            }
        }
        self.links(need)
    }

    fn links(&self, need: &NewNeed) -> Result<(), StoreError> {
        let mut article = self
            .connection
            .prepare_cached("INSERT INTO need_article (need_id, article) VALUES (?1, ?2)")?;
        for touched in need.articles.iter() {
            article.execute(params![self.needs, touched.number()])?;
        }
        let mut theme = self.connection.prepare_cached(
            "INSERT INTO need_theme (need_id, theme_id)
             VALUES (?1, (SELECT id FROM theme WHERE code = ?2))",
        )?;
        for name in need.themes {
            theme.execute(params![self.needs, name])?;
        }
        let mut activity = self.connection.prepare_cached(
            "INSERT INTO need_activity (need_id, activity_id, origin)
             VALUES (?1, (SELECT id FROM activity WHERE code = ?2),
                     CASE (SELECT value FROM meta WHERE key = 'illustrative')
                     WHEN 'yes' THEN 'illustrative' ELSE 'recorded' END)",
        )?;
        for code in need.activities {
            activity.execute(params![self.needs, code])?;
        }
        Ok(())
    }

    /// Completes the register, checks it and gives it its name. Returns how many changes its log
    /// holds.
    pub fn finish(mut self) -> Result<u64, StoreError> {
        let changes = self.write_log()?;
        seed_assistance::link_themes(&self.connection)?;
        seed_assistance::link_needs(&self.connection)?;
        identified::give_but_to_needs(&self.connection, self.id)?;
        for sql in std::mem::take(&mut self.later) {
            self.connection.execute_batch(&sql)?;
        }
        self.connection.execute_batch(
            "INSERT INTO tally SELECT review_id, state_id, source, chapters, needs, articles FROM tally_now",
        )?;
        let broken: i64 = self.connection.query_row(
            "SELECT count(*) FROM pragma_foreign_key_check",
            [],
            |row| row.get(0),
        )?;
        if broken > 0 {
            return Err(StoreError::Damaged(None, format!("foreign keys: {broken}")));
        }
        self.connection.execute_batch("DROP TABLE temp.made; DROP TABLE temp.numbered; COMMIT")?;
        self.connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        placing::place(&self.making, &self.target)?;
        Ok(changes)
    }

    /// The log in the order of time: the batches that changed something, and their changes by need.
    fn write_log(&mut self) -> Result<u64, StoreError> {
        let mut batch = self
            .connection
            .prepare_cached("INSERT INTO batch (at, who, note) VALUES (?1, ?2, ?3)")?;
        let mut number =
            self.connection.prepare_cached("INSERT INTO temp.numbered VALUES (?1, ?2)")?;
        for ((place, new), used) in (0u32..).zip(&self.batches).zip(&self.used) {
            if *used {
                let id = batch.insert(params![new.at.seconds(), new.who, new.note])?;
                number.execute(params![place, id])?;
            }
        }
        let changes = self.connection.execute(
            "INSERT INTO change (batch_id, kind, record, field, before, after, version)
             SELECT n.id, 'need', m.need_id, m.field, m.before, m.after, m.version
             FROM temp.made m JOIN temp.numbered n ON n.batch = m.batch
             ORDER BY n.id, m.need_id, m.rowid",
            [],
        )?;
        Ok(changes as u64)
    }
}

impl Drop for Bulk {
    /// Removes the name under which the file was built, and with it whatever was not finished.
    fn drop(&mut self) {
        let beside = companion_paths::beside_all(&self.making);
        for path in beside.iter().chain([&self.making]) {
            // A file that cannot be removed stays; its name tells that it is unfinished.
            let _ = std::fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn names(folder: &Path) -> Vec<std::ffi::OsString> {
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect()
    }

    #[test]
    fn what_is_not_finished_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let bulk = Bulk::create(&folder.path().join("new.db"), true, None).unwrap();
        drop(bulk);
        assert_eq!(names(folder.path()), Vec::<std::ffi::OsString>::new());
    }

    #[test]
    fn what_appears_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.db");
        let bulk = Bulk::create(&path, false, None).unwrap();
        std::fs::write(&path, "mine").unwrap();
        assert_eq!(bulk.finish(), Err(StoreError::Exists(path.clone())));
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        assert_eq!(names(folder.path()), ["new.db"]);
    }

    #[test]
    fn a_finished_register_has_every_index_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.db");
        Bulk::create(&path, false, None).unwrap().finish().unwrap();
        let schema = |store: &Store| -> Vec<String> {
            let sql = "SELECT name FROM sqlite_schema ORDER BY name";
            let mut statement = store.connection.prepare(sql).unwrap();
            let rows = statement.query_map([], |row| row.get(0)).unwrap();
            rows.map(Result::unwrap).collect()
        };
        let made = Store::open(&path, crate::store::Access::ReadOnly).unwrap();
        assert_eq!(schema(&made), schema(&Store::in_memory().unwrap()));
        assert_eq!(made.check().unwrap(), []);
    }
}
