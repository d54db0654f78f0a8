//! The reference facts of a new register: the Convention's articles, States, posts, categories,
//! organisations and the activities that the note publishes.

use super::StoreError;
use crate::domain::reference::{self, NOTE, parts};
use crate::domain::{Article, Coded, CountryGroup, PersonKind};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

/// Fills an empty register with the reference facts, in one transaction.
pub(super) fn seed(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute("INSERT INTO meta (key, value) VALUES ('illustrative', 'no')", [])?;
    posts(&transaction)?;
    states(&transaction)?;
    focal_points(&transaction)?;
    articles(&transaction)?;
    categories(&transaction)?;
    organisations(&transaction)?;
    activities(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// "Not stated" is NULL in the database and empty in the tables.
fn stated(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

const PERSON: &str =
    "INSERT INTO person (code, kind, post_en, post_zh, state_id) VALUES (?1, ?2, ?3, ?4, ?5)";

fn posts(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(PERSON)?;
    insert.execute(params![
        "secretariat",
        PersonKind::Officer.code(),
        "Secretariat officer",
        "秘书处干事",
        None::<i64>
    ])?;
    for row in reference::advisers() {
        let kind = PersonKind::Adviser.code();
        insert.execute(params![row.code, kind, row.post_en, row.post_zh, None::<i64>])?;
    }
    Ok(())
}

fn states(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO state (iso2, iso3, name_en, name_zh, aliases, kind, party, party_since,
                            region, adviser_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
                 (SELECT id FROM person WHERE code = ?10))",
    )?;
    for row in reference::states() {
        insert.execute(params![
            stated(&row.iso2),
            stated(&row.iso3),
            row.name_en,
            row.name_zh,
            row.aliases,
            row.kind,
            row.party == "yes",
            stated(&row.party_since),
            stated(&row.region),
            row.adviser,
        ])?;
    }
    let mut belongs = transaction.prepare(
        "INSERT INTO membership (state_id, grp) VALUES ((SELECT id FROM state WHERE iso2 = ?1), ?2)",
    )?;
    for row in reference::states() {
        for (group, is_in) in CountryGroup::ALL.iter().zip([&row.ldc, &row.lldc, &row.sids]) {
            if is_in == "yes" {
                belongs.execute([&*row.iso2, group.code()])?;
            }
        }
    }
    memberships(transaction)
}

/// Says from when and until when States belong to groups, where the reference table knows it and the register has said
/// nothing yet.
pub(super) fn memberships(transaction: &Transaction) -> Result<(), StoreError> {
    let mut known = transaction.prepare(
        "UPDATE membership SET since = ?3, until = ?4
         WHERE state_id = (SELECT id FROM state WHERE iso2 = ?1) AND grp = ?2
           AND since IS NULL AND until IS NULL",
    )?;
    let mut other = transaction.prepare(
        "INSERT INTO membership (state_id, grp, since, until)
         SELECT id, ?2, ?3, ?4 FROM state WHERE iso2 = ?1",
    )?;
    for row in reference::memberships() {
        let values = (&row.iso2, &row.group, stated(&row.since), stated(&row.until));
        if known.execute(values)? == 0 {
            other.execute(values)?;
        }
    }
    Ok(())
}

/// One post for each State party; the names are data, kept in both languages.
fn focal_points(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO person (code, kind, post_en, post_zh, state_id)
         SELECT 'fp-' || lower(iso2), ?1, 'Focal point of ' || name_en, name_zh || '协调人', id
         FROM state WHERE party = 1 ORDER BY id",
    )?;
    insert.execute([PersonKind::FocalPoint.code()])?;
    Ok(())
}

fn articles(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO article (number, chapter, title_en, title_zh) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for row in reference::articles() {
        let chapter = Article::new(row.number).map(|article| article.chapter().number());
        insert.execute(params![row.number, chapter, row.title_en, row.title_zh])?;
    }
    Ok(())
}

fn categories(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO category (code, cycle, name_en, name_zh, aliases) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for row in reference::categories() {
        insert.execute(params![row.code, row.cycle, row.name_en, row.name_zh, row.aliases])?;
    }
    Ok(())
}

fn organisations(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO organisation (code, name_en, name_zh, kind, role, role_zh)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for row in reference::organisations() {
        let names = (row.name_en, row.name_zh);
        insert.execute(params![row.code, names.0, names.1, row.kind, row.role, row.role_zh])?;
    }
    Ok(())
}

fn activities(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO activity (code, kind, level, region_text, place, unnamed_states, starts_on,
                               ends_on, date_text, status, themes, participants, description,
                               document, paragraph, uncertainty, description_zh, date_text_zh)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?;
    for row in reference::activities() {
        let id = insert.insert(params![
            row.code,
            row.kind,
            row.level,
            row.region,
            row.place,
            row.unnamed_states,
            stated(&row.starts_on),
            stated(&row.ends_on),
            row.date_text,
            stated(&row.status),
            row.themes,
            row.participants,
            row.description,
            NOTE,
            row.paragraph,
            row.uncertainty,
            row.description_zh,
            row.date_text_zh,
        ])?;
        activity_links(transaction, id, &row)?;
    }
    Ok(())
}

/// An unknown code makes a NULL, which the schema refuses: a wrong table shows at once.
fn activity_links(
    transaction: &Transaction,
    id: i64,
    row: &reference::ActivityRow,
) -> Result<(), StoreError> {
    let mut state = transaction.prepare_cached(
        "INSERT INTO activity_state (activity_id, state_id, role)
         VALUES (?1, (SELECT id FROM state WHERE iso2 = ?2), ?3)",
    )?;
    for (list, role) in [(&row.states, "helped"), (&row.hosts, "host")] {
        for code in parts(list) {
            state.execute(params![id, code, role])?;
        }
    }
    let mut article = transaction
        .prepare_cached("INSERT INTO activity_article (activity_id, article) VALUES (?1, ?2)")?;
    for number in parts(&row.articles) {
        article.execute(params![id, number])?;
    }
    let mut chapter = transaction
        .prepare_cached("INSERT INTO activity_chapter (activity_id, chapter) VALUES (?1, ?2)")?;
    for code in parts(&row.chapters) {
        let number = crate::domain::Chapter::from_code(code).map(crate::domain::Chapter::number);
        chapter.execute(params![id, number])?;
    }
    let mut organisation = transaction.prepare_cached(
        "INSERT INTO activity_organisation (activity_id, organisation_id, role)
         VALUES (?1, (SELECT id FROM organisation WHERE code = ?2), ?3)",
    )?;
    for (list, role) in
        [(&row.providers, "provider"), (&row.partners, "partner"), (&row.donors, "donor")]
    {
        for code in parts(list) {
            organisation.execute(params![id, code, role])?;
        }
    }
    Ok(())
}

/// Gives the organisations and activities of a register of an earlier version their Chinese words, where the English
/// ones are still those of the tables.
pub(super) fn words_in_chinese(transaction: &Transaction) -> Result<(), StoreError> {
    let mut role = transaction
        .prepare("UPDATE organisation SET role_zh = ?1 WHERE code = ?2 AND role = ?3")?;
    for row in reference::organisations() {
        role.execute(params![row.role_zh, row.code, row.role])?;
    }
    let mut description = transaction
        .prepare("UPDATE activity SET description_zh = ?1 WHERE code = ?2 AND description = ?3")?;
    let mut date = transaction
        .prepare("UPDATE activity SET date_text_zh = ?1 WHERE code = ?2 AND date_text = ?3")?;
    for row in reference::activities() {
        description.execute(params![row.description_zh, row.code, row.description])?;
        date.execute(params![row.date_text_zh, row.code, row.date_text])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::store::Store;

    fn number(store: &Store, sql: &str) -> i64 {
        store.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_new_register_holds_every_reference_fact_and_no_need() {
        let store = Store::in_memory().unwrap();
        for (table, count) in [
            ("state", 187),
            ("article", 58),
            ("category", 16),
            ("organisation", 79),
            ("activity", 61),
            ("need", 0),
            ("membership", 117),
            ("person", 1 + 5 + 186),
        ] {
            assert_eq!(number(&store, &format!("SELECT count(*) FROM {table}")), count, "{table}");
        }
    }

    #[test]
    fn links_name_what_they_should() {
        let store = Store::in_memory().unwrap();
        let adviser = "SELECT count(*) FROM state s JOIN person p ON p.id = s.adviser_id
                       WHERE s.iso2 = 'AF' AND p.code = 'adviser-south-south-east-asia'";
        assert_eq!(number(&store, adviser), 1);
        let focal = "SELECT count(*) FROM person p JOIN state s ON s.id = p.state_id
                     WHERE p.code = 'fp-gh' AND s.iso3 = 'GHA' AND p.post_en = 'Focal point of Ghana'";
        assert_eq!(number(&store, focal), 1);
        for table in ["state", "article", "chapter", "organisation"] {
            let sql = format!("SELECT count(*) FROM activity_{table}");
            assert!(number(&store, &sql) > 10, "{table}");
        }
        assert_eq!(number(&store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }
}
