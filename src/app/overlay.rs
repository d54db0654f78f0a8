//! What lies over a screen. Overlays are a stack: drawn bottom up, keys go to the top.

use super::context::Context;
use super::filter_line::FilterLine;
use super::picker::Picker;
use crate::domain::{Change, Edit};
use tui_input::Input;

/// An overlay with its state.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The filter line and its completions.
    Filter(FilterLine),
    /// Every command, by name.
    Palette(Picker<&'static str>),
    /// Every key, by group.
    Help(Picker<&'static str>),
    /// A few choices, each on a key of its own.
    Chooser(Chooser),
    /// A focal point, by name; `None` is nobody.
    Picker(Picker<Option<String>>),
    /// A question before many needs are changed.
    Confirm(Confirm),
    /// The notes on a need.
    Notes(Notes),
}

impl Overlay {
    /// Where keys are heard.
    pub fn context(&self) -> Context {
        match self {
            Self::Filter(_) => Context::Filter,
            Self::Palette(_) => Context::Palette,
            Self::Help(_) => Context::Help,
            Self::Chooser(_) => Context::Chooser,
            Self::Picker(_) => Context::Picker,
            Self::Confirm(_) => Context::Confirm,
            Self::Notes(_) => Context::Notes,
        }
    }
}

/// A few choices.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// The id of the question's message.
    pub title: &'static str,
    /// The choices.
    pub choices: Vec<Choice>,
    /// The cursor.
    pub row: usize,
}

/// A choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its key.
    pub key: char,
    /// Its name.
    pub label: String,
    /// What it does.
    pub pick: Pick,
}

/// What a choice does.
#[derive(Clone, Debug)]
pub enum Pick {
    /// Sets a triage field.
    Set(Change),
    /// Sorts the list by a column, or turns its order round when it is sorted by it.
    Sort(usize),
}

/// Edits that wait for a yes.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// What would be written.
    pub edits: Vec<Edit>,
    /// What every one of them sets.
    pub change: Change,
}

/// Notes being written.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The need.
    pub need: u32,
    /// The version that the user has seen.
    pub version: u32,
    /// The text; `None` until the worker has brought it.
    pub input: Option<Input>,
}
