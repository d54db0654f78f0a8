//! The role that a session holds: looked up once for a person, and kept for every write and reading of the store.

use super::{Store, StoreError, decode};
use crate::domain::{PersonKind, Role, Sees, clean_line};
use crate::query::register::Disclosure;
use rusqlite::{Connection, OptionalExtension};

/// What may be done with an open register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rights {
    /// Outside a session: the mode of the file is the lock, and there are no roles.
    #[default]
    Unlocked,
    /// In a session: what the role of one person allows.
    Held(HeldRole),
}

/// The role of one person in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRole {
    /// The code of the person, under which every change of the session is recorded.
    pub who: String,
    /// The role that binds: the person's own, or the smaller one that was asked for.
    pub role: Role,
    /// The number of the State that the person speaks for.
    pub state: Option<u32>,
    /// The number of the post whose States are the region: the person's own, if it is the post of an adviser.
    pub region: Option<u32>,
    /// How much of the register the person sees.
    pub sees: Sees,
    /// The fingerprint of the key by which the session came, as in `SHA256:…`; `None` if it is not known.
    pub fingerprint: Option<String>,
}

/// What the register says of a person in a session.
pub(super) struct Standing {
    pub(super) number: u32,
    pub(super) kind: PersonKind,
    /// The person's own role.
    pub(super) role: Role,
    pub(super) state: Option<u32>,
    pub(super) sees: Sees,
}

impl Rights {
    /// The role that is held, if one is.
    pub fn held(&self) -> Option<&HeldRole> {
        match self {
            Self::Unlocked => None,
            Self::Held(held) => Some(held),
        }
    }
}

impl Store {
    /// Has this store hold the role of a person from now on, for every write and reading, also by connections that it
    /// opens later. `lowered` is the smaller role that was asked for, `fingerprint` that of the key of the session.
    ///
    /// Gives the rights that are held. Errors: [`StoreError::UnknownPerson`] if no post has this code;
    /// [`StoreError::RoleRaised`] if the role that was asked for is larger than the person's own.
    pub fn hold(
        &mut self,
        who: &str,
        lowered: Option<Role>,
        fingerprint: Option<String>,
    ) -> Result<Rights, StoreError> {
        let who = clean_line(who);
        let own = standing(&self.connection, &who)?;
        let role = lowered.unwrap_or(own.role);
        if role > own.role {
            return Err(StoreError::RoleRaised { who, own: own.role, asked: role });
        }
        if own.sees == Sees::NoNames {
            self.kept = Some(self.kept.unwrap_or(Disclosure::Regions));
        }
        let region = (own.kind == PersonKind::Adviser).then_some(own.number);
        let held = HeldRole { who, role, state: own.state, region, sees: own.sees, fingerprint };
        self.rights = Rights::Held(held);
        Ok(self.rights.clone())
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
    let sql = "SELECT id, kind, state_id FROM person WHERE code = ?1 AND void = 0";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([who], |row| {
        let kind = decode::coded::<PersonKind>(row, 1)?;
        let (number, state) = (row.get(0)?, row.get(2)?);
        Ok(Standing { number, kind, role: Role::of_kind(kind), state, sees: Sees::Everything })
    });
    found.optional()?.ok_or_else(|| StoreError::UnknownPerson(who.to_owned()))
}
