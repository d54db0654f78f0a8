//! Handles worker reports.

use crate::app::App;
use crate::app::layers::filter::FilterLine;
use crate::app::state::pending::Pending;
use crate::app::state::screens::View;
use crate::app::state::waits::Wait;
use crate::domain::Moment;
use crate::query::register::NeedRef;
use crate::text::Message;
use crate::worker::{Answer, Report};

impl App {
    pub(in crate::app) fn on_report(&mut self, report: Report) {
        if self.is_of_before(&report) {
            return;
        }
        match report {
            Report::Failed { of, error } => self.has_failed(of, error),
            // The loop on the terminal ends the program by it.
            Report::SessionOver(_) => {}
            Report::Waiting(waiting) => self.delayed = waiting,
            Report::Answered(answer) => self.answered(answer),
            Report::Progress { generation, per_cent } => {
                self.progress = Some(per_cent).filter(|_| generation == self.question);
            }
            Report::Meant { generation, meant } => self.are_meant(generation, meant),
            Report::Unreadable { generation, error } => {
                if generation == self.question {
                    self.waits.remove(&generation);
                    self.unreadable(&error);
                }
            }
            Report::Wrote { ticket, result } => {
                let clock = result.as_ref().ok().and_then(|written| written.as_ref()?.clock);
                let pending = self.write_ended(ticket);
                self.wrote(pending, result);
                self.clock_is_behind(clock);
            }
            Report::ToTakeBack { ticket, undoable, here } => {
                if let Some(Pending::TakeBack(asked)) = self.write_ended(ticket) {
                    self.show_what_to_take_back(asked, undoable, here);
                }
                self.write_on();
            }
            Report::ChangedElsewhere(needs) => {
                let open = self.current_need().map(NeedRef::id);
                if open.is_some_and(|open| needs.contains(&open)) {
                    self.detail_is_old();
                }
                if !needs.is_empty() {
                    self.foreign.extend(needs.iter().copied());
                    let message = Message::new("notice-changed-elsewhere");
                    self.say_besides(message.with("count", needs.len()));
                }
            }
            Report::Alike { ticket, found } => {
                self.waits.remove(&ticket);
                self.found_alike(&found);
            }
            Report::Record { ticket, record } => {
                if let Some(Wait::Record(wanted)) = self.waits.remove(&ticket) {
                    self.record_read(wanted, &record);
                }
            }
            Report::Detail { ticket, detail } => {
                self.waits.remove(&ticket);
                self.fill_notes(&detail);
                self.detail = Some(detail);
            }
            Report::DraftFailed { need, error } => self.draft_failed(need, &error.message()),
            Report::DraftSaved(need) => self.draft_saved(need),
            Report::Drafts { ticket, drafts, forms } => {
                self.waits.remove(&ticket);
                self.form_drafts.read(forms);
                self.offer_drafts(drafts);
            }
            Report::Views { ticket, result, turned, turns } => {
                let asked = match self.waits.remove(&ticket) {
                    Some(Wait::Views(asked)) => asked,
                    _ => None,
                };
                self.views_done(asked, result, turned);
                self.views_turn(turns);
            }
            Report::Present(present) => self.present = present,
            Report::TwoRecords { ticket, found } => {
                self.waits.remove(&ticket);
                self.two_are_read(*found);
            }
            Report::Names { ticket, named } => {
                self.waits.remove(&ticket);
                self.names_are(named);
            }
            Report::News { ticket, news } => match self.waits.remove(&ticket) {
                Some(Wait::WhatOthersDid) => self.others_did(&news),
                _ => self.news_read(news),
            },
            Report::Log { ticket, part } => {
                self.waits.remove(&ticket);
                self.log_read(ticket, part);
            }
            Report::Batch { ticket, batch, changes } => {
                self.waits.remove(&ticket);
                self.batch_read(batch, changes);
            }
        }
    }

    /// Says once that this machine's clock is behind the register.
    fn clock_is_behind(&mut self, clock: Option<Moment>) {
        if let Some(at) = clock
            && self.clock_said.replace(at).is_none()
        {
            self.say_besides(Message::new("store-clock-behind").with("at", at.to_string()));
        }
    }

    /// Takes the answer to the last question; an answer to an older one is dropped.
    fn answered(&mut self, answer: Box<Answer>) {
        // after a change elsewhere the same question is answered again
        if answer.generation != self.question {
            return;
        }
        let anew = !matches!(self.waits.remove(&answer.generation), Some(Wait::Question));
        if anew && self.hold_what_left(&answer) {
            return;
        }
        let whole = answer.reading.is_none();
        let first = whole && self.answer.as_ref().is_none_or(|before| before.reading.is_some());
        if self.is_reading()
            && let Some(list) = self.place_mut().view.list_mut()
        {
            list.stay_at_top();
        }
        let drawn = self.range.map(|range| self.in_range(range));
        self.take_offers_of(&answer);
        self.follow_reviews(&answer.register.vocabulary);
        self.answer = Some(answer);
        self.settle_start();
        self.choose_queue();
        self.begin_with_view();
        if first {
            self.ask_drafts();
            self.ask_what_others_did();
            // The changes under a filter were those of the needs that were read by then.
            self.ask_log();
        }
        self.anchor_rows(self.settings.lang, anew);
        self.count_hidden();
        self.stretch_range();
        self.hold_range(drawn);
        self.attend();
        self.tag_what_is_found();
    }

    /// Finds the cursor of the place on top among the rows as they are now.
    pub(in crate::app) fn anchor(&mut self, lang: crate::text::Lang) {
        self.anchor_rows(lang, false);
    }

    /// Anchors the cursor of the place on top; `in_place` keeps its line of the screen too (for changes by others).
    fn anchor_rows(&mut self, lang: crate::text::Lang, in_place: bool) {
        let top = self.places.len() - 1;
        if let View::Need(_) = &self.places[top].view {
            return;
        }
        let rows = Self::identities(self.answer.as_deref(), &self.places[top].view, lang);
        let typing = self.overlays.find::<FilterLine>().map(|line| line.cursor);
        let typing = typing.or_else(|| self.before_filter.take().map(Some));
        if let Some(list) = self.places[top].view.list_mut() {
            if let Some(cursor) = typing {
                list.find_again(cursor, &rows);
            } else if in_place {
                list.anchor_in_place(&rows);
            } else {
                list.anchor(&rows);
            }
        }
    }
}
