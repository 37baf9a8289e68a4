//! What is wrong with authored files, all of it at once.

use crate::text::{Arg, Lang, Message, MessageId, Said, ids::pack as id};

/// The most faults that one check reports; the rest are counted.
pub const FAULTS_MAX: usize = 200;

/// What is wrong with an authored file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the author names it.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: Message,
    /// What would be right.
    pub help: Option<Message>,
}

impl Fault {
    /// A fault at the start of a file, without help.
    #[must_use]
    pub fn of_file(file: &str, message: Message) -> Fault {
        Fault { file: file.to_owned(), line: 1, column: 1, message, help: None }
    }

    /// The same with what would be right.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Option<Message>>) -> Fault {
        self.help = help.into();
        self
    }

    /// `alerts.toml:12:8: what is wrong`, and on an indented second line what would be right.
    #[must_use]
    pub fn said(&self) -> Said {
        Said { tr: self.say(Lang::Tr), en: self.say(Lang::En) }
    }

    fn say(&self, lang: Lang) -> String {
        let Fault { file, line, column, .. } = self;
        let message = self.message.say(lang);
        let help = self.help.as_ref().map_or_else(String::new, |help| format!("\n    {}", help.say(lang)));
        format!("{file}:{line}:{column}: {message}{help}")
    }
}

/// Faults as they are found.
#[derive(Debug, Default)]
pub struct Faults {
    found: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// One more; beyond [`FAULTS_MAX`] it is only counted.
    pub fn add(&mut self, fault: Fault) {
        if self.found.len() < FAULTS_MAX {
            self.found.push(fault);
        } else {
            self.more += 1;
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.len() + self.more
    }

    /// The result of a check: the value if nothing was found, else all faults by file, line and column.
    ///
    /// # Errors
    /// The faults.
    pub fn settle<T>(mut self, value: Option<T>) -> Result<T, Vec<Fault>> {
        self.found.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        if self.more > 0
            && let Some(last) = self.found.last()
        {
            let more = Message::new(id::FAULTS_MORE).with("count", self.more);
            let more = Fault::of_file(&last.file, more);
            self.found.push(more);
        }
        match value {
            Some(value) if self.found.is_empty() => Ok(value),
            Some(_) | None => Err(self.found),
        }
    }
}

/// A message with one argument.
pub(crate) fn told(id: MessageId, name: &str, arg: impl Into<Arg>) -> Message {
    Message::new(id).with(name, arg)
}
