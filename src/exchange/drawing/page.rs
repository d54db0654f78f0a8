//! A page that a figure is drawn on: marks with places, written as SVG. Lengths are hundredths of a
//! point, whole numbers, so that the same figure is the same bytes on every machine.

use super::fonts::Fonts;
use super::words::plain;
use crate::text::wrapped_by;
use crate::xml::{Element, escaped};
use std::fmt::{Display, Formatter, Result, Write};

/// Hundredths of a point.
pub(super) type Length = i32;

/// How many things there are, to reckon lengths with.
pub(super) fn many<T>(things: &[T]) -> Length {
    Length::try_from(things.len()).unwrap_or(Length::MAX)
}

/// The width of the page: 16 cm between the margins of A4, to the nearest tenth of an inch.
pub(super) const WIDTH: Length = 45_360;
/// The white margin on every side.
pub(super) const MARGIN: Length = 600;
/// The left and the right edge of the drawing.
pub(super) const LEFT: Length = MARGIN;
pub(super) const RIGHT: Length = WIDTH - MARGIN;

/// The colour of words and rules.
pub(super) const INK: &str = "#000000";
const DARK: &str = "#1f4e79";
const LIGHT: &str = "#dce8f3";
const PAPER: &str = "#ffffff";

/// The beginning of a font's name in a drawing; its number follows.
pub(super) const FAMILY: &str = "font-";

/// How words look.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: Length,
    pub(super) bold: bool,
}

impl Type {
    /// Letters of this many points.
    pub(super) const fn of(points: Length) -> Self {
        Self { size: points * 100, bold: false }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// From one line of a text to the next.
    pub(super) const fn leading(self) -> Length {
        self.size * 6 / 5
    }

    /// From the middle of the letters down to the line that they stand on.
    pub(super) const fn below_middle(self) -> Length {
        self.size * 36 / 100
    }
}

/// The side of its place on which a text stands.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Right,
    Left,
}

/// How a part of a bar is filled: told by lightness and pattern, so that it can be read without
/// colours.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    Full,
    Hatched,
    Dashed,
}

/// A pixel at 300 to the inch. Edges lie where pixels end, so that they are sharp.
const PIXEL: Length = 24;
/// How thick rules are: those around a table, and those within.
pub(super) const THICK: Length = 3 * PIXEL;
pub(super) const THIN: Length = 2 * PIXEL;

/// A rectangle: the left, the top, the width and the height.
#[derive(Clone, Copy)]
pub(super) struct Area(pub(super) Length, pub(super) Length, pub(super) Length, pub(super) Length);

impl Area {
    /// The area snapped to the grid of 300 dpi, at least one pixel wide and high.
    fn sharp(self) -> Self {
        let edge = |place: Length| (place + PIXEL / 2) / PIXEL * PIXEL;
        let side = |from: Length, length: Length| (edge(from + length) - edge(from)).max(PIXEL);
        Self(edge(self.0), edge(self.1), side(self.0, self.2), side(self.1, self.3))
    }
}

/// A page in the making, from the top down.
pub(super) struct Page<'a> {
    pub(super) fonts: &'a Fonts,
    /// The first free line.
    pub(super) top: Length,
    marks: String,
    /// All words written: fonts must have their characters.
    pub(super) words: String,
    /// Whether each run of characters names the font that has them.
    by_font: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, top: MARGIN, marks: String::new(), words: String::new(), by_font: false }
    }

    /// A page on which every character is in a font and says in which: the converter of letters to
    /// outlines does not choose well by itself where a line has several scripts.
    pub(super) fn by_font(fonts: &'a Fonts) -> Self {
        Self { by_font: true, ..Self::new(fonts) }
    }

    /// The text in lines no wider than `room`.
    pub(super) fn lines(&self, text: &str, kind: Type, room: Length) -> Vec<String> {
        let width = |part: &str| self.width(part, kind).unsigned_abs() as usize;
        wrapped_by(&plain(text), room.unsigned_abs() as usize, width)
    }

    /// How wide a text is on one line.
    pub(super) fn width(&self, text: &str, kind: Type) -> Length {
        self.fonts.width(text, kind.size, kind.bold)
    }

    /// Writes lines from the top down, and goes on below them.
    pub(super) fn paragraph(&mut self, text: &str, kind: Type) {
        for line in self.lines(text, kind, RIGHT - LEFT) {
            self.top += kind.leading();
            let base = self.top - kind.size / 4;
            self.write(&line, kind, (LEFT, base), Side::Right, INK);
        }
    }

    /// Writes words that stand on the line `at.1`, beside `at.0`.
    pub(super) fn write(
        &mut self,
        words: &str,
        kind: Type,
        at: (Length, Length),
        side: Side,
        colour: &str,
    ) {
        let words = plain(words);
        if words.is_empty() {
            return;
        }
        let written = if self.by_font { self.runs(&words) } else { escaped(&words) };
        let mut text = self
            .mark("text")
            .with("x", Points(at.0))
            .with("y", Points(at.1))
            .with("font-size", Points(kind.size));
        if kind.bold {
            text = text.with("font-weight", "bold");
        }
        if let Side::Left = side {
            text = text.with("text-anchor", "end");
        }
        text.with("fill", colour).holding(&written);
        self.words.push_str(&words);
    }

    fn runs(&self, words: &str) -> String {
        let mut written = String::new();
        for (family, run) in self.fonts.runs(words) {
            let run = escaped(run);
            if family == 0 {
                written.push_str(&run);
            } else {
                let part = Element::open(&mut written, "tspan");
                part.with("font-family", format_args!("{FAMILY}{family}")).around(&run);
            }
        }
        written
    }

    /// Draws a rule across the page at the top.
    pub(super) fn rule(&mut self, thick: Length) {
        self.area(Area(LEFT, self.top - thick / 2, RIGHT - LEFT, thick), INK);
    }

    /// Draws a rectangle of one colour.
    pub(super) fn area(&mut self, area: Area, colour: &str) {
        self.rect(area.sharp()).with("fill", colour).empty();
    }

    fn rect(&mut self, Area(left, top, width, height): Area) -> Element<'_> {
        self.mark("rect")
            .with("x", Points(left))
            .with("y", Points(top))
            .with("width", Points(width))
            .with("height", Points(height))
    }

    /// Draws a bar, or a part of one.
    pub(super) fn bar(&mut self, area: Area, fill: Fill) {
        let area = area.sharp();
        match fill {
            Fill::Full => self.area(area, DARK),
            Fill::Hatched => {
                self.area(area, LIGHT);
                self.hatching(area);
                self.frame(area).empty();
            }
            Fill::Dashed => self.frame(area).with("stroke-dasharray", "1.5 1.5").empty(),
        }
    }

    /// The outline, thin and within the area.
    fn frame(&mut self, Area(left, top, width, height): Area) -> Element<'_> {
        let line = THIN.min(width);
        self.rect(Area(left + line / 2, top + line / 2, width - line, height - line))
            .with("fill", "none")
            .with("stroke", DARK)
            .with("stroke-width", Points(line))
    }

    /// Lines that rise to the right, cut off at the edges here: patterns and clips are not drawn
    /// alike by all that read SVG.
    fn hatching(&mut self, Area(left, top, width, height): Area) {
        const STEP: Length = 300;
        let mut path = String::new();
        // Each line begins `along` the lower edge, or left of it.
        let mut along = STEP - height / STEP * STEP - STEP;
        while along < width {
            let from = along.max(0);
            let to = (along + height).min(width);
            if from < to {
                let down = top + height;
                let _ = write!(
                    path,
                    "M{} {}L{} {}",
                    Points(left + from),
                    Points(down - (from - along)),
                    Points(left + to),
                    Points(down - (to - along))
                );
            }
            along += STEP;
        }
        if !path.is_empty() {
            self.mark("path")
                .with("d", path)
                .with("fill", "none")
                .with("stroke", DARK)
                .with("stroke-width", "0.75")
                .empty();
        }
    }

    fn mark(&mut self, name: &'static str) -> Element<'_> {
        Element::open(&mut self.marks, name)
    }

    /// The height so far, in whole pixels.
    pub(super) fn height(&self) -> Length {
        (self.top + MARGIN + PIXEL - 1) / PIXEL * PIXEL
    }

    /// The marks drawn, on white.
    pub(super) fn marks(&self) -> String {
        let mut marks = String::new();
        Element::open(&mut marks, "rect")
            .with("width", Points(WIDTH))
            .with("height", Points(self.height()))
            .with("fill", PAPER)
            .empty();
        marks + &self.marks
    }
}

/// A length in points, with no more figures than it needs.
pub(super) struct Points(pub(super) Length);

impl Display for Points {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match (part, part % 10) {
            (0, _) => write!(out, "{sign}{whole}"),
            (_, 0) => write!(out, "{sign}{whole}.{}", part / 10),
            _ => write!(out, "{sign}{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_no_more_figures_than_they_need() {
        let shown = [0, 5, 50, 100, 1234, -1250].map(|length| Points(length).to_string());
        assert_eq!(shown, ["0", "0.05", "0.5", "1", "12.34", "-12.5"]);
    }

    #[test]
    fn hatching_stays_within_its_area() {
        let fonts = Fonts::embedded();
        for (width, height) in [(50, 900), (301, 900), (7_000, 850), (12_345, 1_100)] {
            let mut page = Page::new(&fonts);
            page.hatching(Area(1_000, 2_000, width, height));
            let path = page.marks.split('"').nth(1).unwrap_or_default();
            let numbers = path.split(['M', 'L', ' ']).filter(|number| !number.is_empty());
            let numbers: Vec<f64> = numbers.map(|number| number.parse().unwrap()).collect();
            assert!(!numbers.is_empty());
            for place in numbers.chunks(2) {
                assert!((10.0..=f64::from(1_000 + width) / 100.0).contains(&place[0]), "{path}");
                assert!((20.0..=f64::from(2_000 + height) / 100.0).contains(&place[1]), "{path}");
            }
        }
    }
}
