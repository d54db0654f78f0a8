//! Decisions about needs: a value for a field, the same for all, or for each need the likely focal
//! point.

use crate::domain::{Change, TriageField};
use crate::query::register::{NeedRef, Vocabulary};

/// A decision about one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The field gets this value.
    Set(Change),
    /// The need is assigned to the focal point of its State, or else to the adviser of its region.
    Likely,
}

impl Decision {
    /// The field.
    pub fn field(&self) -> TriageField {
        match self {
            Self::Set(change) => change.field(),
            Self::Likely => TriageField::FocalPoint,
        }
    }

    /// The change of one need; `None` where no person is likely.
    pub fn of(&self, need: NeedRef<'_>, likely: &Likely) -> Option<Change> {
        match self {
            Self::Set(change) => Some(change.clone()),
            Self::Likely => {
                let person = &need.vocabulary.people[usize::from(likely.person(need)?)];
                Some(Change::FocalPoint(Some(person.code.clone())))
            }
        }
    }
}

/// The subject of a decision: a field, or one theme.
fn about(decision: &Decision) -> (TriageField, Option<&str>) {
    let theme = match decision {
        Decision::Set(Change::AddTheme(name) | Change::RemoveTheme(name)) => Some(name.as_str()),
        _ => None,
    };
    (decision.field(), theme)
}

/// Adds a decision to others; a later one about the same takes the place of the earlier.
pub fn add(decisions: &mut Vec<Decision>, decision: Decision) {
    match decisions.iter_mut().find(|other| about(other) == about(&decision)) {
        Some(other) => *other = decision,
        None => decisions.push(decision),
    }
}

/// Finds the likely focal point of a need.
pub struct Likely {
    /// The focal point of each State, by place in the vocabulary.
    focal: Vec<Option<u16>>,
}

impl Likely {
    /// Reads it from the register's people.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut focal = vec![None; vocabulary.states.len()];
        let people = vocabulary.people.iter().enumerate();
        for (place, person) in people.filter(|(_, person)| !person.is_retired) {
            if let Some(of) = person.state.and_then(|state| focal.get_mut(usize::from(state))) {
                *of = Some(place as u16);
            }
        }
        Self { focal }
    }

    /// The focal point of the need's State, or the adviser of its region: a place in the
    /// vocabulary.
    pub fn person(&self, need: NeedRef<'_>) -> Option<u16> {
        let own = self.focal.get(usize::from(need.state_place())).copied().flatten();
        let holds = |place: &u16| {
            let person = need.vocabulary.people.get(usize::from(*place));
            person.is_some_and(|person| !person.is_retired)
        };
        own.or(need.state().adviser.filter(holds))
    }
}

/// A person in the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assign {
    /// A person, by code.
    To(String),
    /// No focal point.
    Nobody,
    /// For each need the focal point of its State, or the adviser of its region.
    Likely,
}

impl Assign {
    /// The decision for the chosen item.
    pub fn decision(self) -> Decision {
        match self {
            Self::To(code) => Decision::Set(Change::FocalPoint(Some(code))),
            Self::Nobody => Decision::Set(Change::FocalPoint(None)),
            Self::Likely => Decision::Likely,
        }
    }
}
