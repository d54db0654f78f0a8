//! The sessions that are open: who is here, since when, by which key; and the mark that ends one. A row expires unless it
//! is renewed, so that a session that was cut off is gone within a minute.

use super::held_role::{standing, stated};
use super::{Rights, Store, StoreError, decode, own_day};
use crate::domain::{Coded, Moment, Role, clean_line};
use rusqlite::{OptionalExtension, params};

/// How long a row holds unless it is renewed, in seconds.
const HOLDS: i64 = 60;

/// An open session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// Its number, by which it is ended.
    pub number: i64,
    /// The code of the person.
    pub who: String,
    /// The role that it holds.
    pub role: Role,
    /// The fingerprint of the key by which it came; `None` if it is not known.
    pub key: Option<String>,
    /// When it began.
    pub since: Moment,
}

/// Whether a session goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoesOn {
    /// It does.
    Yes,
    /// This person has ended it.
    EndedBy(String),
    /// What the person may see, or the State of the person, is another one than when the session began: it would show
    /// what it may not.
    SeesOther,
}

impl Store {
    /// Writes down that a session has begun with the role that this store holds. Gives its number. `most` is how many
    /// sessions the person may have; `None` for no such limit.
    ///
    /// Errors: [`StoreError::Nobody`] if no role is held; [`StoreError::ManySessions`] if the person has so many already;
    /// a read-only, full or busy file.
    pub fn begin_session(&self, most: Option<u32>) -> Result<i64, StoreError> {
        let Rights::Held(held) = &self.rights else { return Err(StoreError::Nobody) };
        self.in_one_write(|transaction| {
            let now = Moment::now().seconds();
            transaction.prepare_cached("DELETE FROM session WHERE until <= ?1")?.execute([now])?;
            let mut own = transaction.prepare_cached(
                "SELECT count(*), min(id) FROM session WHERE who = ?1 AND ended IS NULL",
            )?;
            let (open, oldest): (u32, Option<i64>) =
                own.query_row([&held.who], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if let Some(oldest) = oldest.filter(|_| most.is_some_and(|most| open >= most)) {
                return Err(StoreError::ManySessions { who: held.who.clone(), open, oldest });
            }
            let mut insert = transaction.prepare_cached(
                "INSERT INTO session (who, role, key, since, until) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            let role = held.role.code();
            Ok(insert.insert(params![held.who, role, held.fingerprint, now, now + HOLDS])?)
        })
    }

    /// Whether a session goes on; to be asked once a second. Its row is renewed when half of its time is over. `number`
    /// is `None` for a session that is not listed, since its register is read-only.
    ///
    /// Errors: [`StoreError::UnknownPerson`] and [`StoreError::Retired`] if its person is there no longer; a file that
    /// cannot be read.
    pub fn session_goes_on(&self, number: Option<i64>) -> Result<GoesOn, StoreError> {
        let Rights::Held(held) = &self.rights else { return Ok(GoesOn::Yes) };
        let sql = "SELECT until, ended FROM session WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let row = statement
            .query_row([number], |row| Ok((row.get::<_, i64>(0)?, decode::optional_name(row, 1)?)));
        let row = row.optional()?;
        if let Some((_, Some(by))) = row {
            return Ok(GoesOn::EndedBy(by));
        }
        let today = own_day::today(&self.connection, self.day)?;
        let own = standing(&self.connection, &held.who)?.still_held(&held.who, today)?;
        if (own.sees, own.state) != (held.sees, held.state) {
            return Ok(GoesOn::SeesOther);
        }
        let Some(number) = number else { return Ok(GoesOn::Yes) };
        let now = Moment::now().seconds();
        if row.is_none_or(|(until, _)| until - now <= HOLDS / 2) {
            self.in_one_write(|transaction| {
                let mut renew = transaction.prepare_cached(
                    "INSERT INTO session (id, who, role, key, since, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (id) DO UPDATE SET until = excluded.until",
                )?;
                let (role, key) = (held.role.code(), &held.fingerprint);
                renew.execute(params![number, held.who, role, key, now, now + HOLDS])?;
                Ok(())
            })?;
        }
        Ok(GoesOn::Yes)
    }

    /// Takes a session out of the list when it is over.
    ///
    /// Errors: a read-only, full or busy file. They may be ignored: the row expires by itself.
    pub fn leave_session(&self, number: i64) -> Result<(), StoreError> {
        self.in_one_write(|transaction| {
            transaction.prepare_cached("DELETE FROM session WHERE id = ?1")?.execute([number])?;
            Ok(())
        })
    }

    /// The sessions that are open, the oldest first.
    ///
    /// Errors: [`StoreError::OnlyAdministrators`] in a session of somebody else.
    pub fn sessions(&self) -> Result<Vec<OpenSession>, StoreError> {
        self.refuse_unless_administrator()?;
        let mut statement = self.connection.prepare_cached(
            "SELECT id, who, role, key, since FROM session WHERE until > ?1 AND ended IS NULL
             ORDER BY since, id",
        )?;
        let rows = statement.query_map([Moment::now().seconds()], |row| {
            Ok(OpenSession {
                number: row.get(0)?,
                who: decode::name(row, 1)?,
                role: stated(row, 2)?.unwrap_or(Role::Reader),
                key: decode::optional_name(row, 3)?,
                since: Moment::from_seconds(row.get(4)?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Marks a session as ended by somebody; it looks at the mark once a second.
    ///
    /// Errors: [`StoreError::NoSession`] if none with this number is open; [`StoreError::OnlyAdministrators`] in a
    /// session of somebody else; a read-only, full or busy file.
    pub fn end_session(&self, number: i64, by: &str) -> Result<(), StoreError> {
        self.refuse_unless_administrator()?;
        self.own_name(by)?;
        let ended = self.in_one_write(|transaction| {
            let mut mark = transaction.prepare_cached(
                "UPDATE session SET ended = ?2 WHERE id = ?1 AND until > ?3 AND ended IS NULL",
            )?;
            Ok(mark.execute(params![number, clean_line(by), Moment::now().seconds()])?)
        })?;
        if ended == 1 { Ok(()) } else { Err(StoreError::NoSession(number)) }
    }

    /// The keys of the people whose posts are held, with the code of each person.
    ///
    /// Errors: [`StoreError::OnlyAdministrators`] in a session of somebody else.
    pub fn keys(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.refuse_unless_administrator()?;
        let today = own_day::today(&self.connection, self.day)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT p.code, k.key FROM person_key k JOIN person p ON p.id = k.person_id
             WHERE p.void = 0 ORDER BY p.code, k.key",
        )?;
        let rows =
            statement.query_map([], |row| Ok((decode::name(row, 0)?, decode::line(row, 1)?)))?;
        let mut keys = Vec::new();
        for row in rows {
            let (code, key) = row?;
            if standing(&self.connection, &code)?.still_held(&code, today).is_ok() {
                keys.push((code, key));
            }
        }
        Ok(keys)
    }

    /// In a session: refuses what administrators alone may see.
    fn refuse_unless_administrator(&self) -> Result<(), StoreError> {
        let Rights::Held(held) = &self.rights else { return Ok(()) };
        let own = standing(&self.connection, &held.who)?.role;
        match held.role.min(own) {
            Role::Administrator => Ok(()),
            role => Err(StoreError::OnlyAdministrators(role)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Access;

    #[test]
    fn a_session_is_listed_until_it_is_over_or_ended() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.db");
        let mut held = Store::create(&path).unwrap();
        held.hold("fp-gh", None, Some("SHA256:x".into())).unwrap();
        assert_eq!(held.sessions().err(), Some(StoreError::OnlyAdministrators(Role::FocalPoint)));
        assert!(held.keys().is_err() && held.end_session(1, "fp-gh").is_err());
        let outside = Store::open(&path, Access::ReadWrite).unwrap();
        assert_eq!(outside.begin_session(None), Err(StoreError::Nobody));
        let number = held.begin_session(Some(2)).unwrap();
        let second = held.begin_session(Some(2)).unwrap();
        let (who, open, oldest) = ("fp-gh".to_owned(), 2, number);
        let many = Err(StoreError::ManySessions { who, open, oldest });
        assert_eq!(held.begin_session(Some(2)), many);
        let mut other = Store::open(&path, Access::ReadWrite).unwrap();
        other.hold("fp-ke", None, None).unwrap();
        let others = other.begin_session(Some(1)).unwrap();
        other.leave_session(others).unwrap();
        let listed = outside.sessions().unwrap();
        assert_eq!(listed.iter().map(|one| one.number).collect::<Vec<_>>(), [number, second]);
        assert_eq!((&*listed[0].who, listed[0].role), ("fp-gh", Role::FocalPoint));
        assert_eq!(listed[0].key.as_deref(), Some("SHA256:x"));
        held.leave_session(second).unwrap();
        assert_eq!(held.session_goes_on(Some(number)), Ok(GoesOn::Yes));
        outside.end_session(number, "secretariat").unwrap();
        assert_eq!(outside.end_session(number, "me"), Err(StoreError::NoSession(number)));
        assert_eq!(held.session_goes_on(Some(number)), Ok(GoesOn::EndedBy("secretariat".into())));
        assert_eq!(outside.sessions(), Ok(Vec::new()));
        assert!(held.begin_session(Some(1)).is_ok(), "one that is ended does not count");
    }

    #[test]
    fn a_session_ends_when_its_person_may_see_something_else_or_is_gone() {
        let mut held = Store::in_memory().unwrap();
        held.hold("fp-gh", None, None).unwrap();
        let number = held.begin_session(None).unwrap();
        // A row that is nearly over is renewed.
        held.connection.execute_batch("UPDATE session SET until = since + 1").unwrap();
        assert_eq!(held.session_goes_on(Some(number)), Ok(GoesOn::Yes));
        let sql = "SELECT until - since FROM session";
        let left: i64 = held.connection.query_row(sql, [], |row| row.get(0)).unwrap();
        assert!(left >= HOLDS, "{left}");
        let set = |what: &str| {
            let sql = format!("UPDATE person SET {what} WHERE code = 'fp-gh'");
            held.connection.execute_batch(&sql).unwrap();
        };
        set("sees = 'own-state'");
        assert_eq!(held.session_goes_on(Some(number)), Ok(GoesOn::SeesOther));
        assert_eq!(held.session_goes_on(None), Ok(GoesOn::SeesOther), "one that is not listed");
        set("sees = NULL, until = '2001'");
        assert!(matches!(held.session_goes_on(Some(number)), Err(StoreError::Retired(..))));
    }
}
