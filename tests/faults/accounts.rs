//! Who acts, and what the command line takes.
