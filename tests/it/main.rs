//! The program seen from outside: its screens drawn into a buffer, its commands, its registers, its
//! documents. One program, since each test program is linked with the whole library.
//!
//! Tests share this process, several at a time: settings of a whole process (its environment, its folder, its limits)
//! are changed in a child process only. Tests of behaviour in time stand in `tests/pty`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // this is a test throughout

mod architecture;
mod as_of;
mod assistance;
mod coming_back;
mod command_line;
mod connections;
mod correcting;
mod coverage;
mod dependencies;
mod documents;
mod facets;
mod faults;
mod figure_pictures;
mod figures_screen;
mod filter_line;
mod first_use;
mod forms;
mod growth;
mod history;
mod import_fixtures;
mod key_grammar;
mod languages;
mod ledger_screen;
mod matching;
mod menus;
mod messages;
mod names;
mod names_key;
mod navigation;
mod news;
mod no_names;
mod note_figures;
mod outgoing;
mod overlaps;
mod palette;
mod passages;
mod pins_and_widths;
mod planning;
mod pointer;
mod published_figures;
mod recording;
mod sample;
mod screens;
mod selection;
mod selection_equals_sql;
mod split_lists;
mod store_batches;
mod store_failures;
mod store_files;
mod store_fixture;
mod store_identity;
mod store_load;
mod store_log_joined;
mod store_migration;
mod store_together;
mod store_upgrade;
mod store_views;
mod store_writes;
mod support;
mod themes;
mod together;
mod tour;
mod trend;
mod triage;
mod undoing;
mod verification;
mod views;
mod worker_together;

// The registers of random needs are the unit tests' own; they name these as parts of the crate.
#[path = "../../src/testing/blank_activity.rs"]
mod blank_activity;
#[path = "../../src/testing/dice.rs"]
mod dice;
#[path = "../../src/testing/random_activity.rs"]
mod random_activity;
#[path = "../../src/testing/random_dates.rs"]
mod random_dates;
#[path = "../../src/testing/random_register.rs"]
mod random_register;
use ta_tui::{domain, fields, query, text};
