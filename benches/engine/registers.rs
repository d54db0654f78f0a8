//! The registers that everything is measured on: made once by the program's own sample, kept
//! below `target`, and held in memory while a run needs them.

use super::question::TEXTS;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use ta_tui::query::register::Register;
use ta_tui::sample::{self, Options};
use ta_tui::store::{Access, Store};
use ta_tui::text::grouped;

/// How many needs, where the environment does not say.
const USUAL: [u32; 3] = [4_000, 100_000, 1_000_000];

/// A number of needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Size(pub(crate) u32);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&grouped(self.0.into()))
    }
}

/// The sizes to measure: `BENCH_SIZES`, or the usual ones.
pub(crate) fn sizes() -> Vec<Size> {
    match std::env::var("BENCH_SIZES") {
        Ok(list) => list.split(',').map(|n| Size(n.trim().parse().expect("a number"))).collect(),
        Err(_) => USUAL.map(Size).to_vec(),
    }
}

/// Each size with each of some other values.
pub(crate) fn each<T: Copy>(others: &[T]) -> Vec<(Size, T)> {
    sizes().into_iter().flat_map(|size| others.iter().map(move |other| (size, *other))).collect()
}

/// A case of a size and something else, as it stands in the table.
pub(crate) struct Case<T>(pub(crate) Size, pub(crate) T);

impl<T: fmt::Display> fmt::Display for Case<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.1)
    }
}

/// The file of a register of this size, which nobody changes. Made where it is not there, or where
/// it is from another version of the tables.
pub(crate) fn file(size: Size) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench-registers");
    let path = folder.join(format!("{}.db", size.0));
    if path.exists() && tables(&path) == tables(&repository_sample()) {
        return path;
    }
    std::fs::create_dir_all(&folder).unwrap();
    // Under a name of its own until it is whole: a run that is stopped leaves no half register.
    let draft = tempfile::tempdir_in(&folder).unwrap();
    let whole = draft.path().join("register.db");
    sample::make(&whole, &Options { needs: Some(size.0), seed: None }, |_, _| {}).unwrap();
    std::fs::rename(&whole, &path).unwrap();
    path
}

/// What gives a register 50,000 activities.
const ACTIVITIES: &str = include_str!("../activities.sql");

/// The file of a register of this size with 50,000 activities, which nobody changes; made as [`file`] is.
pub(crate) fn file_with_activities(size: Size) -> PathBuf {
    let plain = file(size);
    let path = plain.with_file_name(format!("{}-activities.db", size.0));
    if path.exists() && tables(&path) == tables(&plain) {
        return path;
    }
    let draft = tempfile::tempdir_in(plain.parent().unwrap()).unwrap();
    let whole = draft.path().join("register.db");
    std::fs::copy(&plain, &whole).unwrap();
    let db = rusqlite::Connection::open(&whole).unwrap();
    db.execute_batch(ACTIVITIES).unwrap();
    db.close().unwrap();
    std::fs::rename(&whole, &path).unwrap();
    path
}

/// The register of this size with 50,000 activities, read once a run.
pub(crate) fn with_activities(size: Size) -> &'static Register {
    static READ: Mutex<BTreeMap<Size, &'static Register>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read.entry(size).or_insert_with(|| Box::leak(Box::new(load(&file_with_activities(size)))))
}

/// A copy that may be written, in a folder that goes when it is dropped.
pub(crate) fn copy(size: Size) -> (tempfile::TempDir, PathBuf) {
    let file = file(size);
    let folder = tempfile::tempdir_in(file.parent().unwrap()).unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(file, &path).unwrap();
    (folder, path)
}

/// The register of this size in memory and ready for searches, read once a run.
pub(crate) fn register(size: Size) -> &'static Register {
    static READ: Mutex<BTreeMap<Size, &'static Register>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read.entry(size).or_insert_with(|| {
        let register = load(&file(size));
        // The work that only the first search does belongs to the loading.
        TEXTS[0].selection(&register);
        Box::leak(Box::new(register))
    })
}

/// Reads a file into memory.
pub(crate) fn load(path: &Path) -> Register {
    let store = Store::open(path, Access::ReadOnly).unwrap();
    store.load(&mut |_| true).unwrap()
}

/// The version of a file's tables.
fn tables(path: &Path) -> i64 {
    let db = rusqlite::Connection::open(path).unwrap();
    db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

fn repository_sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample.db")
}
