//! A line that is asked for: a date, a name.

use super::overlay::Overlay;
use super::{App, Notice, input};
use crate::domain::{Change, Day};
use crate::query::register::NeedRef;
use crate::text::Message;
use tui_input::Input;

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The day by which a need is expected.
    ProjectedOn,
}

/// A line being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// What is typed.
    pub input: Input,
    /// Why it cannot be taken.
    pub error: Option<Message>,
}

impl App {
    /// Asks for the day by which the need is expected.
    pub(super) fn ask_projected(&mut self) {
        let day = self.current_need().and_then(NeedRef::projected_on);
        let typed = day.map(|day| day.to_string()).unwrap_or_default();
        let (purpose, error) = (Purpose::ProjectedOn, None);
        self.overlays.push(Overlay::Prompt(Prompt { purpose, input: Input::new(typed), error }));
    }

    /// Takes the line, or says why it cannot be taken.
    pub(super) fn answer_prompt(&mut self) {
        let today = self.today();
        let Some(Overlay::Prompt(prompt)) = self.overlays.last_mut() else { return };
        let typed = prompt.input.value().trim().to_owned();
        let Purpose::ProjectedOn = prompt.purpose;
        match read_day(&typed, today) {
            Ok(day) => {
                self.overlays.pop();
                self.set(Change::ProjectedOn(day));
            }
            Err(()) => prompt.error = Some(Message::new("prompt-no-day").with("typed", typed)),
        }
    }

    /// A key in the line; whether the text has changed.
    pub(super) fn prompt_key(prompt: &mut Prompt, key: super::Key) -> bool {
        prompt.error = None;
        input::edit(&mut prompt.input, key)
    }

    /// Says what could not be done.
    pub(super) fn warn(&mut self, id: &'static str) {
        self.say(Notice::warning(Message::new(id)));
    }
}

/// A day as people write one: `2027-03-31`; `2027-03` and `2027` for their last day; `+6m`, `+2y`,
/// `+10d` from today; nothing for none.
fn read_day(typed: &str, today: Day) -> Result<Option<Day>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(day) = Day::parse(typed) {
        return Ok(Some(day));
    }
    if let Some(later) =
        typed.strip_prefix('+').filter(|later| later.starts_with(|c: char| c.is_ascii_digit()))
    {
        let unit = later.chars().last().ok_or(())?;
        let count: i32 = later[..later.len() - unit.len_utf8()].parse().map_err(|_| ())?;
        return match unit {
            'd' => Ok(Some(today.plus(count))),
            'm' => months_later(today, count).map(Some),
            'y' => months_later(today, count.checked_mul(12).ok_or(())?).map(Some),
            _ => Err(()),
        };
    }
    let (year, month) = typed.split_once('-').unwrap_or((typed, "12"));
    let year: i16 = year.parse().ok().filter(|year| (1000..=9998).contains(year)).ok_or(())?;
    let month: i8 = month.parse().ok().filter(|month| (1..=12).contains(month)).ok_or(())?;
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Day::new(year, month, 1).map(|first| Some(first.plus(-1))).ok_or(())
}

/// The same day of a later month, or its last where it has no such day.
fn months_later(today: Day, months: i32) -> Result<Day, ()> {
    let date = today.date();
    let count = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    let count = count.checked_add(months).ok_or(())?;
    let year = i16::try_from(count.div_euclid(12)).map_err(|_| ())?;
    let month = i8::try_from(count.rem_euclid(12) + 1).map_err(|_| ())?;
    let mut days = (1..=date.day()).rev();
    days.find_map(|day| Day::new(year, month, day)).ok_or(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let today = Day::new(2026, 11, 30).unwrap();
        for (typed, day) in [
            ("2027-03-05", "2027-03-05"),
            ("2027-02", "2027-02-28"),
            ("2027-12", "2027-12-31"),
            ("2027", "2027-12-31"),
            ("+3m", "2027-02-28"),
            ("+1y", "2027-11-30"),
            ("+10d", "2026-12-10"),
        ] {
            let read = read_day(typed, today).unwrap().unwrap();
            assert_eq!(read.to_string(), day, "{typed}");
        }
        assert_eq!(read_day("", today), Ok(None));
        for wrong in
            ["soon", "2027-13", "2027-02-30", "+m", "+5w", "+999999999y", "27", "++3m", "é"]
        {
            assert_eq!(read_day(wrong, today), Err(()), "{wrong}");
        }
    }
}
