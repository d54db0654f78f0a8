//! The waits of the decoder for the rest of a sequence.

use std::time::Duration;

/// The waits of a [`Decoder`](super::Decoder), counted from the byte that came last where nothing
/// else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Between an Esc and the byte that makes it the begin of a sequence; then it is the key.
    pub escape: Duration,
    /// Inside a sequence of a key or a reply; then the sequence is dropped.
    pub sequence: Duration,
    /// Inside a string of the terminal or a paste; then it has ended.
    pub silence: Duration,
    /// Between reads that belong to one run of characters, or to a paste whose end has come; then what has come of it is
    /// told.
    pub run: Duration,
    /// Between a run that was passed on and its last characters, which a line can bring late.
    pub tail: Duration,
    /// Between an Esc that was taken for a key and the sequence that it was the begin of.
    pub late_sequence: Duration,
    /// Between a string or a control sequence that has ended without its end and that end.
    pub late_end: Duration,
    /// The longest time that characters of a run are held back, counted from its first character: a
    /// key held down must show its effect.
    pub hold: Duration,
}

impl Waits {
    /// For a terminal on the same machine.
    pub const NEAR: Self = Self {
        escape: Duration::from_millis(40),
        // As long as a lost packet takes to be sent again; users do not type such a begin.
        sequence: Duration::from_secs(1),
        silence: Duration::from_secs(1),
        run: Duration::from_millis(30),
        tail: Duration::from_millis(300),
        late_sequence: Duration::from_millis(500),
        late_end: Duration::from_secs(10),
        hold: Duration::from_millis(150),
    };

    /// For a terminal at the far end of a line, which cuts its bytes into packets.
    pub const FAR: Self = Self { escape: Duration::from_millis(100), ..Self::NEAR };

    /// For the terminal of this process: a far one where SSH says so in the environment.
    pub fn of_this_terminal() -> Self {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if set("SSH_CONNECTION") || set("SSH_TTY") { Self::FAR } else { Self::NEAR }
    }
}
