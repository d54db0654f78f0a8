//! The overview: the totals of the register under the filter, and a chart for each field.

mod first_use;
mod layout;
mod totals;

use crate::app::charts::{self, CHARTS, ChartBar, Charts};
use crate::domain::{Coded, Response};
use crate::paint::labels;
use crate::paint::targets::{Pane, Target, below};
use crate::query::{Field, Measure, Parts};
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::chart::{Chart, ChartLine, Fill, Widths, top};
use crate::ui::growth::{self, growth};
use crate::ui::line::{put, width};
use crate::ui::theme::{LEFT_OUT, TAKEN};
use crate::ui::{names, parts};
use crate::worker::Answer;
use layout::Page;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells between two charts side by side.
const BETWEEN: u16 = 2;

/// Draws the overview.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Charts) {
    let Some(answer) = &pen.app.answer else { return };
    first_use::draw(pen, buffer, area);
    let area = first_use::charts(pen, area);
    let mut head = totals::draw(pen, buffer, area, answer);
    let split = answer.parts.as_deref().filter(|_| pen.app.measure == Measure::Needs);
    let split = split.filter(|parts| Some(parts.by) == pen.app.split);
    if let Some(parts) = split {
        parts::legend(pen, buffer, area, head, parts.by);
        head += 1;
    }
    head += 1;
    let below = Rect::new(area.x, area.y + head, area.width, area.height.saturating_sub(head));
    let all = Shown { pen, answer, state, split, head: head_of_numbers(pen) };
    if state.large {
        let wide = Rect { width: below.width.saturating_sub(BETWEEN), ..below };
        all.draw_column(buffer, &[(state.chart, wide)]);
        return;
    }
    let lengths: Vec<usize> = CHARTS.iter().map(|field| all.bars(*field).len().max(1)).collect();
    let across = layout::across(below.width);
    let page = Page::with(&lengths, across, below.height, state.chart);
    let wide = below.width / across as u16;
    for column in 0..across {
        let (mut charts, mut y) = (Vec::new(), below.y);
        for (row, bars) in page.bars.iter().enumerate() {
            let number = page.first + row * across + column;
            let area = Rect::new(
                below.x + column as u16 * wide,
                y,
                wide.saturating_sub(BETWEEN),
                (bars + 1).min(below.bottom().saturating_sub(y)),
            );
            if number < CHARTS.len() && area.height > 1 {
                charts.push((number, area));
            }
            y += bars + 2;
        }
        all.draw_column(buffer, &charts);
    }
    all.others(buffer, below, &page);
}

/// The head of the numbers of a chart: the measure in force.
fn head_of_numbers(pen: &Pen<'_>) -> String {
    let id = match pen.app.measure {
        Measure::Needs => "measure-needs",
        Measure::States => "measure-states",
        Measure::Reviews => "measure-reviews",
    };
    pen.text.tr(id).into_owned()
}

/// The charts being drawn.
struct Shown<'a> {
    pen: &'a Pen<'a>,
    answer: &'a Answer,
    state: &'a Charts,
    /// The parts of bars, where they are split.
    split: Option<&'a Parts>,
    head: String,
}

impl Shown<'_> {
    fn bars(&self, field: Field) -> Vec<ChartBar> {
        charts::bars(field, self.answer, self.pen.app.measure)
    }

    /// Draws charts below each other, with one left edge for their bars.
    fn draw_column(&self, buffer: &mut Buffer, charts: &[(usize, Rect)]) {
        let all: Vec<(Field, Vec<ChartBar>, Option<usize>)> = charts
            .iter()
            .filter_map(|(number, _)| {
                let field = *CHARTS.get(*number)?;
                let bars = self.bars(field);
                let here = self.state.chart == *number && !self.pen.app.facets.focused;
                let cursor = here.then(|| self.state.row(&bars));
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

    /// Tells where the lines of a chart stand. A chart without the cursor is entered at its first line.
    fn tell(&self, (number, area): (usize, Rect), count: usize) {
        let here = self.state.chart == number;
        let field = CHARTS.get(number).copied().filter(|_| here);
        let cursor = field.map(|field| self.state.row(&self.bars(field)));
        let focused = cursor.filter(|_| !self.pen.app.facets.focused);
        let (pane, targets) = (Pane::Own(number), self.pen.targets);
        targets.tell(area, Target::Pane(pane));
        let lines = usize::from(area.height.saturating_sub(1)).max(1);
        let first = top(focused, count, lines);
        for (y, row) in (1..).zip((first..count).take(lines)) {
            targets.tell_line(area, y, pane, below(row, cursor.unwrap_or(0)));
        }
    }

    fn title(&self, field: Field) -> String {
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
        let place = usize::from(slot).checked_sub(1);
        match (field, place) {
            (_, None) => Fill::Hatched,
            (Field::Response, Some(place)) => {
                let response = names::response(Response::at(place), self.pen.text, theme.signs);
                Fill::Whole(theme.tone(response.tone))
            }
            _ => Fill::Whole(theme.bar),
        }
    }

    /// Names in the last line the charts that have no room.
    fn others(&self, buffer: &mut Buffer, area: Rect, page: &Page) {
        let shown = page.first..page.end(CHARTS.len());
        let others = CHARTS.iter().enumerate().filter(|(number, _)| !shown.contains(number));
        let names: Vec<String> = others.map(|(_, field)| self.title(*field)).collect();
        if names.is_empty() || area.height < 3 {
            return;
        }
        let between = self.pen.text.tr("list-separator");
        let args =
            [("count", Arg::from(names.len() as u32)), ("names", Arg::from(names.join(&between)))];
        let words = self.pen.text.tra("chart-others", &args);
        put(buffer, area, 1, area.height - 1, &words, self.pen.theme.dim);
    }
}
