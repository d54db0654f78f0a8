//! The page of an activity, an organisation, a platform or an adviser: what is stated of it above, below that the needs,
//! activities, priorities or States that belong to it.

use super::around::{wrapped_lines, write};
use super::assistance::{self, organisation};
use crate::app::assistance::AssistanceRecord;
use crate::app::assistance_records::Records;
use crate::app::layout;
use crate::app::screens::AssistancePage;
use crate::assistance::{Exclusion, Served};
use crate::domain::NeedNumber;
use crate::paint::labels;
use crate::paint::targets::{Pane, Target};
use crate::text::{Arg, Named};
use crate::ui::Pen;
use crate::ui::line::{Line, put, put_more};
use crate::ui::names;
use crate::ui::theme::CURSOR;
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the page.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, page: &AssistancePage) {
    let Some(answer) = &pen.app.answer else { return };
    let (above, lists) = layout::assistance_record(area, page.of);
    let (below, second) = layout::two_lists(lists, page.of);
    pen.targets.tell(above, Target::Pane(Pane::Own(0)));
    let facts = Rect { height: above.height.saturating_sub(1), ..above };
    let inside = Rect { x: facts.x + 1, width: facts.width.saturating_sub(2), ..facts };
    let lines = lines(pen, answer, page, inside.width.into());
    let top = page.scroll.min(lines.len().saturating_sub(inside.height.into()));
    for (y, line) in (0..inside.height).zip(lines.iter().skip(top)) {
        write(buffer, inside, y, line);
    }
    if page.in_facts {
        put(buffer, facts, 0, 0, CURSOR, pen.theme.mark);
    }
    put_more(buffer, facts, top, lines.len(), pen.theme.dim);
    let Some(records) = page.records(answer) else {
        assistance::rule::rule(pen, buffer, above, facts.height, &pen.text.tr("count-searching"));
        return;
    };
    let counted = assistance::counted_in_words(pen, &records);
    assistance::rule::rule(pen, buffer, above, facts.height, &counted);
    pen.targets.tell(below, Target::Pane(Pane::Own(1)));
    let in_first = !page.in_facts && !page.in_second;
    second_list(pen, buffer, second, answer, page);
    let cursor = (Pane::Own(1), &page.list, in_first);
    if !assistance::list_in(pen, buffer, below, answer, &records, cursor) {
        let said = nothing_listed(pen, answer, page);
        for (y, line) in (0..below.height).zip(wrapped_lines(
            &said,
            usize::from(below.width).saturating_sub(4),
            pen.theme.plain,
        )) {
            write(buffer, Rect { x: below.x + 2, ..below }, y, &line);
        }
    }
}

/// Draws the second list, under a line that says what it is.
fn second_list(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    answer: &Answer,
    page: &AssistancePage,
) {
    let Some(records) = page.second_records(answer).filter(|_| area.height > 0) else { return };
    let said = match (page.of, page.of.second()) {
        (AssistanceRecord::ForNeed(id, _), _) => {
            let articles = pen.app.need(id).map(|need| names::articles(need.articles(), pen.text));
            let count = ("count", Arg::from(records.count()));
            let articles = articles.filter(|named| !named.is_empty());
            let named = ("named", Arg::from(usize::from(articles.is_some())));
            let articles = ("articles", Arg::from(articles.unwrap_or_default()));
            pen.text.tra("count-on-need", &[count, named, articles])
        }
        (AssistanceRecord::Adviser(_), _) => pen.text.tr("count-parts-adviser").into_owned(),
        _ => assistance::counted_in_words(pen, &records),
    };
    assistance::rule::rule(pen, buffer, area, 0, &said);
    let below = layout::below_page_head(area, 1);
    pen.targets.tell(below, Target::Pane(Pane::Own(2)));
    let cursor = (Pane::Own(2), &page.second, page.in_second && !page.in_facts);
    if !assistance::list_in(pen, buffer, below, answer, &records, cursor) {
        put(buffer, below, 2, 0, &pen.text.tr("around-none"), pen.theme.dim);
    }
}

/// Why the list below is empty: of candidates, whether there could be any.
fn nothing_listed(pen: &Pen<'_>, answer: &Answer, page: &AssistancePage) -> String {
    let none = |all: bool| {
        let key = Arg::from(pen.app.key_of("candidates.possible"));
        let id = if all { "empty-candidates-possible" } else { "empty-candidates" };
        pen.text.tra(id, &[("key", key)])
    };
    match page.of {
        AssistanceRecord::ForNeed(id, all) => {
            let closed = pen.app.need(id).is_some_and(|need| need.standing().is_none());
            if closed {
                let need = Arg::from(id.to_string());
                return pen.text.tra("cli-candidates-closed", &[("need", need)]);
            }
            none(all)
        }
        AssistanceRecord::ForActivity(place, all) => {
            let of = answer.register.vocabulary.activities.get(usize::from(place));
            let excluded = of.and_then(|of| Some((of, Served::new(of, pen.app.today()).err()?)));
            match excluded {
                Some((of, exclusion)) => {
                    let id = match exclusion {
                        Exclusion::Kind => "cli-candidates-kind",
                        _ => "cli-candidates-cancelled",
                    };
                    pen.text.tra(id, &[("activity", Arg::from(of.code.as_str()))])
                }
                None => none(all),
            }
        }
        AssistanceRecord::Cell(_, true) => pen.text.tr("empty-in-cell").into_owned(),
        AssistanceRecord::Cell(_, false) => pen.text.tr("empty-servable").into_owned(),
        _ if !pen.app.place().filter.is_empty() => {
            let between = pen.text.tr("filter-meant-between");
            format!("{}{between}{}", pen.text.tr("empty-assistance"), pen.filter_hint())
        }
        _ => pen.text.tr("empty-record").into_owned(),
    }
}

/// What is stated of the record; of a candidate, what gives it its points.
fn lines(pen: &Pen<'_>, answer: &Answer, page: &AssistancePage, room: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let AssistanceRecord::Cell(values, _) = page.of {
        let of = &*answer.register.vocabulary;
        let named = values.into_iter().flatten();
        let named =
            named.map(|(field, slot)| labels::label_in(field, slot, of, pen.text, usize::MAX));
        let named = named.collect::<Vec<_>>().join(" · ");
        lines.extend(wrapped_lines(&named, room, pen.theme.heading));
        let key = Arg::from(pen.app.key_of("assistance.here"));
        lines.extend(wrapped_lines(
            &pen.text.tra("cell-turns", &[("key", key)]),
            room,
            pen.theme.plain,
        ));
        let best = page.records(answer).zip(page.list.current);
        let best = best.and_then(|(records, need)| {
            let place = records.could_serve(need).and(records.best_place(NeedNumber::new(need)))?;
            answer.register.vocabulary.activities.get(usize::from(place))
        });
        if let Some(best) = best {
            let args = [
                ("code", Arg::from(best.code.as_str())),
                ("said", Arg::from(best.in_lang(pen.text.lang()))),
            ];
            lines.extend(wrapped_lines(
                &pen.text.tra("activity-heading", &args),
                room,
                pen.theme.plain,
            ));
        }
    }
    if page.of.has_candidates() {
        let records = page.records(answer).zip(page.list.current);
        let why = records.and_then(|(records, id)| records.explained(id, pen.text));
        lines.extend(why.into_iter().flat_map(|why| wrapped_lines(&why, room, pen.theme.strong)));
        lines.push(Line::new());
    }
    if let AssistanceRecord::ForNeed(id, _) = page.of
        && let Some(need) = pen.app.need(id)
    {
        let articles = names::articles(need.articles(), pen.text);
        let title = pen.text.tra("need-title", &[("id", Arg::from(id.to_string()))]);
        let state = need.state().in_lang(pen.text.lang());
        let about = [title.as_str(), state, articles.as_str()].join(" · ");
        lines.extend(wrapped_lines(&about, room, pen.theme.heading));
        lines.extend(wrapped_lines(&need.text(), room, pen.theme.plain));
    }
    if let AssistanceRecord::InState(place) = page.of {
        lines.extend(super::state::facts(pen, answer, place, room));
    }
    if let Some((section, id)) = page.of.in_section()
        && let Some(own) = Records::of(section.listing(), answer)
    {
        if let AssistanceRecord::Organisation(_) = page.of {
            lines.extend(organisation::lines(pen, answer, page, &own, id, room));
        } else {
            lines.extend(assistance::lines(pen, answer, &own, id, room));
        }
    }
    lines
}
