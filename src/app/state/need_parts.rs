//! The parts of the page of a need below what the need itself is, and what Enter opens on each of their lines. A part
//! is a row of this table; how it is drawn stands in `ui/screens/around.rs`.

use crate::app::state::assistance::AssistanceRecord;
use crate::app::state::page::{Given, Opens};
use crate::app::triage::related;
use crate::query::register::NeedRef;

/// A part of the page of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedPart {
    /// The assistance that the State has had under its articles.
    Assistance,
    /// The other needs of the State under its articles.
    Others,
    /// The changes of the need.
    History,
}

impl NeedPart {
    /// All of them, in the order of the page.
    pub const ALL: &'static [Self] = &[Self::Assistance, Self::Others, Self::History];

    /// Gives the targets of the part's lines; an empty part has one line, without a target.
    pub fn opens(self, need: NeedRef<'_>, given: &Given<'_>) -> Vec<Opens> {
        let mut lines: Vec<Opens> = match self {
            Self::Assistance => {
                let activities = &need.vocabulary.activities;
                let place = |code: &str| activities.iter().position(|one| one.code == code);
                let found = related::assistance(need).into_iter();
                let places = found.filter_map(|(one, _)| place(&one.code));
                places.map(AssistanceRecord::activity).map(Opens::Assistance).collect()
            }
            Self::Others => {
                let register = given.answer.map(|answer| &*answer.register);
                let others = register.map(|register| related::listed(register, need));
                others.into_iter().flatten().map(|other| Opens::Need(other.id())).collect()
            }
            Self::History => {
                let detail = given.detail.filter(|detail| detail.id == need.id());
                let history = detail.into_iter().flat_map(|detail| &detail.history);
                history.map(|change| Opens::Changes(change.batch)).collect()
            }
        };
        if lines.is_empty() {
            lines.push(Opens::Nothing);
        }
        lines
    }
}
