//! The reference facts of a new register: the Convention's articles, States, posts, categories,
//! organisations and the activities that the note publishes.

use super::{StoreError, names, seed_assistance};
use crate::domain::reference::{self, NOTE, parts};
use crate::domain::{Article, Coded, CountryGroup, PersonKind};
use crate::text::{Arg, Lang, Named, Names, Text};
use rusqlite::{Transaction, params};

/// Fills an empty register with the reference facts.
pub(super) fn facts(transaction: &Transaction) -> Result<(), StoreError> {
    transaction.execute("INSERT INTO meta (key, value) VALUES ('illustrative', 'no')", [])?;
    posts(transaction)?;
    states(transaction)?;
    focal_points(transaction)?;
    articles(transaction)?;
    categories(transaction)?;
    organisations(transaction)?;
    activities(transaction)?;
    seed_assistance::fill(transaction)
}

/// "Not stated" is NULL in the database and empty in the tables.
fn stated(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Makes a post of a kind under a code, of a State where it is that of one.
fn post(
    transaction: &Transaction,
    (code, kind): (&str, PersonKind),
    state: Option<i64>,
    posts: &Names,
) -> Result<(), StoreError> {
    let id = transaction
        .prepare_cached("INSERT INTO person (code, kind, state_id) VALUES (?1, ?2, ?3)")?
        .insert(params![code, kind.code(), state])?;
    names::add(transaction, ("person", id), "post", posts)
}

fn posts(transaction: &Transaction) -> Result<(), StoreError> {
    let secretariat = Names::of_message("post-secretariat");
    post(transaction, (reference::OFFICER, PersonKind::Officer), None, &secretariat)?;
    for row in reference::advisers() {
        post(transaction, (&row.code, PersonKind::Adviser), None, &row.post)?;
    }
    Ok(())
}

fn states(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO state (iso2, iso3, kind, party, party_since, region, adviser_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT id FROM person WHERE code = ?7))",
    )?;
    for row in reference::states() {
        let id = insert.insert(params![
            stated(&row.iso2),
            stated(&row.iso3),
            row.kind,
            row.party == "yes",
            stated(&row.party_since),
            stated(&row.region),
            row.adviser,
        ])?;
        names::add(transaction, ("state", id), "name", &row.name)?;
        let code = if row.iso3.is_empty() { &row.iso2 } else { &row.iso3 };
        names::add_spellings(transaction, id, code, true)?;
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

/// One post for each State party; the names are data, kept in every language.
fn focal_points(transaction: &Transaction) -> Result<(), StoreError> {
    let mut number = transaction.prepare("SELECT id FROM state WHERE iso2 = ?1")?;
    for row in reference::states().into_iter().filter(|row| row.party == "yes") {
        let of = |lang: &Lang| {
            let state = [("state", Arg::from(row.in_lang(*lang)))];
            (lang.code(), Text::of(*lang).tra("post-focal-point", &state))
        };
        let posts = Lang::ALL.iter().map(of).collect();
        let code = format!("fp-{}", row.iso2.to_ascii_lowercase());
        let state = number.query_row([&row.iso2], |row| row.get(0))?;
        post(transaction, (&code, PersonKind::FocalPoint), Some(state), &posts)?;
    }
    Ok(())
}

fn articles(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert =
        transaction.prepare("INSERT INTO article (number, chapter) VALUES (?1, ?2)")?;
    for row in reference::articles() {
        let chapter = Article::new(row.number).map(|article| article.chapter().number());
        insert.execute(params![row.number, chapter])?;
        names::add(transaction, ("article", row.number.into()), "title", &row.title)?;
    }
    Ok(())
}

fn categories(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert =
        transaction.prepare("INSERT INTO category (code, cycle, aliases) VALUES (?1, ?2, ?3)")?;
    for row in reference::categories() {
        let id = insert.insert(params![row.code, row.cycle, row.aliases])?;
        names::add(transaction, ("category", id), "name", &row.name)?;
    }
    Ok(())
}

fn organisations(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert =
        transaction.prepare("INSERT INTO organisation (code, kind) VALUES (?1, ?2)")?;
    for row in reference::organisations() {
        let id = insert.insert(params![row.code, row.kind])?;
        names::add(transaction, ("organisation", id), "name", &row.name)?;
        names::add(transaction, ("organisation", id), "role", &row.role)?;
    }
    Ok(())
}

fn activities(transaction: &Transaction) -> Result<(), StoreError> {
    let mut insert = transaction.prepare(
        "INSERT INTO activity (code, kind, level, region_text, place, unnamed_states, starts_on,
                               ends_on, status, themes, participants, document, paragraph,
                               uncertainty)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
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
            stated(&row.status),
            row.themes,
            row.participants,
            NOTE,
            row.paragraph,
            row.uncertainty,
        ])?;
        names::add(transaction, ("activity", id), "description", &row.description)?;
        names::add(transaction, ("activity", id), "date", &row.date_text)?;
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
                     WHERE p.code = 'fp-gh' AND s.iso3 = 'GHA' AND EXISTS
                       (SELECT 1 FROM name WHERE kind = 'person' AND record = p.id AND text = 'Focal point of Ghana')";
        assert_eq!(number(&store, focal), 1);
        for table in ["state", "article", "chapter", "organisation"] {
            let sql = format!("SELECT count(*) FROM activity_{table}");
            assert!(number(&store, &sql) > 10, "{table}");
        }
        assert_eq!(number(&store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }
}
