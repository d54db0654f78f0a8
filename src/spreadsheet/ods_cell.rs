//! A cell of an ODS workbook, made from its attributes and the elements within it.

use super::packed::MOST_TEXT;
use super::row::{Cell, CellState};
use super::scan::attribute;
use super::value;
use quick_xml::events::BytesStart;

/// A cell that is being read.
#[derive(Debug, Default)]
pub(super) struct Open {
    pub(super) text: String,
    /// How many paragraphs have begun.
    paragraphs: usize,
    pub(super) is_in_paragraph: bool,
    value: Option<Cell>,
    is_formula: bool,
    is_error: bool,
    pub(super) repeated: u32,
    pub(super) columns: u32,
    pub(super) rows: u32,
}

/// A number of repetitions or of columns, 1 where the attribute is missing.
pub(super) fn count(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    match attribute(element, name) {
        Some(number) => number.parse::<u32>().ok().filter(|number| *number > 0),
        None => Some(1),
    }
}

impl Open {
    /// A cell with these attributes; `None` if a number among them cannot be read.
    pub(super) fn of(element: &BytesStart<'_>) -> Option<Self> {
        let said = |name: &str| attribute(element, name);
        let kind = said("value-type").unwrap_or_default();
        // Programs say in a second attribute of another namespace that the text is an error.
        let is_error = element.attributes().with_checks(false).flatten().any(|attribute| {
            &*attribute.value == "error" && attribute.key.local_name().into_inner() == "value-type"
        });
        let value = match &*kind {
            "float" | "percentage" | "currency" => {
                Some(value::number(said("value")?.trim().parse().ok()?))
            }
            "date" => said("date-value").map(date),
            "boolean" => said("boolean-value").map(|is| value::truth(is == "true")),
            "string" => said("string-value").map(Cell::of),
            _ => None,
        };
        Some(Self {
            value,
            is_formula: attribute(element, "formula").is_some(),
            is_error,
            repeated: count(element, "number-columns-repeated")?,
            columns: count(element, "number-columns-spanned")?,
            rows: count(element, "number-rows-spanned")?,
            ..Self::default()
        })
    }

    /// Takes an element within the cell: paragraphs are lines; blanks, tabs and line ends are written as elements.
    pub(super) fn inner(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "p" | "h" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
                self.is_in_paragraph = true;
            }
            "s" => {
                let blanks = attribute(element, "c").and_then(|count| count.parse().ok());
                let blanks = blanks.unwrap_or(1_usize).min(MOST_TEXT);
                self.text.extend(std::iter::repeat_n(' ', blanks));
            }
            "tab" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    pub(super) fn close(self) -> Cell {
        if self.is_error {
            return Cell { text: self.text, state: CellState::Error };
        }
        match self.value {
            Some(value) => value,
            None if self.is_formula && self.paragraphs == 0 => {
                Cell { text: String::new(), state: CellState::NoResult }
            }
            None => Cell::of(self.text),
        }
    }
}

/// A date of ODS, without a time of day that is midnight.
fn date(text: String) -> Cell {
    let day = text.strip_suffix("T00:00:00").map(str::to_owned);
    Cell { text: day.unwrap_or(text), state: CellState::Date }
}
