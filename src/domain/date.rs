//! Days and moments as small numbers, so that a million of them are a plain column.

use super::dated;
use jiff::Timestamp;
use jiff::civil::Date;
use std::fmt;

/// A day of the Gregorian calendar, counted from 1970-01-01. Printed as ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);

    /// The day that many days after 1970-01-01.
    pub const fn from_number(days: i32) -> Self {
        Self(days)
    }

    /// Days after 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day of year, month and day of month, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from)
    }

    /// Reads `2019-09-30`; nothing else is a day.
    pub fn parse(text: &str) -> Option<Self> {
        // jiff reads other forms of ISO 8601 too: `20190930`, a week, a time behind the day.
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        text.parse::<Date>().ok().map(Self::from)
    }

    /// Reads a typed day: `2019-09-30` or 2019年9月30日.
    pub fn typed(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| Self::parse(&dated(text)?))
    }

    /// The calendar date; a number outside the calendar gives 1970-01-01.
    pub fn date(self) -> Date {
        let days = jiff::Span::new().try_days(self.0);
        days.and_then(|days| Self::EPOCH.checked_add(days)).unwrap_or(Self::EPOCH)
    }

    /// The day `days` later (earlier when negative).
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The moment so many seconds after its beginning, within the range that a register can keep.
    pub fn at_second(self, second: i64) -> Moment {
        Moment::within(i64::from(self.0) * Moment::DAY + second)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        let seconds = date.duration_since(Self::EPOCH).as_secs();
        // jiff's calendar ends with the year 9999: less than three million days.
        Self((seconds / Moment::DAY) as i32)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

/// A moment in seconds after 1970-01-01T00:00:00Z. Printed as ISO 8601 in UTC; one outside the calendar as
/// 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// How many seconds a day has.
    pub const DAY: i64 = 86_400;

    /// The last moment that a register can keep.
    pub const LAST: Self = Self(u32::MAX as i64);

    /// The moment that many seconds after the epoch.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Reads a moment as it is written, `2019-12-30T16:39:05Z`; `None` where it is not a moment that a register keeps.
    pub fn parse(text: &str) -> Option<Self> {
        let seconds = text.parse::<Timestamp>().ok()?.as_second();
        (0..=Self::LAST.0).contains(&seconds).then_some(Self(seconds))
    }

    /// Seconds after the epoch.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// Now. A clock that is wrong by more than a register can keep says the first or the last moment
    /// that it can: a row with another one could not be read any more.
    pub(crate) fn now() -> Self {
        Self::within(Timestamp::now().as_second())
    }

    fn within(seconds: i64) -> Self {
        Self(seconds.clamp(0, Self::LAST.0))
    }

    /// The day in UTC.
    pub fn day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(Self::DAY)).unwrap_or(i32::MAX))
    }

    /// To the minute, in UTC, as lists show it: `2019-12-30 16:39`.
    pub fn minute(self) -> String {
        let moment = self.to_string();
        moment.get(..16).unwrap_or(&moment).replace('T', " ")
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Timestamp::from_second(self.0).unwrap_or_default().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_chinese_form_is_the_same_date() {
        for (typed, iso) in [
            ("2019年", Some("2019")),
            ("2019年5月", Some("2019-05")),
            ("2019年05月", Some("2019-05")),
            ("2019年5月3日", Some("2019-05-03")),
            ("2019年12月31号", Some("2019-12-31")),
            ("２０１９年５月３日", Some("2019-05-03")),
            (" 2019 年 5 月 3 日 ", Some("2019-05-03")),
            ("2019", None),
            ("19年", None),
            ("2019年5", None),
            ("2019年5月3", None),
            ("2019年月", None),
            ("2019年5月3日4", None),
            ("年", None),
        ] {
            assert_eq!(dated(typed).as_deref(), iso, "{typed}");
        }
        assert_eq!(Day::typed("2019年9月30日"), Day::parse("2019-09-30"));
        assert_eq!(Day::typed("2019-09-30"), Day::parse("2019-09-30"));
        assert_eq!(Day::typed("2019年9月"), None);
        assert_eq!(Day::typed("2019年2月29日"), None);
    }

    #[test]
    fn c11_a_clock_far_off_says_a_moment_that_can_be_kept() {
        assert_eq!(Moment::within(-5).seconds(), 0);
        assert_eq!(Moment::within(8_103_174_661).to_string(), "2106-02-07T06:28:15Z");
        assert_eq!(Moment::within(1_700_000_000).seconds(), 1_700_000_000);
    }

    #[test]
    fn days_count_from_the_epoch() {
        assert_eq!(Day::parse("1970-01-01"), Some(Day::from_number(0)));
        assert_eq!(Day::parse("2019-10-14").map(Day::number), Some(18_183));
        assert_eq!(Day::from_number(18_183).to_string(), "2019-10-14");
        assert_eq!(Day::parse("1969-12-31").map(Day::number), Some(-1));
    }

    #[test]
    fn the_arithmetic_is_the_calendar_s() {
        for number in (-150_000..150_000).step_by(13) {
            let date = Day::from_number(number).date();
            assert_eq!(Day::from(date).number(), number, "{date}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "2019-02-29",
            "2019-13-01",
            "2019-1-1",
            "20191014",
            "2019-10-1x",
            "",
            "2019-W42-1",
            "-0019-10-1",
            "2019-10-14T00",
            "2019-10-14Z",
            "+2019-10-14",
            " 2019-10-14",
            "2019-10-14 ",
            "2019/10/14",
            "2019-00-10",
            "2019-10-00",
            "2019-+1-01",
            "201é-1-1",
            "２019-1-1",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_prints_in_utc() {
        assert_eq!(Moment::from_seconds(0).to_string(), "1970-01-01T00:00:00Z");
        assert_eq!(Moment::from_seconds(1_571_011_261).to_string(), "2019-10-14T00:01:01Z");
        assert_eq!(Moment::from_seconds(-1).day().number(), -1);
    }
}
