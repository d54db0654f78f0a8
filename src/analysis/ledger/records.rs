//! Which rows of a small table a figure counts: `kind:programme level:global,regional`, and with a
//! bar between several such groups, rows of any of them.

use crate::domain::Coded;
use crate::query::register::{Activity, Category, Organisation, Person};

/// Groups of conditions, of which one must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    groups: Vec<Vec<(String, Vec<String>)>>,
}

/// A small table whose rows can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Activities.
    Activities,
    /// Organisations.
    Organisations,
    /// Posts.
    Posts,
    /// Categories.
    Categories,
}

impl Kind {
    /// The columns by which its rows are chosen.
    pub(super) fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Activities => &["code", "kind", "level", "status", "paragraph"],
            Self::Organisations => &["code", "kind", "role"],
            Self::Posts => &["code", "kind"],
            Self::Categories => &["code", "cycle"],
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
    pub(super) fn read(text: &str, kind: Kind) -> Result<Self, Unread> {
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
            let values: Vec<String> =
                values.split(',').map(|value| value.replace('"', "")).collect();
            if values.iter().any(String::is_empty) {
                return Err(Unread::NoCondition(at));
            }
            if let Some(group) = groups.last_mut() {
                group.push((field.to_owned(), values));
            }
        }
        Ok(Self { groups })
    }

    fn fit(&self, cell: impl Fn(&str) -> String) -> bool {
        let fits = |(field, values): &(String, Vec<String>)| values.contains(&cell(field));
        self.groups.iter().any(|group| group.iter().all(fits))
    }

    /// Whether an activity is one of the rows.
    pub(in crate::analysis) fn activity(&self, row: &Activity) -> bool {
        self.fit(|field| match field {
            "code" => row.code.clone(),
            "kind" => row.kind.clone(),
            "level" => row.level.clone(),
            "status" => row.status.clone(),
            _ => row.paragraph.clone(),
        })
    }

    /// Whether an organisation is.
    pub(in crate::analysis) fn organisation(&self, row: &Organisation) -> bool {
        self.fit(|field| match field {
            "code" => row.code.clone(),
            "kind" => row.kind.clone(),
            _ => row.role.clone(),
        })
    }

    /// Whether a post is.
    pub(in crate::analysis) fn post(&self, row: &Person) -> bool {
        self.fit(|field| match field {
            "code" => row.code.clone(),
            _ => row.kind.code().to_owned(),
        })
    }

    /// Whether a category is.
    pub(in crate::analysis) fn category(&self, row: &Category) -> bool {
        self.fit(|field| match field {
            "code" => row.code.clone(),
            _ => row.cycle.code().to_owned(),
        })
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

    fn organisation(code: &str, role: &str) -> Organisation {
        Organisation {
            id: 1,
            code: code.into(),
            name_en: String::new(),
            name_zh: String::new(),
            kind: "forum".into(),
            role: role.into(),
            role_zh: String::new(),
        }
    }

    #[test]
    fn conditions_hold_together_and_groups_one_by_one() {
        let read = |text: &str| Records::read(text, Kind::Organisations).unwrap();
        let wanted = read("role:\"cooperation partner\" | code:P1,P2 kind:forum");
        assert!(wanted.organisation(&organisation("P9", "cooperation partner")));
        assert!(wanted.organisation(&organisation("P2", "coordination")));
        assert!(!wanted.organisation(&organisation("P3", "coordination")));
        assert!(read("").organisation(&organisation("P3", "")));
    }

    #[test]
    fn what_cannot_be_read_has_its_place() {
        let read = |text: &str| Records::read(text, Kind::Activities).unwrap_err();
        assert_eq!(read("kind:a levle:b"), Unread::NoField(7, "levle".into()));
        assert_eq!(read("kind:a b"), Unread::NoCondition(7));
        assert_eq!(read("kind:a,"), Unread::NoCondition(0));
        assert_eq!(read("kind:\"a"), Unread::OpenQuote(5));
    }
}
