//! Tests that a refused write says why and writes nothing.

use super::{add, edit, field, first_values, register, values};
use crate::domain::{Kind, NeedNumber, Record};
use crate::store::records::{Edited, RecordEdit, RecordWrite, Row, Rule};
use crate::store::{Store, StoreError};
use crate::text::{Lang, Text};

fn written(store: &Store) -> (u32, u32) {
    let sql = "SELECT (SELECT count(*) FROM change), (SELECT sum(version) FROM organisation)";
    store.connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

#[test]
fn what_the_register_does_not_allow_is_refused_in_plain_words() {
    let store = register();
    let before = written(&store);
    let need = Edited::Known(Record::need(NeedNumber::new(1)));
    let review = Edited::Known(Record { kind: Kind::Review, number: 1 });
    let person = Record { kind: Kind::Person, number: 1 };
    let try_it = |record, pairs: &[(&str, &str)], void| {
        let done = edit(&store, record, &values(pairs), void, None);
        assert_eq!(written(&store), before, "{pairs:?}");
        done.unwrap_err()
    };
    let unknown = |kind: &'static str, name: &str| StoreError::UnknownRecord(kind, name.to_owned());
    assert_eq!(try_it(need, &[("document", "none")], None), unknown("document", "none"));
    assert_eq!(try_it(need, &[("category", "none")], None), unknown("category", "none"));
    assert_eq!(try_it(need, &[("focal", "none")], None), StoreError::UnknownPerson("none".into()));
    assert_eq!(
        try_it(need, &[("duplicate", "77")], None),
        StoreError::UnknownNeed(NeedNumber::new(77))
    );
    assert_eq!(try_it(need, &[("duplicate", "1")], None), StoreError::Circle(NeedNumber::new(1)));
    assert_eq!(
        try_it(need, &[("rank", "0")], None),
        StoreError::FieldValue(field(Kind::Need, "rank"), "0".into())
    );
    assert_eq!(
        try_it(need, &[("text", " ")], None),
        StoreError::Required(vec![field(Kind::Need, "text")])
    );
    assert_eq!(
        try_it(review, &[("cycle", "2")], None),
        StoreError::GivenOnce(field(Kind::Review, "cycle"))
    );
    let state = Record { kind: Kind::State, number: 1 };
    let by = vec![(Kind::Need, 2), (Kind::Review, 2), (Kind::Person, 1)];
    assert_eq!(try_it(Edited::Known(state), &[], Some(true)), StoreError::Referred(state, by));
    assert_eq!(
        try_it(Edited::New(Kind::Setting), &[("value", "3")], None),
        StoreError::Fixed(Kind::Setting)
    );
    let setting = Edited::Known(Record { kind: Kind::Setting, number: 1 });
    assert_eq!(try_it(setting, &[], Some(true)), StoreError::Fixed(Kind::Setting));
    assert!(matches!(try_it(setting, &[("value", "many")], None), StoreError::SettingValue(..)));
    // Rules of the schema: a check, a trigger, a unique value.
    let other = [("review", "3"), ("source", "review")];
    let rule = |kind, code, rule| StoreError::Rule(field(kind, code), rule);
    let of_review = rule(Kind::Need, "state", Rule::StateOfReview);
    assert_eq!(try_it(need, &other, None), of_review);
    assert_eq!(
        try_it(review, &[("reviewer-1", "1")], None),
        StoreError::OwnReviewer(field(Kind::Review, "reviewer-1"))
    );
    let merged = try_it(need, &[("merged-into", "2")], None);
    assert!(merged.to_string().starts_with("The rules of the register"), "{merged}");
    let with_needs = Record { kind: Kind::Review, number: 3 };
    let other = values(&[("review", "3"), ("text", "three")]);
    let third = edit(&store, Edited::New(Kind::Need), &other, None, None).unwrap();
    let before = written(&store);
    let refused = edit(&store, Edited::Known(with_needs), &Vec::new(), Some(true), None);
    assert_eq!(refused, Err(StoreError::HasNeeds(with_needs, 1)));
    assert_eq!(written(&store), before);
    store.undo(third.batch.unwrap(), "me").unwrap();
    let try_it = |record, pairs: &[(&str, &str)], void| {
        edit(&store, record, &values(pairs), void, None).unwrap_err()
    };
    let activity = Edited::Known(Record { kind: Kind::Activity, number: 1 });
    let dates = [("starts", "2021-05"), ("ends", "2020")];
    let ends = rule(Kind::Activity, "ends", Rule::EndsBefore);
    assert_eq!(try_it(activity, &dates, None), ends);
    let shares = [("helped", r#"[["1", 70], ["2", 40]]"#)];
    assert_eq!(try_it(activity, &shares, None), rule(Kind::Activity, "helped", Rule::Shares));
    let again = Record { kind: Kind::Review, number: 1 };
    let refused = try_it(Edited::New(Kind::Review), &[("state", "1"), ("cycle", "1")], None);
    assert!(matches!(&refused, StoreError::Taken(known, false, _) if *known == again));
    let said = Lang::ALL.iter().map(|lang| Text::of(*lang).say(&refused.message()));
    let said: Vec<String> = said.collect();
    assert!(said[0].contains(", cycle 1. "), "{said:?}");
    assert!(said[1].contains("/1。"), "{said:?}");
    assert!(
        try_it(Edited::Known(person), &[("kind", "queen")], None).to_string().contains("queen")
    );
    assert_eq!(try_it(need, &[("priority", "none")], None).kind(), crate::store::ErrorKind::Usage);
}

#[test]
fn who_holds_a_post_no_longer_is_given_nothing_and_keeps_no_queue() {
    let store = register();
    let person = add(&store, Kind::Person, &first_values(Kind::Person, 1));
    let (needs, post) =
        ([1, 2].map(|id| Edited::Known(Record::need(NeedNumber::new(id)))), Edited::Known(person));
    let set = |record, pairs: &[(&str, &str)]| edit(&store, record, &values(pairs), None, None);
    for need in needs {
        set(need, &[("focal", "new-1")]).unwrap();
    }
    let queue = |left| Err(StoreError::HasQueue("new-1".into(), left));
    assert_eq!(set(post, &[("until", "2020")]), queue(2));
    set(post, &[("until", "2999")]).unwrap();
    set(needs[0], &[("focal", "secretariat")]).unwrap();
    assert_eq!(set(post, &[("until", "2020-05")]), queue(1));
    // One write with the handover, in either order.
    let edits = |values: Vec<(crate::fields::RecordField, &str)>, record| RecordEdit {
        record,
        values: values.into_iter().map(|(field, value)| (field, Some(value.into()))).collect(),
        void: None,
        if_version: None,
    };
    let (until, focal) = (field(Kind::Person, "until"), field(Kind::Need, "focal"));
    let retired = edits(vec![(until, "2020-05")], post);
    let write =
        |edits| store.edit(&RecordWrite { who: "me".into(), note: String::new(), edits }).map(drop);
    let over = edits(vec![(focal, "secretariat")], needs[1]);
    write(vec![retired, over]).unwrap();
    let held_until = || Err(StoreError::Retired("new-1".into(), "2020-05".into()));
    assert_eq!(set(needs[0], &[("focal", "new-1")]).map(drop), held_until());
    let triage = crate::domain::Edit {
        need: NeedNumber::new(2),
        change: crate::domain::Change::FocalPoint(Some("new-1".into())),
        if_version: None,
    };
    let write = crate::store::Write { who: "me".into(), note: String::new(), edits: vec![triage] };
    assert_eq!(store.write(&write).map(drop), held_until());
    // The log and earlier decisions still name the post.
    assert_eq!(store.check().unwrap(), []);
    assert!(store.vocabulary().unwrap().people.iter().any(|person| person.code == "new-1"));
}

#[test]
fn what_others_have_voided_meanwhile_says_who_and_why() {
    let store = register();
    let need = Edited::Known(Record::need(NeedNumber::new(1)));
    let edits =
        vec![RecordEdit { record: need, values: Vec::new(), void: Some(true), if_version: None }];
    let reason = "entered twice".to_owned();
    store.edit(&RecordWrite { who: "other".into(), note: reason, edits }).unwrap();
    let refused = edit(&store, need, &values(&[("text", "x")]), None, Some(1)).unwrap_err();
    assert!(
        matches!(&refused, StoreError::Void(record, _) if *record == Record::need(NeedNumber::new(1)))
    );
    let said = refused.to_string();
    assert!(said.contains("other") && said.contains("entered twice"), "{said}");
    let comment =
        edit(&store, Edited::New(Kind::Comment), &first_values(Kind::Comment, 1), None, None);
    assert_eq!(
        comment,
        Err(StoreError::UnknownNeed(NeedNumber::new(1))),
        "nothing is said of what is not there"
    );
    assert_eq!(
        store.need_detail(NeedNumber::new(1)).unwrap().voided.unwrap().reason,
        "entered twice"
    );
    let void = store.void_needs(&store.load(&mut |_| true).unwrap()).unwrap();
    assert_eq!((void.len(), void.is_void), (1, true));
}

#[test]
fn a_need_that_is_void_by_now_stays_as_it_is_when_a_batch_is_undone() {
    let store = register();
    let needs = [1, 2].map(|need| Edited::Known(Record::need(NeedNumber::new(need))));
    let high = vec![(field(Kind::Need, "priority"), Some("high".to_owned()))];
    let one = |record| RecordEdit { record, values: high.clone(), void: None, if_version: None };
    let edits = needs.map(one).to_vec();
    let both = RecordWrite { who: "me".into(), note: String::new(), edits };
    let batch = store.edit(&both).unwrap().batch.unwrap();
    edit(&store, needs[0], &Vec::new(), Some(true), None).unwrap();
    let effects = store.undoable(batch).unwrap().fields;
    let stays: Vec<bool> = effects.iter().map(|field| field.since.is_some()).collect();
    assert_eq!(stays, [true, false]);
    let Err(StoreError::ChangedSince(later)) = store.undo(batch, "me") else { panic!("undone") };
    assert!(later.len() == 1 && later[0].gone);
    let said = StoreError::ChangedSince(later.clone()).to_string();
    assert!(!said.contains("high"), "{said}");
    let staying = later.iter().map(|later| (later.record, later.field)).collect();
    store.undo_but(batch, "me", &staying).unwrap();
    let priority = |need| {
        let row = Row::read(&store.connection, Record::need(need)).unwrap();
        row.get(field(Kind::Need, "priority")).map(str::to_owned)
    };
    assert_eq!(
        (priority(NeedNumber::new(1)).as_deref(), priority(NeedNumber::new(2))),
        (Some("high"), None)
    );
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn articles_of_the_other_cycle_are_written_and_told() {
    let store = register();
    let pairs = values(&[("review", "1"), ("text", "three"), ("article", "15; 53")]);
    let written = edit(&store, Edited::New(Kind::Need), &pairs, None, None).unwrap();
    let told: Vec<(u32, u8)> =
        written.doubtful.iter().map(|(need, article)| (need.get(), article.number())).collect();
    assert_eq!(told, [(3, 53)], "the first cycle reviews chapters III and IV");
}

#[test]
fn what_is_taken_out_is_not_referred_to_and_comes_back_under_its_name() {
    let store = register();
    let person = add(&store, Kind::Person, &first_values(Kind::Person, 1));
    let need = Edited::Known(Record::need(NeedNumber::new(1)));
    let assigned = edit(&store, need, &values(&[("focal", "new-1")]), None, None).unwrap();
    let out = |store: &Store| edit(store, Edited::Known(person), &Vec::new(), Some(true), None);
    assert_eq!(out(&store), Err(StoreError::Referred(person, vec![(Kind::Need, 1)])));
    store.undo(assigned.batch.unwrap(), "me").unwrap();
    out(&store).unwrap();
    let unknown = StoreError::UnknownPerson("new-1".into());
    assert_eq!(edit(&store, need, &values(&[("focal", "new-1")]), None, None), Err(unknown));
    let again = edit(&store, Edited::New(Kind::Person), &first_values(Kind::Person, 1), None, None);
    let Err(StoreError::Taken(known, true, name)) = again else { panic!("{again:?}") };
    assert_eq!(known, person);
    let said = StoreError::Taken(person, true, name).to_string();
    assert!(said.contains("new-1, “"), "the code and the post, not a number: {said}");
    let changed = edit(&store, Edited::Known(person), &values(&[("post.en", "x")]), None, None);
    assert!(changed.is_err(), "nothing is set of what is not there");
    edit(&store, Edited::Known(person), &values(&[("post.en", "x")]), Some(false), None).unwrap();
    let row = Row::read(&store.connection, person).unwrap();
    assert_eq!((row.is_there(), row.get(field(Kind::Person, "post.en"))), (true, Some("x")));
    // A theme that is taken out cannot be a tag.
    let theme = add(&store, Kind::Theme, &first_values(Kind::Theme, 1));
    edit(&store, Edited::Known(theme), &Vec::new(), Some(true), None).unwrap();
    let tagged = edit(&store, need, &values(&[("theme", "new-1")]), None, None);
    assert_eq!(tagged, Err(StoreError::UnknownRecord("theme", "new-1".into())));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_is_named_by_its_words_is_not_taken_out_but_its_adding_can_be_undone() {
    let store = register();
    add(&store, Kind::Activity, &first_values(Kind::Activity, 1));
    let named = values(&[("symbol", "CAC/COSP/X"), ("title.en", "named by the activity before")]);
    let added = edit(&store, Edited::New(Kind::Document), &named, None, None).unwrap();
    let document = added.added[0];
    let out = |record| edit(&store, Edited::Known(record), &Vec::new(), Some(true), None);
    let by = vec![(Kind::Activity, 1)];
    assert_eq!(out(document), Err(StoreError::Referred(document, by)));
    store.undo(added.batch.unwrap(), "me").unwrap();
    let person = add(&store, Kind::Person, &first_values(Kind::Person, 1));
    let view = values(&[("name", "mine"), ("screen", "needs"), ("owner", "new-1")]);
    add(&store, Kind::View, &view);
    let said = out(person).unwrap_err();
    assert_eq!(said, StoreError::Referred(person, vec![(Kind::View, 1)]));
    assert!(said.to_string().contains("one view refers"), "{said}");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_was_changed_since_is_a_conflict_and_the_rest_is_merged() {
    let store = register();
    let person = add(&store, Kind::Person, &first_values(Kind::Person, 1));
    let at = |pairs: &[(&str, &str)], version| {
        edit(&store, Edited::Known(person), &values(pairs), None, Some(version))
    };
    at(&[("post.en", "first")], 1).unwrap();
    at(&[("state", "5")], 1).unwrap();
    let Err(StoreError::Conflict(found)) = at(&[("post.en", "second"), ("post.zh", "三")], 1)
    else {
        panic!("no conflict")
    };
    assert_eq!((found.len(), found[0].record, found[0].version), (1, person, 3));
    assert_eq!(found[0].field, field(Kind::Person, "post.en"));
    assert_eq!((found[0].before.as_deref(), found[0].theirs.as_deref()), (None, Some("first")));
    assert!(found[0].message().to_string().contains("second"));
    assert!(at(&[("post.en", "first")], 1).unwrap().batch.is_none(), "what is there already");
    let never = StoreError::NoSuchVersion { record: person, version: 3, named: 9 };
    assert_eq!(at(&[("post.en", "x")], 9), Err(never));
}

#[test]
fn all_that_a_new_record_lacks_is_told_at_once() {
    let store = register();
    let refused = edit(&store, Edited::New(Kind::Activity), &Vec::new(), None, None);
    let Err(StoreError::Required(fields)) = refused else { panic!("{refused:?}") };
    let codes: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    assert!(codes.len() > 3 && codes.contains(&"code") && codes.contains(&"document"), "{codes:?}");
    assert_eq!(codes.iter().filter(|code| code.starts_with("description")).count(), 1);
}

#[test]
fn a_need_that_states_no_article_chapter_or_category_is_written_and_told() {
    let store = register();
    let of_nothing = values(&[("review", "1"), ("text", "three")]);
    let written = edit(&store, Edited::New(Kind::Need), &of_nothing, None, None).unwrap();
    assert_eq!(written.in_no_figure, [NeedNumber::new(3)]);
    let need = Edited::Known(Record::need(NeedNumber::new(3)));
    let noted = edit(&store, need, &values(&[("paragraph", "9")]), None, None).unwrap();
    assert_eq!(noted.in_no_figure, [], "it was told already");
    let stated = edit(&store, need, &values(&[("article", "15")]), None, None).unwrap();
    assert_eq!(stated.in_no_figure, []);
}
