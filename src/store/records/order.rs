//! The order in which kinds of records are written.

use crate::domain::Kind;

/// The place of a kind in the order of writing: the records to which others refer are written before these.
pub(in crate::store) const fn order(kind: Kind) -> u8 {
    match kind {
        Kind::State => 0,
        Kind::Person => 1,
        Kind::Organisation => 2,
        Kind::Document => 3,
        Kind::Theme => 4,
        Kind::Review => 5,
        Kind::Activity => 6,
        Kind::Platform => 7,
        Kind::Need => 8,
        Kind::Match | Kind::Overlap | Kind::Comment => 9,
        Kind::View | Kind::Setting => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Coded;
    use crate::fields::RecordField;

    #[test]
    fn a_kind_is_written_after_those_to_which_its_fields_refer() {
        // A State has an adviser, a post has a State: posts are written after States.
        let both_ways = (Kind::State, Kind::Person);
        let mut found = 0;
        for &kind in Kind::ALL {
            let referred = RecordField::of(kind).iter().flat_map(|field| field.stored().referred());
            for other in referred.filter_map(|referred| referred.kind) {
                if other != kind && (kind, other) != both_ways {
                    assert!(order(other) < order(kind), "{kind:?} refers to {other:?}");
                    found += 1;
                }
            }
        }
        assert!(found > 10, "{found}");
    }
}
