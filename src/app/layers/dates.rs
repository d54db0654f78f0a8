//! A day, chosen from the dates of notes and sessions or typed: the one whose register is shown, or
//! an earlier one to compare with.

use crate::analysis::{ConferenceSession, NOTES, Note, SESSIONS, Span, day_in_words, end_of};
use crate::app::App;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::state::layer::After;
use crate::app::state::notice::Notice;
use crate::app::state::picker::{Item, Picker};
use crate::domain::{Day, fold};
use crate::text::Arg;

/// The purpose of choosing a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To show the register of that day.
    Shown,
    /// To compare with that day, which is before the one shown.
    Earlier,
}

/// The choice of a day; `None` for today, or for no day.
#[derive(Debug)]
pub struct Dates {
    /// Its purpose.
    pub purpose: Purpose,
}

impl Choice for Dates {
    type Value = Option<Day>;

    fn title(&self, app: &App) -> String {
        let stands = if app.shows_figure() { app.figure_since() } else { app.since() };
        match (self.purpose, stands) {
            (Purpose::Shown, _) => app.text().tr("dates-title").into_owned(),
            (Purpose::Earlier, None) => app.text().tr("dates-earlier-title").into_owned(),
            (Purpose::Earlier, Some(day)) => {
                let day = day_in_words(day, app.text());
                app.text().tra("dates-earlier-now", &[("day", Arg::from(day))])
            }
        }
    }

    /// A date that is typed stands first.
    fn narrow(&mut self, picker: &mut Picker<Option<Day>>, app: &App) {
        let purpose = self.purpose;
        let (today, before) = (app.today(), app.before(purpose));
        let mut items = app.dates(purpose);
        let typed = picker.input.value().trim().to_owned();
        let day = end_of(&typed, today).ok();
        let day = day.filter(|day| *day < before || purpose == Purpose::Shown);
        if let Some(day) = day {
            let value = Some(day).filter(|day| *day < before);
            let label = app.text().tr("dates-typed");
            items.insert(0, Item { detail: day.to_string(), ..Item::new(value, label) });
        }
        // Not by letters here and there, as in other lists: a day that does not exist must not find
        // another one.
        let words = fold(&typed);
        let fits = |(place, item): (usize, &Item<Option<Day>>)| {
            let shown = fold(&format!("{} {} {}", item.label, item.detail, item.also));
            let is_typed = day.is_some() && place == 0;
            let all = words.split_whitespace().all(|word| shown.contains(word));
            (is_typed || all).then_some(place)
        };
        picker.matched = items.iter().enumerate().filter_map(fits).collect();
        (picker.items, picker.row) = (items, 0);
    }

    /// Takes the date under the cursor, or says why the typed text cannot be read as a date.
    fn choose(&mut self, picker: &mut Picker<Option<Day>>, app: &mut App) -> After {
        if let Some(day) = picker.current().map(|item| item.value) {
            match self.purpose {
                Purpose::Shown => app.set_as_of(day),
                Purpose::Earlier => app.compare_with(day),
            }
            return After::Closes;
        }
        let today = app.today();
        let typed = end_of(picker.input.value().trim(), today);
        let checked = typed.and_then(|day| match self.purpose {
            Purpose::Shown => Ok(()),
            Purpose::Earlier => {
                let span = Span { as_of: app.as_of(), since: Some(day) };
                span.ordered(today).map(|_| ())
            }
        });
        if let Err(why) = checked {
            app.say(Notice::failed(why));
        }
        After::Stays
    }
}

impl App {
    /// Opens the list of dates, the cursor on the one that is shown.
    pub(in crate::app) fn choose_date(&mut self) {
        self.open_dates(Purpose::Shown, self.as_of());
    }

    /// Opens the list, the cursor on the day that holds now.
    pub(in crate::app) fn open_dates(&mut self, purpose: Purpose, holds: Option<Day>) {
        let mut dates = Pick::new(Dates { purpose }, self.dates(purpose));
        let picker = &mut dates.picker;
        picker.row = picker.items.iter().position(|item| item.value == holds).unwrap_or(0);
        self.overlays.push(dates);
    }

    /// The day before which the days on offer are.
    fn before(&self, purpose: Purpose) -> Day {
        match purpose {
            Purpose::Shown => self.today(),
            Purpose::Earlier => self.day_shown(),
        }
    }

    /// Today or no day, then the days of notes and sessions, the latest first.
    fn dates(&self, purpose: Purpose) -> Vec<Item<Option<Day>>> {
        let text = self.text();
        let before = self.before(purpose);
        let notes = NOTES.iter().map(|note: &Note| {
            let label = text.tra("dates-note", &[("symbol", Arg::from(note.symbol))]);
            (note.day(), label, note.meeting.to_owned())
        });
        let sessions = SESSIONS.iter().map(|session: &ConferenceSession| {
            let number = ("number", Arg::from(u32::from(session.number)));
            let label = text.tra("dates-session", &[number]);
            (session.day(), label, format!("COSP {}", session.number))
        });
        let mut days: Vec<(Day, String, String)> =
            notes.chain(sessions).filter(|(day, ..)| *day < before).collect();
        days.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
        let first = match purpose {
            Purpose::Shown => {
                Item { detail: before.to_string(), ..Item::new(None, text.tr("dates-today")) }
            }
            Purpose::Earlier => Item::new(None, text.tr("dates-none")),
        };
        let past = days.into_iter().map(|(day, what, also)| Item {
            detail: day.to_string(),
            also,
            ..Item::new(Some(day), what)
        });
        std::iter::once(first).chain(past).collect()
    }
}
