//! The tour: its tasks, step by step, and its progress.

use crate::domain::{NeedNumber, Priority, Response};
use crate::query::register::{NeedRef, Slot};

/// A step: a task, until the state of the program shows that it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStep {
    /// The list of needs is shown.
    List,
    /// The cursor goes down.
    Move,
    /// A word is searched for.
    Word,
    /// The filter is taken away.
    Clear,
    /// A chapter is chosen.
    Chapter,
    /// The charts are shown.
    Overview,
    /// The needs of a bar are shown.
    Bar,
    /// The page of a need is shown.
    Page,
    /// The need gets another priority.
    Priority,
    /// The need gets another response.
    Response,
    /// The need gets another focal point.
    Assign,
    /// All of these changes are undone.
    Undo,
    /// The menu of places is shown.
    Go,
    /// The menu of looks is shown.
    Show,
    /// The menu of changes is shown.
    Change,
    /// The keys of the place are shown.
    Help,
    /// The end: the user only has to leave.
    End,
}

impl TourStep {
    /// All steps in order, each with the message that says it and the commands whose keys that names.
    pub const ALL: [(Self, &'static str, &'static [&'static str]); 17] = [
        (Self::List, "tour-list", &["screen.needs"]),
        (Self::Move, "tour-move", &["move.down", "move.up"]),
        (Self::Word, "tour-word", &["filter.edit"]),
        (Self::Clear, "tour-clear", &["back"]),
        (Self::Chapter, "tour-chapter", &["filter.chapter-5"]),
        (Self::Overview, "tour-overview", &["screen.overview"]),
        (Self::Bar, "tour-bar", &["pane.next", "open"]),
        (Self::Page, "tour-page", &["open"]),
        (Self::Priority, "tour-priority", &["triage.high", "triage.medium", "triage.low"]),
        (Self::Response, "tour-response", &["triage.planned", "triage.under-way", "triage.met"]),
        (Self::Assign, "tour-assign", &["triage.focal"]),
        (Self::Undo, "tour-undo", &["triage.undo"]),
        (Self::Go, "tour-go", &["menu.go"]),
        (Self::Show, "tour-show", &["menu.show", "overlay.close"]),
        (Self::Change, "tour-change", &["menu.change", "overlay.close"]),
        (Self::Help, "tour-help", &["help", "overlay.close"]),
        (Self::End, "tour-end", &["quit"]),
    ];
}

/// The fields of a need that the tour decides about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The need.
    pub need: NeedNumber,
    /// Its priority.
    pub priority: Option<Priority>,
    /// Its response.
    pub response: Option<Response>,
    /// Its focal point.
    pub focal: Slot,
}

impl Decided {
    /// The values of a need as they are now.
    pub fn about(need: NeedRef<'_>) -> Self {
        Self {
            need: need.id(),
            priority: need.priority(),
            response: need.response(),
            focal: need.focal_slot(),
        }
    }
}

/// The state of the tour.
#[derive(Clone, Debug, Default)]
pub struct Tour {
    /// The place of the step among all.
    at: usize,
    /// The need of the tour as it was when its page was opened.
    pub before: Option<Decided>,
    /// Whether the last key was Esc: a second one ends the tour.
    pub escaped: bool,
}

impl Tour {
    /// The step, the message that says it, and the commands whose keys that names.
    pub fn step(&self) -> (TourStep, &'static str, &'static [&'static str]) {
        TourStep::ALL[self.at.min(TourStep::ALL.len() - 1)]
    }

    /// The number of the step, from 1 on, and how many there are.
    pub fn number(&self) -> (usize, usize) {
        (self.at + 1, TourStep::ALL.len())
    }

    /// Goes on to the next step; the last one stays.
    pub fn go_on(&mut self) {
        self.at = (self.at + 1).min(TourStep::ALL.len() - 1);
    }
}
