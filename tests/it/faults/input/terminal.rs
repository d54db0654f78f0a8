//! The program in a terminal: the bytes that reach it there.

use crate::support::home::{Home, SMALL, quit};
use crate::support::pty::Pty;
use rusqlite::Connection;

/// The program on the list of needs, as a named person.
fn on_the_list(home: &Home) -> Pty {
    let mut pty = home.open(&["--as", "secretariat"], &[], SMALL);
    pty.wait_frame("needs");
    pty.keys("4");
    pty.wait_frame("▌     1 ");
    pty
}

/// How much is written in a register: writes, changes, drafts and views.
fn log(home: &Home) -> [i64; 4] {
    let register = Connection::open(home.db()).unwrap();
    ["batch", "change", "draft", "saved_view"].map(|table| {
        let sql = format!("SELECT count(*) FROM {table}");
        register.query_row(&sql, [], |row| row.get(0)).unwrap()
    })
}

/// Replies, reports and keys of which the program has no use, some thirty; each is followed by a
/// step of the cursor, which shows that the bytes were taken and that it stands where it stood.
#[test]
fn a1_late_replies_in_a_terminal_are_no_keys() {
    let replies: [&[u8]; 32] = [
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1bP1+r544e=787465726d\x1b\\",
        b"\x1b]11;rgb:1c1c/dede/cccc\x1b\\",
        b"\x1b]11;rgb:1c1c/dede/cccc\x07",
        b"\x9d11;rgb:1c1c/dede/cccc\x9c",
        b"\x901$r0m\x9c",
        b"\x9fGi=31;OK\x9c",
        b"\x1b^qqq\x1b\\",
        b"\x1bXqqq\x1b\\",
        b"\x1bP>|XTerm(390)\x1b\\",
        b"\x1bP!|7E565445\x1b\\",
        b"\x1b]52;c;aGVsbG8gd29ybGQ=\x1b\\",
        b"\x1b]4;1;rgb:cdcd/0000/0000\x07",
        b"\x1b]lxterm q\x1b\\",
        b"\x1b[?62;22c",
        b"\x1b[>41;390;0c",
        b"\x1b[24;80R",
        b"\x1b[1;5R",
        b"\x1b[?2026;2$y",
        b"\x1b[?1u",
        b"\x1b[?997;1n",
        b"\x1b[8;24;80t",
        b"\x1b[I\x1b[O",
        b"\x1b[<0;10;20M\x1b[<0;10;20m",
        b"\x1b[M qA",
        b"\x1b[32;10;20M",
        b"\x9b?6c",
        b"\x1b[97;1:3u",
        b"\x1b]0;a\x1b[Adef\x07",
        b"\x1b]11;rgb\x18",
        b"\x1b[201~",
        b"\xff\xa5\xe2\x82",
    ];
    let home = Home::new();
    let mut pty = on_the_list(&home);
    let before = log(&home);
    for (place, reply) in (2..).zip(replies) {
        pty.send(&[reply, b"\x1b[B"].concat());
        pty.wait_frame(&format!(" {place}/3,954"));
    }
    let steps = pty.screen_text();
    assert!(!steps.contains("selected"), "{steps}");
    assert_eq!(log(&home), before);
    quit(pty);
}

/// In one read, so that no pause of the machine can come between: the decoder's own tests hold the
/// effects of pauses.
#[test]
fn a2_a14_arrows_are_arrows_in_every_form() {
    let home = Home::new();
    let mut pty = on_the_list(&home);
    let downs: [&[u8]; 8] = [
        b"\x1b[B",
        b"\x1bOB",
        b"\x9bB",
        b"\xc2\x9bB",
        b"\x8fB",
        b"\x1b[1;1B",
        b"\x1b[57420u",
        b"\x1b[1;\x1b[B",
    ];
    for (place, down) in (2..).zip(downs) {
        pty.send(down);
        pty.wait_frame(&format!(" {place}/3,954"));
    }
    quit(pty);
}

/// Over SSH an Esc waits longer; the pieces are two writes at once.
#[test]
fn a2_an_arrow_in_two_pieces_is_one_over_a_line() {
    let home = Home::new();
    let mut pty = home.open(&[], &[("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")], SMALL);
    pty.wait_frame("needs");
    pty.keys("4");
    pty.wait_frame("▌     1 ");
    for place in 2..12 {
        pty.send(b"\x1b[");
        pty.send(b"B");
        pty.wait_frame(&format!(" {place}/3,954"));
    }
    quit(pty);
}

/// A lone Esc is a key when nothing follows.
#[test]
fn a2_a_lone_esc_is_heard() {
    let home = Home::new();
    let mut pty = on_the_list(&home);
    pty.keys("/");
    pty.wait_frame("accept");
    pty.keys("<Esc>");
    pty.wait_frame_with("no filter line", |text| !text.contains("accept"));
    quit(pty);
}

/// An unfinished sequence holds no Ctrl-C back, wherever it comes.
#[test]
fn a1_a5_a7_ctrl_c_ends_the_program_whatever_has_begun() {
    let megabyte = [&b"\x1b]52;c;"[..], &b"q".repeat(1 << 20)].concat();
    let begun: [&[u8]; 9] = [
        b"\x1b[200~abc",
        b"\x9b200~abc",
        b"\x1b[1",
        b"\x1bO",
        b"\x1b[M",
        b"\x1b]11;rgb:1c1c",
        b"\x1bP1+r54",
        b"\x9f",
        &megabyte,
    ];
    // In the list and in the filter line in turn: what has begun is held by the decoder, which knows no places.
    let home = Home::new();
    let before = log(&home);
    for (begun, keys) in begun.iter().zip(["4", "4/"].into_iter().cycle()) {
        let mut pty = on_the_list(&home);
        pty.keys(keys);
        pty.send(begun);
        pty.send(&[3; 6]);
        assert_eq!(pty.wait_exit(), 0, "{keys} {:?}", &begun[..begun.len().min(20)]);
        assert_eq!(log(&home), before);
    }
}

/// After a second of silence a paste without an end is over, and keys are keys.
#[test]
fn a5_keys_are_heard_after_a_paste_without_an_end() {
    let home = Home::new();
    let mut pty = on_the_list(&home);
    pty.keys("/");
    pty.wait_frame("accept");
    pty.send(b"\x1b[200~chapter:V");
    pty.wait_frame("chapter:V");
    pty.keys("<Enter>");
    pty.wait_frame_with("no filter line", |text| !text.contains("accept"));
    quit(pty);
}

#[test]
fn a9_new_lines_of_a_multiplexer_are_new_lines() {
    let home = Home::new();
    let mut pty = on_the_list(&home);
    pty.keys("n");
    pty.wait_frame("Notes");
    pty.send(b"\x1b[200~First of two\x1b[13;1uSecond of two\x1b[201~");
    pty.wait_frame_with("two lines", |text| {
        let line = |part: &str| text.lines().position(|line| line.contains(part));
        line("First of two").is_some_and(|first| line("Second of two") == Some(first + 1))
    });
    pty.keys("<C-c>");
    pty.wait_exit();
}

/// A Ctrl-C in the midst of a text ends the program, and the rest of the text is not run by the shell.
#[test]
fn a8_the_rest_of_a_text_is_not_left_to_the_shell() {
    let commands = b"echo run by the shell\r".repeat(500);
    let begun: [&[u8]; 3] = [b"\x1b[200~abc\r", b"one line of a text\r", b"\x1b[200~"];
    for begun in begun {
        let home = Home::new();
        let mut pty = home.open_before("echo the program has ended; exec cat");
        pty.wait_frame("needs");
        pty.send(&[begun, b"\x03", &commands].concat());
        pty.wait_text("the program has ended");
        pty.send(b"typed afterwards\r\x04");
        pty.wait_exit();
        let received = String::from_utf8_lossy(&pty.received()).into_owned();
        assert!(received.contains("typed afterwards"), "{begun:?}");
        let (_, after) = received.split_once("the program has ended").unwrap();
        assert!(!after.contains("run by the shell"), "{begun:?}: {after}");
    }
}

/// Eight of one character in one read: a key held down on a slow line, or a ruler.
#[test]
fn a6_a_ruler_is_no_decision_and_a_key_held_down_is_one() {
    let home = Home::new();
    let mut pty = on_the_list(&home);
    let before = log(&home);
    pty.send(b"--------");
    pty.wait_frame("Ignored");
    pty.send(b"jjjjjjjj");
    pty.wait_frame("▌     9");
    quit(pty);
    assert_eq!(log(&home), before);
}
