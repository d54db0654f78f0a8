//! What reaches the program from the terminal as bytes: the decoder alone with a clock that the
//! test moves, the screens with what it gives, and the program in a terminal.

mod corpus;
mod mouse;
mod pastes;
mod pieces;
mod screens;
mod terminal;
