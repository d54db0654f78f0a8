//! What the program waits for, and what could not be read.

use crate::app::state::pending::Pending;
use crate::app::state::views::ViewAsked;
use crate::store::StoreError;

/// What was asked.
#[derive(Clone, Debug)]
pub(in crate::app) enum Wait {
    /// What the place on top shows; its ticket is the generation of the question.
    Question,
    /// What was probably meant by the words of the question, which is answered; under the same ticket.
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
    /// What memory does not hold of a need.
    Detail,
    /// Needs like the one in the form.
    Alike,
    /// A record with the values of all its fields, and what it is read for.
    Record(RecordFor),
    /// What two needs say differently.
    TwoNeeds,
    /// To name States, or to withhold their names.
    Names,
}

/// What a record is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum RecordFor {
    /// The form of it that is open.
    Form,
    /// The form of a new record like it.
    Like,
    /// To write that a review has reached its next step today.
    Step,
}

/// What could not be read.
#[derive(Debug, Default)]
pub(in crate::app) struct Unread {
    /// Whether it is the register as a whole: no better answer follows.
    pub(in crate::app) whole: bool,
    /// The first reason.
    pub(in crate::app) why: Option<StoreError>,
}
