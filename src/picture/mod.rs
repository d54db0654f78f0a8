//! Pictures of a screen that nobody has to be there to see: as plain text, with the colours of a
//! terminal, and as a drawing. They come from a ratatui buffer and from nothing else, and the
//! same buffer gives the same bytes.

mod ansi;
mod block;
mod glyphs;
mod moving;
mod palette;
mod sgr;
mod svg;
mod text;
mod wide_cells;

pub use ansi::ansi;
pub use moving::{Shot, moving_svg};
pub use palette::DrawingColours;
pub use sgr::{TextStyle, write_change};
pub use svg::svg;
pub use text::text;
pub use wide_cells::mend_wide_cells;
