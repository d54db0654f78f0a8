//! The tree of commands: all commands, and the command line of each. The arguments of a command
//! stand beside the code that runs it, those that many take in `globals`. The words that explain
//! them stand in the language files and are put in by `help`; comments at arguments are plain ones,
//! since clap would print doc comments.

use super::about_args::{CompletionsArgs, ConfigArgs, HelpArgs, ManArgs};
use super::assistance::ActivitiesArgs;
use super::candidates::CandidatesArgs;
use super::check::CheckArgs;
use super::connections::ConnectionsArgs;
use super::count::CountArgs;
use super::coverage::CoverageArgs;
use super::export::{ExportArgs, Exported};
use super::figure_args::FigureArgs;
use super::files::{BackupArgs, CopyArgs, FileArgs, SampleArgs};
use super::frame::FrameCommand;
use super::gaps::GapsArgs;
use super::globals::{FilterArgs, Globals};
use super::handover::HandoverArgs;
use super::import::ImportArgs;
use super::list::{KindListArgs, ListArgs};
use super::log::LogArgs;
use super::opening::{NeedArgs, OpeningArgs};
use super::overlaps::OverlapsArgs;
use super::people::PeopleArgs;
use super::records::{AddArgs, EditArgs, MarkArgs, MatchArgs, MergeArgs, UnmatchArgs, VoidArgs};
use super::reviews::ReviewsArgs;
use super::session_command::SessionArgs;
use super::sessions::SessionsArgs;
use super::set::SetArgs;
use super::settings::SettingsArgs;
use super::shared::SharedArgs;
use super::show::ShowArgs;
use super::trend::TrendArgs;
use super::verify::VerifyArgs;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "ta-tui", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[command(flatten)]
    pub(super) opening: OpeningArgs,
    // Used by the interface alone: no command waits for changes of others.
    #[arg(long)]
    pub(super) no_watch: bool,
    // Used by the interface; `frame` and `verify` have their own too.
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
    #[command(flatten)]
    pub(super) globals: Globals,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Need(NeedArgs),
    Needs(ListArgs),
    States(ListArgs),
    Reviews(ReviewsArgs),
    Activities(ActivitiesArgs),
    People(PeopleArgs),
    FocalPoints(ListArgs),
    Organisations(KindListArgs),
    Documents(KindListArgs),
    Platforms(ListArgs),
    Themes(ListArgs),
    Show(ShowArgs),
    Count(CountArgs),
    Figure(FigureArgs),
    Trend(TrendArgs),
    Connections(ConnectionsArgs),
    Gaps(GapsArgs),
    Shared(SharedArgs),
    Overlaps(OverlapsArgs),
    Coverage(CoverageArgs),
    Verify(VerifyArgs),
    Set(SetArgs),
    Add(AddArgs),
    Edit(EditArgs),
    Void(VoidArgs),
    Merge(MergeArgs),
    Import(ImportArgs),
    Candidates(CandidatesArgs),
    Match(MatchArgs),
    Unmatch(UnmatchArgs),
    Mark(MarkArgs),
    Handover(HandoverArgs),
    Settings(SettingsArgs),
    Sessions(SessionsArgs),
    SshKeys,
    Log(LogArgs),
    Frame(FrameCommand),
    Export(ExportArgs),
    New(FileArgs),
    Sample(SampleArgs),
    Backup(CopyArgs),
    Restore(BackupArgs),
    Check(CheckArgs),
    Tour,
    Session(SessionArgs),
    Help(HelpArgs),
    Config(ConfigArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

impl Command {
    // The filter that it narrows by, where it takes one.
    pub(super) fn filter(&self) -> Option<&FilterArgs> {
        match self {
            Self::Needs(args)
            | Self::States(args)
            | Self::FocalPoints(args)
            | Self::Platforms(args)
            | Self::Themes(args) => Some(&args.filter),
            Self::Reviews(args) => Some(&args.list.filter),
            Self::Activities(args) => Some(&args.list.filter),
            Self::Organisations(args) | Self::Documents(args) => Some(&args.list.filter),
            Self::People(args) => Some(&args.of_kind.list.filter),
            Self::Count(args) => Some(&args.filter),
            Self::Figure(args) => Some(&args.filter),
            Self::Trend(args) => Some(&args.filter),
            Self::Connections(args) => Some(&args.filter),
            Self::Gaps(args) => Some(&args.filter),
            Self::Shared(args) => Some(&args.filter),
            Self::Overlaps(args) => Some(&args.filter),
            Self::Coverage(args) => Some(&args.filter),
            Self::Log(args) => Some(&args.filter),
            Self::Frame(args) => Some(&args.filter),
            Self::Export(args) => Some(&args.filter),
            _ => None,
        }
    }

    // Whether it reads alone, so that it can leave the names of States out.
    pub(super) fn reads_only(&self) -> bool {
        match self {
            Self::Set(_)
            | Self::Add(_)
            | Self::Edit(_)
            | Self::Void(_)
            | Self::Merge(_)
            | Self::Import(_)
            | Self::Match(_)
            | Self::Unmatch(_)
            | Self::Mark(_)
            | Self::Handover(_)
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Tour
            | Self::Session(_) => false,
            // Every table names States.
            Self::Export(args) => args.what != Exported::Register,
            Self::Settings(args) => args.change.is_none(),
            Self::Sessions(args) => !args.ends(),
            Self::People(args) => args.change().is_none(),
            _ => true,
        }
    }

    // Whether it asks the register that `--db` names, which may have its own day.
    pub(super) fn opens_a_register(&self) -> bool {
        if let Self::Import(args) = self {
            return !args.makes_a_register();
        }
        !matches!(
            self,
            Self::New(_)
                | Self::Sample(_)
                | Self::Backup(_)
                | Self::Restore(_)
                | Self::Check(_)
                | Self::Tour
                | Self::Session(_)
                | Self::Help(_)
                | Self::Config(_)
                | Self::Completions(_)
                | Self::Man(_)
        )
    }

    // Whether it shows the register of an earlier day when asked to.
    pub(super) fn reads_the_past(&self) -> bool {
        match self {
            Self::Need(_)
            | Self::Needs(_)
            | Self::States(_)
            | Self::Reviews(_)
            | Self::Activities(_)
            | Self::People(_)
            | Self::FocalPoints(_)
            | Self::Organisations(_)
            | Self::Documents(_)
            | Self::Platforms(_)
            | Self::Themes(_)
            | Self::Show(_)
            | Self::Count(_)
            | Self::Figure(_)
            | Self::Trend(_)
            | Self::Connections(_)
            | Self::Gaps(_)
            | Self::Shared(_)
            | Self::Overlaps(_)
            | Self::Coverage(_)
            | Self::Candidates(_)
            | Self::Log(_)
            | Self::Frame(_) => true,
            Self::Export(args) => args.is_list(),
            // each figure has a date of its own
            Self::Verify(_)
            | Self::Set(_)
            | Self::Add(_)
            | Self::Edit(_)
            | Self::Void(_)
            | Self::Merge(_)
            | Self::Import(_)
            | Self::Match(_)
            | Self::Unmatch(_)
            | Self::Mark(_)
            | Self::Handover(_)
            | Self::Settings(_)
            | Self::Sessions(_)
            | Self::SshKeys
            | Self::New(_)
            | Self::Sample(_)
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Check(_)
            | Self::Tour
            | Self::Session(_)
            | Self::Help(_)
            | Self::Config(_)
            | Self::Completions(_)
            | Self::Man(_) => false,
        }
    }
}
