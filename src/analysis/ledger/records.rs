//! The rows of a small table that a figure counts: `kind:programme level:global,regional`, and with a
//! bar between several such groups, rows of any of them.

use crate::domain::Coded;
use crate::query::register::{Activity, Category, Organisation, Person, Vocabulary};
use crate::text::Lang;
use std::collections::{BTreeSet, HashMap};

/// Groups of conditions, of which one must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    groups: Vec<Vec<Condition>>,
}

/// A column and the values that it may have, each with its byte.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    field: String,
    values: Vec<(usize, String)>,
}

/// A value that no row of the table has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Strange {
    /// Its byte.
    pub(in crate::analysis) at: usize,
    /// Its column.
    pub(in crate::analysis) field: String,
    /// The value.
    pub(in crate::analysis) value: String,
    /// The columns that the table has.
    pub(in crate::analysis) known: Vec<String>,
}

/// A small table whose rows can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallTable {
    /// Activities.
    Activities,
    /// Organisations.
    Organisations,
    /// Posts.
    Posts,
    /// Categories.
    Categories,
}

impl SmallTable {
    /// The columns by which its rows are chosen.
    pub(super) fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Activities => &["code", "kind", "level", "status", "paragraph"],
            Self::Organisations => &["code", "kind", "role"],
            Self::Posts => &["code", "kind"],
            Self::Categories => &["code", "cycle"],
        }
    }

    /// The values in a column of its table.
    fn column(self, field: &str, vocabulary: &Vocabulary) -> BTreeSet<String> {
        let all = vocabulary;
        match self {
            Self::Activities => all.activities.iter().map(|row| of_activity(row, field)).collect(),
            Self::Organisations => {
                all.organisations.iter().map(|row| of_organisation(row, field)).collect()
            }
            Self::Posts => all.people.iter().map(|row| of_post(row, field)).collect(),
            Self::Categories => all.categories.iter().map(|row| of_category(row, field)).collect(),
        }
    }
}

/// A part that cannot be read, with its byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// Not `field:value`.
    NoCondition(usize),
    /// The table has no such column.
    NoField(usize, String),
    /// A quotation mark is not closed.
    OpenQuote(usize),
}

impl Records {
    /// Reads the conditions on rows of a table.
    pub(super) fn read(text: &str, kind: SmallTable) -> Result<Self, Unread> {
        let mut groups = vec![Vec::new()];
        for (at, word) in words(text)? {
            if word == "|" {
                groups.push(Vec::new());
                continue;
            }
            let (field, values) = word.split_once(':').ok_or(Unread::NoCondition(at))?;
            if !kind.fields().contains(&field) {
                return Err(Unread::NoField(at, field.to_owned()));
            }
            let mut from = at + field.len() + 1;
            let mut all = Vec::new();
            for value in values.split(',') {
                all.push((from, value.replace('"', "")));
                from += value.len() + 1;
            }
            if all.iter().any(|(_, value)| value.is_empty()) {
                return Err(Unread::NoCondition(at));
            }
            if let Some(group) = groups.last_mut() {
                group.push(Condition { field: field.to_owned(), values: all });
            }
        }
        Ok(Self { groups })
    }

    fn fit(&self, cell: impl Fn(&str) -> String) -> bool {
        let fits = |condition: &Condition| {
            let cell = cell(&condition.field);
            condition.values.iter().any(|(_, value)| *value == cell)
        };
        self.groups.iter().any(|group| group.iter().all(fits))
    }

    /// The first value that no row of its table has.
    pub(in crate::analysis) fn strange(
        &self,
        kind: SmallTable,
        vocabulary: &Vocabulary,
    ) -> Option<Strange> {
        let mut columns: HashMap<&str, BTreeSet<String>> = HashMap::new();
        self.groups.iter().flatten().find_map(|Condition { field, values }| {
            let known = columns.entry(field).or_insert_with(|| kind.column(field, vocabulary));
            let (at, value) = values.iter().find(|(_, value)| !known.contains(value))?;
            let known = known.iter().filter(|value| !value.is_empty()).cloned().collect();
            Some(Strange { at: *at, field: field.clone(), value: value.clone(), known })
        })
    }

    /// Whether an activity is one of the rows.
    pub(in crate::analysis) fn activity(&self, row: &Activity) -> bool {
        self.fit(|field| of_activity(row, field))
    }

    /// Whether an organisation is.
    pub(in crate::analysis) fn organisation(&self, row: &Organisation) -> bool {
        self.fit(|field| of_organisation(row, field))
    }

    /// Whether a post is.
    pub(in crate::analysis) fn post(&self, row: &Person) -> bool {
        self.fit(|field| of_post(row, field))
    }

    /// Whether a category is.
    pub(in crate::analysis) fn category(&self, row: &Category) -> bool {
        self.fit(|field| of_category(row, field))
    }
}

fn of_activity(row: &Activity, field: &str) -> String {
    match field {
        "code" => row.code.clone(),
        "kind" => row.kind.to_string(),
        "level" => row.level.to_string(),
        "status" => row.status.to_string(),
        _ => row.paragraph.to_string(),
    }
}

fn of_organisation(row: &Organisation, field: &str) -> String {
    match field {
        "code" => row.code.clone(),
        "kind" => row.kind.clone(),
        _ => row.role.in_lang(Lang::default()).to_owned(),
    }
}

fn of_post(row: &Person, field: &str) -> String {
    match field {
        "code" => row.code.clone(),
        _ => row.kind.code().to_owned(),
    }
}

fn of_category(row: &Category, field: &str) -> String {
    match field {
        "code" => row.code.clone(),
        _ => row.cycle.code().to_owned(),
    }
}

/// The words between spaces that stand in no quotation marks, each with its byte.
fn words(text: &str) -> Result<Vec<(usize, &str)>, Unread> {
    let (mut words, mut start, mut quoted) = (Vec::new(), None, None);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = if quoted.is_some() { None } else { Some(at) },
            _ if c.is_whitespace() && quoted.is_none() => {
                words.extend(start.take().map(|from: usize| (from, &text[from..at])));
                continue;
            }
            _ => {}
        }
        start.get_or_insert(at);
    }
    words.extend(start.map(|from| (from, &text[from..])));
    match quoted {
        Some(at) => Err(Unread::OpenQuote(at)),
        None => Ok(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Names;

    fn organisation(code: &str, role: &str) -> Organisation {
        Organisation {
            id: 1,
            code: code.into(),
            names: Names::default(),
            kind: "forum".into(),
            role: [("en", role)].into(),
        }
    }

    #[test]
    fn conditions_hold_together_and_groups_one_by_one() {
        let read = |text: &str| Records::read(text, SmallTable::Organisations).unwrap();
        let wanted = read("role:\"cooperation partner\" | code:P1,P2 kind:forum");
        assert!(wanted.organisation(&organisation("P9", "cooperation partner")));
        assert!(wanted.organisation(&organisation("P2", "coordination")));
        assert!(!wanted.organisation(&organisation("P3", "coordination")));
        assert!(read("").organisation(&organisation("P3", "")));
    }

    #[test]
    fn what_cannot_be_read_has_its_place() {
        let read = |text: &str| Records::read(text, SmallTable::Activities).unwrap_err();
        assert_eq!(read("kind:a levle:b"), Unread::NoField(7, "levle".into()));
        assert_eq!(read("kind:a b"), Unread::NoCondition(7));
        assert_eq!(read("kind:a,"), Unread::NoCondition(0));
        assert_eq!(read("kind:\"a"), Unread::OpenQuote(5));
    }
}
