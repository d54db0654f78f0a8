//! The marks by which overlaps are listed.

use crate::domain::{Coded, Mark, coded};

coded! {
    /// The overlaps that are listed, by their marks. Words of each are `marked-CODE`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Marked {
        /// All, marked or not.
        #[default]
        All => "all",
        /// Those without a mark.
        Unmarked => "unmarked",
        /// Those of which each mark is [`Mark::Coordinated`].
        Coordinated => "coordinated",
        /// [`Mark::Real`].
        Real => "real",
        /// [`Mark::NoOverlap`].
        NoOverlap => "none",
    }
}

impl Marked {
    /// Whether an overlap with a mark, or without one, is listed.
    pub fn lists(self, mark: Option<Mark>) -> bool {
        match self {
            Self::All => true,
            Self::Unmarked => mark.is_none(),
            Self::Coordinated => mark == Some(Mark::Coordinated),
            Self::Real => mark == Some(Mark::Real),
            Self::NoOverlap => mark == Some(Mark::NoOverlap),
        }
    }

    /// The next one, behind the last one all.
    pub fn next(self) -> Self {
        Self::at(self.index() + 1).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_overlap_is_listed_among_all_and_under_its_own_mark() {
        let marks = Mark::ALL.iter().copied().map(Some).chain([None]);
        for mark in marks {
            let lists: Vec<Marked> =
                Marked::ALL.iter().copied().filter(|marked| marked.lists(mark)).collect();
            assert_eq!((lists[0], lists.len()), (Marked::All, 2), "{mark:?}");
            let code = mark.map_or("unmarked", Coded::code);
            assert_eq!(lists[1].code(), code);
        }
        let round = Marked::ALL.iter().fold(Marked::All, |marked, _| marked.next());
        assert_eq!(round, Marked::All);
    }
}
