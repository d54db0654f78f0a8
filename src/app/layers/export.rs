//! The menu of exports: the formats of the file with the shown records, under a name that can be changed.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::export::FileFormat;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::domain::Coded;
use tui_input::Input;

/// An entry of the menu of exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A file, made where the program runs.
    File(FileFormat),
    /// The command that makes the file where the person sits.
    Command(FileFormat),
    /// No file: those that are being written are given up.
    Stop,
}

/// The menu. The typed text is the name of the file without its ending.
#[derive(Debug)]
pub struct Exports;

impl Choice for Exports {
    type Value = Way;

    fn title(&self, app: &App) -> String {
        app.text().tr("export-title").into_owned()
    }

    fn is_small(&self) -> bool {
        true
    }

    /// Every way stays, with the name that is typed.
    fn narrow(&mut self, picker: &mut Picker<Way>, _: &App) {
        let stem = picker.input.value().to_owned();
        for item in &mut picker.items {
            item.detail = name_of(item.value, &stem);
        }
    }

    fn choose(&mut self, picker: &mut Picker<Way>, app: &mut App) -> After {
        let stem = picker.input.value().trim().to_owned();
        let way = picker.current().map(|item| item.value);
        if way == Some(Way::Stop) {
            app.stop_exports();
            return After::Closes;
        }
        if stem.is_empty() || stem.ends_with('/') {
            app.warn("reason-no-file-name");
            return After::Stays;
        }
        match way {
            Some(Way::File(format)) => app.export(format, &stem),
            Some(Way::Command(format)) => app.copy_export(format, &stem),
            Some(Way::Stop) | None => return After::Stays,
        }
        After::Closes
    }
}

/// Gives the name of the file that an export makes; empty if it makes none.
fn name_of(way: Way, stem: &str) -> String {
    match way {
        Way::File(format) | Way::Command(format) => format!("{stem}.{}", format.code()),
        Way::Stop => String::new(),
    }
}

/// The rows of the table of commands that open the menu and copy.
pub(super) const COMMANDS: &[Command] = &[
    row("copy.record", &["y"], App::copy_record),
    row("copy.command", &["Y"], App::copy_command),
    row("export", &[">"], App::open_exports).hint(8).said(|app| app.command_words().is_ok()),
];

const fn row(id: &'static str, keys: &'static [&'static str], run: fn(&mut App)) -> Command {
    let screens = Where::If(KeyContext::is_screen);
    Command::new(id, keys, screens, Group::View, Act::Do(run))
}

impl App {
    /// Opens the menu of exports. Where the program runs on another machine than the person sits at, the command that
    /// brings the file there comes first: a file made here would have to be fetched.
    pub(in crate::app) fn open_exports(&mut self) {
        if let Err(reason) = self.command_words() {
            self.warn(reason);
            return;
        }
        let stem = self.file_stem();
        let formats = self.file_formats();
        // A session over SSH makes no file here.
        let is_served = self.settings.around.in_session;
        let files = formats.iter().filter(|_| !is_served).map(|format| Way::File(*format));
        let command = formats.first().map(|format| Way::Command(*format));
        let is_afar = self.settings.around.login.is_some();
        let (before, behind) = if is_afar { (command, None) } else { (None, command) };
        let item = |way: Way| {
            let id = match way {
                Way::File(format) => format!("export-{}", format.code()),
                Way::Command(_) if is_afar => "export-command-afar".to_owned(),
                Way::Command(_) => "export-command".to_owned(),
                Way::Stop => "export-stop".to_owned(),
            };
            let label = self.text().tr(&id).into_owned();
            Item { detail: name_of(way, &stem), ..Item::new(way, label) }
        };
        let stop = (self.exports > 0).then_some(Way::Stop);
        let items = before.into_iter().chain(files).chain(behind).chain(stop).map(item).collect();
        let mut pick = Pick::new(Exports, items);
        pick.picker.input = Input::new(stem);
        self.overlays.push(pick);
    }
}
