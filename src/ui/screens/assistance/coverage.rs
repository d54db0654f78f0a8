//! Below the list of coverage: the organisation under the cursor with its years as bars and its money; below trainings
//! their numbers together, below reviews without preparation what that means.

use super::rule::rule;
use crate::app::assistance::CoverageView;
use crate::app::assistance_records::Records;
use crate::app::screens::Assistance;
use crate::columns::coverage::{CoverageRow, money};
use crate::columns::reader::Reader;
use crate::domain::{Coded, ReachOf};
use crate::exchange::Cell;
use crate::query::register::Activity;
use crate::text::{Arg, Named, grouped};
use crate::ui::Pen;
use crate::ui::bar::bar;
use crate::ui::line::{put, wrapped};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

/// The cells of the longest bar of a year.
const BAR: usize = 6;

/// Draws it.
pub(super) fn foot(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    records: &Records<'_>,
    page: &Assistance,
) {
    let (head, lines) = match page.coverage {
        CoverageView::Providers | CoverageView::Donors => {
            let current = page.shown().current;
            let Some(row) = current.and_then(|id| records.covered(id)) else { return };
            (row.organisation.in_lang(pen.text.lang()).to_owned(), of_one(pen, answer, &row))
        }
        CoverageView::Unprepared => {
            let head = pen.text.tr("coverage-by-unprepared").into_owned();
            (head, vec![pen.text.tr("unprepared-about").into_owned()])
        }
        CoverageView::Trainings => {
            let head = pen.text.tr("trainings-together").into_owned();
            let sums = together(&records.activities()).into_iter();
            let said = sums.map(|(what, (number, at_least))| {
                let args = [
                    ("what", Arg::from(what.code())),
                    ("number", Arg::from(grouped(number))),
                    ("count", Arg::from(number as usize)),
                    ("least", Arg::from(usize::from(at_least))),
                ];
                pen.text.tra("trainings-number", &args)
            });
            let said = said.collect::<Vec<_>>().join(" · ");
            (head, vec![said, pen.text.tr("trainings-about").into_owned()])
        }
    };
    rule(pen, buffer, area, 0, &head);
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = lines.iter().flat_map(|line| wrapped(line, inside.width.into()));
    for (y, line) in (1..area.height).zip(lines) {
        put(buffer, inside, 0, y, &line, pen.theme.plain);
    }
}

/// What an organisation covers: its numbers, its activities by the year in which they began, its money.
fn of_one(pen: &Pen<'_>, answer: &Answer, row: &CoverageRow<'_>) -> Vec<String> {
    let (text, of) = (pen.text, row.of);
    let number = |count: u32| Arg::from(grouped(count.into()));
    let counted = |id: &str, count: u32| {
        text.tra(id, &[("count", Arg::from(count)), ("shown", number(count))])
    };
    let told = if of.withheld {
        text.tr("covered-hidden").into_owned()
    } else {
        let args = [
            ("named", Arg::from(of.states.len())),
            ("states", number(of.states.len() as u32)),
            ("matched", Arg::from(of.needs)),
            ("needs", number(of.needs)),
            ("served", number(of.served)),
        ];
        text.tra("covered-needs", &args)
    };
    let articles = of.articles.iter().count() as u32;
    let numbers =
        [counted("count-activities", of.activities), counted("covered-articles", articles), told];
    let mut lines = vec![numbers.join(" · ")];
    let dated: u32 = of.years.values().sum();
    let most = of.years.values().copied().max().unwrap_or(0);
    let year = |(year, count): (&i16, &u32)| {
        format!("{year} {} {}", bar(&pen.theme, *count, most, BAR), grouped((*count).into()))
    };
    let mut years: Vec<String> = of.years.iter().map(year).collect();
    if dated < of.activities {
        let count = [("count", number(of.activities - dated))];
        years.push(text.tra("covered-undated", &count));
    }
    lines.push(text.tra("covered-years", &[("years", Arg::from(years.join("   ")))]));
    let reader = Reader::new(&answer.register, Some(text));
    let sums = of.money.iter().filter_map(|sum| match money(sum, reader) {
        Cell::Text(said) => Some(said),
        _ => None,
    });
    let sums = sums.collect::<Vec<_>>().join(" · ");
    if sums.is_empty() {
        lines.push(text.tr("covered-no-money").into_owned());
    } else {
        lines.push(text.tra("covered-money-is", &[("money", Arg::from(sums))]));
    }
    lines
}

/// The numbers of several activities together: one that several share counts once, and a sum with a lower bound in it is
/// one.
fn together(activities: &[&Activity]) -> BTreeMap<ReachOf, (u64, bool)> {
    let numbers = activities.iter().flat_map(|activity| &activity.reach);
    let each: BTreeMap<i64, _> = numbers.map(|number| (number.id, number)).collect();
    let mut sums: BTreeMap<ReachOf, (u64, bool)> = BTreeMap::new();
    for number in each.into_values() {
        let (sum, at_least) = sums.entry(number.what).or_default();
        *sum += u64::from(number.number);
        *at_least |= number.at_least;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::register::Reach;
    use crate::testing::blank_activity;

    #[test]
    fn a_number_that_activities_share_counts_once_and_stays_a_lower_bound() {
        let (mut one, mut other) = (blank_activity::activity(1), blank_activity::activity(2));
        let reach = |id, what, number, at_least| Reach { id, what, number, at_least };
        let people = reach(3, ReachOf::People, 1_500, true);
        one.reach = vec![reach(1, ReachOf::Events, 13, false), people];
        other.reach = vec![reach(2, ReachOf::Events, 8, false), people];
        let sums = together(&[&one, &other]);
        assert_eq!(sums[&ReachOf::Events], (21, false));
        assert_eq!(sums[&ReachOf::People], (1_500, true));
    }
}
