//! The lists of records without a screen of their own, by name: choosing one opens its form, and one entry a new form.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::form::Form;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::waits::RecordFor;
use crate::domain::{Coded, Kind, Record};
use crate::query::register::Vocabulary;
use crate::text::{Arg, Named, Text};

/// The choice of a record to be corrected, or of a new one (`None`).
#[derive(Debug)]
pub(super) struct Corrected {
    /// The kind of the records; `None` for records of several kinds.
    kind: Option<Kind>,
}

impl Choice for Corrected {
    type Value = Option<Record>;

    fn title(&self, app: &App) -> String {
        let id = self.kind.map(|kind| format!("form-list-{}", kind.code()));
        app.text().tr(id.as_deref().unwrap_or("form-correct-title")).into_owned()
    }

    /// Hears the key of a new record, which begins no name.
    fn hear(&mut self, typed: &str, key: Key, app: &mut App) -> Option<After> {
        let kind = self.kind.filter(|_| typed.is_empty())?;
        let command = app.settings.keymap.command(KeyContext::Needs, key)?;
        if command.id != "record.new" {
            return None;
        }
        app.new_record(kind);
        Some(After::Closes)
    }

    fn choose(&mut self, picker: &mut Picker<Option<Record>>, app: &mut App) -> After {
        match (picker.current().map(|item| item.value), self.kind) {
            (Some(Some(record)), _) => app.correct(record),
            (Some(None), Some(kind)) => app.new_record(kind),
            _ => return After::Stays,
        }
        After::Closes
    }
}

/// Gives the name of a kind of record.
pub(super) fn kind_in_words(kind: Kind, text: &Text) -> String {
    text.tr(&format!("record-{}", kind.code())).into_owned()
}

/// Gives the records of the small tables, each with its kind, row number, code and name.
fn records(vocabulary: &Vocabulary, text: &Text) -> Vec<(Kind, i64, String, String)> {
    let lang = text.lang();
    let mut all = Vec::new();
    let people = vocabulary.people.iter();
    all.extend(
        people.map(|of| (Kind::Person, of.id, of.code.clone(), of.in_lang(lang).to_owned())),
    );
    let documents = vocabulary.documents.iter();
    all.extend(
        documents.map(|of| {
            (Kind::Document, of.id, of.symbol.clone(), of.title.in_lang(lang).to_owned())
        }),
    );
    let organisations = vocabulary.organisations.iter();
    all.extend(
        organisations
            .map(|of| (Kind::Organisation, of.id, of.code.clone(), of.in_lang(lang).to_owned())),
    );
    let activities = vocabulary.activities.iter();
    all.extend(
        activities.map(|of| (Kind::Activity, of.id, of.code.clone(), of.in_lang(lang).to_owned())),
    );
    all.extend(vocabulary.platforms.iter().map(|of| {
        let is = vocabulary.organisations.get(usize::from(of.organisation));
        let name = is.map_or("", |is| is.in_lang(lang)).to_owned();
        (Kind::Platform, of.id, of.code.clone(), name)
    }));
    let themes = vocabulary.themes.iter();
    all.extend(themes.map(|of| (Kind::Theme, of.id, String::new(), of.in_lang(lang).to_owned())));
    let states = vocabulary.states.iter();
    all.extend(states.map(|of| (Kind::State, of.id, of.iso3.clone(), of.in_lang(lang).to_owned())));
    all
}

/// Makes the row of a record, with a remark at its right edge.
fn item(
    (kind, id, code, name): (Kind, i64, String, String),
    remark: String,
) -> Option<Item<Option<Record>>> {
    let record = Record { kind, number: u32::try_from(id).ok()? };
    let label = format!("{code}  {name}").trim().to_owned();
    Some(Item { detail: remark, ..Item::new(Some(record), label) })
}

impl App {
    /// Opens the form of a record.
    pub(super) fn correct(&mut self, record: Record) {
        self.open_waiting(Form::new(record.kind), record, RecordFor::Form);
    }

    /// Opens the list of records to be corrected, of several kinds.
    pub(in crate::app) fn correct_by_name(&mut self) {
        let (Some(vocabulary), text) = (self.vocabulary(), self.text()) else { return };
        let row = |of: (Kind, _, _, _)| {
            let kind = kind_in_words(of.0, text);
            item(of, kind)
        };
        let items = records(vocabulary, text).into_iter().filter_map(row).collect();
        self.overlays.push(Pick::new(Corrected { kind: None }, items));
    }

    /// Opens the list of the records of a kind; its first entry is a new one.
    pub(in crate::app) fn list_records(&mut self, kind: Kind) {
        let (Some(vocabulary), text) = (self.vocabulary(), self.text()) else { return };
        let new = text.tra("form-list-new", &[("kind", Arg::from(kind_in_words(kind, text)))]);
        let key = self.key_of("record.new").map(|key| key.name(text)).unwrap_or_default();
        let first = Item { detail: key, ..Item::new(None, new) };
        let row = |of: (Kind, i64, _, _)| {
            let stated = stated(kind, of.1, vocabulary, text);
            item(of, stated)
        };
        let all = records(vocabulary, text).into_iter().filter(|of| of.0 == kind);
        let items = std::iter::once(first).chain(all.filter_map(row)).collect();
        self.overlays.push(Pick::new(Corrected { kind: Some(kind) }, items));
    }
}

/// Gives what the list says of a record beside its name: the date of a document, the kind of a post.
fn stated(kind: Kind, id: i64, vocabulary: &Vocabulary, text: &Text) -> String {
    let document = || vocabulary.documents.iter().find(|one| one.id == id)?.on;
    let person = || vocabulary.people.iter().find(|one| one.id == id);
    match kind {
        Kind::Document => document().map_or_else(String::new, |on| on.to_string()),
        Kind::Person => {
            person().map_or_else(String::new, |one| text.value("person", one.kind.code()))
        }
        _ => String::new(),
    }
}
