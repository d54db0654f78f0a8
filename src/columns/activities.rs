//! The columns of activities: those of data, those of the screen, and the details from the file that only the record of
//! an activity shows (`activity_details.rs`).

pub use super::activity_row::{Activities, ActivityRow};

use super::activity_details::DETAILS;
use super::column::{Column, Listed, ScreenColumn};
use super::property::ValueKind;
use super::reader::{self, Reader};
use super::screen::{CellContext, Width, Words};
use super::state_cells::iso;
use super::widths::GivesWay::{Goes, Narrows};
use crate::domain::PartialDate;
use crate::exchange::{Cell, Room};
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::query::Field;
use crate::store::ActivityWords;
use crate::text::{Arg, width};

type Of = Column<Activities>;
type Shown = ScreenColumn<Activities>;

fn in_file(row: &ActivityRow<'_>, words: fn(&ActivityWords) -> &String) -> Cell {
    row.words.map_or(Cell::Missing, |of_activity| Cell::stated(words(of_activity).as_str()))
}

/// A number of needs, which is missing where it is not told.
pub(super) fn told(needs: Option<u32>) -> Cell {
    needs.map_or(Cell::Missing, Cell::from)
}

/// Words that the source joins by semicolons.
fn listed_in_file(
    row: &ActivityRow<'_>,
    to: Reader<'_>,
    words: fn(&ActivityWords) -> &String,
) -> Cell {
    let joined = row.words.map_or("", |of_activity| words(of_activity));
    let parts = joined.split(';').map(str::trim).filter(|part| !part.is_empty());
    Cell::List(parts.map(|part| to.known(part)).collect())
}

pub(super) fn organisations(to: Reader<'_>, places: &[u16]) -> Cell {
    let found =
        places.iter().filter_map(|place| to.vocabulary.organisations.get(usize::from(*place)));
    Cell::List(found.map(|o| to.name(&o.names)).collect())
}

static CODE: Shown =
    Of::new("code", "code", ValueKind::Text, |row, _| row.activity.code.as_str().into())
        .stated()
        .room(Room::Stays)
        .on_screen("code", Width::Fixed(6));

static KIND: Shown =
    Of::new("kind", "kind", ValueKind::Text, |row, to| to.word("kind", &row.activity.kind))
        .on_screen("kind", Width::Chosen(18));

static LEVEL: Of =
    Of::new("level", "level", ValueKind::Text, |row, to| to.word("level", &row.activity.level))
        .in_data();

static DESCRIPTION: Shown = Of::new("description", "description", ValueKind::Text, |row, to| {
    to.name(&row.activity.description)
})
.room(Room::Fills)
.on_screen("what", Width::Rest(24));

static STATUS: Shown =
    Of::new("status", "status", ValueKind::Text, |row, to| to.word("status", &row.activity.status))
        .on_screen("status", Width::Fixed(9))
        .looks(status);

static WHEN: Shown =
    Of::new("when", "when", ValueKind::Text, |row, to| to.name(&row.activity.when))
        .ranked(|row| begins(&row.activity.starts))
        .on_screen("when", Width::Fixed(7))
        .looks(|row, _| match row.activity.starts.as_str() {
            "" => Words::new(NIL, Tone::Dim),
            starts => Words::new(starts.get(..7).unwrap_or(starts), Tone::Plain),
        });

static STATES: Shown =
    Of::new("states", "states-helped", ValueKind::Texts, |row, to| to.states(&row.activity.states))
        .on_screen("where", Width::From(&[(150, 24), (0, 13)]))
        .looks(|row, look| Words::new(helped(row, look), Tone::Plain));

static UNNAMED: Of = Of::new("unnamed_states", "unnamed-states", ValueKind::Count, |row, _| {
    row.activity.unnamed_states.map_or(Cell::Missing, Cell::from)
})
.unstated()
.room(Room::YieldsFirst);

static ARTICLES: Shown = Of::new("articles", "articles", ValueKind::Numbers, |row, _| {
    reader::articles(row.activity.articles.iter())
})
.of_field(Field::Article)
.room(Room::YieldsFirst)
.on_screen("articles", Width::Fixed(6))
.looks(|row, look| {
    let set = row.activity.articles;
    Words::new(names::articles_in(set, look.text, look.room.into()), Tone::Plain)
});

static PROVIDERS: Shown = Of::new("providers", "providers", ValueKind::Texts, |row, to| {
    organisations(to, &row.activity.providers)
})
.of_field(Field::Provider)
.on_screen("provider", Width::From(&[(150, 14), (0, 8)]))
.looks(providers);

static PARTNERS: Of = Of::new("partners", "partners", ValueKind::Texts, |row, to| {
    organisations(to, &row.activity.partners)
})
.in_data();

static DONORS: Shown = Of::new("donors", "donors", ValueKind::Texts, |row, to| {
    organisations(to, &row.activity.donors)
})
.in_data()
.on_screen("donor", Width::Chosen(18));

static NEEDS: Shown = Of::new("needs", "needs", ValueKind::Count, |row, _| told(row.needs))
    .unstated()
    .room(Room::Stays)
    .on_screen("needs", Width::Fixed(5))
    .right()
    .looks(|row, look| match row.needs {
        None | Some(0) => Words::new(NIL, Tone::Dim),
        Some(needs) => Words::of(needs.into(), Tone::Bar, look.text),
    });

static BEGAN: Of = Of::new("began_on", "began", ValueKind::Day, |row, to| {
    // Like the paragraph, a day can say which State was helped.
    let began = row.activity.began.filter(|_| to.vocabulary.nameless.is_none());
    began.map(PartialDate::first_day).into()
})
.on_request();

static PARTICIPANTS: Of = Of::new("participants", "participants", ValueKind::Text, |row, to| {
    to.known(&row.activity.participants)
})
.on_request();

static PARAGRAPH: Of = Of::new("paragraph", "paragraph", ValueKind::Text, |row, to| {
    to.paragraph(&row.activity.paragraph)
})
.on_request();

static DOCUMENT: Of = Of::new("document", "document-published", ValueKind::Text, |row, _| {
    in_file(row, |w| &w.document)
})
.in_the_file();

static REGIONS: Of = Of::new("regions", "regions", ValueKind::Texts, |row, to| {
    listed_in_file(row, to, |w| &w.regions)
})
.of_field(Field::Region)
.in_the_file();

static PLACE: Of = Of::new("place", "place", ValueKind::Text, |row, to| {
    row.words.map_or(Cell::Missing, |of| to.known(&of.place))
})
.in_the_file();

static STARTS: Of =
    Of::new("starts_on", "starts", ValueKind::Text, |row, _| in_file(row, |w| &w.starts_on))
        .in_the_file();

static ENDS: Of =
    Of::new("ends_on", "ends", ValueKind::Text, |row, _| in_file(row, |w| &w.ends_on))
        .in_the_file();

static THEMES: Of = Of::new("themes", "activity-themes", ValueKind::Texts, |row, to| {
    listed_in_file(row, to, |w| &w.themes)
})
.of_field(Field::Theme)
.in_the_file();

static UNCERTAINTY: Of = Of::new("uncertainty", "uncertainty", ValueKind::Text, |row, to| {
    row.words.map_or(Cell::Missing, |of| to.known(&of.uncertainty))
})
.in_the_file();

static ORIGIN: Of = Of::of_origin();

/// The columns that the list began with.
static FIRST: [&Of; 23] = [
    &CODE.column,
    &KIND.column,
    &LEVEL,
    &DESCRIPTION.column,
    &STATUS.column,
    &WHEN.column,
    &STATES.column,
    &UNNAMED,
    &ARTICLES.column,
    &PROVIDERS.column,
    &PARTNERS,
    &DONORS.column,
    &NEEDS.column,
    &BEGAN,
    &PARTICIPANTS,
    &PARAGRAPH,
    &DOCUMENT,
    &REGIONS,
    &PLACE,
    &STARTS,
    &ENDS,
    &THEMES,
    &UNCERTAINTY,
];

/// The columns of data; names and order are a contract. Later columns stand at the end.
pub fn data() -> Vec<&'static Column<Activities>> {
    FIRST.into_iter().chain(&DETAILS).chain([&ORIGIN]).collect()
}

/// The columns of the screen.
pub static SCREEN: Listed<Activities> = Listed {
    name: "activities",
    columns: &[
        CODE.here(),
        PROVIDERS.here(),
        STATUS.here(),
        WHEN.here(),
        STATES.here(),
        ARTICLES.here(),
        NEEDS.here(),
        KIND.here(),
        DONORS.here(),
        DESCRIPTION.here(),
    ],
    gives_way: &[
        Goes("donor"),
        Goes("kind"),
        Narrows("where"),
        Narrows("provider"),
        Goes("provider"),
        Goes("needs"),
        Goes("when"),
    ],
};

/// When it begins, to the month.
pub(super) fn when(row: &ActivityRow<'_>) -> Words {
    match row.activity.starts.as_str() {
        "" => Words::new(NIL, Tone::Dim),
        starts => Words::new(starts.get(..7).unwrap_or(starts), Tone::Plain),
    }
}

/// The key of the day on which an activity begins, as far as it is known.
pub(super) fn begins(starts: &str) -> Option<usize> {
    let digits: String = starts.chars().filter(char::is_ascii_digit).collect();
    format!("{digits:0<8}").parse().ok().filter(|_| !digits.is_empty())
}

/// The status in the colour of what it means for those who wait: what runs, what is to come, what was done.
pub(super) fn status(row: &ActivityRow<'_>, look: &CellContext<'_>) -> Words {
    let status = row.activity.status.as_str();
    let tone = match status {
        "ongoing" => Tone::UnderWay,
        "planned" => Tone::Planned,
        "done" | "published" => Tone::Met,
        _ => Tone::Dim,
    };
    let whole = look.text.value_in_words("status", status);
    let short = format!("short-status-{}", status.replace(' ', "-"));
    let fits = width(&whole) <= usize::from(look.room) || !look.text.has(&short);
    Words::new(if fits { whole } else { look.text.tr(&short).into_owned() }, tone)
}

/// The first provider, shortened, and how many more there are.
pub(super) fn providers(row: &ActivityRow<'_>, look: &CellContext<'_>) -> Words {
    let of = |place: &u16| look.reader.vocabulary.organisations.get(usize::from(*place));
    let Some(first) = row.activity.providers.first().and_then(of) else {
        return Words::new(NIL, Tone::Dim);
    };
    let name = names::organisation_short(first, look.text.lang());
    Words::new(and_more(name, row.activity.providers.len() - 1), Tone::Plain)
}

/// A name, and how many are not named.
fn and_more(first: &str, more: usize) -> String {
    if more == 0 { first.to_owned() } else { format!("{first} +{more}") }
}

/// Where it helps, in few words: the States by their codes, how many the source leaves unnamed, its regions, or that it
/// is for all.
pub(super) fn helped(row: &ActivityRow<'_>, look: &CellContext<'_>) -> String {
    let (to, text) = (look.reader, look.text);
    let activity = row.activity;
    if !activity.states.is_empty() && to.vocabulary.nameless.is_some() {
        return reader::so_many(activity.states.len() as u32, text);
    }
    let states = &to.vocabulary.states;
    let codes: Vec<&str> = (activity.states.iter())
        .filter_map(|place| states.get(usize::from(*place)))
        .map(iso)
        .collect();
    if !codes.is_empty() {
        return fitting(&codes, &text.tr("list-separator"), look.room.into());
    }
    if let Some(count) = activity.unnamed_states {
        return text.tra("activity-unnamed", &[("count", Arg::from(count))]);
    }
    match listed_in_file(row, to, |words| &words.regions) {
        Cell::List(regions) if !regions.is_empty() => {
            Words::of(Cell::List(regions), Tone::Plain, text).text
        }
        _ => match to.word("level", &activity.level) {
            Cell::Text(level) => level,
            _ => NIL.to_owned(),
        },
    }
}

/// As many of these words as have room, and how many there are beside them.
fn fitting(words: &[&str], between: &str, room: usize) -> String {
    let said = |count: usize| and_more(&words[..count].join(between), words.len() - count);
    (1..=words.len()).rev().map(said).find(|said| width(said) <= room).unwrap_or_else(|| said(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_codes_stand_in_a_cell_as_have_room() {
        let codes = ["BFA", "CIV", "MLI", "NER", "SEN"];
        let said = |room| fitting(&codes, ", ", room);
        assert_eq!(said(30), "BFA, CIV, MLI, NER, SEN");
        assert_eq!(said(13), "BFA, CIV +3");
        assert_eq!(said(11), "BFA, CIV +3");
        assert_eq!(said(10), "BFA +4");
        assert_eq!(said(2), "BFA +4", "one is always named");
    }

    #[test]
    fn a_beginning_that_is_known_less_precisely_sorts_before_those_within_it() {
        assert_eq!(begins(""), None);
        assert!(begins("2019") < begins("2019-01"));
        assert!(begins("2019-01") < begins("2019-01-01"));
        assert!(begins("2019-12-31") < begins("2020"));
    }
}
