//! Tests of the order of a review's steps.

use super::{edit, field, register, values};
use crate::domain::{Kind, Record};
use crate::store::StoreError;
use crate::store::records::Edited;

#[test]
fn steps_come_in_their_order_and_none_from_the_future() {
    let store = register();
    let review = Edited::Known(Record { kind: Kind::Review, number: 1 });
    let set = |pairs: &[(&str, &str)]| edit(&store, review, &values(pairs), None, None);
    set(&[("started", "2012-03"), ("self-assessment", "2012-03-01"), ("country-report", "2014")])
        .unwrap();
    let step = |code| field(Kind::Review, code);
    let before = |code, follows| Err(StoreError::StepBefore(step(code), step(follows)));
    assert_eq!(set(&[("desk-review", "2012-02")]), before("desk-review", "self-assessment"));
    assert_eq!(set(&[("started", "2012-04")]), before("self-assessment", "started"));
    assert_eq!(
        set(&[("executive-summary", "2015")]),
        before("country-report", "executive-summary")
    );
    // A year can hold the day that fits.
    set(&[("desk-review", "2012"), ("executive-summary", "2014-12-31")]).unwrap();
    let ahead = StoreError::StepAhead(step("country-report"), "2999".into());
    assert_eq!(set(&[("country-report", "2999")]), Err(ahead));
    // Fields beside the steps are no matter of their order.
    set(&[("stakeholders", "yes")]).unwrap();
    assert_eq!(store.check().unwrap(), []);
}
