//! Every kind of request in one place, each with the code that answers it.

use super::run::Loop;
use super::writing::Job;
use super::{Asked, Question, Report, Request, Ticket, Way};
use crate::domain::Moment;
use crate::store::{Draft, StoreError};

impl Loop<'_> {
    /// Does what is asked, or notes it for the end of the turn: a question, by setting `ask`. False
    /// when nobody listens.
    #[deny(clippy::wildcard_enum_match_arm)]
    pub(super) fn serve(&mut self, request: Request, ask: &mut bool) -> bool {
        match request {
            Request::Ask(question) => self.take_question(question, ask),
            Request::Write { ticket, edits, note } => {
                self.write_in_turn(Job::Write { ticket, edits, note }, ask)
            }
            Request::TakeBack { ticket, asked } => {
                self.write_in_turn(Job::TakeBack { ticket, asked }, ask)
            }
            Request::Detail { ticket, need } => match self.detail(need) {
                Ok(detail) => (self.report)(Report::Detail { ticket, detail: Box::new(detail) }),
                Err(error) => self.failed(ticket, error),
            },
            Request::Log { ticket, wanted } => match self.log(wanted) {
                Ok(part) => (self.report)(Report::Log { ticket, part }),
                Err(error) => self.failed(ticket, error),
            },
            Request::Here(need) => {
                self.desk.open(need);
                self.desk.look(&self.store).is_none_or(self.report)
            }
            Request::Draft { need, version, text } => {
                self.desk.type_notes(Draft { need, text, version, at: Moment::now(), here: true });
                true
            }
            Request::DropDraft(need) => {
                self.desk.put_away(need);
                match self.store.drop_draft(&self.settings.who, need) {
                    Ok(_) => true,
                    Err(error) => (self.report)(Report::DraftFailed { need, error }),
                }
            }
            Request::Drafts(ticket) => match self.store.offered_drafts(&self.settings.who) {
                Ok(drafts) => {
                    self.desk.has_read(&drafts);
                    (self.report)(Report::Drafts { ticket, drafts })
                }
                Err(error) => self.failed(ticket, error),
            },
            Request::Names { ticket, named } => self.turn_names(ticket, named),
            Request::Views(ticket) => self.views(ticket, Ok(None)),
            Request::SaveView { ticket, view, seen } => {
                let saved = self.save_view(*view, seen.as_deref());
                self.views(ticket, saved.map(|()| None))
            }
            Request::DeleteView { ticket, view } => {
                let deleted = self.store.delete_view(&self.settings.who, &view);
                self.views(ticket, deleted.map(|()| None))
            }
            Request::TurnView { ticket, way } => {
                let turned = match way {
                    Way::Undo => self.store.undo_view(&self.settings.who),
                    Way::Redo => self.store.redo_view(&self.settings.who),
                };
                self.views(ticket, turned)
            }
        }
    }

    fn failed(&self, ticket: Ticket, error: StoreError) -> bool {
        (self.report)(Report::Failed { of: Asked::Ticket(ticket), error })
    }

    /// A newer question takes the place of one that is not answered yet.
    fn take_question(&mut self, question: Question, ask: &mut bool) -> bool {
        if let Some(error) = self.unread.clone() {
            return (self.report)(Report::Failed {
                of: Asked::Question(question.generation),
                error,
            });
        }
        let back = self.day().is_some() && question.as_of.is_none();
        self.question = Some(question);
        *ask = true;
        if back {
            self.rank_texts();
        }
        true
    }

    /// Writes, as soon as the register is read.
    fn write_in_turn(&mut self, job: Job, ask: &mut bool) -> bool {
        if let Some(error) = self.unread.clone() {
            return (self.report)(job.refused(error));
        }
        if self.reading.is_some() {
            self.waiting.push(job);
            return true;
        }
        self.write_now(job, ask)
    }
}
