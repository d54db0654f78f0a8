//! A form over a screen: its fields, its waiting state, and its sitting.

use crate::app::keys::key::Key;
use crate::app::keys::line_edit::Put;
use crate::app::state::form::Form;
use crate::app::state::form::draft::FormDraft;
use crate::app::state::form::sitting::Sitting;
use crate::app::state::workshop::Workshop;
use crate::domain::{Moment, NeedNumber};
use crate::entry::Passage;
use crate::worker::AlikeTo;
use std::collections::{BTreeMap, VecDeque};

/// The most keys and texts that wait for a form.
const MOST_EARLY: usize = 4_096;

/// A key or text that came before the form could take it.
#[derive(Clone, Debug)]
pub(super) enum Early {
    Key(Key),
    Text(String, bool),
}

/// The layer with the form of a record.
#[derive(Debug)]
pub struct RecordForm {
    /// The fields, with the typed words.
    pub form: Form,
    /// Whether the form waits for a read or write; input that comes meanwhile is kept.
    pub waits: bool,
    pub(super) early: Vec<Early>,
    /// The sitting that the form belongs to.
    pub sitting: Option<Sitting>,
    /// The plan that the form belongs to: the form is that of its activity.
    pub(super) workshop: Option<Box<Workshop>>,
    /// The form of the sitting's next need, while an earlier one is open again.
    pub(super) next: Option<Form>,
    /// The needs similar to the typed one, each with its line.
    pub(super) alike: Vec<(NeedNumber, String)>,
    /// The need that `alike` was asked for.
    pub(super) alike_to: Option<AlikeTo>,
    /// The rest of a pasted passage: the needs that follow.
    pub(super) pasted: VecDeque<Passage>,
    /// Whether a passage was just pasted.
    pub(super) is_pasted: bool,
}

impl RecordForm {
    /// Makes a form that takes input at once.
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            waits: false,
            early: Vec::new(),
            sitting: None,
            workshop: None,
            next: None,
            alike: Vec::new(),
            alike_to: None,
            pasted: VecDeque::new(),
            is_pasted: false,
        }
    }

    /// Gives the key of the form's draft.
    pub fn key(&self) -> String {
        match &self.workshop {
            Some(workshop) => workshop.key.clone(),
            None => self.form.key(self.sitting.as_ref().map(|sitting| sitting.review)),
        }
    }

    /// The share of the screen that the fields take beside a pane, in per cent: that of the needs of a sitting, or of
    /// the States of a plan; `None` without a pane.
    pub(super) fn beside_pane(&self) -> Option<u16> {
        match (&self.sitting, &self.workshop) {
            (Some(_), _) => Some(55),
            (None, Some(_)) => Some(60),
            (None, None) => None,
        }
    }

    /// Gives the draft of what differs from the opening; `None` if nothing does.
    pub(super) fn draft(&self, at: Moment) -> Option<FormDraft> {
        let draft = self.form.draft(self.key(), at);
        let Some(workshop) = &self.workshop else { return draft };
        let (form, differs) = (self.key(), workshop.differs());
        let own = || differs.then(|| FormDraft { form, version: 0, typed: BTreeMap::new(), at });
        let mut draft = draft.or_else(own)?;
        draft.typed.extend(workshop.kept());
        Some(draft)
    }

    /// Keeps an input until the form can take it.
    pub(super) fn wait(&mut self, early: Early) -> Put {
        let fits = self.early.len() < MOST_EARLY;
        self.early.extend(fits.then_some(early));
        Put { changed: false, left_out: usize::from(!fits) }
    }
}
