//! A screen as a drawing (SVG 1.1): a fixed grid of cells, so that columns stay columns whatever
//! font the reader has.

use super::block::block;
use super::glyphs::{Glyph, rows};
use super::{DrawingColours, TextStyle};
use crate::xml::{Element, escaped_text};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// The size of a cell; monospaced fonts are 0.6 of their size wide.
const CELL: (u32, u32) = (9, 18);
const FONT_SIZE: u32 = 15;
/// The base line of letters, from the top of the cell.
const BASELINE: u32 = 14;
/// The space around the screen.
const MARGIN: u32 = 9;

const FONTS: &str = "'DejaVu Sans Mono','Menlo','Consolas','Noto Sans Mono','Noto Sans Mono CJK SC',\
                     'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace";

/// The screen in the colours of a palette. Letters are text, one element for each run of one
/// look, with its place and its length; bars, backgrounds and underlines are rectangles.
pub fn svg(buffer: &Buffer, palette: &DrawingColours) -> String {
    let mut inner = String::from("\n");
    for (y, row) in (0..).zip(rows(buffer)) {
        draw_row(&mut inner, palette, y, &row);
    }
    around((buffer.area.width, buffer.area.height), palette, &inner)
}

/// The drawing of a screen of so many columns and rows, with what is drawn on it.
pub(super) fn around((columns, rows): (u16, u16), palette: &DrawingColours, inner: &str) -> String {
    let width = u32::from(columns) * CELL.0 + 2 * MARGIN;
    let height = u32::from(rows) * CELL.1 + 2 * MARGIN;
    let mut screen = String::from("\n");
    Element::open(&mut screen, "rect")
        .with("width", width)
        .with("height", height)
        .with("fill", palette.bg(Color::Reset))
        .empty();
    screen.push_str(inner.trim_start_matches('\n'));
    let mut drawing = String::with_capacity(screen.len() + 500);
    Element::open(&mut drawing, "svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", width)
        .with("height", height)
        .with("viewBox", format_args!("0 0 {width} {height}"))
        .with("font-family", FONTS)
        .with("font-size", FONT_SIZE)
        .with("fill", palette.fg(Color::Reset))
        .holding(&screen);
    drawing
}

/// Draws a row of the screen.
pub(super) fn draw_row(out: &mut String, palette: &DrawingColours, y: u32, row: &[Glyph]) {
    let top = MARGIN + y * CELL.1;
    backgrounds(out, palette, top, row);
    for run in runs(row) {
        write_run(out, palette, top, run);
    }
    for (lines, place) in [(Modifier::UNDERLINED, BASELINE + 2), (Modifier::CROSSED_OUT, 9)] {
        for part in row.chunk_by(|a, b| a.look == b.look) {
            if part[0].look.modifier.contains(lines) {
                let fill = colours(palette, part[0].look).0;
                rect(out, (left(part), top + place, length(part), 1), &fill);
            }
        }
    }
}

fn backgrounds(out: &mut String, palette: &DrawingColours, top: u32, row: &[Glyph]) {
    let own = palette.bg(Color::Reset);
    let behind = |glyph: &Glyph| colours(palette, glyph.look).1;
    for part in row.chunk_by(|a, b| a.look == b.look || behind(a) == behind(b)) {
        let fill = behind(&part[0]);
        if fill != own {
            rect(out, (left(part), top, length(part), CELL.1), &fill);
        }
    }
}

/// The parts of a row that are one element each: one look, one width of characters (a line of
/// both would be spread evenly), no two spaces in a row and none at the ends (they would be
/// folded).
fn runs(row: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    let together = |a: &Glyph, b: &Glyph| {
        a.look == b.look
            && a.width == b.width
            && !(a.is_space() && b.is_space())
            && block(&a.text).is_none()
            && block(&b.text).is_none()
    };
    row.chunk_by(together).map(trim).filter(|run| !run.is_empty())
}

fn trim(run: &[Glyph]) -> &[Glyph] {
    let Some(first) = run.iter().position(|glyph| !glyph.is_space()) else { return &[] };
    let last = run.iter().rposition(|glyph| !glyph.is_space()).unwrap_or(first);
    &run[first..=last]
}

fn write_run(out: &mut String, palette: &DrawingColours, top: u32, run: &[Glyph]) {
    let look = run[0].look;
    let (fill, _) = colours(palette, look);
    if look.modifier.contains(Modifier::HIDDEN) {
        return;
    }
    if let Some(part) = block(&run[0].text) {
        // In eighths of a cell; a thin one stays at least a pixel thick.
        let [x, y, width, height] = part;
        let scaled = |eighths: u32, size: u32| eighths * size / 8;
        let area = (
            left(run) + scaled(x, CELL.0),
            top + scaled(y, CELL.1),
            scaled(width, CELL.0).max(1),
            scaled(height, CELL.1).max(1),
        );
        return rect(out, area, &fill);
    }
    let mut text = Element::open(out, "text")
        .with("x", left(run))
        .with("y", top + BASELINE)
        .with("textLength", length(run));
    if fill != palette.fg(Color::Reset) {
        text = text.with("fill", fill);
    }
    for (modifier, attribute, value) in [
        (Modifier::BOLD, "font-weight", "bold"),
        (Modifier::ITALIC, "font-style", "italic"),
        (Modifier::DIM, "fill-opacity", "0.7"),
    ] {
        if look.modifier.contains(modifier) {
            text = text.with(attribute, value);
        }
    }
    let words: String = run.iter().map(|glyph| glyph.text.as_str()).collect();
    text.holding(&escaped_text(&words));
}

/// The colours of the letters and of the ground, as they are seen.
fn colours(palette: &DrawingColours, look: TextStyle) -> (String, String) {
    let colours = (palette.fg(look.fg), palette.bg(look.bg));
    if look.modifier.contains(Modifier::REVERSED) { (colours.1, colours.0) } else { colours }
}

fn left(run: &[Glyph]) -> u32 {
    MARGIN + u32::from(run[0].column) * CELL.0
}

fn length(run: &[Glyph]) -> u32 {
    run.iter().map(|glyph| u32::from(glyph.width)).sum::<u32>() * CELL.0
}

fn rect(out: &mut String, (x, y, width, height): (u32, u32, u32, u32), fill: &str) {
    Element::open(out, "rect")
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height)
        .with("fill", fill)
        .empty();
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn line(words: &str, style: Style) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, words, style);
        svg(&buffer, &DrawingColours::LIGHT)
    }

    fn elements<'a>(svg: &'a str, name: &str) -> Vec<&'a str> {
        svg.lines().filter(|line| line.starts_with(&format!("<{name} "))).collect()
    }

    #[test]
    fn a_run_has_its_place_and_its_length() {
        let svg = line("  two words   end", Style::new());
        assert_eq!(
            elements(&svg, "text"),
            [
                "<text x=\"27\" y=\"23\" textLength=\"81\">two words</text>",
                "<text x=\"135\" y=\"23\" textLength=\"27\">end</text>",
            ]
        );
    }

    #[test]
    fn wide_characters_take_two_cells_and_stand_by_themselves() {
        let svg = line("a资产b", Style::new());
        assert_eq!(
            elements(&svg, "text"),
            [
                "<text x=\"9\" y=\"23\" textLength=\"9\">a</text>",
                "<text x=\"18\" y=\"23\" textLength=\"36\">资产</text>",
                "<text x=\"54\" y=\"23\" textLength=\"9\">b</text>",
            ]
        );
    }

    #[test]
    fn marks_add_no_length() {
        let svg = line("e\u{301}x", Style::new());
        assert!(svg.contains("textLength=\"18\">e\u{301}x<"));
    }

    #[test]
    fn text_is_escaped_and_nothing_acts() {
        let svg = line("<a & \"b\">", Style::new());
        assert!(svg.contains(">&lt;a &amp; \"b\"&gt;</text>"));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        buffer[(0, 0)].set_symbol("\u{1b}\u{0}");
        let svg = super::svg(&buffer, &DrawingColours::DARK);
        assert!(!svg.contains(|c: char| c.is_control() && c != '\n'));
    }

    #[test]
    fn looks_become_attributes() {
        let svg = line("x", Style::new().bold().italic().dim().red());
        let text = elements(&svg, "text")[0];
        for part in ["bold", "italic", "fill-opacity", "fill=\"#b31d28\""] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn reversed_swaps_the_two_colours() {
        let svg = line("ab ", Style::new().reversed());
        assert!(elements(&svg, "text")[0].contains("fill=\"#ffffff\""));
        // The whole of the reversed part, with its space, and nothing beyond it.
        let area = "<rect x=\"9\" y=\"9\" width=\"27\" height=\"18\" fill=\"#1f2328\"/>";
        assert!(svg.contains(area));
    }

    #[test]
    fn an_underline_goes_under_spaces_too() {
        let svg = line("a b   ", Style::new().underlined());
        assert!(svg.contains("width=\"54\" height=\"1\""));
    }

    #[test]
    fn bars_are_rectangles_without_gaps() {
        let svg = line("██▌", Style::new().blue());
        let places: Vec<_> = elements(&svg, "rect")[1..].to_vec();
        assert_eq!(elements(&svg, "text").len(), 0);
        assert!(places[0].contains("x=\"9\" y=\"9\" width=\"9\" height=\"18\""));
        assert!(places[1].contains("x=\"18\""));
        assert!(places[2].contains("width=\"4\""));
    }

    #[test]
    fn a_palette_changes_the_colours_and_nothing_else() {
        let buffer = Buffer::with_lines(["same"]);
        let bare = |palette: &DrawingColours| {
            let svg = svg(&buffer, palette);
            let own = [palette.fg(Color::Reset), palette.bg(Color::Reset)];
            own.iter().fold(svg, |svg, colour| svg.replace(colour, "#"))
        };
        assert_eq!(bare(&DrawingColours::LIGHT), bare(&DrawingColours::DARK));
    }
}
