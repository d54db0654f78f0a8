//! The surroundings of the program: how the command line names the register that is open, where exported files go,
//! and how to log in here from where the person sits.

use crate::app::Surroundings;
use crate::cli::Start;
use crate::store;
use std::path::Path;

pub(super) fn around(start: &Start) -> Surroundings {
    let folder = std::env::current_dir().unwrap_or_default();
    let variable = |name: &str| std::env::var(name).ok();
    // A session has no variables of the account.
    let user = if start.served.is_some() { account() } else { variable("USER") };
    Surroundings {
        register_options: register_options(start, &folder),
        login: login(variable("SSH_CONNECTION").as_deref(), user.as_deref()),
        folder,
        in_session: start.served.is_some(),
    }
}

/// The name of the account that people log in to.
fn account() -> Option<String> {
    store::modes::account(rustix::process::getuid().as_raw())
}

/// The options that name the register and its day. The file is named from the root, so that the command line means
/// the same from everywhere; the working copy of the sample needs no name.
fn register_options(start: &Start, folder: &Path) -> Vec<String> {
    let mut options = Vec::new();
    if !start.built_in_sample && start.served.is_none() {
        let file = folder.join(&start.db).display().to_string();
        options.extend(["--db".to_owned(), file]);
    }
    if let Some(day) = start.today {
        options.extend(["--today".to_owned(), day.to_string()]);
    }
    options
}

/// The words of the command that logs in here, by OpenSSH's variable for the connection: the address and port of the
/// client, then those of this machine (`ssh(1)`, ENVIRONMENT). `None` where the person sits at this machine.
fn login(connection: Option<&str>, user: Option<&str>) -> Option<Vec<String>> {
    let [_, _, host, port] = connection?.split(' ').collect::<Vec<_>>().try_into().ok()?;
    let target = user.map_or_else(|| host.to_owned(), |user| format!("{user}@{host}"));
    let port = (port != "22").then(|| ["-p".to_owned(), port.to_owned()]);
    let words = std::iter::once("ssh".to_owned()).chain(port.into_iter().flatten());
    Some(words.chain([target]).collect())
}

#[cfg(test)]
mod tests {
    use super::login;

    #[test]
    fn the_connection_tells_how_to_log_in() {
        let words = |connection: Option<&str>, user: Option<&str>| {
            login(connection, user).map(|words| words.join(" "))
        };
        let here = "203.0.113.9 51234 198.51.100.7";
        let on = |port: &str| format!("{here} {port}");
        assert_eq!(words(Some(&on("22")), Some("anna")).as_deref(), Some("ssh anna@198.51.100.7"));
        assert_eq!(words(Some(&on("2222")), None).as_deref(), Some("ssh -p 2222 198.51.100.7"));
        assert_eq!(words(None, Some("anna")), None);
        assert_eq!(words(Some("UNKNOWN"), Some("anna")), None);
    }
}
