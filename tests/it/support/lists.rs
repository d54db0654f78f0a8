//! The lists as data: their text in docs/json.md, with examples that are run on a copy of the sample register.

use super::desk::sample;
use super::schema::kind;
use serde_json::Value;
use std::fmt::Write as _;
use std::process::Command;
use ta_tui::cli::{List, ShownWhere};
use ta_tui::text::{Lang, Text};
use tempfile::TempDir;

/// An example of each list: the command, and what is asked for behind it.
const EXAMPLES: [(&str, &[&str]); 35] = [
    ("needs", &["chapter:V", "is:unmet", "--limit", "1"]),
    ("states", &["state:ghana"]),
    ("reviews", &["state:ghana", "--limit", "1"]),
    ("activities", &["--limit", "1"]),
    ("organisations", &["--limit", "1"]),
    ("documents", &["--limit", "1"]),
    ("platforms", &["--limit", "1"]),
    ("themes", &["--limit", "1"]),
    ("people", &["state:ghana"]),
    ("focal-points", &["state:ghana"]),
    ("count", &["cycle:2", "--by", "chapter", "--as-of", "2019-09-30", "--since", "2019-05-31"]),
    ("figure", &["3", "--as-of", "2019-09-30"]),
    ("trend", &[]),
    ("connections", &["cycle:2", "--limit", "1"]),
    ("gaps", &["cycle:2", "--by", "article,region", "--limit", "1"]),
    ("shared", &["--limit", "1"]),
    ("overlaps", &[]),
    ("coverage", &["--limit", "1"]),
    ("log", &["--until", "2019-09-30", "--limit", "1"]),
    ("set", &["12", "notes=seen", "--dry-run"]),
    ("handover", &["adviser-pacific", "fp-ke", "--dry-run"]),
    ("add", &["need", "review=SYC/1", "article=52", "text=Advice", "--dry-run"]),
    ("import", &["needs", "list.csv", "--dry-run"]),
    ("edit", &["review", "SYC/1", "executive-summary=2012-06", "--dry-run"]),
    ("void", &["12", "--reason", "twice", "--dry-run"]),
    ("merge", &["13", "12", "--dry-run"]),
    ("candidates", &["12", "--limit", "1"]),
    ("match", &["12", "A032", "extent=planned", "--dry-run"]),
    ("unmatch", &["659", "A052", "--dry-run"]),
    ("mark", &["A045", "A051", "real", "--dry-run"]),
    ("verify", &[]),
    ("check", &[]),
    ("settings", &[]),
    ("sessions", &[]),
    ("config", &["--lang", "en"]),
];

/// A home in which the program works on a copy of the sample register.
pub struct Sample(TempDir);

/// The content of `list.csv`, which the example of an import names.
pub const NEEDS: &str = "State,Cycle,Article,Need\nGhana,2,52,Advice on the registers of owners\n";

impl Sample {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let register = folder.path().join("register.db");
        std::fs::copy(sample(), &register).unwrap();
        // A session that is open for ever.
        let open = "INSERT INTO session (who, role, key, since, until)
                    VALUES ('fp-gh', 'focal-point', 'SHA256:…', 1577836800, 4102444800)";
        rusqlite::Connection::open(register).unwrap().execute_batch(open).unwrap();
        std::fs::write(folder.path().join("list.csv"), NEEDS).unwrap();
        Self(folder)
    }

    /// The objects that a command gives. A check that fails gives them too.
    pub fn objects(&self, args: &[&str]) -> Vec<Value> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ta-tui"));
        command.env_clear().env("HOME", self.0.path()).env("LANG", "C.UTF-8");
        command.current_dir(self.0.path());
        command.env("TA_TUI_DB", self.0.path().join("register.db"));
        let output = command.args(args).arg("--json").output().unwrap();
        let read = serde_json::from_slice(&output.stdout);
        read.unwrap_or_else(|error| panic!("{args:?}: {error}: {output:?}"))
    }

    /// The objects of the example of a list, with its own words.
    pub fn example(&self, list: &List) -> (String, Vec<Value>) {
        let (_, rest) = EXAMPLES.iter().find(|(command, _)| *command == list.command).unwrap();
        let args = [&[list.command], *rest].concat();
        (format!("ta-tui {} --json", args.join(" ")), self.objects(&args))
    }
}

/// The part of docs/json.md about a list.
pub fn section(list: &List, sample: &Sample) -> String {
    let text = Text::of(Lang::En);
    let mut page = format!("\n## {}\n\n{}. ", list.command, list.about(text));
    writeln!(page, "Order: {}.", lowered(&list.order(text))).unwrap();
    page.push_str("\n| property | values | what it says |\n| --- | --- | --- |\n");
    for property in &list.properties {
        let shown = match property.shown {
            _ if property.name == "illustrative" => " (of an illustrative register)",
            ShownWhere::OnRequest if list.has_columns => " (on request)",
            _ => "",
        };
        let (name, kind, about) = (property.name, kind(property), property.about(text));
        writeln!(page, "| `{name}`{shown} | {kind} | {about} |").unwrap();
    }
    let (command, objects) = sample.example(list);
    if let Some(first) = objects.first() {
        // The folder of the test is another one every time.
        let first = first.to_string().replace(&sample.0.path().display().to_string(), "/home/you");
        write!(page, "\n```console\n$ {command}\n[\n{first}").unwrap();
        page.push_str(if objects.len() > 1 { ",\n…\n]\n```\n" } else { "\n]\n```\n" });
    }
    page
}

fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// The text above the lists in docs/json.md.
pub const HEAD: &str = "\
# Data for programs

Made from the tables of properties in the source; a test keeps it fresh. Every command below writes its list as a table for people
(`--format table`, the default; `text` is the same; `md` is a table in Markdown), as `csv`, as `json`, as `jsonl` or as a workbook,
`xlsx`; `--json` is short for `--format json`. Names of
properties and their order are a contract: what is new stands behind what was there. The same contract as JSON Schema (2020-12):
[schema](schema), a file for each list.

- **json** is an array of objects, an object on each line; **jsonl** is the same objects without the array around them, so that a
  program can read one line at a time. **csv** has the names in its first line, lists joined by `;` (a `;` or `\\` within a value has a `\\` in front), nothing where JSON
  has null; a text that a spreadsheet would take for a formula has one apostrophe more in front. **xlsx** has the same cells, typed,
  on its sheet `data`. [In and out](exchange.md) tells of files.
- Values are the same in every language: codes, English names, days as `YYYY-MM-DD`, moments in UTC as `YYYY-MM-DDTHH:MM:SSZ`. Numbers
  are how many of something unless they say otherwise; shares are whole per cent.
- **An illustrative register says so in every object**: its last property, and the last column of csv, is `illustrative`, which is
  true. Another register has no such property. If you name columns with `--columns`, you get these and no other, so that
  `--columns id --format csv | tail -n +2 | ta-tui set -` stays a list of numbers; `illustrative` can be named too, and is then false in
  another register. `verify`, `check`, `settings` and `config` do not have it: they name what is published, what is wrong with a file,
  and what the register and the program are set to.
- `--columns a,b` chooses properties, each once, and `--columns all` gives every one, also those marked “on request”. A schema
  requires those that stand there without being asked for, and describes all.
- `show KIND ID` gives a list of one object: every property of the list of its kind, where there is one (of needs, reviews, States,
  people, organisations, activities, platforms and documents), also those marked “on request”; then `record`, which has its `kind`,
  `number`, `name`, `version` and whether it is `there`; `fields`, each under the name by which `edit` takes it, with a value that `edit`
  takes, null for what is not stated; `history`, its changes with the newest first: each has `at`, `who`, `field`, `before`, `after`,
  `note`, `batch`, `version`, the batch that it `undoes`, and whether it is itself `undone`; and `changed_matches`, of a need, an
  activity or a match the matches whose activity has changed since, each with its `need`, `activity` and `fields`. In csv these are
  JSON. With `--no-names` `fields` is null.
- `--limit N` keeps the first N of the order below, or of `--sort`.
- In a terminal, a table leaves out columns that have no room rather than cut them to nothing, and says which on standard error. The
  width is that of the terminal, or of the variable `COLUMNS`; what is no terminal gets everything in full. A column that is named stays.
- What a reader must know of the rows (of which day they are, since when there is growth, that names are hidden, that the register is
  illustrative) stands below a table, which is read by people and apart from its command; beside data it goes to standard error.
- What else is no data goes to standard error; with `--quiet` only what has failed does.
- Where another program keeps everybody from reading the register (`BEGIN EXCLUSIVE`, SQLite's exclusive mode), a command prints
  nothing, not even an empty array, names that program on standard error and ends with 1 (“could not be done”). So does `check`: the
  register could not be looked at then, and nothing is said of it.
";
