//! Tests of overlaps: the rule part by part, and every pair tried on registers made by chance.

use super::super::brief::PUBLICATIONS;
use super::*;
use crate::domain::{ActivityStatus, Article, ArticleSet, Coded, SAMPLE_DAY};
use crate::testing::{blank_activity, random_assistance};
use proptest::prelude::*;

/// A register with two activities that overlap for certain: States 1 and 2 in common, article 52, one month.
fn two() -> Vocabulary {
    let mut vocabulary = random_assistance::vocabulary(1, 2);
    for (place, activity) in vocabulary.activities.iter_mut().enumerate() {
        let model = blank_activity::activity(1);
        let id = activity.id;
        *activity = Activity {
            id,
            kind: "workshop".into(),
            status: "done".into(),
            starts: "2019-06".into(),
            ends: "2019-06".into(),
            states: vec![1, 2, 3 + place as u16].into(),
            articles: [52, 5 + place as u8].into_iter().filter_map(Article::new).collect(),
            providers: vec![place as u16].into(),
            ..model
        };
    }
    vocabulary
}

/// The verdict on the two after a change of the second.
fn verdict(change: impl FnOnce(&mut Activity)) -> Option<Certainty> {
    let mut vocabulary = two();
    change(&mut vocabulary.activities[1]);
    let found = overlaps(&vocabulary, SAMPLE_DAY, &|_| true, &|| false).unwrap();
    assert!(found.len() < 2, "a pair stands there once");
    found.first().map(|overlap| overlap.certainty)
}

#[test]
fn a_verdict_follows_from_time_and_place() {
    use Certainty::{Certain, Likely, Possible};
    let held = |starts: &str, ends: &str| {
        let (starts, ends) = (starts.to_owned(), ends.to_owned());
        verdict(move |activity| (activity.starts, activity.ends) = (starts.into(), ends.into()))
    };
    assert_eq!(held("2019-06-30", "2019-08"), Some(Certain));
    assert_eq!(held("2019-07", "2019-08"), Some(Likely), "the day after");
    assert_eq!(held("2019-12-27", "2020"), Some(Likely), "180 days after");
    assert_eq!(held("2019-12-28", "2020"), None, "181 days after");
    assert_eq!(held("2018-10", "2018-12-03"), Some(Likely), "180 days before");
    assert_eq!(held("2018-10", "2018-12-02"), None, "181 days before");
    assert_eq!(held("", ""), Some(Likely), "one is not known");
    let in_the_region = |activity: &mut Activity| {
        activity.states.clear();
        activity.area_states = vec![2, 4, 5].into();
    };
    assert_eq!(verdict(in_the_region), Some(Possible));
    assert_eq!(
        verdict(|activity| {
            in_the_region(activity);
            activity.area_states = vec![7].into();
        }),
        None,
        "another region"
    );
    assert_eq!(verdict(|activity| activity.states = vec![7].into()), None, "another State");
    assert_eq!(verdict(|activity| activity.states.clear()), None, "it may be anywhere");
}

#[test]
fn nothing_overlaps_with_itself_what_is_called_off_or_what_is_read() {
    assert_eq!(verdict(|activity| activity.providers = vec![0, 4].into()), None, "one provider");
    assert_eq!(verdict(|activity| activity.providers.clear()), None, "no provider is stated");
    assert!(
        verdict(|activity| {
            activity.providers.clear();
            activity.provider_states = vec![3].into();
        })
        .is_some(),
        "a State provides it"
    );
    for status in ActivityStatus::ALL {
        let found = verdict(|activity| activity.status = status.code().into());
        let is_over = matches!(status, ActivityStatus::Cancelled | ActivityStatus::Published);
        assert_eq!(found.is_some(), !is_over, "{status:?}");
    }
    for kind in PUBLICATIONS {
        assert_eq!(verdict(|activity| activity.kind = kind.into()), None);
    }
}

#[test]
fn two_reports_of_one_work_are_no_overlap() {
    assert_eq!(verdict(|activity| activity.programme = Some(1)), None, "a part and its whole");
    let mut vocabulary = two();
    vocabulary.activities.push(Activity { id: 9, ..blank_activity::activity(1) });
    vocabulary.activities[2].programme = Some(2);
    vocabulary.activities[0].programme = Some(9);
    assert_eq!(overlaps(&vocabulary, SAMPLE_DAY, &|_| true, &|| false), Some(Vec::new()));
    vocabulary.activities[2].programme = Some(9); // a circle, which the register refuses
    assert_eq!(overlaps(&vocabulary, SAMPLE_DAY, &|_| true, &|| false).unwrap().len(), 1);
    let mut vocabulary = two();
    for activity in &mut vocabulary.activities {
        activity.identifiers = vec![format!("own-{}", activity.id), "XM-1".into()];
    }
    assert_eq!(overlaps(&vocabulary, SAMPLE_DAY, &|_| true, &|| false), Some(Vec::new()));
}

#[test]
fn themes_count_where_one_names_no_article() {
    let with_theme = |articles: ArticleSet| {
        let mut vocabulary = two();
        for activity in &mut vocabulary.activities {
            activity.themes = vec![1, 2].into();
        }
        vocabulary.activities[1].articles = articles;
        overlaps(&vocabulary, SAMPLE_DAY, &|_| true, &|| false).unwrap().len()
    };
    assert_eq!(with_theme(ArticleSet::EMPTY), 1);
    assert_eq!(with_theme(ArticleSet::of_range(60, 60)), 0, "their articles say no");
}

#[test]
fn a_search_can_be_cancelled_and_narrowed() {
    let vocabulary = two();
    assert_eq!(overlaps(&vocabulary, SAMPLE_DAY, &|_| true, &|| true), None);
    let none = overlaps(&vocabulary, SAMPLE_DAY, &|place| place == 0, &|| false);
    assert_eq!(none, Some(Vec::new()));
    let nothing = overlaps(&Vocabulary::default(), SAMPLE_DAY, &|_| true, &|| false);
    assert_eq!(nothing, Some(Vec::new()), "there are no activities");
}

/// The verdict on a pair by the rule as it is written, without an index.
fn tried(vocabulary: &Vocabulary, pair: [u16; 2]) -> Option<Certainty> {
    let [one, other] = pair.map(|place| &vocabulary.activities[usize::from(place)]);
    let counts = |of: &Activity| {
        let is_over = ["cancelled", "published"].contains(&of.status.as_str());
        let is_read = of.kind.starts_with("publication");
        let is_of_nobody = of.providers.is_empty() && of.provider_states.is_empty();
        !(is_over || is_read || is_of_nobody)
    };
    let shared = |own: &[u16], their: &[u16]| own.iter().any(|place| their.contains(place));
    if !counts(one)
        || !counts(other)
        || shared(&one.providers, &other.providers)
        || shared(&one.provider_states, &other.provider_states)
        || is_same_work(vocabulary, [one, other])
    {
        return None;
    }
    let subject = if one.articles.is_empty() || other.articles.is_empty() {
        shared(&one.themes, &other.themes)
    } else {
        one.articles.meets(other.articles)
    };
    let area = |of: &Activity| {
        if of.states.is_empty() { of.area_states.to_vec() } else { of.states.to_vec() }
    };
    if !subject || !shared(&area(one), &area(other)) {
        return None;
    }
    let [own, their] = [one, other].map(|of| Period::of(of, SAMPLE_DAY));
    let (unknown, apart) = match (own, their) {
        (Some(own), Some(their)) => (0, own.days_apart(their)),
        (None, None) => (2, 0),
        _ => (1, 0),
    };
    let only_region = one.states.is_empty() || other.states.is_empty();
    match (unknown, apart) {
        (_, apart) if apart > 180 => None,
        (2, _) => Some(Certainty::Possible),
        _ if only_region => Some(Certainty::Possible),
        (0, 0) => Some(Certainty::Certain),
        _ => Some(Certainty::Likely),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_what_trying_every_pair_finds(seed in any::<u64>()) {
        let vocabulary = random_assistance::vocabulary(seed, 60);
        let found = overlaps(&vocabulary, SAMPLE_DAY, &|_| true, &|| false).unwrap();
        let places = 0..vocabulary.activities.len() as u16;
        let pairs = places.clone().flat_map(|one| places.clone().map(move |other| [one, other]));
        let mut expected: Vec<Overlap> = pairs
            .filter(|[one, other]| one < other)
            .filter_map(|activities| {
                tried(&vocabulary, activities).map(|certainty| Overlap { certainty, activities })
            })
            .collect();
        expected.sort();
        prop_assert!(!expected.is_empty());
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn the_caller_hears_how_far_the_search_is() {
    let (vocabulary, heard) = (two(), std::cell::RefCell::new(Vec::new()));
    let told = |begun, of| heard.borrow_mut().push((begun, of));
    let followed = Followed { cancelled: &|| false, told: &told };
    assert_eq!(overlaps(&vocabulary, SAMPLE_DAY, &|_| true, followed).unwrap().len(), 1);
    let of = Article::COUNT + vocabulary.themes.len();
    let expected: Vec<(usize, usize)> = (0..of).map(|begun| (begun, of)).collect();
    assert_eq!(heard.into_inner(), expected, "each article and theme is a part");
}
