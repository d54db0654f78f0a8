//! The number beside the filter on a screen, and whether it belongs to it.

use std::collections::HashMap;
use ta_tui::app::layers::filter::FilterLine;
use ta_tui::domain::Day;
use ta_tui::query::register::Register;
use ta_tui::query::{Context, Measure, Plan, select};
use ta_tui::text::grouped;

/// Stands for the number while the answer is awaited.
pub const SEARCHING: &str = "…";

/// Stands before it while the register is being read.
pub const READING: &str = "reading:";

/// A filter that is typed, and the number of needs that a screen shows beside it.
pub struct Beside {
    /// The text in the line.
    pub typed: String,
    /// The number, as it is written.
    pub count: String,
}

impl Beside {
    /// The filter and the number in the lines of a screen; `None` where it shows no filter, or says
    /// that the number is still to come.
    pub fn on(screen: &[String]) -> Option<Self> {
        let line = screen.get(1)?.trim();
        // While it is typed; or at the end of the path.
        let in_force = || line.split_once(" › ").map(|(_, filter)| filter);
        let line = line.strip_prefix("Filter ").or_else(in_force)?;
        let (typed, numbers) = line.rsplit_once("  ")?;
        let (typed, count) = (typed.trim(), numbers.split(' ').next()?);
        let empty = ["", "all needs"].contains(&typed);
        let marked = [SEARCHING, READING].contains(&count);
        (!empty && !marked).then(|| Self { typed: typed.to_owned(), count: count.to_owned() })
    }
}

/// The right numbers for filters, each worked out once.
pub struct Known<'a> {
    register: &'a Register,
    found: HashMap<String, Option<String>>,
}

impl<'a> Known<'a> {
    /// Nothing is worked out yet.
    pub fn of(register: &'a Register) -> Self {
        Self { register, found: HashMap::new() }
    }

    /// How many needs the text in the line finds, as it is searched while it is typed; nothing
    /// while it cannot be read, so that the last result stays.
    pub fn right(&mut self, typed: &str) -> Option<&str> {
        let register = self.register;
        let find = || {
            let mut line = FilterLine { input: typed.into(), ..FilterLine::default() };
            let context = Context { today: Day::from_number(0), me: None };
            let plan = Plan::resolve(&line.read()?, register, &context).ok()?;
            let selection = select(register, &plan, &|| false)?;
            Some(grouped(selection.counts.total(Measure::Needs).into()))
        };
        self.found.entry(typed.to_owned()).or_insert_with(find).as_deref()
    }
}
