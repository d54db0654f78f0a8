//! `ta-tui session`: the one command of a line in `authorized_keys`. The administrator's line says the register, the
//! person and the role; the client of SSH says the rest, in `SSH_ORIGINAL_COMMAND`, which is read here and by the
//! program's own parser, never by a shell. Without it the screens open.

mod allowed;
mod args;
mod begun;
mod environment;
mod key;
mod words;

pub(super) use allowed::refuse;
pub(super) use args::SessionArgs;
pub(super) use begun::Begun;
pub(super) use environment::clear;

use super::failure::{Failure, Status};
use super::interface::Served;
use super::{help, output, words as sorting};
use crate::config::{ADMINISTRATORS_FILE, SessionLimits};
use crate::domain::{Coded, Role, clean_line};
use crate::text::{Arg, Message};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// The name of the command.
pub(super) const NAME: &str = "session";

/// The variable in which sshd gives the command that the client has sent (`sshd(8)`).
const COMMAND: &str = "SSH_ORIGINAL_COMMAND";

/// The variable in which sshd names the file with the ways of authentication.
const AUTHENTICATION: &str = "SSH_USER_AUTH";

/// The options that it takes, each once.
const OPTIONS: [&str; 3] = ["--db", "--as", "--role"];

/// Whether a command line begins a session, and does not only ask how one is begun.
pub(super) fn is_asked(args: &[OsString]) -> bool {
    let is_help = |arg: &OsString| arg == "-h" || arg == "--help";
    args.iter().any(|arg| arg == NAME)
        && !args.iter().any(is_help)
        && sorting::first(&help::bare(), args) == Some(OsStr::new(NAME))
}

/// Begins the session: reads the administrator's line and the client's command, and goes to the register's folder, so
/// that no message can name it.
///
/// # Errors
/// The line has more than the register, the person and the role, or less; the administrator's settings cannot be read
/// or trusted; the folder cannot be entered; the client's command
/// cannot be split into words.
pub(super) fn begin(args: &[OsString]) -> Result<Begun, Failure> {
    lower(Resource::Core, 0);
    let (db, who, role) = options(args)?;
    let path = Path::new(&db);
    let unreachable = || Failure::new(Status::Failed, Message::new("session-no-register"));
    let file = path.file_name().ok_or_else(unreachable)?.to_owned();
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::env::set_current_dir(folder).map_err(|_| unreachable())?;
    }
    output::hide(&std::env::current_dir().map_err(|_| unreachable())?);
    let limits = SessionLimits::read(Path::new(ADMINISTRATORS_FILE), Path::new(&file));
    let limits = limits.map_err(|message| Failure::new(Status::Failed, message))?;
    lower(Resource::Data, limits.memory());
    let fingerprint = key::fingerprint(std::env::var_os(AUTHENTICATION));
    let served = Served { who: Some(who.clone()), role, fingerprint, limits };
    Ok(Begun { file, who, served, asked: asked(std::env::var_os(COMMAND))? })
}

/// Bounds the processor time of a command without a screen: it goes on when its client is gone, and any reader can begin
/// many.
pub(super) fn bound(begun: &Begun) {
    if let Some(seconds) = begun.served.limits.command_seconds() {
        lower(Resource::Cpu, seconds);
    }
}

/// The values of `--db`, `--as` and `--role`.
fn options(args: &[OsString]) -> Result<(OsString, String, Option<Role>), Failure> {
    let refused = |id, word: &OsStr| {
        let word = clean_line(&word.to_string_lossy());
        Failure::new(Status::Usage, Message::new(id).with("word", word))
    };
    let mut values: [Option<OsString>; OPTIONS.len()] = [const { None }; OPTIONS.len()];
    let (mut args, mut named) = (args.iter().skip(1), false);
    while let Some(arg) = args.next() {
        let is_name = !named && arg == NAME;
        if is_name {
            named = true;
            continue;
        }
        let text = arg.to_str().ok_or_else(|| refused("session-no-more", arg))?;
        let (option, value) = match text.split_once('=') {
            Some((option, value)) => (option, Some(OsString::from(value))),
            None => (text, None),
        };
        let place = OPTIONS.iter().position(|known| *known == option);
        let place = place.ok_or_else(|| refused("session-no-more", arg))?;
        let value = value.or_else(|| args.next().cloned()).filter(|value| !value.is_empty());
        let value = value.ok_or_else(|| refused("session-no-value", arg))?;
        if values[place].replace(value).is_some() {
            return Err(refused("session-twice", arg));
        }
    }
    let [db, who, role] = values;
    let missing = |option: &str| refused("session-missing", OsStr::new(option));
    let who = who.ok_or_else(|| missing("--as"))?;
    let who = who.into_string().map_err(|who| refused("session-no-value", &who))?;
    let named = |role: &OsString| role.to_str().and_then(Role::from_code);
    let role = role.map(|role| named(&role).ok_or_else(|| no_role(&role))).transpose()?;
    Ok((db.ok_or_else(|| missing("--db"))?, who, role))
}

/// The words of the client's command, without the name of the program, with which it may begin.
fn asked(command: Option<OsString>) -> Result<Vec<OsString>, Failure> {
    let refused = |id| Failure::new(Status::Usage, Message::new(id));
    let Some(command) = command else { return Ok(Vec::new()) };
    let command = command.into_string().map_err(|_| refused("session-command-control"))?;
    let words = words::split(&command).map_err(|why| refused(why.id()))?;
    let named = usize::from(words.first().is_some_and(|word| word == help::PROGRAM));
    Ok(words.into_iter().skip(named).map(OsString::from).collect())
}

/// Lowers a limit of the process: no core, which would hold the register's contents, and no more memory than it may
/// have.
fn lower(resource: Resource, most: u64) {
    let now = getrlimit(resource);
    let least = |limit: Option<u64>| Some(limit.map_or(most, |limit| limit.min(most)));
    // Lowering a limit needs no permission.
    let _ =
        setrlimit(resource, Rlimit { current: least(now.current), maximum: least(now.maximum) });
}

fn no_role(role: &OsStr) -> Failure {
    let message = Message::new("session-no-role")
        .with("role", clean_line(&role.to_string_lossy()))
        .with("known", Role::ALL.iter().map(|role| role.code()).collect::<Arg>());
    Failure::new(Status::Usage, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn a_session_is_asked_for_by_its_name_alone() {
        for line in
            ["ta-tui session", "ta-tui --db x session --as y", "ta-tui --as session session x"]
        {
            assert!(is_asked(&args(line)), "{line}");
        }
        for line in [
            "ta-tui",
            "ta-tui needs session",
            "ta-tui --as session",
            "ta-tui -- session",
            "ta-tui session -h",
        ] {
            assert!(!is_asked(&args(line)), "{line}");
        }
    }

    #[test]
    fn the_line_says_register_and_person_and_nothing_else() {
        let read = |line: &str| options(&args(line));
        let whole = Ok(("/srv/r.db".into(), "fp-gh".to_owned(), None));
        assert_eq!(read("ta-tui session --db /srv/r.db --as fp-gh"), whole);
        assert_eq!(read("ta-tui --as=fp-gh session --db=/srv/r.db"), whole);
        let lowered = read("ta-tui session --role reader --db r.db --as x").unwrap();
        assert_eq!(lowered.2, Some(Role::Reader));
        let why = |line: &str| read(line).unwrap_err().ids();
        let rest = "ta-tui session --db r.db --as fp-gh";
        for more in [
            "needs",
            "session",
            "--lang zh",
            "--read-only",
            "-q",
            "--",
            "state:ghana",
            "--no-names",
            "--ledger x",
        ] {
            assert_eq!(why(&format!("{rest} {more}")), ["session-no-more"], "{more}");
        }
        assert_eq!(why(&format!("{rest} --as secretariat")), ["session-twice"]);
        assert_eq!(why(&format!("{rest} --db=other.db")), ["session-twice"]);
        assert_eq!(why(&format!("{rest} --role king")), ["session-no-role"]);
        assert_eq!(why("ta-tui session --db r.db"), ["session-missing"]);
        assert_eq!(why("ta-tui session --as fp-gh"), ["session-missing"]);
        assert_eq!(why("ta-tui session --as= --db r.db"), ["session-no-value"]);
        assert_eq!(why("ta-tui session --as x --db"), ["session-no-value"]);
    }

    #[test]
    fn the_name_of_the_program_may_stand_before_a_command() {
        let read = |command: &str| asked(Some(command.into())).unwrap();
        assert_eq!(read("ta-tui needs x"), args("needs x"));
        assert_eq!(read("needs ta-tui"), args("needs ta-tui"));
        assert_eq!(read("ta-tui ta-tui"), args("ta-tui"), "a word to search for");
        assert_eq!(read(" "), Vec::<OsString>::new());
        assert_eq!(asked(None), Ok(Vec::new()));
        assert_eq!(asked(Some("needs 'x".into())).unwrap_err().ids(), ["session-command-open"]);
    }
}
