//! The values of a State that an import adds to the register.

use super::staged::StateOf;
use crate::domain::{Coded, Kind, NameStatus, Spelling, fold, state_names};
use crate::fields::RecordField;
use crate::text::Names;

/// The message with the name of a State that the source does not name.
const NOT_NAMED: &str = "slot-none-state";

/// The languages in which a State has a name of its own; its other ways to write it are spellings.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

impl StateOf {
    /// The values of the State to add, as the change log keeps them: its code, its names, that it is no party. Nothing
    /// for a State that the register has.
    pub fn values(&self) -> Vec<(RecordField, Option<String>)> {
        let (kind, mut values) = match self {
            Self::Known(_) => return Vec::new(),
            Self::Beyond(code) => ("state", beyond(code)),
            Self::NotNamed => {
                let names = Names::of_message(NOT_NAMED);
                let name =
                    |(language, name): (&str, &str)| (format!("name.{language}"), name.to_owned());
                ("unnamed", names.pairs().map(name).collect())
            }
        };
        values.push(("kind".to_owned(), kind.to_owned()));
        values.push(("party".to_owned(), "no".to_owned()));
        let field = |(code, value): (String, String)| {
            Some((RecordField::from_code(Kind::State, &code)?, Some(value)))
        };
        values.into_iter().filter_map(field).collect()
    }
}

/// The code, names and spellings of a State that the program knows, by the codes of their fields.
fn beyond(code: &str) -> Vec<(String, String)> {
    let mut all = vec![("iso3".to_owned(), code.to_owned())];
    let Some(state) = state_names().into_iter().find(|state| state.code == code) else {
        return all;
    };
    let mut taken: Vec<String> = vec![fold(code)];
    let mut spellings: Vec<&Spelling> = Vec::new();
    for spelling in &state.spellings {
        let field = format!("name.{}", spelling.language);
        let is_language = LANGUAGES.contains(&spelling.language.as_str());
        let is_first = !all.iter().any(|(own, _)| *own == field);
        if taken.contains(&fold(&spelling.text)) {
            continue;
        }
        taken.push(fold(&spelling.text));
        if is_language && is_first && spelling.status != NameStatus::Ask {
            all.push((field, spelling.text.clone()));
        } else {
            spellings.push(spelling);
        }
    }
    let row = |one: &&Spelling| serde_json::json!([one.language, one.text, one.status.code(), 0]);
    let rows: Vec<serde_json::Value> = spellings.iter().map(row).collect();
    if !rows.is_empty() {
        all.push(("spelling".to_owned(), serde_json::Value::from(rows).to_string()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_to_add_has_its_names_and_is_no_party() {
        let values = |of: StateOf| -> Vec<(String, String)> {
            let all = of.values().into_iter();
            all.map(|(field, value)| (field.code().to_owned(), value.unwrap())).collect()
        };
        let andorra = values(StateOf::Beyond("AND"));
        let value = |code: &str| {
            andorra.iter().find(|(own, _)| own == code).map(|(_, value)| value.as_str())
        };
        assert_eq!(value("iso3"), Some("AND"));
        assert_eq!(value("name.en"), Some("Andorra"));
        assert_eq!(value("name.zh"), Some("安道尔"));
        assert_eq!((value("kind"), value("party")), (Some("state"), Some("no")));
        assert!(value("spelling").is_some_and(|rows| rows.contains("Principality of Andorra")));
        let unnamed = values(StateOf::NotNamed);
        assert!(unnamed.contains(&("kind".to_owned(), "unnamed".to_owned())));
        assert!(unnamed.contains(&("name.en".to_owned(), "State not named".to_owned())));
        assert!(values(StateOf::Known(1)).is_empty());
    }

    /// The store takes each value as it is written.
    #[test]
    fn every_value_of_every_state_to_add_can_be_written() {
        for state in state_names().into_iter().filter(|state| state.code.len() == 3) {
            for (field, value) in StateOf::Beyond(state.code).values() {
                let value = value.unwrap();
                let read = field.value().read(&value);
                assert_eq!(read, Some(Some(value)), "{} {}", state.code, field.code());
            }
        }
    }
}
