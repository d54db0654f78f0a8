//! The register as it was when a layer was opened over the screen, for optimistic locking: a value
//! chosen there answers the values seen then, whatever other sessions have written meanwhile.

use crate::app::App;
use crate::app::state::seen_versions::Seen;
use crate::domain::NeedNumber;
use crate::query::register::NeedRef;
use std::collections::BTreeMap;

impl App {
    /// Takes the snapshot before a key that may open a layer.
    pub(in crate::app) fn see(&mut self) {
        let register = self.register().cloned();
        self.seen = register.map(|register| Seen { register, own: BTreeMap::new() });
    }

    /// Drops the snapshot when no layer is left.
    pub(in crate::app) fn see_on(&mut self) {
        if self.overlays.is_empty() {
            self.seen = None;
        }
    }

    /// Counts the user's own write to these needs as seen.
    pub(in crate::app) fn own_is_seen(&mut self, needs: &[NeedNumber]) {
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
