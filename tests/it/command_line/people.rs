//! `ta-tui people add`, `role`, `retire` and `key`, `ssh-keys` and `sessions`.

use super::place::Place;
use ta_tui::domain::Role;
use ta_tui::store::{Access, Store};

const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHa1dX0BKeLMaDG48WHk4DF1Xralhw/KhFSnlrky9Ufc";

fn run<'a>(place: &'a Place, args: &'a [&'a str]) -> super::place::Ran {
    place.run(&[args, &["--as", "secretariat"]].concat())
}

#[test]
fn a_person_is_added_given_a_role_and_a_key_and_retired() {
    let place = Place::new();
    let post = ["people", "add", "code=officer-2", "kind=officer", "post.en=Second officer"];
    assert!(run(&place, &post).done().contains("officer-2"));
    let role = |role: &str| {
        let listed = place.run(&["people", "--kind", "officer", "--json"]);
        listed.done().contains(&format!("\"role\":\"{role}\""))
    };
    assert!(role("officer") && !role("administrator"));
    run(&place, &["people", "role", "officer-2", "administrator"]).done();
    assert!(role("administrator"));
    let unbound = "roles bind in sessions over SSH alone";
    assert!(place.run(&["check"]).done().contains(unbound));
    run(&place, &["people", "role", "officer-2", "none"]).done();
    assert!(!role("administrator"));
    assert!(!place.run(&["check"]).done().contains(unbound));
    let near = run(&place, &["people", "role", "officer-2", "offcer"]);
    assert!(near.failed(2).contains("officer"), "{near:?}");

    run(&place, &["people", "key", "add", "officer-2", &format!("{KEY} me@home")]).done();
    let taken = run(&place, &["people", "key", "add", "fp-gh", KEY]);
    assert!(taken.failed(2).contains("that of officer-2 already"), "{taken:?}");
    let lines = place.run(&["ssh-keys"]).done().to_owned();
    assert!(lines.starts_with("restrict,pty,command=\"") && lines.contains("ta-tui session --db "));
    assert!(
        lines.contains(" --as officer-2\" ") && lines.trim().ends_with(&format!("{KEY} officer-2"))
    );
    for (key, said) in [
        ("ssh-ed25519 AAAA", "no public key"),
        ("x -----BEGIN OPENSSH PRIVATE KEY-----", "private key"),
        (&format!("no-pty {KEY}"), "options before the key"),
    ] {
        let refused = run(&place, &["people", "key", "add", "fp-gh", key]);
        assert!(refused.failed(65).contains(said), "{key}: {refused:?}");
    }
    let unknown = run(&place, &["people", "key", "remove", "officer-2", "SHA256:x"]);
    assert!(unknown.failed(1).contains("has no key"), "{unknown:?}");
    run(&place, &["people", "key", "remove", "officer-2", KEY]).done();
    let none = place.run(&["ssh-keys"]);
    assert!(none.done().is_empty() && none.err.contains("Nobody has a key"), "{none:?}");

    run(&place, &["people", "key", "add", "officer-2", KEY]).done();
    run(&place, &["people", "retire", "officer-2"]).done();
    assert!(place.run(&["ssh-keys"]).done().is_empty(), "who is retired does not come in");
    for usage in [&["people", "add"][..], &["people", "key", "add", "fp-gh"], &["people", "role"]] {
        assert!(run(&place, usage).failed(2).contains("ta-tui people"), "{usage:?}");
    }
    place.run(&["people", "role", "fp-gh", "reader", "--no-names"]).failed(2);
}

#[test]
fn sessions_are_listed_and_ended() {
    let place = Place::new();
    let nobody = place.run(&["sessions"]);
    assert!(nobody.done().is_empty() && nobody.err.contains("No session is open"), "{nobody:?}");
    let mut store = Store::open(&place.db, Access::ReadWrite).unwrap();
    store.hold("fp-gh", Some(Role::Reader), Some("SHA256:abc".into())).unwrap();
    let number = store.begin_session(None).unwrap().to_string();
    let listed = place.run(&["sessions", "--format", "csv"]);
    assert!(listed.done().starts_with("session,who,role,since,key\r\n"), "{listed:?}");
    assert!(listed.out.contains(&format!("{number},fp-gh,reader,")), "{listed:?}");
    assert!(listed.out.contains(",SHA256:abc"), "{listed:?}");
    run(&place, &["sessions", "end", &number]).done();
    assert!(place.run(&["sessions"]).done().is_empty());
    assert!(run(&place, &["sessions", "end", &number]).failed(2).contains("No session"));
    place.run(&["sessions", "end"]).failed(2);
}
