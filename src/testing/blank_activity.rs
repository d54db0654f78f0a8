//! An activity that states nothing, which tests fill as they need it.

use crate::domain::{ActivityStatus, ArticleSet, Coded, Origin};
use crate::query::register::{Activity, PlaceList, Repeated};
use crate::text::Names;

/// A workshop with a number and its code; the source states nothing else of it.
pub(crate) fn activity(id: i64) -> Activity {
    Activity {
        id,
        code: format!("A{id:03}"),
        kind: "workshop".into(),
        level: "regional".into(),
        description: [("en", "A workshop")].into(),
        status: ActivityStatus::Done.code().into(),
        began: None,
        starts: Repeated::default(),
        ends: Repeated::default(),
        when: Names::default(),
        participants: Repeated::default(),
        paragraph: Repeated::default(),
        origin: Origin::Recorded,
        states: PlaceList::EMPTY,
        unnamed_states: None,
        area_states: PlaceList::EMPTY,
        has_region: false,
        hosts: PlaceList::EMPTY,
        provider_states: PlaceList::EMPTY,
        articles: ArticleSet::EMPTY,
        chapters: Vec::new(),
        themes: PlaceList::EMPTY,
        providers: PlaceList::EMPTY,
        partners: PlaceList::EMPTY,
        donors: PlaceList::EMPTY,
        reach: Vec::new(),
        programme: None,
        areas: PlaceList::EMPTY,
        sdgs: PlaceList::EMPTY,
        words: String::new(),
        identifiers: Vec::new(),
        withheld: None,
    }
}
