//! The rule of overdue needs: they have waited too long.

use super::columns::{Facts, Triage, encoded, last_day};
use super::open::is_open;
use super::plain::NO_DAY;
use super::slot::Slot;
use crate::domain::{Day, OverdueDays, Response};

const SECONDS_OF_A_DAY: u32 = 86_400;

/// The facts that decide whether a need is overdue, as its columns store them; of the date of identification the last
/// day.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // each is the column of that name
pub struct OverdueFacts {
    pub response: u8,
    pub focal: Slot,
    pub duplicate: u32,
    pub projected: i32,
    pub changed: u32,
    pub identified: i32,
}

impl OverdueFacts {
    /// The need at a place of its chunk.
    pub fn at(facts: &Facts, triage: &Triage, place: usize) -> Self {
        Self {
            response: triage.response[place],
            focal: triage.focal[place],
            duplicate: triage.duplicate[place],
            projected: triage.projected[place],
            changed: triage.changed[place],
            identified: last_day(facts.identified[place]),
        }
    }

    /// Whether the need is overdue on a day. Only an open need can be: neither met nor withdrawn,
    /// and not marked as the duplicate of another.
    ///
    /// A stated projected date alone decides: it must have passed. Otherwise the need must be taken on (it has a focal
    /// point, or its response is planned or under way) and unchanged for more than `days`, counted from its last change
    /// or, without a change, from its identification. A need that is not taken on waits for triage, and is not overdue
    /// by its age.
    ///
    /// All of it is looked at each time, so that a loop over a column has no branches.
    #[inline]
    #[allow(clippy::needless_bitwise_bool)]
    pub fn is_overdue(self, today: Day, days: OverdueDays) -> bool {
        let last = (self.changed / SECONDS_OF_A_DAY).cast_signed();
        let since = if self.changed == 0 { self.identified } else { last };
        let taken_on = (self.focal != Slot::NONE)
            | (self.response == encoded(Some(Response::Planned)))
            | (self.response == encoded(Some(Response::UnderWay)));
        let latest = today.number().saturating_sub(days.days().into());
        let forgotten = taken_on & (since != NO_DAY) & (since < latest);
        let passed = self.projected < today.number();
        is_open(self.response, self.duplicate)
            & if self.projected == NO_DAY { forgotten } else { passed }
    }
}
