//! The list of records without a screen of their own, by name: choosing one opens its form.

use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::form::Form;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::waits::RecordFor;
use crate::domain::{Coded, Kind, Record};
use crate::query::register::Vocabulary;
use crate::text::{Named, Text};

/// The choice of a record to be corrected.
#[derive(Debug)]
pub(super) struct Corrected;

impl Choice for Corrected {
    type Value = Record;

    fn title(&self, app: &App) -> String {
        app.text().tr("form-correct-title").into_owned()
    }

    fn choose(&mut self, picker: &mut Picker<Record>, app: &mut App) -> After {
        let Some(record) = picker.current().map(|item| item.value) else { return After::Stays };
        app.open_waiting(Form::new(record.kind), record, RecordFor::Form);
        After::Closes
    }
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

impl App {
    /// Opens the list of records to be corrected.
    pub(in crate::app) fn correct_by_name(&mut self) {
        let (Some(vocabulary), text) = (self.vocabulary(), self.text()) else { return };
        let item = |(kind, id, code, name): (Kind, i64, String, String)| {
            let record = Record { kind, number: u32::try_from(id).ok()? };
            let label = format!("{code}  {name}").trim().to_owned();
            let detail = text.tr(&format!("record-{}", kind.code())).into_owned();
            Some(Item { detail, ..Item::new(record, label) })
        };
        let items = records(vocabulary, text).into_iter().filter_map(item).collect();
        self.overlays.push(Pick::new(Corrected, items));
    }
}
