//! The needs that the number under the cursor of a figure counts, which stand beside it on wide screens.

use crate::app::App;
use crate::app::state::screens::View;
use crate::query::register::NeedRef;
use crate::query::{Plan, select};

impl App {
    /// The line that the cursor of a figure is on in words of the figure, the first so many of its needs, and how many
    /// there are.
    pub fn needs_of_figure(&self, most: usize) -> Option<(usize, Vec<NeedRef<'_>>)> {
        let View::Figures(state) = &self.place().view else { return None };
        let (drawn, register) = (self.drawn()?, self.register()?);
        let (line, column) = state.place(drawn.figure);
        let filter = drawn.figure.counted_in(Some(line), Some(column), &register.vocabulary);
        let plan = Plan::resolve(&filter, register, &self.query_context()).ok()?;
        let found = select(register, &plan, &|| false)?;
        let needs = found.rows.iter().take(most).filter_map(|row| register.need(*row));
        Some((found.rows.len(), needs.collect()))
    }
}
