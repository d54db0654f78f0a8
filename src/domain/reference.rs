//! The reference facts that every register starts from, read from the tables beside this file:
//! the Convention's articles, the States as at the note of 2019, the categories of both cycles,
//! the organisations and the activities that the note publishes, and the published totals over the
//! years.
//!
//! `docs/reference.md` names the source of each table and its corrections.

mod assistance;
mod rows;

pub use assistance::{
    AreaRow, AssistanceRow, DocumentRow, FundRow, PlatformRow, PriorityRow, ReachRow, areas,
    assistance, documents, funds, platforms, priorities, reach,
};

use super::coded;
use crate::text::{Named, Names};
use rows::{rows, worded};

pub use rows::by_language;
use serde::Deserialize;

/// The symbol of the note that the published activities and figures come from.
pub const NOTE: &str = "CAC/COSP/2019/14";

/// The code of the post of the Secretariat's officers.
pub const OFFICER: &str = "secretariat";

/// A row of `articles.csv`: the titles in the authentic texts.
#[derive(Clone, Debug, Deserialize)]
pub struct ArticleRow {
    /// 5 to 62.
    pub number: u8,
    /// The titles.
    #[serde(skip)]
    pub title: Names,
}

/// A row of `states.csv`. Codes are ISO 3166; lists are joined by `;`; flags are `yes` or `no`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)] // the names are the columns', described in docs/reference.md
pub struct StateRow {
    pub iso2: String,
    pub iso3: String,
    #[serde(skip)]
    pub name: Names,
    pub aliases: String,
    pub kind: String,
    pub party: String,
    pub party_since: String,
    pub region: String,
    pub ldc: String,
    pub lldc: String,
    pub sids: String,
    pub adviser: String,
}

/// A row of `memberships.csv`: from when or until when a State (alpha-2) belongs to a group of countries, where that is
/// known. Those of `states.csv` that have no row here say neither.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct MembershipRow {
    pub iso2: String,
    pub group: String,
    pub since: String,
    pub until: String,
    /// `no` where the date is from memory.
    pub certain: String,
    pub note: String,
}

/// A row of `categories.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct CategoryRow {
    pub code: String,
    pub cycle: u8,
    #[serde(skip)]
    pub name: Names,
    pub aliases: String,
}

/// A row of `organisations.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct OrganisationRow {
    pub code: String,
    #[serde(skip)]
    pub name: Names,
    pub kind: String,
    #[serde(skip)]
    pub role: Names,
}

/// A row of `advisers.csv`: a post and the State (alpha-2) where it is stationed.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct AdviserRow {
    pub code: String,
    #[serde(skip)]
    pub post: Names,
    pub station: String,
}

/// A row of `activities.csv`. Lists are joined by `;`; States are ISO 3166 alpha-2 codes,
/// organisations the codes of `organisations.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct ActivityRow {
    pub code: String,
    pub paragraph: String,
    pub kind: String,
    pub level: String,
    pub region: String,
    pub place: String,
    pub hosts: String,
    pub states: String,
    pub unnamed_states: Option<u32>,
    pub starts_on: String,
    pub ends_on: String,
    #[serde(skip)]
    pub date_text: Names,
    pub status: String,
    pub providers: String,
    pub partners: String,
    pub donors: String,
    pub articles: String,
    pub chapters: String,
    pub themes: String,
    pub participants: String,
    #[serde(skip)]
    pub description: Names,
    pub uncertainty: String,
}

/// A row of `history.csv`: a total that was published, in the order of dates.
#[derive(Clone, Debug, Deserialize)]
pub struct HistoryRow {
    /// The day, month or year at whose end it stands.
    pub as_of: String,
    /// `1`, `2` or `1+2`; empty where it belongs to no cycle.
    pub cycle: String,
    /// The code of the things counted: totals with the same code and cycle are one series.
    pub measure: String,
    /// The things counted, in words.
    #[serde(skip)]
    pub about: Names,
    /// The number.
    pub value: u32,
    /// How exact it is.
    pub exactness: Exactness,
    /// The document that says so.
    #[serde(skip)]
    pub source: Names,
    /// How it comes about.
    pub status: TotalStatus,
    /// A note on it; may be empty.
    #[serde(skip)]
    pub note: Names,
}

coded! {
    /// The exactness of a published total.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[allow(missing_docs)]
    pub enum Exactness {
        Exact => "exact",
        About => "about",
        Almost => "almost",
        MoreThan => "more-than",
    }
}

coded! {
    /// The way in which a published total comes about.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum TotalStatus {
        /// The document states it.
        Published => "published",
        /// The number was counted from a published list.
        Counted => "counted",
        /// The number follows from other published numbers.
        Computed => "computed",
        /// The number is reported by other sources.
        Secondary => "secondary",
    }
}

/// The 58 articles, in order.
pub fn articles() -> Vec<ArticleRow> {
    rows(include_str!("reference/articles.csv"))
}

/// The 187 States and organizations: the 186 parties of September 2019 and one signatory.
pub fn states() -> Vec<StateRow> {
    rows(include_str!("reference/states.csv"))
}

/// The memberships in groups of countries whose beginning or end is known.
pub fn memberships() -> Vec<MembershipRow> {
    rows(include_str!("reference/memberships.csv"))
}

/// The nine categories of the first cycle and the seven of the second.
pub fn categories() -> Vec<CategoryRow> {
    rows(include_str!("reference/categories.csv"))
}

/// The 79 organisations, programmes and posts that the note names.
pub fn organisations() -> Vec<OrganisationRow> {
    rows(include_str!("reference/organisations.csv"))
}

/// The five posts of regional anti-corruption advisers (paragraph 37 of the note).
pub fn advisers() -> Vec<AdviserRow> {
    rows(include_str!("reference/advisers.csv"))
}

/// The 61 activities that the note publishes.
pub fn activities() -> Vec<ActivityRow> {
    rows(include_str!("reference/activities.csv"))
}

/// The 40 totals that were published between 2007 and 2023, the oldest first.
pub fn history() -> Vec<HistoryRow> {
    rows(include_str!("reference/history.csv"))
}

/// The parts of a list joined by `;`, without the empty ones.
pub fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split(';').map(str::trim).filter(|part| !part.is_empty())
}

worded! {
    ArticleRow: title;
    StateRow: name;
    CategoryRow: name;
    OrganisationRow: name, role;
    AdviserRow: post;
    ActivityRow: description, date_text;
    HistoryRow: about, source, note;
    MembershipRow: ;
}

impl Named for StateRow {
    fn names(&self) -> &Names {
        &self.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Article, Coded, CountryGroup, Cycle, Day, PartialDate, Region};
    use crate::text::Lang;
    use std::collections::HashSet;

    /// Whether the tables have it in every language that they are kept in.
    fn in_all(names: &Names) -> bool {
        ["en", "zh"].iter().all(|code| names.get(code).is_some())
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(articles().len(), Article::COUNT);
        assert_eq!(states().len(), 187);
        assert_eq!(categories().len(), 16);
        assert_eq!(organisations().len(), 79);
        assert_eq!(activities().len(), 61);
        assert_eq!(advisers().len(), 5);
        assert_eq!(history().len(), 40);
        assert_eq!(memberships().len(), 7);
    }

    #[test]
    fn codes_and_dates_are_known() {
        for (row, article) in articles().iter().zip(Article::all()) {
            assert_eq!(row.number, article.number());
            assert!(in_all(&row.title), "{row:?}");
        }
        for row in states() {
            assert!(row.region.is_empty() || Region::from_code(&row.region).is_some());
            assert!(row.party_since.is_empty() || Day::parse(&row.party_since).is_some());
            assert!(["yes", "no"].contains(&row.ldc.as_str()), "{row:?}");
        }
        for row in memberships() {
            assert!(states().iter().any(|state| state.iso2 == row.iso2), "{row:?}");
            assert!(CountryGroup::from_code(&row.group).is_some(), "{row:?}");
            let date = |text: &str| text.is_empty() || PartialDate::parse(text).is_some();
            assert!(date(&row.since) && date(&row.until) && !row.note.is_empty(), "{row:?}");
            assert!(row.since.len() + row.until.len() > 0, "{row:?}");
            assert!(["yes", "no"].contains(&row.certain.as_str()), "{row:?}");
        }
        assert_eq!(states().iter().filter(|s| s.party == "yes").count(), 186);
        assert!(states().iter().all(|s| (s.party == "yes") != s.party_since.is_empty()));
        let advisers: HashSet<_> = advisers().into_iter().map(|a| a.code).collect();
        assert!(states().iter().all(|s| s.adviser.is_empty() || advisers.contains(&s.adviser)));
        assert!(categories().iter().all(|c| Cycle::from_number(c.cycle).is_some()));
    }

    #[test]
    fn totals_have_known_words_and_rising_dates() {
        let rows = history();
        let last = |row: &HistoryRow| match row.as_of.len() {
            4 => Day::parse(&format!("{}-12-31", row.as_of)),
            7 => (28..=31).rev().find_map(|day| Day::parse(&format!("{}-{day}", row.as_of))),
            _ => Day::parse(&row.as_of),
        };
        assert!(rows.iter().all(|row| last(row).is_some()));
        assert!(rows.is_sorted_by_key(last));
        for row in rows {
            assert!(["", "1", "2", "1+2"].contains(&row.cycle.as_str()), "{row:?}");
            assert!(in_all(&row.source) && in_all(&row.about), "{row:?}");
            assert!(row.note.is_empty() || in_all(&row.note), "{row:?}");
        }
    }

    /// The total that others gave in 2018 is left out: it is three less than these dates give.
    #[test]
    fn d6_the_dates_of_the_parties_add_up_to_the_published_totals() {
        let states = states();
        for (until, parties) in
            [("2014-07-31", 171), ("2016-11-30", 180), ("2017-07-11", 182), ("2019-09-30", 186)]
        {
            let by = |s: &&StateRow| !s.party_since.is_empty() && *s.party_since <= *until;
            assert_eq!(states.iter().filter(by).count(), parties, "{until}");
        }
    }

    #[test]
    fn d7_the_visit_to_the_united_kingdom_names_the_international_corruption_unit() {
        let all = organisations();
        let unit = all
            .iter()
            .find(|row| row.name.in_lang(Lang::En).contains("International Corruption Unit"));
        let unit = unit.unwrap();
        assert!(unit.name.in_lang(Lang::Zh).contains("国际反腐败机构"), "{unit:?}");
        let visit = activities().into_iter().find(|row| row.code == "A050").unwrap();
        assert!(parts(&visit.partners).any(|code| code == unit.code), "{visit:?}");
    }

    #[test]
    fn activities_name_only_known_states_articles_and_organisations() {
        let states: HashSet<_> = states().into_iter().map(|s| s.iso2).collect();
        let organisations: HashSet<_> = organisations().into_iter().map(|o| o.code).collect();
        for row in activities() {
            assert!(parts(&row.states).chain(parts(&row.hosts)).all(|s| states.contains(s)));
            for code in parts(&row.providers).chain(parts(&row.partners)).chain(parts(&row.donors))
            {
                assert!(organisations.contains(code), "{code}");
            }
            for article in parts(&row.articles) {
                assert!(article.parse().ok().and_then(Article::new).is_some(), "{article}");
            }
        }
    }
}
