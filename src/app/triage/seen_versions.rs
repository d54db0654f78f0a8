//! What was on the screen when a list or a question was opened over it: a value chosen there is an
//! answer to what was seen then, whatever others have written meanwhile.

use crate::app::App;
use crate::app::state::seen_versions::Seen;
use crate::query::register::NeedRef;
use std::collections::BTreeMap;

impl App {
    /// Remembers what is on the screen before a key is heard that may open something over it.
    pub(in crate::app) fn see(&mut self) {
        let register = self.register().cloned();
        self.seen = register.map(|register| Seen { register, own: BTreeMap::new() });
    }

    /// Forgets it when nothing lies over the screen any more.
    pub(in crate::app) fn see_on(&mut self) {
        if self.overlays.is_empty() {
            self.seen = None;
        }
    }

    /// One's own write has changed these needs.
    pub(in crate::app) fn own_is_seen(&mut self, needs: &[u32]) {
        let Some(register) = self.register().cloned() else { return };
        let Some(seen) = &mut self.seen else { return };
        let needs = needs.iter().filter_map(|id| register.need(register.row_of(*id)?));
        seen.own.extend(needs.map(|need| (need.id(), need.version())));
    }

    /// The version of a need that the user has seen.
    pub(in crate::app) fn seen_version(&self, need: NeedRef<'_>) -> u32 {
        let seen = self.seen.as_ref().and_then(|seen| seen.version(need.id()));
        seen.unwrap_or(need.version())
    }
}
