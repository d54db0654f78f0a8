//! The forms in which figures are expressed, and the words that a ledger publishes in each form.

use super::cells::Cell;
use super::mistake::{Mistake, filter, unknown};
use super::query::{Told, What};
use crate::domain::{Coded, Day, clean_line};
use crate::query::{Field, Filter};
use crate::text::Message;

/// The form in which a figure is expressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A number.
    Number,
    /// Per cent of the needs that pass another filter, rounded half up.
    Percent(Filter),
    /// A simple fraction of another filter's needs, such as one half: either whole number beside it;
    /// or more or less than one.
    Share(Filter),
    /// Each value of a field that occurs has about this share: five percentage points to each side.
    Each(Field),
    /// All values of a field that occurs are equal.
    Equal(Field),
    /// The values of a field with the most, by code, the most first.
    Ranking(Field),
    /// The place among the values of a field in another filter's needs, the most first.
    Rank(Field, Filter),
    /// A growth since the earlier day.
    Growing,
    /// A year, a month or a day.
    Date,
    /// A word of the register.
    Word,
}

/// The names of the forms.
const FORMS: [&str; 10] =
    ["number", "percent", "share", "each", "equal", "ranking", "rank", GROWING, "date", "word"];

/// The fractions that are published in words.
pub(in crate::analysis) const FRACTIONS: [(&str, (u32, u32)); 7] = [
    ("one half", (1, 2)),
    ("one third", (1, 3)),
    ("two thirds", (2, 3)),
    ("one quarter", (1, 4)),
    ("three quarters", (3, 4)),
    ("one fifth", (1, 5)),
    ("one tenth", (1, 10)),
];

/// The words around a fraction that each value has about.
pub(in crate::analysis) const EACH: (&str, &str) = ("about ", " each");
/// The published word for values that are equal.
pub(in crate::analysis) const EQUAL: &str = "equal";
/// The published word for the first place in a rank.
pub(in crate::analysis) const LARGEST: &str = "largest";
/// The published word for a number that has grown.
pub(in crate::analysis) const GROWING: &str = "growing";

/// The words that a register has for the level of an activity; several are joined by commas.
pub(in crate::analysis) const LEVELS: [&str; 3] = ["global", "regional", "national"];

/// The side of a fraction on which a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Side {
    /// One of the whole numbers beside it.
    Beside,
    /// More than that.
    More,
    /// Less than that.
    Less,
}

impl Side {
    /// The words before the fraction.
    pub(in crate::analysis) const WORDS: [(&'static str, Self); 2] =
        [("more than ", Self::More), ("less than ", Self::Less)];
}

/// A fraction as figures are published: "one third", "3/4".
fn fraction(words: &str) -> Option<(u32, u32)> {
    let words = words.trim();
    let known = FRACTIONS.iter().find(|(name, _)| *name == words).map(|(_, parts)| *parts);
    known.or_else(|| {
        let (part, whole) = words.split_once('/')?;
        let parts = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
        (0 < parts.0 && parts.0 <= parts.1).then_some(parts)
    })
}

/// A share as figures are published: "one third", "more than one half".
pub(in crate::analysis) fn share(words: &str) -> Option<(Side, (u32, u32))> {
    let sided =
        |(before, side): &(&str, Side)| Some((*side, fraction(words.strip_prefix(before)?)?));
    Side::WORDS.iter().find_map(sided).or_else(|| Some((Side::Beside, fraction(words)?)))
}

/// The share in "about one half each".
pub(in crate::analysis) fn each(words: &str) -> Option<(u32, u32)> {
    fraction(words.strip_prefix(EACH.0)?.strip_suffix(EACH.1)?)
}

/// The place in "largest" and "3".
pub(in crate::analysis) fn rank(words: &str) -> Option<usize> {
    if words == LARGEST { Some(1) } else { words.parse().ok().filter(|place| *place > 0) }
}

/// Whether the words are a year, a month or a day.
fn is_date(words: &str) -> bool {
    let rest = words.len().checked_sub(4).and_then(|from| "-01-01".get(from..));
    rest.is_some_and(|rest| Day::parse(&format!("{words}{rest}")).is_some())
}

/// The form of a figure; the published figure must be of that form, and so must the count.
pub(super) fn form<'c>(
    what: &What,
    cell: &impl Fn(&'static str) -> &'c Cell,
) -> Result<Form, Mistake> {
    let (form, published) = (cell("form"), cell("published"));
    let needed = |column| (form.place(0), Message::new("ledger-form-needs").with("column", column));
    let of = || match cell("of").text.as_str() {
        "" => Err(needed("of")),
        _ => filter(cell("of")),
    };
    let by = || match Field::named(&cell("by").text) {
        Ok(field) if field.is_countable() => Ok(field),
        _ => {
            let known: Vec<&str> =
                Field::ALL.iter().filter(|f| f.is_countable()).map(|f| f.code()).collect();
            Err((cell("by").place(0), unknown("ledger-unknown-by", &cell("by").text, &known)))
        }
    };
    let said = published.text.as_str();
    let number = said.replace(',', "").parse::<u32>().is_ok();
    let word = match (form.text.as_str(), what) {
        ("", What::Told(Told::Level, _)) => "word",
        ("", What::Told(..)) => "date",
        ("", _) => "number",
        (word, _) => word,
    };
    let (read, fits) = match word {
        "number" => (Form::Number, number),
        "percent" => (Form::Percent(of()?), number),
        "share" => (Form::Share(of()?), share(said).is_some()),
        "each" => (Form::Each(by()?), each(said).is_some()),
        EQUAL => (Form::Equal(by()?), said == EQUAL),
        "ranking" => (Form::Ranking(by()?), true),
        "rank" => (Form::Rank(by()?, of()?), rank(said).is_some()),
        GROWING if cell("since").text.is_empty() => return Err(needed("since")),
        GROWING => (Form::Growing, said == GROWING),
        "date" => (Form::Date, is_date(said)),
        "word" => (Form::Word, said.split(", ").all(|word| LEVELS.contains(&word))),
        word => return Err((form.place(0), unknown("ledger-unknown-form", word, &FORMS))),
    };
    let of_rows = match what {
        What::Counted(..) => !matches!(read, Form::Date | Form::Word),
        What::Stakeholders(_) => matches!(read, Form::Number | Form::Percent(_)),
        What::Told(Told::Level, _) => read == Form::Word,
        What::Told(..) => read == Form::Date,
        _ => read == Form::Number,
    };
    if !of_rows {
        return Err((form.place(0), Message::new("ledger-form-not-here")));
    }
    if fits {
        return Ok(read);
    }
    let message = match read {
        Form::Word => unknown("ledger-unknown-word", said, &LEVELS),
        _ => Message::new("ledger-published").with("word", clean_line(said)),
    };
    Err((published.place(0), message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_words_are_read() {
        assert_eq!(share("more than one half"), Some((Side::More, (1, 2))));
        assert_eq!(share("less than 3/4"), Some((Side::Less, (3, 4))));
        assert_eq!(share("one third"), Some((Side::Beside, (1, 3))));
        assert_eq!(share("more than half"), None);
        assert_eq!(["largest", "3", "0", "third"].map(rank), [Some(1), Some(3), None, None]);
        let dates = ["2019", "2019-06", "2019-06-12", "2019-13", "June", ""].map(is_date);
        assert_eq!(dates, [true, true, true, false, false, false]);
    }
}
