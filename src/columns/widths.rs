//! Divides the width of a list among its columns: the text comes before the rest.

use super::screen::{Head, Width};
use crate::text::Text;

/// The cells at the left edge of a list: the cursor's mark and the selection's.
pub const EDGE: u16 = 2;

/// The way in which a column gives way where the text has too little room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivesWay {
    /// The column of this code takes its narrowest form.
    Narrows(&'static str),
    /// The column of this code is not shown, unless the list is in its order.
    Goes(&'static str),
}

/// A list whose columns are to be laid out.
pub struct Layout<'a> {
    /// Its columns.
    pub heads: &'a [Head],
    /// The columns that give way, in this order.
    pub gives_way: &'a [GivesWay],
    /// The codes of the columns that the user wants to see; `None`: those that have room.
    pub chosen: Option<&'a [String]>,
    /// The column that the list is in the order of, which is shown with an arrow.
    pub sorted: Option<usize>,
    /// The codes of columns that would say the same in every row.
    pub without: &'a [&'static str],
    /// Whether the column that draws bars comes before those of `BESIDE_BARS`.
    pub bars: bool,
    /// The words of the heads, which are never cut.
    pub text: &'a Text,
}

/// The columns that give way to bars which were asked for, in this order.
const BESIDE_BARS: [&str; 2] = ["untriaged", "unmet"];

impl Layout<'_> {
    /// Whether the column that draws bars is among the shown ones, by the widths of all.
    pub fn has_bars(&self, widths: &[u16]) -> bool {
        self.heads.iter().zip(widths).any(|(head, wide)| head.drawing.is_some() && *wide > 0)
    }

    /// The width of each column in a list of so many cells; 0 where it is not shown. Behind numbers at the right edge
    /// a cell is kept for the marks that say that a list goes on.
    pub fn widths(&self, list: u16) -> Vec<u16> {
        let widths = self.at_once(list);
        if !self.bars || self.has_bars(&widths) {
            return widths;
        }
        // Bars stay until all else has given way, and nothing but those columns goes for them.
        let bars = |head: &&Head| head.drawing.is_some();
        let bars = self.heads.iter().find(bars).map_or("", |head| head.code);
        let stay = |step: &&GivesWay| !matches!(step, GivesWay::Goes(code) if *code == bars);
        let gives_way: Vec<GivesWay> = self.gives_way.iter().filter(stay).copied().collect();
        let fewer = (1..=BESIDE_BARS.len()).map(|count| {
            let without = [self.without, &BESIDE_BARS[..count]].concat();
            Layout { without: &without, gives_way: &gives_way, ..*self }.at_once(list)
        });
        let keeps_the_rest = |fewer: &Vec<u16>| {
            let gone = |(head, (was, is)): (&Head, (&u16, &u16))| {
                *was > 0 && *is == 0 && !BESIDE_BARS.contains(&head.code)
            };
            !self.heads.iter().zip(widths.iter().zip(fewer)).any(gone)
        };
        let mut fewer = fewer.filter(|fewer| self.has_bars(fewer) && keeps_the_rest(fewer));
        let found = fewer.next();
        found.unwrap_or(widths)
    }

    fn at_once(&self, list: u16) -> Vec<u16> {
        let cells = self.in_cells(list);
        let rightmost = self.heads.iter().zip(&cells).rfind(|shown| *shown.1 > 0);
        let ends_in_number = rightmost.is_some_and(|shown| shown.0.right);
        if ends_in_number && taken(&cells) >= list {
            return self.in_cells(list.saturating_sub(1));
        }
        cells
    }

    fn in_cells(&self, list: u16) -> Vec<u16> {
        let mut widths: Vec<u16> =
            (0..self.heads.len()).map(|place| self.wanted(place, list)).collect();
        for step in self.gives_way {
            if taken(&widths) <= list {
                break;
            }
            let (GivesWay::Narrows(code) | GivesWay::Goes(code)) = step;
            let Some(place) = self.heads.iter().position(|head| head.code == *code) else {
                continue;
            };
            match step {
                _ if widths[place] == 0 => {}
                GivesWay::Narrows(_) => widths[place] = self.with_head(place, 0),
                GivesWay::Goes(_) if self.sorted != Some(place) => widths[place] = 0,
                GivesWay::Goes(_) => {}
            }
        }
        let rest = self.heads.iter().position(|head| head.width.takes_rest());
        let rest = rest.filter(|rest| widths[*rest] > 0);
        // In the narrowest panes the columns further right give way, whatever they are.
        if let Some(rest) = rest {
            widths[rest] = widths[rest].min(LEAST);
        }
        for place in (1..widths.len()).rev() {
            if taken(&widths) <= list {
                break;
            }
            if self.sorted != Some(place) && rest != Some(place) {
                widths[place] = 0;
            }
        }
        // The column that sorts the list stays, in the room that is left.
        for place in self.sorted.into_iter().chain([0]) {
            let over = taken(&widths).saturating_sub(list);
            let least = self.heads[place].least(self.text) + 1;
            widths[place] = widths[place].saturating_sub(over).max(least.min(widths[place]));
        }
        if let Some(rest) = rest {
            let others = taken(&widths) - widths[rest];
            widths[rest] = list.saturating_sub(others);
        }
        widths
    }

    /// The cells that a column should have; for a column that takes the rest, the least of them.
    fn wanted(&self, place: usize, list: u16) -> u16 {
        let head = self.heads[place];
        let shown = match self.chosen {
            Some(codes) => codes.iter().any(|chosen| chosen_column(chosen).0 == head.code),
            None => head.width.is_shown(list),
        };
        let own = self.chosen.into_iter().flatten().map(|chosen| chosen_column(chosen));
        let own = own.filter(|(code, _)| *code == head.code).find_map(|(_, cells)| cells);
        if self.without.contains(&head.code) || !shown && self.sorted != Some(place) {
            return 0;
        }
        match head.width {
            width if !width.takes_rest() && own.is_some() => {
                self.with_head(place, own.unwrap_or_default())
            }
            // Columns that the user asks for may take more of the text's room.
            Width::Text if self.chosen.is_none() => self.with_head(place, (list * 2).div_ceil(5)),
            width => self.with_head(place, width.in_list(list)),
        }
    }

    /// So many cells, or the narrowest form of the column, and at least those of its head.
    fn with_head(&self, place: usize, cells: u16) -> u16 {
        let head = self.heads[place];
        let arrow = u16::from(self.sorted == Some(place) && head.drawing.is_none());
        let cells = if cells == 0 { head.width.least() } else { cells };
        cells.max(head.least(self.text) + arrow)
    }
}

/// A column that the user has chosen: its code, and behind `=` the cells that it is to have.
pub fn chosen_column(chosen: &str) -> (&str, Option<u16>) {
    match chosen.split_once('=') {
        Some((code, cells)) => (code, cells.parse().ok().filter(|cells| WIDTHS.contains(cells))),
        None => (chosen, None),
    }
}

/// A chosen column as it is kept: its code, and behind `=` its cells.
pub fn column_chosen(code: &str, cells: Option<u16>) -> String {
    cells.map_or_else(|| code.to_owned(), |cells| format!("{code}={cells}"))
}

/// How many cells a column can be given.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 1..=200;

/// The least cells of a column that takes the rest.
const LEAST: u16 = 8;

/// The cells of the columns that are shown, those between them and the edge.
fn taken(widths: &[u16]) -> u16 {
    widths.iter().filter(|wide| **wide > 0).map(|wide| wide + 1).sum::<u16>() + EDGE - 1
}

#[cfg(test)]
mod tests {
    use super::super::{ListOnScreen, batches, needs, reviews, states};
    use super::*;
    use crate::text::{Lang, width};

    fn layout<'a>(
        list: &'a dyn ListOnScreen,
        heads: &'a [Head],
        sorted: Option<usize>,
        text: &'a Text,
    ) -> Layout<'a> {
        let gives_way = list.gives_way();
        Layout { heads, gives_way, chosen: None, sorted, without: &[], bars: false, text }
    }

    #[test]
    fn the_text_has_two_fifths_of_every_list_of_needs() {
        for lang in Lang::ALL {
            for list in [&needs::SCREEN as &dyn ListOnScreen, &needs::QUEUE] {
                let heads = list.heads();
                let text = heads.iter().position(|head| head.code == "text").unwrap();
                for sorted in (0..heads.len()).map(Some).chain([None]) {
                    let layout = layout(list, &heads, sorted, Text::of(*lang));
                    for wide in 60..=200 {
                        let widths = layout.widths(wide);
                        let said = format!("{lang:?} {sorted:?} {wide}: {widths:?}");
                        assert!(widths[text] * 5 >= wide * 2, "{said}");
                        assert_eq!(taken(&widths), wide, "{said}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_head_is_cut() {
        let lists: [&dyn ListOnScreen; 5] =
            [&needs::SCREEN, &needs::QUEUE, &states::SCREEN, &reviews::SCREEN, &batches::SCREEN];
        for lang in Lang::ALL {
            let text = Text::of(*lang);
            for list in lists {
                let heads = list.heads();
                for sorted in (0..heads.len()).map(Some).chain([None]) {
                    for wide in 60..=200 {
                        let widths = layout(list, &heads, sorted, text).widths(wide);
                        for (place, (head, &cells)) in heads.iter().zip(&widths).enumerate() {
                            let arrow = usize::from(sorted == Some(place));
                            let room = usize::from(cells).saturating_sub(arrow);
                            let shown = head.title_in(text, room);
                            assert!(cells == 0 || width(&shown) <= room, "{lang:?} {wide} {shown}");
                        }
                    }
                }
            }
        }
    }

    /// Heads that are cut at their ends must differ in their first character.
    #[test]
    fn chinese_heads_differ_in_their_first_character() {
        let text = Text::of(Lang::Zh);
        for list in [&needs::SCREEN as &dyn ListOnScreen, &states::SCREEN, &reviews::SCREEN] {
            let titles: Vec<String> = list.heads().iter().map(|head| head.title(text)).collect();
            let first: Vec<char> = titles.iter().filter_map(|title| title.chars().next()).collect();
            let mut once = first.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), first.len(), "{titles:?}");
        }
    }

    #[test]
    fn a_column_has_the_cells_that_it_is_given_and_at_least_those_of_its_head() {
        assert_eq!(chosen_column("state=20"), ("state", Some(20)));
        assert_eq!(chosen_column("state=0"), ("state", None));
        assert_eq!(chosen_column("state=x"), ("state", None));
        assert_eq!(column_chosen("state", Some(20)), "state=20");
        assert_eq!(column_chosen("state", None), "state");
        let (text, heads) = (Text::of(Lang::En), needs::SCREEN.heads());
        let widths = |chosen: &[&str]| -> Vec<u16> {
            let chosen: Vec<String> = chosen.iter().map(|code| (*code).to_owned()).collect();
            let usual = layout(&needs::SCREEN, &heads, None, text);
            let widths = Layout { chosen: Some(&chosen), ..usual }.widths(100);
            assert_eq!(taken(&widths), 100, "{widths:?}");
            widths.into_iter().filter(|wide| *wide > 0).collect()
        };
        assert_eq!(widths(&["id", "state", "text"]), [5, 13, 78]);
        assert_eq!(widths(&["id", "state=30", "text"]), [5, 30, 61]);
        assert_eq!(widths(&["id=9", "state=1", "text=5"]), [9, 3, 84]);
    }

    #[test]
    fn bars_that_were_asked_for_take_the_room_of_counts_beside_them() {
        for lang in Lang::ALL {
            for (list, from) in [(&states::SCREEN as &dyn ListOnScreen, 60), (&reviews::SCREEN, 66)]
            {
                let heads = list.heads();
                // The column that sorts the list never gives way.
                let gives_way = |head: &Head| head.code == "untriaged" || !head.width.is_shown(60);
                for sorted in (0..heads.len()).filter(|place| !gives_way(&heads[*place])) {
                    let usual = layout(list, &heads, Some(sorted), Text::of(*lang));
                    let usual = Layout { without: &["growth"], ..usual };
                    let asked = Layout { bars: true, ..usual };
                    for wide in 60..=200 {
                        let widths = asked.widths(wide);
                        let said = format!("{lang:?} {sorted} {wide}: {widths:?}");
                        assert!(taken(&widths) <= wide, "{said}");
                        assert!(wide < from || asked.has_bars(&widths), "{said}");
                        let before = usual.widths(wide);
                        assert!(!usual.has_bars(&before) || before == widths, "{said}");
                    }
                }
            }
        }
    }

    #[test]
    fn columns_give_way_in_their_order() {
        let text = Text::of(Lang::En);
        let heads = needs::SCREEN.heads();
        let shown = |wide: u16| -> Vec<(&str, u16)> {
            let widths = layout(&needs::SCREEN, &heads, None, text).widths(wide);
            heads.iter().map(|head| head.code).zip(widths).filter(|(_, wide)| *wide > 0).collect()
        };
        let narrow = [("id", 5), ("state", 3), ("articles", 6), ("priority", 3)];
        assert_eq!(shown(70), [&narrow[..], &[("response", 1), ("text", 45)]].concat());
        let usual = [("id", 5), ("state", 11), ("articles", 6), ("priority", 3)];
        assert_eq!(shown(80), [&usual[..], &[("response", 11), ("text", 37)]].concat());
        let wide = [("id", 5), ("state", 16), ("articles", 6), ("priority", 6), ("response", 11)];
        assert_eq!(shown(110), [&wide[..], &[("category", 14), ("text", 44)]].concat());
        assert_eq!(shown(30), [("id", 5), ("state", 3), ("response", 1), ("text", 16)]);
    }
}
