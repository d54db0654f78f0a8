//! The mouse, when it is on: a click moves the cursor, a second one at once opens, the wheel scrolls, and a click on
//! the name of a key presses that key. A click answers no question and decides about no need.

use crate::app::keys::chord::Chord;
use crate::app::keys::commands;
use crate::app::keys::commands::command::{Act, Command};
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::{Code, Key};
use crate::app::state::list::Move;
use crate::app::state::notice::Notice;
use crate::app::state::pointing::{Gesture, Pointing};
use crate::app::{App, layout};
use crate::paint::targets::{Pane, Target};
use crate::text::Message;

/// The lines that the wheel scrolls.
const WHEEL: isize = 3;

/// Commands that decide or answer beside those that set a value: their keys are pressed.
const BY_KEY_ALONE: [&str; 9] = [
    "triage.repeat",
    "notes.save",
    "conflict.write",
    "overlay.accept",
    "themes.turn",
    "confirm.yes",
    "confirm.enter",
    "taking-back.yes",
    "taking-back.enter",
];

/// Whether the key of a command is to be pressed, and a click only says it.
fn is_pressed(command: &Command) -> bool {
    matches!(command.act, Act::Set(_)) || BY_KEY_ALONE.contains(&command.id)
}

impl App {
    /// Turns the mouse on or off.
    pub(in crate::app) fn turn_mouse(&mut self) {
        self.settings.mouse = !self.settings.mouse;
        let id = if self.settings.mouse { "notice-mouse-on" } else { "notice-mouse-off" };
        self.say(Notice::done(Message::new(id).with("key", self.key_of("view.mouse"))));
    }

    pub(in crate::app) fn point(&mut self, pointing: &Pointing) {
        if !self.settings.mouse || layout::is_too_small(self.settings.size) {
            return;
        }
        if self.overlays.is_empty() {
            self.see();
        }
        // A message stays as long as it does when keys come.
        let before = self.before_key();
        let twice = pointing.gesture == Gesture::Twice;
        match (pointing.gesture, &pointing.target) {
            (Gesture::WheelUp, target) => self.wheel(target, -WHEEL),
            (Gesture::WheelDown, target) => self.wheel(target, WHEEL),
            (_, Target::Key(key)) => self.click_key(key),
            (_, Target::Decides(key)) => {
                let own = self.place().view.page().panes() - 1;
                self.go_to_pane(Pane::Own(own));
                self.say_pressed(key.clone());
            }
            (_, Target::Line(pane, below)) => self.click_line(*pane, *below, twice),
            (_, Target::Head(pane, column)) => self.click_head(*pane, *column),
            (_, Target::Pane(pane)) => self.go_to_pane(*pane),
        }
        self.after_key(before);
    }

    /// Moves the cursor of the pane under the wheel.
    fn wheel(&mut self, target: &Target, lines: isize) {
        if let Target::Line(pane, _) | Target::Head(pane, _) | Target::Pane(pane) = target {
            self.pass_notice();
            self.go_to_pane(*pane);
            self.step_lines(lines);
        }
    }

    /// Puts the cursor in a line; the second click opens it, except in a layer over a screen, where Enter can decide.
    fn click_line(&mut self, pane: Pane, below: isize, twice: bool) {
        self.pass_notice();
        self.go_to_pane(pane);
        self.step_lines(below);
        match pane {
            Pane::Layer if twice => self.say_pressed(Key::plain(Code::Enter)),
            Pane::Own(_) | Pane::Facets if twice => self.key(Key::plain(Code::Enter)),
            Pane::Layer | Pane::Own(_) | Pane::Facets => {}
        }
    }

    /// Sorts by a column, where the list of the pane can be sorted; by the same again, the other way round.
    fn click_head(&mut self, pane: Pane, column: usize) {
        self.go_to_pane(pane);
        let sort = commands::by_id("view.sort").filter(|sort| sort.is_in(self.context()));
        let has_order = self.columns().get(column).is_some_and(|head| head.drawing.is_none());
        if has_order && sort.is_some_and(|sort| (sort.ready)(self).is_ok()) {
            self.pass_notice();
            self.sort_by(column);
        }
    }

    fn step_lines(&mut self, lines: isize) {
        let step = if lines < 0 { Move::Up } else { Move::Down };
        for _ in 0..lines.unsigned_abs() {
            self.step(step);
        }
    }

    /// Puts the cursor in a pane.
    fn go_to_pane(&mut self, pane: Pane) {
        match pane {
            Pane::Layer => {}
            Pane::Facets => self.facets.focused = self.facets_shown(),
            Pane::Own(number) => {
                self.facets.focused = false;
                if self.place().view.page().pane() != number {
                    self.enter_own_pane(number);
                }
            }
        }
    }

    /// Presses the key that is named there, unless it decides or answers.
    fn click_key(&mut self, key: &str) {
        let Some(chord) = Chord::parse(key) else { return };
        let asks = matches!(
            self.context(),
            KeyContext::Confirm | KeyContext::TakingBack | KeyContext::Matching
        );
        let menu = self.menu();
        // a menu holds the commands of the place below it
        let below = menu.and_then(|_| self.on_top(|_, app| app.context()));
        let context = below.unwrap_or(self.context());
        let keymap = &self.settings.keymap;
        let command = match (menu, chord.menu(), chord.then) {
            (Some(menu), ..) => keymap.in_menu(menu, context, chord.first),
            (None, Some(menu), Some(then)) => keymap.in_menu(menu, context, then),
            _ => keymap.command(context, chord.first),
        };
        if asks || command.is_some_and(is_pressed) {
            self.say_pressed(chord);
        } else {
            chord.keys().for_each(|key| self.key(key));
        }
    }

    /// Says that a click decides nothing, and which key does.
    fn say_pressed(&mut self, key: impl Into<crate::text::Arg>) {
        self.say(Notice::warning(Message::new("notice-click-decides-nothing").with("key", key)));
    }
}
