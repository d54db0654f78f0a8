//! A loaded register equals the result of SQL, and a refreshed one equals a loaded one.

use crate::store_fixture::{Fixture, write};
use std::sync::Arc;
use ta_tui::domain::{
    Change, Coded, Kind, Moment, NeedNumber, Priority, Record, Response, SAMPLE_DAY, Step, fold,
};
use ta_tui::fields::RecordField;
use ta_tui::query::register::{Address, CHUNK, NeedRef, Register, Vocabulary};
use ta_tui::query::{Context, Field, Measure, Plan, select};
use ta_tui::store::{Access, Draft, Edited, RecordEdit, RecordWrite, SavedView, Store, StoreError};
use ta_tui::text::{Lang, Named};

const MANY: u32 = CHUNK as u32 + 300;

/// More activities than are read before the first needs.
const MANY_ACTIVITIES: &str = "
  INSERT INTO activity (id, code, kind, level, document, paragraph, status, origin)
    WITH RECURSIVE number (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM number WHERE n < 2100)
    SELECT n, 'X' || n, 'hackathon', 'national', '', '', 'done', 'illustrative' FROM number;
  INSERT INTO name SELECT 'activity', id, 'description', 'en', 'x' FROM activity WHERE id >= 1000";

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
        need.review().map_or("-".into(), |review| review.id.to_string()),
        need.source().code().to_owned(),
        code(need.category().map(|c| &*c.code)),
        need.text().into_owned(),
        need.identified().map_or("-".into(), |day| day.to_string()),
        code(need.priority().map(Coded::code)),
        code(need.horizon().map(Coded::code)),
        code(need.response().map(Coded::code)),
        code(need.focal_point().map(|p| &*p.code)),
        need.version().to_string(),
        need.changed().map_or("-".into(), |moment| moment.seconds().to_string()),
        need.projected_on().map_or("-".into(), |day| day.to_string()),
        need.duplicate_of().map_or("-".into(), |of| of.to_string()),
        articles.join(","),
        themes.join(","),
        activities.join(","),
    ]
    .join("|")
}

const SQL: &str = "
  SELECT concat_ws('|', n.id, s.iso3, coalesce(r.id, '-'), n.source, coalesce(c.code, '-'), n.text,
    coalesce(n.identified_on, '-'), coalesce(n.priority, '-'), coalesce(n.horizon, '-'),
    coalesce(n.response, '-'), coalesce(p.code, '-'), n.version, coalesce(n.changed_at, '-'),
    coalesce(n.projected_on, '-'), coalesce(n.duplicate_of, '-'),
    (SELECT coalesce(group_concat(article || ',', '' ORDER BY article), '')
       FROM need_article WHERE need_id = n.id),
    (SELECT coalesce(group_concat(theme_id || ',', '' ORDER BY theme_id), '')
       FROM need_theme WHERE need_id = n.id),
    (SELECT coalesce(group_concat(activity_id || ',', '' ORDER BY activity_id), '')
       FROM need_activity WHERE need_id = n.id))
  FROM need n LEFT JOIN review r ON r.id = n.review_id JOIN state s ON s.id = n.state_id
  LEFT JOIN category c ON c.id = n.category_id LEFT JOIN person p ON p.id = n.focal_point_id
  ORDER BY n.id";

fn lines(register: &Register) -> Vec<String> {
    register.rows().map(|row| line(register.need(row).unwrap())).collect()
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
    for access in [Access::ReadWrite, Access::ReadOnly] {
        let soon = Store::open_to_load(&fixture.path, access, &|_| {}).unwrap();
        // The reader that was ready takes part in the first loading only.
        assert_eq!(lines(&load(&soon)), ours);
        assert_eq!(lines(&load(&soon)), ours);
    }
    assert!(register.chunks.iter().all(|chunk| (1..=CHUNK).contains(&chunk.len())));
    assert_eq!(register.row_of(NeedNumber::new(40)), None);
    assert_eq!(register.row_of(NeedNumber::new(41)), Some(Address::new(0, 39)));
    assert!(
        register.rows().all(|row| register.row_of(register.need(row).unwrap().id()) == Some(row))
    );
}

#[test]
fn the_small_tables_are_in_their_order_and_joined() {
    let fixture = Fixture::with_needs(3);
    let register = load(&fixture.store());
    let small = &register.vocabulary;
    assert!(small.states.is_sorted_by_key(|state| fold(state.in_lang(Lang::En))));
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
fn many_activities_are_read_behind_the_first_needs() {
    let fixture = Fixture::with_needs(600);
    fixture.sql().execute_batch(MANY_ACTIVITIES).unwrap();
    let store = fixture.store();
    let mut loading = store.loading(true).unwrap();
    assert!(loading.step(&store).unwrap());
    let first = loading.so_far();
    assert!(!first.is_empty() && !loading.has_activities());
    assert!(first.rows().all(|row| first.need(row).unwrap().matches().is_empty()));
    let everything = Plan::everything(Context { today: SAMPLE_DAY, me: None });
    let counts = select(&first, &everything, &|| false).unwrap().counts;
    for field in [Field::Match, Field::Provider] {
        let counted = counts.of(field, Measure::Needs);
        assert!(counted.iter().all(|count| *count == 0), "nothing is known of {field:?}");
    }
    while loading.step(&store).unwrap() {}
    let whole = loading.finish(&store).unwrap().register;
    assert_eq!(lines(&whole), sql_lines(&fixture));
    let (found, expected) = (&*whole.vocabulary, store.vocabulary().unwrap());
    assert_eq!(found.activities, expected.activities);
    assert_eq!((&found.kinds, &found.programmes), (&expected.kinds, &expected.programmes));
    assert!(!found.lacks_activities && found.kinds.contains(&"hackathon".to_owned()));
}

#[test]
fn what_needs_say_can_be_read_after_all_else() {
    let fixture = Fixture::with_needs(MANY);
    let store = fixture.store();
    let mut loading = store.loading(false).unwrap();
    assert!(!loading.has_texts());
    while loading.step(&store).unwrap() {}
    let silent = loading.finish(&store).unwrap().register;
    assert!(silent.rows().all(|row| silent.need(row).unwrap().text().is_empty()));
    let told = store.with_texts(&silent).unwrap();
    assert_eq!(lines(&told), sql_lines(&fixture));
    assert_eq!(told.stamp, silent.stamp, "all that was found is still found");
    // One that is gone meanwhile says nothing and does not shift the others.
    let sql = fixture.sql();
    sql.execute_batch(
        "DELETE FROM need_article WHERE need_id = 9; DELETE FROM need_theme WHERE need_id = 9;
         DELETE FROM need_activity WHERE need_id = 9; DELETE FROM need WHERE id = 9",
    )
    .unwrap();
    let told = store.with_texts(&silent).unwrap();
    for row in told.rows() {
        let need = told.need(row).unwrap();
        assert_eq!(need.text().is_empty(), need.id() == NeedNumber::new(9), "{}", need.id());
    }
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
    assert_eq!(reports.len(), 1, "it was told to stop");
    assert!((1..MANY as usize).contains(&reports[0]));
    assert_eq!(load(&store).len(), MANY as usize);
}

#[test]
fn a_refresh_reads_only_what_changed() {
    let fixture = Fixture::with_needs(MANY);
    let (mine, theirs) = (fixture.store(), fixture.store());
    let old = load(&mine);
    let since = mine.last_change().unwrap();
    let version = mine.data_version().unwrap();
    assert!(mine.refresh(&old, since).unwrap().changed.is_empty());
    let last = MANY;
    theirs.write(&write("they", &[(last, Change::Priority(Some(Priority::Low)))])).unwrap();
    assert_ne!(mine.data_version().unwrap(), version);
    mine.write(&write("me", &[(last - 1, Change::Response(Some(Response::Withdrawn)))])).unwrap();
    let fresh = mine.refresh(&old, since).unwrap();
    assert!(!fresh.whole);
    assert_eq!(fresh.changed, [last - 1, last].map(NeedNumber::new));
    assert_eq!(fresh.last_change, mine.last_change().unwrap());
    assert_eq!(fresh.register.stamp, old.stamp + 1);
    assert_eq!(lines(&fresh.register), sql_lines(&fixture));
    let (chunks, before) = (&fresh.register.chunks, &old.chunks);
    let last_chunk = chunks.len() - 1;
    assert!((0..last_chunk).all(|n| Arc::ptr_eq(&chunks[n], &before[n])));
    assert!(Arc::ptr_eq(&chunks[last_chunk].facts, &before[last_chunk].facts));
    assert!(Arc::ptr_eq(&fresh.register.vocabulary, &old.vocabulary));
    let before = old.need(old.row_of(NeedNumber::new(last - 1)).unwrap()).unwrap();
    assert_eq!(before.version(), 1, "the old register stays as it was");
}

/// Of activities those are read again that the log names. Of many, others are looked at for their number alone.
#[test]
fn activities_that_the_log_names_are_read_again_and_the_needs_stay() {
    for more in ["", MANY_ACTIVITIES] {
        let fixture = Fixture::with_needs(40);
        fixture.sql().execute_batch(more).unwrap();
        let (mine, theirs) = (fixture.store(), fixture.store());
        let edit = |id: u32, values: &[(&str, &str)], void: Option<bool>| {
            let field = |code: &str| RecordField::from_code(Kind::Activity, code).unwrap();
            let values =
                values.iter().map(|(code, value)| (field(code), Some((*value).to_owned())));
            let record = Edited::Known(Record { kind: Kind::Activity, number: id });
            let edits =
                vec![RecordEdit { record, values: values.collect(), void, if_version: None }];
            theirs.edit(&RecordWrite { who: "they".into(), note: "so".into(), edits }).unwrap();
        };
        let mut since = mine.last_change().unwrap();
        let old = load(&mine);
        edit(2, &[("status", "suspended"), ("kind", "jamboree")], None);
        edit(5, &[("description.en", "Another one"), ("article", "9; 52")], None);
        let fresh = mine.refresh(&old, since).unwrap();
        assert!(!fresh.whole);
        let (found, expected) = (&*fresh.register.vocabulary, mine.vocabulary().unwrap());
        assert_ne!(found.activities, old.vocabulary.activities);
        assert_eq!(found.activities, expected.activities);
        assert_eq!((&found.kinds, &found.programmes), (&expected.kinds, &expected.programmes));
        let chunks = fresh.register.chunks.iter().zip(&old.chunks);
        assert!(chunks.into_iter().all(|(own, before)| Arc::ptr_eq(own, before)));
        since = fresh.last_change;
        // Past the log.
        let sql = "UPDATE activity SET status = 'cancelled' WHERE id = 7";
        fixture.sql().execute_batch(sql).unwrap();
        let fresh = mine.refresh(&fresh.register, since).unwrap();
        assert_eq!(fresh.whole, more.is_empty(), "few are compared one by one");
        edit(7, &[], Some(true));
        let fresh = mine.refresh(&fresh.register, since).unwrap();
        assert!(fresh.whole, "one has gone");
        assert_eq!(fresh.register.vocabulary.activities, mine.vocabulary().unwrap().activities);
        since = fresh.last_change;
        let sql = "INSERT INTO activity (code, kind, level, document, paragraph, origin)
                   VALUES ('X1', 'workshop', 'global', '', '', 'illustrative')";
        fixture.sql().execute_batch(sql).unwrap();
        assert!(mine.refresh(&fresh.register, since).unwrap().whole, "one has come");
    }
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
        assert_eq!(fresh.changed, added.map(NeedNumber::new).collect::<Vec<_>>());
        assert_eq!(lines(&fresh.register), sql_lines(&fixture));
    }
}

#[test]
fn other_changes_read_everything() {
    for sql in [
        "INSERT INTO person (code, kind) VALUES ('x', 'officer')",
        "UPDATE review_step SET on_date = '2018-12-31' WHERE step = 'direct-dialogue'",
        "INSERT INTO need_activity (need_id, activity_id) VALUES (1, 1)",
        "DELETE FROM need_theme WHERE need_id = 3 AND theme_id = 1",
        "UPDATE need SET text = 'another' WHERE id = 3",
        "UPDATE need_theme SET theme_id = 5 WHERE need_id = 6",
        "UPDATE theme SET code = 'other' WHERE id = 5",
        "UPDATE name SET text = 'other' WHERE kind = 'state' AND record = 5 AND language = 'en'",
        "DELETE FROM spelling WHERE state_id = 5",
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
        // readers number the sets in the order of reading
        let [fresh_tables, loaded_tables] = [&fresh.register, &loaded].map(|register| Vocabulary {
            theme_sets: Vec::new(),
            match_sets: Vec::new(),
            ..(*register.vocabulary).clone()
        });
        assert_eq!(fresh_tables, loaded_tables, "{sql}");
        assert_eq!(fresh.register.illustrative, sql.contains("illustrative"));
    }
}

#[test]
fn themes_are_read_where_they_were_changed_and_new_ones_taken_in() {
    let fixture = Fixture::with_needs(MANY);
    let (mine, theirs) = (fixture.store(), fixture.store());
    let old = load(&mine);
    let both = [(MANY, Change::add_theme("asset recovery")), (MANY, Change::remove_theme("x"))];
    theirs.write(&write("they", &both)).unwrap();
    let fresh = mine.refresh(&old, 0).unwrap();
    assert!(!fresh.whole, "the log names the need and the theme stands at the end");
    assert_eq!(fresh.changed, [NeedNumber::new(MANY)]);
    assert_eq!(lines(&fresh.register), sql_lines(&fixture));
    assert!(Arc::ptr_eq(&fresh.register.chunks[0], &old.chunks[0]));
    assert_eq!(fresh.register.vocabulary.themes.len(), old.vocabulary.themes.len() + 1);
    // And by this session's write.
    mine.write(&write("me", &[(5, Change::Themes(vec!["a new one".into()]))])).unwrap();
    let fresh = mine.refresh(&fresh.register, fresh.last_change).unwrap();
    assert!(!fresh.whole);
    assert_eq!(lines(&fresh.register), sql_lines(&fixture));
    assert_eq!(fresh.register.vocabulary.themes, load(&mine).vocabulary.themes);
    // A theme that no need has yet.
    fixture.sql().execute_batch("INSERT INTO theme (code) VALUES ('unused')").unwrap();
    let again = mine.refresh(&fresh.register, fresh.last_change).unwrap();
    assert!(!again.whole && again.changed.is_empty());
    assert_eq!(
        again.register.vocabulary.themes.last().map(|t| t.in_lang(Lang::Zh)),
        Some("unused")
    );
}

#[test]
fn presence_drafts_and_views_are_no_reason_to_read_anything() {
    let fixture = Fixture::with_needs(30);
    let (mine, theirs) = (fixture.store(), fixture.store());
    let old = load(&mine);
    let version = mine.data_version().unwrap();
    theirs.be_present("they", Some(NeedNumber::new(3))).unwrap();
    let draft = Draft {
        need: NeedNumber::new(3),
        text: "a".into(),
        version: 1,
        at: Moment::from_seconds(0),
        here: true,
    };
    theirs.save_draft("they", &draft).unwrap();
    let view = SavedView { name: "a".into(), ..SavedView::default() };
    theirs.save_view("they", &view, None).unwrap();
    assert_ne!(mine.data_version().unwrap(), version);
    let fresh = mine.refresh(&old, 0).unwrap();
    assert!(!fresh.whole && fresh.changed.is_empty());
    assert!(fresh.register.chunks.iter().zip(&old.chunks).all(|(a, b)| Arc::ptr_eq(a, b)));
    assert!(Arc::ptr_eq(&fresh.register.vocabulary, &old.vocabulary));
    // Changes beside them are not passed over.
    theirs.be_present("they", None).unwrap();
    fixture
        .sql()
        .execute_batch("INSERT INTO need_activity (need_id, activity_id) VALUES (1, 1)")
        .unwrap();
    assert!(mine.refresh(&old, 0).unwrap().whole);
}
