//! A limit on the size of files: an error of the write, and no end of the program.

use super::{Folder, Ran, notes};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The program under a limit of so many blocks of 512 bytes.
fn limited(folder: &Folder, blocks: u32, args: &[&str]) -> Ran {
    let mut shell = Command::new("sh");
    folder.prepare(&mut shell);
    let script = format!("ulimit -f {blocks} && exec \"$@\"");
    shell.args(["-c", &script, "sh", super::PROGRAM]).args(args);
    Ran::of(&shell.output().unwrap())
}

#[test]
fn c19_what_does_not_fit_leaves_nothing_half_written() {
    let folder = Folder::new();
    folder.run(&["backup", "backup.db"]).done();
    let before = folder.files();
    for args in [
        &["new", "new.db"][..],
        &["sample", "sample.db", "--needs", "50"],
        &["backup", "copy.db"],
        &["restore", "backup.db"],
        &["--db", "fresh.db", "restore", "backup.db"],
    ] {
        let ran = limited(&folder, 100, args);
        let said = ran.failed(1);
        assert!(said.contains("limit"), "{args:?}: {said}");
        assert!(folder.files() == before, "{args:?}: {:?}", folder.names());
    }
}

#[test]
fn c19_a_write_is_refused_or_kept_and_never_half() {
    let folder = Folder::new();
    let long = format!("notes={}", "long ".repeat(10_000));
    let set = ["set", "1", &long, "--as", "secretariat"];
    let ran = limited(&folder, 100, &set);
    assert!(ran.failed(1).contains("limit"), "{ran:?}");
    assert_eq!(notes(&folder.db, 1), "");
    // No index of the log can be made either, without which nothing is written.
    let folder_of_little = Folder::new();
    for change in [&["set", "1", "priority=high"][..], &["settings", "overdue-days=77"]] {
        let ran = limited(&folder_of_little, 16, &[change, &["--as", "secretariat"]].concat());
        assert!(ran.failed(1).contains("limit"), "{ran:?}");
    }
    // The log takes it, and the file does not: it stays in the log.
    let ran = limited(&folder, 180, &["set", "1", "notes=short", "--as", "secretariat"]);
    ran.done();
    assert_eq!(notes(&folder.db, 1), "short");
    folder.run(&["check"]).done();
}

#[test]
fn c19_the_working_copy_of_the_sample_is_whole_or_not_there() {
    let folder = Folder::empty();
    let mut shell = Command::new("sh");
    folder.prepare(&mut shell);
    shell.env_remove("TA_TUI_DB").env("XDG_DATA_HOME", folder.dir.path());
    shell.args(["-c", "ulimit -f 100 && exec \"$0\" states", super::PROGRAM]);
    let ran = Ran::of(&shell.output().unwrap());
    assert!(ran.failed(1).contains("sample.db"), "{ran:?}");
    assert_eq!(std::fs::read_dir(folder.path("ta-tui")).unwrap().count(), 0);
}

/// A program that is killed while it makes a register leaves nothing under the register's name.
#[test]
fn c19_a_register_has_its_name_when_it_is_whole() {
    let folder = Folder::empty();
    let mut command = folder.command();
    let mut making = command.args(["new", "made.db"]).stdout(Stdio::null()).spawn().unwrap();
    let until = Instant::now() + Duration::from_secs(60);
    while folder.names().is_empty() {
        assert!(Instant::now() < until, "nothing was made");
        std::thread::yield_now();
    }
    making.kill().unwrap();
    making.wait().unwrap();
    assert!(!folder.path("made.db").exists(), "{:?}", folder.names());
    folder.run(&["new", "made.db"]).done();
}
