//! Where an activity works: in States that it names, in a part of the world, or anywhere.

use crate::query::register::Activity;

/// The States that an activity is for, as its source tells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// These are named as helped: places in [`crate::query::register::Vocabulary::states`].
    Named(&'a [u16]),
    /// It is for a part of the world in which these lie, rising.
    Region(&'a [u16]),
    /// It is global, or does not say where.
    Anywhere,
}

impl<'a> Scope<'a> {
    /// The scope of an activity: States named count more than a region around them.
    pub fn of(activity: &'a Activity) -> Self {
        if !activity.states.is_empty() {
            Self::Named(&activity.states)
        } else if activity.area_states.is_empty() {
            Self::Anywhere
        } else {
            Self::Region(&activity.area_states)
        }
    }

    /// The States of it, whether named or in the region; none for an activity that may be anywhere.
    pub fn states(self) -> &'a [u16] {
        match self {
            Self::Named(states) | Self::Region(states) => states,
            Self::Anywhere => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::blank_activity;

    #[test]
    fn states_that_are_named_count_more_than_the_region_around_them() {
        let mut activity = blank_activity::activity(1);
        assert_eq!(Scope::of(&activity), Scope::Anywhere);
        activity.area_states = vec![1, 2, 3].into();
        assert_eq!(Scope::of(&activity), Scope::Region(&[1, 2, 3]));
        activity.states = vec![2].into();
        assert_eq!(Scope::of(&activity), Scope::Named(&[2]));
        assert_eq!(Scope::of(&activity).states(), [2]);
    }
}
