//! The terminal's bytes as input: the decoder alone with a clock that the test moves, the screens
//! with its output, and the program in a terminal.

mod corpus;
mod mouse;
mod pastes;
mod pieces;
mod screens;
mod terminal;
