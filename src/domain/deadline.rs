//! A day to come, as people write one.

use super::{Day, dated};

/// Reads the day by which something is expected: `2027-03-31`; `2027-03` and `2027` for their last day; the
/// same in Chinese form (2027年3月31日); `today`, 今天; `+6m`, `+2y`, `+10d` from today. `None` for anything else,
/// and for a day that no calendar has.
pub fn read_deadline(typed: &str, today: Day) -> Option<Day> {
    let dated = dated(typed);
    let typed = dated.as_deref().unwrap_or(typed);
    if let Some(day) = Day::parse(typed) {
        return Some(day);
    }
    if ["today", "今天"].contains(&typed) {
        return Some(today);
    }
    if let Some(later) = typed.strip_prefix('+') {
        return read_later(later, today);
    }
    let (year, month) = typed.split_once('-').unwrap_or((typed, "12"));
    let year: i16 = year.parse().ok().filter(|year| (1000..=9998).contains(year))?;
    let month: i8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some(Day::new(year, month, 1)?.plus(-1))
}

/// `6m`, `2y` or `10d` from a day.
fn read_later(typed: &str, today: Day) -> Option<Day> {
    let unit = typed.chars().last()?;
    let count = typed.strip_suffix(unit)?;
    if !count.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let count: i32 = count.parse().ok()?;
    match unit {
        'd' => Some(today.plus(count)),
        'm' => months_later(today, count),
        'y' => months_later(today, count.checked_mul(12)?),
        _ => None,
    }
}

/// Gives the same day of a later month, or that month's last day if it is shorter.
fn months_later(today: Day, months: i32) -> Option<Day> {
    let date = today.date();
    let count = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    let count = count.checked_add(months)?;
    let year = i16::try_from(count.div_euclid(12)).ok()?;
    let month = i8::try_from(count.rem_euclid(12) + 1).ok()?;
    let mut days = (1..=date.day()).rev();
    days.find_map(|day| Day::new(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let today = Day::new(2026, 11, 30).unwrap();
        for (typed, day) in [
            ("2027-03-05", "2027-03-05"),
            ("2027年3月5日", "2027-03-05"),
            ("2027年3月", "2027-03-31"),
            ("2027年", "2027-12-31"),
            ("今天", "2026-11-30"),
            ("2027-02", "2027-02-28"),
            ("2027-12", "2027-12-31"),
            ("2027", "2027-12-31"),
            ("today", "2026-11-30"),
            ("+3m", "2027-02-28"),
            ("+1y", "2027-11-30"),
            ("+10d", "2026-12-10"),
        ] {
            let read = read_deadline(typed, today).unwrap();
            assert_eq!(read.to_string(), day, "{typed}");
        }
        for wrong in [
            "",
            "+",
            "soon",
            "2027-13",
            "2027-02-30",
            "+m",
            "+5w",
            "+999999999y",
            "27",
            "++3m",
            "é",
        ] {
            assert_eq!(read_deadline(wrong, today), None, "{wrong}");
        }
    }
}
