//! Terminals and locales without Unicode.

use crate::support::desk::Desk;
use crate::support::frames::{FRAME_START, frames};
use crate::support::home::{Home, SAMPLE, SMALL, quit, wait_whole};
use crate::support::places;
use crate::support::pty::Pty;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use ta_tui::picture;
use ta_tui::text::{Lang, Signs, ascii};

/// An emoji of a family: one picture, or three beside each other.
const FAMILY: &str = "👩\u{200d}👩\u{200d}👧";

/// Keys to every screen, page and overlay.
const SHOWN: &[&str] = &[
    "1",
    "2",
    "3",
    "4<F5>",
    "4<Right*4>",
    "4<F5>A",
    "4 sb",
    "5",
    "5hjl",
    "2<Enter>",
    "3<Enter>",
    "4<Enter>",
    "4/chapter:V pri",
    "4/region:qqq",
    "4f",
    "4?",
    "4:",
    "4p",
    "5a",
    "4/chapter:V<Enter>Aeoa<Enter>",
    "4nFirst line<Enter>More",
    "4nDraft<Esc>",
    "4ph<Enter>",
    "4ph<Enter>u",
    "5zr",
    "4gv",
    "4zc",
    "4gv+Africa",
    "4#asset",
    "gtjl",
    "/awareness<C-t>a",
    "/awareness<C-t><Enter>",
    "4==",
    "4=dsoon<Enter>",
    "4<F5>A=dsoon<Enter>",
    "5hjl=oken",
    "4gh",
    "7",
    "7l",
    "7zd2019-09-30<Enter>l",
    "7jjl",
    "7jjzd2019-09-30<Enter>ljjl",
    "5zd2019-05-31<Enter>",
    "7Gkl/cycle:2<Enter>zuzd2019-09-30<Enter>",
    "7Gk/cycle:2<Enter>zvzd2019-09-30<Enter>j",
    "7Gkkl",
    "7Gkkzd2019-12-31<Enter>lj<Left*3>",
    "7Gljj",
    "7zd2019-05",
];

fn desk(size: (u16, u16), lang: Lang, signs: Signs) -> Desk {
    Desk::with(size, |start| (start.lang, start.signs) = (lang, signs))
}

/// The characters of a text that are neither ASCII nor letters or their marks.
fn signs(text: &str) -> String {
    let sign = |c: &char| {
        let mark = matches!(c, '\u{300}'..='\u{36f}');
        // no terminal has Chinese or Arabic letters without their punctuation
        let theirs =
            matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '،' | '؛' | '؟');
        !c.is_ascii() && !c.is_alphanumeric() && !mark && !theirs
    };
    text.chars().filter(sign).collect()
}

#[test]
fn a13_every_screen_has_ascii_signs_alone() {
    // All of them at one size; of the others, in turn, as many together. One program goes through all of them: to start
    // one for each would take longer than all else.
    let mut kinds = BTreeSet::new();
    for (lang, size, rest) in
        [(Lang::En, SMALL, None), (Lang::En, (200, 50), Some(0)), (Lang::Zh, SMALL, Some(1))]
    {
        let mut desk = desk(size, lang, Signs::Ascii);
        for (at, keys) in SHOWN.iter().enumerate() {
            if rest.is_some_and(|rest| at % 2 != rest) {
                continue;
            }
            desk.keys(keys);
            let screen = desk.screen();
            assert_eq!(signs(&screen), "", "{keys} {lang:?} {size:?}\n{screen}");
            kinds.insert(format!("{:?}", places::kind(&desk)));
            desk.keys("<Esc*6>1z0");
        }
    }
    assert!(kinds.len() >= 25, "{}: {kinds:?}", kinds.len());
    let mut tiny = desk((20, 5), Lang::En, Signs::Ascii);
    tiny.keys("1");
    assert_eq!(signs(&tiny.screen()), "", "{}", tiny.screen());
}

/// Everything stands where it stands with Unicode, letters are the same, and only bars differ in
/// more than the table of signs.
#[test]
fn a13_ascii_moves_nothing_and_changes_no_letter() {
    for keys in ["1", "4<F5>", "4<Enter>", "5", "4?", "4p", "7jjl", "7Gkl"] {
        let screen = |signs| {
            let mut desk = desk(SMALL, Lang::En, signs);
            desk.keys(keys);
            picture::text(&desk.buffer())
        };
        let bar = |c: char| if ('▉'..='▏').contains(&c) { '#' } else { ascii(c).unwrap_or(c) };
        let meant: Vec<String> = screen(Signs::Unicode)
            .lines()
            .map(|line| {
                let cursor = line.starts_with('▌').then_some('>');
                let rest = line.chars().skip(usize::from(cursor.is_some())).map(bar);
                cursor.into_iter().chain(rest).collect()
            })
            .collect();
        let shown = screen(Signs::Ascii);
        for (line, meant) in shown.lines().zip(meant) {
            // signs of responses, which are letters in ASCII
            let alone = |word: &str| match word {
                "u" | "p" | "w" | "m" | "x" | "*" | ":" | "." => " ".to_owned(),
                word => word.to_owned(),
            };
            let words = |line: &str| {
                let line = line.replace(['#', '>'], " ");
                line.split(' ').map(alone).collect::<Vec<_>>().join(" ").trim_end().to_owned()
            };
            assert_eq!(words(line), words(&meant), "{keys}\n{shown}");
        }
    }
}

#[test]
fn a13_a_bar_is_of_hashes_and_the_cursor_has_a_mark() {
    let mut desk = desk(SMALL, Lang::En, Signs::Ascii);
    desk.keys("1").expect(" ######");
    assert!(desk.screen().lines().any(|line| line.starts_with('>')), "{}", desk.screen());
    desk.keys("4 ").expect("+ 1 selected");
    desk.keys("?").expect("+---");
}

#[test]
fn a13_the_option_the_setting_and_a_locale_that_names_another_set_choose_ascii() {
    let koi8 = ("LANG", "ru_RU.KOI8-R");
    for (settings, args, env, ascii) in [
        ("", &["--ascii"][..], &[][..], true),
        ("signs = \"ascii\"", &[], &[], true),
        ("", &[], &[koi8][..], true),
        ("", &[], &[("LANG", "de_DE.ISO-8859-1")], true),
        ("signs = \"auto\"", &[], &[koi8], true),
        ("signs = \"unicode\"", &[], &[koi8], false),
        ("signs = \"unicode\"", &["--ascii"], &[], true),
        ("", &[], &[koi8, ("LC_ALL", "C.UTF-8")], false),
        ("", &[], &[("LANG", "")], false),
        ("", &[], &[("LANG", "C")], false),
        ("", &[], &[("LANG", "POSIX")], false),
        ("", &[], &[("LANG", "en_US")], false),
    ] {
        let home = Home::new();
        home.configure(settings);
        let pty = home.open(args, env, SMALL);
        wait_whole(&pty, SAMPLE);
        let shown = pty.screen_text();
        assert_eq!(signs(&shown).is_empty(), ascii, "{settings:?} {args:?} {env:?}\n{shown}");
        quit(pty);
    }
}

#[test]
fn a13_a_wrong_setting_is_told_with_its_place() {
    let home = Home::new();
    home.configure("signs = \"latin\"\n");
    let pty = home.open(&[], &[], SMALL);
    pty.wait_text("config.toml:1:9");
    quit(pty);
}

#[test]
fn a13_what_is_printed_has_ascii_signs_and_data_stay_as_they_are() {
    let home = Home::new();
    let printed = |args: &[&str]| {
        let (out, status) = home.run(args);
        assert_eq!(status, Some(0), "{args:?}");
        out
    };
    for args in [
        &["figure", "all", "--since", "2019-09-30"][..],
        &["figure", "4", "--since", "2019-09-30", "--beside"],
        &["trend"],
        &["connections"],
        &["count", "--by", "chapter,priority"],
        &["gaps", "--by", "chapter,region"],
        &["needs", "chapter:V"],
        &["states", "--columns", "all"],
        &["frame", "--keys", "4<F5>"],
        &["--help"],
    ] {
        assert_ne!(signs(&printed(args)), "", "{args:?} has signs to change");
        let plain = printed(&[args, &["--ascii"]].concat());
        assert_eq!(signs(&plain), "", "{args:?}\n{plain}");
    }
    assert!(printed(&["figure", "1", "--ascii"]).contains("  ####"));
    for args in [
        &["needs", "--format", "csv"][..],
        &["count", "--by", "chapter", "--format", "json"],
        &["figure", "1", "--format", "csv"],
        &["trend", "--format", "json"],
        &["log", "--format", "json"],
        &["completions", "bash"],
    ] {
        assert_eq!(printed(&[args, &["--ascii"]].concat()), printed(args), "{args:?}");
    }
}

#[test]
fn a13_a_dumb_terminal_is_refused_in_one_line_that_says_what_to_do() {
    let home = Home::new();
    let mut pty = home.open(&[], &[("TERM", "dumb")], (400, 24));
    assert_eq!(pty.wait_exit(), 1);
    let received = String::from_utf8(pty.received()).unwrap();
    assert_eq!(received.lines().count(), 1, "{received:?}");
    for word in ["TERM", "dumb", "ta-tui frame", "needs", "xterm"] {
        assert!(received.contains(word), "{word}: {received:?}");
    }
    assert!(!received.contains('\u{1b}'), "nothing is drawn: {received:?}");
    // commands that print work as ever
    let mut pty = home.open(&["count", "--by", "chapter"], &[("TERM", "dumb")], SMALL);
    assert_eq!(pty.wait_exit(), 0);
    // a terminal without a type counts as able
    let pty = home.open(&[], &[("TERM", "")], SMALL);
    wait_whole(&pty, SAMPLE);
    quit(pty);
}

/// Before anything is opened or made: not even the copy of the sample for a first use.
#[test]
fn a13_a_dumb_terminal_leaves_nothing_behind() {
    let home = Home::new();
    let db = home.db();
    let folder = db.parent().unwrap();
    // No register is named: the working copy of the sample would be made.
    let program = Path::new(env!("CARGO_BIN_EXE_ta-tui"));
    let place = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (config, data) = (place("config"), place("data"));
    let env = [
        ("TERM", "dumb"),
        ("XDG_CONFIG_HOME", &config),
        ("XDG_DATA_HOME", &data),
        ("TA_TUI_DB", ""),
    ];
    let mut pty = Pty::spawn(program, &[], &env, (400, 24));
    assert_eq!(pty.wait_exit(), 1);
    assert!(!folder.join("data").exists(), "{:?}", pty.received());
    let names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(names, [db]);
}

/// Gives needs texts that came into the register by other means.
fn texts(register: &Path, texts: &[(u32, String)]) {
    let register = Connection::open(register).unwrap();
    for (id, text) in texts {
        let changed = register.execute("UPDATE need SET text = ?1 WHERE id = ?2", (text, id));
        assert_eq!(changed.unwrap(), 1);
    }
}

/// The emulator of the tests takes each emoji of a family for two columns; the program counts two
/// for all. The remains in the columns unknown to the program are gone with the next screen.
#[test]
fn a12_nothing_remains_of_joined_emoji_on_later_screens() {
    let home = Home::new();
    texts(
        &home.db(),
        &[
            (1, format!("{FAMILY} families {FAMILY}")),
            (2, "क्षेत्रीय सहयोग: प्रशिक्षण".into()),
            (3, "🇰🇪 🇬🇭 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 👍🏽 end".into()),
            (4, FAMILY.repeat(40)),
        ],
    );
    for size in [SMALL, (200, 50)] {
        // the looks of the screens where no other frame was drawn before
        let plain = |keys: &str| {
            let mut desk = Desk::with(size, |start| {
                start.db = home.db();
                start.who = None;
                start.read_only = true;
            });
            desk.keys(keys);
            desk.screen()
        };
        let mut pty = home.open(&[], &[], size);
        wait_whole(&pty, SAMPLE);
        for (keys, shown, gone) in [
            ("4", " 1/3,954", "reviews completed"),
            ("j", " 2/3,954", " 1/3,954"),
            ("jj", " 4/3,954", " 2/3,954"),
            ("G", "3,954/3,954", " 4/3,954"),
            ("<Home>", " 1/3,954", "3,954/3,954"),
            ("<Enter>", "Country review report", "Need▲"),
            ("<Esc>", "Need▲", "Country review report"),
            ("p", "╭", "never"),
            ("<Esc>", "Need▲", "╭"),
            ("2", "Seychelles", "Need▲"),
        ] {
            pty.keys(keys);
            let arrived = |text: &str| text.contains(shown) && !text.contains(gone);
            pty.wait_frame_with(keys, arrived);
        }
        let after = pty.screen_text();
        let meant = plain("2");
        for (after, meant) in after.lines().zip(meant.lines()).skip(3).take(15) {
            assert_eq!(after.trim_end(), meant.trim_end(), "{size:?}");
        }
        quit(pty);
    }
}

/// Rows without such characters cost the same as without any in the register.
#[test]
fn a12_a_step_beside_such_a_row_is_as_short_as_ever() {
    let home = Home::new();
    home.configure("row = \"cheap\"\n");
    texts(&home.db(), &[(3, format!("{FAMILY} one"))]);
    let mut pty = home.start();
    pty.keys("4");
    pty.wait_frame_with("the texts", |text| {
        text.contains(" 1/3,954") && text.contains("domestic la")
    });
    let mut step = |position: &str| {
        let before = pty.bytes();
        pty.keys("j");
        pty.wait_frame(&format!(" {position}/3,954"));
        let bytes = pty.received()[before..].to_vec();
        assert_eq!(frames(&bytes).len(), 1);
        assert!(bytes.starts_with(FRAME_START));
        bytes
    };
    let erases = |bytes: &[u8]| bytes.windows(3).any(|part| part == b"\x1b[K");
    let [plain, onto, off, beside] = ["2", "3", "4", "5"].map(&mut step);
    assert!(!erases(&plain) && !erases(&beside), "{:?}", String::from_utf8_lossy(&plain));
    assert!(plain.len() <= 170 && beside.len() <= 170);
    assert!(erases(&onto) && erases(&off), "the row is written anew");
    quit(pty);
}

/// `--ascii` once; it takes no value.
#[test]
fn a13_the_option_is_given_once_and_before_or_behind_the_command() {
    let home = Home::new();
    let run = |args: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_ta-tui"))
            .env("HOME", home.db().parent().unwrap())
            .arg("--db")
            .arg(home.db())
            .args(args)
            .output()
            .unwrap();
        (done.status.code(), String::from_utf8(done.stdout).unwrap())
    };
    let (status, before) = run(&["--ascii", "count", "--by", "chapter"]);
    assert_eq!((status, signs(&before).as_str()), (Some(0), ""));
    assert_eq!(run(&["count", "--ascii", "--by", "chapter"]), (Some(0), before));
    assert_eq!(run(&["count", "--ascii", "--ascii", "--by", "chapter"]).0, Some(2));
}
