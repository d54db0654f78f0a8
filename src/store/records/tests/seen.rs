//! Tests of the register in memory and of its past after records are added, changed and taken out.

use super::{add, edit, first_values, register, values};
use crate::domain::{Coded, Day, Kind, Moment, NeedNumber, Record};
use crate::query::register::{Address, Disclosure, Register};
use crate::store::records::Edited;
use crate::store::{Backwards, LogQuery, Store};

fn load(store: &Store) -> Register {
    store.load(&mut |_| true).unwrap()
}

/// Gives the contents of a register, in an order that does not depend on its sets.
fn shown(register: &Register) -> Vec<String> {
    let needs = register.chunks.iter().flat_map(|chunk| &chunk.facts.id);
    let needs = needs.map(|id| {
        let need = register.need(register.row_of(NeedNumber::new(*id)).unwrap()).unwrap();
        let articles: Vec<u8> =
            need.articles().iter().map(crate::domain::Article::number).collect();
        format!("{id} {} {articles:?} {:?}", need.text(), need.state().iso3)
    });
    let people = register.vocabulary.people.iter().map(|person| person.code.clone());
    let reviews = register.vocabulary.reviews.iter().map(|review| format!("{review:?}"));
    needs.chain(people).chain(reviews).collect()
}

#[test]
fn a_register_in_memory_catches_up_with_records_of_every_kind() {
    let store = register();
    let mut now = load(&store);
    let (mut since, mut seen) = (store.last_change().unwrap(), shown(&now));
    let person = add(&store, Kind::Person, &first_values(Kind::Person, 1));
    let mut step = |what: &str, needs: &[NeedNumber]| {
        let refreshed = store.refresh(&now, since).unwrap();
        assert_eq!(shown(&refreshed.register), shown(&load(&store)), "{what}");
        assert_ne!(shown(&refreshed.register), seen, "{what}");
        assert_eq!(refreshed.changed, needs, "{what}");
        (now, since) = (refreshed.register, refreshed.last_change);
        seen = shown(&now);
        // The register in memory is up to date.
        assert!(!store.refresh(&now, since).unwrap().whole);
    };
    step("a person is added", &[]);
    let need =
        add(&store, Kind::Need, &values(&[("review", "1"), ("text", "three"), ("article", "9")]));
    step("a need is added", &[NeedNumber::new(3)]);
    edit(&store, Edited::Known(need), &values(&[("article", "5; 9")]), None, None).unwrap();
    step("its articles", &[NeedNumber::new(3)]);
    edit(&store, Edited::Known(need), &Vec::new(), Some(true), None).unwrap();
    step("a need is taken out", &[NeedNumber::new(3)]);
    assert!(store.need_detail(NeedNumber::new(3)).unwrap().voided.is_some());
    edit(&store, Edited::Known(person), &Vec::new(), Some(true), None).unwrap();
    step("a person is taken out", &[]);
    assert_eq!(store.counts().unwrap().needs, 2);
}

#[test]
fn on_an_earlier_day_as_it_was_known_then_the_register_was_what_it_was() {
    let store = Store::in_memory().unwrap().knowing_then(true);
    // Rows that came with the register have no log entries.
    let came = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                INSERT INTO need (id, review_id, text, language, paragraph) VALUES (1, 1, 'before', 'en', '7');
                INSERT INTO need_article VALUES (1, 9)";
    store.connection.execute_batch(came).unwrap();
    let before = shown(&load(&store));
    let need = Edited::Known(Record::need(NeedNumber::new(1)));
    edit(&store, need, &values(&[("priority", "high")]), None, None).unwrap();
    let changed = values(&[("text", "after"), ("article", "5"), ("paragraph", "8")]);
    edit(&store, need, &changed, None, None).unwrap();
    add(&store, Kind::Need, &values(&[("review", "1"), ("text", "new")]));
    let person = add(&store, Kind::Person, &first_values(Kind::Person, 1));
    edit(&store, need, &values(&[("focal", "new-1")]), None, None).unwrap();
    let review = Edited::Known(Record { kind: Kind::Review, number: 1 });
    edit(&store, review, &values(&[("started", "2015"), ("media", "yes")]), None, None).unwrap();
    edit(&store, Edited::Known(Record::need(NeedNumber::new(2))), &Vec::new(), Some(true), None)
        .unwrap();
    let now = load(&store);
    let today = store.today().unwrap();
    let yesterday = Day::from_number(today.number() - 1);
    let past = store.as_of(&now, yesterday).unwrap();
    assert_eq!(shown(&past), before);
    assert_eq!(past.need(Address::default()).unwrap().version(), 1);
    let mut walk = Backwards::new(&store, &now);
    assert_eq!(shown(&walk.on(today).unwrap()), shown(&now));
    assert_eq!(shown(&walk.on(yesterday).unwrap()), before);
    let words = store.need_words_as_of(NeedNumber::new(1), yesterday).unwrap();
    assert_eq!(
        (
            words.paragraph.as_str(),
            store.need_words(NeedNumber::new(1)).unwrap().paragraph.as_str()
        ),
        ("7", "8")
    );
    assert!(store.need_detail_as_of(NeedNumber::new(1), yesterday).unwrap().history.is_empty());
    assert!(store.need_detail_as_of(NeedNumber::new(2), yesterday).is_err(), "it was not there");
    // The register itself is unchanged.
    assert_eq!((shown(&load(&store)), store.check().unwrap()), (shown(&now), Vec::new()));
    assert!(Moment::now().day() >= today && person.number > 0);
}

#[test]
fn on_an_earlier_day_a_need_counts_with_what_it_says_now_however_late_it_was_entered() {
    let store = register();
    let of_review = |day: &str| {
        values(&[("review", "1"), ("text", "old"), ("identified", day), ("priority", "low")])
    };
    let late = add(&store, Kind::Need, &of_review("2015-03"));
    let void = add(&store, Kind::Need, &of_review("2015-03"));
    let need = Edited::Known(late);
    edit(&store, need, &values(&[("text", "corrected")]), None, None).unwrap();
    edit(&store, need, &values(&[("priority", "high")]), None, None).unwrap();
    edit(&store, Edited::Known(void), &Vec::new(), Some(true), None).unwrap();
    let now = load(&store);
    let day = Day::parse("2016-01-01").unwrap();
    let past = store.as_of(&now, day).unwrap();
    let then = past.need(past.row_of(NeedNumber::new(late.number)).unwrap()).unwrap();
    assert_eq!((&*then.text(), then.priority().map(Coded::code)), ("corrected", Some("low")));
    assert!(past.row_of(NeedNumber::new(void.number)).is_none(), "what is void counts on no day");
    let before = store.as_of(&now, Day::parse("2014-12-31").unwrap()).unwrap();
    assert!(before.row_of(NeedNumber::new(late.number)).is_none());
    assert_eq!(shown(&Backwards::new(&store, &now).on(day).unwrap()), shown(&past));
    let store = store.knowing_then(true);
    assert!(
        store.as_of(&now, day).unwrap().row_of(NeedNumber::new(late.number)).is_none(),
        "not known yet"
    );
}

#[test]
fn where_states_are_not_named_the_log_tells_what_triage_sets() {
    let store = register();
    let need = Edited::Known(Record::need(NeedNumber::new(1)));
    edit(&store, need, &values(&[("text", "Ghana"), ("rank", "3")]), None, None).unwrap();
    edit(&store, need, &values(&[("priority", "high")]), None, None).unwrap();
    add(&store, Kind::Person, &first_values(Kind::Person, 1));
    let all = LogQuery { kinds: crate::domain::Kinds::all(), ..LogQuery::default() };
    let named = store.log(&all).unwrap();
    assert_eq!(store.log_total(&all).unwrap(), named.len() as u64);
    assert!(named.iter().any(|entry| entry.name.as_deref() == Some("new-1")));
    assert!(
        named.iter().any(|entry| entry.name.as_deref().is_some_and(|name| name.ends_with(", 1")))
    );
    let batch = named.iter().find(|entry| entry.field.code() == "text").unwrap().batch;
    let store = store.without_names(Disclosure::default());
    let told = store.log(&all).unwrap();
    assert_eq!(store.log_total(&all).unwrap(), told.len() as u64);
    let codes: Vec<&str> = told.iter().map(|entry| entry.field.code()).collect();
    assert_eq!(codes, ["priority", "record", "record"], "{told:?}");
    assert!(told.iter().all(|entry| entry.name.is_none() && entry.record.of_need().is_some()));
    let undoable = store.undoable(batch).unwrap();
    assert!(undoable.fields.iter().all(|field| field.now.is_none() && field.then.is_none()));
}
