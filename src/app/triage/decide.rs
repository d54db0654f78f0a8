//! Deciding: a key sets a field of the current need, or of all selected ones after a yes.
//!
//! A decision about one need is written at once. The need stays in its row and under the cursor
//! until its priority, response and focal point are all set; the decision that completes it moves
//! the triage queue on to the next.

use crate::app::App;
use crate::app::layers::confirm::Confirm;
use crate::app::layers::conflicts::{Conflicts, Keep};
use crate::app::state::decision::{self, Decision, Likely};
use crate::app::state::list::{List, Rows};
use crate::app::state::notice::Notice;
use crate::app::state::pending::{Pending, SMALL};
use crate::app::state::place::View;
use crate::app::state::waits::Wait;
use crate::domain::{Change, Edit, NeedNumber, TriageField};
use crate::query::register::NeedRef;
use crate::store::{StoreError, Written};
use crate::text::Message;
use crate::worker::{Answer, Hold, Request, TakeBack, Way};

impl App {
    /// Whether there is anything that a decision would concern.
    pub fn has_targets(&self) -> bool {
        self.overlays.top::<Confirm>().is_some()
            || !self.selected.is_empty()
            || self.range.is_some()
            || self.current_need().is_some()
    }

    /// The needs that a decision concerns: all selected, or the current one.
    pub fn targets(&self) -> Vec<NeedNumber> {
        if self.selected.is_empty() {
            self.current_need().map(NeedRef::id).into_iter().collect()
        } else {
            self.selected.iter().collect()
        }
    }

    /// Sets a field on the targets.
    pub(in crate::app) fn set(&mut self, change: Change) {
        self.decide(vec![Decision::Set(change)]);
    }

    /// Decides about the targets; about more than the current need after a yes. While the
    /// question stands, further decisions join it.
    pub(in crate::app) fn decide(&mut self, decisions: Vec<Decision>) {
        if let Some(confirm) = self.overlays.top_mut::<Confirm>() {
            for decision in decisions {
                decision::add(&mut confirm.decisions, decision);
            }
            self.sight.ask();
            return;
        }
        if let Some(conflicts) = self.overlays.top_mut::<Conflicts>() {
            conflicts.replace(&decisions);
            self.keep(Keep::Mine);
            return;
        }
        self.end_range();
        let targets = self.targets();
        let current = self.current_need().map(NeedRef::id);
        match targets.as_slice() {
            [] => self.say(Notice::warning(Message::new("reason-no-need"))),
            [one] if current == Some(*one) => self.decide_one(*one, &decisions),
            _ => self.question(&targets, decisions, self.hidden),
        }
    }

    /// The needs that the question on top concerns, or else the next decision.
    pub(in crate::app) fn concerned(&self) -> Vec<NeedNumber> {
        if let Some(conflicts) = self.overlays.top::<Conflicts>() {
            return conflicts
                .found
                .get(conflicts.row)
                .and_then(|c| c.record.of_need())
                .into_iter()
                .collect();
        }
        match self.overlays.top::<Confirm>() {
            Some(confirm) => confirm.needs.iter().map(|(id, _)| *id).collect(),
            None => self.targets(),
        }
    }

    fn decide_one(&mut self, id: NeedNumber, decisions: &[Decision]) {
        let Some(register) = self.register() else { return };
        let likely = Likely::new(&register.vocabulary);
        let Some(need) = self.need(id) else { return };
        let seen = self.seen_version(need);
        let edits: Vec<Edit> = decisions
            .iter()
            .filter_map(|decision| decision.of(need, &likely))
            .map(|change| Edit { need: id, change, if_version: Some(seen) })
            .collect();
        // The likely person is repeated as "likely", which for the next need is another person.
        let likely_here = Decision::Likely.of(need, &likely);
        if self.last_need != Some(id) {
            self.last_need = Some(id);
            self.last.clear();
        }
        for decision in decisions {
            let is_likely = matches!(decision, Decision::Set(c) if Some(c) == likely_here.as_ref());
            let again = if is_likely { Decision::Likely } else { decision.clone() };
            decision::add(&mut self.last, again);
        }
        let before = self.is_complete(id, &[]);
        let completed = !before && self.is_complete(id, &edits);
        if completed && matches!(self.place().view, View::Triage(_)) {
            self.move_on();
        } else {
            self.hold();
        }
        self.write(edits);
    }

    /// Whether a need has its priority, response and focal point, once the pending writes and these
    /// edits are done.
    fn is_complete(&self, id: NeedNumber, edits: &[Edit]) -> bool {
        let Some(need) = self.need(id) else { return false };
        let mut stated = [
            (TriageField::Priority, need.priority().is_some()),
            (TriageField::Response, need.response().is_some()),
            (TriageField::FocalPoint, need.focal_point().is_some()),
        ];
        let sent = self.writes().flat_map(Pending::small);
        let sent = sent.chain(self.backlog.iter().flatten());
        for edit in sent.chain(edits).filter(|edit| edit.need == id) {
            for (field, is_stated) in &mut stated {
                if *field == edit.change.field() {
                    *is_stated = edit.change.code().is_some();
                }
            }
        }
        stated.iter().all(|(_, is_stated)| *is_stated)
    }

    /// Keeps the need that is being decided about in its row, on whatever list it stands.
    fn hold(&mut self) {
        let Some(list) = self.listing().view.list() else { return };
        let Some(need) = list.need() else { return };
        let hold = Hold { need, row: list.row as u32 };
        if self.current_need().map(NeedRef::id) == Some(need) && self.held != Some(hold) {
            self.held = Some(hold);
            self.ask();
        }
    }

    /// Whether a change has taken the need under the cursor out of the list: then it is asked for
    /// in its row, so that no other comes under the cursor unasked.
    pub(in crate::app) fn hold_what_left(&mut self, answer: &Answer) -> bool {
        let Some(list) = self.listing().view.list() else { return false };
        let (Some(need), row) = (list.need(), list.row as u32) else { return false };
        if !self.listing().view.lists_needs() || self.held.is_some_and(|held| held.need == need) {
            return false;
        }
        let rows = Self::identities(Some(answer), &self.listing().view, self.settings.lang);
        if answer.register.row_of(need).is_none() || rows.find(need.get()).is_some() {
            return false;
        }
        self.held = Some(Hold { need, row });
        self.ask();
        true
    }

    /// Lets the held need go to where it belongs by now, once the cursor has left it.
    pub(in crate::app) fn release(&mut self) {
        let current = self.listing().view.list().and_then(List::need);
        if self.held.is_some_and(|held| Some(held.need) != current) {
            self.held = None;
            self.ask();
        }
    }

    /// From a need that is fully decided to the next of the queue.
    pub(in crate::app) fn move_on(&mut self) {
        let lang = self.settings.lang;
        let rows = Self::identities(self.answer.as_deref(), &self.place().view, lang);
        let Some(list) = self.place().view.list() else { return };
        let next =
            rows.get(list.row + 1).or_else(|| list.row.checked_sub(1).and_then(|_| rows.get(0)));
        let row = list.row;
        if let (Some(next), Some(list)) = (next, self.place_mut().view.list_mut()) {
            // the one after it comes up into its row
            (list.current, list.row) = (Some(next), row);
        }
        self.held = None;
        self.ask();
        self.attend();
    }

    /// Repeats the last decision on the needs that a decision concerns now.
    pub(in crate::app) fn repeat(&mut self) {
        if self.last.is_empty() {
            self.say(Notice::warning(Message::new("notice-nothing-to-repeat")));
        } else {
            self.decide(self.last.clone());
        }
    }

    /// A decision could not be written: the need that it was about is not decided, and the queue does
    /// not go on without it.
    fn return_to_undecided(&mut self, pending: Option<&Pending>) {
        let Some(first) = pending.and_then(|pending| pending.small().first()) else { return };
        self.return_to(first.need);
    }

    /// Writes edits, after pending writes about the same needs: only then is it known which version
    /// they are to be compared with.
    pub(in crate::app) fn write(&mut self, edits: Vec<Edit>) {
        let waits =
            edits.len() < SMALL && edits.iter().any(|edit| self.is_being_written(edit.need));
        if waits {
            self.backlog.push(edits);
        } else {
            self.send(edits.clone(), Pending::Write(edits));
        }
    }

    fn is_being_written(&self, id: NeedNumber) -> bool {
        let sent = self.writes().flat_map(Pending::small);
        sent.chain(self.backlog.iter().flatten()).any(|edit| edit.need == id)
    }

    /// Sends the writes that waited for an acknowledgement.
    pub(in crate::app) fn write_on(&mut self) {
        for mut edits in std::mem::take(&mut self.backlog) {
            for edit in &mut edits {
                edit.if_version = self.need(edit.need).map(NeedRef::version);
            }
            self.write(edits);
        }
    }

    /// Sends edits to be written; `pending` keeps them until the answer.
    pub(in crate::app) fn send(&mut self, edits: Vec<Edit>, pending: Pending) {
        let ticket = self.ticket(Wait::Write(pending));
        self.outbox.push(Request::Write { ticket, edits, note: String::new() });
    }

    /// Takes the result of a write. The user's text is still in the place where it was typed.
    pub(in crate::app) fn wrote(
        &mut self,
        pending: Option<Pending>,
        result: Result<Option<Written>, StoreError>,
    ) {
        self.write_on();
        let pending = match pending {
            Some(Pending::Form(key)) => return self.form_written(&key, result),
            Some(Pending::Record(message)) => return self.record_written(message, result),
            Some(Pending::Matches(message, doubt)) => {
                return self.matched(Notice { besides: doubt, ..Notice::done(message) }, result);
            }
            pending => pending,
        };
        let written = match result {
            Ok(None) => return self.nothing_to_take_back(way(pending.as_ref())),
            Ok(Some(written)) => written,
            Err(error) => {
                match (error, pending) {
                    // The window of conflicts says it.
                    (
                        StoreError::Conflict(found),
                        Some(Pending::Write(edits) | Pending::Notes(edits)),
                    ) => self.show_conflicts(edits, found),
                    (error, pending) => {
                        self.say_failed(&error);
                        self.return_to_undecided(pending.as_ref());
                        if self.ended {
                            self.lost.extend(pending);
                        }
                    }
                }
                return;
            }
        };
        if let Some(Pending::Notes(edits)) = &pending {
            self.notes_are_safe(edits);
        }
        let asked = match &pending {
            Some(Pending::Write(edits)) => self.drop_decided(edits),
            _ => None,
        };
        if written.batch.is_none() {
            self.say(Notice::warning(Message::new("notice-no-change")));
            return;
        }
        self.own_is_seen(&written.needs);
        match &pending {
            Some(Pending::Void(needs)) => return self.are_void(needs),
            Some(Pending::VoidBack(needs)) => return self.are_back(needs),
            Some(Pending::Merge(of, numbers, message)) => {
                return self.are_merged(*of, *numbers, message.clone());
            }
            Some(Pending::Comment(need)) => return self.is_commented(*need),
            Some(Pending::Retired(code)) => return self.is_retired(code),
            _ => {}
        }
        let way = way(pending.as_ref()).map(|asked| asked.way);
        let (way_on, one, several) = match way {
            Some(Way::Undo) => ("triage.redo", "notice-undone-one", "notice-undone"),
            Some(Way::Redo) => ("triage.undo", "notice-redone-one", "notice-redone"),
            None => ("triage.undo", "notice-changed-one", "notice-changed"),
        };
        let key = self.key_of(way_on);
        if written.needs.is_empty() {
            let id = match way {
                Some(Way::Redo) => "notice-records-redone",
                _ => "notice-records-undone",
            };
            self.ask_log();
            let what = self.others_in_words(&written);
            return self.say(Notice::done(Message::new(id).with("what", what).with("key", key)));
        }
        let message = match written.needs.as_slice() {
            [need] if asked.is_none_or(|asked| asked.needs + asked.left == 1) => {
                Message::new(one).with("need", need.to_string())
            }
            needs => match asked.filter(|asked| asked.needs > needs.len() || asked.left > 0) {
                Some(asked) => Message::new("notice-changed-some")
                    .with("all", asked.needs + asked.left)
                    .with("same", asked.needs.saturating_sub(needs.len()))
                    .with("left", asked.left),
                None => Message::new(several),
            }
            .with("count", needs.len()),
        };
        self.say(Notice::done(message.with("key", key)));
        if let (Some(_), [one]) = (way, written.needs.as_slice()) {
            self.return_to(*one);
        }
        self.detail_is_old();
        self.ask_log();
    }
}

/// The undo or redo of a write, if it is one.
fn way(pending: Option<&Pending>) -> Option<&TakeBack> {
    match pending {
        Some(Pending::TakeBack(asked)) => Some(asked),
        _ => None,
    }
}
