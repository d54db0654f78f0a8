//! Activities made at random in a random register, in which every part of the rule of candidates has every value.

use super::dice::Dice;
use super::random_register;
use crate::domain::{ActivityStatus, Article, Chapter, Coded};
use crate::query::register::{Activity, PlaceList, Register};
use std::sync::Arc;

const KINDS: [&str; 6] =
    ["workshop", "legal advice", "publication", "assessment", "adviser", "hackathon"];
const DATES: [&str; 8] =
    ["", "", "2017", "2018-02", "2018-03-01", "2018-05", "2018-06-30", "2018-12-31"];

/// A register of so many needs and activities; the same for the same seed. The needs are matched with the first six.
pub(crate) fn register(seed: u64, needs: usize, activities: usize) -> Register {
    let mut register = random_register::register(seed, needs);
    let mut dice = Dice::new(seed ^ 0xa5);
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    let model = vocabulary.activities[0].clone();
    for id in (1_u32..).map(i64::from).skip(vocabulary.activities.len()) {
        if vocabulary.activities.len() >= activities {
            break;
        }
        vocabulary.activities.push(Activity { id, code: format!("A{id:03}"), ..model.clone() });
    }
    let (states, themes) = (vocabulary.states.len(), vocabulary.themes.len());
    for activity in &mut vocabulary.activities {
        let some = |of: usize, times, dice: &mut Dice| -> PlaceList {
            if dice.once_in(3) {
                PlaceList::EMPTY
            } else {
                (0..of as u16).filter(|_| dice.once_in(times)).collect()
            }
        };
        activity.kind = dice.of(&KINDS).into();
        activity.status = dice.stated::<ActivityStatus>().map_or("", Coded::code).into();
        activity.starts = dice.of(&DATES).into();
        activity.ends = dice.of(&DATES).into();
        activity.states = some(states, 5, &mut dice);
        activity.unnamed_states = dice.once_in(3).then_some(4);
        activity.area_states = some(states, 3, &mut dice);
        activity.has_region = !activity.area_states.is_empty() || dice.once_in(3);
        activity.themes = some(themes, 3, &mut dice);
        let articles = (0..dice.below(3)).filter_map(|_| Article::at(dice.below(Article::COUNT)));
        activity.articles = articles.collect();
        activity.chapters = Chapter::ALL.iter().copied().filter(|_| dice.once_in(6)).collect();
    }
    register
}
