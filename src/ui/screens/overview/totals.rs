//! The totals of the register under the filter, in one line or two: numbers in bold.

use crate::app::screens::reviews::lists_review;
use crate::domain::{Coded, Cycle, Step};
use crate::query::{Condition, Field, Measure};
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, width};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells between two totals.
const BETWEEN: u16 = 3;

/// Writes the totals, all of them under the filter; gives how many lines they take.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, answer: &Answer) -> u16 {
    let (mut x, mut y) = (1, 0);
    for words in words(pen, answer) {
        if x > 1 && x + width(&words) as u16 >= area.width {
            (x, y) = (1, y + 1);
        }
        x += emphasised(pen, buffer, area, (x, y), &words) + BETWEEN;
    }
    y + 1
}

fn words(pen: &Pen<'_>, answer: &Answer) -> [String; 5] {
    let counts = &answer.counts;
    let conditions = counts.of(Field::Is, Measure::Needs);
    let condition =
        |condition: Condition| conditions.get(condition.index() + 1).copied().unwrap_or(0);
    let counted = |id: &str, count: u32| {
        let args = [("count", Arg::from(grouped(count.into())))];
        pen.text.tra(id, &args)
    };
    let (needs, states) = (counts.total(Measure::Needs), counts.total(Measure::States));
    let args = [
        ("needs", Arg::from(grouped(needs.into()))),
        ("states", Arg::from(grouped(states.into()))),
        ("need-count", Arg::from(needs)),
        ("state-count", Arg::from(states)),
    ];
    let reviews = [
        ("first", Arg::from(grouped(completed(answer, Cycle::First).into()))),
        ("second", Arg::from(grouped(completed(answer, Cycle::Second).into()))),
    ];
    [
        pen.text.tra("total-needs", &args),
        counted("total-untriaged", condition(Condition::Untriaged)),
        counted("total-unmet", condition(Condition::Unmet)),
        counted("total-overdue", condition(Condition::Overdue)),
        pen.text.tra("total-reviews", &reviews),
    ]
}

/// The reviews of a cycle that are completed, of those that the list of reviews shows: beside needs of a chapter stand
/// the reviews with such needs.
fn completed(answer: &Answer, cycle: Cycle) -> u32 {
    let reviews = answer.register.vocabulary.reviews.iter().enumerate();
    let done = reviews.filter(|(place, review)| {
        review.cycle == cycle
            && review.reached().is_some_and(Step::is_completed)
            && lists_review(answer, *place)
    });
    done.count() as u32
}

/// Writes words with their numbers in bold; gives the cells taken.
fn emphasised(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    (x, y): (u16, u16),
    words: &str,
) -> u16 {
    let belongs = |c: char| c.is_ascii_digit() || c == ',';
    let mut taken = 0;
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = if is_number {
            rest.find(|c| !belongs(c))
        } else {
            rest.find(|c: char| c.is_ascii_digit())
        };
        let (part, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let style = if is_number { pen.theme.strong } else { pen.theme.plain };
        taken += put(buffer, area, x + taken, y, part, style);
        rest = behind;
    }
    taken
}
