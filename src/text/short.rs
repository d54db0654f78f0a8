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
}

impl Form {
    /// The longest first.
    pub const ALL: [Self; 3] = [Self::Full, Self::Short, Self::Shortest];
}

/// The forms of each value by its field and code, the short one and the shortest.
type Table = HashMap<(&'static str, &'static str), [&'static str; 2]>;

impl Text {
    /// The name of a value in a short form; nothing for the full form and for values that have no short ones: States,
    /// people and themes. An article stands without its number.
    pub fn short(&self, field: &str, code: &str, form: Form) -> Option<&'static str> {
        let forms = table(self.lang()).get(&(field, code))?;
        match form {
            Form::Full => None,
            Form::Short => Some(forms[0]),
            Form::Shortest => Some(forms[1]),
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
        Some((parts.next()?.split_once(' ')?, [parts.next()?, parts.next()?]))
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
                for (form, room) in forms.iter().zip([20, 14]) {
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
