//! Every list that a command gives as data: its properties, its order. Schemas and documents are made
//! from it, and whatever else has to know the names of columns.

use super::{
    candidates, check, configuration, connections, count, coverage, documents, figure, gaps,
    import, overlaps, people, sessions, settings, shared, themes, trend, verify, written,
};
use crate::columns::property::{ILLUSTRATIVE, Property};
use crate::columns::{
    self, Column, activities, log, needs, organisations, platforms, reviews, states,
};
use crate::text::Text;

/// A list of the command line: the form of its objects.
#[derive(Clone, Debug)]
pub struct List {
    /// The command that gives it.
    pub command: &'static str,
    /// The properties, in order.
    pub properties: Vec<Property>,
    /// Whether `--columns` chooses among them.
    pub has_columns: bool,
}

impl List {
    fn of<L: columns::RecordList>(command: &'static str, columns: &[&Column<L>]) -> Self {
        let properties = columns.iter().map(|column| column.property).chain([ILLUSTRATIVE]);
        Self { command, properties: properties.collect(), has_columns: true }
    }

    /// A list of the needs of a register, which can be made up.
    fn of_needs(command: &'static str, properties: impl IntoIterator<Item = Property>) -> Self {
        let properties = properties.into_iter().chain([ILLUSTRATIVE]);
        Self { command, properties: properties.collect(), has_columns: false }
    }

    /// The description of the command.
    pub fn about(&self, text: &Text) -> String {
        text.tr(&format!("cli-{}", self.command)).into_owned()
    }

    /// The order of its objects where none is asked for.
    pub fn order(&self, text: &Text) -> String {
        text.tr(&format!("order-{}", self.command)).into_owned()
    }
}

/// Every list.
pub fn lists() -> Vec<List> {
    let plain = |command, properties: &[Property]| List {
        command,
        properties: properties.to_vec(),
        has_columns: false,
    };
    vec![
        List::of("needs", &needs::DATA),
        List::of("states", &states::DATA),
        List::of("reviews", &reviews::DATA),
        List::of("activities", &activities::data()),
        List::of("organisations", &organisations::data()),
        List::of("documents", &documents::columns().each_ref()),
        List::of("platforms", &platforms::DATA),
        List::of("themes", &themes::columns().each_ref()),
        List::of("people", &people::columns().iter().collect::<Vec<_>>()),
        List::of("focal-points", &people::columns().iter().collect::<Vec<_>>()),
        List::of_needs("count", count::properties()),
        List::of_needs("figure", figure::PROPERTIES),
        List::of_needs("trend", trend::PROPERTIES),
        List::of_needs("connections", connections::PROPERTIES),
        List::of_needs("gaps", gaps::properties()),
        List::of_needs("shared", shared::properties()),
        List::of_needs("overlaps", overlaps::PROPERTIES),
        List::of_needs("coverage", coverage::properties()),
        List::of_needs("log", log::DATA.map(|column| column.property)),
        List::of_needs("set", written::OF_TRIAGE),
        List::of_needs("handover", written::OF_TRIAGE),
        List::of_needs("add", written::OF_RECORDS),
        List::of_needs("import", import::OF_IMPORT),
        List::of_needs("edit", written::OF_RECORDS),
        List::of_needs("void", written::OF_RECORDS),
        List::of_needs("merge", written::OF_RECORDS),
        List::of_needs("candidates", candidates::PROPERTIES),
        List::of_needs("match", written::OF_RECORDS),
        List::of_needs("unmatch", written::OF_RECORDS),
        List::of_needs("mark", written::OF_RECORDS),
        plain("verify", &verify::PROPERTIES),
        plain("check", &check::PROPERTIES),
        plain("settings", &settings::PROPERTIES),
        plain("sessions", &sessions::PROPERTIES),
        plain("config", &configuration::PROPERTIES),
    ]
}
