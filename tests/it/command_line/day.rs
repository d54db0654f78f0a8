//! The day of a register, and after how many days without a change a need is overdue.

use super::place::Place;
use ta_tui::domain::Clock;

/// A place with a copy of the sample register.
fn sample() -> Place {
    let place = Place::without_register();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/sample.db");
    std::fs::copy(sample, &place.db).unwrap();
    place
}

fn ids(place: &Place, args: &[&str]) -> Vec<u64> {
    place.run(&[args, &["--format", "json"]].concat()).ids()
}

#[test]
fn d9_the_sample_has_its_own_day_which_scripts_can_see() {
    let place = sample();
    let ran = place.run(&["count", "is:overdue", "--by", "cycle", "--format", "csv"]);
    ran.done();
    assert!(ran.err.contains("Today in this register is 2019-12-31"), "{ran:?}");
    let overdue = ids(&place, &["needs", "is:overdue"]).len();
    assert!((1_000..2_000).contains(&overdue), "{overdue} of 3,954");
    assert_eq!(ids(&place, &["needs", "is:overdue", "--as-of", "today"]).len(), overdue);
    let refused = place.run(&["needs", "--as-of", "2020-01-01"]);
    assert!(refused.failed(2).contains("today (UTC) is 2019-12-31"), "{refused:?}");
    let figure = place.run(&["figure", "1"]);
    assert!(figure.done().contains("as at 31 December 2019 compared with"), "{figure:?}");
    // made before a register could say its day
    place.sql().execute_batch("DELETE FROM meta WHERE key = 'day'").unwrap();
    assert_eq!(ids(&place, &["needs", "is:overdue"]).len(), overdue);
}

#[test]
fn d9_another_day_is_for_illustrative_registers_alone() {
    let place = sample();
    let overdue = |args: &[&str]| ids(&place, &[&["needs", "is:overdue"], args].concat()).len();
    assert!(overdue(&["--today", "2020-06-01"]) > overdue(&[]));
    let earlier = place.run(&["needs", "--as-of", "2020-03", "--today", "2020-06-01", "--limit=1"]);
    earlier.done();
    let screen = place.run(&["frame", "--today", "2020-06-01", "--size", "120x30"]);
    assert!(screen.done().contains("today is 1 June 2020"), "{screen:?}");
    for args in [&["needs", "--today", "soon"][..], &["check", "--today", "2020-06-01"]] {
        place.run(args).failed(2);
    }
    let real = Place::new();
    for args in [&["needs"][..], &["frame"], &["set", "1", "priority=low", "--as", "secretariat"]] {
        let refused = real.run(&[args, &["--today", "2020-06-01"]].concat());
        assert!(refused.failed(2).contains("is not illustrative"), "{refused:?}");
    }
}

#[test]
fn d9_a_change_of_the_sample_is_of_its_day_and_never_before_the_last_one() {
    let place = sample();
    let set = |value: &str, day: &[&str]| {
        let args = ["set", "12", value, "--as", "secretariat"];
        let ran = place.run(&[&args[..], day].concat());
        ran.done();
        assert!(!ran.err.contains("clock"), "{ran:?}");
        let log = place.run(&["log", "id:12", "--format", "json", "--limit", "1"]);
        log.json()[0]["at"].as_str().unwrap().to_owned()
    };
    assert!(set("projected=+6m", &[]).starts_with("2019-12-31T"));
    let projected = place.run(&["needs", "id:12", "--columns", "projected_on", "--format", "csv"]);
    assert!(projected.done().contains("2020-06-30"), "{projected:?}");
    let later = set("priority=low", &["--today", "2020-03-01"]);
    assert!(later.starts_with("2020-03-01T"));
    assert_eq!(set("priority=high", &[]), later, "not before the change before it");
    let checked = place.run(&["check"]);
    assert!(checked.done().contains("sound"), "{checked:?}");
    let today = place.run(&["log", "--since", "today", "--format", "json"]);
    assert_eq!(today.json().len(), 3);
}

#[test]
fn d9_a_private_copy_of_an_older_version_is_brought_up_to_date() {
    let place = sample();
    let data = place.file("data/ta-tui");
    std::fs::create_dir_all(&data).unwrap();
    let copy = data.join("sample.db");
    // The older file has no day of its own: that came later.
    crate::store_upgrade::put_older(&copy, 4);
    let output = place.command().args(["count", "--by", "cycle"]).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("Today in this register is 2019-12-31"), "{said}");
}

#[test]
fn what_nobody_has_taken_on_is_not_overdue_by_its_age() {
    let place = Place::new();
    // Of those without a date, need 1 has a focal point and need 3 is under way; 2 and 1234 wait.
    place.sql().execute_batch("UPDATE need SET identified_on = '2013-05-04'").unwrap();
    assert_eq!(ids(&place, &["needs", "is:overdue"]), [1, 3]);
    assert_eq!(ids(&place, &["needs", "is:untriaged"]), [2, 1234]);
    place.run(&["set", "2", "response=planned", "--as", "secretariat"]).done();
    assert_eq!(ids(&place, &["needs", "is:overdue"]), [1, 3], "its days have begun anew");
    // A date decides alone, with or without action taken.
    let yesterday = format!("projected={}", Clock::System.now().day().plus(-1));
    place.run(&["set", "1234", &yesterday, "--as", "secretariat"]).done();
    place.run(&["set", "1", "projected=+10d", "--as", "secretariat"]).done();
    assert_eq!(ids(&place, &["needs", "is:overdue"]), [3, 1234]);
    let days = place.run(&["set", "3", "response=met", "--as", "secretariat"]);
    days.done();
    assert_eq!(ids(&place, &["needs", "is:overdue"]), [1234]);
}

#[test]
fn the_days_are_a_setting_of_the_register_with_a_version_and_a_log() {
    let place = Place::new();
    let settings = || place.run(&["settings", "--format", "csv"]).done().to_owned();
    let days = "name,value,version\r\noverdue-days,90,1\r\n";
    assert_eq!(settings(), format!("{days}candidate-weights,\"40,30,10,10,10\",1\r\n"));
    let named = place.run(&["settings", "overdue-days", "--format", "csv"]);
    assert_eq!(named.done(), days, "the name alone prints the setting");
    place.run(&["settings", "overdue-days", "--if-version", "1"]).failed(2);
    let identified = Clock::System.now().day().plus(-70);
    let sql = format!("UPDATE need SET identified_on = '{identified}' WHERE id = 1");
    place.sql().execute_batch(&sql).unwrap();
    assert_eq!(ids(&place, &["needs", "is:overdue", "id:1"]), [0; 0]);
    let set = |args: &[&str]| place.run(&[&["settings"], args, &["--as", "secretariat"]].concat());
    assert_eq!(set(&["overdue-days=60", "--if-version", "1"]).done(), "overdue-days: 90 → 60\n");
    assert_eq!(ids(&place, &["needs", "is:overdue", "id:1"]), [1]);
    let late = set(&["overdue-days=30", "--if-version", "1"]);
    assert!(late.failed(75).contains("is at version 2, you named 1"), "{late:?}");
    set(&["overdue-days=060"]).done();
    assert!(settings().starts_with("name,value,version\r\noverdue-days,60,2\r\n"));
    for wrong in ["overdue-days=0", "overdue-days=3651", "overdue-days=", "overdue=60", "60"] {
        set(&[wrong]).failed(2);
    }
    let log: String = place
        .sql()
        .query_row(
            "SELECT concat_ws('|', who, kind, record, field, before, after, version)
             FROM change JOIN batch ON batch.id = batch_id WHERE kind = 'setting'",
            [],
            |r| r.get(0),
        )
        .unwrap();
    assert_eq!(log, "secretariat|setting|1|value|90|60|2");
    assert!(place.sql().execute_batch("DELETE FROM change").is_err());
    assert!(place.run(&["check"]).done().contains("sound"));
    place.sql().execute_batch("UPDATE setting SET value = '61'").unwrap();
    let wrong = place.run(&["check"]);
    assert!(wrong.status == 1 && wrong.out.contains("overdue-days"), "{wrong:?}");
}

#[test]
fn an_earlier_day_has_the_setting_of_that_day() {
    let place = Place::new();
    // From 2020 on sixty days, before ninety; need 1 is seventy days old on both days.
    place
        .sql()
        .execute_batch(
            "UPDATE need SET identified_on = '2018-01-01' WHERE id = 1;
             INSERT INTO batch (at, who) VALUES (unixepoch('2018-03-20'), 'a');
             INSERT INTO change (batch_id, kind, record, field, before, after, version)
               SELECT max(id), 'setting', 1, 'value', '90', '60', 2 FROM batch;
             UPDATE setting SET value = '60', version = 2",
        )
        .unwrap();
    let overdue = |day: &str| ids(&place, &["needs", "id:1", "is:overdue", "--as-of", day]);
    assert_eq!(overdue("2018-03-19"), [0; 0], "77 days of 90");
    assert_eq!(overdue("2018-03-20"), [1], "78 days of 60");
    assert_eq!(overdue("2018-03-01"), [0; 0]);
}
