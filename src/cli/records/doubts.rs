//! Doubts about a match that was written: it serves no need where its activity is cancelled or the need closed, and
//! where the rule of candidates leaves the pair out the code or the number may be a slip.

use crate::assistance::{Exclusion, Served};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::domain::{Article, ArticleSet, Coded, NeedNumber, Record, Response, TriageField};
use crate::query::register::Vocabulary;
use crate::store::{Store, WholeRecord};
use crate::text::{Arg, Message};
use std::collections::BTreeMap;

/// The most needs that a doubt names.
const NAMED: usize = 10;

/// The doubts about matches of needs with the activity of a code, each with the needs that it is about.
///
/// # Errors
/// The register cannot be read.
pub(super) fn doubts(
    session: &Session<'_>,
    store: &Store,
    vocabulary: &Vocabulary,
    (needs, code): (&[NeedNumber], &str),
) -> Result<Vec<Message>, Failure> {
    let Some(activity) = vocabulary.activities.iter().find(|one| one.code == code) else {
        return Ok(Vec::new());
    };
    let mut found: BTreeMap<&'static str, Vec<NeedNumber>> = BTreeMap::new();
    let served = Served::new(activity, session.today()?);
    for need in needs {
        let whole = store.whole_record(Record::need(*need))?;
        if is_closed(&whole) {
            found.entry("cli-match-closed").or_default().push(*need);
        }
        let excluded = match &served {
            Err(exclusion) => Some(*exclusion),
            Ok(served) => excluded(served, &whole, vocabulary),
        };
        let id = excluded.map(|exclusion| match exclusion {
            Exclusion::Kind => "cli-match-kind",
            Exclusion::Cancelled => "cli-match-cancelled",
            Exclusion::Place => "cli-match-place",
            Exclusion::Subject => "cli-match-subject",
        });
        if let Some(id) = id {
            found.entry(id).or_default().push(*need);
        }
    }
    let message = |(id, needs): (&'static str, Vec<NeedNumber>)| {
        let named = needs.iter().take(NAMED).map(NeedNumber::to_string).collect::<Arg>();
        let message = Message::new(id).with("count", needs.len()).with("needs", named);
        message.with("activity", code)
    };
    Ok(found.into_iter().map(message).collect())
}

/// The value of a field as the log has it; empty where it is not stated.
fn value<'a>(whole: &'a WholeRecord, code: &str) -> &'a str {
    let found = whole.values.iter().find(|(field, _)| field.code() == code);
    found.map_or("", |(_, value)| value)
}

fn is_closed(whole: &WholeRecord) -> bool {
    let response = Response::from_code(value(whole, TriageField::Response.code()));
    matches!(response, Some(Response::Met | Response::Withdrawn))
        || !value(whole, TriageField::DuplicateOf.code()).is_empty()
}

/// Why the rule of candidates leaves a need out for an activity, if it does.
fn excluded(
    served: &Served<'_>,
    whole: &WholeRecord,
    vocabulary: &Vocabulary,
) -> Option<Exclusion> {
    let state = value(whole, "state");
    let place = vocabulary.states.iter().position(|one| one.id.to_string() == state);
    let place = place.and_then(|place| u16::try_from(place).ok());
    let articles: ArticleSet = value(whole, "article")
        .split(';')
        .filter_map(|number| Article::new(number.trim().parse().ok()?))
        .collect();
    let fits = place.map_or(Ok(()), |place| served.place(place).map(drop));
    fits.and_then(|()| served.subject(articles).map(drop)).err()
}
