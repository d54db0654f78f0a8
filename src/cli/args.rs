//! The arguments of every command. The words that explain them stand in the language files and
//! are put in by `help`; comments here are plain ones, since clap would print doc comments.

use super::connections::ConnectionsArgs;
use super::interface::FrameFormat;
use super::log::LogArgs;
use super::settings::SettingsArgs;
use crate::domain::Day;
use crate::query::Measure;
use crate::text::Lang;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "ta-tui", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) globals: Globals,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    // Of the interface alone: no command waits for what others write.
    #[arg(long)]
    pub(super) no_watch: bool,
    // Of the interface; `frame` and `verify` have their own too.
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

// Accepted before and after the name of a command.
#[derive(Debug, Args)]
pub(super) struct Globals {
    #[arg(long, global = true, env = "TA_TUI_DB", hide_env = true, value_name = "FILE")]
    // As it is in the environment, where a variable set to nothing is one that is not set.
    pub(super) db: Option<OsString>,
    #[arg(long = "as", global = true, env = "TA_TUI_AS", hide_env = true, value_name = "NAME")]
    pub(super) who: Option<String>,
    #[arg(long, global = true)]
    pub(super) read_only: bool,
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    // Of illustrative registers alone.
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Day>,
    #[arg(long, global = true)]
    pub(super) no_names: bool,
    #[arg(long, global = true, value_name = "LANG", value_parser = language())]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true)]
    pub(super) ascii: bool,
}

fn language() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::from_tag(&code).unwrap_or_default())
}

#[derive(Debug, Args)]
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

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Needs(ListArgs),
    States(ListArgs),
    Reviews(ListArgs),
    Activities(ListArgs),
    FocalPoints(ListArgs),
    Organisations(ListArgs),
    Count(CountArgs),
    Figure(FigureArgs),
    Trend(TrendArgs),
    Connections(ConnectionsArgs),
    Verify(VerifyArgs),
    Set(SetArgs),
    Handover(HandoverArgs),
    Settings(SettingsArgs),
    Log(LogArgs),
    Frame(FrameCommand),
    New(FileArgs),
    Sample(SampleArgs),
    Backup(FileArgs),
    Restore(BackupArgs),
    Check(CheckArgs),
    Completions(CompletionsArgs),
    Man,
}

impl Command {
    // The filter that it narrows by, where it takes one.
    pub(super) fn filter(&self) -> Option<&FilterArgs> {
        match self {
            Self::Needs(args)
            | Self::States(args)
            | Self::Reviews(args)
            | Self::Activities(args)
            | Self::FocalPoints(args)
            | Self::Organisations(args) => Some(&args.filter),
            Self::Count(args) => Some(&args.filter),
            Self::Figure(args) => Some(&args.filter),
            Self::Trend(args) => Some(&args.filter),
            Self::Connections(args) => Some(&args.filter),
            Self::Log(args) => Some(&args.filter),
            Self::Frame(args) => Some(&args.filter),
            _ => None,
        }
    }

    // Whether it reads alone, so that it can leave the names of States out.
    pub(super) fn reads_only(&self) -> bool {
        match self {
            Self::Set(_) | Self::Handover(_) | Self::Backup(_) | Self::Restore(_) => false,
            Self::Settings(args) => args.change.is_none(),
            _ => true,
        }
    }

    // Whether it asks the register that `--db` names, which may have its own day.
    pub(super) fn opens_a_register(&self) -> bool {
        !matches!(
            self,
            Self::New(_)
                | Self::Sample(_)
                | Self::Backup(_)
                | Self::Restore(_)
                | Self::Check(_)
                | Self::Completions(_)
                | Self::Man
        )
    }

    // Whether it shows the register of an earlier day when asked to.
    pub(super) fn reads_the_past(&self) -> bool {
        match self {
            Self::Needs(_)
            | Self::States(_)
            | Self::Reviews(_)
            | Self::Activities(_)
            | Self::FocalPoints(_)
            | Self::Organisations(_)
            | Self::Count(_)
            | Self::Figure(_)
            | Self::Trend(_)
            | Self::Connections(_)
            | Self::Log(_)
            | Self::Frame(_) => true,
            // each figure has a date of its own
            Self::Verify(_)
            | Self::Set(_)
            | Self::Handover(_)
            | Self::Settings(_)
            | Self::New(_)
            | Self::Sample(_)
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Check(_)
            | Self::Completions(_)
            | Self::Man => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(super) format: Format,
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(super) columns: Vec<String>,
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    pub(super) sort: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct CountArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, required = true, value_name = "FIELDS", value_delimiter = ',')]
    pub(super) by: Vec<String>,
    #[arg(long, value_enum, default_value = "needs", value_name = "MEASURE")]
    pub(super) measure: MeasureArg,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[arg(long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct FigureArgs {
    #[arg(value_name = "1..7|all")]
    pub(super) figure: String,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[arg(long, value_enum, value_name = "MEASURE")]
    pub(super) measure: Option<FigureMeasure>,
    #[arg(long)]
    pub(super) beside: bool,
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: FigureFormat,
    #[arg(long, value_name = "FILE|FOLDER")]
    pub(super) out: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(super) font: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FigureMeasure {
    Needs,
    States,
}

impl FigureMeasure {
    pub(super) fn measure(self) -> Measure {
        match self {
            Self::Needs => Measure::Needs,
            Self::States => Measure::States,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FigureFormat {
    Text,
    Csv,
    Json,
    Svg,
    Png,
}

#[derive(Debug, Args)]
pub(super) struct TrendArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: TrendFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TrendFormat {
    Text,
    Csv,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: VerifyFormat,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: VerifyFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum VerifyFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MeasureArg {
    Needs,
    States,
    Reviews,
}

impl From<MeasureArg> for Measure {
    fn from(measure: MeasureArg) -> Self {
        match measure {
            MeasureArg::Needs => Self::Needs,
            MeasureArg::States => Self::States,
            MeasureArg::Reviews => Self::Reviews,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct SetArgs {
    // Numbers of needs (or `-` for standard input) and `field=value`, in any order.
    #[arg(required = true, value_name = "NEED-ID|FIELD=VALUE")]
    pub(super) change: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    pub(super) note: String,
    #[arg(long, value_name = "N")]
    pub(super) if_version: Option<u32>,
    #[arg(long)]
    pub(super) new_themes: bool,
}

#[derive(Debug, Args)]
pub(super) struct HandoverArgs {
    #[arg(value_name = "FROM")]
    pub(super) from: String,
    #[arg(value_name = "TO")]
    pub(super) to: String,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    pub(super) note: String,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct FrameCommand {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, default_value = "80x24", value_parser = size, value_name = "SIZE")]
    pub(super) size: (u16, u16),
    #[arg(long, default_value = "", allow_hyphen_values = true, value_name = "KEYS")]
    pub(super) keys: String,
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(super) format: FrameFormat,
}

// Reads `120x40`. The message of a mistake is made from the kind of the error, not from this one.
fn size(text: &str) -> Result<(u16, u16), String> {
    let side = |figures: &str| figures.parse().ok().filter(|n| (1..=1000).contains(n));
    text.split_once('x').and_then(|(c, r)| Some((side(c)?, side(r)?))).ok_or_else(String::new)
}

// Reads `2019-09-30`: a day that the log can write down.
fn day(text: &str) -> Result<Day, String> {
    let day = Day::parse(text).filter(|day| day.at_second(0).day() == *day);
    day.ok_or_else(String::new)
}

#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    #[arg(value_name = "BACKUP")]
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct FileArgs {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct SampleArgs {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "N")]
    pub(super) needs: Option<u32>,
    #[arg(long, value_name = "S")]
    pub(super) seed: Option<u64>,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}
