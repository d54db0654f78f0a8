//! The published figures that count neither needs, States nor reviews: rows of the small tables,
//! in words, to be looked at one by one.

use super::ledger::{Records, SmallTable, Told, What};
use crate::domain::ReachOf;
use crate::query::register::{Activity, Reach, Vocabulary};
use crate::query::{Field, name_of_value};
use crate::text::{Lang, Named, Text, grouped};

/// A row that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its code and name.
    pub label: String,
    /// The part of it that is counted, or its source.
    pub detail: String,
    /// The number that it adds to the figure.
    pub number: u32,
}

/// The rows, in the order of their tables; empty for things with a list of their own.
pub fn rows(what: &What, vocabulary: &Vocabulary, lang: Lang) -> Vec<Row> {
    let one = |label: String, detail: &str| Row { label, detail: detail.to_owned(), number: 1 };
    let chosen = |records: &Records| -> Vec<&Activity> {
        vocabulary.activities.iter().filter(|row| records.activity(row)).collect()
    };
    let of_each = |records: &Records, detail: &dyn Fn(&Activity) -> (String, u32)| {
        let row = |activity: &&Activity| {
            let (detail, number) = detail(activity);
            Row { label: named(activity), detail, number }
        };
        chosen(records).iter().map(row).collect()
    };
    match what {
        What::Counted(..) | What::Stakeholders(_) => Vec::new(),
        What::Rows(SmallTable::Activities, records) => chosen(records)
            .into_iter()
            .map(|row| one(named(row), row.when.in_lang(Lang::default())))
            .collect(),
        What::Rows(SmallTable::Organisations, records) => vocabulary
            .organisations
            .iter()
            .filter(|row| records.organisation(row))
            .map(|row| one(format!("{} {}", row.code, row.in_lang(lang)), &row.kind))
            .collect(),
        What::Rows(SmallTable::Posts, records) => vocabulary
            .people
            .iter()
            .filter(|row| records.post(row))
            .map(|row| one(row.in_lang(lang).to_owned(), &row.code))
            .collect(),
        What::Rows(SmallTable::Categories, records) => vocabulary
            .categories
            .iter()
            .filter(|row| records.category(row))
            .map(|row| one(row.in_lang(lang).to_owned(), &row.code))
            .collect(),
        What::Helped(records) => chosen(records)
            .into_iter()
            .flat_map(|row| row.states.iter().map(move |state| (*state, row)))
            .map(|(state, row)| {
                one(name_of_value(Field::State, state + 1, vocabulary, lang), &row.code)
            })
            .collect(),
        What::Unnamed(records) => of_each(records, &|row| {
            let number = row.unnamed_states.unwrap_or(0);
            (grouped(number.into()), number)
        }),
        What::Participants(records) => {
            of_each(records, &|row| (row.participants.to_string(), first_number(&row.participants)))
        }
        What::Reach(what, records) => reach(*what, &chosen(records), lang),
        What::Year(records) => {
            of_each(records, &|row| (row.starts.to_string(), first_number(&row.starts)))
        }
        What::Told(what, records) => of_each(records, &|row| (told(*what, row).to_owned(), 1)),
    }
}

/// The numbers that a source states of activities: one that is of several together stands there once.
fn reach(what: ReachOf, activities: &[&Activity], lang: Lang) -> Vec<Row> {
    let mut numbers: Vec<(Reach, Vec<&Activity>)> = Vec::new();
    for activity in activities {
        for number in activity.reach.iter().filter(|number| number.what == what) {
            match numbers.iter_mut().find(|(known, _)| known.id == number.id) {
                Some((_, of)) => of.push(activity),
                None => numbers.push((*number, vec![activity])),
            }
        }
    }
    let row = |(number, of): (Reach, Vec<&Activity>)| {
        let label = match of[..] {
            [one] => named(one),
            _ => of.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(" + "),
        };
        let said = grouped(number.number.into());
        let detail = if number.at_least {
            Text::of(lang).tra("reach-at-least", &[("number", said.into())])
        } else {
            said
        };
        Row { label, detail, number: number.number }
    };
    numbers.into_iter().map(row).collect()
}

fn named(activity: &Activity) -> String {
    format!("{} {}", activity.code, activity.in_lang(Lang::default()))
}

/// The words of an activity for a fact; may be empty.
pub(super) fn told(what: Told, activity: &Activity) -> &str {
    match what {
        Told::Starts => &activity.starts,
        Told::Ends => &activity.ends,
        Told::Level => &activity.level,
    }
}

/// The first number in words such as "more than 140", "80+" or "2016-05".
fn first_number(words: &str) -> u32 {
    let figures = words.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    figures.and_then(|figures| figures.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::first_number;

    #[test]
    fn a_number_is_found_in_words() {
        let found = [">1500 in total", "80+", "2016-05", "", "12-14 June"].map(first_number);
        assert_eq!(found, [1_500, 80, 2_016, 0, 12]);
    }
}
