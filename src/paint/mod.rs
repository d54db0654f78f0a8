//! The parts of which drawing is made: lines of text on a canvas, boxes, the styles, names and values in words.
//! Nothing here knows the screens of the program.

mod canvas;
mod hues;
pub mod labels;
pub mod line;
pub mod names;
mod palette;
pub mod targets;
pub mod theme;
pub mod values;

pub use canvas::Canvas;
pub use hues::{Colours, usual};
pub use palette::Palette;
pub use theme::Styles;
