//! `ta-tui`: a keyboard-driven register of the technical-assistance needs that country reviews
//! under the United Nations Convention against Corruption have identified.
//!
//! A module names only modules that stand before it in this list; `tests/it/architecture.rs` holds
//! the order and `docs/architecture.md` explains it.

pub mod xml;

pub mod text;

pub mod config;

pub mod domain;

pub mod spreadsheet;

pub mod fields;

pub mod query;

pub mod entry;

pub mod store;

pub mod import;

pub mod sample;

pub mod analysis;

pub mod assistance;

pub mod exchange;

pub mod picture;

pub mod paint;

pub mod columns;

pub mod worker;

pub mod app;

pub mod ui;

pub mod term;

pub mod cli;

pub mod program;

#[cfg(test)]
mod testing;
