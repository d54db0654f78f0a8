//! What was on the screen when a list or a question was opened over it: a value chosen there is an
//! answer to what was seen then, whatever others have written meanwhile.

use super::App;
use crate::query::register::{NeedRef, Register};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The register as it was seen.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// As it was shown then; what has not changed since is shared with the newest.
    register: Arc<Register>,
    /// The versions that one's own writes have made since: what one did oneself is no news.
    own: BTreeMap<u32, u32>,
}

impl Seen {
    fn version(&self, need: u32) -> Option<u32> {
        let seen = || Some(self.register.need(self.register.row_of(need)?)?.version());
        self.own.get(&need).copied().or_else(seen)
    }
}

impl App {
    /// Remembers what is on the screen before a key is heard that may open something over it.
    pub(super) fn see(&mut self) {
        let register = self.register().cloned();
        self.seen = register.map(|register| Seen { register, own: BTreeMap::new() });
    }

    /// Forgets it when nothing lies over the screen any more.
    pub(super) fn see_on(&mut self) {
        if self.overlays.is_empty() {
            self.seen = None;
        }
    }

    /// One's own write has changed these needs.
    pub(super) fn own_is_seen(&mut self, needs: &[u32]) {
        let Some(register) = self.register().cloned() else { return };
        let Some(seen) = &mut self.seen else { return };
        let needs = needs.iter().filter_map(|id| register.need(register.row_of(*id)?));
        seen.own.extend(needs.map(|need| (need.id(), need.version())));
    }

    /// The version of a need that the user has seen.
    pub(super) fn seen_version(&self, need: NeedRef<'_>) -> u32 {
        let seen = self.seen.as_ref().and_then(|seen| seen.version(need.id()));
        seen.unwrap_or(need.version())
    }
}
