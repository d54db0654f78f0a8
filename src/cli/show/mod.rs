//! `ta-tui show`: one record of any kind, with every field and its whole history.

mod fields;
mod history;
mod printed;
mod shown;

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::globals::FilterArgs;
use super::list::Listed;
use super::named_record::{known, record_of, unknown, which};
use super::nearest::nearest;
use super::session::{Question, Session};
use super::{assistance, documents, needs, organisations, people, platforms, reviews, states};
use crate::domain::{Coded, Kind, Kinds, NeedNumber, Record, clean_line};
use crate::query::register::Vocabulary;
use crate::store::{ChangedMatch, LogQuery, Store, StoreError};
use crate::text::{Arg, Message};
use clap::Args;
use shown::Shown;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    // A kind and the words that name a record of it, or one word that names a record of any kind.
    #[arg(required = true, value_name = "KIND|ID")]
    words: Vec<String>,
    #[command(flatten)]
    format: FormatArgs,
}

impl ShowArgs {
    /// The kind, where one is named, and the name of the record.
    fn meant(&self) -> Result<(Option<Kind>, String), Failure> {
        let kind = self.words.first().and_then(|word| Kind::from_code(word));
        let known = || Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect::<Arg>();
        match (kind, &self.words[..]) {
            (Some(kind), [_]) => Err(which(kind, known())),
            (Some(kind), [_, words @ ..]) => Ok((Some(kind), words.join(" "))),
            (None, [word]) => Ok((None, word.clone())),
            (_, words) => {
                let word = words.first().map_or("", String::as_str);
                let message = Message::new("cli-show-unknown-kind").with("kind", clean_line(word));
                let failure = Failure::new(Status::Usage, message.with("known", known()));
                Err(nearest(failure, word, Kind::ALL.iter().map(|kind| kind.code())))
            }
        }
    }
}

/// The properties of a record as its list has them.
type OfList = fn(&Store, &Question<'_>, i64, Format) -> Result<Option<Listed>, Failure>;

/// The list that has the records of a kind, where there is one.
fn list_of(kind: Kind) -> Option<OfList> {
    Some(match kind {
        Kind::Need => needs::record,
        Kind::Review => |_, question, id, format| Ok(reviews::record(question, id, format)),
        Kind::State => |_, question, id, format| Ok(states::record(question, id, format)),
        Kind::Person => |_, question, id, format| Ok(people::record(question, id, format)),
        Kind::Organisation => organisations::record,
        Kind::Activity => assistance::record,
        Kind::Platform => platforms::record,
        Kind::Document => documents::record,
        Kind::Match | Kind::Overlap | Kind::Theme | Kind::Comment | Kind::View | Kind::Setting => {
            return None;
        }
    })
}

/// Whether a record of a kind is told where States are not named: as its list tells it, with the changes that the log
/// tells. The records of the other kinds are of one State, or hold somebody's words.
fn is_told_without_names(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Need | Kind::Organisation | Kind::Activity | Kind::Platform | Kind::Document
    )
}

pub(super) fn run(session: &Session<'_>, args: &ShowArgs) -> Result<(), Failure> {
    let format = args.format.chosen();
    let (kind, word) = args.meant()?;
    let (store, now) = session.loaded()?;
    let record = match kind {
        Some(kind) => {
            if !store.names_states() && !is_told_without_names(kind) {
                let message = Message::new("cli-show-nameless");
                let kind = Arg::Named(format!("record-{}", kind.code()));
                return Err(Failure::new(Status::Usage, message.with("kind", kind)));
            }
            record_of(&store, kind, &word, &now.vocabulary)?
        }
        None => of_any_kind(&store, &word, &now.vocabulary)?,
    };
    let is_void_need =
        record.of_need().is_some_and(|need| now.row_of(need).is_none()) && store.names_states();
    let now = if is_void_need { store.void_needs(&now)? } else { now };
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &FilterArgs { filter: Vec::new() })?;
    let file = store.file_on(session.as_of)?;
    let listed = match list_of(record.kind) {
        Some(list) => list(&file, &question, record.number.into(), format)?,
        None => None,
    };
    let whole = store.names_states().then(|| match session.as_of {
        Some(day) => store.whole_record_as_of(record, day),
        None => store.whole_record(record),
    });
    let whole = whole.transpose()?;
    let kinds = Kinds::one(record.kind);
    let until = session.as_of;
    let query = LogQuery { kinds, record: Some(record), until, ..LogQuery::default() };
    let history = store.log(&query)?;
    // Where a list has records of its kind, that says whether it is there on the day; else its fields do. What was taken
    // out by then is told with its history.
    let is_there = match list_of(record.kind) {
        Some(_) => listed.is_some(),
        None => whole.as_ref().is_some_and(|whole| whole.is_there),
    };
    let was_taken_out = || history.iter().any(|entry| entry.field.is_itself());
    let is_told = is_there || store.names_states() && was_taken_out();
    if !is_told {
        return Err(match record.of_need() {
            Some(need) => StoreError::UnknownNeed(need).into(),
            None => unknown(record.kind, &word, &register.vocabulary),
        });
    }
    let name = store.name_of(record)?;
    // What has changed until now says nothing of an earlier day.
    let changed = match session.as_of {
        None => changed_matches(&store, record, name.as_deref())?,
        Some(_) => Vec::new(),
    };
    let shown = Shown { record, name, whole, listed, changed, history };
    if format == Format::Table {
        printed::for_people(&shown, &question)
    } else {
        printed::as_data(&shown, &question, format)
    }
}

/// The matches whose activity has changed since: those of a need or an activity, and a match itself. The name of an
/// activity is its code, that of a match the number of its need and the code of its activity.
fn changed_matches(
    store: &Store,
    record: Record,
    name: Option<&str>,
) -> Result<Vec<ChangedMatch>, Failure> {
    let need = match record.kind {
        Kind::Need => record.of_need(),
        Kind::Match => {
            name.and_then(|name| name.split_whitespace().next()?.parse().ok()).map(NeedNumber::new)
        }
        _ => None,
    };
    if need.is_none() && record.kind != Kind::Activity {
        return Ok(Vec::new());
    }
    let mut changed = store.changed_matches(need)?;
    let code = name.and_then(|name| name.split_whitespace().last());
    if record.kind != Kind::Need {
        changed.retain(|one| Some(one.code.as_str()) == code);
    }
    Ok(changed)
}

/// The record that a word names without its kind: a need by its number, else the first kind that has one of this name.
/// Reviews come last: the name of a State alone can also mean its only review.
fn of_any_kind(store: &Store, word: &str, vocabulary: &Vocabulary) -> Result<Record, Failure> {
    if word.trim().parse::<u32>().is_ok() {
        return record_of(store, Kind::Need, word, vocabulary);
    }
    let others = Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Need | Kind::Review));
    for kind in others.chain([&Kind::Review]) {
        let is_told = store.names_states() || is_told_without_names(*kind);
        if is_told && let Some(record) = known(store, *kind, word, vocabulary)? {
            return Ok(record);
        }
    }
    let message = Message::new("cli-show-no-record").with("word", clean_line(word));
    Err(Failure::new(Status::Failed, message))
}
