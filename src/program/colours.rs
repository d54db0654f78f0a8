//! The colours of a session: as set, else as the terminal says of itself. To ask it would mean to wait
//! for it.

use crate::app::{Colours, Palette, Settings};
use crate::config::{self, ColourScheme, ColourSetting};

/// Types of terminals that are known not to draw dim text, by how their names begin.
const WITHOUT_DIM: [&str; 5] = ["rxvt", "Eterm", "putty", "cygwin", "sun"];

/// The set of colours, and the user's own among them. Without a terminal, its abilities stay unknown.
pub(super) fn chosen(
    theme: Option<ColourScheme>,
    own: &[ColourSetting],
    variable: impl Fn(&str) -> Option<String>,
) -> (Palette, Colours) {
    let scheme = config::theme(&variable, theme).0;
    let said_light = is_light(variable("COLORFGBG").as_deref());
    let on_light = match scheme {
        ColourScheme::Light => true,
        ColourScheme::Dark => false,
        _ => said_light,
    };
    let palette = match scheme {
        ColourScheme::None => Palette::Plain,
        ColourScheme::More => Palette::More,
        _ if on_light => Palette::Light,
        _ => Palette::Dark,
    };
    let mut colours = Colours::default().with_own(own);
    colours.on_light = on_light;
    (palette, colours)
}

/// Adds the known abilities of the terminal: more than 16 colours, no dim text, a dark blue.
pub(super) fn on_terminal(
    settings: &mut Settings,
    theme: Option<ColourScheme>,
    variable: impl Fn(&str) -> Option<String>,
) {
    let colours = &mut settings.colours;
    let of = |name: &str| variable(name).unwrap_or_default();
    let kind = of("TERM");
    colours.draws_no_dim = WITHOUT_DIM.iter().any(|name| kind.starts_with(name));
    colours.has_dark_blue = of("TERM_PROGRAM") == "Apple_Terminal";
    let has_more = matches!(of("COLORTERM").as_str(), "truecolor" | "24bit");
    if has_more && config::theme(&variable, theme).0 == ColourScheme::Auto {
        settings.palette = Palette::More;
    }
}

/// Whether `COLORFGBG` names a light background: it is `foreground;background` or
/// `foreground;other;background`, each one of the 16 colours by number; 7 and 15 are the white ones.
fn is_light(colours: Option<&str>) -> bool {
    let background = colours.and_then(|colours| colours.rsplit(';').next());
    matches!(background, Some("7" | "15"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(theme: Option<ColourScheme>, variables: &[(&str, &str)]) -> (Palette, bool) {
        let lookup = |name: &str| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        let (palette, colours) = chosen(theme, &[], lookup);
        (palette, colours.on_light)
    }

    #[test]
    fn a_terminal_that_says_that_it_is_light_is_believed() {
        assert_eq!(set(None, &[("COLORFGBG", "0;15")]), (Palette::Light, true));
        assert_eq!(set(None, &[("COLORFGBG", "0;default;7")]), (Palette::Light, true));
        assert_eq!(set(None, &[("COLORFGBG", "15;0")]), (Palette::Dark, false));
        assert_eq!(set(None, &[]), (Palette::Dark, false));
    }

    #[test]
    fn a_setting_goes_before_what_the_terminal_says_and_no_colour_before_both() {
        let light = ("COLORFGBG", "0;15");
        assert_eq!(set(Some(ColourScheme::Dark), &[light]), (Palette::Dark, false));
        assert_eq!(set(Some(ColourScheme::Light), &[]), (Palette::Light, true));
        assert_eq!(set(Some(ColourScheme::More), &[light]), (Palette::More, true));
        assert_eq!(set(Some(ColourScheme::More), &[]), (Palette::More, false));
        let none = [light, ("NO_COLOR", "1")];
        assert_eq!(set(Some(ColourScheme::More), &none), (Palette::Plain, true));
    }
}
