//! The completions below the filter line: the words that could stand at the cursor, with the number
//! of needs that each value would show.

use crate::app::App;
use crate::app::state::assistance::Section;
use crate::app::state::screens::View;
use crate::paint::Canvas;
use crate::paint::line::{padded, width};
use crate::paint::theme::CURSOR;
use crate::query::{
    Completion, CompletionNeeds, Completions, Field, Measure, Term, tells_assistance,
};
use crate::text::grouped;
use crate::worker::Made;
use ratatui::layout::Rect;

/// The most lines shown at once.
const MOST: usize = 10;

/// Draws the completions, the cursor on the chosen one, under their heading where they have one. `stays` are the
/// completions before the letter that is still to be answered.
pub(super) fn draw(
    app: &App,
    canvas: &mut Canvas<'_>,
    heading: Option<String>,
    chosen: Option<usize>,
    stays: Option<&Completions>,
) {
    let Some(found) = app.completions() else { return };
    let Some(answer) = &app.answer else { return };
    let stays = stays.filter(|_| app.words_meant().is_none());
    let (now, before) =
        (extent(canvas, &found), stays.map(|found| extent(canvas, found)).unwrap_or_default());
    let (lines, labels) = (now.0.max(before.0), now.1.max(before.1));
    if lines == 0 {
        return;
    }
    // a box that will close keeps its contents till then; beside another number they would be wrong
    let found = stays.filter(|_| found.items.is_empty() && !app.is_found()).unwrap_or(&found);
    let counted = counted_activities(app, found);
    let page = MOST.min(usize::from(canvas.size.1.saturating_sub(7)).max(1));
    let shown = found.items.len().min(page);
    let top = chosen.map_or(0, |row| row / page * page).min(found.items.len() - shown);
    let wide = (labels + 14).clamp(30, 64) as u16;
    let offered = offered(found) as u16;
    let prompt = width(&canvas.text.tr("filter-prompt")) as u16 + 1;
    let area = Rect::new(prompt, 2, wide, lines.min(page) as u16 + 2);
    let title = heading.or_else(|| title(app, canvas, found)).unwrap_or_default();
    let inside = canvas.panel_at(area, &title);
    for (y, (row, item)) in found.items.iter().enumerate().skip(top).take(shown).enumerate() {
        let y = y as u16;
        let here = chosen == Some(row);
        if here {
            canvas.put(inside, 0, y, CURSOR, canvas.theme.mark);
        }
        let mut room = inside;
        let needs = match item.needs {
            CompletionNeeds::Untold => None,
            // Its number can be of one State.
            CompletionNeeds::Of(field, slot)
                if counted.is_none() && app.is_nameless() && tells_assistance(field, slot) =>
            {
                None
            }
            CompletionNeeds::Of(_, slot) if counted.is_some() => {
                let count = counted.as_ref().and_then(|counts| counts.get(usize::from(slot)));
                count.map(|count| grouped((*count).into()))
            }
            CompletionNeeds::Of(field, slot) => {
                let counts = answer.counts.offered(field, Measure::Needs);
                counts.get(usize::from(slot)).map(|count| grouped((*count).into()))
            }
            // a filter for words: each may be counted of something else
            CompletionNeeds::Counted(count) => Some(canvas.text.say(&count.message())),
        };
        if let Some(needs) = needs {
            let right = Rect { width: inside.width.saturating_sub(1), ..inside };
            let edge = canvas.put_right(right, y, &needs, canvas.theme.dim);
            room.width = edge.saturating_sub(1);
        }
        let style = if here { canvas.theme.cursor } else { canvas.theme.strong };
        let mut x = 1 + canvas.put(room, 1, y, &item.insert, style);
        if matches!(item.needs, CompletionNeeds::Counted(_)) {
            x = x.max(1 + offered);
        }
        let written = item.insert.trim_end_matches(':');
        if item.label != written {
            let label = padded(&item.label, usize::from(room.width.saturating_sub(x + 2)), false);
            canvas.put(room, x + 2, y, label.trim_end(), canvas.theme.dim);
        }
    }
    canvas.put_more(Rect { height: shown as u16, ..inside }, top, found.items.len());
}

/// The width of the filters that are offered for words; the names of their values stand in a column behind them.
fn offered(found: &Completions) -> usize {
    let offers =
        found.items.iter().filter(|item| matches!(item.needs, CompletionNeeds::Counted(_)));
    offers.map(|item| width(&item.insert)).max().unwrap_or(0)
}

/// The field whose values are offered, where they have numbers.
fn field_offered(found: &Completions) -> Option<Field> {
    found.items.iter().find_map(|item| match item.needs {
        CompletionNeeds::Of(field, _) => Some(field),
        CompletionNeeds::Untold | CompletionNeeds::Counted(_) => None,
    })
}

/// In the list of activities, how many of these each value of the field would show, by slot; `None` elsewhere, and for
/// fields of needs alone.
fn counted_activities(app: &App, found: &Completions) -> Option<Vec<u32>> {
    let View::Assistance(page) = &app.place().view else { return None };
    let answer = app.answer.as_deref().filter(|_| page.section == Section::Activities)?;
    let Some(Made::Assistance(made)) = &answer.made else { return None };
    made.shown.offered(field_offered(found)?, &answer.plan, &answer.register.vocabulary)
}

/// The heading for the numbers beside values, where there are such.
fn title(app: &App, canvas: &Canvas<'_>, found: &Completions) -> Option<String> {
    let field = field_offered(found)?;
    let filter = &app.answer.as_ref()?.filter;
    let of_field = filter.terms.iter().filter_map(Term::positive).filter(|term| term.0 == field);
    let of_field = of_field.take(1).count();
    let is_all = filter.terms.len() == of_field;
    let id = match (counted_activities(app, found).is_some(), is_all) {
        (false, true) => "filter-of-all",
        (false, false) => "filter-with-rest",
        (true, true) => "filter-of-all-activities",
        (true, false) => "filter-activities-with-rest",
    };
    Some(canvas.text.tr(id).into_owned())
}

/// The lines and columns that completions take.
fn extent(canvas: &Canvas<'_>, found: &Completions) -> (usize, usize) {
    let offered = offered(found);
    let wide = |item: &Completion| {
        let label = width(&item.label) + 3;
        match item.needs {
            CompletionNeeds::Counted(count) => {
                let figures = width(&grouped(count.needs.into()));
                (offered + label + width(&canvas.text.say(&count.message())))
                    .saturating_sub(figures)
            }
            CompletionNeeds::Untold | CompletionNeeds::Of(..) => width(&item.insert) + label,
        }
    };
    (found.items.len(), found.items.iter().map(wide).max().unwrap_or(0))
}
