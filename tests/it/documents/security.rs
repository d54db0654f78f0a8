//! The table of roles in `docs/security.md`, made from the table of permissions.

use crate::support::fresh::fresh;
use std::fmt::Write as _;
use ta_tui::domain::{Coded, Deed, Kind, Role, Scope};

const DOCUMENT: &str = include_str!("../../../docs/security.md");

/// The heading of the generated part, which is the last one.
const ROLES: &str = "### What each role may do\n";

/// The commands that write, with what they do to records of which kinds.
const COMMANDS: &[(&str, Deed, &[Kind])] = &[
    ("`set`, the keys of Triage", Deed::Change, &[Kind::Need]),
    ("`handover`", Deed::Change, &[Kind::Need]),
    ("`add`, forms", Deed::Add, RECORDED),
    ("`edit`, forms", Deed::Change, RECORDED),
    ("`void`, bringing back", Deed::TakeOut, RECORDED),
    ("`merge`: the record that stays", Deed::Change, &[Kind::Need, Kind::Theme]),
    ("`merge`: the record that goes", Deed::TakeOut, &[Kind::Need, Kind::Theme]),
    ("`match`", Deed::Add, &[Kind::Match]),
    ("`match` on a match that is there", Deed::Change, &[Kind::Match]),
    ("`unmatch`", Deed::TakeOut, &[Kind::Match]),
    ("`mark`", Deed::Add, &[Kind::Overlap]),
    ("`mark` on a mark that is there", Deed::Change, &[Kind::Overlap]),
    ("saving a view", Deed::Add, &[Kind::View]),
    ("saving over a view", Deed::Change, &[Kind::View]),
    ("deleting a view", Deed::TakeOut, &[Kind::View]),
    ("`settings`", Deed::Change, &[Kind::Setting]),
    ("`people add`", Deed::Add, &[Kind::Person]),
    ("`people role`, `people retire`, `people key`", Deed::Change, &[Kind::Person]),
];

/// The kinds that are recorded by forms and by `add`, `edit` and `void`. The fields of comments are given once.
const RECORDED: &[Kind] = &[
    Kind::Need,
    Kind::Comment,
    Kind::Review,
    Kind::State,
    Kind::Organisation,
    Kind::Activity,
    Kind::Platform,
    Kind::Document,
    Kind::Theme,
    Kind::Person,
];

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Nothing => "–",
        Scope::OwnState => "own State",
        Scope::Region => "region",
        Scope::Own => "own",
        Scope::Shared => "own and shared",
        Scope::All => "all",
    }
}

fn table() -> String {
    let mut made = String::from("\n| command | record |");
    for role in Role::ALL {
        let _ = write!(made, " {} |", role.code());
    }
    made.push_str("\n| --- | --- |");
    made.push_str(&" --- |".repeat(Role::ALL.len()));
    made.push('\n');
    for (command, deed, kinds) in COMMANDS {
        for kind in *kinds {
            if (*deed, *kind) == (Deed::Change, Kind::Comment) {
                continue;
            }
            let _ = write!(made, "| {command} | {} |", kind.code());
            for role in Role::ALL {
                let _ = write!(made, " {} |", scope(role.may(*deed, *kind)));
            }
            made.push('\n');
        }
    }
    made
}

#[test]
fn every_role_is_told_with_every_command_that_writes() {
    for (kind, deed) in Kind::ALL.iter().flat_map(|kind| Deed::ALL.iter().map(move |d| (kind, d))) {
        let is_told = COMMANDS.iter().any(|(_, of, kinds)| of == deed && kinds.contains(kind));
        // Settings are there from the beginning, and marks are taken out by undo alone.
        let is_none = *kind == Kind::Setting || (*kind, *deed) == (Kind::Overlap, Deed::TakeOut);
        assert!(is_told || is_none, "{kind:?} {deed:?}");
    }
    let (before, _) = DOCUMENT.split_once(ROLES).expect("the heading of the roles");
    fresh("docs/security.md", &format!("{before}{ROLES}{}", table()));
}
