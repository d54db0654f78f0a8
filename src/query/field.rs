//! The fields of the filter language, and how a word names one.

use super::field_row::{Row, Values};
use super::names::{Name, nearest, normal};
use super::words;
use crate::domain::{Coded, coded};
use crate::text::{Lang, Text};
use std::sync::OnceLock;

/// Makes the fields from their table: a name in code, a code, a row.
macro_rules! fields {
    ($($(#[$about:meta])* $name:ident => $code:literal, $row:expr;)+) => {
        coded! {
            /// A field that a filter can name.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum Field {
                $($(#[$about])* $name => $code),+
            }
        }

        impl Field {
            const fn row(self) -> &'static Row {
                match self {
                    $(Self::$name => const { &$row }),+
                }
            }
        }
    };
}

fields! {
    /// The cycle of the review.
    Cycle => "cycle", Row::counted(["cycle:2", "cycle:2"]).ordered().headed(&["head-cycle", "short-head-cycle"]);
    /// The chapters of the need's articles.
    Chapter => "chapter", Row::counted(["chapter:II,V", "chapter:II..IV"]).ordered()
        .headed(&["column-chapter"]);
    /// The need's articles.
    Article => "article", Row::counted(["article:51..54,57", "article:51..54,57"]).ordered()
        .headed(&["head-articles", "need-articles", "column-articles"]);
    /// Its category.
    Category => "category", Row::counted(["category:legislative", "category:capacity"]);
    /// Its themes.
    Theme => "theme", Row::counted(["theme:\"asset declarations\"", "theme:whistle"])
        .headed(&["need-themes", "column-themes"]);
    /// The State under review.
    State => "state", Row::counted(["state:ghana,KEN", "state:ghana,KEN"])
        .headed(&["short-head-state"]);
    /// The regional group of that State.
    Region => "region", Row::counted(["region:african", "region:african"]);
    /// LDC, LLDC or SIDS, where that State is one.
    Group => "group", Row::counted(["group:ldc,sids", "group:sids"]).headed(&["head-groups"]);
    /// The last step that the review has reached.
    Review => "review", Row::counted(["review:completed", "review:>=desk-review"]).ordered()
        .headed(&["head-reached", "need-review", "column-review", "column-reached"]);
    /// The stakeholders outside government that took part in the review.
    Stakeholder => "stakeholder", Row::counted(["stakeholder:none", "stakeholder:none"])
        .headed(&["column-stakeholders", "short-head-stakeholders"]);
    /// The source of the need: a review, a State's report …
    Source => "source", Row::counted(["source:review", "source:state-report"]).never_empty();
    /// The origin of the record: published, illustrative, recorded or imported.
    Origin => "origin", Row::counted(["origin:illustrative", "origin:illustrative"]).never_empty();
    /// The need's priority.
    Priority => "priority", Row::counted(["priority:>=medium", "priority:high"]).ordered()
        .headed(&["short-head-priority"]);
    /// Its horizon.
    Horizon => "horizon", Row::counted(["horizon:projected", "horizon:projected"]);
    /// Its response.
    Response => "response",
        Row::counted(["response:planned,\"under way\"", "response:unmet"])
            .headed(&["short-head-response"]);
    /// The focal point, who answers for the need.
    Focal => "focal", Row::counted(["focal:fp-gh", "focal:fp-gh"]).headed(&["people-title"]);
    /// The adviser for the State: the adviser's region is smaller than a regional group.
    Adviser => "adviser", Row::counted(["adviser:pacific", "adviser:any"]).telling_the_state();
    /// The organisations that provide the matched activities.
    Provider => "provider", Row::counted(["provider:unodc", "provider:unodc"])
        .headed(&["column-providers"]);
    /// The organisations that pay for the matched activities.
    Donor => "donor", Row::counted(["donor:canada", "donor:any"]).telling_the_state()
        .headed(&["column-donors"]);
    /// The organisations that take part in them.
    Partner => "partner", Row::counted(["partner:none", "partner:none"]).telling_the_state()
        .headed(&["column-partners"]);
    /// Their kinds: workshop, training …
    Kind => "kind", Row::counted(["kind:workshop,training", "kind:any"]);
    /// How far they reach.
    Level => "level", Row::counted(["level:national", "level:global"]);
    /// Their status.
    Status => "status", Row::counted(["status:ongoing,done", "status:done"]);
    /// The parts of the world that they are for.
    Place => "place", Row::counted(["place:none", "place:none"]).telling_the_state();
    /// The activity that they are a part of.
    Programme => "programme", Row::counted(["programme:none", "programme:none"]).telling_the_state();
    /// The regional platform that gives them, takes part in them or pays for them.
    Platform => "platform", Row::counted(["platform:none", "platform:none"]).telling_the_state();
    /// The goals and targets of the 2030 Agenda that they serve.
    Sdg => "sdg", Row::counted(["sdg:none", "sdg:none"]).telling_the_state().headed(&["column-sdgs"]);
    /// How many States their sources count without naming them.
    Unnamed => "unnamed", Row::numbers(["unnamed:none", "unnamed:none"]);
    /// How far activities serve the need, where it is open.
    Match => "match", Row::counted(["match:unserved", "match:served,planned"]);
    /// The extent to which the matched activities serve it.
    Extent => "extent", Row::counted(["extent:fully", "extent:partly,planned"]);
    /// The needs that the matched activities are matched with, by a filter.
    Matched => "matched", Row::filter(["matched:\"article:52\"", "matched:\"priority:high\""]);
    /// The day on which the need was identified.
    Identified => "identified", Row::days(["identified:2018..2019-06", "identified:2019"])
        .headed(&["short-head-identified"]);
    /// The day of its last change.
    Changed => "changed", Row::days(["changed:>=2019-12", "changed:>=2019-09-01"]);
    /// The day by which it is expected.
    Projected => "projected", Row::days(["projected:none horizon:projected", "projected:<=2020"])
        .headed(&["column-projected"]);
    /// The need that it repeats.
    Duplicate => "duplicate", Row::numbers(["duplicate:none", "duplicate:any"]);
    /// The place that its State gives it among its needs.
    Rank => "rank", Row::numbers(["rank:none", "rank:1..3"]).headed(&["head-rank"]);
    /// The document that it comes from: a summary is of one State.
    Document => "document", Row::counted(["document:none", "document:any"]).telling_the_state();
    /// The recommendations of a review that it answers.
    Recommendation => "recommendation", Row::words(["recommendation:none", "recommendation:any"])
        .headed(&["column-recommendations"]);
    /// The number by which people name it.
    Id => "id", Row::numbers(["id:..100,3591", "id:1..20"]).never_empty()
        .headed(&["head-id", "column-id"]);
    /// A condition: [`super::Condition`].
    Is => "is", Row::counted(["is:unmet is:unmatched", "is:unmet"]).never_empty();
}

/// The reason why a word names no field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoField {
    /// Nothing begins like it; the nearest field, where one is near.
    Unknown(Option<Field>),
    /// The word begins several names; with two of their fields.
    Ambiguous(Field, Field),
}

impl Field {
    /// The name of the field on screens. Filters take it too.
    pub fn name(self, lang: Lang) -> String {
        Text::of(lang).tr(&format!("field-{}", self.code())).into_owned()
    }

    /// The fields that a word (in normal form) names: by code or by name in any language, by another word for
    /// the field, by the beginning of a name, or by a name whose words stand without blanks between
    /// (`focalpoint`).
    pub(super) fn called(word: &str) -> Vec<Self> {
        let whole = Self::called_whole(word);
        if !whole.is_empty() || word.is_empty() {
            return whole;
        }
        let begun = matching(|called| called.names.iter().any(|name| name.begins_with(word)));
        if !begun.is_empty() {
            return begun;
        }
        let is_joined = |name: &Name| name.normal().split(' ').collect::<String>() == word;
        matching(|called| called.names.iter().any(is_joined))
    }

    /// The fields that a word (in normal form) names by a name or another word as a whole.
    fn called_whole(word: &str) -> Vec<Self> {
        let named = matching(|called| called.names.iter().any(|name| name.is(word)));
        if named.len() == 1 {
            return named;
        }
        let others = matching(|called| called.others.iter().any(|name| name.is(word)));
        if others.is_empty() { named } else { others }
    }

    /// The field that a word names as a whole.
    pub(super) fn named_whole(word: &str) -> Option<Self> {
        match Self::called_whole(&normal(word))[..] {
            [field] => Some(field),
            _ => None,
        }
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
        let word = normal(word.trim_end_matches('…'));
        match Self::called(&word)[..] {
            [field] => Ok(field),
            [first, second, ..] => Err(NoField::Ambiguous(first, second)),
            [] => {
                let all =
                    || called().iter().flat_map(|c| c.names.iter().map(|name| (c.field, name)));
                let near = nearest(&word, all().map(|(field, name)| (name, field)));
                Err(NoField::Unknown(near.and_then(|place| Some(all().nth(place)?.0))))
            }
        }
    }

    /// Whether its values have an order, so that ranges and comparisons make sense.
    pub fn is_ordered(self) -> bool {
        self.row().is_ordered
    }

    /// Whether it can be empty, so that `none` and `any` make sense.
    pub fn can_be_empty(self) -> bool {
        self.row().can_be_empty
    }

    /// Whether its values are few enough to be counted one by one.
    pub fn is_countable(self) -> bool {
        self.row().values == Values::Counted
    }

    /// Whether its values are words that a need may have, and that are asked for by words in them.
    pub fn is_of_words(self) -> bool {
        self.row().values == Values::Words
    }

    /// Whether its values are filters of needs.
    pub fn is_of_filters(self) -> bool {
        self.row().values == Values::Filter
    }

    /// Whether a need has its values from the activities that it is matched with: each value is one of an activity, or
    /// of the match with it.
    pub fn is_of_matches(self) -> bool {
        matches!(
            self,
            Self::Provider
                | Self::Donor
                | Self::Partner
                | Self::Kind
                | Self::Level
                | Self::Status
                | Self::Place
                | Self::Programme
                | Self::Platform
                | Self::Sdg
                | Self::Extent
        )
    }

    /// Whether it tells what assistance a need has.
    pub fn is_of_assistance(self) -> bool {
        self.is_of_matches() || matches!(self, Self::Match | Self::Matched | Self::Unnamed)
    }

    /// Whether words without a field can mean its values. Those that say what activities are do not: their words are
    /// everyday ones, and the same organisation would be meant several times.
    pub fn is_meant_by_words(self) -> bool {
        self == Self::Provider
            || !self.is_of_matches() && !matches!(self, Self::Stakeholder | Self::Origin)
    }

    /// Whether its values are numbers.
    pub fn is_of_numbers(self) -> bool {
        self.row().values == Values::Numbers
    }

    /// Whether its values are days, or moments that are asked for by their days.
    pub fn is_of_days(self) -> bool {
        self.row().values == Values::Days
    }

    /// Whether a value of it can tell which State has a need.
    pub fn tells_the_state(self) -> bool {
        self.row().tells_the_state
    }

    /// A filter with it that finds something in the sample register.
    pub fn example(self) -> &'static str {
        self.row().examples[0]
    }

    /// Another filter with it, to copy from.
    pub fn other_example(self) -> &'static str {
        self.row().examples[1]
    }

    /// Whether it says something about the State alone.
    pub fn is_of_state(self) -> bool {
        matches!(self, Self::State | Self::Region | Self::Group | Self::Adviser)
    }

    /// Whether it says something about the review (or its State) alone: the same of all needs of one provenance.
    pub fn is_of_review(self) -> bool {
        self.is_of_state()
            || matches!(self, Self::Cycle | Self::Review | Self::Stakeholder | Self::Source)
    }
}

/// The names of a field.
struct Called {
    field: Field,
    /// Its code, and its name in every language.
    names: Vec<Name>,
    /// The heads of its columns and values, and other words for it.
    others: Vec<Name>,
}

/// The fields whose names fit.
fn matching(fits: impl Fn(&Called) -> bool) -> Vec<Field> {
    called().iter().filter(|called| fits(called)).map(|called| called.field).collect()
}

/// The names of every field, in the order of the fields.
fn called() -> &'static [Called] {
    static CALLED: OnceLock<Vec<Called>> = OnceLock::new();
    CALLED.get_or_init(|| {
        let called = |field: &Field| {
            let texts = || Lang::ALL.iter().map(|lang| Text::of(*lang));
            let heads =
                field.row().heads.iter().flat_map(|id| texts().map(move |text| text.tr(id)));
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
#[path = "field_tests.rs"]
mod tests;
