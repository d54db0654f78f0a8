//! The register as it was shown when an overlay was opened over it, with the versions of its needs.

use crate::domain::NeedNumber;
use crate::query::register::Register;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A snapshot of the register for optimistic locking.
#[derive(Clone, Debug)]
pub(in crate::app) struct Seen {
    /// The register as shown then; parts unchanged since are shared with the newest.
    pub(in crate::app) register: Arc<Register>,
    /// The versions that the user's own writes have made since: they are no news to the user.
    pub(in crate::app) own: BTreeMap<NeedNumber, u32>,
}

impl Seen {
    pub(in crate::app) fn version(&self, need: NeedNumber) -> Option<u32> {
        let seen = || Some(self.register.need(self.register.row_of(need)?)?.version());
        self.own.get(&need).copied().or_else(seen)
    }
}
