//! A file that grows while it is read: others add needs and change some, from before the program
//! starts until it shows its first screen and beyond. In the end the screen shows all of it.

use crate::support::home::{Home, SMALL, quit};
use crate::support::large;
use rusqlite::Connection;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use ta_tui::domain::{Change, Edit, NeedNumber, Priority, Response};
use ta_tui::store::{Access, Store, Write};
use ta_tui::text::grouped;

/// Adds a need at the end of the file, as an import by another program does.
fn add(db: &Connection) {
    let sql = "INSERT INTO need (id, review_id, category_id, text, language, response)
               SELECT (SELECT max(id) + 1 FROM need), review_id, category_id,
                      'added meanwhile', 'en', 'unmet' FROM need WHERE id = 1";
    assert_eq!(db.execute(sql, []).unwrap(), 1);
}

/// Changes a need, as a person at another terminal does.
fn change(store: &Store, need: u32, high: bool) {
    let priority = if high { Priority::High } else { Priority::Low };
    let changes = [Change::Priority(Some(priority)), Change::Response(Some(Response::Planned))];
    let edits = changes
        .map(|change| Edit { need: NeedNumber::new(need), change, if_version: None })
        .to_vec();
    store.write(&Write { who: "fp-ke".into(), note: String::new(), edits }).unwrap();
}

/// Tells the others to stop when it goes.
struct StopAtTheEnd<'a>(&'a AtomicBool);

impl Drop for StopAtTheEnd<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Adds and changes needs until told to stop, at least a few times; returns how many it added.
fn disturb(db: &Path, stop: &AtomicBool) -> u32 {
    let sql = Connection::open(db).unwrap();
    sql.busy_timeout(Duration::from_secs(10)).unwrap();
    let store = Store::open(db, Access::ReadWrite).unwrap();
    let mut turns = 0;
    while turns < 30 || !stop.load(Ordering::Relaxed) {
        add(&sql);
        change(&store, 1, turns % 2 == 0);
        change(&store, large::NEEDS, turns % 2 == 1);
        turns += 1;
        // Room for the program, which shares the processors with this.
        thread::yield_now();
    }
    change(&store, 1, true);
    change(&store, large::NEEDS, false);
    turns
}

#[test]
fn what_is_added_and_changed_while_it_loads_is_there_in_the_end() {
    let home = Home::large();
    let stop = AtomicBool::new(false);
    let (mut pty, added) = thread::scope(|scope| {
        let disturbing = scope.spawn(|| disturb(&home.db(), &stop));
        // Also where the screen does not come: a test that fails must end.
        let end = StopAtTheEnd(&stop);
        let pty = home.open(&[], &[], SMALL);
        pty.wait_text(" needs");
        drop(end);
        (pty, disturbing.join().unwrap())
    });
    let all = grouped((large::NEEDS + added).into());
    pty.wait_frame(&format!("{all} of {all} needs"));
    pty.keys("4/\"added meanwhile\"<Enter>");
    let added = grouped(added.into());
    pty.wait_frame(&format!("{added} of {all} needs"));
    for (need, priority) in [(1, " !!! "), (large::NEEDS, " !   ")] {
        pty.keys(&format!("z0/id:{need}<Enter>"));
        pty.wait_frame(&format!("1 of {all} needs"));
        pty.wait_frame(priority);
    }
    quit(pty);
}
