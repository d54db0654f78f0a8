//! Tests of marks of overlaps: one mark a pair, two people marking the same, undo after another's change, earlier days,
//! changed facts.

use super::*;
use crate::domain::Day;
use crate::domain::MarkedFact::{Articles, Period, Providers, States, Status};
use crate::query::register::OverlapMark;

/// A register with two activities of different providers.
fn store() -> Store {
    let store = Store::in_memory().unwrap();
    let sql = "
        INSERT INTO activity (id, code, kind, level, document, paragraph, status, starts_on)
          VALUES (901, 'X1', 'workshop', 'national', '', '', 'done', '2019-03'),
                 (902, 'X2', 'workshop', 'national', '', '', 'planned', '2019-06-15');
        INSERT INTO activity_article (activity_id, article) VALUES (901, 32), (902, 32), (902, 33);
        INSERT INTO activity_state (activity_id, state_id, role) VALUES (901, 1, 'helped'), (902, 1, 'helped');";
    store.connection.execute_batch(sql).unwrap();
    store
}

fn write(who: &str, mark: Option<Mark>, why: &str, seen: Option<u32>) -> MarkWrite {
    let activities = ["X2".to_owned(), "X1".to_owned()];
    MarkWrite { who: who.into(), activities, mark, why: why.into(), seen }
}

fn marks(store: &Store) -> Vec<OverlapMark> {
    store.vocabulary().unwrap().overlap_marks
}

fn said(store: &Store) -> Vec<String> {
    let said = |one: OverlapMark| format!("{} {} {}", one.who, one.mark.code(), one.why);
    marks(store).into_iter().map(said).collect()
}

#[test]
fn a_pair_has_one_mark_in_whatever_order_it_is_named() {
    let store = store();
    store.mark_overlap(&write("fp-gh", Some(Mark::Real), "Twice", None)).unwrap();
    let other = MarkWrite {
        activities: ["X1".to_owned(), "X2".to_owned()],
        ..write("secretariat", Some(Mark::Coordinated), "", None)
    };
    store.mark_overlap(&other).unwrap();
    assert_eq!(said(&store), ["secretariat coordinated "]);
    assert_eq!(marks(&store)[0].activities, [901, 902]);
    let refused = MarkWrite { activities: ["X1".to_owned(), "X1".to_owned()], ..other.clone() };
    assert!(matches!(store.mark_overlap(&refused), Err(StoreError::Rule(_, Rule::TwoActivities))));
    let unknown = MarkWrite { activities: ["X1".to_owned(), "X9".to_owned()], ..other };
    let unknown = store.mark_overlap(&unknown).err();
    assert_eq!(unknown, Some(StoreError::UnknownRecord("activity", "X9".into())));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_reason_is_asked_for_where_it_is_no_overlap() {
    let store = store();
    let bare = store.mark_overlap(&write("me", Some(Mark::NoOverlap), "  ", None));
    assert!(matches!(bare, Err(StoreError::Rule(_, Rule::WhyNoOverlap))), "{bare:?}");
    store.mark_overlap(&write("me", Some(Mark::NoOverlap), "Other ministries", None)).unwrap();
    assert_eq!(said(&store), ["me none Other ministries"]);
}

#[test]
fn of_two_people_who_mark_the_same_pair_the_second_is_told() {
    let store = store();
    store.mark_overlap(&write("fp-gh", Some(Mark::Real), "", Some(0))).unwrap();
    let second = store.mark_overlap(&write("secretariat", Some(Mark::Coordinated), "", Some(0)));
    let Err(StoreError::Conflict(conflicts)) = second else { panic!("{second:?}") };
    let [only] = &conflicts[..] else { panic!("{conflicts:?}") };
    assert_eq!((only.theirs.as_deref(), only.mine.as_deref()), (Some("real"), Some("coordinated")));
    assert_eq!((only.by.as_str(), only.version), ("fp-gh", 1));
    assert_eq!(said(&store), ["fp-gh real "], "the first mark stands");
    // The same finding is no conflict, and a newer one is written once the other was seen.
    store.mark_overlap(&write("secretariat", Some(Mark::Real), "", Some(0))).unwrap();
    let version = marks(&store)[0].version;
    store.mark_overlap(&write("secretariat", Some(Mark::Coordinated), "", Some(version))).unwrap();
    assert_eq!(said(&store), ["secretariat coordinated "]);
}

#[test]
fn undo_after_the_change_of_another_is_refused_and_else_brings_back_the_mark_before() {
    let store = store();
    let first = store.mark_overlap(&write("fp-gh", Some(Mark::Real), "a", None)).unwrap();
    let second = store.mark_overlap(&write("secretariat", Some(Mark::Coordinated), "b", None));
    let second = second.unwrap().batch.unwrap();
    assert!(store.undo(first.batch.unwrap(), "fp-gh").is_err(), "another has written since");
    store.undo(second, "secretariat").unwrap();
    assert_eq!(said(&store), ["fp-gh real a"], "signed as it was");
    store.undo(first.batch.unwrap(), "fp-gh").unwrap();
    assert_eq!(said(&store), [""; 0]);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_mark_that_was_taken_away_comes_back_without_what_was_said() {
    let store = store();
    store.mark_overlap(&write("me", Some(Mark::Real), "a", None)).unwrap();
    store.mark_overlap(&write("me", None, "", None)).unwrap();
    assert!(marks(&store).is_empty());
    let nothing = store.mark_overlap(&write("me", None, "", None)).unwrap();
    assert_eq!(nothing.batch, None, "no mark is taken away twice");
    store.mark_overlap(&write("other", Some(Mark::Coordinated), "", Some(0))).unwrap();
    assert_eq!(said(&store), ["other coordinated "]);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn facts_that_have_changed_since_are_told() {
    let store = store();
    store.mark_overlap(&write("me", Some(Mark::Real), "", None)).unwrap();
    let changed = |sql: &str| {
        store.connection.execute_batch(sql).unwrap();
        marks(&store)[0].changed.clone()
    };
    assert_eq!(changed(""), []);
    assert_eq!(changed("UPDATE activity SET place = 'Vienna' WHERE id = 901"), []);
    assert_eq!(changed("UPDATE activity SET status = 'ongoing' WHERE id = 902"), [Status]);
    assert_eq!(changed("UPDATE activity SET ends_on = '2019-07' WHERE id = 902"), [Period, Status]);
    assert_eq!(
        changed(
            "INSERT INTO activity_state (activity_id, state_id, role) VALUES (901, 2, 'helped'), (902, 2, 'provider');
             DELETE FROM activity_article WHERE activity_id = 902 AND article = 33"
        ),
        [Period, States, Articles, Providers, Status]
    );
    store.mark_overlap(&write("me", Some(Mark::Real), "", None)).unwrap();
    assert_eq!(changed(""), [], "marked anew on the facts of now");
    let again = store.mark_overlap(&write("me", Some(Mark::Real), "", None)).unwrap();
    assert_eq!(again.batch, None, "the same person has said the same already");
}

#[test]
fn on_a_day_before_the_mark_there_is_none_and_later_the_one_of_then() {
    let store = store();
    let first = store.mark_overlap(&write("fp-gh", Some(Mark::Real), "a", None)).unwrap();
    store.mark_overlap(&write("secretariat", Some(Mark::Coordinated), "b", None)).unwrap();
    // The first was written two days ago.
    let sql = "DROP TRIGGER batch_is_final; UPDATE batch SET at = at - 172800 WHERE id = ?1";
    store.connection.execute_batch(&sql.replace("?1", &first.batch.unwrap().to_string())).unwrap();
    let register = store.load(&mut |_| true).unwrap();
    let today = store.today().unwrap();
    let on = |back: i32| {
        let day = Day::from_number(today.number() - back);
        let past = store.as_of(&register, day).unwrap();
        let said = |one: &OverlapMark| format!("{} {} {}", one.who, one.mark.code(), one.why);
        past.vocabulary.overlap_marks.iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(on(0), ["secretariat coordinated b"]);
    assert_eq!(on(1), ["fp-gh real a"]);
    assert_eq!(on(3), [""; 0]);
}

#[test]
fn a_reason_is_no_longer_than_other_texts() {
    let store = store();
    let long = "a".repeat(NOTES_LIMIT + 1);
    let refused = store.mark_overlap(&write("me", Some(Mark::Real), &long, None));
    assert_eq!(refused.err(), Some(StoreError::LongNotes));
    assert!(marks(&store).is_empty());
    store.mark_overlap(&write("me", Some(Mark::Real), &long[1..], None)).unwrap();
}
