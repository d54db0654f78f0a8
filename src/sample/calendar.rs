//! The days between which the sample's reviews take place.

use crate::domain::Day;

/// A day of the calendar. The years and months here are constants, so that the fallback, which is
/// the first day that the program can count from, is never taken.
pub(super) fn day(year: i16, month: i8, of_month: i8) -> Day {
    Day::new(year, month, of_month).unwrap_or(Day::from_number(0))
}

/// The last working day before the note was issued: no step of a review is later.
pub(super) fn last_day() -> Day {
    day(2019, 10, 11)
}

/// Until here a change of a triage field may run.
pub(super) fn last_change() -> Day {
    day(2019, 12, 30)
}

/// The day whose state is compared with the note of 2017.
pub(super) fn note_of_2017() -> Day {
    day(2017, 9, 1)
}

/// The days on which executive summaries appear, rising: between two anchors as many as the
/// second one's count says, evenly, each moved a little so that they look like days of work.
pub(super) fn spread_over(anchors: &[(usize, Day)], dice: &mut super::dice::Dice) -> Vec<Day> {
    let mut days = Vec::new();
    for pair in anchors.windows(2) {
        let [(from, first), (upto, last)] = pair else { continue };
        let count = i32::try_from(upto - from).unwrap_or(0);
        let width = last.number() - first.number();
        for place in 0..count {
            let step = |place: i32| width * place / count;
            // From the day after the first anchor up to and including the last.
            let on = dice.between(step(place) + 1, step(place + 1));
            days.push(working_day(first.plus(on), first.plus(step(place) + 1)));
        }
    }
    days
}

/// The day, or the last Friday before it on a weekend, but not before `floor`.
pub(super) fn working_day(day: Day, floor: Day) -> Day {
    // 1970-01-01 was a Thursday.
    let back = match (day.number() + 3).rem_euclid(7) {
        5 => 1,
        6 => 2,
        _ => 0,
    };
    day.plus(-back).max(floor)
}

#[cfg(test)]
mod tests {
    use super::super::dice::Dice;
    use super::*;

    #[test]
    fn a_weekend_becomes_the_friday_before() {
        let floor = day(2019, 1, 1);
        assert_eq!(working_day(day(2019, 10, 12), floor), day(2019, 10, 11));
        assert_eq!(working_day(day(2019, 10, 13), floor), day(2019, 10, 11));
        assert_eq!(working_day(day(2019, 10, 14), floor), day(2019, 10, 14));
        assert_eq!(working_day(day(2019, 10, 13), day(2019, 10, 13)), day(2019, 10, 13));
    }

    #[test]
    fn days_rise_and_keep_to_their_anchors() {
        let anchors = [(0, day(2011, 5, 2)), (4, day(2011, 10, 1)), (30, day(2015, 11, 1))];
        let days = spread_over(&anchors, &mut Dice::new(1, 1));
        assert_eq!(days.len(), 30);
        assert!(days.is_sorted());
        assert_eq!(days.iter().filter(|d| **d <= day(2011, 10, 1)).count(), 4);
        assert!(days.iter().all(|d| *d > day(2011, 5, 2) && *d <= day(2015, 11, 1)));
    }
}
