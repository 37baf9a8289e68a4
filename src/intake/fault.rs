//! What is wrong, before its place is known; with the place it is a [`Reject`].

use std::io;

use super::{
    Reject,
    csv::{Broken, RECORD_BYTES_MAX},
    unpack::Bomb,
};
use crate::text::{Arg, Message, MessageId, ids::intake as ids, safe};

/// The longest value that a reject quotes, in terminal cells.
const VALUE_CELLS_MAX: usize = 60;

/// A code, what is wrong and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub code: &'static str,
    pub reason: Message,
    pub remedy: Message,
}

impl Fault {
    pub(super) fn new(code: &'static str, reason: MessageId, remedy: MessageId) -> Fault {
        Fault { code, reason: Message::new(reason), remedy: Message::new(remedy) }
    }

    /// Fills a placeholder of either sentence.
    pub(super) fn with(mut self, name: &str, arg: impl Into<Arg>) -> Fault {
        let arg = arg.into();
        self.reason = self.reason.with(name, arg.clone());
        self.remedy = self.remedy.with(name, arg);
        self
    }

    /// The reject of a file, or of the record that begins in a line of it.
    pub(super) fn at(self, file: &str, line: Option<u64>) -> Reject {
        Reject {
            file: safe::line(file),
            line,
            field: None,
            value: None,
            code: self.code,
            reason: self.reason,
            remedy: self.remedy,
            number: None,
            caused_by: None,
        }
    }
}

impl Reject {
    /// The same, naming the column and what stood there.
    pub(super) fn in_field(mut self, field: &str, value: &str) -> Reject {
        self.field = Some(field.to_owned());
        self.value = Some(quoted(value));
        self
    }
}

/// A value as a reject shows it: as it stands in the file, what cannot be seen by its name.
pub(super) fn quoted(value: &str) -> String {
    safe::clip(&safe::named(value), VALUE_CELLS_MAX)
}

pub(super) fn utf16() -> Fault {
    Fault::new("utf16", ids::UTF16, ids::FIX_UTF16)
}

pub(super) fn encoding(byte: u8) -> Fault {
    Fault::new("bad_encoding", ids::ENCODING, ids::FIX_ENCODING).with("byte", format!("0x{byte:02X}"))
}

pub(super) fn mixed_encoding(byte: u8) -> Fault {
    Fault::new("bad_encoding", ids::ENCODING_MIXED, ids::FIX_ENCODING_MIXED)
        .with("byte", format!("0x{byte:02X}"))
}

pub(super) fn changed() -> Fault {
    Fault::new("file_changed", ids::CHANGED, ids::FIX_CHANGED)
}

pub(super) fn io(error: &io::Error) -> Fault {
    if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Bomb>) {
        return Fault::new("gzip_bomb", ids::GZIP_BOMB, ids::FIX_GZIP_BOMB);
    }
    let damaged = matches!(
        error.kind(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
    );
    if damaged {
        return Fault::new("gzip_damaged", ids::GZIP_DAMAGED, ids::FIX_GZIP_DAMAGED);
    }
    Fault::new("unreadable", ids::UNREADABLE, ids::FIX_UNREADABLE).with("error", error.to_string())
}

pub(super) fn broken(broken: Broken) -> Fault {
    match broken {
        Broken::TooLong => Fault::new("record_too_long", ids::RECORD_LONG, ids::FIX_RECORD_LONG)
            .with("max", RECORD_BYTES_MAX),
        Broken::Quote => Fault::new("bad_quote", ids::QUOTE, ids::FIX_QUOTE),
        Broken::Cut => Fault::new("cut_record", ids::CUT, ids::FIX_CUT),
    }
}

pub(super) fn field_count(expected: usize, found: usize, separator: u8) -> Fault {
    Fault::new("field_count", ids::FIELD_COUNT, ids::FIX_FIELD_COUNT)
        .with("expected", expected)
        .with("found", found)
        .with("separator", char::from(separator).to_string())
}

pub(super) fn empty() -> Fault {
    Fault::new("empty_field", ids::EMPTY, ids::FIX_EMPTY)
}

/// A value outside a closed set.
pub(super) fn token(known: &str) -> Fault {
    Fault::new("unknown_value", ids::TOKEN, ids::FIX_TOKEN).with("known", known)
}

pub(super) fn date(form: &str) -> Fault {
    Fault::new("bad_date", ids::DATE, ids::FIX_DATE).with("form", form)
}

/// A reference that the disp table does not answer.
pub(super) fn reference(reason: MessageId) -> Fault {
    Fault::new("unknown_reference", reason, ids::FIX_REFERENCE)
}
