//! A register of the first version is brought up to date with everything that it holds.

use crate::store_fixture::{number, write};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use ta_tui::domain::{Change, Kinds, NeedNumber, Priority, TriageField};
use ta_tui::store::{APPLICATION_ID, Access, LogQuery, SCHEMA_VERSION, Store, StoreError};
use ta_tui::text::{Lang, Named, Names};

const FIRST: &str = include_str!("../../src/store/migrations/0001_register.sql");

/// Two people, two needs with themes, three batches of which one takes another back, two views.
const ROWS: &str = "
    INSERT INTO meta VALUES ('illustrative', 'no');
    INSERT INTO person VALUES (1, 'secretariat', 'officer', 'Officer', '干事', NULL),
      (4, 'fp-gh', 'focal point', 'Focal point', '协调人', NULL);
    INSERT INTO state (id, iso2, iso3, name_en, name_zh, kind, party, ldc, lldc, sids)
      VALUES (9, 'GH', 'GHA', 'Ghana', '加纳', 'state', 1, 0, 0, 0);
    INSERT INTO review (id, state_id, cycle) VALUES (7, 9, 1);
    INSERT INTO theme VALUES (2, 'whistle-blowers', ''), (5, 'asset declarations', '财产申报');
    INSERT INTO need (id, review_id, text, language, priority, focal_point_id, notes, version,
                      changed_at)
      VALUES (3, 7, 'one', 'en', NULL, NULL, '', 3, 1500), (8, 7, '二', 'zh', NULL, 4, 'n', 2, 1200);
    INSERT INTO need_theme VALUES (3, 2), (3, 5);
    INSERT INTO activity (id, code, kind, level, status, description, document, paragraph)
      VALUES (1, 'A1', 'workshop', 'global', 'done', 'one', 'D', '1'),
      (2, 'A2', 'platform', 'global', 'aspiration (subject to funding)', 'two', 'D', '2'),
      (3, 'A3', 'lecture', 'global', '', 'three', 'D', '3');
    INSERT INTO batch VALUES (10, 1000, 'fp-gh', 'why', NULL), (11, 1200, 'me', '', NULL),
      (14, 1500, 'fp-gh', '', 10);
    INSERT INTO change VALUES (21, 10, 3, 'priority', NULL, 'high', 2),
      (22, 11, 8, 'focal', NULL, 'fp-gh', 2), (23, 11, 8, 'notes', NULL, 'n', 2),
      (27, 14, 3, 'priority', 'high', NULL, 3);
    INSERT INTO saved_view (id, name, owner_id, screen, filter)
      VALUES (1, 'ours', NULL, 'needs', 'is:unmet'), (3, 'ours', 4, 'needs', 'is:mine');";

/// A register of the first version, in a folder.
pub(crate) fn first_version(folder: &Path) -> PathBuf {
    let path = folder.join("old.db");
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(FIRST).unwrap();
    sql.execute_batch(ROWS).unwrap();
    sql.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    sql.pragma_update(None, "user_version", 1).unwrap();
    path
}

/// Each row of a query in one line.
fn lines(path: &Path, query: &str) -> Vec<String> {
    let sql = Connection::open(path).unwrap();
    let mut statement = sql.prepare(query).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

const CHANGES: &str = "SELECT concat_ws('|', id, batch_id, need_id, field, coalesce(before, '-'),
                       coalesce(after, '-'), version) FROM change ORDER BY id";
const CHANGES_NOW: &str = "SELECT concat_ws('|', id, batch_id, record, field, coalesce(before, '-'),
                           coalesce(after, '-'), version) FROM change WHERE kind = 'need' ORDER BY id";
const NEEDS: &str = "SELECT concat_ws('|', id, review_id, text, language, coalesce(priority, '-'),
                     coalesce(focal_point_id, '-'), notes, version, changed_at,
                     (SELECT group_concat(theme_id) FROM need_theme WHERE need_id = id))
                     FROM need ORDER BY id";
const BATCHES: &str =
    "SELECT concat_ws('|', id, at, who, note, coalesce(undoes, '-')) FROM batch ORDER BY id";

/// Finds nothing but that the log, which was made by hand, does not begin with its first numbers.
fn sound(store: &Store) {
    let found = store.check().unwrap();
    assert!(found.iter().all(|finding| finding.id == "log-missing"), "{found:?}");
}

#[test]
fn everything_is_there_under_its_number_and_the_log_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    let all = |path, changes| [changes, NEEDS, BATCHES].map(|query| lines(path, query));
    let mut before = all(&path, CHANGES);
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    // A batch taken back (14) no longer counts as a need's last change.
    assert!(before[1][0].contains("|3|1500|"), "{:?}", before[1]);
    before[1][0] = before[1][0].replace("|3|1500|", "|3|");
    assert_eq!(all(&path, CHANGES_NOW), before);
    assert_eq!(number(&path, "PRAGMA user_version"), SCHEMA_VERSION);
    sound(&store);
    let statuses = "SELECT coalesce(status, 'not stated') FROM activity ORDER BY id";
    assert_eq!(lines(&path, statuses), ["done", "intended", "not stated"]);
    let views = store.saved_views("fp-gh").unwrap();
    let views: Vec<_> = views.iter().map(|v| (v.id, v.owner.as_deref(), &*v.filter)).collect();
    assert_eq!(views, [(1, None, "is:unmet"), (3, Some("fp-gh"), "is:mine")]);

    let edits = [(3, Change::Priority(Some(Priority::Low))), (3, Change::add_theme("new"))];
    let written = store.write(&write("fp-gh", &edits)).unwrap();
    assert_eq!(written.batch, Some(15), "numbers go on where they were");
    let log = store.log(&LogQuery { batch: written.batch, ..LogQuery::default() }).unwrap();
    assert_eq!(log.iter().map(|entry| entry.change).collect::<Vec<_>>(), [29, 28]);
    assert_eq!(log[0].field, TriageField::Themes.into());
    assert_eq!(log[0].before.as_deref(), Some("asset declarations; whistle-blowers"));
    assert_eq!(log[0].after.as_deref(), Some("asset declarations; new; whistle-blowers"));
    store.undo(15, "fp-gh").unwrap();
    sound(&store);
    // The earlier undo stays taken back, across the migration.
    assert_eq!(store.last_redoable("fp-gh", Kinds::of_assistance(), &[]), Ok(Some(16)));
    assert!(matches!(store.undo(10, "fp-gh"), Err(StoreError::AlreadyUndone { .. })));
}

#[test]
fn needs_get_the_state_of_their_review_and_memberships_their_dates() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    let states = "INSERT INTO state (id, iso2, name_en, name_zh, kind, party, ldc, lldc, sids) VALUES
      (11, 'VU', 'Vanuatu', '瓦努阿图', 'state', 1, 1, 0, 1), (12, 'WS', 'Samoa', '萨摩亚', 'state', 1, 0, 0, 1),
      (13, 'NP', 'Nepal', '尼泊尔', 'state', 1, 1, 1, 0)";
    Connection::open(&path).unwrap().execute_batch(states).unwrap();
    sound(&Store::open(&path, Access::ReadWrite).unwrap());
    let needs = "SELECT concat_ws('|', id, review_id, state_id, source, coalesce(rank, '-')) FROM need ORDER BY id";
    assert_eq!(lines(&path, needs), ["3|7|9|review|-", "8|7|9|review|-"]);
    let groups = "SELECT concat_ws('|', state_id, grp, coalesce(since, '-'), coalesce(until, '-'))
                  FROM membership ORDER BY state_id, grp";
    let expected = [
        "11|ldc|-|2020-12-04",
        "11|sids|-|-",
        "12|ldc|-|2014-01-01",
        "12|sids|-|-",
        "13|ldc|-|-",
        "13|lldc|-|-",
    ];
    assert_eq!(lines(&path, groups), expected);
}

#[test]
fn the_schema_is_that_of_a_new_register() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    drop(Store::open(&path, Access::ReadWrite).unwrap());
    let fresh = folder.path().join("new.db");
    drop(Store::create(&fresh).unwrap());
    let schema = "SELECT concat_ws('|', type, name, tbl_name, sql) FROM sqlite_schema ORDER BY 1";
    assert_eq!(lines(&path, schema), lines(&fresh, schema));
    let error = Connection::open(&path).unwrap().execute_batch("DELETE FROM change").unwrap_err();
    assert!(error.to_string().contains("append-only"), "{error}");
}

/// The schema itself refuses words outside a closed vocabulary, whichever program writes.
#[test]
fn words_outside_a_vocabulary_are_refused_by_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    drop(Store::open(&path, Access::ReadWrite).unwrap());
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(
        "INSERT INTO category (id, code, cycle) VALUES (1, 'one', 1), (2, 'two', 2);
         UPDATE need SET category_id = 1, language = 'sw' WHERE id = 3;
         UPDATE need SET language = 'und', priority = 'low', response = 'met' WHERE id = 8;
         UPDATE activity SET status = 'planned' WHERE id = 2;
         UPDATE activity SET status = 'suspended' WHERE id = 1;
         UPDATE activity SET status = 'cancelled' WHERE id = 1",
    )
    .unwrap();
    let refused = [
        ("UPDATE need SET language = 'English' WHERE id = 3", "language"),
        ("UPDATE need SET language = '' WHERE id = 3", "language"),
        ("UPDATE need SET priority = 'urgent' WHERE id = 3", "priority"),
        ("UPDATE need SET horizon = 'soon' WHERE id = 3", "horizon"),
        ("UPDATE need SET response = 'done' WHERE id = 3", "response"),
        ("UPDATE need SET category_id = 2 WHERE id = 3", "cycle"),
        ("INSERT INTO need (review_id, category_id, text) VALUES (7, 2, 'x')", "cycle"),
        ("UPDATE activity SET status = 'maybe' WHERE id = 2", "status"),
        ("UPDATE activity SET level = 'local' WHERE id = 2", "level"),
        ("UPDATE person SET kind = 'king' WHERE id = 1", "kind"),
        ("INSERT INTO document (symbol, kind) VALUES ('X', 'letter')", "kind"),
        ("INSERT INTO activity_state VALUES (1, 9, 'guest', NULL)", "role"),
        ("INSERT INTO activity_state VALUES (1, 9, 'helped', 101)", "share"),
        (
            "INSERT INTO need_activity (need_id, activity_id, extent) VALUES (3, 1, 'half')",
            "extent",
        ),
        ("INSERT INTO activity_money (activity_id, stage) VALUES (1, 'hoped')", "stage"),
        (
            "INSERT INTO activity_money (activity_id, stage, amount) VALUES (1, 'sought', 5)",
            "currency",
        ),
        ("INSERT INTO activity_sdg VALUES (1, '18')", "target"),
        ("INSERT INTO reach (what, number, at_least) VALUES ('days', 1, 0)", "what"),
        ("UPDATE activity SET starts_as = 'maybe' WHERE id = 2", "starts_as"),
        ("UPDATE state SET region = 'EU' WHERE id = 9", "region"),
        ("INSERT INTO review_step VALUES (7, 'visit', '2019-01-01', NULL)", "step"),
        ("INSERT INTO review_step VALUES (7, 'started', '2019-02-30', NULL)", "on_date"),
        ("UPDATE saved_view SET measure = 'people'", "measure"),
        ("INSERT INTO name VALUES ('need', 3, 'name', 'en', 'x')", "kind"),
        ("INSERT INTO name VALUES ('state', 9, 'nickname', 'en', 'x')", "field"),
        ("INSERT INTO name VALUES ('state', 9, 'name', 'English', 'x')", "language"),
        ("INSERT INTO name VALUES ('state', 9, 'name', 'fr', '')", "text"),
        ("INSERT INTO name VALUES ('state', 9, 'name', 'en', 'Ghana')", "UNIQUE"),
        ("UPDATE spelling SET status = 'old'", "status"),
        ("UPDATE spelling SET listed = 2", "listed"),
    ];
    for (statement, word) in refused {
        let error = sql.execute_batch(statement).unwrap_err().to_string();
        assert!(error.contains(word), "{statement}: {error}");
    }
}

#[test]
fn an_older_register_that_cannot_be_written_is_said_to_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    let error = Store::open(&path, Access::ReadOnly).err();
    assert_eq!(error, Some(StoreError::Older(path, 1, SCHEMA_VERSION)));
}

/// An older register gets the tables' data on an activity whose words are still theirs; matches keep their needs and
/// activities, and get numbers; needs are linked with the documents that they name.
#[test]
fn an_older_register_gets_what_the_tables_say_of_its_assistance() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(
        "INSERT INTO activity (id, code, kind, level, region_text, starts_on, status, description, document,
                               paragraph)
           VALUES (44, 'A044', 'expert group', 'global', 'Africa; Sahel', '2019-06-12', 'done',
                   'Third global expert group meeting; produced recommendations', 'D', '66'),
                  (43, 'A043', 'expert group', 'global', '', NULL, 'done', 'Our own words', 'D', '66'),
                  (24, 'A024', 'training (review mechanism)', 'global', '', NULL, 'ongoing',
                   '13 global trainings for focal points and governmental experts', 'D', '50');
         INSERT INTO organisation (id, code, name_en, name_zh, kind, role)
           VALUES (6, 'P001', 'UNODC', '', 'UN entity', 'x');
         INSERT INTO need_activity VALUES (8, 44), (3, 44), (3, 2);
         UPDATE need SET document = 'CAC/COSP/2019/14' WHERE id = 8;
         UPDATE need SET document = 'CAC/COSP/2019/99' WHERE id = 3;",
    )
    .unwrap();
    drop(sql);
    let store = Store::open(&path, Access::ReadWrite).unwrap();
    sound(&store);
    let of = |query: &str| lines(&path, query);
    assert_eq!(
        of(
            "SELECT DISTINCT text FROM name WHERE kind = 'activity' AND record = 43 AND field = 'title'"
        ),
        [""; 0]
    );
    assert_eq!(
        of(
            "SELECT text FROM name WHERE kind = 'activity' AND record = 44 AND field = 'title' ORDER BY language"
        ),
        ["Third global expert group meeting", "第三次全球专家组会议"]
    );
    let own =
        "SELECT concat_ws('|', id, coalesce(reporting_id, '-'), coalesce(starts_as, '-'), status)
               FROM activity WHERE id > 20 ORDER BY id";
    assert_eq!(of(own), ["24|6|-|ongoing", "43|-|-|done", "44|6|actual|done"]);
    // Reach counted over two activities together is dropped where one of them is missing.
    let reach = "SELECT concat_ws('|', a.activity_id, r.what, r.number, r.at_least) FROM reach r
                 JOIN activity_reach a ON a.reach_id = r.id ORDER BY 1";
    assert_eq!(of(reach), ["24|events|13|0", "44|people|140|1"]);
    let areas =
        "SELECT n.text FROM activity_area a JOIN name n ON n.kind = 'area' AND n.record = a.area_id
                 WHERE n.language = 'en'";
    assert_eq!(of(areas), ["Africa"]);
    let matches =
        "SELECT concat_ws('|', id, need_id, activity_id, extent, origin) FROM need_activity
                   ORDER BY id";
    assert_eq!(
        of(matches),
        ["1|3|2|fully|recorded", "2|3|44|fully|recorded", "3|8|44|fully|recorded"]
    );
    let documents = "SELECT concat_ws('|', need_id, symbol) FROM need_document
                     JOIN document ON document.id = document_id";
    assert_eq!(of(documents), ["8|CAC/COSP/2019/14"]);
    assert_eq!(
        of("SELECT document FROM need ORDER BY id"),
        ["CAC/COSP/2019/99", "CAC/COSP/2019/14"]
    );
    assert_eq!(store.need_detail(NeedNumber::new(3)).unwrap().matches.len(), 2);
    // Numbers of matches do not come back.
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(
        "DELETE FROM need_activity WHERE id = 3;
         INSERT INTO need_activity (need_id, activity_id) VALUES (8, 2)",
    )
    .unwrap();
    assert_eq!(of(matches)[2], "4|8|2|fully|recorded");
}

/// The note's words on assistance are given in Chinese where the English is unchanged; the rest stays.
#[test]
fn d4_an_older_register_gets_the_chinese_words_of_the_tables() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(
        "INSERT INTO activity (id, code, kind, level, status, date_text, description, document, paragraph)
           VALUES (44, 'A044', 'expert group', 'global', 'done', '12-14 June 2019',
                   'Third global expert group meeting; produced recommendations', 'D', '66'),
                  (43, 'A043', 'expert group', 'global', 'done', '', 'Our own words', 'D', '66');
         INSERT INTO organisation (id, code, name_en, name_zh, kind, role)
           VALUES (6, 'P012', 'G20', '二十国集团', 'forum', 'coordination'),
                  (7, 'P013', 'OECD', '经合组织', 'forum', 'own role');
         INSERT INTO person VALUES (2, 'adviser-pacific', 'adviser', 'Adviser', '太平洋地区顾问', NULL),
           (3, 'adviser-west-central-africa', 'adviser', 'Adviser', '西非和中部非洲区域顾问', NULL);",
    )
    .unwrap();
    drop(sql);
    drop(Store::open(&path, Access::ReadWrite).unwrap());
    let chinese = |kind, id| {
        lines(
            &path,
            &format!(
                "SELECT text FROM name WHERE kind = '{kind}' AND record >= {id} AND field NOT IN ('name', 'title', 'outcome')
                 AND language = 'zh' ORDER BY record, field"
            ),
        )
    };
    let of_a044 = ["2019年6月12日至14日", "第三次全球专家组会议；提出了一系列建议"];
    assert_eq!(chinese("activity", 41), of_a044);
    assert_eq!(chinese("organisation", 1), ["协调"]);
    assert_eq!(
        chinese("person", 2),
        ["太平洋区域反腐败顾问", "西非和中部非洲区域反腐败顾问", "协调人"]
    );
}

/// The migrations before names were rows, in order.
const BEFORE: [&str; 6] = [
    FIRST,
    include_str!("../../src/store/migrations/0002_tally.sql"),
    include_str!("../../src/store/migrations/0003_collaboration.sql"),
    include_str!("../../src/store/migrations/0004_taken_back.sql"),
    include_str!("../../src/store/migrations/0005_chinese.sql"),
    include_str!("../../src/store/migrations/0006_settings.sql"),
];

/// A register of an earlier version with changed names and a new theme.
fn with_own_names(folder: &Path, version: usize) -> PathBuf {
    let path = folder.join(format!("{version}.db"));
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(FIRST).unwrap();
    sql.execute_batch(ROWS).unwrap();
    for migration in &BEFORE[1..version] {
        sql.execute_batch(migration).unwrap();
    }
    sql.execute_batch(
        "UPDATE state SET name_en = 'Ghana, Republic of', aliases = ' Own name ;;加納;Gold Coast' WHERE id = 9;
         UPDATE person SET post_zh = '' WHERE id = 4;
         INSERT INTO theme VALUES (6, '采购', '');
         INSERT INTO organisation (id, code, name_en, name_zh, kind, role) VALUES (3, 'O', 'One', '一', 'forum', '');
         INSERT INTO category (id, code, cycle, name_en, name_zh, aliases) VALUES (1, 'C', 1, 'Cat', '类', 'Sort;种');",
    )
    .unwrap();
    sql.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    sql.execute_batch(&format!("PRAGMA user_version = {version}")).unwrap();
    path
}

/// Names given in earlier versions come over in their language; other names stay as they were.
#[test]
fn names_of_every_earlier_version_come_over_as_they_are() {
    for version in 1..=BEFORE.len() {
        let folder = tempfile::tempdir().unwrap();
        let path = with_own_names(folder.path(), version);
        let store = Store::open(&path, Access::ReadWrite).unwrap();
        sound(&store);
        let known = store.vocabulary().unwrap();
        let pairs = |names: &Names| -> Vec<(String, String)> {
            names.pairs().map(|(code, name)| (code.to_owned(), name.to_owned())).collect()
        };
        let is = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
        };
        let ghana = &known.states[0];
        assert_eq!(
            pairs(&ghana.names),
            is(&[("en", "Ghana, Republic of"), ("zh", "加纳")]),
            "{version}"
        );
        assert_eq!(ghana.aliases, ["Own name", "加納", "Gold Coast"], "{version}");
        let spelt: Vec<&str> = ghana.spellings.written().collect();
        for name in ["Ghana", "Republic of Ghana", "Own name", "Гана", "Gold Coast"] {
            assert_eq!(
                spelt.iter().filter(|own| **own == name).count(),
                1,
                "{version} {name}: {spelt:?}"
            );
        }
        let themes: Vec<_> =
            known.themes.iter().map(|theme| (&*theme.code, pairs(&theme.names))).collect();
        let expected = [
            ("whistle-blowers", is(&[("und", "whistle-blowers")])),
            ("asset declarations", is(&[("en", "asset declarations"), ("zh", "财产申报")])),
            ("采购", is(&[("und", "采购")])),
        ];
        assert_eq!(themes, expected, "{version}");
        let posts: Vec<&str> = known.people.iter().map(|person| person.in_lang(Lang::Zh)).collect();
        assert_eq!(posts, ["干事", "Focal point"], "{version}");
        assert_eq!(pairs(&known.organisations[0].names), is(&[("en", "One"), ("zh", "一")]));
        assert!(known.organisations[0].role.is_empty());
        assert_eq!(pairs(known.categories[0].names()), is(&[("en", "Cat"), ("zh", "类")]));
        assert_eq!(known.categories[0].aliases, ["Sort", "种"]);
        assert_eq!(known.activities[1].in_lang(Lang::Zh), "two");
        // A theme goes on under its code, whatever language it is named in, and a new one has no language.
        for (name, code) in [("财产申报", "asset declarations"), ("采购", "采购"), ("neu", "neu")]
        {
            store.write(&write("me", &[(8, Change::add_theme(name))])).unwrap();
            let log = store.log(&LogQuery::default()).unwrap();
            assert!(log[0].after.as_deref().unwrap().split("; ").any(|own| own == code), "{log:?}");
        }
        let made = store.vocabulary().unwrap().themes.pop().unwrap();
        assert_eq!((made.code.as_str(), pairs(&made.names)), ("neu", is(&[("und", "neu")])));
        sound(&store);
    }
}

/// Records of the reference tables are published; all others of a register that is not illustrative were recorded,
/// also under a code that has another meaning in the tables.
#[test]
fn records_of_an_older_register_say_where_they_come_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = first_version(folder.path());
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(
        "INSERT INTO state (id, iso2, name_en, name_zh, kind, party, ldc, lldc, sids)
           VALUES (10, 'ZZ', 'Somewhere', '某地', 'state', 1, 0, 0, 0);
         INSERT INTO activity (id, code, kind, level, status, description, document, paragraph)
           VALUES (44, 'A044', 'expert group', 'global', 'done', 'one', 'D', '66'),
                  (45, 'A045', 'expert group', 'global', 'done', 'own', 'D', 'own');
         INSERT INTO organisation (id, code, name_en, name_zh, kind, role)
           VALUES (6, 'P012', 'G20', '二十国集团', 'forum', 'coordination'), (7, 'X', 'Own', '', '', '');
         INSERT INTO person VALUES (2, 'me', 'officer', 'Me', '', NULL)",
    )
    .unwrap();
    drop(sql);
    drop(Store::open(&path, Access::ReadWrite).unwrap());
    for (table, name, origins) in [
        ("need", "id", "3 recorded; 8 recorded"),
        ("review", "id", "7 recorded"),
        ("theme", "code", "whistle-blowers recorded; asset declarations recorded"),
        ("state", "iso2", "GH published; ZZ recorded"),
        ("person", "code", "secretariat published; me recorded; fp-gh published"),
        ("organisation", "code", "P012 published; X recorded"),
        ("saved_view", "name", "ours recorded; ours recorded"),
    ] {
        let sql = format!("SELECT {name} || ' ' || origin FROM {table} ORDER BY id");
        assert_eq!(lines(&path, &sql).join("; "), origins, "{table}");
    }
    let activities = "SELECT code || ' ' || origin FROM activity WHERE id > 40 ORDER BY id";
    assert_eq!(lines(&path, activities), ["A044 published", "A045 recorded"]);
}
