//! Arguments that many commands take: the options that stand before or behind the name of any
//! command, and the words of a filter. Their explanations stand in the language files and are put in by `help`;
//! comments here are plain ones, since clap would print doc comments.

use crate::domain::Day;
use crate::text::Lang;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};
use std::ffi::OsString;

// Accepted before and after the name of a command.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // each is an option that is given or not
pub(super) struct Globals {
    #[arg(long, global = true, env = "TA_TUI_DB", hide_env = true, value_name = "FILE")]
    #[arg(value_hint = ValueHint::FilePath)]
    // As it is in the environment, where a variable set to nothing is one that is not set.
    pub(super) db: Option<OsString>,
    #[arg(long = "as", global = true, env = "TA_TUI_AS", hide_env = true, value_name = "NAME")]
    pub(super) who: Option<String>,
    #[arg(long, global = true)]
    pub(super) read_only: bool,
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    #[arg(long, global = true, requires = "as_of")]
    pub(super) known_then: bool,
    // Of illustrative registers alone.
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Day>,
    #[arg(long, global = true)]
    pub(super) no_names: bool,
    #[arg(long, global = true, value_name = "LANG", value_parser = language())]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    #[arg(long, global = true)]
    pub(super) quiet: bool,
}

fn language() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::from_tag(&code).unwrap_or_default())
}

// Reads `2019-09-30`: a day that the log can write down.
fn day(text: &str) -> Result<Day, String> {
    let day = Day::typed(text).filter(|day| day.at_second(0).day() == *day);
    day.ok_or_else(String::new)
}

#[derive(Clone, Debug, Args)]
pub(super) struct FilterArgs {
    #[arg(value_name = "FILTER")]
    pub(super) filter: Vec<String>,
}

impl FilterArgs {
    // The filter's words as one text.
    pub(super) fn text(&self) -> String {
        self.filter.join(" ")
    }
}
