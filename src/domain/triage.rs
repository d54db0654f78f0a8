//! The triage fields of a need. "Not stated" is `None` everywhere, never a value of its own.

use super::coded;

coded! {
    /// The urgency of a need.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Priority {
        /// To be served first.
        High => "high",
        /// To be served next.
        Medium => "medium",
        /// Can wait.
        Low => "low",
    }
}

coded! {
    /// The horizon of a need, which exists today or is expected (resolution 7/3: "current and projected").
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Horizon {
        /// There today.
        Current => "current",
        /// Expected.
        Projected => "projected",
    }
}

coded! {
    /// The response to a need.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Response {
        /// Nothing yet.
        Unmet => "unmet",
        /// Assistance is planned.
        Planned => "planned",
        /// Assistance is being given.
        UnderWay => "under way",
        /// Assistance was given and the need is met.
        Met => "met",
        /// The State no longer asks.
        Withdrawn => "withdrawn",
    }
}

coded! {
    /// A field of a need that triage sets, and that the change log records.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum TriageField {
        /// [`Priority`].
        Priority => "priority",
        /// [`Horizon`].
        Horizon => "horizon",
        /// [`Response`].
        Response => "response",
        /// The code of the focal point or adviser who answers for the need.
        FocalPoint => "focal",
        /// The officer's notes, one text.
        Notes => "notes",
        /// The day by which a projected need is expected.
        ProjectedOn => "projected",
        /// The free tags, all of them as one value.
        Themes => "theme",
        /// The number of the need that this one repeats.
        DuplicateOf => "duplicate",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;

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
