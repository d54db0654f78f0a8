//! Merging two records of one kind (needs or themes), shown side by side: which one stays, and whose value each
//! differing field gets. Only Enter and the
//! key that saves write.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::{Code, Key};
use crate::app::layers::by_number::{number_words, put_first};
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::place::View;
use crate::app::state::waits::Wait;
use crate::app::triage::related;
use crate::domain::{Coded, NeedNumber};
use crate::paint::line::{padded, shortened, width, wrapped};
use crate::paint::theme::{CHOSEN, CURSOR, NOT_CHOSEN};
use crate::paint::{Canvas, values};
use crate::query::register::NeedRef;
use crate::store::{Mergeable, RecordMerge, TwoRecords};
use crate::text::{Arg, Message, Named, grouped};
use crate::worker::Request;
use ratatui::layout::{Position, Rect};

/// The key that saves wherever something is written, beside Enter.
const SAVES: Key = Key { code: Code::Char('s'), ctrl: true, alt: false };

/// The most needs offered for merging.
const OFFERED: usize = 200;

/// The choice of the record to merge with.
#[derive(Debug)]
pub struct MergedWith {
    of: Mergeable,
    /// The number of records offered without typing.
    offered: usize,
    /// The record to merge.
    number: u32,
}

impl Choice for MergedWith {
    type Value = u32;

    fn title(&self, app: &App) -> String {
        app.text().tra("merge-with", &app.merge_words(self.of, self.number))
    }

    /// Puts the need with the typed number first, whether it was offered or not. Themes are found by name.
    fn narrow(&mut self, picker: &mut Picker<u32>, app: &App) {
        let typed = picker.input.value().trim().parse().ok();
        let typed = typed.filter(|id| self.of == Mergeable::Need && *id != self.number);
        let typed = typed.and_then(|id| app.need(NeedNumber::new(id))).map(record_item);
        put_first(picker, self.offered, typed);
    }

    fn choose(&mut self, picker: &mut Picker<u32>, app: &mut App) -> After {
        let Some(other) = picker.current().map(|item| item.value) else {
            app.warn(match self.of {
                Mergeable::Need => "duplicate-unknown",
                Mergeable::Theme => "merge-no-theme",
            });
            return After::Stays;
        };
        app.ask_two(self.of, [self.number, other]);
        After::Closes
    }
}

/// The question with the two records side by side.
#[derive(Debug)]
pub struct Merging {
    two: TwoRecords,
    /// The index of the record that stays.
    stays: usize,
    /// For each differing field, the index of the record whose value it gets.
    chosen: Vec<usize>,
    row: usize,
}

impl Merging {
    fn choose(&mut self, side: usize) {
        if let Some(chosen) = self.chosen.get_mut(self.row) {
            *chosen = side;
        }
    }

    /// Swaps the record that stays: fields with its value get the other's.
    fn turn(&mut self) {
        let before = self.stays;
        self.stays = 1 - before;
        let follow = self.chosen.iter_mut().filter(|chosen| **chosen == before);
        follow.for_each(|chosen| *chosen = 1 - before);
    }

    fn value(&self, app: &App, row: usize, side: usize) -> String {
        let Some((field, both)) = self.two.differing.get(row) else { return String::new() };
        values::value(app.vocabulary(), *field, both[side].as_deref(), app.text())
    }

    /// The words about one side: what it is called, and what becomes of it.
    fn words(&self, app: &App, side: usize) -> [(&'static str, Arg); 2] {
        app.merge_words(self.two.of, self.two.numbers[side])
    }

    /// Draws the list of fields, with the value of each record.
    fn draw_fields(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let (text, theme) = (canvas.text, canvas.theme);
        let name = |row: usize| self.two.differing[row].0.in_words(text);
        let count = self.two.differing.len();
        let names = (0..count).map(|row| width(&name(row))).max().unwrap_or(0).min(18);
        let room = usize::from(area.width).saturating_sub(names + 8) / 2;
        for side in [0, 1] {
            let id = if side == self.stays { "merge-stays" } else { "merge-goes" };
            let head = text.tra(id, &self.words(app, side));
            let x = (3 + names + side * (room + 3)) as u16;
            let style = if side == self.stays { theme.strong } else { theme.dim };
            canvas.put(area, x, 0, &shortened(&head, room + 2), style);
            if let Some(uses) = self.two.uses.map(|uses| uses[side]) {
                let number = |count: u32| Arg::from(grouped(count.into()));
                let args = [("needs", number(uses.needs)), ("activities", number(uses.activities))];
                let uses = text.tra("merge-uses", &args);
                canvas.put(area, x, 1, &shortened(&uses, room + 2), style);
            }
        }
        let heads = if self.two.uses.is_some() { 2 } else { 1 };
        let page = usize::from(area.height.saturating_sub(heads)).max(1);
        let top = (self.row / page * page).min(count.saturating_sub(page));
        for (y, row) in (heads..area.height).zip(top..count) {
            if row == self.row {
                canvas.put(area, 0, y, CURSOR, theme.mark);
            }
            let label = padded(&shortened(&name(row), names), names, false);
            canvas.put(area, 1, y, &label, if row == self.row { theme.cursor } else { theme.dim });
            for side in [0, 1] {
                let is_chosen = self.chosen[row] == side;
                let sign = if is_chosen { CHOSEN } else { NOT_CHOSEN };
                let value = self.value(app, row, side).replace('\n', " ");
                let words = format!("{sign} {}", shortened(&value, room));
                let style = if is_chosen { theme.plain } else { theme.dim };
                canvas.put(area, (2 + names + side * (room + 3)) as u16, y, &words, style);
            }
        }
        canvas.put_more(area, top, count);
    }
}

impl Layer<App> for Merging {
    fn context(&self) -> KeyContext {
        KeyContext::Chooser
    }

    fn hear(&mut self, app: &mut App, key: Key) -> Option<After> {
        if key == SAVES {
            return Some(Layer::accept(self, app));
        }
        match (key.typed(), key.code) {
            (Some('h'), _) | (_, Code::Left) => self.choose(0),
            (Some('l'), _) | (_, Code::Right) => self.choose(1),
            (Some('s'), _) => self.turn(),
            _ => return None,
        }
        Some(After::Stays)
    }

    fn step(&mut self, _: &mut App, step: Move, page: usize) {
        self.row = stepped(step, self.row, self.two.differing.len(), page);
    }

    fn accept(&mut self, app: &mut App) -> After {
        // An Enter pressed before the question was on the screen is ignored.
        if !app.sight.has_seen_question() {
            app.say_unseen("overlay.accept");
            return After::Stays;
        }
        let (stays, gone) = (self.stays, 1 - self.stays);
        let side = |side: usize| (self.two.numbers[side], Some(self.two.versions[side]));
        let fields = self.two.differing.iter().zip(&self.chosen);
        let taken = fields.filter(|(_, chosen)| **chosen == gone).map(|((field, _), _)| *field);
        app.merge(RecordMerge {
            who: String::new(),
            note: String::new(),
            of: self.two.of,
            gone: side(gone),
            stays: side(stays),
            taken: taken.collect(),
        });
        After::Closes
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (text, theme) = (canvas.text, canvas.theme);
        let (columns, rows) = canvas.size;
        let size = (columns.saturating_sub(4).min(120), rows.saturating_sub(4).min(30));
        let [kind, gone] = self.words(app, 1 - self.stays);
        let [_, (_, stays)] = self.words(app, self.stays);
        let title = text.tra("merge-title", &[kind, gone, ("into", stays)]);
        let inside = canvas.panel(size, &title);
        let hint = text.tra("merge-hint", &[("kind", Arg::from(self.two.of.kind().code()))]);
        let hints = wrapped(&hint, usize::from(inside.width.saturating_sub(2)));
        let below = (inside.height / 3).max(3);
        let list = inside.height.saturating_sub(below + hints.len() as u16 + 1);
        self.draw_fields(app, canvas, Rect { height: list, ..inside });
        // Draws both values of the current row in full, side by side.
        let half = (inside.width / 2).saturating_sub(2);
        for side in [0, 1] {
            let value = self.value(app, self.row, side);
            let lines = wrapped(&value, half.into());
            let style =
                if self.chosen.get(self.row) == Some(&side) { theme.strong } else { theme.plain };
            for (y, line) in (list + 1..list + 1 + below).zip(&lines) {
                canvas.put(inside, 1 + side as u16 * (half + 2), y, line, style);
            }
        }
        for (line, y) in hints.iter().rev().zip((0..inside.height).rev()) {
            canvas.put(inside, 1, y, line, theme.dim);
        }
        None
    }
}

impl App {
    /// Opens the list of records to merge the current one with, or two selected needs side by side.
    pub(in crate::app) fn ask_merge(&mut self) {
        self.end_range();
        if self.context() == KeyContext::ByTheme {
            return self.ask_merged_theme();
        }
        let targets = self.targets();
        match targets.as_slice() {
            [one, other] => self.ask_two(Mergeable::Need, [one.get(), other.get()]),
            [one] => self.ask_merged_with(*one),
            _ => self.warn("merge-two"),
        }
    }

    /// Opens the list of the needs that are like one, or of its State.
    fn ask_merged_with(&mut self, id: NeedNumber) {
        let Some(register) = self.register() else { return };
        let Some(need) = self.need(id) else { return };
        let mut others = related::needs(register, need);
        others.extend(related::of_state(register, need));
        let mut items: Vec<Item<u32>> = Vec::new();
        for other in others.into_iter().filter(|other| other.id() != id) {
            if items.len() < OFFERED && items.iter().all(|item| item.value != other.id().get()) {
                items.push(record_item(other));
            }
        }
        self.choose_merged(Mergeable::Need, id.get(), items);
    }

    /// Opens the list of the other themes, by name.
    fn ask_merged_theme(&mut self) {
        let (Some(theme), Some(vocabulary)) = (self.theme_here(), self.vocabulary()) else {
            return;
        };
        let lang = self.settings.lang;
        let others = vocabulary.themes.iter().filter_map(|other| {
            let number = u32::try_from(other.id).ok().filter(|number| *number != theme.number)?;
            let also = format!("{} {}", other.code, other.names.beside(lang));
            Some(Item { also, ..Item::new(number, other.in_lang(lang).to_owned()) })
        });
        let mut items: Vec<Item<u32>> = others.collect();
        items.sort_by_key(|item| item.label.to_lowercase());
        self.choose_merged(Mergeable::Theme, theme.number, items);
    }

    fn choose_merged(&mut self, of: Mergeable, number: u32, items: Vec<Item<u32>>) {
        self.overlays.push(Pick::new(MergedWith { of, offered: items.len(), number }, items));
    }

    /// The words by which messages about merges name a record: its kind, and its number or name.
    fn merge_words(&self, of: Mergeable, number: u32) -> [(&'static str, Arg); 2] {
        let theme = |number: u32| {
            let themes = &self.vocabulary()?.themes;
            let theme = themes.iter().find(|theme| theme.id == i64::from(number))?;
            Some(theme.in_lang(self.settings.lang).to_owned())
        };
        let name = match of {
            Mergeable::Need => None,
            Mergeable::Theme => theme(number),
        };
        let name = name.unwrap_or_else(|| number.to_string());
        [("kind", Arg::from(of.kind().code())), ("record", Arg::from(name))]
    }

    /// Asks the worker for the fields in which two records differ.
    fn ask_two(&mut self, of: Mergeable, numbers: [u32; 2]) {
        let ticket = self.ticket(Wait::TwoRecords);
        self.outbox.push(Request::TwoRecords { ticket, of, numbers });
    }

    /// Shows two records side by side; at first, the first one stays.
    pub(in crate::app) fn two_are_read(&mut self, two: TwoRecords) {
        if !self.overlays.is_empty() {
            return;
        }
        let chosen = vec![0; two.differing.len()];
        self.sight.ask();
        self.overlays.push(Merging { two, stays: 0, chosen, row: 0 });
    }

    /// Sends a merge to be written, with the message for its success: a theme that is gone has no name any more.
    fn merge(&mut self, merging: RecordMerge) {
        let [kind, gone] = self.merge_words(merging.of, merging.gone.0);
        let [_, (_, stays)] = self.merge_words(merging.of, merging.stays.0);
        let message = Message::new("notice-merged").with(kind.0, kind.1);
        let message = message.with(gone.0, gone.1).with("into", stays);
        let numbers = [merging.gone.0, merging.stays.0];
        let ticket = self.ticket(Wait::Write(Pending::Merge(merging.of, numbers, message)));
        self.outbox.push(Request::Merge { ticket, merging: Box::new(merging) });
    }

    /// Takes the confirmation that one record is merged into another, with its message. The cursor of the page of
    /// themes comes to stand on the one that stays.
    pub(in crate::app) fn are_merged(
        &mut self,
        of: Mergeable,
        [gone, stays]: [u32; 2],
        message: Message,
    ) {
        match of {
            Mergeable::Need => {
                let [gone, stays] = [gone, stays].map(NeedNumber::new);
                self.selected.remove(gone);
                self.selected.remove(stays);
                if matches!(&self.place().view, View::Need(page) if page.id == gone) {
                    self.back();
                }
            }
            Mergeable::Theme => self.stand_on_theme(stays),
        }
        self.say(Notice::done(message.with("key", self.key_of("triage.undo"))));
        self.detail_is_old();
        self.ask_log();
    }

    /// Whether one or two needs are current or selected, or a theme is under the cursor, so that they can be merged.
    pub(in crate::app) fn can_merge(&self) -> Result<(), &'static str> {
        if self.context() == KeyContext::ByTheme {
            return self.theme_here().map(drop).ok_or("reason-no-record");
        }
        let count = self.targets().len();
        if (1..=2).contains(&count) { Ok(()) } else { Err("reason-merge-two") }
    }
}

/// A need as an item of a list of records of any kind.
fn record_item(need: NeedRef<'_>) -> Item<u32> {
    Item::new(need.id().get(), number_words(need))
}
