//! A column of a list: all that the screen and the command line know of it.

use super::key::{SortKey, sorted};
use super::property::{Property, ShownWhere, ValueKind, codes};
use super::reader::Reader;
use super::screen::{CellContext, Head, Width, Words};
use super::widths::GivesWay;
use crate::domain::Origin;
use crate::exchange::{Cell, Room};
use crate::paint::theme::Tone;
use crate::query::register::Register;
use crate::query::{Field, SortBy};
use crate::text::{Lang, Text};

/// A list: the types of its rows and of its order.
pub trait RecordList: 'static {
    /// A record.
    type Row<'a>;
    /// The key of a screen column where the engine sorts; `()` where records are sorted by the keys
    /// of the columns.
    type Order: Copy + Send + Sync + 'static;

    /// The origin of a record, where the register in memory has it.
    fn origin(_row: &Self::Row<'_>) -> Option<Origin> {
        None
    }

    /// Whether a record of this list is made up, in a register that may hold others too.
    fn holds_made_up(_register: &Register) -> bool {
        false
    }
}

/// The place of a record's value in its vocabulary; `None` where it states none.
type RankOf<L> = for<'r, 'a> fn(&'r <L as RecordList>::Row<'a>) -> Option<usize>;

/// A column.
pub struct Column<L: RecordList> {
    /// Its names, its kind of values and where it is shown.
    pub property: Property,
    cell: for<'r, 'a, 't> fn(&'r L::Row<'a>, Reader<'t>) -> Cell,
    /// Whether the register in memory leaves it in the file: records are read from there when it
    /// is asked for.
    pub in_the_file: bool,
    /// The key to sort by, where that is not the cell.
    rank: Option<RankOf<L>>,
}

impl<L: RecordList> Column<L> {
    /// A column by its name, the key of its messages and the kind of its values; not every record
    /// states it, and tables and data show it.
    pub const fn new(
        name: &'static str,
        key: &'static str,
        kind: ValueKind,
        cell: for<'r, 'a, 't> fn(&'r L::Row<'a>, Reader<'t>) -> Cell,
    ) -> Self {
        Self { property: Property::new(name, key, kind), cell, in_the_file: false, rank: None }
    }

    /// The column of the origins of records.
    pub const fn of_origin() -> Self {
        Self::new("origin", "origin", ValueKind::OneOf(codes::<Origin>), |row, to| {
            to.value("origin", L::origin(row))
        })
        .on_request()
    }

    /// Showing a field of filters, by whose names it can be asked for too.
    pub const fn of_field(mut self, field: Field) -> Self {
        self.property = self.property.of_field(field);
        self
    }

    /// A column of a record's name in one language, shown where it is asked for: see
    /// [`Property::in_language`]. The cell takes the names with [`Reader::in_its_language`].
    pub fn in_language(
        lang: Lang,
        of: &str,
        cell: for<'r, 'a, 't> fn(&'r L::Row<'a>, Reader<'t>) -> Cell,
    ) -> Self {
        Self { property: Property::in_language(lang, of), cell, in_the_file: false, rank: None }
    }

    /// The cell of a record.
    pub fn of(&self, row: &L::Row<'_>, reader: Reader<'_>) -> Cell {
        (self.cell)(row, Reader { language: self.property.language, ..reader })
    }

    /// The words of a record's cell for a person; `None` where nothing is stated.
    pub fn in_words(&self, row: &L::Row<'_>, reader: Reader<'_>, text: &Text) -> Option<String> {
        match self.of(row, reader) {
            Cell::Missing => None,
            cell => Some(Words::of(cell, Tone::Plain, text).text),
        }
    }

    /// Stated by every record.
    pub const fn stated(mut self) -> Self {
        self.property = self.property.stated();
        self
    }

    /// Not stated by every record, where the kind of the values would say otherwise.
    pub const fn unstated(mut self) -> Self {
        self.property = self.property.unstated();
        self
    }

    /// Not in a table unless asked for: the table would be too wide to read.
    pub const fn in_data(mut self) -> Self {
        self.property = self.property.shown(ShownWhere::InData);
        self
    }

    /// Only where it is asked for.
    pub const fn on_request(mut self) -> Self {
        self.property = self.property.shown(ShownWhere::OnRequest);
        self
    }

    /// Only where it is asked for, since it stands in the file alone.
    pub const fn in_the_file(mut self) -> Self {
        self.in_the_file = true;
        self.on_request()
    }

    /// With another room in a table that is too wide.
    pub const fn room(mut self, room: Room) -> Self {
        self.property = self.property.room(room);
        self
    }

    /// Sorted by the order of a vocabulary instead of by letter.
    pub const fn ranked(mut self, rank: RankOf<L>) -> Self {
        self.rank = Some(rank);
        self
    }

    /// The key of a record in this column; `None` for one that states nothing.
    pub fn key(&self, row: &L::Row<'_>, reader: Reader<'_>) -> Option<SortKey> {
        match self.rank {
            Some(rank) => rank(row).map(|place| SortKey::Number(place as u64)),
            None => SortKey::of(&self.of(row, reader)),
        }
    }

    const fn shown(self, code: &'static str, width: Width, order: L::Order) -> ScreenColumn<L> {
        let head = Head { code, width, right: false, drawing: None };
        ScreenColumn { column: self, head, order, looks: Looks::AsStated(Tone::Plain) }
    }
}

impl<L: RecordList<Order = ()>> Column<L> {
    /// This column on the screen, under a code; sorted there as here.
    pub const fn on_screen(self, code: &'static str, width: Width) -> ScreenColumn<L> {
        self.shown(code, width, ())
    }
}

impl<L: RecordList<Order = SortBy>> Column<L> {
    /// This column on the screen, under a code; sorted there by the engine.
    pub const fn on_screen_by(
        self,
        by: SortBy,
        code: &'static str,
        width: Width,
    ) -> ScreenColumn<L> {
        self.shown(code, width, by)
    }
}

/// The way in which a cell looks on the screen.
enum Looks<L: RecordList> {
    /// The words of data, in a tone.
    AsStated(Tone),
    /// Words and styles of its own.
    Own(for<'r, 'a, 'l, 't> fn(&'r L::Row<'a>, &'l CellContext<'t>) -> Words),
}

/// A column that the screen can show.
pub struct ScreenColumn<L: RecordList> {
    /// The column.
    pub column: Column<L>,
    /// Its head and width.
    pub head: Head,
    order: L::Order,
    looks: Looks<L>,
}

impl<L: RecordList> ScreenColumn<L> {
    /// On the right, as numbers are.
    pub const fn right(mut self) -> Self {
        self.head.right = true;
        self
    }

    /// This column in the dim tone, as one that matters less than others.
    pub const fn dim(mut self) -> Self {
        self.looks = Looks::AsStated(Tone::Dim);
        self
    }

    /// Shown otherwise than data state it.
    pub const fn looks(
        mut self,
        looks: for<'r, 'a, 'l, 't> fn(&'r L::Row<'a>, &'l CellContext<'t>) -> Words,
    ) -> Self {
        self.looks = Looks::Own(looks);
        self
    }

    /// Without a head: it draws another column's value, and is called by a message.
    pub const fn drawing(mut self, name: &'static str) -> Self {
        self.head.drawing = Some(name);
        self
    }

    /// In the width that it has in every list.
    pub const fn here(&'static self) -> Placed<L> {
        Placed { column: self, width: self.head.width }
    }

    /// In a width that it has in one list alone.
    pub const fn wide(&'static self, width: Width) -> Placed<L> {
        Placed { column: self, width }
    }

    /// The words and style of a cell.
    pub fn words(&self, row: &L::Row<'_>, look: &CellContext<'_>) -> Words {
        match self.looks {
            Looks::AsStated(tone) => Words::of(self.column.of(row, look.reader), tone, look.text),
            Looks::Own(looks) => looks(row, look),
        }
    }
}

/// A column in its place in a list of the screen.
pub struct Placed<L: RecordList> {
    pub(super) column: &'static ScreenColumn<L>,
    width: Width,
}

/// The columns of a list of the screen, in order.
pub struct Listed<L: RecordList> {
    /// The name under which the columns that a user chooses are kept.
    pub name: &'static str,
    /// The columns.
    pub columns: &'static [Placed<L>],
    /// The columns that give way where there is too little room, in this order.
    pub gives_way: &'static [GivesWay],
}

/// A list of the screen, whatever its records are.
pub trait ListOnScreen {
    /// The name under which the columns that a user chooses are kept.
    fn name(&self) -> &'static str;

    /// The heads of the columns, in order.
    fn heads(&self) -> Vec<Head>;

    /// The names of the columns in data and on the command line, in order.
    fn names(&self) -> Vec<&'static str>;

    /// The columns that give way where there is too little room, in this order.
    fn gives_way(&self) -> &'static [GivesWay];
}

impl<L: RecordList> ListOnScreen for Listed<L> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn heads(&self) -> Vec<Head> {
        let head = |placed: &Placed<L>| Head { width: placed.width, ..placed.column.head };
        self.columns.iter().map(head).collect()
    }

    fn names(&self) -> Vec<&'static str> {
        self.columns.iter().map(|placed| placed.column.column.property.name).collect()
    }

    fn gives_way(&self) -> &'static [GivesWay] {
        self.gives_way
    }
}

impl<L: RecordList> Listed<L> {
    /// The column at a place.
    pub fn at(&self, place: usize) -> Option<&'static ScreenColumn<L>> {
        self.columns.get(place).map(|placed| placed.column)
    }

    /// The place of a column; the first one's for a column that the list does not have.
    pub fn place(&self, column: &'static ScreenColumn<L>) -> usize {
        self.columns.iter().position(|placed| std::ptr::eq(placed.column, column)).unwrap_or(0)
    }

    /// The words and style of a cell in the column at a place.
    pub fn words(&self, place: usize, row: &L::Row<'_>, look: &CellContext<'_>) -> Option<Words> {
        self.at(place).map(|column| column.words(row, look))
    }

    /// The words of every column for a record, uncut, for the person who reads; without columns
    /// that only draw.
    pub fn stated(&self, row: &L::Row<'_>, reader: Reader<'_>, text: &Text) -> Vec<String> {
        let stated = self.columns.iter().filter(|placed| placed.column.head.drawing.is_none());
        let cell = |placed: &Placed<L>| placed.column.column.of(row, reader);
        stated.map(|placed| Words::of(cell(placed), Tone::Plain, text).text).collect()
    }

    /// The engine's key for the column at a place.
    pub fn order(&self, place: usize) -> Option<L::Order> {
        self.at(place).map(|column| column.order)
    }

    /// Sorts records by the column at a place; those that state nothing come last either way.
    pub fn sort<'a>(
        &self,
        rows: Vec<L::Row<'a>>,
        place: usize,
        descending: bool,
        reader: Reader<'_>,
    ) -> Vec<L::Row<'a>> {
        match self.at(place) {
            Some(column) => sorted(rows, descending, |row| column.column.key(row, reader)),
            None => rows,
        }
    }
}
