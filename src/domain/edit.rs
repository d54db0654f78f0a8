//! What a person changes: one field of one need.

use super::{Coded, Horizon, Priority, Response, TriageField, clean_text};

/// A new value for a triage field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// How urgent the need is.
    Priority(Option<Priority>),
    /// Whether it is there today.
    Horizon(Option<Horizon>),
    /// What is being done.
    Response(Option<Response>),
    /// The code of the person who answers for it.
    FocalPoint(Option<String>),
    /// The notes, cleaned; empty for none.
    Notes(String),
}

impl Change {
    /// New notes from what somebody typed.
    pub fn notes(typed: &str) -> Self {
        Self::Notes(clean_text(typed))
    }

    /// The change that gives a field the value with this code; `None` where the field has no such
    /// value. Whether a person's code is known only the register can tell.
    pub fn of(field: TriageField, code: Option<&str>) -> Option<Self> {
        match field {
            TriageField::Priority => coded(code, Self::Priority),
            TriageField::Horizon => coded(code, Self::Horizon),
            TriageField::Response => coded(code, Self::Response),
            TriageField::FocalPoint => Some(Self::FocalPoint(code.map(str::to_owned))),
            TriageField::Notes => Some(Self::notes(code.unwrap_or_default())),
        }
    }

    /// The field.
    pub fn field(&self) -> TriageField {
        match self {
            Self::Priority(_) => TriageField::Priority,
            Self::Horizon(_) => TriageField::Horizon,
            Self::Response(_) => TriageField::Response,
            Self::FocalPoint(_) => TriageField::FocalPoint,
            Self::Notes(_) => TriageField::Notes,
        }
    }

    /// The value as the change log keeps it; `None` for "not stated".
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Priority(value) => value.map(Coded::code),
            Self::Horizon(value) => value.map(Coded::code),
            Self::Response(value) => value.map(Coded::code),
            Self::FocalPoint(code) => code.as_deref(),
            Self::Notes(text) => (!text.is_empty()).then_some(text),
        }
    }
}

fn coded<T: Coded>(code: Option<&str>, change: fn(Option<T>) -> Change) -> Option<Change> {
    match code {
        Some(code) => T::from_code(code).map(|value| change(Some(value))),
        None => Some(change(None)),
    }
}

/// One field of one need gets a new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The need's id.
    pub need: u32,
    /// The field and its value.
    pub change: Change,
    /// The version of the need that the person saw; `None` to overwrite whatever is there.
    pub if_version: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_to_its_change_and_back() {
        for (field, code) in [
            (TriageField::Priority, Some("high")),
            (TriageField::Horizon, Some("projected")),
            (TriageField::Response, Some("under way")),
            (TriageField::FocalPoint, Some("fp-gh")),
            (TriageField::Notes, Some("ask again")),
        ] {
            for code in [code, None] {
                let change = Change::of(field, code).unwrap();
                assert_eq!((change.field(), change.code()), (field, code));
            }
        }
        assert_eq!(Change::of(TriageField::Priority, Some("highest")), None);
    }

    #[test]
    fn notes_are_cleaned() {
        assert_eq!(Change::notes("a\u{1b}[2Jb\u{202e}"), Change::Notes("a [2Jb".into()));
        assert_eq!(Change::notes(" \n").code(), None);
    }
}
