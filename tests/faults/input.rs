//! What reaches the program from the terminal as bytes.
