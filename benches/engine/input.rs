//! From the terminal's bytes to keys: the cost of one read, and a megabyte in reads as large as a
//! terminal gives them.

use divan::Bencher;
use divan::counter::BytesCount;
use std::time::Instant;
use ta_tui::term::input::{Decoder, Waits};

/// The bytes that Linux hands over at once.
const READ: usize = 4_095;

const MEGABYTE: usize = 1 << 20;

/// Single reads: their names and bytes.
const READS: [(&str, &[u8]); 5] = [
    ("letter", b"j"),
    ("arrow", b"\x1b[B"),
    ("key of kitty's protocol", b"\x1b[97;5:1u"),
    ("reply", b"\x1b]11;rgb:1c1c/dede/cccc\x1b\\"),
    ("200 letters", &[b'j'; 200]),
];

#[divan::bench(args = READS.map(|read| read.0), sample_size = 1000)]
fn one_read(bencher: Bencher, name: &str) {
    let bytes = READS.iter().find(|read| read.0 == name).unwrap().1;
    let mut decoder = Decoder::new(Waits::NEAR);
    let now = Instant::now();
    bencher.bench_local(|| decoder.feed(divan::black_box(bytes), now));
}

/// A text without marks, a marked one, a string of the terminal's, and keys.
#[divan::bench(args = ["text", "paste", "string", "arrows"])]
fn megabyte(bencher: Bencher, kind: &str) {
    let (begin, body, end): (&[u8], &str, &[u8]) = match kind {
        "text" => {
            (b"", "Draft the law on asset declarations; saisir les avoirs gel\u{e9}s.\r", b"")
        }
        "paste" => (b"\x1b[200~", "Draft the law on asset declarations.\r", b"\x1b[201~"),
        "string" => (b"\x1b]52;c;", "aGVsbG8gd29ybGQ=", b"\x07"),
        _ => (b"", "\x1b[B\x1b[A\x1b[1;5C", b""),
    };
    let bytes = [begin, body.repeat(MEGABYTE / body.len()).as_bytes(), end].concat();
    let now = Instant::now();
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| {
        let mut decoder = Decoder::new(Waits::NEAR);
        bytes.chunks(READ).map(|read| decoder.feed(read, now).len()).sum::<usize>()
    });
}
