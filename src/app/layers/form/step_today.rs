//! Writes that a review reached its next step today: at once, without a question; undo takes it back.

use crate::app::App;
use crate::app::state::form::words;
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::waits::RecordFor;
use crate::domain::{Coded, Step};
use crate::fields::RecordField;
use crate::store::{Edited, RecordEdit, StoreError, WholeRecord, Written};
use crate::text::{Arg, Message};

impl App {
    /// Asks for the review under the cursor, to date its next step today.
    pub(in crate::app) fn reach_step(&mut self) {
        if let Some(review) = self.review_here() {
            self.ask_record(review, RecordFor::Step);
        }
    }

    /// Dates the review's next step today: the first one after all that have a date.
    pub(super) fn write_step(&mut self, whole: &WholeRecord) {
        let field = |step: &Step| RecordField::from_code(whole.record.kind, step.code());
        let is_reached =
            |step: &Step| field(step).is_some_and(|field| whole.value(field).is_some());
        let behind = Step::ALL.iter().rposition(is_reached).map_or(0, |last| last + 1);
        let Some(field) = Step::ALL.get(behind).and_then(field) else {
            return self.warn("reason-no-step");
        };
        let today = self.today().to_string();
        let vocabulary = self.vocabulary();
        let number = i64::from(whole.record.number);
        let review = vocabulary.and_then(|of| of.reviews.iter().find(|one| one.id == number));
        let name = review
            .zip(vocabulary)
            .map(|(review, vocabulary)| words::review_in_words(review, vocabulary, self.text()));
        let message = Message::new("notice-step-reached")
            .with("review", name.unwrap_or_else(|| number.to_string()))
            .with("step", Arg::Named(field.name()))
            .with("day", today.clone())
            .with("key", self.key_of("triage.undo"));
        let edit = RecordEdit {
            record: Edited::Known(whole.record),
            values: vec![(field, Some(today))],
            void: None,
            if_version: Some(whole.version),
        };
        self.send_records(vec![edit], None, Pending::Record(message));
    }

    /// Takes the result of the write of a record, with the message for its success.
    pub(in crate::app) fn record_written(
        &mut self,
        message: Message,
        result: Result<Option<Written>, StoreError>,
    ) {
        match result {
            Ok(_) => {
                self.ask_log();
                self.say(Notice::done(message));
            }
            Err(error) => self.say_failed(&error),
        }
    }
}
