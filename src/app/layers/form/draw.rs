//! Draws a form in place of the screen below it: the path, the last entry, the fields, the help for the current field.

use super::columns::fields_width;
use super::fields;
use super::record_form::RecordForm;
use super::workshop::pane;
use crate::app::App;
use crate::app::navigate::areas::areas;
use crate::app::state::form::Form;
use crate::app::state::form::field::FormField;
use crate::app::state::form::sitting::Entered;
use crate::domain::{Coded, Cycle, Kind};
use crate::fields::{FieldValue, RowCell, Stored};
use crate::paint::Canvas;
use crate::paint::line::{shortened, width};
use crate::paint::targets::{Pane, Target};
use crate::text::{Arg, Text, capital};
use ratatui::layout::{Position, Rect};

/// The sign between two parts of the path.
const BETWEEN: &str = " › ";

/// Draws the form. Gives the position of the terminal's cursor.
pub(super) fn draw(open: &RecordForm, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
    let screen = areas(app);
    let high = screen.status.bottom().saturating_sub(screen.filter.y);
    let all = Rect { height: high, ..screen.filter };
    canvas.clear(all);
    canvas.targets.tell(all, Target::Pane(Pane::Layer));
    draw_path(open, app, canvas, screen.filter);
    let above = Rect { y: screen.filter.y + 1, ..screen.filter };
    draw_above(open, canvas, above);
    let wide = fields_width(all.width, open.beside_pane());
    let top = above.y + 1 + u16::from(all.height > 26);
    let height = screen.status.y.saturating_sub(top);
    let area = Rect { y: top, height, width: wide, ..all };
    let area = if open.workshop.is_some() {
        pane::draw(open, app, canvas, Rect { width: all.width, ..area }, wide)
    } else {
        area
    };
    let cursor = fields::draw(open, app, canvas, area);
    if let Some(sitting) = open.sitting.as_ref().filter(|_| wide < all.width) {
        let beside = Rect { x: all.x + wide, width: all.width - wide, ..area };
        super::beside::draw(sitting, &open.pasted, canvas, beside);
    }
    draw_help(open, app, canvas, screen.status);
    cursor.filter(|_| !open.waits && !open.is_beside_fields())
}

/// Draws the path of the form; on its right, whether there are unsaved values.
fn draw_path(open: &RecordForm, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let (text, theme) = (canvas.text, canvas.theme);
    let right = Rect { width: area.width.saturating_sub(1), ..area };
    let said = match &open.sitting {
        Some(sitting) => {
            let drafts = u32::from(open.form.differs());
            let args = [("count", Arg::from(sitting.entered.len())), ("drafts", Arg::from(drafts))];
            text.tra("form-sitting-count", &args)
        }
        None if open.workshop.is_some() && !open.waits => counted(open, text),
        None if open.waits => text.tr("form-waits").into_owned(),
        None if open.form.differs() => text.tr("form-not-saved").into_owned(),
        None => String::new(),
    };
    let edge = canvas.put_right(right, 0, &said, theme.dim);
    let room = Rect { width: edge.saturating_sub(1), ..area };
    let context = app.place().view.context();
    let mut parts = vec![text.tr(&format!("context-{}", context.code())).into_owned()];
    if open.workshop.is_some() {
        parts.push(text.tr("section-shared").into_owned());
    }
    if open.sitting.is_some() {
        parts.push(open.form.typed("review"));
        parts.push(text.tr("form-sitting").into_owned());
    } else if open.workshop.is_some() {
        parts.push(text.tr("plan-path").into_owned());
    } else {
        parts.push(title(&open.form, text));
    }
    let last = parts.len() - 1;
    let mut x = 1;
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            x += canvas.put(room, x, 0, BETWEEN, theme.dim);
        }
        let style = if place == last { theme.strong } else { theme.plain };
        x += canvas.put(room, x, 0, part, style);
    }
}

/// Gives the number of States and needs that take part in a planned workshop.
fn counted(open: &RecordForm, text: &Text) -> String {
    let Some(workshop) = open.workshop.as_deref() else { return String::new() };
    let (states, needs) = (workshop.states_taking_part().len(), workshop.taking_part().len());
    text.tra("plan-counted", &[("states", Arg::from(states)), ("needs", Arg::from(needs))])
}

/// Gives the name of a form: the kind of a new record, or the record.
pub(super) fn title(form: &Form, text: &Text) -> String {
    let kind = text.tr(&format!("record-{}", form.kind.code())).into_owned();
    match form.record {
        None => text.tra("form-new", &[("kind", Arg::from(kind))]),
        Some(record) if record.kind == Kind::Need => {
            text.tra("need-title", &[("id", Arg::from(record.number.to_string()))])
        }
        Some(_) => {
            let args = [("kind", Arg::from(capital(&kind))), ("name", Arg::from(form.name(text)))];
            text.tra("record-named", &args)
        }
    }
}

/// Draws the last need of the sitting, or the legend of the marks.
fn draw_above(open: &RecordForm, canvas: &mut Canvas<'_>, area: Rect) {
    let last = open.sitting.as_ref().and_then(|sitting| sitting.entered.last());
    let said = match last {
        Some(last) => canvas.text.tra(
            "form-last-entered",
            &[("stated", Arg::from(stated(last))), ("text", Arg::from(last.text.clone()))],
        ),
        None if open.workshop.is_some() => canvas.text.tr("plan-about").into_owned(),
        None => canvas.text.tr("form-marks").into_owned(),
    };
    let room = usize::from(area.width.saturating_sub(2));
    canvas.put(area, 1, 0, &shortened(&said, room), canvas.theme.dim);
}

/// The number of an entered need, with its articles and its category where it has them.
fn stated(last: &Entered) -> String {
    let need = last.need.to_string();
    let all = [need.as_str(), &last.articles, &last.category];
    all.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Draws the help for the current field, and its place among the fields.
fn draw_help(open: &RecordForm, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let (text, theme) = (canvas.text, canvas.theme);
    let right = Rect { width: area.width.saturating_sub(1), ..area };
    if let Some((help, place)) = open.workshop.as_deref().and_then(|of| pane::help(of, text)) {
        let edge = canvas.put_right(right, 0, &place, theme.dim);
        let room = Rect { width: edge.saturating_sub(2), ..area };
        canvas.put(room, 1, 0, &help, theme.plain);
        return;
    }
    let args = [("at", Arg::from(open.form.at + 1)), ("count", Arg::from(open.form.fields.len()))];
    let edge = canvas.put_right(right, 0, &text.tra("form-field-of", &args), theme.dim);
    let Some(own) = open.form.current() else { return };
    let help = help(&open.form, own, app, text);
    let room = Rect { width: edge.saturating_sub(2), ..area };
    if width(&help) > 0 {
        canvas.put(room, 1, 0, &help, theme.plain);
    }
}

/// Describes the values that a field takes.
fn help(form: &Form, own: &FormField, app: &App, text: &Text) -> String {
    let referred = own.field.stored().referred();
    let of = || {
        let kind = referred.first().map_or("", |of| of.kind.map_or(of.table, Kind::code));
        Arg::Named(format!("record-{kind}"))
    };
    match own.field.value() {
        FieldValue::Line => text.tr("form-help-line").into_owned(),
        FieldValue::Text => text.tr("form-help-text").into_owned(),
        FieldValue::OneOf(_) | FieldValue::YesNo => text.tr("form-help-choice").into_owned(),
        FieldValue::Number(least, most) => {
            let args = [("least", Arg::from(least)), ("most", Arg::from(most))];
            text.tra("form-help-number", &args)
        }
        FieldValue::Moment => text.tr("form-help-moment").into_owned(),
        FieldValue::Day => text.tr("form-help-day").into_owned(),
        FieldValue::Date => text.tr("form-help-date").into_owned(),
        FieldValue::Language => text.tr("form-help-language").into_owned(),
        FieldValue::Reference => text.tra("form-help-reference", &[("kind", of())]),
        FieldValue::References => text.tra("form-help-references", &[("kind", of())]),
        FieldValue::Articles => {
            let cycle = app.vocabulary().and_then(|vocabulary| form.cycle(vocabulary));
            let id = match cycle {
                Some(Cycle::First) => "form-help-articles-1",
                Some(Cycle::Second) => "form-help-articles-2",
                None => "form-help-articles",
            };
            text.tr(id).into_owned()
        }
        FieldValue::Chapters => text.tr("form-help-chapters").into_owned(),
        FieldValue::Lines => text.tr("form-help-lines").into_owned(),
        FieldValue::Keys => text.tr("form-help-keys").into_owned(),
        FieldValue::Rows => {
            let cells = match own.field.stored() {
                Stored::Rows(_, cells) => cells,
                _ => &[],
            };
            let name = |cell: &RowCell| text.tr(&format!("cell-{}", cell.code)).into_owned();
            let cells: Vec<String> = RowCell::as_typed(cells).map(name).collect();
            text.tra("form-help-rows", &[("cells", Arg::from(cells.join(" | ")))])
        }
    }
}
