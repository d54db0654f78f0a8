//! The register on earlier days: as of today it is the register, as of any day it equals the result
//! of plain SQL on the same file.

use crate::store_fixture::Fixture;
use proptest::prelude::*;
use rusqlite::{Connection, params};
use std::path::Path;
use ta_tui::domain::{Clock, Coded, Day, Horizon, Moment, NeedNumber, Priority, Response};
use ta_tui::query::register::{NeedRef, Register};
use ta_tui::store::{Access, Backwards, Store};
use ta_tui::text::{Lang, Named};

/// A need as of the end of a day, whatever was written later: each field has the value before its
/// first later change.
const NEEDS: &str = "
    WITH later AS (SELECT c.* FROM change c JOIN batch b ON b.id = c.batch_id
                   WHERE c.kind = 'need' AND date(b.at, 'unixepoch') > ?1),
         was AS (SELECT record AS need_id, field, before, min(id) FROM later GROUP BY record, field),
         done AS (SELECT review_id, max(CASE step WHEN 'executive-summary' THEN on_date END) AS summary,
                         max(on_date) AS last FROM review_step GROUP BY review_id)
    SELECT concat_ws('|', n.id,
      coalesce(iif(p.need_id IS NULL, n.priority, p.before), '-'),
      coalesce(iif(h.need_id IS NULL, n.horizon, h.before), '-'),
      coalesce(iif(r.need_id IS NULL, n.response, r.before), '-'),
      coalesce(iif(f.need_id IS NULL, (SELECT code FROM person WHERE id = n.focal_point_id), f.before), '-'),
      coalesce(iif(j.need_id IS NULL, n.projected_on, j.before), '-'),
      coalesce(iif(t.need_id IS NULL, (SELECT group_concat(code, '; ' ORDER BY code)
        FROM need_theme JOIN theme ON theme.id = theme_id WHERE need_theme.need_id = n.id), t.before), '-'),
      coalesce(iif(q.need_id IS NULL, n.duplicate_of, q.before), '-'),
      coalesce((SELECT min(version) - 1 FROM later WHERE record = n.id), n.version),
      coalesce(iif(EXISTS (SELECT 1 FROM later WHERE record = n.id),
        (SELECT max(b.at) FROM change c JOIN batch b ON b.id = c.batch_id
         WHERE c.kind = 'need' AND c.record = n.id AND date(b.at, 'unixepoch') <= ?1), n.changed_at), 0))
    FROM need n
      LEFT JOIN was p ON p.need_id = n.id AND p.field = 'priority'
      LEFT JOIN was h ON h.need_id = n.id AND h.field = 'horizon'
      LEFT JOIN was r ON r.need_id = n.id AND r.field = 'response'
      LEFT JOIN was f ON f.need_id = n.id AND f.field = 'focal'
      LEFT JOIN was j ON j.need_id = n.id AND j.field = 'projected'
      LEFT JOIN was t ON t.need_id = n.id AND t.field = 'theme'
      LEFT JOIN was q ON q.need_id = n.id AND q.field = 'duplicate'
      LEFT JOIN done d ON d.review_id = n.review_id
    WHERE coalesce(n.identified_on, d.summary, d.last, '0') <= ?1 ORDER BY n.id";

/// The reviews that had begun, with the steps reached and their State.
const REVIEWS: &str = "
    SELECT concat_ws('|', r.id, (SELECT text FROM name WHERE kind = 'state' AND record = s.id AND language = 'en'),
      r.cycle, coalesce(
      (SELECT step FROM review_step WHERE review_id = r.id AND on_date <= ?1
       ORDER BY CASE step WHEN 'started' THEN 0 WHEN 'self-assessment' THEN 1 WHEN 'desk-review' THEN 2
                WHEN 'direct-dialogue' THEN 3 WHEN 'executive-summary' THEN 4 ELSE 5 END DESC LIMIT 1), '-'))
    FROM review r JOIN state s ON s.id = r.state_id
    WHERE EXISTS (SELECT 1 FROM review_step WHERE review_id = r.id AND on_date <= ?1)
    ORDER BY r.id";

fn by_sql(path: &Path, sql: &str, day: Day) -> Vec<String> {
    let connection = Connection::open(path).unwrap();
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([day.to_string()], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn needs(register: &Register) -> Vec<String> {
    let needs = register.rows().map(|row| register.need(row).unwrap());
    let said = |need: NeedRef<'_>| {
        [
            need.id().to_string(),
            need.priority().map_or("-", Priority::code).to_owned(),
            need.horizon().map_or("-", Horizon::code).to_owned(),
            need.response().map_or("-", Response::code).to_owned(),
            need.focal_point().map_or("-", |person| &person.code).to_owned(),
            need.projected_on().map_or("-".to_owned(), |day| day.to_string()),
            themes(need),
            need.duplicate_of().map_or("-".to_owned(), |other| other.to_string()),
            need.version().to_string(),
            need.changed().map_or(0, Moment::seconds).to_string(),
        ]
        .join("|")
    };
    needs.map(said).collect()
}

fn themes(need: NeedRef<'_>) -> String {
    let mut names: Vec<&str> = need.themes().map(|theme| theme.code.as_str()).collect();
    names.sort_unstable();
    if names.is_empty() { "-".to_owned() } else { names.join("; ") }
}

fn reviews(register: &Register) -> Vec<String> {
    let vocabulary = &register.vocabulary;
    let reviews = vocabulary.reviews.iter().map(|review| {
        let state = vocabulary.states[usize::from(review.state)].in_lang(Lang::En);
        let reached = review.reached().map_or("-", Coded::code);
        format!("{}|{state}|{}|{reached}", review.id, review.cycle.number())
    });
    reviews.collect()
}

fn sample() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample.db")
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn as_of_today_the_register_is_what_it_is() {
    let fixture = Fixture::with_needs(40);
    let changes = [(3, ta_tui::domain::Change::Priority(Some(Priority::Low)))];
    fixture.store().write(&crate::store_fixture::write("me", &changes)).unwrap();
    for path in [sample(), fixture.path.clone()] {
        let store = Store::open(&path, Access::ReadOnly).unwrap();
        let now = store.load(&mut |_| true).unwrap();
        let same = store.as_of(&now, Clock::System.now().day().plus(1)).unwrap();
        assert_eq!(same.vocabulary, now.vocabulary);
        assert_eq!(same.chunks, now.chunks);
    }
}

#[test]
fn the_sample_on_many_days_is_what_sql_finds() {
    let store = Store::open(&sample(), Access::ReadOnly).unwrap();
    let now = store.load(&mut |_| true).unwrap();
    let days = ["2010-01-01", "2013-06-30", "2017-09-01", "2018-03-31", "2019-05-31", "2019-09-30"];
    let (mut sizes, present) = (Vec::new(), needs(&now));
    for on in days.map(day) {
        let past = store.as_of(&now, on).unwrap();
        assert_eq!(needs(&past), by_sql(&sample(), NEEDS, on), "{on}");
        assert_eq!(reviews(&past), by_sql(&sample(), REVIEWS, on), "{on}");
        sizes.push(past.len());
    }
    assert_eq!(sizes[0], 0);
    assert!(sizes.is_sorted() && sizes[2] == 3_583 && sizes[5] == 3_954, "{sizes:?}");
    assert_eq!(needs(&now), present, "the past was computed, the present not touched");
}

#[test]
fn texts_stay_with_their_needs() {
    let store = Store::open(&sample(), Access::ReadOnly).unwrap();
    let now = store.load(&mut |_| true).unwrap();
    let past = store.as_of(&now, day("2015-11-04")).unwrap();
    for row in past.rows() {
        let then = past.need(row).unwrap();
        let same = now.need(now.row_of(then.id()).unwrap()).unwrap();
        assert_eq!(then.text(), same.text());
        assert_eq!(then.review().map(|review| review.id), same.review().map(|review| review.id));
        assert_eq!(then.articles(), same.articles());
        assert!(then.themes().eq(same.themes()) && then.category() == same.category());
    }
}

#[test]
fn the_page_of_a_need_shows_its_notes_and_changes_until_then() {
    let fixture = Fixture::with_needs(3);
    let sql = fixture.sql();
    log(&sql, 10, 2, "notes", "first");
    log(&sql, 20, 2, "notes", "second");
    let store = fixture.store();
    let then = |days| store.need_detail_as_of(NeedNumber::new(2), Day::from_number(days)).unwrap();
    assert_eq!((then(9).notes, then(9).history.len()), (String::new(), 0));
    assert_eq!((then(10).notes, then(19).notes), ("first".to_owned(), "first".to_owned()));
    assert_eq!(then(20).notes, "second");
    assert_eq!(then(20).history.len(), 2);
}

/// Writes a value on a day as the program would have done it.
fn log(sql: &Connection, days: i64, need: u32, field: &str, value: &str) {
    let column = match field {
        "focal" => "focal_point_id",
        "projected" => "projected_on",
        "duplicate" => "duplicate_of",
        "theme" => "id",
        other => other,
    };
    let now = match field {
        "focal" => "(SELECT code FROM person WHERE id = focal_point_id)".to_owned(),
        "notes" => "nullif(notes, '')".to_owned(),
        "theme" => "(SELECT group_concat(code, '; ' ORDER BY code) FROM need_theme
                     JOIN theme ON theme.id = theme_id WHERE need_id = need.id)"
            .to_owned(),
        "duplicate" => "CAST(duplicate_of AS TEXT)".to_owned(),
        other => other.replace("projected", "projected_on"),
    };
    let before: Option<String> = sql
        .query_row(&format!("SELECT {now} FROM need WHERE id = ?1"), [need], |row| row.get(0))
        .unwrap();
    let after = (!value.is_empty()).then_some(value);
    if before.as_deref() == after {
        return;
    }
    let at = days * 86_400 + i64::from(need) % 86_400;
    sql.execute("INSERT INTO batch (at, who) VALUES (?1, 'me')", [at]).unwrap();
    let batch = sql.last_insert_rowid();
    let set = match field {
        "focal" => "(SELECT id FROM person WHERE code = ?2)",
        "notes" => "coalesce(?2, '')",
        "theme" => "coalesce(id, ?2)",
        _ => "?2",
    };
    if field == "theme" {
        sql.execute("DELETE FROM need_theme WHERE need_id = ?1", [need]).unwrap();
        let link = "INSERT INTO need_theme SELECT ?1, id FROM theme WHERE code = ?2";
        for name in after.into_iter().flat_map(|names| names.split("; ")) {
            sql.execute(link, params![need, name]).unwrap();
        }
    }
    let update = format!(
        "UPDATE need SET {column} = {set}, version = version + 1, changed_at = ?3 WHERE id = ?1"
    );
    sql.execute(&update, params![need, after, at]).unwrap();
    sql.execute(
        "INSERT INTO change (batch_id, kind, record, field, before, after, version)
         SELECT ?1, 'need', id, ?3, ?4, ?5, version FROM need WHERE id = ?2",
        params![batch, need, field, before, after],
    )
    .unwrap();
}

const VALUES: [(&str, [&str; 4]); 7] = [
    ("projected", ["2016-01-01", "2017-05-05", "", "2016-01-01"]),
    ("duplicate", ["30", "29", "", "30"]),
    ("theme", ["asset declarations; whistle-blowers", "whistle-blowers", "", "asset declarations"]),
    ("priority", ["high", "medium", "low", ""]),
    ("horizon", ["current", "projected", "", "current"]),
    ("response", ["unmet", "planned", "met", ""]),
    ("focal", ["fp-gh", "fp-ke", "", "fp-gh"]),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_log_taken_back_to_any_day_is_what_sql_finds(
        writes in prop::collection::vec((0i64..30, 1u32..=25, 0usize..7, 0usize..4), 0..160),
        on in prop::collection::vec(16_400i32..17_500, 4),
    ) {
        let fixture = Fixture::with_needs(30);
        let sql = fixture.sql();
        let mut writes = writes;
        writes.sort_by_key(|write| write.0); // the log rises
        for (days, need, field, value) in writes {
            let (field, values) = VALUES[field];
            log(&sql, 16_400 + days * 37, need, field, values[value]);
        }
        let store = fixture.store();
        let now = store.load(&mut |_| true).unwrap();
        // Day after day backwards it is the same, also when the walk begins again.
        let mut backwards = Backwards::new(&store, &now);
        let mut walk: Vec<i32> = on.clone();
        walk.sort_unstable_by(|a, b| b.cmp(a));
        for day in walk.into_iter().chain([on[0]]).map(Day::from_number) {
            let (walked, past) = (backwards.on(day).unwrap(), store.as_of(&now, day).unwrap());
            prop_assert_eq!(needs(&walked), needs(&past));
            prop_assert_eq!(reviews(&walked), reviews(&past));
        }
        for on in on.into_iter().map(Day::from_number) {
            let past = store.as_of(&now, on).unwrap();
            prop_assert_eq!(needs(&past), by_sql(&fixture.path, NEEDS, on));
        }
    }
}

#[test]
fn assistance_that_began_later_is_not_there_and_serves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample.db"), &path).unwrap();
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    let now = store.load(&mut |_| true).unwrap();
    let sql = Connection::open(&path).unwrap();
    let by_sql = |question: &str, day: &str| -> Vec<String> {
        let mut statement = sql.prepare(question).unwrap();
        statement.query_map([day], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    // From the last day on which it may have begun.
    let began = "status IN ('ongoing', 'done', 'published') AND starts_on IS NOT NULL
                 AND CASE length(starts_on) WHEN 4 THEN starts_on || '-12-31'
                     WHEN 7 THEN date(starts_on || '-01', '+1 month', '-1 day') ELSE starts_on END > ?1";
    let mut sizes = std::collections::BTreeSet::new();
    for day in ["2015-12-31", "2016-12-30", "2016-12-31", "2019-06-11", "2019-06-12", "2019-12-31"]
    {
        let past = store.as_of(&now, Day::parse(day).unwrap()).unwrap();
        let codes: Vec<&str> = past.vocabulary.activities.iter().map(|a| &*a.code).collect();
        let question = format!("SELECT code FROM activity WHERE NOT ({began}) ORDER BY id");
        assert_eq!(codes, by_sql(&question, day), "{day}");
        sizes.insert(codes.len());
        let served: Vec<String> = past
            .rows()
            .filter_map(|row| past.need(row))
            .flat_map(|need| need.activities().map(move |a| format!("{} {}", need.id(), a.code)))
            .collect();
        let question = format!(
            "SELECT m.need_id || ' ' || a.code FROM need_activity m
             JOIN activity a ON a.id = m.activity_id JOIN need n ON n.id = m.need_id
             WHERE NOT ({began}) AND coalesce(n.identified_on, '') <= ?1 ORDER BY m.need_id, a.id"
        );
        assert_eq!(served, by_sql(&question, day), "{day}");
    }
    assert!(sizes.len() > 3, "{sizes:?}");
}
