//! The cost of a running program, as the system counts it.

use std::fs;
use std::path::Path;
use std::time::Duration;

/// The cost of a process since its start, all its threads together.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// How often a thread went to sleep: each time something had woken it.
    pub sleeps: u64,
    /// Time on a processor.
    pub processor: Duration,
    /// Calls that write, to any file.
    pub writes: u64,
}

impl Cost {
    /// The cost of the process so far.
    pub fn of(process: u32) -> Self {
        let folder = format!("/proc/{process}");
        let writes = fs::read_to_string(format!("{folder}/io")).unwrap();
        let mut cost =
            Self { sleeps: 0, processor: Duration::ZERO, writes: number(&writes, "syscw:") };
        for thread in fs::read_dir(format!("{folder}/task")).unwrap() {
            cost.add(&thread.unwrap().path());
        }
        cost
    }

    fn add(&mut self, thread: &Path) {
        let status = fs::read_to_string(thread.join("status")).unwrap();
        self.sleeps += number(&status, "voluntary_ctxt_switches:");
        let times = fs::read_to_string(thread.join("schedstat")).unwrap();
        let nanoseconds = times.split_whitespace().next().unwrap().parse().unwrap();
        self.processor += Duration::from_nanos(nanoseconds);
    }

    /// The cost since an earlier account.
    pub fn since(self, before: Self) -> Self {
        Self {
            sleeps: self.sleeps - before.sleeps,
            processor: self.processor.saturating_sub(before.processor),
            writes: self.writes - before.writes,
        }
    }
}

/// The number in the line that begins with this name.
fn number(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim().parse().unwrap()
}
