//! The log that `TA_TUI_LOG` asks for.

use super::place::{Place, Ran};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// Runs the program with a level of the log, its state in the folder `state`.
fn run(place: &Place, level: &str, args: &[&str]) -> Ran {
    let mut command = place.command();
    command.env("TA_TUI_DB", &place.db).env("XDG_STATE_HOME", place.file("state"));
    Ran::of(&command.env("TA_TUI_LOG", level).args(args).output().unwrap())
}

fn log_file(place: &Place) -> PathBuf {
    place.file("state/ta-tui/ta-tui.log")
}

#[test]
fn e13_a_log_tells_of_starts_requests_and_writes_and_never_of_what_somebody_wrote() {
    let place = Place::new();
    let secret = "notes=a secret of the ministry";
    run(&place, "debug", &["set", "3", secret, "--as", "fp-gh", "--note", "whispered"]).done();
    let frame = run(&place, "debug", &["frame", "--keys", "4"]);
    assert_eq!((frame.status, frame.err.as_str()), (0, ""), "nothing on the screen");
    assert_eq!(run(&place, "debug", &["set", "3", "colour=red"]).status, 2);
    let log = std::fs::read_to_string(log_file(&place)).unwrap();
    for word in [
        "start \"ta-tui set\" version=",
        "need=3 field=notes",
        "needs=1 changes=1",
        "request=ask us=",
        "end status=0",
        "end status=2",
        "failed=[\"cli-set-unknown-field\"",
    ] {
        assert!(log.contains(word), "{word}\n{log}");
    }
    for word in ["secret", "ministry", "whispered", "Training"] {
        assert!(!log.contains(word), "{word}\n{log}");
    }
    assert!(log.lines().all(|line| line.starts_with("20") && !line.contains('\x1b')), "{log}");
    let mode = std::fs::metadata(log_file(&place)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn e13_the_level_says_how_much_is_logged_and_without_it_there_is_no_file() {
    let place = Place::new();
    run(&place, "", &["needs"]).done();
    assert!(!place.file("state").exists());
    run(&place, "info", &["frame"]).done();
    let log = std::fs::read_to_string(log_file(&place)).unwrap();
    assert!(log.contains("start ") && !log.contains("request="), "{log}");
    run(&place, "error", &["needs"]).done();
    assert_eq!(std::fs::read_to_string(log_file(&place)).unwrap(), log, "nothing failed");
    let wrong = run(&place, "loud", &["needs"]);
    assert!(wrong.done().contains("Ghana") && wrong.err.contains("“loud”"), "{wrong:?}");
    std::fs::remove_dir_all(place.file("state")).unwrap();
    std::fs::write(place.file("state"), "").unwrap();
    let nowhere = run(&place, "debug", &["needs"]);
    assert!(nowhere.done().contains("Ghana") && nowhere.err.contains("no log"), "{nowhere:?}");
}
