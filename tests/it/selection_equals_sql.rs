//! A selection and its counts equal the result of SQL on the same register: random registers in an
//! SQLite database with the program's own schema, random filters, each written once in the filter
//! language and once in SQL.

use ta_tui::assistance::{GAP_FIELDS, gaps};
use ta_tui::{domain, fields, query};

use crate::dice::Dice;
use crate::random_register;
use crate::support::source::root;
use domain::{Coded, Day, Kind};
use fields::{RecordField, Stored};
use proptest::prelude::*;
use query::register::{NeedRef, Register, Stated};
use query::{Context, Field, Filter, Measure, Plan, code_of_value, parse, select, slots};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The migrations that make the tables, in order: without those of the log and of the numbers by which copies of a
/// register know records, and without views.
fn schema() -> Vec<String> {
    let left_out = |name: &str| {
        ["0007_log", "0011_identity", "0012_void", "0014_comments", "0016_overlaps", "0017_roles"]
            .iter()
            .any(|of| name.starts_with(of))
            || name.ends_with("_rules.sql")
            || name.ends_with("_views.sql")
    };
    let folder = root().join("src/store/migrations");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|is| is == "sql") && !left_out(&name(path)))
        .collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// In the midst of the days of the register, so that some needs are overdue and others not.
const TODAY: &str = "2018-07-01";

/// The last day that the date of identification may mean.
const LAST_DAY: &str = "CASE length(identified_on) WHEN 4 THEN identified_on || '-12-31'
  WHEN 7 THEN date(identified_on || '-01', '+1 month', '-1 day') ELSE identified_on END";

/// The person who asks: a place in the vocabulary, one less than the row in the database.
const ME: u16 = 5;

/// A database with the contents of the register.
fn database(register: &Register) -> rusqlite::Result<Connection> {
    let db = Connection::open_in_memory()?;
    db.execute_batch("PRAGMA foreign_keys = ON;")?;
    for sql in schema() {
        db.execute_batch(&sql)?;
    }
    // It comes with a migration of identity, which is left out.
    db.execute_batch("ALTER TABLE need ADD COLUMN origin TEXT")?;
    db.execute_batch("BEGIN")?;
    small_tables(&db, register)?;
    needs(&db, register)?;
    db.execute_batch("COMMIT")?;
    Ok(db)
}

fn small_tables(db: &Connection, register: &Register) -> rusqlite::Result<()> {
    let v = &register.vocabulary;
    let days = v.overdue_days.to_string();
    db.execute("UPDATE setting SET value = ?1 WHERE name = 'overdue-days'", [days])?;
    let stated = |code: &str| (!code.is_empty()).then(|| code.to_owned());
    for s in &v.states {
        db.execute(
            "INSERT INTO state (id, iso2, iso3, kind, party, region, adviser_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                s.id,
                stated(&s.iso2),
                stated(&s.iso3),
                if s.unnamed { "unnamed" } else { "state" },
                s.party == Some(true),
                s.region.map(Coded::code),
                s.adviser.map(|a| v.people[usize::from(a)].id),
            ],
        )?;
        for group in &s.groups {
            let values = params![s.id, group.code()];
            db.execute("INSERT INTO membership (state_id, grp) VALUES (?1, ?2)", values)?;
        }
    }
    for p in &v.people {
        let state = p.state.map(|s| v.states[usize::from(s)].id);
        db.execute(
            "INSERT INTO person VALUES (?1, ?2, ?3, ?4)",
            params![p.id, p.code, p.kind.code(), state],
        )?;
    }
    for a in domain::Article::all() {
        db.execute(
            "INSERT INTO article VALUES (?1, ?2)",
            params![a.number(), a.chapter().number()],
        )?;
    }
    for c in &v.categories {
        db.execute(
            "INSERT INTO category VALUES (?1, ?2, ?3, '')",
            params![c.id, c.code, c.cycle.number()],
        )?;
    }
    for t in &v.themes {
        db.execute("INSERT INTO theme VALUES (?1, ?2)", params![t.id, t.code])?;
    }
    for o in &v.organisations {
        db.execute("INSERT INTO organisation VALUES (?1, ?2, ?3)", params![o.id, o.code, o.kind])?;
    }
    assistance(db, register)?;
    for d in &v.documents {
        db.execute("INSERT INTO document (id, symbol) VALUES (?1, ?2)", params![d.id, d.symbol])?;
    }
    for r in &v.reviews {
        let [society, enterprises, science, media] = r.took_part;
        db.execute(
            "INSERT INTO review (id, state_id, cycle, civil_society, private_sector, academia, media)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                r.id,
                v.states[usize::from(r.state)].id,
                r.cycle.number(),
                society,
                enterprises,
                science,
                media
            ],
        )?;
        for (step, day) in domain::Step::ALL.iter().zip(r.steps) {
            let Some(day) = day else { continue };
            db.execute(
                "INSERT INTO review_step VALUES (?1, ?2, ?3, NULL)",
                params![r.id, step.code(), day.to_string()],
            )?;
        }
    }
    Ok(())
}

/// Activities, the parts of the world that they are for, and platforms.
fn assistance(db: &Connection, register: &Register) -> rusqlite::Result<()> {
    let v = &register.vocabulary;
    let stated = |code: &str| (!code.is_empty()).then(|| code.to_owned());
    for area in &v.areas {
        db.execute("INSERT INTO area VALUES (?1, '')", [area.id])?;
        for (language, name) in area.names.pairs() {
            db.execute(
                "INSERT INTO name (kind, record, field, language, text) VALUES ('area', ?1, 'name', ?2, ?3)",
                params![area.id, language, name],
            )?;
        }
    }
    for a in &v.activities {
        db.execute(
            "INSERT INTO activity (id, code, kind, level, status, document, paragraph, programme_id)
             VALUES (?1, ?2, ?3, ?4, ?5, '', '', ?6)",
            params![a.id, a.code, &*a.kind, &*a.level, stated(&a.status), a.programme],
        )?;
        let roles = [("provider", &a.providers), ("partner", &a.partners), ("donor", &a.donors)];
        for (role, organisations) in roles {
            for place in organisations {
                db.execute(
                    "INSERT INTO activity_organisation VALUES (?1, ?2, ?3)",
                    params![a.id, v.organisations[usize::from(*place)].id, role],
                )?;
            }
        }
        for place in &a.areas {
            let values = params![a.id, v.areas[usize::from(*place)].id];
            db.execute("INSERT INTO activity_area VALUES (?1, ?2)", values)?;
        }
        for place in &a.sdgs {
            // The register gives a target with its goal.
            let sdg = &v.sdgs[usize::from(*place)];
            let has_target = |of: &u16| v.sdgs[usize::from(*of)].starts_with(&format!("{sdg}."));
            if !a.sdgs.iter().any(has_target) {
                db.execute("INSERT INTO activity_sdg VALUES (?1, ?2)", params![a.id, sdg])?;
            }
        }
    }
    for one in &v.platforms {
        db.execute(
            "INSERT INTO platform (id, code, organisation_id, activity_id) VALUES (?1, ?2, ?3, ?4)",
            params![
                one.id,
                one.code,
                v.organisations[usize::from(one.organisation)].id,
                one.activity
            ],
        )?;
    }
    Ok(())
}

fn needs(db: &Connection, register: &Register) -> rusqlite::Result<()> {
    for row in register.rows() {
        let Some(n) = register.need(row) else { continue };
        db.execute(
            "INSERT INTO need (id, review_id, category_id, text, language, focal_point_id, changed_at,
                               duplicate_of, state_id, source, origin)
             VALUES (?1, ?2, ?3, ?4, 'en', ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                n.id(),
                n.review().map(|r| r.id),
                n.category().map(|c| c.id),
                n.text(),
                n.focal_point().map(|p| p.id),
                n.changed().map(domain::Moment::seconds),
                n.duplicate_of(),
                n.state().id,
                n.source().code(),
                n.origin().map(Coded::code),
            ],
        )?;
        for field in RecordField::of(Kind::Need) {
            plain(db, n, *field)?;
        }
        for article in n.articles().iter() {
            let values = params![n.id(), article.number()];
            db.execute("INSERT INTO need_article VALUES (?1, ?2)", values)?;
        }
        for chapter in n.articles().chapters_alone() {
            let values = params![n.id(), chapter.number()];
            db.execute("INSERT INTO need_chapter VALUES (?1, ?2)", values)?;
        }
        for theme in n.themes() {
            db.execute("INSERT INTO need_theme VALUES (?1, ?2)", params![n.id(), theme.id])?;
        }
        for (activity, one) in n.activities().zip(n.matches()) {
            db.execute(
                "INSERT INTO need_activity (need_id, activity_id, extent) VALUES (?1, ?2, ?3)",
                params![n.id(), activity.id, one.extent.code()],
            )?;
        }
        if let Some(document) = n.document() {
            db.execute("INSERT INTO need_document VALUES (?1, ?2)", params![n.id(), document.id])?;
        }
    }
    Ok(())
}

/// Writes a need's value of a field that is a column of plain values.
fn plain(db: &Connection, n: NeedRef<'_>, field: RecordField) -> rusqlite::Result<()> {
    let value = match field.filter().and_then(Field::from_code).and_then(|of| n.stated(of)) {
        None => return Ok(()),
        Some(Stated::Number(number)) => number.to_string(),
        Some(Stated::Day(day)) => day.to_string(),
        Some(Stated::Date(date)) => date.to_string(),
        Some(Stated::Code(code)) => code.to_owned(),
        Some(Stated::Words(words)) => words.written().to_owned(),
    };
    let sql = match (field.stored(), words(field)) {
        (Stored::Column(column), _) => format!("UPDATE need SET {column} = ?2 WHERE id = ?1"),
        // Words in a table of their own can be in a language.
        (Stored::Rows(side, [text, language, ..]), _) if language.code == "language" => format!(
            "INSERT INTO {} ({}, {}, language) VALUES (?1, ?2, 'en')",
            side.table,
            side.record,
            text.own_column().unwrap()
        ),
        (_, Some((table, need, column))) => {
            format!("INSERT INTO {table} ({need}, {column}) VALUES (?1, ?2)")
        }
        _ => return Ok(()),
    };
    db.prepare_cached(&sql)?.execute(params![n.id(), value])?;
    Ok(())
}

/// The table of a field's words: its name, and its columns with the number of the need and with the words.
fn words(field: RecordField) -> Option<(&'static str, &'static str, &'static str)> {
    match field.stored() {
        Stored::Column(column) => Some(("need", "id", column)),
        Stored::Beside(side, column) => Some((side.table, side.record, column)),
        Stored::Rows(side, [first, ..]) => Some((side.table, side.record, first.own_column()?)),
        _ => None,
    }
}

/// A query that gives the values of a field of a need, as codes: `need_id, code`. The needs
/// without any are those that it does not give.
fn values(field: Field) -> String {
    let of_state =
        "FROM need n LEFT JOIN review r ON r.id = n.review_id JOIN state s ON s.id = n.state_id";
    let column = |name: &str| format!("SELECT id, {name} FROM need WHERE {name} IS NOT NULL");
    match field {
        Field::Cycle => format!("SELECT n.id, CAST(r.cycle AS TEXT) {of_state} WHERE r.id IS NOT NULL"),
        Field::Source => "SELECT id, source FROM need".into(),
        Field::Origin => "SELECT id, origin FROM need".into(),
        Field::Chapter => "SELECT need_id, CASE chapter WHEN 2 THEN 'II' WHEN 3 THEN 'III'
             WHEN 4 THEN 'IV' WHEN 5 THEN 'V' ELSE 'VI' END
             FROM (SELECT na.need_id, a.chapter FROM need_article na JOIN article a ON a.number = na.article
                   UNION SELECT need_id, chapter FROM need_chapter)"
            .into(),
        Field::Article => "SELECT need_id, CAST(article AS TEXT) FROM need_article".into(),
        Field::Category => {
            "SELECT n.id, c.code FROM need n JOIN category c ON c.id = n.category_id".into()
        }
        Field::Theme => "SELECT nt.need_id, t.code FROM need_theme nt
             JOIN theme t ON t.id = nt.theme_id"
            .into(),
        Field::State => format!(
            "SELECT n.id, coalesce(s.iso3, s.iso2) {of_state} WHERE s.kind <> 'unnamed'"
        ),
        Field::Region => format!("SELECT n.id, s.region {of_state} WHERE s.region IS NOT NULL"),
        Field::Group => "SELECT n.id, m.grp FROM need n JOIN membership m ON m.state_id = n.state_id".into(),
        Field::Review => "SELECT n.id, (SELECT rs.step FROM review_step rs
             WHERE rs.review_id = n.review_id
             ORDER BY instr('started self-assessment desk-review direct-dialogue '
                            || 'executive-summary country-report', rs.step) DESC LIMIT 1)
             FROM need n WHERE EXISTS (SELECT 1 FROM review_step WHERE review_id = n.review_id)"
            .into(),
        Field::Focal => {
            "SELECT n.id, p.code FROM need n JOIN person p ON p.id = n.focal_point_id".into()
        }
        Field::Adviser => {
            format!("SELECT n.id, p.code {of_state} JOIN person p ON p.id = s.adviser_id")
        }
        field if field.is_of_matches() => of_matches(field),
        Field::Stakeholder => ["civil_society", "private_sector", "academia", "media"]
            .map(|column| {
                let code = column.replace('_', "-");
                format!("SELECT n.id, '{code}' {of_state} WHERE r.{column} = 1")
            })
            .join(" UNION ALL "),
        Field::Match => "SELECT n.id, CASE
             WHEN EXISTS (SELECT 1 FROM need_activity m JOIN activity a ON a.id = m.activity_id
                          WHERE m.need_id = n.id AND m.extent IN ('fully', 'partly')
                            AND a.status IN ('ongoing', 'done', 'published')) THEN 'served'
             WHEN EXISTS (SELECT 1 FROM need_activity m JOIN activity a ON a.id = m.activity_id
                          WHERE m.need_id = n.id AND a.status IS NOT 'cancelled') THEN 'planned'
             ELSE 'unserved' END
             FROM need n WHERE coalesce(n.response, '') NOT IN ('met', 'withdrawn') AND n.duplicate_of IS NULL"
            .into(),
        Field::Is => format!(
            "SELECT id, 'untriaged' FROM need WHERE priority IS NULL OR response IS NULL
             UNION ALL SELECT id, 'unmet' FROM need WHERE response = 'unmet'
             UNION ALL SELECT DISTINCT need_id, 'matched' FROM need_activity
             UNION ALL SELECT id, 'unmatched' FROM need
                       WHERE id NOT IN (SELECT need_id FROM need_activity)
             UNION ALL SELECT id, 'mine' FROM need WHERE focal_point_id = {}
             UNION ALL SELECT id, 'duplicate' FROM need WHERE duplicate_of IS NOT NULL
             UNION ALL SELECT id, 'overdue' FROM need
               WHERE duplicate_of IS NULL AND coalesce(response, '') NOT IN ('met', 'withdrawn')
                 AND CASE WHEN projected_on IS NOT NULL THEN projected_on < '{TODAY}'
                     ELSE (focal_point_id IS NOT NULL OR response IN ('planned', 'under way'))
                       AND coalesce(date(changed_at, 'unixepoch'), {LAST_DAY})
                           < date('{TODAY}', '-' || (SELECT value FROM setting
                                                     WHERE name = 'overdue-days') || ' days') END",
            ME + 1
        ),
        Field::Document => "SELECT nd.need_id, d.symbol FROM need_document nd
             JOIN document d ON d.id = nd.document_id"
            .into(),
        field => match RecordField::from_code(Kind::Need, field.code()).map(RecordField::stored) {
            Some(Stored::Column(name)) if field.is_countable() => column(name),
            _ => "SELECT 0, '' WHERE 0".into(),
        },
    }
}

/// The same for a field that needs have from their matches.
fn of_matches(field: Field) -> String {
    match field {
        Field::Provider | Field::Donor | Field::Partner => format!(
            "SELECT na.need_id, o.code FROM need_activity na
             JOIN activity_organisation ao ON ao.activity_id = na.activity_id AND ao.role = '{}'
             JOIN organisation o ON o.id = ao.organisation_id",
            field.code()
        ),
        Field::Kind | Field::Level | Field::Status => {
            let column = field.code();
            format!(
                "SELECT na.need_id, a.{column} FROM need_activity na
                 JOIN activity a ON a.id = na.activity_id WHERE a.{column} IS NOT NULL"
            )
        }
        Field::Extent => "SELECT need_id, extent FROM need_activity".into(),
        Field::Place => "SELECT na.need_id, n.text FROM need_activity na
             JOIN activity_area aa ON aa.activity_id = na.activity_id
             JOIN name n ON n.kind = 'area' AND n.record = aa.area_id AND n.field = 'name' AND n.language = 'en'"
            .into(),
        Field::Programme => "SELECT na.need_id, p.code FROM need_activity na
             JOIN activity a ON a.id = na.activity_id JOIN activity p ON p.id = a.programme_id"
            .into(),
        Field::Platform => "SELECT na.need_id, p.code FROM need_activity na
             JOIN activity a ON a.id = na.activity_id
             JOIN platform p ON p.activity_id IN (a.id, a.programme_id)
               OR p.organisation_id IN (SELECT organisation_id FROM activity_organisation
                                        WHERE activity_id = a.id)"
            .into(),
        Field::Sdg => "SELECT na.need_id, s.target FROM need_activity na
             JOIN activity_sdg s ON s.activity_id = na.activity_id
             UNION SELECT na.need_id, CAST(CAST(s.target AS INTEGER) AS TEXT) FROM need_activity na
             JOIN activity_sdg s ON s.activity_id = na.activity_id"
            .into(),
        _ => "SELECT 0, '' WHERE 0".into(),
    }
}

/// A term in the filter language and the same as a condition on a row `n` of `need`.
struct Ask {
    text: String,
    sql: String,
    field: Option<Field>,
    negated: bool,
}

fn ask(dice: &mut Dice, register: &Register) -> Ask {
    let negated = dice.once_in(3);
    let (field, text, sql) = match dice.below(12) {
        0 => {
            let words = dice.of(&["asset", "of", "申报", "ing"]);
            // ASCII and Chinese only: SQL's lower() knows no accents.
            (None, words.to_owned(), format!("instr(lower(n.text), '{words}') > 0"))
        }
        1 => {
            let year = 2017 + dice.below(3);
            (
                Some(Field::Identified),
                format!("identified:{year},none"),
                format!(
                    "(n.identified_on IS NULL OR {LAST_DAY} BETWEEN '{year}-01-01' AND '{year}-12-31')"
                ),
            )
        }
        2 => {
            let day = format!("2018-0{}-15", 1 + dice.below(9));
            (
                Some(Field::Changed),
                format!("changed:>{day}"),
                format!("(n.changed_at IS NOT NULL AND date(n.changed_at, 'unixepoch') > '{day}')"),
            )
        }
        3 => {
            let (from, to) = (dice.below(200), 200 + dice.below(300));
            (Some(Field::Id), format!("id:{from}..{to}"), format!("(n.id BETWEEN {from} AND {to})"))
        }
        4 => {
            let chapter = 2 + dice.below(5);
            (
                Some(Field::Chapter),
                format!("chapter:{chapter}.."),
                format!(
                    "n.id IN (SELECT na.need_id FROM need_article na
                     JOIN article a ON a.number = na.article WHERE a.chapter >= {chapter}
                     UNION SELECT need_id FROM need_chapter WHERE chapter >= {chapter})"
                ),
            )
        }
        5 => {
            let day = format!("2018-0{}-15", 1 + dice.below(9));
            (
                Some(Field::Projected),
                format!("projected:>={day}"),
                format!("(n.projected_on IS NOT NULL AND n.projected_on >= '{day}')"),
            )
        }
        6 => {
            let last = dice.below(300);
            (
                Some(Field::Duplicate),
                format!("duplicate:..{last},none"),
                format!("(n.duplicate_of IS NULL OR n.duplicate_of <= {last})"),
            )
        }
        7 => {
            let last = 1 + dice.below(6);
            (
                Some(Field::Rank),
                format!("rank:2..{}", last + 1),
                format!("(n.rank IS NOT NULL AND n.rank BETWEEN 2 AND {})", last + 1),
            )
        }
        8 => {
            let all: Vec<Field> = Field::ALL.iter().copied().filter(|f| f.is_of_words()).collect();
            let field = dice.of(&all);
            let of = RecordField::from_code(Kind::Need, field.code()).unwrap();
            let (table, need, column) = words(of).unwrap();
            let asked = dice.of(&["asset", "of", "申报", "any", "none"]);
            let has = match asked {
                "any" | "none" => "1".to_owned(),
                // ASCII and Chinese only: SQL's lower() knows no accents.
                words => format!("instr(lower({column}), '{words}') > 0"),
            };
            let not = if asked == "none" { "NOT" } else { "" };
            let with = format!("SELECT {need} FROM {table} WHERE {column} IS NOT NULL AND {has}");
            let sql = format!("n.id {not} IN ({with})");
            (Some(field), format!("{}:{asked}", field.code()), sql)
        }
        _ => by_codes(dice, register),
    };
    let (text, sql) =
        if negated { (format!("-{text}"), format!("NOT ({sql})")) } else { (text, sql) };
    Ask { text, sql, field, negated }
}

/// A term on some values of a countable field.
fn by_codes(dice: &mut Dice, register: &Register) -> (Option<Field>, String, String) {
    let vocabulary = &register.vocabulary;
    let countable: Vec<Field> = Field::ALL.iter().copied().filter(|f| f.is_countable()).collect();
    let field = dice.of(&countable);
    let mut filter = Filter::default();
    let mut codes: Vec<String> = Vec::new();
    for _ in 0..=dice.below(3) {
        let first = usize::from(!field.can_be_empty());
        let slot = first + dice.below(slots(field, vocabulary) - first);
        let code = code_of_value(field, slot as u16, vocabulary);
        let unnamed = code == "One State";
        let no_adviser = field == Field::Adviser && slot > 5;
        if !unnamed && !no_adviser && !codes.contains(&code) {
            filter.toggle(field, &code);
            codes.push(code);
        }
    }
    if codes.is_empty() {
        return (Some(Field::Response), "response:any".into(), "n.response IS NOT NULL".into());
    }
    let given = values(field);
    let list: Vec<String> = codes.iter().map(|c| format!("'{}'", c.replace('\'', "''"))).collect();
    let none = if codes.iter().any(|c| c == "none") {
        format!(
            " OR n.id NOT IN (SELECT column1 FROM (SELECT 0 AS column1, '' AS column2 WHERE 0 UNION ALL {given}))"
        )
    } else {
        String::new()
    };
    let list = list.join(", ");
    let sql = format!(
        "(n.id IN (SELECT column1 FROM (SELECT 0 AS column1, '' AS column2 WHERE 0
         UNION ALL {given}) WHERE column2 IN ({list})){none})"
    );
    (Some(field), filter.to_string(), sql)
}

fn condition(asks: &[Ask], but: Option<usize>) -> String {
    let terms = asks.iter().enumerate().filter(|(place, _)| Some(*place) != but);
    terms.fold("1".to_owned(), |all, (_, ask)| format!("{all} AND {}", ask.sql))
}

/// The counts of a field by code, in SQL.
fn counted(
    db: &Connection,
    field: Field,
    measure: Measure,
    condition: &str,
) -> rusqlite::Result<BTreeMap<String, u32>> {
    let what = match measure {
        Measure::Needs => "n.id",
        Measure::States => "n.state_id",
        Measure::Reviews => "r.id",
    };
    let given = values(field);
    let sql = format!(
        "WITH given (need_id, code) AS (SELECT 0, '' WHERE 0 UNION ALL {given}),
         slot (need_id, code) AS (SELECT need_id, code FROM given
           UNION ALL SELECT id, 'none' FROM need WHERE id NOT IN (SELECT need_id FROM given))
         SELECT slot.code, count(DISTINCT {what}) FROM need n
         LEFT JOIN review r ON r.id = n.review_id JOIN slot ON slot.need_id = n.id
         WHERE {condition} GROUP BY slot.code HAVING count(DISTINCT {what}) > 0"
    );
    let mut query = db.prepare(&sql)?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

fn compare(seed: u64, needs: usize, terms: usize) -> Result<(), TestCaseError> {
    let failed = |e: rusqlite::Error| TestCaseError::fail(e.to_string());
    let register = random_register::register(seed, needs);
    let db = database(&register).map_err(failed)?;
    let mut dice = Dice::new(seed ^ 3);
    let asks: Vec<Ask> = (0..terms).map(|_| ask(&mut dice, &register)).collect();
    let written: Vec<&str> = asks.iter().map(|a| a.text.as_str()).collect();
    let written = written.join(" ");

    let context = Context { today: Day::parse(TODAY).unwrap_or(Day::from_number(0)), me: Some(ME) };
    let filter = parse(&written).map_err(|e| TestCaseError::fail(e.to_string()))?;
    let plan = Plan::resolve(&filter, &register, &context)
        .map_err(|e| TestCaseError::fail(format!("{written}: {e}")))?;
    let selection = select(&register, &plan, &|| false)
        .ok_or_else(|| TestCaseError::fail("cancelled by nobody"))?;

    let all = condition(&asks, None);
    let mut query = db
        .prepare(&format!("SELECT n.id FROM need n WHERE {all} ORDER BY n.id"))
        .map_err(failed)?;
    let expected: Vec<u32> =
        query.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(failed)?;
    let ids: Vec<u32> =
        selection.rows.iter().filter_map(|row| Some(register.need(*row)?.id().get())).collect();
    prop_assert_eq!(ids, expected, "{}", written);

    for &field in Field::ALL.iter().filter(|f| f.is_countable()) {
        let first = asks.iter().position(|a| a.field == Some(field) && !a.negated);
        let others = condition(&asks, first);
        for measure in [Measure::Needs, Measure::States, Measure::Reviews] {
            let own = counted(&db, field, measure, &all).map_err(failed)?;
            let offered = counted(&db, field, measure, &others).map_err(failed)?;
            for (counts, expected) in [
                (selection.counts.of(field, measure), own),
                (selection.counts.offered(field, measure), offered),
            ] {
                let found: BTreeMap<String, u32> = (0..)
                    .zip(counts)
                    .filter(|(_, count)| *count > 0)
                    .map(|(slot, count)| (code_of_value(field, slot, &register.vocabulary), count))
                    .collect();
                prop_assert_eq!(found, expected, "{} {:?} {:?}", written, field, measure);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_selection_and_its_counts_equal_those_of_sql(
        seed in any::<u64>(), needs in 0_usize..300, terms in 0_usize..5
    ) {
        compare(seed, needs, terms)?;
    }
}

#[test]
fn a_filter_of_every_kind_on_a_few_hundred_needs_equals_sql() {
    for seed in 0..6 {
        compare(seed, 350, 2).expect("the same as SQL");
    }
}

/// The cells of two fields in SQL, by codes: open, served, planned for and unserved needs, States with unserved ones.
fn gap_cells(
    db: &Connection,
    fields: [Field; 2],
) -> rusqlite::Result<BTreeMap<[String; 2], [u32; 5]>> {
    let [one, other, standing] = [fields[0], fields[1], Field::Match].map(values);
    let sql = format!(
        "WITH one (need_id, code) AS (SELECT 0, '' WHERE 0 UNION ALL {one}),
         other (need_id, code) AS (SELECT 0, '' WHERE 0 UNION ALL {other}),
         standing (need_id, code) AS (SELECT 0, '' WHERE 0 UNION ALL {standing}),
         down (need_id, code) AS (SELECT * FROM one
           UNION ALL SELECT id, 'none' FROM need WHERE id NOT IN (SELECT need_id FROM one)),
         across (need_id, code) AS (SELECT * FROM other
           UNION ALL SELECT id, 'none' FROM need WHERE id NOT IN (SELECT need_id FROM other))
         SELECT down.code, across.code, count(DISTINCT n.id),
                count(DISTINCT CASE s.code WHEN 'served' THEN n.id END),
                count(DISTINCT CASE s.code WHEN 'planned' THEN n.id END),
                count(DISTINCT CASE s.code WHEN 'unserved' THEN n.id END),
                count(DISTINCT CASE s.code WHEN 'unserved' THEN n.state_id END)
         FROM need n JOIN standing s ON s.need_id = n.id
         JOIN down ON down.need_id = n.id JOIN across ON across.need_id = n.id GROUP BY 1, 2"
    );
    let mut query = db.prepare(&sql)?;
    let rows = query.query_map([], |row| {
        let numbers = [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?];
        Ok(([row.get(0)?, row.get(1)?], numbers))
    })?;
    rows.collect()
}

#[test]
fn every_gap_of_any_two_fields_equals_sql() {
    for seed in 0..3 {
        let register = random_register::register(seed, 350);
        let db = database(&register).unwrap();
        let plan = Plan::everything(Context { today: Day::parse(TODAY).unwrap(), me: None });
        let selection = select(&register, &plan, &|| false).unwrap();
        for one in GAP_FIELDS {
            for other in GAP_FIELDS {
                let found = gaps(&register, &selection, &[one, other], &|| false).unwrap();
                let code = |field, slot| code_of_value(field, slot, &register.vocabulary);
                let cells = found.cells().map(|(slots, cell)| {
                    let numbers = [
                        cell.open,
                        cell.served,
                        cell.planned_for,
                        cell.unserved,
                        cell.states_unserved,
                    ];
                    ([code(one, slots[0]), code(other, slots[1])], numbers)
                });
                let found: BTreeMap<[String; 2], [u32; 5]> = cells.collect();
                assert_eq!(found, gap_cells(&db, [one, other]).unwrap(), "{one:?} {other:?}");
            }
        }
    }
}
