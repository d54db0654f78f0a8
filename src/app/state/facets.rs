//! The facet pane: beside the list, every value that could narrow it, with the number of needs that
//! choosing it would show. Values of one field are alternatives; fields narrow each other.

use crate::app::state::charts::has_own_order;
use crate::app::state::list::Move;
use crate::query::{Counts, Field, Measure, Plan, tells_assistance};

/// The fields of the pane, in order.
pub const FACETS: &[Field] = &[
    Field::Chapter,
    Field::Is,
    Field::Priority,
    Field::Response,
    Field::Horizon,
    Field::Cycle,
    Field::Category,
    Field::Region,
    Field::Group,
    Field::Review,
    Field::Source,
    Field::Article,
    Field::Theme,
    Field::Focal,
    Field::Adviser,
    Field::Match,
    Field::Provider,
    Field::State,
    Field::Kind,
    Field::Status,
    Field::Donor,
];

/// The number of values of a long field until it is unfolded.
const FOLDED: usize = 6;

/// The state of the pane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Whether the user has turned it on or off; `None`: shown where there is room.
    pub shown: Option<bool>,
    /// Whether the cursor is in the pane.
    pub focused: bool,
    /// The line under the cursor.
    pub at: Option<FacetLine>,
    /// The fields shown with all their values.
    pub unfolded: Vec<Field>,
}

/// A line of the pane, by identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetLine {
    /// The name of a field.
    Heading(Field),
    /// A value of a field, by its slot.
    Value(Field, u16),
    /// The further values of a folded field.
    More(Field),
}

impl FacetLine {
    /// The field that it belongs to.
    pub fn field(self) -> Field {
        match self {
            Self::Heading(field) | Self::Value(field, _) | Self::More(field) => field,
        }
    }
}

/// The state of a value in the filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FacetChoice {
    /// The filter does not name it.
    #[default]
    Free,
    /// Only needs with it, or with another chosen one, are shown.
    Chosen,
    /// Needs with it are left out.
    LeftOut,
}

/// A line with its count and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownFacet {
    /// The line.
    pub line: FacetLine,
    /// Of a value: the needs that choosing it shows. Of "more": the values not shown.
    pub count: u32,
    /// The state of a value in the filter.
    pub choice: FacetChoice,
    /// Of a value: the needs that match, which every bar of the pane is drawn against.
    pub most: u32,
}

impl Facets {
    /// Every line, top to bottom. Where States are not named, as `nameless` says, values that tell what assistance needs
    /// have are left out: their numbers can be of one State.
    pub fn lines(&self, counts: &Counts, plan: &Plan, nameless: bool) -> Vec<ShownFacet> {
        let mut lines = Vec::new();
        for &field in FACETS {
            let is_told = |slot: usize| !nameless || !tells_assistance(field, slot as u16);
            self.field_lines(field, (counts, plan), &is_told, &mut lines);
        }
        lines
    }

    fn field_lines(
        &self,
        field: Field,
        (counts, plan): (&Counts, &Plan),
        is_told: &dyn Fn(usize) -> bool,
        lines: &mut Vec<ShownFacet>,
    ) {
        let offered = counts.offered(field, Measure::Needs);
        let most = counts.total(Measure::Needs);
        let mut choices = vec![FacetChoice::Free; offered.len()];
        let chosen = plan.chosen(field).into_iter().map(|slot| (slot, FacetChoice::Chosen));
        let left_out = plan.left_out(field).into_iter().map(|slot| (slot, FacetChoice::LeftOut));
        for (slot, choice) in chosen.chain(left_out) {
            if let Some(place) = choices.get_mut(usize::from(slot)) {
                *place = choice;
            }
        }
        let free = |slot: usize| choices[slot] == FacetChoice::Free;
        let mut slots: Vec<usize> = (1..offered.len()).chain([0]).collect();
        slots.retain(|slot| is_told(*slot) && (offered[*slot] > 0 || !free(*slot)));
        // If all needs come from reviews, the source narrows the list by no need.
        let is_idle = field == Field::Source && slots == [1] && free(1);
        if slots.is_empty() || is_idle {
            return;
        }
        if !has_own_order(field) {
            // values of the filter stay in sight, then the most first; "not stated" stays last
            slots.sort_by_key(|slot| {
                (free(*slot), *slot == 0, std::cmp::Reverse(offered[*slot]), *slot)
            });
        }
        let line = |line, count, choice| ShownFacet { line, count, choice, most };
        lines.push(line(FacetLine::Heading(field), 0, FacetChoice::Free));
        let folded = slots.len() > FOLDED + 1 && !has_own_order(field);
        let limit = if folded && !self.unfolded.contains(&field) {
            FOLDED.max((0..choices.len()).filter(|slot| !free(*slot)).count())
        } else {
            slots.len()
        };
        lines.extend(
            slots.iter().take(limit).map(|&slot| {
                line(FacetLine::Value(field, slot as u16), offered[slot], choices[slot])
            }),
        );
        if slots.len() > limit {
            let count = (slots.len() - limit) as u32;
            lines.push(line(FacetLine::More(field), count, FacetChoice::Free));
        }
    }

    /// The row of the cursor: its line, or the first that can be chosen.
    pub fn row(&self, lines: &[ShownFacet]) -> usize {
        self.at
            .and_then(|at| lines.iter().position(|shown| shown.line == at))
            .or_else(|| lines.iter().position(|shown| !matches!(shown.line, FacetLine::Heading(_))))
            .unwrap_or(0)
    }

    /// Moves the cursor over the lines but headings; a page is a field.
    pub fn step(&mut self, step: Move, lines: &[ShownFacet]) {
        let can = |row: &usize| !matches!(lines[*row].line, FacetLine::Heading(_));
        let row = self.row(lines);
        let next = match step {
            Move::Down => (row + 1..lines.len()).find(can),
            Move::Up => (0..row).rev().find(can),
            Move::First => (0..lines.len()).find(can),
            Move::Last => (0..lines.len()).rev().find(can),
            Move::PageDown => (row + 1..lines.len()).find(|r| !can(r)).map(|heading| heading + 1),
            Move::PageUp => {
                let own = (0..row).rev().find(|r| !can(r)).unwrap_or(0);
                (0..own).rev().find(|r| !can(r)).map(|heading| heading + 1)
            }
        };
        if let Some(shown) = next.and_then(|row| lines.get(row)) {
            self.at = Some(shown.line);
        }
    }
}
