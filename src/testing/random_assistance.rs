//! Vocabularies with many activities made by chance: those of a random register, told as differently as sources do.

use super::blank_activity;
use super::dice::Dice;
use super::random_register;
use crate::domain::{ActivityStatus, Article, Coded};
use crate::query::register::{Activity, PlaceList, Repeated, Vocabulary};

const KINDS: [&str; 4] = ["workshop", "legal advice", "training", "publication"];
const DATES: [&str; 10] = [
    "2018-05",
    "2018-11-20",
    "2019",
    "2019-01",
    "2019-03-05",
    "2019-06",
    "2019-08-12",
    "2019-11",
    "2020-02",
    "2021",
];

/// The small tables of a random register with so many other activities; the same for the same seed.
pub(crate) fn vocabulary(seed: u64, activities: u16) -> Vocabulary {
    let mut vocabulary = (*random_register::register(seed, 0).vocabulary).clone();
    let mut dice = Dice::new(seed);
    let model = blank_activity::activity(1);
    vocabulary.activities.clear();
    for id in 1..=activities {
        let one = random(id, &vocabulary, &model, &mut dice);
        vocabulary.activities.push(one);
    }
    vocabulary.kinds = KINDS.map(str::to_owned).into();
    vocabulary.kinds.sort_unstable();
    vocabulary
}

fn random(id: u16, vocabulary: &Vocabulary, model: &Activity, dice: &mut Dice) -> Activity {
    let date =
        |dice: &mut Dice| -> Repeated { if dice.once_in(3) { "" } else { dice.of(&DATES) }.into() };
    // Two parts of the world, as several activities are for the same one.
    let half = vocabulary.states.len() as u16 / 2;
    let parts = [(0..half).collect::<Vec<_>>(), (half - 2..half * 2).collect()];
    let named = some(vocabulary.states.len(), 5, dice);
    let area_states = if dice.once_in(2) { dice.of(&parts) } else { Vec::new() };
    let whole = 1 + dice.below(id.into()) as u16;
    let articles =
        (0..dice.below(3)).filter_map(|_| Article::new(50 + dice.below(5) as u8)).collect();
    Activity {
        id: id.into(),
        code: format!("A{id:03}"),
        kind: dice.of(&KINDS).into(),
        status: dice.of(ActivityStatus::ALL).code().into(),
        starts: date(dice),
        ends: date(dice),
        states: if dice.once_in(3) { PlaceList::EMPTY } else { named.into() },
        has_region: !area_states.is_empty(),
        area_states: area_states.into(),
        provider_states: if dice.once_in(6) {
            vec![dice.below(3) as u16].into()
        } else {
            PlaceList::EMPTY
        },
        articles,
        themes: some(vocabulary.themes.len(), 3, dice).into(),
        providers: some(vocabulary.organisations.len(), 4, dice).into(),
        donors: some(vocabulary.organisations.len(), 4, dice).into(),
        programme: (dice.once_in(6) && whole != id).then_some(whole.into()),
        identifiers: (0..usize::from(dice.once_in(4)))
            .map(|_| format!("id-{}", dice.below(8)))
            .collect(),
        ..model.clone()
    }
}

/// Each of so many places with a chance of one in a number.
fn some(of: usize, one_in: usize, dice: &mut Dice) -> Vec<u16> {
    (0..of as u16).filter(|_| dice.once_in(one_in)).collect()
}
