//! The user's place: a stack of places, each with its filter. Opening a number puts a place with
//! the counted records on top; Esc takes it away, and everything below is as it was.

pub use crate::app::state::screens::{Screen, View};

use crate::domain::Day;
use crate::query::{Alternative, Field, Filter, Term, TermPosition, Test};
use crate::worker::Since;

/// A place: a view under a filter, on a day.
#[derive(Clone, Debug)]
pub struct Place {
    /// The screen or page.
    pub view: View,
    /// The filter of its needs.
    pub filter: Filter,
    /// The fixed terms of a State's or review's page, or of a page over it: they restrict its list beside the filter,
    /// and are no part of it.
    pub of: Filter,
    /// The day; `None`: the register as it is.
    pub as_of: Option<Day>,
    /// Whether a list of States or reviews holds those alone that have such needs: it was opened
    /// from a number that counts them.
    pub with_needs: bool,
    /// Whether only records new since an earlier day are shown: it was opened from the growth since
    /// then.
    pub since: Option<Since>,
}

impl Place {
    /// A place whose list holds whatever the filter lets through.
    pub fn at(view: View, filter: Filter, as_of: Option<Day>) -> Self {
        let of = Filter::default();
        Self { view, filter, of, as_of, with_needs: false, since: None }
    }

    /// A place whose list holds these needs alone.
    pub fn of_needs(view: View, needs: Vec<Alternative>, as_of: Option<Day>) -> Self {
        let (negated, at) = (false, TermPosition::default());
        let term = Term { negated, test: Test::Field(Field::Id, needs), at };
        Self { of: Filter { terms: vec![term] }, ..Self::at(view, Filter::default(), as_of) }
    }

    /// Whether its list holds needs by their numbers alone: those that were selected.
    pub fn lists_selected(&self) -> bool {
        self.of.terms.iter().filter_map(Term::positive).any(|(field, _)| field == Field::Id)
    }

    /// The filter for the worker: the user's terms and the page's own.
    pub fn asked(&self) -> Filter {
        let terms = self.filter.terms.iter().chain(&self.of.terms);
        Filter { terms: terms.cloned().collect() }
    }

    /// The filter without terms on the fields that the page is about, which hold for all of its list.
    pub fn narrowed(&self) -> Filter {
        let own: Vec<Field> =
            self.of.terms.iter().filter_map(Term::positive).map(|(of, _)| of).collect();
        let is_own = |term: &&Term| term.positive().is_some_and(|(field, _)| own.contains(&field));
        Filter { terms: self.filter.terms.iter().filter(|term| !is_own(term)).cloned().collect() }
    }

    /// A filter for what the page lists: what it is about, and what the filter asks beside that.
    pub fn whole(&self) -> Filter {
        let mut whole = self.narrowed();
        whole.terms.extend(self.of.terms.iter().cloned());
        whole
    }

    /// The part of what the worker was asked for that is the filter's.
    pub fn without_own(&self, asked: &Filter) -> Filter {
        let terms = asked.terms.strip_suffix(self.of.terms.as_slice()).unwrap_or(&asked.terms);
        Filter { terms: terms.to_vec() }
    }
}
