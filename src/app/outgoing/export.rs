//! Exporting the records shown into a file: the command line, the format, and the name of the file.

use crate::app::App;
use crate::app::event::Wish;
use crate::app::state::export::{Export, FileFormat};
use crate::app::state::figures::FigureEntry;
use crate::app::state::notice::Notice;
use crate::app::state::screens::View;
use crate::app::state::told_by::ToldBy;
use crate::columns::property::ILLUSTRATIVE;
use crate::columns::{Head, Width, in_data};
use crate::domain::{Coded, shell_word};
use crate::text::Message;
use std::path::{Path, PathBuf};

/// The option that chooses columns.
const COLUMNS: &str = "--columns";

/// The lists that `ta-tui export` writes.
const EXPORTED: [&str; 5] = ["needs", "reviews", "states", "people", "activities"];

/// The most characters of a filter in the name of a file.
const LONGEST: usize = 40;

impl App {
    /// The formats for the records shown; the first is the usual one.
    pub(in crate::app) fn file_formats(&self) -> &'static [FileFormat] {
        use FileFormat::{Csv, Json, JsonLines, Markdown, Png, Svg, Workbook};
        match &self.place().view {
            View::Figures(figures)
                if figures.figure().is_some() || figures.entry == FigureEntry::Standing =>
            {
                &[Csv, Json, Svg, Png]
            }
            View::Overview(_)
            | View::States(_)
            | View::Reviews(_)
            | View::Needs(_)
            | View::Triage(_)
            | View::Assistance(_)
            | View::AssistanceRecord(_)
            | View::Figures(_)
            | View::State(_)
            | View::Review(_)
            | View::Need(_)
            | View::History(_)
            | View::News(_)
            | View::Themes(_) => &[Csv, Workbook, Json, JsonLines, Markdown],
        }
    }

    /// The name of a file with the records shown, without its ending: the list, its filter and the day.
    pub(in crate::app) fn file_stem(&self) -> String {
        let words = self.command_words().unwrap_or_default();
        let list = words.first().map_or("ta-tui", String::as_str);
        let number = words.get(1).filter(|_| list == "figure");
        let filter = plain(&self.place().asked().to_string());
        let day = self.as_of().unwrap_or_else(|| self.today()).to_string();
        let parts = [list, number.map_or("", String::as_str), &filter, &day];
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("-")
    }

    /// Asks for the file.
    pub(in crate::app) fn export(&mut self, format: FileFormat, stem: &str) {
        match self.words_in(format) {
            Ok(words) => {
                let name = format!("{stem}.{}", format.code());
                let file = self.settings.around.folder.join(Path::new(&name));
                let message = Message::new("notice-exporting").with("file", shown(&file));
                self.say(Notice::done(message));
                self.exports += 1;
                self.wish = Some(Wish::Export(Export { words, file }));
            }
            Err(reason) => self.warn(reason),
        }
    }

    /// Copies the command that writes the file on the machine at which the person sits.
    pub(in crate::app) fn copy_export(&mut self, format: FileFormat, stem: &str) {
        match self.command_from_afar(format, stem) {
            Ok(line) => {
                let said = Message::new("notice-copied").with("what", line.as_str());
                self.wish = Some(Wish::Copy(line));
                self.say(Notice::done(said));
            }
            Err(reason) => self.warn(reason),
        }
    }

    /// The command that writes the file on the machine at which the person sits: it logs in here and writes there.
    fn command_from_afar(&self, format: FileFormat, stem: &str) -> Result<String, &'static str> {
        let words = self.words_in(format)?;
        let words = std::iter::once("ta-tui".to_owned()).chain(words);
        let here = words.map(|word| shell_word(&word)).collect::<Vec<_>>().join(" ");
        let file = shell_word(&format!("{stem}.{}", format.code()));
        Ok(match &self.settings.around.login {
            Some(login) => {
                let login = login.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" ");
                format!("{login} {} > {file}", shell_word(&here))
            }
            None => format!("{here} > {file}"),
        })
    }

    fn words_in(&self, format: FileFormat) -> Result<Vec<String>, &'static str> {
        let mut words = self.command_words()?;
        if !words.iter().any(|word| word == COLUMNS) {
            words.extend(self.columns_shown());
        }
        if EXPORTED.contains(&words[0].as_str()) && self.is_list() {
            // The command that marks each illustrative record.
            words.insert(0, "export".to_owned());
            words.extend(["--out".to_owned(), "-".to_owned()]);
        } else if self.register().is_some_and(|register| register.illustrative)
            && let Some(place) = words.iter().position(|word| word == COLUMNS)
        {
            words[place + 1].extend([",", ILLUSTRATIVE.name]);
        }
        words.extend(["--format".to_owned(), format.code().to_owned()]);
        Ok(words)
    }

    /// Whether a list or a part of one is shown.
    fn is_list(&self) -> bool {
        let told = self.place().view.page().told_by(&self.given());
        matches!(told, ToldBy::List(_) | ToldBy::Queue(_) | ToldBy::Need(_))
    }

    /// The columns that the list has on the screen where the user has chosen none.
    fn columns_shown(&self) -> Vec<String> {
        let name = match self.place().view.page().told_by(&self.given()) {
            ToldBy::List(name) => name,
            ToldBy::Queue(_) => "needs",
            _ => return Vec::new(),
        };
        let table = self.place().view.table();
        let is_shown =
            |head: &Head| head.drawing.is_none() && !matches!(head.width, Width::Chosen(_));
        let heads = table.heads();
        let names = heads.iter().zip(table.names()).filter(|(head, _)| is_shown(head));
        let known = in_data(name);
        let names: Vec<&str> =
            names.map(|(_, name)| name).filter(|name| known.contains(name)).collect();
        if names.is_empty() {
            return Vec::new();
        }
        vec![COLUMNS.to_owned(), names.join(",")]
    }

    /// Gives up the files that are being written.
    pub(in crate::app) fn stop_exports(&mut self) {
        self.wish = Some(Wish::StopExports);
    }

    /// Says how much of a file is written, in the place of what was said of it before.
    pub(in crate::app) fn on_exporting(&mut self, file: &Path, bytes: u64) {
        let is_of_it = |notice: &Notice| {
            ["notice-exporting", "notice-exporting-so-far"].contains(&notice.message.id())
        };
        if self.notice.as_ref().is_some_and(is_of_it) {
            let message = Message::new("notice-exporting-so-far").with("file", shown(file));
            self.notice = Some(Notice::done(message.with("kilobytes", bytes / 1000)));
        }
    }

    /// Says the outcome of an export.
    pub(in crate::app) fn on_exported(&mut self, outcome: Result<PathBuf, Message>) {
        self.exports = self.exports.saturating_sub(1);
        self.say(match outcome {
            Ok(file) => Notice::done(Message::new("notice-exported").with("file", shown(&file))),
            Err(message) => Notice::failed(message),
        });
    }
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

/// A filter as a part of a file's name: its letters and digits, other characters as single hyphens.
fn plain(filter: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || c == '.';
    let words: Vec<&str> = filter.split(|c| !kept(c)).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST).collect();
    name.trim_matches(['-', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_filter_makes_a_name_that_every_file_system_takes() {
        assert_eq!(plain("chapter:V region:african"), "chapter-V-region-african");
        assert_eq!(
            plain("article:51..54 -focal:any \"../../etc\""),
            "article-51..54-focal-any-..-..-etc"
        );
        assert_eq!(plain(""), "");
        assert_eq!(plain("资产"), "资产");
        assert!(plain(&"a ".repeat(100)).len() <= 40);
    }
}
