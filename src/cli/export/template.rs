//! `ta-tui export template`: an empty form for needs, with the values to choose from and an example that an import
//! leaves out.

use super::args::ExportArgs;
use crate::cli::export_file::{failed, format_of};
use crate::cli::failure::{Failure, Status};
use crate::cli::format::Format;
use crate::cli::output;
use crate::cli::session::Session;
use crate::columns::needs::DATA;
use crate::domain::{Coded, Cycle, EXAMPLE_ROW, Horizon, Priority, Response, clean_line};
use crate::exchange::{Book, Choices, ColumnWidth, WholeFile, XlsxCell};
use crate::query::register::Vocabulary;
use crate::text::{Message, Named, Text, width};
use std::io;

/// The sheet of the form.
const FORM: &str = "needs";
/// The sheet of the values.
const VALUES: &str = "values";
/// The last row with lists to choose from.
const UNTIL: u32 = 2_000;

/// The columns of the form, by the names of data, in their order. Their heads are those of the lists.
const COLUMNS: [&str; 14] = [
    "state",
    "cycle",
    "document",
    "paragraph",
    "text",
    "articles",
    "category",
    "themes",
    "priority",
    "horizon",
    "response",
    "focal_point",
    "identified_on",
    "notes",
];

/// A list of values: the name of its column in the form, its head, the values.
struct Values {
    column: &'static str,
    head: String,
    values: Vec<String>,
    only: bool,
}

pub(super) fn run(session: &Session<'_>, args: &ExportArgs) -> Result<(), Failure> {
    if format_of(&args.out) != Some(Format::Xlsx) {
        return Err(Failure::new(Status::Usage, Message::new("export-template-ending")));
    }
    let (_, register) = session.loaded()?;
    let (text, path) = (session.text(), &args.out);
    let lists = lists(&register.vocabulary, text);
    let in_file = |error: io::Error| failed(path, &error);
    let file = WholeFile::create(path, args.force).map_err(in_file)?;
    let mut book = Book::new(file, "");
    let written = form(&mut book, &lists, text).and_then(|()| values(&mut book, &lists));
    written.map_err(in_file)?;
    let (_, file) = book.finish(Some(session.today()?), false).map_err(in_file)?;
    file.finish().map_err(in_file)?;
    let message = Message::new("export-template-made");
    output::notice(text, &message.with("file", clean_line(&path.to_string_lossy())));
    Ok(())
}

/// The head of a column of the list of needs.
fn head(name: &str, text: &Text) -> String {
    let column = DATA.iter().find(|column| column.property.name == name);
    column.map(|column| column.property.column(text).head).unwrap_or_default()
}

/// Everything that is chosen from a list, in the words of the language. The categories of each cycle are a list.
fn lists(vocabulary: &Vocabulary, text: &Text) -> Vec<Values> {
    let of = |column, values, only| Values { column, head: head(column, text), values, only };
    let coded = |field: &str, codes: Vec<&str>| {
        codes.into_iter().map(|code| text.value(field, code)).collect::<Vec<_>>()
    };
    let lang = text.lang();
    let named = vocabulary.states.iter().filter(|state| !state.unnamed);
    let mut states: Vec<String> = named.map(|state| state.in_lang(lang).to_owned()).collect();
    states.sort();
    let cycles = Cycle::ALL.iter().map(|cycle| cycle.number().to_string()).collect();
    let mut lists = vec![of("state", states, false), of("cycle", cycles, true)];
    for cycle in Cycle::ALL {
        let of_cycle = vocabulary.categories.iter().filter(|one| one.cycle == *cycle);
        let values: Vec<String> =
            of_cycle.map(|category| category.in_lang(lang).to_owned()).collect();
        let named = [("cycle", cycle.number().to_string().into())];
        let head = text.tra("export-template-categories", &named);
        lists.push(Values { column: "category", head, values, only: false });
    }
    let themes = vocabulary.themes.iter().map(|theme| theme.in_lang(lang).to_owned());
    lists.push(of("themes", themes.collect(), false));
    let priorities = Priority::ALL.iter().map(|one| one.code()).collect();
    lists.push(of("priority", coded("priority", priorities), true));
    let horizons = Horizon::ALL.iter().map(|one| one.code()).collect();
    lists.push(of("horizon", coded("horizon", horizons), true));
    let responses = Response::ALL.iter().map(|one| one.code()).collect();
    lists.push(of("response", coded("response", responses), true));
    lists
}

/// The sheet to fill in: the heads, the example, and the lists to choose from.
fn form(book: &mut Book<WholeFile>, lists: &[Values], text: &Text) -> io::Result<()> {
    let heads = COLUMNS.map(|name| head(name, text));
    let widths: Vec<ColumnWidth> = COLUMNS
        .iter()
        .zip(&heads)
        .map(|(name, head)| match *name {
            "text" => 70,
            "state" | "category" | "notes" => 28,
            _ => (width(head) + 4).max(14) as ColumnWidth,
        })
        .collect();
    book.begin_sheet(FORM, &widths, true)?;
    book.row(heads.iter().map(|head| XlsxCell::Head(head)))?;
    let example = example(lists, text);
    book.row(example.iter().map(|words| XlsxCell::Text(words)))?;
    book.end_sheet(None, &choices(lists), UNTIL)
}

/// The example: a value of each list, and words that say what it is.
fn example(lists: &[Values], text: &Text) -> [String; COLUMNS.len()] {
    let first = |name: &str| {
        // Of the categories those of the second cycle, as the example is.
        let list = lists.iter().rev().find(|list| list.column == name);
        list.and_then(|list| list.values.first().cloned()).unwrap_or_default()
    };
    COLUMNS.map(|name| match name {
        "cycle" => "2".to_owned(),
        "text" => format!("{EXAMPLE_ROW} {}", text.tr("export-template-example")),
        "articles" => "52; 53".to_owned(),
        "document" => "CAC/COSP/IRG/II/2/1".to_owned(),
        "paragraph" => "12".to_owned(),
        "identified_on" => "2024-05".to_owned(),
        "themes" | "focal_point" | "notes" => String::new(),
        name => first(name),
    })
}

/// The lists that stand behind the columns. Themes are typed: a cell can hold several.
fn choices(lists: &[Values]) -> Vec<Choices> {
    let place = |name: &str| COLUMNS.iter().position(|column| *column == name);
    let range = |at: usize, list: &Values| Choices::range(VALUES, at, list.values.len());
    let mut choices: Vec<Choices> = Vec::new();
    let mut of_cycles = Vec::new();
    for (at, list) in lists.iter().enumerate().filter(|(_, list)| !list.values.is_empty()) {
        match (list.column, place(list.column)) {
            ("category", Some(_)) => of_cycles.push(range(at, list)),
            ("themes", _) | (_, None) => {}
            (_, Some(column)) => {
                choices.push(Choices { column, formula: range(at, list), only: list.only });
            }
        }
    }
    if let ([first, second], Some(column), Some(cycle)) =
        (&of_cycles[..], place("category"), place("cycle"))
    {
        // The categories are those of the cycle beside them.
        let formula = Choices::either(cycle, "2", second, first);
        choices.push(Choices { column, formula, only: false });
    }
    choices.sort_by_key(|choice| choice.column);
    choices
}

/// The sheet of the values: a column for each list.
fn values(book: &mut Book<WholeFile>, lists: &[Values]) -> io::Result<()> {
    let widths: Vec<ColumnWidth> = lists
        .iter()
        .map(|list| {
            let words = list.values.iter().chain([&list.head]);
            (words.map(|word| width(word)).max().unwrap_or(0) + 2).clamp(10, 60) as ColumnWidth
        })
        .collect();
    book.begin_sheet(VALUES, &widths, true)?;
    book.row(lists.iter().map(|list| XlsxCell::Head(&list.head)))?;
    let longest = lists.iter().map(|list| list.values.len()).max().unwrap_or(0);
    for row in 0..longest {
        let cells = lists.iter().map(|list| match list.values.get(row) {
            Some(value) => XlsxCell::Text(value),
            None => XlsxCell::Blank,
        });
        book.row(cells)?;
    }
    book.end_sheet(None, &[], 0)
}
