//! The requests to the worker that are not answered yet: one map, by ticket. A report removes the request that it
//! ends, so that an empty map is a program at rest.

use crate::app::App;
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::waits::Wait;
use crate::domain::{Change, Coded, Edit, NeedNumber, TriageField, clean_line};
use crate::store::{ErrorKind, StoreError};
use crate::text::{Arg, Message};
use crate::worker::{Asked, Ticket};
use std::collections::BTreeSet;

/// The most failed changes that are told one by one.
const FEW: usize = 8;

impl App {
    /// A ticket for a request; the program waits for the report that ends it.
    pub(in crate::app) fn ticket(&mut self, wait: Wait) -> Ticket {
        self.tickets += 1;
        self.waits.insert(self.tickets, wait);
        self.tickets
    }

    /// A ticket for a question about the place on top, which replaces an older unanswered one.
    pub(in crate::app) fn question_ticket(&mut self) -> Ticket {
        self.waits.remove(&self.question);
        self.question = self.ticket(Wait::Question);
        self.progress = None;
        self.question
    }

    /// How many per cent of the long work on an answer that is waited for are done, where that is known.
    pub fn progress(&self) -> Option<u8> {
        self.progress.filter(|_| self.waits.contains_key(&self.question))
    }

    /// The writes that were sent and are not acknowledged yet.
    pub(in crate::app) fn writes(&self) -> impl Iterator<Item = &Pending> {
        self.waits.values().filter_map(|wait| match wait {
            Wait::Write(pending) => Some(pending),
            _ => None,
        })
    }

    /// The write that a report ends.
    pub(in crate::app) fn write_ended(&mut self, ticket: Ticket) -> Option<Pending> {
        match self.waits.remove(&ticket) {
            Some(Wait::Write(pending)) => Some(pending),
            _ => None,
        }
    }

    /// Whether the worker has still to confirm that States are named, or that their names are withheld.
    pub(in crate::app) fn awaits_names(&self) -> bool {
        self.waits.values().any(|wait| matches!(wait, Wait::Names))
    }

    /// Whether the worker has answered everything that it was asked, and made the offers that it left out of answers.
    pub fn is_settled(&self) -> bool {
        self.waits.is_empty()
    }

    /// Whether the worker has answered everything that it was asked; offers may be still to come.
    pub fn is_answered(&self) -> bool {
        self.waits.values().all(|wait| matches!(wait, Wait::Offers))
    }

    /// Why the register, or a part that was asked for, cannot be read: the first reason.
    pub fn failed_to_read(&self) -> Option<&StoreError> {
        self.unread.why.as_ref()
    }

    /// Handles a failure: the program stops waiting for the answer to the request that it names.
    pub(in crate::app) fn has_failed(&mut self, of: Asked, error: StoreError) {
        match of {
            Asked::Nothing => {}
            Asked::Question(generation) if generation != self.question => {}
            Asked::Question(_) => self.is_unanswered(),
            Asked::Register => {
                self.is_unanswered();
                self.unread.whole = true;
                self.unread.why.get_or_insert_with(|| error.clone());
            }
            Asked::Ticket(ticket) => match self.waits.remove(&ticket) {
                Some(Wait::Write(pending)) => return self.wrote(Some(pending), Err(error)),
                Some(Wait::Views(asked)) => return self.views_done(asked, Err(error), None),
                Some(Wait::Log) => self.log_is_unread(),
                Some(Wait::Record(wanted)) => self.record_unread(wanted),
                Some(
                    Wait::Question
                    | Wait::Offers
                    | Wait::Drafts
                    | Wait::Detail
                    | Wait::Alike
                    | Wait::TwoRecords
                    | Wait::Names
                    | Wait::News
                    | Wait::WhatOthersDid,
                )
                | None => {}
            },
        }
        // A program that is ending reports the data that it could not keep, and no failed readings.
        if !self.ended {
            self.say_failed(&error);
        }
    }

    /// Ends the wait for the question on the screen, which gets no answer. The rows there may belong to another
    /// filter, so they go. Where only its offers were awaited, they stay empty.
    fn is_unanswered(&mut self) {
        if let Some(Wait::Question) = self.waits.remove(&self.question) {
            self.answer = None;
        }
    }

    /// Says that something has failed.
    pub(in crate::app) fn say_failed(&mut self, error: &StoreError) {
        if error.kind() == ErrorKind::BadData {
            self.unread.why.get_or_insert_with(|| error.clone());
        }
        self.say(Notice::failed(error.message()));
    }

    /// The decisions missing in the register when the program has ended: failed writes, unanswered ones, and those
    /// waiting behind them.
    pub fn unwritten(&self) -> Vec<Message> {
        let sent: Vec<&Pending> = self.lost.iter().chain(self.writes()).collect();
        let edits = sent.iter().flat_map(|pending| pending.edits());
        let edits: Vec<&Edit> = edits.chain(self.backlog.iter().flatten()).collect();
        let back = sent.iter().filter(|pending| matches!(pending, Pending::TakeBack(_)));
        let back = back.map(|_| Message::new("end-not-taken-back"));
        let told: Vec<Message> = if edits.len() > FEW {
            let needs: BTreeSet<NeedNumber> = edits.iter().map(|edit| edit.need).collect();
            let message = Message::new("end-unwritten-many").with("count", edits.len());
            vec![message.with("needs", needs.len())]
        } else {
            edits.into_iter().map(unwritten).collect()
        };
        told.into_iter().chain(back).collect()
    }
}

/// A change that is not in the register, with the value it would have set.
fn unwritten(edit: &Edit) -> Message {
    let (field, code) = (edit.change.field(), edit.change.code());
    let id = match &edit.change {
        Change::AddTheme(_) => "end-unwritten-more",
        Change::RemoveTheme(_) => "end-unwritten-less",
        _ => "end-unwritten",
    };
    let value = match (field, code) {
        (_, None) => Arg::Named("slot-none".to_owned()),
        (TriageField::Priority | TriageField::Horizon | TriageField::Response, Some(code)) => {
            Arg::value(field.code(), &code)
        }
        (_, Some(code)) => Arg::Words(clean_line(&code)),
    };
    Message::new(id)
        .with("need", edit.need.to_string())
        .with("field", Arg::field(field.code()))
        .with("value", value)
}
