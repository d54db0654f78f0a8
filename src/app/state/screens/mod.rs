//! The table of screens and pages: a row for each, with its state and, where it is a main screen, its code,
//! its number key and its first state. The description of each stands in a file of its own
//! ([`Page`]); `ui` draws them (`src/ui/screens/`).

mod assistance;
mod assistance_record;
mod assistance_told;
mod by_theme;
mod figures;
mod history;
mod need;
mod needs;
mod news;
mod overview;
mod record;
pub mod reviews;
pub mod states;
pub mod triage;

pub use assistance::Assistance;
pub use assistance_record::AssistancePage;
pub use history::History;
pub use need::NeedPage;
pub use needs::NeedList;
pub use news::{News, NewsPart};
pub use record::{Owner, RecordPage, RecordPane, ReviewPage, StatePage};
pub use reviews::ReviewList;
pub use states::StateList;
pub use triage::Triage;

use crate::app::keys::context::KeyContext;
use crate::app::state::assistance::Section;
use crate::app::state::by_theme::Themes;
use crate::app::state::charts::Charts;
use crate::app::state::figures::Figures;
use crate::app::state::gap_pairs::gaps_coded;
use crate::app::state::list::List;
use crate::app::state::page::Page;
use crate::columns::ListOnScreen;
use crate::domain::{Coded, NeedNumber, coded};
use crate::text::Text;
use crate::worker::Whose;
use std::borrow::Cow;

/// Declares the screens and pages. Words of a main screen are `tab-CODE`, `command-screen-CODE` and
/// `about-screen-CODE`; those of every context `context-CODE`.
macro_rules! pages {
    (
        screens {
            $($(#[$about:meta])* $screen:ident($state:ty) => $code:literal, $key:literal, $first:expr;)+
        }
        pages {
            $($(#[$about_page:meta])* $page:ident($page_state:ty);)+
        }
    ) => {
        coded! {
            /// The main screens, in the order of their number keys.
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum Screen {
                $($(#[$about])* $screen => $code),+
            }
        }

        impl Screen {
            /// Its number key.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$screen => $key),+
                }
            }

            /// The keys and the id of the command that opens it.
            pub(in crate::app) const fn command(self) -> (&'static [&'static str], &'static str) {
                match self {
                    $(Self::$screen => (&[$key], concat!("screen.", $code))),+
                }
            }
        }

        /// A screen or a page with its cursors.
        #[derive(Clone, Debug)]
        pub enum View {
            $($(#[$about])* $screen($state),)+
            $($(#[$about_page])* $page($page_state),)+
        }

        impl View {
            /// A main screen as it is first opened.
            pub fn of(screen: Screen) -> Self {
                match screen {
                    $(Screen::$screen => Self::$screen($first)),+
                }
            }

            /// The main screen that it is, if it is one.
            pub fn screen(&self) -> Option<Screen> {
                match self {
                    $(Self::$screen(_) => Some(Screen::$screen),)+
                    $(Self::$page(_) => None,)+
                }
            }

            /// The screen or page as a [`Page`].
            pub fn page(&self) -> &dyn Page {
                match self {
                    $(Self::$screen(page) => page,)+
                    $(Self::$page(page) => page,)+
                }
            }

            /// The screen or page as a [`Page`], to be changed.
            pub fn page_mut(&mut self) -> &mut dyn Page {
                match self {
                    $(Self::$screen(page) => page,)+
                    $(Self::$page(page) => page,)+
                }
            }

            /// The view as it stays in an anonymous register; `None` for the page of one State.
            pub(in crate::app) fn without_names(&self) -> Option<Self> {
                match self {
                    $(Self::$screen(page) => page.without_names().map(Self::$screen),)+
                    $(Self::$page(page) => page.without_names().map(Self::$page),)+
                }
            }
        }
    };
}

pages! {
    screens {
        /// Totals and charts.
        Overview(Charts) => "overview", "1", Charts::default();
        /// The States.
        States(StateList) => "states", "2", StateList::default();
        /// The reviews.
        Reviews(ReviewList) => "reviews", "3", ReviewList::default();
        /// The needs.
        Needs(NeedList) => "needs", "4", NeedList::default();
        /// People and their queues.
        Triage(Triage) => "triage", "5", Triage::opening();
        /// The assistance given.
        Assistance(Assistance) => "assistance", "6", Assistance::default();
        /// The figures of a note, and the published figures.
        Figures(Figures) => "figures", "7", Figures::default();
    }
    pages {
        /// The page of a State and its needs.
        State(StatePage);
        /// The page of a review and its needs.
        Review(ReviewPage);
        /// The page of an activity, an organisation, a platform or an adviser.
        AssistanceRecord(AssistancePage);
        /// The page of a need.
        Need(NeedPage);
        /// The changes of some needs, or of all.
        History(History);
        /// The news since the last visit of the person who works.
        News(News);
        /// Themes with their articles.
        Themes(Themes);
    }
}

impl Screen {
    /// Its name for people.
    pub fn title(self, text: &Text) -> String {
        text.tr(&format!("tab-{}", self.code())).into_owned()
    }
}

impl View {
    /// The context of its keys.
    pub fn context(&self) -> KeyContext {
        self.page().context()
    }

    /// The list whose columns it shows, or the one that its numbers open.
    pub fn table(&self) -> &'static dyn ListOnScreen {
        self.page().table()
    }

    /// The list that the cursor moves in, if there is one.
    pub fn list(&self) -> Option<&List> {
        self.page().list()
    }

    /// The list that the cursor moves in, to be changed.
    pub fn list_mut(&mut self) -> Option<&mut List> {
        self.page_mut().list_mut()
    }

    /// The need that the cursor is on, or whose page it is.
    pub fn current_need(&self) -> Option<NeedNumber> {
        self.page().current_need()
    }

    /// The queue that it shows.
    pub fn whose_queue(&self) -> Option<Whose> {
        self.page().whose_queue()
    }

    /// Whether the rows of the list are needs.
    pub fn lists_needs(&self) -> bool {
        self.context().lists_needs()
    }

    /// Its name in a saved view; `None` where it cannot be saved.
    pub(in crate::app) fn saved_as(&self) -> Option<Cow<'static, str>> {
        self.page().saved_as().or_else(|| self.screen().map(|screen| Cow::Borrowed(screen.code())))
    }

    /// The screen with this code, as it is first opened; `None` for a code unknown here.
    pub(in crate::app) fn left(code: &str) -> Option<Self> {
        let themes = || (code == by_theme::SAVED_AS).then(|| Self::Themes(Themes::default()));
        let section = || Section::from_code(code).map(Assistance::on);
        let gaps = || gaps_coded(code).map(Assistance::of_gaps);
        let section = || section().or_else(gaps).map(Self::Assistance);
        Screen::from_code(code).map(Self::of).or_else(themes).or_else(section)
    }

    /// The view with this name in a saved view, as it is first opened; the needs for a name unknown here: another
    /// version may have written it.
    pub(in crate::app) fn saved(code: &str) -> Self {
        Self::left(code).unwrap_or_else(|| Self::of(Screen::Needs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_main_screen_has_a_key_and_a_context_of_its_own_and_can_be_saved() {
        let mut keys = BTreeSet::new();
        for &screen in Screen::ALL {
            let view = View::of(screen);
            assert!(keys.insert(screen.key()), "{screen:?}");
            assert_eq!(view.screen(), Some(screen));
            assert_eq!(view.context().code(), screen.code());
            let saved = view.saved_as().map(|code| View::saved(&code));
            assert_eq!(saved.and_then(|view| view.screen()), Some(screen));
        }
        let themes = View::Themes(Themes::default());
        assert!(themes.saved_as().is_some_and(|code| View::saved(&code).screen().is_none()));
        assert_eq!(View::saved("of another version").screen(), Some(Screen::Needs));
    }
}
