//! When an activity is held, as far as its source says it.

use crate::domain::{ActivityStatus, Day, PartialDate};
use crate::query::register::Activity;

/// The days on which an activity is or was held: from the first day that its beginning may mean to the last day that
/// its end may mean, numbered as [`Day::number`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: i32,
    /// The last day, not before the first one.
    pub last: i32,
}

impl Period {
    /// The period of an activity; `None` where neither its beginning nor its end is stated. With one of the two it is
    /// the days that this one may mean; where an activity goes on and only its beginning is stated, until today.
    pub fn of(activity: &Activity, today: Day) -> Option<Self> {
        let starts = PartialDate::parse(&activity.starts);
        let ends = PartialDate::parse(&activity.ends);
        let first = starts.or(ends)?.first_day().number();
        let goes_on = ends.is_none() && activity.status() == Some(ActivityStatus::Ongoing);
        let last = ends.or(starts)?.last_day().number();
        let last = if goes_on { last.max(today.number()) } else { last };
        Some(Self { first, last: last.max(first) })
    }

    /// How many days lie between two periods: 0 where they meet, 1 where the one begins on the day after the other.
    pub fn days_apart(self, other: Self) -> u32 {
        let between = |earlier: Self, later: Self| later.first.saturating_sub(earlier.last);
        between(self, other).max(between(other, self)).max(0).unsigned_abs()
    }

    /// On how many days both are held.
    pub fn days_together(self, other: Self) -> u32 {
        let days = self.last.min(other.last) - self.first.max(other.first) + 1;
        days.max(0).unsigned_abs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::blank_activity;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn of(starts: &str, ends: &str, status: &str) -> Option<(String, String)> {
        let mut activity = blank_activity::activity(1);
        (activity.starts, activity.ends) = (starts.into(), ends.into());
        activity.status = status.into();
        let period = Period::of(&activity, day("2019-12-31"))?;
        let written = |number| Day::from_number(number).to_string();
        Some((written(period.first), written(period.last)))
    }

    #[test]
    fn a_period_is_as_long_as_the_source_leaves_open() {
        let days = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        for (starts, ends, status, expected) in [
            ("", "", "done", None),
            ("soon", "", "planned", None),
            ("2019-06-12", "2019-06-14", "done", days("2019-06-12", "2019-06-14")),
            ("2019-07", "", "done", days("2019-07-01", "2019-07-31")),
            ("2019-03", "", "ongoing", days("2019-03-01", "2019-12-31")),
            ("2020-03", "", "ongoing", days("2020-03-01", "2020-03-31")),
            ("2019", "2019", "done", days("2019-01-01", "2019-12-31")),
            ("", "2018", "done", days("2018-01-01", "2018-12-31")),
            ("2019-05", "2019-02", "done", days("2019-05-01", "2019-05-01")),
        ] {
            assert_eq!(of(starts, ends, status), expected, "{starts}/{ends} {status}");
        }
    }

    #[test]
    fn days_between_two_periods_are_counted_either_way() {
        let period = |first: &str, last: &str| Period {
            first: day(first).number(),
            last: day(last).number(),
        };
        let (june, july) = (period("2019-06-01", "2019-06-30"), period("2019-07-01", "2019-07-31"));
        let half = period("2019-06-16", "2019-07-15");
        for (one, other, apart, together) in [
            (june, july, 1, 0),
            (june, half, 0, 15),
            (half, july, 0, 15),
            (june, june, 0, 30),
            (june, period("2019-12-27", "2019-12-27"), 180, 0),
        ] {
            assert_eq!((one.days_apart(other), one.days_together(other)), (apart, together));
            assert_eq!((other.days_apart(one), other.days_together(one)), (apart, together));
        }
    }
}
