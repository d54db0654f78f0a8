//! The date that a cell holds: in words, as a spreadsheet counts days, and with day and month in either order.

use super::mapping::DayOrder;
use super::verdict::{Reason, ReasonKind};
use crate::domain::{Day, PartialDate, dated, fold};
use crate::spreadsheet::CellState;

/// The date of a cell with the reasons that reading it gives, without the column.
#[derive(Clone, Debug, Default)]
pub(super) struct Dated {
    /// The date; `None` for a bad cell.
    pub(super) date: Option<PartialDate>,
    /// The reasons.
    pub(super) reasons: Vec<Reason>,
}

/// The dates of a column that tell the order of day and month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct OrderSeen {
    day_first: u32,
    month_first: u32,
}

impl OrderSeen {
    /// Looks at one more cell.
    pub(super) fn see(&mut self, cell: &str) {
        match three_numbers(cell) {
            Some([first, second, _]) if first > 12 && second <= 12 => self.day_first += 1,
            Some([first, second, _]) if second > 12 && first <= 12 => self.month_first += 1,
            _ => {}
        }
    }

    /// The order that the column tells; `None` where it tells none or both.
    pub(super) fn order(self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (1.., 0) => Some(DayOrder::Day),
            (0, 1..) => Some(DayOrder::Month),
            _ => None,
        }
    }

    /// Whether the column has dates of both orders.
    pub(super) fn is_contradiction(self) -> bool {
        self.day_first > 0 && self.month_first > 0
    }
}

/// The first and the last day as spreadsheets count that are taken for a date: 1954 to 2064.
const COUNTED: std::ops::RangeInclusive<u32> = 20_000..=60_000;

/// The number of 1970-01-01 as spreadsheets count days.
const EPOCH: i32 = 25_569;

/// The year from which two figures mean the last century.
const CENTURY: u16 = 70;

/// Reads the date of a cell that is not empty. `first` is the order of day and month in its column where that is decided;
/// `contradicts` says that the column has both.
pub(super) fn date(
    cell: &str,
    state: CellState,
    first: Option<DayOrder>,
    contradicts: bool,
) -> Dated {
    let good = |date: PartialDate| Dated { date: Some(date), reasons: Vec::new() };
    let reason = |kind| Reason::at(None, cell, kind);
    let asked = |date: PartialDate, kind| Dated {
        date: Some(date),
        reasons: vec![reason(kind).with(date.to_string())],
    };
    let bad = || Dated { date: None, reasons: vec![reason(ReasonKind::NotADate)] };
    let text = cell.trim();
    if state == CellState::Date {
        let day = text.get(..10).and_then(Day::parse).map(PartialDate::Day);
        return day.or_else(|| PartialDate::parse(text)).map_or_else(bad, good);
    }
    if let Some(date) = PartialDate::parse(text) {
        return good(date);
    }
    if let Some(day) = counted_day(text) {
        return asked(PartialDate::Day(day), ReasonKind::NumberAsDate);
    }
    // A moment in ISO 8601.
    if let Some(day) = text.get(..10).and_then(Day::parse)
        && text[10..].starts_with(['T', ' '])
    {
        return good(PartialDate::Day(day));
    }
    if let Some(numbers) = three_numbers(text) {
        return in_numbers(numbers, first, contradicts).map_or_else(bad, |(date, is_sure)| {
            if is_sure { good(date) } else { asked(date, ReasonKind::DayOrMonth) }
        });
    }
    let written = dated(text).and_then(|iso| PartialDate::parse(&iso));
    written.or_else(|| in_two_numbers(text)).map_or_else(bad, good)
}

/// The day that a spreadsheet counts with this number.
fn counted_day(text: &str) -> Option<Day> {
    let number: u32 = text.strip_suffix(".0").unwrap_or(text).parse().ok()?;
    let is_one = COUNTED.contains(&number);
    is_one.then(|| Day::from_number(i32::try_from(number).unwrap_or(EPOCH) - EPOCH))
}

/// The three numbers of a date with a year at one end, as they stand: `02/03/2015`, `2015/3/2`.
fn three_numbers(text: &str) -> Option<[u16; 3]> {
    let folded = fold(text.trim());
    let parts: Vec<&str> = folded.split(['/', '.', '-']).map(str::trim).collect();
    let [one, other, last] = parts[..] else { return None };
    let number = |part: &str| {
        let is_one =
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        is_one.then(|| part.parse::<u16>().ok()).flatten()
    };
    let numbers = [number(one)?, number(other)?, number(last)?];
    let is_year = |part: &str| part.len() == 4;
    let short_year = last.len() == 2 && one.len() <= 2;
    if is_year(one) || is_year(last) {
        return Some(numbers);
    }
    let century = if numbers[2] < CENTURY { 2_000 } else { 1_900 };
    short_year.then(|| [numbers[0], numbers[1], century + numbers[2]])
}

/// The date of three numbers, and whether it is sure.
fn in_numbers(
    [one, other, last]: [u16; 3],
    first: Option<DayOrder>,
    contradicts: bool,
) -> Option<(PartialDate, bool)> {
    let of = |year: u16, month: u16, day: u16| {
        let small = |number: u16| i8::try_from(number).ok();
        Day::new(i16::try_from(year).ok()?, small(month)?, small(day)?).map(PartialDate::Day)
    };
    if one > 999 {
        return of(one, other, last).map(|date| (date, true));
    }
    let [by_day, by_month] = [of(last, other, one), of(last, one, other)];
    match (by_day, by_month) {
        (Some(date), Some(same)) if date == same => Some((date, true)),
        (Some(by_day), Some(by_month)) => match first {
            Some(DayOrder::Month) => Some((by_month, true)),
            Some(DayOrder::Day) => Some((by_day, true)),
            None => Some((by_day, false)),
        },
        // One reading is possible: right where the column is read so, or says nothing else.
        (Some(date), None) => Some((date, first == Some(DayOrder::Day) || !contradicts)),
        (None, Some(date)) => Some((date, first == Some(DayOrder::Month) || !contradicts)),
        (None, None) => None,
    }
}

/// A month and a year in numbers: `05/2019`, `2019/5`.
fn in_two_numbers(text: &str) -> Option<PartialDate> {
    let folded = fold(text);
    let (one, other) = folded.split_once(['/', '.', '-'])?;
    let (year, month) = if one.len() == 4 { (one, other) } else { (other, one) };
    let is_month = !month.is_empty() && month.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !is_month {
        return None;
    }
    PartialDate::parse(&format!("{year}-{month:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;

    fn column(cells: &[&str]) -> Vec<String> {
        let mut seen = OrderSeen::default();
        for cell in cells {
            seen.see(cell);
        }
        let read = |cell: &&str| {
            let read = date(cell, CellState::Words, seen.order(), seen.is_contradiction());
            let why = read.reasons.first().map_or("", |reason| reason.kind.code());
            format!("{}{}", read.date.map_or(String::new(), |date| date.to_string()), why)
        };
        cells.iter().map(read).collect()
    }

    #[test]
    fn dates_are_kept_as_precise_as_they_are() {
        let read = column(&[
            "2015-03-02",
            "2 March 2015",
            "2015年3月2日",
            "mars 2015",
            "2019",
            "2015/3/2",
            "05/2019",
            "2015-03-02T10:00:00",
            "03/03/2015",
        ]);
        let dates = [
            "2015-03-02",
            "2015-03-02",
            "2015-03-02",
            "2015-03",
            "2019",
            "2015-03-02",
            "2019-05",
            "2015-03-02",
            "2015-03-03",
        ];
        assert_eq!(read, dates);
    }

    #[test]
    fn a_day_above_twelve_decides_the_column_and_two_orders_are_asked() {
        assert_eq!(column(&["02/03/2015", "13/03/2015"]), ["2015-03-02", "2015-03-13"]);
        assert_eq!(column(&["02/03/2015", "03/13/2015"]), ["2015-02-03", "2015-03-13"]);
        assert_eq!(column(&["02.03.15"]), ["2015-03-02day-or-month"]);
        assert_eq!(
            column(&["02/03/2015", "13/03/2015", "03/13/2015"]),
            ["2015-03-02day-or-month", "2015-03-13day-or-month", "2015-03-13day-or-month"]
        );
    }

    #[test]
    fn what_is_no_date_is_bad_and_a_number_is_asked() {
        let read = column(&["42065", "31/02/2015", "2015-13-02", "March", "tomorrow", "1/2"]);
        let bad = "not-a-date";
        assert_eq!(read, ["2015-03-02number-as-date", bad, bad, bad, bad, bad]);
        let of_sheet = date("2015-03-02", CellState::Date, None, false);
        assert!(of_sheet.reasons.is_empty());
    }
}
