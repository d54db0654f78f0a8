//! The doubt about a match that was written from a form, as the command line remarks on one: the match stays.

use super::record_form::RecordForm;
use crate::app::App;
use crate::assistance::{Exclusion, Served};
use crate::domain::NeedNumber;
use crate::text::Message;

impl App {
    /// The first reason why the need and the activity of a form hardly belong together: the need is not open, or the rule
    /// of candidates leaves the pair out.
    pub(super) fn doubt_about(&self, open: &RecordForm) -> Option<Message> {
        // A record is named by its number or code, behind which other words may stand.
        let first = |code| open.form.typed(code).split_whitespace().next().map(str::to_owned);
        let number = first("need")?.parse().ok()?;
        self.doubt_of(number, &first("activity")?)
    }

    /// Likewise, of a need and the activity with a code.
    pub(in crate::app::layers) fn doubt_of(
        &self,
        number: NeedNumber,
        code: &str,
    ) -> Option<Message> {
        let need = self.need(number)?;
        let known = &self.vocabulary()?.activities;
        let activity = known.iter().find(|one| one.code.eq_ignore_ascii_case(code))?;
        let excluded = Served::new(activity, self.today()).and_then(|of| of.fit(need).map(drop));
        let id = match excluded {
            _ if need.standing().is_none() => "cli-match-closed",
            Err(Exclusion::Kind) => "cli-match-kind",
            Err(Exclusion::Cancelled) => "cli-match-cancelled",
            Err(Exclusion::Place) => "cli-match-place",
            Err(Exclusion::Subject) => "cli-match-subject",
            Ok(()) => return None,
        };
        let message = Message::new(id).with("count", 1_u32).with("needs", number.to_string());
        Some(message.with("activity", activity.code.as_str()))
    }
}
