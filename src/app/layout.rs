//! The division of the screen. Pure geometry: the same for drawing and for "one page down".

use crate::app::state::assistance::AssistanceRecord;
use ratatui::layout::Rect;

/// Below this the program says so instead of drawing.
pub const SMALLEST: (u16, u16) = (40, 12);

/// Whether a screen of so many columns and rows is too small to show anything.
pub fn is_too_small((columns, rows): (u16, u16)) -> bool {
    columns < SMALLEST.0 || rows < SMALLEST.1
}

/// From this many columns on a pane beside a list follows its cursor.
pub const DETAIL_FROM: u16 = 140;

/// From this many columns on the facet pane is shown unless the user hides it.
pub const FACETS_FROM: u16 = 100;

/// The least columns at which the triage screen, with its own panes, shows the facet pane.
pub const FACETS_FROM_TRIAGE: u16 = 180;

/// The lines that the tour takes at the foot of the screen.
pub const TOUR: u16 = 1;

/// The part of a screen that the tour leaves to the program.
pub fn beside_tour((columns, rows): (u16, u16)) -> (u16, u16) {
    (columns, rows.saturating_sub(TOUR))
}

/// The areas of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The screens and the flags of the register.
    pub tabs: Rect,
    /// The filter and how many match it.
    pub filter: Rect,
    /// The screen itself.
    pub main: Rect,
    /// The pane that follows the cursor of a list; empty when it is not shown.
    pub detail: Rect,
    /// The facet pane; empty when it is not shown. On narrow screens it lies over the list.
    pub facets: Rect,
    /// The last message, or the position of the cursor.
    pub status: Rect,
    /// The next likely keys.
    pub hints: Rect,
}

pub(in crate::app) fn facets_width(width: u16) -> u16 {
    (width / 2).min(32)
}

/// The columns of the pane that follows the cursor.
pub(in crate::app) fn detail_width(width: u16, beside_facets: bool) -> u16 {
    if beside_facets { 44 } else { (width * 38 / 100).min(60) }
}

/// From this many columns on charts stand beside the needs of a State or a review.
pub const CHARTS_FROM: u16 = 120;

/// The columns of those charts.
pub(in crate::app) fn charts_width(width: u16) -> u16 {
    (width * 31 / 100).min(60)
}

/// The lines that the page of a State takes above its list of needs, and where there is room for charts beside that.
pub const STATE_HEAD: [u16; 2] = [5, 4];

/// The rows of the head of a review's page.
pub const REVIEW_HEAD: [u16; 2] = [7, 7];

/// The part of the main area below a head of so many lines, for the list.
pub fn below_page_head(main: Rect, head: u16) -> Rect {
    let head = head.min(main.height);
    Rect { y: main.y + head, height: main.height - head, ..main }
}

/// Divides the main area of the triage screen: people, queue, and the need in full below.
pub fn triage(main: Rect) -> (Rect, Rect, Rect) {
    // On 24 rows there is room for three lines of the need's text: nearly all of them are whole.
    let below = (main.height * 2 / 5 + 1).clamp(4, 18).min(main.height);
    let above = main.height - below;
    let people = if main.width < 120 { 35 } else { 55 };
    let people = people.min(main.width * 9 / 20);
    // A blank parts the last figure of a person from the queue.
    let from = people + u16::from(main.width >= 80);
    (
        Rect::new(main.x, main.y, people, above),
        Rect::new(main.x + from, main.y, main.width - from, above),
        Rect::new(main.x, main.y + above, main.width, below),
    )
}

/// The columns of the list of figures, its border included.
const FIGURES: u16 = 26;

/// From so many columns on the list stands beside its entry, below that it is a line above it.
const FIGURES_BESIDE: u16 = 72;

/// The list of figures in words, and beside or below it the entry shown.
pub fn figures(main: Rect) -> (Rect, Rect) {
    if main.width < FIGURES_BESIDE {
        let line = Rect { height: main.height.min(1), ..main };
        let below = main.height - line.height;
        return (line, Rect { y: main.y + line.height, height: below, ..main });
    }
    let list = FIGURES;
    (Rect { width: list, ..main }, Rect { x: main.x + list, width: main.width - list, ..main })
}

/// From so many columns on the sections of assistance stand beside their list, below that they are a line above it.
const SECTIONS_BESIDE: u16 = 96;

/// The columns of the sections, their border included.
const SECTIONS: u16 = 23;

/// The sections of assistance, and beside or below them the list of one.
pub fn assistance(main: Rect) -> (Rect, Rect) {
    if main.width < SECTIONS_BESIDE {
        let line = Rect { height: main.height.min(1), ..main };
        let below = main.height - line.height;
        return (line, Rect { y: main.y + line.height, height: below, ..main });
    }
    let beside = Rect { x: main.x + SECTIONS, width: main.width.saturating_sub(SECTIONS), ..main };
    (Rect { width: SECTIONS, ..main }, beside)
}

/// The list of a section of assistance, and what is told below it of the row under the cursor.
pub fn above_foot(right: Rect) -> (Rect, Rect) {
    let foot = if right.height >= 30 { 7 } else { 4 }.min(right.height / 2);
    let above = right.height - foot;
    (Rect { height: above, ..right }, Rect { y: right.y + above, height: foot, ..right })
}

/// The list of shared needs, and below it the group under the cursor with its States.
pub fn above_shared(right: Rect) -> (Rect, Rect) {
    let foot = if right.height >= 30 { 11 } else { 6 }.min(right.height / 2);
    let above = right.height - foot;
    (Rect { height: above, ..right }, Rect { y: right.y + above, height: foot, ..right })
}

/// The list of overlaps, and below it both activities of the one under the cursor.
pub fn above_overlap(right: Rect) -> (Rect, Rect) {
    let foot = if right.height >= 30 { 14 } else { 11 }.min(right.height * 3 / 5);
    let above = right.height - foot;
    (Rect { height: above, ..right }, Rect { y: right.y + above, height: foot, ..right })
}

/// What is stated of a record of assistance, and below it the lists of what belongs to it.
pub fn assistance_record(main: Rect, of: AssistanceRecord) -> (Rect, Rect) {
    let above = match of {
        AssistanceRecord::Activity(_) => main.height * 3 / 5,
        AssistanceRecord::Organisation(_) if main.height >= SECOND_FROM => 8,
        AssistanceRecord::Organisation(_) | AssistanceRecord::Platform(_) => 7,
        AssistanceRecord::Adviser(_) | AssistanceRecord::Cell(..) => 6,
        AssistanceRecord::InState(_) => 4,
        AssistanceRecord::ForNeed(..) if main.height < SECOND_FROM => 6,
        AssistanceRecord::ForNeed(..) | AssistanceRecord::ForActivity(..) => 8,
    };
    let above = above.min(main.height.saturating_sub(4));
    let facts = Rect { height: above, ..main };
    (facts, Rect { y: main.y + above, height: main.height - above, ..main })
}

/// From so many lines on the page of a record of assistance has more room above its lists.
const SECOND_FROM: u16 = 24;

/// The two lists of a page of assistance, the second one with the line above it; empty where the page has one list.
pub fn two_lists(lists: Rect, of: AssistanceRecord) -> (Rect, Rect) {
    let below = match of {
        _ if of.second().is_none() => 0,
        AssistanceRecord::Adviser(_) => 5,
        AssistanceRecord::Organisation(_) => lists.height / 2,
        _ => lists.height * 2 / 5,
    };
    let below = below.min(lists.height.saturating_sub(3));
    let first = Rect { height: lists.height - below, ..lists };
    (first, Rect { y: first.bottom(), height: below, ..lists })
}

/// The themes, and beside them the articles of the one under the cursor.
pub fn by_theme(main: Rect) -> (Rect, Rect) {
    // names of articles beside it have their room first where there is little
    let list = if main.width < 100 { main.width * 4 / 7 } else { main.width * 3 / 5 };
    let beside =
        Rect { x: main.x + list + 1, width: (main.width - list).saturating_sub(1), ..main };
    (Rect { width: list, ..main }, beside)
}

/// The parts of the main area with the connections between articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionsLayout {
    /// The list of figures.
    pub entries: Rect,
    /// The title of the connections: two lines.
    pub title: Rect,
    /// The list of pairs, its header included; empty where only the matrix is shown.
    pub list: Rect,
    /// The matrix; empty where only the list is shown.
    pub matrix: Rect,
    /// The pair under the cursor in words, and notes on the counting.
    pub notes: Rect,
}

/// The columns that a list of pairs and a matrix are read in.
const PAIRS: u16 = 58;
const MATRIX: u16 = 50;

/// Divides it: both beside each other where there is room, else one of them.
pub fn connections(main: Rect, in_matrix: bool) -> ConnectionsLayout {
    let both = main.width >= PAIRS + MATRIX;
    let (entries, right) = figures(main);
    let right = Rect { x: right.x + 1, width: right.width.saturating_sub(2), ..right };
    let title = Rect { height: 2.min(right.height), ..right };
    let below = (right.height / 3).clamp(3, 9).min(right.height.saturating_sub(5));
    let top = right.y + title.height;
    let height = right.height.saturating_sub(title.height + below);
    let wide = match (both, in_matrix) {
        (true, _) => PAIRS.max(right.width / 3),
        (false, true) => 0,
        (false, false) => right.width,
    };
    ConnectionsLayout {
        entries,
        title,
        list: Rect::new(right.x, top, wide, height),
        matrix: Rect::new(right.x + wide, top, right.width - wide, height),
        notes: Rect::new(right.x, top + height, right.width, below),
    }
}

/// The published figures under their summary, and the one under the cursor in full.
pub fn findings(area: Rect) -> (Rect, Rect) {
    let below = (area.height / 4).clamp(2, 7);
    let rows = area.height.saturating_sub(below + 2);
    (
        Rect { y: area.y + 1, height: rows, ..area },
        Rect { y: area.y + rows + 2, height: below, ..area }.intersection(area),
    )
}

/// The columns and rows of the editor for notes, inside its box.
pub fn notes((columns, rows): (u16, u16)) -> (u16, u16) {
    (columns.saturating_sub(8).clamp(8, 96), (rows / 2).clamp(4, 16))
}

/// The window of a collision: its columns and rows, and those that each of the three values has.
pub fn conflict((columns, rows): (u16, u16)) -> ((u16, u16), (u16, u16)) {
    let window = (columns.saturating_sub(4).min(110), rows.saturating_sub(4).min(30));
    // the edge; above the values their field, author and headings
    let side = (window.0.saturating_sub(2) / 3).saturating_sub(2);
    (window, (side, window.1.saturating_sub(2 + CONFLICT_HEAD)))
}

/// The rows of that window above the values: the field, the author and time in two, the headings.
pub const CONFLICT_HEAD: u16 = 4;
