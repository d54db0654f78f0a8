//! Whether signs of ambiguous width (UAX 11) may take two cells: where the locale is Chinese, Japanese or
//! Korean, terminals draw them so, unless they are known not to.

/// The variables of the locale, the strongest first.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_CTYPE", "LANG"];

/// Languages in whose fonts these signs are as wide as an ideograph.
const WIDE: [&str; 3] = ["zh", "ja", "ko"];

/// Terminals that draw them in one cell whatever the locale: by their type, and by their name.
const NARROW_TYPES: [&str; 5] = ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm"];
const NARROW_PROGRAMS: [&str; 4] = ["WezTerm", "ghostty", "vscode", "iTerm.app"];

/// Whether signs may be drawn wide. `variable` gives the value of an environment variable.
pub fn may_be_wide(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let locale = LOCALE.into_iter().find_map(set).unwrap_or_default();
    let language = locale.split(['_', '.', '@']).next().unwrap_or_default();
    let is = |names: &[&str], value: Option<String>, begins: bool| {
        value.is_some_and(|value| {
            names.iter().any(|name| if begins { value.starts_with(name) } else { value == *name })
        })
    };
    WIDE.contains(&language)
        && !is(&NARROW_TYPES, set("TERM"), true)
        && !is(&NARROW_PROGRAMS, set("TERM_PROGRAM"), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(variables: &[(&str, &str)]) -> bool {
        may_be_wide(|name| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn signs_may_be_wide_in_the_east_unless_the_terminal_is_known() {
        assert!(wide(&[("LANG", "zh_CN.UTF-8")]));
        assert!(wide(&[("LANG", "en_US.UTF-8"), ("LC_CTYPE", "ja_JP.UTF-8")]));
        assert!(wide(&[("LC_ALL", "ko_KR.UTF-8"), ("TERM", "xterm-256color")]));
        assert!(!wide(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_US.UTF-8")]));
        assert!(!wide(&[("LANG", "zh_CN.UTF-8"), ("TERM", "xterm-kitty")]));
        assert!(!wide(&[("LANG", "zh_TW"), ("TERM", "foot-extra")]));
        assert!(!wide(&[("LANG", "zh_CN.UTF-8"), ("TERM_PROGRAM", "vscode")]));
        assert!(!wide(&[("LANG", "zho")]) && !wide(&[]) && !wide(&[("LANG", "C.UTF-8")]));
    }
}
