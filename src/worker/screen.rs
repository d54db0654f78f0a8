//! The screen's question, and the days for which it was answered last.

use super::Question;
use crate::domain::Day;

/// The question on the screen.
pub(super) struct ScreenState {
    /// Asked again whenever the register changes.
    pub(super) question: Option<Question>,
    /// The day whose register is shown before the first question; `None` for the present register.
    as_of: Option<Day>,
    /// The last answer: the day of its register, the day shown beside it if that withholds values, and whether it is
    /// about void needs.
    shown: (Option<Day>, Option<Day>, bool),
    /// The day that counted as today for the last answer.
    answered_on: Option<Day>,
}

impl ScreenState {
    /// A screen that shows the register of a day, or the register as it is, and has asked nothing.
    pub(super) fn new(as_of: Option<Day>) -> Self {
        Self { question: None, as_of, shown: (as_of, None, false), answered_on: None }
    }

    /// Gives the day whose register is shown; `None` for the present one.
    pub(super) fn day(&self) -> Option<Day> {
        self.question.as_ref().map_or(self.as_of, |question| question.as_of)
    }

    /// Notes an answer: the days of the register and of the one beside it, whether it is about void needs, and today's
    /// day. Gives whether the last answer was about others.
    pub(super) fn turn_to(&mut self, shown: (Option<Day>, Option<Day>, bool), today: Day) -> bool {
        self.answered_on = Some(today);
        std::mem::replace(&mut self.shown, shown) != shown
    }

    /// Whether the last answer holds for an earlier day than today.
    pub(super) fn is_of_yesterday(&self, today: Day) -> bool {
        self.answered_on.is_some_and(|day| day != today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_outdated_when_the_day_is_over() {
        let day = Day::from_number;
        let mut screen = ScreenState::new(Some(day(9)));
        assert_eq!(screen.day(), Some(day(9)));
        assert!(!screen.is_of_yesterday(day(20)), "nothing is answered yet");
        assert!(!screen.turn_to((Some(day(9)), None, false), day(20)));
        assert!(screen.turn_to((None, None, false), day(20)));
        assert!(!screen.turn_to((None, None, false), day(20)));
        assert!(screen.turn_to((None, Some(day(9)), false), day(20)), "shown beside another day");
        assert!(screen.turn_to((None, None, false), day(20)));
        assert!(screen.turn_to((None, None, true), day(20)), "of void needs");
        assert!(!screen.is_of_yesterday(day(20)) && screen.is_of_yesterday(day(21)));
    }
}
