//! The saved views that every register has: they stand here and not in the file, so that nobody
//! can lose them and their names are in the reader's language.

use super::SavedView;
use crate::domain::Day;
use crate::text::Message;

/// A view that comes with the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltInView {
    /// Its name for people.
    pub title: Message,
    /// The view. Its id is below zero and its name a code.
    pub view: SavedView,
}

/// The views that come with the program, in the order in which they are offered. New are needs that
/// were identified after `note`, the day of a note.
pub fn built_in_views(note: Day) -> Vec<BuiltInView> {
    let view = |id: i64, name: &str, screen: &str, filter: &str| SavedView {
        id,
        name: name.into(),
        screen: screen.into(),
        filter: filter.into(),
        measure: "needs".into(),
        ..SavedView::default()
    };
    let untriaged = view(-1, "untriaged", "overview", "is:untriaged");
    let urgent = view(-2, "urgent", "overview", "is:unmet priority:high");
    let overdue = view(-3, "overdue", "needs", "is:overdue");
    let fresh = view(-4, "new", "needs", &format!("identified:>{note}"));
    vec![
        BuiltInView {
            title: Message::new("view-untriaged-by-region"),
            view: SavedView { grouping: "region".into(), ..untriaged },
        },
        BuiltInView {
            title: Message::new("view-urgent-by-focal-point"),
            view: SavedView { grouping: "focal".into(), ..urgent },
        },
        BuiltInView {
            title: Message::new("view-overdue"),
            view: SavedView { sort: "identified".into(), ..overdue },
        },
        BuiltInView {
            title: Message::new("view-new-since-note").with("day", note.to_string()),
            view: SavedView { sort: "-identified".into(), ..fresh },
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;
    use crate::query::{Context, Field, Plan, parse, register::Register};
    use crate::text::{Lang, Text};

    #[test]
    fn each_can_be_read_and_has_a_name_in_every_language() {
        let context = Context { today: Day::from_number(0), me: None };
        for BuiltInView { title, view } in built_in_views(Day::from_number(0)) {
            let filter = parse(&view.filter).unwrap();
            Plan::resolve(&filter, &Register::default(), &context).unwrap();
            let groups = view.grouping.is_empty() || Field::from_code(&view.grouping).is_some();
            assert!(view.id < 0 && groups, "{view:?}");
            assert!(Lang::ALL.iter().all(|lang| Text::of(*lang).has(title.id())));
        }
    }
}
