//! Triage queues: whose needs, in which order.

use super::{Hold, Queue, Whose};
use crate::domain::NeedNumber;
use crate::query::register::{Address, Register, Slot};
use crate::query::{Selection, by_urgency};
use std::collections::HashSet;
use std::sync::Arc;

/// The needs of a selection that belong to a queue: the most urgent first, those put off last.
pub(super) fn narrow(
    register: &Register,
    selection: &Selection,
    queue: &Queue,
    me: Option<u16>,
) -> Vec<Address> {
    let slot = match queue.whose {
        Whose::All => None,
        Whose::Nobody => Some(Slot::NONE),
        Whose::Person(place) => Some(Slot::of(place)),
        Whose::Mine => Some(me.map_or(Slot::NONE, Slot::of)),
    };
    let mut own = by_urgency(register, selection, slot);
    let mut later: Vec<Address> =
        queue.later.iter().filter_map(|id| register.row_of(*id)).collect();
    if !later.is_empty() {
        later.retain(|row| own.contains(row));
        own.retain(|row| !later.contains(row));
        own.extend(later);
    }
    own
}

/// Moves the needs that are pinned to the top; they keep their order among themselves.
pub(super) fn pin(register: &Register, rows: &mut Arc<Vec<Address>>, pinned: &[u32]) {
    let own: HashSet<Address> =
        pinned.iter().filter_map(|id| register.row_of(NeedNumber::new(*id))).collect();
    if own.is_empty() || !rows.iter().any(|row| own.contains(row)) {
        return;
    }
    let (mut top, rest): (Vec<Address>, Vec<Address>) =
        rows.iter().partition(|row| own.contains(row));
    top.extend(rest);
    *rows = Arc::new(top);
}

/// Moves the need that is being decided about back to its row.
pub(super) fn hold(register: &Register, rows: &mut Arc<Vec<Address>>, hold: Hold) {
    let Some(own) = register.row_of(hold.need) else { return };
    let wanted = hold.row as usize;
    if rows.get(wanted) == Some(&own) {
        return;
    }
    let rows = Arc::make_mut(rows);
    if let Some(now) = rows.iter().position(|row| *row == own) {
        rows.remove(now);
    }
    rows.insert(wanted.min(rows.len()), own);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::query::register::NeedRef;
    use crate::query::{Context, Plan, select};
    use crate::testing::random_register;

    fn rows(queue: &Queue, me: Option<u16>) -> (Register, Vec<Address>) {
        let register = random_register::register(3, 300);
        let plan = Plan::everything(Context { today: Day::from_number(17_900), me });
        let selection = select(&register, &plan, &|| false).unwrap();
        let rows = narrow(&register, &selection, queue, me);
        (register, rows)
    }

    fn queue(whose: Whose) -> Queue {
        Queue { whose, later: Vec::new() }
    }

    #[test]
    fn a_queue_holds_what_is_its_persons() {
        let slot = |whose, me| {
            let (register, rows) = rows(&queue(whose), me);
            let slots: Vec<Slot> = rows
                .iter()
                .filter_map(|row| register.need(*row))
                .map(NeedRef::focal_slot)
                .collect();
            slots
        };
        assert_eq!(slot(Whose::All, None).len(), 300);
        assert!(slot(Whose::Nobody, None).iter().all(|slot| *slot == Slot::NONE));
        assert!(slot(Whose::Person(1), None).iter().all(|slot| *slot == Slot::of(1)));
        assert_eq!(slot(Whose::Mine, Some(1)), slot(Whose::Person(1), None));
    }

    #[test]
    fn what_was_put_off_stands_last_in_its_order() {
        let (register, plain) = rows(&queue(Whose::All), None);
        let ids: Vec<NeedNumber> =
            [plain[3], plain[0]].iter().map(|row| register.need(*row).unwrap().id()).collect();
        let (_, later) = rows(&Queue { whose: Whose::All, later: ids }, None);
        assert_eq!(later[298..], [plain[3], plain[0]]);
        assert_eq!(later[..2], [plain[1], plain[2]]);
    }

    #[test]
    fn pinned_needs_stand_on_top_in_the_order_of_the_list() {
        let (register, plain) = rows(&queue(Whose::All), None);
        let id = |place: usize| register.need(plain[place]).unwrap().id().get();
        let mut shared = Arc::new(plain.clone());
        pin(&register, &mut shared, &[id(200), id(7), 4_000_000]);
        assert_eq!(shared[..3], [plain[7], plain[200], plain[0]]);
        assert_eq!(shared.len(), plain.len());
        let mut without = Arc::new(plain[300 - 20..].to_vec());
        pin(&register, &mut without, &[id(7)]);
        assert_eq!(*without, plain[300 - 20..]);
    }

    #[test]
    fn a_held_need_stays_in_its_row_even_when_it_has_left_the_list() {
        let (register, plain) = rows(&queue(Whose::All), None);
        let need = register.need(plain[7]).unwrap().id();
        let held = |rows: Vec<Address>, row: u32| {
            let mut shared = Arc::new(rows);
            hold(&register, &mut shared, Hold { need, row });
            Arc::unwrap_or_clone(shared)
        };
        let mut elsewhere = plain.clone();
        elsewhere.remove(7);
        assert_eq!(held(elsewhere, 7), plain);
        let mut elsewhere = plain.clone();
        elsewhere.swap(7, 200);
        assert_eq!(held(elsewhere, 7)[7], plain[7]);
        assert_eq!(held(vec![plain[7]], 70), [plain[7]]);
    }
}
