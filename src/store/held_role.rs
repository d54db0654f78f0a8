//! The role that a session holds: looked up once for a person, and kept for every write and reading of the store.

use super::rights::{HeldRole, Rights};
use super::second_reader::SecondReader;
use super::{Store, StoreError, decode, own_day, own_state};
use crate::domain::{Coded, Day, PartialDate, PersonKind, Role, Sees, clean_line};
use crate::query::register::Disclosure;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};

/// What the register says of a person in a session.
pub(super) struct Standing {
    pub(super) number: u32,
    pub(super) kind: PersonKind,
    /// The person's own role.
    pub(super) role: Role,
    pub(super) state: Option<u32>,
    pub(super) sees: Sees,
    /// Until when the post is held.
    until: Option<PartialDate>,
}

impl Standing {
    /// This standing, unless the post is held no longer.
    ///
    /// Errors: [`StoreError::Retired`].
    pub(super) fn still_held(self, who: &str, today: Day) -> Result<Self, StoreError> {
        match self.until.filter(|until| until.last_day() <= today) {
            Some(until) => Err(StoreError::Retired(who.to_owned(), until.to_string())),
            None => Ok(self),
        }
    }
}

impl Store {
    /// Has this store hold the role of a person from now on, for every write and reading, also by connections that it
    /// opens later. `lowered` is the smaller role that was asked for, `fingerprint` that of the key of the session.
    ///
    /// Gives the rights that are held. Errors: [`StoreError::UnknownPerson`] if no post has this code;
    /// [`StoreError::Retired`] if the post is held no longer; [`StoreError::RoleRaised`] if the role that was asked for
    /// is larger than the person's own.
    pub fn hold(
        &mut self,
        who: &str,
        lowered: Option<Role>,
        fingerprint: Option<String>,
    ) -> Result<Rights, StoreError> {
        let who = clean_line(who);
        let today = own_day::today(&self.connection, self.day)?;
        let own = standing(&self.connection, &who)?.still_held(&who, today)?;
        let role = lowered.unwrap_or(own.role);
        if role > own.role {
            return Err(StoreError::RoleRaised { who, own: own.role, asked: role });
        }
        if own.sees == Sees::NoNames {
            self.kept = Some(self.kept.unwrap_or(Disclosure::Regions));
        }
        if own.sees == Sees::OwnState {
            own_state::narrow(&self.connection, own.state, &who)?;
            if let Some(source) = &mut self.source {
                source.narrowed = Some((who.clone(), own.state));
            }
            // It has opened the file without the views.
            self.second.take().into_iter().for_each(SecondReader::end);
        }
        let region = (own.kind == PersonKind::Adviser).then_some(own.number);
        let held = HeldRole { who, role, state: own.state, region, sees: own.sees, fingerprint };
        self.rights = Rights::Held(held);
        Ok(self.rights.clone())
    }

    /// Refuses another name than that of the person of a session: its drafts, visits and open needs are that person's.
    ///
    /// Errors: [`StoreError::OtherName`].
    pub(super) fn own_name(&self, who: &str) -> Result<(), StoreError> {
        self.rights.held().map_or(Ok(()), |held| held.refuse_other_name(who))
    }

    /// The groups of States that are told if names are turned on or off so: never with names for a person who does not
    /// see them.
    pub(super) fn disclosed(&self, wanted: Option<Disclosure>) -> Option<Disclosure> {
        let is_nameless = self.rights.held().is_some_and(|held| held.sees == Sees::NoNames);
        wanted.or_else(|| is_nameless.then_some(self.kept.unwrap_or_default()))
    }

    /// The person who sees one State alone, and the number of that State.
    pub(super) fn seen_state(&self) -> Option<(&str, Option<u32>)> {
        let held = self.rights.held().filter(|held| held.sees == Sees::OwnState)?;
        Some((&held.who, held.state))
    }

    /// The rights that are held: [`Rights::Unlocked`] outside a session.
    pub fn rights(&self) -> &Rights {
        &self.rights
    }
}

/// Reads what the register says of a person.
///
/// Errors: [`StoreError::UnknownPerson`] if no post has this code.
pub(super) fn standing(connection: &Connection, who: &str) -> Result<Standing, StoreError> {
    let sql =
        "SELECT id, kind, state_id, role, sees, until FROM person WHERE code = ?1 AND void = 0";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([who], |row| {
        let kind = decode::coded::<PersonKind>(row, 1)?;
        let role = stated(row, 3)?.unwrap_or_else(|| Role::of_kind(kind));
        let sees = stated(row, 4)?.unwrap_or(Sees::Everything);
        let until = decode::optional_name(row, 5)?;
        let until = until.as_deref().and_then(PartialDate::parse);
        Ok(Standing { number: row.get(0)?, kind, role, state: row.get(2)?, sees, until })
    });
    found.optional()?.ok_or_else(|| StoreError::UnknownPerson(who.to_owned()))
}

/// The value of a column that may state none.
pub(super) fn stated<T: Coded>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let is_stated = row.get_ref(column)? != ValueRef::Null;
    is_stated.then(|| decode::coded(row, column)).transpose()
}
