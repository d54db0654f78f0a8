//! The context of drawing, and the pages that can replace any screen: the terminal is too small,
//! the register is being read, a list is empty.

use super::line;
use super::theme::Styles;
use crate::app::App;
use crate::app::layout::SMALLEST;
use crate::columns::CellContext;
use crate::columns::reader::Reader;
use crate::domain::clean_line;
use crate::paint::targets::Targets;
use crate::text::{Arg, Text};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The context of drawing: state, words, styles, mouse targets.
pub(super) struct Pen<'a> {
    pub(super) app: &'a App,
    pub(super) text: &'static Text,
    pub(super) theme: Styles,
    /// The record of drawn areas, for the mouse.
    pub(super) targets: &'a Targets,
}

impl Pen<'_> {
    /// The context of a list's cells; `most` is the number of needs that a whole bar stands for.
    pub(super) fn look<'a>(&self, answer: &'a Answer, most: u32) -> CellContext<'a> {
        let reader = Reader::new(&answer.register, Some(self.text));
        let (signs, plan) = (self.theme.signs, &answer.plan);
        CellContext { reader, text: self.text, signs, plan, most, room: 0 }
    }

    pub(super) fn too_small(&self, buffer: &mut Buffer) {
        let (columns, rows) = self.app.settings.size;
        let quit = self.app.settings.keymap.way_out();
        let args = [
            ("quit", Arg::from(quit)),
            ("columns", Arg::from(u32::from(columns))),
            ("rows", Arg::from(u32::from(rows))),
            ("needed-columns", Arg::from(u32::from(SMALLEST.0))),
            ("needed-rows", Arg::from(u32::from(SMALLEST.1))),
        ];
        let message = self.text.tra("too-small", &args);
        let area = Rect::new(0, 0, columns, rows).intersection(buffer.area);
        for (y, part) in line::wrapped(&message, columns.into()).iter().enumerate() {
            line::put(buffer, area, 0, y as u16, part, self.theme.plain);
        }
    }

    pub(super) fn loading(&self, buffer: &mut Buffer, area: Rect) {
        let said = match self.app.progress() {
            _ if self.app.is_settled() => self.text.tr("no-answer"),
            None => self.text.tr("loading"),
            Some(share) => {
                let share = Arg::from(usize::from(share));
                self.text.tra("counting-share", &[("share", share)]).into()
            }
        };
        line::put(buffer, area, 2, 1, &said, self.theme.dim);
    }

    /// Writes from a line on the words that stand in no text, and the offers for them. While these are awaited, the
    /// room of the last ones stays free. Returns the line below.
    pub(super) fn meant(&self, buffer: &mut Buffer, area: Rect, from: u16) -> u16 {
        let mut y = from;
        let room = usize::from(area.width.saturating_sub(2));
        let known = self.app.words_meant();
        for meant in known.unwrap_or(self.app.words_meant_before()) {
            let Some((said, offers)) = meant.told(self.text, Some(room)) else { continue };
            for line in line::wrapped(&said, room).iter().chain(&offers) {
                if known.is_some() {
                    line::put(buffer, area, 2, y, line, self.theme.plain);
                }
                y += 1;
            }
            y += 1;
        }
        y
    }

    /// Gives the words for the key that takes the first offer.
    pub(super) fn taken(&self) -> Option<String> {
        let (_, offer) = self.app.offer()?;
        let key = Arg::from(self.app.key_of("filter.complete")?);
        let args = [("key", key), ("term", Arg::from(clean_line(&offer.written)))];
        Some(self.text.tra("filter-meant-take", &args))
    }

    /// Says which keys change the filter and clear it.
    pub(super) fn filter_hint(&self) -> String {
        let args = [
            ("edit", Arg::from(self.app.key_of("filter.edit"))),
            ("clear", Arg::from(self.app.key_of("filter.clear"))),
        ];
        self.text.tra("empty-needs-hint", &args)
    }

    /// Draws an empty list: why it is empty, the offers for the words of the filter, and what to do.
    pub(super) fn empty(&self, buffer: &mut Buffer, area: Rect, id: &'static str) {
        line::put(buffer, area, 2, 2, &self.text.tr(id), self.theme.strong);
        // In a register without needs no other filter finds one.
        let is_bare = self.app.register().is_some_and(|register| register.is_empty());
        if !self.app.place().filter.is_empty() && !is_bare {
            let mut hint = self.filter_hint();
            if let Some(take) = self.taken() {
                hint = format!("{take}{}{hint}", self.text.tr("filter-meant-between"));
            }
            let y = self.meant(buffer, area, 4);
            for (y, line) in (y..).zip(line::wrapped(&hint, area.width.saturating_sub(2).into())) {
                line::put(buffer, area, 2, y, &line, self.theme.plain);
            }
        }
    }
}
