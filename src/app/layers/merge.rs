//! Merging two needs, shown side by side: which one stays, and whose value each differing field gets. Only Enter
//! and the key that saves write.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::{Code, Key};
use crate::app::layers::duplicate::number_item;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::place::View;
use crate::app::state::waits::Wait;
use crate::app::triage::related;
use crate::paint::line::{padded, shortened, width, wrapped};
use crate::paint::theme::{CHOSEN, CURSOR, NOT_CHOSEN};
use crate::paint::{Canvas, values};
use crate::store::{NeedMerge, TwoNeeds};
use crate::text::{Arg, Message};
use crate::worker::Request;
use ratatui::layout::{Position, Rect};

/// The key that saves wherever something is written, beside Enter.
const SAVES: Key = Key { code: Code::Char('s'), ctrl: true, alt: false };

/// The most needs offered for merging.
const OFFERED: usize = 200;

/// The choice of the need to merge with, by number.
#[derive(Debug)]
pub struct MergedWith {
    /// The number of needs offered without typing.
    offered: usize,
    need: u32,
}

impl Choice for MergedWith {
    type Value = u32;

    fn title(&self, app: &App) -> String {
        app.text().tra("merge-with", &[("need", Arg::from(self.need.to_string()))])
    }

    /// Puts the need with the typed number first, whether it was offered or not.
    fn narrow(&mut self, picker: &mut Picker<u32>, app: &App) {
        let typed = picker.input.value().trim().parse().ok();
        let typed = typed.filter(|id| *id != self.need).and_then(|id| app.need(id));
        let item = typed.map(number_item);
        picker.items.truncate(self.offered);
        picker.narrow();
        let Some(item) = item else { return };
        let place = picker.items.iter().position(|other| other.value == item.value);
        let place = place.unwrap_or_else(|| {
            picker.items.push(item);
            self.offered
        });
        picker.matched.retain(|other| *other != place);
        picker.matched.insert(0, place);
    }

    fn choose(&mut self, picker: &mut Picker<u32>, app: &mut App) -> After {
        let Some(other) = picker.current().map(|item| item.value) else {
            app.warn("duplicate-unknown");
            return After::Stays;
        };
        app.ask_two([self.need, other]);
        After::Closes
    }
}

/// The question with the two needs side by side.
#[derive(Debug)]
pub struct Merging {
    two: TwoNeeds,
    /// The index of the need that stays.
    stays: usize,
    /// For each differing field, the index of the need whose value it gets.
    chosen: Vec<usize>,
    row: usize,
}

impl Merging {
    fn choose(&mut self, side: usize) {
        if let Some(chosen) = self.chosen.get_mut(self.row) {
            *chosen = side;
        }
    }

    /// Swaps the need that stays: fields with its value get the other's.
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

    /// Draws the list of fields, with the value of each need.
    fn draw_fields(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let (text, theme) = (canvas.text, canvas.theme);
        let name = |row: usize| self.two.differing[row].0.in_words(text);
        let count = self.two.differing.len();
        let names = (0..count).map(|row| width(&name(row))).max().unwrap_or(0).min(18);
        let room = usize::from(area.width).saturating_sub(names + 8) / 2;
        for (side, need) in self.two.needs.iter().enumerate() {
            let id = if side == self.stays { "merge-stays" } else { "merge-goes" };
            let head = text.tra(id, &[("need", Arg::from(need.to_string()))]);
            let x = (3 + names + side * (room + 3)) as u16;
            let style = if side == self.stays { theme.strong } else { theme.dim };
            canvas.put(area, x, 0, &shortened(&head, room + 2), style);
        }
        let page = usize::from(area.height.saturating_sub(1)).max(1);
        let top = (self.row / page * page).min(count.saturating_sub(page));
        for (y, row) in (1..area.height).zip(top..count) {
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
        let side = |side: usize| (self.two.needs[side], Some(self.two.versions[side]));
        let fields = self.two.differing.iter().zip(&self.chosen);
        let taken = fields.filter(|(_, chosen)| **chosen == gone).map(|((field, _), _)| *field);
        app.merge(NeedMerge {
            who: String::new(),
            note: String::new(),
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
        let needs = [self.two.needs[1 - self.stays], self.two.needs[self.stays]];
        let [gone, stays] = needs.map(|need| Arg::from(need.to_string()));
        let title = text.tra("merge-title", &[("need", gone), ("into", stays)]);
        let inside = canvas.panel(size, &title);
        let hint = text.tr("merge-hint");
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
    /// Opens the list of needs to merge the current one with, or two selected needs side by side.
    pub(in crate::app) fn ask_merge(&mut self) {
        self.end_range();
        let targets = self.targets();
        match targets.as_slice() {
            [one, other] => self.ask_two([*one, *other]),
            [one] => self.ask_merged_with(*one),
            _ => self.warn("merge-two"),
        }
    }

    fn ask_merged_with(&mut self, id: u32) {
        let Some(register) = self.register() else { return };
        let Some(need) = self.need(id) else { return };
        let mut others = related::needs(register, need);
        others.extend(related::of_state(register, need));
        let mut items: Vec<Item<u32>> = Vec::new();
        for other in others.into_iter().filter(|other| other.id() != id) {
            if items.len() < OFFERED && items.iter().all(|item| item.value != other.id()) {
                items.push(number_item(other));
            }
        }
        self.overlays.push(Pick::new(MergedWith { offered: items.len(), need: id }, items));
    }

    /// Asks the worker for the fields in which two needs differ.
    fn ask_two(&mut self, needs: [u32; 2]) {
        let ticket = self.ticket(Wait::TwoNeeds);
        self.outbox.push(Request::TwoNeeds { ticket, needs });
    }

    /// Shows two needs side by side; at first, the first one stays.
    pub(in crate::app) fn two_are_read(&mut self, two: TwoNeeds) {
        if !self.overlays.is_empty() {
            return;
        }
        let chosen = vec![0; two.differing.len()];
        self.sight.ask();
        self.overlays.push(Merging { two, stays: 0, chosen, row: 0 });
    }

    fn merge(&mut self, merging: NeedMerge) {
        let pending = Pending::Merge(merging.gone.0, merging.stays.0);
        let ticket = self.ticket(Wait::Write(pending));
        self.outbox.push(Request::Merge { ticket, merging: Box::new(merging) });
    }

    /// Takes the confirmation that `gone` is merged into `stays`.
    pub(in crate::app) fn are_merged(&mut self, gone: u32, stays: u32) {
        self.selected.remove(gone);
        self.selected.remove(stays);
        if matches!(&self.place().view, View::Need(page) if page.id == gone) {
            self.back();
        }
        let message = Message::new("notice-merged").with("need", gone.to_string());
        let message = message.with("into", stays.to_string());
        self.say(Notice::done(message.with("key", self.key_of("triage.undo"))));
        self.detail_is_old();
        self.ask_log();
    }

    /// Whether one or two needs are current or selected, so that they can be merged.
    pub(in crate::app) fn can_merge(&self) -> Result<(), &'static str> {
        let count = self.targets().len();
        if (1..=2).contains(&count) { Ok(()) } else { Err("reason-merge-two") }
    }
}
