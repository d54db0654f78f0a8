//! The contents of a register of an earlier version, read with SQL as the tables were then, and as the program reads
//! them after the upgrade, in the same words.

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use ta_tui::domain::{Coded, Kind, Kinds, Moment, NeedNumber};
use ta_tui::query::register::Register;
use ta_tui::store::{LogQuery, Store};

/// A record in words, value by value.
type Record = Vec<String>;

/// The contents that must come over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Before {
    /// The needs by their numbers.
    pub(super) needs: BTreeMap<u32, Record>,
    /// The log, the newest first.
    pub(super) entries: Vec<String>,
    /// The reviews, by number.
    pub(super) reviews: Vec<Record>,
    /// The views of everybody and of each person.
    pub(super) views: Vec<Record>,
    /// The unfinished notes.
    pub(super) drafts: Vec<Record>,
    /// The settings of the register.
    pub(super) settings: Vec<Record>,
    /// Needs with another moment of the last change, since batches taken back do not count now.
    restated: BTreeSet<u32>,
    /// The people with views or drafts.
    people: BTreeSet<String>,
}

/// The place of the version among the values of a need, and behind it the moment of the last change.
const VERSION: usize = 13;

impl Before {
    /// Reads a file of a schema.
    pub(super) fn read(path: &Path, version: i64) -> Self {
        let sql = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let rows = |query: &str| rows(&sql, query);
        let later = if version < 3 { "NULL, NULL" } else { "n.projected_on, n.duplicate_of" };
        let theme = if version < 8 { "name_en" } else { "code" };
        // Needs outside reviews came with the ninth version.
        let of = if version < 9 {
            "JOIN review r ON r.id = n.review_id JOIN state s ON s.id = r.state_id"
        } else {
            "JOIN state s ON s.id = n.state_id LEFT JOIN review r ON r.id = n.review_id"
        };
        let needs = rows(&format!(
            "SELECT n.id, s.iso3, r.cycle, c.code, n.text, n.language, n.document, n.paragraph, n.identified_on,
                    n.priority, n.horizon, n.response, p.code, n.notes, n.version, n.changed_at, {later},
                    (SELECT group_concat(article) FROM
                       (SELECT article FROM need_article WHERE need_id = n.id ORDER BY article)),
                    (SELECT group_concat({theme}, '; ') FROM
                       (SELECT {theme} FROM need_theme JOIN theme t ON t.id = theme_id WHERE need_id = n.id
                        ORDER BY {theme})),
                    (SELECT group_concat(code) FROM
                       (SELECT code FROM need_activity JOIN activity a ON a.id = activity_id WHERE need_id = n.id
                        ORDER BY code))
             FROM need n {of}
             LEFT JOIN category c ON c.id = n.category_id LEFT JOIN person p ON p.id = n.focal_point_id"
        ));
        // The one log for records of every kind came with the seventh version.
        let (need, only) =
            if version < 7 { ("need_id", "") } else { ("record", "WHERE kind = 'need'") };
        let entries = rows(&format!(
            "SELECT c.id, c.batch_id, b.at, b.who, c.{need}, c.field, c.before, c.after, c.version, b.note,
                    CASE WHEN b.undoes IS NULL THEN '' ELSE 'undoes ' || b.undoes END
             FROM change c JOIN batch b ON b.id = c.batch_id {only} ORDER BY c.id DESC"
        ));
        let steps = "(SELECT group_concat(step || ' ' || on_date) FROM
                        (SELECT step, on_date FROM review_step WHERE review_id = r.id ORDER BY step))";
        let reviews = rows(&format!(
            "SELECT r.id, s.iso3, r.cycle, r.stakeholders, one.iso3, two.iso3, {steps}
             FROM review r JOIN state s ON s.id = r.state_id
             LEFT JOIN state one ON one.id = r.reviewer1_id LEFT JOIN state two ON two.id = r.reviewer2_id
             ORDER BY r.id"
        ));
        let owner = "(SELECT code FROM person WHERE id = owner_id)";
        let owner = if version < 3 { owner } else { "owner" };
        let kept = if version < 7 { "" } else { "WHERE void = 0" };
        let views = rows(&format!(
            "SELECT id, name, {owner}, screen, filter, sort, columns, grouping, measure, key FROM saved_view
             {kept} ORDER BY id"
        ));
        let drafts = "SELECT who, need_id, text, version, at FROM draft ORDER BY who, need_id";
        let drafts = if version < 3 { Vec::new() } else { rows(drafts) };
        let settings = "SELECT name, value, version FROM setting ORDER BY name";
        let settings = if version < 6 { Vec::new() } else { rows(settings) };
        let taken_back = "SELECT DISTINCT c.need_id FROM change c JOIN batch b ON b.id = c.batch_id WHERE b.undoes IS NOT NULL";
        let taken_back = if version < 4 { rows(taken_back) } else { Vec::new() };
        let restated = taken_back.iter().map(|row| row[0].parse().unwrap());
        let owners = views.iter().map(|view| view[2].clone());
        let people = owners.chain(drafts.iter().map(|draft| draft[0].clone()));
        let people = people.filter(|who| !who.is_empty()).collect();
        let restated = restated.collect();
        let mut before = Self {
            needs: needs.into_iter().map(|mut row| (row.remove(0).parse().unwrap(), row)).collect(),
            entries: entries.into_iter().map(|row| row.join("|")).collect(),
            reviews,
            views,
            drafts,
            settings,
            restated,
            people,
        };
        before.leave_out_restated();
        before
    }

    fn leave_out_restated(&mut self) {
        for need in &self.restated {
            self.needs.get_mut(need).unwrap()[VERSION + 1].clear();
        }
    }

    /// The needs without their versions and moments, which every undo changes.
    pub(super) fn decided(&self) -> Vec<Record> {
        let plain = |need: &Record| [&need[..VERSION], &need[VERSION + 2..]].concat();
        self.needs.values().map(plain).collect()
    }
}

/// Reads the upgraded register as the program shows it.
pub(super) fn after(store: &Store, version: i64, before: &Before) -> Before {
    let register = store.load(&mut |_| true).unwrap();
    let needs = needs(store, &register);
    let of_needs = LogQuery { kinds: Kinds::one(Kind::Need), ..LogQuery::default() };
    let entries = store.log(&of_needs).unwrap().into_iter().map(|entry| {
        [
            entry.change.to_string(),
            entry.batch.to_string(),
            moment(entry.at),
            entry.who,
            entry.record.number.to_string(),
            entry.field.code().to_owned(),
            entry.before.unwrap_or_default(),
            entry.after.unwrap_or_default(),
            entry.version.to_string(),
            entry.note,
            entry.undoes.map_or_else(String::new, |batch| format!("undoes {batch}")),
        ]
        .join("|")
    });
    let views = before.people.iter().flat_map(|who| store.saved_views(who).unwrap());
    let views = views.chain(store.saved_views("nobody").unwrap()).map(|view| {
        let row = vec![
            view.id.to_string(),
            view.name,
            view.owner.unwrap_or_default(),
            view.screen,
            view.filter,
            view.sort,
            view.columns,
            view.grouping,
            view.measure,
            view.key,
        ];
        (view.id, row)
    });
    let views: BTreeMap<i64, Record> = views.collect();
    let drafts = before.people.iter().flat_map(|who| {
        let drafts = store.drafts(who).unwrap().into_iter().map(move |draft| {
            let (need, version) = (draft.need.to_string(), draft.version.to_string());
            vec![who.clone(), need, draft.text, version, moment(draft.at)]
        });
        let mut drafts: Vec<Record> = drafts.collect();
        drafts.sort_by_key(|draft| draft[1].parse::<u32>().unwrap());
        drafts
    });
    let settings = store
        .settings()
        .unwrap()
        .into_iter()
        .filter(|_| version > 5)
        // Settings that the old program did not know have their usual values.
        .filter(|row| {
            let is_known = before.settings.iter().any(|known| known[0] == row.setting.code());
            is_known || row.value != row.setting.usual()
        })
        .map(|row| vec![row.setting.code().to_owned(), row.value, row.version.to_string()]);
    let mut after = Before {
        needs,
        entries: entries.collect(),
        reviews: reviews(&register),
        views: views.into_values().collect(),
        drafts: drafts.collect(),
        settings: settings.collect(),
        restated: before.restated.clone(),
        people: before.people.clone(),
    };
    after.leave_out_restated();
    after
}

/// The needs as they are read.
fn needs(store: &Store, register: &Register) -> BTreeMap<u32, Record> {
    let code = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let mut needs = BTreeMap::new();
    for need in register.rows().filter_map(|row| register.need(row)) {
        let words = store.need_detail(need.id()).unwrap();
        let mut themes: Vec<&str> = need.themes().map(|theme| &*theme.code).collect();
        themes.sort_unstable();
        let mut activities: Vec<&str> = need.activities().map(|activity| &*activity.code).collect();
        activities.sort_unstable();
        let articles: Vec<String> =
            need.articles().iter().map(|article| article.number().to_string()).collect();
        let number = |value: Option<u32>| value.map_or_else(String::new, |value| value.to_string());
        needs.insert(
            need.id().get(),
            vec![
                need.state().iso3.clone(),
                need.review().map_or_else(String::new, |review| review.cycle.number().to_string()),
                code(need.category().map(|category| &*category.code)),
                need.text().into_owned(),
                words.language,
                words.document,
                words.paragraph,
                need.identified().map_or_else(String::new, |day| day.to_string()),
                code(need.priority().map(Coded::code)),
                code(need.horizon().map(Coded::code)),
                code(need.response().map(Coded::code)),
                code(need.focal_point().map(|person| &*person.code)),
                words.notes,
                need.version().to_string(),
                need.changed().map_or_else(String::new, moment),
                need.projected_on().map_or_else(String::new, |day| day.to_string()),
                number(need.duplicate_of().map(NeedNumber::get)),
                articles.join(","),
                themes.join("; "),
                activities.join(","),
            ],
        );
    }
    needs
}

fn moment(at: Moment) -> String {
    at.seconds().to_string()
}

/// The reviews as they are read, by number.
fn reviews(register: &Register) -> Vec<Record> {
    let vocabulary = &register.vocabulary;
    let iso3 = |place: u16| vocabulary.states[usize::from(place)].iso3.clone();
    let reviews = vocabulary.reviews.iter().map(|review| {
        let steps = ta_tui::domain::Step::ALL.iter().zip(review.steps);
        let mut steps: Vec<String> =
            steps.filter_map(|(step, day)| Some(format!("{} {}", step.code(), day?))).collect();
        steps.sort_unstable();
        let mut reviewers = review.reviewers.iter().map(|place| iso3(*place));
        vec![
            review.id.to_string(),
            iso3(review.state),
            review.cycle.number().to_string(),
            review.stakeholders.map_or_else(String::new, |yes| u8::from(yes).to_string()),
            reviewers.next().unwrap_or_default(),
            reviewers.next().unwrap_or_default(),
            steps.join(","),
        ]
    });
    reviews.collect()
}

/// The rows of a query, each value in words; nothing for NULL.
fn rows(sql: &Connection, query: &str) -> Vec<Record> {
    let mut statement = sql.prepare(query).unwrap();
    let width = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let words = |place| match row.get(place).unwrap() {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            _ => String::new(),
        };
        Ok((0..width).map(words).collect())
    };
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}
