//! `ta-tui session`: what a client of SSH can ask for, without an sshd: the variables are those that sshd sets.

use super::place::{Place, Ran};
use crate::support::desk::Desk;
use std::io::Write as _;
use std::process::{Command, Stdio};
use ta_tui::cli::Served;
use ta_tui::domain::Role;

impl Place {
    /// The command of a line in `authorized_keys`, for this person, with more of its options.
    fn session(&self, who: &str, more: &[&str]) -> Command {
        let mut command = self.command();
        command.args(["session", "--db"]).arg(&self.db).args(["--as", who]).args(more);
        command.current_dir("/");
        command
    }

    /// What comes of the command that a client sends.
    fn sent(&self, who: &str, command: &str) -> Ran {
        Ran::of(&self.session(who, &[]).env("SSH_ORIGINAL_COMMAND", command).output().unwrap())
    }

    /// The words of the folder that nothing said in a session may name.
    fn is_told(&self, ran: &Ran) -> bool {
        let folder = self.dir.path().to_str().unwrap();
        [&ran.out, &ran.err].iter().any(|said| said.contains(folder))
    }
}

#[test]
fn a_client_reads_and_writes_under_the_name_of_the_key() {
    let place = Place::new();
    let read = place.sent("fp-gh", "ta-tui needs state:ghana --format json --columns id");
    assert_eq!(read.ids(), [1, 2]);
    let quoted = place.sent("fp-gh", "needs 'state:ghana category:any' --format json");
    assert_eq!(quoted.ids(), [1]);
    place.sent("fp-gh", r#"set 1 priority=low --note "said; $(id) `id`""#).done();
    let last = &place.run(&["log", "id:1", "--format", "json", "--limit", "1"]).json()[0];
    assert_eq!((last["who"].as_str(), last["after"].as_str()), (Some("fp-gh"), Some("low")));
    assert_eq!(last["note"].as_str(), Some("said; $(id) `id`"));
}

#[test]
fn standard_input_is_a_stream_of_a_session() {
    let place = Place::new();
    let mut command = place.session("secretariat", &[]);
    command.env("SSH_ORIGINAL_COMMAND", "set - priority=medium --format json");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"1\n3\n").unwrap();
    let ran = Ran::of(&child.wait_with_output().unwrap());
    assert_eq!(ran.json().len(), 2);
}

/// Command lines of clients, and a part of what each is told.
const REFUSED: [(&str, &str); 44] = [
    // another person
    ("set 1 priority=low --as secretariat", "--as"),
    ("--as=secretariat set 1 priority=low", "--as"),
    ("set 1 priority=low --as fp-gh", "--as"),
    // another register
    ("count --by region --db /tmp/other.db", "--db"),
    ("--db=/tmp/other.db needs", "--db"),
    ("--db register.db needs", "--db"),
    // files that are read
    ("--ledger /etc/shadow", "--ledger"),
    ("verify --ledger /etc/shadow", "--ledger"),
    ("--ledger /etc/shadow verify", "--ledger"),
    ("frame --ledger /dev/zero", "--ledger"),
    ("--ledger=/etc/shadow frame", "--ledger"),
    ("figure 1 --font Mono --format svg", "--font"),
    ("trend --by standing --font Mono --format svg", "--font"),
    // files that are written
    ("trend --by standing --format svg --out /tmp/victim.svg", "--out"),
    ("backup /tmp/copy.db", "ta-tui backup"),
    ("new /tmp/new.db", "ta-tui new"),
    ("sample /tmp/sample.db --needs 4294967295", "ta-tui sample"),
    ("restore /tmp/copy.db", "ta-tui restore"),
    ("figure 1 --format svg --out /tmp/victim.svg", "--out"),
    ("figure 1 --out /tmp --format png", "--out"),
    ("man --out /tmp", "--out"),
    ("man needs --out=/tmp", "--out"),
    // the machine, and the program's own doors
    ("check", "ta-tui check"),
    ("config", "ta-tui config"),
    ("config path", "ta-tui config"),
    ("tour", "ta-tui tour"),
    ("session --db /tmp/other.db --as secretariat", "--db"),
    ("session", "ta-tui session"),
    ("ta-tui session", "ta-tui session"),
    ("session --role administrator", "ta-tui session"),
    ("__complete bash 'ta-tui --db /etc/'", "terminal"),
    // other programs
    ("/usr/lib/openssh/sftp-server", "terminal"),
    ("scp -t /tmp", "-t"),
    ("scp -f /etc/passwd", "-f"),
    ("rsync --server -logDtpre.iLsfxC . /tmp", "--server"),
    ("sh -c 'id > /tmp/owned'", "-c"),
    ("git-upload-pack '/tmp'", "terminal"),
    ("internal-sftp", "terminal"),
    ("; id", "terminal"),
    ("$(id)", "terminal"),
    // what is no command line
    ("needs 'state:ghana", "quotation"),
    ("needs \\", "backslash"),
    ("needs \u{1b}[2J", "control"),
    ("needs\r\nset 1 priority=low", "control"),
];

#[test]
fn what_a_client_may_not_ask_for_is_refused_with_a_reason_and_nothing_is_written() {
    let place = Place::new();
    let before = std::fs::read(&place.db).unwrap();
    let files = || std::fs::read_dir(place.dir.path()).unwrap().count();
    let there = files();
    for (command, told) in REFUSED {
        let ran = place.sent("fp-gh", command);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{command}: {ran:?}");
        assert!(ran.err.contains(told), "{command}: {ran:?}");
        assert!(!place.is_told(&ran), "{command}: {ran:?}");
    }
    assert_eq!(std::fs::read(&place.db).unwrap(), before);
    assert_eq!(files(), there, "no file was made");
}

#[test]
fn nothing_of_the_environment_counts_but_the_list() {
    let place = Place::new();
    let other = Place::new();
    let home = place.dir.path();
    std::fs::create_dir_all(home.join("config/ta-tui")).unwrap();
    std::fs::write(home.join("config/ta-tui/config.toml"), "language = \"zh\"\n").unwrap();
    let mut command = place.session("fp-gh", &[]);
    command
        .env("SSH_ORIGINAL_COMMAND", "set 1 priority=low --format csv")
        .env("TA_TUI_DB", &other.db)
        .env("TA_TUI_AS", "secretariat")
        .env("TA_TUI_LANG", "zh")
        .env("TA_TUI_LOG", "debug")
        .env("LOGNAME", "secretariat")
        .env("USER", "secretariat")
        .env("XDG_STATE_HOME", home.join("state"));
    let ran = Ran::of(&command.output().unwrap());
    assert!(ran.done().contains("1,priority,high,low"), "{ran:?}");
    assert!(ran.err.is_ascii(), "in English, without the account's settings: {ran:?}");
    assert!(!home.join("state").exists() && !home.join("data").exists(), "nothing is made");
    let who = |place: &Place| {
        let sql = "SELECT who FROM batch ORDER BY id DESC LIMIT 1";
        place.sql().query_row(sql, [], |row| row.get::<_, String>(0)).ok()
    };
    assert_eq!((who(&place).as_deref(), who(&other)), (Some("fp-gh"), None));
}

#[test]
fn what_is_running_has_the_short_environment_no_core_and_bounded_memory() {
    let place = Place::new();
    let mut command = place.session("secretariat", &[]);
    command.env("SSH_ORIGINAL_COMMAND", "set - priority=low").env("TZ", "/etc/passwd");
    command.env("TERM", "xterm").env("LD_LIBRARY_PATH", "/tmp").env("TZDIR", "/tmp");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let process = |file: &str| {
        std::fs::read_to_string(format!("/proc/{}/{file}", child.id())).unwrap_or_default()
    };
    let limits = || process("limits");
    let limit = |name: &str| {
        let limits = limits();
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line[name.len()..].split_whitespace().next().map(str::to_owned)
    };
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while limit("Max cpu time").as_deref() != Some("60") {
        assert!(std::time::Instant::now() < until, "{}", limits());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(limit("Max data size").as_deref(), Some("1073741824"));
    assert_eq!(limit("Max core file size").as_deref(), Some("0"));
    let environment = process("environ");
    let mut names: Vec<&str> =
        environment.split_terminator('\0').filter_map(|one| Some(one.split_once('=')?.0)).collect();
    names.sort_unstable();
    assert_eq!(names, ["LANG", "SSH_ORIGINAL_COMMAND", "TERM"]);
    drop(child.stdin.take());
    child.wait().unwrap();
}

#[test]
fn the_line_in_authorized_keys_takes_nothing_more() {
    let place = Place::new();
    for more in [
        &["needs"][..],
        &["--lang", "zh"],
        &["--read-only"],
        &["--as", "secretariat"],
        &["$SSH_ORIGINAL_COMMAND"],
    ] {
        let ran = Ran::of(&place.session("fp-gh", more).output().unwrap());
        ran.failed(2);
    }
    let mut nobody = place.session("nobody-here", &[]);
    let ran = Ran::of(&nobody.env("SSH_ORIGINAL_COMMAND", "count --by region").output().unwrap());
    assert!(ran.failed(2).contains("nobody-here"), "{ran:?}");
    let mut raised = place.session("fp-gh", &["--role", "administrator"]);
    let ran = Ran::of(&raised.env("SSH_ORIGINAL_COMMAND", "count --by region").output().unwrap());
    assert!(ran.failed(1).contains("administrator"), "{ran:?}");
    let mut lowered = place.session("fp-gh", &["--role", "reader"]);
    let ran = Ran::of(&lowered.env("SSH_ORIGINAL_COMMAND", "count --by region").output().unwrap());
    ran.done();
}

#[test]
fn a_register_that_cannot_be_opened_is_told_without_its_place() {
    let place = Place::new();
    std::fs::write(&place.db, "no register, but some text").unwrap();
    let broken = place.sent("fp-gh", "needs");
    assert!(!broken.failed(65).is_empty() && !place.is_told(&broken), "{broken:?}");
    std::fs::remove_file(&place.db).unwrap();
    let gone = place.sent("fp-gh", "needs");
    assert!(!gone.failed(1).is_empty() && !place.is_told(&gone), "{gone:?}");
    let nowhere = place.dir.path().join("no/such/register.db");
    let mut command = place.command();
    command.args(["session", "--as", "fp-gh", "--db"]).arg(&nowhere);
    let ran = Ran::of(&command.env("SSH_ORIGINAL_COMMAND", "needs").output().unwrap());
    assert!(!ran.failed(1).is_empty() && !place.is_told(&ran), "{ran:?}");
}

#[test]
fn the_screens_make_no_file_and_are_not_suspended() {
    let shown = |served: Option<Served>| {
        let mut desk = Desk::with((100, 30), |start| {
            start.served = served;
            start.who = Some("fp-gh".into());
        });
        desk.keys("4<Ctrl-z>");
        let suspended = desk.screen();
        desk.keys(">");
        (suspended, desk.screen())
    };
    let reason = "Not in a session over SSH";
    let (suspended, exports) = shown(Some(Served::default()));
    assert!(suspended.contains(reason), "{suspended}");
    assert!(!exports.contains("CSV, for spreadsheets"), "{exports}");
    assert!(exports.contains("Copy the command"), "{exports}");
    let (suspended, exports) = shown(None);
    assert!(!suspended.contains(reason), "{suspended}");
    assert!(exports.contains("CSV, for spreadsheets"), "{exports}");
}

#[test]
fn commands_that_the_screens_give_name_no_register_and_no_person() {
    let words = |served: Option<Served>| {
        let mut desk = Desk::with((100, 30), |start| {
            start.served = served;
            start.who = Some("fp-gh".into());
        });
        desk.keys("4/is:mine<Enter>");
        desk.program.app().command_line().unwrap()
    };
    assert_eq!(words(Some(Served::default())), "ta-tui needs is:mine");
    assert!(words(None).contains("--db") && words(None).contains("--as fp-gh"));
}

#[test]
fn what_a_role_may_not_do_is_told_before_it_is_done() {
    let desk = |who: &str, role: Option<Role>| {
        Desk::with((100, 30), |start| {
            start.served = Some(Served { role, ..Served::default() });
            start.who = Some(who.into());
        })
    };
    let (never, elsewhere) = ("Your role does not change this", "own State or region alone");
    for (who, role, filter, told) in [
        ("secretariat", Some(Role::Reader), "state:ghana", Some(never)),
        ("secretariat", None, "state:ghana", None),
        ("fp-gh", None, "state:ghana", None),
        ("fp-gh", None, "state:mozambique", Some(elsewhere)),
        ("adviser-eastern-southern-africa", None, "state:mozambique", None),
        ("adviser-eastern-southern-africa", None, "state:ghana focal:none", Some(elsewhere)),
    ] {
        let mut desk = desk(who, role);
        desk.keys(&format!("4/{filter}<Enter>e"));
        let shown = [never, elsewhere].into_iter().find(|reason| desk.shows(reason));
        assert_eq!(shown, told, "{who} {filter}\n{}", desk.screen());
    }
}

/// Roles bind in sessions alone: elsewhere the foot of a wide screen and the help say that there are none.
#[test]
fn outside_a_session_the_screens_say_that_there_are_no_roles() {
    let desk = |served: Option<Served>| {
        Desk::with((160, 40), |start| {
            start.served = served;
            start.who = Some("fp-gh".into());
        })
    };
    let mut free = desk(None);
    free.expect(" · no roles");
    free.keys("?").expect("no roles: the file’s mode decides");
    let mut held = desk(Some(Served::default()));
    assert!(!held.shows("no roles") && !held.keys("?").shows("no roles"), "{}", held.screen());
}

#[test]
fn who_sees_no_names_or_one_state_alone_cannot_leave_that() {
    let place = Place::new();
    let sees = |sees: &str| {
        let sql = "UPDATE person SET sees = ?1, role = 'reader' WHERE code = 'fp-gh'";
        place.sql().execute(sql, [sees]).unwrap();
    };
    place.sent("secretariat", "count --by region").done();
    sees("no-names");
    let needs = place.sent("fp-gh", "needs --format csv");
    assert!(!needs.done().contains("Ghana") && !needs.out.contains("GHA"), "{needs:?}");
    assert_eq!(place.sent("fp-gh", "set 1 priority=low").status, 2);
    sees("own-state");
    assert_eq!(place.sent("fp-gh", "needs --format json --columns id").ids(), [1, 2]);
    let other = place.sent("fp-gh", "needs state:bhutan --format json --columns id");
    assert!(!other.out.contains("123"), "{other:?}");
    assert_ne!(place.sent("fp-gh", "set 1 priority=low").status, 0, "a reader writes nothing");
}

/// Who sees no names is told none, by any list, count, completion or screen, nor by the key and the command for names.
#[test]
fn who_sees_no_names_is_told_none_by_commands_and_screens() {
    let place = Place::new();
    let sql = "UPDATE person SET sees = 'no-names' WHERE code = 'fp-gh'";
    place.sql().execute(sql, []).unwrap();
    let names = ["Ghana", "Mozambique", "Bhutan", "GHA", "MOZ"];
    for command in [
        "needs id:1..200 --format csv",
        "needs id:1..200 --format json",
        "states --format csv",
        "reviews --format csv",
        "count --by state --format csv",
        "show need 1 --format json",
        "log --format csv",
        "gaps --format csv",
    ] {
        let ran = place.sent("fp-gh", command);
        let told = names.iter().find(|name| ran.out.contains(**name) || ran.err.contains(**name));
        assert_eq!(told, None, "{command}: {ran:?}");
    }
    let control = place.sent("secretariat", "needs id:1..200 --format csv");
    assert!(control.done().contains("Bhutan"), "others are told: {control:?}");
    let mut desk = Desk::with((120, 40), |start| {
        start.db.clone_from(&place.db);
        start.served = Some(Served::default());
        start.who = Some("fp-gh".into());
    });
    assert!(
        !desk.keys("4").screen().is_empty() && desk.shows("Training on asset"),
        "it shows needs"
    );
    let names = &names[..3];
    for keys in ["1", "2", "3", "4", "<Enter>", "<Esc>5", "6", "7", "8", "4/state:<Tab>"] {
        desk.keys(keys);
        let screen = desk.screen();
        assert!(!names.iter().any(|name| screen.contains(name)), "{keys}:\n{screen}");
    }
}

/// Two at one file: one sees the needs of the own State alone on every screen, the other sees all.
#[test]
fn one_who_sees_the_own_state_alone_shares_the_file_with_one_who_sees_all() {
    let place = Place::new();
    let sql = "UPDATE person SET sees = 'own-state' WHERE code = 'fp-gh'";
    place.sql().execute(sql, []).unwrap();
    let open = |who: &str| {
        Desk::with((120, 40), |start| {
            start.db.clone_from(&place.db);
            start.served = Some(Served::default());
            start.who = Some(who.into());
        })
    };
    let (mut own, mut all) = (open("fp-gh"), open("secretariat"));
    for (keys, found) in [
        ("4", "2 of 2 needs"),
        ("<Esc>4/state:bhutan<Enter>", "0 of 2 needs"),
        ("<Esc>4/id:3<Enter>", "0 of 2 needs"),
    ] {
        own.keys(keys);
        all.keys(keys);
        assert!(own.shows(found), "{keys}:\n{}", own.screen());
        assert!(all.shows("Bhutan  ") && !all.shows("of 2 needs"), "{keys}:\n{}", all.screen());
    }
}
