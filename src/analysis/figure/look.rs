//! The form in which a figure is worded.

use crate::domain::Day;
use crate::query::register::Vocabulary;
use crate::text::Text;

/// How a figure is to be worded.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The small tables of its register.
    pub vocabulary: &'a Vocabulary,
    /// The language.
    pub text: &'a Text,
    /// The day that it shows.
    pub until: Day,
    /// The earlier day that it is compared with.
    pub since: Option<Day>,
    /// Whether the register is illustrative.
    pub illustrative: bool,
    /// Whether the bars of two dates stand below each other.
    pub beside: bool,
}
