//! The meaning of each column of a file with the decisions of its user, which are asked once for a column; as TOML, so
//! that a file of the same kind is read the same way again.

use super::target::{Meaning, Target};
use super::verdict::ReasonKind;
use crate::domain::Coded;
use crate::text::Message;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The order of day and month in dates such as 02/03/2015.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayOrder {
    /// The day comes first.
    Day,
    /// The month comes first.
    Month,
}

/// A column with its meaning and the decisions about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedColumn {
    /// The heading as it stands in the file; empty without one.
    pub heading: String,
    /// The meaning; `None` for a column that is left out.
    pub means: Option<Meaning>,
    /// The order of day and month in its dates; `None` while it is undecided.
    pub first: Option<DayOrder>,
    /// Whether the parts of a list in a cell become needs of their own.
    pub splits: bool,
    /// The reasons whose proposals are accepted for the whole column.
    pub accept: BTreeSet<ReasonKind>,
}

/// The columns of a file with their meanings and decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The list that the file is imported into.
    pub target: Target,
    /// The columns, in the order of the file.
    pub columns: Vec<MappedColumn>,
    /// The reasons whose proposals are accepted and that belong to no column.
    pub accept: BTreeSet<ReasonKind>,
    /// Values that every record has and no column states, as typed, by meaning: a State, a cycle, a document.
    pub fixed: BTreeMap<Meaning, String>,
    /// Spellings of States with the code or the name of the State that they mean in this file.
    pub states: BTreeMap<String, String>,
}

/// The reason why a mapping cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingError {
    /// It is not TOML, or has a key that a mapping does not have: the words of the reader.
    Toml(String),
    /// It is made for another list than the file is imported into: both codes.
    OtherTarget(String, &'static str),
    /// A column or fixed value has a meaning that the list does not have.
    Meaning(String),
    /// A reason is accepted that is unknown, or that has no proposal.
    Reason(String),
}

impl MappingError {
    /// The message.
    pub fn message(&self) -> Message {
        match self {
            Self::Toml(words) => Message::new("import-map-toml").with("words", words.as_str()),
            Self::OtherTarget(own, target) => Message::new("import-map-other-list")
                .with("own", own.as_str())
                .with("target", *target),
            Self::Meaning(code) => Message::new("import-map-meaning").with("code", code.as_str()),
            Self::Reason(code) => Message::new("import-map-reason").with("code", code.as_str()),
        }
    }
}

/// A mapping as TOML has it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    list: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    accept: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    every: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    states: BTreeMap<String, String>,
    #[serde(default, rename = "column")]
    columns: Vec<FileColumn>,
}

/// A column as TOML has it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileColumn {
    heading: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    means: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first: Option<DayOrder>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    splits: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    accept: Vec<String>,
}

fn codes(kinds: &BTreeSet<ReasonKind>) -> Vec<String> {
    kinds.iter().map(|kind| kind.code().to_owned()).collect()
}

fn kinds(codes: &[String]) -> Result<BTreeSet<ReasonKind>, MappingError> {
    let kind = |code: &String| {
        let known = ReasonKind::from_code(code).filter(|kind| kind.can_be_accepted());
        known.ok_or_else(|| MappingError::Reason(code.clone()))
    };
    codes.iter().map(kind).collect()
}

impl Mapping {
    /// A mapping of these headings without meanings and decisions.
    pub fn of_headings(target: Target, headings: &[String]) -> Self {
        let column =
            |heading: &String| MappedColumn { heading: heading.clone(), ..MappedColumn::default() };
        Self {
            target,
            columns: headings.iter().map(column).collect(),
            accept: BTreeSet::new(),
            fixed: BTreeMap::new(),
            states: BTreeMap::new(),
        }
    }

    /// Reads a mapping from TOML for a list.
    ///
    /// # Errors
    /// It cannot be read, or belongs to another list.
    pub fn from_toml(toml: &str, target: Target) -> Result<Self, MappingError> {
        let file: File =
            toml::from_str(toml).map_err(|error| MappingError::Toml(error.message().to_owned()))?;
        if file.list != target.code() {
            return Err(MappingError::OtherTarget(file.list, target.code()));
        }
        let meaning = |code: &String| {
            Meaning::from_code(target, code).ok_or_else(|| MappingError::Meaning(code.clone()))
        };
        let column = |column: FileColumn| {
            Ok(MappedColumn {
                means: column.means.as_ref().map(meaning).transpose()?,
                heading: column.heading,
                first: column.first,
                splits: column.splits,
                accept: kinds(&column.accept)?,
            })
        };
        let fixed = |(code, value): (String, String)| Ok((meaning(&code)?, value));
        Ok(Self {
            target,
            columns: file.columns.into_iter().map(column).collect::<Result<_, _>>()?,
            accept: kinds(&file.accept)?,
            fixed: file.every.into_iter().map(fixed).collect::<Result<_, _>>()?,
            states: file.states,
        })
    }

    /// Gives the mapping as TOML.
    pub fn to_toml(&self) -> String {
        let column = |column: &MappedColumn| FileColumn {
            heading: column.heading.clone(),
            means: column.means.map(|means| means.code().to_owned()),
            first: column.first,
            splits: column.splits,
            accept: codes(&column.accept),
        };
        let fixed =
            |(meaning, value): (&Meaning, &String)| (meaning.code().to_owned(), value.clone());
        let file = File {
            list: self.target.code().to_owned(),
            accept: codes(&self.accept),
            every: self.fixed.iter().map(fixed).collect(),
            states: self.states.clone(),
            columns: self.columns.iter().map(column).collect(),
        };
        // Nothing in it can fail: keys are words, values are words or lists of words.
        toml::to_string(&file).unwrap_or_default()
    }

    /// Gives the first column with a meaning.
    pub fn column(&self, means: Meaning) -> Option<usize> {
        self.columns.iter().position(|column| column.means == Some(means))
    }

    /// Gives the first column of the field with a code.
    pub fn column_of(&self, code: &str) -> Option<usize> {
        self.target.field(code).and_then(|field| self.column(Meaning::Field(field)))
    }

    /// Accepts the proposals of a kind for the column at a place, or for rows as a whole.
    pub fn accept(&mut self, column: Option<usize>, kind: ReasonKind) {
        match column.and_then(|place| self.columns.get_mut(place)) {
            Some(column) => column.accept.insert(kind),
            None => self.accept.insert(kind),
        };
    }

    /// Whether the proposals of a kind are accepted for the column at a place.
    pub fn accepts(&self, column: Option<usize>, kind: ReasonKind) -> bool {
        match column.and_then(|place| self.columns.get(place)) {
            Some(column) => column.accept.contains(&kind),
            None => self.accept.contains(&kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text};

    #[test]
    fn a_mapping_is_read_back_from_its_toml() {
        let headings = ["State", "Date = day", "\"Need\"\n[x]", "Date = day", ""];
        let mut mapping = Mapping::of_headings(Target::Needs, &headings.map(str::to_owned));
        for (column, code) in [(0, "state"), (1, "identified"), (2, "text"), (3, "left-out")] {
            mapping.columns[column].means = Meaning::from_code(Target::Needs, code);
        }
        mapping.columns[1].first = Some(DayOrder::Month);
        mapping.columns[2].splits = true;
        mapping.accept(Some(0), ReasonKind::FilledDown);
        mapping.accept(None, ReasonKind::MoreCells);
        mapping.fixed.insert(Meaning::Cycle, "2".to_owned());
        mapping.states.insert("Rep. \"of\" Congo".to_owned(), "COG".to_owned());
        let toml = mapping.to_toml();
        assert_eq!(Mapping::from_toml(&toml, Target::Needs), Ok(mapping), "{toml}");
    }

    #[test]
    fn a_mapping_that_cannot_be_read_says_why() {
        for (toml, words) in [
            ("list = 1", "invalid type"),
            ("list = \"needs\"\nother = 1", "unknown field"),
            ("list = \"reviews\"", "reviews"),
            ("list = \"needs\"\n[[column]]\nheading = \"a\"\nmeans = \"weather\"", "weather"),
            ("list = \"needs\"\n[[column]]\nheading = \"a\"\naccept = [\"no-value\"]", "no-value"),
            ("list = \"needs\"\naccept = [\"luck\"]", "luck"),
            ("list = \"needs\"\n[every]\nweather = \"fine\"", "weather"),
        ] {
            let error = Mapping::from_toml(toml, Target::Needs).unwrap_err();
            for lang in Lang::ALL {
                let said = Text::of(*lang).say(&error.message());
                assert!(said.contains(words), "{toml}: {said}");
            }
        }
    }
}
