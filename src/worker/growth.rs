//! The cached register and selections of the earlier day that counts are compared with.

use super::selection_cache::SelectionCache;
use crate::query::register::{Register, withhold_alike};
use std::sync::Arc;

/// The cache from one comparison to the next.
#[derive(Default)]
pub(super) struct Growth {
    /// The register of the earlier day that was compared with last.
    register: Option<Arc<Register>>,
    /// Selections of it, which the next answer may use again.
    kept: SelectionCache,
    /// While States are anonymous: the registers of the two days as given, and as they are shown together.
    alike: Option<Pair>,
}

/// The register of the day shown, and that of the earlier day.
#[derive(Clone)]
pub(super) struct TwoDays {
    pub(super) shown: Arc<Register>,
    pub(super) earlier: Arc<Register>,
}

/// Two registers as given, and as they are shown together.
struct Pair {
    given: TwoDays,
    told: TwoDays,
}

impl Growth {
    /// Forgets everything: the registers that it was computed from are replaced.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// The selections of an earlier day's register; those of another are forgotten.
    pub(super) fn selections_of(&mut self, register: &Arc<Register>) -> &mut SelectionCache {
        if !self.register.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, register)) {
            self.kept.forget();
            self.register = Some(Arc::clone(register));
        }
        &mut self.kept
    }

    /// The registers of two days as they are shown together: each withholds the other's withheld values too.
    pub(super) fn alike(&mut self, given: TwoDays) -> TwoDays {
        if given.shown.vocabulary.nameless.is_none() {
            return given;
        }
        let is_same = |pair: &Pair| {
            Arc::ptr_eq(&pair.given.shown, &given.shown)
                && Arc::ptr_eq(&pair.given.earlier, &given.earlier)
        };
        if let Some(pair) = self.alike.as_ref().filter(|pair| is_same(pair)) {
            return pair.told.clone();
        }
        let (mut shown, mut earlier) = ((*given.shown).clone(), (*given.earlier).clone());
        withhold_alike(&mut [&mut shown, &mut earlier]);
        let told = TwoDays { shown: Arc::new(shown), earlier: Arc::new(earlier) };
        self.alike = Some(Pair { given, told: told.clone() });
        told
    }
}
