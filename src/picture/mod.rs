//! Pictures of a screen that nobody has to be there to see: as plain text, with the colours of a
//! terminal, and as a drawing. They come from a ratatui buffer and from nothing else, and the
//! same buffer gives the same bytes.

mod ansi;
mod block;
mod glyphs;
mod look;
mod palette;
mod svg;
mod text;
mod whole;

pub use ansi::ansi;
pub use look::{Look, turn};
pub use palette::Palette;
pub use svg::svg;
pub use text::text;
pub use whole::whole;
