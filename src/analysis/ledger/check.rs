//! A relation between published figures that must hold whatever the register says, such as
//! `F010 + F011 = F009` or `F060 <= F019`.

use std::collections::HashMap;

/// How the two sides must stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `=`
    Equal,
    /// `<=`
    AtMost,
}

/// A relation: sums of figures, named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The figures on the left, added.
    pub left: Vec<String>,
    /// How they must stand.
    pub relation: Relation,
    /// The figures on the right, added.
    pub right: Vec<String>,
}

/// The two sides of a relation that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The figures of the left as published, numbers without anything between their thousands.
    pub left: Vec<String>,
    /// The figures of the right, likewise.
    pub right: Vec<String>,
    /// How they should stand.
    pub relation: Relation,
}

impl Check {
    /// Reads a relation; `None` for any other text.
    pub(super) fn read(text: &str) -> Option<Self> {
        let at_most = text.split_once("<=").map(|sides| (sides, Relation::AtMost));
        let ((left, right), relation) =
            at_most.or_else(|| Some((text.split_once('=')?, Relation::Equal)))?;
        let sum = |side: &str| {
            let ids: Vec<String> = side.split('+').map(|id| id.trim().to_owned()).collect();
            let is_id =
                |id: &String| !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || c == '-');
            ids.iter().all(is_id).then_some(ids)
        };
        Some(Self { left: sum(left)?, relation, right: sum(right)? })
    }

    /// Every figure that it names.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.left.iter().chain(&self.right).map(String::as_str)
    }

    /// The sides, where the relation does not hold between the published figures. Figures that are no
    /// numbers are compared as words, one with one.
    pub fn broken(&self, published: &HashMap<&str, String>) -> Option<Broken> {
        let side = |ids: &[String]| -> Option<Vec<String>> {
            ids.iter().map(|id| published.get(id.as_str()).cloned()).collect()
        };
        let (left, right) = (side(&self.left)?, side(&self.right)?);
        let holds = match (sum(&left), sum(&right), self.relation) {
            (Some(left), Some(right), Relation::Equal) => left == right,
            (Some(left), Some(right), Relation::AtMost) => left <= right,
            (_, _, Relation::Equal) => left.len() > 1 || right.len() > 1 || left == right,
            (_, _, Relation::AtMost) => true,
        };
        (!holds).then_some(Broken { left, right, relation: self.relation })
    }
}

/// The sum of figures that are numbers.
fn sum(side: &[String]) -> Option<u64> {
    side.iter().map(|figure| figure.parse::<u64>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_holds_or_shows_its_sides() {
        let published = [
            ("A", "53"),
            ("B", "34"),
            ("C", "89"),
            ("D", "87"),
            ("F", "global"),
            ("G", "regional"),
        ];
        let published: HashMap<&str, String> =
            published.into_iter().map(|(id, said)| (id, said.to_owned())).collect();
        let broken = |text: &str| Check::read(text).unwrap().broken(&published);
        let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let relation = Relation::Equal;
        let sides = Broken { left: words(&["53", "34"]), right: words(&["89"]), relation };
        assert_eq!(broken("A + B = C"), Some(sides));
        assert_eq!(broken("A+B=D"), None);
        assert_eq!(broken("A <= B").map(|b| b.relation), Some(Relation::AtMost));
        assert_eq!(broken("B <= A + C"), None);
        assert_eq!(broken("A = E"), None, "what is not published is not compared");
        let sides = Broken { left: words(&["global"]), right: words(&["regional"]), relation };
        assert_eq!(broken("F = G"), Some(sides));
        assert_eq!([broken("F = F"), broken("F <= G"), broken("A + F = G")], [None, None, None]);
    }

    #[test]
    fn what_is_no_relation_is_refused() {
        for text in ["", "A", "A +", "= B", "A + = B", "A < B", "A = B = C", "A * B = C"] {
            assert_eq!(Check::read(text), None, "{text}");
        }
    }
}
