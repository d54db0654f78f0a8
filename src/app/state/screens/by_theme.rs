//! The page of themes with their articles.

use crate::app::keys::context::KeyContext;
use crate::app::state::by_theme::Themes;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side};
use crate::app::state::page::{Given, Opens, Page, Posts, Stepped, Turned};
use crate::app::state::told_by::ToldBy;
use crate::columns::{ListOnScreen, needs};
use crate::query::{Field, Measure};
use crate::text::Lang;
use crate::worker::{Answer, Wanted};
use std::borrow::Cow;

/// The name of the page in a saved view.
pub(super) const SAVED_AS: &str = "themes";

impl Page for Themes {
    fn context(&self) -> KeyContext {
        KeyContext::ByTheme
    }

    fn table(&self) -> &'static dyn ListOnScreen {
        &needs::SCREEN
    }

    fn list(&self) -> Option<&List> {
        None
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        None
    }

    fn rows<'a>(&self, _: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::none()
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        Opens::Theme
    }

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::Count(Field::Theme, self.measure())
    }

    fn without_names(&self) -> Option<Self> {
        Some(self.clone())
    }

    fn step(&mut self, _: Move, _: usize, _: &Given<'_>) -> Stepped {
        Stepped::AmongThemes
    }

    /// The themes, and their articles.
    fn panes(&self) -> usize {
        2
    }

    fn pane(&self) -> usize {
        usize::from(self.in_articles)
    }

    fn to_pane(&mut self, pane: usize) {
        self.in_articles = pane == 1;
    }

    fn sideways(&mut self, side: Side) -> Turned {
        self.in_articles = side == Side::Right;
        Turned::Done
    }

    fn asks_for(&self) -> Option<Wanted> {
        Some(Wanted::Themes)
    }

    fn saved_as(&self) -> Option<Cow<'static, str>> {
        Some(SAVED_AS.into())
    }

    fn own_measure(&self) -> Option<Measure> {
        Some(self.measure())
    }

    fn arrange(&mut self, _: &str, measure: Measure, _: &Posts<'_>) -> Option<Measure> {
        self.by_states = measure == Measure::States;
        None
    }
}
