//! The rights with which a register is open: without roles, or with the role of one person.

use super::StoreError;
use crate::domain::{Role, Sees, clean_line};

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

impl HeldRole {
    /// Refuses another name than that of the person of the session.
    ///
    /// Errors: [`StoreError::OtherName`].
    pub(super) fn refuse_other_name(&self, who: &str) -> Result<(), StoreError> {
        if clean_line(who) == self.who {
            return Ok(());
        }
        Err(StoreError::OtherName { own: self.who.clone(), other: clean_line(who) })
    }
}

impl Rights {
    /// The role that is held, if one is.
    pub fn held(&self) -> Option<&HeldRole> {
        match self {
            Self::Unlocked => None,
            Self::Held(held) => Some(held),
        }
    }

    /// The fingerprint of the key of a session, where it is known.
    pub(super) fn fingerprint(&self) -> Option<&str> {
        self.held()?.fingerprint.as_deref()
    }
}
