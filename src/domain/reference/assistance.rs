//! The facts of the note of 2019 about assistance beyond `activities.csv`: documents, titles, programmes, numbers,
//! money, platforms, and the parts of the world that it names. `docs/reference.md` says where each comes from.

use super::rows::{rows, worded};
use crate::text::Names;
use serde::Deserialize;

/// A row of `documents.csv`: a document that the note refers to, or the note itself.
#[derive(Clone, Debug, Deserialize)]
pub struct DocumentRow {
    /// Its symbol, or the number of a resolution.
    pub symbol: String,
    /// A code of [`crate::domain::DocumentKind`]; empty for a document of another kind.
    pub kind: String,
    /// When it was issued or submitted, as precise as the note says; may be empty.
    pub on_date: String,
    /// The organisation that it is of or for; may be empty.
    pub body: String,
    /// For which of its sessions, where the note says so.
    pub session: Option<u32>,
    /// The title: in the note's Chinese, and in translation; there may be none.
    #[serde(skip)]
    pub title: Names,
    /// The paragraphs that name it.
    pub paragraphs: String,
}

/// A row of `assistance.csv`: more of an activity. Lists are joined by `;`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)] // the names are the columns', described in docs/reference.md
pub struct AssistanceRow {
    pub code: String,
    #[serde(skip)]
    pub title: Names,
    pub reporting: String,
    pub programme: String,
    #[serde(skip)]
    pub programme_name: Names,
    pub starts_as: String,
    pub ends_as: String,
    pub provider_states: String,
    /// A cycle (`2`), a State (`BF`) or both (`BF/2`).
    pub reviews: String,
    pub sdgs: String,
    pub languages: String,
    pub edition: Option<u32>,
    #[serde(skip)]
    pub outcome: Names,
}

/// A row of `reach.csv`: a number that the note states of one activity, or of several together.
#[derive(Clone, Debug, Deserialize)]
pub struct ReachRow {
    /// The activities, joined by `;`.
    pub activities: String,
    /// The paragraph that states it.
    pub paragraph: String,
    /// A code of [`crate::domain::ReachOf`].
    pub what: String,
    /// The number.
    pub number: u32,
    /// `yes` where it is a lower bound.
    pub at_least: String,
}

/// A row of `funds.csv`: money for an activity.
#[derive(Clone, Debug, Deserialize)]
pub struct FundRow {
    /// The activity.
    pub activity: String,
    /// The paragraph that speaks of it.
    pub paragraph: String,
    /// A code of [`crate::domain::MoneyStage`].
    pub stage: String,
    /// The organisation that gives the money; may be empty.
    pub organisation: String,
    /// How much, in whole units of the currency.
    pub amount: Option<i64>,
    /// ISO 4217; empty without an amount.
    pub currency: String,
}

/// A row of `areas.csv`: a part of the world by the name that the note has for it, and its States.
#[derive(Clone, Debug, Deserialize)]
pub struct AreaRow {
    /// The name; in English as in the regions of `activities.csv`.
    #[serde(skip)]
    pub name: Names,
    /// The source of its list of States: the code of an adviser's post, or a region of the standard
    /// M49.
    pub source: String,
    /// The States (alpha-2), joined by `;`.
    pub states: String,
}

/// A row of `platforms.csv`: a regional platform.
#[derive(Clone, Debug, Deserialize)]
pub struct PlatformRow {
    /// Its code.
    pub code: String,
    /// The paragraph that names it.
    pub paragraph: String,
    /// The activity that stands for it.
    pub activity: String,
    /// The organisation that it is.
    pub organisation: String,
}

/// A row of `priorities.csv`: a priority on which the members of a platform agreed.
#[derive(Clone, Debug, Deserialize)]
pub struct PriorityRow {
    /// The platform.
    pub platform: String,
    /// The paragraph that says so.
    pub paragraph: String,
    /// Its place among the others, where the members ranked them.
    pub rank: Option<u32>,
    /// Its text.
    #[serde(skip)]
    pub text: Names,
    /// Articles, joined by `;`; may be empty.
    pub articles: String,
    /// Themes, joined by `;`; may be empty.
    pub themes: String,
}

worded! {
    DocumentRow: title;
    AssistanceRow: title, programme_name, outcome;
    ReachRow: ;
    FundRow: ;
    AreaRow: name;
    PlatformRow: ;
    PriorityRow: text;
}

/// The 16 documents that the note refers to, itself among them.
pub fn documents() -> Vec<DocumentRow> {
    rows(include_str!("documents.csv"))
}

/// More of each of the 61 activities.
pub fn assistance() -> Vec<AssistanceRow> {
    rows(include_str!("assistance.csv"))
}

/// The 21 numbers of events, people, States and least developed countries.
pub fn reach() -> Vec<ReachRow> {
    rows(include_str!("reach.csv"))
}

/// The 11 places where money is spoken of for one activity.
pub fn funds() -> Vec<FundRow> {
    rows(include_str!("funds.csv"))
}

/// The 12 parts of the world whose States are known.
pub fn areas() -> Vec<AreaRow> {
    rows(include_str!("areas.csv"))
}

/// The four regional platforms.
pub fn platforms() -> Vec<PlatformRow> {
    rows(include_str!("platforms.csv"))
}

/// The four priorities that the members of one platform agreed on.
pub fn priorities() -> Vec<PriorityRow> {
    rows(include_str!("priorities.csv"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reference::{activities, articles, organisations, parts, states};
    use crate::domain::{Coded, DateStage, DocumentKind, MoneyStage, PartialDate, ReachOf};
    use std::collections::HashSet;

    fn set(words: impl IntoIterator<Item = String>) -> HashSet<String> {
        words.into_iter().collect()
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(documents().len(), 16);
        assert_eq!(assistance().len(), 61);
        assert_eq!(reach().len(), 21);
        assert_eq!(funds().len(), 11);
        assert_eq!(areas().len(), 12);
        assert_eq!(platforms().len(), 4);
        assert_eq!(priorities().len(), 4);
    }

    #[test]
    fn every_code_is_one_of_its_table() {
        let activities = set(activities().into_iter().map(|row| row.code));
        let organisations = set(organisations().into_iter().map(|row| row.code));
        let states = set(states().into_iter().map(|row| row.iso2));
        let articles = set(articles().into_iter().map(|row| row.number.to_string()));
        let or_none =
            |known: &HashSet<String>, code: &String| code.is_empty() || known.contains(code);
        for row in documents() {
            assert!(row.kind.is_empty() || DocumentKind::from_code(&row.kind).is_some(), "{row:?}");
            assert!(
                row.on_date.is_empty() || PartialDate::parse(&row.on_date).is_some(),
                "{row:?}"
            );
            assert!(or_none(&organisations, &row.body), "{row:?}");
            assert_eq!(row.title.get("en").is_some(), row.title.get("zh").is_some(), "{row:?}");
        }
        for row in assistance() {
            assert!(
                activities.contains(&row.code) && or_none(&activities, &row.programme),
                "{row:?}"
            );
            assert!(organisations.contains(&row.reporting), "{row:?}");
            assert!(parts(&row.provider_states).all(|code| states.contains(code)), "{row:?}");
            let reviews = parts(&row.reviews).flat_map(|of| of.split('/'));
            assert!(reviews.into_iter().all(|of| ["1", "2"].contains(&of) || states.contains(of)));
            for stage in [&row.starts_as, &row.ends_as] {
                assert!(stage.is_empty() || DateStage::from_code(stage).is_some(), "{row:?}");
            }
            assert_eq!(row.title.get("en").is_some(), row.title.get("zh").is_some(), "{row:?}");
            assert_eq!(row.outcome.get("en").is_some(), row.outcome.get("zh").is_some(), "{row:?}");
        }
        for row in reach() {
            assert!(parts(&row.activities).all(|code| activities.contains(code)), "{row:?}");
            assert!(ReachOf::from_code(&row.what).is_some(), "{row:?}");
            assert!(["yes", "no"].contains(&row.at_least.as_str()), "{row:?}");
        }
        for row in funds() {
            assert!(activities.contains(&row.activity), "{row:?}");
            assert!(MoneyStage::from_code(&row.stage).is_some(), "{row:?}");
            assert!(or_none(&organisations, &row.organisation), "{row:?}");
            assert_eq!(row.amount.is_none(), row.currency.is_empty(), "{row:?}");
        }
        for row in areas() {
            assert!(!row.states.is_empty() && parts(&row.states).all(|code| states.contains(code)));
        }
        let platforms = platforms();
        for row in &platforms {
            assert!(activities.contains(&row.activity), "{row:?}");
            assert!(organisations.contains(&row.organisation), "{row:?}");
        }
        for row in priorities() {
            assert!(platforms.iter().any(|platform| platform.code == row.platform), "{row:?}");
            assert!(parts(&row.articles).all(|number| articles.contains(number)), "{row:?}");
        }
    }

    /// A value stands beside an activity only where one of the activity's own paragraphs, or the paragraph that the
    /// row names, speaks of it.
    #[test]
    fn numbers_and_money_stand_in_paragraphs_that_are_those_of_their_activities() {
        let paragraphs = |code: &str| {
            let row = activities().into_iter().find(|row| row.code == code);
            row.map(|row| row.paragraph).unwrap_or_default()
        };
        for row in reach() {
            for code in parts(&row.activities) {
                assert!(parts(&paragraphs(code)).any(|own| own == row.paragraph), "{row:?}");
            }
        }
        // Paragraph 88 speaks of the advisers and field offices of paragraphs 37 and 38.
        for row in funds().iter().filter(|row| row.paragraph != "88") {
            assert!(parts(&paragraphs(&row.activity)).any(|own| own == row.paragraph), "{row:?}");
        }
    }

    /// The numbers of the 61 activities that state each field, as counted in the note.
    #[test]
    fn so_many_activities_state_each_field() {
        let rows = assistance();
        let count = |field: fn(&AssistanceRow) -> &String| {
            rows.iter().filter(|row| !field(row).is_empty()).count()
        };
        let worded = |words: fn(&AssistanceRow) -> &Names| {
            rows.iter().filter(|row| words(row).get("en").is_some()).count()
        };
        assert_eq!(worded(|row| &row.title), 15);
        assert_eq!(count(|row| &row.reporting), 61);
        assert_eq!(count(|row| &row.programme), 3);
        assert_eq!(worded(|row| &row.programme_name), 1);
        assert_eq!(count(|row| &row.starts_as), 11);
        assert_eq!(count(|row| &row.ends_as), 2);
        assert_eq!(rows.iter().filter(|row| row.starts_as == "planned").count(), 2);
        assert_eq!(count(|row| &row.provider_states), 1);
        assert_eq!(count(|row| &row.reviews), 4);
        assert_eq!(count(|row| &row.sdgs), 2);
        assert_eq!(count(|row| &row.languages), 1);
        assert_eq!(rows.iter().filter(|row| row.edition.is_some()).count(), 1);
        assert_eq!(worded(|row| &row.outcome), 2);
        let activities = activities();
        let named = activities.iter().filter(|row| !row.states.is_empty()).count();
        assert_eq!(named, 20);
        let with_numbers: HashSet<String> = reach()
            .iter()
            .flat_map(|row| parts(&row.activities).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert_eq!(with_numbers.len(), 16);
        // Dates are marked as planned or actual where there are dates.
        for (row, more) in activities.iter().zip(&rows) {
            assert_eq!(row.code, more.code);
            assert_eq!(row.starts_on.is_empty(), more.starts_as.is_empty(), "{}", row.code);
            assert_eq!(row.ends_on.is_empty(), more.ends_as.is_empty(), "{}", row.code);
        }
    }

    #[test]
    fn five_words_for_regions_name_no_list_of_states() {
        let known =
            set(areas().into_iter().map(|row| row.name.get("en").unwrap_or_default().to_owned()));
        let mut words: Vec<String> = activities()
            .iter()
            .flat_map(|row| parts(&row.region).map(str::to_owned).collect::<Vec<_>>())
            .filter(|word| !known.contains(word))
            .collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(
            words,
            [
                "Caribbean",
                "French-speaking jurisdictions",
                "Latin America",
                "Sahel",
                "Southern Africa"
            ]
        );
    }

    /// The lists of the advisers' regions are those of `states.csv`.
    #[test]
    fn an_advisers_region_has_the_states_that_the_adviser_covers() {
        for row in areas().iter().filter(|row| row.source.starts_with("adviser-")) {
            let covered: Vec<String> =
                states().into_iter().filter(|s| s.adviser == row.source).map(|s| s.iso2).collect();
            assert_eq!(parts(&row.states).collect::<Vec<_>>(), covered, "{:?}", row.name);
        }
    }
}
