//! The fields of the filter language, and how a word names one.

use super::names::{Name, nearest, normal};
use super::words;
use crate::domain::{Coded, coded};
use crate::text::{Lang, Text};
use std::sync::OnceLock;

coded! {
    /// A field that a filter can name.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Field {
        /// The cycle of the review.
        Cycle => "cycle",
        /// The chapters of the need's articles.
        Chapter => "chapter",
        /// The need's articles.
        Article => "article",
        /// Its category.
        Category => "category",
        /// Its themes.
        Theme => "theme",
        /// The State under review.
        State => "state",
        /// The regional group of that State.
        Region => "region",
        /// LDC, LLDC or SIDS, where that State is one.
        Group => "group",
        /// The last step that the review has reached.
        Review => "review",
        /// Where the need comes from.
        Source => "source",
        /// The need's priority.
        Priority => "priority",
        /// Its horizon.
        Horizon => "horizon",
        /// Its response.
        Response => "response",
        /// Who answers for it.
        Focal => "focal",
        /// The adviser for the State.
        Adviser => "adviser",
        /// The organisations that provide the matched activities.
        Provider => "provider",
        /// The day on which the need was identified.
        Identified => "identified",
        /// The day of its last change.
        Changed => "changed",
        /// The day by which it is expected.
        Projected => "projected",
        /// The need that it repeats.
        Duplicate => "duplicate",
        /// The place that its State gives it among its needs.
        Rank => "rank",
        /// The document that it comes from.
        Document => "document",
        /// The recommendations of a review that it answers.
        Recommendation => "recommendation",
        /// The number by which people name it.
        Id => "id",
        /// A condition: [`super::Condition`].
        Is => "is",
    }
}

/// Why a word names no field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoField {
    /// Nothing begins like it; the nearest field, where one is near.
    Unknown(Option<Field>),
    /// It begins several names; two of their fields.
    Ambiguous(Field, Field),
}

impl Field {
    /// What a person reads for the field. The same names are accepted in filters.
    pub fn name(self, lang: Lang) -> String {
        Text::of(lang).tr(&format!("field-{}", self.code())).into_owned()
    }

    /// The messages that name the field over columns and beside values, where they say something else than its name.
    fn heads(self) -> &'static [&'static str] {
        match self {
            Self::Cycle => &["head-cycle", "column-cycle"],
            Self::Chapter => &["column-chapter"],
            Self::Article => &["head-articles", "need-articles", "column-articles"],
            Self::Category => &["head-category", "column-category"],
            Self::Theme => &["need-themes", "column-themes"],
            Self::State => &["head-state", "column-state"],
            Self::Region => &["head-region", "column-region"],
            Self::Group => &["head-groups"],
            Self::Review => &["head-reached", "need-review", "column-review", "column-reached"],
            Self::Priority => &["head-priority", "choose-priority", "column-priority"],
            Self::Horizon => &["head-horizon", "choose-horizon", "column-horizon"],
            Self::Response => &["head-response", "choose-response", "column-response"],
            Self::Focal => &["head-focal", "column-focal-point"],
            Self::Adviser => &["column-adviser"],
            Self::Provider => &["column-providers"],
            Self::Identified => &["head-identified", "column-identified"],
            Self::Changed => &["head-changed"],
            Self::Projected => &["column-projected"],
            Self::Duplicate => &["column-duplicate"],
            Self::Document => &["column-document"],
            Self::Recommendation => &["column-recommendations"],
            Self::Rank => &["head-rank", "column-rank"],
            Self::Id => &["head-id", "column-id"],
            Self::Source | Self::Is => &[],
        }
    }

    /// The fields that a word (in normal form) names: by code or by name in any language, by a prefix of one, or by
    /// another word for the field as a whole where that leaves open which is meant.
    pub(super) fn called(word: &str) -> Vec<Self> {
        let matching = |fits: &dyn Fn(&Called) -> bool| -> Vec<Self> {
            called().iter().filter(|called| fits(called)).map(|called| called.field).collect()
        };
        let mut found = matching(&|called| called.names.iter().any(|name| name.is(word)));
        if found.is_empty() && !word.is_empty() {
            found = matching(&|called| called.names.iter().any(|name| name.begins_with(word)));
        }
        if found.len() != 1 {
            let others = matching(&|called| called.others.iter().any(|name| name.is(word)));
            found = if others.is_empty() { found } else { others };
        }
        found
    }

    /// The names by which a filter takes the field beside its code, each once: those of all languages first, then
    /// other words for it.
    pub fn other_names(self) -> Vec<String> {
        let mut names: Vec<&Name> = Vec::new();
        for called in called().iter().filter(|called| called.field == self) {
            for name in called.names.iter().chain(&called.others) {
                if !name.is(self.code())
                    && !names.iter().any(|known| known.normal() == name.normal())
                {
                    names.push(name);
                }
            }
        }
        names.into_iter().map(|name| name.written.clone()).collect()
    }

    /// The field that a word names: by code or by name in any language, by a prefix of one that no other field
    /// shares, or by another word for it as a whole.
    pub fn named(word: &str) -> Result<Self, NoField> {
        let word = normal(word);
        match Self::called(&word)[..] {
            [field] => Ok(field),
            [first, second, ..] => Err(NoField::Ambiguous(first, second)),
            [] => {
                let all =
                    || called().iter().flat_map(|c| c.names.iter().map(|name| (c.field, name)));
                let near = nearest(&word, all().map(|(_, name)| name));
                Err(NoField::Unknown(near.and_then(|place| Some(all().nth(place)?.0))))
            }
        }
    }

    /// Whether its values have an order, so that ranges and comparisons make sense.
    pub fn is_ordered(self) -> bool {
        matches!(
            self,
            Self::Cycle
                | Self::Chapter
                | Self::Article
                | Self::Review
                | Self::Priority
                | Self::Identified
                | Self::Changed
                | Self::Projected
                | Self::Duplicate
                | Self::Rank
                | Self::Id
        )
    }

    /// Whether it can be empty, so that `none` and `any` make sense.
    pub fn can_be_empty(self) -> bool {
        !matches!(self, Self::Source | Self::Id | Self::Is)
    }

    /// Whether its values are few enough to be counted one by one.
    pub fn is_countable(self) -> bool {
        let is_interval = matches!(
            self,
            Self::Identified
                | Self::Changed
                | Self::Projected
                | Self::Duplicate
                | Self::Rank
                | Self::Id
        );
        !is_interval && !self.is_of_words()
    }

    /// Whether its values are words that a need may have, and that are asked for by words in them.
    pub fn is_of_words(self) -> bool {
        matches!(self, Self::Recommendation)
    }

    /// Whether a value of it can tell which State has a need: an adviser's region is smaller than a regional group, a
    /// summary is of one State, a recommendation is made to one.
    pub fn tells_the_state(self) -> bool {
        matches!(self, Self::Adviser | Self::Document | Self::Recommendation)
    }

    /// Whether it says something about the State alone.
    pub fn is_of_state(self) -> bool {
        matches!(self, Self::State | Self::Region | Self::Group | Self::Adviser)
    }

    /// Whether it says something about the review (or its State) alone: the same of all needs of one provenance.
    pub fn is_of_review(self) -> bool {
        self.is_of_state() || matches!(self, Self::Cycle | Self::Review | Self::Source)
    }
}

/// What a field is called.
struct Called {
    field: Field,
    /// Its code, and its name in every language.
    names: Vec<Name>,
    /// What stands over its columns and beside its values, and other words for it.
    others: Vec<Name>,
}

/// What every field is called, in the order of the fields.
fn called() -> &'static [Called] {
    static CALLED: OnceLock<Vec<Called>> = OnceLock::new();
    CALLED.get_or_init(|| {
        let called = |field: &Field| {
            let texts = || Lang::ALL.iter().map(|lang| Text::of(*lang));
            let heads = field.heads().iter().flat_map(|id| texts().map(move |text| text.tr(id)));
            let names = Lang::ALL.iter().map(|lang| Name::new(&field.name(*lang)));
            Called {
                field: *field,
                names: std::iter::once(Name::new(field.code())).chain(names).collect(),
                others: (words::of_field(field.code()).iter().cloned())
                    .chain(heads.map(|head| Name::new(&head)))
                    .collect(),
            }
        };
        Field::ALL.iter().map(called).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_by_code_name_and_prefix_in_every_language() {
        for &field in Field::ALL {
            assert_eq!(Field::named(field.code()), Ok(field));
            assert_eq!(Field::named(&field.code().to_uppercase()), Ok(field));
            for &lang in Lang::ALL {
                assert!(
                    Text::of(lang).has(&format!("field-{}", field.code())),
                    "{field:?} {lang:?}"
                );
                assert_eq!(Field::named(&field.name(lang)), Ok(field), "{field:?} {lang:?}");
            }
        }
        assert_eq!(Field::named("pri"), Ok(Field::Priority));
        assert_eq!(Field::named("优先"), Ok(Field::Priority));
        assert_eq!(Field::named("iden"), Ok(Field::Identified));
    }

    #[test]
    fn a_word_that_names_no_field_or_several_is_refused() {
        assert_eq!(Field::named("ch"), Err(NoField::Ambiguous(Field::Chapter, Field::Changed)));
        assert_eq!(Field::named("chaptre"), Err(NoField::Unknown(Some(Field::Chapter))));
        assert_eq!(Field::named("zzzzzz"), Err(NoField::Unknown(None)));
        assert!(matches!(Field::named(""), Err(NoField::Unknown(_))));
    }
}
