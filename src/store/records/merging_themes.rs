//! The merge of two themes: needs and activities that have the first get the second.
//!
//! Void needs and activities too, so that they can be brought back afterwards. What platforms agreed on as priorities
//! names themes in words of its own and stays as it was published.

use super::merging::{RecordMerge, ThemeUses, field, numbers};
use super::row::{Row, Rows};
use crate::domain::{Kind, NeedNumber, Record, ThemeNames, TriageField};
use crate::fields::RecordField;
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The themes, by the codes that the log has for them.
struct Codes {
    gone: String,
    stays: String,
}

impl Codes {
    /// Gives the themes of a record with the one in the place of the other.
    fn moved(&self, themes: Option<&str>) -> String {
        let all = ThemeNames::read(themes);
        let others = all.iter().filter(|name| *name != self.gone);
        let codes: BTreeSet<&str> = others.chain([self.stays.as_str()]).collect();
        codes.into_iter().collect::<Vec<_>>().join("; ")
    }
}

/// Counts the needs and activities that have a theme.
pub(super) fn uses(connection: &Connection, theme: u32) -> Result<ThemeUses, StoreError> {
    let count = |sql: &str| -> Result<u32, StoreError> {
        Ok(connection.prepare_cached(sql)?.query_row([theme], |row| row.get(0))?)
    };
    Ok(ThemeUses {
        needs: count(
            "SELECT count(*) FROM need_theme l JOIN need n ON n.id = l.need_id
             WHERE l.theme_id = ?1 AND n.void = 0",
        )?,
        activities: count(
            "SELECT count(*) FROM activity_theme l JOIN activity a ON a.id = l.activity_id
             WHERE l.theme_id = ?1 AND a.void = 0",
        )?,
    })
}

/// Gives the rows that a merge of themes changes.
///
/// Errors: [`StoreError::IntoItself`] for a theme with itself; a missing or void theme; others' changes since the
/// versions seen; [`StoreError::Required`] if the staying theme would have no name.
pub(super) fn rows(connection: &Connection, merging: &RecordMerge) -> Result<Rows, StoreError> {
    let [gone, stays] = [merging.gone.0, merging.stays.0].map(|number| merging.of.record(number));
    if gone == stays {
        return Err(StoreError::IntoItself(gone));
    }
    let (lost, kept) = merging.seen(connection)?;
    let code = field(Kind::Theme, "code")?;
    let code = |row: &Row| row.get(code).unwrap_or_default().to_owned();
    let codes = Codes { gone: code(&lost), stays: code(&kept) };
    let (mut out, after) = (lost.clone(), merging.with_taken(&lost, &kept));
    let mut names = after.fields().iter().filter(|field| field.language().is_some());
    if !names.any(|name| after.get(*name).is_some()) {
        let missing = merging.taken.first().copied().unwrap_or(field(Kind::Theme, "name.en")?);
        return Err(StoreError::Required(vec![missing]));
    }
    out.set(RecordField::itself(Kind::Theme), None);
    let mut rows = Rows::new();
    let mut turn = |record: Record, row: Row, themes: RecordField| {
        let mut then = row.clone();
        then.set(themes, Some(codes.moved(row.get(themes))));
        rows.insert(record, (row, then));
    };
    let of_needs = "SELECT need_id FROM need_theme WHERE theme_id = ?1";
    for need in numbers(connection, of_needs, gone.number)?.into_iter().map(NeedNumber::new) {
        let row = match Row::triage(connection, need) {
            Err(StoreError::Void(record, _)) => Row::read(connection, record)?,
            row => row?,
        };
        turn(Record::need(need), row, TriageField::Themes.into());
    }
    let of_activities = "SELECT activity_id FROM activity_theme WHERE theme_id = ?1";
    let themes = field(Kind::Activity, "theme")?;
    for number in numbers(connection, of_activities, gone.number)? {
        let record = Record { kind: Kind::Activity, number };
        turn(record, Row::read(connection, record)?, themes);
    }
    rows.insert(gone, (lost, out));
    rows.insert(stays, (kept, after));
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::permission::REFUSED;
    use crate::store::records::tests::{self, add, first_values, register, set, values};
    use crate::store::{LogQuery, Mergeable, Store};

    /// The theme `asset` of [`register`], and one more.
    const ASSET: u32 = 1;
    const MONEY: u32 = 2;

    fn merging(gone: u32, stays: u32) -> RecordMerge {
        tests::merging(Mergeable::Theme, gone, stays)
    }

    /// Two themes; a need with the first, one with both, a void one with the first; an activity with both.
    fn two() -> Store {
        let store = register();
        add(&store, Kind::Theme, &values(&[("code", "money"), ("name.zh", "款")]));
        set(&store, Record::need(NeedNumber::new(1)), &[("theme", "asset")], None);
        set(&store, Record::need(NeedNumber::new(2)), &[("theme", "asset; money")], None);
        let third = add(&store, Kind::Need, &first_values(Kind::Need, 3));
        set(&store, third, &[("theme", "asset")], None);
        set(&store, third, &[], Some(true));
        let mut activity = first_values(Kind::Activity, 1);
        activity.retain(|(code, _)| code != "theme");
        let activity = add(&store, Kind::Activity, &activity);
        set(&store, activity, &[("theme", "asset; money")], None);
        store
    }

    fn all(store: &Store) -> Vec<String> {
        let sql = "SELECT 'n ' || need_id || ' ' || theme_id FROM need_theme
                   UNION ALL SELECT 'a ' || theme_id FROM activity_theme
                   UNION ALL SELECT 't ' || id || code || void FROM theme
                   UNION ALL SELECT 'x ' || record || language || text FROM name WHERE kind = 'theme'
                   UNION ALL SELECT 'v ' || id || ' ' || void FROM need ORDER BY 1";
        tests::lines(store, sql)
    }

    #[test]
    fn what_has_the_one_gets_the_other_and_one_undo_takes_it_back() {
        let store = two();
        let before = all(&store);
        let both = merging(ASSET, MONEY);
        let planned = store.rehearse_merge(&both).unwrap();
        assert_eq!(all(&store), before, "rehearsed alone");
        let batch = store.merge_records(&both).unwrap().batch.unwrap();
        let log = LogQuery { batch: Some(batch), ..LogQuery::default() };
        assert_eq!(store.log(&log).unwrap().len(), planned.len());
        assert_eq!(
            all(&store),
            [
                "a 2",
                "n 1 2",
                "n 2 2",
                "n 3 2",
                "t 1asset1",
                "t 2money0",
                "v 1 0",
                "v 2 0",
                "v 3 1",
                "x 1enasset",
                "x 2zh款"
            ]
        );
        assert_eq!(store.check().unwrap(), []);
        store.undo(batch, "me").unwrap();
        assert_eq!(all(&store), before);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn the_undo_of_a_tag_names_the_merge_that_moved_it() {
        let store = two();
        let log = store.log(&LogQuery::default()).unwrap();
        let tagged = log.iter().find(|entry| {
            entry.record == Record::need(NeedNumber::new(1))
                && entry.field == TriageField::Themes.into()
        });
        let batch = tagged.unwrap().batch;
        assert_eq!(store.undoable(batch).unwrap().fields[0].merged, None);
        store.merge_records(&merging(ASSET, MONEY)).unwrap();
        let found = store.undoable(batch).unwrap();
        assert_eq!(found.fields[0].merged.as_deref(), Some("asset"));
        assert!(found.fields[0].since.is_some());
    }

    #[test]
    fn a_void_need_comes_back_with_the_theme_that_stayed() {
        let store = two();
        let log = store.log(&LogQuery::default()).unwrap();
        let mut of_need =
            log.iter().filter(|entry| entry.record == Record::need(NeedNumber::new(3)));
        let void = of_need.find(|entry| entry.after.is_none()).unwrap().batch;
        store.merge_records(&merging(ASSET, MONEY)).unwrap();
        store.undo(void, "me").unwrap();
        assert!(all(&store).contains(&"v 3 0".to_owned()));
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn names_are_taken_over_where_the_user_says_so() {
        let store = two();
        let (english, chinese) =
            (field(Kind::Theme, "name.en").unwrap(), field(Kind::Theme, "name.zh").unwrap());
        let found = store.two_records(Mergeable::Theme, [ASSET, MONEY]).unwrap();
        let differing: Vec<&str> = found.differing.iter().map(|(of, _)| of.code()).collect();
        assert_eq!(differing, ["name.en", "name.zh"], "and not the code, which stays");
        let uses = [(2, 1), (1, 1)].map(|(needs, activities)| ThemeUses { needs, activities });
        assert_eq!(found.uses, Some(uses), "void needs are not counted");
        let mut both = merging(ASSET, MONEY);
        both.taken = vec![chinese];
        assert_eq!(
            store.merge_records(&both),
            Err(StoreError::Required(vec![chinese])),
            "no name left"
        );
        both.taken = vec![field(Kind::Theme, "code").unwrap()];
        assert!(matches!(store.merge_records(&both), Err(StoreError::GivenOnce(_))));
        both.taken = vec![english];
        store.merge_records(&both).unwrap();
        assert!(all(&store).contains(&"x 2enasset".to_owned()));
    }

    #[test]
    fn what_cannot_be_merged_is_refused_and_nothing_is_written() {
        let store = two();
        let versions = store.two_records(Mergeable::Theme, [ASSET, MONEY]).unwrap().versions;
        set(&store, Mergeable::Theme.record(ASSET), &[("name.en", "assets")], None);
        let before = all(&store);
        let mut stale = merging(ASSET, MONEY);
        stale.gone.1 = Some(versions[0]);
        let refused = store.merge_records(&stale);
        assert!(matches!(refused, Err(StoreError::Conflict(found)) if found.len() == 1));
        let itself = merging(MONEY, MONEY);
        let record = Mergeable::Theme.record(MONEY);
        assert_eq!(store.merge_records(&itself), Err(StoreError::IntoItself(record)));
        let unknown = store.merge_records(&merging(9, MONEY));
        assert!(matches!(unknown, Err(StoreError::UnknownRecord("theme", _))));
        let mut other = merging(ASSET, MONEY);
        other.who = REFUSED.into();
        assert!(matches!(store.merge_records(&other), Err(StoreError::MayNot(..))));
        assert_eq!(all(&store), before);
        store.merge_records(&merging(ASSET, MONEY)).unwrap();
        let void = store.merge_records(&merging(ASSET, MONEY));
        assert!(matches!(void, Err(StoreError::Void(record, _)) if record.number == ASSET));
    }
}
