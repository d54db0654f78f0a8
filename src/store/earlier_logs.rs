//! Reads the logs that saved views and settings had for themselves until schema 6.

use super::{SavedView, StoreError, decode};
use rusqlite::Connection;
use serde::Deserialize;

/// A change of one of the two logs.
pub(super) struct Step {
    /// When it was made, as it was written down.
    pub(super) at: i64,
    /// The latest moment of its log until then.
    pub(super) not_before: i64,
    /// The writer.
    pub(super) who: String,
    /// The thing changed, with its values.
    pub(super) what: What,
}

/// The thing that was changed.
pub(super) enum What {
    /// A view became another one, was added or taken out.
    View {
        before: Option<Box<SavedView>>,
        after: Option<Box<SavedView>>,
        /// Whether it may have been undone.
        may_be_undone: bool,
        /// Whether it was undone and could be done again.
        undone: bool,
    },
    /// A setting, by number, had a value and got another one, and with it a version.
    Setting { number: u32, before: String, after: String, version: u32 },
}

impl Step {
    /// Gives the changed view; `None` for a setting, and for a row without a readable view.
    pub(super) fn view(&self) -> Option<&SavedView> {
        match &self.what {
            What::View { before, after, .. } => after.as_deref().or(before.as_deref()),
            What::Setting { .. } => None,
        }
    }
}

/// A view as it stood in its log.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Written {
    name: String,
    owner: Option<String>,
    screen: String,
    filter: String,
    sort: String,
    columns: String,
    grouping: String,
    measure: String,
    key: String,
}

impl Written {
    /// The view of a cell; `None` where the cell is NULL or holds no view.
    fn read(json: Option<String>) -> Option<Box<SavedView>> {
        let Self { name, owner, screen, filter, sort, columns, grouping, measure, key } =
            serde_json::from_str(&json?).ok()?;
        let view = SavedView {
            name,
            owner,
            screen,
            filter,
            sort,
            columns,
            grouping,
            measure,
            key,
            ..SavedView::default()
        };
        view.cleaned().ok().map(Box::new)
    }
}

/// The changes of views, in the order of their log.
pub(super) fn views(connection: &Connection) -> Result<Vec<Step>, StoreError> {
    let mut statement =
        connection.prepare("SELECT at, who, before, after, state FROM view_change ORDER BY id")?;
    let mut rows = statement.query([])?;
    let (mut steps, mut not_before) = (Vec::new(), i64::MIN);
    while let Some(row) = rows.next()? {
        let at: i64 = row.get(0)?;
        not_before = not_before.max(at);
        let state = decode::name(row, 4)?;
        let view = |column| decode::raw(row, column).map(Written::read);
        let (before, after) = (view(2)?, view(3)?);
        let what =
            What::View { before, after, may_be_undone: state != "done", undone: state == "undone" };
        steps.push(Step { at, not_before, who: decode::raw(row, 1)?.unwrap_or_default(), what });
    }
    Ok(steps)
}

/// The changes of settings, in the order of their log.
pub(super) fn settings(connection: &Connection) -> Result<Vec<Step>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT at, who, (SELECT id FROM setting s WHERE s.name = c.name), before, after, version
         FROM setting_change c ORDER BY c.id",
    )?;
    let mut rows = statement.query([])?;
    let (mut steps, mut not_before) = (Vec::new(), i64::MIN);
    while let Some(row) = rows.next()? {
        let at: i64 = row.get(0)?;
        not_before = not_before.max(at);
        // A setting that is not there has no number; the row names nothing.
        let Some(number) = row.get(2)? else { continue };
        let text = |column| decode::raw(row, column).map(Option::unwrap_or_default);
        let what =
            What::Setting { number, before: text(3)?, after: text(4)?, version: row.get(5)? };
        steps.push(Step { at, not_before, who: text(1)?, what });
    }
    Ok(steps)
}
