//! Draws what the planner has beside the fields: the States and needs of the group, and the response of the needs. On a
//! wide screen States stand at the right and needs below the fields; on a narrow one, States below the fields, or needs
//! while the cursor is among them.

use super::super::record_form::RecordForm;
use crate::app::App;
use crate::app::state::workshop::{Workshop, WorkshopPart};
use crate::assistance::MOST_STATES;
use crate::domain::{Coded, Response, clean_line};
use crate::paint::Canvas;
use crate::paint::line::{padded, width, wrapped};
use crate::paint::names;
use crate::paint::theme::{CHOSEN, CURSOR, NOT_CHOSEN, SOME};
use crate::text::{Arg, Named, Text};
use ratatui::layout::Rect;

/// The rows that the response takes at the foot of the States.
const RESPONSE: u16 = 4;

/// The cells of the name of a State.
const NAME: usize = 32;

/// Draws the parts in an area, of which the fields may be `wide` cells wide. Gives the area left to the fields.
pub(in crate::app::layers::form) fn draw(
    open: &RecordForm,
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    wide: u16,
) -> Rect {
    let Some(workshop) = open.workshop.as_deref() else { return area };
    let rows = open.form.fields.len() as u16;
    let below = |fields: u16| Rect {
        y: area.y + fields + 1,
        height: area.height.saturating_sub(fields + 1),
        ..area
    };
    if wide < area.width {
        let problems = open.form.fields.iter().filter(|own| own.problem.is_some()).count() as u16;
        let fields = (rows + problems).min(area.height.saturating_sub(4));
        let x = area.x + wide;
        let right = Rect { x, width: area.width - wide, ..area };
        for y in 0..right.height {
            canvas.put(right, 0, y, "│", canvas.theme.dim);
        }
        let right = Rect { x: x + 2, width: right.width.saturating_sub(3), ..right };
        let foot = RESPONSE + 1;
        let list = Rect { height: right.height.saturating_sub(foot), ..right };
        states(workshop, app, canvas, list);
        let y = right.y + list.height + 1;
        response(workshop, app, canvas, Rect { y, height: RESPONSE.min(right.height), ..right });
        needs(workshop, app, canvas, Rect { width: wide, ..below(fields) });
        return Rect { width: wide, height: fields, ..area };
    }
    let fields = rows.min(area.height * 3 / 5);
    let rest = below(fields);
    let rest = Rect { x: rest.x + 1, width: rest.width.saturating_sub(2), ..rest };
    let list = Rect { height: rest.height.saturating_sub(2), ..rest };
    match workshop.at {
        Some(WorkshopPart::Needs) => needs(workshop, app, canvas, list),
        _ => states(workshop, app, canvas, list),
    }
    let foot = Rect { y: rest.y + list.height, height: rest.height.min(2), ..rest };
    response(workshop, app, canvas, foot);
    Rect { height: fields, ..area }
}

/// Draws the States of the group, each with its needs.
fn states(workshop: &Workshop, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let text = canvas.text;
    let (count, all) = (workshop.states_taking_part().len(), workshop.states.len());
    let args = [("count", Arg::from(count)), ("all", Arg::from(all))];
    canvas.put(area, 1, 0, &text.tra("plan-states", &args), canvas.theme.heading);
    let mut top = 1;
    if count > MOST_STATES {
        let split = app.key_of("shared.split").map(|key| key.name(text)).unwrap_or_default();
        let args = [("most", Arg::from(MOST_STATES)), ("key", Arg::from(split))];
        let room = usize::from(area.width.saturating_sub(1));
        for line in wrapped(&text.tra("plan-wide", &args), room).into_iter().take(2) {
            canvas.put(area, 1, top, &line, canvas.theme.caution);
            top += 1;
        }
    }
    let list = Rect { y: area.y + top, height: area.height.saturating_sub(top), ..area };
    let here = (workshop.at == Some(WorkshopPart::States)).then_some(workshop.rows[0]);
    let name = NAME.min(usize::from(list.width).saturating_sub(14));
    draw_list(canvas, list, all, workshop.rows[0], here, &|row, text| {
        let place = *workshop.states.get(row)?;
        let state = app.vocabulary()?.states.get(usize::from(place))?;
        let [own, of] = workshop.needs_of(place);
        let number = match own {
            0 => of.to_string(),
            _ if own == of => of.to_string(),
            _ => text.tra("plan-some", &[("own", Arg::from(own)), ("all", Arg::from(of))]),
        };
        let named = padded(state.in_lang(text.lang()), name, false);
        Some((sign(own, of), format!("{named} {}", padded(&number, 8, true))))
    });
}

/// Draws the needs of the group.
fn needs(workshop: &Workshop, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let (text, signs) = (canvas.text, app.settings.signs);
    let args = [
        ("count", Arg::from(workshop.taking_part().len())),
        ("all", Arg::from(workshop.needs.len())),
    ];
    canvas.put(area, 1, 0, &text.tra("plan-needs", &args), canvas.theme.heading);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let here = (workshop.at == Some(WorkshopPart::Needs)).then_some(workshop.rows[1]);
    let count = workshop.needs.len();
    draw_list(canvas, list, count, workshop.rows[1], here, &|row, text| {
        let own = workshop.needs.get(row)?;
        let takes_part = usize::from(own.takes_part);
        let Some(need) = app.need(own.need) else {
            return Some((sign(takes_part, 1), own.need.to_string()));
        };
        let priority = names::priority(need.priority(), text).sign;
        let response = names::response(need.response(), text, signs).sign;
        let state = need.state();
        let code = if state.iso3.is_empty() { state.in_lang(text.lang()) } else { &state.iso3 };
        let about = format!(
            "{:>6} {} {} {}  {}",
            own.need,
            padded(code, 3, false),
            padded(priority, 3, false),
            padded(response, 1, false),
            clean_line(&need.text())
        );
        Some((sign(takes_part, 1), about))
    });
}

/// The sign of something of which `own` of `all` needs take part.
fn sign(own: usize, all: usize) -> &'static str {
    match own {
        0 => NOT_CHOSEN,
        own if own == all => CHOSEN,
        _ => SOME,
    }
}

/// The sign and the words of a row.
type RowOf<'a> = &'a dyn Fn(usize, &Text) -> Option<(&'static str, String)>;

/// Draws a list around its row `at`; `here`: the row of the cursor, where the keys are heard there.
fn draw_list(
    canvas: &mut Canvas<'_>,
    area: Rect,
    count: usize,
    at: usize,
    here: Option<usize>,
    row_of: RowOf<'_>,
) {
    let page = usize::from(area.height).max(1);
    let top = if count <= page { 0 } else { (at / page * page).min(count - page) };
    let text = canvas.text;
    for (y, row) in (0..area.height).zip(top..count) {
        let Some((sign, words)) = row_of(row, text) else { continue };
        let is_here = here == Some(row);
        let is_out = sign == NOT_CHOSEN;
        let style = match (is_here, is_out) {
            (true, _) => canvas.theme.cursor,
            (false, true) => canvas.theme.dim,
            (false, false) => canvas.theme.plain,
        };
        if is_here {
            canvas.put(area, 0, y, CURSOR, canvas.theme.mark);
        }
        let mark = if is_out { canvas.theme.dim } else { canvas.theme.mark };
        canvas.put(area, 1, y, sign, mark);
        let room = Rect { width: area.width.saturating_sub(1), ..area };
        canvas.put(room, 3, y, &words, style);
    }
    canvas.put_more(area, top, count);
}

/// Draws the choice of the response, and how many needs it would move.
fn response(workshop: &Workshop, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let (text, theme) = (canvas.text, canvas.theme);
    let here = workshop.at == Some(WorkshopPart::Response);
    if here {
        canvas.put(area, 0, 0, CURSOR, theme.mark);
    }
    let head = text.tr("plan-response");
    let mut x = 1;
    let mut y = 0;
    x += canvas.put(area, x, y, &head, theme.heading) + 2;
    if area.height > 2 {
        (x, y) = (1, 1);
    }
    let planned = text.value("response", Response::Planned.code());
    let stays = text.tr("match-response-stays").into_owned();
    for (name, is_it) in [(stays, !workshop.responds), (planned, workshop.responds)] {
        let said = format!("{} {name}", if is_it { "(•)" } else { "( )" });
        let style = match (is_it, here) {
            (true, true) => theme.cursor,
            (true, false) => theme.strong,
            (false, _) => theme.dim,
        };
        x += canvas.put(area, x, y, &said, style) + 2;
    }
    let args = [
        ("moves", Arg::from(app.responding(workshop).len())),
        ("needs", Arg::from(workshop.taking_part().len())),
    ];
    let said = text.tra("plan-moves", &args);
    let room = usize::from(area.width.saturating_sub(2));
    let lines = wrapped(&said, room);
    let style = if workshop.responds { theme.strong } else { theme.dim };
    for (y, line) in (y + 1..area.height).zip(lines) {
        debug_assert!(width(&line) <= room.max(1));
        canvas.put(area, 1, y, &line, style);
    }
}

/// The help for the part with the cursor, and its place there.
pub(in crate::app::layers::form) fn help(
    workshop: &Workshop,
    text: &Text,
) -> Option<(String, String)> {
    let part = workshop.at?;
    let (row, count) = workshop.row();
    let args = [("at", Arg::from(row + 1)), ("count", Arg::from(count))];
    let place = match part {
        WorkshopPart::Response => String::new(),
        _ => text.tra("plan-row-of", &args),
    };
    Some((text.tr(&format!("plan-help-{}", part.code())).into_owned(), place))
}
