//! The tour in a pseudo-terminal: it leaves no file behind, however it ends.

use crate::support::home::{Home, SMALL, quit};
use crate::support::pty::Pty;
use rustix::process::Signal;

/// The tour, with this folder for temporary files.
fn begun(home: &Home, temporary: &str) -> Pty {
    let pty = home.open(&["tour"], &[("TMPDIR", temporary)], SMALL);
    pty.wait_text("1/17");
    pty
}

#[test]
fn it_works_on_a_copy_and_leaves_no_file_behind() {
    let home = Home::new();
    let folder = tempfile::tempdir().unwrap();
    let temporary = folder.path().to_str().unwrap();
    let left = || std::fs::read_dir(folder.path()).unwrap().count();
    let mut pty = begun(&home, temporary);
    assert_eq!(left(), 1);
    pty.keys("4");
    pty.wait_text("2/17");
    quit(pty);
    assert_eq!(left(), 0);
    let mut pty = begun(&home, temporary);
    pty.keys("<Esc><Esc>");
    assert_eq!(pty.wait_exit(), 0);
    assert_eq!(left(), 0);
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut pty = begun(&home, temporary);
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), status);
        assert_eq!(left(), 0, "{signal:?}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let home = Home::new();
    let mut pty = home.open(&["tour"], &[("TMPDIR", "/nowhere/at/all")], SMALL);
    pty.wait_text("no folder can be made");
    assert_eq!(pty.wait_exit(), 1);
}
