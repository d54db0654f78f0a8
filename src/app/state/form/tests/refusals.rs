//! Refusals and doubts of forms: at their fields, when these are left or the form is saved.

use super::*;
use crate::store::RecordName;

#[test]
fn what_cannot_be_read_is_told_at_its_field_when_that_is_left() {
    let register = register();
    let mut form = need(&register, "2", &[("identified", "sometime"), ("article", "63")]);
    form.check(&register.vocabulary, TODAY);
    let problem = form.current().unwrap().problem.clone().unwrap();
    assert_eq!(problem.id(), "entry-no-article");
    form.at = 0;
    assert_eq!(form.edit(&register.vocabulary, TODAY), None);
    assert_eq!(form.current().unwrap().field.code(), "article", "the first of the two");
    assert!(form.fields.iter().filter(|own| own.problem.is_some()).count() == 2);
}

#[test]
fn a_category_of_the_other_cycle_is_refused_and_an_article_of_it_doubted_once() {
    let register = register();
    let mut form = need(&register, "2", &[("text", "x"), ("category", "C1-6")]);
    form.check(&register.vocabulary, TODAY);
    let problem = form.current().unwrap().problem.clone().unwrap();
    assert_eq!(problem.id(), "form-category-of-other-cycle");
    let mut form = need(&register, "2", &[("text", "x"), ("article", "52, 15")]);
    assert_eq!(form.edit(&register.vocabulary, TODAY), None);
    let problem = form.current().unwrap().problem.clone().unwrap();
    assert_eq!(problem.id(), "form-article-of-other-cycle");
    assert!(form.edit(&register.vocabulary, TODAY).is_some(), "saved once more, it stands");
}

#[test]
fn a_date_to_come_or_before_the_step_that_it_follows_is_told_when_its_field_is_left() {
    let register = register();
    let mut form = Form::new(Kind::Review);
    let mut told = |code: &str, words: &str| {
        form.go_to(code);
        form.current_mut().unwrap().put(words);
        form.check(&register.vocabulary, TODAY);
        form.current().unwrap().problem.as_ref().map(Message::id)
    };
    assert_eq!(told("self-assessment", "2019-05"), None);
    assert_eq!(told("direct-dialogue", "2018"), Some("store-step-before"));
    assert_eq!(told("direct-dialogue", "2019"), None, "it may be later in that year");
    assert_eq!(told("executive-summary", "2999"), Some("store-step-ahead"));
    assert_eq!(told("started", "2999"), Some("store-step-ahead"));
    assert_eq!(form.edit(&register.vocabulary, TODAY), None);
    assert_eq!(form.current().unwrap().field.code(), "started", "the first of the two");
    for (kind, code) in [(Kind::Need, "identified"), (Kind::Document, "date")] {
        let mut form = Form::new(kind);
        form.go_to(code);
        form.current_mut().unwrap().put("2999");
        form.check(&register.vocabulary, TODAY);
        assert_eq!(form.current().unwrap().problem.as_ref().unwrap().id(), "store-rule-ahead");
    }
}

#[test]
fn a_state_does_not_review_itself() {
    let register = register();
    let name = words::key(
        RecordField::from_code(Kind::Review, "state").unwrap(),
        crate::fields::Referred::STATE,
        &register.vocabulary.states[0].id.to_string(),
        &register.vocabulary,
        Text::of(EN),
    );
    let mut form = Form::new(Kind::Review);
    for code in ["state", "reviewer-1"] {
        form.go_to(code);
        form.current_mut().unwrap().put(&name);
    }
    form.check(&register.vocabulary, TODAY);
    assert_eq!(form.current().unwrap().problem.as_ref().unwrap().id(), "form-reviews-itself");
}

#[test]
fn a_refusal_of_the_register_stands_at_the_field_that_it_names() {
    let mut form = Form::new(Kind::Person);
    let code = RecordField::from_code(Kind::Person, "code").unwrap();
    let person = Record { kind: Kind::Person, number: 1 };
    assert!(form.take_refusal(&StoreError::Taken(person, false, RecordName::default())));
    assert_eq!(form.current().unwrap().field, code);
    assert!(!form.take_refusal(&StoreError::UnknownRecord("state", "9".into())));
    assert!(!form.take_refusal(&StoreError::Full));
    assert!(form.take_refusal(&StoreError::HasQueue("fp-x".into(), 2)));
    assert_eq!(form.current().unwrap().field.code(), "until");
    let mut form = Form::new(Kind::Need);
    for (error, code) in [
        (StoreError::Retired("fp-x".into(), "2019".into()), "focal"),
        (StoreError::Circle(NeedNumber::new(3)), "duplicate"),
        (StoreError::LongNotes, "notes"),
    ] {
        assert!(form.take_refusal(&error), "{code}");
        let own = form.current().unwrap();
        assert_eq!((own.field.code(), own.problem.is_some()), (code, true));
    }
}

#[test]
fn a_need_that_no_figure_counts_is_doubted_once() {
    let register = register();
    let mut form = need(&register, "2", &[("text", "Training")]);
    assert_eq!(form.edit(&register.vocabulary, TODAY), None);
    let own = form.current().unwrap();
    assert_eq!(own.field.code(), "article");
    assert_eq!(own.problem.as_ref().unwrap().id(), "form-in-no-figure");
    assert!(form.edit(&register.vocabulary, TODAY).is_some(), "saved once more, it stands");
    for (code, words) in [("article", "52"), ("chapter", "V"), ("category", "C2-CB")] {
        let mut form = need(&register, "2", &[("text", "Training"), (code, words)]);
        let edit = form.edit(&register.vocabulary, TODAY);
        assert!(edit.is_some(), "{code}: {:?}", form.current().map(|own| own.problem.clone()));
    }
}

#[test]
fn a_new_record_marks_what_it_lacks_and_a_refusal_names_all_of_it() {
    let lacking = |form: &Form| -> Vec<&str> {
        let places = (0..form.fields.len()).filter(|place| form.lacks(*place));
        places.map(|place| form.fields[place].field.code()).collect()
    };
    let mut form = Form::new(Kind::Theme);
    let before = lacking(&form);
    assert_eq!(before.len(), 2, "a code, and a name in one language: {before:?}");
    form.go_to("code");
    form.current_mut().unwrap().put("tt");
    let zh = form.fields.iter().position(|own| own.field.code() == "name.zh").unwrap();
    form.fields[zh].put("主题");
    assert_eq!(lacking(&form), [""; 0]);
    let mut form = Form::new(Kind::Activity);
    let fields: Vec<_> = ["code", "kind", "document"]
        .iter()
        .map(|code| form.fields[form.place(code).unwrap()].field)
        .collect();
    assert!(form.take_refusal(&StoreError::Required(fields)));
    assert_eq!(form.current().unwrap().field.code(), "code");
    assert_eq!(form.fields.iter().filter(|own| own.problem.is_some()).count(), 3);
}
