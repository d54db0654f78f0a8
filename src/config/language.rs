//! The choice of the language: the flag, else `TA_TUI_LANG`, else the configuration file, else the
//! locale of the session (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English.
//!
//! The locale comes last because ssh forwards the client's only if both ends agree: the file has
//! the user's own choice, the locale may be the server's.

use super::SettingOrigin;
use crate::text::{Arg, Lang, Message};

/// The variable that chooses a language.
pub const ENVIRONMENT: &str = "TA_TUI_LANG";

/// The variables of the locale, the strongest first; the first that is set and not empty decides,
/// as POSIX says.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language to speak, and where it comes from. `variable` gives the value of an environment variable.
pub fn choose(
    flag: Option<Lang>,
    variable: impl Fn(&str) -> Option<String>,
    configured: Option<Lang>,
) -> (Lang, SettingOrigin) {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let named =
        |name: &'static str| Some((Lang::from_tag(&set(name)?)?, SettingOrigin::Variable(name)));
    // The first variable of the locale that is set decides, also where it names another language.
    let of_locale = || named(LOCALE.into_iter().find(|name| set(name).is_some())?);
    flag.map(|lang| (lang, SettingOrigin::Option("--lang")))
        .or_else(|| named(ENVIRONMENT))
        .or(configured.map(|lang| (lang, SettingOrigin::File)))
        .or_else(of_locale)
        .unwrap_or((Lang::default(), SettingOrigin::Default))
}

/// The message for a `TA_TUI_LANG` that names no language of the program, which then uses the
/// language that is chosen without it.
pub fn unknown(variable: impl Fn(&str) -> Option<String>) -> Option<Message> {
    let tag = variable(ENVIRONMENT).filter(|tag| !tag.is_empty())?;
    let message = Message::new("config-unknown-language")
        .with("variable", ENVIRONMENT)
        .with("value", tag.as_str())
        .with("known", Lang::ALL.iter().map(|lang| lang.code()).collect::<Arg>());
    Lang::from_tag(&tag).is_none().then_some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(flag: Option<Lang>, variables: &[(&str, &str)], configured: Option<Lang>) -> Lang {
        let lookup = |name: &str| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        choose(flag, lookup, configured).0
    }

    #[test]
    fn the_nearer_wish_wins() {
        let (en, zh) = (Some(Lang::En), Some(Lang::Zh));
        assert_eq!(chosen(None, &[], None), Lang::En);
        assert_eq!(chosen(None, &[("LANG", "zh_CN.UTF-8")], None), Lang::Zh);
        assert_eq!(chosen(None, &[("LANG", "zh_CN"), ("LC_ALL", "C.UTF-8")], None), Lang::En);
        assert_eq!(chosen(None, &[("LANG", "zh_CN"), ("LC_ALL", "")], None), Lang::Zh);
        assert_eq!(chosen(None, &[("LC_ALL", "zh_CN")], en), Lang::En);
        assert_eq!(chosen(None, &[(ENVIRONMENT, "zh")], en), Lang::Zh);
        assert_eq!(chosen(None, &[(ENVIRONMENT, "xx")], zh), Lang::Zh);
        assert_eq!(chosen(en, &[(ENVIRONMENT, "zh")], zh), Lang::En);
    }

    #[test]
    fn it_is_known_where_the_language_comes_from() {
        let lookup = |name: &str| (name == "LC_ALL").then(|| "zh_CN".to_owned());
        assert_eq!(choose(None, lookup, None), (Lang::Zh, SettingOrigin::Variable("LC_ALL")));
        assert_eq!(choose(None, lookup, Some(Lang::En)), (Lang::En, SettingOrigin::File));
        assert_eq!(choose(Some(Lang::En), lookup, None).1, SettingOrigin::Option("--lang"));
        assert_eq!(choose(None, |_| None, None).1, SettingOrigin::Default);
    }
}
