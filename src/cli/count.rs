//! `ta-tui count`: how many needs, States or reviews there are by one or more fields.

use super::anonymous;
use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::nearest::nearest;
use super::output::{Output, marked};
use super::session::{Question, Session};
use crate::analysis::{Count, Span, counted, end_of, growth};
use crate::assistance::{FEWEST_STATES, of_few_states};
use crate::columns::property::{Property, ShownWhere, ValueKind};
use crate::columns::reader;
use crate::domain::{Article, Coded, Cycle, Day, Region, clean_line};
use crate::exchange::{Cell, Room, Sheet, SheetColumn};
use crate::query::register::{Slot, Vocabulary};
use crate::query::{Field, Measure, NoField, code_of_value, label_of_value, name_of_value};
use crate::text::{Arg, Lang, Message, Text};
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;

/// More fields than this are no table that anybody reads, and their combinations no longer fit
/// the number that counts them.
const MOST_FIELDS: usize = 6;

#[derive(Debug, Args)]
pub(super) struct CountArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, required = true, value_name = "FIELDS", value_delimiter = ',')]
    pub(super) by: Vec<String>,
    #[arg(long, value_enum, default_value = "needs", value_name = "MEASURE")]
    pub(super) measure: MeasureArg,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MeasureArg {
    Needs,
    States,
    Reviews,
}

impl From<MeasureArg> for Measure {
    fn from(measure: MeasureArg) -> Self {
        match measure {
            MeasureArg::Needs => Self::Needs,
            MeasureArg::States => Self::States,
            MeasureArg::Reviews => Self::Reviews,
        }
    }
}

const BEFORE: Property = Property::new("before", "earlier", ValueKind::Count).unstated();
const GROWTH: Property = Property::new("growth", "growth", ValueKind::Change);

/// The properties that a count can have: one for each field that it counts by, the value, and with
/// `--since` the value before and the growth.
pub(super) fn properties() -> Vec<Property> {
    let fields = Field::ALL.iter().filter(|field| field.is_countable());
    let by = fields.map(|field| {
        let kind = match field {
            Field::Cycle | Field::Article => ValueKind::Number,
            _ => ValueKind::Text,
        };
        Property::new(field.code(), "counted-by", kind).shown(ShownWhere::OnRequest)
    });
    let later = [BEFORE, GROWTH].map(|property| property.shown(ShownWhere::OnRequest));
    by.chain([Property::new("value", "value", ValueKind::Count).unstated()]).chain(later).collect()
}

pub(super) fn run(session: &Session<'_>, args: &CountArgs) -> Result<(), Failure> {
    let fields = args.by.iter().map(|word| field(word)).collect::<Result<Vec<_>, _>>()?;
    let repeated = fields.iter().enumerate().any(|(place, f)| fields[..place].contains(f));
    if repeated || fields.len() > MOST_FIELDS {
        return Err(Failure::new(
            Status::Usage,
            Message::new("cli-count-fields").with("most", MOST_FIELDS),
        ));
    }
    let since = earlier_day(session, args.since.as_deref())?;
    let (register, earlier) = session.registers(&args.filter, since)?;
    let question = session.ask_in_numbers(&register, &args.filter)?;
    let count = |question: &Question<'_>| counted(question.asked(), &fields, args.measure.into());
    let mut counts = count(&question);
    let compared = since.zip(earlier.as_ref());
    if let Some((day, earlier)) = compared {
        counts = growth(counts, count(&session.ask_on(day, earlier, &args.filter)?));
    }

    let is_of_assistance =
        fields.iter().any(|field| field.is_of_assistance()) || question.plan.asks_of_assistance();
    let mut hidden = BTreeSet::new();
    if is_of_assistance {
        hidden = of_few_states(&register, &question.selection, &fields);
        if let Some((day, earlier)) = compared {
            let before = session.ask_on(day, earlier, &args.filter)?;
            hidden.extend(of_few_states(earlier, &before.selection, &fields));
        }
    }
    let alike = match register.vocabulary.nameless {
        Some(_) => anonymous::together(&mut counts, &fields),
        None => Vec::new(),
    };
    // Lines of single States are told where several of them say the same.
    let is_told = |place: usize, count: &Count| {
        let mut values = fields.iter().zip(&count.slots);
        let is_single = values.any(|(field, slot)| *slot > 0 && anonymous::is_of_one(*field));
        match alike.get(place) {
            Some(states) if is_single => !is_of_assistance || *states as usize >= FEWEST_STATES,
            _ => !hidden.contains(&count.slots),
        }
    };

    let text = question.text;
    let format = args.format.chosen();
    let person = format.is_for_people().then_some(text);
    let head = |field: &Field| SheetColumn::new(field.code(), field.name(text.lang()));
    let value = SheetColumn::new("value", measured(args.measure, text));
    let mut columns: Vec<SheetColumn> = fields.iter().map(head).chain([value]).collect();
    if compared.is_some() {
        // However narrow the terminal is, a count without its numbers says nothing.
        columns.extend([BEFORE, GROWTH].map(|property| property.room(Room::Stays).column(text)));
    }
    let rows = || {
        counts.iter().enumerate().map(|(place, count)| {
            let cell = |(field, slot): (&Field, &u16)| match person {
                _ if *slot > 0 && anonymous::is_of_one(*field) && !alike.is_empty() => {
                    reader::so_many(alike[place], person.unwrap_or(Text::of(Lang::En))).into()
                }
                Some(text) => {
                    label_of_value(*field, *slot, &register.vocabulary, text.lang()).into()
                }
                None => coded(*field, *slot, &register.vocabulary),
            };
            let told = |cell: Cell| if is_told(place, count) { cell } else { Cell::Missing };
            let value = told(Cell::from(count.value));
            let cells = fields.iter().zip(&count.slots).map(cell).chain([value]);
            let two = compared
                .map(|_| [told(Cell::from(count.before)), told(Cell::Change(count.growth()))]);
            cells.chain(two.into_iter().flatten()).collect()
        })
    };
    let mut remarks = question.remarks();
    if let Some(day) = since {
        remarks.insert(0, Message::new("cli-since").with("day", day.to_string()));
    }
    let sheet = marked(Sheet::new(columns, rows), register.illustrative, format);
    Output::new().sheet(&sheet, format, &remarks, text)
}

/// The earlier day that was asked for, where it is earlier.
pub(super) fn earlier_day(
    session: &Session<'_>,
    typed: Option<&str>,
) -> Result<Option<Day>, Failure> {
    let Some(word) = typed else { return Ok(None) };
    let today = session.today()?;
    let read = end_of(word, today).map(Some);
    let span = read.and_then(|since| Span { as_of: session.as_of, since }.ordered(today));
    span.map(|span| span.since).map_err(|message| Failure::new(Status::Usage, message))
}

fn field(word: &str) -> Result<Field, Failure> {
    let known = || Field::ALL.iter().copied().filter(|field| field.is_countable());
    let refused = |id| {
        let names: Arg = known().map(|field| Arg::Field(field.code())).collect();
        let message = Message::new(id).with("field", clean_line(word)).with("known", names);
        Failure::new(Status::Usage, message)
    };
    match Field::named(word.trim()) {
        Ok(field) if field.is_countable() => Ok(field),
        Ok(_) => Err(refused("cli-count-uncountable")),
        Err(NoField::Ambiguous(first, second)) => {
            let message = Message::new("cli-count-ambiguous")
                .with("field", clean_line(word))
                .with("first", Arg::Field(first.code()))
                .with("second", Arg::Field(second.code()));
            Err(Failure::new(Status::Usage, message))
        }
        Err(NoField::Unknown(Some(near))) if near.is_countable() => {
            Err(nearest(refused("cli-count-unknown"), near.code(), std::iter::once(near.code())))
        }
        Err(NoField::Unknown(_)) => {
            Err(nearest(refused("cli-count-unknown"), word, known().map(Coded::code)))
        }
    }
}

fn measured(measure: MeasureArg, text: &Text) -> String {
    match measure {
        MeasureArg::Needs => text.tr("column-needs"),
        MeasureArg::States => text.tr("column-states"),
        MeasureArg::Reviews => text.tr("column-reviews"),
    }
    .into_owned()
}

/// A value as it stands in the exports of needs, whatever the language.
pub(super) fn coded(field: Field, slot: u16, vocabulary: &Vocabulary) -> Cell {
    let Some(place) = Slot::numbered(slot).index() else {
        return if field == Field::Priority { "none".into() } else { Cell::Missing };
    };
    match field {
        Field::Cycle => Cycle::at(place).map_or(Cell::Missing, |c| Cell::Id(c.number().into())),
        Field::Article => Article::at(place).map_or(Cell::Missing, |a| Cell::Id(a.number().into())),
        Field::Region => Region::at(place).map_or(Cell::Missing, |region| region.name().into()),
        Field::Category
        | Field::Theme
        | Field::State
        | Field::Provider
        | Field::Donor
        | Field::Partner
        | Field::Place => Cell::stated(name_of_value(field, slot, vocabulary, Lang::En)),
        _ => Cell::stated(code_of_value(field, slot, vocabulary)),
    }
}
