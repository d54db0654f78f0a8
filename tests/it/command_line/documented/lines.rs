//! The command lines that the documents show.

use std::fs;
use std::path::{Path, PathBuf};

/// A command line of a document, as it is typed.
pub(super) struct Shown {
    pub(super) line: String,
    /// The document and the number of the line in it.
    pub(super) at: String,
}

impl Shown {
    /// The words of the command, without a remark behind it and without variables set before it.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.line.split_whitespace().take_while(|word| *word != "#");
        words.skip_while(|word| {
            let name = word.split_once('=').map(|(name, _)| name);
            name.is_some_and(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        })
    }

    /// The program that it starts first.
    pub(super) fn program(&self) -> &str {
        self.words().next().unwrap_or_default()
    }

    /// Whether it starts this program: first, behind another, or for a substitution of the shell.
    pub(super) fn is_of_ta_tui(&self) -> bool {
        self.words().any(|word| word.trim_start_matches("<(") == "ta-tui")
    }
}

/// The documents: the README, how to contribute, and the pages of `docs`.
pub(super) fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("README.md"), root.join("CONTRIBUTING.md")];
    for entry in fs::read_dir(root.join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The command lines of a document, from top to bottom: all of its shell blocks; those after a `$` in its other
/// blocks; and those of this program in its running text that are whole.
pub(super) fn shown(document: &Path) -> Vec<Shown> {
    let text = fs::read_to_string(document).unwrap();
    let name = document.file_name().unwrap().to_string_lossy();
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    for (number, line) in text.lines().enumerate() {
        let of = |line: &str| Shown { line: line.to_owned(), at: format!("{name}:{}", number + 1) };
        if let Some(kind) = line.trim_start().strip_prefix("```") {
            fence = fence.is_none().then_some(kind);
            continue;
        }
        let typed = match fence {
            Some("sh" | "bash" | "shell" | "zsh" | "fish") => Some(line),
            Some(_) => line.strip_prefix("$ "),
            None => {
                let inline = line.split('`').skip(1).step_by(2).filter(|code| is_whole(code));
                lines.extend(inline.map(of));
                None
            }
        };
        let is_command = |typed: &&str| !typed.trim().is_empty() && !typed.starts_with('#');
        lines.extend(typed.filter(is_command).map(of));
    }
    lines
}

/// Whether code in running text is a command that can be run as it stands: not the name of a
/// command alone, and without placeholders in capitals, brackets or dots.
fn is_whole(code: &str) -> bool {
    let placeholder = |word: &str| {
        word.contains(['[', '|', '…'])
            || word.contains("..")
            || word
                .split('.')
                .any(|part| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase()))
    };
    let mut words = code.split_whitespace();
    words.next() == Some("ta-tui")
        && words.clone().count() > 1
        && !words.any(|word| placeholder(word.trim_start_matches("--")))
}
