//! The charts of the overview: one field each, a bar for each value, the cursor on a bar.

use crate::app::state::list::Side;
use crate::domain::{Coded, Region};
use crate::query::{Field, Measure, slots};
use crate::worker::Answer;

/// The fields that have a chart, in order.
pub const CHARTS: &[Field] = &[
    Field::Chapter,
    Field::Region,
    Field::Response,
    Field::Category,
    Field::Article,
    Field::Focal,
    Field::Priority,
    Field::Theme,
    Field::Cycle,
    Field::Horizon,
];

/// The cursor of the overview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charts {
    /// The chart: a place in [`CHARTS`].
    pub chart: usize,
    /// The bar, by the slot of its value; `None`: the first.
    pub slot: Option<u16>,
    /// Whether the chart has the whole screen.
    pub large: bool,
}

/// A bar: the slot of its value and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartBar {
    /// 0 is "not stated", i + 1 the i-th value.
    pub slot: u16,
    /// Needs, States or reviews.
    pub value: u32,
    /// The number on the earlier day, where the counts are compared with one.
    pub before: Option<u32>,
}

/// The bars of a field. Small closed lists show every value in its own order, also at zero; long
/// ones show the values with records, now or before, the most first. "Not stated" stands last.
/// Values of the filter stay, also at zero: they can be dropped there again.
pub fn bars(field: Field, answer: &Answer, measure: Measure) -> Vec<ChartBar> {
    let (plan, vocabulary) = (&answer.plan, &answer.register.vocabulary);
    let values = answer.counts.of(field, measure);
    debug_assert_eq!(values.len(), slots(field, vocabulary));
    let before = answer.before.as_ref().map(|before| before.counts.of(field, measure));
    let before = |slot: usize| Some(before.as_ref()?.get(slot).copied().unwrap_or(0));
    let there = |bar: &ChartBar| bar.value > 0 || bar.before.is_some_and(|before| before > 0);
    let bar = |(slot, value): (usize, &u32)| ChartBar {
        slot: slot as u16,
        value: *value,
        before: before(slot),
    };
    let mut bars: Vec<ChartBar> = values.iter().enumerate().skip(1).map(bar).collect();
    // Withheld regions must not look like zero.
    if field == Field::Region {
        let region = |bar: &ChartBar| Region::at(usize::from(bar.slot) - 1);
        bars.retain(|bar| region(bar).is_some_and(|region| vocabulary.tells(region)));
    }
    if !has_own_order(field) {
        let named = [plan.chosen(field), plan.left_out(field)].concat();
        bars.retain(|bar| there(bar) || named.contains(&bar.slot));
        bars.sort_by_key(|bar| (std::cmp::Reverse(bar.value), bar.slot));
    }
    let unstated = values.first().map(|value| bar((0, value)));
    bars.extend(unstated.filter(|bar| there(bar) || plan.left_out(field).contains(&0)));
    bars
}

/// Whether the values of a field are few and ordered, so that their order says something.
pub fn has_own_order(field: Field) -> bool {
    matches!(
        field,
        Field::Cycle
            | Field::Chapter
            | Field::Region
            | Field::Group
            | Field::Review
            | Field::Source
            | Field::Origin
            | Field::Priority
            | Field::Horizon
            | Field::Response
            | Field::Match
            | Field::Level
            | Field::Status
            | Field::Extent
            | Field::Stakeholder
            | Field::Is
    )
}

impl Charts {
    /// The field of the chart that the cursor is in.
    pub fn field(&self) -> Field {
        CHARTS.get(self.chart).copied().unwrap_or(Field::Chapter)
    }

    /// The row of the cursor among bars; the first when its bar is gone.
    pub fn row(&self, bars: &[ChartBar]) -> usize {
        bars.iter().position(|bar| Some(bar.slot) == self.slot).unwrap_or(0)
    }

    /// Goes to the next chart or the one before, round the ends.
    pub fn step_chart(&mut self, towards: Side) {
        let by = match towards {
            Side::Left => CHARTS.len() - 1,
            Side::Right => 1,
        };
        self.chart = (self.chart + by) % CHARTS.len();
        self.slot = None;
    }

    /// Puts the cursor on the bar of this row.
    pub fn put(&mut self, bars: &[ChartBar], row: usize) {
        self.slot = bars.get(row.min(bars.len().saturating_sub(1))).map(|bar| bar.slot);
    }
}

/// The code of a field, which the language files name as `field-CODE`.
pub fn title_id(field: Field) -> String {
    format!("field-{}", field.code())
}
