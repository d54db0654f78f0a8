//! `ta-tui platforms`: regional platforms, their members and the priorities on which these agreed.

use super::failure::Failure;
use super::format::Format;
use super::list::{self, ListArgs, Listed};
use super::session::{Question, Session};
use crate::assistance::needs_told;
use crate::columns::platforms::{DATA, PlatformRow};
use crate::store::{PlatformDetail, Store};

/// The platforms with the words of the filter in their code or names. Without other terms all of them; with terms on
/// States alone those with one of these States as a member; else those
/// whose activity is matched with one of the needs.
pub(super) fn run(session: &Session<'_>, args: &ListArgs) -> Result<(), Failure> {
    let (store, now) = session.loaded()?;
    let register = session.shown(&store, now)?;
    let question = session.ask(&register, &args.filter)?;
    let platforms = store.file_on(session.as_of)?.platforms()?;
    let states = &register.vocabulary.states;
    let has_member = |platform: &PlatformDetail| {
        let passing = (0..states.len()).filter(|place| question.plan.state_matches(*place));
        passing.into_iter().any(|place| platform.states.contains(&states[place].id))
    };
    let needs = needs_told(&register, &question.selection.rows);
    let row = |place: u16| {
        let platform = platforms.get(usize::from(place))?;
        Some(PlatformRow::new(&register.vocabulary, place, platform, &needs))
    };
    let rest = question.filter.without_text();
    let is_called = |platform: &PlatformDetail| {
        let organisations = &register.vocabulary.organisations;
        let of = organisations.iter().find(|one| one.id == platform.organisation);
        let names = of.into_iter().flat_map(|one| one.names.iter());
        let own: Vec<&str> = std::iter::once(platform.code.as_str()).chain(names).collect();
        question.plan.lets_words(&own)
    };
    let shows = |place: &u16| {
        let platform = &platforms[usize::from(*place)];
        let is_for = rest.is_empty()
            || row(*place).is_some_and(|row| row.needs > Some(0))
            || (rest.is_on_states_only() && has_member(platform));
        is_for && is_called(platform)
    };
    let rows: Vec<u16> = (0..platforms.len() as u16).filter(shows).collect();
    list::write(&DATA, &question, args, rows, row)
}

/// One platform with every column; `None` where the register does not have it.
pub(super) fn record(
    store: &Store,
    question: &Question<'_>,
    id: i64,
    format: Format,
) -> Result<Option<Listed>, Failure> {
    let platforms = store.platforms()?;
    let Some(place) = platforms.iter().position(|platform| platform.id == id) else {
        return Ok(None);
    };
    let needs = needs_told(question.register, &question.selection.rows);
    let vocabulary = &question.register.vocabulary;
    let row = PlatformRow::new(vocabulary, place as u16, &platforms[place], &needs);
    Ok(Some(list::record(&DATA, question, format, &row)))
}
