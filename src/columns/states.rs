//! The columns of States.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::{ValueKind, regions};
use super::reader::Reader;
use super::screen::{Width, Words};
pub use super::state_cells::GROWTH;
use super::state_cells::{grown, growth, iso, met, share_since};
use super::widths::GivesWay::Goes;
use crate::domain::{Coded, CountryGroup, Origin};
use crate::exchange::{Cell, Room};
use crate::paint::labels;
use crate::paint::theme::Tone;
use crate::query::register::{Register, State, Vocabulary};
use crate::query::{Condition, Counts, Field};
use crate::text::Lang;
use std::sync::LazyLock;

/// The list of States.
pub struct States;

impl RecordList for States {
    type Row<'a> = StateRow<'a>;
    type Order = ();

    fn origin(row: &Self::Row<'_>) -> Option<Origin> {
        Some(row.state.origin)
    }

    fn holds_made_up(register: &Register) -> bool {
        register.vocabulary.states.iter().any(|one| one.origin == Origin::Illustrative)
    }
}

/// A State with the numbers of its reviews and needs that pass a filter.
#[derive(Clone, Copy, Debug)]
pub struct StateRow<'a> {
    /// Its place in the vocabulary.
    pub place: u16,
    /// The State.
    pub state: &'a State,
    /// Its reviews that pass the filter.
    pub reviews: u32,
    /// The needs that do.
    pub needs: u32,
    /// The needs that did on the earlier day, where counts are compared with one.
    pub before: Option<u32>,
    /// The number of them under each of chapters II to V.
    pub chapters: [u32; 4],
    /// The unmet ones among them.
    pub unmet: u32,
    /// The untriaged ones among them.
    pub untriaged: u32,
}

/// Every State, by place, with its counts; `passed` says of each review whether it passes.
pub fn rows<'a>(vocabulary: &'a Vocabulary, counts: &Counts, passed: &[bool]) -> Vec<StateRow<'a>> {
    let row = |(state, place)| StateRow {
        place,
        state,
        reviews: 0,
        needs: 0,
        before: None,
        chapters: [0; 4],
        unmet: 0,
        untriaged: 0,
    };
    let mut rows: Vec<StateRow<'_>> = vocabulary.states.iter().zip(0..).map(row).collect();
    let needs = counts.by_provenance();
    for (place, of) in vocabulary.provenances().enumerate() {
        let Some(row) = rows.get_mut(usize::from(of.state)) else { continue };
        row.reviews += u32::from(passed.get(place).is_some_and(|passes| *passes));
        row.needs += needs.get(place).copied().unwrap_or(0);
        let chapters = counts.of_provenance(Field::Chapter, place);
        for (sum, count) in row.chapters.iter_mut().zip(chapters.iter().skip(1)) {
            *sum += count;
        }
        row.unmet += met(counts, place, Condition::Unmet);
        row.untriaged += met(counts, place, Condition::Untriaged);
    }
    rows
}

type Of = Column<States>;
type Shown = ScreenColumn<States>;

static ISO3: Of =
    Of::new("iso3", "iso3", ValueKind::Text, |row, _| Cell::stated(row.state.iso3.as_str()))
        .room(Room::Stays);

/// The code on the screen: of two letters for a State without one of three.
static CODE: Shown =
    Of::new("code", "iso3", ValueKind::Text, |row, _| Cell::stated(iso(row.state)))
        .on_screen("iso3", Width::Chosen(5))
        .looks(|row, _| Words::new(iso(row.state), Tone::Dim));

static STATE: Shown = Of::new("state", "state", ValueKind::Text, |row, to| to.state(row.state))
    .of_field(Field::State)
    .stated()
    .room(Room::Fills)
    .on_screen("state", Width::From(&[(100, 34), (76, 22), (0, 16)]));

static REGION: Shown =
    Of::new("region", "region", ValueKind::OneOf(regions), |row, to| to.region(row.state.region))
        .of_field(Field::Region)
        .ranked(|row| row.state.region.map(Coded::index))
        .on_screen("region", Width::From(&[(100, 20), (0, 14)]))
        .looks(|row, look| match row.state.region {
            Some(region) => {
                let (code, room) = (region.code(), look.room.into());
                Words::new(labels::value_in(Field::Region, code, look.text, room), Tone::Plain)
            }
            None => Words::of(look.reader.region(None), Tone::Plain, look.text),
        });

static LDC: Of =
    Of::new("ldc", "ldc", ValueKind::Flag, |row, to| group(row, to, CountryGroup::Ldc));

static LLDC: Of =
    Of::new("lldc", "lldc", ValueKind::Flag, |row, to| group(row, to, CountryGroup::Lldc));

static SIDS: Of =
    Of::new("sids", "sids", ValueKind::Flag, |row, to| group(row, to, CountryGroup::Sids));

/// The groups above in one column, where there is no room for three.
static GROUPS: Shown = Of::new("groups", "groups", ValueKind::Texts, |row, _| {
    Cell::List(row.state.groups.iter().map(|group| group.code().into()).collect())
})
.of_field(Field::Group)
.ranked(|row| by_groups(&row.state.groups))
.on_screen("groups", Width::Chosen(15))
.looks(|row, _| {
    let codes: Vec<_> = row.state.groups.iter().map(|g| g.code().to_uppercase()).collect();
    Words::new(codes.join(" "), Tone::Dim)
});

static PARTY: Of = Of::new("party", "party", ValueKind::Flag, |row, _| {
    row.state.party.map_or(Cell::Missing, Cell::Flag)
});

static PARTY_SINCE: Of =
    Of::new("party_since", "party-since", ValueKind::Day, |row, _| row.state.party_since.into())
        .in_data();

static ADVISER: Of = Of::new("adviser", "adviser", ValueKind::Text, |row, to| {
    let place = row.state.adviser.map(usize::from);
    to.post(place.and_then(|place| to.vocabulary.people.get(place)))
})
.of_field(Field::Adviser)
.in_data();

/// The number of needs.
pub static NEEDS: Shown = Of::new("needs", "needs", ValueKind::Count, |row, _| row.needs.into())
    .room(Room::Stays)
    .on_screen("needs", Width::Fixed(6))
    .right();

static CHAPTER_II: Shown =
    Of::new("chapter_ii", "II", ValueKind::Count, |row, _| row.chapters[0].into())
        .on_screen("II", Width::Chosen(6))
        .right();

static CHAPTER_III: Shown =
    Of::new("chapter_iii", "III", ValueKind::Count, |row, _| row.chapters[1].into())
        .on_screen("III", Width::Chosen(6))
        .right();

static CHAPTER_IV: Shown =
    Of::new("chapter_iv", "IV", ValueKind::Count, |row, _| row.chapters[2].into())
        .on_screen("IV", Width::Chosen(6))
        .right();

static CHAPTER_V: Shown =
    Of::new("chapter_v", "V", ValueKind::Count, |row, _| row.chapters[3].into())
        .on_screen("V", Width::Chosen(6))
        .right();

static UNMET: Shown = Of::new("unmet", "unmet", ValueKind::Count, |row, _| row.unmet.into())
    .on_screen("unmet", Width::Fixed(6))
    .right();

static UNTRIAGED: Shown =
    Of::new("untriaged", "untriaged", ValueKind::Count, |row, _| row.untriaged.into())
        .on_screen("untriaged", Width::Fixed(9))
        .right();

/// How many more needs there are than on the earlier day.
static GROWN: Shown = Of::new("growth", "growth", ValueKind::Change, |row, _| {
    row.before.map_or(Cell::Missing, |before| Cell::Change(grown(row.needs, before)))
})
.on_screen(GROWTH, Width::Fixed(6))
.right()
.looks(|row, _| growth(row.needs, row.before));

static BAR: Shown = Of::new("bar", "needs", ValueKind::Count, |row, _| row.needs.into())
    .on_screen("bar", Width::Rest(12))
    .looks(|row, look| share_since(row.needs, row.before, look))
    .drawing("columns-bar");

static REVIEWS: Of = Of::new("reviews", "reviews", ValueKind::Count, |row, _| row.reviews.into())
    .of_field(Field::Review);

static ISO2: Of =
    Of::new("iso2", "iso2", ValueKind::Text, |row, _| Cell::stated(row.state.iso2.as_str()))
        .on_request();

/// The name in each language but the first, in which data have it anyhow.
static NAMES: LazyLock<Vec<Of>> = LazyLock::new(|| {
    let of = |lang| Of::in_language(lang, "name", |row, to| to.in_its_language(&row.state.names));
    Lang::default().others().map(of).collect()
});

/// Its other names; none where States are not named: what stands for a name would tell the same State in two answers.
static OTHER_NAMES: Of = Of::new("other_names", "other-names", ValueKind::Texts, |row, to| {
    let told = row.state.aliases.iter().filter(|_| to.vocabulary.nameless.is_none());
    Cell::List(told.map(|name| name.as_str().into()).collect())
})
.on_request();

static UNNAMED: Of =
    Of::new("unnamed", "unnamed", ValueKind::Flag, |row, _| Cell::Flag(row.state.unnamed))
        .stated()
        .on_request();

static ORIGIN: Of = Of::of_origin();

/// The columns of data; names and order are a contract. Later columns stand at the end.
pub static DATA: LazyLock<Vec<&'static Of>> = LazyLock::new(|| {
    let before: [&'static Of; 12] = [
        &ISO3,
        &STATE.column,
        &REGION.column,
        &LDC,
        &LLDC,
        &SIDS,
        &PARTY,
        &PARTY_SINCE,
        &ADVISER,
        &NEEDS.column,
        &REVIEWS,
        &ISO2,
    ];
    let behind: [&'static Of; 3] = [&OTHER_NAMES, &UNNAMED, &ORIGIN];
    before.into_iter().chain(NAMES.iter()).chain(behind).collect()
});

/// The columns of the screen.
pub static SCREEN: Listed<States> = Listed {
    name: "states",
    columns: &[
        STATE.here(),
        CODE.here(),
        REGION.here(),
        GROUPS.here(),
        BAR.here(),
        NEEDS.here(),
        CHAPTER_II.here(),
        CHAPTER_III.here(),
        CHAPTER_IV.here(),
        CHAPTER_V.here(),
        UNMET.here(),
        UNTRIAGED.here(),
        GROWN.here(),
    ],
    gives_way: &[Goes("region"), Goes(GROWTH), Goes("bar")],
};

fn group(row: &StateRow<'_>, to: Reader<'_>, group: CountryGroup) -> Cell {
    to.in_group(row.state, group)
}

/// States of most groups first, and of the same groups together.
fn by_groups(groups: &[CountryGroup]) -> Option<usize> {
    let of_all = CountryGroup::ALL.len();
    let left_out = CountryGroup::ALL.iter().filter(|group| !groups.contains(group));
    let which: usize = left_out.map(|group| 1 << (of_all - 1 - group.index())).sum();
    (!groups.is_empty()).then(|| (of_all - groups.len()) << of_all | which)
}
