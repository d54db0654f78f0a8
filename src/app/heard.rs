//! What the worker reports and what follows from it.

use super::place::View;
use super::{App, Notice, lines};
use crate::query::register::NeedRef;
use crate::text::Message;
use crate::worker::{Answer, Report};

impl App {
    pub(super) fn heard(&mut self, report: Report) {
        match report {
            Report::Loading(needs) => self.loading = needs,
            Report::Failed(error) => {
                // nothing more will come for what was asked
                self.details = 0;
                self.answered = self.asked;
                self.say(Notice::failed(error.message()));
            }
            Report::Answered(answer) => self.answered(answer),
            Report::Unreadable { generation, error } => {
                if generation == self.asked {
                    self.answered = generation;
                    self.unreadable(&error);
                }
            }
            Report::Wrote { ticket, result } => {
                self.waiting.remove(&ticket);
                self.wrote(result);
            }
            Report::ChangedElsewhere(needs) => {
                if let Some(open) = self.current_need().map(NeedRef::id)
                    && matches!(self.place().view, View::Need(_))
                    && needs.contains(&open)
                {
                    self.ask_detail(open);
                }
                if !needs.is_empty() {
                    let message = Message::new("notice-changed-elsewhere");
                    self.say(Notice::warning(message.with("count", needs.len())));
                }
            }
            Report::Detail(detail) => {
                self.details = self.details.saturating_sub(1);
                self.fill_notes(&detail);
                self.detail = Some(detail);
            }
            Report::Log { ticket, entries } => {
                self.waiting.remove(&ticket);
                let lang = self.settings.lang;
                if let View::History(history) = &mut self.place_mut().view {
                    history.entries = Some(entries);
                }
                self.anchor(lang);
            }
        }
    }

    /// Takes the answer to the last question; an answer to an older one is dropped.
    fn answered(&mut self, answer: Box<Answer>) {
        // after a change elsewhere the same question is answered again
        if answer.generation != self.asked {
            return;
        }
        self.answered = answer.generation;
        self.answer = Some(answer);
        self.anchor(self.settings.lang);
    }

    /// Finds the cursor of the place on top among the rows as they are now.
    pub(super) fn anchor(&mut self, lang: crate::text::Lang) {
        let top = self.places.len() - 1;
        if let View::Need(_) = &self.places[top].view {
            return;
        }
        if let View::Triage(triage) = &mut self.places[top].view
            && let Some(answer) = &self.answer
            && !lines::people(answer).contains(&u32::from(triage.person))
        {
            triage.person = 0;
        }
        let rows = Self::identities(self.answer.as_deref(), &self.places[top].view, lang);
        if let Some(list) = self.places[top].view.list_mut() {
            list.anchor(&rows);
        }
    }
}
