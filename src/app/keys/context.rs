//! Where a key is heard: the top of what is on the screen.

use crate::domain::{Coded, coded_values};

/// What has the user's attention. Commands name the contexts in which they exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each is the screen, page or overlay of that name
pub enum Context {
    Overview,
    States,
    Reviews,
    Needs,
    Triage,
    Figures,
    State,
    Review,
    Need,
    History,
    ByTheme,
    Facets,
    Filter,
    Palette,
    Help,
    Chooser,
    Picker,
    Themes,
    Tagging,
    Prompt,
    Conflict,
    Views,
    NewView,
    Columns,
    Confirm,
    TakingBack,
    Notes,
}

impl Coded for Context {
    coded_values! {
        Overview => "overview",
        States => "states",
        Reviews => "reviews",
        Needs => "needs",
        Triage => "triage",
        Figures => "figures",
        State => "state",
        Review => "review",
        Need => "need",
        History => "history",
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
        Columns => "columns",
        Confirm => "confirm",
        TakingBack => "taking-back",
        Notes => "notes",
    }
}

impl Context {
    /// Whether typed characters are text here, not commands.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Filter
                | Self::Palette
                | Self::Help
                | Self::Picker
                | Self::Themes
                | Self::Tagging
                | Self::Prompt
                | Self::NewView
                | Self::Notes
        )
    }
}

/// Everything below the overlays.
pub const SCREENS: &[Context] = &[
    Context::Overview,
    Context::States,
    Context::Reviews,
    Context::Needs,
    Context::Triage,
    Context::Figures,
    Context::State,
    Context::Review,
    Context::Need,
    Context::History,
    Context::ByTheme,
    Context::Facets,
];

/// What lies over a screen and takes no words, so that `?` is no letter there.
pub const QUESTIONS: &[Context] = &[
    Context::Chooser,
    Context::Conflict,
    Context::Views,
    Context::Columns,
    Context::Confirm,
    Context::TakingBack,
];

/// Where words are typed; the palette and help are a help already.
pub const TYPING: &[Context] = &[
    Context::Filter,
    Context::Picker,
    Context::Themes,
    Context::Tagging,
    Context::Prompt,
    Context::NewView,
    Context::Notes,
];

/// Where a list or a page moves.
pub const MOVING: &[Context] = &[
    Context::Overview,
    Context::States,
    Context::Reviews,
    Context::Needs,
    Context::Triage,
    Context::Figures,
    Context::State,
    Context::Review,
    Context::Need,
    Context::History,
    Context::ByTheme,
    Context::Facets,
    Context::Chooser,
    Context::Conflict,
    Context::TakingBack,
    Context::Views,
    Context::Columns,
];

/// Lists whose rows are needs.
pub const NEED_LISTS: &[Context] =
    &[Context::Needs, Context::Triage, Context::State, Context::Review];

/// Where there is a current need.
pub const WITH_NEED: &[Context] =
    &[Context::Needs, Context::Triage, Context::State, Context::Review, Context::Need];

/// Lists that can be sorted.
pub const SORTED: &[Context] =
    &[Context::States, Context::Reviews, Context::Needs, Context::State, Context::Review];

/// Overlays with a list where letters mean something else.
pub const CHOOSING: &[Context] = &[
    Context::Filter,
    Context::Palette,
    Context::Help,
    Context::Picker,
    Context::Themes,
    Context::Tagging,
    Context::Confirm,
];

/// Every overlay that Esc closes.
pub const OVERLAYS: &[Context] = &[
    Context::Filter,
    Context::Palette,
    Context::Help,
    Context::Chooser,
    Context::Picker,
    Context::Themes,
    Context::Tagging,
    Context::Prompt,
    Context::Conflict,
    Context::Views,
    Context::NewView,
    Context::Columns,
    Context::Confirm,
    Context::TakingBack,
    Context::Notes,
];

/// Where a key decides: about the current need, all selected ones, or those of the question that
/// stands.
pub const DECIDING: &[Context] = &[
    Context::Needs,
    Context::Triage,
    Context::State,
    Context::Review,
    Context::Need,
    Context::Confirm,
];

/// Where a list has columns that can be chosen.
pub const WITH_COLUMNS: &[Context] = &[
    Context::States,
    Context::Reviews,
    Context::Needs,
    Context::Triage,
    Context::State,
    Context::Review,
];
