//! Themes: each with its needs and States as bars to one scale, and the articles under which its
//! needs stand; beside them the articles of the theme under the cursor.

use crate::analysis::Sum;
use crate::app::by_theme::{ShownThemes, Themes};
use crate::app::layout;
use crate::paint::labels;
use crate::paint::targets::{Pane, Target, below};
use crate::query::{Field, Measure, code_of_value, label_of_value};
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::chart::{self, Chart, ChartLine, Fill, Widths as ChartWidths};
use crate::ui::growth::{self, grown, growth};
use crate::ui::line::{padded, put, put_more, shortened, width};
use crate::ui::theme::{CURSOR, FALLING};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The measures that stand side by side, with the heads of their columns.
const MEASURES: [(Measure, &str); 2] =
    [(Measure::Needs, "head-needs"), (Measure::States, "by-theme-states")];

/// From so many columns on each theme has its articles beside it.
const WIDE: u16 = 60;

/// The narrowest and the widest bars: names come first, and bars without room go.
const BARS: (usize, usize) = (3, 24);

/// The blanks of a line, without bars and with them.
const BETWEEN: [usize; 2] = [5, 9];

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &Themes) {
    let Some(shown) = pen.app.shown_themes(page) else {
        put(buffer, area, 2, 1, &pen.text.tr("by-theme-counting"), pen.theme.dim);
        return;
    };
    if shown.themes.is_empty() {
        pen.empty(buffer, area, "empty-needs");
        return;
    }
    let (list, beside) = layout::by_theme(area);
    let row = shown.row;
    Themed { pen, page, shown: &shown, widths: Widths::of(pen, list, &shown) }.draw(buffer, list);
    let theme = shown.themes.get(row).map(|sum| name(pen, Field::Theme, sum.slot));
    let measure = if page.by_states { "measure-states" } else { "measure-needs" };
    let args = [
        ("theme", Arg::from(theme.unwrap_or_default())),
        ("measure", Arg::from(pen.text.tr(measure).into_owned())),
    ];
    let title = pen.text.tra("by-theme-articles", &args);
    let theme = pen.theme;
    let articles = &shown.articles;
    let largest = articles.iter().map(|sum| sum.of(page.measure())).max().unwrap_or(0);
    let numbers = ChartWidths::numbers(largest, "");
    let was = |sum: &Sum| shown.was(row, Some(sum.slot)).map(|was| was.of(page.measure()));
    let growths = articles.iter().filter_map(|sum| growth(sum.of(page.measure()), was(sum)));
    let growth = pen.app.since().map_or(0, |_| growth::room(growths));
    let room = ChartWidths::room_for_names(beside.width.into(), numbers + growth);
    let slots: Vec<u16> = articles.iter().map(|sum| sum.slot).collect();
    let names = pen.app.register().map_or_else(Vec::new, |register| {
        labels::labels(Field::Article, &slots, &register.vocabulary, pen.text, room)
    });
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let lines: Vec<ChartLine> = articles
        .iter()
        .zip(names)
        .map(|(sum, name)| ChartLine {
            name,
            value: sum.of(page.measure()),
            before: was(sum),
            unstated: sum.slot == 0,
            fill: if sum.slot > 0 { Fill::Whole(theme.bar) } else { Fill::Hatched },
            sign: "",
        })
        .collect();
    let focused = page.in_articles && !pen.app.facets.focused;
    let cursor = focused.then(|| page.article_row(&shown.articles));
    let chart = Chart {
        title: &title,
        head: "",
        since: &pen.text.tr("growth-since"),
        more: &|_| String::new(),
        lines: &lines,
        widths: ChartWidths { names: widest, numbers, growth },
        cursor,
        empty: "",
    };
    chart.draw(buffer, beside, &pen.theme);
    let cursor = page.in_articles.then(|| page.article_row(&shown.articles));
    let heard = !pen.app.facets.focused;
    chart::tell(pen.targets, Pane::Own(1), beside, (cursor, heard), articles.len());
}

fn name(pen: &Pen<'_>, field: Field, slot: u16) -> String {
    let Some(register) = pen.app.register() else { return String::new() };
    label_of_value(field, slot, &register.vocabulary, pen.text.lang())
}

/// The columns of the list.
struct Widths {
    names: usize,
    numbers: [usize; 2],
    /// Of the growth behind each number; 0 where themes are compared with no earlier day.
    growth: [usize; 2],
    bars: usize,
    articles: usize,
}

impl Widths {
    fn of(pen: &Pen<'_>, area: Rect, shown: &ShownThemes<'_>) -> Self {
        let numbers = MEASURES.map(|(measure, head)| {
            let largest = shown.themes.iter().map(|sum| sum.of(measure)).max().unwrap_or(0);
            grouped(largest.into()).len().max(width(&pen.text.tr(head)) + 1)
        });
        let growth = MEASURES.map(|(measure, _)| {
            let grown = |(row, sum): (usize, &Sum)| {
                growth(sum.of(measure), Some(shown.was(row, None)?.of(measure)))
            };
            let grown = shown.themes.iter().enumerate().filter_map(grown);
            pen.app.since().map_or(0, |_| growth::room(grown))
        });
        let wide = area.width >= WIDE;
        let articles = if wide { usize::from(area.width / 4) } else { 0 };
        let taken = numbers.iter().chain(&growth).sum::<usize>() + articles;
        let room = |between: usize| usize::from(area.width).saturating_sub(taken + between);
        let longest = shown.themes.iter().map(|sum| width(&name(pen, Field::Theme, sum.slot)));
        let longest = longest.max().unwrap_or(0);
        let bars = (room(BETWEEN[1]).saturating_sub(longest) / 2).min(BARS.1);
        let bars = if bars < BARS.0 { 0 } else { bars };
        let room = room(BETWEEN[usize::from(bars > 0)]);
        let names = longest.min(room);
        let articles = if wide { articles + room.saturating_sub(names + 2 * bars) } else { 0 };
        Self { names, numbers, growth, bars, articles }
    }
}

/// The list of themes being drawn.
struct Themed<'a> {
    pen: &'a Pen<'a>,
    page: &'a Themes,
    shown: &'a ShownThemes<'a>,
    widths: Widths,
}

impl Themed<'_> {
    fn draw(&self, buffer: &mut Buffer, area: Rect) {
        self.heads(buffer, area);
        let rows = usize::from(area.height.saturating_sub(1)).max(1);
        let row = self.shown.row;
        let count = self.shown.themes.len();
        let top = (row / rows * rows).min(count.saturating_sub(rows));
        let most = self.shown.themes.iter().filter(|sum| sum.slot > 0).map(|sum| sum.needs);
        let most = most.max().unwrap_or(0);
        self.pen.targets.tell(area, Target::Pane(Pane::Own(0)));
        for (y, place) in (1..area.height).zip(top..count) {
            self.line(buffer, Rect { y: area.y + y, height: 1, ..area }, (place, row), most);
            self.pen.targets.tell_line(area, y, Pane::Own(0), below(place, row));
        }
        let lines = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        put_more(buffer, lines, top, count, self.pen.theme.dim);
    }

    /// The cells of the numbers of a measure with their growth.
    fn numbers_end(&self, place: usize) -> usize {
        self.widths.numbers[place] + self.widths.growth[place]
    }

    /// The cells of a bar with the blanks around it.
    fn bars_end(&self) -> usize {
        if self.widths.bars > 0 { self.widths.bars + 3 } else { 1 }
    }

    /// The left edge of the column of each measure.
    fn columns(&self) -> [usize; 2] {
        let first = self.widths.names + 2;
        [first, first + self.numbers_end(0) + self.bars_end()]
    }

    fn heads(&self, buffer: &mut Buffer, area: Rect) {
        let theme = &self.pen.theme;
        put(buffer, area, 1, 0, &self.pen.text.tr("field-theme"), theme.heading);
        for (place, (measure, head)) in MEASURES.iter().enumerate() {
            let sorted = if *measure == self.page.measure() { FALLING } else { "" };
            let head = format!("{}{sorted}", self.pen.text.tr(head));
            let head = padded(&head, self.widths.numbers[place], true);
            put(buffer, area, self.columns()[place] as u16, 0, &head, theme.heading);
            let since = self.widths.growth[place];
            if since > 0 {
                let at = (self.columns()[place] + self.widths.numbers[place], since);
                growth::head(buffer, area, at, &self.pen.text.tr("growth-since"), theme);
            }
        }
        if self.widths.articles > 0 {
            let x = self.articles() as u16;
            put(buffer, area, x, 0, &self.pen.text.tr("field-article"), theme.heading);
        }
    }

    fn articles(&self) -> usize {
        self.columns()[1] + self.numbers_end(1) + self.bars_end()
    }

    fn line(&self, buffer: &mut Buffer, area: Rect, (place, row): (usize, usize), most: u32) {
        let (theme, widths) = (&self.pen.theme, &self.widths);
        let Some(sum) = self.shown.themes.get(place) else { return };
        let (here, active) = (place == row, !self.page.in_articles && !self.pen.app.facets.focused);
        if here {
            put(buffer, area, 0, 0, CURSOR, if active { theme.mark } else { theme.dim });
        }
        let label = name(self.pen, Field::Theme, sum.slot);
        let label = padded(&shortened(&label, widths.names), widths.names, false);
        let style = match (here, active) {
            (true, true) => theme.cursor,
            (true, false) => theme.cursor_away,
            _ => theme.plain,
        };
        put(buffer, area, 1, 0, if here { &label } else { label.trim_end() }, style);
        for (at, (measure, _)) in MEASURES.iter().enumerate() {
            let x = self.columns()[at];
            let number = padded(&grouped(sum.of(*measure).into()), widths.numbers[at], true);
            put(buffer, area, x as u16, 0, &number, theme.plain);
            let (value, was) = (sum.of(*measure), self.shown.was(place, None));
            let was = was.map(|was| was.of(*measure));
            let edge = (x + widths.numbers[at], widths.growth[at]);
            growth::draw(buffer, area, edge, growth(value, was), theme);
            // the bar of "without a theme" would dwarf the others
            if sum.slot > 0 {
                let drawn = grown(theme, (value, was), most, widths.bars);
                put(buffer, area, (x + self.numbers_end(at) + 1) as u16, 0, &drawn, theme.bar);
            }
        }
        if widths.articles > 0 {
            let words = self.words(place, widths.articles);
            put(buffer, area, self.articles() as u16, 0, &words, theme.dim);
        }
    }

    /// As many of the articles as have room: `13 × 4, 8 × 2 …`.
    fn words(&self, place: usize, room: usize) -> String {
        let Some(register) = self.pen.app.register() else { return String::new() };
        let stated = self.shown.articles_of(place, self.page.measure());
        let word = |sum: &Sum| {
            let article = match sum.slot {
                0 => "–".to_owned(),
                slot => code_of_value(Field::Article, slot, &register.vocabulary),
            };
            format!("{article} × {}", grouped(sum.of(self.page.measure()).into()))
        };
        let between = self.pen.text.tr("list-separator");
        let mut words = String::new();
        for sum in &stated {
            let next = word(sum);
            let taken =
                width(&words) + width(&next) + if words.is_empty() { 0 } else { width(&between) };
            if taken + 2 > room {
                words.push_str(" …");
                break;
            }
            if !words.is_empty() {
                words.push_str(&between);
            }
            words.push_str(&next);
        }
        words
    }
}
