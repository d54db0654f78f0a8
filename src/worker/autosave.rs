//! What the user has on the desk: the need that is open, which others are told, and the notes
//! being written, which are kept. Also who else has which need open.
//!
//! All of it goes to the file at its own pace: notes within a second of being typed; which need is
//! open within two seconds of the last telling, and that it is still the same every 20 seconds.

use super::Report;
use crate::store::{Access, Draft, Present, Store, StoreError};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// The shortest time between two savings of notes that are being typed.
const DRAFTS: Duration = Duration::from_millis(900);

/// How long a draft that could not be saved waits for the next attempt.
const AGAIN: Duration = Duration::from_secs(5);

/// After so long it is told anew that a need is still open; a third of what a telling holds.
const TELLING: Duration = Duration::from_secs(20);

/// The shortest time until another need is told of: whoever goes through a list writes no line for
/// each.
const MOVING: Duration = Duration::from_secs(2);

/// The desk of one running program.
pub(super) struct Desk {
    /// Whether others are told; a single frame or a reader tells nothing.
    tells: bool,
    /// Whether drafts wait for the next ones, so that fast typing is not a write a letter.
    waits: bool,
    open: Option<u32>,
    told: Option<u32>,
    told_at: Option<Instant>,
    /// What is to be saved.
    drafts: BTreeMap<u32, Draft>,
    /// Those of them that could not be, and why.
    failed: BTreeMap<u32, StoreError>,
    saved_at: Option<Instant>,
    /// The drafts as they were read last: the need, and for another session's what it says.
    read: Vec<(u32, Option<Draft>)>,
    present: Vec<Present>,
}

impl Desk {
    /// An empty desk. `watch`: the program runs on and looks after the file by itself.
    pub(super) fn new(store: &Store, watch: bool) -> Self {
        Self {
            tells: watch && store.access() == Access::ReadWrite,
            waits: watch,
            open: None,
            told: None,
            told_at: None,
            drafts: BTreeMap::new(),
            failed: BTreeMap::new(),
            saved_at: None,
            read: Vec::new(),
            present: Vec::new(),
        }
    }

    /// The need that is open on the screen.
    pub(super) fn open(&mut self, need: Option<u32>) {
        self.open = need;
    }

    /// Notes as far as they are typed.
    pub(super) fn type_notes(&mut self, draft: Draft) {
        self.drafts.insert(draft.need, draft);
    }

    /// Notes that are written or given up: what waits to be saved is not saved any more.
    pub(super) fn put_away(&mut self, need: u32) {
        self.drafts.remove(&need);
        self.failed.remove(&need);
    }

    /// Takes the drafts as they were read; whether other sessions have left them as before: their own
    /// with what they say, and those of this one there at all.
    pub(super) fn has_read(&mut self, drafts: &[Draft]) -> bool {
        let known = |draft: &Draft| {
            let says = (!draft.here).then(|| draft.clone());
            (draft.need, says)
        };
        let drafts: Vec<_> = drafts.iter().map(known).collect();
        let same = drafts == self.read;
        self.read = drafts;
        same
    }

    /// How long until something is to be written; nothing where nothing is.
    pub(super) fn due(&self, now: Instant) -> Option<Duration> {
        let left = |since: Option<Instant>, pause: Duration| {
            since.map_or(Duration::ZERO, |since| pause.saturating_sub(now.duration_since(since)))
        };
        let telling = (self.tells && (self.open.is_some() || self.told.is_some()))
            .then(|| left(self.told_at, self.pace()));
        let saving = (!self.drafts.is_empty()).then(|| left(self.saved_at, self.pause()));
        telling.into_iter().chain(saving).min()
    }

    /// How soon after the last saving there is another.
    fn pause(&self) -> Duration {
        if !self.waits {
            Duration::ZERO
        } else if self.drafts.len() > self.failed.len() {
            DRAFTS
        } else {
            AGAIN
        }
    }

    /// How soon after the last telling there is another.
    fn pace(&self) -> Duration {
        if self.open == self.told { TELLING } else { MOVING }
    }

    /// Writes what is due. Drafts that could not be saved are reported, each once for a reason, and
    /// tried again; the rest concerns nobody's work.
    pub(super) fn work(&mut self, store: &Store, who: &str, now: Instant) -> Vec<Report> {
        let over = |since: Option<Instant>, pause| {
            since.is_none_or(|since| now.duration_since(since) >= pause)
        };
        let mut reports = Vec::new();
        if !self.drafts.is_empty() && over(self.saved_at, self.pause()) {
            reports = self.save(store, who);
            self.saved_at = Some(now);
        }
        let busy = self.open.is_some() || self.told.is_some();
        if self.tells && busy && over(self.told_at, self.pace()) {
            // A register that is busy or full is told of at the next writing of something that matters.
            if store.be_present(who, self.open).is_ok() {
                self.told = self.open;
            }
            self.told_at = Some(now);
        }
        reports
    }

    fn save(&mut self, store: &Store, who: &str) -> Vec<Report> {
        let mut reports = Vec::new();
        self.drafts.retain(|need, draft| match store.save_draft(who, draft) {
            Ok(()) => {
                reports.extend(self.failed.remove(need).map(|_| Report::DraftSaved(*need)));
                false
            }
            Err(error) => {
                if self.failed.insert(*need, error.clone()).as_ref() != Some(&error) {
                    reports.push(Report::DraftFailed { need: *need, error });
                }
                true
            }
        });
        reports
    }

    /// Who else has a need open, where that has changed since the last look.
    pub(super) fn look(&mut self, store: &Store) -> Option<Report> {
        let present = store.present().ok()?;
        if present == self.present {
            return None;
        }
        self.present.clone_from(&present);
        Some(Report::Present(present))
    }

    /// Whether somebody was there at the last look, whose time may run out by itself.
    pub(super) fn has_company(&self) -> bool {
        !self.present.is_empty()
    }

    /// The end of work: what was typed is saved, and nothing is open any more. What could not be
    /// saved is reported.
    pub(super) fn leave(&mut self, store: &Store, who: &str) -> Vec<Report> {
        let reports = self.save(store, who);
        if self.told.take().is_some() {
            let _ = store.be_present(who, None);
        }
        reports
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ArticleSet, Cycle, Moment, Step};
    use crate::store::{Bulk, NewNeed, NewReview};

    const SECOND: Duration = Duration::from_secs(1);

    /// A register with two needs, and another program at it.
    fn two() -> (tempfile::TempDir, Store, Store) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let mut bulk = Bulk::create(&path, false).unwrap();
        let review = bulk
            .review(&NewReview {
                state: "GH",
                cycle: Cycle::First,
                stakeholders: None,
                reviewers: ["KE", "FR"],
                steps: [None; Step::COUNT],
                joint_meeting: None,
            })
            .unwrap();
        for _ in 0..2 {
            let need = NewNeed {
                review,
                category: None,
                text: "x",
                language: "en",
                document: "",
                paragraph: "",
                identified: None,
                articles: ArticleSet::EMPTY,
                themes: &[],
                activities: &[],
                writes: &[],
            };
            bulk.need(&need).unwrap();
        }
        bulk.finish().unwrap();
        let open = || Store::open(&path, Access::ReadWrite).unwrap();
        (folder, open(), open())
    }

    fn draft(need: u32, text: &str) -> Draft {
        Draft { need, text: text.into(), version: 1, at: Moment::from_seconds(0), here: true }
    }

    #[test]
    fn another_need_is_told_within_two_seconds_and_the_same_every_twenty() {
        let (_folder, store, other) = two();
        let mut desk = Desk::new(&store, true);
        let start = Instant::now();
        assert_eq!(desk.due(start), None);
        desk.open(Some(1));
        assert_eq!(desk.due(start), Some(Duration::ZERO));
        assert!(desk.work(&store, "me", start).is_empty());
        let there = |need| vec![Present { need, who: "me".into() }];
        assert_eq!(other.present().unwrap(), there(1));
        assert_eq!(store.present().unwrap(), [], "oneself is no company");
        assert_eq!(desk.due(start + SECOND), Some(19 * SECOND), "it is still the same");
        for need in [None, Some(2)] {
            desk.open(need);
            desk.work(&store, "me", start + SECOND);
            assert_eq!(other.present().unwrap(), there(1), "whoever goes on tells nothing yet");
        }
        assert_eq!(desk.due(start + SECOND), Some(SECOND));
        desk.work(&store, "me", start + 2 * SECOND);
        assert_eq!(other.present().unwrap(), there(2));
        assert_eq!(desk.due(start + 2 * SECOND), Some(20 * SECOND));
        desk.open(None);
        desk.work(&store, "me", start + 4 * SECOND);
        assert_eq!(other.present().unwrap(), []);
        assert_eq!(desk.due(start + 90 * SECOND), None, "nothing open, nothing to tell");
        desk.open(Some(1));
        desk.work(&store, "me", start + 90 * SECOND);
        desk.leave(&store, "me");
        assert_eq!(other.present().unwrap(), []);
    }

    #[test]
    fn who_comes_and_goes_is_reported_once() {
        let (_folder, store, other) = two();
        let mut desk = Desk::new(&store, true);
        assert!(desk.look(&store).is_none());
        other.be_present("you", Some(2)).unwrap();
        let Some(Report::Present(present)) = desk.look(&store) else { panic!("a report") };
        assert_eq!(present, [Present { need: 2, who: "you".into() }]);
        assert!(desk.look(&store).is_none() && desk.has_company());
        other.be_present("you", None).unwrap();
        assert!(matches!(desk.look(&store), Some(Report::Present(present)) if present.is_empty()));
    }

    #[test]
    fn notes_are_saved_once_a_second_while_somebody_types() {
        let (_folder, store, _) = two();
        let mut desk = Desk::new(&store, true);
        let start = Instant::now();
        desk.type_notes(draft(1, "a"));
        desk.work(&store, "me", start);
        let texts = || store.drafts("me").unwrap().into_iter().map(|d| d.text).collect::<Vec<_>>();
        assert_eq!(texts(), ["a"]);
        desk.type_notes(draft(1, "ab"));
        desk.work(&store, "me", start + SECOND / 2);
        assert_eq!(texts(), ["a"]);
        assert!(desk.due(start + SECOND / 2).is_some_and(|due| due < SECOND / 2));
        desk.work(&store, "me", start + SECOND);
        assert_eq!(texts(), ["ab"]);
        desk.type_notes(draft(1, "abc"));
        desk.leave(&store, "me");
        assert_eq!(texts(), ["abc"]);
    }

    #[test]
    fn what_is_put_away_is_not_saved_and_what_fails_is_said_once() {
        let (_folder, store, _) = two();
        let mut desk = Desk::new(&store, false);
        let now = Instant::now();
        desk.type_notes(draft(1, "a"));
        desk.put_away(1);
        assert!(desk.work(&store, "me", now).is_empty());
        assert_eq!(store.drafts("me").unwrap(), []);
        desk.type_notes(draft(99, "a"));
        let reports = desk.work(&store, "me", now);
        assert!(matches!(reports[..], [Report::DraftFailed { need: 99, .. }]));
        assert!(desk.work(&store, "me", now).is_empty());
    }
}
