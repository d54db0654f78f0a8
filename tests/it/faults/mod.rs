//! Faults that were found by trying the program, each as the input that showed it. A test is named
//! after the row of the list of faults that it holds (`a1_…`): A for the terminal's input, C for
//! files and accounts, F for faults inside.

mod accounts;
mod ascii;
mod days;
mod doctor;
mod ending;
mod files;
mod held;
mod input;
mod texts;
mod typing;
mod waiting;
