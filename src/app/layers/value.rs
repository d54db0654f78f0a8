//! A value of a field with few of them, chosen by typing.

use crate::app::App;
use crate::app::keys::commands::{self, command::SetValue};
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
        self.choose::<Priority>("field-priority", "priority", None);
    }

    pub(in crate::app) fn choose_response(&mut self) {
        self.choose::<Response>("field-response", "response", None);
    }

    pub(in crate::app) fn choose_horizon(&mut self) {
        self.choose::<Horizon>("field-horizon", "horizon", None);
    }

    /// Opens the values of the field of this one, the cursor on it.
    pub(in crate::app) fn choose_from(&mut self, value: SetValue) {
        let change = value.change();
        let on = Some(&change);
        match value {
            SetValue::Priority(_) => self.choose::<Priority>("field-priority", "priority", on),
            SetValue::Response(_) => self.choose::<Response>("field-response", "response", on),
            SetValue::Horizon(_) => self.choose::<Horizon>("field-horizon", "horizon", on),
        }
    }

    /// Opens the values of a field, to be chosen by typing, each with the key that sets it without
    /// this list: a letter narrows and decides nothing, so that a word can be typed to its end. The cursor is on the
    /// value that is given, or else on the one that is stated.
    fn choose<T: Coded>(&mut self, title: &'static str, field: &str, on: Option<&Change>)
    where
        SetValue: From<Option<T>>,
    {
        let text = self.text();
        let item = |value: Option<T>| {
            let word = |text: &Text| match value {
                Some(value) => text.value(field, value.code()),
                None => text.tr("not-stated").into_owned(),
            };
            let command = commands::setting(value);
            let key = command.and_then(|c| self.settings.keymap.keys(c).first());
            let detail = key.map(|key| key.name(text)).unwrap_or_default();
            let change = SetValue::from(value).change();
            let also: Vec<String> =
                self.settings.lang.others().map(|other| word(Text::of(other))).collect();
            Item { detail, also: also.join(" "), ..Item::new(change, word(text)) }
        };
        let items = T::ALL.iter().copied().map(Some).chain([None]).map(item).collect();
        let mut picker: Picker<Change> = Picker::new(items);
        let stated = self.in_force(SetValue::from(None).change().field());
        let is_it = |item: &Item<Change>| match on {
            Some(on) => item.value == *on,
            None => stated.is_some() && item.value.code().as_deref() == stated.as_deref(),
        };
        picker.row = picker.items.iter().position(is_it).unwrap_or(0);
        self.overlays.push(Pick { of: Value { title }, picker });
    }

    /// The value of a field of the need that is concerned; in a conflict, the value that the user wanted
    /// to write.
    fn in_force(&self, field: TriageField) -> Option<String> {
        if let Some(conflicts) = self.overlays.top::<Conflicts>() {
            return conflicts.mine();
        }
        let [only] = self.concerned()[..] else { return None };
        let need = self.need(only)?;
        let code = match field {
            TriageField::Priority => need.priority().map(Coded::code),
            TriageField::Response => need.response().map(Coded::code),
            TriageField::Horizon => need.horizon().map(Coded::code),
            TriageField::FocalPoint
            | TriageField::Notes
            | TriageField::ProjectedOn
            | TriageField::Themes
            | TriageField::DuplicateOf => None,
        };
        code.map(str::to_owned)
    }
}
