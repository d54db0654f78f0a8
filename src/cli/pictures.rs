//! `--format svg|png` of figures and totals over the years: pictures to standard output, into a file, or each into a file
//! of its own. All are made before the first byte is written.

use super::drawn_args::{DrawnArgs, DrawnFormat};
use super::failure::{Failure, Status};
use super::nearest::nearest;
use super::output::Output;
use super::placed::{make_folder, replace};
use crate::analysis::chart::Chart;
use crate::analysis::trend::Years;
use crate::domain::clean_line;
use crate::exchange::{ChartWords, Fonts, Picture, Undrawn};
use crate::text::{Arg, Message, Text};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Pictures that were asked for.
pub(super) struct Wanted<'a> {
    format: DrawnFormat,
    /// `svg` or `png`.
    ending: &'static str,
    font: Option<&'a str>,
    place: Place<'a>,
}

/// The place to which pictures go.
enum Place<'a> {
    Output,
    File(&'a Path),
    /// Each picture under its name.
    Folder(&'a Path),
}

impl<'a> Wanted<'a> {
    /// The pictures asked for; `None` for other formats. Refused before a register is read: options
    /// for pictures alone, several pictures on one output, a picture of bytes on a terminal.
    pub(super) fn of(args: &'a DrawnArgs, pictures: usize) -> Result<Option<Self>, Failure> {
        let ending = match args.format() {
            DrawnFormat::Svg => "svg",
            DrawnFormat::Png => "png",
            DrawnFormat::Text | DrawnFormat::Csv | DrawnFormat::Json | DrawnFormat::Jsonl => {
                let for_pictures = [("--out", args.out.is_some()), ("--font", args.font.is_some())];
                return match for_pictures.into_iter().find(|(_, given)| *given) {
                    Some((option, _)) => Err(usage("picture-only", &[("option", option)])),
                    None => Ok(None),
                };
            }
        };
        let place = match &args.out {
            None if pictures > 1 => return Err(usage("picture-several", &[("format", ending)])),
            None if ending == "png" && io::stdout().is_terminal() => {
                return Err(usage("picture-terminal", &[]));
            }
            None => Place::Output,
            Some(path) => match ["svg", "png"].into_iter().find(|other| ends(path, other)) {
                Some(other) if other != ending => {
                    let file = clean_line(&path.to_string_lossy());
                    return Err(usage("picture-ending", &[("file", &file), ("format", ending)]));
                }
                Some(_) if pictures > 1 => {
                    return Err(usage("picture-several", &[("format", ending)]));
                }
                Some(_) => Place::File(path),
                None => Place::Folder(path),
            },
        };
        Ok(Some(Self { format: args.format(), ending, font: args.font.as_deref(), place }))
    }

    /// Draws figures, each with its number, and writes them where they belong.
    pub(super) fn write_figures(&self, text: &Text, charts: &[(u8, Chart)]) -> Result<(), Failure> {
        let (shades, key) = (text.tr("figure-shades"), text.tr("figure-key"));
        let between = text.tr("clause-separator");
        let words = ChartWords { shades: &shades, key: &key, between: &between };
        let named = charts.iter().map(|(number, chart)| (format!("figure-{number}"), chart));
        self.write(named, |chart, fonts| Picture::of(chart, words, fonts))
    }

    /// Draws totals over the years and writes them where they belong.
    pub(super) fn write_years(&self, all: &[Years]) -> Result<(), Failure> {
        let named = all.iter().map(|years| (format!("trend-{}", years.code), years));
        self.write(named, Picture::of_years)
    }

    fn write<'t, T: 't>(
        &self,
        all: impl Iterator<Item = (String, &'t T)>,
        draw: impl Fn(&T, &mut Fonts) -> Result<Picture, Undrawn>,
    ) -> Result<(), Failure> {
        let mut fonts = self.fonts().map_err(undrawn)?;
        let mut drawn = Vec::new();
        for (name, one) in all {
            let picture = draw(one, &mut fonts).map_err(undrawn)?;
            let bytes = match self.format {
                DrawnFormat::Png => picture.png().map_err(undrawn)?,
                _ => picture.svg().into_bytes(),
            };
            drawn.push((name, bytes));
        }
        if let Place::Folder(folder) = self.place {
            make_folder(folder)?;
        }
        for (name, bytes) in drawn {
            match self.place {
                Place::Output => {
                    let mut out = Output::data();
                    out.write_all(&bytes)?;
                    out.finish()?;
                }
                Place::File(file) => replace(file, &bytes)?,
                Place::Folder(folder) => {
                    replace(&folder.join(format!("{name}.{}", self.ending)), &bytes)?;
                }
            }
        }
        Ok(())
    }

    fn fonts(&self) -> Result<Fonts, Undrawn> {
        match self.font {
            Some(name) => Fonts::of_this_machine().preferring(name),
            None => Ok(Fonts::of_this_machine()),
        }
    }
}

fn ends(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn usage(id: &'static str, args: &[(&'static str, &str)]) -> Failure {
    let message = args.iter().fold(Message::new(id), |said, (name, word)| said.with(name, *word));
    Failure::new(Status::Usage, message)
}

fn undrawn(why: Undrawn) -> Failure {
    match why {
        Undrawn::UnknownFont { name, installed } => {
            let message = Message::new("picture-font-unknown").with("font", clean_line(&name));
            let failure = Failure::new(Status::Failed, message);
            nearest(failure, &name, installed.iter().map(String::as_str))
        }
        Undrawn::MissingFont { characters, names, package } => {
            let message = Message::new("picture-font-missing")
                .with("characters", clean_line(&characters))
                .with("names", names.iter().copied().collect::<Arg>())
                .with("package", package);
            Failure::new(Status::Failed, message)
        }
        Undrawn::Failed(reason) => {
            let message = Message::new("picture-failed").with("reason", clean_line(&reason));
            Failure::new(Status::Failed, message)
        }
    }
}
