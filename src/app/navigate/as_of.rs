//! The day whose register the whole program shows: chosen from the dates of notes and sessions, or
//! typed. It belongs to every place of the stack, so that Esc does not change it by the way; only
//! the records of a published figure stand on that figure's own day.

use crate::analysis::{NOTES, Note, SESSIONS, Session, Span, end_of};
use crate::app::App;
use crate::app::state::dates::{Dates, Purpose};
use crate::app::state::notice::Notice;
use crate::app::state::overlay::Overlay;
use crate::app::state::picker::{Item, Picker};
use crate::domain::{Day, fold};
use crate::text::{Arg, Message};

impl App {
    /// Opens the list of dates, the cursor on the one that is shown.
    pub(in crate::app) fn choose_date(&mut self) {
        self.open_dates(Purpose::Shown, self.as_of());
    }

    /// Opens the list, the cursor on the day that holds now.
    pub(in crate::app) fn open_dates(&mut self, purpose: Purpose, holds: Option<Day>) {
        let mut picker = Picker::new(self.dates(purpose));
        picker.row = picker.items.iter().position(|item| item.value == holds).unwrap_or(0);
        self.overlays.push(Overlay::Dates(Dates { picker, purpose }));
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
            (note.day(), text.tra("dates-note", &[("symbol", Arg::from(note.symbol))]))
        });
        let sessions = SESSIONS.iter().map(|session: &Session| {
            let number = ("number", Arg::from(u32::from(session.number)));
            (session.day(), text.tra("dates-session", &[number]))
        });
        let mut days: Vec<(Day, String)> =
            notes.chain(sessions).filter(|(day, _)| *day < before).collect();
        days.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
        let first = match purpose {
            Purpose::Shown => {
                Item { detail: before.to_string(), ..Item::new(None, text.tr("dates-today")) }
            }
            Purpose::Earlier => Item::new(None, text.tr("dates-none")),
        };
        let past = days
            .into_iter()
            .map(|(day, what)| Item { detail: day.to_string(), ..Item::new(Some(day), what) });
        std::iter::once(first).chain(past).collect()
    }

    /// After another letter: a date that is typed stands first.
    pub(in crate::app) fn typed_date(&mut self) {
        let Some(Overlay::Dates(dates)) = self.overlays.last() else { return };
        let purpose = dates.purpose;
        let (today, before) = (self.today(), self.before(purpose));
        let mut items = self.dates(purpose);
        let typed_words = self.text().tr("dates-typed").into_owned();
        let Some(Overlay::Dates(Dates { picker, .. })) = self.overlays.last_mut() else { return };
        let typed = picker.input.value().trim().to_owned();
        let day = end_of(&typed, today).ok();
        let day = day.filter(|day| *day < before || purpose == Purpose::Shown);
        if let Some(day) = day {
            let value = Some(day).filter(|day| *day < before);
            items.insert(0, Item { detail: day.to_string(), ..Item::new(value, typed_words) });
        }
        // Not by letters here and there, as in other lists: a day that does not exist must not find
        // another one.
        let words = fold(&typed);
        let fits = |(place, item): (usize, &Item<Option<Day>>)| {
            let shown = fold(&format!("{} {}", item.label, item.detail));
            let is_typed = day.is_some() && place == 0;
            let all = words.split_whitespace().all(|word| shown.contains(word));
            (is_typed || all).then_some(place)
        };
        picker.matched = items.iter().enumerate().filter_map(fits).collect();
        (picker.items, picker.row) = (items, 0);
    }

    /// Takes the date under the cursor, or says why what is typed is none.
    pub(in crate::app) fn accept_date(&mut self) {
        let Some(Overlay::Dates(Dates { picker, purpose })) = self.overlays.last() else { return };
        let purpose = *purpose;
        if let Some(day) = picker.current().map(|item| item.value) {
            self.overlays.pop();
            match purpose {
                Purpose::Shown => self.set_as_of(day),
                Purpose::Earlier => self.compare_with(day),
            }
            return;
        }
        let today = self.today();
        let typed = end_of(picker.input.value().trim(), today);
        let checked = typed.and_then(|day| match purpose {
            Purpose::Shown => Ok(()),
            Purpose::Earlier => {
                let span = Span { as_of: self.as_of(), since: Some(day) };
                span.ordered(today).map(|_| ())
            }
        });
        if let Err(why) = checked {
            self.say(Notice::failed(why));
        }
    }

    /// Shows the register of a day, everywhere.
    fn set_as_of(&mut self, day: Option<Day>) {
        if self.places.iter().all(|place| place.as_of == day) {
            return;
        }
        self.warn_of_the_beginning(day);
        for place in &mut self.places {
            place.as_of = day;
        }
        (self.range, self.held, self.attended) = (None, None, None);
        self.ask();
        self.detail_is_old();
        self.ask_log();
    }

    /// Before the first need there is nothing to show, which looks like a mistake.
    fn warn_of_the_beginning(&mut self, day: Option<Day>) {
        let (Some(day), Some(register)) = (day, self.register()) else { return };
        let identified = register.rows().filter_map(|row| register.need(row)?.identified());
        if let Some(first) = identified.min().filter(|first| day < *first) {
            let message = Message::new("span-before-first")
                .with("day", day.to_string())
                .with("first", first.to_string());
            self.say(Notice::warning(message));
        }
    }

    /// Whether everything decided is written: another day is shown only then, since what waits is
    /// compared with the register of today.
    pub(in crate::app) fn is_writing(&self) -> bool {
        self.writes().next().is_some() || !self.backlog.is_empty()
    }
}
