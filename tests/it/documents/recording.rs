//! The fields of each kind of record in `docs/recording.md`, made from the table of fields.

use crate::support::fresh::fresh;
use std::fmt::Write as _;
use ta_tui::domain::{Coded, Kind};
use ta_tui::fields::{FieldValue, RecordField, RowCell, Stored};
use ta_tui::text::{Lang, Text};

const DOCUMENT: &str = include_str!("../../../docs/recording.md");

/// The heading of the generated part.
const FIELDS: &str = "## The fields of each kind\n";

/// The kinds that are recorded by hand.
const RECORDED: [Kind; 10] = [
    Kind::Review,
    Kind::Need,
    Kind::Person,
    Kind::State,
    Kind::Document,
    Kind::Organisation,
    Kind::Activity,
    Kind::Platform,
    Kind::Theme,
    Kind::Comment,
];

fn value(field: RecordField) -> String {
    let referred = || match field.stored().referred().first() {
        Some(referred) => referred.kind.map_or(referred.table, Kind::code).to_owned(),
        None => String::new(),
    };
    match field.value() {
        FieldValue::Line => "words".into(),
        FieldValue::Text => "text".into(),
        FieldValue::OneOf(codes) => codes().join(", "),
        FieldValue::YesNo => "yes, no".into(),
        FieldValue::Number(least, most) => format!("{least} to {most}"),
        FieldValue::Moment => "seconds since 1970".into(),
        FieldValue::Day => "a day".into(),
        FieldValue::Date => "a day, month or year".into(),
        FieldValue::Language => "a language".into(),
        FieldValue::Reference => referred(),
        FieldValue::References => format!("{}, several with ;", referred()),
        FieldValue::Articles => "articles".into(),
        FieldValue::Chapters => "chapters".into(),
        FieldValue::Lines => "words, several with ;".into(),
        FieldValue::Keys => "public keys, several with ;".into(),
        FieldValue::Rows => match field.stored() {
            Stored::Rows(_, columns) => {
                let names: Vec<&str> = RowCell::as_typed(columns).map(|cell| cell.code).collect();
                format!("lines of {}", names.join(" \\| "))
            }
            _ => "rows".into(),
        },
    }
}

fn fields() -> String {
    let text = Text::of(Lang::En);
    let mut made = String::new();
    for kind in RECORDED {
        let _ = write!(
            made,
            "\n### {}\n\n| field | what it says | value |\n| --- | --- | --- |\n",
            kind.code()
        );
        let mut last = String::new();
        for field in
            RecordField::of(kind).iter().filter(|field| !field.is_itself() && !field.is_kept())
        {
            let code = match field.language() {
                Some(_) => format!("{}.LANG", field.code().rsplit_once('.').unwrap().0),
                None => field.code().to_owned(),
            };
            if code == last {
                continue;
            }
            let mark = match (field.is_given_once(), field.is_required()) {
                (true, _) => ", given once",
                (false, true) => ", always there",
                (false, false) => "",
            };
            let id = field.name();
            let name = text.tr(&id);
            let _ = writeln!(made, "| `{code}` | {name}{mark} | {} |", value(*field));
            last = code;
        }
    }
    made
}

#[test]
fn every_field_of_every_recorded_kind_is_listed() {
    let (before, _) = DOCUMENT.split_once(FIELDS).expect("the heading of the fields");
    fresh("docs/recording.md", &format!("{before}{FIELDS}{}", fields()));
}
