//! An activity that states nothing, which tests fill as they need it.

use crate::domain::{ActivityStatus, ArticleSet, Coded, Origin};
use crate::query::register::Activity;
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
        starts: String::new(),
        ends: String::new(),
        when: Names::default(),
        participants: String::new(),
        paragraph: String::new(),
        origin: Origin::Recorded,
        states: Vec::new(),
        unnamed_states: None,
        area_states: Vec::new(),
        has_region: false,
        hosts: Vec::new(),
        provider_states: Vec::new(),
        articles: ArticleSet::EMPTY,
        chapters: Vec::new(),
        themes: Vec::new(),
        providers: Vec::new(),
        partners: Vec::new(),
        donors: Vec::new(),
        reach: Vec::new(),
        programme: None,
        areas: Vec::new(),
        sdgs: Vec::new(),
        words: String::new(),
        identifiers: Vec::new(),
        withheld: None,
    }
}
