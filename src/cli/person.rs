//! The person that a name means: of those who answer for needs, and of who works.

use super::failure::{Failure, Status};
use super::interface::Served;
use super::nearest::nearest;
use crate::domain::{clean_line, fold};
use crate::query::register::{Person, Vocabulary};
use crate::query::{Miss, means_nobody, person_named};
use crate::store::{Store, modes};
use crate::text::{Arg, Lang, Message, Text};

/// Written before the name of an account that is also the name of a post, so that its changes are not
/// recorded as those of the post. The name of an account has no colon: a colon ends it in the system's
/// list of accounts.
const ACCOUNT: &str = "account:";

/// How many people a message names at most.
const NAMED: usize = 6;

/// The person whom a word means: by code, by post in any language, or by a beginning that only one
/// has, as `focal:` in a filter reads it.
///
/// # Errors
/// The word means nobody, or several.
pub(super) fn person<'v>(word: &str, vocabulary: &'v Vocabulary) -> Result<&'v Person, Failure> {
    anybody(word, vocabulary)?.ok_or_else(|| unknown(word, None))
}

/// The person whom a word means, or `None` for a word that means that nobody answers for a need:
/// `none`, "nobody".
///
/// # Errors
/// The word means no one that the register knows, or several.
pub(super) fn anybody<'v>(
    word: &str,
    vocabulary: &'v Vocabulary,
) -> Result<Option<&'v Person>, Failure> {
    if is_nobody(word) {
        return Ok(None);
    }
    match person_named(word, vocabulary) {
        Ok(place) => {
            vocabulary.people.get(usize::from(place)).map(Some).ok_or_else(|| unknown(word, None))
        }
        Err(Miss::Unknown(near)) => Err(unknown(word, near.as_deref())),
        Err(Miss::Ambiguous(meanings)) => {
            let names: Vec<&str> = meanings.iter().map(|meaning| meaning.shown.as_str()).collect();
            let more = names.len().saturating_sub(NAMED);
            let shown = names.len() - more;
            let message = Message::new("cli-several-people")
                .with("value", clean_line(word))
                .with("names", names[..shown].iter().copied().collect::<Arg>())
                .with("more", more);
            Err(Failure::new(Status::Usage, message))
        }
    }
}

/// `none`, or the word for nobody in any language.
fn is_nobody(word: &str) -> bool {
    let word = fold(word.trim());
    let said = |lang: &Lang| Text::of(*lang).tr("nobody");
    word == "none" || Lang::ALL.iter().any(|lang| fold(&said(lang)) == word) || means_nobody(&word)
}

fn unknown(word: &str, near: Option<&str>) -> Failure {
    let message = Message::new("cli-no-person").with("value", clean_line(word));
    nearest(Failure::new(Status::Usage, message), word, near.into_iter())
}

/// The name under which changes are recorded: the code of the person whom `--as` names, so that one
/// person has one history, drafts and undo; else the name of the system's account, so that two who
/// do not say who they are do not take back each other's work. An account is recorded as a post only
/// if the account itself added the post under its name: then both are the same person.
///
/// # Errors
/// The register has nobody of this name, or it cannot be read.
pub fn acting(named: Option<&str>, store: &Store) -> Result<String, Failure> {
    if let Some(name) = stated(named) {
        let name = clean_line(name);
        // The code itself, as most say it: no other names have to be read.
        if let Some(code) = store.post_code(&name)? {
            return Ok(code);
        }
        return Ok(person(&name, &store.vocabulary()?)?.code.clone());
    }
    let account = account();
    let is_anothers = store.has_post(&account)? && !store.has_own_post(&account)?;
    Ok(if is_anothers { format!("{ACCOUNT}{account}") } else { account })
}

/// Has a register hold the role of a session's person, for all that is written and read from now on; gives the code
/// of that person.
///
/// # Errors
/// The register has nobody of this name, or the role that was asked for is larger than the person's own.
pub fn hold(store: &mut Store, named: Option<&str>, served: &Served) -> Result<String, Failure> {
    let who = acting(named, store)?;
    store.hold(&who, served.role, served.fingerprint.clone())?;
    Ok(who)
}

/// The name of the account, if it is a person of the register: the post that the account added under
/// its own name.
///
/// # Errors
/// The register cannot be read.
pub(super) fn own_post(store: &Store) -> Result<Option<String>, Failure> {
    let account = account();
    Ok(store.has_own_post(&account)?.then_some(account))
}

/// The name that was given, if it is one.
pub(super) fn stated(named: Option<&str>) -> Option<&str> {
    named.map(str::trim).filter(|name| !name.is_empty())
}

/// The account that the program runs under: of its real user. Variables of the environment can say
/// anything. A user without an entry is known by number.
fn account() -> String {
    let user = rustix::process::getuid().as_raw();
    modes::account(user).unwrap_or_else(|| format!("uid-{user}"))
}
