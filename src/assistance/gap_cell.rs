//! The numbers of a cell: open needs by their standing, their States, and the activities beside them.

/// The fewest open needs of a cell that has a ratio and a place in the ranking: a ratio of fewer says little.
pub const FEWEST_OPEN: u32 = 5;

/// How many numbers of needs a cell has.
pub(super) const NUMBERS: usize = 4;

/// The numbers of a value, or of two values together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GapCell {
    /// Open needs. They are served, planned for or unserved, each one of the three.
    pub open: u32,
    /// Those that an activity serves.
    pub served: u32,
    /// Those that an activity is planned for.
    pub planned_for: u32,
    /// The rest.
    pub unserved: u32,
    /// States with open needs.
    pub states: u32,
    /// States with needs that an activity serves.
    pub states_served: u32,
    /// States with needs that an activity is planned for.
    pub states_planned_for: u32,
    /// States with unserved needs.
    pub states_unserved: u32,
    /// Activities of the same values, other than those that are called off; of the sum over all values, those in some
    /// cell. `None` where that cannot be told.
    pub activities: Option<u32>,
    /// Unserved needs with a strong candidate; `None` while that is not worked out, and where it cannot be told.
    pub candidates: Option<u32>,
    /// Whether its numbers are withheld, since too few States stand behind them; none of them is told.
    pub withheld: bool,
}

impl GapCell {
    /// How many per cent of the open needs are served, rounded half up; `None` below [`FEWEST_OPEN`].
    pub fn per_cent_served(&self) -> Option<u32> {
        (self.open >= FEWEST_OPEN).then(|| (self.served * 200 + self.open) / (self.open * 2))
    }

    /// Whether something is told of it.
    pub fn is_there(&self) -> bool {
        self.open > 0 || self.withheld
    }

    /// Open needs, those that are served, planned for and unserved, each with the States that have them.
    pub(super) fn numbers(&self) -> [(u32, u32); NUMBERS] {
        [
            (self.open, self.states),
            (self.served, self.states_served),
            (self.planned_for, self.states_planned_for),
            (self.unserved, self.states_unserved),
        ]
    }

    /// The width of the gap: States with unserved needs, then these needs; `None` below [`FEWEST_OPEN`].
    pub(super) fn width(&self) -> Option<(u32, u32)> {
        (self.open >= FEWEST_OPEN).then_some((self.states_unserved, self.unserved))
    }

    pub(super) fn withhold(&mut self) {
        *self = Self { withheld: true, ..Self::default() };
    }
}
