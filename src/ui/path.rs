//! The path in the second line: the main screen, the places open over it, the filter as it is written.

use super::Pen;
use super::line::{put, width};
use crate::analysis::day_in_words;
use crate::app::assistance::{AssistanceRecord, Section};
use crate::app::assistance_records::Records;
use crate::app::history::Scope;
use crate::app::place::{Place, View};
use crate::app::screens::History;
use crate::app::screens::triage::{own_slot, whose};
use crate::domain::Coded;
use crate::paint::targets::Target;
use crate::paint::{names, values};
use crate::query::Measure;
use crate::query::register::Review;
use crate::text::{Arg, Named};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The separator of two parts.
const BETWEEN: &str = " › ";

/// The most cells of a post.
const POST: usize = 28;

/// The sign for places that have no room.
const LEFT_OUT: &str = "…";

/// Draws the path of places. Where the room is short the places between the first and the last go, then what the first
/// shows; that no needs are left out is said only where it has room.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    let theme = &pen.theme;
    let mut places: Vec<String> = pen.app.places.iter().map(|place| name(pen, place)).collect();
    let filter = pen.app.in_words(&pen.app.place().narrowed());
    let mut filter = match (filter.is_empty(), places.len()) {
        (true, 1) => pen.text.tr("filter-empty").into_owned(),
        _ => filter,
    };
    let wide = |places: &[String], filter: &String| {
        let parts = places.iter().chain((!filter.is_empty()).then_some(filter));
        parts.map(|part| width(part) + width(BETWEEN)).sum::<usize>()
    };
    let room = usize::from(area.width);
    while wide(&places, &filter) > room && places.len() > 2 {
        if places[1] == LEFT_OUT {
            if places.len() == 3 {
                break;
            }
            places.remove(2);
        } else {
            LEFT_OUT.clone_into(&mut places[1]);
        }
    }
    let last = places.len() - 1;
    if last > 0 && wide(&places, &filter) > room {
        let named = places[0].split(BETWEEN).next().unwrap_or_default().to_owned();
        places[0] = named;
    }
    if last == 0 && pen.app.place().narrowed().is_empty() && wide(&places, &filter) > room + 2 {
        filter.clear();
    }
    let mut x = 1;
    for (number, place) in places.iter().enumerate() {
        if number > 0 {
            x += put(buffer, area, x, 0, BETWEEN, theme.dim);
        }
        let style = if number == last { theme.strong } else { theme.plain };
        let from = area.x + x;
        x += put(buffer, area, x, 0, place, style);
        // Another scope of the page of changes is a key away.
        let turns = pen.app.key_of("pane.next").filter(|_| number == last);
        if let (View::History(_), Some(key)) = (&pen.app.place().view, turns) {
            let scope = Rect { x: from, width: area.x + x - from, height: 1, ..area };
            pen.targets.tell(scope, Target::Key(key.to_string()));
        }
    }
    if !filter.is_empty() {
        x += put(buffer, area, x, 0, BETWEEN, theme.dim);
        let style = if pen.app.place().filter.is_empty() { theme.dim } else { theme.plain };
        x += put(buffer, area, x, 0, &filter, style);
    }
    if let Some(day) = pen.app.since().filter(|_| pen.app.place().view.context().is_narrowed()) {
        x += put(buffer, area, x, 0, BETWEEN, theme.dim);
        let args = [("day", Arg::from(day_in_words(day, pen.text)))];
        x += put(buffer, area, x, 0, &pen.text.tra("growth-path", &args), theme.plain);
    }
    let split = pen.app.split;
    let is_split = match &pen.app.place().view {
        View::Overview(_) => pen.app.measure == Measure::Needs,
        View::Figures(_) => pen.app.drawn().is_some_and(|drawn| drawn.parts.is_some()),
        View::States(_) | View::Reviews(_) => pen.app.shows_bars(),
        View::Needs(_)
        | View::Triage(_)
        | View::Assistance(_)
        | View::AssistanceRecord(_)
        | View::State(_)
        | View::Review(_)
        | View::Need(_)
        | View::History(_)
        | View::News(_)
        | View::Themes(_) => false,
    };
    if let Some(by) = split.filter(|_| is_split) {
        x += put(buffer, area, x, 0, BETWEEN, theme.dim);
        put(buffer, area, x, 0, &pen.text.tr(&format!("bars-by-{}", by.code())), theme.plain);
    }
}

/// The name of a screen, or of the record open on a page.
fn name(pen: &Pen<'_>, place: &Place) -> String {
    let (text, vocabulary) = (pen.text, pen.app.vocabulary());
    let kind = || text.tr(&format!("context-{}", place.view.context().code())).into_owned();
    match &place.view {
        View::Need(page) => text.tra("need-title", &[("id", Arg::from(page.id.to_string()))]),
        View::State(page) => {
            let state = vocabulary.and_then(|of| of.states.get(usize::from(page.place)));
            state.map_or_else(kind, |state| state.in_lang(text.lang()).to_owned())
        }
        View::Review(page) => {
            let review = vocabulary.and_then(|of| of.reviews.get(usize::from(page.place)));
            review.map_or_else(kind, |review| review_name(pen, review))
        }
        View::Triage(triage) => {
            let own = pen.app.answer.as_deref().and_then(own_slot);
            let is_own = own.is_some_and(|slot| whose(slot) == triage.whose);
            let own = own.filter(|_| is_own);
            let person = own.and_then(|slot| vocabulary?.people.get(slot.index()?).zip(vocabulary));
            person.map_or_else(kind, |(person, of)| {
                let name = names::post_in(person, of, text, POST);
                format!(
                    "{}{BETWEEN}{}",
                    kind(),
                    text.tra("people-you", &[("name", Arg::from(name))])
                )
            })
        }
        View::Assistance(page) => {
            let section = text.tr(&format!("section-{}", page.section.code())).into_owned();
            let fields = page.by(pen.app.is_nameless());
            let by =
                fields.iter().map(|by| text.tr(&format!("field-{}", by.code())).to_lowercase());
            let by: Vec<String> = by.collect();
            let named = format!("{}{BETWEEN}{section}", kind());
            if page.section == Section::Coverage {
                let id = format!("coverage-by-{}", page.coverage.code());
                let by = text.tr(&id);
                return format!("{named}{BETWEEN}{by}");
            }
            if by.is_empty() {
                return named;
            }
            let by = text.tra("path-by", &[("fields", Arg::from(by.join(" × ")))]);
            format!("{named}{BETWEEN}{by}")
        }
        View::AssistanceRecord(page) => {
            let named = |answer| {
                let (section, id) = page.of.in_section()?;
                Records::of(section.listing(), answer)?.short_title(id, text)
            };
            let name = pen.app.answer.as_deref().and_then(named);
            match name.filter(|_| !page.of.has_candidates()) {
                _ if matches!(page.of, AssistanceRecord::InState(_)) => {
                    text.tr("path-in-state").into_owned()
                }
                Some(name) => name,
                None => kind(),
            }
        }
        View::Needs(_) if place.lists_selected() => text.tr("path-selected").into_owned(),
        View::Overview(_)
        | View::States(_)
        | View::Reviews(_)
        | View::Needs(_)
        | View::Figures(_)
        | View::News(_)
        | View::Themes(_) => kind(),
        View::History(history) => format!("{}{BETWEEN}{}", kind(), scope(pen, history)),
    }
}

/// The scope of the changes shown, in words.
fn scope(pen: &Pen<'_>, history: &History) -> String {
    let (text, vocabulary, subject) = (pen.text, pen.app.vocabulary(), &history.subject);
    match history.scope {
        Scope::Need => {
            let id = subject.need.as_ref().map(ToString::to_string).unwrap_or_default();
            text.tra("need-title", &[("id", Arg::from(id))])
        }
        Scope::State => {
            let states = vocabulary.map(|of| of.states.as_slice());
            let state = subject.state.and_then(|place| states?.get(usize::from(place)));
            names::or_nil(state.map(|state| state.in_lang(text.lang())))
        }
        Scope::Person => values::person(vocabulary, &subject.who, text),
        Scope::Day => subject.day.to_string(),
        Scope::All => text.tr("history-all").into_owned(),
    }
}

/// The State of a review and its cycle.
fn review_name(pen: &Pen<'_>, review: &Review) -> String {
    let (text, vocabulary) = (pen.text, pen.app.vocabulary());
    let state = vocabulary.and_then(|of| of.states.get(usize::from(review.state)));
    let args = [
        ("state", Arg::from(state.map_or("", |state| state.in_lang(text.lang())))),
        ("cycle", Arg::from(text.value("cycle", review.cycle.code()))),
    ];
    text.tra("review-title", &args)
}
