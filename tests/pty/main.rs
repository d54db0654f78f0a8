//! The real program in a pseudo-terminal, where time counts: bytes on the line, work while idle, keys in quick
//! succession, others who write meanwhile. Apart from `tests/it`, whose tests leave no processor idle.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // this is a test throughout

#[path = "../it/support/mod.rs"]
mod support;

mod growing;
mod idle;
mod line;
mod session;
mod terminal;
mod tour;
mod typing;
