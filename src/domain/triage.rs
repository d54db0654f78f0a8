//! The triage fields of a need. "Not stated" is `None` everywhere, never a value of its own.

use super::{Coded, coded_values};

/// How urgent a need is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// To be served first.
    High,
    /// To be served next.
    Medium,
    /// Can wait.
    Low,
}

impl Coded for Priority {
    coded_values! {
        High => "high",
        Medium => "medium",
        Low => "low",
    }
}

/// Whether the need exists today or is expected (resolution 7/3: "current and projected").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    /// There today.
    Current,
    /// Expected.
    Projected,
}

impl Coded for Horizon {
    coded_values! {
        Current => "current",
        Projected => "projected",
    }
}

/// What has been done about the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Response {
    /// Nothing yet.
    Unmet,
    /// Assistance is planned.
    Planned,
    /// Assistance is being given.
    UnderWay,
    /// Assistance was given and the need is met.
    Met,
    /// The State no longer asks.
    Withdrawn,
}

impl Coded for Response {
    coded_values! {
        Unmet => "unmet",
        Planned => "planned",
        UnderWay => "under way",
        Met => "met",
        Withdrawn => "withdrawn",
    }
}

/// A field of a need that triage sets, and that the change log records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriageField {
    /// [`Priority`].
    Priority,
    /// [`Horizon`].
    Horizon,
    /// [`Response`].
    Response,
    /// The code of the focal point or adviser who answers for the need.
    FocalPoint,
    /// The officer's notes, one text.
    Notes,
    /// The day by which a projected need is expected.
    ProjectedOn,
    /// The free tags, all of them as one value.
    Themes,
    /// The number of the need that this one repeats.
    DuplicateOf,
}

impl Coded for TriageField {
    coded_values! {
        Priority => "priority",
        Horizon => "horizon",
        Response => "response",
        FocalPoint => "focal",
        Notes => "notes",
        ProjectedOn => "projected",
        Themes => "theme",
        DuplicateOf => "duplicate",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads_back<T: Coded + std::fmt::Debug>() {
        for (place, &value) in T::ALL.iter().enumerate() {
            assert_eq!(value.index(), place);
            assert_eq!(T::from_code(value.code()), Some(value));
        }
    }

    #[test]
    fn every_code_leads_back_to_its_value() {
        leads_back::<Priority>();
        leads_back::<Horizon>();
        leads_back::<Response>();
        leads_back::<TriageField>();
    }
}
