//! JSON lines of standard input: one record on each line, an object of its fields.

use super::values::{Given, Reading};
use crate::cli::failure::{Failure, Status};
use crate::cli::lines::{self, Bounds};
use crate::domain::clean_line;
use crate::text::Message;
use serde_json::{Map, Value};
use std::io;

/// A line has room for a text of 64 KiB, escaped, and the fields beside it.
const BOUNDS: Bounds = Bounds { longest: 1 << 20, most: 200_000, stopped: "cli-records-stopped" };

/// What a line says of a record that is added, for messages.
pub(super) const OF_ADDED: &str = r#"{"article": "52"}"#;

/// What a line says of a record that is edited.
pub(super) const OF_EDITED: &str = r#"{"id": 12, "article": "52"}"#;

/// What a line says of a need that is only named.
pub(super) const OF_NEED: &str = r#"{"id": 12}"#;

/// Reads each line of standard input as an object, such as `example`, and makes something of it. Empty lines are left out.
///
/// # Errors
/// Each line of which nothing can be made, with its number; nothing is made of the others then.
pub(super) fn read_from_standard_input<T>(
    example: &'static str,
    mut make: impl FnMut(&Map<String, Value>) -> Result<T, Failure>,
) -> Result<Vec<T>, Failure> {
    let mut all = Vec::new();
    lines::each(io::stdin().lock(), BOUNDS, |number, line| {
        let record = object(line, example).and_then(|object| make(&object)).map_err(|failure| {
            let message = Message::new("cli-records-line").with("line", number.to_string());
            Failure::new(Status::BadData, message).with_reasons_of(failure)
        })?;
        all.push(record);
        Ok(())
    })?;
    Ok(all)
}

fn object(line: &str, example: &'static str) -> Result<Map<String, Value>, Failure> {
    serde_json::from_str(line).map_err(|error| {
        let message =
            Message::new("cli-records-no-object").with("column", error.column().to_string());
        Failure::new(Status::BadData, message.with("example", example))
    })
}

/// The fields of an object, but for those with these names.
pub(super) fn values(
    reading: &Reading<'_>,
    object: &Map<String, Value>,
    but: &[&str],
) -> Result<Vec<Given>, Failure> {
    let mut given = Vec::new();
    for (field, value) in object.iter().filter(|(field, _)| !but.contains(&field.as_str())) {
        // A name in several languages, as the lists print it.
        if let Value::Object(names) = value {
            for (language, name) in names {
                let field = format!("{field}.{language}");
                refuse_nested(&field, name)?;
                reading.take(&mut given, &field, &typed(name))?;
            }
        } else {
            refuse_nested(field, value)?;
            reading.take(&mut given, field, &typed(value))?;
        }
    }
    Ok(given)
}

/// Refuses an object within a value: it would be written as the text that it is in JSON. Lists within rows are texts by
/// language, which the field reads.
fn refuse_nested(field: &str, value: &Value) -> Result<(), Failure> {
    let is_nested = match value {
        Value::Object(_) => true,
        Value::Array(all) => all.iter().any(|one| match one {
            Value::Array(cells) => cells.iter().any(Value::is_object),
            one => one.is_object(),
        }),
        _ => false,
    };
    if !is_nested {
        return Ok(());
    }
    let message = Message::new("cli-records-nested").with("field", clean_line(field));
    Err(Failure::new(Status::BadData, message))
}

/// A value as it is typed: several are joined, rows of their own stay JSON.
fn typed(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(all) if all.iter().all(|one| !one.is_array()) => {
            all.iter().map(typed).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// A property as a word; `None` where it is not there.
pub(super) fn word(object: &Map<String, Value>, name: &str) -> Option<String> {
    object.get(name).map(typed).filter(|word| !word.trim().is_empty())
}

/// A property as the number of a version.
pub(super) fn version(object: &Map<String, Value>, name: &str) -> Result<Option<u32>, Failure> {
    let Some(word) = word(object, name) else { return Ok(None) };
    word.parse().map(Some).map_err(|_| {
        let message = Message::new("cli-records-no-version").with("value", clean_line(&word));
        Failure::new(Status::BadData, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::store::Store;
    use crate::text::Lang;

    #[test]
    fn a_name_in_several_languages_is_one_object_and_others_are_refused() {
        let vocabulary = Store::in_memory().unwrap().vocabulary().unwrap();
        let reading = Reading { kind: Kind::Person, vocabulary: &vocabulary, lang: Lang::En };
        let read = |line: &str| values(&reading, &object(line, OF_ADDED).unwrap(), &[]);
        let given = read(r#"{"post": {"en": "Officer", "fr": "Chargée"}}"#).unwrap();
        let given: Vec<(&str, Option<&str>)> =
            given.iter().map(|(field, value)| (field.code(), value.as_deref())).collect();
        assert_eq!(given, [("post.en", Some("Officer")), ("post.fr", Some("Chargée"))]);
        for line in [
            r#"{"kind": {"en": "officer"}}"#,
            r#"{"post": {"xx": "Officer"}}"#,
            r#"{"post": {"en": {"a": "Officer"}}}"#,
            r#"{"post": [{"en": "Officer"}]}"#,
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
