//! Days and dates drawn by chance for the records of random registers.

use super::dice::Dice;
use crate::domain::{Day, PartialDate};

/// A day within 500 from 1 November 2017; now and then `None`.
pub(super) fn day(dice: &mut Dice) -> Option<Day> {
    let first = Day::new(2017, 11, 1).map_or(0, Day::number);
    (!dice.once_in(4)).then(|| Day::from_number(first + i32::from(dice.below(500) as u16)))
}

/// A day, or now and then the month or the year that it is in.
pub(super) fn date(dice: &mut Dice) -> Option<PartialDate> {
    let day = day(dice)?;
    Some(match dice.below(6) {
        0 => PartialDate::Month(day.date().year(), day.date().month()),
        1 => PartialDate::Year(day.date().year()),
        _ => day.into(),
    })
}
