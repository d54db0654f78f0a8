//! The program `ta-tui`: see the library of the same name.

fn main() {}
