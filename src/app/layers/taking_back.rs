//! The question before an earlier change, or one that others have written over, is taken back: its
//! fields, its time, and the effect on each field.

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::question;
use crate::app::state::affected::Which;
use crate::app::state::layer::Layer;
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::domain::{Kind, Moment, NeedNumber, Record};
use crate::fields::RecordField;
use crate::paint::line::{shortened, width};
use crate::paint::{Canvas, Styles, names, values};
use crate::query::register::NeedRef;
use crate::store::{Staying, Undoable, UndoneField, Written, so_many};
use crate::text::{Arg, Message, Named, capital, grouped};
use crate::worker::{TakeBack, Way};
use ratatui::layout::Position;
use ratatui::style::Style;
use std::collections::{BTreeMap, BTreeSet};

/// The question before an undo or redo that is not of the last write of this session.
#[derive(Debug)]
pub struct TakingBack {
    /// Undo or redo, and the batches passed over before.
    asked: TakeBack,
    /// The batch.
    batch: i64,
    /// When it was written.
    pub at: Moment,
    /// Its fields: first those that stay because of a later change.
    pub fields: Vec<UndoneField>,
    /// The number of fields that stay.
    pub staying: usize,
    /// The needs of the batch.
    pub needs: Vec<NeedNumber>,
    /// The needs of the batch in few words.
    pub which: Which,
    /// Whether it was written before this program began, or elsewhere.
    pub earlier: bool,
    /// The cursor in the fields.
    pub row: usize,
}

impl TakingBack {
    /// Undo or redo.
    fn way(&self) -> Way {
        self.asked.way
    }

    /// Whether there is anything that can be taken back.
    fn is_possible(&self) -> bool {
        self.staying < self.fields.len()
    }
}

impl Layer<App> for TakingBack {
    fn context(&self) -> KeyContext {
        KeyContext::TakingBack
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.fields.len(), page);
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let title = text.tr(match self.way() {
            Way::Undo => "taking-back-title",
            Way::Redo => "taking-back-title-redo",
        });
        let wide = canvas.size.0.saturating_sub(4).min(100);
        let mut said = vec![(what(app, self), theme.strong)];
        if self.earlier {
            said.push((text.tr("taking-back-earlier").into_owned(), theme.caution));
        }
        said.push((question::states(app, canvas, &self.which, wide), theme.plain));
        if self.staying > 0 {
            let count = Arg::from(self.staying);
            let id = match (self.is_possible(), self.way()) {
                (true, Way::Undo) => "taking-back-staying",
                (true, Way::Redo) => "taking-back-staying-redo",
                (false, Way::Undo) => "taking-back-all-stay",
                (false, Way::Redo) => "taking-back-all-stay-redo",
            };
            said.push((text.tra(id, &[("count", count)]), theme.caution));
        }
        let list = question::List {
            heading: "taking-back-fields",
            count: self.fields.len(),
            most: usize::MAX,
            row: self.row,
            line: &|row| {
                field(app, &theme, &self.fields[row], question::room(wide).saturating_sub(1))
            },
        };
        let answers = question::Answers { yes: "taking-back.yes", more: None };
        question::draw(app, canvas, (wide, &title), &answers, &said, &list);
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::TakingBack];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] = &[
    Command::in_layer("taking-back.yes", &["y"], HERE, 1, App::answer_take_back)
        .ready(App::can_take_back)
        .stays(),
    Command::in_layer("taking-back.enter", &["Enter"], HERE, 0, App::enter_takes_back)
        .ready(App::can_take_back),
    Command::in_layer("taking-back.before", &["u", "Ctrl-r"], HERE, 2, App::pass_over).stays(),
    Command::in_layer("taking-back.no", &["n"], HERE, 0, App::close_overlay),
];

impl App {
    /// Shows the effect of an undo or redo and asks. Where another layer was opened meanwhile, a
    /// notice takes the place of the question, which would take the keys meant for that layer.
    pub(in crate::app) fn show_what_to_take_back(
        &mut self,
        asked: TakeBack,
        found: Undoable,
        here: bool,
    ) {
        if !self.overlays.is_empty() {
            let key = self.key_of("triage.undo");
            self.say(Notice::warning(Message::new("notice-undo-waits").with("key", key)));
            return;
        }
        let Undoable { batch, at, mut fields } = found;
        fields.sort_by_key(|field| field.since.is_none());
        let staying = fields.iter().filter(|field| field.since.is_some()).count();
        let needs: BTreeSet<NeedNumber> =
            fields.iter().filter_map(|field| field.record.of_need()).collect();
        let needs: Vec<NeedNumber> = needs.into_iter().collect();
        let known: Vec<NeedRef<'_>> = needs.iter().filter_map(|id| self.need(*id)).collect();
        let which = Which::of(&known, 0, self.today());
        self.notice = None;
        self.sight.ask();
        self.overlays.push(TakingBack {
            asked,
            batch,
            at,
            fields,
            staying,
            needs,
            which,
            earlier: !here,
            row: 0,
        });
    }

    /// Takes the batch back, but for the fields that stay.
    pub(in crate::app) fn take_back(&mut self) {
        let Some(taking) = self.overlays.take::<TakingBack>() else { return };
        let staying: Staying = taking
            .fields
            .iter()
            .take(taking.staying)
            .map(|field| (field.record, field.field))
            .collect();
        self.ask_back(TakeBack { sure: Some((taking.batch, staying)), ..taking.asked });
    }

    /// Answers yes, where the question was on the screen when the key was pressed.
    pub(in crate::app) fn answer_take_back(&mut self) {
        if self.sight.has_seen_question() {
            self.take_back();
        } else {
            self.say_unseen("taking-back.yes");
        }
    }

    /// Enter takes it back where the question had been on the screen when it was pressed.
    pub(in crate::app) fn enter_takes_back(&mut self) {
        if self.sight.has_seen_question() {
            self.take_back();
        } else {
            let key = self.key_of("taking-back.yes");
            self.say(Notice::warning(Message::new("notice-yes-is-another-key").with("key", key)));
        }
    }

    /// Leaves it as it is and looks at the one before.
    pub(in crate::app) fn pass_over(&mut self) {
        let Some(mut taking) = self.overlays.take::<TakingBack>() else { return };
        taking.asked.passed.push(taking.batch);
        self.ask_back(taking.asked);
    }

    /// The records other than needs that a write changed, with the effect on each, as one list.
    pub(in crate::app) fn others_in_words(&self, written: &Written) -> String {
        let text = self.text();
        let named = written.others.iter().map(|other| {
            let record = values::record(other.record, other.name.as_deref(), text);
            let there = other.there.map_or("", |there| if there { "yes" } else { "no" });
            let args = [("record", Arg::from(record)), ("there", Arg::from(there))];
            text.tra("record-changed-back", &args)
        });
        let more = written.other_count - written.others.len();
        let more = (more > 0).then(|| text.tra("records-and-more", &[("count", Arg::from(more))]));
        named.chain(more).collect::<Vec<_>>().join(&text.tr("list-separator"))
    }

    /// Whether anything of it can be taken back.
    pub(in crate::app) fn can_take_back(&self) -> Result<(), &'static str> {
        let taking = self.overlays.top::<TakingBack>();
        let possible = taking.is_some_and(TakingBack::is_possible);
        if possible { Ok(()) } else { Err("reason-all-stays") }
    }
}

/// The batch in words: which fields of how many needs, and when.
fn what(app: &App, taking: &TakingBack) -> String {
    let fields: BTreeSet<_> = taking.fields.iter().map(|field| field.field).collect();
    let added = taking.fields.iter().any(|field| field.field.is_itself() && field.then.is_none());
    let itself = if added { "cli-records-added" } else { "cli-records-out" };
    let name = |field: &RecordField| {
        if field.is_itself() {
            app.text().tr(itself).into_owned()
        } else {
            field.in_words(app.text())
        }
    };
    let fields: Vec<String> = fields.iter().map(name).collect();
    let separator = app.text().tr("list-separator");
    let at = taking.at.to_string();
    let at = at.get(..16).unwrap_or(&at).replace('T', " ");
    let needs = capital(&records(app, taking));
    let args = [
        ("at", Arg::from(at)),
        ("fields", Arg::from(fields.join(&separator))),
        ("needs", Arg::from(needs)),
    ];
    let id = match taking.way() {
        Way::Undo => "taking-back-what",
        Way::Redo => "taking-back-what-redo",
    };
    app.text().tra(id, &args)
}

/// The records of a batch in few words: a need by its number, another one by its name, several by their number and kind.
fn records(app: &App, taking: &TakingBack) -> String {
    let text = app.text();
    let mut all: BTreeMap<Record, Option<&str>> = BTreeMap::new();
    for field in &taking.fields {
        all.insert(field.record, field.name.as_deref());
    }
    if let (Some((record, name)), 1) = (all.first_key_value(), all.len()) {
        return match record.of_need() {
            Some(need) => text.tra("need-title", &[("id", Arg::from(need.to_string()))]),
            None => values::record(*record, *name, text),
        };
    }
    let kinds: BTreeSet<Kind> = all.keys().map(|record| record.kind).collect();
    let counted = |kind: &Kind| {
        let count = all.keys().filter(|record| record.kind == *kind).count();
        match kind {
            Kind::Need => {
                text.tra("taking-back-needs", &[("count", Arg::from(grouped(count as u64)))])
            }
            kind => text.say(&so_many(*kind, count)),
        }
    };
    kinds.iter().map(counted).collect::<Vec<_>>().join(&text.tr("list-separator"))
}

/// Below so many columns there is no room for the State.
const WITH_STATE: usize = 60;

/// The effect on a field, in so many columns: the value it would get is always seen.
fn field(app: &App, theme: &Styles, field: &UndoneField, room: usize) -> (String, Style) {
    let head = match field.record.of_need() {
        None => format!("{}  ", values::record(field.record, field.name.as_deref(), app.text())),
        Some(need) if room < WITH_STATE => format!("{need} "),
        Some(need) => {
            let state = app.need(need).map(|n| n.state().in_lang(app.text().lang()));
            format!("{need:>6}  {}  ", names::or_nil(state))
        }
    };
    let of = app.vocabulary();
    let becomes = |value: &str| values::becomes(field.field, value, app.text());
    let now = values::value(of, field.field, field.now.as_deref(), app.text());
    match &field.since {
        None if field.field.is_itself() => {
            let id = if field.then.is_some() { "taking-back-in" } else { "taking-back-out" };
            (format!("{head}{}", app.text().tr(id)), theme.plain)
        }
        None => {
            let then = values::value(of, field.field, field.then.as_deref(), app.text());
            let (now, then) = side_by_side(
                &now,
                &then,
                room.saturating_sub(width(&head) + width(&becomes(" → "))),
            );
            (format!("{head}{}", becomes(&format!("{now} → {then}"))), theme.plain)
        }
        Some((by, at)) => {
            let args = [
                ("by", Arg::from(values::person(of, by, app.text()))),
                ("at", Arg::from(at.day().to_string())),
            ];
            let stays = match &field.merged {
                None => app.text().tra("taking-back-since", &args),
                Some(theme) => {
                    let [by, at] = args;
                    let args = [by, at, ("theme", Arg::from(theme.as_str()))];
                    app.text().tra("taking-back-merged", &args)
                }
            };
            let kept =
                if field.field.is_itself() { stays } else { becomes(&format!("{now} {stays}")) };
            (format!("{head}{kept}"), theme.caution)
        }
    }
}

/// Two values in so many columns together. Where they are cut, their common beginning is left out, so
/// that the difference shows.
fn side_by_side(now: &str, then: &str, room: usize) -> (String, String) {
    if width(now) + width(then) <= room {
        return (now.to_owned(), then.to_owned());
    }
    let same = now.chars().zip(then.chars()).take_while(|(a, b)| a == b).count();
    let from = |value: &str| match same {
        ..LEFT_OUT => value.to_owned(),
        same => format!("…{}", value.chars().skip(same - KEPT).collect::<String>()),
    };
    (shortened(&from(now), room / 2), shortened(&from(then), room / 2))
}

/// The number of common first letters that are worth leaving out, and of those that stay.
const LEFT_OUT: usize = 12;
const KEPT: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_different_is_seen() {
        let same = "A long opening sentence that both have. ";
        let (now, then) = side_by_side(&format!("{same}New"), &format!("{same}Old"), 30);
        assert_eq!((&*now, &*then), ("…ve. New", "…ve. Old"));
        let (now, then) = side_by_side("short", &"long ".repeat(20), 20);
        assert_eq!((&*now, width(&then)), ("short", 10));
        assert_eq!(side_by_side("a", "b", 0), (String::new(), String::new()));
    }
}
