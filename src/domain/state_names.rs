//! The other spellings of States, in the six official languages of the United Nations, as one table that every
//! register has: nothing of it is stored.

/// A State and its other spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateNames {
    /// ISO 3166 alpha-3; `EU` for the European Union.
    pub code: &'static str,
    /// The spellings. For a State that `states.csv` lacks, the first is its name.
    pub spellings: Vec<&'static str>,
}

/// All States that the United Nations have as members or observers, and parties to the Convention beside them, in
/// the order of their codes.
pub fn state_names() -> Vec<StateNames> {
    let lines = include_str!("reference/state-names.txt").lines();
    let stated = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    stated
        .map(|line| {
            let mut parts = line.split('|').map(str::trim);
            let code = parts.next().unwrap_or_default();
            StateNames { code, spellings: parts.filter(|part| !part.is_empty()).collect() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{fold, reference, words};
    use super::*;
    use std::collections::{BTreeSet, HashMap};

    /// A spelling as words are compared, more or less: folded, without apostrophes, hyphens and points.
    fn compared(spelling: &str) -> String {
        let folded = fold(spelling).replace('\'', "");
        words(&folded).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn b5_no_spelling_is_listed_that_is_compared_as_another_of_its_state() {
        let mut twice = Vec::new();
        for state in state_names() {
            let own = |row: &&reference::StateRow| [&*row.iso3, &*row.iso2].contains(&state.code);
            let rows = reference::states();
            let row = rows.iter().find(own);
            let named = row.map(|row| [fold(&row.name_en), fold(&row.name_zh)]);
            let mut known: BTreeSet<String> = named.into_iter().flatten().collect();
            twice.extend(
                state.spellings.iter().filter(|spelling| !known.insert(fold(spelling))).copied(),
            );
        }
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn no_spelling_name_or_code_stands_under_two_states() {
        let mut owners: HashMap<String, BTreeSet<String>> = HashMap::new();
        let mut own = |spelling: &str, code: &str| {
            if !spelling.is_empty() {
                owners.entry(compared(spelling)).or_default().insert(code.to_owned());
            }
        };
        for row in reference::states() {
            let code = if row.iso3.is_empty() { &row.iso2 } else { &row.iso3 };
            let names = [&*row.iso2, &row.iso3, &row.name_en, &row.name_zh];
            for name in names.into_iter().chain(reference::parts(&row.aliases)) {
                own(name, code);
            }
        }
        for state in state_names() {
            state.spellings.iter().for_each(|spelling| own(spelling, state.code));
        }
        let twice: Vec<_> = owners.iter().filter(|(_, codes)| codes.len() > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_state_of_the_reference_has_its_line_and_every_spelling_is_clean() {
        let all = state_names();
        assert!(all.is_sorted_by(|a, b| a.code < b.code), "in the order of codes, none twice");
        let codes: BTreeSet<&str> = all.iter().map(|state| state.code).collect();
        for row in reference::states() {
            let code = if row.iso3.is_empty() { &row.iso2 } else { &row.iso3 };
            assert!(codes.contains(&**code), "{code}");
        }
        assert_eq!(all.len(), 198, "193 members, two observers, two others, the European Union");
        let spellings = || all.iter().flat_map(|state| &state.spellings);
        assert!(spellings().count() >= 1_400, "{}", spellings().count());
        for spelling in spellings() {
            assert_eq!(*spelling, super::super::clean_line(spelling));
        }
        for state in &all {
            let languages = [
                state.spellings.iter().any(|s| s.contains(|c| ('а'..='я').contains(&c))),
                state.spellings.iter().any(|s| s.contains(|c| ('ا'..='ي').contains(&c))),
            ];
            assert_eq!(languages, [true; 2], "{}: Russian, Arabic", state.code);
        }
    }
}
