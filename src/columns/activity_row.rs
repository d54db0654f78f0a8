//! An activity as its list and its record show it.

use super::column::RecordList;
use crate::domain::Origin;
use crate::query::register::{Activity, Register};
use crate::store::{ActivityDetail, ActivityWords, AssistanceInFile};

/// An activity with the values that a list shows.
#[derive(Clone, Copy, Debug)]
pub struct ActivityRow<'a> {
    /// Its place in the vocabulary.
    pub place: u16,
    /// The activity.
    pub activity: &'a Activity,
    /// Its words from the file, where they are asked for.
    pub words: Option<&'a ActivityWords>,
    /// Its details from the file, which only its own record shows.
    pub detail: Option<&'a ActivityDetail>,
    /// How many needs are matched with it to each extent, where the register is that of today.
    pub extents: Option<[u32; 3]>,
    /// How many of the needs that are asked for it is matched with; `None` where that is not told.
    pub needs: Option<u32>,
}

impl<'a> ActivityRow<'a> {
    /// An activity at a place of the vocabulary that so many of the needs asked for are matched with, with what the file
    /// holds of it; `is_today`: the register is that of today.
    pub fn new(
        place: u16,
        activity: &'a Activity,
        needs: Option<u32>,
        file: &'a AssistanceInFile,
        is_today: bool,
    ) -> Self {
        let (words, detail) = (file.words(activity.id), file.detail(activity.id));
        let extents = detail.filter(|_| is_today).map(|detail| detail.matches);
        Self { place, activity, words, detail, extents, needs }
    }
}

/// The list of activities.
pub struct Activities;

impl RecordList for Activities {
    type Row<'a> = ActivityRow<'a>;
    type Order = ();

    fn origin(row: &Self::Row<'_>) -> Option<Origin> {
        Some(row.activity.origin)
    }

    fn holds_made_up(register: &Register) -> bool {
        register.vocabulary.activities.iter().any(|one| one.origin == Origin::Illustrative)
    }
}
