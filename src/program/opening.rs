//! Finds the place where the screens open in the register: the need with a number, the view with a name or key.

use crate::analysis::last_note_before;
use crate::app::First;
use crate::app::layers::views::wanted;
use crate::cli::{Failure, Opening, Start, Status};
use crate::domain::{clean_line, fold, nearest};
use crate::query::Filter;
use crate::store::{LastVisit, SavedView, Store, StoreError, built_in_views};
use crate::text::{Arg, Lang, Message, Text};

/// A saved view with its names: the one to show first.
struct Named {
    names: Vec<String>,
    view: SavedView,
}

/// The first screen, where the command line names it.
///
/// # Errors
/// The register has no such need, or the user has no such view.
pub(super) fn first(start: &Start, store: &Store, who: &str) -> Result<Option<First>, Failure> {
    Ok(match &start.opening {
        Opening::Usual => None,
        Opening::Screen(screen) => Some(First::Screen(*screen)),
        Opening::Need(id) => match store.missing(&[*id])?.first() {
            Some(missing) => return Err(StoreError::UnknownNeed(*missing).into()),
            None => Some(First::Need(*id)),
        },
        Opening::View(asked) => {
            let views = views(store, who, start.lang)?;
            let Named { names, mut view } = found(asked, views)?;
            // The filter of the command line narrows the view.
            if !start.filter.trim().is_empty() {
                view.filter = format!("{} {}", view.filter, start.filter);
            }
            names.into_iter().next().map(|name| First::View(name, Box::new(view)))
        }
    })
}

/// The screen that the person has left last, unless the command line or the settings choose one.
pub(super) fn left(start: &Start, filter: &Filter, last: Option<&LastVisit>) -> Option<First> {
    let is_said = !filter.is_empty() || start.config.start.is_some();
    last.and_then(|last| last.left.clone()).filter(|_| !is_said).map(First::Left)
}

/// The views of a person: the own ones, everybody's, those that come with the program.
fn views(store: &Store, who: &str, lang: Lang) -> Result<Vec<Named>, Failure> {
    let mut saved = store.saved_views(who)?;
    saved.sort_by_key(|view| view.owner.is_none());
    let own = |view: SavedView| Named { names: vec![view.name.clone()], view };
    let built_in =
        built_in_views(last_note_before(store.newest_need()?)).into_iter().map(|built_in| {
            let said = |lang: Lang| Text::of(lang).say(&built_in.title);
            let others = Lang::ALL.iter().map(|lang| said(*lang));
            let code = built_in.view.name.clone();
            let names = std::iter::once(said(lang)).chain(others).chain([code]).collect();
            Named { names, view: built_in.view }
        });
    Ok(saved.into_iter().map(own).chain(built_in).collect())
}

/// The view with a name, or else with a key.
fn found(asked: &str, mut views: Vec<Named>) -> Result<Named, Failure> {
    let word = fold(asked.trim());
    let is_named = |named: &Named| named.names.iter().any(|name| fold(name) == word);
    let on_key = |named: &Named| wanted(&named.view).is_some_and(|key| key.to_string() == asked);
    if let Some(place) = views.iter().position(is_named).or_else(|| views.iter().position(on_key)) {
        return Ok(views.swap_remove(place));
    }
    let names = || views.iter().filter_map(|named| named.names.first());
    let message = Message::new("start-no-view")
        .with("name", clean_line(asked))
        .with("known", names().cloned().collect::<Arg>());
    let failure = Failure::new(Status::Usage, message);
    let all = views.iter().flat_map(|named| &named.names);
    Err(match nearest(&word, all.map(|name| (fold(name), name))) {
        Some(name) => failure.and(Message::new("cli-nearest").with("word", name.as_str())),
        None => failure,
    })
}
