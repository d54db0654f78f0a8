//! C7, C9, C10: rows that the program would not write.

use super::Opens::{Either, Yes};
use super::{Case, case, hold_all};

const TEXTS: &[Case] = &[
    case(
        "notes that are no text",
        "not-utf8",
        1,
        Yes,
        "DROP TRIGGER unlogged_need; UPDATE need SET notes = CAST(x'ff41' AS TEXT) WHERE id =
           (SELECT record FROM change WHERE kind = 'need' AND field = 'notes' LIMIT 1);
         CREATE TRIGGER unlogged_need AFTER UPDATE OF id, review_id, state_id, source, rank,
           category_id, text, language, document, paragraph, identified_on, void ON need
         BEGIN UPDATE unlogged SET number = number + 1; END",
    ),
    case(
        "a document that is no text",
        "not-utf8",
        1,
        Yes,
        "UPDATE need SET document = CAST(x'c328' AS TEXT) WHERE id = 3",
    ),
    case(
        "bytes in place of a text",
        "integrity",
        65,
        Either,
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'need';
         PRAGMA writable_schema = RESET; UPDATE need SET notes = x'00ff' WHERE id = 2;
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'need'",
    ),
    case(
        "text that acts on terminals",
        "unclean-text",
        0,
        Yes,
        "UPDATE need SET text = 'a' || char(27) || '[2J' || char(8238) || 'b' WHERE id = 4",
    ),
    case(
        "a text of a megabyte",
        "long-text",
        0,
        Yes,
        "UPDATE need SET text = printf('%.1000000c', 'x') WHERE id = 5",
    ),
    case(
        "views that cannot be read",
        "view",
        0,
        Yes,
        "INSERT INTO saved_view (name, screen, filter) VALUES ('x', 'nowhere', 'chapter:\"(')",
    ),
    case(
        "a change of a field that views do not have",
        "log-field",
        1,
        Yes,
        "INSERT INTO change (batch_id, kind, record, field, after, version) VALUES (1, 'view', 1, 'colour', 'red', 1);
         INSERT INTO saved_view (name, screen, filter) VALUES ('x', 'needs', '')",
    ),
    case(
        "a view that is not what the log says",
        "value",
        1,
        Yes,
        "INSERT INTO saved_view (id, name, screen, filter, version) VALUES (1, 'x', 'needs', '', 2);
         INSERT INTO change (batch_id, kind, record, field, after, version)
           VALUES (1, 'view', 1, 'filter', 'is:met', 2)",
    ),
    case(
        "a view whose log has a gap",
        "gap",
        1,
        Yes,
        "INSERT INTO saved_view (id, name, screen, filter, version) VALUES (1, 'x', 'needs', 'is:met', 3);
         INSERT INTO change (batch_id, kind, record, field, before, after, version)
           VALUES (1, 'view', 1, 'filter', NULL, 'is:open', 2), (2, 'view', 1, 'filter', NULL, 'is:met', 3)",
    ),
    case(
        "a view of a version that its writes do not lead to",
        "version",
        1,
        Yes,
        "INSERT INTO saved_view (name, screen, filter, version) VALUES ('x', 'needs', '', 7)",
    ),
    case(
        "a change of a view that was never there",
        "log-record",
        1,
        Yes,
        "INSERT INTO change (batch_id, kind, record, field, after, version) VALUES (1, 'view', 7, 'record', 'there', 1)",
    ),
    case(
        "a draft of a version that never was",
        "draft",
        0,
        Yes,
        "INSERT INTO draft VALUES ('secretariat', 1, 7, 'x', 99999, 1577000000)",
    ),
];

const ASSISTANCE: &[Case] = &[
    case(
        "an activity that begins on no day",
        "time-range",
        1,
        Yes,
        "UPDATE activity SET starts_on = 'soon' WHERE code = 'A001'",
    ),
    case(
        "an activity that ends before it begins",
        "dates",
        1,
        Yes,
        "UPDATE activity SET starts_on = '2019-07', ends_on = '2019-06-30' WHERE code = 'A001'",
    ),
    case(
        "a document of no day",
        "time-range",
        1,
        Yes,
        "UPDATE document SET on_date = '2019-13' WHERE symbol = '3/1'",
    ),
    case(
        "shares that are more than the whole",
        "shares",
        1,
        Yes,
        "UPDATE activity_state SET share = 60 WHERE role = 'helped'
           AND activity_id = (SELECT id FROM activity WHERE code = 'A039')",
    ),
    case(
        "an activity of a document that is not there",
        "activity-document",
        0,
        Yes,
        "UPDATE activity SET document = 'X/1' WHERE code = 'A039'",
    ),
    case(
        "a platform's theme that is not there",
        "priority-theme",
        0,
        Yes,
        "UPDATE platform_priority_theme SET theme = 'nothing' WHERE theme = 'asset declarations'",
    ),
    case(
        "names of an area that is not there",
        "reference",
        1,
        Either,
        "INSERT INTO name VALUES ('area', 999999, 'name', 'en', 'x')",
    ),
    case(
        "a need that is linked with another document than it names",
        "need-document",
        1,
        Yes,
        "INSERT INTO need_document VALUES (1, (SELECT id FROM document WHERE symbol = '3/1'))",
    ),
];

const NEEDS: &[Case] = &[
    case(
        "a circle of two",
        "circle",
        1,
        Yes,
        "UPDATE need SET duplicate_of = 2 WHERE id = 1; UPDATE need SET duplicate_of = 1 WHERE id = 2",
    ),
    case(
        "a circle of three",
        "circle",
        1,
        Yes,
        "UPDATE need SET duplicate_of = 1 + id % 3 WHERE id IN (1, 2, 3)",
    ),
    case(
        "a need that repeats itself",
        "circle",
        1,
        Yes,
        "UPDATE need SET duplicate_of = 6 WHERE id = 6",
    ),
    case("article 9000", "reference", 65, Either, "INSERT INTO need_article VALUES (1, 9000)"),
    case(
        "need 0",
        "need-number",
        1,
        Either,
        "INSERT INTO need (id, review_id, text) VALUES (0, 1, 'x')",
    ),
    case(
        "a need below 0",
        "need-number",
        1,
        Either,
        "INSERT INTO need (id, review_id, text) VALUES (-7, 1, 'x')",
    ),
    case(
        "the largest version",
        "version",
        1,
        Yes,
        "UPDATE need SET version = 4294967295 WHERE id = 1",
    ),
    case("version 0", "rule", 1, Yes, "UPDATE need SET version = 0 WHERE id = 1"),
    case(
        "a version beyond all",
        "version",
        65,
        Either,
        "UPDATE need SET version = 9000000000 WHERE id = 1",
    ),
    case(
        "a review of a State that is not there",
        "reference",
        65,
        Either,
        "UPDATE review SET state_id = 9999 WHERE id = 1",
    ),
    case(
        "a tally that is wrong",
        "tally",
        1,
        Yes,
        "UPDATE tally SET needs = needs + 1 WHERE review_id = (SELECT min(review_id) FROM need)",
    ),
    case("no counter", "counter", 1, Either, "DELETE FROM unlogged"),
    case(
        "a need that another program has put in",
        "outside-log",
        0,
        Yes,
        "INSERT INTO need (review_id, text) VALUES (1, 'x')",
    ),
];

const LOG: &[Case] = &[
    case(
        "a clock that went back",
        "time-backwards",
        0,
        Yes,
        "INSERT INTO batch (at, who) VALUES (1500000000, 'x');
         INSERT INTO change (batch_id, kind, record, field, before, after, version)
           SELECT last_insert_rowid(), 'need', id, 'notes', nullif(notes, ''), 'later', version + 1
           FROM need WHERE id = 1;
         UPDATE need SET notes = 'later', version = version + 1, changed_at = 1500000000
           WHERE id = 1",
    ),
    case(
        "a change in 2100",
        "time-future",
        0,
        Yes,
        "INSERT INTO batch (at, who) VALUES (4102444800, 'x');
         INSERT INTO change (batch_id, kind, record, field, before, after, version)
           SELECT last_insert_rowid(), 'need', id, 'notes', nullif(notes, ''), 'later', version + 1
           FROM need WHERE id = 1;
         UPDATE need SET notes = 'later', version = version + 1, changed_at = 4102444800
           WHERE id = 1",
    ),
    case(
        "a change in 1900",
        "time-range",
        65,
        Either,
        "INSERT INTO batch (at, who) VALUES (-2208988800, 'x');
         INSERT INTO change (batch_id, kind, record, field, before, after, version)
           SELECT last_insert_rowid(), 'need', id, 'notes', nullif(notes, ''), 'later', version + 1
           FROM need WHERE id = 1;
         UPDATE need SET notes = 'later', version = version + 1, changed_at = -2208988800
           WHERE id = 1",
    ),
    case(
        "a moment that is none",
        "time-range",
        1,
        Either,
        "INSERT INTO batch (at, who) VALUES (9000000000000000000, 'x')",
    ),
    case("a need found in 2100", "time-future", 0, Yes, "UPDATE need SET identified_on = '2100-01-01' WHERE id = 1"),
    case(
        "presence in 2100",
        "time-future",
        0,
        Yes,
        "INSERT INTO presence VALUES (7, 'somebody', 1, 4102444800)",
    ),
    case(
        "a change of a need that is not there",
        "log-record",
        1,
        Yes,
        "INSERT INTO change (batch_id, kind, record, field, before, after, version)
           VALUES (1, 'need', 999999, 'priority', 'low', 'high', 2)",
    ),
    case(
        "a gap in the log",
        "gap",
        1,
        Yes,
        "INSERT INTO change (batch_id, kind, record, field, before, after, version)
           SELECT 1, 'need', record, 'priority', 'zzz', 'low', 2 FROM change WHERE field = 'priority' LIMIT 1",
    ),
    case(
        "a field set without a line in the log",
        "unlogged-value",
        1,
        Yes,
        "UPDATE need SET priority = 'high' WHERE id =
           (SELECT min(id) FROM need WHERE priority IS NULL
            AND id NOT IN (SELECT record FROM change WHERE kind = 'need' AND field = 'priority'))",
    ),
    case(
        "a field that is not what the log says",
        "value",
        1,
        Yes,
        "UPDATE need SET priority = iif(priority = 'low', 'high', 'low') WHERE id =
           (SELECT min(record) FROM change WHERE kind = 'need' AND field = 'priority')",
    ),
    case(
        "lines taken out of the log",
        "log-missing",
        1,
        Yes,
        "DROP TRIGGER change_stays; DELETE FROM change WHERE id > 6000;
         CREATE TRIGGER change_stays BEFORE DELETE ON change
         BEGIN SELECT raise(ABORT, 'the change log is append-only'); END",
    ),
    case(
        "a write without its lines",
        "empty-batch",
        1,
        Yes,
        "INSERT INTO batch (at, who) VALUES (1577900000, 'x')",
    ),
];

#[test]
fn c7_texts_that_are_none_or_too_much_are_found() {
    hold_all(TEXTS);
}

#[test]
fn assistance_that_contradicts_itself_is_found() {
    hold_all(ASSISTANCE);
}

#[test]
fn c10_needs_that_cannot_be_are_found() {
    hold_all(NEEDS);
}

#[test]
fn c9_changes_behind_the_log_are_found() {
    hold_all(LOG);
}
