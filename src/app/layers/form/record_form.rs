//! A form that lies over a screen: what is typed, what it waits for, and the sitting that it belongs to.

use crate::app::keys::key::Key;
use crate::app::keys::line_edit::Put;
use crate::app::state::form::Form;
use crate::app::state::form::sitting::Sitting;
use crate::entry::Passage;
use crate::worker::AlikeTo;
use std::collections::VecDeque;

/// So many keys and texts that come before the form can take them wait for it.
const MOST_EARLY: usize = 4_096;

/// Something typed before the form can take it.
#[derive(Clone, Debug)]
pub(super) enum Early {
    Key(Key),
    Text(String, bool),
}

/// The form of a record over a screen.
#[derive(Debug)]
pub struct RecordForm {
    /// What is typed.
    pub form: Form,
    /// Whether its record is being read, or what is typed is being written: what comes meanwhile waits.
    pub waits: bool,
    pub(super) early: Vec<Early>,
    /// The needs that are entered in a row, where it is a sitting.
    pub sitting: Option<Sitting>,
    /// The next need of the sitting, while an earlier one is open again.
    pub(super) next: Option<Form>,
    /// Needs that may be the same as the one that is typed, a line each.
    pub(super) alike: Vec<String>,
    /// The need to which they are like.
    pub(super) alike_to: Option<AlikeTo>,
    /// The rest of a pasted passage: needs that follow, one after the other.
    pub(super) pasted: VecDeque<Passage>,
    /// Whether a passage was pasted just now.
    pub(super) is_pasted: bool,
}

impl RecordForm {
    /// A form that takes what is typed at once.
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            waits: false,
            early: Vec::new(),
            sitting: None,
            next: None,
            alike: Vec::new(),
            alike_to: None,
            pasted: VecDeque::new(),
            is_pasted: false,
        }
    }

    /// What tells it from other forms.
    pub fn key(&self) -> String {
        self.form.key(self.sitting.as_ref().map(|sitting| sitting.review))
    }

    /// Keeps something until the form can take it.
    pub(super) fn wait(&mut self, early: Early) -> Put {
        let fits = self.early.len() < MOST_EARLY;
        self.early.extend(fits.then_some(early));
        Put { changed: false, left_out: usize::from(!fits) }
    }
}
