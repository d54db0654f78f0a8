//! An activity as its list and its record show it.

use crate::columns::RecordList;
use crate::query::register::Activity;
use crate::store::{ActivityDetail, ActivityWords};

/// An activity with the values that a list shows.
pub(super) struct ActivityRow<'a> {
    /// The activity.
    pub(super) activity: &'a Activity,
    /// Its words from the file, where they are asked for.
    pub(super) words: Option<&'a ActivityWords>,
    /// Its details from the file, which only its own record shows.
    pub(super) detail: Option<&'a ActivityDetail>,
    /// How many needs are matched with it to each extent, where the register is that of today.
    pub(super) extents: Option<[u32; 3]>,
    /// How many of the needs that are asked for it is matched with.
    pub(super) needs: u32,
}

/// The list of activities.
pub(super) struct Activities;

impl RecordList for Activities {
    type Row<'a> = ActivityRow<'a>;
    type Order = ();
}
