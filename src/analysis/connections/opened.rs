//! The needs that a number of connections counts, as a filter: the records behind it are exactly so many.

use super::Connections;
use crate::domain::{Article, ArticleSet};
use crate::query::register::{Address, NeedRef, Register, Slot};
use crate::query::{
    Alternative, Field, Filter, Measure, Term, TermPosition, Test, Value, code_of_value,
};

impl Connections {
    /// The filter for the needs with both articles, or with the one where both are the same: among
    /// needs that pass a filter, by their rows in the register.
    ///
    /// Two terms on articles ask for needs with both. No term can ask for States with needs under
    /// both, so these States are named, beside the needs under either article.
    pub fn counted_in(
        &self,
        [one, other]: [Article; 2],
        mut filter: Filter,
        (register, rows): (&Register, &[Address]),
    ) -> Filter {
        let code = |article: Article| article.number().to_string();
        if one == other {
            filter.narrow(Field::Article, &code(one));
            return filter;
        }
        // where no State has both, no need has
        if self.by != Measure::States || self.both(one, other) == 0 {
            filter.narrow(Field::Article, &code(one));
            filter.narrow(Field::Article, &code(other));
            return filter;
        }
        let pair: ArticleSet = [one, other].into_iter().collect();
        let has_both = |set: ArticleSet| set.contains(one) && set.contains(other);
        let both: Vec<u16> =
            self.states.iter().filter(|(_, set)| has_both(*set)).map(|(place, _)| *place).collect();
        let unnamed = |place: &u16| {
            register.vocabulary.states.get(usize::from(*place)).is_some_and(|state| state.unnamed)
        };
        let named = both.iter().filter(|place| !unnamed(place));
        let mut states: Vec<Value> = named
            .map(|place| {
                Value::Is(code_of_value(
                    Field::State,
                    Slot::of(*place).number(),
                    &register.vocabulary,
                ))
            })
            .collect();
        filter.terms.push(asked(Field::Article, [one, other].map(|a| Value::Is(code(a)))));
        if both.iter().any(unnamed) {
            states.push(Value::None);
            // States that no source names have one value for all: those that have one article alone
            // are left out need by need.
            let alone = |need: &NeedRef<'_>| {
                let place = need.state_place();
                unnamed(&place) && !both.contains(&place) && need.articles().meets(pair)
            };
            let needs = rows.iter().filter_map(|row| register.need(*row)).filter(alone);
            let ids: Vec<Value> = needs.map(|need| Value::Is(need.id().to_string())).collect();
            if !ids.is_empty() {
                filter.terms.push(Term { negated: true, ..asked(Field::Id, ids) });
            }
        }
        filter.terms.push(asked(Field::State, states));
        filter
    }
}

/// A term that asks for one of several values.
fn asked(field: Field, values: impl IntoIterator<Item = Value>) -> Term {
    let values: Vec<Alternative> = values.into_iter().map(Alternative::from).collect();
    Term { negated: false, test: Test::Field(field, values), at: TermPosition::default() }
}
