//! The properties of a column of a list: its names, the kind of its values, and where it is shown.
//! Help, schemas and documents are made from it.

use crate::domain::{Coded, Region};
use crate::exchange::{Room, SheetColumn};
use crate::query::Field;
use crate::text::{Arg, Lang, Text};

/// The kind of a property's values in JSON.
#[derive(Clone, Copy, Debug)]
pub enum ValueKind {
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

/// The outputs that show a property without being asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownWhere {
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
    /// The KEY in the ids of its messages: `column-KEY` is the head, `property-KEY` the description. A property
    /// without these messages takes those of its filter field: `field-CODE` and `filter-about-CODE`.
    pub key: &'static str,
    /// The kind of its values.
    pub kind: ValueKind,
    /// Whether every record states it; elsewhere it can be null.
    pub stated: bool,
    /// The outputs that show it.
    pub shown: ShownWhere,
    /// How it gives way in a table that is too wide.
    pub room: Room,
    /// The field of filters that it shows, by whose names it can be asked for too.
    pub field: Option<Field>,
    /// The language that it is told in, where that is not the reader's.
    pub language: Option<Lang>,
}

impl Property {
    /// A property that not every record states, shown in tables and data.
    pub const fn new(name: &'static str, key: &'static str, kind: ValueKind) -> Self {
        let (shown, room, field) = (ShownWhere::Always, Room::Yields, None);
        // A list without members is an empty list.
        let stated = matches!(kind, ValueKind::Texts | ValueKind::Numbers | ValueKind::Count);
        Self { name, key, kind, stated, shown, room, field, language: None }
    }

    /// The name of a record in one language, whatever the language of the list: `of` is the
    /// property named, as in [`Lang::column`]. Shown where it is asked for.
    pub fn in_language(lang: Lang, of: &str) -> Self {
        let property =
            Self::new(lang.column(of), "name-in", ValueKind::Text).shown(ShownWhere::OnRequest);
        Self { language: Some(lang), ..property }
    }

    /// This property, stated by every record.
    pub const fn stated(mut self) -> Self {
        self.stated = true;
        self
    }

    /// This property, which need not be stated.
    pub const fn unstated(mut self) -> Self {
        self.stated = false;
        self
    }

    /// This property, shown elsewhere.
    pub const fn shown(mut self, shown: ShownWhere) -> Self {
        self.shown = shown;
        self
    }

    /// This property with another room in a table.
    pub const fn room(mut self, room: Room) -> Self {
        self.room = room;
        self
    }

    /// This property, showing a field of filters.
    pub const fn of_field(mut self, field: Field) -> Self {
        self.field = Some(field);
        self
    }

    /// Its description.
    pub fn about(&self, text: &Text) -> String {
        let own = format!("property-{}", self.key);
        let of_field = format!("filter-about-{}", self.field_code());
        self.said(text.own_or(&own, &of_field), text)
    }

    /// The column of a table.
    pub fn column(&self, text: &Text) -> SheetColumn {
        let head = self.said(&self.head_id(text), text);
        SheetColumn { room: self.room, ..SheetColumn::new(self.name, head) }
    }

    fn field_code(&self) -> &'static str {
        self.field.map_or(self.key, Coded::code)
    }

    /// The message that names it.
    pub fn head_id(&self, text: &Text) -> String {
        let (own, of_field) =
            (format!("column-{}", self.key), format!("field-{}", self.field_code()));
        text.own_or(&own, &of_field).to_owned()
    }

    fn said(&self, id: &str, text: &Text) -> String {
        match self.language {
            None => text.tr(id).into_owned(),
            Some(lang) => {
                let name = Arg::Named(format!("language-{}", lang.code()));
                text.tra(id, &[("language", name)])
            }
        }
    }

    /// Its heads in all languages.
    pub fn heads(&self) -> impl Iterator<Item = String> {
        Lang::ALL.iter().map(|lang| self.column(Text::of(*lang)).head)
    }

    /// The names of the filter field that it shows, if it shows one.
    pub fn field_names(&self) -> Vec<String> {
        self.field.map_or_else(Vec::new, |field| {
            std::iter::once(field.code().to_owned()).chain(field.other_names()).collect()
        })
    }

    /// The column of data, which no person reads the head of.
    pub fn data_column(&self) -> SheetColumn {
        SheetColumn::new(self.name, "")
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

/// The property that every record of an illustrative register has in data.
pub const ILLUSTRATIVE: Property = Property::new("illustrative", "illustrative", ValueKind::Flag)
    .stated()
    .shown(ShownWhere::OnRequest);
