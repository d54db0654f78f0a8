//! The words of decisions about many needs: each field with its new and old values, each need on a line.

use crate::app::App;
use crate::app::state::affected::Which;
use crate::app::state::decision::Decision;
use crate::domain::{Change, Coded, NeedNumber, TriageField};
use crate::paint::names;
use crate::query::register::{self, NeedRef};
use crate::text::{Arg, Named, grouped, padded, shortened, width};

/// The cells of the number of a need, of its State at most, and of its articles.
const NUMBER: usize = 5;
const STATE: usize = 20;
const ARTICLES: usize = 8;

/// Up to so many cells a new value stands in a column with others; the present values want as many.
const SHORT: usize = 16;

/// From so many cells on, the line of a need has its articles and the overwritten value.
const WIDE: usize = 60;

/// The needs that are decided about.
pub(super) struct About<'a> {
    pub app: &'a App,
    pub which: &'a Which,
    /// The number of needs.
    pub count: usize,
}

impl About<'_> {
    /// A line for each decision: the field, the new value, the present values. Values stand below each other.
    pub(super) fn lines(&self, decisions: &[Decision], room: usize) -> Vec<String> {
        let set: Vec<_> = decisions.iter().filter(|of| !is_theme(of)).collect();
        let fields: Vec<String> = set.iter().map(|decision| self.field(decision)).collect();
        let new: Vec<String> =
            set.iter().map(|decision| format!("→ {}", self.value(decision))).collect();
        let widest = |words: &[String], most: usize| {
            words.iter().map(|word| width(word)).filter(|wide| *wide <= most).max().unwrap_or(0)
        };
        let (first, second) = (widest(&fields, room), widest(&new, SHORT));
        let line = |(decision, (field, new)): (&&Decision, (&String, &String))| {
            let new = padded(new, second.max(width(new)), false);
            let line = format!("{}  {new}  ", padded(field, first, false));
            let now = self.now(decision.field(), room.saturating_sub(width(&line)));
            shortened(format!("{line}{now}").trim_end(), room)
        };
        let lines = set.iter().zip(fields.iter().zip(&new)).map(line);
        lines.chain(decisions.iter().filter(|of| is_theme(of)).map(|of| self.theme(of))).collect()
    }

    fn field(&self, decision: &Decision) -> String {
        self.app.text().tr(&format!("field-{}", decision.field().code())).into_owned()
    }

    /// The present values of a field with their counts, in at most `room` cells.
    fn now(&self, field: TriageField, room: usize) -> String {
        let text = self.app.text();
        let stated = self.which.stated(field).iter();
        let value = |(code, count): &(String, u32)| {
            format!("{} {}", self.coded(field, code), grouped((*count).into()))
        };
        let values: Vec<String> = stated.map(value).collect();
        if values.is_empty() || room < SHORT {
            return String::new();
        }
        let separator = text.tr("list-separator");
        shortened(&text.tra("confirm-now", &[("values", Arg::from(values.join(&separator)))]), room)
    }

    /// A theme that is added or removed, and how many of the needs have it already.
    fn theme(&self, decision: &Decision) -> String {
        let (id, name) = match decision {
            Decision::Set(Change::AddTheme(name)) => ("confirm-give-theme", name.as_str()),
            Decision::Set(Change::RemoveTheme(name)) => ("confirm-take-theme", name.as_str()),
            _ => return String::new(),
        };
        let place = self.theme_of(name).map(|(place, _)| place);
        let have = place.and_then(|place| self.which.have.get(place)).copied().unwrap_or(0);
        let args = [
            ("count", Arg::from(grouped(self.count as u64))),
            ("value", Arg::from(self.value(decision))),
            ("have", Arg::from(have)),
            ("shown", Arg::from(grouped(have.into()))),
        ];
        self.app.text().tra(id, &args)
    }

    /// The theme of this name and its place in the vocabulary, unless it is still to be made.
    fn theme_of(&self, name: &str) -> Option<(usize, &register::Theme)> {
        let themes = &self.app.register()?.vocabulary.themes;
        themes.iter().enumerate().find(|(_, theme)| theme.code == name)
    }

    fn value(&self, decision: &Decision) -> String {
        let text = self.app.text();
        let change = match decision {
            Decision::Set(change) => change,
            Decision::Likely => return text.tr("assign-likely").into_owned(),
        };
        let code = change.code();
        match (change, code.as_deref()) {
            (Change::FocalPoint(_), None) => text.tr("nobody").into_owned(),
            (Change::DuplicateOf(_), None) => text.tr("duplicate-none").into_owned(),
            (_, None) => text.tr("not-stated").into_owned(),
            (Change::AddTheme(_) | Change::RemoveTheme(_), Some(code)) => {
                self.theme_of(code).map_or(code, |(_, theme)| theme.in_lang(text.lang())).to_owned()
            }
            (change, Some(code)) => self.coded(change.field(), code),
        }
    }

    /// A stated value of a field, by its code.
    fn coded(&self, field: TriageField, code: &str) -> String {
        let text = self.app.text();
        match field {
            TriageField::Priority | TriageField::Response | TriageField::Horizon => {
                text.value(field.code(), code)
            }
            TriageField::FocalPoint => {
                let people = self.app.register().map(|register| &register.vocabulary.people);
                let person = people.and_then(|people| people.iter().find(|p| p.code == code));
                person.map_or(code, |person| person.in_lang(text.lang())).to_owned()
            }
            TriageField::Notes
            | TriageField::ProjectedOn
            | TriageField::Themes
            | TriageField::DuplicateOf => code.to_owned(),
        }
    }

    /// The layout of a need on a line of so many cells.
    pub(super) fn row(&self, decisions: &[Decision], room: usize) -> Row {
        let lang = self.app.text().lang();
        let known = self.app.register().map(|register| &register.vocabulary.states);
        let named =
            self.which.states.iter().filter_map(|(place, _)| known?.get(usize::from(*place)));
        let longest = named.map(|state| width(state.in_lang(lang))).max().unwrap_or(0).min(STATE);
        let first = decisions.first().filter(|_| room >= WIDE);
        let of = first.map(|first| (first.field(), self.value(first)));
        let of = of.filter(|(field, _)| !self.which.stated(*field).is_empty());
        let change = of.map(|(field, new)| {
            let stated = self.which.stated(field).iter();
            let widest = stated.map(|(code, _)| width(&self.coded(field, code))).max();
            (field, widest.unwrap_or(0) + width(" → ") + width(&new), new)
        });
        Row { state: longest, wide: room >= WIDE, change }
    }
}

/// The columns of the list of needs.
pub(super) struct Row {
    state: usize,
    wide: bool,
    /// The field whose value is overwritten, the cells for that, and the new value.
    change: Option<(TriageField, usize, String)>,
}

impl Row {
    /// A need on one line: its number, State and articles, the overwritten value, its text.
    pub(super) fn line(&self, app: &App, id: NeedNumber) -> String {
        let Some(need) = app.need(id) else { return format!("{id:>NUMBER$}") };
        let text = app.text();
        let state = padded(need.state().in_lang(text.lang()), self.state, false);
        let mut line = format!("{id:>NUMBER$}  {state}");
        if self.wide {
            let articles = names::articles(need.articles(), text);
            line = format!("{line}  {}", padded(&articles, ARTICLES, false));
        }
        if let Some((field, room, new)) = &self.change {
            let now = stated(need, *field, app).filter(|now| now != new);
            let change = now.map_or_else(String::new, |now| format!("{now} → {new}"));
            line = format!("{line}  {}", padded(&change, *room, false));
        }
        format!("{line}  {}", need.text())
    }
}

/// The present value of a field with few values.
fn stated(need: NeedRef<'_>, field: TriageField, app: &App) -> Option<String> {
    let text = app.text();
    let value = |code: &str| text.value(field.code(), code);
    match field {
        TriageField::Priority => need.priority().map(|of| value(of.code())),
        TriageField::Response => need.response().map(|of| value(of.code())),
        TriageField::Horizon => need.horizon().map(|of| value(of.code())),
        TriageField::FocalPoint => need.focal_point().map(|of| of.in_lang(text.lang()).to_owned()),
        TriageField::Notes
        | TriageField::ProjectedOn
        | TriageField::Themes
        | TriageField::DuplicateOf => None,
    }
}

/// Whether a theme is added or removed: the needs keep their other themes.
fn is_theme(decision: &Decision) -> bool {
    matches!(decision, Decision::Set(Change::AddTheme(_) | Change::RemoveTheme(_)))
}
