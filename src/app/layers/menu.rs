//! A menu of the commands whose keys begin with its key: the next keys, with present values. It
//! lies in the corner, so that the records concerned stay in sight.

use crate::app::App;
use crate::app::keys::chord::Menu;
use crate::app::keys::commands;
use crate::app::keys::commands::command::{Act, Command, Family, Group};
use crate::app::keys::context::{CurrentNeed, KeyContext};
use crate::app::keys::key::Key;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::notice::Notice;
use crate::domain::Coded;
use crate::paint::Canvas;
use crate::paint::line::{shortened, width};
use crate::paint::targets::Target;
use crate::text::{Arg, Message, capital};
use ratatui::layout::{Position, Rect};

/// The widest box with one column, and that with two.
const WIDE: [u16; 2] = [44, 76];

/// From so many entries on there are two columns, where there is room.
const MANY: usize = 12;

/// The most screens that are named as those where an entry applies.
const NAMED: usize = 2;

/// The lines left free below a menu: the status line and the hints.
const BELOW: u16 = 2;

/// An open menu.
#[derive(Debug)]
pub struct KeyMenu {
    /// The menu.
    pub menu: Menu,
    title: String,
    entries: Vec<Entry>,
    /// The first line shown, where not all fit.
    top: usize,
}

/// A command of a menu.
#[derive(Debug)]
struct Entry {
    /// The keys that are pressed in the menu.
    key: String,
    /// The key that a click presses; none where there are several.
    press: String,
    name: String,
    /// The present value, or the reason why the command cannot be done.
    beside: String,
    ready: bool,
}

/// The rank of a command in the order of a menu: moves first, digits last.
fn rank(command: &Command, key: Key) -> u8 {
    match key.typed() {
        _ if command.group == Group::Move => 0,
        Some('0'..='9') => 2,
        _ => 1,
    }
}

impl App {
    /// Opens a menu over the screen.
    pub(in crate::app) fn open_menu(&mut self, menu: Menu) {
        let layer =
            KeyMenu { menu, title: self.menu_title(menu), entries: self.entries(menu), top: 0 };
        self.overlays.push(layer);
    }

    /// Whether any command of the menu of changes can be done here.
    pub(in crate::app) fn can_change_something(&self) -> bool {
        let (context, keymap) = (self.context(), &self.settings.keymap);
        let is_of_menu = |command: &Command| {
            keymap.keys(command).iter().any(|chord| chord.menu() == Some(Menu::Change))
        };
        commands::all().any(|command| {
            command.is_in(context) && is_of_menu(command) && (command.ready)(self).is_ok()
        })
    }

    /// The menu that is open on top.
    pub fn menu(&self) -> Option<Menu> {
        self.overlays.top::<KeyMenu>().map(|layer| layer.menu)
    }

    /// Its key and name, and the needs that a change concerns.
    fn menu_title(&self, menu: Menu) -> String {
        let text = self.text();
        let name = text.tr(&format!("menu-{}", menu.code())).into_owned();
        let mut title = format!("{}  {name}", menu.key().name(text));
        let concerned = self.concerned();
        if menu == Menu::Change && !concerned.is_empty() {
            let first = concerned.first().map(ToString::to_string).unwrap_or_default();
            let args = [("count", Arg::from(concerned.len())), ("id", Arg::from(first))];
            title = format!("{title}  {}", text.tra("menu-concerns", &args));
        }
        title
    }

    /// The commands of a menu with their keys in it, in its order: those that exist here, and those of other screens
    /// whose keys mean nothing here.
    fn commands_of(&self, menu: Menu) -> Vec<(u8, Key, &'static Command)> {
        let (context, keymap) = (self.context(), &self.settings.keymap);
        let mut found: Vec<(u8, Key, &Command)> = Vec::new();
        for is_here in [true, false] {
            // A question is joined by commands of its own context alone.
            let all = commands::all().filter(|_| is_here || context.is_screen());
            for command in all.filter(|command| command.is_in(context) == is_here) {
                let chords = keymap.keys(command).iter().filter(|chord| chord.menu() == Some(menu));
                for key in chords.filter_map(|chord| chord.then) {
                    if is_here || found.iter().all(|(_, taken, _)| *taken != key) {
                        found.push((rank(command, key), key, command));
                    }
                }
            }
        }
        let place = |of: &Command| commands::all().position(|command| command.id == of.id);
        found.sort_by_key(|(rank, _, command)| (*rank, place(command)));
        found
    }

    /// The entries of a menu; the chapters are one entry.
    fn entries(&self, menu: Menu) -> Vec<Entry> {
        let context = self.context();
        // What changes needs tells nothing where something else can be changed.
        let here_alone = menu == Menu::Change
            && context.current_need() == CurrentNeed::Nothing
            && self.can_change_something();
        let mut found = self.commands_of(menu);
        found.retain(|(.., command)| !here_alone || command.is_in(context));
        let mut entries = Vec::new();
        let mut chapters = None;
        for (_, key, command) in found {
            let place = entries.len();
            match command.hint.family {
                Some(Family::Chapters) => match chapters {
                    None => {
                        chapters = Some(place);
                        let name = capital(&self.text().tr("menu-chapters"));
                        entries.push(Entry { name, ..self.entry(key, command) });
                    }
                    Some(place) => {
                        let entry: &mut Entry = &mut entries[place];
                        let first = entry.key.chars().next().map(String::from).unwrap_or_default();
                        entry.key = format!("{first}–{}", key.name(self.text()));
                        entry.press.clear();
                    }
                },
                _ => entries.push(self.entry(key, command)),
            }
        }
        entries
    }

    fn entry(&self, key: Key, command: &Command) -> Entry {
        let text = self.text();
        let own = Some(command.menu_id()).filter(|id| text.has(id));
        let name = text.tr(&own.unwrap_or_else(|| command.name_id())).into_owned();
        let (beside, ready) = match (command.ready)(self) {
            _ if !command.is_in(self.context()) => (self.elsewhere(command), false),
            Ok(()) => ((command.now)(self).unwrap_or_default(), true),
            Err(reason) => (text.say(&self.not_now(reason)), false),
        };
        let press = key.to_string();
        Entry { key: key.name(text), press, name: capital(&name), beside, ready }
    }

    /// The screens of a command that does not exist here, in words.
    fn elsewhere(&self, command: &Command) -> String {
        let text = self.text();
        match self.screens_of(command) {
            Some(places) => text.tra("menu-elsewhere", &[("places", Arg::from(places))]),
            None => text.tr("menu-not-here").into_owned(),
        }
    }

    /// Gives the screens on which a command exists; `None` if they are too many to be named.
    fn screens_of(&self, command: &Command) -> Option<String> {
        let text = self.text();
        let screens = command.contexts().filter(|of| of.is_screen() && *of != KeyContext::Facets);
        let mut names: Vec<_> =
            screens.map(|of| text.tr(&format!("context-{}", of.code())).into_owned()).collect();
        names.dedup();
        let few = !names.is_empty() && names.len() <= NAMED;
        few.then(|| names.join(&text.tr("list-separator")))
    }
}

impl KeyMenu {
    /// The box on a screen of this size, and how many columns it has.
    fn area(&self, (columns, rows): (u16, u16)) -> (Rect, usize) {
        let count = self.entries.len();
        let most = rows.saturating_sub(BELOW + 1);
        let two = columns > WIDE[1] + 1 && (count >= MANY || count + 2 > usize::from(most));
        let (across, wide) = if two { (2, WIDE[1]) } else { (1, WIDE[0].min(columns)) };
        let high = (count.div_ceil(across) as u16 + 2).min(most);
        let x = columns.saturating_sub(wide + 1);
        (Rect::new(x, rows.saturating_sub(BELOW + high), wide, high), across)
    }

    /// Draws a line: the key, the name, the present value.
    fn put(canvas: &mut Canvas<'_>, area: Rect, y: u16, entry: &Entry, names: usize) {
        let (key, plain) = if entry.ready {
            (canvas.theme.key, canvas.theme.plain)
        } else {
            (canvas.theme.dim, canvas.theme.dim)
        };
        if !entry.press.is_empty() {
            let line = Rect { y: area.y + y, height: 1, ..area };
            canvas.targets.tell(line, Target::Key(entry.press.clone()));
        }
        canvas.put(area, 1, y, &entry.key, key);
        let room = usize::from(area.width).saturating_sub(6);
        let name = shortened(&entry.name, room);
        canvas.put(area, 5, y, &name, plain);
        // a reason is longer than a value: it stands behind its own name
        let names = if entry.ready { names } else { width(&name) };
        let at = names.min(room) + 2;
        if !entry.beside.is_empty() && at + 3 < room {
            let beside = shortened(&entry.beside, room - at);
            canvas.put(area, 5 + at as u16, y, &beside, canvas.theme.dim);
        }
    }
}

impl Layer<App> for KeyMenu {
    fn context(&self) -> KeyContext {
        KeyContext::Menu
    }

    /// The command of the key closes the menu and is run on the place below; a key without a command
    /// leaves the menu open.
    fn hear(&mut self, app: &mut App, key: Key) -> Option<After> {
        let command = app.settings.keymap.in_menu(self.menu, app.context(), key);
        if let Some(command) = command {
            match command.act {
                // two keys decide on every screen, one alone where deciding is the purpose
                Act::Set(value) if (command.ready)(app).is_ok() => app.set(value.change()),
                _ => app.run(command),
            }
            return Some(After::Closes);
        }
        if app.settings.keymap.command(KeyContext::Menu, key).is_some() {
            return None;
        }
        let of_others = app.commands_of(self.menu).into_iter().find(|(_, other, _)| *other == key);
        if let Some((.., command)) = of_others {
            let name = capital(&app.text().tr(&command.name_id()));
            app.say(Notice::warning(
                match app.screens_of(command) {
                    Some(places) => Message::new("notice-elsewhere").with("places", places),
                    None => Message::new("notice-not-here"),
                }
                .with("name", name),
            ));
            return Some(After::Closes);
        }
        let message = Message::new("notice-not-in-menu").with("menu", self.menu.key());
        app.say(Notice::warning(
            message.with("key", key).with("close", app.key_of("overlay.close")),
        ));
        Some(After::Stays)
    }

    fn step(&mut self, app: &mut App, step: Move, _: usize) {
        let (area, across) = self.area(app.settings.size);
        let page = usize::from(area.height.saturating_sub(2)).max(1);
        let lines = self.entries.len().div_ceil(across);
        self.top = stepped(step, self.top, lines.saturating_sub(page) + 1, page);
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (area, across) = self.area(canvas.size);
        let inside = canvas.panel_at(area, &self.title);
        let lines = self.entries.len().div_ceil(across);
        let wide = inside.width / across as u16;
        for (column, entries) in (0..).zip(self.entries.chunks(lines.max(1))) {
            let ready = entries.iter().filter(|entry| entry.ready);
            let names = ready.map(|entry| width(&entry.name)).max().unwrap_or(0);
            let part = Rect { x: inside.x + column * wide, width: wide, ..inside };
            let shown = entries.iter().skip(self.top).take(inside.height.into());
            for (y, entry) in (0..).zip(shown) {
                Self::put(canvas, part, y, entry, names);
            }
        }
        canvas.put_more(inside, self.top, lines);
        let bottom = Rect { y: inside.bottom(), height: 1, ..inside };
        let close = [("key", Arg::from(app.key_of("overlay.close")))];
        let close = format!(" {} ", canvas.text.tra("menu-closes", &close));
        let edge = Rect { width: bottom.width.saturating_sub(1), ..bottom };
        canvas.put_right(edge, 0, &close, canvas.theme.dim);
        if lines > usize::from(inside.height) {
            let last = (self.top + usize::from(inside.height)).min(lines);
            let args = [
                ("from", Arg::from(self.top + 1)),
                ("to", Arg::from(last)),
                ("count", Arg::from(lines)),
            ];
            let more = format!(" {} ", canvas.text.tra("menu-lines", &args));
            canvas.put(bottom, 1, 0, &more, canvas.theme.caution);
        }
        None
    }
}
