//! The counts of the Secretariat for a session: the figures of a note, growth between two dates, the
//! published figures against the register. Data only: nothing here draws, and nothing is SQL.

pub mod chart;
pub mod ledger;
pub mod trend;

mod agreed;
mod by_theme;
mod connections;
mod count;
mod evaluate;
mod figure;
mod finding;
mod notes;
mod rows;
mod sessions;
mod span;
mod verify;
mod words;

pub use agreed::needs_under;
pub use by_theme::{ByTheme, Sum, ThemeLine};
pub use connections::{Connection, Connections, FEW, Ranking, connections};
pub use count::{Count, FilteredRegister, counted, growth, total};
pub use figure::{Axis, Compared, DESIGNS, Design, Figure, Look, Table, chart, figure_filter};
pub use finding::in_words;
pub use notes::{NOTES, Note, last_note_before};
pub use rows::{Row, rows};
pub use sessions::{ConferenceSession, SESSIONS};
pub use span::{Span, end_of};
pub use verify::{Finding, Unverified, Verdict, verify};
pub use words::{day_in_words, spelled};
