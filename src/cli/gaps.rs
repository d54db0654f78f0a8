//! `ta-tui gaps`: open needs that are served, planned for or unserved, by one field or two, the widest gap first.

use super::count::coded;
use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::nearest::nearest;
use super::output::{Output, marked};
use super::session::Session;
use crate::assistance::{
    Band, FEWEST_OPEN, GAP_FIELDS, GapCell, Gaps, Looked, add_candidates, gaps,
};
use crate::columns::property::{Property, ShownWhere, ValueKind};
use crate::domain::{Coded, clean_line};
use crate::exchange::{Cell, Room, Sheet, SheetColumn};
use crate::query::register::Register;
use crate::query::{Field, NoField, label_of_value};
use crate::store::StoreError;
use crate::text::{Arg, Message, Text};
use clap::Args;

/// A matrix has rows and columns, and nothing beyond.
const MOST_FIELDS: usize = 2;

#[derive(Debug, Args)]
pub(super) struct GapsArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, required = true, value_name = "FIELDS", value_delimiter = ',')]
    pub(super) by: Vec<String>,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

/// The numbers of a cell, in order: a contract. Where States are not named, they can be withheld.
const NUMBERS: [Property; 7] = [
    Property::new("open", "gap-open", ValueKind::Count).unstated(),
    Property::new("served", "gap-served", ValueKind::Count).unstated(),
    Property::new("planned_for", "gap-planned-for", ValueKind::Count)
        .unstated()
        .room(Room::YieldsFirst),
    Property::new("unserved", "gap-unserved", ValueKind::Count).unstated().room(Room::Stays),
    Property::new("states_unserved", "gap-states", ValueKind::Count).unstated().room(Room::Stays),
    Property::new("activities", "gap-activities", ValueKind::Count).unstated(),
    Property::new("candidates", "gap-candidates", ValueKind::Count).unstated(),
];

/// The properties that a cell can have: one for each field, then its numbers.
pub(super) fn properties() -> Vec<Property> {
    let by = GAP_FIELDS.map(|field| {
        let kind = match field {
            Field::Article => ValueKind::Number,
            _ => ValueKind::Text,
        };
        Property::new(field.code(), "counted-by", kind).shown(ShownWhere::OnRequest)
    });
    by.into_iter().chain(NUMBERS).collect()
}

pub(super) fn run(session: &Session<'_>, args: &GapsArgs) -> Result<(), Failure> {
    let fields = args.by.iter().map(|word| field(word)).collect::<Result<Vec<_>, _>>()?;
    let repeated = fields.iter().enumerate().any(|(place, f)| fields[..place].contains(f));
    if repeated || fields.len() > MOST_FIELDS {
        return Err(Failure::new(Status::Usage, Message::new("cli-gaps-fields")));
    }
    let register = session.register(&args.filter)?;
    let question = session.ask_in_numbers(&register, &args.filter)?;
    let stopped = || Failure::from(StoreError::Stopped);
    let mut found = gaps(&register, &question.selection, &fields, &|| false).ok_or_else(stopped)?;
    let looked = Looked::on(session.day_shown()?, &register.vocabulary, Band::Strong);
    add_candidates(&mut found, &register, &question.selection, looked, &|| false)
        .ok_or_else(stopped)?;
    let format = args.format.chosen();
    let mut remarks = question.remarks();
    let sheet = if format.is_for_people() {
        remarks.splice(
            ..0,
            [Message::new("gaps-each-once"), Message::new("gaps-few").with("least", FEWEST_OPEN)],
        );
        if register.vocabulary.nameless.is_some() {
            remarks.push(Message::new("gap-nameless"));
        }
        table(&found, &register, question.text, args.limit)
    } else {
        data(&found, &register, args.limit)
    };
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, &remarks, question.text)
}

/// The cells for programs.
fn data<'a>(found: &'a Gaps, register: &'a Register, limit: Option<usize>) -> Sheet<'a> {
    let fields = found.fields.iter().map(|field| SheetColumn::new(field.code(), ""));
    let columns = fields.chain(NUMBERS.iter().map(Property::data_column)).collect();
    Sheet::new(columns, move || {
        found.cells().take(limit.unwrap_or(usize::MAX)).map(|(slots, cell)| {
            let values = found.fields.iter().zip(slots);
            let values = values.map(|(field, slot)| coded(*field, slot, &register.vocabulary));
            values.chain(numbers(cell)).collect()
        })
    })
}

/// The numbers of a cell, in the order of [`NUMBERS`].
fn numbers(cell: GapCell) -> [Cell; NUMBERS.len()] {
    let numbers = [
        Some(cell.open),
        Some(cell.served),
        Some(cell.planned_for),
        Some(cell.unserved),
        Some(cell.states_unserved),
        cell.activities,
        cell.candidates,
    ];
    numbers.map(|number| number.filter(|_| !cell.withheld).map_or(Cell::Missing, Cell::from))
}

/// The cells for people, with what share of the needs is served and, below all, the sum.
fn table<'a>(
    found: &'a Gaps,
    register: &'a Register,
    text: &'a Text,
    limit: Option<usize>,
) -> Sheet<'a> {
    let heads = found.fields.iter().map(|field| SheetColumn {
        room: Room::Fills,
        ..SheetColumn::new(field.code(), field.name(text.lang()))
    });
    let share = SheetColumn {
        room: Room::Yields,
        ..SheetColumn::new("share", text.tr("gaps-share").into_owned())
    };
    let mut columns: Vec<SheetColumn> =
        heads.chain(NUMBERS.iter().map(|property| property.column(text))).collect();
    columns.insert(found.fields.len() + 2, share);
    let of_people = move |cell: GapCell| {
        let share = match cell.per_cent_served() {
            _ if cell.withheld => text.tr("nameless-withheld").into(),
            Some(share) => text.tra("gaps-per-cent", &[("share", Arg::from(share))]).into(),
            None => Cell::Missing,
        };
        let [open, served, rest @ ..] = numbers(cell);
        [open, served, share].into_iter().chain(rest)
    };
    Sheet::new(columns, move || {
        let row = move |(slots, cell): (Vec<u16>, GapCell)| {
            let values = found.fields.iter().zip(slots).map(|(field, slot)| {
                Cell::from(label_of_value(*field, slot, &register.vocabulary, text.lang()))
            });
            values.chain(of_people(cell)).collect()
        };
        let sum = move || {
            let first = Cell::from(text.tr("gaps-sum"));
            let others = found.fields.iter().skip(1).map(|_| Cell::Missing);
            std::iter::once(first).chain(others).chain(of_people(found.sum)).collect()
        };
        let cells = found.cells().take(limit.unwrap_or(usize::MAX)).map(row);
        cells.chain(std::iter::once_with(sum))
    })
}

/// The field that a word names, where gaps can be told by it.
fn field(word: &str) -> Result<Field, Failure> {
    let refused = || {
        let names: Arg = GAP_FIELDS.iter().map(|field| Arg::Field(field.code())).collect();
        let message = Message::new("cli-gaps-field").with("field", clean_line(word));
        Failure::new(Status::Usage, message.with("known", names))
    };
    match Field::named(word.trim()) {
        Ok(field) if GAP_FIELDS.contains(&field) => Ok(field),
        Err(NoField::Unknown(Some(near))) if GAP_FIELDS.contains(&near) => {
            Err(nearest(refused(), near.code(), std::iter::once(near.code())))
        }
        Ok(_) | Err(_) => Err(refused()),
    }
}
