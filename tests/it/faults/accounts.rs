//! The account that acts, and the limits of the command line.

use crate::support::home::Home;
use rusqlite::Connection;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

/// Runs the program with another environment; it must end within some seconds.
fn ran(home: &Home, args: &[&str], more: &[(&str, &str)]) -> Output {
    let child = Command::new(env!("CARGO_BIN_EXE_ta-tui"))
        .args(args)
        .env_clear()
        .env("HOME", home.db().parent().unwrap())
        .env("XDG_CONFIG_HOME", home.db().parent().unwrap().join("config"))
        .envs(more.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let id = child.id();
    let (sender, receiver) = channel();
    std::thread::spawn(move || sender.send(child.wait_with_output().unwrap()));
    receiver.recv_timeout(Duration::from_secs(30)).unwrap_or_else(|_| {
        let _ = Command::new("kill").args(["-9", &id.to_string()]).status();
        panic!("{args:?} does not end")
    })
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The account of the test, as the system names it.
fn account() -> String {
    String::from_utf8(Command::new("id").arg("-un").output().unwrap().stdout)
        .unwrap()
        .trim()
        .to_owned()
}

fn logged(home: &Home) -> String {
    home.log()[0]["who"].as_str().unwrap().to_owned()
}

#[test]
fn c4_what_is_given_twice_is_refused_wherever_it_stands() {
    let home = Home::new();
    let db = home.db();
    let db = db.to_str().unwrap();
    let before = home.log();
    for args in [
        &["--db", db, "needs", "--db", "/none"][..],
        &["--db=/none", "needs", "--db", db],
        &["--db", db, "--as", "fp-gh", "set", "1", "priority=low", "--as", "secretariat"],
        &["--db", db, "--as", "fp-gh", "--as", "fp-gh", "set", "1", "priority=low"],
        &["--db", db, "set", "1", "priority=low", "--as", "fp-gh", "--as=secretariat"],
        &["--db", db, "--as-of", "2019-01-01", "needs", "--as-of", "2018-01-01"],
        &["--db", db, "--lang", "en", "needs", "--lang", "zh"],
        &["--db", db, "--read-only", "needs", "--read-only"],
        &["--db", db, "--no-names", "needs", "--no-names"],
        &["--db", db, "--ledger", "a", "verify", "--ledger", "b"],
        &["--db", db, "needs", "--limit", "1", "--limit", "2"],
    ] {
        let refused = ran(&home, args, &[]);
        assert_eq!(refused.status.code(), Some(2), "{args:?} {refused:?}");
        let option = args.iter().rfind(|arg| arg.starts_with("--")).unwrap();
        let option = option.split('=').next().unwrap();
        let twice = err(&refused).contains(option) || args.contains(&"zh");
        assert!(twice && refused.stdout.is_empty(), "{args:?} {refused:?}");
    }
    assert_eq!(home.log(), before);
    // An option overrules the environment.
    let one = ran(&home, &["needs", "id:1", "--db", db], &[("TA_TUI_DB", "/none")]);
    assert_eq!(one.status.code(), Some(0), "{one:?}");
}

#[test]
fn c5_the_environment_names_nobody() {
    let home = Home::new();
    let db = home.db();
    let set = ["--db", db.to_str().unwrap(), "set", "1", "priority=low"];
    let set = ran(&home, &set, &[("USER", "fp-gh"), ("LOGNAME", "secretariat")]);
    assert_eq!(set.status.code(), Some(0), "{set:?}");
    assert_eq!(logged(&home), account());
}

#[test]
fn c5_an_account_with_the_name_of_a_post_is_not_that_post() {
    let home = Home::new();
    let account = account();
    let post = "UPDATE person SET code = upper(?1) WHERE code = 'fp-gh'";
    Connection::open(home.db()).unwrap().execute(post, [&account]).unwrap();
    let db = home.db();
    let db = db.to_str().unwrap();
    let set = ran(&home, &["--db", db, "set", "1", "priority=low"], &[]);
    assert_eq!(set.status.code(), Some(0), "{set:?}");
    let recorded = format!("account:{account}");
    assert_eq!(logged(&home), recorded);
    let of = |who: &str| {
        let (found, _) = home.run(&["log", "--who", who, "--format", "json"]);
        serde_json::from_str::<Vec<serde_json::Value>>(&found).unwrap().len()
    };
    assert_eq!((of(&recorded), of(&account)), (1, 0));
    // On the screen it is the same one, who can take it back.
    let (frame, _) = home.run(&["frame", "id:1", "--keys", "u"]);
    assert!(frame.contains("Need 1: Priority, changed by you"), "{frame}");
    home.run(&["frame", "id:1", "--keys", "uy"]);
    assert_eq!((of(&recorded), logged(&home)), (2, recorded));
}

#[test]
fn c5_the_post_that_an_account_adds_under_its_name_is_who_it_is() {
    let home = Home::new();
    let (db, account) = (home.db(), account());
    let run = |args: &[&str]| {
        let ran = ran(&home, &[&["--db", db.to_str().unwrap()], args].concat(), &[]);
        assert_eq!(ran.status.code(), Some(0), "{args:?} {ran:?}");
        (String::from_utf8(ran.stdout.clone()).unwrap(), err(&ran))
    };
    run(&["set", "1", "priority=low"]);
    let code = format!("code={account}");
    let (_, said) = run(&["add", "person", &code, "kind=officer", "post=Me"]);
    assert!(said.contains(&format!("{account} is the post of your own account")), "{said}");
    run(&["set", "2", "priority=low", &format!("focal={account}")]);
    assert_eq!(logged(&home), account, "one person before and after");
    let (_, said) = run(&["set", "3", "priority=low"]);
    assert!(!said.contains("own account"), "{said}");
    let (mine, _) = run(&["needs", "is:mine", "--format", "json"]);
    assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&mine).unwrap().len(), 1);
    // Changes from before and after the post can be undone, in a later session.
    let (frame, _) = run(&["frame", "--keys", "u"]);
    assert!(frame.contains("Need 3: Priority, changed by you"), "{frame}");
    let (frame, _) = run(&["frame", "--keys", "uuuu"]);
    assert!(frame.contains("Need 1: Priority, changed by you"), "{frame}");
    // A post that somebody else added under the name of the account stays somebody else's.
    let other = "UPDATE batch SET who = 'secretariat' WHERE id = (SELECT max(batch_id) FROM change
                 WHERE kind = 'person')";
    let connection = Connection::open(&db).unwrap();
    connection.execute_batch("DROP TRIGGER IF EXISTS batch_kept").unwrap();
    if connection.execute(other, []).is_ok() {
        run(&["set", "4", "priority=low"]);
        assert_eq!(logged(&home), format!("account:{account}"));
    }
}

#[test]
fn c6_a_ledger_is_a_regular_file_of_some_size() {
    let home = Home::new();
    let db = home.db();
    let folder = home.db().parent().unwrap().to_owned();
    let fifo = folder.join("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let secret = folder.join("secret");
    std::fs::write(&secret, "hunter2\n").unwrap();
    let passwords = folder.join("passwords");
    std::fs::write(&passwords, "id,root:x:0:0:/root,hunter2hunter2hunter2hunter2hunter2hunter2\n")
        .unwrap();
    let large = folder.join("large.csv");
    std::fs::write(&large, vec![b'a'; 5 << 20]).unwrap();
    let devices = ["/dev/zero", "/dev/stdin", "/"].map(Path::new);
    let files = [&*fifo, &*secret, &*passwords, &*large];
    for file in files.into_iter().chain(devices) {
        let ledger = ["--ledger", file.to_str().unwrap()];
        let verify = [&["--db", db.to_str().unwrap(), "verify"], &ledger[..]].concat();
        let refused = ran(&home, &verify, &[]);
        assert_eq!(refused.status.code(), Some(65), "{file:?} {refused:?}");
        let said = err(&refused);
        assert!(!said.contains("hunter2") && !said.contains("root:"), "{said}");
        assert!(said.contains(file.to_str().unwrap()), "{said}");
        // On the screen too: the figures of the program stand alone.
        let frame = ["--db", db.to_str().unwrap(), "frame", "--keys", "6l", "--size", "200x50"];
        let shown = ran(&home, &[&frame[..], &ledger].concat(), &[]);
        assert_eq!(shown.status.code(), Some(0), "{file:?} {shown:?}");
        let shown = String::from_utf8(shown.stdout).unwrap();
        assert!(!shown.contains("hunter2") && !shown.contains("root:"), "{shown}");
    }
}

#[test]
fn c6_settings_are_a_regular_file() {
    let home = Home::new();
    home.configure("");
    let file = home.db().parent().unwrap().join("config/ta-tui/config.toml");
    std::fs::remove_file(&file).unwrap();
    assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
    let db = home.db();
    let shown = ran(&home, &["--db", db.to_str().unwrap(), "needs", "id:1"], &[]);
    assert_eq!(shown.status.code(), Some(0), "{shown:?}");
    assert!(err(&shown).contains("regular file"), "{shown:?}");
}
