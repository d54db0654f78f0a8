//! Calls of a reader that may panic on a damaged file.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether a panic of this thread is caught, so that nobody is told of it.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// The result of the call; `None` where it panicked. What it worked on is not to be used again then.
pub(super) fn caught<T>(call: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        // A panic gives the terminal back and writes a report, which this one is not worth.
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_CAUGHT.get() {
                told(info);
            }
        }));
    });
    IS_CAUGHT.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(call));
    IS_CAUGHT.set(false);
    done.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_nothing_and_other_calls_are_as_ever() {
        assert_eq!(caught(|| 7), Some(7));
        assert_eq!(caught(|| [1, 2][std::hint::black_box(5)]), None);
        assert!(!IS_CAUGHT.get());
    }
}
