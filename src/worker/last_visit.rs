//! The state of the screens for the person's next start: saved at most once a minute while it changes, and at the end
//! of the program, where the last change that was seen goes with it.

use crate::store::{Access, LeftScreen, Store, StoreError};
use std::time::{Duration, Instant};

/// The minimum interval between two saves.
const PAUSE: Duration = Duration::from_secs(60);

/// The present state of the screens, and its saved one.
pub(super) struct Leaving {
    /// Whether it is saved: not for a single frame, nor by a program that only reads.
    saves: bool,
    /// The present state; `None` until the person has used the program.
    left: Option<LeftScreen>,
    saved: Option<LeftScreen>,
    /// When it was saved last, or when the program has begun.
    saved_at: Instant,
}

impl Leaving {
    /// Begins with nothing to save. `remembers`: the program is to open as it was left.
    pub(super) fn new(store: &Store, remembers: bool, now: Instant) -> Self {
        let saves = remembers && store.access() == Access::ReadWrite;
        Self { saves, left: None, saved: None, saved_at: now }
    }

    /// Takes the present state of the screens.
    pub(super) fn take(&mut self, left: LeftScreen) {
        self.left = Some(left);
    }

    /// The time until the state is due to be saved; `None` where it is saved already.
    pub(super) fn due(&self, now: Instant) -> Option<Duration> {
        let changed = self.saves && self.left.is_some() && self.left != self.saved;
        changed.then(|| PAUSE.saturating_sub(now.duration_since(self.saved_at)))
    }

    /// Saves the screens where that is due. A failure only goes to the log: no work is lost.
    pub(super) fn work(&mut self, store: &Store, who: &str, now: Instant) {
        if self.due(now) != Some(Duration::ZERO) {
            return;
        }
        self.saved_at = now;
        if let Some(left) = &self.left {
            self.saved = Some(left.clone());
            tell(store.save_last_visit(who, left, None));
        }
    }

    /// Saves it at the end, with the last change that was seen.
    pub(super) fn leave(&self, store: &Store, who: &str, seen: Option<i64>) {
        if let Some(left) = self.left.as_ref().filter(|_| self.saves) {
            tell(store.save_last_visit(who, left, seen));
        }
    }
}

/// Writes a failure to the log, without any typed text.
fn tell(saved: Result<(), StoreError>) {
    if let Err(error) = saved {
        log::warn!("last-visit={}", error.message().id());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::LastVisit;
    use crate::worker::fixture::two_needs;

    fn left(screen: &str) -> LeftScreen {
        LeftScreen { screen: screen.into(), ..LeftScreen::default() }
    }

    #[test]
    fn it_is_saved_once_a_minute_while_it_changes_and_at_the_end() {
        let (_folder, path) = two_needs();
        let store = Store::open(&path, Access::ReadWrite).unwrap();
        let saved = || store.last_visit("me").unwrap().unwrap_or_default();
        let start = Instant::now();
        let mut leaving = Leaving::new(&store, true, start);
        assert_eq!(leaving.due(start), None, "nothing was used yet");
        leaving.left = Some(left("needs"));
        leaving.work(&store, "me", start + PAUSE / 2);
        assert_eq!(saved(), LastVisit::default());
        assert_eq!(leaving.due(start + PAUSE / 2), Some(PAUSE / 2));
        leaving.work(&store, "me", start + PAUSE);
        assert_eq!(saved(), LastVisit { left: Some(left("needs")), seen: None });
        assert_eq!(leaving.due(start + 3 * PAUSE), None, "it stands as it was saved");
        leaving.left = Some(left("states"));
        leaving.leave(&store, "me", Some(0));
        assert_eq!((saved().left, saved().seen.map(|s| s.change)), (Some(left("states")), Some(0)));
    }

    #[test]
    fn nothing_is_saved_where_nothing_is_remembered_and_a_failure_is_silent() {
        let (_folder, path) = two_needs();
        let store = Store::open(&path, Access::ReadWrite).unwrap();
        let now = Instant::now();
        for (remembers, access) in [(false, Access::ReadWrite), (true, Access::ReadOnly)] {
            let here = Store::open(&path, access).unwrap();
            let mut leaving = Leaving::new(&here, remembers, now);
            leaving.left = Some(left("needs"));
            assert_eq!(leaving.due(now + 2 * PAUSE), None);
            leaving.leave(&here, "me", Some(0));
        }
        let mut leaving = Leaving::new(&store, true, now);
        leaving.left = Some(left("needs"));
        leaving.leave(&store, "", Some(0));
        assert_eq!(store.last_visit("me").unwrap(), None);
    }
}
