//! Tests of the rules between the fields of one record, and that no write is refused in the words of the schema.

use super::{add, added_kinds, edit, examples, field, first_values, register, values};
use crate::domain::{Coded, Kind, NeedNumber, Record};
use crate::entry;
use crate::fields::RecordField;
use crate::query::register::Vocabulary;
use crate::store::records::{Edited, RecordEdit, RecordWrite, Rule};
use crate::store::{Store, StoreError};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Gives why a new record with the first values of its kind and these is refused.
fn refused(store: &Store, kind: Kind, pairs: &[(&str, &str)]) -> Option<StoreError> {
    let mut all = first_values(kind, 1);
    all.retain(|(code, _)| pairs.iter().all(|(own, _)| own != code));
    all.extend(values(pairs));
    edit(store, Edited::New(kind), &all, None, None).err()
}

/// A kind, the values of a new record, the field that is named, and the rule.
type Case<'a> = (Kind, &'a [(&'a str, &'a str)], &'a str, Rule);

#[test]
fn a_rule_is_told_at_the_field_to_correct() {
    let store = register();
    let cases: [Case<'_>; 16] = [
        (Kind::Need, &[("review", ""), ("state", "1")], "review", Rule::SourceOrReview),
        (Kind::Need, &[("source", "state-report")], "source", Rule::SourceOfReview),
        (Kind::Need, &[("state", "2")], "state", Rule::StateOfReview),
        (Kind::Need, &[("category", "C2-OT")], "category", Rule::CategoryOfCycle),
        (Kind::Need, &[("article", "52"), ("chapter", "3; 5")], "chapter", Rule::ChapterAlone),
        (Kind::Need, &[("identified", "2999")], "identified", Rule::Ahead),
        (Kind::Document, &[("date", "2999-05")], "date", Rule::Ahead),
        (
            Kind::Review,
            &[("reviewer-1", "3"), ("reviewer-2", "3")],
            "reviewer-2",
            Rule::TwoReviewers,
        ),
        (Kind::Review, &[("dialogue", "country visit")], "direct-dialogue", Rule::DayOfDialogue),
        (
            Kind::Review,
            &[("stakeholders", "no"), ("media", "yes")],
            "stakeholders",
            Rule::Stakeholders,
        ),
        (Kind::Person, &[("since", "2030"), ("until", "2020")], "until", Rule::EndsBefore),
        (Kind::Activity, &[("starts", "2020-02"), ("ends", "2020-01")], "ends", Rule::EndsBefore),
        (Kind::Activity, &[("programme", "new-1")], "programme", Rule::OwnProgramme),
        (Kind::Overlap, &[("first", "A002"), ("second", "A002")], "second", Rule::TwoActivities),
        (Kind::Overlap, &[("first", "A002"), ("second", "A001")], "second", Rule::TwoActivities),
        (
            Kind::Activity,
            &[("identifier", "a"), ("former-identifier", "a; b")],
            "former-identifier",
            Rule::FormerIdentifier,
        ),
    ];
    for (kind, pairs, at, rule) in cases {
        let error = StoreError::Rule(field(kind, at), rule);
        assert_eq!(refused(&store, kind, pairs), Some(error), "{pairs:?}");
    }
    let fine: [(Kind, &[(&str, &str)]); 6] = [
        (Kind::Need, &[("article", "52"), ("chapter", "3")]),
        (Kind::Need, &[("review", ""), ("state", "1"), ("source", "direct-request")]),
        (Kind::Document, &[("date", "2019")]),
        (Kind::Review, &[("direct-dialogue", "2022"), ("dialogue", "joint meeting")]),
        (Kind::Person, &[("since", "2020-05"), ("until", "2020")]),
        (Kind::Activity, &[("starts", "2999"), ("ends", "2999-01")]),
    ];
    for (kind, pairs) in fine {
        assert_eq!(refused(&store, kind, pairs), None, "{pairs:?}");
    }
}

/// What an earlier version wrote can be corrected field by field.
#[test]
fn a_rule_is_asked_only_where_one_of_its_fields_changes() {
    let store = register();
    let need = Record::need(NeedNumber::new(1));
    let late = "UPDATE need SET identified_on = '2999' WHERE id = 1";
    store.connection.execute(late, []).unwrap();
    edit(&store, Edited::Known(need), &values(&[("text", "other")]), None, None).unwrap();
    let again = edit(&store, Edited::Known(need), &values(&[("identified", "2998")]), None, None);
    assert_eq!(again, Err(StoreError::Rule(field(Kind::Need, "identified"), Rule::Ahead)));
}

#[test]
fn a_name_or_code_means_one_state() {
    let store = register();
    let (iso2, iso3, name): (String, String, String) = store
        .connection
        .query_row(
            "SELECT iso2, iso3, text FROM state JOIN name ON record = state.id
             WHERE name.kind = 'state' AND language = 'en' AND state.id = 3",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let spelled = |text: &str, status: &str| format!(r#"[["en","{text}","{status}",1]]"#);
    let upper = name.to_uppercase();
    let (common, asked) = (spelled(&upper, "common"), spelled(&upper, "ask"));
    let taken = |code: &str, value: &str, told: &str| {
        let said = StoreError::StateName(
            field(Kind::State, code),
            told.to_owned(),
            format!("{iso3} {name}"),
        );
        assert_eq!(refused(&store, Kind::State, &[(code, value)]), Some(said), "{code}={value}");
    };
    taken("name.en", &upper, &upper);
    taken("name.fr", &name, &name);
    taken("spelling", &common, &upper);
    taken("iso2", &iso2, &iso2);
    taken("iso3", &iso2, &iso2);
    assert_eq!(refused(&store, Kind::State, &[("spelling", &asked)]), None, "it asks which one");
    let third = Edited::Known(Record { kind: Kind::State, number: 3 });
    edit(&store, third, &values(&[("name.en", &upper)]), None, None).unwrap();
}

/// The register that random writes are tried on, and its names.
static TRIED: LazyLock<Vocabulary> = LazyLock::new(|| register().vocabulary().unwrap());

/// Words that people may write in any field.
const TYPED: [&str; 22] = [
    "x",
    "0",
    "1",
    "2",
    "-1",
    "17.9",
    "yes",
    "no",
    "2020",
    "2020-02-30",
    "2999-01-01",
    "0001",
    "review",
    "state-report",
    "1; 1",
    "[[]]",
    r#"[["x"]]"#,
    r"[[null,null]]",
    r#"[["1",0],["1",200]]"#,
    r#"[["ldc","2020","2019"]]"#,
    r#"[["pledged",null,5,null]]"#,
    r#"[["EN","x","common",1],["en","x","odd",7]]"#,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is written in some fields of a record, a refusal speaks of a field and never in the words of SQLite.
    #[test]
    fn no_refusal_is_in_the_words_of_the_schema(
        kind in 0..12_usize,
        written in prop::collection::vec((0..64_usize, 0..24_usize), 1..5),
    ) {
        thread_local! {
            static STORE: Store = register();
        }
        let kind = added_kinds().nth(kind).unwrap();
        let fields: Vec<RecordField> = (RecordField::of(kind).iter().copied())
            .filter(|field| !field.is_itself() && !field.is_kept())
            .collect();
        STORE.with(|store| {
            let first = first_values(kind, 1).into_iter();
            let mut given: Vec<(RecordField, Option<String>)> =
                first.map(|(code, value)| (field(kind, &code), value)).collect();
            for (at, with) in written {
                let field = fields[at % fields.len()];
                let value = match TYPED.get(with) {
                    Some(typed) => entry::read(field, typed, &TRIED).ok().flatten(),
                    None => Some(examples(store, field)[with - TYPED.len()].clone()),
                };
                given.retain(|(own, _)| *own != field);
                given.push((field, value));
            }
            let edits = vec![RecordEdit {
                record: Edited::New(kind),
                values: given.clone(),
                void: None,
                if_version: None,
            }];
            let write = RecordWrite { who: "me".into(), note: String::new(), edits };
            let refused = store.rehearse_edit(&write).err();
            let is_raw = matches!(
                refused,
                Some(StoreError::Refused(_) | StoreError::Other(_) | StoreError::Damaged(..))
            );
            prop_assert!(!is_raw, "{} {given:?}: {refused:?}", kind.code());
            Ok(())
        })?;
    }
}

#[test]
fn a_side_row_that_the_schema_refuses_names_its_field() {
    let store = register();
    let activity = add(&store, Kind::Activity, &first_values(Kind::Activity, 2));
    for (code, value) in
        [("sdg", "99"), ("helped", r#"[["1",0]]"#), ("money", r#"[["lent",null,null,null]]"#)]
    {
        let done = edit(&store, Edited::Known(activity), &values(&[(code, value)]), None, None);
        let Err(StoreError::FieldValue(at, _)) = done else { panic!("{code}: {done:?}") };
        assert_eq!(at.code(), code);
    }
}
