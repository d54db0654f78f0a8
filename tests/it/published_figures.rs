//! The sample register of the repository against the note of 2019: every published figure that a
//! register can yield is counted with plain SQL, without any of the program's own counting.

// Helpers of tests may fail loudly.

use rusqlite::{Connection, OpenFlags, types::Value};
use serde::Deserialize;

/// The views that the figures are counted from, so that each query has only its own particulars.
const VIEWS: &str = "
    CREATE TEMP VIEW needs AS
      SELECT n.id, n.review_id, r.state_id, r.cycle, c.code AS category, n.identified_on
      FROM need n JOIN review r ON r.id = n.review_id LEFT JOIN category c ON c.id = n.category_id;
    CREATE TEMP VIEW touches AS
      SELECT l.need_id, l.article, a.chapter
      FROM need_article l JOIN article a ON a.number = l.article;
    CREATE TEMP VIEW tagged AS
      SELECT l.need_id, t.code AS theme FROM need_theme l JOIN theme t ON t.id = l.theme_id;
    CREATE TEMP VIEW done AS
      SELECT r.id AS review_id, r.state_id, r.cycle, r.stakeholders, s.on_date
      FROM review r JOIN review_step s ON s.review_id = r.id AND s.step = 'executive-summary';
    CREATE TEMP VIEW helped AS
      SELECT a.code AS activity, l.state_id
      FROM activity a JOIN activity_state l ON l.activity_id = a.id AND l.role = 'helped';";

#[derive(Deserialize)]
struct Figure {
    id: String,
    published: String,
    verdict: String,
    computed: String,
    sql: String,
    reason: String,
}

fn figures() -> Vec<Figure> {
    let table = include_str!("figures/published.csv");
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn sample() -> Connection {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/sample.db");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = Connection::open_with_flags(path, flags).unwrap();
    connection.execute_batch(VIEWS).unwrap();
    connection
}

fn answer(connection: &Connection, sql: &str) -> String {
    match connection.query_row(sql, [], |row| row.get(0)).unwrap() {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        other => panic!("{sql}: {other:?}"),
    }
}

#[test]
fn every_published_figure_is_accounted_for() {
    let ids: Vec<String> = figures().into_iter().map(|figure| figure.id).collect();
    let expected: Vec<String> = (1..=128).map(|number| format!("F{number:03}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn the_sample_reproduces_every_figure_that_can_be_counted() {
    let connection = sample();
    let mut wrong = Vec::new();
    for figure in figures() {
        let expected = match figure.verdict.as_str() {
            "reproduced" => &figure.published,
            "differs" => {
                assert_ne!(figure.computed, figure.published, "{}", figure.id);
                assert!(!figure.reason.is_empty(), "{}", figure.id);
                &figure.computed
            }
            "outside" => {
                assert!(figure.sql.is_empty() && !figure.reason.is_empty(), "{}", figure.id);
                continue;
            }
            other => panic!("{}: {other}", figure.id),
        };
        let counted = answer(&connection, &figure.sql);
        if counted != *expected {
            wrong.push(format!("{}: {counted}, not {expected}", figure.id));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Numbers that other documents of the same years publish.
#[test]
fn the_sample_agrees_with_the_history_of_the_mechanism() {
    let connection = sample();
    for (sql, expected) in [
        ("SELECT count(*) FROM done WHERE cycle = 1 AND on_date <= '2011-10-04'", 4),
        ("SELECT count(*) FROM done WHERE cycle = 1 AND on_date <= '2015-11-04'", 120),
        ("SELECT count(*) FROM done WHERE cycle = 1 AND on_date <= '2017-09-01'", 160),
        ("SELECT count(*) FROM done WHERE cycle = 1 AND on_date <= '2018-08-21'", 162),
        ("SELECT count(*) FROM done WHERE cycle = 2 AND on_date <= '2018-08-21'", 4),
        ("SELECT count(*) FROM needs", 3_954),
        ("SELECT count(DISTINCT state_id) FROM needs", 108),
        ("SELECT count(*) FROM state WHERE party = 1", 186),
    ] {
        assert_eq!(answer(&connection, sql), expected.to_string(), "{sql}");
    }
    let visits = "SELECT count(*) FROM review_step WHERE step = 'direct-dialogue'";
    let visits: u32 = answer(&connection, visits).parse().unwrap();
    assert!((220..=237).contains(&visits), "237 by December 2019, not {visits} by October");
}
