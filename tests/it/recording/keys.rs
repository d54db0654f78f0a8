//! What recording costs in keys, the words that are typed not counted.

use crate::support::counted_recording::RECORDING;
use crate::support::desk::Desk;
use ta_tui::domain::Kinds;
use ta_tui::store::{Access, LogQuery, Store};
use ta_tui::text::Lang;

#[test]
fn every_task_of_recording_takes_the_keys_that_are_counted() {
    for task in RECORDING {
        let mut desk = Desk::new((80, 24), Lang::En);
        desk.keys(task.from);
        let log = |desk: &Desk| {
            let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
            store.log(&LogQuery { kinds: Kinds::all(), ..LogQuery::default() }).unwrap()
        };
        let before = log(&desk).len();
        assert!(task.count() <= task.most, "{}: {} keys", task.what, task.count());
        task.work(&mut desk);
        desk.expect(task.shows);
        let log = log(&desk);
        let written: Vec<&str> =
            log[..log.len() - before].iter().map(|entry| entry.field.code()).collect();
        assert_eq!(written, task.writes, "{}", task.what);
    }
}
