//! The mark of the row under the cursor: as the configuration file says, else over its whole width,
//! but where a session comes over SSH, with few bytes.

use super::SettingOrigin;

/// The mark of the row under the cursor of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowMark {
    /// Over its whole width.
    #[default]
    Whole,
    /// By a sign and its first cell, which costs fewer bytes.
    Cheap,
}

/// The words of the configuration file, each with its value; `auto` leaves it to the session.
pub(super) const WORDS: [(&str, Option<RowMark>); 3] =
    [("auto", None), ("whole", Some(RowMark::Whole)), ("cheap", Some(RowMark::Cheap))];

impl RowMark {
    /// Its word in the configuration file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Cheap => "cheap",
        }
    }
}

/// The mark, and where the choice comes from. `variable` gives the value of an environment variable.
pub fn row_mark(
    variable: impl Fn(&str) -> Option<String>,
    configured: Option<RowMark>,
) -> (RowMark, SettingOrigin) {
    const SSH: &str = "SSH_CONNECTION";
    match configured {
        Some(mark) => (mark, SettingOrigin::File),
        None if variable(SSH).is_some_and(|value| !value.is_empty()) => {
            (RowMark::Cheap, SettingOrigin::Variable(SSH))
        }
        None => (RowMark::default(), SettingOrigin::Default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_over_ssh_has_the_mark_of_few_bytes_unless_the_file_says_otherwise() {
        let far = |name: &str| (name == "SSH_CONNECTION").then(|| "10.0.0.1 22".to_owned());
        let empty = |_: &str| Some(String::new());
        let near = |_: &str| None;
        assert_eq!(row_mark(near, None), (RowMark::Whole, SettingOrigin::Default));
        assert_eq!(row_mark(empty, None).0, RowMark::Whole);
        assert_eq!(row_mark(far, None).0, RowMark::Cheap);
        assert_eq!(row_mark(far, Some(RowMark::Whole)), (RowMark::Whole, SettingOrigin::File));
        assert_eq!(row_mark(near, Some(RowMark::Cheap)).0, RowMark::Cheap);
        for (word, mark) in WORDS {
            assert!(mark.is_none_or(|mark| mark.word() == word));
        }
    }
}
