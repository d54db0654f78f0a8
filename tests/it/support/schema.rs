//! JSON Schemas (draft 2020-12) of the lists as data, made from their tables of properties, and a check of real
//! output against them. The check knows the keywords that the schemas use, and fails on any other.

use serde_json::{Map, Value, json};
use ta_tui::cli::{List, Property, ShownWhere, ValueKind};
use ta_tui::text::{Lang, Text};

/// The schema of the array that a list gives.
pub fn schema(list: &List) -> Value {
    let text = Text::of(Lang::En);
    let described = |property: &Property| (property.name.to_owned(), described(property));
    let properties: Map<String, Value> = list.properties.iter().map(described).collect();
    let always = |property: &&Property| property.shown != ShownWhere::OnRequest;
    let required: Vec<&str> =
        list.properties.iter().filter(always).map(|property| property.name).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("ta-tui {} --format json", list.command),
        "description": format!("{}. Order: {}.", list.about(text), list.order(text)),
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        },
    })
}

fn described(property: &Property) -> Value {
    let mut described = match property.kind {
        ValueKind::Text => json!({ "type": "string" }),
        ValueKind::OneOf(codes) => json!({ "enum": codes() }),
        ValueKind::Count => json!({ "type": "integer", "minimum": 0 }),
        ValueKind::Number | ValueKind::Change => json!({ "type": "integer" }),
        ValueKind::Decimal => json!({ "type": "number" }),
        ValueKind::NumberOrText => json!({ "type": ["integer", "string"] }),
        ValueKind::Flag => json!({ "type": "boolean" }),
        ValueKind::FlagOrText => json!({ "type": ["boolean", "string"] }),
        ValueKind::Day => json!({ "type": "string", "format": "date" }),
        ValueKind::Date => json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$" }),
        ValueKind::Moment => json!({ "type": "string", "format": "date-time" }),
        ValueKind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        ValueKind::Numbers => json!({ "type": "array", "items": { "type": "integer" } }),
    };
    let object = described.as_object_mut().unwrap();
    if !property.stated {
        if let Some(codes) = object.get_mut("enum") {
            codes.as_array_mut().unwrap().push(Value::Null);
        } else if let Some(of) = object.get_mut("type") {
            let mut types = of.as_array().cloned().unwrap_or_else(|| vec![of.clone()]);
            types.push("null".into());
            *of = types.into();
        }
    }
    object.insert("description".to_owned(), property.about(Text::of(Lang::En)).into());
    described
}

/// The kind of a property's values in words, for documents.
pub fn kind(property: &Property) -> String {
    let kind = match property.kind {
        ValueKind::Text => "words".to_owned(),
        ValueKind::OneOf(codes) => {
            let quoted: Vec<String> = codes().iter().map(|code| format!("`{code}`")).collect();
            quoted.join(", ")
        }
        ValueKind::Count => "how many".to_owned(),
        ValueKind::Number => "number".to_owned(),
        ValueKind::Change => "number, with its sign".to_owned(),
        ValueKind::Decimal => "number with two decimals".to_owned(),
        ValueKind::NumberOrText => "number or words".to_owned(),
        ValueKind::Flag => "`true`, `false`".to_owned(),
        ValueKind::FlagOrText => "words, `true` or `false`".to_owned(),
        ValueKind::Day => "day".to_owned(),
        ValueKind::Date => "day, month or year".to_owned(),
        ValueKind::Moment => "moment".to_owned(),
        ValueKind::Texts => "list of words".to_owned(),
        ValueKind::Numbers => "list of numbers".to_owned(),
    };
    if property.stated { kind } else { format!("{kind}, or null") }
}

/// The faults of a value by a schema, each with its place.
pub fn faults(schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut hold = |holds: bool, keyword: &str| {
        if !holds {
            found.push(format!("{place}: {keyword}: {value}"));
        }
    };
    let mut below = Vec::new();
    for (keyword, said) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$schema" | "title" | "description" => {}
            "type" => {
                let types = said.as_array().cloned().unwrap_or_else(|| vec![said.clone()]);
                hold(types.iter().any(|of| is_of(value, of.as_str().unwrap())), keyword);
            }
            "enum" => hold(said.as_array().unwrap().contains(value), keyword),
            "minimum" => hold(value.is_null() || value.as_i64() >= said.as_i64(), keyword),
            // the one pattern that there is: a day, a month or a year
            "pattern" => {
                let is_date = |v: &str| ta_tui::domain::PartialDate::parse(v).is_some();
                hold(value.as_str().is_none_or(is_date), keyword);
            }
            "format" => hold(value.as_str().is_none_or(|v| is_formed(v, said)), keyword),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    below.extend(faults(said, item, &format!("{place}[{number}]")));
                }
            }
            "properties" => {
                for (name, schema) in said.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        below.extend(faults(schema, value, &format!("{place}.{name}")));
                    }
                }
            }
            "required" => {
                for name in said.as_array().unwrap() {
                    hold(value.get(name.as_str().unwrap()).is_some(), &format!("{keyword} {name}"));
                }
            }
            "additionalProperties" => {
                let known = &schema["properties"];
                let names = value.as_object().into_iter().flat_map(Map::keys);
                for name in names.filter(|name| known.get(name.as_str()).is_none()) {
                    hold(false, &format!("{keyword} {name}"));
                }
            }
            other => panic!("the check does not know the keyword {other}"),
        }
    }
    found.extend(below);
    found
}

fn is_of(value: &Value, of: &str) -> bool {
    match of {
        "array" => value.is_array(),
        "object" => value.is_object(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("there is no type {other}"),
    }
}

/// Whether each figure and sign stands where a day or a moment has it.
fn is_formed(value: &str, format: &Value) -> bool {
    let form = match format.as_str().unwrap() {
        "date" => "0000-00-00",
        "date-time" => "0000-00-00T00:00:00Z",
        other => panic!("there is no format {other}"),
    };
    let alike = |(c, form): (char, char)| if form == '0' { c.is_ascii_digit() } else { c == form };
    value.len() == form.len() && value.chars().zip(form.chars()).all(alike)
}
