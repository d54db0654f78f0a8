//! The parts that all lists share: the choice of columns, the order, the number of rows, the output.

use super::export_file::{BOM, ExportFile};
use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::globals::FilterArgs;
use super::nearest::nearest;
use super::output::{self, Output};
use super::session::Question;
use crate::columns::property::{ILLUSTRATIVE, Property, ShownWhere};
use crate::columns::reader::Reader;
use crate::columns::{Column, RecordList, sorted};
use crate::domain::{self, Origin, clean_line, fold};
use crate::exchange::{About, Cell, Room, Sheet, SheetColumn};
use crate::text::{Arg, Lang, Message, Text};
use clap::Args;
use std::io::Write;

#[derive(Clone, Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) format: FormatArgs,
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(super) columns: Vec<String>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(super) sort: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
    // The file that the rows go to; standard output where there is none.
    #[arg(skip)]
    pub(super) into: Option<ExportFile>,
    // Whether it is an export, which marks illustrative records whatever columns are named.
    #[arg(skip)]
    pub(super) is_export: bool,
    // Whether CSV on standard output begins with a byte-order mark.
    #[arg(skip)]
    pub(super) bom: bool,
}

/// A list that `--kind` narrows to records of some kinds.
#[derive(Debug, Args)]
pub(super) struct KindListArgs {
    #[command(flatten)]
    pub(super) list: ListArgs,
    #[arg(long = "kind", value_name = "KINDS", value_delimiter = ',', id = "kinds")]
    kinds: Vec<String>,
}

/// The kinds of records that a list shows: all where none is named.
pub(super) struct ShownKinds(Vec<String>);

impl ShownKinds {
    /// Whether records of a kind are shown.
    pub(super) fn has(&self, kind: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|shown| shown == kind)
    }
}

impl KindListArgs {
    /// The kinds that are named, by their code or by their name under `family` in any language.
    ///
    /// # Errors
    /// A word names no known kind; the nearest kind is proposed.
    pub(super) fn kinds<'a>(
        &self,
        family: &str,
        known: impl Iterator<Item = &'a str>,
    ) -> Result<ShownKinds, Failure> {
        let mut codes: Vec<&str> = known.collect();
        codes.sort_unstable();
        codes.dedup();
        let normal = |words: &str| fold(words.trim()).replace(['-', '_'], " ");
        let read = |word: &String| {
            let is_it = |code: &&&str| {
                let names =
                    Lang::ALL.iter().map(|lang| Text::of(*lang).value_in_words(family, code));
                let mut all = names.chain([(**code).to_owned()]);
                all.any(|name| normal(&name) == normal(word))
            };
            codes.iter().find(is_it).map(|code| (*code).to_owned()).ok_or_else(|| {
                let message = Message::new("cli-list-unknown-kind").with("kind", clean_line(word));
                let message = message.with("known", codes.iter().copied().collect::<Arg>());
                nearest(Failure::new(Status::Usage, message), word, codes.iter().copied())
            })
        };
        self.kinds.iter().map(read).collect::<Result<_, _>>().map(ShownKinds)
    }
}

impl ListArgs {
    /// Whether a column that stands in the file alone is shown, or sorted by.
    pub(super) fn reads_file<L: RecordList>(&self, columns: &[&Column<L>]) -> bool {
        let is_read = |name: &str| named(columns, name).is_ok_and(|column| column.in_the_file);
        let asked = |name: &String| name.trim() == ALL || is_read(name.trim());
        let sorted = |wish: &String| is_read(direction(wish).0);
        self.columns.iter().any(asked) || self.sort.as_ref().is_some_and(sorted)
    }
}

/// The word for every column.
pub(super) const ALL: &str = "all";

/// Writes a list. `row` makes the record of a number that `rows` holds; records are made when
/// they are written.
pub(super) fn write<'r, L: RecordList, N: Copy>(
    columns: &[&Column<L>],
    question: &Question<'_>,
    args: &ListArgs,
    mut rows: Vec<N>,
    row: impl Fn(N) -> Option<L::Row<'r>>,
) -> Result<(), Failure> {
    let text = question.text;
    let format = args.format.chosen();
    let reader = Reader::new(question.register, format.is_for_people().then_some(text));
    let made_up =
        Column::<L>::new(ILLUSTRATIVE.name, ILLUSTRATIVE.key, ILLUSTRATIVE.kind, |row, to| {
            Cell::Flag(to.illustrative || L::origin(row) == Some(Origin::Illustrative))
        })
        .stated()
        .on_request();
    let columns: Vec<_> = columns.iter().copied().chain([&made_up]).collect();
    let is_data = args.is_export || !format.is_for_people();
    let marks = is_data && (reader.illustrative || L::holds_made_up(question.register));
    let mut chosen = chosen(&columns, &args.columns, format, marks)?;
    if marks && args.is_export && !chosen.iter().any(|(column, _)| is_mark(column)) {
        chosen.push((&made_up, made_up.property.room));
    }
    if let Some(wish) = &args.sort {
        let (name, descending) = direction(wish);
        let column = named(&columns, name)?;
        rows = sorted(rows, descending, |number| column.key(&row(*number)?, reader));
    }
    rows.truncate(args.limit.unwrap_or(usize::MAX));
    let heads = chosen
        .iter()
        .map(|(column, room)| SheetColumn { room: *room, ..column.property.column(text) });
    let cells = |number: &N| {
        let record = row(*number)?;
        Some(chosen.iter().map(|(column, _)| column.of(&record, reader)).collect())
    };
    let sheet = Sheet::new(heads.collect(), || rows.iter().filter_map(cells));
    let remarks = question.remarks();
    let about = about(question, &remarks);
    if let Some(file) = &args.into {
        return file.write(&sheet, format, &about, &remarks, text);
    }
    let mut out = Output::with_columns().about(about);
    if args.bom {
        out.write_all(BOM.as_bytes())?;
    }
    out.sheet(&sheet, format, &remarks, text)
}

/// What a workbook tells of the question: the filter, the day, the register, and the remarks.
fn about(question: &Question<'_>, remarks: &[Message]) -> About {
    let text = question.text;
    let filter = question.filter.to_string();
    let filter = if filter.is_empty() { text.tr("export-about-all").into_owned() } else { filter };
    let lines = [
        ("export-about-register", question.file_name.clone()),
        ("export-about-filter", filter),
        ("export-about-day", question.day.to_string()),
    ];
    let lines = lines.into_iter().filter(|(_, words)| !words.is_empty());
    let lines = lines.map(|(id, words)| (text.tr(id).into_owned(), words)).collect();
    output::about(lines, Some(question.day), remarks, text)
}

/// One record as its list has it, with every column.
pub(super) struct Listed {
    pub(super) columns: Vec<SheetColumn>,
    pub(super) cells: Vec<Cell>,
}

/// One record with every column of its list.
pub(super) fn record<L: RecordList>(
    columns: &[&Column<L>],
    question: &Question<'_>,
    format: Format,
    row: &L::Row<'_>,
) -> Listed {
    let text = question.text;
    let reader = Reader::new(question.register, format.is_for_people().then_some(text));
    Listed {
        columns: columns.iter().map(|column| column.property.column(text)).collect(),
        cells: columns.iter().map(|column| column.of(row, reader)).collect(),
    }
}

/// Whether a column says which records are made up.
fn is_mark<L: RecordList>(column: &Column<L>) -> bool {
    column.property.name == ILLUSTRATIVE.name
}

/// The columns to show, each once, and their room in a table. Those that are asked for by name stay
/// there however narrow the terminal is. Data with illustrative records say so (`marks`) unless
/// columns are named: who names them gets these and no other, but in an export.
fn chosen<'c, L: RecordList>(
    columns: &[&'c Column<L>],
    asked: &[String],
    format: Format,
    marks: bool,
) -> Result<Vec<(&'c Column<L>, Room)>, Failure> {
    let all = asked.iter().any(|name| name.trim() == ALL);
    if asked.is_empty() || all {
        let shown = |column: &&Column<L>| match column.property.shown {
            _ if is_mark(column) => marks,
            ShownWhere::Always => true,
            ShownWhere::InData => all || !format.is_for_people(),
            ShownWhere::OnRequest => all,
        };
        let shown = columns.iter().copied().filter(shown);
        return Ok(shown.map(|column| (column, column.property.room)).collect());
    }
    let mut chosen: Vec<(&Column<L>, Room)> = Vec::new();
    for name in asked {
        let column = named(columns, name.trim())?;
        if !chosen.iter().any(|(other, _)| other.property.name == column.property.name) {
            let room = match column.property.room {
                Room::Fills => Room::Fills,
                _ => Room::Stays,
            };
            chosen.push((column, room));
        }
    }
    Ok(chosen)
}

/// The column that a word names: by its name, else by its head or by the filter field that it shows, in any language.
fn named<'c, L: RecordList>(
    columns: &[&'c Column<L>],
    name: &str,
) -> Result<&'c Column<L>, Failure> {
    if let Some(column) = columns.iter().find(|column| column.property.name == name) {
        return Ok(column);
    }
    let word = fold(name);
    let is_word = |name: String| fold(&name) == word;
    let with = |is_called: &dyn Fn(&Property) -> bool| -> Vec<&'c Column<L>> {
        columns.iter().copied().filter(|column| is_called(&column.property)).collect()
    };
    let mut found =
        with(&|property| is_word(property.name.to_owned()) || property.heads().any(is_word));
    if found.is_empty() {
        found = with(&|property| property.field_names().into_iter().any(is_word));
    }
    if let [_, _, ..] = found[..] {
        let message = Message::new("cli-ambiguous-column")
            .with("column", clean_line(name))
            .with("known", found.iter().map(|column| column.property.name).collect::<Arg>());
        return Err(Failure::new(Status::Usage, message));
    }
    found.first().copied().ok_or_else(|| {
        let message = Message::new("cli-unknown-column")
            .with("column", clean_line(name))
            .with("known", columns.iter().map(|column| column.property.name).collect::<Arg>());
        let failure = Failure::new(Status::Usage, message);
        let called = columns.iter().flat_map(|column| {
            let property = &column.property;
            let others = property.heads().chain(property.field_names());
            let all = std::iter::once(property.name.to_owned()).chain(others);
            all.map(|called| (fold(&called), property.name))
        });
        match domain::nearest(&word, called) {
            Some(meant) => failure.and(Message::new("cli-nearest").with("word", meant)),
            None => failure,
        }
    })
}

/// The name of the column of `--sort` and whether the greatest comes first: `f`, `-f`, `f:asc`, `f:desc`.
fn direction(wish: &str) -> (&str, bool) {
    if let Some(name) = wish.strip_prefix('-') {
        (name, true)
    } else if let Some(name) = wish.strip_suffix(":desc") {
        (name, true)
    } else {
        (wish.strip_suffix(":asc").unwrap_or(wish), false)
    }
}
