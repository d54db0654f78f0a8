//! The place where the screens open: on a main screen, with a saved view, on the page of a need.

use super::failure::{Failure, Status};
use super::interface::Opening;
use super::nearest::nearest;
use crate::app::place::Screen;
use crate::domain::{Coded, clean_line, fold};
use crate::text::{Arg, Lang, Message, Text};
use clap::Args;

// Arguments of the screens on a terminal and of `frame`.
#[derive(Debug, Args)]
pub(super) struct OpeningArgs {
    #[arg(long, value_name = "NAME")]
    screen: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "screen")]
    view: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct NeedArgs {
    #[arg(value_name = "NEED-ID")]
    pub(super) need: String,
}

impl OpeningArgs {
    /// The screen asked for; a mistyped name of a screen is refused.
    pub(super) fn opening(&self) -> Result<Opening, Failure> {
        Ok(match (&self.screen, &self.view) {
            (Some(name), _) => Opening::Screen(screen(name)?),
            (None, Some(name)) => Opening::View(name.clone()),
            (None, None) => Opening::Usual,
        })
    }
}

/// The page of the need with this number.
pub(super) fn need(id: &str) -> Result<Opening, Failure> {
    let wrong = || {
        let message = Message::new("cli-set-no-number").with("value", clean_line(id));
        Failure::new(Status::Usage, message)
    };
    id.parse().map(Opening::Need).map_err(|_| wrong())
}

/// The main screen with this name, in any language.
fn screen(word: &str) -> Result<Screen, Failure> {
    let word = fold(word.trim());
    let names = |screen: Screen| {
        let titles = Lang::ALL.iter().map(move |lang| screen.title(Text::of(*lang)));
        std::iter::once(screen.code().to_owned()).chain(titles)
    };
    let called = |screen: &Screen| names(*screen).any(|name| fold(&name) == word);
    Screen::ALL.iter().copied().find(called).ok_or_else(|| {
        let known = Screen::ALL.iter().map(|screen| screen.code());
        let message = Message::new("cli-no-screen")
            .with("value", clean_line(&word))
            .with("known", known.clone().collect::<Arg>());
        nearest(Failure::new(Status::Usage, message), &word, known)
    })
}
