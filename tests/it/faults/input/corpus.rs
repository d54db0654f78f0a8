//! Sequences that terminals send, from `sequences.tsv`, and a decoder whose clock the test moves.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::time::{Duration, Instant};
use ta_tui::term::input::{Decoder, Heard, Waits};

/// One line of the file.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    /// The terminal that sends it.
    pub(super) terminal: String,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// The events that the decoder gives, in the words of [`said`].
    pub(super) heard: Vec<String>,
}

/// All of them.
pub(super) fn all() -> Vec<Sent> {
    let lines = include_str!("sequences.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let [terminal, bytes, heard] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line:?} has no three parts");
            };
            let heard = heard.split(' ').filter(|part| *part != "-");
            let heard = heard.map(|part| String::from_utf8(unescaped(part)).unwrap()).collect();
            Sent { terminal: terminal.to_owned(), bytes: unescaped(bytes), heard }
        })
        .collect()
}

/// Gives the inputs without a key, text or paste.
pub(super) fn silent() -> Vec<Sent> {
    all().into_iter().filter(|sent| sent.heard.is_empty()).collect()
}

/// `\e`, `\r`, `\n`, `\t`, `\\`, `\xNN` and `\u{…}` as bytes.
fn unescaped(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.extend(c.to_string().as_bytes());
            continue;
        }
        match chars.next().unwrap() {
            'e' => out.push(0x1b),
            'r' => out.push(b'\r'),
            'n' => out.push(b'\n'),
            't' => out.push(b'\t'),
            '\\' => out.push(b'\\'),
            'x' => {
                let hex: String = chars.by_ref().take(2).collect();
                out.push(u8::from_str_radix(&hex, 16).unwrap());
            }
            'u' => {
                let hex: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                let c = char::from_u32(u32::from_str_radix(&hex, 16).unwrap()).unwrap();
                out.extend(c.to_string().as_bytes());
            }
            c => panic!("\\{c} in {text:?}"),
        }
    }
    out
}

/// A decoder and the time that it believes.
pub(super) struct Line {
    decoder: Decoder,
    now: Instant,
    /// All that was heard, as it came.
    pub(super) heard: Vec<Heard>,
}

impl Line {
    pub(super) fn new(waits: Waits) -> Self {
        Self { decoder: Decoder::new(waits), now: Instant::now(), heard: Vec::new() }
    }

    /// A time in which nothing comes.
    pub(super) fn pause(&mut self, time: Duration) -> &mut Self {
        let until = self.now + time;
        while let Some(deadline) = self.decoder.deadline().filter(|deadline| *deadline <= until) {
            self.now = deadline;
            self.heard.extend(self.decoder.expire(deadline));
        }
        self.now = until;
        self
    }

    /// Feeds the bytes of one read.
    pub(super) fn read(&mut self, bytes: &[u8]) -> &mut Self {
        self.heard.extend(self.decoder.feed(bytes, self.now));
        self
    }

    /// Ends the input; gives the events, texts as the keys that they are.
    pub(super) fn end(&mut self) -> Vec<String> {
        self.pause(Duration::from_secs(60));
        assert_eq!(self.decoder.deadline(), None, "it waits for ever");
        self.heard.iter().flat_map(said).collect()
    }
}

/// The event in words: `<C-Up>`, `a`, `paste:…`; a text as its keys.
pub(super) fn said(heard: &Heard) -> Vec<String> {
    match heard {
        Heard::Key(key) => vec![key_said(*key)],
        Heard::Paste(text) => vec![format!("paste:{text}")],
        Heard::Typed(text) | Heard::TypedOn(text) => {
            text.chars().map(|c| key_said(typed(c))).collect()
        }
        Heard::Pointed(pointed) => vec![format!("{pointed:?}")],
    }
}

fn typed(c: char) -> KeyEvent {
    match c {
        '\r' => KeyCode::Enter.into(),
        '\n' => KeyEvent::new(KeyCode::Char('j'), KeyModifiers::CONTROL),
        '\t' => KeyCode::Tab.into(),
        '\u{7f}' => KeyCode::Backspace.into(),
        '\0' => KeyEvent::new(KeyCode::Char(' '), KeyModifiers::CONTROL),
        c if c < ' ' => {
            let first = if c <= '\u{1a}' { b'a' - 0x01 } else { b'4' - 0x1c };
            let letter = char::from(u8::try_from(c).unwrap() + first);
            KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)
        }
        c if c.is_uppercase() => KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT),
        c => KeyCode::Char(c).into(),
    }
}

fn key_said(key: KeyEvent) -> String {
    assert_ne!(key.kind, KeyEventKind::Release, "{key:?}");
    let name = match key.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::Backspace => "BS".to_owned(),
        code => format!("{code:?}"),
    };
    let held: String = [
        (KeyModifiers::CONTROL, "C-"),
        (KeyModifiers::ALT, "M-"),
        (KeyModifiers::SUPER, "D-"),
        (KeyModifiers::SHIFT, "S-"),
    ]
    .into_iter()
    .filter(|(modifier, _)| key.modifiers.contains(*modifier))
    .map(|(_, name)| name)
    .collect();
    let plain = matches!(key.code, KeyCode::Char(c) if c != ' ' && !c.is_uppercase());
    if held.is_empty() && plain { name } else { format!("<{held}{name}>") }
}
