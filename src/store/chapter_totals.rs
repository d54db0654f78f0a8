//! Reading how many needs there are of each provenance and set of chapters.

use super::needs::Ids;
use super::{StoreError, decode};
use crate::query::register::ChapterTotals;
use rusqlite::Connection;

/// The lines that hold needs.
pub(super) fn read(connection: &Connection, ids: &Ids) -> Result<ChapterTotals, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT review_id, state_id, source, chapters, needs FROM tally WHERE needs > 0",
    )?;
    let mut rows = statement.query([])?;
    let mut tally = ChapterTotals::default();
    while let Some(row) = rows.next()? {
        let place = match row.get(0)? {
            0 => {
                let source = row.get_ref(2)?.as_str().map_err(|_| decode::strange(row, 2))?;
                ids.of_outside(row.get(1)?, source)?
            }
            review => ids.of_review(review)?,
        };
        tally.lines.push((place, row.get(3)?, row.get(4)?));
    }
    Ok(tally)
}

/// How many needs there are, and how many articles they touch together.
pub(super) fn totals(connection: &Connection) -> Result<(usize, usize), StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT coalesce(sum(needs), 0), coalesce(sum(articles), 0) FROM tally")?;
    let (needs, articles): (u32, u32) =
        statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((needs as usize, articles as usize))
}

#[cfg(test)]
mod tests {
    use crate::query::register::ProvenancePlace;
    use crate::store::{APPLICATION_ID, Access, Store};
    use proptest::prelude::*;

    /// Something that happens to needs and their articles.
    #[derive(Clone, Debug)]
    enum Step {
        Need { id: u32, review: u32 },
        Outside { id: u32, state: u32 },
        Article { need: u32, article: u32 },
        NoArticle { need: u32, article: u32 },
        NoNeed { id: u32 },
        Move { id: u32, review: u32 },
        MoveOut { id: u32, state: u32 },
        MoveReview { review: u32, state: u32 },
        Chapter { need: u32, chapter: u32 },
        NoChapter { need: u32, chapter: u32 },
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let (id, review, article) = (1..6_u32, 1..3_u32, prop::sample::select(vec![5, 8, 15, 52]));
        let step = prop_oneof![
            2 => (id.clone(), review.clone()).prop_map(|(id, review)| Step::Need { id, review }),
            4 => (id.clone(), article.clone())
                .prop_map(|(need, article)| Step::Article { need, article }),
            1 => (id.clone(), article).prop_map(|(need, article)| Step::NoArticle { need, article }),
            1 => id.clone().prop_map(|id| Step::NoNeed { id }),
            1 => (id.clone(), review.clone()).prop_map(|(id, review)| Step::Move { id, review }),
            2 => (id.clone(), 1..3_u32).prop_map(|(id, state)| Step::Outside { id, state }),
            1 => (id.clone(), 1..3_u32).prop_map(|(id, state)| Step::MoveOut { id, state }),
            1 => (review, 3..5_u32).prop_map(|(review, state)| Step::MoveReview { review, state }),
            3 => (id.clone(), 2..6_u32).prop_map(|(need, chapter)| Step::Chapter { need, chapter }),
            1 => (id, 2..6_u32).prop_map(|(need, chapter)| Step::NoChapter { need, chapter }),
        ];
        prop::collection::vec(step, 0..40)
    }

    fn do_steps(store: &Store, steps: &[Step]) {
        for step in steps {
            let sql = match step {
                Step::Need { id, review } => format!(
                    "INSERT OR IGNORE INTO need (id, review_id, text, language)
                     VALUES ({id}, {review}, 'x', 'en')"
                ),
                Step::Article { need, article } => format!(
                    "INSERT OR IGNORE INTO need_article SELECT id, {article} FROM need WHERE id = {need}"
                ),
                Step::NoArticle { need, article } => {
                    format!(
                        "DELETE FROM need_article WHERE need_id = {need} AND article = {article}"
                    )
                }
                Step::NoNeed { id } => format!(
                    "DELETE FROM need_article WHERE need_id = {id};
                     DELETE FROM need_chapter WHERE need_id = {id}; DELETE FROM need WHERE id = {id}"
                ),
                Step::Move { id, review } => format!(
                    "UPDATE need SET review_id = {review}, source = 'review',
                       state_id = (SELECT state_id FROM review WHERE id = {review}) WHERE id = {id}"
                ),
                Step::Outside { id, state } => format!(
                    "INSERT OR IGNORE INTO need (id, state_id, source, text)
                     VALUES ({id}, {state}, 'state-report', 'x')"
                ),
                Step::MoveOut { id, state } => format!(
                    "UPDATE need SET review_id = NULL, state_id = {state}, source = 'direct-request'
                     WHERE id = {id}"
                ),
                Step::MoveReview { review, state } => {
                    format!("UPDATE OR IGNORE review SET state_id = {state} WHERE id = {review}")
                }
                Step::Chapter { need, chapter } => format!(
                    "INSERT OR IGNORE INTO need_chapter SELECT id, {chapter} FROM need WHERE id = {need}"
                ),
                Step::NoChapter { need, chapter } => {
                    format!(
                        "DELETE FROM need_chapter WHERE need_id = {need} AND chapter = {chapter}"
                    )
                }
            };
            store.connection.execute_batch(&sql).unwrap();
        }
    }

    fn with_two_reviews() -> Store {
        let store = Store::in_memory().unwrap();
        let reviews = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1), (2, 1, 2)";
        store.connection.execute_batch(reviews).unwrap();
        store
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_tally_follows_whatever_happens_to_needs(steps in steps()) {
            let store = with_two_reviews();
            do_steps(&store, &steps);
            prop_assert_eq!(store.check().unwrap(), []);
        }
    }

    #[test]
    fn a_tally_that_is_wrong_is_found() {
        let store = with_two_reviews();
        do_steps(&store, &[Step::Need { id: 1, review: 2 }]);
        store.connection.execute_batch("UPDATE tally SET needs = 2 WHERE review_id = 2").unwrap();
        let findings = store.check().unwrap();
        let found: Vec<_> = findings.iter().map(|f| (f.id, f.row.as_deref())).collect();
        assert_eq!(found, [("tally", Some("2"))]);
        let link = "UPDATE need_article SET article = 6";
        do_steps(&store, &[Step::Article { need: 1, article: 5 }]);
        assert!(store.connection.execute_batch(link).is_err(), "it would not be counted");
    }

    #[test]
    fn a_need_is_of_a_state_and_of_the_state_of_its_review() {
        let store = with_two_reviews();
        let state = |id: u32| -> Option<i64> {
            let sql = format!("SELECT state_id FROM need WHERE id = {id}");
            store.connection.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        do_steps(&store, &[Step::Need { id: 1, review: 2 }, Step::Outside { id: 2, state: 2 }]);
        assert_eq!((state(1), state(2)), (Some(1), Some(2)));
        for refused in [
            "INSERT INTO need (text) VALUES ('x')",
            "INSERT INTO need (text, source) VALUES ('x', 'state-report')",
            "INSERT INTO need (text, review_id, state_id) VALUES ('x', 1, 2)",
            "INSERT INTO need (text, review_id, source) VALUES ('x', 1, 'direct-request')",
            "INSERT INTO need (text, state_id, source) VALUES ('x', 1, 'rumour')",
            "UPDATE need SET state_id = 2 WHERE id = 1",
            "UPDATE need SET state_id = NULL WHERE id = 2",
            "UPDATE need SET review_id = 2 WHERE id = 2",
            "UPDATE need SET source = 'review' WHERE id = 2",
        ] {
            assert!(store.connection.execute_batch(refused).is_err(), "{refused}");
        }
        do_steps(&store, &[Step::MoveReview { review: 2, state: 3 }]);
        assert_eq!(state(1), Some(3), "a review takes its needs along");
        assert_eq!(store.check().unwrap(), []);
        let bypassed = "DROP TRIGGER need_state; UPDATE need SET state_id = 5 WHERE id = 1";
        store.connection.execute_batch(bypassed).unwrap();
        let findings = store.check().unwrap();
        let found = |finding: &&crate::store::CheckFinding| finding.id == "need-state";
        assert_eq!(findings.iter().find(found).and_then(|finding| finding.need), Some(1));
    }

    #[test]
    fn a_register_of_the_first_schema_gets_its_tally() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("old.db");
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch(include_str!("migrations/0001_register.sql")).unwrap();
        connection.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
        connection
            .execute_batch(
                "PRAGMA user_version = 1;
                 INSERT INTO state
                   VALUES (1, NULL, NULL, 'x', 'x', '', 'state', 1, NULL, NULL, 0, 0, 0, NULL);
                 INSERT INTO article VALUES (8, 2, '', ''), (52, 5, '', '');
                 INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                 INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en');
                 INSERT INTO need_article VALUES (1, 8), (1, 52)",
            )
            .unwrap();
        drop(connection);
        let store = Store::open(&path, Access::ReadWrite).unwrap();
        assert_eq!(store.check().unwrap(), []);
        let loading = store.loading(true).unwrap();
        assert_eq!(loading.tally().lines, [(ProvenancePlace::of_review(0), 0b1001, 1)]);
    }
}
