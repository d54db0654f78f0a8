//! Tests of the memory that reading takes: each file is read by a process of its own, which tells its peak.

use super::xlsx_tests::archive;
use super::{Choice, Stop, TableFile};
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The variable that makes this test the process that reads: the file's path.
const READ: &str = "TA_TUI_TEST_READS";

/// The most memory for any file, in KiB.
const MOST: u64 = 64 << 10;

/// The peak of this process, in KiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// The peak of a process that reads a file, and what it found.
fn read(path: &Path) -> (u64, String) {
    let name = "spreadsheet::memory_tests::no_file_takes_more_memory_than_the_limit";
    let mut reader = Command::new(env::current_exe().unwrap());
    reader.args(["--exact", name, "--nocapture", "--test-threads=1"]).env(READ, path);
    let told = String::from_utf8(reader.output().unwrap().stdout).unwrap();
    let line = told.lines().find_map(|line| Some(line.split_once("peak=")?.1));
    let (peak, found) = line.unwrap_or_else(|| panic!("{told}")).split_once(' ').unwrap();
    (peak.parse().unwrap(), found.to_owned())
}

#[test]
fn no_file_takes_more_memory_than_the_limit() {
    if let Some(path) = env::var_os(READ) {
        let stop = Stop::default();
        let mut rows = 0;
        let read = TableFile::open(Path::new(&path), &Choice::default(), &stop).and_then(|file| {
            file.rows(&stop, &mut |_| {
                rows += 1;
                ControlFlow::Continue(())
            })
        });
        let found = read.map_or_else(|refused| refused.to_string(), |_| format!("{rows} rows"));
        println!("\npeak={} {found}", peak());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        fs::File::create(&path).unwrap().write_all(content).unwrap();
        path
    };
    let (small, found) = read(&file("small.csv", b"a,b\n1,2\n"));
    assert_eq!(found, "2 rows");
    let long = b"Ghana,52,Train investigators in tracing assets\n".repeat(400_000);
    let (peak, found) = read(&file("long.csv", &long));
    assert_eq!(found, "400000 rows");
    assert!(peak < small + (4 << 10), "{small} KiB without and {peak} KiB with a long file");
    let sheet = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>";
    let bomb = [sheet.as_bytes(), &b"x".repeat(60 << 20)].concat();
    let relation =
        b"<Relationships><Relationship Id=\"r\" Target=\"worksheets/s.xml\"/></Relationships>";
    let book = b"<workbook><sheets><sheet name=\"needs\" r:id=\"r\"/></sheets></workbook>";
    let bomb = archive(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relation),
        ("xl/worksheets/s.xml", &bomb),
    ]);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/import");
    for (path, words) in [
        (file("bomb.xlsx", &bomb), "Cell A1"),
        (fixtures.join("40-one-cell-200MB.xlsx"), "Cell A1"),
        (fixtures.join("38-far-cell.xlsx"), "1 rows"),
        (file("quote.csv", &[b"a,\"", &*long].concat()), "line 1"),
        (file("wide.csv", &b"a,".repeat(10_000)), "columns"),
    ] {
        let (peak, found) = read(&path);
        assert!(found.contains(words), "{}: {found}", path.display());
        assert!(peak < MOST, "{}: {peak} KiB", path.display());
    }
}
