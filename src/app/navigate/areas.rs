//! The areas of the screen as it is now, and how many rows a list shows.

use crate::app::App;
use crate::app::layout::{
    Areas, FACETS_FROM, below_page_head, charts_width, detail_width, facets_width,
};
use ratatui::layout::Rect;

/// Divides the screen.
pub fn areas(app: &App) -> Areas {
    let (width, height) = app.settings.size;
    let row = |y| Rect::new(0, y, width, 1);
    let body = Rect::new(0, 2, width, height.saturating_sub(4));
    let pane = if app.facets_shown() { facets_width(width) } else { 0 };
    let beside = if width < FACETS_FROM { 0 } else { pane };
    let detail = match (app.detail_shown(), app.charts_shown()) {
        (true, _) => detail_width(width, beside > 0),
        (false, true) => charts_width(width),
        (false, false) => 0,
    };
    // A blank parts the list from what stands beside it.
    let between = u16::from(beside + detail > 0);
    let main = Rect::new(0, body.y, width - beside - detail - between, body.height);
    Areas {
        tabs: row(0),
        filter: row(1),
        main,
        detail: below_page_head(
            Rect::new(main.width + between, body.y, detail, body.height),
            app.place().view.page().head(app.charts_shown()),
        ),
        facets: Rect::new(width - pane, body.y, pane, body.height),
        status: row(height.saturating_sub(2)),
        hints: row(height.saturating_sub(1)),
    }
}

/// The area of the list that the cursor moves in, header included.
pub fn list_area(app: &App) -> Rect {
    let (page, main) = (app.place().view.page(), areas(app).main);
    page.list_area(below_page_head(main, page.head(app.charts_shown())))
}

/// The number of rows that a list shows under its header.
pub fn page(app: &App) -> usize {
    usize::from(list_area(app).height.saturating_sub(1)).max(1)
}
