//! The needs of the members of a regional platform under the priorities on which they agreed.

use crate::query::register::{Register, Slot};
use crate::query::{Context, Field, Filter, slot_of_code};
use crate::store::{PlatformDetail, PlatformPriority};

/// The filter of these needs: of the member States, under the articles of the priority or, where it states none, with
/// its themes. `None` where the members are not known or the priority states neither.
pub fn needs_under(
    platform: &PlatformDetail,
    priority: &PlatformPriority,
    register: &Register,
    context: &Context,
) -> Option<Filter> {
    let vocabulary = &register.vocabulary;
    let mut filter = Filter::default();
    let mut ask = |field: Field, slots: Vec<u16>| {
        for slot in &slots {
            filter.toggle_slot(field, *slot, register, context);
        }
        !slots.is_empty()
    };
    let states = vocabulary.states.iter().enumerate();
    let members = states.filter(|(_, state)| platform.states.contains(&state.id));
    let has_members = ask(Field::State, members.map(|(at, _)| Slot::at(at).number()).collect());
    let articles = priority.articles.iter().map(|article| Slot::at(article.index()).number());
    let has_articles = ask(Field::Article, articles.collect());
    let theme = |name: &String| slot_of_code(Field::Theme, name, vocabulary);
    let has_subject =
        has_articles || ask(Field::Theme, priority.themes.iter().filter_map(theme).collect());
    (has_members && has_subject).then_some(filter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Article, Day};
    use crate::testing::random_register;

    #[test]
    fn a_priority_asks_for_the_needs_of_the_members_under_its_articles() {
        let register = random_register::register(7, 50);
        let states = &register.vocabulary.states;
        let platform = PlatformDetail {
            id: 1,
            code: "RP1".to_owned(),
            organisation: 1,
            activity: None,
            states: vec![states[0].id, states[1].id],
            priorities: Vec::new(),
        };
        let context = Context { today: Day::parse("2019-12-31").expect("a day"), me: None };
        let of = |platform: &PlatformDetail, numbers: &[u8]| {
            let articles = numbers.iter().filter_map(|number| Article::new(*number)).collect();
            let priority = PlatformPriority { articles, ..PlatformPriority::default() };
            needs_under(platform, &priority, &register, &context)
        };
        let filter = of(&platform, &[14, 23]).expect("a filter");
        assert_eq!(filter.chosen(Field::State).count(), 2, "{filter}");
        assert_eq!(filter.chosen(Field::Article).collect::<Vec<_>>(), ["14", "23"]);
        assert_eq!(of(&platform, &[]), None, "neither articles nor themes");
        let unnamed = PlatformDetail { states: Vec::new(), ..platform };
        assert_eq!(of(&unnamed, &[14]), None, "no members");
    }
}
