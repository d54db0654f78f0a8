//! The dated steps of one review, in their order.

use super::calendar::{last_day, working_day};
use super::dice::Dice;
use crate::domain::{Coded, Cycle, Day, Step};

/// A review of the plan. Parties are places in the list of parties.
pub(super) struct Review {
    pub(super) party: usize,
    pub(super) cycle: Cycle,
    pub(super) reviewers: [usize; 2],
    pub(super) steps: [Option<Day>; Step::COUNT],
    /// How the direct dialogue was held, where it was.
    pub(super) joint_meeting: Option<bool>,
    pub(super) stakeholders: Option<bool>,
}

impl Review {
    /// The day of the executive summary, where there is one.
    pub(super) fn summary(&self) -> Option<Day> {
        self.steps[Step::ExecutiveSummary.index()]
    }
}

/// How far a review came.
#[derive(Clone, Copy)]
pub(super) enum Reached {
    /// The executive summary, on this day.
    Summary(Day),
    /// An earlier step, on a day before the note.
    Earlier(Step),
}

/// The steps of a review that started on a day.
pub(super) fn steps(start: Day, reached: Reached, dice: &mut Dice) -> [Option<Day>; Step::COUNT] {
    let mut steps = [None; Step::COUNT];
    steps[0] = Some(start);
    let (last, end) = match reached {
        Reached::Summary(day) => (Step::ExecutiveSummary.index(), day),
        Reached::Earlier(step) => {
            let count = i32::try_from(step.index()).unwrap_or(0);
            let room = last_day().number() - start.number();
            let first = (count * 45).min(room);
            (step.index(), start.plus(dice.between(first, (count * 190).clamp(first, room))))
        }
    };
    let gaps: Vec<i32> = (0..last).map(|_| dice.between(3, 7)).collect();
    let whole: i32 = gaps.iter().sum();
    let mut passed = 0;
    for (place, gap) in gaps.iter().enumerate() {
        passed += gap;
        let exact = start.plus((end.number() - start.number()) * passed / whole.max(1));
        let before = steps[place].unwrap_or(start).plus(1);
        steps[place + 1] = Some(working_day(exact, before));
    }
    if let Reached::Summary(day) = reached {
        steps[last] = Some(day);
        let report = working_day(day.plus(dice.between(20, 240)), day);
        let made = dice.in_thousand(850) && report <= last_day();
        steps[last + 1] = made.then_some(report);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::super::calendar::day;
    use super::*;

    #[test]
    fn steps_follow_one_another_and_stop_where_the_review_stands() {
        let mut dice = Dice::new(5, 5);
        for _ in 0..200 {
            for &step in &Step::ALL[..4] {
                let steps = steps(day(2019, 6, 20), Reached::Earlier(step), &mut dice);
                let dates: Vec<_> = steps.iter().flatten().collect();
                assert_eq!(dates.len(), step.index() + 1);
                assert!(dates.is_sorted() && **dates.last().unwrap() <= last_day());
            }
            let summary = day(2012, 5, 25);
            let steps = steps(day(2011, 7, 4), Reached::Summary(summary), &mut dice);
            assert_eq!(steps[4], Some(summary));
            assert!(steps.iter().flatten().is_sorted());
        }
    }
}
