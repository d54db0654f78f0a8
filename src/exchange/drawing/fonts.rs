//! The fonts of a picture: one that is embedded, for Latin, Greek and Cyrillic; one that the user
//! names; and for characters that both lack, the first of a list that this machine has. The
//! machine's fonts are not looked at before a character needs one.

use super::script::Script;
use crate::config::read_regular;
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source, Stretch, Style, Weight};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// The most bytes that a font file has: collections for all of Chinese have some 100 MB.
const MOST_BYTES: usize = 256 << 20;

const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

/// Weights from here on are bold.
pub(super) const BOLD_FROM: u16 = 600;

/// The fonts that a picture is written in.
pub struct Fonts {
    /// The fonts in use, their bytes in memory.
    pub(super) database: Database,
    /// In the order in which a character is looked for.
    pub(super) families: Vec<Family>,
    /// How many of them were there before any text was: widths are measured in these, so that a
    /// layout does not depend on a machine's other fonts.
    measured: usize,
    installed: Installed,
}

/// A font in two weights, which can be one.
#[derive(Clone, Copy)]
pub(super) struct Family {
    pub(super) regular: ID,
    pub(super) bold: ID,
}

impl Family {
    pub(super) fn face(self, bold: bool) -> ID {
        if bold { self.bold } else { self.regular }
    }
}

/// The reason why a figure cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undrawn {
    /// No font of this name is installed.
    UnknownFont {
        /// The name.
        name: String,
        /// The names of those that are.
        installed: Vec<String>,
    },
    /// No font that was looked for has these characters.
    MissingFont {
        /// The characters, at most a few.
        characters: String,
        /// The fonts that were looked for.
        names: &'static [&'static str],
        /// The package of a Linux distribution that has one of them.
        package: &'static str,
    },
    /// The drawing could not be made, for this reason.
    Failed(String),
}

impl Fonts {
    /// The embedded font, and this machine's fonts where that is not enough.
    pub fn of_this_machine() -> Self {
        Self::with(Installed { look: Database::load_system_fonts, found: None })
    }

    /// The embedded font alone.
    pub fn embedded() -> Self {
        Self::with(Installed { look: |_| {}, found: None })
    }

    fn with(installed: Installed) -> Self {
        let mut database = Database::new();
        let mut load = |data: &'static [u8]| {
            let loaded = database.load_font_source(Source::Binary(Arc::new(data)));
            loaded.first().copied().unwrap_or_else(ID::dummy)
        };
        let family = Family { regular: load(REGULAR), bold: load(BOLD) };
        Self { database, families: vec![family], measured: 1, installed }
    }

    /// These fonts with an installed one that goes before all others.
    pub fn preferring(mut self, name: &str) -> Result<Self, Undrawn> {
        let Some(family) = self.install(name) else {
            let installed = self.installed.names();
            return Err(Undrawn::UnknownFont { name: name.to_owned(), installed });
        };
        self.families.insert(0, family);
        self.measured += 1;
        Ok(self)
    }

    /// Finds fonts for the characters of a text that the ones in use lack.
    pub(super) fn cover(&mut self, text: &str) -> Result<(), Undrawn> {
        let mut lacking: BTreeMap<Script, BTreeSet<char>> = BTreeMap::new();
        for c in text.chars().filter(|c| !c.is_whitespace() && !self.has(*c)) {
            lacking.entry(Script::of(c)).or_default().insert(c);
        }
        for (script, mut characters) in lacking {
            for name in script.fonts() {
                if characters.is_empty() {
                    break;
                }
                let Some(family) = self.install(name) else { continue };
                let all = characters.len();
                characters.retain(|c| !self.family_has(family, *c));
                if characters.len() < all {
                    self.families.push(family);
                }
            }
            if !characters.is_empty() {
                return Err(Undrawn::MissingFont {
                    characters: characters.into_iter().take(8).collect(),
                    names: script.fonts(),
                    package: script.package(),
                });
            }
        }
        Ok(())
    }

    /// A text in parts, each with the number of the font that it is to be written in.
    pub(super) fn runs<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let mut parts: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            let last = parts.last().map(|(family, _)| *family);
            let first = || self.families.iter().position(|family| self.family_has(*family, c));
            // Spaces and marks stay with the character before them.
            let joins = c.is_whitespace() || is_combining_mark(c);
            let stays = last.filter(|last| {
                joins && self.families.get(*last).is_some_and(|family| self.family_has(*family, c))
            });
            let family = stays.or_else(first).unwrap_or(0);
            match parts.last_mut() {
                Some((same, range)) if *same == family => range.end = end,
                _ => parts.push((family, start..end)),
            }
        }
        // Letters that are joined into one are lost where a text changes fonts beside them.
        if parts.len() > 1 && text.chars().any(|c| Script::of(c) == Script::Arabic) {
            let has_all = |family: &Family| {
                text.chars().all(|c| c.is_whitespace() || self.family_has(*family, c))
            };
            if let Some(family) = self.families.iter().position(has_all) {
                return vec![(family, text)];
            }
        }
        parts.into_iter().map(|(family, range)| (family, &text[range])).collect()
    }

    fn has(&self, c: char) -> bool {
        self.families.iter().any(|family| self.family_has(*family, c))
    }

    fn family_has(&self, family: Family, c: char) -> bool {
        let has = |font: FontRef<'_>| font.charmap().map(c).is_some();
        self.face(family.regular, has).unwrap_or(false)
    }

    /// Takes an installed font into use, where there is one of this name.
    fn install(&mut self, name: &str) -> Option<Family> {
        let [regular, bold] = self.installed.faces(name)?;
        let mut load = |info: FaceInfo| {
            let loaded = match &info.source {
                Source::File(path) => {
                    Source::Binary(Arc::new(read_regular(path, MOST_BYTES).ok()?))
                }
                Source::Binary(bytes) => Source::Binary(Arc::clone(bytes)),
            };
            Some(self.database.push_face_info(FaceInfo { source: loaded, ..info }))
        };
        let same = regular.id == bold.id;
        let regular = load(regular)?;
        // A bold face that cannot be read is passed over.
        let bold = (!same).then(|| load(bold)).flatten().unwrap_or(regular);
        Some(Family { regular, bold })
    }

    /// How wide a text is, in hundredths of the size's unit. Characters that the measured fonts
    /// lack are taken to be as wide as in any font of their script.
    pub(super) fn width(&self, text: &str, size: i32, bold: bool) -> i32 {
        let mut left: Vec<char> = text.chars().collect();
        let mut wide = 0.0;
        let letters = Size::new(i16::try_from(size).map_or(0.0, f32::from));
        for family in &self.families[..self.measured] {
            self.face(family.face(bold), |font| {
                let metrics = font.glyph_metrics(letters, LocationRef::default());
                let charmap = font.charmap();
                left.retain(|c| match charmap.map(*c) {
                    Some(glyph) => {
                        wide += metrics.advance_width(glyph).unwrap_or(0.0);
                        false
                    }
                    None => true,
                });
            });
        }
        let cells = left.iter().filter_map(|c| i32::try_from(c.width()?).ok());
        let rest: i32 = cells.map(|cells| cells * size / 2).sum();
        wide.ceil() as i32 + rest
    }

    fn face<T>(&self, id: ID, ask: impl FnOnce(FontRef<'_>) -> T) -> Option<T> {
        let asked = self
            .database
            .with_face_data(id, |data, index| FontRef::from_index(data, index).ok().map(ask));
        asked.flatten()
    }
}

/// The fonts of this machine, looked up when they are first needed.
struct Installed {
    look: fn(&mut Database),
    found: Option<Database>,
}

impl Installed {
    fn found(&mut self) -> &Database {
        self.found.get_or_insert_with(|| {
            let mut database = Database::new();
            (self.look)(&mut database);
            database
        })
    }

    /// The regular and the bold face of a font.
    fn faces(&mut self, name: &str) -> Option<[FaceInfo; 2]> {
        let name = name.to_lowercase();
        let upright = |face: &&FaceInfo| {
            let named = face.families.iter().any(|(family, _)| family.to_lowercase() == name);
            named && face.style == Style::Normal && face.stretch == Stretch::Normal
        };
        let faces: Vec<&FaceInfo> = self.found().faces().filter(upright).collect();
        let nearest = |weight: Weight| {
            faces.iter().min_by_key(|face| face.weight.0.abs_diff(weight.0)).copied().cloned()
        };
        let regular = nearest(Weight::NORMAL)?;
        let bold = nearest(Weight::BOLD).filter(|face| face.weight.0 >= BOLD_FROM);
        Some([regular.clone(), bold.unwrap_or(regular)])
    }

    fn names(&mut self) -> Vec<String> {
        let families = self.found().faces().flat_map(|face| &face.families);
        let names: BTreeSet<&String> = families.map(|(name, _)| name).collect();
        names.into_iter().cloned().collect()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::outline::Outlines;
    use super::super::page::FAMILY;
    use super::*;
    use std::fmt::Write as _;

    /// Six characters of Noto Sans CJK SC, as if it were installed.
    const CHINESE: &[u8] = include_bytes!("../../../tests/it/fonts/chinese.otf");

    /// A few Arabic and Latin letters of `DejaVu Sans`, likewise.
    const ARABIC: &[u8] = include_bytes!("../../../tests/it/fonts/arabic.ttf");

    fn with(look: fn(&mut Database)) -> Fonts {
        Fonts::with(Installed { look, found: None })
    }

    /// The embedded font, and that one installed.
    pub(in crate::exchange::drawing) fn chinese() -> Fonts {
        with(|database| database.load_font_data(CHINESE.to_vec()))
    }

    #[test]
    fn installed_fonts_are_looked_at_when_a_character_needs_one_and_not_before() {
        let mut fonts = with(|_| panic!("nobody needs an installed font"));
        assert_eq!(fonts.cover("Figure V: Côte d’Ivoire, Việt Nam, Ελλάδα, Беларусь, −5"), Ok(()));
        assert_eq!(fonts.runs("Figure V"), [(0, "Figure V")]);
    }

    #[test]
    fn each_part_of_a_line_is_in_a_font_that_has_it() {
        let mut fonts = chinese();
        assert_eq!(fonts.cover("图五 Figure V 技术援助"), Ok(()));
        let runs = fonts.runs("图五 Figure V 技术援助");
        let parts: Vec<_> = runs.iter().map(|(font, part)| (*font, part.trim())).collect();
        assert_eq!(parts, [(1, "图五"), (0, "Figure V"), (1, "技术援助")]);
        let Err(Undrawn::MissingFont { characters, .. }) = fonts.cover("图六、需求") else {
            panic!("there is no such character in the font")
        };
        assert_eq!(characters, "、六求需");
    }

    /// If the text changed fonts beside them, lam and alef would lose the sign that they make
    /// together.
    #[test]
    fn a_line_with_arabic_is_in_one_font_that_has_all_of_it() {
        let mut fonts = with(|database| database.load_font_data(ARABIC.to_vec()));
        for line in ["السلام", "UNODC السلام", "السلام UNODC"] {
            assert_eq!(fonts.cover(line), Ok(()));
            assert_eq!(fonts.runs(line), [(1, line)]);
        }
        assert_eq!(fonts.runs("UNODC"), [(0, "UNODC")]);
        let marks = |line: &str, fonts: &Fonts| {
            let mut runs = String::new();
            for (family, run) in fonts.runs(line) {
                write!(runs, "<tspan font-family=\"{FAMILY}{family}\">{run}</tspan>").unwrap();
            }
            let source = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"20\"><text y=\"15\">{runs}</text></svg>"
            );
            Outlines::of(&source, fonts).unwrap().marks().matches('m').count()
        };
        // As many outlines as the parts have by themselves.
        assert_eq!(marks("UNODC السلام", &fonts), marks("UNODC ", &fonts) + marks("السلام", &fonts));
    }

    #[test]
    fn what_is_measured_does_not_depend_on_what_else_is_installed() {
        let line = "图五 Figure V 技术援助";
        let mut fonts = chinese();
        let before = fonts.width(line, 1_000, false);
        fonts.cover(line).unwrap();
        assert_eq!(fonts.width(line, 1_000, false), before);
        assert_eq!(fonts.width("图五", 1_000, true), 2_000);
    }

    #[test]
    fn a_font_that_is_named_goes_before_all_others() {
        let mut fonts = chinese().preferring("noto sans cjk sc").unwrap();
        assert_eq!(fonts.runs("图V"), [(0, "图"), (1, "V")]);
        assert_eq!(fonts.cover("图五 V"), Ok(()));
        assert_eq!(fonts.families.len(), 2, "nothing else is needed");
        let Err(Undrawn::UnknownFont { installed, .. }) = chinese().preferring("Noto Sans") else {
            panic!("the embedded font is not an installed one")
        };
        assert_eq!(installed, ["Noto Sans CJK SC"]);
    }
}
