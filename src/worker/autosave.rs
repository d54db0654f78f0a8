//! Autosave of drafts, and presence: the open need of this session, and those of others.
//!
//! Both are written at their own pace: drafts within a second of typing; an open need within two seconds of the last
//! announcement, and again every 20 seconds.

use super::{Asked, Report};
use crate::domain::NeedNumber;
use crate::store::{Access, Draft, KeptForm, Present, Store, StoreError};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// The minimum interval between two saves of drafts.
const DRAFTS: Duration = Duration::from_millis(900);

/// The interval until a draft that could not be saved is tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// The interval between two announcements of the same need: a third of the time that one holds.
const TELLING: Duration = Duration::from_secs(20);

/// The minimum interval between announcements of different needs: going through a list must not
/// write a row for every need.
const MOVING: Duration = Duration::from_secs(2);

/// The drafts and the presence of one running program.
pub(super) struct Autosave {
    /// Whether presence is announced: not by a single frame, nor by a program that only reads.
    tells: bool,
    /// Whether drafts are saved at intervals, so that fast typing is not one write a letter.
    waits: bool,
    /// The need that is open.
    open: Option<NeedNumber>,
    /// The need last announced as open.
    told: Option<NeedNumber>,
    told_at: Option<Instant>,
    /// Drafts to be saved, by need.
    drafts: BTreeMap<NeedNumber, Draft>,
    /// The drafts that could not be saved, and why.
    failed: BTreeMap<NeedNumber, StoreError>,
    /// The drafts of forms to be saved, by form.
    forms: BTreeMap<String, KeptForm>,
    /// The error of the last save of form drafts.
    forms_failed: Option<StoreError>,
    saved_at: Option<Instant>,
    /// The drafts as they were read last: the need, and the draft itself for another session's.
    read: Vec<(NeedNumber, Option<Draft>)>,
    /// The other sessions with a need open, as last reported.
    present: Vec<Present>,
}

impl Autosave {
    /// Begins with no need open and no draft. `watch`: the program goes on running and watches the file.
    pub(super) fn new(store: &Store, watch: bool) -> Self {
        Self {
            tells: watch && store.access() == Access::ReadWrite,
            waits: watch,
            open: None,
            told: None,
            told_at: None,
            drafts: BTreeMap::new(),
            failed: BTreeMap::new(),
            forms: BTreeMap::new(),
            forms_failed: None,
            saved_at: None,
            read: Vec::new(),
            present: Vec::new(),
        }
    }

    /// Takes the need that is open on the screen.
    pub(super) fn open(&mut self, need: Option<NeedNumber>) {
        self.open = need;
    }

    /// Takes notes as far as they are typed.
    pub(super) fn type_notes(&mut self, draft: Draft) {
        self.drafts.insert(draft.need, draft);
    }

    /// Drops the draft of notes that are written or given up.
    pub(super) fn put_away(&mut self, need: NeedNumber) {
        self.drafts.remove(&need);
        self.failed.remove(&need);
    }

    /// Takes the draft of a form.
    pub(super) fn type_form(&mut self, form: KeptForm) {
        self.forms.insert(form.form.clone(), form);
    }

    /// Drops the draft of a form that is written or given up.
    pub(super) fn put_form_away(&mut self, form: &str) {
        self.forms.remove(form);
    }

    /// Takes the drafts as read from the file. True where nothing has changed since the last reading:
    /// the drafts of other sessions say the same, and those of this session are still there.
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

    /// The time until something is due to be written; `None` without anything to write.
    pub(super) fn due(&self, now: Instant) -> Option<Duration> {
        let left = |since: Option<Instant>, pause: Duration| {
            since.map_or(Duration::ZERO, |since| pause.saturating_sub(now.duration_since(since)))
        };
        let telling = (self.tells && (self.open.is_some() || self.told.is_some()))
            .then(|| left(self.told_at, self.pace()));
        let is_due = !(self.drafts.is_empty() && self.forms.is_empty());
        let saving = is_due.then(|| left(self.saved_at, self.pause()));
        telling.into_iter().chain(saving).min()
    }

    /// The interval after the last save.
    fn pause(&self) -> Duration {
        if !self.waits {
            Duration::ZERO
        } else if self.drafts.len() > self.failed.len()
            || !self.forms.is_empty() && self.forms_failed.is_none()
        {
            DRAFTS
        } else {
            AGAIN
        }
    }

    /// The interval after the last announcement.
    fn pace(&self) -> Duration {
        if self.open == self.told { TELLING } else { MOVING }
    }

    /// Writes drafts and presence that are due. Reports drafts that could not be saved, once for each reason, and
    /// tries them again; a failed announcement is not reported, since nothing is lost by it.
    pub(super) fn work(&mut self, store: &Store, who: &str, now: Instant) -> Vec<Report> {
        let over = |since: Option<Instant>, pause| {
            since.is_none_or(|since| now.duration_since(since) >= pause)
        };
        let mut reports = Vec::new();
        let is_due = !(self.drafts.is_empty() && self.forms.is_empty());
        if is_due && over(self.saved_at, self.pause()) {
            reports = self.save(store, who);
            self.saved_at = Some(now);
        }
        let busy = self.open.is_some() || self.told.is_some();
        if self.tells && busy && over(self.told_at, self.pace()) {
            // A busy or full register is reported by the next write that matters.
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
        reports.extend(self.save_forms(store, who));
        reports
    }

    /// Saves the drafts of forms. Reports each new reason for a failure once.
    fn save_forms(&mut self, store: &Store, who: &str) -> Option<Report> {
        let mut failed = None;
        self.forms.retain(|_, form| match store.save_form_draft(who, form) {
            Ok(()) => false,
            Err(error) => {
                failed = Some(error);
                true
            }
        });
        let is_said = failed == self.forms_failed;
        self.forms_failed.clone_from(&failed);
        let error = failed.filter(|_| !is_said)?;
        Some(Report::Failed { of: Asked::Nothing, error })
    }

    /// Reads which sessions have a need open; reports a change.
    pub(super) fn look(&mut self, store: &Store) -> Option<Report> {
        let present = store.present().ok()?;
        if present == self.present {
            return None;
        }
        self.present.clone_from(&present);
        Some(Report::Present(present))
    }

    /// Whether another session was present at the last look: a presence may expire without a write.
    pub(super) fn has_company(&self) -> bool {
        !self.present.is_empty()
    }

    /// Saves all drafts and announces that nothing is open. Reports drafts that could not be saved.
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
    use crate::domain::Moment;
    use crate::worker::fixture::two_needs;

    const SECOND: Duration = Duration::from_secs(1);

    /// A register with two needs, opened by two programs.
    fn two() -> (tempfile::TempDir, Store, Store) {
        let (folder, path) = two_needs();
        let open = || Store::open(&path, Access::ReadWrite).unwrap();
        (folder, open(), open())
    }

    fn draft(need: NeedNumber, text: &str) -> Draft {
        Draft { need, text: text.into(), version: 1, at: Moment::from_seconds(0), here: true }
    }

    #[test]
    fn another_need_is_told_within_two_seconds_and_the_same_every_twenty() {
        let (_folder, store, other) = two();
        let mut autosave = Autosave::new(&store, true);
        let start = Instant::now();
        assert_eq!(autosave.due(start), None);
        autosave.open(Some(NeedNumber::new(1)));
        assert_eq!(autosave.due(start), Some(Duration::ZERO));
        assert!(autosave.work(&store, "me", start).is_empty());
        let there = |need| vec![Present { need, who: "me".into() }];
        assert_eq!(other.present().unwrap(), there(NeedNumber::new(1)));
        assert_eq!(store.present().unwrap(), [], "oneself is no company");
        assert_eq!(autosave.due(start + SECOND), Some(19 * SECOND), "it is still the same");
        for need in [None, Some(NeedNumber::new(2))] {
            autosave.open(need);
            autosave.work(&store, "me", start + SECOND);
            assert_eq!(
                other.present().unwrap(),
                there(NeedNumber::new(1)),
                "whoever goes on tells nothing yet"
            );
        }
        assert_eq!(autosave.due(start + SECOND), Some(SECOND));
        autosave.work(&store, "me", start + 2 * SECOND);
        assert_eq!(other.present().unwrap(), there(NeedNumber::new(2)));
        assert_eq!(autosave.due(start + 2 * SECOND), Some(20 * SECOND));
        autosave.open(None);
        autosave.work(&store, "me", start + 4 * SECOND);
        assert_eq!(other.present().unwrap(), []);
        assert_eq!(autosave.due(start + 90 * SECOND), None, "nothing open, nothing to tell");
        autosave.open(Some(NeedNumber::new(1)));
        autosave.work(&store, "me", start + 90 * SECOND);
        autosave.leave(&store, "me");
        assert_eq!(other.present().unwrap(), []);
    }

    #[test]
    fn who_comes_and_goes_is_reported_once() {
        let (_folder, store, other) = two();
        let mut autosave = Autosave::new(&store, true);
        assert!(autosave.look(&store).is_none());
        other.be_present("you", Some(NeedNumber::new(2))).unwrap();
        let Some(Report::Present(present)) = autosave.look(&store) else { panic!("a report") };
        assert_eq!(present, [Present { need: NeedNumber::new(2), who: "you".into() }]);
        assert!(autosave.look(&store).is_none() && autosave.has_company());
        other.be_present("you", None).unwrap();
        assert!(
            matches!(autosave.look(&store), Some(Report::Present(present)) if present.is_empty())
        );
    }

    #[test]
    fn notes_are_saved_once_a_second_while_somebody_types() {
        let (_folder, store, _) = two();
        let mut autosave = Autosave::new(&store, true);
        let start = Instant::now();
        autosave.type_notes(draft(NeedNumber::new(1), "a"));
        autosave.work(&store, "me", start);
        let texts = || store.drafts("me").unwrap().into_iter().map(|d| d.text).collect::<Vec<_>>();
        assert_eq!(texts(), ["a"]);
        autosave.type_notes(draft(NeedNumber::new(1), "ab"));
        autosave.work(&store, "me", start + SECOND / 2);
        assert_eq!(texts(), ["a"]);
        assert!(autosave.due(start + SECOND / 2).is_some_and(|due| due < SECOND / 2));
        autosave.work(&store, "me", start + SECOND);
        assert_eq!(texts(), ["ab"]);
        autosave.type_notes(draft(NeedNumber::new(1), "abc"));
        autosave.leave(&store, "me");
        assert_eq!(texts(), ["abc"]);
    }

    #[test]
    fn what_is_put_away_is_not_saved_and_what_fails_is_said_once() {
        let (_folder, store, _) = two();
        let mut autosave = Autosave::new(&store, false);
        let now = Instant::now();
        autosave.type_notes(draft(NeedNumber::new(1), "a"));
        autosave.put_away(NeedNumber::new(1));
        assert!(autosave.work(&store, "me", now).is_empty());
        assert_eq!(store.drafts("me").unwrap(), []);
        autosave.type_notes(draft(NeedNumber::new(99), "a"));
        let reports = autosave.work(&store, "me", now);
        assert!(
            matches!(reports[..], [Report::DraftFailed { need, .. }] if need == NeedNumber::new(99))
        );
        assert!(autosave.work(&store, "me", now).is_empty());
    }
}
