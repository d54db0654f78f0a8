//! The choice of signs: the argument, else the configuration file, else the locale of the session
//! (`LC_ALL`, `LC_CTYPE`, `LANG`), else Unicode.
//!
//! Only a locale that names another character set stands against Unicode. One that is missing, `C`
//! or `POSIX` says nothing of the terminal: ssh passes a locale on only if both ends agree.

use super::SettingOrigin;
use crate::text::Signs;

/// The variables of the locale, the strongest first; the first that is set and not empty decides,
/// as POSIX says.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_CTYPE", "LANG"];

/// The words of the configuration file, each with its value; `auto` leaves it to the locale.
pub(super) const WORDS: [(&str, Option<Signs>); 3] =
    [("auto", None), ("unicode", Some(Signs::Unicode)), ("ascii", Some(Signs::Ascii))];

/// The signs to write, and where they come from. `variable` gives the value of an environment variable.
pub fn signs(
    ascii: bool,
    variable: impl Fn(&str) -> Option<String>,
    configured: Option<Signs>,
) -> (Signs, SettingOrigin) {
    if ascii {
        return (Signs::Ascii, SettingOrigin::Option("--ascii"));
    }
    if let Some(signs) = configured {
        return (signs, SettingOrigin::File);
    }
    let set = |name: &'static str| {
        let locale = variable(name).filter(|value| !value.is_empty())?;
        Some((locale, SettingOrigin::Variable(name)))
    };
    match LOCALE.into_iter().find_map(set) {
        Some((locale, origin)) if names_another_set(&locale) => (Signs::Ascii, origin),
        _ => (Signs::Unicode, SettingOrigin::Default),
    }
}

/// Whether a locale (`language_TERRITORY.CHARSET@modifier`) names a character set, and one that is
/// not UTF-8.
fn names_another_set(locale: &str) -> bool {
    let unmodified = locale.split('@').next().unwrap_or_default();
    let Some((_, set)) = unmodified.split_once('.') else { return false };
    let letters = set.chars().filter(char::is_ascii_alphanumeric);
    let set = letters.collect::<String>().to_ascii_lowercase();
    !matches!(&*set, "" | "utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(ascii: bool, variables: &[(&str, &str)], configured: Option<Signs>) -> Signs {
        let lookup = |name: &str| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        signs(ascii, lookup, configured).0
    }

    #[test]
    fn only_a_locale_that_names_another_character_set_means_ascii() {
        for locale in [
            "ru_RU.KOI8-R",
            "de_DE.ISO-8859-1",
            "de_DE.ISO8859-15@euro",
            "zh_CN.GB18030",
            "ja_JP.eucJP",
            "en_US.US-ASCII",
        ] {
            assert_eq!(chosen(false, &[("LANG", locale)], None), Signs::Ascii, "{locale}");
        }
        for locale in [
            "",
            "C",
            "POSIX",
            "C.UTF-8",
            "en_US",
            "de_DE@euro",
            "en_US.utf8",
            "zh_CN.UTF8",
            "ca_ES.Utf-8@valencia",
            "en_US.",
        ] {
            assert_eq!(chosen(false, &[("LANG", locale)], None), Signs::Unicode, "{locale}");
        }
        assert_eq!(chosen(false, &[], None), Signs::Unicode);
    }

    #[test]
    fn the_nearer_wish_wins() {
        let koi = ("LANG", "ru_RU.KOI8-R");
        assert_eq!(chosen(false, &[koi, ("LC_CTYPE", "ru_RU.UTF-8")], None), Signs::Unicode);
        assert_eq!(chosen(false, &[koi, ("LC_CTYPE", "")], None), Signs::Ascii);
        assert_eq!(
            chosen(false, &[("LC_CTYPE", "C.UTF-8"), ("LC_ALL", "C")], None),
            Signs::Unicode
        );
        assert_eq!(chosen(false, &[koi], Some(Signs::Unicode)), Signs::Unicode, "never");
        assert_eq!(chosen(false, &[], Some(Signs::Ascii)), Signs::Ascii);
        assert_eq!(chosen(true, &[], Some(Signs::Unicode)), Signs::Ascii);
    }
}
