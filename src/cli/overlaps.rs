//! `ta-tui overlaps`: pairs of activities of different providers that do, or may do, the same work twice.

use super::assistance::ask;
use super::failure::Failure;
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::records::Finding;
use super::session::Session;
use crate::assistance::{Certainty, Common, Overlap, overlaps};
use crate::columns::property::{Property, ValueKind, codes};
use crate::columns::reader::{Reader, articles};
use crate::domain::Mark;
use crate::exchange::{Cell, Room, Sheet};
use crate::query::register::{Activity, OverlapMark, Vocabulary};
use crate::store::StoreError;
use crate::text::{Message, Named};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct OverlapsArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_enum, value_name = "FINDING")]
    mark: Option<Finding>,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

/// The properties; names and order are a contract.
pub(super) const PROPERTIES: [Property; 17] = [
    Property::new("certainty", "certainty", ValueKind::OneOf(codes::<Certainty>)).room(Room::Stays),
    Property::new("states", "overlap-states", ValueKind::Texts),
    Property::new("articles", "overlap-articles", ValueKind::Numbers).room(Room::Stays),
    Property::new("themes", "overlap-themes", ValueKind::Texts).room(Room::YieldsFirst),
    Property::new("first", "overlap-first", ValueKind::Text).stated().room(Room::Stays),
    Property::new("first_providers", "overlap-first-providers", ValueKind::Texts),
    Property::new("first_status", "overlap-first-status", ValueKind::Text),
    Property::new("first_when", "overlap-first-when", ValueKind::Text),
    Property::new("second", "overlap-second", ValueKind::Text).stated().room(Room::Stays),
    Property::new("second_providers", "overlap-second-providers", ValueKind::Texts),
    Property::new("second_status", "overlap-second-status", ValueKind::Text),
    Property::new("second_when", "overlap-second-when", ValueKind::Text),
    Property::new("mark", "overlap-mark", ValueKind::OneOf(codes::<Mark>)).room(Room::Stays),
    Property::new("why", "overlap-why", ValueKind::Text),
    Property::new("by", "overlap-by", ValueKind::Text),
    Property::new("at", "overlap-at", ValueKind::Moment),
    Property::new("changed_since", "overlap-changed", ValueKind::Texts),
];

pub(super) fn run(session: &Session<'_>, args: &OverlapsArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let (question, shown) = ask(session, &register, &args.filter, |shown| shown.activities)?;
    let vocabulary = &*register.vocabulary;
    let mut found = overlaps(vocabulary, session.day_shown()?, &|_| true, &|| false)
        .ok_or_else(|| Failure::from(StoreError::Stopped))?;
    let passes = |place: &u16| shown.binary_search(place).is_ok();
    found.retain(|overlap| overlap.activities.iter().any(passes));
    let mark_of = |overlap: &Overlap| vocabulary.mark_of(overlap.in_vocabulary(vocabulary));
    let mut listed: Vec<Listed> = Vec::new();
    if let Some(asked) = args.mark.map(Finding::mark) {
        listed = left(vocabulary, asked, &found);
        listed.retain(|one| one.activities.iter().any(passes));
        found.retain(|overlap| mark_of(overlap).map(|mark| mark.mark) == asked);
    }
    let format = args.format.chosen();
    let person = format.is_for_people().then_some(question.text);
    let mut remarks = question.remarks();
    if person.is_some() {
        let (some, lost) = (!found.is_empty(), listed.len());
        let counted = (some || args.mark.is_none())
            .then(|| counted(&found, vocabulary.activities.len()))
            .or_else(|| (lost == 0).then(|| none_of(args.mark)));
        let lost = (lost > 0).then(|| Message::new("overlaps-gone").with("pairs", lost));
        remarks.splice(..0, counted.into_iter().chain(lost));
    }
    listed.splice(..0, found.iter().map(|overlap| Listed::from(*overlap)));
    listed.truncate(args.limit.unwrap_or(usize::MAX));
    let reader = Reader::new(&register, person);
    let row = |listed: &Listed| {
        let pair = listed.activities.map(|place| &vocabulary.activities[usize::from(place)]);
        let common = Common::of(pair);
        let themes = common.themes.iter().map(|place| &vocabulary.themes[usize::from(*place)]);
        // Two activities that help a State tell it to those who know where one of them was.
        let states = match vocabulary.nameless {
            Some(_) => Cell::List(Vec::new()),
            None => reader.states(&common.states),
        };
        let shared = [
            match (listed.certainty, person) {
                (None, Some(text)) => text.tr("overlap-gone").into(),
                (certainty, _) => reader.value("certainty", certainty),
            },
            states,
            articles(common.articles.iter()),
            Cell::List(themes.map(|theme| reader.name(theme.names())).collect()),
        ];
        let both = pair.into_iter().flat_map(|one| of_one(one, reader));
        shared.into_iter().chain(both).chain(of_mark(vocabulary.mark_of(pair), reader)).collect()
    };
    let columns = PROPERTIES.map(|property| property.column(question.text));
    let sheet = Sheet::new(columns.into(), || listed.iter().map(row));
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, &remarks, question.text)
}

/// A pair of activities in the list.
struct Listed {
    /// `None` where they are marked and the rule does not find them any more.
    certainty: Option<Certainty>,
    /// Their places in the vocabulary, rising.
    activities: [u16; 2],
}

impl From<Overlap> for Listed {
    fn from(of: Overlap) -> Self {
        Self { certainty: Some(of.certainty), activities: of.activities }
    }
}

/// The pairs of a mark that are not among those found. None where States are not named: which pairs are left out there
/// follows from what is not told.
fn left(vocabulary: &Vocabulary, asked: Option<Mark>, found: &[Overlap]) -> Vec<Listed> {
    if vocabulary.nameless.is_some() {
        return Vec::new();
    }
    let place = |id: i64| {
        let place = vocabulary.activities.iter().position(|activity| activity.id == id)?;
        u16::try_from(place).ok()
    };
    let of_mark = vocabulary.overlap_marks.iter().filter(|of| Some(of.mark) == asked);
    let pairs = of_mark.filter_map(|of| {
        let [one, other] = of.activities.map(place);
        let mut pair = [one?, other?];
        pair.sort_unstable();
        Some(pair)
    });
    let gone = pairs.filter(|pair| found.iter().all(|overlap| overlap.activities != *pair));
    let mut gone: Vec<Listed> =
        gone.map(|activities| Listed { certainty: None, activities }).collect();
    gone.sort_by_key(|one| one.activities);
    gone
}

/// That no pair has the mark asked for.
fn none_of(asked: Option<Finding>) -> Message {
    let mark = asked.and_then(Finding::mark);
    Message::new(if mark.is_some() { "overlaps-no-mark" } else { "overlaps-all-marked" })
}

/// What is told of the mark of two activities: the finding, why, by whom and when, and what has changed since.
fn of_mark(mark: Option<&OverlapMark>, to: Reader<'_>) -> [Cell; 5] {
    let Some(mark) = mark else {
        let [a, b, c, d] = std::array::from_fn(|_| Cell::Missing);
        return [a, b, c, d, Cell::List(Vec::new())];
    };
    let said = |words: &str| if words.is_empty() { Cell::Missing } else { words.into() };
    let changed = mark.changed.iter().map(|fact| to.value("fact", Some(*fact)));
    [
        to.value("mark", Some(mark.mark)),
        said(&mark.why),
        said(&mark.who),
        mark.at.map_or(Cell::Missing, |at| at.to_string().into()),
        Cell::List(changed.collect()),
    ]
}

/// What is told of each of the two: its code, who provides it, its status and its time.
fn of_one(activity: &Activity, to: Reader<'_>) -> [Cell; 4] {
    let known = |places: &[u16]| {
        let known =
            places.iter().filter_map(|at| to.vocabulary.organisations.get(usize::from(*at)));
        known.map(|one| to.name(&one.names)).collect::<Vec<_>>()
    };
    let mut providers = known(&activity.providers);
    if let Cell::List(states) = to.states(&activity.provider_states) {
        providers.extend(states);
    }
    [
        activity.code.as_str().into(),
        Cell::List(providers),
        to.word("status", &activity.status),
        to.name(&activity.when),
    ]
}

/// How many pairs there are of each certainty, or that there is none.
fn counted(found: &[Overlap], activities: usize) -> Message {
    if found.is_empty() {
        return Message::new("overlaps-none").with("activities", activities);
    }
    let of = |certainty: Certainty| found.iter().filter(|of| of.certainty == certainty).count();
    Message::new("overlaps-count")
        .with("pairs", found.len())
        .with("certain", of(Certainty::Certain))
        .with("likely", of(Certainty::Likely))
        .with("possible", of(Certainty::Possible))
}
