//! The rules of the keys, held against the table of commands: a key that writes at once means nothing else anywhere,
//! no screen has more keys than hands can know, and no key has turned from harmless into writing since the version
//! before.

use std::collections::{BTreeMap, BTreeSet};
use ta_tui::app::context::KeyContext;
use ta_tui::app::key::Key;
use ta_tui::app::keymap::Keymap;
use ta_tui::app::keys::chord::{Chord, Menu};
use ta_tui::app::keys::commands;
use ta_tui::app::keys::commands::command::{Act, Command};
use ta_tui::domain::Coded;

/// Commands beside those that set a value that write as soon as their key is pressed.
const WRITE: [&str; 11] = [
    "triage.repeat",
    "confirm.yes",
    "confirm.enter",
    "taking-back.yes",
    "taking-back.enter",
    "notes.save",
    "conflict.write",
    "view-form.save",
    "view-form.enter",
    "form.save",
    "record.step",
];

/// Keys that answer a question and are harmless elsewhere: a question takes no key before it is drawn.
const ANSWERS: [&str; 2] = ["y", "Enter"];

/// Keys of the version before that are harmless in these places and write elsewhere; they go with
/// the next version.
const KEPT: [(&str, &str); 5] = [
    ("Ctrl-s", "views.save"),
    ("w", "figures.since"),
    ("m", "view.measure"),
    ("m", "figures.measure"),
    ("m", "by-theme.measure"),
];

/// The most bare keys that a screen may have.
const MOST: usize = 40;

/// The keys of the version before: the command, its keys, where it was.
const BEFORE: &str = include_str!("fixtures/keys-before.tsv");

/// Whether a command writes at once.
fn writes(command: &Command) -> bool {
    matches!(command.act, Act::Set(_)) || WRITE.contains(&command.id)
}

fn chords(command: &Command) -> impl Iterator<Item = Chord> {
    command.keys.iter().map(|key| Chord::parse(key).unwrap())
}

#[test]
fn a_key_that_writes_at_once_is_harmless_nowhere() {
    let mut writing = BTreeMap::new();
    for command in commands::all().filter(|command| writes(command)) {
        writing.extend(chords(command).map(|chord| (chord, command.id)));
    }
    for command in commands::all().filter(|command| !writes(command)) {
        for chord in chords(command) {
            if !ANSWERS.contains(&chord.to_string().as_str()) {
                assert_eq!(writing.get(&chord), None, "{chord} is {} too", command.id);
            }
        }
    }
    let mut kept = BTreeSet::new();
    for command in commands::all() {
        for old in command.once {
            if writing.contains_key(&Chord::parse(old).unwrap()) {
                kept.insert((*old, command.id));
            }
        }
    }
    assert_eq!(kept, BTreeSet::from(KEPT), "keys of the version before that write elsewhere");
}

#[test]
fn a_screen_has_at_most_forty_bare_keys() {
    for context in KeyContext::ALL.iter().filter(|context| context.is_screen()) {
        let here = commands::all().filter(|command| command.is_in(*context));
        let keys = here.flat_map(chords).filter(|chord| chord.then.is_none());
        let bare: BTreeSet<char> = keys.filter_map(|chord| chord.first.typed()).collect();
        // the numbers of the screens are one row of one thing
        let digits = bare.iter().filter(|c| c.is_ascii_digit()).count();
        let count = bare.len() - digits + usize::from(digits > 0);
        assert!(count <= MOST, "{context:?} has {count}: {bare:?}");
    }
}

#[test]
fn two_keys_are_reached_in_every_place_of_their_command() {
    for command in commands::all() {
        for menu in chords(command).filter_map(Chord::menu) {
            let opens = |context| {
                commands::all().any(|other| other.menu() == Some(menu) && other.is_in(context))
            };
            for context in command.contexts() {
                assert!(opens(context), "{} of {} in {context:?}", menu.code(), command.id);
            }
        }
    }
    for &menu in Menu::ALL {
        let opening = commands::all().filter(|command| command.menu() == Some(menu));
        let keys: Vec<Chord> = opening.flat_map(chords).collect();
        assert_eq!(keys, [Chord::from(menu.key())]);
    }
}

#[test]
fn nothing_that_shows_writes() {
    for command in commands::all() {
        let shows = chords(command).any(|chord| chord.menu() == Some(Menu::Show));
        assert!(!shows || !writes(command), "{}", command.id);
    }
}

#[test]
fn no_key_has_turned_from_harmless_into_writing() {
    let (keymap, errors) = Keymap::new(&[]);
    assert!(errors.is_empty());
    for line in BEFORE.lines() {
        let [id, keys, places] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        for place in places.split(' ') {
            let context = KeyContext::from_code(place).unwrap();
            for key in keys.split(' ') {
                let key = Key::parse(key).unwrap();
                let now = keymap.command(context, key).map(|command| (command, true));
                let now = now.or_else(|| keymap.moved(context, key));
                let Some((now, true)) = now else { continue };
                assert!(
                    !writes(now) || now.id == id || commands::by_id(id).is_some_and(writes),
                    "{key} was {id} in {place} and is {} now",
                    now.id
                );
            }
        }
    }
}

#[test]
fn a_key_of_the_version_before_does_what_it_did_or_says_the_new_one() {
    let (keymap, _) = Keymap::new(&[]);
    for command in commands::all() {
        let before: Vec<&str> = BEFORE
            .lines()
            .filter_map(|line| line.strip_prefix(command.id)?.strip_prefix('\t'))
            .flat_map(|line| line.split('\t').next().unwrap().split(' '))
            .collect();
        for old in command.once.iter().chain(command.gone) {
            assert!(before.contains(old), "{old} was no key of {}", command.id);
            let key = Key::parse(old).unwrap();
            for context in command.contexts() {
                assert!(key.typed().is_none() || !context.takes_text(), "{old} in {context:?}");
                let moved = keymap.moved(context, key).map(|(command, _)| command.id);
                let free = keymap.command(context, key).is_none();
                assert!(!free || moved == Some(command.id), "{old} in {context:?}: {moved:?}");
            }
        }
    }
}
