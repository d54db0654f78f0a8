//! The list of unsaved forms: each opens again with the typed words.

use super::by_name::kind_in_words;
use super::workshop::proposed_title;
use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::form::draft::{DraftOf, FormDraft};
use crate::app::state::form::words;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::workshop::{KEPT, WorkshopFor};
use crate::domain::{Kind, Record, clean_line};
use crate::text::{Arg, capital};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Begun {
    /// A form.
    Form(DraftOf),
    /// The plan of a workshop, by the key of its draft.
    Workshop(String),
    /// The needs on which notes were begun.
    Notes,
}

/// The choice of an unsaved form.
#[derive(Debug)]
pub(super) struct BegunForms;

impl Choice for BegunForms {
    type Value = Begun;

    fn title(&self, app: &App) -> String {
        app.text().tr("form-drafts-title").into_owned()
    }

    fn choose(&mut self, picker: &mut Picker<Begun>, app: &mut App) -> After {
        let Some(begun) = picker.current().map(|item| item.value.clone()) else {
            return After::Stays;
        };
        match begun {
            Begun::Notes => app.list_noted(),
            Begun::Form(of) => app.open_begun(of),
            Begun::Workshop(key) => match app.can_record() {
                Ok(()) => app.plan_again(&key),
                Err(reason) => app.warn(reason),
            },
        }
        After::Closes
    }
}

impl App {
    /// Whether there are unsaved forms.
    pub(in crate::app) fn has_form_drafts(&self) -> bool {
        self.form_draft_count() > 0
    }

    /// Gives the number of unsaved forms.
    pub(in crate::app) fn form_draft_count(&self) -> usize {
        self.form_drafts.iter().count()
    }

    /// Shows the unsaved forms, the newest first, then a row for unsaved notes.
    pub(in crate::app) fn list_form_drafts(&mut self) {
        let mut items: Vec<Item<Begun>> =
            self.form_drafts.iter().filter_map(|draft| self.begun_item(draft)).collect();
        if self.drafts.needs().next().is_some() {
            items.push(Item::new(Begun::Notes, self.text().tr("form-drafts-notes").into_owned()));
        }
        self.overlays.push(Pick::new(BegunForms, items));
    }

    /// Gives the row of an unsaved form: its record and its typed words.
    fn begun_item(&self, draft: &FormDraft) -> Option<Item<Begun>> {
        let (text, of) = (self.text(), draft.of()?);
        let kind = |kind| kind_in_words(kind, text);
        let name = match of {
            DraftOf::New(new) => text.tra("form-new", &[("kind", Arg::from(kind(new)))]),
            DraftOf::Known(known, number) => text.tra(
                "record-named",
                &[
                    ("kind", Arg::from(capital(&kind(known)))),
                    ("name", Arg::from(number.to_string())),
                ],
            ),
            DraftOf::Workshop => {
                let vocabulary = self.vocabulary()?;
                proposed_title(WorkshopFor::of_key(&draft.form, vocabulary)?, vocabulary, text)
            }
            DraftOf::Sitting(number) => {
                let vocabulary = self.vocabulary()?;
                let review = vocabulary.reviews.iter().find(|one| one.id == i64::from(number))?;
                words::review_in_words(review, vocabulary, text)
            }
        };
        let typed = draft.typed.iter().filter(|(code, _)| !KEPT.contains(&code.as_str()));
        let typed: Vec<String> = typed.map(|(_, words)| clean_line(words)).collect();
        let label = format!("{name}  {}", typed.join(" · "));
        let begun = match of {
            DraftOf::Workshop => Begun::Workshop(draft.form.clone()),
            of => Begun::Form(of),
        };
        Some(Item { detail: draft.at.minute(), ..Item::new(begun, label) })
    }

    /// Opens an unsaved form.
    fn open_begun(&mut self, of: DraftOf) {
        if let Err(reason) = self.can_record() {
            return self.warn(reason);
        }
        match of {
            DraftOf::New(kind) => self.new_record(kind),
            DraftOf::Sitting(number) => {
                self.begin_sitting_of(Record { kind: Kind::Review, number });
            }
            DraftOf::Workshop => {}
            DraftOf::Known(kind, number) => self.correct(Record { kind, number }),
        }
    }
}
