//! The list of needs.

use crate::app::keys::context::KeyContext;
use crate::app::state::identities::Identities;
use crate::app::state::list::List;
use crate::app::state::page::{Given, Opens, Page, of_one_list};
use crate::app::state::told_by::ToldBy;
use crate::columns::needs;
use crate::domain::NeedNumber;
use crate::text::Lang;
use crate::worker::Answer;

/// The screen of needs.
#[derive(Clone, Debug, Default)]
pub struct NeedList {
    /// The cursor; identities are the numbers of needs.
    pub list: List,
}

impl Page for NeedList {
    fn context(&self) -> KeyContext {
        KeyContext::Needs
    }

    of_one_list!(needs::SCREEN, list);

    fn rows<'a>(&self, answer: Option<&'a Answer>, _: Lang) -> Identities<'a> {
        Identities::needs(answer)
    }

    fn opens(&self, _: &Given<'_>) -> Opens {
        Opens::need(self.list.need())
    }

    fn told_by(&self, _: &Given<'_>) -> ToldBy {
        ToldBy::List("needs")
    }

    fn without_names(&self) -> Option<Self> {
        Some(self.clone())
    }

    fn has_detail(&self) -> bool {
        true
    }

    fn current_need(&self) -> Option<NeedNumber> {
        self.list.need()
    }
}
