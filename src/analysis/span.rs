//! The two dates of a count: as of when, and since when for growth.

use crate::domain::Day;
use crate::query::period;
use crate::text::Message;

/// The dates that a count is asked for. Each stands for the end of its day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The day whose register is counted; `None` for the present register.
    pub as_of: Option<Day>,
    /// The earlier day that it is compared with.
    pub since: Option<Day>,
}

impl Span {
    /// Reads the two dates as they were typed.
    ///
    /// # Errors
    /// A word that is no date, a date still to come, or a pair in the wrong order.
    pub fn read(as_of: Option<&str>, since: Option<&str>, today: Day) -> Result<Self, Message> {
        let read = |word: Option<&str>| word.map(|word| end_of(word, today)).transpose();
        Self { as_of: read(as_of)?, since: read(since)? }.ordered(today)
    }

    /// This span, checked.
    ///
    /// # Errors
    /// The earlier day is not before the later one.
    pub fn ordered(self, today: Day) -> Result<Self, Message> {
        let until = self.as_of.unwrap_or(today);
        match self.since {
            Some(since) if since >= until => Err(Message::new("span-swapped")
                .with("since", since.to_string())
                .with("until", until.to_string())),
            _ => Ok(self),
        }
    }
}

/// The last day of a typed period: a day, a month, a year, or the word for today.
///
/// # Errors
/// The word is no date, or its last day is still to come.
pub fn end_of(word: &str, today: Day) -> Result<Day, Message> {
    let (_, last) =
        period(word, today).ok_or_else(|| Message::new("span-not-a-date").with("word", word))?;
    if last > today {
        return Err(Message::new("span-future")
            .with("word", word)
            .with("last", last.to_string())
            .with("today", today.to_string()));
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(as_of: &'static str, since: &'static str) -> Result<Span, &'static str> {
        let today = Day::parse("2019-10-14").unwrap();
        let word = |text: &'static str| Some(text).filter(|text| !text.is_empty());
        Span::read(word(as_of), word(since), today).map_err(|m| m.id())
    }

    fn span(as_of: &str, since: &str) -> Span {
        Span { as_of: Day::parse(as_of), since: Day::parse(since) }
    }

    #[test]
    fn a_month_and_a_year_are_their_last_day() {
        assert_eq!(read("2019-05", "2017"), Ok(span("2019-05-31", "2017-12-31")));
        assert_eq!(read("2019-10-14", ""), Ok(span("2019-10-14", "")));
        assert_eq!(read("today", "2019-10-13"), Ok(span("2019-10-14", "2019-10-13")));
        assert_eq!(read("", ""), Ok(Span::default()));
    }

    #[test]
    fn what_is_no_date_to_come_or_the_wrong_way_round_is_refused() {
        for word in ["2019-02-29", "31.5.2019", "yesterday", "2019-13", " "] {
            assert_eq!(read(word, ""), Err("span-not-a-date"), "{word}");
            assert_eq!(read("", word), Err("span-not-a-date"), "{word}");
        }
        for word in ["2019-10-15", "2019-10", "2019", "2030-01-01"] {
            assert_eq!(read(word, ""), Err("span-future"), "{word}");
        }
        assert_eq!(read("2017-09-01", "2019-05-31"), Err("span-swapped"));
        assert_eq!(read("2017-09-01", "2017-09-01"), Err("span-swapped"));
        assert_eq!(read("", "2019-10-14"), Err("span-swapped"));
    }
}
