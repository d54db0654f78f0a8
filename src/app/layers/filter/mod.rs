//! The filter being typed: live results at every key, the last good one kept while a word cannot
//! be read, completion of fields and values.

mod completions;

use crate::app::App;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::keys::line_edit;
use crate::app::state::layer::{After, Layer};
use crate::app::state::list::Move;
use crate::app::state::notice::Notice;
use crate::app::state::offers::Instead;
use crate::app::state::screens::View;
use crate::paint::Canvas;
use crate::query::{
    Completion, CompletionNeeds, Completions, Filter, FilterError, Meant, Plan, begins_field,
    complete,
};
use crate::text::{Arg, Lang, Message};
use ratatui::layout::Position;
use tui_input::Input;

/// The most completions that are offered.
const MOST: usize = 50;

/// The filter line while it is open.
#[derive(Debug, Default)]
pub struct FilterLine {
    /// The typed text.
    pub input: Input,
    /// The filter before, for Esc.
    pub before: Filter,
    /// That filter as it stood in the line when it was opened.
    pub opened: String,
    /// The need under the list's cursor before the filter was opened: the cursor returns to it as soon as it is found
    /// again.
    pub cursor: Option<u32>,
    /// The mistake in the text; the results shown are then those of the last good text.
    pub error: Option<FilterError>,
    /// The completion that the cursor is on, if the user has gone into the list.
    pub chosen: Option<usize>,
    /// Whether the list below shows the filters that were in force earlier, as it can below an empty line.
    pub earlier: bool,
    /// The completions as they stood beside the last answer. Their box stays as large until the next one is there
    /// with its offers, so that the lines under it are drawn once, with the new answer.
    pub stays: Option<Completions>,
}

impl FilterLine {
    /// Opens the line on a filter, written in words, its cursor at the end, a space before the next word; `cursor` is
    /// that of the list below.
    pub fn open(filter: &Filter, written: String, cursor: Option<u32>) -> Self {
        let mut text = written.clone();
        if !text.is_empty() {
            text.push(' ');
        }
        let before = filter.clone();
        Self { input: Input::new(text), before, opened: written, cursor, ..Self::default() }
    }

    /// Reads the text so far. A last word that may become the name of a field is not searched for
    /// yet: while you type `chapter:V`, the list must not vanish on the way. The error stays in the
    /// line.
    pub fn read(&mut self) -> Option<Filter> {
        (self.chosen, self.earlier) = (None, false);
        let text = self.before_field().unwrap_or(self.input.value()).to_owned();
        self.parsed(&text)
    }

    /// Whether the last word may become the name of a field: the list is then found without it, and
    /// has no number that fits the line.
    pub fn waits_for_field(&self) -> bool {
        self.before_field().is_some()
    }

    /// The text before a last word that may become the name of a field.
    fn before_field(&self) -> Option<&str> {
        let typed = self.input.value();
        let (before, word) = typed.rsplit_once(char::is_whitespace).unwrap_or(("", typed));
        begins_field(word).then_some(before)
    }

    /// Reads all that is typed, every word as it stands.
    pub fn read_all(&mut self) -> Option<Filter> {
        let text = self.input.value().to_owned();
        self.parsed(&text)
    }

    /// A guess at the meaning of a word that is searched for as text.
    pub fn hint(&self) -> Option<Message> {
        crate::query::parse(self.input.value()).ok()?.hint()
    }

    /// The filters that say what words probably meant, to be put in the place of those words. `meant` is of the
    /// filter with which the typed text begins.
    pub fn offers(&self, filter: &Filter, meant: &[Meant]) -> Vec<Completion> {
        let Ok(typed) = crate::query::parse(self.input.value()) else { return Vec::new() };
        if !typed.terms.starts_with(&filter.terms) {
            return Vec::new();
        }
        let mut items = Vec::new();
        // The user looks at the last words first.
        for meant in meant.iter().rev() {
            let terms = &typed.terms[meant.terms.clone()];
            let (Some(first), Some(last)) = (terms.first(), terms.last()) else { continue };
            items.extend(meant.offers.iter().map(|offer| Completion {
                replace: first.at.bytes.start..last.at.bytes.end,
                insert: offer.written.clone(),
                label: offer.name.clone(),
                needs: CompletionNeeds::Counted(offer.count),
            }));
        }
        items.sort_by_key(finds_nothing);
        items
    }

    /// The nearest word in the place of the mistake.
    fn mended(&self, lang: Lang) -> Option<Completion> {
        let error = self.error.as_ref()?;
        let insert = error.nearest_in(lang)?;
        let replace = error.misread(self.input.value())?;
        Some(Completion { replace, label: insert.clone(), insert, needs: CompletionNeeds::Untold })
    }

    fn parsed(&mut self, text: &str) -> Option<Filter> {
        match crate::query::parse(text) {
            Ok(filter) => {
                self.error = None;
                Some(filter)
            }
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// Whether nothing is typed.
    fn is_empty(&self) -> bool {
        self.input.value().trim().is_empty()
    }

    /// The filters that were in force earlier, each in the place of the whole line.
    fn earlier(&self, app: &App) -> Completions {
        let item = |filter: &Filter| Completion {
            replace: 0..self.input.value().len(),
            insert: app.in_words(filter),
            label: app.in_words(filter),
            needs: CompletionNeeds::Untold,
        };
        Completions { items: app.earlier.all().iter().map(item).collect() }
    }

    /// The completions at the cursor.
    fn completions(&self, app: &App) -> Option<Completions> {
        if self.earlier {
            return Some(self.earlier(app));
        }
        let (register, context, lang) = (app.register()?, app.query_context(), app.settings.lang);
        let cursor = line_edit::cursor(&self.input);
        let mut found = complete(self.input.value(), cursor, MOST, register, &context, lang);
        if !self.waits_for_field()
            && let (Some(answer), Some(meant)) = (&app.answer, app.words_meant())
        {
            found.items.extend(self.offers(&app.place().without_own(&answer.filter), meant));
        }
        if found.items.is_empty() {
            found.items.extend(self.mended(lang));
        }
        Some(found)
    }

    /// Puts in the completion that the cursor is on, or the first that may find something.
    fn complete(&mut self, app: &mut App) {
        let Some(found) = self.completions(app) else { return };
        let item = match self.chosen {
            Some(place) => found.items.get(place),
            None => found.items.first().filter(|item| !finds_nothing(item)),
        };
        if let Some(item) = item {
            self.input = line_edit::replaced(&self.input, item.replace.clone(), &item.insert);
            self.typed(app);
        }
    }

    /// Puts a filter in force if the register knows all its names; else the error stays in the line
    /// and the last results stay on the screen. Returns whether it is in force now.
    fn put_in_force(&mut self, filter: Option<Filter>, app: &mut App) -> bool {
        let Some(filter) = filter else { return false };
        let read = match app.register() {
            Some(register) => {
                let plan = Plan::resolve(&filter, register, &app.query_context());
                match app.place().view {
                    View::Assistance(_) => plan.map(drop),
                    _ => plan.and_then(|of| of.may_show_needs(&filter, &register.vocabulary)),
                }
            }
            None => Ok(()), // the worker will say
        };
        if let Err(error) = read {
            self.error = Some(error);
            return false;
        }
        app.try_filter(filter);
        true
    }

    /// The filter that is kept of what the line says: the one before where it was not touched, else with codes in the
    /// place of names in another language than the first.
    fn kept(&self, typed: &Filter, app: &App) -> Filter {
        if self.input.value().trim_end() == self.opened {
            return self.before.clone();
        }
        app.vocabulary().map_or_else(|| typed.clone(), |vocabulary| typed.in_codes(vocabulary))
    }

    /// Puts the whole line in force; it stays open while something in it cannot be read.
    fn accept_all(&mut self, app: &mut App) -> After {
        let filter = self.read_all().map(|filter| self.kept(&filter, app));
        if !self.put_in_force(filter, app) {
            return After::Stays;
        }
        app.remember_before(std::mem::take(&mut self.before), self.cursor);
        app.remember_filter();
        app.return_cursor(self.cursor);
        After::Closes
    }
}

/// Whether it is known that there is nothing to find with a completion.
fn finds_nothing(item: &Completion) -> bool {
    matches!(item.needs, CompletionNeeds::Counted(count) if count.needs == 0)
}

impl Layer<App> for FilterLine {
    fn context(&self) -> KeyContext {
        KeyContext::Filter
    }

    fn line(&self) -> Option<&Input> {
        Some(&self.input)
    }

    fn line_mut(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    /// Remembers the completions, where they stand beside their answer.
    fn before_typing(&mut self, app: &App, _: bool) {
        if app.words_meant().is_some() && !self.earlier {
            self.stays = self.completions(app);
        }
    }

    fn typed(&mut self, app: &mut App) {
        let filter = self.read();
        self.put_in_force(filter, app);
    }

    /// From an empty line either arrow goes to the latest of the earlier filters.
    fn step(&mut self, app: &mut App, step: Move, _: usize) {
        let is_arrow = matches!(step, Move::Up | Move::Down);
        if is_arrow && self.is_empty() && !self.earlier && !app.earlier.all().is_empty() {
            (self.earlier, self.chosen) = (true, Some(0));
            return;
        }
        let count = self.completions(app).map_or(0, |found| found.items.len());
        self.chosen = match (step, self.chosen) {
            _ if count == 0 => None,
            (Move::Down, Some(row)) => Some((row + 1).min(count - 1)),
            (Move::Down, None) => Some(0),
            (Move::Up, Some(row)) => row.checked_sub(1),
            _ => self.chosen,
        };
        self.earlier &= self.chosen.is_some();
    }

    fn accept(&mut self, app: &mut App) -> After {
        if self.earlier {
            self.complete(app);
            return self.accept_all(app);
        }
        if self.chosen.is_some() {
            self.complete(app);
            return After::Stays;
        }
        let instead = self.read_all().and_then(|typed| app.instead_of(&typed));
        let Some(Instead { filter, words, terms }) = instead else { return self.accept_all(app) };
        self.input = Input::new(app.in_words(&filter));
        let accepted = self.accept_all(app);
        let said = Message::new("notice-filter-instead")
            .with("words", words.into_iter().map(Arg::from).collect::<Arg>())
            .with("terms", terms.join(" "))
            .with("key", app.key_of("filter.edit"));
        app.say(Notice::done(said));
        accepted
    }

    /// The filter being typed is given up.
    fn closed(&mut self, app: &mut App) {
        app.try_filter(std::mem::take(&mut self.before));
        app.return_cursor(self.cursor);
    }

    /// Draws the completions; the line itself stands in the frame of the screen.
    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let heading = self.earlier.then(|| canvas.text.tr("filter-earlier").into_owned());
        let stays = self.stays.as_ref().filter(|_| !self.earlier);
        completions::draw(app, canvas, heading, self.chosen, stays);
        None
    }
}

const HERE: &[KeyContext] = &[KeyContext::Filter];

/// The rows of the table of commands that are heard here alone.
pub(super) const COMMANDS: &[Command] =
    &[Command::in_layer("filter.complete", &["Tab"], HERE, 2, App::complete_filter)];

impl App {
    /// A filter as screens show it: in the words of the program's language, where the register is known that has them.
    pub fn in_words(&self, filter: &Filter) -> String {
        let Some(register) = self.register() else { return filter.to_string() };
        self.written.of(filter, self.settings.lang, &register.vocabulary)
    }

    /// Whether the filter is being typed.
    pub(in crate::app) fn types_filter(&self) -> bool {
        self.overlays.top::<FilterLine>().is_some()
    }

    pub(in crate::app) fn edit_filter(&mut self) {
        let place = self.place();
        let cursor = place.view.list().and_then(|list| list.current);
        let line = FilterLine::open(&place.filter, self.in_words(&place.filter), cursor);
        self.facets.focused = false;
        self.overlays.push(line);
    }

    /// Whether the arrows go to the earlier filters: nothing is typed in the filter line.
    pub(in crate::app) fn offers_earlier_filters(&self) -> bool {
        let line = self.overlays.top::<FilterLine>();
        line.is_some_and(FilterLine::is_empty) && !self.earlier.all().is_empty()
    }

    /// The completions at the cursor of the filter line.
    pub fn completions(&self) -> Option<Completions> {
        self.overlays.top::<FilterLine>()?.completions(self)
    }

    /// Puts in the completion that the cursor is on, or the first.
    pub(in crate::app) fn complete_filter(&mut self) {
        self.with(FilterLine::complete);
    }

    /// Puts the whole line in force; it stays open while something in it cannot be read.
    pub(in crate::app) fn accept_filter(&mut self) {
        if self.with(FilterLine::accept_all) == Some(After::Closes) {
            self.overlays.take::<FilterLine>();
        }
    }
}
