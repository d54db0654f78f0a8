//! What activities and organisations say of themselves in the fields of the filter language, which otherwise ask needs.

use super::Field;
use super::activity_values::push_slots;
use super::facet_value::{article_slots, state_slots};
use super::plan::{Check, Plan, PlannedTerm, holds};
use super::register::{Activity, Organisation, Slot, Vocabulary};
use crate::domain::fold;

impl Field {
    /// Whether an activity has values of its own in the field, beside those of the needs that it is matched with.
    pub fn is_of_activities(self) -> bool {
        self.is_of_state()
            || matches!(self, Self::Article | Self::Chapter | Self::Theme | Self::Matched)
            || matches!(self, Self::Origin | Self::Unnamed)
            || self.is_of_matches() && self != Self::Extent
    }
}

impl PlannedTerm {
    /// Whether an activity answers it by itself: it searches texts, or asks for a field that activities have.
    pub(super) fn is_of_activities(&self) -> bool {
        self.field.is_none_or(Field::is_of_activities)
    }

    /// Whether an organisation answers it by itself: it searches texts, or asks for the organisation.
    pub(super) fn is_of_organisations(&self) -> bool {
        self.field.is_none_or(|field| field == Field::Provider)
    }

    /// Whether the activity at a place passes it, where [`PlannedTerm::is_of_activities`].
    pub(super) fn lets_activity(&self, place: usize, vocabulary: &Vocabulary) -> bool {
        let activity = &vocabulary.activities[place];
        let has = match (self.field, &self.check) {
            (Some(Field::Matched | Field::Unnamed), _) => {
                holds(&self.slots, Slot::at(place).entry())
            }
            (None, Check::Text(words)) => {
                activity.words.contains(words.as_str())
                    || has_words(&texts_of(activity, vocabulary), words)
            }
            (Some(field), _) => {
                let slots = slots_of(field, activity, vocabulary);
                slots.iter().any(|slot| holds(&self.slots, usize::from(*slot)))
            }
            (None, _) => true,
        };
        has != self.negated
    }

    /// Whether the organisation at a place passes it, where [`PlannedTerm::is_of_organisations`].
    pub(super) fn lets_organisation(&self, place: usize, vocabulary: &Vocabulary) -> bool {
        let has = match &self.check {
            Check::Text(words) => {
                let of = vocabulary.organisations.get(place);
                of.is_some_and(|of| has_words(&texts_of_organisation(of), words))
            }
            _ => holds(&self.slots, usize::from(Slot::at(place).number())),
        };
        has != self.negated
    }
}

impl Plan {
    /// Whether the terms that search texts let these through: those of a record that is named by words.
    pub fn lets_words(&self, texts: &[&str]) -> bool {
        let lets = |term: &PlannedTerm| match &term.check {
            Check::Text(words) => has_words(texts, words) != term.negated,
            _ => true,
        };
        self.terms.iter().all(lets)
    }

    /// The terms that fit, by themselves.
    pub(super) fn only(&self, fits: impl Fn(&PlannedTerm) -> bool) -> Self {
        let terms = self.terms.iter().filter(|term| fits(term)).cloned().collect();
        Self { terms, context: self.context }
    }
}

/// Whether one of the texts contains the folded words.
fn has_words(texts: &[&str], words: &str) -> bool {
    texts.iter().any(|text| fold(text).contains(words))
}

/// The texts in which an activity is looked for beside its [words](Activity::words): its code, what it is, and who
/// provides it.
fn texts_of<'a>(activity: &'a Activity, vocabulary: &'a Vocabulary) -> Vec<&'a str> {
    let providers = activity.providers.iter().copied().map(usize::from);
    let providers = providers.filter_map(|place| vocabulary.organisations.get(place));
    let named = providers.flat_map(|of| std::iter::once(of.code.as_str()).chain(of.names.iter()));
    let own = std::iter::once(activity.code.as_str()).chain(activity.description.iter());
    own.chain(named).collect()
}

/// The texts in which an organisation is looked for: its code and its names.
fn texts_of_organisation(organisation: &Organisation) -> Vec<&str> {
    std::iter::once(organisation.code.as_str()).chain(organisation.names.iter()).collect()
}

/// The slots of an activity in a field that activities have; slot 0 alone where it states nothing.
///
/// Its States are those that it names as helped. For the other fields of States, the part of the world that it is for
/// stands in where it names none.
pub(super) fn slots_of(field: Field, activity: &Activity, vocabulary: &Vocabulary) -> Vec<u16> {
    let slot = |place: &u16| Slot::of(*place).number();
    // Where States are not named, lists tell an activity's articles and providers alone.
    let is_told = vocabulary.nameless.is_none();
    let mut slots: Vec<u16> = match field {
        Field::Article | Field::Chapter => {
            let (mut articles, mut slots) = (activity.articles, Vec::new());
            let named = activity.chapters.iter().filter(|_| is_told);
            named.for_each(|chapter| articles.insert_chapter(*chapter));
            article_slots(field, articles, &mut slots);
            return slots;
        }
        field if field.is_of_matches() => {
            let mut own = Vec::new();
            push_slots(field, activity, vocabulary, &mut own);
            own
        }
        Field::Origin => vec![Slot::coded(activity.origin).number()],
        _ if !is_told => Vec::new(),
        Field::Theme => activity.themes.iter().map(slot).collect(),
        _ => {
            let area = field != Field::State && activity.states.is_empty();
            let states = if area { &activity.area_states } else { &activity.states };
            return slots_of_states(field, states, vocabulary);
        }
    };
    if slots.is_empty() {
        slots.push(0);
    }
    slots
}

/// The slots of several States in a field of States; slot 0 alone where there are none.
fn slots_of_states(field: Field, states: &[u16], vocabulary: &Vocabulary) -> Vec<u16> {
    let (mut slots, mut of_one) = (Vec::new(), Vec::new());
    for state in states {
        state_slots(field, usize::from(*state), vocabulary, &mut of_one);
        slots.extend_from_slice(&of_one);
    }
    if slots.is_empty() {
        slots.push(0);
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Article, Coded, Day, Region};
    use crate::query::register::{Address, NeedRef, Register};
    use crate::query::{
        AssistanceShown, Context, Filter, assistance_shown, code_of_value, matched_needs, parse,
        select, slots,
    };
    use crate::testing::{random_assistance, random_register};
    use proptest::prelude::*;
    use std::sync::Arc;

    /// A random register with so many activities, which no need is matched with.
    fn register(seed: u64) -> Register {
        let mut register = random_register::register(seed, 0);
        register.vocabulary = Arc::new(random_assistance::vocabulary(seed, 40));
        register
    }

    fn plan(register: &Register, filter: &str) -> Plan {
        let context = Context { today: Day::from_number(18_000), me: None };
        let filter = parse(filter).expect("a filter");
        Plan::resolve(&filter, register, &context).expect("a plan")
    }

    fn rows_of(register: &Register, filter: &str) -> Arc<Vec<Address>> {
        select(register, &plan(register, filter), &|| false).expect("a selection").rows
    }

    fn shown(register: &Register, filter: &str) -> AssistanceShown {
        let (plan, rows) = (plan(register, filter), rows_of(register, filter));
        let counted = |rows: &[Address]| matched_needs(register, rows);
        assistance_shown(register, &plan, &rows, &counted, &|| false).expect("not stopped")
    }

    /// The places of the activities that pass.
    fn those(register: &Register, passes: impl Fn(&Activity) -> bool) -> Vec<u16> {
        let all = register.vocabulary.activities.iter().zip(0..);
        all.filter(|(activity, _)| passes(activity)).map(|(_, place)| place).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn an_activity_answers_with_its_own_articles_places_themes_and_providers(seed in any::<u64>()) {
            let register = register(seed);
            let of = &*register.vocabulary;
            for number in 50..55_u8 {
                let has = |one: &Activity| one.articles.iter().any(|own| own.number() == number);
                let found = shown(&register, &format!("article:{number}")).activities;
                prop_assert_eq!(found, those(&register, has));
                let found = shown(&register, &format!("-article:{number}")).activities;
                prop_assert_eq!(found, those(&register, |one| !has(one)));
            }
            let chapter = |one: &Activity| {
                one.articles.iter().map(Article::chapter).chain(one.chapters.iter().copied())
                    .any(|chapter| chapter.code() == "V")
            };
            prop_assert_eq!(shown(&register, "chapter:V").activities, those(&register, chapter));
            let is_unnamed = |state: &u16| of.states[usize::from(*state)].unnamed;
            let stateless = |one: &Activity| one.states.iter().all(is_unnamed);
            prop_assert_eq!(shown(&register, "-state:any").activities, those(&register, stateless));
            for region in Region::ALL {
                let lies_in = |state: &u16| of.states[usize::from(*state)].region == Some(*region);
                let has = |one: &Activity| {
                    let states = if one.states.is_empty() { &one.area_states } else { &one.states };
                    states.iter().any(lies_in)
                };
                let found = shown(&register, &format!("region:{}", region.code())).activities;
                prop_assert_eq!(found, those(&register, has));
            }
            for (organisation, place) in of.organisations.iter().zip(0_u16..) {
                let has = |one: &Activity| one.providers.contains(&place);
                let found = shown(&register, &format!("provider:\"{}\"", organisation.code));
                prop_assert_eq!(found.activities, those(&register, has));
                prop_assert_eq!(found.organisations, vec![place]);
            }
            for (theme, place) in of.themes.iter().zip(0_u16..) {
                let has = |one: &Activity| one.themes.contains(&place);
                let found = shown(&register, &format!("theme:\"{}\"", theme.code)).activities;
                prop_assert_eq!(found, those(&register, has));
            }
        }

        #[test]
        fn an_organisation_is_shown_with_an_activity_that_it_provides(seed in any::<u64>()) {
            let register = register(seed);
            let found = shown(&register, "article:52");
            let provided = |place: &u16| {
                let of = |activity: &u16| &register.vocabulary.activities[usize::from(*activity)];
                found.activities.iter().any(|activity| of(activity).providers.contains(place))
            };
            let all: Vec<u16> = (0..register.vocabulary.organisations.len() as u16).collect();
            let expected: Vec<u16> = all.iter().copied().filter(provided).collect();
            prop_assert_eq!(&found.organisations, &expected);
            let name = register.vocabulary.organisations[0].code.clone();
            let found = shown(&register, &format!("article:52 \"{name}\"")).organisations;
            prop_assert_eq!(found.contains(&0), expected.contains(&0));
            prop_assert_eq!(shown(&register, "").organisations, all);
        }
    }

    #[test]
    fn words_are_looked_for_in_code_description_and_providers_whatever_their_case() {
        let mut register = register(1);
        let of = Arc::make_mut(&mut register.vocabulary);
        of.activities[3].description = [("en", "Whistle-blower training")].into_iter().collect();
        of.activities[4].providers = vec![0].into();
        of.organisations[0].names = [("en", "The Zest Initiative")].into_iter().collect();
        let provides = |one: &Activity| one.providers.contains(&0);
        assert_eq!(shown(&register, "WHISTLE").activities, [3]);
        assert_eq!(shown(&register, "a004").activities, [3]);
        assert!(!shown(&register, "-whistle").activities.contains(&3));
        let zest = shown(&register, "zest");
        assert_eq!(zest.activities, those(&register, provides));
        assert_eq!(zest.organisations, [0]);
        assert!(zest.activities.contains(&4));
    }

    #[test]
    fn what_only_needs_have_asks_for_a_need_that_passes_just_that() {
        let register = random_register::register(7, 300);
        let of = |filter: &str| shown(&register, filter).activities;
        let high = of("priority:high");
        assert!(!high.is_empty());
        for number in 5..62 {
            let (own, both) =
                (of(&format!("article:{number}")), of(&format!("article:{number} priority:high")));
            let expected: Vec<u16> = own.into_iter().filter(|one| high.contains(one)).collect();
            assert_eq!(both, expected, "{number}");
        }
    }

    /// Every field of an activity by itself, against the activities asked one by one.
    #[test]
    fn an_activity_answers_with_what_it_says_of_itself() {
        let register = random_register::register(3, 200);
        let of = &*register.vocabulary;
        let slot = |field, slot| code_of_value(field, slot, of);
        for field in Field::ALL.iter().copied().filter(|field| field.is_of_matches()) {
            if field == Field::Extent {
                continue;
            }
            for asked in 1..slots(field, of) as u16 {
                let mut filter = Filter::default();
                filter.toggle(field, &slot(field, asked));
                let has = |one: &Activity| {
                    let mut own = Vec::new();
                    push_slots(field, one, of, &mut own);
                    own.contains(&asked)
                };
                let found = shown(&register, &filter.to_string()).activities;
                assert_eq!(found, those(&register, has), "{filter}");
                let found = shown(&register, &format!("-{filter}")).activities;
                assert_eq!(found, those(&register, |one| !has(one)), "-{filter}");
            }
        }
    }

    #[test]
    fn an_activity_answers_with_its_origin_and_how_many_states_are_not_named() {
        let mut register = register(2);
        let of = Arc::make_mut(&mut register.vocabulary);
        of.activities.iter_mut().for_each(|one| one.unnamed_states = None);
        (of.activities[4].unnamed_states, of.activities[9].unnamed_states) = (Some(13), Some(9));
        of.activities[6].origin = crate::domain::Origin::Imported;
        for (filter, expected) in [
            ("unnamed:13", vec![4]),
            ("unnamed:>=9", vec![4, 9]),
            ("unnamed:any -unnamed:13", vec![9]),
            ("origin:imported", vec![6]),
        ] {
            assert_eq!(shown(&register, filter).activities, expected, "{filter}");
        }
        assert_eq!(shown(&register, "unnamed:none").activities.len(), 38);
    }

    #[test]
    fn a_filter_in_quotation_marks_asks_for_the_needs_that_are_matched() {
        let register = random_register::register(5, 400);
        for inner in ["article:9", "priority:high cycle:2", "-chapter:V \"asset\"", ""] {
            let needs = matched_needs(&register, &rows_of(&register, inner));
            let expected: Vec<u16> =
                (0..needs.len() as u16).filter(|at| needs[usize::from(*at)] > 0).collect();
            let quoted = inner.replace('"', "\\\"");
            let found = shown(&register, &format!("matched:\"{quoted}\"")).activities;
            assert_eq!(found, expected, "{inner}");
            let matched = rows_of(&register, &format!("matched:\"{quoted}\""));
            let has = |need: &NeedRef<'_>| {
                need.matches().iter().any(|one| expected.contains(&one.activity))
            };
            let all =
                register.rows().filter(|row| register.need(*row).is_some_and(|need| has(&need)));
            assert_eq!(*matched, all.collect::<Vec<_>>(), "{inner}");
        }
    }

    #[test]
    fn an_error_in_quotation_marks_stands_at_its_place_in_the_whole_text() {
        let register = register(1);
        let context = Context { today: Day::from_number(18_000), me: None };
        for (text, wrong) in [
            ("chapter:V matched:\"article:99\"", "99"),
            ("matched:\"\\\"two words\\\" priority:zzz\"", "zzz"),
            ("匹配对象:“条款:99”", "99"),
            ("matched:\"nofield:1\"", "nofield"),
        ] {
            let filter = parse(text).expect("a filter");
            let error = Plan::resolve(&filter, &register, &context).expect_err(text);
            assert_eq!(text.get(error.at.clone()), Some(wrong), "{text}: {error:?}");
            let before = text[..error.at.start].chars().count();
            assert_eq!(error.column, before + 1, "{text}");
        }
        for text in
            ["matched:\"matched:\\\"article:9\\\"\"", "matched:none", "matched:any", "matched:a..b"]
        {
            let filter = parse(text).expect("a filter");
            assert!(Plan::resolve(&filter, &register, &context).is_err(), "{text}");
        }
    }

    #[test]
    fn words_are_looked_for_in_titles_places_regions_and_programmes_too() {
        let mut register = register(1);
        let of = Arc::make_mut(&mut register.vocabulary);
        of.activities[7].words = "asset declarations in fiji\n斐济\n".into();
        assert_eq!(shown(&register, "Fiji").activities, [7]);
        assert_eq!(shown(&register, "斐济").activities, [7]);
    }
}
