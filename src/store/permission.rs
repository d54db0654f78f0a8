//! Decides whether a person may change a record: every write asks here. In a session the role of the person decides, by
//! the table of permissions ([`Role::may`]) and by the records of the file. Outside one every person may change every
//! record, but for the settings that decide for everybody what could serve whom: these are for officers.

use super::held_role::{Standing, standing};
use super::records::Row;
use super::{HeldRole, Rights, StoreError, setting_row};
use crate::domain::{Coded, Day, Deed, Kind, PersonKind, Record, Scope, Setting, ThemeNames};
use crate::fields::RecordField;
use rusqlite::Connection;

/// The permission of one writer, for one write.
pub(super) struct Permission<'a> {
    connection: &'a Connection,
    who: &'a str,
    /// The role that a session holds, with what the register says of the person now.
    held: Option<(&'a HeldRole, Standing)>,
}

impl<'a> Permission<'a> {
    /// The permission of a writer with the rights of a store. The register is asked anew for every write, so that a
    /// role that is changed while a session runs binds from the next write on.
    ///
    /// Errors: [`StoreError::OtherName`] if a session would write under another name; [`StoreError::UnknownPerson`] and
    /// [`StoreError::Retired`] if the person of a session is there no longer.
    pub(super) fn of(
        connection: &'a Connection,
        rights: &'a Rights,
        who: &'a str,
        today: Day,
    ) -> Result<Self, StoreError> {
        let held = match rights {
            Rights::Unlocked => None,
            Rights::Held(held) => {
                held.refuse_other_name(who)?;
                Some((held, standing(connection, &held.who)?.still_held(&held.who, today)?))
            }
        };
        Ok(Self { connection, who, held })
    }

    /// Refuses the change of a record before it is written, by what the file says of it.
    ///
    /// Errors: [`StoreError::NotInRole`] if the role does not allow it, [`StoreError::MayNot`] if the person may not,
    /// [`StoreError::OnlyOfficers`] if officers alone may.
    pub(super) fn refuse(
        &self,
        record: Record,
        before: &Row,
        after: &Row,
    ) -> Result<(), StoreError> {
        #[cfg(test)]
        if self.who == REFUSED {
            return Err(StoreError::MayNot(self.who.to_owned(), record));
        }
        if self.held.is_none() {
            return self.refuse_setting(record);
        }
        let deed = deed(before, after);
        let is_new = before.version == 0;
        // A need that was given to the person stays where it is.
        let stage = if is_moved(record, before, after) { Stage::Moved } else { Stage::Before };
        // What a new record belongs to is known when it is written.
        let stands = |scope| {
            if is_new { Ok(scope != Scope::Nothing) } else { self.is_in(scope, record, stage) }
        };
        self.refuse_unless(record, deed, stands)?;
        self.refuse_into(record, before, after)?;
        self.refuse_new_themes(record, before, after)
    }

    /// Refuses to merge a need into one that the person may not change: it takes over what pointed to the other.
    fn refuse_into(&self, record: Record, before: &Row, after: &Row) -> Result<(), StoreError> {
        let Some(field) = RecordField::from_code(record.kind, "merged-into") else { return Ok(()) };
        let into = after.get(field).filter(|into| before.get(field) != Some(*into));
        let Some(number) = into.and_then(|into| into.parse().ok()) else { return Ok(()) };
        let stays = Record { kind: record.kind, number };
        self.refuse_unless(stays, Deed::Change, |scope| self.is_in(scope, stays, Stage::Before))
    }

    /// Refuses to make a theme by giving it to a need, unless the person may add themes.
    fn refuse_new_themes(
        &self,
        record: Record,
        before: &Row,
        after: &Row,
    ) -> Result<(), StoreError> {
        let themes =
            RecordField::from_code(Kind::Need, "theme").filter(|_| record.kind == Kind::Need);
        let Some(field) = themes.filter(|field| before.get(*field) != after.get(*field)) else {
            return Ok(());
        };
        let mut known =
            self.connection.prepare_cached("SELECT 1 FROM main.theme WHERE code = ?1")?;
        for name in ThemeNames::read(after.get(field)).iter() {
            if !known.exists([name])? {
                let theme = Record { kind: Kind::Theme, number: 0 };
                self.refuse_unless(theme, Deed::Add, |scope| Ok(scope != Scope::Nothing))?;
            }
        }
        Ok(())
    }

    /// Refuses the change of a record that is written, by what it has become: nobody moves a record to where the person
    /// may not write. The caller takes the write back.
    ///
    /// Errors: [`StoreError::NotInRole`].
    pub(super) fn refuse_written(
        &self,
        record: Record,
        before: &Row,
        after: &Row,
    ) -> Result<(), StoreError> {
        // A need that is handed over leaves the queue, and may have come from another region.
        let stays =
            record.kind == Kind::Need && before.version > 0 && !is_moved(record, before, after);
        if self.held.is_none() || stays {
            return Ok(());
        }
        let stands = |scope| self.is_in(scope, record, Stage::After);
        self.refuse_unless(record, deed(before, after), stands)
    }

    /// Refuses a deed unless the role that is held and the person's own role both allow it: a role that was lowered
    /// gives nothing that the person's own would not.
    fn refuse_unless(
        &self,
        record: Record,
        deed: Deed,
        stands: impl Fn(Scope) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        let Some((held, own)) = &self.held else { return Ok(()) };
        for role in [held.role.min(own.role), own.role] {
            if !stands(role.may(deed, record.kind))? {
                let who = held.who.clone();
                return Err(StoreError::NotInRole { who, role, deed, record });
            }
        }
        Ok(())
    }

    /// Whether a record is in a scope of the person, as the file has it now.
    fn is_in(&self, scope: Scope, record: Record, stage: Stage) -> Result<bool, StoreError> {
        let Some((held, own)) = &self.held else { return Ok(true) };
        let exists = |sql: &str, of: Option<u32>| {
            let mut statement = self.connection.prepare_cached(sql)?;
            Ok(statement.exists((record.number, of))?)
        };
        match (scope, record.kind) {
            (Scope::All, _) => Ok(true),
            (Scope::OwnState, Kind::Need) => exists(NEED_OF_STATE, own.state),
            (Scope::OwnState, Kind::Comment) => exists(COMMENT_OF_STATE, own.state),
            (Scope::OwnState, Kind::Match) => exists(MATCH_OF_STATE, own.state),
            (Scope::Region, Kind::Need) if stage != Stage::Before => {
                exists(NEED_OF_REGION, Some(own.number))
            }
            (Scope::Region, Kind::Need) => exists(NEED_OF_QUEUE_OR_REGION, Some(own.number)),
            (Scope::Region, Kind::Comment) => exists(COMMENT_OF_REGION, Some(own.number)),
            (Scope::Region, Kind::Match) => exists(MATCH_OF_REGION, Some(own.number)),
            (Scope::Region, Kind::Activity) => exists(ACTIVITY_OF_REGION, Some(own.number)),
            (Scope::Region, Kind::Overlap) => exists(OVERLAP_OF_REGION, Some(own.number)),
            (Scope::Own | Scope::Shared, Kind::View) => {
                let mut statement = self.connection.prepare_cached(VIEW_OF)?;
                let shared = scope == Scope::Shared;
                Ok(statement.exists((record.number, &held.who, shared))?)
            }
            (Scope::Own, Kind::Comment) => {
                let mut statement = self.connection.prepare_cached(COMMENT_BY)?;
                Ok(statement.exists((record.number, &held.who))?)
            }
            // The table of permissions has no other cell.
            (Scope::Nothing | Scope::OwnState | Scope::Region | Scope::Own | Scope::Shared, _) => {
                Ok(false)
            }
        }
    }

    /// Outside a session: refuses a setting for officers to everybody else.
    fn refuse_setting(&self, record: Record) -> Result<(), StoreError> {
        if record.kind != Kind::Setting {
            return Ok(());
        }
        let setting = setting_row::numbered(self.connection, record.number)?;
        if is_for_officers(setting) && !is_officer(self.connection, self.who)? {
            return Err(StoreError::OnlyOfficers(self.who.to_owned(), setting));
        }
        Ok(())
    }
}

/// Whether a record is looked at before it is written or after.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Before,
    /// Before it is written as a need of another State or review.
    Moved,
    After,
}

/// Whether a need becomes one of another State or review.
fn is_moved(record: Record, before: &Row, after: &Row) -> bool {
    let moves = |field: &RecordField| matches!(field.code(), "state" | "review");
    record.kind == Kind::Need && after.differing(before).iter().any(moves)
}

/// What a write does with a record.
fn deed(before: &Row, after: &Row) -> Deed {
    match (before.version, before.is_there() == after.is_there()) {
        (0, _) => Deed::Add,
        (_, true) => Deed::Change,
        (_, false) => Deed::TakeOut,
    }
}

/// Whether officers alone may change a setting outside a session.
fn is_for_officers(setting: Setting) -> bool {
    match setting {
        Setting::CandidateWeights => true,
        Setting::OverdueDays => false,
    }
}

/// Whether somebody has the post of an officer, by its code.
fn is_officer(connection: &Connection, who: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM person WHERE code = ?1 AND kind = ?2 AND void = 0";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.exists([who, PersonKind::Officer.code()])?)
}

// Records (`?1`) of a State, or of the States of an adviser (`?2`). They name the tables of the file itself, since a
// session may see a part of these alone.
const NEED_OF_STATE: &str = "SELECT 1 FROM main.need WHERE id = ?1 AND state_id = ?2";
const COMMENT_OF_STATE: &str = "SELECT 1 FROM main.comment c JOIN main.need n ON n.id = c.need_id
                                WHERE c.id = ?1 AND n.state_id = ?2";
const MATCH_OF_STATE: &str =
    "SELECT 1 FROM main.need_activity m JOIN main.need n ON n.id = m.need_id
                              WHERE m.id = ?1 AND n.state_id = ?2";
const NEED_OF_REGION: &str = "SELECT 1 FROM main.need n JOIN main.state s ON s.id = n.state_id
                              WHERE n.id = ?1 AND s.adviser_id = ?2";
const NEED_OF_QUEUE_OR_REGION: &str =
    "SELECT 1 FROM main.need n JOIN main.state s ON s.id = n.state_id
     WHERE n.id = ?1 AND (s.adviser_id = ?2 OR n.focal_point_id = ?2)";
const COMMENT_OF_REGION: &str =
    "SELECT 1 FROM main.comment c JOIN main.need n ON n.id = c.need_id JOIN main.state s ON s.id = n.state_id
     WHERE c.id = ?1 AND (s.adviser_id = ?2 OR n.focal_point_id = ?2)";
const MATCH_OF_REGION: &str =
    "SELECT 1 FROM main.need_activity m JOIN main.need n ON n.id = m.need_id JOIN main.state s ON s.id = n.state_id
     WHERE m.id = ?1 AND (s.adviser_id = ?2 OR n.focal_point_id = ?2)";
/// An activity in at least one State of the region, and in no other.
const ACTIVITY_OF_REGION: &str = "
    SELECT 1 FROM main.activity_state a JOIN main.state s ON s.id = a.state_id
    WHERE a.activity_id = ?1 AND a.role IN ('helped', 'host')
    GROUP BY a.activity_id HAVING min(s.adviser_id IS ?2) = 1";
/// A mark of two activities of which one or both are in States of the region alone.
const OVERLAP_OF_REGION: &str = "
    SELECT 1 FROM main.overlap o JOIN main.activity_state a ON a.activity_id IN (o.first_id, o.second_id)
    JOIN main.state s ON s.id = a.state_id
    WHERE o.id = ?1 AND a.role IN ('helped', 'host')
    GROUP BY a.activity_id HAVING min(s.adviser_id IS ?2) = 1";
const VIEW_OF: &str =
    "SELECT 1 FROM main.saved_view WHERE id = ?1 AND (owner = ?2 OR ?3 AND owner IS NULL)";
/// A comment that somebody has signed: the log tells who added it.
const COMMENT_BY: &str = "
    SELECT 1 FROM main.batch b
    WHERE b.id = (SELECT min(batch_id) FROM main.change
                  WHERE kind <> 'need' AND kind = 'comment' AND record = ?1) AND b.who = ?2";

/// The name of the person who may change no record in tests.
#[cfg(test)]
pub(super) const REFUSED: &str = "somebody-who-may-not";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Edit, Kind, NeedNumber, Priority};
    use crate::fields::RecordField;
    use crate::store::{Edited, RecordEdit, RecordWrite, Store, Write};

    #[test]
    fn every_way_to_write_asks_whether_the_person_may() {
        let store = Store::in_memory().unwrap();
        let sql = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                   INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en')";
        store.connection.execute_batch(sql).unwrap();
        let need = Record::need(NeedNumber::new(1));
        let refused = Some(StoreError::MayNot(REFUSED.to_owned(), need));
        let change = Change::Priority(Some(Priority::High));
        let edits = vec![Edit { need: NeedNumber::new(1), change, if_version: None }];
        let mut write = Write { who: REFUSED.into(), note: String::new(), edits };
        assert_eq!(store.write(&write).err(), refused);
        assert_eq!(store.rehearse(&write).err(), refused);
        let text = RecordField::from_code(Kind::Need, "text").unwrap();
        let edit = |record, values, void| RecordEdit { record, values, void, if_version: None };
        let all = |edits| RecordWrite { who: REFUSED.into(), note: String::new(), edits };
        let known = Edited::Known(need);
        let changed = vec![edit(known, vec![(text, Some("y".into()))], None)];
        assert_eq!(store.edit(&all(changed)).err(), refused);
        let out = vec![edit(known, Vec::new(), Some(true))];
        assert_eq!(store.edit(&all(out)).err(), refused);
        write.who = "me".into();
        store.write(&write).unwrap();
        let sql = "INSERT INTO batch (at, who) SELECT at, ?1 FROM batch;
                   INSERT INTO change (batch_id, kind, record, field, before, after, version)
                   SELECT 2, kind, record, field, before, after, version FROM change";
        store.connection.execute_batch(&sql.replace("?1", &format!("'{REFUSED}'"))).unwrap();
        assert_eq!(store.undo(2, REFUSED).err(), refused);
        assert_eq!(store.last_change(), Ok(2), "nothing else was written");
    }

    #[test]
    fn the_weights_of_candidates_are_for_officers_alone() {
        let store = Store::in_memory().unwrap();
        let people = "INSERT INTO person (code, kind, uuid, origin) VALUES
                      ('o', 'officer', randomblob(16), 'recorded'),
                      ('f', 'focal point', randomblob(16), 'recorded'),
                      ('a', 'adviser', randomblob(16), 'recorded')";
        store.connection.execute_batch(people).unwrap();
        let (weights, days) = (Setting::CandidateWeights, Setting::OverdueDays);
        for who in ["f", "a", "nobody-known"] {
            let refused = StoreError::OnlyOfficers(who.to_owned(), weights);
            assert_eq!(store.set(who, weights, "50,20,10,10,10", None).err(), Some(refused));
            assert!(store.set(who, days, "60", None).is_ok(), "{who}: the other setting");
        }
        store.set("o", weights, "50,20,10,10,10", None).unwrap();
        let batch = store.last_change().unwrap();
        let last = "SELECT max(id) FROM batch";
        let batch_id: i64 = store.connection.query_row(last, [], |row| row.get(0)).unwrap();
        let post = |kind: &str| format!("UPDATE person SET kind = '{kind}' WHERE code = 'o'");
        store.connection.execute_batch(&post("adviser")).unwrap();
        let refused = StoreError::OnlyOfficers("o".to_owned(), weights);
        assert_eq!(store.undo(batch_id, "o").err(), Some(refused), "undoing is a change too");
        assert_eq!(store.last_change().unwrap(), batch);
        store.connection.execute_batch(&post("officer")).unwrap();
        store.undo(batch_id, "o").unwrap();
        let now = store.settings().unwrap();
        assert!(now.iter().any(|row| row.setting == weights && row.value == weights.usual()));
    }
}
