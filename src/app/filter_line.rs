//! The filter being typed: live results at every key, the last good one kept while a word cannot
//! be read, completion of fields and values.

use super::input;
use crate::query::{Filter, FilterError};
use tui_input::Input;

/// The filter line while it is open.
#[derive(Clone, Debug, Default)]
pub struct FilterLine {
    /// What is typed.
    pub input: Input,
    /// The filter before, for Esc.
    pub before: Filter,
    /// What in it cannot be read; the results shown are then those of the last good text.
    pub error: Option<FilterError>,
    /// The completion that the cursor is on, if the user has gone into the list.
    pub chosen: Option<usize>,
}

impl FilterLine {
    /// Opens the line on a filter, the cursor at its end, a space before the next word.
    pub fn open(filter: &Filter) -> Self {
        let mut text = filter.to_string();
        if !text.is_empty() {
            text.push(' ');
        }
        Self { input: Input::new(text), before: filter.clone(), error: None, chosen: None }
    }

    /// Reads what is typed; the error stays in the line.
    pub fn read(&mut self) -> Option<Filter> {
        self.chosen = None;
        match crate::query::parse(self.input.value()) {
            Ok(filter) => {
                self.error = None;
                Some(filter)
            }
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// Puts a completion in.
    pub fn complete(&mut self, replace: std::ops::Range<usize>, insert: &str) {
        self.input = input::replaced(&self.input, replace, insert);
    }
}
