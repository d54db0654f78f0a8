//! Reading, saving and deleting saved views: records as others are, written and logged on the one path.

use super::records::{Row, Rows};
use super::saved_view::{read, taken_out};
use super::{SavedView, Store, StoreError};
use crate::domain::{Kind, Record, clean_line};
use rusqlite::Connection;

impl Store {
    /// The views that a person has: everybody's first, then the own ones, by name.
    pub fn saved_views(&self, who: &str) -> Result<Vec<SavedView>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, name, owner, screen, filter, sort, columns, grouping, measure, key,
                    (SELECT coalesce(max(c.id), 0) FROM change c
                     WHERE c.kind <> 'need' AND c.kind = 'view' AND c.record = saved_view.id
                       AND c.field = 'record')
             FROM saved_view WHERE void = 0 AND (owner IS NULL OR owner = ?1)
             ORDER BY owner IS NOT NULL, name, id",
        )?;
        let rows = statement.query_map([clean_line(who)], read)?;
        let views: Vec<SavedView> = rows.collect::<Result<_, _>>()?;
        // Names and filters of views are free words, and may name a State.
        Ok(if self.names_states() { views } else { Vec::new() })
    }

    /// Saves a view over the owner's view of the same name, as the writer has seen that: `None`
    /// where there was none. Gives its id.
    ///
    /// Errors: [`StoreError::ViewChanged`] where another stands there by now.
    pub fn save_view(
        &self,
        who: &str,
        view: &SavedView,
        seen: Option<&SavedView>,
    ) -> Result<i64, StoreError> {
        let view = view.cleaned()?;
        self.in_one_write(|transaction| {
            let here = view.here(transaction)?;
            if let Some(here) = here.as_ref().filter(|here| here.is_like(&view)) {
                return Ok(here.id);
            }
            refuse_changed(&view, here.as_ref(), seen)?;
            let number = view.number(transaction)?;
            let rows = change(transaction, number, |row| view.over(row))?;
            self.record(transaction, who, "", None, &rows)?;
            Ok(number.into())
        })
    }

    /// Deletes a view, shared or the user's own, as the writer has seen it.
    ///
    /// Errors: [`StoreError::ViewChanged`] if the view differs by now, or belongs to another user.
    pub fn delete_view(&self, who: &str, seen: &SavedView) -> Result<(), StoreError> {
        let view = seen.cleaned()?;
        self.in_one_write(|transaction| {
            let here = view.here(transaction)?;
            let foreign = view.owner.as_ref().is_some_and(|owner| *owner != clean_line(who));
            refuse_changed(&view, here.as_ref().filter(|_| !foreign), Some(seen))?;
            let rows = change(transaction, view.number(transaction)?, taken_out)?;
            self.record(transaction, who, "", None, &rows)?;
            Ok(())
        })
    }
}

/// The rows of a change of the view with a number, which may be a new one.
fn change(
    connection: &Connection,
    number: u32,
    becomes: impl Fn(&Row) -> Row,
) -> Result<Rows, StoreError> {
    let record = Record { kind: Kind::View, number };
    let before = Row::known(connection, record)?.unwrap_or_else(|| Row::new(Kind::View));
    let after = becomes(&before);
    Ok(Rows::from([(record, (before, after))]))
}

/// Refuses to write over a view that is not the one that the writer has seen.
fn refuse_changed(
    view: &SavedView,
    here: Option<&SavedView>,
    seen: Option<&SavedView>,
) -> Result<(), StoreError> {
    let same = match (here, seen) {
        (None, None) => true,
        (Some(here), Some(seen)) => here.is_like(seen),
        _ => false,
    };
    if same { Ok(()) } else { Err(StoreError::ViewChanged(view.name.clone())) }
}
