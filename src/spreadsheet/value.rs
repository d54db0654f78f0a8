//! The values of spreadsheet programs as texts: numbers, truth, dates and durations.

use super::row::{Cell, CellState};
use calamine::ExcelDateTime;

/// From here on numbers have no digits behind the point, and a power of ten tells them shorter.
const LARGE: f64 = 1e15;

/// A number in its shortest form.
pub(super) fn number(number: f64) -> Cell {
    let text = if number.fract() == 0.0 && number.abs() < LARGE {
        format!("{number:.0}")
    } else {
        format!("{number:?}")
    };
    // "-0" is no other number.
    let text = if text == "-0" { "0".to_owned() } else { text };
    Cell { text, state: CellState::Number }
}

/// True or false, as the programs show it.
pub(super) fn truth(is: bool) -> Cell {
    Cell::of(if is { "TRUE" } else { "FALSE" })
}

/// A date, with its time where it has one; a time of day or a duration as words.
pub(super) fn date(date: ExcelDateTime) -> Cell {
    if date.is_duration() {
        return Cell::of(duration(date.as_f64()));
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    // Days are counted from the last one of 1899: a number below one is a time of day.
    if year < 1900 {
        return Cell::of(time);
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    let text = if time == "00:00:00" { day } else { format!("{day}T{time}") };
    Cell { text, state: CellState::Date }
}

/// Days as hours, minutes and seconds: `26:30:00`.
fn duration(days: f64) -> String {
    let seconds = (days.abs() * 86_400.0).round();
    let seconds = if seconds.is_finite() { seconds.min(1e15) as i64 } else { 0 };
    let sign = if days < 0.0 && seconds > 0 { "-" } else { "" };
    format!("{sign}{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    #[test]
    fn numbers_have_their_shortest_form() {
        for (value, text) in [
            (15.0, "15"),
            (15.16, "15.16"),
            (0.1 + 0.2, "0.30000000000000004"),
            (-2.5, "-2.5"),
            (-0.0, "0"),
            (1e300, "1e300"),
            (42_065.0, "42065"),
        ] {
            assert_eq!(number(value).text, text);
        }
    }

    #[test]
    fn dates_of_both_systems_and_durations_are_told_apart() {
        let told = |value, kind, is_1904| {
            let cell = date(ExcelDateTime::new(value, kind, is_1904));
            (cell.text, cell.state)
        };
        let day = |text: &str| (text.to_owned(), CellState::Date);
        assert_eq!(told(42_065.0, DateTime, false), day("2015-03-02"));
        assert_eq!(told(42_065.0 - 1_462.0, DateTime, true), day("2015-03-02"));
        assert_eq!(told(42_065.5, DateTime, false), day("2015-03-02T12:00:00"));
        assert_eq!(told(0.5, DateTime, false), ("12:00:00".to_owned(), CellState::Words));
        assert_eq!(told(1.0, DateTime, false), day("1900-01-01"));
        assert_eq!(told(26.5 / 24.0, TimeDelta, false).0, "26:30:00");
        assert_eq!(told(-0.25, TimeDelta, false).0, "-6:00:00");
    }
}
