//! The day on which a need counts as identified where nobody says another one.

use crate::domain::{Coded, PartialDate, Step};
use crate::query::register::Vocabulary;

/// Gives the day of a need's review, which is that of its executive summary, else the date of the need's document. The
/// review and the document are named as the change log names them: by number, by symbol.
pub fn day_identified(
    review: Option<&str>,
    document: Option<&str>,
    vocabulary: &Vocabulary,
) -> Option<PartialDate> {
    let of_review = || {
        let found = vocabulary.reviews.iter().find(|one| review == Some(&one.id.to_string()))?;
        found.steps[Step::ExecutiveSummary.index()]
    };
    let of_document = || vocabulary.documents.iter().find(|one| document == Some(&one.symbol))?.on;
    of_review().or_else(of_document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::query::register::Document;
    use crate::testing::random_register;
    use crate::text::Names;

    #[test]
    fn a_need_is_identified_by_its_review_else_by_its_document() {
        let mut vocabulary = random_register::register(3, 20).vocabulary.as_ref().clone();
        let summary = Step::ExecutiveSummary.index();
        let [on, published] = [PartialDate::Day(Day::from_number(9_000)), PartialDate::Year(2019)];
        vocabulary.reviews[0].steps[summary] = Some(on);
        vocabulary.reviews[1].steps[summary] = None;
        let symbol = "A summary".to_owned();
        let blank = Document { id: 99, symbol, kind: None, on: None, title: Names::default() };
        vocabulary.documents.push(Document { on: Some(published), ..blank });
        let [first, second] = [0, 1].map(|at| vocabulary.reviews[at].id.to_string());
        let day = |review, document| day_identified(review, document, &vocabulary);
        assert_eq!(day(Some(&first), Some("A summary")), Some(on));
        assert_eq!(day(Some(&second), Some("A summary")), Some(published));
        assert_eq!(day(None, Some("A summary")), Some(published));
        assert_eq!((day(Some(&second), None), day(None, Some("another"))), (None, None));
    }
}
