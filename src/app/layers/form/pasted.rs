//! A pasted passage of several needs: the first one fills the form, the others follow one by one.

use super::record_form::RecordForm;
use crate::app::App;
use crate::app::state::form::Form;
use crate::app::state::notice::Notice;
use crate::domain::Kind;
use crate::entry::{Passage, passages};
use crate::text::Message;

impl RecordForm {
    /// Takes a pasted passage of several needs, if the text of a new need is empty; false if nothing was taken.
    pub(super) fn take_passage(&mut self, pasted: &str) -> bool {
        let is_empty_text = self.form.kind == Kind::Need
            && self.form.record.is_none()
            && self.form.current().is_some_and(|own| own.field.code() == "text")
            && self.form.typed("text").trim().is_empty();
        if !is_empty_text {
            return false;
        }
        let mut found = passages(pasted);
        if found.len() < 2 {
            return false;
        }
        let first = found.remove(0);
        fill(&mut self.form, &first);
        self.pasted = found.into();
        self.is_pasted = true;
        true
    }

    /// Gives the form of the next need, filled from the pasted passage if needs of it are left.
    pub(super) fn next_form(&mut self) -> Form {
        let mut next = self.form.next_need();
        if let Some(passage) = self.pasted.pop_front() {
            if passage.paragraph.is_none() {
                next.carry("paragraph", &self.form.typed("paragraph"));
            }
            fill(&mut next, &passage);
        }
        next
    }
}

/// Puts a passage into the form of a need.
fn fill(form: &mut Form, passage: &Passage) {
    for (code, words) in [("text", Some(&passage.text)), ("paragraph", passage.paragraph.as_ref())]
    {
        if let (Some(place), Some(words)) = (form.place(code), words) {
            form.fields[place].put(words);
        }
    }
}

impl App {
    /// Says how many needs a pasted passage holds.
    pub(super) fn say_pasted(&mut self, open: &mut RecordForm) {
        if std::mem::take(&mut open.is_pasted) {
            let message = Message::new("notice-form-pasted")
                .with("count", open.pasted.len() + 1)
                .with("key", self.key_of("form.discard"));
            self.say(Notice::done(message));
        }
    }
}

/// Gives the rest of a passage as the text of a draft, which is cut into the same needs again.
pub(super) fn as_text<'a>(pasted: impl Iterator<Item = &'a Passage>) -> String {
    let paragraphs = pasted.map(|passage| match &passage.paragraph {
        Some(number) => format!("{number}. {}", passage.text),
        None => format!("• {}", passage.text),
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
