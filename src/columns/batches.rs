//! The columns of the page of changes, a line for each batch: when, who, how many needs, where, and
//! the changes in few words.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::screen::{Width, Words};
use super::widths::GivesWay::{Goes, Narrows};
use crate::domain::{Kind, Record};
use crate::exchange::Cell;
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::paint::values;
use crate::query::register::{NeedRef, Vocabulary};
use crate::store::{Alike, Batch, ChangedField};
use crate::text::{Arg, Named, Text, grouped, shortened, width};

/// The list of batches, the newest first.
pub struct Batches;

/// A batch with the register's facts on its needs.
pub struct BatchRow<'a> {
    /// The batch.
    pub batch: &'a Batch,
    /// How many needs it has.
    pub needs: u32,
    /// The States of the needs, by their places in the vocabulary, each once.
    pub states: &'a [u16],
    /// The only need.
    pub need: Option<NeedRef<'a>>,
    /// Whether the person who works has written it.
    pub is_own: bool,
}

impl RecordList for Batches {
    type Row<'a> = BatchRow<'a>;
    type Order = ();
}

type Of = Column<Batches>;
type Shown = ScreenColumn<Batches>;

static AT: Shown = Of::new("at", "at", ValueKind::Moment, |row, _| row.batch.at.to_string().into())
    .on_screen("at", Width::Fixed(16))
    .looks(|row, _| Words::new(row.batch.at.minute(), Tone::Dim));

static WHO: Shown =
    Of::new("who", "who", ValueKind::Text, |row, to| who(row, to.vocabulary, to.person))
        .on_screen("who", Width::From(&[(76, 29), (0, 19)]))
        .looks(|row, look| {
            let of = Some(look.reader.vocabulary);
            let post = values::person_in(of, &row.batch.who, look.text, look.room.into());
            Words::new(post, tone(row, if row.is_own { Tone::Good } else { Tone::Plain }))
        });

static NEEDS: Shown =
    Of::new("needs", "needs", ValueKind::Count, |row, _| Cell::Number(row.needs.into()))
        .on_screen("needs", Width::Fixed(5))
        .right();

static PLACE: Shown = Of::new("where", "where", ValueKind::Text, |row, to| {
    to.person.map_or(Cell::Missing, |text| place(row, to.vocabulary, text, usize::MAX).into())
})
.on_screen("where", Width::From(&[(76, 23), (0, 12)]))
.looks(|row, look| {
    let place = place(row, look.reader.vocabulary, look.text, look.room.into());
    Words::new(place, tone(row, Tone::Plain))
});

static WHAT: Shown = Of::new("what", "what", ValueKind::Text, |row, to| {
    to.person.map_or(Cell::Missing, |text| what(row, to.vocabulary, text).into())
})
.on_screen("what", Width::Rest(21))
.looks(|row, look| {
    Words::new(what(row, look.reader.vocabulary, look.text), tone(row, Tone::Plain))
});

/// The columns of the screen.
pub static SCREEN: Listed<Batches> = Listed {
    name: "history",
    columns: &[AT.here(), WHO.here(), NEEDS.here(), PLACE.here(), WHAT.here()],
    gives_way: &[Narrows("where"), Narrows("who"), Goes("where"), Goes("needs")],
};

/// A batch that was taken back matters less.
fn tone(row: &BatchRow<'_>, otherwise: Tone) -> Tone {
    if row.batch.is_undone { Tone::Dim } else { otherwise }
}

fn who(row: &BatchRow<'_>, of: &Vocabulary, person: Option<&Text>) -> Cell {
    match person {
        Some(text) => values::person(Some(of), &row.batch.who, text).into(),
        None => row.batch.who.as_str().into(),
    }
}

/// The State and the articles of one need, how many States several have, or which record it is, in so many cells.
fn place(row: &BatchRow<'_>, of: &Vocabulary, text: &Text, room: usize) -> String {
    let state = |place: u16| of.states.get(usize::from(place)).map(|s| s.in_lang(text.lang()));
    match (row.need, row.states, &row.batch.records[..]) {
        (Some(need), ..) => need_in(need, text, room),
        (None, [only], _) => names::or_nil(state(*only)),
        (None, [_, _, ..], _) => {
            text.tra("history-states", &[("count", Arg::from(row.states.len()))])
        }
        (None, [], [only]) => values::record(*only, row.batch.name.as_deref(), text),
        (None, [], [_, _, ..]) if row.needs == 0 => {
            let count = Arg::from(grouped(row.batch.records.len() as u64));
            text.tra("history-records", &[("count", count)])
        }
        (None, [], _) => NIL.to_owned(),
    }
}

/// The most cells of a State's name that articles leave to it where both have too little room.
const NAMED: usize = 8;

/// The State and the articles of a need: where they have too little room less of the State, and in little room the State
/// alone.
fn need_in(need: NeedRef<'_>, text: &Text, room: usize) -> String {
    let state = need.state().in_lang(text.lang());
    if need.articles().is_empty() {
        return state.to_owned();
    }
    let articles = names::articles_in(need.articles(), text, 6);
    let said = |state: &str| {
        let args = [("state", Arg::from(state)), ("articles", Arg::from(articles.as_str()))];
        text.tra("history-where", &args)
    };
    let beside = width(&said(""));
    if room.saturating_sub(beside) < width(state).min(NAMED) {
        return shortened(state, room);
    }
    said(&shortened(state, room.saturating_sub(beside)))
}

/// The changes of a batch: for one record each field before and after, and the need's text; for
/// several the values that all were given, or how many records have a field changed.
fn what(row: &BatchRow<'_>, of: &Vocabulary, text: &Text) -> String {
    let batch = row.batch;
    let one = batch.records.len() == 1;
    // Who signed a mark, when and on which facts stands beside it in the log.
    let is_told =
        |changed: &&ChangedField| changed.field.kind() != Kind::Overlap || !changed.field.is_kept();
    let fields = batch.fields.iter().filter(is_told).map(|changed| {
        if one {
            of_one(changed, of, text)
        } else {
            of_several(changed, batch.records.len(), of, text)
        }
    });
    let mut said = fields.collect::<Vec<_>>().join(&text.tr("list-separator"));
    if let Some(need) = row.need {
        said = format!("{said} · {}", need.text());
    }
    // A comment is named by its need and its words; the words say what it is.
    if let ([Record { kind: Kind::Comment, .. }], Some(name)) = (&batch.records[..], &batch.name)
        && let Some((_, words)) = name.split_once(" · ")
    {
        let named = text.tr("record-comment");
        said = format!("{named} · {said} · {words}");
    }
    let before = match (batch.is_undone, batch.undoes) {
        (true, _) => Some("history-undone"),
        (false, Some(_)) => Some("need-undone"),
        (false, None) => None,
    };
    before.map_or(said.clone(), |id| format!("{} · {said}", text.tr(id)))
}

/// A field of one record, before and after.
fn of_one(changed: &ChangedField, of: &Vocabulary, text: &Text) -> String {
    let (Alike::One(before), Alike::One(after)) = (&changed.before, &changed.after) else {
        return changed.field.in_words(text);
    };
    if let Some(said) = itself(changed, text) {
        return said;
    }
    let both = [before.as_deref(), after.as_deref()];
    values::becomes(changed.field, &values::change(Some(of), changed.field, both, text), text)
}

/// A field of several records, so many in all: the value that every one was given, or of how many it was changed.
fn of_several(changed: &ChangedField, all: usize, of: &Vocabulary, text: &Text) -> String {
    if let Some(said) = itself(changed, text) {
        return said;
    }
    let field = changed.field.in_words(text);
    let after = match &changed.after {
        Alike::One(after) if changed.count as usize == all => after.as_deref(),
        _ if changed.count == 1 => return field,
        _ => return format!("{field} {}", grouped(changed.count.into())),
    };
    let value = values::value(Some(of), changed.field, after, text);
    values::becomes(changed.field, &value, text)
}

/// The words for records that were added or taken out; `None` for other changes.
fn itself(changed: &ChangedField, text: &Text) -> Option<String> {
    let id = match &changed.after {
        _ if !changed.field.is_itself() => return None,
        Alike::One(Some(_)) => "history-added",
        Alike::One(None) => "history-taken-out",
        Alike::Several => return None,
    };
    Some(text.tr(id).into_owned())
}
