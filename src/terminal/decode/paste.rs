//! Text between the marks of a paste.

use crate::terminal::charset::{Charset, from_latin5};

/// Bytes of a paste that are kept; no field takes that many, the rest is dropped.
pub const PASTE_MAX: usize = 64 * 1024;

/// How long a paste may pause before its end counts as lost, milliseconds: longer than a slow line takes between
/// two packets, and short for a person whose keys do nothing.
pub const PASTE_IDLE_MS: u64 = 1_500;

pub(super) const END: &[u8] = b"\x1b[201~";

#[derive(Clone, Debug, Default)]
pub(super) struct Paste {
    kept: Vec<u8>,
    /// So many bytes of the end mark were seen.
    matched: usize,
}

impl Paste {
    /// Takes the next byte; true when it completes the end mark.
    pub(super) fn push(&mut self, byte: u8) -> bool {
        if END.get(self.matched) == Some(&byte) {
            self.matched += 1;
            return self.matched == END.len();
        }
        // ESC stands only at the mark's beginning, so a mark can begin again only here
        for seen in END.iter().take(self.matched) {
            self.keep(*seen);
        }
        self.matched = usize::from(byte == 0x1b);
        if self.matched == 0 {
            self.keep(byte);
        }
        false
    }

    fn keep(&mut self, byte: u8) {
        if self.kept.len() < PASTE_MAX {
            self.kept.push(byte);
        }
    }

    /// The text; nothing of it stays with the session.
    pub(super) fn take(&mut self, charset: Charset) -> String {
        let bytes = std::mem::take(self).kept;
        let text: String = match charset {
            Charset::Utf8 => String::from_utf8_lossy(&bytes).replace('\u{fffd}', ""),
            Charset::Latin5 => bytes.iter().filter_map(|byte| latin5(*byte)).collect(),
            Charset::Ascii => {
                bytes.iter().filter(|byte| byte.is_ascii()).map(|byte| char::from(*byte)).collect()
            }
        };
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        lines.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
    }

    /// Bytes of memory in use.
    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.kept.capacity()
    }
}

fn latin5(byte: u8) -> Option<char> {
    if byte.is_ascii() { Some(char::from(byte)) } else { from_latin5(byte) }
}
