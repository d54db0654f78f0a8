//! What recording costs in keys, the words that are typed not counted.

use crate::support::desk::Desk;
use ta_tui::app::key;
use ta_tui::domain::Kinds;
use ta_tui::store::{Access, LogQuery, Store};
use ta_tui::text::Lang;

/// A task. Keys and words take turns, the keys first.
struct Task {
    what: &'static str,
    /// The keys that lead to where it begins; they are not counted.
    from: &'static str,
    turns: &'static [&'static str],
    most: usize,
    /// The words on the screen afterwards.
    shows: &'static str,
    /// The fields of the log that it writes, the last one first.
    writes: &'static [&'static str],
}

const TASKS: [Task; 5] = [
    Task {
        what: "a review with five steps",
        from: "3",
        turns: &[
            "+",
            "Belize",
            "<Tab>",
            "2",
            "<Tab>",
            "benin",
            "<Tab>",
            "ghana",
            "<Tab>",
            "2018-01",
            "<Tab>",
            "2018-03",
            "<Tab>",
            "2018-06",
            "<Tab>",
            "2018-09-12",
            "<Tab><Tab>",
            "2019-02",
            "<C-s>",
        ],
        most: 20,
        shows: "Saved: review",
        writes: &["record"],
    },
    Task {
        what: "a need of a review",
        from: "3/liberia<Enter><Enter>",
        turns: &[
            "+",
            "57",
            "<Tab>",
            "capacity",
            "<Tab><Tab>",
            "Training of the central bank",
            "<C-s>",
        ],
        most: 6,
        shows: "The last one:",
        writes: &["record"],
    },
    Task {
        what: "the next need of the sitting",
        from: "3/liberia<Enter><Enter>+57<Tab>capacity<Tab><Tab>Training<C-s>",
        turns: &["", "52, 53", "<Tab><Tab><Tab>", "Advice", "<C-s>"],
        most: 4,
        shows: "The last one:",
        writes: &["record"],
    },
    Task {
        what: "a step that is reached today",
        from: "3",
        turns: &["=s"],
        most: 2,
        shows: "desk review, 2019-12-31; u undoes",
        writes: &["desk-review"],
    },
    Task {
        what: "a need made void, and brought back",
        from: "4",
        turns: &["=v", "entered twice", "<Enter>u"],
        most: 4,
        shows: "3,954 of 3,954",
        writes: &["record", "record"],
    },
];

#[test]
fn every_task_of_recording_takes_the_keys_that_are_counted() {
    for task in TASKS {
        let mut desk = Desk::new((80, 24), Lang::En);
        desk.keys(task.from);
        let log = |desk: &Desk| {
            let store = Store::open(&desk.db, Access::ReadOnly).unwrap();
            store.log(&LogQuery { kinds: Kinds::all(), ..LogQuery::default() }).unwrap()
        };
        let before = log(&desk).len();
        let keys = task.turns.iter().step_by(2).map(|keys| key::script(keys).unwrap().len());
        let keys: usize = keys.sum();
        assert!(keys <= task.most, "{}: {keys} keys", task.what);
        for turn in task.turns {
            desk.keys(turn);
        }
        desk.expect(task.shows);
        let log = log(&desk);
        let written: Vec<&str> =
            log[..log.len() - before].iter().map(|entry| entry.field.code()).collect();
        assert_eq!(written, task.writes, "{}", task.what);
    }
}
