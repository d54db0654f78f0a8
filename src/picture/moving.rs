//! Several screens one after the other as one drawing that moves (SVG 1.1, SMIL), again and again. A row that several
//! screens share is drawn once; where nothing moves, the first screen is shown.

use super::DrawingColours;
use super::glyphs::rows;
use super::svg::{around, draw_row};
use crate::xml::Element;
use ratatui::buffer::Buffer;
use std::collections::BTreeMap;

/// A screen, and for how many tenths of a second it is shown.
pub type Shot = (Buffer, u32);

/// The screens in the colours of a palette; all are of one size.
pub fn moving_svg(shots: &[Shot], palette: &DrawingColours) -> String {
    let Some((first, _)) = shots.first() else { return String::new() };
    // Each row as it is drawn, with the shots that show it so.
    let mut drawn: BTreeMap<(u32, String), Vec<usize>> = BTreeMap::new();
    for (number, (buffer, _)) in shots.iter().enumerate() {
        for (y, row) in (0..).zip(rows(buffer)) {
            let mut inner = String::new();
            draw_row(&mut inner, palette, y, &row);
            if !inner.is_empty() {
                drawn.entry((y, inner)).or_default().push(number);
            }
        }
    }
    let lengths: Vec<u32> = shots.iter().map(|(_, length)| *length).collect();
    let mut inner = String::from("\n");
    for ((_, row), seen) in &drawn {
        if seen.len() == shots.len() {
            inner.push_str(row);
            continue;
        }
        let mut group = String::from("\n");
        animate(&mut group, &lengths, seen);
        group.push_str(row);
        let visibility = if seen.contains(&0) { "visible" } else { "hidden" };
        Element::open(&mut inner, "g").with("visibility", visibility).holding(&group);
    }
    around((first.area.width, first.area.height), palette, &inner)
}

/// Says when what is drawn can be seen: in these of all shots.
fn animate(out: &mut String, lengths: &[u32], seen: &[usize]) {
    let whole: u32 = lengths.iter().sum();
    let (mut values, mut times, mut begin, mut before) = (Vec::new(), Vec::new(), 0, None);
    for (number, length) in lengths.iter().enumerate() {
        let is_seen = seen.contains(&number);
        if before != Some(is_seen) {
            values.push(if is_seen { "visible" } else { "hidden" });
            times.push(format!("{:.4}", f64::from(begin) / f64::from(whole)));
            before = Some(is_seen);
        }
        begin += length;
    }
    Element::open(out, "animate")
        .with("attributeName", "visibility")
        .with("calcMode", "discrete")
        .with("dur", format_args!("{}.{}s", whole / 10, whole % 10))
        .with("repeatCount", "indefinite")
        .with("values", values.join(";"))
        .with("keyTimes", times.join(";"))
        .empty();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_drawn_once_and_seen_in_its_shots() {
        let shot = |lines: [&'static str; 2], length| (Buffer::with_lines(lines), length);
        let shots =
            [shot(["same", "one"], 10), shot(["same", "two"], 20), shot(["same", "one"], 10)];
        let drawn = moving_svg(&shots, &DrawingColours::DARK);
        assert_eq!(drawn.matches(">same<").count(), 1);
        assert_eq!(drawn.matches(">one<").count(), 1);
        assert!(drawn.contains("dur=\"4.0s\""), "{drawn}");
        assert!(
            drawn.contains("values=\"visible;hidden;visible\" keyTimes=\"0.0000;0.2500;0.7500\"")
        );
        assert!(drawn.contains("values=\"hidden;visible;hidden\""));
        assert_eq!(moving_svg(&[], &DrawingColours::DARK), "");
    }
}
