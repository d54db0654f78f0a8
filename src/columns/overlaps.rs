//! The columns of overlaps as the screen lists them: pairs of activities that may do the same work, with their marks.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::ValueKind;
use super::reader::{Reader, articles};
use super::screen::{CellContext, Width, Words};
use super::state_cells::iso;
use super::widths::GivesWay::{Goes, Narrows};
use crate::assistance::{Certainty, Common, Overlap};
use crate::domain::Coded;
use crate::paint::names;
use crate::paint::theme::{NIL, Tone};
use crate::query::register::{Activity, OverlapMark, Vocabulary};
use crate::text::{Arg, Named, Text};

/// An overlap.
#[derive(Clone, Debug)]
pub struct OverlapRow<'a> {
    /// Its place in the order of certainty.
    pub place: usize,
    /// How certain it is.
    pub certainty: Certainty,
    /// The activities.
    pub of: [&'a Activity; 2],
    /// What both have in common; no States where none is named.
    pub common: Common,
    /// What was found out about it.
    pub mark: Option<&'a OverlapMark>,
}

impl<'a> OverlapRow<'a> {
    /// The row of an overlap at a place.
    pub fn new(place: usize, overlap: Overlap, vocabulary: &'a Vocabulary) -> Self {
        let of = overlap.in_vocabulary(vocabulary);
        let mut common = Common::of(of);
        if vocabulary.nameless.is_some() {
            // Who knows where the one was would learn where the other was.
            common.states.clear();
        }
        let mark = vocabulary.mark_of(of);
        Self { place, certainty: overlap.certainty, of, common, mark }
    }
}

/// The list of overlaps.
pub struct Overlaps;

impl RecordList for Overlaps {
    type Row<'a> = OverlapRow<'a>;
    type Order = ();
}

type Of = Column<Overlaps>;
type Shown = ScreenColumn<Overlaps>;

static VERDICT: Shown = Of::new("certainty", "certainty", ValueKind::Text, |row, to| {
    to.value("certainty", Some(row.certainty))
})
.ranked(|row| Some(row.place))
.on_screen("verdict", Width::Fixed(8))
.looks(|row, look| {
    let tone = if row.certainty == Certainty::Certain { Tone::Strong } else { Tone::Plain };
    Words::new(look.text.value("certainty", row.certainty.code()), tone)
});

static STATES: Shown =
    Of::new("states", "overlap-states", ValueKind::Texts, |row, to| to.states(&row.common.states))
        .ranked(|row| Some(row.common.states.len()).filter(|count| *count > 0))
        .on_screen("common-states", Width::From(&[(150, 24), (0, 9)]))
        .looks(|row, look| {
            let of = look.reader.vocabulary;
            let states =
                row.common.states.iter().filter_map(|place| of.states.get(usize::from(*place)));
            let codes: Vec<&str> = states.map(iso).collect();
            if codes.is_empty() {
                return Words::new(NIL, Tone::Dim);
            }
            Words::new(codes.join(&look.text.tr("list-separator")), Tone::Plain)
        });

static ARTICLES: Shown = Of::new("articles", "overlap-articles", ValueKind::Numbers, |row, _| {
    articles(row.common.articles.iter())
})
.on_screen("articles", Width::Fixed(8))
.looks(|row, look| {
    if row.common.articles.is_empty() {
        return Words::new(themes(row, look.reader, look.text), Tone::Plain);
    }
    let room = look.room.into();
    Words::new(names::articles_in(row.common.articles, look.text, room), Tone::Plain)
});

static FIRST: Shown =
    Of::new("first", "overlap-first", ValueKind::Text, |row, _| row.of[0].code.as_str().into())
        .on_screen("first", Width::From(&[(150, 40), (90, 23), (0, 20)]))
        .looks(|row, look| Words::new(in_few_words(row.of[0], look), Tone::Plain));

static SECOND: Shown =
    Of::new("second", "overlap-second", ValueKind::Text, |row, _| row.of[1].code.as_str().into())
        .on_screen("second", Width::From(&[(150, 40), (90, 23), (0, 20)]))
        .looks(|row, look| Words::new(in_few_words(row.of[1], look), Tone::Plain));

static MARK: Shown = Of::new("mark", "overlap-mark", ValueKind::Text, |row, to| {
    to.value("mark", row.mark.map(|mark| mark.mark))
})
.ranked(|row| row.mark.map(|mark| mark.mark.index()))
.on_screen("mark", Width::Rest(11))
.looks(|row, look| match row.mark {
    None => Words::new(NIL, Tone::Dim),
    Some(mark) if !mark.changed.is_empty() => {
        let said = [("mark", Arg::from(look.text.value("mark", mark.mark.code())))];
        Words::new(look.text.tra("overlap-changed-mark", &said), Tone::High)
    }
    Some(mark) => Words::new(look.text.value("mark", mark.mark.code()), Tone::Plain),
});

/// The columns of overlaps.
pub static SCREEN: Listed<Overlaps> = Listed {
    name: "overlaps",
    columns: &[
        VERDICT.here(),
        STATES.here(),
        ARTICLES.here(),
        FIRST.here(),
        SECOND.here(),
        MARK.here(),
    ],
    gives_way: &[Goes("common-states"), Goes("articles"), Narrows("first"), Narrows("second")],
};

/// The themes of both, where no article is in common.
pub fn themes(row: &OverlapRow<'_>, to: Reader<'_>, text: &Text) -> String {
    let themes =
        row.common.themes.iter().filter_map(|at| to.vocabulary.themes.get(usize::from(*at)));
    let names: Vec<&str> = themes.map(|theme| theme.in_lang(text.lang())).collect();
    names.join(&text.tr("list-separator"))
}

/// The organisations and States that provide an activity, by name.
pub fn providers(activity: &Activity, to: Reader<'_>, text: &Text) -> String {
    let lang = text.lang();
    let known = activity
        .providers
        .iter()
        .filter_map(|at| to.vocabulary.organisations.get(usize::from(*at)));
    let short = known.map(|one| names::organisation_short(one, lang).to_owned());
    let states = activity.provider_states.iter().filter_map(|at| {
        Some(to.vocabulary.states.get(usize::from(*at))?.in_lang(lang).to_owned())
    });
    let all: Vec<String> = short.chain(states).collect();
    if all.is_empty() { NIL.to_owned() } else { all.join(&text.tr("list-separator")) }
}

/// The States that an activity helps, by name; where none is named, how many they are.
pub fn states_helped(activity: &Activity, to: Reader<'_>, text: &Text) -> String {
    Words::of(to.states(&activity.states), Tone::Plain, text).text
}

/// An activity in few words: its code, who provides it, its years.
fn in_few_words(activity: &Activity, look: &CellContext<'_>) -> String {
    let providers = providers(activity, look.reader, look.text);
    let all = [activity.code.clone(), providers, years(activity)];
    let parts: Vec<String> = all.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The years in which it begins and ends; empty where neither is shown.
fn years(activity: &Activity) -> String {
    let year = |date: &str| date.get(..4).map(str::to_owned);
    match (year(&activity.starts), year(&activity.ends)) {
        (Some(starts), Some(ends)) if starts != ends => format!("{starts}–{ends}"),
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}
