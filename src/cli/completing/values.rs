//! The values of options and arguments, each from the table that the command reads them by.

use super::candidate::{Candidate, Found, about};
use super::filter;
use super::known::Known;
use super::records;
use super::standing::Standing;
use crate::analysis::{Design, last_note_before};
use crate::app::place::Screen;
use crate::assistance::GAP_FIELDS;
use crate::cli::lists::lists;
use crate::cli::records::{RECORDED, fields_of};
use crate::cli::{help, log, topics::TOPICS};
use crate::domain::{Coded, Horizon, Kind, Priority, Response, Setting, TriageField};
use crate::query::{Field, name_of_value};
use crate::store::built_in_views;
use clap::{Arg, ValueHint};

/// The values for an argument of a command that begin with the typed text.
pub(super) fn of(standing: &Standing<'_>, arg: &Arg, typed: &str, known: &Known) -> Found {
    let one = |values: Vec<Candidate>| one(values, typed);
    let possible = arg.get_possible_values();
    if !possible.is_empty() {
        let names = possible.iter().map(|value| Candidate::new(value.get_name(), ""));
        return one(names.collect());
    }
    match (standing.command.get_name(), arg.get_id().as_str()) {
        (_, "filter") => Found::Words(filter::candidates(typed, known)),
        ("count", "by") => several(fields(known), ',', typed),
        ("gaps", "by") => several(named(&GAP_FIELDS, known), ',', typed),
        (name, "columns") => several(columns(list(name, standing), known, true), ',', typed),
        (name, "sort") => one(sorted_by(columns(list(name, standing), known, false), typed)),
        (_, "who") | ("log", "by") => one(people(known)),
        ("log", "kinds") => {
            let codes = Kind::ALL.iter().map(|kind| kind.code());
            let all = std::iter::once(log::ALL).chain(codes);
            several(all.map(|code| Candidate::new(code, "")).collect(), ',', typed)
        }
        ("handover", "from" | "to") => {
            one(people(known).into_iter().chain([none(known)]).collect())
        }
        (_, "screen") => one(screens(known)),
        (_, "view") => one(views(known)),
        ("figure", "figure") => one(figures()),
        ("help", "topic") => {
            one(commands(known).chain(TOPICS.map(|topic| Candidate::new(topic, ""))).collect())
        }
        ("man", "command") => one(commands(known).collect()),
        ("set", "change") => change(typed, known),
        ("add" | "edit", "values") => record_fields(typed, known),
        ("show", "words") => one(records::shown(&standing.words, typed, known)),
        ("edit", "record") => {
            one(records::named(standing.words.first().map(String::as_str), typed, known))
        }
        ("mark", "first" | "second") => {
            one(records::named(Some(Kind::Activity.code()), typed, known))
        }
        ("match" | "unmatch" | "candidates", _) => one(records::needs_and_activities(typed, known)),
        ("void", "records") => one(records::voided(&standing.words, typed, known)),
        ("people" | "organisations" | "documents", "kinds") => {
            several(records::kinds(standing.command.get_name(), known), ',', typed)
        }
        ("settings", "change") => {
            let names = Setting::ALL.iter().map(|setting| format!("{}=", setting.code()));
            one(names.map(|name| Candidate::new(name, "")).collect())
        }
        _ if matches!(arg.get_value_hint(), ValueHint::AnyPath | ValueHint::FilePath) => {
            Found::Files
        }
        _ => one(Vec::new()),
    }
}

/// One of these values.
fn one(values: Vec<Candidate>, typed: &str) -> Found {
    Found::Words(values.into_iter().filter(|value| value.goes_on(typed)).collect())
}

/// Values that can stand together: of those that are not there yet, behind the ones that are.
fn several(values: Vec<Candidate>, between: char, typed: &str) -> Found {
    let start = typed.rfind(between).map_or(0, |at| at + between.len_utf8());
    let (stays, word) = typed.split_at(start);
    let taken: Vec<&str> = stays.split(between).map(str::trim).collect();
    let fits = |value: &Candidate| value.goes_on(word) && !taken.contains(&value.word.as_str());
    let whole = |value: Candidate| Candidate::new(format!("{stays}{}", value.word), value.about);
    Found::Words(values.into_iter().filter(fits).map(whole).collect())
}

fn fields(known: &Known) -> Vec<Candidate> {
    let countable = Field::ALL.iter().copied().filter(|field| field.is_countable());
    named(&countable.collect::<Vec<_>>(), known)
}

/// Fields of the filter language.
fn named(fields: &[Field], known: &Known) -> Vec<Candidate> {
    fields.iter().map(|field| Candidate::new(field.code(), field.name(known.lang))).collect()
}

/// The list of a command: that which an export names first.
fn list<'a>(command: &'a str, standing: &'a Standing<'_>) -> &'a str {
    match standing.words.first() {
        Some(exported) if command == "export" => exported,
        _ => command,
    }
}

/// The columns of a command's list.
fn columns(command: &str, known: &Known, with_all: bool) -> Vec<Candidate> {
    let list = lists().into_iter().find(|list| list.command == command && list.has_columns);
    let columns = list.iter().flat_map(|list| &list.properties);
    let columns = columns.map(|column| Candidate::new(column.name, column.about(known.text())));
    columns.chain(with_all.then(|| Candidate::new("all", ""))).collect()
}

/// Columns as names of an order, which a hyphen in front turns round.
fn sorted_by(columns: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let hyphen = if typed.starts_with('-') { "-" } else { "" };
    let turned =
        |column: Candidate| Candidate::new(format!("{hyphen}{}", column.word), column.about);
    columns.into_iter().map(turned).collect()
}

fn people(known: &Known) -> Vec<Candidate> {
    let vocabulary = known.vocabulary();
    let people = vocabulary.people.iter().zip(1..);
    let post = |slot| name_of_value(Field::Focal, slot, vocabulary, known.lang);
    let held = people.filter(|(person, _)| !person.is_retired);
    held.map(|(person, slot)| Candidate::new(&person.code, post(slot))).collect()
}

fn none(known: &Known) -> Candidate {
    Candidate::new("none", known.text().tr("filter-none"))
}

fn screens(known: &Known) -> Vec<Candidate> {
    let screens = Screen::ALL.iter();
    screens.map(|screen| Candidate::new(screen.code(), screen.title(known.text()))).collect()
}

/// The own views, everybody's, and those that come with the program by their codes.
fn views(known: &Known) -> Vec<Candidate> {
    let saved = known.views().iter().map(|view| Candidate::new(&view.name, &view.filter));
    let built_in = built_in_views(last_note_before(None)).into_iter();
    let built_in = built_in.map(|own| Candidate::new(&own.view.name, &own.view.filter));
    saved.chain(built_in).collect()
}

fn figures() -> Vec<Candidate> {
    let numbers = (1..).map_while(|number| Design::numbered(number).map(|_| number.to_string()));
    numbers.chain(["all".to_owned()]).map(|figure| Candidate::new(figure, "")).collect()
}

fn commands(known: &Known) -> impl Iterator<Item = Candidate> {
    let root = help::command(known.text());
    let commands = root.get_subcommands();
    let named = commands.map(|command| Candidate::new(command.get_name(), about(command)));
    named.collect::<Vec<_>>().into_iter()
}

/// The candidates for an argument of `set`: a field with an equals sign, or its value.
fn change(typed: &str, known: &Known) -> Found {
    let text = known.text();
    let Some((name, value)) = typed.split_once('=') else {
        let field = |field: &TriageField| {
            let about = text.tr(&format!("field-{}", field.code())).into_owned();
            let signs: &[&str] =
                if *field == TriageField::Themes { &["", "+", "-"] } else { &[""] };
            let named = |sign: &&str| Candidate::new(format!("{}{sign}=", field.code()), &about);
            signs.iter().map(named).collect::<Vec<_>>()
        };
        let fields = TriageField::ALL.iter().flat_map(field);
        return Found::Words(fields.filter(|field| field.goes_on(typed)).collect());
    };
    let field = name.trim_end_matches(['+', '-']);
    let found = match TriageField::from_code(field) {
        Some(TriageField::Priority) => one(coded::<Priority>(field, known), value),
        Some(TriageField::Horizon) => one(coded::<Horizon>(field, known), value),
        Some(TriageField::Response) => one(coded::<Response>(field, known), value),
        Some(TriageField::FocalPoint) => {
            one(people(known).into_iter().chain([none(known)]).collect(), value)
        }
        Some(TriageField::Themes) => {
            let themes = known.vocabulary().themes.iter();
            several(
                themes
                    .map(|theme| {
                        Candidate::new(
                            &theme.code,
                            theme.names.beside(crate::text::Lang::default()),
                        )
                    })
                    .collect(),
                ';',
                value,
            )
        }
        Some(TriageField::ProjectedOn) => {
            let today = Candidate::new("today", text.tr("filter-today"));
            one(vec![today, none(known)], value)
        }
        Some(TriageField::Notes | TriageField::DuplicateOf) => one(vec![none(known)], value),
        None => Found::Words(Vec::new()),
    };
    let Found::Words(values) = found else { return found };
    let whole = |value: Candidate| Candidate::new(format!("{name}={}", value.word), value.about);
    Found::Words(values.into_iter().map(whole).collect())
}

fn coded<T: Coded>(field: &str, known: &Known) -> Vec<Candidate> {
    let values = T::ALL.iter().map(|value| value.code());
    let values =
        values.map(|code| Candidate::new(code.replace(' ', "-"), known.text().value(field, code)));
    values.chain([none(known)]).collect()
}

/// The fields of the records of every kind that are recorded by hand, each once.
fn record_fields(typed: &str, known: &Known) -> Found {
    if typed.contains('=') {
        return Found::Words(Vec::new());
    }
    let mut fields: Vec<Candidate> = Vec::new();
    for field in RECORDED.into_iter().flat_map(fields_of) {
        let named = format!("{}=", field.code());
        if field.language().is_none() && fields.iter().all(|other| other.word != named) {
            fields.push(Candidate::new(named, field.in_words(known.text())));
        }
    }
    one(fields, typed)
}
