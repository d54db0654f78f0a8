//! scratch
use ta_tui::sample::{Options, make};
#[test]
fn scratch() {
    let path = std::path::Path::new("/tmp/sample-try.db");
    let _ = std::fs::remove_file(path);
    let t = std::time::Instant::now();
    println!("{:?}", make(path, &Options::default(), |_, _| {}).unwrap());
    println!("{:?}", t.elapsed());
}
