//! The program that holds a lock of a register, as Linux tells it in `/proc`: the process, its
//! account, and for this program the person whom it was started for. Nothing of the register is
//! opened for it: closing a file would let go of SQLite's locks on it.

use super::companion_paths::beside;
use super::modes;
use crate::domain::clean_line;
use crate::text::Message;
use std::fs;
use std::ops::RangeInclusive;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The byte of the `-shm` file that SQLite locks for writing: behind two copies of its header and
/// the data of checkpoints.
const WRITE_LOCK: RangeInclusive<u64> = 120..=120;

/// The bytes that SQLite locks in the register itself: one by a writer whose changes are about to
/// replace the file's, one by a writer from its start, and the rest by readers, or all of them by a
/// writer who keeps readers out.
const FILE_LOCKS: RangeInclusive<u64> = 0x4000_0000..=0x4000_0000 + 511;

/// The program that holds the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The number of its process.
    pub process: u32,
    /// Its name.
    pub program: String,
    /// The account that it runs under.
    pub account: String,
    /// For whom it was started, where it is this program and says so.
    pub person: Option<String>,
}

impl Holder {
    /// A message with the known facts of the program.
    pub fn told(&self, message: Message) -> Message {
        let who = self.person.clone().unwrap_or_else(|| self.account.clone());
        message
            .with("program", self.program.as_str())
            .with("process", self.process.to_string())
            .with("who", who)
    }
}

/// How often the list of locks is read before nobody is believed to hold one: it changes while it is
/// read, so that a line of it may be missed.
const LOOKS: usize = 3;

/// The program that is writing to a register; `None` where no program is, or where the system does not
/// tell.
pub(super) fn writer(register: &Path) -> Option<Holder> {
    (0..LOOKS).find_map(|_| seen_writing(register))
}

fn seen_writing(register: &Path) -> Option<Holder> {
    let locks = fs::read_to_string("/proc/locks").ok()?;
    let of_log = || locked_by(&locks, &beside(register, "-shm"), "WRITE", &WRITE_LOCK);
    // A register without a log is locked in the file itself.
    let process = of_log().or_else(|| locked_by(&locks, register, "WRITE", &FILE_LOCKS))?;
    told_of(process)
}

/// The program that has a register to itself or keeps others from having it so: one that writes, or else
/// one that reads.
pub(super) fn user(register: &Path) -> Option<Holder> {
    let reader = || {
        let locks = fs::read_to_string("/proc/locks").ok()?;
        told_of(locked_by(&locks, register, "READ", &FILE_LOCKS)?)
    };
    (0..LOOKS).find_map(|_| seen_writing(register).or_else(reader))
}

/// A process as the system describes it: its program, account and `--as` person.
fn told_of(process: u32) -> Option<Holder> {
    let of = |name: &str| fs::read(format!("/proc/{process}/{name}"));
    let owner = fs::metadata(format!("/proc/{process}")).ok()?.uid();
    let program = clean_line(&String::from_utf8_lossy(&of("comm").ok()?));
    let arguments = of("cmdline").unwrap_or_default();
    let person = (program == env!("CARGO_PKG_NAME")).then(|| started_for(&arguments)).flatten();
    let account = modes::account(owner).unwrap_or_else(|| owner.to_string());
    Some(Holder { process, program, account, person })
}

/// The process that has some of these bytes of a file locked in this way.
fn locked_by(locks: &str, file: &Path, how: &str, bytes: &RangeInclusive<u64>) -> Option<u32> {
    let metadata = file.metadata().ok()?;
    locker(locks, (metadata.dev(), metadata.ino()), how, bytes)
}

/// The process that locks some of these bytes, by the lines of `/proc/locks`, such as `1: POSIX
/// ADVISORY  WRITE 4711 fe:00:5514640 120 120`, for a file by its device and number.
fn locker(
    locks: &str,
    (device, inode): (u64, u64),
    how: &str,
    bytes: &RangeInclusive<u64>,
) -> Option<u32> {
    let holds = |line: &str| -> Option<(bool, u32)> {
        let words: Vec<&str> = line.split_whitespace().collect();
        // A line with an arrow is of a process that waits for the lock.
        let [_, "POSIX", _, kind, process, file, first, last] = words[..] else { return None };
        let first = first.parse::<u64>().ok()?;
        let last = if last == "EOF" { u64::MAX } else { last.parse().ok()? };
        let mut place = file.split(':');
        let mut hex = || u64::from_str_radix(place.next()?, 16).ok();
        let there = (hex()?, hex()?);
        let here = place.next()?.parse::<u64>().ok()? == inode;
        let locked = kind == how && first <= *bytes.end() && last >= *bytes.start() && here;
        locked.then_some(())?;
        Some((there == numbers(device), process.parse().ok()?))
    };
    let mut found: Vec<(bool, u32)> = locks.lines().filter_map(holds).collect();
    // On some file systems the number of the device here differs from the one in the file's metadata.
    found.sort_by_key(|(same_device, _)| !same_device);
    found.first().map(|(_, process)| *process)
}

/// The two numbers of a device, as Linux packs them.
fn numbers(device: u64) -> (u64, u64) {
    let major = device >> 8 & 0xfff | device >> 32 & 0xffff_f000;
    let minor = device & 0xff | device >> 12 & 0xffff_ff00;
    (major, minor)
}

/// The value of `--as` among arguments that end with a zero each.
fn started_for(arguments: &[u8]) -> Option<String> {
    let mut words = arguments.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    let value = words.find_map(|word| match word.strip_prefix("--as") {
        Some("") => Some(None),
        Some(rest) => rest.strip_prefix('=').map(|value| Some(value.to_owned())),
        None => None,
    })?;
    let value = value.or_else(|| words.next().map(std::borrow::Cow::into_owned))?;
    Some(clean_line(&value)).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKS: &str = "\
1: FLOCK  ADVISORY  WRITE 10 fe:00:77 0 EOF
2: POSIX  ADVISORY  READ  11 fe:00:77 123 123
3: POSIX  ADVISORY  WRITE 12 fe:00:78 120 120
4: POSIX  ADVISORY  WRITE 13 fe:00:77 121 121
4: -> POSIX  ADVISORY  WRITE 14 fe:00:77 120 120
5: POSIX  ADVISORY  WRITE 15 00:2a:77 120 120
6: POSIX  ADVISORY  WRITE 16 fe:00:77 120 120
";

    #[test]
    fn who_holds_the_lock_is_read_from_the_list_of_locks() {
        let device = 0xfe00;
        let locked_by = |locks, file| locker(locks, file, "WRITE", &WRITE_LOCK);
        assert_eq!(locked_by(LOCKS, (device, 77)), Some(16));
        assert_eq!(locked_by(LOCKS, (device, 78)), Some(12));
        assert_eq!(locked_by(LOCKS, (device, 79)), None);
        assert_eq!(locked_by(LOCKS, (0x1234, 78)), Some(12), "seen under another device");
        assert_eq!(locked_by("nonsense\n", (device, 77)), None);
        let packed = 0x345 << 8 | 0x12000 << 32 | 0xab | 0x0067_8900 << 12;
        assert_eq!(numbers(packed), (0x12345, 0x0067_89ab));
    }

    #[test]
    fn who_locks_a_register_without_a_log_is_read_there_too() {
        let of = |how, line: &str| {
            let locks = format!("1: POSIX  ADVISORY  {line}\n");
            locker(&locks, (0xfe00, 77), how, &FILE_LOCKS)
        };
        for bytes in ["1073741825 1073741825", "1073741824 1073742335", "0 EOF"] {
            let line = format!("WRITE 20 fe:00:77 {bytes}");
            assert_eq!(of("WRITE", &line), Some(20), "{bytes}");
            assert_eq!(of("READ", &line), None, "{bytes}");
        }
        assert_eq!(of("READ", "READ 21 fe:00:77 1073741826 1073742335"), Some(21));
        assert_eq!(of("WRITE", "WRITE 22 fe:00:77 120 120"), None);
    }

    #[test]
    fn a_person_is_read_from_the_arguments() {
        assert_eq!(started_for(b"ta-tui\0--as\0fp-gh\0set\0"), Some("fp-gh".into()));
        assert_eq!(started_for(b"ta-tui\0set\0--as=fp-ke\0"), Some("fp-ke".into()));
        assert_eq!(started_for(b"ta-tui\0--as-of\x002019\0"), None);
        assert_eq!(started_for(b"ta-tui\0--as"), None);
    }
}
