//! The page of one need: what it is, and below that parts with lines that open.

use crate::app::keys::context::KeyContext;
use crate::app::state::identities::Identities;
use crate::app::state::list::{List, Move, Side, stepped};
use crate::app::state::need_parts::NeedPart;
use crate::app::state::page::{Given, Opens, Page, Stepped, Turned};
use crate::app::state::told_by::ToldBy;
use crate::columns::{ListOnScreen, needs};
use crate::domain::NeedNumber;
use crate::query::register::NeedRef;
use crate::text::Lang;
use crate::worker::Answer;

/// The page of one need.
#[derive(Clone, Debug)]
pub struct NeedPage {
    /// Its number.
    pub id: NeedNumber,
    /// The first line shown while the cursor is in none of its parts.
    pub scroll: usize,
    /// The part with the cursor, a place in [`NeedPart::ALL`], and the line there; `None` for the facts of the need.
    pub at: Option<(usize, usize)>,
}

impl NeedPage {
    /// The page of the need with this number, from its beginning.
    pub fn of(id: NeedNumber) -> Self {
        Self { id, scroll: 0, at: None }
    }

    /// The need, once the register is read.
    fn need<'a>(&self, given: &Given<'a>) -> Option<NeedRef<'a>> {
        let register = &given.answer?.register;
        register.need(register.row_of(self.id)?)
    }

    /// Gives the targets of the lines of each part.
    fn parts(&self, given: &Given<'_>) -> Vec<Vec<Opens>> {
        let need = self.need(given);
        let of = |part: &NeedPart| need.map(|need| part.opens(need, given)).unwrap_or_default();
        NeedPart::ALL.iter().map(of).collect()
    }

    /// The line under the cursor among all lines of the parts; `None` for the facts of the need.
    fn row(&self, parts: &[Vec<Opens>]) -> Option<usize> {
        let (part, line) = self.at?;
        let before: usize = parts.iter().take(part).map(Vec::len).sum();
        let count = parts.get(part)?.len();
        Some(before + line.min(count.saturating_sub(1)))
    }

    /// Puts the cursor on a line among all lines of the parts.
    fn put(&mut self, parts: &[Vec<Opens>], row: usize) {
        let mut line = row;
        for (part, lines) in parts.iter().enumerate() {
            if line < lines.len() {
                self.at = Some((part, line));
                return;
            }
            line -= lines.len();
        }
    }

    /// The line under the cursor in its part, from 1, and how many that has.
    pub fn line_of(&self, given: &Given<'_>) -> Option<(usize, usize)> {
        let count = self.parts(given).get(self.at?.0)?.len();
        Some((self.at?.1.min(count.saturating_sub(1)) + 1, count))
    }
}

impl Page for NeedPage {
    fn context(&self) -> KeyContext {
        KeyContext::Need
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

    /// The line under the cursor; from what the need is, the need that it repeats, else the first part.
    fn opens(&self, given: &Given<'_>) -> Opens {
        let parts = self.parts(given);
        match self.row(&parts) {
            Some(row) => parts.into_iter().flatten().nth(row).unwrap_or(Opens::Nothing),
            None if self.need(given).is_some_and(|need| need.duplicate_of().is_some()) => {
                Opens::Repeated
            }
            None => Opens::Part,
        }
    }

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::Need(self.id)
    }

    fn without_names(&self) -> Option<Self> {
        Some(Self::of(self.id))
    }

    /// From line to line of the parts; before the first of them, pages are of what the need is.
    fn step(&mut self, step: Move, page: usize, given: &Given<'_>) -> Stepped {
        let parts = self.parts(given);
        let count: usize = parts.iter().map(Vec::len).sum();
        match (self.row(&parts), step) {
            (_, Move::First) => (self.at, self.scroll) = (None, 0),
            (Some(0), Move::Up | Move::PageUp) => self.at = None,
            (Some(row), _) => self.put(&parts, stepped(step, row, count, page)),
            (None, Move::Up) => self.scroll = self.scroll.saturating_sub(1),
            (None, Move::PageUp) => self.scroll = self.scroll.saturating_sub(page),
            (None, Move::PageDown) => self.scroll += page,
            (None, Move::Down) => self.put(&parts, 0),
            (None, Move::Last) => self.put(&parts, count.saturating_sub(1)),
        }
        Stepped::Done
    }

    fn sideways(&mut self, _: Side) -> Turned {
        Turned::Neighbour
    }

    fn panes(&self) -> usize {
        1 + NeedPart::ALL.len()
    }

    fn pane(&self) -> usize {
        self.at.map_or(0, |(part, _)| part + 1)
    }

    fn to_pane(&mut self, pane: usize) {
        self.at = pane.checked_sub(1).map(|part| (part, 0));
        self.scroll = 0;
    }

    fn current_need(&self) -> Option<NeedNumber> {
        Some(self.id)
    }

    fn open_need(&self) -> Option<NeedNumber> {
        Some(self.id)
    }
}
