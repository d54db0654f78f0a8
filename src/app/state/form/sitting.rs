//! A sitting: needs of one review entered in a row. Shared values carry over from one to the next.

use super::Form;
use crate::domain::{Kind, Moment, NeedNumber, clean_line};

/// The codes of the fields that carry over to the next need.
const CARRIED: [&str; 7] =
    ["review", "state", "source", "document", "document-words", "identified", "language"];

/// A need entered in a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The need's number.
    pub need: NeedNumber,
    /// The need's articles, as they were typed.
    pub articles: String,
    /// The need's category, as it was typed.
    pub category: String,
    /// The need's text on one line.
    pub text: String,
}

/// A sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The number of the review.
    pub review: u32,
    /// The needs, in the order in which they were entered.
    pub entered: Vec<Entered>,
    /// The index of the need that is open again; `None` while the next one is entered.
    pub open: Option<usize>,
    /// The time when it began.
    pub since: Moment,
}

impl Sitting {
    /// Begins a sitting.
    pub fn new(review: u32, since: Moment) -> Self {
        Self { review, entered: Vec::new(), open: None, since }
    }

    /// Gives the need `by` steps on: `None` beyond the ends, `Some(None)` for the need to be entered.
    pub fn step(&self, by: isize) -> Option<Option<usize>> {
        let count = self.entered.len();
        let at = self.open.unwrap_or(count).cast_signed() + by;
        let at = usize::try_from(at).ok().filter(|at| *at <= count)?;
        Some((at < count).then_some(at))
    }

    /// Takes a need that was saved, new or corrected.
    pub fn take(&mut self, need: NeedNumber, form: &Form) {
        let entered = Entered {
            need,
            articles: form.typed("article"),
            category: form.typed("category"),
            text: clean_line(&form.typed("text")),
        };
        match self.entered.iter_mut().find(|known| known.need == need) {
            Some(known) => *known = entered,
            None => self.entered.push(entered),
        }
        self.open = None;
    }
}

impl Form {
    /// Gives the form of the next need: shared values carry over, and the paragraph is counted on.
    pub fn next_need(&self) -> Self {
        let mut next = Self::new(Kind::Need);
        let is_guess = |code: &str| code == "language" && self.is_language_guessed();
        for code in CARRIED.into_iter().filter(|code| !is_guess(code)) {
            next.carry(code, &self.typed(code));
        }
        if let Some(paragraph) = counted_on(&self.typed("paragraph")) {
            next.carry("paragraph", &paragraph);
        }
        next.go_to("article");
        next
    }
}

/// Gives the paragraph after a numbered one; `None` for other words.
fn counted_on(paragraph: &str) -> Option<String> {
    let number: u32 = paragraph.trim().parse().ok()?;
    Some(number.checked_add(1)?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_need_has_what_needs_share_and_the_next_paragraph() {
        let mut form = Form::new(Kind::Need);
        for (code, words) in [
            ("review", "Liberia, cycle 2"),
            ("article", "52"),
            ("text", "Training"),
            ("paragraph", "12"),
            ("identified", "2019-10-04"),
        ] {
            let place = form.place(code).unwrap();
            form.fields[place].put(words);
        }
        let next = form.next_need();
        let typed = |code| next.typed(code);
        assert_eq!(
            (typed("review"), typed("identified")),
            (form.typed("review"), "2019-10-04".into())
        );
        assert_eq!((typed("article"), typed("text")), (String::new(), String::new()));
        assert_eq!(typed("paragraph"), "13");
        assert!(!next.differs(), "nothing of it was typed");
        assert_eq!(next.current().map(|own| own.field.code()), Some("article"));
        assert_eq!((counted_on("12 (b)"), counted_on("")), (None, None));
    }

    #[test]
    fn needs_are_opened_again_one_after_the_other() {
        let mut sitting = Sitting::new(1, Moment::from_seconds(0));
        assert_eq!((sitting.step(-1), sitting.step(1)), (None, None));
        let form = Form::new(Kind::Need);
        sitting.take(NeedNumber::new(7), &form);
        sitting.take(NeedNumber::new(8), &form);
        assert_eq!((sitting.step(-1), sitting.step(1)), (Some(Some(1)), None));
        sitting.open = Some(1);
        assert_eq!((sitting.step(-1), sitting.step(1)), (Some(Some(0)), Some(None)));
        sitting.take(NeedNumber::new(8), &form);
        assert_eq!((sitting.entered.len(), sitting.open), (2, None));
    }
}
