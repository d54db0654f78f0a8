//! An edit: a change of one field of one need by a person.

use super::{
    Coded, Day, Horizon, NeedNumber, Priority, Response, ThemeNames, TriageField, clean_text,
    theme_name,
};
use std::borrow::Cow;

/// A new value for a triage field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// How urgent the need is.
    Priority(Option<Priority>),
    /// Whether it is there today.
    Horizon(Option<Horizon>),
    /// The state of the response to it.
    Response(Option<Response>),
    /// The code of the person who answers for it.
    FocalPoint(Option<String>),
    /// The notes, cleaned; empty for none.
    Notes(String),
    /// The day by which it is expected.
    ProjectedOn(Option<Day>),
    /// All its themes, by English name, cleaned; empty for none.
    Themes(Vec<String>),
    /// One more theme, whatever others there are.
    AddTheme(String),
    /// One theme less, whatever others there are.
    RemoveTheme(String),
    /// The number of the need that it repeats.
    DuplicateOf(Option<NeedNumber>),
}

impl Change {
    /// New notes from a typed text.
    pub fn notes(typed: &str) -> Self {
        Self::Notes(clean_text(typed))
    }

    /// One more theme, from a typed or chosen name.
    pub fn add_theme(typed: &str) -> Self {
        Self::AddTheme(theme_name(typed))
    }

    /// One theme less, from a typed or chosen name.
    pub fn remove_theme(typed: &str) -> Self {
        Self::RemoveTheme(theme_name(typed))
    }

    /// The change that gives a field the value with this code; `None` where the field has no such
    /// value. Whether a person, a theme or a need is known only the register can tell.
    pub fn of(field: TriageField, code: Option<&str>) -> Option<Self> {
        match field {
            TriageField::Priority => coded(code, Self::Priority),
            TriageField::Horizon => coded(code, Self::Horizon),
            TriageField::Response => coded(code, Self::Response),
            TriageField::FocalPoint => Some(Self::FocalPoint(code.map(str::to_owned))),
            TriageField::Notes => Some(Self::notes(code.unwrap_or_default())),
            TriageField::ProjectedOn => match code {
                Some(code) => Day::parse(code).map(|day| Self::ProjectedOn(Some(day))),
                None => Some(Self::ProjectedOn(None)),
            },
            TriageField::Themes => {
                Some(Self::Themes(ThemeNames::read(code).iter().map(str::to_owned).collect()))
            }
            TriageField::DuplicateOf => match code {
                Some(code) => code.parse().ok().map(|need| Self::DuplicateOf(Some(need))),
                None => Some(Self::DuplicateOf(None)),
            },
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
            Self::ProjectedOn(_) => TriageField::ProjectedOn,
            Self::Themes(_) | Self::AddTheme(_) | Self::RemoveTheme(_) => TriageField::Themes,
            Self::DuplicateOf(_) => TriageField::DuplicateOf,
        }
    }

    /// The value as the change log keeps it; `None` for "not stated". For one theme more or less,
    /// the name of that theme: the need's themes then depend on those before ([`Self::over`]).
    pub fn code(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Priority(value) => value.map(Coded::code).map(Cow::from),
            Self::Horizon(value) => value.map(Coded::code).map(Cow::from),
            Self::Response(value) => value.map(Coded::code).map(Cow::from),
            Self::FocalPoint(code) => code.as_deref().map(Cow::from),
            Self::Notes(text) => (!text.is_empty()).then(|| Cow::from(text)),
            Self::ProjectedOn(day) => day.map(|day| day.to_string().into()),
            Self::Themes(names) => names.iter().collect::<ThemeNames>().code().map(Cow::from),
            Self::AddTheme(name) | Self::RemoveTheme(name) => Some(Cow::from(name)),
            Self::DuplicateOf(need) => need.map(|need| need.to_string().into()),
        }
    }

    /// The value of the field after the change, where it was `now`: both as the log keeps them.
    pub fn over(&self, now: Option<&str>) -> Option<String> {
        match self {
            Self::AddTheme(name) => {
                let mut themes = ThemeNames::read(now);
                themes.add(name);
                themes.code()
            }
            Self::RemoveTheme(name) => {
                let mut themes = ThemeNames::read(now);
                themes.remove(name);
                themes.code()
            }
            _ => self.code().map(Cow::into_owned),
        }
    }
}

fn coded<T: Coded>(code: Option<&str>, change: fn(Option<T>) -> Change) -> Option<Change> {
    match code {
        Some(code) => T::from_code(code).map(|value| change(Some(value))),
        None => Some(change(None)),
    }
}

/// A new value for one field of one need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The need's id.
    pub need: NeedNumber,
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
            (TriageField::ProjectedOn, Some("2027-03-01")),
            (TriageField::Themes, Some("asset declarations; whistle-blowers")),
            (TriageField::DuplicateOf, Some("3591")),
        ] {
            for code in [code, None] {
                let change = Change::of(field, code).unwrap();
                assert_eq!((change.field(), change.code().as_deref()), (field, code));
                assert_eq!(change.over(Some("before")).as_deref(), code);
            }
        }
        assert_eq!(Change::of(TriageField::Priority, Some("highest")), None);
        assert_eq!(Change::of(TriageField::ProjectedOn, Some("soon")), None);
        assert_eq!(Change::of(TriageField::DuplicateOf, Some("-1")), None);
    }

    #[test]
    fn a_theme_more_or_less_leaves_the_others() {
        let more = Change::add_theme("b;c");
        assert_eq!((more.field(), more.code().as_deref()), (TriageField::Themes, Some("b,c")));
        assert_eq!(more.over(Some("a; d")).as_deref(), Some("a; b,c; d"));
        assert_eq!(more.over(None).as_deref(), Some("b,c"));
        let less = Change::remove_theme("A");
        assert_eq!(less.over(Some("a; d")).as_deref(), Some("d"));
        assert_eq!(less.over(Some("a")), None);
    }

    #[test]
    fn notes_are_cleaned() {
        assert_eq!(Change::notes("a\u{1b}[2Jb\u{202e}"), Change::Notes("a [2Jb".into()));
        assert_eq!(Change::notes(" \n").code(), None);
    }
}
