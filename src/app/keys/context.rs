//! The contexts in which keys are heard: the top of the screen, and the properties of each context.
//!
//! Each property is a `match` over every context, so that the compiler asks for it where a context is
//! added. Commands exist where a property holds.

use crate::domain::coded;
#[allow(clippy::enum_glob_use)] // the contexts by their bare names, several on a line
use KeyContext::*;

coded! {
    /// A context: the screen, page or layer with the user's attention.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[allow(missing_docs)] // each is the screen, page or overlay of that name
    pub enum KeyContext {
        Overview => "overview",
        States => "states",
        Reviews => "reviews",
        Needs => "needs",
        Triage => "triage",
        Assistance => "assistance",
        Figures => "figures",
        State => "state",
        Review => "review",
        AssistanceRecord => "assistance-record",
        Candidates => "candidates",
        WorksHere => "works-here",
        Need => "need",
        History => "history",
        News => "news",
        ByTheme => "by-theme",
        Facets => "facets",
        Filter => "filter",
        Palette => "palette",
        Help => "help",
        Chooser => "chooser",
        Picker => "picker",
        Themes => "themes",
        Tagging => "tagging",
        Prompt => "prompt",
        Conflict => "conflict",
        Views => "views",
        NewView => "new-view",
        Form => "form",
        Columns => "columns",
        Confirm => "confirm",
        TakingBack => "taking-back",
        Matching => "matching",
        Notes => "notes",
        Menu => "menu",
    }
}

/// The meaning of characters in a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Characters {
    /// Keys of commands.
    Keys,
    /// Text of one line.
    Line,
    /// Text of several lines.
    Lines,
}

/// The keys that move the cursor of a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// Letters and arrows, by lines, by pages and to the ends.
    ByLetters,
    /// Arrows only: letters mean something else.
    ByArrows,
    /// There is no list and no page.
    Nothing,
}

/// The need that a context speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurrentNeed {
    /// The need in the row under the cursor.
    InRow,
    /// The need whose page it is.
    OnPage,
    /// There is no current need.
    Nothing,
}

/// The table of a context, which has columns that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContextTable {
    /// The list can be sorted by its columns.
    Sorted,
    /// The list has an order of its own.
    InOrder,
    /// There is no table, or its columns are always the same.
    Nothing,
}

/// The effect of a key that decides about needs in a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decides {
    /// The key decides, which is the purpose of the context.
    First,
    /// The key decides, among other purposes.
    Also,
    /// The key has no effect.
    Nothing,
}

impl KeyContext {
    /// Whether it is a screen, a page or its pane, and no overlay.
    pub fn is_screen(self) -> bool {
        match self {
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Needs | Triage | Figures | State | Review | Need | History | News
            | ByTheme | Facets => true,
            Filter | Palette | Help | Chooser | Picker | Themes | Tagging | Prompt | Conflict
            | Views | NewView | Form | Columns | Confirm | TakingBack | Matching | Notes | Menu => {
                false
            }
        }
    }

    /// Whether it lies over a screen; `Esc` closes it.
    pub fn is_overlay(self) -> bool {
        !self.is_screen()
    }

    /// The meaning of characters here.
    pub fn characters(self) -> Characters {
        match self {
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Needs | Triage | Figures | State | Review | Need | History | News
            | ByTheme | Facets | Chooser | Conflict | Views | Columns | Confirm | TakingBack
            | Matching | Menu => Characters::Keys,
            Filter | Palette | Help | Picker | Themes | Tagging | Prompt | NewView | Form => {
                Characters::Line
            }
            Notes => Characters::Lines,
        }
    }

    /// Whether typed characters are text here, not commands.
    pub fn takes_text(self) -> bool {
        self.characters() != Characters::Keys
    }

    /// Whether text of one line is typed here.
    pub fn takes_line(self) -> bool {
        self.characters() == Characters::Line
    }

    /// Whether text of several lines is typed here.
    pub fn takes_lines(self) -> bool {
        self.characters() == Characters::Lines
    }

    /// Whether it is a list of commands: a help already.
    pub fn lists_commands(self) -> bool {
        match self {
            Palette | Help | Menu => true,
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Needs | Triage | Figures | State | Review | Need | History | News
            | ByTheme | Facets | Filter | Chooser | Picker | Themes | Tagging | Prompt
            | Conflict | Views | NewView | Form | Columns | Confirm | TakingBack | Matching
            | Notes => false,
        }
    }

    /// Whether text is typed here and its keys can be asked for.
    pub fn has_help_beside_text(self) -> bool {
        self.takes_text() && !self.lists_commands()
    }

    /// Whether it lies over a screen and takes no words, so that `?` is no letter there.
    pub fn is_question(self) -> bool {
        self.is_overlay() && !self.takes_text() && !self.lists_commands()
    }

    /// The keys that move the cursor.
    pub fn moves(self) -> Moves {
        match self {
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Needs | Triage | Figures | State | Review | Need | History | News
            | ByTheme | Facets | Chooser | Conflict | Views | Columns | Confirm | TakingBack
            | Matching => Moves::ByLetters,
            Filter | Palette | Help | Picker | Themes | Tagging | Menu => Moves::ByArrows,
            Prompt | NewView | Form | Notes => Moves::Nothing,
        }
    }

    /// Whether letters move the cursor.
    pub fn moves_by_letters(self) -> bool {
        self.moves() == Moves::ByLetters
    }

    /// Whether arrows alone move the cursor.
    pub fn moves_by_arrows(self) -> bool {
        self.moves() == Moves::ByArrows
    }

    /// Whether the cursor goes sideways: to another chart, pane, number, need or history.
    pub fn goes_sideways(self) -> bool {
        match self {
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | Triage
            | Figures | Need | History | News | ByTheme | Facets => true,
            States | Reviews | Needs | State | Review | Filter | Palette | Help | Chooser
            | Picker | Themes | Tagging | Prompt | Conflict | Views | NewView | Form | Columns
            | Confirm | TakingBack | Matching | Notes | Menu => false,
        }
    }

    /// Whether Enter opens the line under the cursor.
    pub fn opens(self) -> bool {
        match self {
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Needs | Triage | Figures | State | Review | Need | History | News
            | ByTheme => true,
            Facets | Filter | Palette | Help | Chooser | Picker | Themes | Tagging | Prompt
            | Conflict | Views | NewView | Form | Columns | Confirm | TakingBack | Matching
            | Notes | Menu => false,
        }
    }

    /// Whether the filter narrows the contents.
    pub fn is_narrowed(self) -> bool {
        match self {
            WorksHere | Assistance | Overview | States | Reviews | Needs | Triage | Figures
            | State | Review | ByTheme | Facets => true,
            AssistanceRecord | Candidates | Need | History | News | Filter | Palette | Help
            | Chooser | Picker | Themes | Tagging | Prompt | Conflict | Views | NewView | Form
            | Columns | Confirm | TakingBack | Matching | Notes | Menu => false,
        }
    }

    /// The need that commands of this context concern.
    pub fn current_need(self) -> CurrentNeed {
        match self {
            Needs | Triage | State | Review => CurrentNeed::InRow,
            Need => CurrentNeed::OnPage,
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Figures | History | News | ByTheme | Facets | Filter | Palette | Help
            | Chooser | Picker | Themes | Tagging | Prompt | Conflict | Views | NewView | Form
            | Columns | Confirm | TakingBack | Matching | Notes | Menu => CurrentNeed::Nothing,
        }
    }

    /// Whether it is a list whose rows are needs.
    pub fn lists_needs(self) -> bool {
        self.current_need() == CurrentNeed::InRow
    }

    /// Whether there is a current need.
    pub fn has_need(self) -> bool {
        self.current_need() != CurrentNeed::Nothing
    }

    /// The table that it has.
    pub fn table(self) -> ContextTable {
        match self {
            AssistanceRecord | Candidates | WorksHere | Assistance | States | Reviews | Needs
            | State | Review => ContextTable::Sorted,
            Triage => ContextTable::InOrder,
            Overview | Figures | Need | History | News | ByTheme | Facets | Filter | Palette
            | Help | Chooser | Picker | Themes | Tagging | Prompt | Conflict | Views | NewView
            | Form | Columns | Confirm | TakingBack | Matching | Notes | Menu => {
                ContextTable::Nothing
            }
        }
    }

    /// Whether records are added and corrected here.
    pub fn has_records(self) -> bool {
        match self {
            AssistanceRecord | Candidates | WorksHere | Assistance | States | Reviews | Needs
            | Triage | State | Review | Need | ByTheme => true,
            Overview | Figures | History | News | Facets | Filter | Palette | Help | Chooser
            | Picker | Themes | Tagging | Prompt | Conflict | Views | NewView | Form | Columns
            | Confirm | TakingBack | Matching | Notes | Menu => false,
        }
    }

    /// Whether something is changed field by field here.
    pub fn changes(self) -> bool {
        self.decides() || self.has_records()
    }

    /// Whether two records are merged here: needs, or themes.
    pub fn merges(self) -> bool {
        self.decides() || self == ByTheme
    }

    /// Whether it is a list that can be sorted.
    pub fn can_be_sorted(self) -> bool {
        self.table() == ContextTable::Sorted
    }

    /// Whether it is a list with columns that can be chosen.
    pub fn has_columns(self) -> bool {
        self.table() != ContextTable::Nothing
    }

    /// The effect of a key that decides: about the current need, all selected ones, or those of the
    /// open question.
    pub fn deciding(self) -> Decides {
        match self {
            Triage | Need | Confirm => Decides::First,
            Needs | State | Review => Decides::Also,
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Figures | History | News | ByTheme | Facets | Filter | Palette | Help
            | Chooser | Picker | Themes | Tagging | Prompt | Conflict | Views | NewView | Form
            | Columns | TakingBack | Matching | Notes | Menu => Decides::Nothing,
        }
    }

    /// Whether a key decides here.
    pub fn decides(self) -> bool {
        self.deciding() != Decides::Nothing
    }

    /// Whether Enter takes the typed text or the chosen item.
    pub fn accepts(self) -> bool {
        match self {
            Filter | Palette | Help | Chooser | Picker | Themes | Tagging | Prompt => true,
            AssistanceRecord | Candidates | WorksHere | Assistance | Overview | States
            | Reviews | Needs | Triage | Figures | State | Review | Need | History | News
            | ByTheme | Facets | Conflict | Views | NewView | Form | Columns | Confirm
            | TakingBack | Matching | Notes | Menu => false,
        }
    }

    /// Whether it is made of charts, which want the whole screen.
    pub fn has_charts(self) -> bool {
        match self {
            Overview | Figures | ByTheme => true,
            AssistanceRecord | Candidates | WorksHere | Assistance | States | Reviews | Needs
            | Triage | State | Review | Need | History | News | Facets | Filter | Palette
            | Help | Chooser | Picker | Themes | Tagging | Prompt | Conflict | Views | NewView
            | Form | Columns | Confirm | TakingBack | Matching | Notes | Menu => false,
        }
    }
}
