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
    /// What two needs say differently.
    TwoNeeds,
    /// To name States, or to withhold their names.
    Names,
}

/// What could not be read.
#[derive(Debug, Default)]
pub(in crate::app) struct Unread {
    /// Whether it is the register as a whole: no better answer follows.
    pub(in crate::app) whole: bool,
    /// The first reason.
    pub(in crate::app) why: Option<StoreError>,
}
