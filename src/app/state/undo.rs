//! The question before a batch is undone or redone.

use crate::app::state::affected::Which;
use crate::domain::Moment;
use crate::store::UndoneField;
use crate::worker::{TakeBack, Way};

/// The question before something is taken back that is not what one has just done.
#[derive(Clone, Debug)]
pub struct TakingBack {
    /// Undo or redo, and what was passed over before.
    pub(in crate::app) asked: TakeBack,
    /// The batch.
    pub(in crate::app) batch: i64,
    /// When it was written.
    pub at: Moment,
    /// Its fields: first those that stay because somebody has changed them since.
    pub fields: Vec<UndoneField>,
    /// How many of the fields stay.
    pub staying: usize,
    /// Which needs it is about.
    pub needs: Vec<u32>,
    /// The same in few words.
    pub which: Which,
    /// Whether it was written before this program began, or elsewhere.
    pub earlier: bool,
    /// The cursor in the fields.
    pub row: usize,
}

impl TakingBack {
    /// Undo or redo.
    pub fn way(&self) -> Way {
        self.asked.way
    }

    /// Whether there is anything that can be taken back.
    pub fn is_possible(&self) -> bool {
        self.staying < self.fields.len()
    }
}
