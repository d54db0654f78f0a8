//! Copying: a record or the command line for the records shown, by way of the terminal to the clipboard of the
//! machine at which the person sits.

use crate::app::App;
use crate::app::event::Wish;
use crate::app::state::charts::bars;
use crate::app::state::notice::Notice;
use crate::app::state::screens::{View, reviews, states};
use crate::columns::needs::NeedRow;
use crate::columns::reader::Reader;
use crate::columns::{self, needs};
use crate::query::label_of_value;
use crate::text::{Message, signed};

/// The separator of a record's values: a spreadsheet puts each in a cell of its own.
const BETWEEN: &str = "\t";

impl App {
    /// Copies the line under the cursor: the values of a record, or the name and the number of a bar.
    pub(in crate::app) fn copy_record(&mut self) {
        match self.values_at_cursor() {
            Some(values) => {
                let copied = values.join(BETWEEN);
                let shown = values.into_iter().take(2).collect::<Vec<_>>().join("  ");
                self.wish = Some(Wish::Copy(copied));
                self.say(Notice::done(Message::new("notice-copied").with("what", shown)));
            }
            None => self.warn("reason-nothing-to-copy"),
        }
    }

    /// Copies the command line for the records shown.
    pub(in crate::app) fn copy_command(&mut self) {
        match self.command_line() {
            Ok(line) => {
                let said = Message::new("notice-copied").with("what", line.as_str());
                self.wish = Some(Wish::Copy(line));
                self.say(Notice::done(said));
            }
            Err(reason) => self.warn(reason),
        }
    }

    /// The values of the line under the cursor, whole and in the user's language; `None` for a line without values.
    fn values_at_cursor(&self) -> Option<Vec<String>> {
        let (answer, text) = (self.answer.as_deref()?, self.text());
        let lang = self.settings.lang;
        let reader = Reader::new(&answer.register, Some(text));
        let view = &self.place().view;
        if view.current_need().is_some() {
            let row = NeedRow { need: self.current_need()?, words: None };
            return Some(needs::SCREEN.stated(&row, reader, text));
        }
        match view {
            View::States(page) => {
                let rows = states::rows(answer, &page.list, lang);
                let row = rows.get(page.list.row)?;
                let mut values = columns::states::SCREEN.stated(row, reader, text);
                // The last column is that of growth, which stands where two days are compared.
                values.truncate(values.len() - usize::from(self.since().is_none()));
                Some(values)
            }
            View::Reviews(page) => {
                let rows = reviews::rows(answer, &page.list, lang);
                Some(columns::reviews::SCREEN.stated(rows.get(page.list.row)?, reader, text))
            }
            View::History(page) => {
                let row = page.row(page.line()?.batch(), &answer.register, &self.settings.who)?;
                Some(columns::batches::SCREEN.stated(&row, reader, text))
            }
            View::Overview(charts) => {
                let (field, vocabulary) = (charts.field(), &answer.register.vocabulary);
                let bars = bars(field, answer, self.measure);
                let bar = bars.get(charts.row(&bars))?;
                let name = label_of_value(field, bar.slot, vocabulary, lang);
                let growth = self
                    .since()
                    .and(bar.before)
                    .map(|before| signed(i64::from(bar.value) - i64::from(before)));
                Some([name, bar.value.to_string()].into_iter().chain(growth).collect())
            }
            View::Assistance(page) => {
                let records = page.records(answer)?;
                records.stated(page.shown().current?, reader, text)
            }
            View::AssistanceRecord(page) => {
                page.records(answer)?.stated(page.list.current?, reader, text)
            }
            View::Needs(_)
            | View::Triage(_)
            | View::Figures(_)
            | View::State(_)
            | View::Review(_)
            | View::Need(_)
            | View::News(_)
            | View::Themes(_) => None,
        }
    }
}
