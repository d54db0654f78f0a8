//! The lines under the form of a need: similar needs of the same State, and values proposed from its text.

use super::record_form::RecordForm;
use crate::app::App;
use crate::app::state::form::Form;
use crate::app::state::waits::Wait;
use crate::domain::{ArticleSet, Kind, NeedNumber, Record, clean_line, read_articles};
use crate::paint::names;
use crate::query::Alike;
use crate::text::{Arg, Text, capital, padded};
use crate::worker::{AlikeTo, Request};

/// The widths of a need's number and of its articles.
const COLUMNS: [usize; 2] = [7, 10];

/// The fewest letters of a text that is compared: shorter texts are similar to too many others.
const FEWEST: usize = 12;

impl App {
    /// Asks the worker for needs similar to the typed one, unless a question is on its way: its answer asks again.
    pub(super) fn look_for_alike(&mut self, open: &mut RecordForm) {
        let wanted = self.vocabulary().and_then(|vocabulary| {
            if open.form.kind != Kind::Need {
                return None;
            }
            let state = open.form.state(vocabulary)?;
            let articles = read_articles(&open.form.typed("article")).unwrap_or(ArticleSet::EMPTY);
            let text = clean_line(&open.form.typed("text"));
            let is_told = !articles.is_empty() || text.chars().count() >= FEWEST;
            let own = open.form.record.and_then(Record::of_need);
            is_told.then_some(AlikeTo { own, state, articles, text })
        });
        if wanted == open.alike_to || self.waits.values().any(|wait| matches!(wait, Wait::Alike)) {
            return;
        }
        open.alike_to.clone_from(&wanted);
        match wanted {
            None => open.alike.clear(),
            Some(wanted) => {
                let ticket = self.ticket(Wait::Alike);
                self.outbox.push(Request::Alike { ticket, wanted });
            }
        }
    }

    /// Takes the similar needs from the worker.
    pub(in crate::app) fn found_alike(&mut self, found: &[Alike]) {
        let line = |one: &Alike| Some((one.need, self.alike_line(*one)?));
        let lines: Vec<(NeedNumber, String)> = found.iter().filter_map(line).collect();
        if self.overlays.find::<RecordForm>().is_none() {
            return;
        }
        self.with(|open: &mut RecordForm, app| {
            open.alike = lines;
            app.look_for_alike(open);
        });
    }

    /// Gives the line of a similar need: number, articles, response, likeness, text.
    fn alike_line(&self, one: Alike) -> Option<String> {
        let register = self.register()?;
        let need = register.need(register.row_of(one.need)?)?;
        let articles: Vec<String> =
            need.articles().iter().map(|article| article.number().to_string()).collect();
        let text = self.text();
        let percent = [("percent", Arg::from(u32::from(one.per_cent)))];
        let same = one.is_likely().then(|| text.tra("form-alike-same", &percent));
        let likeness = same.unwrap_or_default();
        Some(format!(
            "{} {} {} {likeness}{}",
            padded(&one.need.to_string(), COLUMNS[0], false),
            padded(&articles.join(", "), COLUMNS[1], false),
            names::response(need.response(), text, self.settings.signs).sign,
            clean_line(&need.text()),
        ))
    }
}

/// Gives the lines under the fields of a form, in order; true marks a heading.
pub(super) fn lines(open: &RecordForm, app: &App, text: &Text) -> Vec<(String, bool)> {
    let mut all = Vec::new();
    if let Some(vocabulary) = app.vocabulary() {
        let proposed = |place: usize| open.form.proposed(place, vocabulary, text.lang());
        let line = |place: usize| {
            let field = capital(&open.form.fields[place].field.in_words(text));
            let args = [("field", Arg::from(field)), ("value", Arg::from(proposed(place)?.label))];
            Some((format!("  {}", text.tra("name-and-value", &args)), false))
        };
        let found: Vec<(String, bool)> = (0..open.form.fields.len()).filter_map(line).collect();
        if !found.is_empty() {
            all.push((text.tr("form-proposed").into_owned(), true));
            all.extend(found);
        }
    }
    if !open.alike.is_empty() {
        let key = app.key_of("form.alike").map(|key| key.name(text)).unwrap_or_default();
        let opens = text.tra("form-alike-opens", &[("key", Arg::from(key))]);
        all.push((format!("{}  {opens}", like_it(&open.form, app, text)), true));
        all.extend(open.alike.iter().map(|(_, line)| (format!("  {line}"), false)));
    }
    all
}

/// Gives the heading over the similar needs.
pub(super) fn like_it(form: &Form, app: &App, text: &Text) -> String {
    use crate::text::Named;
    let state = app.vocabulary().and_then(|vocabulary| {
        let place = form.state(vocabulary)?;
        vocabulary.states.get(usize::from(place)).map(|state| state.in_lang(text.lang()).to_owned())
    });
    text.tra("form-alike", &[("state", Arg::from(state.unwrap_or_default()))])
}
