//! The settings that the interactive program is started with.

use super::place::Place;
use std::cell::RefCell;
use std::ffi::OsString;
use std::io::Write;
use ta_tui::cli::{self, Failure, FrameArgs, FrameFormat, Interface, Start, Status};
use ta_tui::text::Lang;

/// Keeps the settings that it is started with.
#[derive(Default)]
struct Recorder {
    start: RefCell<Option<Start>>,
    frame: RefCell<Option<FrameArgs>>,
}

impl Interface for Recorder {
    fn interactive(&self, start: Start) -> Result<(), Failure> {
        *self.start.borrow_mut() = Some(start);
        Ok(())
    }

    fn frame(&self, start: Start, frame: FrameArgs, _: &mut dyn Write) -> Result<(), Failure> {
        *self.start.borrow_mut() = Some(start);
        *self.frame.borrow_mut() = Some(frame);
        Ok(())
    }
}

fn started(place: &Place, args: &[&str]) -> (Start, Option<FrameArgs>) {
    let recorder = Recorder::default();
    let db = ["ta-tui", "--db", place.db.to_str().unwrap()];
    let args = db.iter().chain(args).map(OsString::from);
    assert_eq!(cli::run(args, &recorder), Status::Done);
    (recorder.start.into_inner().unwrap(), recorder.frame.into_inner())
}

#[test]
fn a_filter_starts_the_interface_with_everything_settled() {
    let place = Place::new();
    let args = ["chapter:V", "-focal:any", "--as", "fp-gh", "--read-only", "--lang", "zh"];
    let (start, frame) = started(&place, &args);
    assert_eq!(start.filter, "chapter:V -focal:any");
    assert_eq!((start.db, start.who), (place.db.clone(), Some("fp-gh".to_owned())));
    assert_eq!((start.read_only, start.lang, start.built_in_sample), (true, Lang::Zh, false));
    assert_eq!(frame, None);
}

#[test]
fn others_are_watched_unless_that_is_refused() {
    let place = Place::new();
    assert!(started(&place, &["chapter:V"]).0.watch);
    let (start, _) = started(&place, &["chapter:V", "--no-watch", "--read-only"]);
    assert!(!start.watch && start.read_only);
    assert_eq!(start.filter, "chapter:V");
}

#[test]
fn a_word_that_names_no_command_is_a_filter_and_the_first_name_wins() {
    let place = Place::new();
    assert_eq!(started(&place, &[]).0.filter, "");
    assert_eq!(started(&place, &["corruption", "needs"]).0.filter, "corruption needs");
    assert_eq!(started(&place, &["--", "needs"]).0.filter, "needs");
}

#[test]
fn a_frame_has_its_size_keys_and_format() {
    let place = Place::new();
    let (start, frame) = started(
        &place,
        &["frame", "-is:unmet", "--size", "120x40", "--keys", "3 j", "--format", "svg"],
    );
    assert_eq!(start.filter, "-is:unmet");
    assert_eq!(
        frame,
        Some(FrameArgs { columns: 120, rows: 40, keys: "3 j".into(), format: FrameFormat::Svg })
    );
    let (_, frame) = started(&place, &["frame"]);
    assert_eq!(
        frame,
        Some(FrameArgs { columns: 80, rows: 24, keys: String::new(), format: FrameFormat::Text })
    );
}
