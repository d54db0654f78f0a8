//! What a column of a list is: its names, what kind of value stands in it, and where it is shown. Help,
//! schemas and documents are made from it.

use crate::domain::{Coded, Region};
use crate::exchange::{Column, Room};
use crate::query::Field;
use crate::text::{Lang, Text};

/// What kind of value a property has in JSON.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Words.
    Text,
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// How many of something.
    Count,
    /// A whole number that names something.
    Number,
    /// How much more there is than there was.
    Change,
    /// A number with two decimals.
    Decimal,
    /// A number or words.
    NumberOrText,
    /// Yes or no.
    Flag,
    /// Yes or no, or words.
    FlagOrText,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A day, a month or a year, as precise as the source: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    Date,
    /// A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    Moment,
    /// A list of words.
    Texts,
    /// A list of whole numbers.
    Numbers,
}

/// Where a property is shown without being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In tables and in data.
    Always,
    /// In data; a table would be too wide to read.
    InData,
    /// Nowhere: it is asked for with `--columns`.
    OnRequest,
}

/// A property of the objects of a list, which is a column of its table.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// The name in CSV, in JSON and on the command line: a contract.
    pub name: &'static str,
    /// What its messages are called: `column-KEY` is the head, `property-KEY` what it says.
    pub key: &'static str,
    /// The kind of its values.
    pub kind: Kind,
    /// Whether every record states it; elsewhere it can be null.
    pub stated: bool,
    /// Where it is shown.
    pub shown: Shown,
    /// What becomes of it in a table that is too wide.
    pub room: Room,
}

impl Property {
    /// A property that not every record states, shown in tables and data.
    pub const fn new(name: &'static str, key: &'static str, kind: Kind) -> Self {
        let (shown, room) = (Shown::Always, Room::Yields);
        // A list without members is an empty list.
        let stated = matches!(kind, Kind::Texts | Kind::Numbers | Kind::Count);
        Self { name, key, kind, stated, shown, room }
    }

    /// The same where every record states it.
    pub const fn stated(mut self) -> Self {
        self.stated = true;
        self
    }

    /// The same where it need not be stated.
    pub const fn unstated(mut self) -> Self {
        self.stated = false;
        self
    }

    /// The same shown elsewhere.
    pub const fn shown(mut self, shown: Shown) -> Self {
        self.shown = shown;
        self
    }

    /// The same with another room in a table.
    pub const fn room(mut self, room: Room) -> Self {
        self.room = room;
        self
    }

    /// What it says of a record.
    pub fn about(&self, text: &Text) -> String {
        text.tr(&format!("property-{}", self.key)).into_owned()
    }

    /// The column of a table.
    pub fn column(&self, text: &Text) -> Column {
        let head = text.tr(&format!("column-{}", self.key)).into_owned();
        Column { room: self.room, ..Column::new(self.name, head) }
    }

    /// Its heads in all languages.
    pub fn heads(&self) -> impl Iterator<Item = String> {
        Lang::ALL.iter().map(|lang| self.column(Text::of(*lang)).head)
    }

    /// The names of the filter field that it shows, if it shows one: its own name is the field's code, in another form
    /// where it says more (`identified_on`, `articles`).
    pub fn field_names(&self) -> Vec<String> {
        let is_form = |rest: &str| ["", "s", "_on", "_at", "_of", "_point"].contains(&rest);
        let shows = |field: &&Field| self.name.strip_prefix(field.code()).is_some_and(is_form);
        let field = Field::ALL.iter().find(shows);
        field.map_or_else(Vec::new, |field| {
            std::iter::once(field.code().to_owned()).chain(field.other_names()).collect()
        })
    }

    /// The column of data, which no person reads the head of.
    pub fn data_column(&self) -> Column {
        Column::new(self.name, "")
    }
}

/// The codes of a closed vocabulary.
pub fn codes<T: Coded>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.code()).collect()
}

/// Regional groups as data name them.
pub fn regions() -> Vec<&'static str> {
    Region::ALL.iter().map(|region| region.name()).collect()
}

/// What data of an illustrative register say in every record.
pub const ILLUSTRATIVE: Property =
    Property::new("illustrative", "illustrative", Kind::Flag).stated().shown(Shown::OnRequest);
