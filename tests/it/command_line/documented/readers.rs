//! Lines that query the file of a register with another program: the shell takes each apart, and the query is run
//! here on a fresh copy of the sample register, read only.

use super::lines::Shown;
use crate::command_line::place::Place;
use crate::support::desk::sample;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// The programs, each with a function that queries as it does.
const READERS: [(&str, Asks); 3] =
    [("sqlite3", sqlite3), ("duckdb", duckdb), ("datasette", datasette)];

/// Runs the query in the words of a command line; an error where it shows nothing.
type Asks = fn(&Place, &[&str]) -> Result<(), String>;

/// Runs the query of a line that starts one of these programs; an error says why the line is wrong.
pub(super) fn ask(place: &Place, shown: &Shown) -> Option<Result<(), String>> {
    let (program, asks) = READERS.into_iter().find(|(program, _)| *program == shown.program())?;
    let words = words_of(place, program, &shown.line);
    if !place.db.exists() {
        fs::copy(sample(), &place.db).unwrap();
    }
    Some(asks(place, &words.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// The words that the shell hands to the program.
fn words_of(place: &Place, program: &str, line: &str) -> Vec<String> {
    let stand_in = place.file(program);
    fs::write(&stand_in, "#!/bin/sh\nprintf '%s\\0' \"$@\"\n").unwrap();
    fs::set_permissions(&stand_in, fs::Permissions::from_mode(0o755)).unwrap();
    let output = Command::new("sh")
        .args(["-c", line])
        .env("PATH", format!("{}:/usr/bin:/bin", place.dir.path().display()))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    fs::remove_file(stand_in).unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    words.split_terminator('\0').map(str::to_owned).collect()
}

/// SQLite's own shell: `-readonly FILE SQL`.
fn sqlite3(place: &Place, words: &[&str]) -> Result<(), String> {
    let ["-readonly", file, query] = words else { return Err(format!("cannot read {words:?}")) };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let sql =
        Connection::open_with_flags(place.file(file), flags).map_err(|error| error.to_string())?;
    shows(&sql, query)
}

/// `DuckDB`: `-c SQL`, which attaches the file under its name without the ending and then asks.
fn duckdb(place: &Place, words: &[&str]) -> Result<(), String> {
    let ["-c", script] = words else { return Err(format!("cannot read {words:?}")) };
    let sql = Connection::open_in_memory().map_err(|error| error.to_string())?;
    for statement in script.split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
        let Some(attached) = statement.strip_prefix("ATTACH '") else {
            shows(&sql, statement)?;
            continue;
        };
        let Some((file, "(TYPE sqlite, READ_ONLY)")) = attached.split_once("' ") else {
            return Err(format!("not attached for reading: {statement}"));
        };
        let (path, name) = (place.file(file), Path::new(file).file_stem().unwrap());
        if !path.exists() {
            return Err(format!("no {file}"));
        }
        let (path, name) = (path.to_str().unwrap(), name.to_str().unwrap());
        sql.execute(&format!("ATTACH ?1 AS \"{name}\""), [path])
            .map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Datasette: `serve FILE --metadata FILE`. It lists the tables that the second file tells of, under the name of the
/// first without its ending.
fn datasette(place: &Place, words: &[&str]) -> Result<(), String> {
    let ["serve", file, "--metadata", told] = words else {
        return Err(format!("cannot read {words:?}"));
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let sql =
        Connection::open_with_flags(place.file(file), flags).map_err(|error| error.to_string())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let told = fs::read_to_string(root.join(told)).map_err(|error| error.to_string())?;
    let name = Path::new(file).file_stem().unwrap().to_str().unwrap();
    let (_, tables) = (told.split_once(&format!("\n  {name}:\n")))
        .and_then(|(_, database)| database.split_once("\n    tables:\n"))
        .ok_or_else(|| format!("nothing is told of {name}"))?;
    let is_name = |line: &&str| line.starts_with("      ") && !line[6..].starts_with([' ', '#']);
    let names = tables.lines().filter(is_name).map(|line| line.trim().trim_end_matches(':'));
    let rows: Result<Vec<usize>, String> =
        names.map(|name| rows(&sql, &format!("SELECT * FROM \"{name}\" LIMIT 1"))).collect();
    if rows?.iter().any(|rows| *rows > 0) { Ok(()) } else { Err("no table has a row".to_owned()) }
}

/// Asks; why nothing is shown, where nothing is.
fn shows(sql: &Connection, query: &str) -> Result<(), String> {
    if rows(sql, query)? > 0 { Ok(()) } else { Err(format!("no row: {query}")) }
}

/// Asks, and reads every row: a value that cannot be made is an error. How many there are.
fn rows(sql: &Connection, query: &str) -> Result<usize, String> {
    let mut statement = sql.prepare(query).map_err(|error| error.to_string())?;
    let mut rows = statement.query([]).map_err(|error| error.to_string())?;
    let mut count = 0;
    while rows.next().map_err(|error| error.to_string())?.is_some() {
        count += 1;
    }
    Ok(count)
}
