//! Every kind of place of the program, with the keys that lead there: screens, pages, panes and overlays. A kind that
//! is added is missed by [`are_all`].

use super::desk::Desk;
use super::overlapping::OTHERS;
use super::source::sources;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use ta_tui::app::context::KeyContext;
use ta_tui::app::keys::commands;
use ta_tui::app::keys::commands::command::{Act, Command, Group};
use ta_tui::app::place::Screen;
use ta_tui::domain::{Change, Coded, Edit, Kind as RecordKind, NeedNumber, Priority, Record};
use ta_tui::fields::RecordField;
use ta_tui::store::{Access, Edited, RecordEdit, RecordWrite, Store, Write};
use ta_tui::text::Lang;

/// The keys to a place in two halves; where there is a second half, [`meanwhile`] writes between
/// the two.
pub type Way = (&'static str, &'static str);

/// Panes of screens, pages, and the pane of values beside them.
const PAGES: [Way; 19] = [
    ("5h", ""),
    ("7Gkkk", ""),
    ("7Gkk", ""),
    ("7Gk", ""),
    ("7G", ""),
    ("gt", ""),
    ("gt<Enter>", ""),
    ("2<Enter>", ""),
    ("2&", ""),
    ("3<Enter>", ""),
    ("4<Enter>", ""),
    ("4<Enter>&", ""),
    ("6&", ""),
    ("ga", ""),
    ("ga<Enter>", ""),
    ("4gh", ""),
    ("4gl", ""),
    ("4f", ""),
    ("7zd2019-05-31<Enter>", ""),
];

/// The main screens, by their number keys, and all pages.
pub fn pages() -> impl Iterator<Item = Way> {
    Screen::ALL.iter().map(|screen| (screen.key(), "")).chain(PAGES)
}

/// The ways to layers that a single key does not open, or does not show in full.
const LED: [Way; 29] = [
    ("4;zm", ""),
    ("4g", ""),
    ("6b", ""),
    ("4/chapter:V pri", ""),
    ("4:", ""),
    ("4:signs<Enter>", ""),
    ("4/asset<C-t>", ""),
    ("5hjl=o", ""),
    ("4=vtwice", ""),
    ("4=vtwice<Enter>/is:void<Enter>=v", ""),
    ("gtj=m", ""),
    ("gtj=m<Enter>", ""),
    ("4<Enter>=lCalled", ""),
    ("4gv+", ""),
    ("4+", ""),
    ("3<Enter>+57<Tab>cap<Tab><Tab>Training", ""),
    ("4+<Tab><Tab><Tab> ", ""),
    ("7zd", ""),
    ("7Gl<Enter>", ""),
    ("4/id:1..9<Enter>Ac", ""),
    ("4nFirst line<Enter>第二行", ""),
    ("gw+", ""),
    ("gw+<C-s>", ""),
    ("ga:A045<Enter>&+", ""),
    ("ga:A038<Enter><Del>", ""),
    ("4<Enter>", "c"),
    ("4jj<Enter>", "=f=c:overlaps<Enter>=k"),
    ("4c<Enter>", "u"),
    ("4<Enter>nFirst line<Enter>第二行", "<C-s>"),
];

/// All overlays. Those that one key opens over the list of needs come from the table of commands.
pub fn overlays() -> impl Iterator<Item = Way> {
    LED.into_iter().chain(OPENED.iter().copied())
}

/// The overlays that the key of one command opens over the list of needs, each once.
static OPENED: LazyLock<Vec<Way>> = LazyLock::new(|| {
    let at_needs = || {
        let mut desk = Desk::new((100, 30), Lang::En);
        desk.keys("4");
        desk
    };
    let may_open = |command: &&Command| {
        let is_done = matches!(command.act, Act::Do(_)) && !command.ends;
        // Commands that move the cursor open nothing, and a field is seen with words in it.
        let can = command.group != Group::Move && command.field.is_none();
        is_done && can && command.is_in(KeyContext::Needs)
    };
    let (mut desk, mut ways, mut kinds) = (at_needs(), Vec::new(), Vec::new());
    let before = desk.screen();
    for command in commands::all().filter(may_open) {
        let Some(key) = command.keys.first() else { continue };
        let key = if key.chars().count() == 1 {
            (*key).to_owned()
        } else {
            format!("<{}>", key.replace("Ctrl-", "C-"))
        };
        desk.keys(&key);
        if !desk.program.app().overlays.is_empty() && !kinds.contains(&kind(&desk)) {
            kinds.push(kind(&desk));
            ways.push((&*format!("4{key}").leak(), ""));
        }
        desk.keys("<Esc>");
        if desk.screen() != before {
            desk = at_needs();
        }
    }
    ways
});

/// Sets the priority and the notes of the first need, as another person, and adds activities that overlap with others.
pub fn meanwhile(db: &Path) {
    let store = Store::open(db, Access::ReadWrite).unwrap();
    for change in [Change::Priority(Some(Priority::High)), Change::notes("Their line\n他们的备注")]
    {
        let edits = vec![Edit { need: NeedNumber::new(1), change, if_version: None }];
        store.write(&Write { who: "fp-ke".into(), note: String::new(), edits }).unwrap();
    }
    let connection = Connection::open(db).unwrap();
    if connection.execute_batch(OTHERS).is_err() {
        return; // they are there
    }
    // A change of one is in the log, so that sessions read activities anew.
    let status = RecordField::from_code(RecordKind::Activity, "status").unwrap();
    let activity = RecordEdit {
        record: Edited::Known(Record { kind: RecordKind::Activity, number: 101 }),
        values: vec![(status, Some("ongoing".into()))],
        void: None,
        if_version: None,
    };
    let (who, note) = ("fp-ke".into(), String::new());
    store.edit(&RecordWrite { who, note, edits: vec![activity] }).unwrap();
}

/// Leads a desk to a place.
pub fn lead(desk: &mut Desk, (before, after): Way) {
    desk.keys(before);
    if !after.is_empty() {
        meanwhile(&desk.db);
        desk.keys(after);
    }
}

/// The keys of a half one by one, each as it is written.
pub fn keys(keys: &str) -> impl Iterator<Item = &str> {
    let mut rest = keys;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?.len_utf8();
        let name = rest.find('>').filter(|_| rest.starts_with('<'));
        let (key, after) = rest.split_at(name.map_or(first, |end| end + 1));
        rest = after;
        Some(key)
    })
}

/// The kind of a place: the context of keys, and the overlay on top.
pub type Kind = (KeyContext, Option<String>);

/// The kind of place that a desk is in.
pub fn kind(desk: &Desk) -> Kind {
    let app = desk.program.app();
    (app.context(), app.overlays.last().map(|layer| file_of(layer.kind())))
}

/// The file below `src/app/layers/` that a type of a layer stands in. A list to choose from is a type
/// of `picker` with one of the file that it is named after.
fn file_of(kind: &str) -> String {
    let inner = kind.rsplit("::layers::").next().unwrap_or(kind);
    inner.split("::").next().unwrap_or(inner).to_owned()
}

/// Fails where a kind of place is missing among these.
pub fn are_all(reached: &[Kind]) {
    let contexts: Vec<KeyContext> = reached.iter().map(|(context, _)| *context).collect();
    let overlays: BTreeSet<String> = reached.iter().filter_map(|(_, file)| file.clone()).collect();
    for context in KeyContext::ALL {
        assert!(contexts.contains(context), "no way leads to {context:?}");
    }
    assert_eq!(overlays, layers(), "no way leads to an overlay");
}

/// The files of the program that hold a layer or a list to choose from.
pub fn layers() -> BTreeSet<String> {
    let sources = sources();
    let below = |path: &str| {
        let rest = path.strip_prefix("src/app/layers/")?;
        Some(rest.split(['/', '.']).next()?.to_owned())
    };
    let holds = |code: &str| {
        code.lines().any(|line| {
            line.starts_with("impl Layer<App> for") || line.starts_with("impl Choice for")
        })
    };
    sources.iter().filter(|file| holds(&file.whole)).filter_map(|file| below(&file.path)).collect()
}
