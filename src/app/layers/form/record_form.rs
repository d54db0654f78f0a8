//! A form that lies over a screen: what is typed, what it waits for, and the sitting that it belongs to.

use crate::app::keys::key::Key;
use crate::app::keys::line_edit::Put;
use crate::app::state::form::Form;
use crate::app::state::form::sitting::Sitting;

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
    /// What is said under the fields: what is like the record that is typed.
    pub below: Vec<String>,
}

impl RecordForm {
    /// A form that takes what is typed at once.
    pub(super) fn new(form: Form) -> Self {
        Self { form, waits: false, early: Vec::new(), sitting: None, next: None, below: Vec::new() }
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
