//! A look at texts that have no room where they stand: those of the row under the cursor whose cells are cut.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::{Move, stepped};
use crate::app::state::screens::{self, View};
use crate::columns::needs::{self, NeedRow};
use crate::columns::reader::Reader;
use crate::columns::{CellContext, Words, reviews, states};
use crate::paint::Canvas;
use crate::paint::line::{width, wrapped};
use ratatui::layout::Position;

/// The widest box.
const WIDE: u16 = 76;

/// The whole texts of cells that are cut.
#[derive(Debug)]
pub struct Peek {
    /// The id of the message over them.
    title: &'static str,
    /// Each with the head of its column.
    cells: Vec<(String, String)>,
    /// The first line that is shown.
    top: usize,
}

impl Peek {
    /// Texts with their heads, from the first line on, under the title with this id.
    pub(super) fn of(title: &'static str, cells: Vec<(String, String)>) -> Self {
        Self { title, cells, top: 0 }
    }

    /// Each cell with its head before its first line, in so many columns.
    fn lines(&self, room: usize) -> Vec<(String, String)> {
        let heads = self.cells.iter().map(|(head, _)| width(head)).max().unwrap_or(0);
        let room = room.saturating_sub(heads + 4);
        let of = |(head, said): &(String, String)| -> Vec<(String, String)> {
            let mut lines: Vec<_> =
                wrapped(said, room).into_iter().map(|line| (String::new(), line)).collect();
            if let Some((first, _)) = lines.first_mut() {
                first.clone_from(head);
            }
            lines
        };
        self.cells.iter().flat_map(of).collect()
    }
}

impl Layer<App> for Peek {
    fn context(&self) -> KeyContext {
        KeyContext::Chooser
    }

    fn step(&mut self, app: &mut App, step: Move, page: usize) {
        let room = usize::from(app.settings.size.0.saturating_sub(4).min(WIDE));
        self.top = stepped(step, self.top, self.lines(room.saturating_sub(2)).len(), page);
    }

    fn accept(&mut self, _: &mut App) -> After {
        After::Closes
    }

    fn draw(&self, _: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (columns, rows) = canvas.size;
        let wide = columns.saturating_sub(4).min(WIDE);
        let lines = self.lines(usize::from(wide.saturating_sub(2)));
        let high = (lines.len() as u16 + 2).min(rows.saturating_sub(4));
        let inside = canvas.panel((wide, high), &canvas.text.tr(self.title));
        let names = self.cells.iter().map(|(head, _)| width(head)).max().unwrap_or(0) as u16;
        let page = usize::from(inside.height);
        let top = self.top.min(lines.len().saturating_sub(page));
        for (y, (head, line)) in (0..).zip(lines.iter().skip(top).take(page)) {
            canvas.put(inside, 1, y, head, canvas.theme.dim);
            canvas.put(inside, names + 3, y, line, canvas.theme.plain);
        }
        canvas.put_more(inside, top, lines.len());
        None
    }
}

/// The rows of the table of commands that open it.
pub(super) const COMMANDS: &[Command] = &[Command::new(
    "view.peek",
    &["z x"],
    Where::If(KeyContext::has_columns),
    Group::View,
    Act::Do(App::peek),
)];

impl App {
    /// Shows the cells of the row under the cursor that are cut, whole.
    pub(in crate::app) fn peek(&mut self) {
        let cells = self.cut_cells().unwrap_or_default();
        if cells.is_empty() {
            self.warn("notice-nothing-cut");
        } else {
            self.overlays.push(Peek::of("peek-title", cells));
        }
    }

    /// The heads and whole texts of the cells that are cut in the row under the cursor.
    fn cut_cells(&self) -> Option<Vec<(String, String)>> {
        let answer = self.answer.as_deref()?;
        let page = self.place().view.page();
        let (list, table) = (page.list()?, page.table());
        let (heads, lang) = (table.heads(), self.settings.lang);
        let widths = self.widths(list, table, &heads);
        let reader = Reader::new(&answer.register, Some(self.text()));
        let (signs, plan, text) = (self.settings.signs, &*answer.plan, self.text());
        let look = CellContext { reader, text, signs, plan, most: 0, room: 0 };
        let words = |place: usize, room: u16| -> Option<Words> {
            let look = CellContext { room, ..look };
            match &self.place().view {
                View::States(_) => {
                    let rows = screens::states::rows(answer, list, lang);
                    states::SCREEN.words(place, rows.get(list.row)?, &look)
                }
                View::Reviews(_) => {
                    let rows = screens::reviews::rows(answer, list, lang);
                    reviews::SCREEN.words(place, rows.get(list.row)?, &look)
                }
                View::Assistance(page) => page.records(answer)?.words(list.current?, place, &look),
                View::AssistanceRecord(page) => {
                    page.records(answer)?.words(list.current?, place, &look)
                }
                View::Triage(_) => needs::QUEUE.words(place, &self.row_here()?, &look),
                _ => needs::SCREEN.words(place, &self.row_here()?, &look),
            }
        };
        let shown = (0..heads.len()).filter(|place| widths[*place] > 0);
        let cut = shown.filter_map(|place| {
            let head = heads[place];
            let (short, whole) = (words(place, widths[place])?, words(place, u16::MAX)?);
            let is_cut = short.text != whole.text || width(&whole.text) > widths[place].into();
            let said = || (head.name(text), whole.text.trim().to_owned());
            (is_cut && head.drawing.is_none()).then(said)
        });
        Some(cut.collect())
    }

    /// The need under the cursor as a row of a list.
    fn row_here(&self) -> Option<NeedRow<'_>> {
        Some(NeedRow { need: self.current_need()?, words: None })
    }
}
