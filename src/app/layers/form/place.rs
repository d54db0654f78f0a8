//! The record of the current place: the one under the cursor, or the one whose page is open.

use super::record_form::RecordForm;
use crate::app::App;
use crate::app::state::assistance::{AssistanceRecord, Section};
use crate::app::state::assistance_records::Records;
use crate::app::state::screens::View;
use crate::domain::{Deed, Kind, Record};
use crate::fields::RecordField;

/// Makes a record from a row number of the file; `None` if the number does not fit.
fn record(kind: Kind, number: i64) -> Option<Record> {
    u32::try_from(number).ok().map(|number| Record { kind, number })
}

impl App {
    /// Whether records can be written here; the error is the reason against it.
    pub fn can_record(&self) -> Result<(), &'static str> {
        match (self.as_of(), self.settings.read_only, self.register()) {
            (Some(_), ..) => Err("reason-past"),
            _ if self.is_nameless() => Err("reason-nameless-record"),
            (None, true, _) => Err("reason-read-only"),
            (None, false, None) => Err("reason-reading"),
            (None, false, Some(_)) => Ok(()),
        }
    }

    /// Whether a new record can be made here; on shared needs that is a workshop.
    pub(in crate::app) fn can_make_new(&self) -> Result<(), &'static str> {
        if self.plans_here() {
            self.can_plan()?;
            return self.may(Deed::Add, Kind::Activity);
        }
        self.can_record()?;
        self.may(Deed::Add, self.kind_here())
    }

    /// Whether a new record here is a planned workshop.
    pub(in crate::app) fn plans_here(&self) -> bool {
        matches!(&self.place().view, View::Assistance(page) if page.section == Section::Shared)
    }

    /// The hint for a new record here, where it has a name of its own.
    pub(in crate::app) fn new_name(&self) -> Option<&'static str> {
        match self.kind_here() {
            _ if self.plans_here() => Some("hint-plan"),
            Kind::Match => Some("hint-match"),
            _ => None,
        }
    }

    /// Whether the current place has a record to correct.
    pub(in crate::app) fn can_edit_record(&self) -> Result<(), &'static str> {
        self.can_record()?;
        let record = self.record_here().ok_or("reason-no-record")?;
        match record.kind {
            Kind::Need => self.may_with_need(Deed::Change),
            kind => self.may(Deed::Change, kind),
        }
    }

    /// Whether the current place has a review that can reach a step.
    pub(in crate::app) fn can_reach_step(&self) -> Result<(), &'static str> {
        self.can_record()?;
        self.may(Deed::Change, Kind::Review)?;
        self.review_here().map(drop).ok_or("reason-no-record")
    }

    /// Gives the current review by its place in the vocabulary.
    pub(in crate::app) fn review_place(&self) -> Option<usize> {
        match &self.place().view {
            View::Reviews(page) => page.list.current.and_then(|place| usize::try_from(place).ok()),
            View::Review(page) => Some(page.place.into()),
            _ => None,
        }
    }

    /// Gives the current review.
    pub(in crate::app) fn review_here(&self) -> Option<Record> {
        let review = self.vocabulary()?.reviews.get(self.review_place()?)?;
        record(Kind::Review, review.id)
    }

    /// Gives the current State.
    pub(in crate::app) fn state_here(&self) -> Option<Record> {
        let place = match &self.place().view {
            View::States(page) => page.list.current.and_then(|place| usize::try_from(place).ok()),
            View::State(page) => Some(page.place.into()),
            _ => None,
        };
        record(Kind::State, self.vocabulary()?.states.get(place?)?.id)
    }

    /// Gives the person under the cursor of the triage screen.
    fn person_here(&self) -> Option<Record> {
        let place = self.place().view.page().current_person()?;
        record(Kind::Person, self.vocabulary()?.people.get(usize::from(place))?.id)
    }

    /// Gives a record of assistance by its place.
    fn assistance_here(&self, of: AssistanceRecord) -> Option<Record> {
        let (section, id) = of.in_section()?;
        let records = Records::of(section.listing(), self.answer.as_deref()?)?;
        record(section.kind(), records.number(id)?)
    }

    /// Gives the current field of the form on top.
    pub fn form_field(&self) -> Option<RecordField> {
        let open = self.overlays.top::<RecordForm>()?;
        open.form.current().map(|own| own.field)
    }

    /// Gives the kind of a new record at the current place.
    pub(in crate::app) fn kind_here(&self) -> Kind {
        match &self.place().view {
            View::States(_) => Kind::State,
            View::Reviews(_) => Kind::Review,
            View::Themes(_) => Kind::Theme,
            View::Assistance(page) => page.section.kind(),
            View::AssistanceRecord(page) if page.of.has_candidates() => Kind::Match,
            View::AssistanceRecord(page) => {
                page.of.in_section().map_or(Kind::Activity, |(section, _)| section.kind())
            }
            View::Triage(page) if page.among_people => Kind::Person,
            _ => Kind::Need,
        }
    }

    /// Gives the record to correct: the one under the cursor, or the one whose page is open.
    pub(in crate::app) fn record_here(&self) -> Option<Record> {
        match &self.place().view {
            View::Triage(page) if page.among_people => self.person_here(),
            View::Themes(_) => self.theme_here(),
            View::Assistance(page) => page.record().and_then(|of| self.assistance_here(of)),
            View::AssistanceRecord(page) if page.of.has_candidates() => None,
            View::AssistanceRecord(page) => self.assistance_here(page.of),
            View::States(_) => self.state_here(),
            View::Reviews(_) => self.review_here(),
            _ => {
                let need = self.current_need().map(|need| Record::need(need.id()));
                need.or_else(|| self.review_here()).or_else(|| self.state_here())
            }
        }
    }
}
