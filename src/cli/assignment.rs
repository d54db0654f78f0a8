//! `field=value`, as `ta-tui set` reads it: which change a word asks for.

use super::failure::{Failure, Status};
use super::nearest::nearest;
use super::person::{anybody, person};
use crate::domain::{
    Change, Coded, Day, Horizon, Priority, Response, ThemeNames, TriageField, clean_line, fold,
    read_deadline,
};
use crate::query::register::{Theme, Vocabulary};
use crate::store::StoreError;
use crate::text::{Arg, Lang, Message, Text};

/// The changes that `field` and `value` on the two sides of the sign ask for; `none` empties the
/// field; `today` is that of `+6m`. `theme+` and `theme-` are one theme more and one less, or several,
/// joined by `;`: a change each.
///
/// # Errors
/// There is no such field, or it cannot have this value. No value at all is a variable of the shell
/// that is empty, and nobody's wish to empty a field.
pub(super) fn changes(field: &str, value: &str, today: Day) -> Result<Vec<Change>, Failure> {
    let (field, sign) = match field.strip_suffix(['+', '-']) {
        Some(name) => (name, field.chars().last()),
        None => (field, None),
    };
    let known = field_named(field)?;
    let refused = |id| {
        let sign = sign.map(String::from).unwrap_or_default();
        let message = Message::new(id).with("field", known.code()).with("sign", sign);
        Err(Failure::new(Status::Usage, message))
    };
    match (known, sign) {
        (TriageField::Themes, Some(sign)) => {
            let names: ThemeNames = value.split(BETWEEN_THEMES).collect();
            let change = |name| match sign {
                '+' => Change::add_theme(name),
                _ => Change::remove_theme(name),
            };
            let changes: Vec<Change> = names.iter().map(change).collect();
            if changes.is_empty() || is_none(value) {
                return refused("cli-set-no-theme");
            }
            Ok(changes)
        }
        (_, Some(_)) => refused("cli-set-no-list"),
        (_, None) if value.trim().is_empty() => refused("cli-set-empty"),
        (_, None) => value_of(known, value, today).map(|change| vec![change]),
    }
}

/// The signs between the names of themes.
const BETWEEN_THEMES: [char; 2] = [';', '；'];

fn field_named(field: &str) -> Result<TriageField, Failure> {
    // The names in the exports are accepted too.
    let code = match field {
        "focal_point" => TriageField::FocalPoint.code(),
        "projected_on" => TriageField::ProjectedOn.code(),
        "themes" => TriageField::Themes.code(),
        "duplicate_of" => TriageField::DuplicateOf.code(),
        other => other,
    };
    TriageField::from_code(code).ok_or_else(|| {
        let names = TriageField::ALL.iter().map(|f| f.code());
        let message = Message::new("cli-set-unknown-field")
            .with("field", clean_line(field))
            .with("known", names.clone().map(Arg::Field).collect::<Arg>());
        nearest(Failure::new(Status::Usage, message), field, names)
    })
}

fn value_of(field: TriageField, value: &str, today: Day) -> Result<Change, Failure> {
    let stated = Some(value.trim()).filter(|value| !is_none(value));
    Ok(match field {
        TriageField::Priority => Change::Priority(coded::<Priority>(field, value)?),
        TriageField::Horizon => Change::Horizon(coded::<Horizon>(field, value)?),
        TriageField::Response => Change::Response(coded::<Response>(field, value)?),
        TriageField::FocalPoint => {
            Change::FocalPoint(Some(clean_line(value)).filter(|code| !is_none(code)))
        }
        TriageField::Notes => Change::notes(if is_none(value) { "" } else { value }),
        TriageField::Themes => {
            let names = stated.unwrap_or_default().split(BETWEEN_THEMES);
            let names: ThemeNames = names.collect();
            Change::Themes(names.iter().map(str::to_owned).collect())
        }
        TriageField::ProjectedOn => {
            let day = stated.map(|word| read_deadline(word, today).ok_or(word)).transpose();
            Change::ProjectedOn(day.map_err(|word| {
                let message = Message::new("cli-set-no-day").with("value", clean_line(word));
                Failure::new(Status::Usage, message)
            })?)
        }
        TriageField::DuplicateOf => {
            let need = stated.map(|word| word.parse().map_err(|_| word)).transpose();
            Change::DuplicateOf(need.map_err(|word| {
                let message = Message::new("cli-set-no-number").with("value", clean_line(word));
                Failure::new(Status::Usage, message)
            })?)
        }
    })
}

/// The word for the person who works.
const ME: &str = "me";

fn nobody_works() -> Failure {
    Failure::new(Status::Usage, Message::new("cli-set-nobody-works"))
}

/// The changes with the codes of the focal points, who are named by code, by name in any language,
/// or by a beginning that only one has: as `focal:` in a filter reads it. `me` always means the
/// person who works.
pub(super) fn with_people(
    changes: Vec<Change>,
    me: Option<&str>,
    vocabulary: impl Fn() -> Result<Vocabulary, StoreError>,
) -> Result<Vec<Change>, Failure> {
    let named = |change: Change| match change {
        Change::FocalPoint(Some(word)) => {
            let vocabulary = vocabulary()?;
            let person = match word.as_str() {
                ME => Some(person(me.ok_or_else(nobody_works)?, &vocabulary)?),
                word => anybody(word, &vocabulary)?,
            };
            let person = person.map(|person| person.code.clone());
            Ok(Change::FocalPoint(person))
        }
        other => Ok(other),
    };
    changes.into_iter().map(named).collect()
}

/// Refuses a theme that the register does not have: a slip of the hand shall neither make one,
/// unless new ones are asked for, nor seem to take one away.
pub(super) fn refuse_unknown_themes(
    changes: &[Change],
    known: &[Theme],
    makes_new: bool,
) -> Result<(), Failure> {
    let is_known = |name: &str| {
        let name = fold(name);
        let is_it = |theme: &Theme| {
            fold(&theme.code) == name || theme.names.iter().any(|own| fold(own) == name)
        };
        known.iter().any(is_it)
    };
    let asked = |change: &Change| match change {
        Change::Themes(_) | Change::AddTheme(_) if makes_new => Vec::new(),
        Change::Themes(names) => {
            names.iter().map(|name| ("cli-set-new-theme", name.clone())).collect()
        }
        Change::AddTheme(name) => vec![("cli-set-new-theme", name.clone())],
        Change::RemoveTheme(name) => vec![("cli-set-no-such-theme", name.clone())],
        _ => Vec::new(),
    };
    match changes.iter().flat_map(asked).find(|(_, name)| !is_known(name)) {
        None => Ok(()),
        Some((id, name)) => {
            let message = Message::new(id).with("value", clean_line(&name));
            let names = known.iter().map(|theme| theme.code.as_str());
            Err(nearest(Failure::new(Status::Usage, message), &name, names))
        }
    }
}

fn is_none(value: &str) -> bool {
    value.trim() == "none"
}

/// A value of a closed vocabulary by its code or its name in any language.
fn coded<T: Coded>(field: TriageField, value: &str) -> Result<Option<T>, Failure> {
    if is_none(value) {
        return Ok(None);
    }
    let normal = |words: &str| fold(words.trim()).replace(['-', '_'], " ");
    let wanted = normal(value);
    let named = |known: T| {
        let named_so = |lang: &Lang| normal(&Text::of(*lang).value(field.code(), known.code()));
        known.code() == wanted || Lang::ALL.iter().any(|lang| named_so(lang) == wanted)
    };
    if let Some(found) = T::ALL.iter().copied().find(|known| named(*known)) {
        return Ok(Some(found));
    }
    let codes: Vec<&str> = T::ALL.iter().map(|known| known.code()).chain(["none"]).collect();
    Err(unknown_value(field, value, &codes))
}

fn unknown_value(field: TriageField, value: &str, codes: &[&'static str]) -> Failure {
    let message = Message::new("cli-set-unknown-value")
        .with("field", Arg::Field(field.code()))
        .with("value", clean_line(value))
        .with("known", codes.iter().copied().collect::<Arg>());
    nearest(Failure::new(Status::Usage, message), value, codes.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NeedNumber;

    fn all(field: &str, value: &str) -> Result<Vec<Change>, Failure> {
        changes(field, value, Day::new(2026, 11, 28).unwrap())
    }

    fn change(field: &str, value: &str) -> Result<Change, Failure> {
        all(field, value).map(|changes| changes[0].clone())
    }

    #[test]
    fn values_are_read_by_code_and_name_and_none_empties() {
        assert_eq!(change("priority", "high"), Ok(Change::Priority(Some(Priority::High))));
        assert_eq!(change("priority", "高"), Ok(Change::Priority(Some(Priority::High))));
        assert_eq!(change("response", "Under-way"), Ok(Change::Response(Some(Response::UnderWay))));
        assert_eq!(change("horizon", "none"), Ok(Change::Horizon(None)));
        assert_eq!(change("focal", "none"), Ok(Change::FocalPoint(None)));
        assert_eq!(change("focal_point", "fp-gh"), Ok(Change::FocalPoint(Some("fp-gh".into()))));
        assert_eq!(change("notes", "a\u{1b}[2J"), Ok(Change::Notes("a [2J".into())));
        assert_eq!(
            change("projected", "2027-03-01"),
            Ok(Change::ProjectedOn(Day::new(2027, 3, 1)))
        );
        for (typed, year, month, day) in
            [("2027-03", 2027, 3, 31), ("+4m", 2027, 3, 28), ("today", 2026, 11, 28)]
        {
            let read = change("projected", typed);
            assert_eq!(read, Ok(Change::ProjectedOn(Day::new(year, month, day))), "{typed}");
        }
        assert_eq!(change("projected_on", "none"), Ok(Change::ProjectedOn(None)));
        assert_eq!(change("duplicate", "12"), Ok(Change::DuplicateOf(Some(NeedNumber::new(12)))));
        assert_eq!(change("duplicate_of", "none"), Ok(Change::DuplicateOf(None)));
    }

    #[test]
    fn themes_are_one_more_one_less_or_all() {
        assert_eq!(change("theme+", "a\u{7}b"), Ok(Change::AddTheme("a b".into())));
        assert_eq!(change("themes-", "a"), Ok(Change::RemoveTheme("a".into())));
        let two = |change: fn(&str) -> Change| Ok(vec![change("a"), change("b")]);
        assert_eq!(all("theme+", "a;b"), two(Change::add_theme));
        assert_eq!(all("theme-", " b；a;"), two(Change::remove_theme));
        assert_eq!(change("theme", "b; a；b"), Ok(Change::Themes(vec!["a".into(), "b".into()])));
        assert_eq!(change("themes", "none"), Ok(Change::Themes(vec![])));
        let names = [("en", "Asset declarations"), ("zh", "财产")].into();
        let known = [Theme { id: 1, code: "assets".into(), names }];
        let cases =
            [("asset Declarations", false), ("财产", false), ("ASSETS", false), ("asset", true)];
        for (name, refused) in cases {
            let changes = [change("theme+", name).unwrap()];
            assert_eq!(refuse_unknown_themes(&changes, &known, false).is_err(), refused, "{name}");
            assert_eq!(refuse_unknown_themes(&changes, &known, true), Ok(()), "{name}");
            let changes = [change("theme-", name).unwrap()];
            for new in [false, true] {
                assert_eq!(
                    refuse_unknown_themes(&changes, &known, new).is_err(),
                    refused,
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn what_means_nothing_is_wrong_usage() {
        for (field, value) in [
            ("priority", "urgent"),
            ("color", "red"),
            ("response", "unmett"),
            ("projected", "2027-13"),
            ("duplicate", "x"),
            ("priority+", "high"),
            ("theme+", ""),
            ("theme+", "; "),
            ("theme-", "none"),
            ("priority", ""),
            ("notes", " "),
        ] {
            let failure = change(field, value).unwrap_err();
            assert_eq!(failure.status(), Status::Usage, "{field} {value}");
        }
    }
}
