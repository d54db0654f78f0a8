//! From when to when a State belongs to a group of countries.

use crate::domain::{Coded, CountryGroup, Day, PartialDate};

/// The membership of a State in a group: from a date on and until another, where they are stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The group.
    pub group: CountryGroup,
    /// From when on; not stated: from before everything that the register tells.
    pub since: Option<PartialDate>,
    /// The date on which it left; not stated: it has not.
    pub until: Option<PartialDate>,
}

impl Membership {
    /// Whether the State belongs to the group on a day. A date that is less precise than a day counts from the last day
    /// that it may mean; on the day on which it leaves, a State belongs no more.
    pub fn holds_on(&self, day: Day) -> bool {
        let begun = |date: PartialDate| date.last_day() <= day;
        self.since.is_none_or(begun) && !self.until.is_some_and(begun)
    }

    /// Whether it says from when or until when.
    pub fn is_dated(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }
}

/// The groups to which a State with these memberships belongs on a day, each once and in order.
pub fn groups_on(memberships: &[Membership], day: Day) -> Vec<CountryGroup> {
    let belongs = |group: &CountryGroup| {
        memberships.iter().any(|member| member.group == *group && member.holds_on(day))
    };
    CountryGroup::ALL.iter().copied().filter(belongs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_belongs_to_a_group_from_one_date_until_the_other() {
        let date = |text: &str| PartialDate::parse(text);
        let day = |text: &str| Day::parse(text).unwrap();
        let of = |group, since: &str, until: &str| Membership {
            group,
            since: date(since),
            until: date(until),
        };
        let all = [
            of(CountryGroup::Sids, "", ""),
            of(CountryGroup::Ldc, "1985", "2020-12-04"),
            of(CountryGroup::Lldc, "2021-03", ""),
        ];
        let codes = |on: &str| -> Vec<_> {
            groups_on(&all, day(on)).into_iter().map(Coded::code).collect()
        };
        assert_eq!(codes("1985-12-30"), ["sids"]);
        assert_eq!(codes("1985-12-31"), ["ldc", "sids"]);
        assert_eq!(codes("2020-12-03"), ["ldc", "sids"]);
        assert_eq!(codes("2020-12-04"), ["sids"]);
        assert_eq!(codes("2021-03-30"), ["sids"]);
        assert_eq!(codes("2021-03-31"), ["lldc", "sids"]);
    }
}
