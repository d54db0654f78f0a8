//! The published activities that serve a need: those that helped its State with one of its articles.

use crate::domain::reference::{ActivityRow, activities, parts};
use crate::domain::{Article, ArticleSet, Day};

/// An activity that can serve needs.
pub(super) struct Serving {
    /// Its code.
    pub(super) code: String,
    states: Vec<String>,
    articles: ArticleSet,
    /// Its last possible day, where it is over.
    until: Option<Day>,
}

/// The published activities that name States and articles, with nothing added.
pub(super) fn serving(last_day: Day) -> Vec<Serving> {
    activities()
        .into_iter()
        .map(|row| Serving {
            states: parts(&row.states).map(str::to_owned).collect(),
            articles: articles(&row),
            until: (row.status == "done").then(|| end(&row.starts_on).unwrap_or(last_day)),
            code: row.code,
        })
        .filter(|serving| !serving.states.is_empty() && !serving.articles.is_empty())
        .collect()
}

fn articles(row: &ActivityRow) -> ArticleSet {
    parts(&row.articles).filter_map(|number| number.parse().ok().and_then(Article::new)).collect()
}

/// The first day of the month or the day that a date names; assistance of which only the year is
/// known counts from the start of it.
fn end(date: &str) -> Option<Day> {
    let full = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    Day::parse(&full)
}

impl Serving {
    /// Whether it can serve a need of this State (alpha-2) that was known by then.
    pub(super) fn fits(&self, state: &str, articles: ArticleSet, identified: Option<Day>) -> bool {
        self.articles.meets(articles)
            && self.states.iter().any(|helped| helped == state)
            && self.until.is_none_or(|until| identified.is_some_and(|day| day < until))
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::{day, last_day};
    use super::*;

    #[test]
    fn an_activity_serves_the_states_and_articles_that_it_names() {
        let all = serving(last_day());
        let codes = |state, article, on| -> Vec<&str> {
            let articles = Article::new(article).into_iter().collect();
            let fitting = all.iter().filter(|s| s.fits(state, articles, Some(on)));
            fitting.map(|serving| serving.code.as_str()).collect()
        };
        assert_eq!(codes("MX", 54, day(2018, 5, 1)), ["A060"]);
        assert_eq!(codes("MX", 54, day(2019, 9, 1)), Vec::<&str>::new());
        assert_eq!(codes("MX", 15, day(2018, 5, 1)), Vec::<&str>::new());
        assert_eq!(codes("NO", 54, day(2018, 5, 1)), Vec::<&str>::new());
    }
}
