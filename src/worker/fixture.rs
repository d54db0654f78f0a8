//! A small register for the tests of the worker's parts.

use crate::domain::{ArticleSet, Cycle, Step};
use crate::store::{Bulk, NewNeed, NewReview};
use std::path::PathBuf;

/// A register with two needs that say "x", in a folder that goes when it is dropped.
pub(super) fn two_needs() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    let mut bulk = Bulk::create(&path, false, None).unwrap();
    let review = NewReview {
        state: "GH",
        cycle: Cycle::First,
        stakeholders: None,
        reviewers: ["KE", "FR"],
        steps: [None; Step::COUNT],
        joint_meeting: None,
    };
    let review = bulk.review(&review).unwrap();
    for _ in 0..2 {
        let need = NewNeed {
            review,
            category: None,
            text: "x",
            language: "en",
            document: "",
            paragraph: "",
            identified: None,
            articles: ArticleSet::EMPTY,
            themes: &[],
            activities: &[],
            writes: &[],
        };
        bulk.need(&need).unwrap();
    }
    bulk.finish().unwrap();
    (folder, path)
}
