//! Matches on pages: picking needs of a list, matching them, taking matches out, correcting one.

use crate::app::App;
use crate::app::state::assistance::AssistanceRecord;
use crate::app::state::form::Form;
use crate::app::state::list::Move;
use crate::app::state::notice::Notice;
use crate::app::state::page::{Opens, Page};
use crate::app::state::screens::{AssistancePage, View};
use crate::app::state::waits::{RecordFor, Wait};
use crate::assistance::Band;
use crate::domain::{Deed, Kind, NeedNumber};
use crate::store::{StoreError, Written};
use crate::text::Message;
use crate::worker::Request;

impl App {
    /// The page on top, where it lists needs that are or could be matched with an activity.
    fn page_of_needs(&self) -> Option<&AssistancePage> {
        match &self.place().view {
            View::AssistanceRecord(page) if page.of.lists_needs() => Some(page),
            _ => None,
        }
    }

    /// The needs of the list of that page, in its order.
    fn needs_listed(&self) -> Vec<u32> {
        let records =
            self.page_of_needs().zip(self.answer.as_deref()).and_then(|(page, answer)| {
                Some(page.records(answer)?.ids(&page.list, self.settings.lang))
            });
        records.unwrap_or_default()
    }

    /// Whether needs can be picked here; the error is the reason against it.
    pub(in crate::app) fn can_pick(&self) -> Result<(), &'static str> {
        match self.page_of_needs() {
            Some(page) if page.list.current.is_some() => Ok(()),
            Some(_) => Err("reason-no-rows"),
            None => Err("reason-not-of-needs"),
        }
    }

    /// Whether needs are picked on the page on top.
    pub(in crate::app) fn has_picked(&self) -> bool {
        self.page_of_needs().is_some_and(|page| !page.picks.is_empty())
    }

    /// Picks the need under the cursor or lets it go, and goes on to the next.
    pub(in crate::app) fn pick(&mut self) {
        let Some(need) = self.page_of_needs().and_then(|page| page.list.current) else { return };
        if let View::AssistanceRecord(page) = &mut self.place_mut().view {
            page.picks.turn(need);
        }
        self.step(Move::Down);
    }

    /// Begins a range at the cursor, or ends the one that is being drawn.
    pub(in crate::app) fn pick_range(&mut self) {
        let rows = self.needs_listed();
        if let View::AssistanceRecord(page) = &mut self.place_mut().view {
            page.picks.turn_range(&rows, page.list.row);
        }
    }

    /// Picks the strong candidates; where these are picked already, or there are none, all that are listed; then none.
    pub(in crate::app) fn pick_all(&mut self) {
        let (rows, strong) = (self.needs_listed(), self.strong_listed());
        let View::AssistanceRecord(page) = &mut self.place_mut().view else { return };
        let picked = page.picks.among(&rows, page.list.row).len();
        let id = if picked < strong.len() {
            page.picks.set(strong.iter().copied());
            "notice-strong-picked"
        } else if picked < rows.len() {
            page.picks.set(rows.iter().copied());
            "notice-all-picked"
        } else {
            page.picks.set([]);
            "notice-none-picked"
        };
        let again = self.key_of("match.all");
        let message = Message::new(id).with("strong", strong.len()).with("needs", rows.len());
        self.say(Notice::done(message.with("key", again)));
    }

    /// The needs listed for which the activity is a strong candidate.
    fn strong_listed(&self) -> Vec<u32> {
        let records = self.page_of_needs().zip(self.answer.as_deref());
        let records = records.and_then(|(page, answer)| page.records(answer));
        let Some(records) = records else { return Vec::new() };
        let points = |id: &u32| records.could_serve(*id).map(|row| row.points);
        let mut listed = self.needs_listed();
        listed.retain(|id| points(id).and_then(Band::of) == Some(Band::Strong));
        listed
    }

    /// Lets picked needs go. False where none are picked.
    pub(in crate::app) fn drop_picks(&mut self) -> bool {
        let has = self.has_picked();
        if let View::AssistanceRecord(page) = &mut self.place_mut().view {
            page.picks.set([]);
        }
        has
    }

    /// The picked needs of the list, else the one under the cursor.
    fn picked(&self) -> Vec<NeedNumber> {
        let Some(page) = self.page_of_needs() else { return Vec::new() };
        let picked = page.picks.among(&self.needs_listed(), page.list.row);
        if picked.is_empty() {
            return page.list.need().into_iter().collect();
        }
        picked.into_iter().map(NeedNumber::new).collect()
    }

    /// Asks before the needs here are matched with the activity here.
    pub(in crate::app) fn match_here(&mut self) {
        let View::AssistanceRecord(page) = &self.place().view else { return };
        let asked = match (page.of, page.list().and_then(|list| list.current)) {
            (AssistanceRecord::ForNeed(need, _), Some(activity)) => {
                u16::try_from(activity).ok().map(|activity| (vec![need], activity))
            }
            (AssistanceRecord::Cell(_, false), Some(need)) => {
                let need = NeedNumber::new(need);
                self.best_for(need).map(|at| (vec![need], at))
            }
            (AssistanceRecord::ForActivity(activity, _), Some(_)) => {
                Some((self.picked(), activity))
            }
            (AssistanceRecord::Cell(_, true), _) => return self.warn("reason-not-of-needs"),
            _ => None,
        };
        match asked {
            Some((needs, activity)) => self.ask_match(needs, activity),
            None => self.warn("reason-no-rows"),
        }
    }

    /// The best candidate of a need of the cell of gaps that is shown.
    fn best_for(&self, need: NeedNumber) -> Option<u16> {
        let View::AssistanceRecord(page) = &self.place().view else { return None };
        page.records(self.answer.as_deref()?)?.best_place(need)
    }

    /// The match under the cursor: its needs, and the place of its activity in the vocabulary.
    fn matched_here(&self) -> Option<(Vec<NeedNumber>, u16)> {
        match &self.place().view {
            View::AssistanceRecord(page) => match page.of {
                AssistanceRecord::Activity(activity) => {
                    page.list.current.filter(|_| !page.in_facts)?;
                    Some((self.picked(), activity))
                }
                _ => None,
            },
            View::Need(page) => {
                let need = self.current_need()?;
                let opened = match page.at {
                    Some(_) => self.place().view.page().opens(&self.given()),
                    None => Opens::Nothing,
                };
                let all = need.matches();
                let activity = match (opened, all) {
                    (Opens::Assistance(AssistanceRecord::Activity(place)), _) => place,
                    // Of a need with one match, no line has to be chosen.
                    (_, [only]) if page.at.is_none() => only.activity,
                    _ => return None,
                };
                let is_matched = all.iter().any(|one| one.activity == activity);
                is_matched.then(|| (vec![need.id()], activity))
            }
            _ => None,
        }
    }

    /// Whether there is a match under the cursor that can be changed.
    pub(in crate::app) fn can_change_match(&self) -> Result<(), &'static str> {
        self.can_record()?;
        self.may(Deed::Change, Kind::Match)?;
        self.matched_here().map(drop).ok_or("reason-no-match")
    }

    /// Asks before the match under the cursor, or those of the picked needs, are taken out.
    pub(in crate::app) fn unmatch_here(&mut self) {
        if let Some((needs, activity)) = self.matched_here() {
            self.ask_unmatch(needs, activity);
        }
    }

    /// Opens the form of the match under the cursor.
    pub(in crate::app) fn edit_match(&mut self) {
        let Some((needs, activity)) = self.matched_here() else { return };
        let current = self.page_of_needs().and_then(|page| page.list.need());
        let need = current.or(needs.first().copied());
        let code = self.activity(activity).map(|activity| activity.code.clone());
        let (Some(need), Some(activity)) = (need, code) else { return };
        self.show_waiting(Form::new(Kind::Match));
        let ticket = self.ticket(Wait::Record(RecordFor::Form));
        self.outbox.push(Request::MatchRecord { ticket, need, activity });
    }

    /// Takes the result of a write of matches.
    pub(in crate::app) fn matched(
        &mut self,
        notice: Notice,
        result: Result<Option<Written>, StoreError>,
    ) {
        match result {
            Ok(Some(Written { batch: Some(_), needs, .. })) => {
                self.drop_picks();
                self.own_is_seen(&needs);
                self.detail_is_old();
                self.ask_log();
                self.say(notice);
            }
            Ok(_) => self.say(Notice::warning(Message::new("notice-no-change"))),
            Err(StoreError::Conflict(found)) => {
                let needs = found.iter().filter_map(|one| one.record.of_need()).count();
                self.say(Notice::warning(Message::new("match-conflict").with("needs", needs)));
            }
            Err(error) => self.say_failed(&error),
        }
    }
}
