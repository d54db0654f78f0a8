//! `ta-tui export` and `ta-tui import register`: files whole or not at all, their forms, and registers that come back.

use super::place::{Place, Ran};
use calamine::{Data, Range, Reader, Xlsx};
use std::fs;
use std::io::{Cursor, Read};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use ta_tui::domain::{EXAMPLE_ROW, as_stated};

fn workbook(file: &Path) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(fs::read(file).unwrap())).unwrap()
}

fn said_at(range: &Range<Data>, row: u32, column: u32) -> String {
    range.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

impl Place {
    /// Runs an export into a file of this place.
    fn export(&self, words: &[&str], file: &str) -> Ran {
        let file = self.file(file);
        self.run(&[&["export"], words, &["--out", file.to_str().unwrap()]].concat())
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.file(file)).unwrap()
    }
}

#[test]
fn each_ending_makes_the_file_of_its_kind_with_the_rows_of_the_list() {
    let place = Place::new();
    for (ending, format) in [("csv", "csv"), ("json", "json"), ("jsonl", "jsonl")] {
        let file = format!("needs.{ending}");
        place.export(&["needs", "state:ghana"], &file).done();
        let list = place.run(&["needs", "state:ghana", "--columns", "all", "--format", format]);
        assert_eq!(place.read(&file), list.done());
    }
    let ran = place.export(&["needs", "--columns", "id,text", "--sort", "-id"], "needs.md");
    assert!(ran.err.contains("4 rows were written"), "{ran:?}");
    let list = place.run(&["needs", "--columns", "id,text", "--sort", "-id", "--format", "md"]);
    assert_eq!(place.read("needs.md"), list.out);
    assert!(list.out.starts_with("| No. | Need |\n| ---: | --- |\n| 1234 | Advice |\n"));
    for what in ["reviews", "states", "people", "activities"] {
        let file = format!("{what}.csv");
        place.export(&[what], &file).done();
        let list = if what == "people" { "focal-points" } else { what };
        let list = place.run(&[list, "--columns", "all", "--format", "csv"]);
        assert_eq!(place.read(&file), list.out, "{what}");
    }
    let marked = place.run(&["export", "needs", "--out", "-", "--format", "csv", "--bom"]);
    assert!(marked.done().starts_with("\u{feff}id,state,"));
    place.export(&["needs", "--bom"], "marked.csv").done();
    assert_eq!(place.read("marked.csv"), marked.out);
}

#[test]
fn a_file_that_is_there_stays_and_a_mistake_leaves_none() {
    let place = Place::new();
    fs::write(place.file("needs.csv"), "mine").unwrap();
    let before = names(place.dir.path());
    for (words, file, status, part) in [
        (&["needs"][..], "needs.csv", 1, "is there already"),
        (&["needs"], "needs.txt", 2, "must end in one of these"),
        (&["needs", "--format", "json"], "other.csv", 2, "different things"),
        (&["needs", "nonsense:1"], "other.csv", 2, "nonsense"),
        (&["needs", "--columns", "colour"], "other.csv", 2, "colour"),
        (&["needs", "--columns", "id", "--full"], "other.csv", 2, "--full"),
        (&["needs"], "none/needs.csv", 1, "none"),
        (&["template", "--full"], "form.xlsx", 2, "--full"),
        (&["template"], "form.csv", 2, ".xlsx"),
        (&["register", "state:ghana"], "folder", 2, "FILTER"),
        (&["themes"], "themes.csv", 2, "themes"),
    ] {
        let ran = place.export(words, file);
        assert_eq!(ran.status, status, "{words:?}: {ran:?}");
        assert!(ran.err.contains(part), "{words:?}: {ran:?}");
        assert!(ran.out.is_empty());
    }
    let ran = place.run(&["export", "needs", "--out", "-"]);
    assert!(ran.status == 2 && ran.err.contains("--format csv"), "{ran:?}");
    assert_eq!(names(place.dir.path()), before);
    assert_eq!(place.read("needs.csv"), "mine");
    place.export(&["needs", "--force"], "needs.csv").done();
    assert!(place.read("needs.csv").starts_with("id,state"));
    assert_eq!(names(place.dir.path()), before);
}

/// A limit on the size of files stands for a disk that is full.
#[test]
fn a_disk_that_is_full_is_told_and_no_file_is_left() {
    let place = Place::of_sample();
    // SQLite's files beside the register come and go.
    let made = || -> Vec<String> {
        let names = names(place.dir.path()).into_iter();
        names.filter(|name| !name.starts_with("register.db")).collect()
    };
    place.run(&["needs", "--limit", "1"]).done();
    let before = made();
    for file in ["needs.csv", "needs.xlsx", "needs.md"] {
        let words = format!(
            "ulimit -f 8; exec {} export needs --out {file} --lang en",
            env!("CARGO_BIN_EXE_ta-tui")
        );
        let mut shell = Command::new("sh");
        shell.args(["-c", &words]).current_dir(place.dir.path()).env_clear();
        shell.env("HOME", place.dir.path()).env("TA_TUI_DB", &place.db);
        let ran = Ran::of(&shell.output().unwrap());
        assert_eq!(ran.status, 1, "{ran:?}");
        assert!(ran.err.contains(file) && ran.err.contains("No part of the file"), "{ran:?}");
        assert_eq!(made(), before);
    }
}

#[test]
fn a_workbook_says_what_it_is_of_and_is_the_same_bytes_each_time() {
    let place = Place::of_sample();
    let words = ["needs", "state:ghana", "--as-of", "2019-09-30"];
    place.export(&words, "one.xlsx").done();
    place.export(&words, "two.xlsx").done();
    assert_eq!(
        fs::read(place.file("one.xlsx")).unwrap(),
        fs::read(place.file("two.xlsx")).unwrap()
    );
    let mut book = workbook(&place.file("one.xlsx"));
    assert_eq!(book.sheet_names(), ["ta-tui", "data"]);
    let about = book.worksheet_range("ta-tui").unwrap();
    let told: Vec<String> = about.rows().map(|row| row[1].to_string()).collect();
    assert_eq!(told[..3], ["register.db", "state:ghana", "2019-09-30"]);
    assert!(told.iter().any(|words| words.contains("illustrative")), "{told:?}");
    // The rows are those of the list, cell by cell.
    let data = book.worksheet_range("data").unwrap();
    let asked = [&words[..], &["--columns", "all", "--format", "csv"]].concat();
    let list = place.run(&asked);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(list.out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(data.height(), rows.len());
    for (row, record) in (0..).zip(&rows) {
        for (column, cell) in (0..).zip(record) {
            let said = match data.get_value((row, column)) {
                Some(Data::DateTime(day)) => {
                    let (year, month, day, ..) = day.to_ymd_hms_milli();
                    format!("{year}-{month:02}-{day:02}")
                }
                _ => said_at(&data, row, column),
            };
            assert_eq!(said, as_stated(cell), "{row} {column}");
        }
    }
}

#[test]
fn the_form_has_lists_to_choose_from_and_an_example_in_every_language() {
    let place = Place::of_sample();
    for (lang, heads, priority) in
        [("en", ["State", "Cycle"], "High"), ("zh", ["国家", "周期"], "高")]
    {
        let file = format!("form-{lang}.xlsx");
        place.export(&["template", "--lang", lang], &file).done();
        let mut book = workbook(&place.file(&file));
        assert_eq!(book.sheet_names(), ["needs", "values"]);
        let form = book.worksheet_range("needs").unwrap();
        assert_eq!([said_at(&form, 0, 0), said_at(&form, 0, 1)], heads);
        assert!((0..14).all(|column| !said_at(&form, 0, column).is_empty()));
        assert!(said_at(&form, 1, 4).starts_with(EXAMPLE_ROW));
        assert_eq!(form.height(), 2);
        let values = book.worksheet_range("values").unwrap();
        assert!(values.height() > 180, "{} States", values.height());
        let all: Vec<String> = values.rows().flatten().map(ToString::to_string).collect();
        assert!(all.iter().any(|word| word == priority), "{lang}");
        let mut zip = zip::ZipArchive::new(fs::File::open(place.file(&file)).unwrap()).unwrap();
        let mut xml = String::new();
        zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
        assert_eq!(xml.matches("<dataValidation ").count(), 6, "{xml}");
        assert!(xml.contains("sqref=\"G2:G2000\"><formula1>IF($B2&amp;\"\"=\"2\",'values'!"));
    }
}

#[test]
fn names_are_left_out_of_exports_too() {
    let place = Place::of_sample();
    for file in ["needs.csv", "needs.md", "needs.json", "reviews.csv", "activities.csv"] {
        let what = file.split('.').next().unwrap();
        place.export(&[what, "--no-names"], file).done();
        let written = place.read(file);
        for state in ["Ghana", "GHA", "Kenya", "Bhutan"] {
            assert!(!written.contains(state), "{file}: {state}");
        }
    }
    let refused = place.export(&["register", "--no-names"], "folder");
    assert_eq!(refused.status, 2, "{refused:?}");
    assert!(!place.file("folder").exists());
}

#[test]
fn without_names_no_need_tells_its_document() {
    let place = Place::new();
    let sql = "UPDATE need SET document = 'CAC/X', paragraph = '§7' WHERE id = 1;
               INSERT INTO recommendation (need_id, text, language, document, paragraph)
                 VALUES (1, 'Improve it', 'en', 'CAC/X', '§7')";
    place.sql().execute_batch(sql).unwrap();
    let columns = ["--columns", "id,document,paragraph,recommendations"];
    let asked = [&["needs", "id:1"][..], &columns].concat();
    for format in ["table", "csv", "json", "jsonl", "md"] {
        let list = [&asked[..], &["--format", format]].concat();
        let mut all = vec![list.clone(), [&list[..], &["--as-of", "2018-12-31"]].concat()];
        if format != "table" {
            all.push([&["export"], &list[..], &["--out", "-"]].concat());
        }
        all.push(vec!["show", "1", "--format", format]);
        for words in all {
            let told = place.run(&words);
            assert!(told.done().contains("CAC/X"), "{told:?}");
            let untold = place.run(&[&words[..], &["--no-names"]].concat());
            for part in ["CAC/X", "§7", "Improve"] {
                assert!(!untold.out.contains(part), "{words:?}: {untold:?}");
            }
        }
    }
}

/// Every table of a register, as SQLite's shell would list it.
fn dump(place: &Place, db: &Path) -> Vec<(String, Vec<Vec<rusqlite::types::Value>>)> {
    let sql = rusqlite::Connection::open(db).unwrap();
    let mut tables = sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables: Vec<String> =
        tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(tables.len() > 40, "{}", place.db.display());
    let rows = |table: &String| {
        let mut all = sql.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = all.column_count();
        let cells = |row: &rusqlite::Row| (0..columns).map(|at| row.get(at)).collect();
        let mut rows: Vec<Vec<_>> =
            all.query_map([], cells).unwrap().collect::<Result<_, _>>().unwrap();
        rows.sort_by_key(|row| format!("{row:?}"));
        (table.clone(), rows)
    };
    tables.iter().map(rows).collect()
}

#[test]
fn a_register_comes_back_from_its_folder_table_by_table() {
    let place = Place::of_sample();
    place.run(&["set", "12", "notes== not a formula, \\N", "--as", "secretariat"]).done();
    let folder = place.file("archive");
    place.export(&["register"], "archive").done();
    let again = place.file("again.db");
    let import = ["import", "register", folder.to_str().unwrap(), "--db", again.to_str().unwrap()];
    place.run(&import).done();
    assert_eq!(dump(&place, &place.db), dump(&place, &again));
    let check = place.run(&["check", "--db", again.to_str().unwrap(), "--format", "json"]);
    assert_eq!(check.status, place.run(&["check", "--format", "json"]).status, "{check:?}");
    // The same bytes, by any register that is the same.
    let mut command = place.command();
    command.env("TA_TUI_DB", &again).args(["export", "register", "--out"]);
    Ran::of(&command.arg(place.file("second")).output().unwrap()).done();
    let (first, second) = (names(&folder), names(&place.file("second")));
    assert_eq!(first, second);
    for name in first {
        let read = |folder: &str| fs::read(place.file(folder).join(&name)).unwrap();
        assert!(read("archive") == read("second"), "{name}");
    }
    // Neither a register nor a folder takes the place of another.
    let refused = place.run(&import);
    assert!(refused.status != 0 && refused.err.contains("already there"), "{refused:?}");
    let refused = place.export(&["register"], "archive");
    assert!(refused.status == 1 && refused.err.contains("--force"), "{refused:?}");
    place.run(&["set", "12", "notes=other", "--as", "secretariat"]).done();
    place.export(&["register", "--force"], "archive").done();
    assert!(fs::read_to_string(folder.join("change.csv")).unwrap().contains("other"));
    fs::create_dir(place.file("other")).unwrap();
    fs::write(place.file("other/mine"), "mine").unwrap();
    let refused = place.export(&["register", "--force"], "other");
    assert!(refused.status == 1 && names(&place.file("other")) == ["mine"], "{refused:?}");
    assert!(!names(place.dir.path()).iter().any(|name| name.contains(".part")));
}

#[test]
fn a_folder_that_was_changed_is_refused_with_the_file_and_the_line() {
    let place = Place::new();
    place.export(&["register"], "archive").done();
    let folder = place.file("archive");
    let change = |name: &str, from: &str, to: &str| {
        let file = folder.join(name);
        let whole = fs::read_to_string(&file).unwrap();
        assert!(whole.contains(from), "{name}: {from}\n{whole}");
        fs::write(&file, whole.replacen(from, to, 1)).unwrap();
        move || fs::write(&file, whole).unwrap()
    };
    let refused = |part: &str| {
        let again = place.file("again.db");
        let ran = place.run(&[
            "import",
            "register",
            folder.to_str().unwrap(),
            "--db",
            again.to_str().unwrap(),
        ]);
        assert_eq!(ran.status, 65, "{part}: {ran:?}");
        assert!(ran.err.contains(part), "{part}: {ran:?}");
        let left = names(place.dir.path());
        assert!(left.iter().all(|name| !name.starts_with("again.db")), "{left:?}");
    };
    for (file, from, to, part) in [
        ("need.csv", "Training on", "Training in", "need.csv:2–"),
        ("need.csv", "Training on", "\"Training\non", "need.csv:2"),
        ("need.csv", "id,category_id", "id,category", "need.csv:1"),
        ("need.csv", "\n1234,", "\n12x4,", "need.csv:5"),
        ("need.csv", "\n1234,", "\n3,", "need.csv:5"),
        ("need_article.csv", "3,57\n", "", "need_article.csv:2–"),
        ("need_article.csv", "3,57\n", "3,57\n3,58\n", "need_article.csv:2–"),
        ("need_article.csv", "1,8\n", "1,8,9\n", "need_article.csv:2"),
        ("datapackage.json", "\"profile\"", "profile", "datapackage.json:2"),
        ("datapackage.json", "\"need.csv\"", "\"../need.csv\"", "need"),
        ("datapackage.json", "\"ta-tui:schema\": 1", "\"ta-tui:schema\": 9", "schema"),
    ] {
        let back = change(file, from, to);
        refused(part);
        back();
    }
    fs::rename(folder.join("theme.csv"), place.file("away")).unwrap();
    refused("theme.csv");
    fs::rename(place.file("away"), folder.join("theme.csv")).unwrap();
    // Also one whose checksums were made to fit: a reference to nothing.
    place
        .sql()
        .execute_batch("PRAGMA foreign_keys = 0; INSERT INTO need_theme VALUES (3, 999)")
        .unwrap();
    fs::remove_dir_all(&folder).unwrap();
    place.export(&["register"], "archive").done();
    refused("need_theme.csv:3: theme_id");
}

#[test]
fn only_regular_files_of_a_folder_are_read_and_nothing_is_left_of_what_is_refused() {
    let place = Place::new();
    place.export(&["register"], "archive").done();
    let folder = place.file("archive");
    let import = |place: &Place| {
        let again = place.file("again.db");
        let mut command = place.command();
        command.args(["import", "register"]).arg(&folder).arg("--db").arg(again);
        command
    };
    for name in ["theme.csv", "datapackage.json"] {
        let (file, away) = (folder.join(name), place.file("away"));
        fs::rename(&file, &away).unwrap();
        let put: [&dyn Fn(); 4] = [
            &|| assert!(Command::new("mkfifo").arg(&file).status().unwrap().success()),
            &|| symlink("/dev/zero", &file).unwrap(),
            &|| drop(UnixListener::bind(&file).unwrap()),
            &|| fs::create_dir(&file).unwrap(),
        ];
        for (kind, put) in put.iter().enumerate() {
            put();
            let ran = Ran::of(&import(&place).output().unwrap());
            let said = ran.failed(65);
            assert!(said.contains(name) && said.contains("and no file"), "{kind}: {ran:?}");
            let left = names(place.dir.path());
            assert!(!left.iter().any(|name| name.starts_with("again.db")), "{left:?}");
            fs::remove_file(&file).or_else(|_| fs::remove_dir(&file)).unwrap();
        }
        fs::rename(&away, &file).unwrap();
    }
    Ran::of(&import(&place).output().unwrap()).done();
}

#[test]
fn over_ssh_exports_go_to_standard_output_alone() {
    let place = Place::new();
    let sent = |words: &str| {
        let mut command = place.command();
        command.args(["session", "--db"]).arg(&place.db).args(["--as", "fp-gh"]);
        command.env("SSH_ORIGINAL_COMMAND", words).current_dir("/");
        Ran::of(&command.output().unwrap())
    };
    let read = sent("export needs state:ghana --out - --format csv --columns id");
    assert_eq!(read.done(), "id\r\n1\r\n2\r\n");
    for words in ["export needs --out /tmp/x.csv", "export template --out x.xlsx"] {
        let refused = sent(words);
        assert!(refused.status == 2 && refused.err.contains("--out"), "{refused:?}");
    }
    for words in ["export register --out x", "import register x", "export register --out -"] {
        assert_eq!(sent(words).status, 2, "{words}");
    }
    // One State alone, or no names, as in lists.
    let sees = |what: &str| {
        let sql = format!("UPDATE person SET sees = '{what}' WHERE code = 'fp-gh'");
        place.sql().execute_batch(&sql).unwrap();
        sent("export needs --out - --format csv --columns id,state").done().to_owned()
    };
    assert_eq!(sees("own-state"), "id,state\r\n1,Ghana\r\n2,Ghana\r\n");
    let nameless = sees("no-names");
    assert!(nameless.lines().count() == 5 && !nameless.contains("Ghana"), "{nameless}");
}

#[test]
fn no_export_takes_the_place_of_a_register_or_of_what_is_no_file() {
    let place = Place::new();
    let at = |name: &str| place.file(name);
    // The register that is open, by an ending that exports have, by a link of each kind, and its log.
    fs::rename(&place.db, at("open.csv")).unwrap();
    fs::hard_link(at("open.csv"), at("hard.csv")).unwrap();
    symlink(at("open.csv"), at("soft.csv")).unwrap();
    symlink(at("open.csv-wal"), at("wal.csv")).unwrap();
    fs::write(at("open.csv-wal"), "").unwrap();
    fs::create_dir(at("folder.csv")).unwrap();
    let _socket = UnixListener::bind(at("socket.csv")).unwrap();
    symlink("/dev/null", at("device.csv")).unwrap();
    let before = fs::read(at("open.csv")).unwrap();
    let run = |words: &[&str]| {
        let mut command = place.command();
        command.env("TA_TUI_DB", at("open.csv")).args(words).current_dir(place.dir.path());
        Ran::of(&command.output().unwrap())
    };
    for (file, part) in [
        ("open.csv", "is a register"),
        ("hard.csv", "is a register"),
        ("soft.csv", "is a register"),
        ("wal.csv", "is a register"),
        ("folder.csv", "is a folder, a pipe"),
        ("socket.csv", "is a folder, a pipe"),
        ("device.csv", "is a folder, a pipe"),
    ] {
        for force in [&[][..], &["--force"]] {
            let ran = run(&[&["export", "needs", "--out", file], force].concat());
            assert!(ran.failed(1).contains(part), "{file}: {ran:?}");
            assert!(!ran.err.contains("--force"), "{file}: {ran:?}");
        }
    }
    let form = at("form.xlsx");
    fs::copy(at("open.csv"), &form).unwrap();
    let ran = run(&["export", "template", "--force", "--out", "form.xlsx"]);
    assert!(ran.failed(1).contains("is a register"), "{ran:?}");
    assert_eq!(fs::read(form).unwrap(), before);
    assert_eq!(fs::read(at("open.csv")).unwrap(), before);
    assert!(!names(place.dir.path()).iter().any(|name| name.contains(".part")));
}

#[test]
fn every_export_marks_every_illustrative_record() {
    let made_up = Place::of_sample();
    for (what, columns) in [
        ("needs", "id"),
        ("reviews", "state"),
        ("states", "state"),
        ("people", "code"),
        ("activities", "code"),
    ] {
        for named in [&[][..], &["--columns", columns]] {
            let words = |format: &'static str| {
                let words = ["export", what, "--format", format, "--out", "-"];
                made_up.run(&[&words[..], named].concat())
            };
            let csv = words("csv");
            let mut lines = csv.done().lines();
            assert!(lines.next().unwrap().ends_with(",illustrative"), "{what} {named:?}");
            let rows = words("json").json();
            assert!(!rows.is_empty() && rows.iter().all(|row| row["illustrative"] == true));
            let lines = words("jsonl");
            assert!(lines.done().lines().all(|line| line.ends_with("\"illustrative\":true}")));
            let table = words("md");
            let head = table.done().lines().next().unwrap();
            assert!(head.ends_with("| Illustrative |"), "{what} {named:?}: {head}");
            let file = format!("{what}-{}.xlsx", named.len());
            made_up.export(&[&[what][..], named].concat(), &file).done();
            let data = workbook(&made_up.file(&file)).worksheet_range("data").unwrap();
            let last = data.width() as u32 - 1;
            assert_eq!(said_at(&data, 0, last), "illustrative", "{what} {named:?}");
            assert_eq!(said_at(&data, 1, last).to_lowercase(), "true", "{what} {named:?}");
        }
    }
}

/// A register that is not made up, into which some records that are have come from files.
#[test]
fn a_real_register_marks_the_records_that_are_illustrative() {
    let place = Place::new();
    assert!(
        !place
            .run(&["export", "needs", "--out", "-", "--format", "csv"])
            .done()
            .contains("illustrative")
    );
    place
        .sql()
        .execute_batch(
            "UPDATE need SET origin = 'illustrative' WHERE id = 3;
             UPDATE review SET origin = 'illustrative' WHERE id = 2;
             UPDATE person SET origin = 'illustrative' WHERE code = 'fp-gh'",
        )
        .unwrap();
    let export = |what: &str, columns: &str| {
        let words = ["export", what, "--out", "-", "--format", "csv", "--columns", columns];
        place.run(&words).done().replace("\r\n", " ")
    };
    assert_eq!(export("needs", "id"), "id,illustrative 1,false 2,false 3,true 1234,false ");
    let reviews = export("reviews", "iso3,origin");
    assert!(reviews.starts_with("iso3,origin,illustrative "), "{reviews}");
    assert!(reviews.contains("BTN,illustrative,true") && reviews.contains("GHA,recorded,false"));
    let people = export("people", "code,origin");
    assert!(people.contains("fp-gh,illustrative,true"), "{people}");
    assert_eq!(people.matches(",true").count(), 1, "{people}");
    assert_eq!(export("states", "iso3").lines().next().unwrap().split(' ').next(), Some("iso3"));
    for what in ["reviews", "people", "activities"] {
        let full = place.run(&["export", what, "--out", "-", "--format", "csv"]);
        assert!(full.done().lines().next().unwrap().contains(",origin"), "{what}");
    }
}

#[test]
fn parts_of_the_world_come_back_by_their_names() {
    let place = Place::of_sample();
    let columns = "code,kind,level,description,document,paragraph,areas";
    place.export(&["activities", "--columns", columns], "areas.csv").done();
    assert!(place.read("areas.csv").contains("Pacific"));
    let file = place.file("areas.csv");
    let words = ["import", "activities", file.to_str().unwrap(), "--accept-doubtful", "--dry-run"];
    let ran = place.run(&words);
    assert!(ran.status == 0 && !ran.err.contains("parts of the world"), "{ran:?}");
}
