//! The lists that a file can be imported into, and the meanings that a column of such a file can have.

use crate::domain::{Kind, coded};
use crate::fields::RecordField;

coded! {
    /// A list that a file is imported into.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Target {
        /// Technical-assistance needs.
        Needs => "needs",
        /// Reviews with their steps.
        Reviews => "reviews",
        /// Focal points, advisers and officers, by post.
        People => "people",
        /// Assistance given, under way or planned.
        Activities => "activities",
    }
}

impl Target {
    /// The kind of the records of the list.
    pub fn kind(self) -> Kind {
        match self {
            Self::Needs => Kind::Need,
            Self::Reviews => Kind::Review,
            Self::People => Kind::Person,
            Self::Activities => Kind::Activity,
        }
    }

    /// The field of the records of the list with a code.
    pub fn field(self, code: &str) -> Option<RecordField> {
        RecordField::from_code(self.kind(), code)
    }
}

/// The meaning of a column of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// The values of a field, one for each record. A need's document is its symbol, linked where the register knows it.
    Field(RecordField),
    /// The values of a field that is kept by language (`post`), in the language that the words tell.
    ByLanguage(&'static str),
    /// The State by its code alone, which goes before its name.
    StateCode,
    /// The cycle of the review that a need belongs to.
    Cycle,
    /// The category by its code alone, which goes before its name.
    CategoryCode,
    /// The number of the record in the file, to which `duplicate` refers.
    Number,
    /// The UUID of the record.
    Uuid,
    /// The version of the record that the file was made of.
    Version,
    /// The origin of the record; only `illustrative` is kept.
    Origin,
    /// Whether the record is illustrative.
    Illustrative,
    /// The region that a person answers for.
    Region,
    /// The reviewing States, several in a cell.
    Reviewers,
    /// Whether the direct dialogue of a review was a joint meeting.
    JointMeeting,
    /// A known heading that an import leaves alone: counts, moments, facts of another record.
    LeftOut,
}

/// The meanings that are no fields, by their codes.
const OTHERS: [(&str, Meaning); 12] = [
    ("state-code", Meaning::StateCode),
    ("cycle", Meaning::Cycle),
    ("category-code", Meaning::CategoryCode),
    ("id", Meaning::Number),
    ("uuid", Meaning::Uuid),
    ("version", Meaning::Version),
    ("origin", Meaning::Origin),
    ("illustrative", Meaning::Illustrative),
    ("region", Meaning::Region),
    ("reviewers", Meaning::Reviewers),
    ("joint-meeting", Meaning::JointMeeting),
    ("left-out", Meaning::LeftOut),
];

/// The fields that are kept by language, by the part of their codes before the language.
const BY_LANGUAGE: [&str; 6] =
    ["post", "title", "description", "outcome", "date", "programme-words"];

impl Meaning {
    /// The code, as a file with a mapping has it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Field(field) => field.code(),
            Self::ByLanguage(code) => code,
            other => OTHERS.iter().find(|(_, own)| *own == other).map_or("", |(code, _)| code),
        }
    }

    /// The meaning with a code in a file of a list; `None` if no column of that list has it.
    pub fn from_code(target: Target, code: &str) -> Option<Self> {
        if let Some(field) = target.field(code).filter(|own| !own.is_itself() && !own.is_kept()) {
            return Some(Self::Field(field));
        }
        let by_language = BY_LANGUAGE.iter().find(|base| **base == code);
        if let Some(base) = by_language.filter(|base| target.field(&format!("{base}.en")).is_some())
        {
            return Some(Self::ByLanguage(base));
        }
        OTHERS.iter().find(|(own, _)| *own == code).map(|(_, meaning)| *meaning)
    }

    /// The field that the values belong to, where there is one.
    pub fn field(self, target: Target) -> Option<RecordField> {
        match self {
            Self::Field(field) => Some(field),
            Self::ByLanguage(base) => target.field(&format!("{base}.en")),
            Self::StateCode => target.field("state"),
            Self::CategoryCode => target.field("category"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;

    #[test]
    fn a_meaning_is_found_by_its_code() {
        for target in Target::ALL {
            for code in ["state", "cycle", "uuid", "left-out"] {
                let meaning = Meaning::from_code(*target, code);
                let own = meaning.map(Meaning::code);
                assert!(
                    own == Some(code) || (own.is_none() && code == "state"),
                    "{target:?} {code}"
                );
            }
        }
        let post = Meaning::from_code(Target::People, "post");
        assert_eq!(post, Some(Meaning::ByLanguage("post")));
        assert_eq!(Meaning::from_code(Target::Needs, "post"), None);
        let french = Meaning::from_code(Target::People, "post.fr").unwrap();
        assert_eq!(french.code(), "post.fr");
        for (_, meaning) in OTHERS {
            assert!(!meaning.code().is_empty());
        }
    }
}
