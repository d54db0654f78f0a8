//! Outlines written as SVG: places as steps from the last one, in hundredths of a point, since
//! letters are most of a drawing and this takes half the room.

use super::page::{Length, Points};
use crate::xml::Element;
use resvg::tiny_skia::{PathSegment, Point};
use resvg::usvg::{Group, Node, Paint, Path};
use std::fmt::Write;

/// Writes everything in a group, in the order in which it is drawn.
pub(super) fn write(group: &Group, out: &mut String) {
    for node in group.children() {
        match node {
            Node::Group(group) => write(group, out),
            Node::Path(path) => write_path(path, out),
            Node::Text(text) => write(text.flattened(), out),
            // A page has none.
            Node::Image(_) => {}
        }
    }
}

fn write_path(path: &Path, out: &mut String) {
    let fill = path.fill().and_then(|fill| colour(fill.paint()));
    let stroke = path.stroke().and_then(|stroke| Some((stroke, colour(stroke.paint())?)));
    let Some(data) = path.data().clone().transform(path.abs_transform()) else { return };
    let mut element = Element::open(out, "path");
    // Shapes without a `fill` are black in SVG.
    if fill.as_deref() != Some("#000000") {
        element = element.with("fill", fill.as_deref().unwrap_or("none"));
    }
    if let Some((stroke, colour)) = stroke {
        let wide = Points(hundredths(stroke.width().get()));
        element = element.with("stroke", colour).with("stroke-width", wide);
        if let Some(dashes) = stroke.dasharray() {
            let dashes: Vec<String> =
                dashes.iter().map(|dash| Points(hundredths(*dash)).to_string()).collect();
            element = element.with("stroke-dasharray", dashes.join(" "));
        }
    }
    let (mut pen, mut steps) = (Pen::default(), String::new());
    for segment in data.segments() {
        pen.draw(segment, &mut steps);
    }
    element.with("d", steps).empty();
}

fn colour(paint: &Paint) -> Option<String> {
    match paint {
        Paint::Color(c) => Some(format!("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue)),
        _ => None,
    }
}

/// The point that the written steps have reached: rounding does not add up.
#[derive(Default)]
struct Pen {
    at: (Length, Length),
    /// The start of the outline, where it closes.
    begun: (Length, Length),
}

impl Pen {
    fn draw(&mut self, segment: PathSegment, out: &mut String) {
        match segment {
            PathSegment::MoveTo(to) => {
                self.steps('m', &[to], out);
                self.begun = self.at;
            }
            PathSegment::LineTo(to) => self.steps('l', &[to], out),
            PathSegment::QuadTo(by, to) => self.steps('q', &[by, to], out),
            PathSegment::CubicTo(by, and, to) => self.steps('c', &[by, and, to], out),
            PathSegment::Close => {
                out.push('z');
                self.at = self.begun;
            }
        }
    }

    /// Each place as it lies from the pen; the last is where the pen goes.
    fn steps(&mut self, letter: char, places: &[Point], out: &mut String) {
        out.push(letter);
        let mut last = self.at;
        for (place, point) in places.iter().enumerate() {
            last = (hundredths(point.x), hundredths(point.y));
            for (axis, step) in [last.0 - self.at.0, last.1 - self.at.1].into_iter().enumerate() {
                // A minus parts numbers too.
                if (place, axis) != (0, 0) && step >= 0 {
                    out.push(' ');
                }
                let step = Points(step).to_string();
                // Nor is a nought needed before the point.
                match step.strip_prefix("-0.").or(step.strip_prefix("0.")) {
                    Some(part) if step.starts_with('-') => put(out, format_args!("-.{part}")),
                    Some(part) => put(out, format_args!(".{part}")),
                    None => out.push_str(&step),
                }
            }
        }
        self.at = last;
    }
}

fn hundredths(points: f32) -> Length {
    (points * 100.0).round() as Length
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    // A string takes everything.
    let _ = out.write_fmt(words);
}
