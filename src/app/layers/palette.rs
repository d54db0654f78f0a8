//! The palette: the commands that exist where the user is, the records of the register and the views, by name. A
//! command is run, a record or a view opened.

use crate::app::App;
use crate::app::keys::commands;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::layers::picker::{Choice, Pick};
use crate::app::layers::views;
use crate::app::state::assistance::AssistanceRecord;
use crate::app::state::fuzzy::rank_loosely;
use crate::app::state::layer::After;
use crate::app::state::picker::{Item, Picker};
use crate::app::state::screens::Screen;
use crate::app::state::screens::triage::whose;
use crate::app::state::waits::Wait;
use crate::domain::{Coded, NeedNumber, fold};
use crate::paint::names;
use crate::query::register::{Slot, Vocabulary};
use crate::query::{Field, Measure, code_of_value, label_of_value, slots};
use crate::store::SavedView;
use crate::text::{Arg, Lang, Named, Names, Text, grouped};
use crate::worker::Request;

/// The goal of an entry of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A command, by its id.
    Command(&'static str),
    /// A value of a field, by its slot: a State, a focal point, an article, a theme and so on.
    Value(Field, u16),
    /// A review: a place in the vocabulary.
    Review(u16),
    /// The page of an activity or an organisation.
    Assistance(AssistanceRecord),
    /// The need with this number.
    Need(NeedNumber),
    /// A view: its place among those on offer.
    View(usize),
    /// The needs of a State under an article, by their slots.
    Needs(u16, u16),
}

/// The fields whose values are found, in the order in which they stand.
const FIELDS: [Field; 7] = [
    Field::State,
    Field::Article,
    Field::Chapter,
    Field::Focal,
    Field::Theme,
    Field::Category,
    Field::Region,
];

/// Words from elsewhere and the command that is meant: habits from other programs to leave them, the word of
/// `ta-tui trend --by standing`.
const HABITS: [(&str, &str); 7] = [
    ("q", "quit"),
    ("q!", "quit"),
    ("wq", "quit"),
    ("x", "quit"),
    ("quit", "quit"),
    ("h", "help"),
    ("standing", "gaps"),
];

/// A command, a record or a view, by name.
#[derive(Debug)]
pub struct ByName {
    /// The views on offer, each with the name to show.
    views: Vec<(String, SavedView)>,
}

impl Choice for ByName {
    type Value = Goal;

    fn context(&self) -> KeyContext {
        KeyContext::Palette
    }

    fn widest(&self) -> u16 {
        110
    }

    fn title(&self, app: &App) -> String {
        app.text().tr("palette-title").into_owned()
    }

    /// A need whose number is typed stands first, or the needs of a State under an article, then items that begin with the typed text, records before commands.
    fn narrow(&mut self, picker: &mut Picker<Goal>, app: &App) {
        let typed = fold(picker.input.value().trim());
        picker.items.retain(|item| !matches!(item.value, Goal::Need(_) | Goal::Needs(..)));
        picker.items.extend(typed.parse().ok().and_then(|id| app.need_item(id)));
        picker.items.extend(state_and_article(&picker.items, &typed, app.text()));
        rank_items(picker, &typed);
    }

    fn choose(&mut self, picker: &mut Picker<Goal>, app: &mut App) -> After {
        let Some(goal) = picker.current().map(|item| item.value) else { return After::Stays };
        match goal {
            Goal::Command(id) => return app.run_chosen(id),
            Goal::Need(id) => app.open_need(id),
            Goal::Review(place) => app.open_review(place),
            Goal::Assistance(record) => app.open_assistance(record),
            Goal::Value(field, slot) => app.open_value(field, Slot::numbered(slot)),
            Goal::Needs(state, article) => {
                app.open_needs_under(Slot::numbered(state), Slot::numbered(article));
            }
            Goal::View(place) => {
                let Some((name, view)) = self.views.get(place) else { return After::Stays };
                app.show_view(name, view);
            }
        }
        After::Closes
    }
}

/// The needs of a State under an article, where one word is the number of an article and the others name a State:
/// `bwa 52`.
fn state_and_article(items: &[Item<Goal>], typed: &str, text: &Text) -> Option<Item<Goal>> {
    let is_number = |word: &&str| word.parse::<u8>().is_ok();
    let (numbers, others): (Vec<&str>, Vec<&str>) = typed.split_whitespace().partition(is_number);
    let [number] = numbers[..] else { return None };
    let others: Vec<&str> =
        others.into_iter().filter(|word| !["art", "art.", "article"].contains(word)).collect();
    let named = others.join(" ");
    if named.is_empty() {
        return None;
    }
    let of = |wanted: Field, is: &dyn Fn(&Item<Goal>) -> bool| {
        items.iter().find_map(|item| match item.value {
            Goal::Value(field, slot) if field == wanted && is(item) => Some((slot, &item.label)),
            _ => None,
        })
    };
    let (state, of_state) = of(Field::State, &|item| begins(item, &named))?;
    let is_article = |item: &Item<Goal>| item.also.lines().any(|name| name == number);
    let (article, of_article) = of(Field::Article, &is_article)?;
    let args =
        [("state", Arg::from(of_state.as_str())), ("article", Arg::from(of_article.as_str()))];
    let label = text.tra("palette-state-article", &args);
    let (detail, also) = (text.tr("measure-needs").into_owned(), typed.to_owned());
    Some(Item { detail, also, ..Item::new(Goal::Needs(state, article), label) })
}

/// Matches the items against the typed text, which is folded.
fn rank_items(picker: &mut Picker<Goal>, typed: &str) {
    let texts: Vec<String> = (picker.items.iter())
        .map(|item| format!("{} {} {}", item.label, item.detail, item.also))
        .collect();
    let names = picker.items.iter().map(|item| item.label.as_str());
    picker.matched = rank_loosely(typed, texts.iter().map(String::as_str), names);
    let habit = HABITS.iter().find(|(word, _)| *word == typed).map(|(_, id)| *id);
    let meant = |item: &Item<Goal>| habit.is_some_and(|id| item.value == Goal::Command(id));
    if let Some(place) = picker.items.iter().position(meant)
        && !picker.matched.contains(&place)
    {
        picker.matched.push(place);
    }
    let items = &picker.items;
    let place = |item: &Item<Goal>| match item.value {
        Goal::Need(_) | Goal::Needs(..) => 0,
        Goal::Command(id) if habit == Some(id) => 1,
        _ if typed.is_empty() => 2,
        _ if is_named(item, typed) => 1,
        Goal::Command(_) => 3,
        Goal::Value(..) | Goal::Review(_) | Goal::Assistance(_) | Goal::View(_)
            if begins(item, typed) =>
        {
            2
        }
        Goal::Value(..) | Goal::Review(_) | Goal::Assistance(_) | Goal::View(_) => 4,
    };
    picker.matched.sort_by_key(|matched| place(&items[*matched]));
    picker.row = 0;
}

/// Whether the typed text, which is folded, is a whole name of an item: a code, a short name.
fn is_named(item: &Item<Goal>, typed: &str) -> bool {
    item.also.lines().any(|name| fold(name) == typed)
}

/// Whether a name of an item begins with the typed text, which is folded.
fn begins(item: &Item<Goal>, typed: &str) -> bool {
    let also = item.also.split('\n').map(fold);
    std::iter::once(fold(&item.label)).chain(also).any(|name| name.starts_with(typed))
}

impl App {
    pub(in crate::app) fn open_palette(&mut self) {
        let commands = self.command_items().into_iter();
        let mut items: Vec<Item<Goal>> = commands
            .map(|item| Item {
                value: Goal::Command(item.value),
                label: item.label,
                detail: item.detail,
                reason: item.reason,
                also: item.also,
                ready: item.ready,
            })
            .collect();
        items.extend(self.record_items());
        let views = self.built_in();
        items.extend(self.view_items(&views));
        // Names of saved views can be names of States.
        if !self.is_nameless() {
            let ticket = self.ticket(Wait::Views(None));
            self.outbox.push(Request::Views(ticket));
        }
        self.overlays.push(Pick::new(ByName { views }, items));
    }

    /// Offers the saved views that have come beside those of the program.
    pub(in crate::app) fn offer_views(&mut self, views: &[(String, SavedView)]) {
        let items = self.view_items(views);
        let Some(palette) = self.overlays.find_mut::<Pick<ByName>>() else { return };
        let picker = &mut palette.picker;
        let row = picker.row;
        picker.items.retain(|item| !matches!(item.value, Goal::View(_)));
        picker.items.extend(items);
        views.clone_into(&mut palette.of.views);
        let typed = fold(picker.input.value().trim());
        rank_items(picker, &typed);
        picker.row = row.min(picker.matched.len().saturating_sub(1));
    }

    fn view_items(&self, views: &[(String, SavedView)]) -> Vec<Item<Goal>> {
        let item = |(place, (name, view)): (usize, &(String, SavedView))| {
            let whose = Arg::from(self.text().tr(views::whose(view)).into_owned());
            let detail = self.text().tra("palette-view", &[("whose", whose)]);
            let also = view.name.clone();
            Item { detail, also, ..Item::new(Goal::View(place), name.as_str()) }
        };
        views.iter().enumerate().map(item).collect()
    }

    /// Every command that exists where the user is, with its keys.
    pub(in crate::app) fn command_items(&self) -> Vec<Item<&'static str>> {
        let (text, context) = (self.text(), self.context());
        commands::all()
            .filter(|command| command.is_in(context))
            .map(|command| {
                let keys = self.settings.keymap.keys(command).iter().map(|key| key.name(text));
                let ready = (command.ready)(self);
                let reason = ready.err().map(|reason| text.say(&self.not_now(reason)));
                let named = command.keys_id().map(|id| text.tr(id).into_owned());
                let detail = named.into_iter().chain(keys).collect::<Vec<_>>().join("  ");
                let label = text.tr(&command.about_id()).into_owned();
                let (reason, ready) = (reason.unwrap_or_default(), ready.is_ok());
                Item {
                    detail,
                    reason,
                    also: in_all(command),
                    ready,
                    ..Item::new(command.id, label)
                }
            })
            .collect()
    }

    /// The records and values that can be opened, each with its kind and its needs under the filter. None where States
    /// are not named: a name that is typed must not be confirmed.
    fn record_items(&self) -> Vec<Item<Goal>> {
        let Some(answer) = self.answer.as_deref().filter(|_| !self.is_nameless()) else {
            return Vec::new();
        };
        let (text, lang) = (self.text(), self.settings.lang);
        let vocabulary = &*answer.register.vocabulary;
        let counted = |kind: &str, needs: u32| {
            let kind = Arg::from(text.tr(kind).into_owned());
            let shown = Arg::from(grouped(needs.into()));
            let args = [("kind", kind), ("count", Arg::from(needs)), ("shown", shown)];
            text.tra("palette-record", &args)
        };
        let mut items = Vec::new();
        for field in FIELDS {
            let needs = answer.counts.of(field, Measure::Needs);
            for slot in 1..slots(field, vocabulary) as u16 {
                let label = label_of_value(field, slot, vocabulary, lang);
                let count = needs.get(usize::from(slot)).copied().unwrap_or(0);
                let also = also(field, Slot::numbered(slot), vocabulary);
                let detail = counted(&format!("field-{}", field.code()), count);
                items.push(Item { detail, also, ..Item::new(Goal::Value(field, slot), label) });
            }
        }
        for (place, review) in vocabulary.reviews.iter().enumerate() {
            let Some(state) = vocabulary.states.get(usize::from(review.state)) else { continue };
            let cycle = text.value("cycle", review.cycle.code());
            let args = [("state", Arg::from(state.in_lang(lang))), ("cycle", Arg::from(cycle))];
            let label = text.tra("palette-review", &args);
            let needs = answer.counts.by_review().get(place).copied().unwrap_or(0);
            let detail = counted("palette-kind-review", needs);
            items.push(Item { detail, ..Item::new(Goal::Review(place as u16), label) });
        }
        items.extend(assistance_items(vocabulary, text));
        items
    }

    /// The need with a number, where there is one.
    fn need_item(&self, id: NeedNumber) -> Option<Item<Goal>> {
        let need = self.need(id)?;
        let state = need.state().in_lang(self.settings.lang);
        let articles = names::articles(need.articles(), self.text());
        let label = format!("{id}  {state}  {articles}  {}", need.text());
        Some(Item::new(Goal::Need(id), label))
    }

    /// Opens a value: the page of a State, the queue of a person, the needs under anything else.
    fn open_value(&mut self, field: Field, slot: Slot) {
        match (field, slot.place()) {
            (Field::State, Some(place)) => self.open_state(place),
            (Field::Focal, _) => {
                self.go(Screen::Triage);
                self.show_queue(whose(slot));
            }
            _ => {
                let Some(register) = self.register() else { return };
                let code = code_of_value(field, slot.number(), &register.vocabulary);
                self.open_needs_of(field, &code);
            }
        }
    }

    /// Opens the needs of a State under an article.
    fn open_needs_under(&mut self, state: Slot, article: Slot) {
        let Some(register) = self.register() else { return };
        let code = |field, slot: Slot| code_of_value(field, slot.number(), &register.vocabulary);
        let codes = [
            (Field::State, code(Field::State, state)),
            (Field::Article, code(Field::Article, article)),
        ];
        let mut filter = self.place().filter.clone();
        for (field, code) in codes {
            filter.narrow(field, &code);
        }
        self.push_counted(self.as_of(), Measure::Needs, filter);
    }

    /// Runs a command.
    pub(in crate::app) fn run_chosen(&mut self, id: &str) -> After {
        let Some(command) = commands::by_id(id) else { return After::Stays };
        self.run(command);
        After::Closes
    }
}

/// The code of a command, and its name and the sentence about it in every language, a line each.
fn in_all(command: &Command) -> String {
    let said = |lang: &Lang| {
        let text = Text::of(*lang);
        [command.about_id(), command.name_id()]
            .map(|id| if text.has(&id) { text.tr(&id).into_owned() } else { String::new() })
    };
    let mut all: Vec<String> = Lang::ALL.iter().flat_map(said).collect();
    all.push(command.id.to_owned());
    all.retain(|words| !words.is_empty());
    all.join("\n")
}

/// The activities and organisations, each by its code and its names in all languages.
fn assistance_items(vocabulary: &Vocabulary, text: &Text) -> Vec<Item<Goal>> {
    let (lang, kind) = (text.lang(), |kind: &str| text.tr(kind).into_owned());
    let item = |record, code: &str, names: &Names, kind: &str| {
        let label = format!("{code}  {}", names.in_lang(lang));
        let names = Lang::ALL.iter().map(|lang| names.in_lang(*lang));
        let also = std::iter::once(code).chain(names).collect::<Vec<_>>().join("\n");
        let detail = kind.to_owned();
        Item { detail, also, ..Item::new(Goal::Assistance(record), label) }
    };
    let (activity, organisation) = (kind("record-activity"), kind("record-organisation"));
    let activities = vocabulary.activities.iter().zip(0..).map(|(one, place)| {
        item(AssistanceRecord::Activity(place), &one.code, &one.description, &activity)
    });
    let organisations = vocabulary.organisations.iter().zip(0..).map(|(one, place)| {
        let record = AssistanceRecord::Organisation(place);
        let mut item = item(record, &one.code, &one.names, &organisation);
        item.also.push('\n');
        item.also.push_str(names::organisation_short(one, lang));
        item
    });
    activities.chain(organisations).collect()
}

/// Other names of a value, a line each: codes, spellings, names in other languages.
fn also(field: Field, slot: Slot, vocabulary: &Vocabulary) -> String {
    let code = code_of_value(field, slot.number(), vocabulary);
    let mut names: Vec<String> = match field {
        Field::Article => vec![format!("art {code}"), format!("article {code}")],
        Field::State => {
            let state = slot.index().and_then(|place| vocabulary.states.get(place));
            let spellings = state.into_iter().flat_map(|state| state.spellings.written());
            spellings.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    let others = Lang::ALL.iter();
    names.extend(others.map(|lang| label_of_value(field, slot.number(), vocabulary, *lang)));
    names.push(code);
    names.join("\n")
}
