//! `ta-tui shared`: the articles under which several States of one group have unserved needs.

use super::count::coded;
use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::session::Session;
use crate::assistance::{MOST_STATES, SPLIT_BY, SharedNeeds, Sharing, shared_needs};
use crate::columns::property::{Property, ShownWhere, ValueKind};
use crate::columns::reader::Reader;
use crate::domain::Coded;
use crate::exchange::{Cell, Room, Sheet, SheetColumn};
use crate::query::register::Slot;
use crate::query::{Field, label_of_value};
use crate::store::StoreError;
use crate::text::{Message, Text};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct SharedArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_enum, value_name = "BY")]
    by: Option<By>,
    #[arg(long, value_enum, value_name = "FIELD")]
    split: Option<Split>,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    Adviser,
    Region,
    Group,
    // All States that the filter lets through.
    Filter,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Split {
    Theme,
    Category,
}

impl SharedArgs {
    /// The field by which States are grouped; without names by the regional group, since a region of an adviser can be
    /// that of one State.
    pub(super) fn grouped_by(&self, without_names: bool) -> Option<Field> {
        let usual = if without_names { By::Region } else { By::Adviser };
        match self.by.unwrap_or(usual) {
            By::Adviser => Some(Field::Adviser),
            By::Region => Some(Field::Region),
            By::Group => Some(Field::Group),
            By::Filter => None,
        }
    }
}

const ARTICLE: Property =
    Property::new("article", "article", ValueKind::Number).stated().room(Room::Stays);

/// What is told of the States of a group, in order: a contract.
const OF_STATES: [Property; 4] = [
    Property::new("states", "sharing-states", ValueKind::Count).room(Room::Stays),
    Property::new("needs", "shared-needs", ValueKind::Count).room(Room::Stays),
    Property::new("high", "shared-high", ValueKind::Count),
    Property::new("state_names", "sharing-names", ValueKind::Texts).room(Room::Fills),
];

/// The properties that a group can have: the field that States are grouped by, the article, the field that it is split
/// by, its States and needs.
pub(super) fn properties() -> Vec<Property> {
    let on_request = |field: Field| {
        Property::new(field.code(), "counted-by", ValueKind::Text).shown(ShownWhere::OnRequest)
    };
    let by = crate::assistance::GROUPED_BY.map(on_request);
    let split = SPLIT_BY.map(on_request);
    by.into_iter().chain([ARTICLE]).chain(split).chain(OF_STATES).collect()
}

pub(super) fn run(session: &Session<'_>, args: &SharedArgs) -> Result<(), Failure> {
    let by = args.grouped_by(session.kept.is_some());
    if session.kept.is_some() && by == Some(Field::Adviser) {
        return Err(Failure::new(Status::Usage, Message::new("cli-shared-no-adviser")));
    }
    let split = args.split.map(|split| match split {
        Split::Theme => Field::Theme,
        Split::Category => Field::Category,
    });
    let register = session.register(&args.filter)?;
    let question = session.ask_in_numbers(&register, &args.filter)?;
    let found = shared_needs(&register, &question.selection, Sharing { by, split }, &|| false)
        .ok_or_else(|| Failure::from(StoreError::Stopped))?;
    let wide = found.iter().filter(|group| group.is_wide()).count();
    let format = args.format.chosen();
    let person = format.is_for_people().then_some(question.text);
    let mut remarks = question.remarks();
    if person.is_some() {
        let count = Message::new("shared-groups").with("groups", found.len());
        let proposed = Message::new("shared-split").with("groups", wide).with("most", MOST_STATES);
        remarks.splice(..0, std::iter::once(count).chain((wide > 0).then_some(proposed)));
    }
    let reader = Reader::new(&register, person);
    let head = |field: Field, text: &Text| SheetColumn::new(field.code(), field.name(text.lang()));
    let article = ARTICLE.column(question.text);
    let columns = by.map(|field| head(field, question.text)).into_iter().chain([article]);
    let columns = columns.chain(split.map(|field| head(field, question.text)));
    let columns = columns.chain(OF_STATES.iter().map(|property| property.column(question.text)));
    let value = |field: Field, slot: u16| match person {
        Some(text) => label_of_value(field, slot, &register.vocabulary, text.lang()).into(),
        None => coded(field, slot, &register.vocabulary),
    };
    let row = |group: &SharedNeeds| {
        let of = by.zip(group.group).map(|(field, slot)| value(field, slot));
        let article = value(Field::Article, Slot::at(group.article.index()).number());
        let part = split.zip(group.part).map(|(field, slot)| value(field, slot));
        let places: Vec<u16> = group.states.iter().map(|sharing| sharing.state).collect();
        let numbers = [group.states.len() as u32, group.needs(), group.high()].map(Cell::from);
        let values = of.into_iter().chain([article]).chain(part).chain(numbers);
        values.chain([reader.states(&places)]).collect()
    };
    let shown = args.limit.unwrap_or(usize::MAX);
    let sheet = Sheet::new(columns.collect(), || found.iter().take(shown).map(row));
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, &remarks, question.text)
}
