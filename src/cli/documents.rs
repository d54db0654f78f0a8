//! `ta-tui documents`: the documents that needs come from and that publish activities.

use super::failure::Failure;
use super::format::Format;
use super::list::{self, KindListArgs, Listed};
use super::session::{Question, Session};
use crate::columns::property::{ValueKind, codes};
use crate::columns::{Column, RecordList};
use crate::domain::{Coded, DocumentKind};
use crate::exchange::{Cell, Room};
use crate::query::register::{Document, Slot};
use crate::query::{Field, Measure};
use crate::store::{DocumentDetail, Store};

pub(super) struct Row<'a> {
    document: &'a Document,
    detail: Option<DocumentDetail>,
    needs: u32,
}

/// The list of documents.
pub(super) struct Documents;

impl RecordList for Documents {
    type Row<'a> = Row<'a>;
    type Order = ();
}

type Of = Column<Documents>;

/// The columns; names and order are a contract. Later columns stand at the end.
pub(super) fn columns() -> [Of; 9] {
    [
        Of::new("symbol", "symbol", ValueKind::Text, |row, _| row.document.symbol.as_str().into())
            .stated()
            .room(Room::Stays),
        Of::new("kind", "document-kind", ValueKind::OneOf(codes::<DocumentKind>), |row, to| {
            to.value("document", row.document.kind)
        }),
        Of::new("title", "document-title", ValueKind::Text, |row, to| to.name(&row.document.title))
            .room(Room::Fills),
        Of::new("on_date", "document-date", ValueKind::Text, |row, _| {
            row.document.on.map_or(Cell::Missing, |on| on.to_string().into())
        }),
        Of::new("body", "body", ValueKind::Text, |row, to| {
            to.organisation_name(row.detail.as_ref().and_then(|of| of.body))
        }),
        Of::new("session", "session", ValueKind::Number, |row, _| {
            row.detail.as_ref().and_then(|of| of.session).map_or(Cell::Missing, Cell::Id)
        }),
        Of::new("needs", "document-needs", ValueKind::Count, |row, _| row.needs.into())
            .room(Room::Stays),
        Of::new("activities", "document-activities", ValueKind::Texts, |row, _| {
            let activities = row.detail.iter().flat_map(|of| &of.activities);
            Cell::List(activities.map(|code| code.as_str().into()).collect())
        })
        .on_request(),
        Of::new("link", "link", ValueKind::Text, |row, _| {
            row.detail.as_ref().map_or(Cell::Missing, |of| Cell::stated(of.link.as_str()))
        })
        .on_request(),
    ]
}

/// Without a filter every document that there was by the day; else those that one of the needs comes from.
pub(super) fn run(session: &Session<'_>, args: &KindListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.list.filter)?;
    let kinds = args.kinds("document", DocumentKind::ALL.iter().map(|kind| kind.code()))?;
    let needs = question.selection.counts.of(Field::Document, Measure::Needs);
    let shows = |place: &u32| {
        let place = *place as usize;
        let document = &register.vocabulary.documents[place];
        was_there(document, &question)
            && kinds.has(document.kind.map_or("", Coded::code))
            && (question.plan.is_empty()
                || needs.get(Slot::at(place).entry()).is_some_and(|n| *n > 0))
    };
    let rows: Vec<u32> = (0..register.vocabulary.documents.len() as u32).filter(shows).collect();
    let details = details(&*store.file_on(session.as_of)?, &question)?;
    list::write(&columns().each_ref(), &question, &args.list, rows, |place| {
        row(&question, place as usize, &details)
    })
}

/// One document with every column; `None` where there was none by the day.
pub(super) fn record(
    store: &Store,
    question: &Question<'_>,
    id: i64,
    format: Format,
) -> Result<Option<Listed>, Failure> {
    let documents = &question.register.vocabulary.documents;
    let is_it = |one: &Document| one.id == id && was_there(one, question);
    let Some(place) = documents.iter().position(is_it) else { return Ok(None) };
    let details = details(store, question)?;
    let row = row(question, place, &details);
    Ok(row.map(|row| list::record(&columns().each_ref(), question, format, &row)))
}

/// Whether there was a document by the day that is shown, counting from the last day that its date may mean.
fn was_there(document: &Document, question: &Question<'_>) -> bool {
    question.as_of.is_none_or(|day| document.on.is_none_or(|on| on.last_day() <= day))
}

/// The details of each document of the register from the file, by place.
fn details(store: &Store, question: &Question<'_>) -> Result<Vec<Option<DocumentDetail>>, Failure> {
    let documents = question.register.vocabulary.documents.iter();
    let mut details = Vec::new();
    for document in documents {
        details.push(store.document_detail(document.id)?);
    }
    // Activities that had not begun by the day are not told of.
    let activities = &question.register.vocabulary.activities;
    for detail in details.iter_mut().flatten() {
        detail.activities.retain(|code| activities.iter().any(|one| one.code == *code));
    }
    Ok(details)
}

fn row<'a>(
    question: &Question<'a>,
    place: usize,
    details: &[Option<DocumentDetail>],
) -> Option<Row<'a>> {
    let document = question.register.vocabulary.documents.get(place)?;
    let needs = question.selection.counts.of(Field::Document, Measure::Needs);
    let needs = needs.get(Slot::at(place).entry()).copied().unwrap_or(0);
    Some(Row { document, detail: details.get(place).cloned().flatten(), needs })
}
