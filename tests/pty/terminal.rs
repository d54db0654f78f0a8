//! The terminal is given back on every way out, and the program ends with its terminal.
//!
//! The program under test is this test program itself: run with a role in its environment,
//! [`the_program`] is a small terminal program; without one it does nothing.

use crate::support::keys;
use crate::support::pty::{Pty, Spawn};
use crossterm::event::KeyCode;
use rustix::process::Signal;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;
use ta_tui::term::input::{self, Heard};
use ta_tui::term::signals::{self, Notice};
use ta_tui::term::{EnterError, TerminalScreen, TerminalSession, Tty, size};

const ROLE: &str = "TERMINAL_TEST_ROLE";

/// An input of the program.
enum Said {
    Heard(Heard),
    Notice(Notice),
}

/// Shows the number of characters; `n` draws nothing new, `m` and `o` turn the mouse on and off, `p`
/// panics, `t` panics in another thread,
/// `z` suspends, `f` floods the terminal, `q` ends with status 3.
#[test]
fn the_program() {
    let Ok(role) = std::env::var(ROLE) else { return };
    // In the role "deaf" nothing ends it but the threads of the terminal; "unread" reads no keys.
    let deaf = role == "deaf";
    let session = match TerminalSession::enter() {
        Ok(session) => session,
        Err(EnterError::InputIsNoTerminal) => std::process::exit(4),
        Err(EnterError::OutputIsNoTerminal) => std::process::exit(5),
        Err(EnterError::Refused(_)) => std::process::exit(6),
    };
    let (sender, said) = mpsc::channel();
    listen(&sender, role != "unread");
    let mut screen = TerminalScreen::new(Tty, size()).unwrap();
    let mut events = 0;
    let mut shown = "ready".to_owned();
    let status = loop {
        let drawn = screen.draw(|frame| {
            let area = frame.area();
            frame.render_widget(format!("{shown} {}x{}", area.width, area.height), area);
        });
        if drawn.is_err() && !deaf {
            break 7;
        }
        match said.recv().unwrap() {
            Said::Notice(Notice::Ending { .. }) if deaf => {}
            Said::Notice(Notice::Ending { status }) => break i32::from(status),
            Said::Notice(Notice::Resized) => {
                let (columns, rows) = size();
                screen.resize(columns, rows).unwrap();
            }
            Said::Heard(Heard::Pointed(at)) => shown = format!("pointed {} {}", at.x, at.y),
            Said::Heard(Heard::Paste(text)) => shown = format!("pasted {}", text.len()),
            Said::Heard(Heard::Typed(text) | Heard::TypedOn(text)) => {
                events += text.chars().count();
                if !text.ends_with('n') {
                    shown = format!("after {events}");
                }
            }
            Said::Heard(Heard::Key(key)) => {
                events += 1;
                match key.code {
                    KeyCode::Char('n') => {}
                    KeyCode::Char('p') => panic!("a panic on purpose"),
                    KeyCode::Char('t') => {
                        let _ = std::thread::spawn(|| panic!("a panic elsewhere")).join();
                    }
                    KeyCode::Char('z') => {
                        session.suspend().unwrap();
                        screen.repaint().unwrap();
                        shown = "back".to_owned();
                    }
                    KeyCode::Char('f') => flood(&mut screen),
                    KeyCode::Char('m') => session.point(true).unwrap(),
                    KeyCode::Char('o') => session.point(false).unwrap(),
                    KeyCode::Char('q') => break 3,
                    _ => shown = format!("after {events}"),
                }
            }
            Said::Notice(Notice::Continued) => {}
        }
    };
    drop(session);
    std::process::exit(status);
}

fn listen(sender: &Sender<Said>, to_keys: bool) {
    let notices = sender.clone();
    signals::watch(move |notice| drop(notices.send(Said::Notice(notice)))).unwrap();
    let events = sender.clone();
    if to_keys {
        input::spawn(move |heard| events.send(Said::Heard(heard)).is_ok()).unwrap();
    }
}

/// Draws whole frames for ever, deaf to everything else.
fn flood(screen: &mut TerminalScreen) {
    loop {
        screen.repaint().unwrap();
        let _ = screen.draw(|frame| {
            let area = frame.area();
            frame.render_widget("x".repeat(area.area() as usize), area);
        });
    }
}

fn start(role: &str) -> Pty {
    start_in(role, true)
}

fn start_in(role: &str, controlling: bool) -> Pty {
    let pty = Pty::with(&Spawn {
        program: &std::env::current_exe().unwrap(),
        args: &["--exact", "terminal::the_program", "--nocapture"],
        env: &[(ROLE, role)],
        size: (60, 10),
        controlling,
    });
    pty.wait_text("ready 60x10");
    pty
}

fn count(bytes: &[u8], part: &str) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
}

fn place(bytes: &[u8], part: &str) -> usize {
    let place = bytes.windows(part.len()).position(|window| window == part.as_bytes());
    place.unwrap_or_else(|| panic!("{part:?} is not in {:?}", String::from_utf8_lossy(bytes)))
}

/// Raw mode, alternate screen, paste mode and hidden cursor are all undone.
fn assert_given_back(pty: &Pty) {
    let bytes = pty.received();
    for (on, off) in
        [("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?2004h", "\x1b[?2004l"), ("\x1b[?25l", "\x1b[?25h")]
    {
        assert_eq!(count(&bytes, on), 1, "{on:?}");
        assert_eq!(count(&bytes, off), 1, "{off:?}");
        assert!(place(&bytes, on) < place(&bytes, off));
    }
    assert_eq!(count(&bytes, "\x1b[6n") + count(&bytes, "\x1b[c"), 0, "a question was asked");
    assert!(!pty.alternate());
    assert!(!pty.raw_mode());
}

#[test]
fn the_terminal_is_taken_over_and_given_back() {
    let mut pty = start("polite");
    assert!(pty.alternate());
    assert!(pty.raw_mode());
    pty.keys("q");
    assert_eq!(pty.wait_exit(), 3);
    assert_given_back(&pty);
}

const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Reports of the mouse are requested while it is on, ignored afterwards, and switched off on every way out.
#[test]
fn the_mouse_is_reported_while_it_is_on_and_given_back_on_every_way_out() {
    let mut pty = start("polite");
    pty.send(b"\x1b[<0;5;3M");
    pty.keys("x");
    pty.wait_text("after 1");
    assert_eq!(count(&pty.received(), "\x1b[?100"), 0, "nobody has asked for it");
    pty.keys("m");
    pty.wait_bytes(MOUSE_ON.as_bytes());
    pty.send(b"\x1b[<0;5;3M");
    pty.wait_text("pointed 4 2");
    pty.keys("o");
    pty.wait_bytes(MOUSE_OFF.as_bytes());
    pty.send(b"\x1b[<0;7;3M");
    pty.keys("x");
    pty.wait_text("after 4");
    pty.keys("q");
    assert_eq!(pty.wait_exit(), 3);
    assert_eq!(count(&pty.received(), MOUSE_OFF), 1);
    for (end, status) in [("q", 3), ("p", 101), ("t", 101), ("", 143)] {
        let mut pty = start("polite");
        pty.keys("m");
        pty.wait_bytes(MOUSE_ON.as_bytes());
        if end.is_empty() {
            pty.signal(Signal::TERM);
        } else {
            pty.keys(end);
        }
        assert_eq!(pty.wait_exit(), status, "{end}");
        assert_given_back(&pty);
        let bytes = pty.received();
        assert_eq!(count(&bytes, MOUSE_OFF), 1, "{end}");
        assert!(place(&bytes, MOUSE_OFF) < place(&bytes, "\x1b[?1049l"), "{end}");
    }
}

#[test]
fn a_frame_that_changes_nothing_writes_nothing() {
    let mut pty = start("polite");
    let before = pty.bytes();
    pty.keys("nnnnnnnnnx");
    pty.wait_text("after 10");
    let bytes = pty.received();
    assert_eq!(count(&bytes[before..], "\x1b[?2026h"), 1);
    assert_eq!(count(&bytes[before..], "\x1b[?2026l"), 1);
}

#[test]
fn keys_typed_far_ahead_all_arrive() {
    let mut pty = start("polite");
    pty.send("n".repeat(3000).as_bytes());
    pty.keys("x");
    pty.wait_text("after 3001");
}

#[test]
fn pasted_text_comes_in_one_piece() {
    let mut pty = start("polite");
    let text = "q".repeat(20_000);
    pty.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    pty.wait_text("pasted 20000");
}

#[test]
fn another_size_is_told() {
    let pty = start("polite");
    for size in [(70, 12), (60, 10), (71, 9)] {
        pty.resize(size);
        pty.wait_text(&format!("ready {}x{}", size.0, size.1));
    }
}

/// The thread that reads keys may not have run yet when the first frame is there.
#[test]
fn another_size_is_told_while_nobody_reads_keys() {
    let pty = start("unread");
    pty.resize((70, 12));
    pty.wait_text("ready 70x12");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let mut pty = start("polite");
    pty.keys("p");
    assert_eq!(pty.wait_exit(), 101);
    assert_given_back(&pty);
    let bytes = pty.received();
    assert!(place(&bytes, "\x1b[?1049l") < place(&bytes, "a panic on purpose"));
}

#[test]
fn a_panic_in_another_thread_ends_the_program_too() {
    let mut pty = start("polite");
    pty.keys("t");
    assert_eq!(pty.wait_exit(), 101);
    assert_given_back(&pty);
    let bytes = pty.received();
    assert!(place(&bytes, "\x1b[?1049l") < place(&bytes, "a panic elsewhere"));
}

#[test]
fn a_signal_ends_the_program() {
    for (signal, status) in
        [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)]
    {
        let mut pty = start("polite");
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), status);
        assert_given_back(&pty);
    }
}

#[test]
fn a_signal_ends_a_program_that_does_not_listen() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut pty = start("deaf");
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), status);
        assert_given_back(&pty);
    }
}

#[test]
fn a_signal_ends_a_program_that_hangs_in_a_write() {
    let mut pty = start("deaf");
    pty.stall();
    pty.keys("f");
    pty.wait_full();
    pty.signal(Signal::TERM);
    pty.wait_processor_time();
    assert!(!pty.raw_mode());
    assert_eq!(pty.wait_exit(), 143);
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let mut pty = start("polite");
    pty.close();
    assert!([129, 7].contains(&pty.wait_exit()));
}

/// With SIGHUP and without: a terminal that is not the program's own sends none.
#[test]
fn a_closed_terminal_ends_a_program_that_does_not_listen_and_nothing_spins() {
    for controlling in [true, false] {
        let mut pty = start_in("deaf", controlling);
        // In the middle of a key: the reader stands in its innermost loop.
        pty.send(b"\x1b[1;");
        pty.close();
        let took = pty.wait_processor_time();
        assert!(took < signals::GRACE / 2, "{took:?} of processor time");
        assert_eq!(pty.wait_exit(), 129);
    }
}

#[test]
fn a_closed_terminal_ends_a_program_that_hangs_in_a_write() {
    for controlling in [true, false] {
        let mut pty = start_in("deaf", controlling);
        pty.stall();
        pty.keys("f");
        pty.wait_full();
        pty.close();
        assert_eq!(pty.wait_exit(), 129);
    }
}

#[test]
fn the_end_comes_within_a_second() {
    assert!(signals::LATEST < Duration::from_secs(1));
}

#[test]
fn suspending_gives_the_terminal_back_and_takes_it_again() {
    let mut pty = start("polite");
    pty.keys("z");
    pty.wait_text("back 60x10");
    let bytes = pty.received();
    assert_eq!(count(&bytes, "\x1b[?1049h"), 2);
    assert_eq!(count(&bytes, "\x1b[?1049l"), 1);
    assert!(pty.alternate() && pty.raw_mode());
    pty.keys("q");
    assert_eq!(pty.wait_exit(), 3);
    assert!(!pty.alternate() && !pty.raw_mode());
}

#[test]
fn what_is_no_terminal_is_said() {
    use std::process::{Command, Stdio};
    let mut program = Command::new(std::env::current_exe().unwrap());
    program.args(["--exact", "terminal::the_program", "--nocapture"]).env(ROLE, "polite");
    program.stdin(Stdio::null()).stdout(Stdio::piped());
    let output = program.output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn keys_become_what_a_terminal_sends() {
    assert_eq!(keys::bytes("4/a:5<Enter>"), b"4/a:5\r");
    assert_eq!(keys::bytes("<C-r><M-x><lt>é>"), "\x12\x1bx<é>".as_bytes());
    assert_eq!(keys::bytes("a<b"), b"a<b");
}
