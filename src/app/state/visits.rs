//! The places where the user has been, and those that they came back from.

use crate::app::state::place::Place;
use crate::app::state::screens::View;

/// The most places that are remembered in each direction.
const MOST: usize = 100;

/// Places before and after the present one, the nearest last. Each is a stack with its cursors.
#[derive(Clone, Debug, Default)]
pub struct Visits {
    before: Vec<Vec<Place>>,
    after: Vec<Vec<Place>>,
}

impl Visits {
    /// Remembers the place that the user leaves for another; the places after it are forgotten.
    pub fn leave(&mut self, here: &[Place]) {
        self.after.clear();
        remember(&mut self.before, here);
    }

    /// The place to go back to.
    pub fn before(&self, here: &[Place]) -> Option<&[Place]> {
        other(&self.before, here)
    }

    /// The place to go forward to.
    pub fn after(&self, here: &[Place]) -> Option<&[Place]> {
        other(&self.after, here)
    }

    /// Goes back; `here` is where to come forward to.
    pub fn back(&mut self, here: &[Place]) -> Option<Vec<Place>> {
        turn(&mut self.before, &mut self.after, here)
    }

    /// Goes forward; `here` is where to come back to.
    pub fn forward(&mut self, here: &[Place]) -> Option<Vec<Place>> {
        turn(&mut self.after, &mut self.before, here)
    }
}

/// The nearest remembered place that is another than this one.
fn other<'a>(from: &'a [Vec<Place>], here: &[Place]) -> Option<&'a [Place]> {
    from.iter().rev().map(Vec::as_slice).find(|places| !is_same(places, here))
}

fn turn(
    from: &mut Vec<Vec<Place>>,
    to: &mut Vec<Vec<Place>>,
    here: &[Place],
) -> Option<Vec<Place>> {
    while let Some(places) = from.pop() {
        if !is_same(&places, here) {
            remember(to, here);
            return Some(places);
        }
    }
    None
}

/// Remembers a place, in the stead of the last one where that is the same.
fn remember(places: &mut Vec<Vec<Place>>, here: &[Place]) {
    let mut kept = here.to_vec();
    for place in &mut kept {
        // The log and the news are read again.
        if let View::History(history) = &mut place.view {
            history.forget();
        }
        if let View::News(news) = &mut place.view {
            news.found = None;
        }
    }
    if places.last().is_some_and(|last| is_same(last, here)) {
        places.pop();
    } else if places.len() == MOST {
        places.remove(0);
    }
    places.push(kept);
}

/// Whether two stacks show the same, wherever their cursors are.
fn is_same(one: &[Place], other: &[Place]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_like(one, other))
}

fn is_like(one: &Place, other: &Place) -> bool {
    let shown = |place: &Place| {
        let page = place.view.page();
        let need = page.open_need().filter(|_| place.view.list().is_none());
        (place.view.context(), need, place.as_of, place.since, place.with_needs)
    };
    shown(one) == shown(other) && one.filter == other.filter && one.of == other.of
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::screens::Screen;
    use crate::query::{Filter, parse};

    fn at(screen: Screen, filter: &str) -> Vec<Place> {
        vec![Place::at(View::of(screen), parse(filter).unwrap_or_default(), None)]
    }

    fn shown(places: Option<Vec<Place>>) -> Option<(Screen, Filter)> {
        let place = places?.pop()?;
        Some((place.view.screen()?, place.filter))
    }

    #[test]
    fn back_and_forward_go_through_the_same_places() {
        let mut visits = Visits::default();
        let (one, two, three) =
            (at(Screen::Overview, ""), at(Screen::Needs, ""), at(Screen::Needs, "chapter:V"));
        assert!(visits.before(&one).is_none());
        visits.leave(&one);
        visits.leave(&two);
        assert_eq!(shown(visits.back(&three)), shown(Some(two.clone())));
        assert_eq!(shown(visits.back(&two)), shown(Some(one.clone())));
        assert!(visits.back(&one).is_none());
        assert_eq!(shown(visits.forward(&one)), shown(Some(two.clone())));
        assert!(visits.after(&two).is_some());
        visits.leave(&two);
        assert!(visits.after(&at(Screen::States, "")).is_none(), "somewhere else from there");
    }

    #[test]
    fn the_present_place_is_no_place_to_go_back_to_and_fifty_are_kept() {
        let mut visits = Visits::default();
        let here = at(Screen::Needs, "");
        visits.leave(&here);
        assert!(visits.before(&here).is_none());
        for number in 0..150 {
            visits.leave(&at(Screen::Needs, &format!("id:{number}")));
        }
        let mut gone = 0;
        while visits.back(&here).is_some() {
            gone += 1;
        }
        assert_eq!(gone, MOST);
        assert!(gone >= 50);
    }
}
