//! Which letters a file is written in: UTF-8 with or without byte-order mark, or ISO-8859-9.
//!
//! The whole file decides, not a guess from its beginning: valid UTF-8 is UTF-8; anything else is
//! ISO-8859-9 if it holds none of the bytes that are control characters there. A file that is UTF-8 up to one
//! bad byte is a damaged UTF-8 file, never ISO-8859-9: every letter in it would be read as two others.

use std::borrow::Cow;

use super::fault::{self, Fault};

/// An encoding that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Latin5,
}

/// The byte-order mark of UTF-8.
pub(super) const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";
/// How many bytes tell UTF-16.
const HEAD_BYTES: usize = 2;
/// More zero bytes than this in a row are no text of eight bits a letter.
const NUL_RUN_MAX: u32 = 3;

impl Encoding {
    /// Whether a record ends inside a letter, as the last one of a file that was cut does.
    pub(super) fn is_cut(self, bytes: &[u8]) -> bool {
        self == Encoding::Utf8 && str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
    }

    /// The text of a record; `None` if it is cut, or the file changed since it was surveyed.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Encoding::Utf8 => str::from_utf8(bytes).ok().map(Cow::Borrowed),
            // the WHATWG name "iso-8859-9" is windows-1254, equal outside the bytes that a survey refuses
            Encoding::Latin5 => {
                encoding_rs::WINDOWS_1254.decode_without_bom_handling_and_without_replacement(bytes)
            }
        }
    }
}

impl Encoding {
    /// The beginning of a text, which may be cut inside a letter.
    pub(super) fn decode_clipped(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Encoding::Utf8 => match str::from_utf8(bytes) {
                Ok(text) => Cow::Borrowed(text),
                Err(error) => String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()),
            },
            Encoding::Latin5 => encoding_rs::WINDOWS_1254.decode_without_bom_handling(bytes).0,
        }
    }
}

/// Reads a file chunk by chunk and tells its encoding at the end.
#[derive(Debug, Default)]
pub(super) struct Probe {
    head: Vec<u8>,
    lines: u64,
    carry: Vec<u8>,
    /// A letter of more than one byte came before anything that is not UTF-8.
    multibyte: bool,
    nul_run: u32,
    broken_utf8: Option<Broken>,
    broken_latin5: Option<Broken>,
}

/// The first byte that an encoding does not have.
#[derive(Debug, Clone, Copy)]
struct Broken {
    line: u64,
    byte: u8,
}

impl Probe {
    pub(super) fn push(&mut self, chunk: &[u8]) {
        let missing = HEAD_BYTES.saturating_sub(self.head.len());
        self.head.extend(chunk.iter().take(missing));
        if self.broken_utf8.is_none() {
            self.push_utf8(chunk);
        }
        if self.broken_latin5.is_none() {
            self.push_latin5(chunk);
        }
        self.lines += line_ends(chunk);
    }

    fn push_utf8(&mut self, chunk: &[u8]) {
        // a letter cut by the border of chunks holds no line end, so the lines before it are all counted
        let mut bytes = std::mem::take(&mut self.carry);
        bytes.extend_from_slice(chunk);
        let Err(error) = str::from_utf8(&bytes) else {
            self.multibyte |= has_letters(&bytes);
            return;
        };
        let (good, rest) = bytes.split_at(error.valid_up_to());
        self.multibyte |= has_letters(good);
        if error.error_len().is_none() {
            self.carry = rest.to_vec();
            return;
        }
        self.broken_utf8 =
            rest.first().map(|byte| Broken { line: self.lines + line_ends(good) + 1, byte: *byte });
    }

    fn push_latin5(&mut self, chunk: &[u8]) {
        for (at, byte) in chunk.iter().enumerate() {
            self.nul_run = if *byte == 0 { self.nul_run + 1 } else { 0 };
            if (0x80..=0x9f).contains(byte) || self.nul_run > NUL_RUN_MAX {
                let before = chunk.get(..at).unwrap_or_default();
                self.broken_latin5 = Some(Broken { line: self.lines + line_ends(before) + 1, byte: *byte });
                return;
            }
        }
    }

    /// The encoding, or what is wrong and in which line.
    pub(super) fn finish(mut self) -> Result<Encoding, Box<(Fault, Option<u64>)>> {
        if looks_like_utf16(&self.head) {
            return Err(Box::new((fault::utf16(), None)));
        }
        if self.multibyte && self.broken_utf8.is_none() {
            // at most the last letter is cut; its record is rejected when it is read
            return Ok(Encoding::Utf8);
        }
        if let Some(byte) = self.carry.first().filter(|_| self.broken_utf8.is_none()) {
            self.broken_utf8 = Some(Broken { line: self.lines + 1, byte: *byte });
        }
        match (self.broken_utf8, self.broken_latin5) {
            (None, _) => Ok(Encoding::Utf8),
            (Some(utf8), _) if self.multibyte => {
                Err(Box::new((fault::mixed_encoding(utf8.byte), Some(utf8.line))))
            }
            (Some(_), None) => Ok(Encoding::Latin5),
            (Some(utf8), Some(latin5)) => {
                // the encoding that held longer is the one that was meant
                let first = if utf8.line >= latin5.line { utf8 } else { latin5 };
                Err(Box::new((fault::encoding(first.byte), Some(first.line))))
            }
        }
    }
}

/// A mark of UTF-16, or a zero in one of the first two bytes, as ASCII letters in UTF-16 have.
fn looks_like_utf16(head: &[u8]) -> bool {
    match head {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

/// Letters beyond ASCII; a byte-order mark is none.
fn has_letters(utf8: &[u8]) -> bool {
    !utf8.strip_prefix(UTF8_MARK).unwrap_or(utf8).is_ascii()
}

fn line_ends(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case<'a> = (&'a [u8], Result<Encoding, Option<u64>>);

    fn probe(bytes: &[u8], chunk: usize) -> Result<Encoding, Option<u64>> {
        let mut probe = Probe::default();
        for piece in bytes.chunks(chunk) {
            probe.push(piece);
        }
        probe.finish().map_err(|refused| refused.1)
    }

    #[test]
    fn the_whole_file_decides_whatever_the_chunks() {
        let latin5 = b"ad\nI\xdeIK \xddpek\n";
        let mut late = "ışık\n".repeat(40).into_bytes();
        late.extend_from_slice(b"\xff\xff\n");
        let windows = b"ad\nI\xdeIK\n\x93tirnak\x94\n";
        let cases: [Case<'_>; 11] = [
            (b"", Ok(Encoding::Utf8)),
            ("ad\nIŞIK İpek ğ\n".as_bytes(), Ok(Encoding::Utf8)),
            (b"\xef\xbb\xbfad\n", Ok(Encoding::Utf8)),
            (latin5, Ok(Encoding::Latin5)),
            (&late, Err(Some(41))),
            (windows, Err(Some(3))),
            (b"\xff\xfea\0d\0\n\0", Err(None)),
            // one bad byte in UTF-8 does not make its other letters two each
            (b"ad\nG\xc3\xbcl\nAy\xfee\n", Err(Some(3))),
            (b"ad\nAy\xc5\x9fe\nI\xfd\n", Err(Some(3))),
            (b"ad\nG\xc3\xbcl\nyar\xc4", Ok(Encoding::Utf8)),
            ("ad\nyar\u{131}m".as_bytes().strip_suffix(b"\xb1m").unwrap_or_default(), Ok(Encoding::Latin5)),
        ];
        for (bytes, expected) in cases {
            for chunk in [1, 2, 3, 7, 4096] {
                assert_eq!(probe(bytes, chunk), expected, "{bytes:?} by {chunk}");
            }
        }
    }

    #[test]
    fn decodes_the_turkish_letters() {
        let bytes = b"\xd0\xdd\xde\xf0\xfd\xfe\xc7\xd6\xdc\xe7\xf6\xfc";
        assert_eq!(Encoding::Latin5.decode(bytes).as_deref(), Some("ĞİŞğışÇÖÜçöü"));
        assert_eq!(Encoding::Utf8.decode(bytes), None);
    }
}
