//! The state of the screen of figures: which entry is shown, and how each figure is.

use crate::analysis::{DESIGNS, Design, Figure};
use crate::app::state::connections::Together;
use crate::app::state::figure_cursor::FigureCursor;
use crate::app::state::list::List;
use crate::app::state::trend;
use crate::domain::Day;
use crate::query::{Measure, Parts};
use crate::worker::Wanted;

/// An entry of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureEntry {
    /// A figure of the note, by its place in [`DESIGNS`].
    Figure(usize),
    /// Totals over the years.
    Trend,
    /// Open needs over the years by how far they are served.
    Standing,
    /// The connections: articles that are needed together.
    Connections,
    /// The published figures against the register.
    Published,
}

/// The lines of the list, in order.
pub const ENTRIES: [FigureEntry; DESIGNS.len() + 4] = {
    let mut entries = [FigureEntry::Published; DESIGNS.len() + 4];
    entries[DESIGNS.len()] = FigureEntry::Standing;
    entries[DESIGNS.len() + 1] = FigureEntry::Trend;
    entries[DESIGNS.len() + 2] = FigureEntry::Connections;
    let mut place = 0;
    while place < DESIGNS.len() {
        entries[place] = FigureEntry::Figure(place);
        place += 1;
    }
    entries
};

impl FigureEntry {
    /// The figure of the note that it is.
    pub fn design(self) -> Option<&'static Design> {
        match self {
            Self::Figure(place) => DESIGNS.get(place),
            Self::Trend | Self::Standing | Self::Connections | Self::Published => None,
        }
    }

    /// The heading that it stands under, where that is no review cycle: a message.
    pub fn section(self) -> &'static str {
        match self {
            Self::Trend | Self::Standing => "figures-trend",
            Self::Connections => "figures-together",
            Self::Figure(_) | Self::Published => "figures-note",
        }
    }

    /// Its name in the list: a message.
    pub fn name(self) -> String {
        match self {
            Self::Figure(place) => format!("figures-entry-{}", place + 1),
            Self::Trend => "figures-entry-trend".to_owned(),
            Self::Standing => "figures-entry-standing".to_owned(),
            Self::Connections => "figures-entry-connections".to_owned(),
            Self::Published => "figures-entry-published".to_owned(),
        }
    }

    /// The place of the figure of the note that it is.
    pub fn figure(self) -> Option<usize> {
        match self {
            Self::Figure(place) => Some(place),
            Self::Trend | Self::Standing | Self::Connections | Self::Published => None,
        }
    }
}

/// The screen of figures.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The entry that is shown.
    pub entry: FigureEntry,
    /// Whether the cursor is in the list rather than in its entry.
    pub in_list: bool,
    /// The figures that count in the other measure than the note does.
    pub(in crate::app) turned: [bool; DESIGNS.len()],
    /// Whether the bars of two days stand side by side rather than one behind the other.
    pub beside: bool,
    pub(in crate::app) cursors: [FigureCursor; DESIGNS.len()],
    /// The cursor in the totals over the years.
    pub trend: trend::TrendCursor,
    /// The cursor in the open needs over the years.
    pub standing: trend::TrendCursor,
    /// The connections between articles.
    pub together: Together,
    /// The cursor in the published figures; identities are places in the ledger.
    pub findings: List,
}

impl Default for Figures {
    fn default() -> Self {
        Self {
            entry: ENTRIES[0],
            in_list: true,
            turned: Default::default(),
            beside: false,
            cursors: Default::default(),
            trend: trend::TrendCursor::default(),
            standing: trend::TrendCursor::default(),
            together: Together::default(),
            findings: List::default(),
        }
    }
}

/// A figure as it was counted.
#[derive(Clone, Copy)]
pub struct DrawnFigure<'a> {
    /// Its numbers.
    pub figure: &'a Figure,
    /// The day that it shows.
    pub until: Day,
    /// The earlier day that it is compared with.
    pub since: Option<Day>,
    /// The counts of its needs split by a field, where its bars are split.
    pub parts: Option<&'a Parts>,
}

impl Figures {
    /// The place of the figure of the note that is shown.
    pub(in crate::app) fn figure(&self) -> Option<usize> {
        self.entry.figure()
    }

    /// The cursor in what is shown of the years, where that is such an entry.
    pub fn over_years(&self) -> Option<&trend::TrendCursor> {
        match self.entry {
            FigureEntry::Trend => Some(&self.trend),
            FigureEntry::Standing => Some(&self.standing),
            FigureEntry::Figure(_) | FigureEntry::Connections | FigureEntry::Published => None,
        }
    }

    /// The same cursor, to be moved.
    pub(in crate::app) fn over_years_mut(&mut self) -> Option<&mut trend::TrendCursor> {
        match self.entry {
            FigureEntry::Trend => Some(&mut self.trend),
            FigureEntry::Standing => Some(&mut self.standing),
            FigureEntry::Figure(_) | FigureEntry::Connections | FigureEntry::Published => None,
        }
    }

    /// The measure of the figure.
    pub fn measure(&self) -> Measure {
        let Some(place) = self.figure() else { return Measure::Needs };
        match (DESIGNS[place].measure, self.turned[place]) {
            (Measure::Needs, false) | (Measure::States | Measure::Reviews, true) => Measure::Needs,
            _ => Measure::States,
        }
    }

    /// Counts something else in the figure than it does; see [`Figures::measure`].
    pub(in crate::app) fn count(&mut self, measure: Measure) {
        if let Some(place) = self.figure() {
            self.turned[place] ^= self.measure() != measure;
        }
    }

    /// Whether what is shown has bars of needs, which can be split.
    pub(in crate::app) fn splits(&self) -> bool {
        self.entry.design().is_some_and(|design| design.splits(self.measure()))
    }

    /// Whether what is shown is a list whose rows have identities.
    pub(in crate::app) fn has_list(&self) -> bool {
        match self.entry {
            FigureEntry::Figure(_) | FigureEntry::Trend | FigureEntry::Standing => false,
            FigureEntry::Connections => !self.together.in_matrix,
            FigureEntry::Published => true,
        }
    }

    /// The extra data that the entry asks for.
    pub fn wanted(&self) -> Wanted {
        match self.entry {
            FigureEntry::Figure(place) => {
                Wanted::Figure { design: &DESIGNS[place], measure: self.measure() }
            }
            FigureEntry::Trend => Wanted::Trend,
            FigureEntry::Standing => Wanted::Standing,
            FigureEntry::Connections => self.together.wanted(),
            FigureEntry::Published => Wanted::Verification,
        }
    }
}
