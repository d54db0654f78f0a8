//! The rows of the list on the screen, by identity.

use crate::app::App;
use crate::app::state::identities::Identities;
use crate::app::state::screens::View;
use crate::text::Lang;
use crate::worker::Answer;

impl App {
    /// The identities of the rows of the list on the screen; none where there is no list.
    pub fn identities<'a>(answer: Option<&'a Answer>, view: &View, lang: Lang) -> Identities<'a> {
        view.page().rows(answer, lang)
    }
}
