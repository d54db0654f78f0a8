//! Short forms of the names of values, for where the full names have no room: one table for each language, a line for
//! each value, read when one is first asked for.

use super::{Lang, Text};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The length of a name. The values of one chart or column are all named in the same form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The name in full.
    Full,
    /// In at most 20 cells.
    Short,
    /// In at most 14 cells.
    Shortest,
    /// The head of a column of a matrix, in at most 10 cells.
    Head,
}

impl Form {
    /// Those of the lines of a chart, the longest first.
    pub const ALL: [Self; 3] = [Self::Full, Self::Short, Self::Shortest];
}

/// The forms of each value by its field and code: the short one, the shortest, the head.
type Table = HashMap<(&'static str, &'static str), [&'static str; 3]>;

impl Text {
    /// The name of a value in a short form; nothing for the full form and for values that have no short ones: States,
    /// people and themes. An article stands without its number.
    pub fn short(&self, field: &str, code: &str, form: Form) -> Option<&'static str> {
        let forms = table(self.lang()).get(&(field, code))?;
        match form {
            Form::Full => None,
            Form::Short => Some(forms[0]),
            Form::Shortest => Some(forms[1]),
            Form::Head => Some(forms[2]),
        }
    }
}

fn table(lang: Lang) -> &'static Table {
    static TABLES: [OnceLock<Table>; Lang::COUNT] = [const { OnceLock::new() }; Lang::COUNT];
    TABLES[lang as usize].get_or_init(|| read(lang.files().short))
}

fn read(file: &'static str) -> Table {
    let line = |line: &'static str| {
        let mut parts = line.split(" | ");
        let (value, short, shortest) = (parts.next()?, parts.next()?, parts.next()?);
        Some((value.split_once(' ')?, [short, shortest, parts.next().unwrap_or(shortest)]))
    };
    file.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn each_form_has_room_where_it_is_to_stand() {
        for lang in [Lang::En, Lang::Zh] {
            for (value, forms) in table(lang) {
                // The head of an article is its number.
                let head = if value.0 == "article" { 14 } else { 10 };
                for (form, room) in forms.iter().zip([20, 14, head]) {
                    assert!((1..=room).contains(&width(form)), "{lang:?} {value:?}: {form}");
                }
            }
        }
    }

    #[test]
    fn every_language_has_the_same_values_and_no_two_look_alike() {
        let values = |lang| {
            let mut values: Vec<(&str, &str)> = table(lang).keys().copied().collect();
            values.sort_unstable();
            values
        };
        assert_eq!(values(Lang::En), values(Lang::Zh));
        assert_eq!(values(Lang::En).len(), 95);
        for lang in [Lang::En, Lang::Zh] {
            let mut seen = HashMap::new();
            for ((field, code), forms) in table(lang) {
                for (place, form) in forms.iter().enumerate() {
                    let other = seen.insert((field, place, *form), code);
                    assert_eq!(other, None, "{lang:?} {field} {code}: {form}");
                }
            }
        }
    }
}
