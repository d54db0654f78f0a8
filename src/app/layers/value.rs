//! A value of a field with few of them, chosen as one types.

use crate::app::App;
use crate::app::layers::conflicts::Conflicts;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::domain::{Change, Coded, Horizon, Priority, Response, TriageField};
use crate::text::Text;

/// A value of a field.
#[derive(Debug)]
pub struct Value {
    /// The id of the question.
    pub title: &'static str,
}

impl Choice for Value {
    type Value = Change;

    fn title(&self, app: &App) -> String {
        app.text().tr(self.title).into_owned()
    }

    fn is_small(&self) -> bool {
        true
    }

    fn choose(&mut self, picker: &mut Picker<Change>, app: &mut App) -> After {
        let Some(change) = picker.current().map(|item| item.value.clone()) else {
            return After::Stays;
        };
        app.set(change);
        After::Closes
    }
}

impl App {
    pub(in crate::app) fn choose_priority(&mut self) {
        let values = [
            ("triage.high", Some(Priority::High)),
            ("triage.medium", Some(Priority::Medium)),
            ("triage.low", Some(Priority::Low)),
            ("triage.no-priority", None),
        ];
        self.choose("choose-priority", "priority", &values, Change::Priority);
    }

    pub(in crate::app) fn choose_response(&mut self) {
        let values = [
            ("triage.unmet", Some(Response::Unmet)),
            ("triage.planned", Some(Response::Planned)),
            ("triage.under-way", Some(Response::UnderWay)),
            ("triage.met", Some(Response::Met)),
            ("triage.withdrawn", Some(Response::Withdrawn)),
            ("", None),
        ];
        self.choose("choose-response", "response", &values, Change::Response);
    }

    pub(in crate::app) fn choose_horizon(&mut self) {
        let values = [
            ("triage.current", Some(Horizon::Current)),
            ("triage.projected", Some(Horizon::Projected)),
            ("", None),
        ];
        self.choose("choose-horizon", "horizon", &values, Change::Horizon);
    }

    /// Opens the values of a field to be chosen as one types, each with the key that sets it without
    /// this list: a letter narrows and decides nothing, so that a word can be typed to its end.
    fn choose<T: Coded>(
        &mut self,
        title: &'static str,
        field: &str,
        values: &[(&str, Option<T>)],
        change: fn(Option<T>) -> Change,
    ) {
        let (text, other) = (self.text(), Text::of(self.settings.lang.next()));
        let item = |(command, value): &(&str, Option<T>)| {
            let word = |text: &Text| match value {
                Some(value) => text.value(field, value.code()),
                None => text.tr("not-stated").into_owned(),
            };
            let key = self.key_of(command);
            let detail = key.map(|key| key.name(text)).unwrap_or_default();
            Item { detail, also: word(other), ..Item::new(change(*value), word(text)) }
        };
        let items = values.iter().map(item).collect();
        let mut picker: Picker<Change> = Picker::new(items);
        let in_force = self.in_force(change(None).field());
        if let Some(code) = in_force {
            let is_it = |item: &Item<Change>| item.value.code().as_deref() == Some(&*code);
            picker.row = picker.items.iter().position(is_it).unwrap_or(0);
        }
        self.overlays.push(Pick { of: Value { title }, picker });
    }

    /// What a field holds of the one need that is concerned; in a collision one's own value.
    fn in_force(&self, field: TriageField) -> Option<String> {
        if let Some(conflicts) = self.overlays.top::<Conflicts>() {
            return conflicts.mine();
        }
        let [only] = self.concerned()[..] else { return None };
        let need = self.need(only)?;
        let code = match field {
            TriageField::Priority => need.priority().map(Coded::code),
            TriageField::Response => need.response().map(Coded::code),
            _ => need.horizon().map(Coded::code),
        };
        code.map(str::to_owned)
    }
}
