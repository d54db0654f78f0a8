//! A row of the table of fields of the filter language: the kind of its values, and what can be asked of them.

/// The questions that a filter can ask of the values of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Values {
    /// Values few enough to be counted one by one.
    Counted,
    /// Numbers, asked for by intervals.
    Numbers,
    /// Days or moments, asked for by intervals of days.
    Days,
    /// Words that a need may have, asked for by words in them.
    Words,
    /// Needs, asked for by a filter in quotation marks.
    Filter,
}

/// A row of the table of fields of the filter language.
pub(super) struct Row {
    pub(super) values: Values,
    pub(super) is_ordered: bool,
    pub(super) can_be_empty: bool,
    pub(super) tells_the_state: bool,
    /// The messages that name it over columns and beside values, where they say something else than its name.
    pub(super) heads: &'static [&'static str],
    /// A filter with it, for the reference, which finds something in the sample register; another to copy from.
    pub(super) examples: [&'static str; 2],
}

impl Row {
    pub(super) const fn of(values: Values, examples: [&'static str; 2]) -> Self {
        let is_ordered = matches!(values, Values::Numbers | Values::Days);
        // Free words can name a State.
        let tells_the_state = matches!(values, Values::Words);
        Self { values, is_ordered, can_be_empty: true, tells_the_state, heads: &[], examples }
    }

    pub(super) const fn counted(examples: [&'static str; 2]) -> Self {
        Self::of(Values::Counted, examples)
    }

    pub(super) const fn numbers(examples: [&'static str; 2]) -> Self {
        Self::of(Values::Numbers, examples)
    }

    pub(super) const fn days(examples: [&'static str; 2]) -> Self {
        Self::of(Values::Days, examples)
    }

    pub(super) const fn words(examples: [&'static str; 2]) -> Self {
        Self::of(Values::Words, examples)
    }

    pub(super) const fn filter(examples: [&'static str; 2]) -> Self {
        Self::of(Values::Filter, examples).never_empty().telling_the_state()
    }

    pub(super) const fn ordered(self) -> Self {
        Self { is_ordered: true, ..self }
    }

    pub(super) const fn never_empty(self) -> Self {
        Self { can_be_empty: false, ..self }
    }

    pub(super) const fn telling_the_state(self) -> Self {
        Self { tells_the_state: true, ..self }
    }

    pub(super) const fn headed(self, heads: &'static [&'static str]) -> Self {
        Self { heads, ..self }
    }
}
