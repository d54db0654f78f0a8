//! The requests that the program waits for, and failed readings.

use crate::app::state::pending::Pending;
use crate::app::state::views::ViewAsked;
use crate::store::StoreError;

/// A request that the program waits for.
#[derive(Clone, Debug)]
pub(in crate::app) enum Wait {
    /// The question of the place on top; its ticket is the question's generation.
    Question,
    /// The offers for the words of the question, which is answered; under the same ticket.
    Offers,
    /// To write something, or to take it back.
    Write(Pending),
    /// The saved views, or a change to one of them.
    Views(Option<ViewAsked>),
    /// The drafts.
    Drafts,
    /// A part of the change log.
    Log,
    /// The news, for the page that shows them.
    News,
    /// Needs that others have changed since the last visit, for their sign in lists.
    WhatOthersDid,
    /// The details of a need, which are not in memory.
    Detail,
    /// Needs like the one in the form.
    Alike,
    /// A record with the values of all its fields, and what it is read for.
    Record(RecordFor),
    /// The comparison of two records.
    TwoRecords,
    /// To name States, or to withhold their names.
    Names,
}

/// The purpose of reading a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum RecordFor {
    /// The open form of the record.
    Form,
    /// The form of a new record like it.
    Like,
    /// The write of a review's next step today.
    Step,
}

/// The failed readings.
#[derive(Debug, Default)]
pub(in crate::app) struct Unread {
    /// Whether it is the register as a whole: no better answer follows.
    pub(in crate::app) whole: bool,
    /// The first reason.
    pub(in crate::app) why: Option<StoreError>,
}
