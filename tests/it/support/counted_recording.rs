//! The tasks of recording with their keys, counted. `docs/keys.md` shows them, `tests/it/recording/keys.rs` does each of
//! them with exactly these keys.

use super::desk::Desk;
use ta_tui::app::key;

/// A task of recording, in which keys and words take turns, the keys first. The words that are typed are not counted.
pub struct RecordingTask {
    /// The action, as the document names it.
    pub what: &'static str,
    /// The keys that lead to where it begins; they are not counted.
    pub from: &'static str,
    /// Keys and words.
    pub turns: &'static [&'static str],
    /// The most keys that it may take.
    pub most: usize,
    /// The words on the screen afterwards.
    pub shows: &'static str,
    /// The fields of the log that it writes, the last one first.
    pub writes: &'static [&'static str],
}

/// The tasks of recording.
pub const RECORDING: [RecordingTask; 5] = [
    RecordingTask {
        what: "Record a review with five steps",
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
    RecordingTask {
        what: "Record a need from the page of its review",
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
    RecordingTask {
        what: "Record the next need of the sitting",
        from: "3/liberia<Enter><Enter>+57<Tab>capacity<Tab><Tab>Training<C-s>",
        turns: &["", "52, 53", "<Tab><Tab><Tab>", "Advice", "<C-s>"],
        most: 4,
        shows: "The last one:",
        writes: &["record"],
    },
    RecordingTask {
        what: "Say that a review has reached its next step today",
        from: "3",
        turns: &["=s"],
        most: 2,
        shows: "desk review, 2019-12-31; u undoes",
        writes: &["desk-review"],
    },
    RecordingTask {
        what: "Make a need void, and bring it back",
        from: "4",
        turns: &["=v", "entered twice", "<Enter>u"],
        most: 4,
        shows: "3,954 of 3,954",
        writes: &["record", "record"],
    },
];

impl RecordingTask {
    /// The keys and words, each with whether they are keys.
    pub fn in_turn(&self) -> impl Iterator<Item = (&'static str, bool)> {
        self.turns
            .iter()
            .zip([true, false].into_iter().cycle())
            .map(|(turn, is_keys)| (*turn, is_keys))
    }

    /// How many keys it takes.
    pub fn count(&self) -> usize {
        let keys = self.in_turn().filter(|(_, is_keys)| *is_keys);
        keys.map(|(keys, _)| key::script(keys).unwrap().len()).sum()
    }

    /// Does it, from where it begins.
    pub fn work(&self, desk: &mut Desk) {
        for (turn, _) in self.in_turn() {
            desk.keys(turn);
        }
    }
}
