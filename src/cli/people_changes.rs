//! `ta-tui people add`, `role`, `retire` and `key`: what stands behind the word `people` and changes people.

use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::nearest::nearest;
use super::records::{AddArgs, EditArgs, run_add, run_edit};
use super::session::Session;
use crate::domain::{Coded, Kind, NoKey, Role, SshKey, clean_line};
use crate::text::{Arg, Message};

/// A change of people, by the word that stands first behind `people`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeopleChange {
    Add,
    Role,
    Retire,
    Key,
}

impl PeopleChange {
    const ALL: [Self; 4] = [Self::Add, Self::Role, Self::Retire, Self::Key];

    /// The change that the first word names, if it names one.
    pub(super) fn named(words: &[String]) -> Option<Self> {
        Self::ALL.into_iter().find(|change| words.first().is_some_and(|word| word == change.word()))
    }

    fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Role => "role",
            Self::Retire => "retire",
            Self::Key => "key",
        }
    }

    /// Makes the change that the words behind the first one tell.
    pub(super) fn run(
        self,
        session: &Session<'_>,
        words: &[String],
        format: FormatArgs,
    ) -> Result<(), Failure> {
        let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        match (self, &words[..]) {
            (Self::Add, [_, ..]) => {
                let values = words.iter().map(|word| (*word).to_owned()).collect();
                run_add(session, &AddArgs::of(Kind::Person, values, format))
            }
            (Self::Role, [person, role]) => {
                edit(session, person, format!("role={}", read_role(role)?), format)
            }
            (Self::Retire, [person]) => {
                let today = session.open()?.today()?;
                edit(session, person, format!("until={today}"), format)
            }
            (Self::Retire, [person, until]) if until.starts_with("until=") => {
                edit(session, person, (*until).to_owned(), format)
            }
            (Self::Key, ["add", person, key @ ..]) if !key.is_empty() => {
                add_key(session, person, &key.join(" "), format)
            }
            (Self::Key, ["remove", person, key @ ..]) if !key.is_empty() => {
                remove_key(session, person, &key.join(" "), format)
            }
            _ => {
                let message = Message::new("cli-people-usage").with("change", self.word());
                Err(Failure::new(Status::Usage, message))
            }
        }
    }
}

fn edit(
    session: &Session<'_>,
    person: &str,
    value: String,
    format: FormatArgs,
) -> Result<(), Failure> {
    run_edit(session, &EditArgs::of(Kind::Person, person, vec![value], format))
}

/// The code of a role; `none` for the one that goes with the kind of the post.
fn read_role(word: &str) -> Result<&'static str, Failure> {
    if word == "none" {
        return Ok("none");
    }
    let codes = || Role::ALL.iter().map(|role| role.code());
    Role::from_code(word).map(Role::code).ok_or_else(|| {
        let message = Message::new("cli-people-no-role").with("role", clean_line(word));
        let message = message.with("known", codes().collect::<Arg>());
        nearest(Failure::new(Status::Usage, message), word, codes())
    })
}

/// Reads a public key, or says why the text is not one.
fn read_key(typed: &str) -> Result<SshKey, Failure> {
    SshKey::read(typed).map_err(|why| {
        let id = match why {
            NoKey::Private => "cli-key-private",
            NoKey::NotPublic => "cli-key-not-public",
            NoKey::Options => "cli-key-options",
        };
        Failure::new(Status::BadData, Message::new(id))
    })
}

/// The code of a person whom a word means, with the keys that the person has.
fn keys_of(session: &Session<'_>, person: &str) -> Result<(String, Vec<String>), Failure> {
    let store = session.open()?;
    let code = super::person::person(person, &store.vocabulary()?)?.code.clone();
    let keys = store.keys()?.into_iter().filter(|(of, _)| *of == code);
    let keys = keys.map(|(_, key)| key).collect();
    Ok((code, keys))
}

fn add_key(
    session: &Session<'_>,
    person: &str,
    typed: &str,
    format: FormatArgs,
) -> Result<(), Failure> {
    let key = read_key(typed)?;
    let (code, mut keys) = keys_of(session, person)?;
    keys.push(key.to_string());
    edit(session, &code, format!("key={}", keys.join("; ")), format)
}

/// Takes away a key that is named by its fingerprint, or as a whole.
fn remove_key(
    session: &Session<'_>,
    person: &str,
    typed: &str,
    format: FormatArgs,
) -> Result<(), Failure> {
    let (code, mut keys) = keys_of(session, person)?;
    let whole = SshKey::read(typed).ok().map(|key| key.to_string());
    let before = keys.len();
    keys.retain(|key| {
        let fingerprint = SshKey::read(key).map(|key| key.fingerprint());
        whole.as_ref() != Some(key) && fingerprint.as_deref() != Ok(typed)
    });
    if keys.len() == before {
        let message = Message::new("cli-people-no-key").with("code", code);
        return Err(Failure::new(Status::Failed, message.with("key", clean_line(typed))));
    }
    edit(session, &code, format!("key={}", keys.join("; ")), format)
}
