//! The parts of an XLSX workbook, gone through before calamine reads them: everything that would take room or time without
//! end is refused here, and what its reader does not tell is noted.

use super::csv::MOST_COLUMNS;
use super::packed::{self, Archive, Budget, Fault, MOST_ROWS, Part};
use super::place::Place;
use super::scan::{Facts, Scan, attribute};
use super::{SheetName, Unreadable};
use crate::text::Message;
use quick_xml::events::Event;
use std::collections::HashMap;

/// The most cells beyond the columns of a table that are left out.
const MOST_STRAY: usize = 100;

/// A sheet of a workbook, with the facts about its part.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: SheetName,
    /// The path of the part.
    path: String,
    pub(super) facts: Facts,
}

/// Goes through all parts of a workbook.
///
/// # Errors
/// A part is damaged or larger than any that a program writes, or the reader was asked to end.
pub(super) fn look(archive: &mut Archive, budget: &Budget) -> Result<Vec<Sheet>, Unreadable> {
    let names: Vec<String> = archive.file_names_raw().map(path).collect();
    let place = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
    let Some(book) = place("xl/workbook.xml") else { return Err(packed::damaged("workbook.xml")) };
    let relations = place("xl/_rels/workbook.xml.rels");
    let mut sheets = sheets(Part::open(archive, book, budget)?)?;
    if let Some(relations) = relations {
        let targets = targets(Part::open(archive, relations, budget)?)?;
        for sheet in &mut sheets {
            sheet.path = targets.get(&sheet.path).cloned().unwrap_or_default();
        }
    }
    for (index, name) in names.iter().enumerate() {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let is_xml = ending == "xml" || ending == "rels";
        if !is_xml || index == book || Some(index) == relations {
            continue;
        }
        let sheet = sheets.iter().position(|sheet| sheet.path.eq_ignore_ascii_case(name));
        let mut scan = Scan::default();
        let passed = scan.pass(&mut Part::open(archive, index, budget)?);
        match (passed, sheet) {
            (Ok(()), Some(sheet)) => sheets[sheet].facts = scan.facts,
            (Ok(()), None) => {}
            (Err(Fault::Other(refusal)), _) => return Err(refusal),
            (Err(Fault::LongText), Some(sheet)) => {
                return Err(long_cell(scan.cell(), &sheets[sheet].name.name));
            }
            (Err(Fault::LongText), None) => {
                let text = scan.shared_text().ok_or_else(|| packed::damaged(name))?;
                return Err(long_text(archive, &names, &sheets, text, budget)?);
            }
        }
        if scan.rows > MOST_ROWS {
            let sheet = sheet.map_or("", |sheet| &*sheets[sheet].name.name);
            let message = Message::new("sheet-too-many-rows").with("sheet", sheet);
            return Err(Unreadable::content(message.with("most", MOST_ROWS)));
        }
    }
    Ok(sheets)
}

/// What is said about cells of a sheet that stand beyond the columns of a table.
///
/// # Errors
/// There are so many that the table is wider than any.
pub(super) fn stray(
    stray: Option<(Place, usize)>,
    sheet: &str,
) -> Result<Option<Message>, Unreadable> {
    let Some((first, count)) = stray else { return Ok(None) };
    let id = if count > MOST_STRAY { "sheet-too-wide" } else { "sheet-stray" };
    let said = Message::new(id)
        .with("cell", first.name())
        .with("sheet", sheet)
        .with("most", MOST_COLUMNS)
        .with("count", count);
    if count > MOST_STRAY { Err(Unreadable::content(said)) } else { Ok(Some(said)) }
}

/// The path of a part, in the form of relations.
fn path(raw: &[u8]) -> String {
    let name = String::from_utf8_lossy(raw).replace('\\', "/");
    name.trim_start_matches('/').to_owned()
}

fn long_cell(place: Option<Place>, sheet: &str) -> Unreadable {
    let Some(place) = place else { return packed::damaged(sheet) };
    let message = Message::new("sheet-long-cell").with("cell", place.name()).with("sheet", sheet);
    Unreadable::content(message)
}

/// The refusal of a text that cells share, with the first cell that has it.
fn long_text(
    archive: &mut Archive,
    names: &[String],
    sheets: &[Sheet],
    text: usize,
    budget: &Budget,
) -> Result<Unreadable, Unreadable> {
    for sheet in sheets {
        let index = names.iter().position(|name| name.eq_ignore_ascii_case(&sheet.path));
        let Some(index) = index else { continue };
        let mut scan = Scan::looking_for(text);
        match scan.pass(&mut Part::open(archive, index, budget)?) {
            Err(Fault::Other(refusal)) => return Err(refusal),
            Ok(()) | Err(Fault::LongText) => {}
        }
        if scan.found.is_some() {
            return Ok(long_cell(scan.found, &sheet.name.name));
        }
    }
    Ok(packed::damaged("sharedStrings.xml"))
}

/// The sheets that a workbook lists; the path of each is the id of its relation still.
fn sheets(mut part: Part<'_>) -> Result<Vec<Sheet>, Unreadable> {
    let mut sheets = Vec::new();
    while let Some(sheet) = next_of(&mut part, "sheet", |element| {
        let name = attribute(element, "name")?;
        let state = attribute(element, "state").unwrap_or_default();
        let path = attribute(element, "id").unwrap_or_default();
        let name = SheetName { name, is_hidden: !matches!(&*state, "" | "visible") };
        Some(Sheet { name, path, facts: Facts::default() })
    })? {
        sheets.push(sheet);
        if sheets.len() > MOST_COLUMNS {
            return Err(packed::damaged(part.name()));
        }
    }
    Ok(sheets)
}

/// The path of each part that a workbook refers to, by the id of the relation.
fn targets(mut part: Part<'_>) -> Result<HashMap<String, String>, Unreadable> {
    let mut targets = HashMap::new();
    while let Some((id, target)) = next_of(&mut part, "Relationship", |element| {
        Some((attribute(element, "Id")?, attribute(element, "Target")?))
    })? {
        let target = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        };
        targets.insert(id, target.replace("/./", "/"));
        if targets.len() > MOST_COLUMNS {
            return Err(packed::damaged(part.name()));
        }
    }
    Ok(targets)
}

/// What the next element with a name says.
fn next_of<T>(
    part: &mut Part<'_>,
    wanted: &str,
    read: impl Fn(&quick_xml::events::BytesStart<'_>) -> Option<T>,
) -> Result<Option<T>, Unreadable> {
    loop {
        let name = part.name().to_owned();
        match part.next() {
            Ok(Event::Start(element)) if element.local_name().into_inner() == wanted => {
                if let Some(found) = read(&element) {
                    return Ok(Some(found));
                }
            }
            Ok(Event::Eof) => return Ok(None),
            Ok(_) => {}
            Err(Fault::Other(refusal)) => return Err(refusal),
            Err(Fault::LongText) => return Err(packed::damaged(&name)),
        }
    }
}
