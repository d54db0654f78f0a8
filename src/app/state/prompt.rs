//! A line of text that is asked for, while it is typed.

use crate::text::Message;
use tui_input::Input;

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The day by which a need is expected.
    ProjectedOn,
}

/// A line being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// What is typed.
    pub input: Input,
    /// Why it cannot be taken.
    pub error: Option<Message>,
    /// Whether it still holds what stands there: the first letter takes the place of all of it.
    pub(in crate::app) untouched: bool,
}

impl Prompt {
    /// Before something is typed: text takes the place of all that stands there untouched.
    pub(in crate::app) fn touch(&mut self, by_text: bool) {
        self.error = None;
        if std::mem::replace(&mut self.untouched, false) && by_text {
            self.input.reset();
        }
    }
}
