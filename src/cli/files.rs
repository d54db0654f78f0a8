//! Commands on whole files: `new`, `sample`, `backup`, `restore`.

use super::failure::{Failure, Status};
use super::progress::Progress;
use super::session::Session;
use super::{output, rotation};
use crate::domain::{Clock, clean_line};
use crate::sample;
use crate::store::Store;
use crate::text::Message;
use clap::Args;
use std::path::{Path, PathBuf};

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
pub(super) struct CopyArgs {
    #[arg(value_name = "FILE|FOLDER")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) rotate: Option<u16>,
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

/// Makes an empty register with the reference facts.
pub(super) fn new(session: &Session<'_>, file: &Path) -> Result<(), Failure> {
    Store::create(file)?;
    output::notice(session.text(), &about("cli-new-made", file));
    Ok(())
}

/// Makes an illustrative register.
pub(super) fn sample(session: &Session<'_>, args: &SampleArgs) -> Result<(), Failure> {
    let options = sample::Options { needs: args.needs, seed: args.seed };
    let progress = Progress::new(session.text());
    let made = sample::make(&args.file, &options, |done, all| {
        progress.show(&Message::new("cli-sample-progress").with("done", done).with("all", all));
    });
    progress.clear();
    made.map_err(|sample::SampleError::Store(error)| Failure::from(error))?;
    output::notice(session.text(), &about("cli-sample-made", &args.file));
    Ok(())
}

/// Copies the register, also while others write to it. With `--rotate` into a folder, where the newest copies stay:
/// older ones are removed once the new one stands and is checked.
pub(super) fn backup(session: &Session<'_>, args: &CopyArgs) -> Result<(), Failure> {
    let store = session.open()?;
    let (copy, rotated) = match args.rotate {
        Some(newest) => {
            let register = session.file()?.path;
            let copy = rotation::file(&args.file, &register, Clock::System.now());
            (copy, Some((register, newest)))
        }
        None => (args.file.clone(), None),
    };
    store.backup(&copy, &mut |_, _| true)?;
    output::notice(session.text(), &about("cli-backup-made", &copy));
    if let Some((register, newest)) = rotated {
        let removed = rotation::keep(&args.file, &register, newest.into());
        let removed = removed.map_err(|error| Failure::file(&args.file, &error))?;
        if removed > 0 {
            let message = Message::new("cli-backup-removed").with("count", removed);
            output::notice(session.text(), &message);
        }
    }
    Ok(())
}

/// Puts a backup in the place of the register that is named. Without a name it would be the working
/// copy of the built-in sample, which nobody has a backup of by accident.
pub(super) fn restore(session: &Session<'_>, backup: &Path) -> Result<(), Failure> {
    let Some(file) = session.named_file() else {
        return Err(Failure::new(Status::Usage, Message::new("cli-restore-no-db")));
    };
    if session.globals.read_only {
        return Err(Failure::new(Status::Failed, Message::new("cli-read-only")));
    }
    let restored = Store::restore(backup, file)?;
    let other =
        |id, other: &Path| about(id, file).with("other", clean_line(&other.to_string_lossy()));
    output::notice(session.text(), &other("cli-restore-made", backup));
    if let Some(kept) = &restored.kept {
        output::notice(session.text(), &other("cli-restore-kept", kept));
    }
    if let Some(difference) = &restored.interference {
        output::notice(session.text(), &difference.message());
        output::notice(session.text(), &difference.advice());
    }
    Ok(())
}

fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}
