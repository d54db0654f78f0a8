//! How the screen is divided. Pure geometry: the same for drawing and for "one page down".

use super::App;
use super::place::View;
use ratatui::layout::Rect;

/// Below this the program says so instead of drawing.
pub const SMALLEST: (u16, u16) = (40, 12);

/// From this many columns on the facet pane is shown unless the user hides it.
pub const FACETS_FROM: u16 = 100;

/// Where everything is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The screens and what the register is.
    pub tabs: Rect,
    /// The filter and how many match it.
    pub filter: Rect,
    /// The screen itself.
    pub main: Rect,
    /// The facet pane; empty when it is not shown.
    pub facets: Rect,
    /// What happened last, or where one is.
    pub status: Rect,
    /// The next likely keys.
    pub hints: Rect,
}

/// Divides the screen.
pub fn areas(app: &App) -> Areas {
    let (width, height) = app.settings.size;
    let row = |y| Rect::new(0, y, width, 1);
    let body = Rect::new(0, 2, width, height.saturating_sub(4));
    let pane = if app.facets_shown() { facets_width(width) } else { 0 };
    let main = Rect::new(0, body.y, width - pane, body.height);
    Areas {
        tabs: row(0),
        filter: row(1),
        main,
        facets: Rect::new(main.width, body.y, pane, body.height),
        status: row(height.saturating_sub(2)),
        hints: row(height.saturating_sub(1)),
    }
}

fn facets_width(width: u16) -> u16 {
    match width {
        ..FACETS_FROM => (width / 2).min(32),
        FACETS_FROM..160 => 32,
        _ => 42,
    }
}

/// The part of the main area that the page of a State or review takes above its list of needs.
pub const PAGE_HEAD: u16 = 7;

/// How the triage screen divides the main area: people, queue, and the need in full below.
pub fn triage(main: Rect) -> (Rect, Rect, Rect) {
    let below = (main.height / 3).clamp(4, 14).min(main.height);
    let above = main.height - below;
    let people = (main.width * 3 / 10).clamp(20, 44).min(main.width);
    (
        Rect::new(main.x, main.y, people, above),
        Rect::new(main.x + people, main.y, main.width - people, above),
        Rect::new(main.x, main.y + above, main.width, below),
    )
}

/// The area of the list that the cursor moves in, header included.
pub fn list_area(app: &App) -> Rect {
    let main = areas(app).main;
    match &app.place().view {
        View::Triage(state) => {
            let (people, queue, _) = triage(main);
            if state.among_people { people } else { queue }
        }
        View::State(..) | View::Review(..) => {
            let head = PAGE_HEAD.min(main.height);
            Rect::new(main.x, main.y + head, main.width, main.height - head)
        }
        _ => main,
    }
}

/// How many rows a list shows under its header.
pub fn page(app: &App) -> usize {
    usize::from(list_area(app).height.saturating_sub(1)).max(1)
}
