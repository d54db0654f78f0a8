//! Dates as precise as their source: a day, a month or a year.

use super::Day;
use std::cmp::Ordering;
use std::fmt;

/// A date of reduced precision as ISO 8601 writes it: `2019`, `2019-05` or `2019-05-03`.
///
/// In counts and orders it stands for the last day that it may mean, so that nothing counts before it is certain
/// to have happened; where two mean the same last day, the more precise one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A day.
    Day(Day),
    /// A month of a year, 1 to 12.
    Month(i16, i8),
    /// A year, 0 to 9999.
    Year(i16),
}

impl PartialDate {
    /// Reads `2019`, `2019-05` or `2019-05-03`; nothing else is such a date.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str| {
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
        };
        match text.len() {
            4 => number(text).map(Self::Year),
            7 => {
                let (year, month) = text.split_once('-').filter(|(year, _)| year.len() == 4)?;
                let month = i8::try_from(number(month)?).ok()?;
                (1..=12).contains(&month).then_some(Self::Month(number(year)?, month))
            }
            _ => Day::parse(text).map(Self::Day),
        }
    }

    /// The first day that it may mean.
    pub fn first_day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => first_of(year, month),
            Self::Year(year) => first_of(year, 1),
        }
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) if month < 12 => first_of(year, month + 1).plus(-1),
            Self::Month(year, _) | Self::Year(year) => first_of(year, 12).plus(30),
        }
    }

    /// The date with its precision (0 a day, 1 a month, 2 a year) in the two lowest bits, above them the number of
    /// its last day: these numbers have the order of the dates. [`PartialDate::from_number`] reads it.
    pub fn number(self) -> i32 {
        let precision = match self {
            Self::Day(_) => 0,
            Self::Month(..) => 1,
            Self::Year(_) => 2,
        };
        self.last_day().number() * 4 + precision
    }

    /// The number of the last day that a date with this [`PartialDate::number`] may mean, without reading the date.
    pub fn day_of(number: i32) -> i32 {
        number >> 2
    }

    /// The date that [`PartialDate::number`] has written.
    pub fn from_number(number: i32) -> Self {
        let day = Day::from_number(number >> 2);
        match number & 3 {
            0 => Self::Day(day),
            1 => Self::Month(day.date().year(), day.date().month()),
            _ => Self::Year(day.date().year()),
        }
    }
}

/// The first day of a month that the calendar has.
fn first_of(year: i16, month: i8) -> Day {
    Day::new(year, month, 1).unwrap_or(Day::from_number(0))
}

impl From<Day> for PartialDate {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number().cmp(&other.number())
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_counts_from_the_last_day_that_it_may_mean() {
        for (text, first, last) in [
            ("2019", "2019-01-01", "2019-12-31"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2019-12", "2019-12-01", "2019-12-31"),
            ("2019-09-30", "2019-09-30", "2019-09-30"),
            ("0000", "0000-01-01", "0000-12-31"),
            ("9999-12", "9999-12-01", "9999-12-31"),
        ] {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!(date.to_string(), text);
            assert_eq!(date.first_day().to_string(), first);
            assert_eq!(date.last_day().to_string(), last);
            assert_eq!(PartialDate::from_number(date.number()), date);
            assert_eq!(PartialDate::day_of(date.number()), date.last_day().number());
        }
    }

    #[test]
    fn nothing_else_is_a_date() {
        for text in [
            "",
            "19",
            "201",
            "2019-",
            "2019-0",
            "2019-13",
            "2019-00",
            "2019-5",
            "201-05",
            "2019-02-30",
            "2019-+1",
            "+201",
            "２０１９",
            "2019-05-",
            "2019年",
            "20190503",
            "2019/05",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_in_the_order_of_their_last_days() {
        let order =
            ["2018-12-31", "2018-12", "2018", "2019-11-30", "2019-11", "2019-12-30", "2019"];
        let dates: Vec<_> = order.iter().map(|text| PartialDate::parse(text).unwrap()).collect();
        assert!(dates.is_sorted() && dates.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
