//! A loaded register holds what SQL says, and a refreshed one what a loaded one holds.

#![allow(clippy::unwrap_used)]

mod store_fixture;

use std::sync::Arc;
use store_fixture::{Fixture, write};
use ta_tui::domain::{Change, Coded, Priority, Response, Step, fold};
use ta_tui::query::register::{CHUNK, NeedRef, Register};
use ta_tui::store::{Store, StoreError};

const MANY: u32 = CHUNK as u32 + 300;

/// A need of the register in one line, as [`SQL`] writes it.
fn line(need: NeedRef) -> String {
    let code = |code: Option<&str>| code.unwrap_or("-").to_owned();
    let mut articles: Vec<String> =
        need.articles().iter().map(|a| a.number().to_string()).collect();
    let mut themes: Vec<String> = need.themes().map(|t| t.id.to_string()).collect();
    let mut activities: Vec<String> = need.activities().map(|a| a.id.to_string()).collect();
    for list in [&mut articles, &mut themes, &mut activities] {
        list.push(String::new());
    }
    [
        need.id().to_string(),
        need.state().iso3.clone(),
        need.review().id.to_string(),
        code(need.category().map(|c| &*c.code)),
        need.text().to_owned(),
        need.identified().map_or("-".into(), |day| day.to_string()),
        code(need.priority().map(Coded::code)),
        code(need.horizon().map(Coded::code)),
        code(need.response().map(Coded::code)),
        code(need.focal_point().map(|p| &*p.code)),
        need.version().to_string(),
        need.changed().map_or("-".into(), |moment| moment.seconds().to_string()),
        articles.join(","),
        themes.join(","),
        activities.join(","),
    ]
    .join("|")
}

const SQL: &str = "
  SELECT concat_ws('|', n.id, s.iso3, r.id, coalesce(c.code, '-'), n.text,
    coalesce(n.identified_on, '-'), coalesce(n.priority, '-'), coalesce(n.horizon, '-'),
    coalesce(n.response, '-'), coalesce(p.code, '-'), n.version, coalesce(n.changed_at, '-'),
    (SELECT coalesce(group_concat(article || ',', '' ORDER BY article), '')
       FROM need_article WHERE need_id = n.id),
    (SELECT coalesce(group_concat(theme_id || ',', '' ORDER BY theme_id), '')
       FROM need_theme WHERE need_id = n.id),
    (SELECT coalesce(group_concat(activity_id || ',', '' ORDER BY activity_id), '')
       FROM need_activity WHERE need_id = n.id))
  FROM need n JOIN review r ON r.id = n.review_id JOIN state s ON s.id = r.state_id
  LEFT JOIN category c ON c.id = n.category_id LEFT JOIN person p ON p.id = n.focal_point_id
  ORDER BY n.id";

fn lines(register: &Register) -> Vec<String> {
    (0..register.len() as u32).map(|row| line(register.need(row).unwrap())).collect()
}

fn sql_lines(fixture: &Fixture) -> Vec<String> {
    let sql = fixture.sql();
    let mut statement = sql.prepare(SQL).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn load(store: &Store) -> Register {
    store.load(&mut |_| true).unwrap()
}

#[test]
fn every_need_is_as_sql_says() {
    let fixture = Fixture::with_needs(MANY);
    let sql = fixture.sql();
    sql.execute_batch(
        "DELETE FROM need_article WHERE need_id = 40; DELETE FROM need_theme WHERE need_id = 40;
         DELETE FROM need_activity WHERE need_id = 40; DELETE FROM need WHERE id = 40",
    )
    .unwrap();
    let store = fixture.store();
    store.write(&write("me", &[(3, Change::Response(Some(Response::Met)))])).unwrap();
    let register = load(&store);
    assert_eq!(register.len(), MANY as usize - 1);
    let (ours, theirs) = (lines(&register), sql_lines(&fixture));
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(ours.len(), theirs.len());
    assert_eq!(register.chunks[0].len(), CHUNK);
    assert_eq!(register.row_of(40), None);
    assert_eq!(register.row_of(41), Some(39));
}

#[test]
fn the_small_tables_are_in_their_order_and_joined() {
    let fixture = Fixture::with_needs(3);
    let register = load(&fixture.store());
    let small = &register.vocabulary;
    assert!(small.states.is_sorted_by_key(|state| fold(&state.name_en)));
    let ghana = small.states.iter().position(|state| state.iso2 == "GH").unwrap();
    let focal = small.people.iter().find(|person| person.code == "fp-gh").unwrap();
    assert_eq!(focal.state.map(usize::from), Some(ghana));
    let afghanistan = &small.states[0];
    let adviser = &small.people[usize::from(afghanistan.adviser.unwrap())];
    assert_eq!(adviser.code, "adviser-south-south-east-asia");
    assert_eq!(afghanistan.groups.iter().map(|g| g.code()).collect::<Vec<_>>(), ["ldc", "lldc"]);
    assert_eq!(small.reviews[1].joint_meeting, Some(true));
    assert_eq!(small.reviews[1].reached(), Some(Step::DirectDialogue));
    assert_eq!(small.reviews[1].reviewers.len(), 2);
    assert_eq!(small.reviews[2].stakeholders, Some(false));
    assert!(small.activities.iter().any(|a| !a.articles.is_empty() && !a.providers.is_empty()));
    assert!(!register.illustrative);
}

#[test]
fn loading_reports_and_stops() {
    let fixture = Fixture::with_needs(MANY);
    let store = fixture.store();
    let mut reports = Vec::new();
    let stopped = store.load(&mut |needs| {
        reports.push(needs);
        false
    });
    assert_eq!(stopped.err(), Some(StoreError::Stopped));
    assert_eq!(reports, [CHUNK]);
    assert_eq!(load(&store).len(), MANY as usize);
}

#[test]
fn a_refresh_reads_only_what_changed() {
    let fixture = Fixture::with_needs(MANY);
    let (mine, theirs) = (fixture.store(), fixture.store());
    let old = load(&mine);
    let since = mine.last_change().unwrap();
    let version = mine.data_version().unwrap();
    assert_eq!(mine.refresh(&old, since).unwrap().changed, []);
    let last = MANY;
    theirs.write(&write("they", &[(last, Change::Priority(Some(Priority::Low)))])).unwrap();
    assert_ne!(mine.data_version().unwrap(), version);
    mine.write(&write("me", &[(last - 1, Change::Response(Some(Response::Withdrawn)))])).unwrap();
    let fresh = mine.refresh(&old, since).unwrap();
    assert!(!fresh.whole);
    assert_eq!(fresh.changed, [last - 1, last]);
    assert_eq!(fresh.last_change, mine.last_change().unwrap());
    assert_eq!(fresh.register.stamp, old.stamp + 1);
    assert_eq!(lines(&fresh.register), sql_lines(&fixture));
    assert!(Arc::ptr_eq(&fresh.register.chunks[0], &old.chunks[0]));
    assert!(Arc::ptr_eq(&fresh.register.chunks[1].facts, &old.chunks[1].facts));
    assert!(Arc::ptr_eq(&fresh.register.vocabulary, &old.vocabulary));
    assert_eq!(old.need(last - 1).unwrap().version(), 1, "the old register stays as it was");
}

#[test]
fn added_needs_come_at_the_end() {
    for before in [0, 10, CHUNK as u32, MANY] {
        let fixture = Fixture::with_needs(before);
        let store = fixture.store();
        let old = load(&store);
        let added = before + 1..=before + 20;
        Fixture::add_needs(&fixture.sql(), *added.start(), *added.end());
        let other = fixture.store();
        other.write(&write("me", &[(before + 3, Change::Priority(None))])).unwrap();
        let fresh = store.refresh(&old, 0).unwrap();
        assert!(!fresh.whole);
        assert_eq!(fresh.changed, added.collect::<Vec<_>>());
        assert_eq!(lines(&fresh.register), sql_lines(&fixture));
        assert!(fresh.register.chunks.iter().rev().skip(1).all(|chunk| chunk.len() == CHUNK));
    }
}

#[test]
fn other_changes_read_everything() {
    for sql in [
        "INSERT INTO person (code, kind, post_en, post_zh) VALUES ('x', 'officer', 'x', 'x')",
        "INSERT INTO theme (name_en) VALUES ('new')",
        "UPDATE review_step SET on_date = '2018-12-31' WHERE step = 'direct-dialogue'",
        "INSERT INTO need_activity VALUES (1, 1)",
        "DELETE FROM need_theme WHERE need_id = 3 AND theme_id = 1",
        "UPDATE meta SET value = 'yes' WHERE key = 'illustrative'",
    ] {
        let fixture = Fixture::with_needs(30);
        let store = fixture.store();
        let old = load(&store);
        fixture.sql().execute_batch(sql).unwrap();
        let fresh = store.refresh(&old, 0).unwrap();
        assert!(fresh.whole, "{sql}");
        let loaded = load(&store);
        assert_eq!(lines(&fresh.register), lines(&loaded));
        assert_eq!(fresh.register.vocabulary, loaded.vocabulary, "{sql}");
        assert_eq!(fresh.register.illustrative, sql.contains("illustrative"));
    }
}
