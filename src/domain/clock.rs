//! The clock, with the moment and the day that counts as today: every day that the program goes by comes from
//! here, on the clock of the system or on one that is set.

use super::{Day, Moment};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The day of an illustrative register that says no other: the last one of the sample's year, after
/// all that its log holds.
pub const SAMPLE_DAY: Day = Day::from_number(18_261);

/// The source of the time.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The system.
    #[default]
    System,
    /// A settable time in seconds after 1970, which stands still between settings. Clones share it.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a moment.
    pub fn at(moment: Moment) -> Self {
        Self::Set(Arc::new(AtomicI64::new(moment.seconds())))
    }

    /// A clock that stands at noon (UTC) of a day.
    pub fn on(day: Day) -> Self {
        Self::at(day.at_second(Moment::DAY / 2))
    }

    /// Moves the hand, for every clone. The clock of the system stays as it is.
    pub fn turn_to(&self, moment: Moment) {
        if let Self::Set(hand) = self {
            hand.store(moment.seconds(), Ordering::Relaxed);
        }
    }

    /// The moment.
    pub fn now(&self) -> Moment {
        match self {
            Self::System => Moment::now(),
            Self::Set(hand) => Moment::from_seconds(hand.load(Ordering::Relaxed)),
        }
    }
}

impl Moment {
    /// This time of day on a register's own day; without one, the moment itself.
    #[must_use]
    pub fn on(self, own: Option<Day>) -> Self {
        own.map_or(self, |day| day.at_second(self.seconds().rem_euclid(Self::DAY)))
    }

    /// The day that counts as today (in UTC) in a register that has its own day, or none.
    pub fn today(self, own: Option<Day>) -> Day {
        own.unwrap_or_else(|| self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d9_a_register_s_own_day_has_the_real_time_of_day() {
        assert_eq!(SAMPLE_DAY.to_string(), "2019-12-31");
        let now = Moment::from_seconds(1_795_990_496);
        assert_eq!(now.to_string(), "2026-11-29T22:14:56Z");
        assert_eq!(now.on(Some(SAMPLE_DAY)).to_string(), "2019-12-31T22:14:56Z");
        assert_eq!(now.on(None), now);
        assert_eq!(now.today(Some(SAMPLE_DAY)), SAMPLE_DAY);
    }

    #[test]
    fn d8_the_day_turns_at_midnight_in_utc_for_every_clone_of_a_clock() {
        let clock = Clock::at(Moment::from_seconds(86_399));
        let other = clock.clone();
        assert_eq!(other.now().today(None).number(), 0);
        clock.turn_to(Moment::from_seconds(86_400));
        assert_eq!(other.now().today(None).number(), 1);
    }
}
