//! The write of a planned workshop: the activity, its matches as planned, and the response of the needs.

use super::super::record_form::RecordForm;
use super::open::{proposed_title, title_code};
use crate::app::App;
use crate::app::state::pending::Pending;
use crate::app::state::workshop::Workshop;
use crate::domain::{Coded, DateStage, Extent, Kind, NeedNumber, Record, Response, TriageField};
use crate::entry;
use crate::fields::RecordField;
use crate::query::Field;
use crate::query::register::{State, Vocabulary};
use crate::store::{Edited, RecordEdit};
use crate::text::{Lang, Text};
use std::collections::BTreeMap;

/// A field of a record with its value.
type Stated = (RecordField, Option<String>);

impl App {
    /// Sends the activity and its matches to be written as one batch; the planner stays open until that is done.
    pub(super) fn send_plan(&mut self) {
        let Some(register) = self.register().cloned() else { return };
        let edits = self.with(|open: &mut RecordForm, app| {
            let activity = open.form.edit(&register.vocabulary, app.today())?;
            let workshop = open.workshop.as_deref()?;
            let mut edits = vec![app.planned_activity(activity, workshop, &register.vocabulary)];
            let code = open.form.typed("code").trim().to_owned();
            edits.extend(workshop.taking_part().iter().map(|need| app.planned_match(*need, &code)));
            edits.extend(app.planned_responses(workshop));
            open.waits = true;
            Some((edits, open.key()))
        });
        if let Some((edits, key)) = edits.flatten() {
            self.send_records(edits, Some(key.clone()), Pending::Form(key));
        }
    }

    /// Adds to the typed values of the activity those that follow from the plan.
    fn planned_activity(
        &self,
        mut edit: RecordEdit,
        workshop: &Workshop,
        vocabulary: &Vocabulary,
    ) -> RecordEdit {
        let field = |code: &str| RecordField::from_code(Kind::Activity, code);
        let value = |values: &[Stated], code: &str| {
            let stated = values.iter().find(|(of, _)| of.code() == code);
            stated.and_then(|(_, value)| value.clone())
        };
        let mut more: Vec<(String, Option<String>)> = Vec::new();
        let lang = self.settings.lang;
        let title = value(&edit.values, &title_code(lang.code()));
        let proposed = |lang: Lang| proposed_title(workshop.of, vocabulary, Text::of(lang));
        let is_proposed = title.as_deref() == Some(&*proposed(lang));
        // A title that nobody changed is known in the other languages too.
        for other in lang.others().filter(|_| is_proposed) {
            more.push((title_code(other.code()), Some(proposed(other))));
            more.push((format!("description.{}", other.code()), Some(proposed(other))));
        }
        more.push((format!("description.{}", lang.code()), title));
        let is_regional = matches!(workshop.of.group, Some((Field::Region | Field::Adviser, _)));
        let level = if is_regional { "regional" } else { "global" };
        more.push(("level".to_owned(), Some(level.to_owned())));
        let document = self.text().tr("plan-document").into_owned();
        more.push(("document".to_owned(), Some(document)));
        for day in ["starts", "ends"] {
            let stage = value(&edit.values, day).map(|_| DateStage::Planned.code().to_owned());
            more.push((format!("{day}-as"), stage));
        }
        more.push(("helped".to_owned(), self.helped(workshop)));
        let more = more.into_iter().filter(|(_, value)| value.is_some());
        edit.values.extend(more.filter_map(|(code, value)| Some((field(&code)?, value))));
        edit
    }

    /// The States that take part, as the form of an activity reads them: by their needs, since the register may have
    /// other States before them by now.
    fn helped(&self, workshop: &Workshop) -> Option<String> {
        let field = RecordField::from_code(Kind::Activity, "helped")?;
        let needs = workshop.taking_part().into_iter().filter_map(|id| self.need(id));
        let states: BTreeMap<u16, &State> =
            needs.map(|need| (need.state_place(), need.state())).collect();
        let names: Vec<&str> = states.into_values().map(name).collect();
        entry::read(field, &names.join("; "), self.vocabulary()?).ok().flatten()
    }

    /// The match of a need with the activity.
    fn planned_match(&self, need: NeedNumber, activity: &str) -> RecordEdit {
        let values = [
            ("need", need.to_string()),
            ("activity", activity.to_owned()),
            ("extent", Extent::Planned.code().to_owned()),
        ];
        let field = |code| RecordField::from_code(Kind::Match, code);
        let values =
            values.into_iter().filter_map(|(code, value)| Some((field(code)?, Some(value))));
        let mut edit = RecordEdit {
            record: Edited::New(Kind::Match),
            values: values.collect(),
            void: None,
            if_version: None,
        };
        self.sign_match(&mut edit);
        edit
    }

    /// The needs whose response would become planned: those that say nothing or "unmet", each with the version seen.
    pub(super) fn responding(&self, workshop: &Workshop) -> Vec<(NeedNumber, u32)> {
        let needs = workshop.taking_part().into_iter().filter_map(|id| self.need(id));
        let moves = needs.filter(|need| matches!(need.response(), None | Some(Response::Unmet)));
        moves.map(|need| (need.id(), need.version())).collect()
    }

    /// The edits of responses, where they are to become planned.
    fn planned_responses(&self, workshop: &Workshop) -> Vec<RecordEdit> {
        let field = RecordField::from_code(Kind::Need, TriageField::Response.code());
        let Some(field) = field.filter(|_| workshop.responds) else { return Vec::new() };
        let planned = Some(Response::Planned.code().to_owned());
        let edit = |(need, version)| RecordEdit {
            record: Edited::Known(Record::need(need)),
            values: vec![(field, planned.clone())],
            void: None,
            if_version: Some(version),
        };
        self.responding(workshop).into_iter().map(edit).collect()
    }
}

/// The name by which a form finds a State for certain.
fn name(state: &State) -> &str {
    use crate::text::Named;
    if state.iso3.is_empty() { state.in_lang(Lang::default()) } else { &state.iso3 }
}
