//! The columns of the lists: what they are called, how wide they are, and what they sort by.
//! The sort keys of needs are the engine's; those of States and reviews are in `navigate/rows.rs`.

use crate::query::SortBy;

/// How a column takes its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// So many cells, always.
    Fixed(u16),
    /// At least so many; the column takes what the others leave.
    Rest(u16),
    /// So many, on screens that are at least this wide (whole screen, in cells).
    Wide(u16, u16),
}

impl Width {
    /// Whether a column of this width is shown on a screen of so many columns, unless the user
    /// says otherwise.
    pub fn is_shown(self, screen: u16) -> bool {
        !matches!(self, Self::Wide(_, from) if screen < from)
    }

    /// The least cells that it takes where it is shown.
    pub fn cells(self) -> u16 {
        match self {
            Self::Fixed(cells) | Self::Rest(cells) | Self::Wide(cells, _) => cells,
        }
    }
}

/// A column of a list.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The code: in the language files as `column-CODE`.
    pub code: &'static str,
    /// Its width.
    pub width: Width,
    /// Numbers stand on the right.
    pub right: bool,
}

const fn column(code: &'static str, width: Width) -> Column {
    Column { code, width, right: false }
}

const fn number(code: &'static str, width: Width) -> Column {
    Column { code, width, right: true }
}

/// The columns of a list.
pub fn of(list: &str) -> &'static [Column] {
    match list {
        "states" => STATES,
        "reviews" => REVIEWS,
        "queue" => QUEUE,
        "history" => HISTORY,
        _ => NEEDS,
    }
}

/// The list of needs.
pub const NEEDS: &[Column] = &[
    number("id", Width::Fixed(7)),
    column("state", Width::Fixed(12)),
    column("cycle", Width::Fixed(2)),
    column("articles", Width::Fixed(7)),
    column("category", Width::Wide(20, 110)),
    column("priority", Width::Fixed(8)),
    column("response", Width::Fixed(9)),
    column("horizon", Width::Wide(9, 140)),
    column("focal", Width::Wide(24, 150)),
    column("identified", Width::Wide(10, 125)),
    column("changed", Width::Wide(10, 170)),
    column("text", Width::Rest(12)),
];

/// The queue of the triage screen.
pub const QUEUE: &[Column] = &[
    number("id", Width::Fixed(7)),
    column("priority", Width::Fixed(8)),
    column("response", Width::Fixed(9)),
    column("iso3", Width::Fixed(3)),
    column("articles", Width::Fixed(6)),
    column("category", Width::Wide(20, 120)),
    column("identified", Width::Wide(10, 110)),
    column("text", Width::Rest(12)),
];

/// What each column of [`NEEDS`] sorts by.
pub const NEED_SORTS: &[SortBy] = &[
    SortBy::Id,
    SortBy::State,
    SortBy::Cycle,
    SortBy::Article,
    SortBy::Category,
    SortBy::Priority,
    SortBy::Response,
    SortBy::Horizon,
    SortBy::Focal,
    SortBy::Identified,
    SortBy::Changed,
    SortBy::Text,
];

/// The list of States.
pub const STATES: &[Column] = &[
    column("iso3", Width::Fixed(5)),
    column("state", Width::Rest(18)),
    column("region", Width::Fixed(16)),
    column("groups", Width::Wide(15, 100)),
    number("needs", Width::Fixed(7)),
    number("II", Width::Wide(6, 100)),
    number("III", Width::Wide(6, 100)),
    number("IV", Width::Wide(6, 100)),
    number("V", Width::Wide(6, 100)),
    number("unmet", Width::Fixed(7)),
    number("untriaged", Width::Fixed(10)),
    column("bar", Width::Wide(24, 120)),
];

/// The place of the number of needs in [`STATES`].
pub const STATE_NEEDS: usize = 4;

/// The list of reviews.
pub const REVIEWS: &[Column] = &[
    column("iso3", Width::Fixed(5)),
    column("state", Width::Rest(16)),
    column("cycle", Width::Fixed(2)),
    column("reached", Width::Fixed(18)),
    column("since", Width::Fixed(10)),
    column("reviewers", Width::Wide(34, 110)),
    column("stakeholders", Width::Wide(12, 130)),
    number("needs", Width::Fixed(6)),
    number("untriaged", Width::Fixed(10)),
    column("bar", Width::Wide(24, 150)),
];

/// The place of the date of the step reached in [`REVIEWS`].
pub const REVIEW_DATE: usize = 4;

/// The place of whether stakeholders outside government took part in [`REVIEWS`].
pub const REVIEW_STAKEHOLDERS: usize = 6;

/// The list of changes.
pub const HISTORY: &[Column] = &[
    column("at", Width::Fixed(16)),
    column("who", Width::Fixed(20)),
    number("id", Width::Fixed(7)),
    column("field", Width::Fixed(11)),
    column("before", Width::Fixed(9)),
    column("after", Width::Rest(9)),
];
