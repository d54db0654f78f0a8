//! Handover: a person's whole queue to another person, after a look at how many and which.

use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::decision::Assign;
use crate::app::state::layer::After;
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::place::View;
use crate::domain::{Kind, NeedNumber, Record};
use crate::fields::RecordField;
use crate::paint::values;
use crate::query::register::{NeedRef, Slot};
use crate::store::{Edited, RecordEdit};
use crate::text::Message;
use crate::worker::Whose;

/// The choice of the person who gets a queue.
#[derive(Debug)]
pub struct Successor;

impl Choice for Successor {
    type Value = Assign;

    fn title(&self, app: &App) -> String {
        app.text().tr("handover-title").into_owned()
    }

    /// Asks whether all of it shall go there.
    fn choose(&mut self, picker: &mut Picker<Assign>, app: &mut App) -> After {
        let Some(person) = picker.current().map(|item| item.value.clone()) else {
            return After::Stays;
        };
        app.hand_over_to(person);
        After::Closes
    }
}

impl App {
    /// Whether a queue is shown that can be handed over: a person's, or that of needs without a focal point.
    pub fn has_queue(&self) -> bool {
        matches!(&self.place().view, View::Triage(triage) if triage.whose != Whose::All)
            && self.answer.as_ref().is_some_and(|answer| !answer.rows.is_empty())
    }

    /// Asks to whom the queue goes.
    pub(in crate::app) fn hand_over(&mut self) {
        let Some(register) = self.register() else { return };
        let from = self.shown_person();
        let mut items = self.people_items(&register.vocabulary, |_| (0, 0));
        let own = from.index().and_then(|place| register.vocabulary.people.get(place));
        let own = own.map(|person| person.code.clone());
        items.retain(|(_, item)| {
            own.as_ref().is_none_or(|own| item.value != Assign::To(own.clone()))
        });
        let mut items: Vec<Item<Assign>> = items.into_iter().map(|(_, item)| item).collect();
        if from != Slot::NONE {
            items.push(Item::new(Assign::Nobody, self.text().tr("nobody").into_owned()));
        }
        self.overlays.push(Pick::new(Successor, items));
    }

    /// The person whose queue is shown: place in the vocabulary and code.
    pub fn person_shown(&self) -> Option<(i64, String)> {
        let View::Triage(_) = &self.place().view else { return None };
        let place = self.shown_person().index()?;
        let person = self.vocabulary()?.people.get(place)?;
        Some((person.id, person.code.clone()))
    }

    /// Retires the person whose queue is shown, as of today. The register refuses that while needs are given to them.
    pub(in crate::app) fn retire(&mut self) {
        let Some((id, code)) = self.person_shown() else { return };
        let until = RecordField::from_code(Kind::Person, "until");
        let (Some(until), Ok(number)) = (until, u32::try_from(id)) else { return };
        let record = Edited::Known(Record { kind: Kind::Person, number });
        let values = vec![(until, Some(self.today().to_string()))];
        let edits = vec![RecordEdit { record, values, void: None, if_version: None }];
        self.edit(edits, String::new(), Pending::Retired(code));
    }

    /// A post is held no longer.
    pub(in crate::app) fn is_retired(&mut self, code: &str) {
        let who = values::person(self.vocabulary(), code, self.text());
        let message = Message::new("notice-retired").with("who", who);
        self.say(Notice::done(message.with("key", self.key_of("triage.undo"))));
        self.ask_log();
    }

    fn hand_over_to(&mut self, person: Assign) {
        let Some(answer) = &self.answer else { return };
        let from = self.shown_person();
        let needs = answer.rows.iter().filter_map(|row| answer.register.need(*row));
        let own = needs.filter(|need| need.focal_slot() == from);
        let targets: Vec<NeedNumber> = own.map(NeedRef::id).collect();
        self.question(&targets, vec![person.decision()], 0);
    }
}
