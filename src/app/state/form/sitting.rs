//! A sitting: needs of one review entered in a row. What they share carries over from one to the next.

use super::Form;
use crate::domain::{Kind, Moment, clean_line};

/// The fields that the next need has from the one before, by their codes.
const CARRIED: [&str; 7] =
    ["review", "state", "source", "document", "document-words", "identified", "language"];

/// A need that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Its number.
    pub need: u32,
    /// Its articles, as they were typed.
    pub articles: String,
    /// Its category, as it was typed.
    pub category: String,
    /// What it says, on one line.
    pub text: String,
}

/// The needs that were entered in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The number of the review.
    pub review: u32,
    /// The needs, in the order in which they were entered.
    pub entered: Vec<Entered>,
    /// The one that is open again; nothing: the next one.
    pub open: Option<usize>,
    /// When it began.
    pub since: Moment,
}

impl Sitting {
    /// One that begins.
    pub fn new(review: u32, since: Moment) -> Self {
        Self { review, entered: Vec::new(), open: None, since }
    }

    /// The need to be opened a step further: `None` where there is none that way, `Some(None)` for the next empty one.
    pub fn step(&self, by: isize) -> Option<Option<usize>> {
        let count = self.entered.len();
        let at = self.open.unwrap_or(count).cast_signed() + by;
        let at = usize::try_from(at).ok().filter(|at| *at <= count)?;
        Some((at < count).then_some(at))
    }

    /// Takes a need that was saved, new or corrected.
    pub fn take(&mut self, need: u32, form: &Form) {
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
    /// The form of the next need of a sitting: what needs share is carried over, the paragraph counts on.
    pub fn next_need(&self) -> Self {
        let mut next = Self::new(Kind::Need);
        for code in CARRIED {
            next.carry(code, &self.typed(code));
        }
        if let Some(paragraph) = counted_on(&self.typed("paragraph")) {
            next.carry("paragraph", &paragraph);
        }
        next.go_to("article");
        next
    }
}

/// The paragraph after one that is a number; nothing behind other words.
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
        sitting.take(7, &form);
        sitting.take(8, &form);
        assert_eq!((sitting.step(-1), sitting.step(1)), (Some(Some(1)), None));
        sitting.open = Some(1);
        assert_eq!((sitting.step(-1), sitting.step(1)), (Some(Some(0)), Some(None)));
        sitting.take(8, &form);
        assert_eq!((sitting.entered.len(), sitting.open), (2, None));
    }
}
