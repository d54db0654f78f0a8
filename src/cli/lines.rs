//! Lines of standard input: each one of which nothing can be made is told with its number, and nothing is done with the
//! others then. Input of any length is read to a bound only: a device, or a file with other contents, has no end.

use super::failure::{Failure, Status};
use crate::text::Message;
use std::io::{BufRead, Read as _};

/// The most bytes that are read at once.
const MOST_BYTES: u64 = 64 << 20;

/// The most bad lines that are told one by one.
const TOLD: usize = 20;

/// After so many bad lines nothing more is read: this is other input than was asked for.
const WRONG: usize = 100;

/// The bounds of one kind of input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// The longest line, in bytes.
    pub(super) longest: u64,
    /// The most lines, empty ones among them.
    pub(super) most: usize,
    /// The message that says what each line should be, with `line`, the one at which the reading stopped.
    pub(super) stopped: &'static str,
}

/// Gives every line that is not empty to `take`, with its number from 1 and without the space around it.
///
/// # Errors
/// The lines that `take` refuses, and the one at which the reading had to stop: too long, too many, unreadable.
pub(super) fn each(
    mut input: impl BufRead,
    bounds: Bounds,
    mut take: impl FnMut(usize, &str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (mut bad, mut bytes, mut total) = (Vec::new(), Vec::new(), 0);
    let failed = |message| Failure::new(Status::BadData, message);
    for number in 1_usize.. {
        bytes.clear();
        // One byte more than may be there tells a line that is too long.
        let read = input.by_ref().take(bounds.longest + 1).read_until(b'\n', &mut bytes);
        let length = read.map_err(|error| {
            let message = Message::new("cli-lines-no-input").with("reason", error.to_string());
            Failure::new(Status::Failed, message)
        })? as u64;
        total += length;
        if length == 0 {
            break;
        }
        if length > bounds.longest {
            let message = Message::new("cli-lines-long").with("line", number.to_string());
            bad.push(failed(message.with("most", bounds.longest >> 10)));
            break;
        }
        if number > bounds.most || total > MOST_BYTES {
            let message = Message::new("cli-lines-too-many").with("most", bounds.most);
            bad.push(failed(message.with("bytes", MOST_BYTES >> 20)));
            break;
        }
        // A line that is not UTF-8 is refused like any other of which nothing can be made.
        let line = std::str::from_utf8(&bytes).unwrap_or("\u{fffd}");
        // Some programs begin a file with a byte order mark.
        let line = line.strip_prefix('\u{feff}').filter(|_| number == 1).unwrap_or(line).trim();
        if line.is_empty() {
            continue;
        }
        bad.extend(take(number, line).err());
        if bad.len() >= WRONG {
            let stopped = Message::new(bounds.stopped).with("line", number.to_string());
            return all(bad).map_err(|failure| failure.and(stopped));
        }
    }
    all(bad)
}

/// The failure with every bad line, of many only the first ones.
pub(super) fn all(mut bad: Vec<Failure>) -> Result<(), Failure> {
    let more = bad.len().saturating_sub(TOLD);
    bad.truncate(TOLD);
    let Some(failure) = bad.into_iter().reduce(Failure::with_reasons_of) else { return Ok(()) };
    let failure = match more {
        0 => failure,
        more => failure.and(Message::new("cli-lines-more").with("count", more)),
    };
    Err(failure.and(Message::new("cli-lines-unchanged")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text};
    use std::io;

    const BOUNDS: Bounds = Bounds { longest: 8 << 10, most: 50, stopped: "cli-set-stopped" };

    fn numbers(input: impl BufRead) -> Result<Vec<(usize, u32)>, Failure> {
        let mut all = Vec::new();
        each(input, BOUNDS, |number, line| {
            let word = Message::new("cli-set-no-id").with("word", line);
            let read = line.parse().map_err(|_| Failure::new(Status::BadData, word))?;
            all.push((number, read));
            Ok(())
        })?;
        Ok(all)
    }

    fn said(input: impl BufRead) -> Vec<String> {
        let failure = numbers(input).unwrap_err();
        assert_eq!(failure.status(), Status::BadData);
        failure.lines(Text::of(Lang::En))
    }

    #[test]
    fn lines_are_numbered_as_they_stand_and_empty_ones_left_out() {
        assert_eq!(numbers("\u{feff}1\n\n 22 \r\n1".as_bytes()), Ok(vec![(1, 1), (3, 22), (4, 1)]));
        assert_eq!(numbers("".as_bytes()), Ok(Vec::new()));
    }

    #[test]
    fn every_bad_line_is_told_and_of_many_the_first() {
        assert_eq!(said(&b"1\nx\n\xff\n2\n"[..]).len(), 3);
        let many = said("x\n".repeat(TOLD + 7).as_bytes());
        assert_eq!(many.len(), TOLD + 2);
        assert!(many[TOLD].contains('7'), "{many:?}");
    }

    #[test]
    fn the_reading_stops_at_a_long_line_and_after_many() {
        let long = said(format!("1\n{}", "7".repeat(9 << 10)).as_bytes());
        assert!(long[0].contains("8 KiB") && long[0].contains("line 2"), "{long:?}");
        let fits = format!("{:>1$}\n", 7, BOUNDS.longest as usize - 1);
        assert_eq!(numbers(fits.as_bytes()), Ok(vec![(1, 7)]));
        let many = said("1\n".repeat(51).as_bytes());
        assert!(many[0].contains("50"), "{many:?}");
        assert_eq!(numbers("1\n".repeat(50).as_bytes()).unwrap().len(), 50);
    }

    /// A device that never ends.
    #[test]
    fn what_has_no_end_is_read_no_further() {
        struct Endless(&'static [u8], usize);
        impl io::Read for Endless {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                self.1 += into.len();
                assert!(self.1 < 1 << 20, "it reads on and on");
                into.iter_mut().zip(self.0.iter().cycle()).for_each(|(to, from)| *to = *from);
                Ok(into.len())
            }
        }
        let endless = |text| said(io::BufReader::new(Endless(text, 0))).join("\n");
        assert!(endless(b"\0").contains("longer than 8 KiB"));
        let wide = Bounds { most: 1_000, ..BOUNDS };
        let refuse = |_: usize, _: &str| {
            Err(Failure::new(Status::BadData, Message::new("cli-nothing-written")))
        };
        let input = io::BufReader::new(Endless(b"7x\n", 0));
        let failure = each(input, wide, refuse).unwrap_err();
        let lines = failure.lines(Text::of(Lang::En)).join("\n");
        assert!(lines.contains("stopped at line 100"), "{lines}");
    }
}
