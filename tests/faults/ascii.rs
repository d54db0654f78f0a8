//! Terminals and locales without Unicode.
