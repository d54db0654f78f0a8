//! What the role of a session allows on the screens. The store decides about every write; here is said beforehand what
//! it would refuse, so that a key which leads nowhere is dim and gives the reason.

use crate::app::App;
use crate::domain::{Deed, Kind, Scope};
use crate::query::register::NeedRef;
use crate::store::HeldRole;

impl App {
    /// Whether the role may do something with records of a kind, with whichever; the error is the reason against it.
    pub(in crate::app) fn may(&self, deed: Deed, kind: Kind) -> Result<(), &'static str> {
        match self.settings.held.as_ref().map(|held| held.role.may(deed, kind)) {
            Some(Scope::Nothing) => Err("reason-role"),
            _ => Ok(()),
        }
    }

    /// Whether the role may do something with the current need; the error is the reason against it.
    pub(in crate::app) fn may_with_need(&self, deed: Deed) -> Result<(), &'static str> {
        self.may(deed, Kind::Need)?;
        let (Some(held), Some(need)) = (&self.settings.held, self.current_need()) else {
            return Ok(());
        };
        let is_in = match held.role.may(deed, Kind::Need) {
            Scope::OwnState => held.state.is_some_and(|own| need.state().id == i64::from(own)),
            Scope::Region => self.is_advised(held, need),
            _ => true,
        };
        if is_in { Ok(()) } else { Err("reason-role-elsewhere") }
    }

    /// Whether a need is in the region of an adviser, or in the adviser's queue.
    fn is_advised(&self, held: &HeldRole, need: NeedRef<'_>) -> bool {
        let is_own = |id: i64| held.region.is_some_and(|own| id == i64::from(own));
        let adviser = need.state().adviser.map(usize::from);
        let adviser = adviser.zip(self.vocabulary()).and_then(|(place, all)| all.people.get(place));
        adviser.into_iter().chain(need.focal_point()).any(|person| is_own(person.id))
    }
}
