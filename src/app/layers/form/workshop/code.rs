//! Codes of planned workshops: `W001` and on.

use crate::query::register::Vocabulary;

/// The letter before the number.
const LETTER: char = 'W';

/// Gives the first code that no activity has or had: not one of those in `taken`, and behind `refused` if the register
/// has refused that one.
pub(super) fn free_code(
    vocabulary: &Vocabulary,
    taken: &[String],
    refused: Option<&str>,
) -> String {
    let number = |code: &str| code.strip_prefix(LETTER)?.parse::<u32>().ok();
    let known = vocabulary.activities.iter().map(|activity| activity.code.as_str());
    let known = known.chain(taken.iter().map(String::as_str)).chain(refused);
    let last = known.filter_map(number).max().unwrap_or(0);
    format!("{LETTER}{:03}", last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;

    #[test]
    fn a_code_is_proposed_that_no_activity_has_or_had() {
        let mut vocabulary = (*random_register::register(1, 5).vocabulary).clone();
        assert_eq!(free_code(&vocabulary, &[], None), "W001");
        vocabulary.activities[0].code = "W007".into();
        assert_eq!(free_code(&vocabulary, &[], None), "W008");
        let taken = ["A900".to_owned(), "W011".to_owned(), "Wx".to_owned()];
        assert_eq!(free_code(&vocabulary, &taken, None), "W012");
        assert_eq!(free_code(&vocabulary, &taken, Some("W012")), "W013");
        assert_eq!(free_code(&vocabulary, &[], Some("A1")), "W008");
    }
}
