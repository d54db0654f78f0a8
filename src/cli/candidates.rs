//! `ta-tui candidates`: the activities that could serve a need, or the needs that an activity could serve, each with its
//! points.

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::output::{Output, marked};
use super::session::Session;
use crate::assistance::{
    Band, Candidate, Exclusion, Fit, Looked, Score, Served, activities_for, explained, needs_for,
};
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{ActivityStatus, Coded, Kind, NeedNumber};
use crate::entry;
use crate::exchange::{Cell, Room, Sheet};
use crate::query::register::{Activity, NeedRef, Register};
use crate::store::Store;
use crate::text::{Arg, Lang, Message, Named, Text};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

#[derive(Debug, Args)]
pub(super) struct CandidatesArgs {
    // The number of a need, or the code of an activity.
    #[arg(value_name = "NEED-ID|ACTIVITY-CODE")]
    pub(super) record: String,
    #[arg(long, value_parser = band_parser(), default_value = "likely", value_name = "BAND")]
    pub(super) band: Band,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    format: FormatArgs,
}

/// Reads the code of a band.
fn band_parser() -> impl TypedValueParser<Value = Band> {
    let codes = PossibleValuesParser::new(Band::ALL.iter().map(|band| band.code()));
    codes.map(|code| Band::from_code(&code).unwrap_or(Band::Likely))
}

/// The properties; names and order are a contract.
pub(super) const PROPERTIES: [Property; 13] = [
    Property::new("need", "need", ValueKind::Number).stated().room(Room::Stays),
    Property::new("state", "state", ValueKind::Text).stated().room(Room::Stays),
    Property::new("activity", "candidate-activity", ValueKind::Text).stated().room(Room::Stays),
    Property::new("status", "status", ValueKind::OneOf(codes::<ActivityStatus>)),
    Property::new("description", "description", ValueKind::Text),
    Property::new("place", "points-place", ValueKind::Count),
    Property::new("subject", "points-subject", ValueKind::Count),
    Property::new("theme", "points-theme", ValueKind::Count),
    Property::new("kind", "points-kind", ValueKind::Count),
    Property::new("time", "points-time", ValueKind::Count),
    Property::new("points", "points", ValueKind::Count).room(Room::Stays),
    Property::new("band", "band", ValueKind::OneOf(codes::<Band>)).stated().room(Room::Stays),
    Property::new("explained", "points-explained", ValueKind::Text).stated().room(Room::Fills),
];

/// The columns that people read.
const IN_TABLE: [&str; 5] = ["need", "state", "activity", "status", "explained"];

/// A candidate: both sides, and how they fit.
struct Pair<'a> {
    need: NeedRef<'a>,
    activity: &'a Activity,
    fit: Fit,
    score: Score,
}

pub(super) fn run(session: &Session<'_>, args: &CandidatesArgs) -> Result<(), Failure> {
    if session.kept.is_some() {
        // Whether a State is among those that an activity has helped would name it.
        return Err(Failure::new(Status::Usage, Message::new("cli-no-names-not-here")));
    }
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let looked = Looked::on(session.day_shown()?, &register.vocabulary, args.band);
    let mut remarks = Vec::new();
    // A number names a need, every other word an activity.
    let mut pairs = if let Ok(need) = args.record.trim().parse() {
        of_need(&store, &register, need, looked, &mut remarks)?
    } else {
        let activity = activity_named(&store, &args.record, &register)?;
        of_activity(&register, activity, looked, &mut remarks)
    };
    pairs.truncate(args.limit.unwrap_or(usize::MAX));
    if remarks.is_empty() && pairs.is_empty() {
        let band = Arg::value("band", args.band.code());
        remarks.push(Message::new("cli-candidates-none").with("band", band));
    }
    print(session, &register, &pairs, args.format.chosen(), &remarks)
}

/// The number of the activity that a word names.
fn activity_named(store: &Store, word: &str, register: &Register) -> Result<u32, Failure> {
    if let Some(known) = store.record_by_code(Kind::Activity, word.trim())? {
        return Ok(known.number);
    }
    let found = entry::record_named(Kind::Activity, word, &register.vocabulary);
    let found = found.map_err(|refusal| Failure::new(Status::Usage, refusal.message()))?;
    Ok(found.number)
}

fn of_need<'r>(
    store: &Store,
    register: &'r Register,
    id: NeedNumber,
    looked: Looked,
    remarks: &mut Vec<Message>,
) -> Result<Vec<Pair<'r>>, Failure> {
    let need = register.row_of(id).and_then(|row| register.need(row));
    let Some(need) = need else { return Err(store.absent(id).into()) };
    if need.standing().is_none() {
        remarks.push(Message::new("cli-candidates-closed").with("need", id.to_string()));
    }
    let pair = |candidate: Candidate| Pair {
        need,
        activity: &register.vocabulary.activities[usize::from(candidate.activity)],
        fit: candidate.fit,
        score: candidate.score,
    };
    Ok(activities_for(need, looked).into_iter().map(pair).collect())
}

fn of_activity<'r>(
    register: &'r Register,
    id: u32,
    looked: Looked,
    remarks: &mut Vec<Message>,
) -> Vec<Pair<'r>> {
    let activities = &register.vocabulary.activities;
    let Ok(place) = activities.binary_search_by_key(&i64::from(id), |activity| activity.id) else {
        return Vec::new();
    };
    let activity = &activities[place];
    let served = match Served::new(activity, looked.today) {
        Ok(served) => served,
        Err(exclusion) => {
            let id = match exclusion {
                Exclusion::Kind => "cli-candidates-kind",
                _ => "cli-candidates-cancelled",
            };
            remarks.push(Message::new(id).with("activity", activity.code.as_str()));
            return Vec::new();
        }
    };
    let found = needs_for(register, place as u16, looked, &|| false).unwrap_or_default();
    let pair = |need: NeedRef<'r>| {
        let fit = served.fit(need).ok()?;
        Some(Pair { need, activity, fit, score: fit.score(looked.weights) })
    };
    found.into_iter().filter_map(|found| pair(register.need(found.row)?)).collect()
}

fn print(
    session: &Session<'_>,
    register: &Register,
    pairs: &[Pair<'_>],
    format: Format,
    remarks: &[Message],
) -> Result<(), Failure> {
    let text = session.text();
    let is_shown =
        |property: &Property| !format.is_for_people() || IN_TABLE.contains(&property.name);
    let columns = PROPERTIES.iter().filter(|property| is_shown(property));
    let columns = columns.map(|property| property.column(text)).collect();
    let cells = |pair: &Pair<'_>| {
        let all = cells(pair, text, format).into_iter().zip(&PROPERTIES);
        all.filter(|(_, property)| is_shown(property)).map(|(cell, _)| cell).collect()
    };
    let sheet = Sheet::new(columns, || pairs.iter().map(cells));
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, remarks, text)
}

fn cells(pair: &Pair<'_>, text: &Text, format: Format) -> Vec<Cell> {
    let Pair { need, activity, fit, score } = pair;
    let points = |points: u8| Cell::from(u32::from(points));
    let state = need.state();
    let state = match format {
        Format::Table | Format::Md => state.in_lang(text.lang()).to_owned(),
        Format::Csv | Format::Json | Format::Jsonl | Format::Xlsx => {
            state.in_lang(Lang::En).to_owned()
        }
    };
    vec![
        need.id().into(),
        state.into(),
        activity.code.as_str().into(),
        match format {
            Format::Table | Format::Md => {
                Cell::stated(text.value_in_words("status", &activity.status))
            }
            _ => Cell::stated(activity.status.as_str()),
        },
        Cell::stated(activity.in_lang(Lang::En)),
        points(score.place),
        points(score.subject),
        points(score.theme),
        points(score.kind),
        points(score.time),
        points(score.sum()),
        score.band().map_or(Cell::Missing, |band| band.code().into()),
        explained(fit, *score, text).into(),
    ]
}
