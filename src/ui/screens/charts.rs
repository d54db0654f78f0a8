//! Charts of counts below each other, with one left edge for their bars: those of the overview, and those beside the
//! needs of a record.

use crate::app::charts::{self, ChartBar};
use crate::domain::{Coded, Response};
use crate::paint::labels;
use crate::paint::targets::Pane;
use crate::query::register::Slot;
use crate::query::{Field, Measure, Parts};
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::chart::{self, Chart, ChartLine, Fill, Widths, top};
use crate::ui::growth::{self, growth};
use crate::ui::line::width;
use crate::ui::theme::{LEFT_OUT, TAKEN};
use crate::ui::{names, parts};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Gives the head over the numbers of a chart.
pub(super) fn head_of_numbers(pen: &Pen<'_>, measure: Measure) -> String {
    let id = match measure {
        Measure::Needs => "measure-needs",
        Measure::States => "measure-states",
        Measure::Reviews => "measure-reviews",
    };
    pen.text.tr(id).into_owned()
}

/// The charts being drawn.
pub(super) struct Shown<'a> {
    pub(super) pen: &'a Pen<'a>,
    pub(super) answer: &'a Answer,
    /// The field of each chart.
    pub(super) fields: &'a [Field],
    /// The unit that is counted.
    pub(super) measure: Measure,
    /// The chart with the cursor, and its bar by the slot of its value; `None` for the first.
    pub(super) at: Option<(usize, Option<u16>)>,
    /// The number of the pane of the first chart.
    pub(super) first_pane: usize,
    /// The parts of bars, where they are split.
    pub(super) split: Option<&'a Parts>,
    pub(super) head: String,
}

impl Shown<'_> {
    pub(super) fn bars(&self, field: Field) -> Vec<ChartBar> {
        charts::bars(field, self.answer, self.measure)
    }

    /// The row of the cursor among the bars of a chart, where it is there; the first when its bar is gone.
    fn row(&self, number: usize, bars: &[ChartBar]) -> Option<usize> {
        let (_, slot) = self.at.filter(|(chart, _)| *chart == number)?;
        Some(bars.iter().position(|bar| Some(bar.slot) == slot).unwrap_or(0))
    }

    /// Draws charts below each other, with one left edge for their bars.
    pub(super) fn draw_column(&self, buffer: &mut Buffer, charts: &[(usize, Rect)]) {
        let all: Vec<(Field, Vec<ChartBar>, Option<usize>)> = charts
            .iter()
            .filter_map(|(number, _)| {
                let field = *self.fields.get(*number)?;
                let bars = self.bars(field);
                let cursor = self.row(*number, &bars).filter(|_| !self.pen.app.facets.focused);
                Some((field, bars, cursor))
            })
            .collect();
        let largest = all.iter().flat_map(|(_, bars, _)| bars).map(|bar| bar.value).max();
        let numbers = Widths::numbers(largest.unwrap_or(0), &self.head);
        let grown = all.iter().flat_map(|(_, bars, _)| bars);
        let grown = grown.filter_map(|bar| growth(bar.value, bar.before));
        let growth = self.pen.app.since().map_or(0, |_| growth::room(grown));
        let mut widths = Widths { names: 0, numbers, growth };
        let mut lines = Vec::new();
        for ((_, area), (field, bars, cursor)) in charts.iter().zip(&all) {
            let page = usize::from(area.height.saturating_sub(1)).max(1);
            let room = Widths::room_for_names(area.width.into(), numbers + growth);
            let shown = top(*cursor, bars.len(), page);
            let shown = shown..(shown + page).min(bars.len());
            let names = self.names(*field, bars, shown, room);
            let widest = names.iter().map(|name| width(name)).max();
            let title = width(&self.title(*field)) + 2 + width(&self.head);
            let title = title.saturating_sub(numbers + 1).min(room);
            widths.names = widths.names.max(widest.unwrap_or(0)).max(title);
            lines.push(self.lines(*field, bars, names));
        }
        let more =
            |count: usize| self.pen.text.tra("chart-more", &[("count", Arg::from(count as u32))]);
        for (place, (_, area)) in charts.iter().enumerate() {
            let Some((field, _, cursor)) = all.get(place) else { continue };
            let chart = Chart {
                title: &self.title(*field),
                head: &self.head,
                since: &self.pen.text.tr("growth-since"),
                more: &more,
                lines: &lines[place],
                widths,
                cursor: *cursor,
                empty: &self.pen.text.tr("chart-empty"),
            };
            chart.draw(buffer, *area, &self.pen.theme);
            self.tell(charts[place], lines[place].len());
        }
    }

    fn tell(&self, (number, area): (usize, Rect), count: usize) {
        let field = self.fields.get(number);
        let cursor = field.and_then(|field| self.row(number, &self.bars(*field)));
        let pane = Pane::Own(self.first_pane + number);
        let heard = !self.pen.app.facets.focused;
        chart::tell(self.pen.targets, pane, area, (cursor, heard), count);
    }

    pub(super) fn title(&self, field: Field) -> String {
        self.pen.text.tr(&charts::title_id(field)).into_owned()
    }

    /// The names of the bars that are shown; those that are not shown have none.
    fn names(
        &self,
        field: Field,
        bars: &[ChartBar],
        shown: std::ops::Range<usize>,
        room: usize,
    ) -> Vec<String> {
        let slots: Vec<u16> = bars[shown.clone()].iter().map(|bar| bar.slot).collect();
        let vocabulary = &self.answer.register.vocabulary;
        let named = labels::labels(field, &slots, vocabulary, self.pen.text, room);
        let before = std::iter::repeat_n(String::new(), shown.start);
        let behind = std::iter::repeat_n(String::new(), bars.len() - shown.end);
        before.chain(named).chain(behind).collect()
    }

    fn lines(&self, field: Field, bars: &[ChartBar], names: Vec<String>) -> Vec<ChartLine> {
        let plan = &self.answer.plan;
        let (chosen, left_out) = (plan.chosen(field), plan.left_out(field));
        // A field split by itself has one part in each bar.
        let split = self.split.filter(|parts| parts.by != field);
        let counts = self.answer.counts.of(field, Measure::Needs);
        let split = split.map(|parts| (parts.by, parts.of(field, &counts, false)));
        let fill = |slot: u16| match &split {
            Some((by, parts)) => {
                let values = parts.get(usize::from(slot)).map_or(&[][..], Vec::as_slice);
                Fill::Parts(parts::parts(*by, values, self.pen))
            }
            None => self.fill(field, slot),
        };
        let line = |(bar, name): (&ChartBar, String)| ChartLine {
            name,
            value: bar.value,
            before: bar.before.filter(|_| self.pen.app.counted_before().is_some()),
            unstated: bar.slot == 0,
            fill: fill(bar.slot),
            sign: match bar.slot {
                slot if left_out.contains(&slot) => LEFT_OUT,
                slot if chosen.contains(&slot) => TAKEN,
                _ => "",
            },
        };
        bars.iter().zip(names).map(line).collect()
    }

    /// Bars of responses are in their hues, those of all else in the colour of bars.
    fn fill(&self, field: Field, slot: u16) -> Fill {
        let theme = &self.pen.theme;
        let place = Slot::numbered(slot).index();
        match (field, place) {
            (_, None) => Fill::Hatched,
            (Field::Response, Some(place)) => {
                let response = names::response(Response::at(place), self.pen.text, theme.signs);
                Fill::Whole(theme.tone(response.tone))
            }
            _ => Fill::Whole(theme.bar),
        }
    }
}
