//! The parts that the tests of several modules share: registers made at random, and an oracle that asks each need
//! by itself. Compiled for tests only.

pub(crate) mod assistance;
pub(crate) mod blank_activity;
pub(crate) mod characters;
pub(crate) mod dice;
pub(crate) mod made_up_language;
pub(crate) mod oracle;
mod oracle_of_matches;
mod random_activity;
pub(crate) mod random_assistance;
pub(crate) mod random_dates;
pub(crate) mod random_register;
