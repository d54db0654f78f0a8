//! Where everything is on the screen as it is now, and how many rows a list shows.

use crate::app::App;
use crate::app::layout::{Areas, PAGE_HEAD, connections, facets_width, findings, triage};
use crate::app::state::figures::Entry;
use crate::app::state::place::View;
use ratatui::layout::Rect;

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
        View::Figures(state) if state.entry == Entry::Connections => {
            connections(main, state.together.in_matrix).list
        }
        View::Figures(_) => findings(main).0,
        View::History(_) => {
            let head = 1.min(main.height);
            Rect { y: main.y + head, height: main.height - head, ..main }
        }
        View::Overview(_)
        | View::States(_)
        | View::Reviews(_)
        | View::Needs(_)
        | View::Need(_)
        | View::Themes(_) => main,
    }
}

/// How many rows a list shows under its header.
pub fn page(app: &App) -> usize {
    usize::from(list_area(app).height.saturating_sub(1)).max(1)
}
