//! What a user waits for, measured from outside: the release binary in a pseudo-terminal, from
//! its start to the first full screen, and from a key to the last frame that follows from it.
//!
//! `cargo bench --bench terminal`; `docs/performance.md` says what the figures are held against.
//! Environment: `BENCH_STARTS` and `BENCH_ROUNDS` for shorter or longer runs, `BENCH_DB` for
//! another register than the sample.

#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)] // shares of a few hundred times

#[allow(unreachable_pub, clippy::panic)] // the tests' own
#[path = "../../tests/support/keys.rs"]
mod keys;

mod bare;
mod line;

use line::{Line, Shown};
use portable_pty::CommandBuilder;
use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

/// Set where this program is to be the bare one.
const BARE: &str = "BENCH_BARE";
const SIZE: (u16, u16) = (80, 24);
/// What no frame follows any more: longer than the program waits for an answer.
const QUIET: Duration = Duration::from_millis(30);

/// Where a round of keys begins, without being measured: no overlay, the overview, no filter.
const HOME: [&str; 4] = ["<Esc>", "<Esc>", "1", "\\"];

/// Keys of one kind, pressed one by one; each changes the screen.
struct Kind {
    name: &'static str,
    /// Pressed before, without being measured.
    from: &'static [&'static str],
    keys: &'static [&'static str],
}

const KINDS: &[Kind] = &[
    Kind {
        name: "another screen",
        from: &[],
        keys: &["2", "3", "4", "5", "1", "4", "2", "5", "3", "1"],
    },
    Kind {
        name: "cursor step",
        from: &["4", "g"],
        keys: &["j", "j", "j", "j", "j", "k", "j", "<Down>", "<Up>", "j"],
    },
    Kind {
        name: "page, end",
        from: &["4", "g"],
        keys: &["<C-f>", "<C-f>", "G", "<C-b>", "g", "<C-f>", "<C-f>", "<C-b>", "G", "g"],
    },
    Kind {
        name: "chapter key",
        from: &["4"],
        keys: &["<F2>", "<F4>", "<F2>", "<F3>", "<M-5>", "<M-5>", "<F4>", "<F3>"],
    },
    Kind {
        name: "filter letter",
        from: &["4", "/"],
        keys: &["a", "s", "s", "e", "t", "<BS>", "<BS>", "<BS>", "s", "<BS>"],
    },
    Kind {
        name: "filter letter, facets",
        from: &["1", "/"],
        keys: &["r", "e", "c", "o", "v", "e", "r", "<BS>", "<BS>", "<BS>"],
    },
    Kind {
        name: "open, back",
        from: &["4"],
        keys: &["<Enter>", "<Esc>", "<Enter>", "<Esc>", "<Enter>", "<Esc>"],
    },
    Kind { name: "help, palette", from: &[], keys: &["?", "<Esc>", ":", "<Esc>"] },
];

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var_os(BARE).is_some() {
        return Ok(bare::run()?);
    }
    // `cargo bench NAME` hands the name to every suite.
    if std::env::args().skip(1).any(|arg| !arg.starts_with('-') && !"terminal".contains(&arg)) {
        return Ok(());
    }
    let home = tempfile::tempdir()?;
    let mut out = io::stdout().lock();
    starts(home.path(), &mut out)?;
    keys_to_frames(home.path(), &mut out)
}

/// A number from the environment.
fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// The program, with a home of its own.
fn program(home: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ta-tui"));
    command.args(["--lang", "en"]);
    if let Some(db) = std::env::var_os("BENCH_DB") {
        command.arg("--db");
        command.arg(db);
    }
    in_home(&mut command, home);
    command
}

fn bare(home: &Path) -> io::Result<CommandBuilder> {
    let mut command = CommandBuilder::new(std::env::current_exe()?);
    command.env(BARE, "1");
    in_home(&mut command, home);
    Ok(command)
}

fn in_home(command: &mut CommandBuilder, home: &Path) {
    for name in ["NO_COLOR", "COLORTERM", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env_remove(name);
    }
    command.env("HOME", home);
    command.env("TERM", "xterm-256color");
    command.cwd(home);
}

/// From the start of the process to the last byte of its first full screen, of both programs in
/// turn, so that what else the machine does meanwhile falls on both.
fn starts(home: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let count = number("BENCH_STARTS", 40);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // The first start of all copies the sample register; the system then knows both programs.
    for measured in std::iter::once(false).chain(std::iter::repeat_n(true, count)) {
        for (command, times) in [(program(home), &mut ours), (bare(home)?, &mut theirs)] {
            let mut line = Line::start(command, SIZE)?;
            let since = line.started;
            let quiet = if measured { 4 * QUIET } else { 20 * QUIET };
            let shown = line.settle(since, quiet).ok_or_else(|| line.screen(SIZE))?;
            if measured {
                times.push(shown);
            }
        }
    }
    writeln!(out, "start to first full screen, ms    min   median    p90     max    bytes")?;
    writeln!(out, "  bare program               {}", Row(&theirs))?;
    writeln!(out, "  ta-tui                     {}", Row(&ours))?;
    let ratio = |share| at(&ours, share).as_secs_f64() / at(&theirs, share).as_secs_f64();
    writeln!(out, "  ratio: {:.1} of the medians, {:.1} of the minima", ratio(0.5), ratio(0.0))?;
    Ok(())
}

/// From the writing of a key to the last byte of the last frame that follows from it.
fn keys_to_frames(home: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let rounds = number("BENCH_ROUNDS", 9);
    let mut line = Line::start(program(home), SIZE)?;
    let since = line.started;
    line.settle(since, 20 * QUIET).ok_or_else(|| line.screen(SIZE))?;
    let mut shown: Vec<Vec<Shown>> = vec![Vec::new(); KINDS.len()];
    for _ in 0..rounds {
        for (kind, shown) in KINDS.iter().zip(&mut shown) {
            for key in HOME.iter().chain(kind.from) {
                line.press(&keys::bytes(key), QUIET)?;
            }
            for key in kind.keys {
                let answer = line.type_in(&keys::bytes(key), QUIET)?;
                shown.push(answer.ok_or_else(|| format!("{key}:\n{}", line.screen(SIZE)))?);
            }
        }
    }
    writeln!(
        out,
        "key to frame, ms                  min   median    p90     p99     max    bytes"
    )?;
    for (kind, shown) in KINDS.iter().zip(&shown) {
        writeln!(out, "  {:<27}{}", kind.name, Row(shown))?;
    }
    let all: Vec<Shown> = shown.concat();
    writeln!(out, "  all {:<23}{}", all.len(), Row(&all))?;
    if let Some(resident) = line.resident() {
        writeln!(out, "resident memory: {resident}")?;
    }
    Ok(())
}

/// Times in order and the bytes on average, as a row of figures.
struct Row<'a>(&'a [Shown]);

impl std::fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for share in [0.0, 0.5, 0.9, 0.99, 1.0] {
            write!(f, "{:8.2}", at(self.0, share).as_secs_f64() * 1e3)?;
        }
        let bytes: usize = self.0.iter().map(|shown| shown.bytes).sum();
        write!(f, "{:9}", bytes / self.0.len().max(1))
    }
}

/// The time that this share of all does not exceed.
fn at(shown: &[Shown], share: f64) -> Duration {
    let mut times: Vec<Duration> = shown.iter().map(|shown| shown.after).collect();
    times.sort_unstable();
    let place = (times.len() as f64 * share).ceil() as usize;
    times.get(place.saturating_sub(1)).copied().unwrap_or_default()
}
