//! `ta-tui match` and `ta-tui unmatch`: matches needs with an activity, and takes matches back; all of one command or
//! none of it.

use super::doubts::doubts;
use super::values::{Given, Reading};
use super::{WriteArgs, json_lines};
use crate::cli::failure::{Failure, Status};
use crate::cli::named_record::{need_of, record_of};
use crate::cli::output;
use crate::cli::person::acting;
use crate::cli::session::Session;
use crate::cli::written::Writer;
use crate::domain::{Coded, Extent, Kind, NeedNumber, TriageField, clean_line};
use crate::query::register::Vocabulary;
use crate::store::{MatchWrite, Store, UnmatchWrite};
use crate::text::{Arg, Message};
use clap::Args;

#[derive(Debug, Args)]
pub(in crate::cli) struct MatchArgs {
    // The numbers of needs, or `-` for JSON lines with them, and behind them the code of an activity; `field=value`
    // stands anywhere.
    #[arg(required = true, value_name = "NEED-ID… ACTIVITY-CODE")]
    words: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    note: String,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct UnmatchArgs {
    #[arg(required = true, value_name = "NEED-ID… ACTIVITY-CODE")]
    words: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    note: String,
    #[arg(long, value_name = "N")]
    if_version: Option<u32>,
    #[command(flatten)]
    write: WriteArgs,
}

/// The fields of a match that are given with it.
const GIVEN: [&str; 2] = ["extent", "note"];

pub(in crate::cli) fn run_match(session: &Session<'_>, args: &MatchArgs) -> Result<(), Failure> {
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    let (values, words): (Vec<String>, Vec<String>) =
        args.words.iter().cloned().partition(|word| word.contains('='));
    let (needs, activity) = named(&store, &words, &vocabulary, "match")?;
    let given = |kind, wanted: &dyn Fn(&str) -> bool| {
        let own: Vec<String> =
            values.iter().filter(|word| wanted(name_of(word))).cloned().collect();
        Reading { kind, vocabulary: &vocabulary, lang: session.lang }.words(&own)
    };
    let is_response = |name: &str| name == TriageField::Response.code();
    let responses = given(Kind::Need, &is_response)?;
    let given = given(Kind::Match, &|name| !is_response(name))?;
    refuse_others(&given)?;
    let value = |code: &str| {
        given.iter().find(|(field, _)| field.code() == code).map(|(_, value)| value.as_deref())
    };
    let write = MatchWrite {
        who: acting(session.globals.who.as_deref(), &store)?,
        note: clean_line(&args.note),
        needs,
        activity,
        extent: value("extent").flatten().and_then(Extent::from_code),
        remark: value("note").map(|note| note.unwrap_or_default().to_owned()),
        response: responses.into_iter().find_map(|(_, value)| value),
        responding: None,
    };
    let writer = args.write.writer(session, &store);
    if write.needs.is_empty() {
        return nothing(session, &writer);
    }
    writer.carry_out(
        args.write.dry_run,
        || store.rehearse_match(&write),
        || store.match_needs(&write),
    )?;
    for doubt in doubts(session, &store, &vocabulary, (&write.needs, &write.activity))? {
        output::notice(session.text(), &doubt);
    }
    Ok(())
}

/// Says that standard input named no need.
fn nothing(session: &Session<'_>, writer: &Writer<'_>) -> Result<(), Failure> {
    output::notice(session.text(), &Message::new("cli-records-no-line"));
    writer.print(&[])
}

pub(in crate::cli) fn run_unmatch(
    session: &Session<'_>,
    args: &UnmatchArgs,
) -> Result<(), Failure> {
    let store = args.write.open(session)?;
    let vocabulary = store.vocabulary()?;
    if let Some(word) = args.words.iter().find(|word| word.contains('=')) {
        let message = Message::new("cli-unmatch-field").with("word", clean_line(word));
        return Err(Failure::new(Status::Usage, message).and(how("unmatch")));
    }
    let (needs, activity) = named(&store, &args.words, &vocabulary, "unmatch")?;
    let others = store.unmatched_with(&needs, &activity)?;
    if !others.is_empty() {
        let message = Message::new("cli-unmatch-none")
            .with("count", others.len())
            .with("needs", others.iter().take(MOST).map(NeedNumber::to_string).collect::<Arg>())
            .with("activity", activity.as_str());
        let failure = Failure::new(Status::BadData, message);
        return Err(failure.and(Message::new("cli-nothing-written")));
    }
    let write = UnmatchWrite {
        who: acting(session.globals.who.as_deref(), &store)?,
        note: clean_line(&args.note),
        needs,
        activity,
        if_version: args.if_version,
    };
    let writer = args.write.writer(session, &store);
    if write.needs.is_empty() {
        return nothing(session, &writer);
    }
    writer.carry_out(
        args.write.dry_run,
        || store.rehearse_unmatch(&write),
        || store.unmatch_needs(&write),
    )
}

/// How the words of a command are written.
fn how(command: &'static str) -> Message {
    Message::new("cli-match-two").with("command", command)
}

/// The most needs that a message names.
const MOST: usize = 10;

fn name_of(word: &str) -> &str {
    word.split_once('=').map_or(word, |(name, _)| name.trim())
}

/// Refuses fields of a match that are not given with it.
fn refuse_others(given: &[Given]) -> Result<(), Failure> {
    match given.iter().find(|(field, _)| !GIVEN.contains(&field.code())) {
        None => Ok(()),
        Some((field, _)) => {
            let message = Message::new("cli-match-other-field").with("field", field.code());
            let known = GIVEN.into_iter().chain([TriageField::Response.code()]);
            Err(Failure::new(Status::Usage, message.with("known", known.collect::<Arg>())))
        }
    }
}

/// The numbers of the needs, each once, and the code of the activity, which stands last.
fn named(
    store: &Store,
    words: &[String],
    vocabulary: &Vocabulary,
    command: &'static str,
) -> Result<(Vec<NeedNumber>, String), Failure> {
    let Some((activity, needs)) = words.split_last().filter(|(_, needs)| !needs.is_empty()) else {
        return Err(Failure::new(Status::Usage, how(command)));
    };
    if let Some(word) =
        needs.iter().find(|word| word.trim().parse::<u32>().is_err() && *word != "-")
    {
        let message = Message::new("cli-show-no-need").with("number", clean_line(word));
        return Err(Failure::new(Status::Usage, message).and(how(command)));
    }
    let found = record_of(store, Kind::Activity, activity, vocabulary)?;
    let known = vocabulary.activities.iter().find(|one| one.id == i64::from(found.number));
    // The store says what is wrong with one that is taken out.
    let code = known.map_or_else(|| activity.trim().to_owned(), |one| one.code.clone());
    let mut numbers = if needs == ["-"] {
        json_lines::read_from_standard_input(json_lines::OF_NEED, |object| {
            let word = json_lines::word(object, "id").ok_or_else(|| {
                let message = Message::new("cli-match-no-id").with("example", json_lines::OF_NEED);
                Failure::new(Status::BadData, message)
            })?;
            need_of(store, &word)
        })?
    } else {
        super::add::refuse_beside_input(needs)?;
        needs.iter().map(|word| need_of(store, word)).collect::<Result<_, _>>()?
    };
    numbers.sort_unstable();
    numbers.dedup();
    Ok((numbers, code))
}
