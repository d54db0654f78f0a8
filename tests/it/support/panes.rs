//! Parts of a screen for snapshots: those that differ from the screen below, each with its place.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use std::fmt::Write;
use ta_tui::picture;

/// A whole screen with its looks, as a snapshot holds it: escapes can be seen.
pub fn frame(screen: &Buffer) -> String {
    picture::ansi(screen).replace('\u{1b}', "␛")
}

/// The parts of a screen that differ from the one below, each under a line that says its place
/// and size. Each of the two lines at the top and the line of hints at the foot is whole.
pub fn panes(below: &Buffer, screen: &Buffer) -> String {
    let mut out = String::new();
    for Rect { x, y, width, height } in differing(below, screen) {
        let part = cut(screen, Rect { x, y, width, height });
        writeln!(out, "at {x},{y}: {width}x{height}\n{}", frame(&part).trim_end_matches('\n'))
            .unwrap();
    }
    out
}

/// The differing parts of two screens of one size: neighbouring lines together, from the first
/// differing column to the last.
fn differing(below: &Buffer, screen: &Buffer) -> Vec<Rect> {
    assert_eq!(below.area, screen.area, "screens of one size are compared");
    let area = screen.area;
    let mut found: Vec<Rect> = Vec::new();
    for y in area.top()..area.bottom() {
        let differ = |x: &u16| below[(*x, y)] != screen[(*x, y)];
        let mut columns = (area.left()..area.right()).filter(differ);
        let Some(first) = columns.next() else { continue };
        if y < 2 || y + 1 == area.bottom() {
            found.push(Rect::new(0, y, area.width, 1));
            continue;
        }
        let line = whole(screen, y, first, columns.next_back().unwrap_or(first));
        match found.last_mut() {
            // A line in the midst of a box may happen to be as it was.
            Some(part) if part.top() >= 2 && part.bottom() + 1 >= y => *part = part.union(line),
            _ => found.push(line),
        }
    }
    for part in &mut found {
        let lines = part.top()..part.bottom();
        let (first, last) = (part.left(), part.right() - 1);
        *part = lines.map(|y| whole(screen, y, first, last)).fold(*part, Rect::union);
    }
    found
}

/// The columns of a line, so far that no wide character is cut.
fn whole(screen: &Buffer, y: u16, first: u16, last: u16) -> Rect {
    let wide = |x: u16| screen[(x, y)].cell_width() > 1;
    let first = if first > 0 && wide(first - 1) { first - 1 } else { first };
    let last = if wide(last) { last + 1 } else { last };
    Rect::new(first, y, last + 1 - first, 1)
}

fn cut(screen: &Buffer, part: Rect) -> Buffer {
    let mut out = Buffer::empty(Rect::new(0, 0, part.width, part.height));
    for place in part.positions() {
        out[(place.x - part.x, place.y - part.y)] = screen[place].clone();
    }
    out
}

#[test]
fn only_what_differs_is_cut_out_and_wide_characters_stay_whole() {
    let below = Buffer::with_lines(["top", "", "aaaaaa", "bbbbbb", "cccccc", "dddddd", "hint"]);
    let shown = Buffer::with_lines(["top", "", "aa─╮aa", "bb法bb", "cccccc", "dd─╯dd", "pint"]);
    assert_eq!(panes(&below, &below), "");
    assert_eq!(panes(&below, &shown), "at 2,2: 2x4\n─╮\n法\ncc\n─╯\nat 0,6: 6x1\npint\n");
}
