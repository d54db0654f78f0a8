//! Where the user is: a stack of places, each with its filter. Opening what a number counts puts
//! a place on top; Esc takes it away and everything below is as it was.

pub use crate::app::state::screens::{Screen, View};

use crate::domain::Day;
use crate::query::{Alternative, Field, Filter, Term, TermPosition, Test};
use crate::worker::Since;

/// A place: what is shown, under which filter.
#[derive(Clone, Debug)]
pub struct Place {
    /// What is shown.
    pub view: View,
    /// Of which needs.
    pub filter: Filter,
    /// The State or review whose page it is, or lies over: what that page lists beside the filter, of which it is no
    /// part.
    pub of: Filter,
    /// On which day; nothing: as the register is.
    pub as_of: Option<Day>,
    /// Whether a list of States or reviews holds those alone that have such needs: it was opened
    /// from a number that counts them.
    pub with_needs: bool,
    /// Whether only what was not there on an earlier day is shown: it was opened from the growth
    /// since then.
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

    /// What the worker is asked for: what the filter lets through, of what the page is about.
    pub fn asked(&self) -> Filter {
        let terms = self.filter.terms.iter().chain(&self.of.terms);
        Filter { terms: terms.cloned().collect() }
    }

    /// The filter without what it asks of the fields that the page is about: that is so for all that the page lists.
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
