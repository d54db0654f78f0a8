//! The session from which every command starts: the language, the settings, the register and the question that
//! the filter asks of it.

use super::failure::{Failure, Status};
use super::globals::{FilterArgs, Globals};
use super::interface::{Opening, Start};
use super::output;
use super::person::{hold, own_post, person, stated};
use super::register_file::{self, RegisterFile};
use super::session_command::Begun;
use super::unreadable::unreadable;
use super::{log_file, version};
use crate::analysis::{FilteredRegister, Span};
use crate::config::{self, Config};
use crate::domain::{Clock, Day, clean_line};
use crate::query::register::{Disclosure, Register, withhold_alike};
use crate::query::{Context, Field, Filter, FilterError, Plan, Reason, Selection, parse, select};
use crate::store::{Access, Delay, Store, StoreError};
use crate::term;
use crate::text::{Lang, Message, Signs, Text};
use std::cell::{Cell, OnceCell};
use std::path::Path;

/// The values that arguments, environment and configuration settle for all commands.
pub(super) struct Session<'a> {
    /// The language; its words are read when something is said.
    pub(super) lang: Lang,
    /// The signs written for people.
    pub(super) signs: Signs,
    pub(super) config: &'a Config,
    pub(super) globals: &'a Globals,
    /// The day whose register is read; `None` for the present register.
    pub(super) as_of: Option<Day>,
    /// The day that counts as today in the register, once that has been opened.
    pub(super) day: Cell<Option<Day>>,
    /// The post of the system's account, once the register has been opened, where nobody is named.
    pub(super) own_post: OnceCell<String>,
    /// Set where States are not named: the groups of States that are told.
    pub(super) kept: Option<Disclosure>,
    /// The session over SSH, where this is one.
    pub(super) begun: Option<&'a Begun>,
}

impl Session<'_> {
    /// The words of the language.
    pub(super) fn text(&self) -> &'static Text {
        Text::of(self.lang)
    }

    /// Begins the log with the command, the version, the terminal and the register.
    pub(super) fn log_start(&self, command: &str) {
        if !log_file::is_on() {
            return;
        }
        let terminal = std::env::var("TERM").unwrap_or_default();
        let (columns, rows) = term::size();
        log::info!("start {command:?} version={} terminal={terminal:?}", version::in_short());
        log::info!("size={columns}x{rows} lang={} signs={:?}", self.lang.code(), self.signs);
        log::info!("register={:?} read-only={}", self.named_file(), self.globals.read_only);
        log::info!("as={:?} as-of={:?} names={}", self.named(), self.as_of, self.kept.is_none());
    }

    /// The register's file; the first time, a copy of the built-in sample register.
    pub(super) fn file(&self) -> Result<RegisterFile, Failure> {
        register_file::find(self.named_file(), self.lang)
    }

    /// The name of the register's file without its folder; empty in a session over SSH.
    fn file_name(&self) -> Result<String, Failure> {
        if self.begun.is_some() {
            return Ok(String::new());
        }
        let file = self.file()?;
        let name = file.path.file_name().unwrap_or_default();
        Ok(clean_line(&name.to_string_lossy()))
    }

    /// The register, open for reading.
    pub(super) fn open(&self) -> Result<Store, Failure> {
        let file = self.file()?;
        file.announce(self.text());
        let store = self.on_its_day(self.to_read(&file)?)?;
        Ok(match self.kept {
            Some(kept) => store.without_names(kept),
            None => store,
        })
    }

    /// The file that was named, by an option or in the environment.
    pub(super) fn named_file(&self) -> Option<&Path> {
        self.globals.db.as_deref().filter(|db| !db.is_empty()).map(Path::new)
    }

    /// The register, open for writing; refused with `--read-only` and where nothing can be written.
    pub(super) fn open_to_write(&self) -> Result<Store, Failure> {
        if self.globals.read_only {
            return Err(Failure::new(Status::Failed, Message::new("cli-read-only")));
        }
        let file = self.file()?;
        file.announce(self.text());
        let text = self.text();
        let store = self.on_its_day(self.opened(&file, Access::ReadWrite)?)?;
        match store.access() {
            Access::ReadWrite => {
                store.tell_when_waiting(move |waiting| {
                    if let Some(waiting) = waiting {
                        output::notice(text, &waiting.message());
                    }
                });
                Ok(store)
            }
            Access::ReadOnly => Err(store.refusal().into()),
        }
    }

    /// The register in memory, as of the day that was asked for; of its void needs, where a filter asks for these.
    pub(super) fn register(&self, words: &FilterArgs) -> Result<Register, Failure> {
        Ok(self.registers(words, None)?.0)
    }

    /// The register in memory, and the register of an earlier day to compare it with.
    pub(super) fn registers(
        &self,
        words: &FilterArgs,
        since: Option<Day>,
    ) -> Result<(Register, Option<Register>), Failure> {
        let (store, now) = self.loaded_for(words)?;
        let mut earlier = since.map(|day| self.past(&store, &now, day)).transpose()?;
        let mut register = self.shown(&store, now)?;
        if let Some(earlier) = &mut earlier {
            withhold_alike(&mut [&mut register, earlier]);
        }
        Ok((register, earlier))
    }

    /// The register's file, open for reading, and its contents now.
    pub(super) fn loaded(&self) -> Result<(Store, Register), Failure> {
        let mut store = self.open()?;
        let mut loaded = store.load(&mut |_| true);
        while let Some(fresh) = store.reopened()? {
            // The file was read as unchanging, but another program has written to it.
            store = fresh;
            loaded = store.load(&mut |_| true);
        }
        Ok((store, loaded?))
    }

    /// Loads the register for a filter: that of the void needs if the filter asks for them.
    pub(super) fn loaded_for(&self, words: &FilterArgs) -> Result<(Store, Register), Failure> {
        let (store, now) = self.loaded()?;
        let asks_for_void = parse(&words.text()).is_ok_and(|filter| filter.asks_for_void());
        let now = if asks_for_void { store.void_needs(&now)? } else { now };
        Ok((store, now))
    }

    /// The register of the day that was asked for, from what the file holds now.
    pub(super) fn shown(&self, store: &Store, now: Register) -> Result<Register, Failure> {
        match self.as_of {
            Some(day) => self.past(store, &now, day),
            None => Ok(now),
        }
    }

    /// The register as it was on a day; says so where it held no need yet.
    pub(super) fn past(
        &self,
        store: &Store,
        now: &Register,
        day: Day,
    ) -> Result<Register, Failure> {
        let past = store.as_of(now, day)?;
        let identified = now.rows().filter_map(|row| Some(now.need(row)?.identified()?.last_day()));
        if past.is_empty()
            && let Some(first) = identified.min()
        {
            let message = Message::new("span-before-first")
                .with("day", day.to_string())
                .with("first", first.to_string());
            output::notice(self.text(), &message);
        }
        Ok(past)
    }

    /// The day that counts as today: that of the register, which is opened for it where no command
    /// has done so yet.
    pub(super) fn today(&self) -> Result<Day, Failure> {
        if let Some(day) = self.day.get() {
            return Ok(day);
        }
        let file = self.file()?;
        self.on_its_day(self.to_read(&file)?)?;
        self.today()
    }

    /// Reads the day of `--as-of`, which may not be after that of the register.
    pub(super) fn read_as_of(&mut self) -> Result<(), Failure> {
        if let Some(word) = self.globals.as_of.as_deref() {
            let span = Span::read(Some(word), None, self.today()?);
            self.as_of = span.map_err(|message| Failure::new(Status::Usage, message))?.as_of;
        }
        Ok(())
    }

    /// The day that is shown.
    pub(super) fn day_shown(&self) -> Result<Day, Failure> {
        self.as_of.map_or_else(|| self.today(), Ok)
    }

    /// Opens a register for reading. One that an older version has made is brought up to date first, as the
    /// screens do; the user's copy of the sample also with `--read-only`.
    fn to_read(&self, file: &RegisterFile) -> Result<Store, StoreError> {
        match self.opened(file, Access::ReadOnly) {
            // A write that was cut off is taken back by whatever opens the file to write.
            Err(StoreError::Older(..) | StoreError::CutOff(_))
                if file.built_in || !self.globals.read_only =>
            {
                drop(self.opened(file, Access::ReadWrite)?);
                self.opened(file, Access::ReadOnly)
            }
            opened => opened,
        }
    }

    /// Opens a register, and says for whom that waits.
    fn opened(&self, file: &RegisterFile, access: Access) -> Result<Store, StoreError> {
        let text = self.text();
        let tell = |delay: &Delay| output::notice(text, &delay.message());
        Store::open_and_tell(&file.path, access, &tell)
    }

    /// The register on the day that was asked for.
    fn on_its_day(&self, store: Store) -> Result<Store, Failure> {
        let mut store = store.on_day(self.globals.today)?.knowing_then(self.globals.known_then);
        if let Some(begun) = self.begun {
            hold(&mut store, Some(&begun.who), &begun.served)?;
        }
        self.day.set(Some(store.today()?));
        if stated(self.globals.who.as_deref()).is_none()
            && self.kept.is_none()
            && let Some(own) = own_post(&store)?
        {
            self.own_post.get_or_init(|| own);
        }
        Ok(store)
    }

    /// Asks a filter of the register, for what shows single needs, or numbers that hide none of few States.
    pub(super) fn ask<'r>(
        &'r self,
        register: &'r Register,
        words: &FilterArgs,
    ) -> Result<Question<'r>, Failure> {
        let question = self.ask_in_numbers(register, words)?;
        let may = question.plan.may_show_needs(&question.filter, &register.vocabulary);
        may.map_err(|error| unreadable(&words.text(), &error))?;
        Ok(question)
    }

    /// Asks a filter of the register, for numbers that hide what they have of few States where States are not named.
    pub(super) fn ask_in_numbers<'r>(
        &'r self,
        register: &'r Register,
        words: &FilterArgs,
    ) -> Result<Question<'r>, Failure> {
        let question = self.ask_on(self.day_shown()?, register, words)?;
        let Question { filter, plan, selection, .. } = &question;
        self.tell_meant(filter, register, plan, selection);
        Ok(question)
    }

    /// The context of a filter: the person who works, named or known by the account, and the day.
    pub(super) fn context(&self, register: &Register, today: Day) -> Result<Context, Failure> {
        let vocabulary = &register.vocabulary;
        let who = self.named().map(|who| person(who, vocabulary)).transpose()?;
        let who =
            who.map(|person| person.code.as_str()).or(self.own_post.get().map(String::as_str));
        Ok(Context::of(who.unwrap_or_default(), today, vocabulary))
    }

    /// The person who acts, where named. Persons are not named where States are not: a post names
    /// its State.
    pub(super) fn named(&self) -> Option<&str> {
        stated(self.globals.who.as_deref()).filter(|_| self.kept.is_none())
    }

    /// A filter with a word that means nothing in the register.
    pub(super) fn unknown(&self, typed: &str, error: &FilterError) -> Failure {
        let failure = unreadable(typed, error);
        let named = matches!(error.reason, Reason::UnknownValue(Field::State | Field::Focal, _));
        if self.kept.is_some() && named {
            return failure.and(Message::new("cli-no-names-filter"));
        }
        failure
    }

    /// Asks a filter of the register of a day.
    pub(super) fn ask_on<'r>(
        &'r self,
        today: Day,
        register: &'r Register,
        words: &FilterArgs,
    ) -> Result<Question<'r>, Failure> {
        let context = self.context(register, today)?;
        let typed = words.text();
        let filter = parse(&typed).map_err(|error| unreadable(&typed, &error))?;
        let plan = Plan::resolve(&filter, register, &context)
            .map_err(|error| self.unknown(&typed, &error))?;
        // Nothing cancels a command, so there always is a selection.
        let selection =
            select(register, &plan, &|| false).ok_or_else(|| Failure::from(StoreError::Stopped))?;
        let text = self.text();
        let file_name = self.file_name()?;
        let as_of = self.as_of;
        Ok(Question { text, register, as_of, day: today, file_name, filter, plan, selection })
    }

    /// The settings that the interactive program starts with.
    pub(super) fn start(&self, filter: String) -> Result<Start, Failure> {
        Ok(self.start_on(self.file()?, filter))
    }

    /// The settings that the interactive program starts with on this file.
    pub(super) fn start_on(&self, file: RegisterFile, filter: String) -> Start {
        Start {
            db: file.path,
            read_only: self.globals.read_only || self.as_of.is_some() || self.kept.is_some(),
            as_of: self.as_of,
            clock: Clock::System,
            today: self.globals.today,
            known_then: self.globals.known_then,
            ledger: None,
            watch: true,
            remembers: false,
            tour: None,
            opening: Opening::Usual,
            filter,
            who: self.named().map(str::to_owned),
            kept: self.kept,
            lang: self.lang,
            signs: self.signs,
            row: config::row_mark(|name| std::env::var(name).ok(), self.config.row).0,
            config: self.config.clone(),
            built_in_sample: file.built_in,
            served: self.begun.map(|begun| begun.served.clone()),
        }
    }
}

/// A filter and the needs that pass.
pub(super) struct Question<'a> {
    pub(super) text: &'a Text,
    pub(super) register: &'a Register,
    pub(super) as_of: Option<Day>,
    /// The day that is shown.
    pub(super) day: Day,
    /// The name of the register's file; empty in a session over SSH, which names no file.
    pub(super) file_name: String,
    pub(super) filter: Filter,
    pub(super) plan: Plan,
    pub(super) selection: Selection,
}

impl Question<'_> {
    /// The register with its filter, for counting.
    pub(super) fn asked(&self) -> FilteredRegister<'_> {
        FilteredRegister { register: self.register, plan: &self.plan, selection: &self.selection }
    }

    /// The remarks on the register for readers of its records.
    pub(super) fn remarks(&self) -> Vec<Message> {
        remarks(self.register, self.as_of)
    }

    /// Whether every term says something about States alone; then States without a review, or
    /// without a need, can answer.
    pub(super) fn on_states_only(&self) -> bool {
        self.filter.is_on_states_only()
    }
}

/// The remarks on a register for readers of its records: that it is illustrative and has its own
/// day, that it is of an earlier day.
pub(super) fn remarks(register: &Register, as_of: Option<Day>) -> Vec<Message> {
    let past = as_of.map(|day| Message::new("cli-as-of").with("day", day.to_string()));
    let illustrative = register.illustrative.then(|| Message::new("cli-illustrative"));
    let own_day = register.own_day.filter(|_| as_of.is_none());
    let own_day = own_day.map(|day| Message::new("cli-own-day").with("day", day.to_string()));
    let nameless = register.vocabulary.nameless.map(|_| Message::new("cli-no-names"));
    past.into_iter().chain(nameless).chain(own_day).chain(illustrative).collect()
}
