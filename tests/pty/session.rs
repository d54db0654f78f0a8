//! The real program in a pseudo-terminal: from its first screen to the shell's prompt, alone and
//! with another program at the same register.

use crate::support::home::{Home, SMALL, quit};
use crate::support::pty::Pty;
use rustix::process::Signal;
use std::time::{Duration, Instant};
use ta_tui::store::{Access, Store};

/// Goes to the list of needs and waits for it: a key typed ahead waits for the one before, but not
/// for ever.
fn to_the_list(pty: &mut Pty) {
    pty.keys("4");
    pty.wait_frame_with("a list", |screen| screen.contains("Need▲"));
}

/// The program of a focal point, on a list of one need.
fn first_need(home: &Home, more: &[&str]) -> Pty {
    let mut pty = home.open(&[&["--as", "fp-gh", "id:1"], more].concat(), &[], SMALL);
    pty.wait_text("1 of 3,954 needs");
    to_the_list(&mut pty);
    pty
}

#[test]
fn a_decision_from_the_first_screen_to_the_prompt() {
    let home = Home::new();
    let mut pty = home.start();
    pty.wait_text("illustrative");
    pty.keys("4<F5>");
    pty.wait_text("108 of 3,954 needs");
    pty.keys("<F5>/id:1<Enter>");
    pty.wait_text("1 of 3,954 needs");
    pty.keys("<Enter>");
    pty.wait_text("Need 1 ");
    pty.keys("ph<Enter>");
    pty.wait_text("[e High !!!]");
    pty.keys("u");
    pty.wait_text(" e High !!! ");
    quit(pty);
    let log = home.log();
    assert_eq!(log[0]["before"], "high");
    assert_eq!(log[1]["after"], "high");
    assert_eq!(home.run(&["check"]).1, Some(0));
}

#[test]
fn two_people_see_each_other_and_nobody_overwrites_unseen() {
    let home = Home::new();
    let mut first = home.open(&["--as", "fp-gh", "id:1"], &[], SMALL);
    let mut second = home.open(&["--as", "fp-ke", "id:1"], &[], SMALL);
    for pty in [&mut first, &mut second] {
        pty.wait_text("1 of 3,954 needs");
        to_the_list(pty);
        pty.keys("<Enter>");
        pty.wait_text(" e High !!! ");
    }
    first.keys("pm<Enter>");
    first.wait_text("[d Medium !!]");
    // the other one sees it without a key
    second.wait_text("[d Medium !!]");
    second.wait_text("changed elsewhere");
    // and a command from a script is seen by both
    assert_eq!(home.run(&["set", "1", "response=planned", "--as", "secretariat"]).1, Some(0));
    first.wait_text("[i ▓ Planned]");
    second.wait_text("[i ▓ Planned]");
    quit(first);
    quit(second);
}

#[test]
fn who_has_the_same_need_open_is_seen_until_they_leave() {
    let home = Home::new();
    let open = |who| {
        let mut pty = home.open(&["--as", who, "id:1"], &[], SMALL);
        pty.wait_text("1 of 3,954 needs");
        to_the_list(&mut pty);
        pty.keys("<Enter>");
        pty.wait_text("Need 1 ");
        pty
    };
    let (first, second) = (open("fp-gh"), open("fp-ke"));
    first.wait_text("@ also open: Focal point of Kenya");
    second.wait_text("@ also open: Focal point of Ghana");
    quit(first);
    second.wait_for("nobody else", |screen| !screen.contents().contains("also open"));
    quit(second);
}

#[test]
fn notes_outlive_a_lost_line() {
    let home = Home::new();
    let open = || home.open(&["--as", "fp-gh", "id:1"], &[], SMALL);
    let mut pty = open();
    pty.wait_text("1 of 3,954 needs");
    to_the_list(&mut pty);
    pty.keys("<Enter>nhalf a thought");
    pty.wait_text("half a thought");
    pty.close();
    pty.wait_exit();
    assert!(home.log().iter().all(|entry| entry["who"] != "fp-gh"), "nothing is written for good");
    let mut pty = open();
    pty.wait_text("You have unfinished notes on need 1");
    to_the_list(&mut pty);
    pty.keys("<Enter>n");
    pty.wait_text("Your draft of");
    pty.wait_text("half a thought");
    pty.keys(" ended<C-s>");
    pty.wait_text("Need 1 changed");
    quit(pty);
    assert_eq!(home.log()[0]["after"], "half a thought ended");
    let pty = open();
    pty.wait_text("1 of 3,954 needs");
    assert!(!pty.screen_text().contains("unfinished"), "{}", pty.screen_text());
    quit(pty);
}

/// Sessions are seen and ended by another process; a person who is retired is out as well.
#[test]
fn a_session_over_ssh_is_listed_and_ended() {
    let home = Home::new();
    let db = home.db();
    let open = || {
        let pty = home.open(&["session", "--as", "fp-gh"], &[], SMALL);
        pty.wait_text("needs");
        pty
    };
    let store = Store::open(&db, Access::ReadOnly).unwrap();
    let numbers = || store.sessions().unwrap().iter().map(|one| one.number).collect::<Vec<_>>();
    let (mut first, mut second) = (open(), open());
    let listed = home.run(&["sessions", "--format", "csv"]).0;
    assert_eq!(listed.matches(",fp-gh,focal-point,").count(), 2, "{listed}");
    let [oldest, newest] = numbers()[..] else { panic!("{listed}") };
    let end = ["sessions", "end", &oldest.to_string(), "--as", "secretariat"];
    assert_eq!(home.run(&end).1, Some(0));
    let asked = Instant::now();
    assert_eq!(first.wait_exit(), 1);
    assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
    let left = first.screen_text();
    assert!(!first.alternate() && left.contains("secretariat has ended this session"), "{left}");
    assert_eq!(numbers(), [newest], "the other one goes on");
    let sql = rusqlite::Connection::open(&db).unwrap();
    sql.execute("UPDATE person SET until = '2001' WHERE code = 'fp-gh'", []).unwrap();
    assert_eq!(second.wait_exit(), 1);
    let left = second.screen_text();
    assert!(left.contains("your post is no longer held"), "{left}");
    assert_eq!(numbers(), [0; 0], "it has left the list");
}

/// A program that is killed outright has saved the text typed up to a second before.
#[test]
fn notes_outlive_a_killed_program() {
    let home = Home::new();
    let mut pty = first_need(&home, &[]);
    pty.keys("<Enter>nhalf a thought");
    let store = Store::open(&home.db(), Access::ReadOnly).unwrap();
    let patience = Instant::now() + Duration::from_secs(20);
    while store.drafts("fp-gh").unwrap().iter().all(|draft| draft.text != "half a thought") {
        assert!(Instant::now() < patience, "no draft is kept:\n{}", pty.screen_text());
        std::thread::yield_now();
    }
    pty.signal(Signal::KILL);
    pty.wait_exit();
    let pty = home.open(&["--as", "fp-gh", "id:1"], &[], SMALL);
    pty.wait_text("You have unfinished notes on need 1");
    quit(pty);
}

/// A form is filled over the line, killed, taken up again and saved; two who correct one record see each other's value.
#[test]
fn a_form_outlives_a_killed_program_and_is_saved() {
    let home = Home::new();
    let open = || home.open(&["--as", "fp-gh", "id:1"], &[], SMALL);
    let mut pty = open();
    pty.wait_text("1 of 3,954 needs");
    to_the_list(&mut pty);
    pty.keys("=e");
    pty.wait_text("Mozambique, cycle 1");
    pty.keys("<End> 17<Tab>");
    pty.wait_text("15 17");
    let store = Store::open(&home.db(), Access::ReadOnly).unwrap();
    let patience = Instant::now() + Duration::from_secs(20);
    while store.form_drafts("fp-gh").unwrap().iter().all(|kept| !kept.text.contains("15 17")) {
        assert!(Instant::now() < patience, "no draft is kept:\n{}", pty.screen_text());
        std::thread::yield_now();
    }
    pty.signal(Signal::KILL);
    pty.wait_exit();
    let mut pty = open();
    pty.wait_text("You have an unfinished form");
    to_the_list(&mut pty);
    pty.keys("=e");
    pty.wait_text("15 17");
    pty.keys("<C-s>");
    pty.wait_text("need 1 changed");
    quit(pty);
    assert_eq!(home.log()[0]["after"], "15; 17");
    assert_eq!(home.run(&["check"]).1, Some(0));
}

/// If notes cannot be saved, they are printed on the terminal at the end; if saving works again, they are saved.
#[test]
fn notes_that_cannot_be_saved_are_not_lost() {
    let home = Home::new();
    let away = home.db().with_extension("away");
    let typing = |text: &str| {
        let mut pty = first_need(&home, &[]);
        std::fs::rename(home.db(), &away).unwrap();
        pty.keys(&format!("<Enter>n{text}"));
        pty.wait_text("Notes on need 1 not saved yet");
        pty.keys("<Esc>");
        pty.wait_text("Not saved: quitting loses your text on need 1");
        pty
    };
    let mut pty = typing("half a thought<Enter>and the other");
    pty.keys("<C-c>");
    assert_eq!(pty.wait_exit(), 1);
    let left = pty.screen_text();
    assert!(!pty.alternate() && left.contains("half a thought"), "{left}");
    assert!(left.contains("and the other") && left.contains("need 1 could not be saved"), "{left}");
    std::fs::rename(&away, home.db()).unwrap();
    let pty = typing("a second one");
    std::fs::rename(&away, home.db()).unwrap();
    pty.wait_text("Draft for need 1 is saved now");
    quit(pty);
    let store = Store::open(&home.db(), Access::ReadOnly).unwrap();
    assert_eq!(store.drafts("fp-gh").unwrap()[0].text, "a second one");
}

/// A list or a line to choose from hides the field: a value that comes meanwhile is not overwritten.
#[test]
fn what_others_change_while_one_chooses_collides() {
    let home = Home::new();
    let mut pty = first_need(&home, &[]);
    for (open, is_open, theirs, choose) in [
        ("a", "Assign to", "focal=fp-tz", "ghana<Enter>"),
        ("p", "Priority", "priority=low", "h<Enter>"),
        ("=d", "2027-03", "projected=2028-01-01", "2027-03<Enter>"),
    ] {
        pty.keys(open);
        pty.wait_frame(is_open);
        assert_eq!(home.run(&["set", "1", theirs, "--as", "fp-ke"]).1, Some(0));
        pty.wait_frame("One need was changed elsewhere");
        pty.keys(choose);
        pty.wait_frame("Changed meanwhile");
        pty.keys("h<C-s>");
        pty.wait_frame("yours was not saved");
    }
    // The user's own writes are no news.
    pty.keys("d<Enter>");
    pty.wait_frame("Need 1 changed");
    pty.keys("ph<Enter>");
    pty.wait_frame(" !!! ");
    quit(pty);
}

/// A user who decides and leaves at once is told the result.
#[test]
fn what_collides_after_one_has_left_is_said() {
    let home = Home::new();
    let mut pty = first_need(&home, &["--no-watch"]);
    // Another program is in the midst of a write; this one waits its turn.
    let other = rusqlite::Connection::open(home.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.keys("e<Enter><C-c>");
    let write = "INSERT INTO batch (at, who) VALUES (1790000000, 'fp-ke');
                 UPDATE need SET priority = 'medium', version = version + 1 WHERE id = 1;
                 INSERT INTO change (batch_id, kind, record, field, after, version)
                   SELECT (SELECT max(id) FROM batch), 'need', id, 'priority', priority, version
                   FROM need WHERE id = 1;
                 COMMIT";
    other.execute_batch(write).unwrap();
    assert_eq!(pty.wait_exit(), 1);
    let left = pty.screen_text();
    assert!(
        left.contains("fp-ke changed Priority") && left.contains("you asked for “High”"),
        "{left}"
    );
}

#[test]
fn what_another_program_changes_is_seen_within_a_second_and_moves_nothing() {
    let home = Home::new();
    let open = |who| {
        let pty = home.open(&["--as", who, "id:1..9"], &[], SMALL);
        pty.wait_text("9 of 3,954 needs");
        pty
    };
    let (mut first, mut second) = (open("fp-gh"), open("fp-ke"));
    // the cursor on the third row, and a word begun in the filter line
    to_the_list(&mut first);
    first.keys("jj");
    first.wait_text("3/9");
    first.keys("/asset decl");
    first.wait_frame("asset decl");
    let cursor = |pty: &Pty| {
        let mut at = None;
        pty.wait_for("a cursor", |screen| {
            at = (!screen.hide_cursor()).then(|| screen.cursor_position());
            at.is_some()
        });
        at
    };
    let before = cursor(&first);
    to_the_list(&mut second);
    second.keys("e<Enter>");
    second.wait_text(" !!! ");
    first.wait_frame("changed elsewhere");
    assert!(first.screen_text().contains("id:1..9 asset decl"), "{}", first.screen_text());
    assert_eq!(cursor(&first), before);
    first.keys("<Esc>");
    // The message stands where the place would.
    first.wait_text("▌     3 ");
    quit(first);
    quit(second);
}

#[test]
fn what_others_change_is_seen_while_keys_are_pressed() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("4/id:1<Enter>");
    pty.wait_frame("1 of 3,954 needs");
    assert_eq!(home.run(&["set", "1", "priority=high"]).1, Some(0));
    let patience = Instant::now() + Duration::from_secs(20);
    // Each key asks the worker something, many times a second.
    while !pty.screen_text().contains(" !!! ") {
        assert!(Instant::now() < patience, "nothing is seen of it:\n{}", pty.screen_text());
        for (key, found) in [("<F5>", "0 of 3,954 needs"), ("<F5>", "1 of 3,954 needs")] {
            pty.keys(key);
            pty.wait_frame(found);
        }
    }
    quit(pty);
}

#[test]
fn what_others_change_leaves_the_filter_line_alone() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("4/chapter:V asset decl");
    pty.wait_text("asset decl");
    assert_eq!(home.run(&["set", "1", "priority=low"]).1, Some(0));
    pty.wait_text("changed elsewhere");
    pty.wait_text("chapter:V asset decl");
    pty.keys("<Esc>");
    pty.wait_text("3,954 of 3,954 needs");
    quit(pty);
}

#[test]
fn the_language_comes_from_flag_environment_and_settings() {
    let home = Home::new();
    for (args, env) in [
        (&["--lang", "zh"][..], &[][..]),
        (&[], &[("TA_TUI_LANG", "zh")]),
        (&[], &[("LANG", "zh_CN.UTF-8")]),
    ] {
        let pty = home.open(args, env, SMALL);
        pty.wait_text("示例数据");
        quit(pty);
    }
    home.configure("language = \"zh\"\n");
    let pty = home.open(&[], &[], SMALL);
    pty.wait_text("示例数据");
    quit(pty);
}

#[test]
fn own_keys_work_and_show_and_a_mistake_is_named_with_its_place() {
    let home = Home::new();
    home.configure("[keys]\n\"triage.low\" = [\"y\"]\n\"triage.prioritie\" = [\"w\"]\n");
    let mut pty = home.open(&["id:1"], &[], SMALL);
    pty.wait_text("config.toml:3:1");
    pty.keys("4");
    pty.wait_text("p priority");
    pty.keys("<Enter>");
    pty.wait_text("e d y priority");
    pty.keys("y");
    pty.wait_text("[y Low !]");
    quit(pty);
}

#[test]
fn without_colour_no_colour_is_sent() {
    let home = Home::new();
    let mut pty = home.open(&[], &[("NO_COLOR", "1")], SMALL);
    pty.wait_text("3,954 of 3,954 needs");
    pty.keys("4");
    pty.wait_text("Mozambique");
    let text = String::from_utf8_lossy(&pty.received()).into_owned();
    for sequence in text.split("\x1b[").skip(1) {
        let Some((numbers, _)) = sequence.split_once('m') else { continue };
        if numbers.bytes().all(|b| b.is_ascii_digit() || b == b';') {
            let coloured = |n: &str| {
                matches!(n, "38" | "48")
                    || matches!(n.len(), 2 | 3) && {
                        matches!(n.parse().unwrap_or(0), 30..=37 | 40..=47 | 90..=97 | 100..=107)
                    }
            };
            assert!(!numbers.split(';').any(coloured), "{numbers}");
        }
    }
    quit(pty);
}

#[test]
fn a_small_window_says_so_and_a_larger_one_goes_on() {
    let home = Home::new();
    let pty = home.open(&[], &[], (30, 8));
    pty.wait_text("40×12");
    pty.resize(SMALL);
    pty.wait_text("3,954 of 3,954 needs");
    quit(pty);
}

#[test]
fn another_size_is_seen_however_early_it_comes() {
    let home = Home::new();
    for _ in 0..5 {
        let pty = home.open(&[], &[], (60, 20));
        pty.resize(SMALL);
        let last = |screen: &vt100::Screen| screen.rows(0, 80).nth(23).unwrap_or_default();
        pty.wait_for("hints in the 24th row", |screen| last(screen).contains("? help"));
        pty.wait_text("3,954 of 3,954 needs");
        quit(pty);
    }
}

#[test]
fn ctrl_c_quits_from_within_a_line() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("/chap<C-c>");
    assert_eq!(pty.wait_exit(), 0);
    assert!(!pty.alternate());
}

#[test]
fn it_ends_with_its_terminal_and_with_signals() {
    let home = Home::new();
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut pty = home.start();
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), status);
        assert!(!pty.alternate(), "{signal:?}");
    }
    let mut pty = home.open(&["id:1"], &[], SMALL);
    pty.wait_text("1 of 3,954 needs");
    // One by one: a key typed ahead waits for the one before, but not for ever.
    pty.keys("4");
    pty.wait_frame("Comparison of domestic");
    pty.keys("<Enter>");
    pty.wait_frame("e High !!!");
    pty.keys("ph<Enter>");
    pty.wait_text("[e High !!!]");
    pty.close();
    pty.wait_exit();
    assert_eq!(home.log()[0]["after"], "high");
    assert_eq!(home.run(&["check"]).1, Some(0));
}

#[test]
fn no_byte_of_a_hostile_text_acts_on_the_terminal() {
    let home = Home::new();
    let sql = rusqlite::Connection::open(home.db()).unwrap();
    let hostile =
        format!("\x1b[2J\x1b]0;title\x07\u{9b}31m\u{202e}abc{}\r\n!", "\u{323}".repeat(500));
    sql.execute("UPDATE need SET text = ?1 WHERE id = 1", [&hostile]).unwrap();
    drop(sql);
    let mut pty = home.open(&["id:1"], &[], SMALL);
    pty.wait_text("1 of 3,954 needs");
    pty.keys("4");
    pty.wait_text("31mabc");
    quit(pty);
}

#[test]
fn e10_a_table_leaves_out_columns_before_it_cuts_them_to_nothing() {
    let home = Home::new();
    let printed = |args: &[&str], columns: &str, size: (u16, u16), last: &str| {
        let mut pty = home.open(args, &[("COLUMNS", columns)], size);
        pty.wait_text(last);
        assert_eq!(pty.wait_exit(), 0);
        pty.screen_text()
    };
    let list = ["needs", "chapter:V", "--limit", "3"];
    let narrow = printed(&list, "", (80, 24), "or a wider terminal.");
    let heads = narrow.lines().find(|line| line.contains("No.")).unwrap();
    assert!(heads.contains("Priority") && heads.contains("Need"), "{narrow}");
    assert!(!heads.contains("Category"), "{narrow}");
    let rule = narrow.lines().find(|line| line.starts_with('─')).unwrap();
    assert!(rule.split("  ").last().unwrap().chars().count() >= 20, "the text has room: {narrow}");
    assert!(narrow.contains("Not shown for want of width:"), "{narrow}");
    let flat = narrow.replace('\n', "");
    assert!(flat.contains("--columns chapter,category,identified_on"), "{narrow}");
    // A column that is named is shown.
    let named = [&list[..], &["--columns", "id,category,text"]].concat();
    let named = printed(&named, "", (80, 24), "illustrative");
    assert!(named.contains("Category") && !named.contains("Not shown"), "{named}");
    // The variable says how wide it is.
    let wide = printed(&list, "200", (80, 24), "illustrative");
    assert!(wide.contains("Category") && !wide.contains("Not shown"), "{wide}");
}
