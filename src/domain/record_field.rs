//! The fields of records as the change log names them.

use super::{Coded, Kind, TriageField, coded_values};

/// A field of a saved view. Together they are the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewField {
    /// Its name.
    Name,
    /// Whose view it is.
    Owner,
    /// The screen that it opens.
    Screen,
    /// The filter, as typed.
    Filter,
    /// The sort order.
    Sort,
    /// The columns.
    Columns,
    /// What the records are grouped by.
    Grouping,
    /// What is counted.
    Measure,
    /// The key that opens it.
    Key,
}

impl Coded for ViewField {
    coded_values! {
        Name => "name",
        Owner => "owner",
        Screen => "screen",
        Filter => "filter",
        Sort => "sort",
        Columns => "columns",
        Grouping => "grouping",
        Measure => "measure",
        Key => "key",
    }
}

/// A field of a record of any kind, as the change log names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordField {
    /// The record itself: [`RecordField::THERE`], or nothing where it was not yet added or is taken out.
    Itself,
    /// A field of a need.
    Need(TriageField),
    /// A field of a saved view.
    View(ViewField),
    /// The value of a setting.
    Value,
}

/// Those of a need.
const OF_NEEDS: [RecordField; 8] = [
    RecordField::Need(TriageField::Priority),
    RecordField::Need(TriageField::Horizon),
    RecordField::Need(TriageField::Response),
    RecordField::Need(TriageField::FocalPoint),
    RecordField::Need(TriageField::Notes),
    RecordField::Need(TriageField::ProjectedOn),
    RecordField::Need(TriageField::Themes),
    RecordField::Need(TriageField::DuplicateOf),
];

/// Those of a saved view.
const OF_VIEWS: [RecordField; 10] = [
    RecordField::Itself,
    RecordField::View(ViewField::Name),
    RecordField::View(ViewField::Owner),
    RecordField::View(ViewField::Screen),
    RecordField::View(ViewField::Filter),
    RecordField::View(ViewField::Sort),
    RecordField::View(ViewField::Columns),
    RecordField::View(ViewField::Grouping),
    RecordField::View(ViewField::Measure),
    RecordField::View(ViewField::Key),
];

impl RecordField {
    /// The value of [`RecordField::Itself`] while the record is there.
    pub const THERE: &'static str = "there";

    /// The fields of records of a kind that a log can name, in the order in which it lists them; none of a kind
    /// whose records are not changed yet.
    pub fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Need => &OF_NEEDS,
            Kind::View => &OF_VIEWS,
            Kind::Setting => &[Self::Value],
            Kind::Review
            | Kind::State
            | Kind::Person
            | Kind::Organisation
            | Kind::Activity
            | Kind::Platform
            | Kind::Match
            | Kind::Theme
            | Kind::Document => &[],
        }
    }

    /// The field of a kind with this code, if there is one.
    pub fn from_code(kind: Kind, code: &str) -> Option<Self> {
        Self::of(kind).iter().copied().find(|field| field.code() == code)
    }

    /// The code: what stands in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Itself => "record",
            Self::Need(field) => field.code(),
            Self::View(field) => field.code(),
            Self::Value => "value",
        }
    }

    /// The field of a need that it is, if it is one.
    pub fn of_need(self) -> Option<TriageField> {
        match self {
            Self::Need(field) => Some(field),
            Self::Itself | Self::View(_) | Self::Value => None,
        }
    }

    /// Its name: the message that says it.
    pub fn name(self) -> String {
        match self {
            Self::Need(field) => format!("field-{}", field.code()),
            Self::Itself | Self::View(_) | Self::Value => format!("record-field-{}", self.code()),
        }
    }

    /// Every code, each once.
    pub fn codes() -> Vec<&'static str> {
        let mut codes = Vec::new();
        for field in Kind::ALL.iter().flat_map(|kind| Self::of(*kind)) {
            if !codes.contains(&field.code()) {
                codes.push(field.code());
            }
        }
        codes
    }
}

impl From<TriageField> for RecordField {
    fn from(field: TriageField) -> Self {
        Self::Need(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_kind_is_found_by_its_code_and_none_is_left_out() {
        for kind in Kind::ALL {
            for field in RecordField::of(*kind) {
                assert_eq!(RecordField::from_code(*kind, field.code()), Some(*field));
            }
        }
        let needs: Vec<_> = OF_NEEDS.iter().filter_map(|field| field.of_need()).collect();
        assert_eq!(needs, TriageField::ALL);
        let views: Vec<_> = OF_VIEWS[1..].iter().map(|field| field.code()).collect();
        assert_eq!(views, ViewField::ALL.iter().map(|field| field.code()).collect::<Vec<_>>());
        assert_eq!(RecordField::from_code(Kind::Need, "filter"), None);
    }
}
