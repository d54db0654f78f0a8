//! Reading the register into memory, with progress.

use super::Report;
use crate::query::register::Register;
use crate::store::{Store, StoreError};

/// The register, its last change and its data version; `None` when nobody listens any more.
pub(super) fn load(
    store: &mut Store,
    report: &dyn Fn(Report) -> bool,
) -> Result<Option<(Register, i64, i64)>, StoreError> {
    // The change and the version are read before the rows: a write between the two is then seen
    // again by the first refresh, rather than missed.
    let data_version = store.data_version()?;
    let last_change = store.last_change()?;
    let mut heard = true;
    let register = store.load(&mut |needs| {
        heard = report(Report::Loading(needs));
        heard
    })?;
    Ok(heard.then_some((register, last_change, data_version)))
}
