//! Forms of every kind over made-up registers.

use super::*;
use crate::app::state::form::field::FieldInput;
use crate::app::state::form::offers::Known;
use crate::domain::{Coded, Day, Moment, NeedNumber};
use crate::query::Context;
use crate::query::register::Register;
use crate::testing::random_register;
use crate::text::Lang;

mod refusals;

const EN: Lang = Lang::En;

const TODAY: Day = Day::from_number(20_000);

fn register() -> Register {
    random_register::register(3, 40)
}

fn known(register: &Register) -> Known<'_> {
    let context = Context { today: TODAY, me: None };
    Known { register, context, text: Text::of(EN) }
}

/// A form of a new need of the first review of a cycle, with words in its fields.
fn need(register: &Register, cycle: &str, typed: &[(&str, &str)]) -> Form {
    let vocabulary = &register.vocabulary;
    let review = vocabulary.reviews.iter().find(|one| one.cycle.code() == cycle).unwrap();
    let mut form = Form::new(Kind::Need);
    form.carry("review", &words::review_in_words(review, vocabulary, Text::of(EN)));
    for (code, words) in typed {
        form.go_to(code);
        form.current_mut().unwrap().put(words);
    }
    form
}

/// Gives the value offered for the field under the cursor.
fn offered(form: &Form, register: &Register) -> Option<String> {
    form.offer(known(register)).map(|(_, offer)| offer.insert)
}

#[test]
fn what_is_typed_is_an_edit_of_the_fields_that_have_words() {
    let register = register();
    let mut form = need(&register, "2", &[("article", "art. 52, 53–54"), ("text", "Training")]);
    let edit = form.edit(&register.vocabulary, TODAY).unwrap();
    assert_eq!((edit.record, edit.if_version), (Edited::New(Kind::Need), None));
    let values: Vec<_> =
        edit.values.iter().map(|(field, value)| (field.code(), value.as_deref())).collect();
    assert_eq!(values[0].0, "review");
    assert_eq!(values[1..], [("article", Some("52; 53; 54")), ("text", Some("Training"))]);
}

#[test]
fn only_what_differs_from_the_register_is_written_over_the_version_that_was_seen() {
    let register = register();
    let field = |code| RecordField::from_code(Kind::Need, code).unwrap();
    let record = Record::need(NeedNumber::new(7));
    let values = vec![
        (field("article"), "9; 53".to_owned()),
        (field("text"), "Advice".to_owned()),
        (field("priority"), "high".to_owned()),
    ];
    let whole = WholeRecord { record, version: 4, is_there: true, values };
    let mut form = Form::of(&whole, &register.vocabulary, Text::of(EN));
    assert!(!form.differs() && form.typed("article") == "9, 53");
    assert_eq!(form.edit(&register.vocabulary, TODAY).unwrap().values, []);
    form.go_to("priority");
    form.current_mut().unwrap().type_char('l');
    form.go_to("article");
    form.current_mut().unwrap().put("none");
    assert_eq!(
        form.edit(&register.vocabulary, TODAY),
        None,
        "it is in no figure then: doubted once"
    );
    let edit = form.edit(&register.vocabulary, TODAY).unwrap();
    assert_eq!((edit.record, edit.if_version), (Edited::Known(record), Some(4)));
    let written = [(field("article"), None), (field("priority"), Some("low".to_owned()))];
    assert_eq!(edit.values, written);
    form.discard();
    assert!(!form.differs() && form.typed("priority") == "high");
}

#[test]
fn a_new_need_takes_the_day_of_its_review() {
    let mut register = register();
    let vocabulary = std::sync::Arc::make_mut(&mut register.vocabulary);
    let on = crate::domain::PartialDate::Year(2017);
    vocabulary.reviews[0].steps[crate::domain::Step::ExecutiveSummary.index()] = Some(on);
    let name = words::review_in_words(&vocabulary.reviews[0], vocabulary, Text::of(EN));
    let mut form = Form::new(Kind::Need);
    form.go_to("review");
    form.current_mut().unwrap().put(&name);
    assert_eq!(form.day_of_source(&register.vocabulary), Some(on));
    form.take_day(&register.vocabulary);
    assert_eq!(form.typed("identified"), "2017");
    assert_eq!(form.day_of_source(&register.vocabulary), None, "it has a day");
    let place = form.place("identified").unwrap();
    form.fields[place].put("none");
    form.take_day(&register.vocabulary);
    assert_eq!(form.typed("identified"), "none", "none is an answer");
}

#[test]
fn names_are_offered_for_their_beginnings_and_never_for_scattered_letters() {
    let register = register();
    let form = |code, words| need(&register, "2", &[(code, words)]);
    let of = |code, words| offered(&form(code, words), &register);
    assert_eq!(of("category", "cap").as_deref(), Some("Capacity-building"));
    assert_eq!(of("article", "52, return").as_deref(), Some("57"));
    assert_eq!(of("article", "52, "), None);
    assert_eq!(of("article", "52"), None, "it says the same");
    assert_eq!(of("state", "tanz").as_deref(), Some("United Republic of Tanzania"));
    assert_eq!(of("state", "tnz"), None);
    assert_eq!(of("text", "tanz"), None);
    let mut form = form("article", "52, return");
    assert!(form.take_offer(known(&register)));
    assert_eq!(form.typed("article"), "52, 57");
    assert!(!form.take_offer(known(&register)));
}

#[test]
fn of_several_values_a_list_gives_and_takes_one() {
    let register = register();
    let mut form = need(&register, "2", &[("article", "52")]);
    form.choose("57");
    assert_eq!(form.typed("article"), "52, 57");
    form.choose("52");
    assert_eq!(form.typed("article"), "57");
    form.go_to("category");
    assert!(form.space_opens());
    form.choose("Capacity-building");
    assert!(!form.space_opens(), "a name may go on behind a space");
    let own = form.current().unwrap();
    assert!(form.all_offers(own, known(&register)).len() > 3);
    form.go_to("paragraph");
    assert!(!form.space_opens());
    form.go_to("priority");
    assert!(form.space_opens());
}

#[test]
fn somebody_who_was_quicker_is_told_at_the_field_and_the_next_write_is_over_theirs() {
    let register = register();
    let field = RecordField::from_code(Kind::Need, "paragraph").unwrap();
    let (record, at) = (Record::need(NeedNumber::new(7)), Moment::from_seconds(0));
    let whole =
        WholeRecord { record, version: 4, is_there: true, values: vec![(field, "1".into())] };
    let mut form = Form::of(&whole, &register.vocabulary, Text::of(EN));
    form.go_to("paragraph");
    form.current_mut().unwrap().put("2");
    form.at = 0;
    let (before, theirs, mine) = (Some("1".into()), Some("3".into()), Some("2".into()));
    let by = "fp-ke".into();
    let conflict = Conflict { record, field, before, theirs, mine, by, at, version: 6 };
    form.take_conflicts(&[conflict], &register.vocabulary, Text::of(EN));
    assert_eq!(form.current().unwrap().field, field);
    let edit = form.edit(&register.vocabulary, TODAY).unwrap();
    assert_eq!((edit.if_version, edit.values), (Some(6), vec![(field, Some("2".into()))]));
    form.take_theirs();
    assert!(!form.differs() && form.typed("paragraph") == "3");
    assert_eq!(form.edit(&register.vocabulary, TODAY).unwrap().values, []);
}

#[test]
fn a_draft_brings_back_what_was_typed_over_the_version_that_was_seen() {
    let register = register();
    let mut form = need(&register, "2", &[("text", "First line\nsecond"), ("priority", "high")]);
    form.version = 3;
    assert_eq!(Form::new(Kind::Need).draft("need".into(), Moment::from_seconds(0)), None);
    let draft = form.draft(form.key(None), Moment::from_seconds(5)).unwrap();
    assert_eq!((draft.form.as_str(), draft.typed.len()), ("need", 2));
    let mut other = Form::new(Kind::Need);
    other.take_draft(&draft);
    assert_eq!(other.typed("text"), "First line\nsecond");
    assert_eq!(other.typed("priority"), "high");
    assert_eq!(form.key(Some(9)), "need of 9");
    let mut old = Form {
        record: Some(Record::need(NeedNumber::new(4))),
        version: 5,
        ..Form::new(Kind::Need)
    };
    old.take_draft(&draft);
    assert_eq!((old.key(Some(9)).as_str(), old.version), ("need 4", 3));
}

#[test]
fn a_text_takes_so_much_and_says_how_much_it_left_out() {
    let mut form = Form::new(Kind::Need);
    form.go_to("text");
    let put = form.current_mut().unwrap().type_text(&"x".repeat(70_000), false);
    assert_eq!((put.changed, put.left_out), (true, 70_000 - crate::domain::NOTES_LIMIT));
    form.go_to("paragraph");
    let put = form.current_mut().unwrap().type_text(&"资".repeat(70_000), false);
    assert!(put.changed && put.left_out > 60_000);
}

#[test]
fn every_field_of_every_kind_can_be_filled_and_says_what_is_wrong() {
    let register = register();
    for &kind in Kind::ALL {
        let mut form = Form::new(kind);
        for place in 0..form.fields.len() {
            form.at = place;
            let own = &mut form.fields[place];
            if let FieldInput::Choice(codes, _) = own.input.clone() {
                let first = codes[0];
                own.put(first);
                assert_eq!(own.typed(), first);
                for (&code, lang) in
                    codes.iter().flat_map(|code| Lang::ALL.iter().map(move |l| (code, l)))
                {
                    let words = own.choice_in_words(code, Text::of(*lang));
                    assert!(!words.is_empty(), "{:?} {code}", own.field);
                    // Views have no form.
                    let is_named = *lang == EN || kind == Kind::View || words != code;
                    assert!(is_named, "{:?} {code} in {lang:?}", own.field);
                }
            } else {
                own.type_text("\u{1b}[2J资产\u{202e}", false);
                assert_eq!(own.typed().trim(), "[2J资产", "{:?}", own.field);
            }
            form.check(&register.vocabulary, TODAY);
            let own = &form.fields[place];
            let refused = entry::read(own.field, &own.typed(), &register.vocabulary).is_err();
            assert_eq!(own.problem.is_some(), refused, "{:?}", own.field);
            if let (true, Some(own)) = (form.has_list(own), form.current()) {
                form.all_offers(own, known(&register));
            }
        }
    }
}

#[test]
fn words_for_a_value_are_read_back_as_that_value() {
    let register = register();
    let vocabulary = &register.vocabulary;
    let fields = Kind::ALL.iter().flat_map(|kind| RecordField::in_form(*kind));
    for field in fields {
        let mut form = Form::new(field.kind());
        form.go_to(field.code());
        let Some(own) = form.current() else { continue };
        for offer in form.all_offers(own, known(&register)).into_iter().take(30) {
            let Ok(Some(value)) = entry::read(field, &offer.insert, vocabulary) else { continue };
            for &lang in Lang::ALL {
                let words = words::of(field, Some(&value), vocabulary, Text::of(lang));
                let again = entry::read(field, &words, vocabulary);
                assert_eq!(again, Ok(Some(value.clone())), "{field:?} {words}");
            }
        }
    }
}

#[test]
fn chapters_are_numerals_again_when_the_form_is_opened() {
    let register = register();
    let field = |code| RecordField::from_code(Kind::Need, code).unwrap();
    let values = vec![(field("chapter"), "2; 5".to_owned())];
    let whole = WholeRecord {
        record: Record::need(NeedNumber::new(7)),
        version: 1,
        is_there: true,
        values,
    };
    let mut form = Form::of(&whole, &register.vocabulary, Text::of(EN));
    assert_eq!(form.typed("chapter"), "II, V");
    form.go_to("chapter");
    form.current_mut().unwrap().put("II, V, VI");
    let edit = form.edit(&register.vocabulary, TODAY).unwrap();
    assert_eq!(edit.values, [(field("chapter"), Some("2; 5; 6".to_owned()))]);
}
