//! Naming States, or withholding their names, while the program runs.

mod strip;
mod switch;
