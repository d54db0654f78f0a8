//! The pairs of fields by which gaps can be told, and the codes by which they are kept.

use crate::app::state::assistance::Section;
use crate::assistance::GAP_FIELDS;
use crate::domain::Coded;
use crate::query::Field;
use crate::query::register::Disclosure;

/// The pairs of fields by which gaps are likely to be told, rows and columns; the first one is that of the start.
pub const GAPS_BY: [[Field; 2]; 8] = [
    [Field::Article, Field::Region],
    [Field::Article, Field::Adviser],
    [Field::Article, Field::Group],
    [Field::Category, Field::Region],
    [Field::Category, Field::Adviser],
    [Field::Chapter, Field::Region],
    [Field::Chapter, Field::Adviser],
    [Field::Theme, Field::Region],
];

/// The pairs of fields by which gaps can be told, rows and columns, the likely ones first; where States are not named,
/// those that may be told.
pub fn gap_pairs(is_nameless: bool) -> impl Iterator<Item = [Field; 2]> {
    let of_rows = |rows: Field| GAP_FIELDS.into_iter().map(move |columns| [rows, columns]);
    let others = GAP_FIELDS.into_iter().flat_map(of_rows);
    let others = others.filter(|pair| pair[0] != pair[1] && !GAPS_BY.contains(pair));
    let may = move |field: &Field| !is_nameless || !Disclosure::Regions.withholds(*field);
    GAPS_BY.into_iter().chain(others).filter(move |pair| pair.iter().all(may))
}

/// The name by which a pair of fields is kept, behind that of the section.
const BY: &str = "-by-";

/// The code of the section with gaps by two fields.
pub fn gaps_code([rows, columns]: [Field; 2]) -> String {
    format!("{}{BY}{},{}", Section::Gaps.code(), rows.code(), columns.code())
}

/// The fields of a code of [`gaps_code`]; `None` for any other text, or other fields.
pub fn gaps_coded(code: &str) -> Option<[Field; 2]> {
    let fields = code.strip_prefix(Section::Gaps.code())?.strip_prefix(BY)?;
    let (rows, columns) = fields.split_once(',')?;
    let pair = [Field::from_code(rows)?, Field::from_code(columns)?];
    gap_pairs(false).find(|known| *known == pair)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn gaps_can_be_told_by_any_two_fields_and_are_kept_by_their_codes() {
        let all: Vec<[Field; 2]> = gap_pairs(false).collect();
        assert_eq!(all[..GAPS_BY.len()], GAPS_BY);
        assert_eq!(
            all.iter().collect::<BTreeSet<_>>().len(),
            GAP_FIELDS.len() * (GAP_FIELDS.len() - 1)
        );
        for pair in &all {
            assert_eq!(gaps_coded(&gaps_code(*pair)), Some(*pair));
        }
        for strange in [
            "gaps",
            "gaps-by-",
            "gaps-by-article",
            "gaps-by-article,article",
            "gaps-by-state,region",
        ] {
            assert_eq!(gaps_coded(strange), None, "{strange}");
        }
        let told: Vec<[Field; 2]> = gap_pairs(true).collect();
        assert!(told.iter().flatten().all(|field| !Disclosure::Regions.withholds(*field)));
        assert!(told.contains(&GAPS_BY[0]));
    }
}
