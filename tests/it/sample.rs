//! The sample register: the same for the same arguments, sound, clean, and equal to the one in the
//! repository.

// Helpers of tests may fail loudly; counts here are far below where a float loses one.
#![allow(clippy::cast_precision_loss)]

use rusqlite::{Connection, OpenFlags, types::Value};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use ta_tui::domain::clean_line;
use ta_tui::sample::{Options, SampleError, make};
use ta_tui::store::{Access, Store, StoreError};

fn in_repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample.db")
}

fn open(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn made(needs: Option<u32>, seed: Option<u64>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.db");
    let summary = make(&path, &Options { needs, seed }, |_, _| {}).unwrap();
    assert_eq!(summary.needs, needs.unwrap_or(3_954));
    (folder, path)
}

fn number(connection: &Connection, sql: &str) -> i64 {
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Every row of every table, as text.
fn content(path: &Path) -> Vec<String> {
    let connection = open(path);
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let tables: Vec<String> = column(&connection, tables);
    let mut all = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<Value> = (0..width).map(|place| row.get(place).unwrap()).collect();
            all.push(format!("{table}: {values:?}"));
        }
    }
    all.extend(column(&connection, "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name"));
    all
}

fn column(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn the_repository_holds_what_the_program_makes() {
    let (_folder, path) = made(None, None);
    let (kept, fresh) = (content(&in_repository()), content(&path));
    let differing = kept.iter().zip(&fresh).find(|(kept, fresh)| kept != fresh);
    assert_eq!(differing, None, "make it anew: ta-tui sample sample.db");
    assert_eq!(kept.len(), fresh.len());
}

#[test]
fn the_same_arguments_give_the_same_content_and_another_seed_another() {
    let content_of = |needs, seed| {
        let (_folder, path) = made(Some(needs), Some(seed));
        content(&path)
    };
    let first = content_of(500, 7);
    assert_eq!(first, content_of(500, 7));
    assert_ne!(first, content_of(500, 8));
}

/// Also in the free bytes between the rows: nothing by chance was ever in the file.
#[test]
fn the_same_arguments_give_the_same_bytes() {
    let bytes = || {
        let (_folder, path) = made(Some(200), Some(7));
        std::fs::read(path).unwrap()
    };
    assert!(bytes() == bytes());
}

/// The register and its records are known by the seed and the size: another sample is another register.
#[test]
fn records_of_a_sample_have_uuids_of_their_own_that_follow_from_its_arguments() {
    let uuids = |needs, seed| -> Vec<String> {
        let (_folder, path) = made(Some(needs), Some(seed));
        column(&open(&path), "SELECT hex(uuid) FROM need UNION ALL SELECT hex(uuid) FROM state")
    };
    let first = uuids(60, 1);
    assert_eq!(first.len(), 60 + 187);
    assert!(
        first.iter().all(|uuid| uuid.len() == 32 && &uuid[12..13] == "5"),
        "version 5: {first:?}"
    );
    assert_eq!(first.iter().collect::<std::collections::HashSet<_>>().len(), first.len());
    for other in [uuids(60, 2), uuids(61, 1)] {
        assert!(!other.iter().any(|uuid| first.contains(uuid)));
    }
}

/// Illustrative and published records say so, record by record.
#[test]
fn every_record_of_the_sample_says_where_it_comes_from() {
    let sample = open(&in_repository());
    for (table, origin) in [
        ("need", "illustrative"),
        ("review", "illustrative"),
        ("need_activity", "illustrative"),
        ("state", "published"),
        ("person", "published"),
        ("organisation", "published"),
        ("activity", "published"),
    ] {
        let origins = column(&sample, &format!("SELECT DISTINCT origin FROM {table}"));
        assert_eq!(origins, [origin], "{table}");
    }
}

#[test]
fn the_file_stands_alone_and_says_that_its_needs_are_illustrative() {
    let (folder, path) = made(Some(100), None);
    let names: Vec<_> = folder.path().read_dir().unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["made.db"]);
    for path in [&path, &in_repository()] {
        // The header says whether a log belongs to the file: 1 is no.
        assert_eq!(std::fs::read(path).unwrap()[18..20], [1, 1]);
        let connection = open(path);
        let said = "SELECT value = 'yes' FROM meta WHERE key = 'illustrative'";
        assert_eq!(number(&connection, said), 1);
    }
    assert!(in_repository().metadata().unwrap().len() < 3_000_000);
}

#[test]
fn a_file_that_is_there_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "dear").unwrap();
    let refused = make(&path, &Options::default(), |_, _| {});
    assert_eq!(refused, Err(SampleError::Store(StoreError::Exists(path.clone()))));
    assert_eq!(std::fs::read(&path).unwrap(), b"dear");
    assert_eq!(folder.path().read_dir().unwrap().count(), 1);
}

#[test]
fn a_place_that_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no/such/folder.db");
    let refused = make(&path, &Options::default(), |_, _| {}).unwrap_err();
    assert!(
        matches!(refused, SampleError::Store(StoreError::CannotMake(named, _)) if named == path)
    );
}

#[test]
fn progress_rises_to_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut told = Vec::new();
    let options = Options { needs: Some(12_000), seed: None };
    make(&folder.path().join("made.db"), &options, |done, all| told.push((done, all))).unwrap();
    assert_eq!(told, [(5_000, 12_000), (10_000, 12_000), (12_000, 12_000)]);
}

#[test]
fn another_size_keeps_the_shape() {
    let (_folder, path) = made(Some(20_000), None);
    let (large, kept) = (open(&path), open(&in_repository()));
    // Slots are filled evenly, so a share is exact to within a few; triage is drawn for each need.
    for (what, slack) in [
        ("r.cycle = 2", 5.0),
        ("n.identified_on <= '2017-09-01'", 5.0),
        ("n.category_id = (SELECT id FROM category WHERE code = 'C2-CB')", 12.0),
        ("n.category_id = (SELECT id FROM category WHERE code = 'C1-6')", 30.0),
        ("n.id IN (SELECT need_id FROM need_article WHERE article = 33)", 30.0),
        ("n.priority IS NULL AND n.response IS NULL", 300.0),
    ] {
        let sql =
            format!("SELECT count(*) FROM need n JOIN review r ON r.id = n.review_id WHERE {what}");
        let exact = number(&kept, &sql) as f64 * 20_000.0 / 3_954.0;
        let counted = number(&large, &sql) as f64;
        assert!((counted - exact).abs() <= slack, "{what}: {counted}, not {exact}");
    }
    for sql in [
        "SELECT count(*) FROM review",
        "SELECT count(DISTINCT r.state_id) FROM need n JOIN review r ON r.id = n.review_id",
        "SELECT count(*) FROM theme",
    ] {
        assert_eq!(number(&large, sql), number(&kept, sql), "{sql}");
    }
    assert_eq!(number(&large, "SELECT count(*) FROM need"), 20_000);
    log_agrees(&large);
    drop(large);
    sound(&path);
}

#[test]
fn texts_are_clean_and_hardly_ever_the_same() {
    let connection = open(&in_repository());
    let texts = column(&connection, "SELECT text FROM need");
    for text in &texts {
        assert_eq!(clean_line(text), *text);
    }
    let mut distinct = texts.clone();
    distinct.sort();
    distinct.dedup();
    assert!(texts.len() - distinct.len() <= texts.len() / 100);
    let bytes: usize = texts.iter().map(String::len).sum();
    assert!((110..=150).contains(&(bytes / texts.len())), "{}", bytes / texts.len());
}

#[test]
fn no_text_names_a_state() {
    let connection = open(&in_repository());
    let named = "SELECT count(*) FROM need n, name s
                 WHERE s.kind = 'state' AND instr(lower(n.text || ' ' || n.notes), lower(s.text)) > 0";
    assert_eq!(number(&connection, named), 0);
}

#[test]
fn most_texts_are_english_and_the_others_fit_their_script() {
    let connection = open(&in_repository());
    let share = |code: &str| {
        number(&connection, &format!("SELECT count(*) FROM need WHERE language = '{code}'")) as f64
            / 3_954.0
    };
    assert!((0.75..=0.85).contains(&share("en")), "{}", share("en"));
    for code in ["zh", "fr", "es", "ru", "ar"] {
        assert!(share(code) > 0.005, "{code}: {}", share(code));
    }
    let scripts = [
        ("zh", '\u{4e00}'..='\u{9fff}'),
        ("ru", '\u{400}'..='\u{4ff}'),
        ("ar", '\u{600}'..='\u{6ff}'),
    ];
    for (code, script) in scripts {
        let sql = format!("SELECT text FROM need WHERE language = '{code}'");
        for text in column(&connection, &sql) {
            let letters = text.chars().filter(|c| c.is_alphabetic());
            assert!(
                letters.clone().filter(|c| script.contains(c)).count() * 10 > letters.count() * 9
            );
        }
    }
    let plain = "SELECT text FROM need WHERE language = 'en'";
    assert!(column(&connection, plain).iter().all(|text| text.is_ascii()));
}

#[test]
fn steps_of_reviews_follow_one_another_and_end_before_the_note() {
    let connection = open(&in_repository());
    let order = "CASE step WHEN 'started' THEN 0 WHEN 'self-assessment' THEN 1
                 WHEN 'desk-review' THEN 2 WHEN 'direct-dialogue' THEN 3
                 WHEN 'executive-summary' THEN 4 ELSE 5 END";
    let wrong = format!(
        "SELECT count(*) FROM (
           SELECT {order} AS place, on_date, row_number() OVER same - 1 AS expected,
                  lag(on_date) OVER same AS earlier
           FROM review_step WINDOW same AS (PARTITION BY review_id ORDER BY {order}))
         WHERE place <> expected OR earlier > on_date OR on_date > '2019-10-14'"
    );
    assert_eq!(number(&connection, &wrong), 0);
    let held = "SELECT count(*) FROM review_step
                WHERE (step = 'direct-dialogue') <> (dialogue IS NOT NULL)";
    assert_eq!(number(&connection, held), 0);
    let strangers = "SELECT count(*) FROM review r
                     JOIN state s ON s.id IN (r.state_id, r.reviewer1_id, r.reviewer2_id)
                     WHERE s.party = 0";
    assert_eq!(number(&connection, strangers), 0);
    let region = "SELECT count(*) FROM review r JOIN state s ON s.id = r.state_id
                  JOIN state a ON a.id = r.reviewer1_id JOIN state b ON b.id = r.reviewer2_id
                  WHERE s.region IS NOT NULL AND (a.region = s.region) + (b.region = s.region) <> 1";
    assert_eq!(number(&connection, region), 0);
}

#[test]
fn d6_no_review_begins_before_its_state_and_its_reviewers_are_parties() {
    for (needs, seed) in [(None, None), (Some(400), Some(7)), (Some(400), Some(8))] {
        let (_folder, path) = made(needs, seed);
        let early = "SELECT count(*) FROM review r
                     JOIN state s ON s.id IN (r.state_id, r.reviewer1_id, r.reviewer2_id)
                     JOIN review_step p ON p.review_id = r.id
                     WHERE coalesce(s.party_since, '9999') >= p.on_date";
        assert_eq!(number(&open(&path), early), 0);
    }
}

#[test]
fn needs_are_identified_with_the_executive_summary_and_keep_to_their_cycle() {
    let connection = open(&in_repository());
    let day = "SELECT count(*) FROM need n LEFT JOIN review_step s
                 ON s.review_id = n.review_id AND s.step = 'executive-summary'
               WHERE n.identified_on IS NOT s.on_date";
    assert_eq!(number(&connection, day), 0);
    let outside = "SELECT count(*) FROM need n JOIN review r ON r.id = n.review_id
                   JOIN need_article l ON l.need_id = n.id JOIN article a ON a.number = l.article
                   WHERE CASE r.cycle WHEN 1 THEN a.chapter NOT IN (3, 4) ELSE a.chapter NOT IN (2, 5) END";
    assert_eq!(number(&connection, outside), 0);
    let category = "SELECT count(*) FROM need n JOIN review r ON r.id = n.review_id
                    JOIN category c ON c.id = n.category_id WHERE c.cycle <> r.cycle";
    assert_eq!(number(&connection, category), 0);
}

#[test]
fn triage_shows_every_value_and_most_needs_wait() {
    let connection = open(&in_repository());
    let untriaged = "SELECT count(*) FROM need WHERE priority IS NULL AND response IS NULL";
    let share = number(&connection, untriaged) as f64 / 3_954.0;
    assert!((0.55..=0.60).contains(&share), "{share}");
    for (field, values) in [("priority", 4), ("horizon", 3), ("response", 6)] {
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM need GROUP BY {field} HAVING count(*) > 40)"
        );
        assert_eq!(number(&connection, &sql), values, "{field}");
    }
    let foreign = "SELECT count(*) FROM need n JOIN review r ON r.id = n.review_id
                   JOIN state s ON s.id = r.state_id JOIN person p ON p.id = n.focal_point_id
                   WHERE p.state_id IS NOT s.id AND p.id IS NOT s.adviser_id";
    assert_eq!(number(&connection, foreign), 0);
    let strangers = "SELECT count(*) FROM batch WHERE who NOT IN (SELECT code FROM person)";
    assert_eq!(number(&connection, strangers), 0);
    let early = "SELECT count(*) FROM change c JOIN batch b ON b.id = c.batch_id
                 JOIN need n ON n.id = c.record
                 WHERE date(b.at, 'unixepoch') <= n.identified_on
                    OR date(b.at, 'unixepoch') > '2019-12-31'";
    assert_eq!(number(&connection, early), 0);
    log_agrees(&connection);
    sound(&in_repository());
}

#[test]
fn an_activity_serves_needs_of_states_that_it_helped() {
    let connection = open(&in_repository());
    assert!(number(&connection, "SELECT count(*) FROM need_activity") >= 5);
    let wrong = "SELECT count(*) FROM need_activity m
                 JOIN need n ON n.id = m.need_id JOIN review r ON r.id = n.review_id
                 WHERE NOT EXISTS (SELECT 1 FROM activity_state h
                                   WHERE h.activity_id = m.activity_id AND h.role = 'helped'
                                     AND h.state_id = r.state_id)
                    OR NOT EXISTS (SELECT 1 FROM activity_article a
                                   JOIN need_article l ON l.article = a.article
                                   WHERE a.activity_id = m.activity_id AND l.need_id = n.id)";
    assert_eq!(number(&connection, wrong), 0);
}

/// Whether the program's own check finds nothing.
fn sound(path: &Path) {
    let store = Store::open(path, Access::ReadOnly).unwrap();
    assert_eq!(store.check().unwrap(), []);
}

/// Replays the log from empty fields and compares with the needs: values, versions, moments.
fn log_agrees(connection: &Connection) {
    let mut fields: HashMap<(i64, String), String> = HashMap::new();
    let mut needs: HashMap<i64, (i64, i64)> = HashMap::new();
    let mut statement = connection
        .prepare(
            "SELECT c.record, c.field, c.before, c.after, c.version, b.at
             FROM change c JOIN batch b ON b.id = c.batch_id ORDER BY c.id",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut last = 0;
    while let Some(row) = rows.next().unwrap() {
        let (need, field): (i64, String) = (row.get(0).unwrap(), row.get(1).unwrap());
        let (before, after): (Option<String>, String) = (row.get(2).unwrap(), row.get(3).unwrap());
        let (version, at): (i64, i64) = (row.get(4).unwrap(), row.get(5).unwrap());
        assert!(at >= last, "the log rises");
        last = at;
        assert_eq!(fields.insert((need, field), after), before);
        let (was, when) = needs.insert(need, (version, at)).unwrap_or((1, 0));
        assert!(version == was + 1 || (version == was && when == at));
    }
    let mut statement = connection
        .prepare(
            "SELECT n.id, n.version, coalesce(n.changed_at, 0), n.priority, n.horizon, n.response,
                    p.code, nullif(n.notes, '')
             FROM need n LEFT JOIN person p ON p.id = n.focal_point_id",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let id: i64 = row.get(0).unwrap();
        let expected = needs.get(&id).copied().unwrap_or((1, 0));
        assert_eq!((row.get(1).unwrap(), row.get(2).unwrap()), expected, "need {id}");
        for (place, field) in
            ["priority", "horizon", "response", "focal", "notes"].iter().enumerate()
        {
            let value: Option<String> = row.get(3 + place).unwrap();
            assert_eq!(value, fields.remove(&(id, (*field).to_owned())), "need {id}: {field}");
        }
    }
    assert!(fields.is_empty());
}

/// Every text of the sample register states its language, which the guess of a form finds too.
#[test]
fn the_languages_of_its_texts_are_guessed() {
    let connection = Connection::open(crate::support::desk::sample()).unwrap();
    let mut texts = connection.prepare("SELECT text, language FROM need").unwrap();
    let texts = texts.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let texts: Vec<(String, String)> = texts.map(Result::unwrap).collect();
    let is_wrong = |(text, language): &&(String, String)| {
        ta_tui::entry::language_of(text) != Some(language.as_str())
    };
    let wrong: Vec<_> = texts.iter().filter(is_wrong).collect();
    assert!(texts.len() > 3_000 && wrong.is_empty(), "{wrong:#?}");
}
