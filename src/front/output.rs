//! What a command says: lines for people or one JSON document on standard output, failures and progress on
//! standard error. A reader that goes away (`| head`) ends the output quietly.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

use serde::Serialize;
use serde_json::{Value, json};

use super::outcome::{Exit, Failure};
use crate::{
    pack::Fault,
    text::{Lang, Message, Said, ids::cli as id, safe},
};

/// Where a command writes to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Output {
    /// For people.
    pub(super) lang: Lang,
    /// One document for scripts instead.
    pub(super) json: bool,
}

impl Output {
    /// Writes text for people as it is.
    ///
    /// # Errors
    /// Standard output cannot be written; a closed pipe is no error.
    #[expect(clippy::unused_self, reason = "who has no output writes nothing")]
    pub(super) fn text(self, text: &str) -> Result<(), Failure> {
        to_stdout(text.as_bytes())
    }

    /// Writes one sentence a line.
    ///
    /// # Errors
    /// As [`Output::text`].
    pub(super) fn lines(self, messages: &[Message]) -> Result<(), Failure> {
        let text: String = messages.iter().map(|message| message.say(self.lang) + "\n").collect();
        self.text(&text)
    }

    /// Writes the one document.
    ///
    /// # Errors
    /// As [`Output::text`].
    #[expect(clippy::unused_self, reason = "who has no output writes nothing")]
    pub(super) fn document(self, document: &impl Serialize) -> Result<(), Failure> {
        let mut text = serde_json::to_string_pretty(document).map_err(|error| broken(&error.to_string()))?;
        text.push('\n');
        to_stdout(escaped(&text).as_bytes())
    }

    /// A remark that is not the answer: notices, what to do next.
    pub(super) fn remark(self, message: &Message) {
        if !self.json {
            to_stderr(&format!("{}\n", message.say(self.lang)));
        }
    }

    /// Says why nothing was done, and returns the exit code.
    pub(super) fn failure(self, failure: &Failure) -> Exit {
        if self.json {
            return match self.document(&failure_document(failure)) {
                Ok(()) => failure.exit,
                Err(worse) => failure.exit.worst(worse.exit),
            };
        }
        to_stderr(&failure_lines(failure, self.lang));
        failure.exit
    }
}

/// `tekil: what is wrong. What to do.`, then faults and hints, one a line.
fn failure_lines(failure: &Failure, lang: Lang) -> String {
    let mut text = format!("tekil: {}\n", failure.message.say(lang));
    for fault in &failure.more.faults {
        text.push_str(&fault_line(fault, lang));
    }
    for line in &failure.more.lines {
        let _ = writeln!(text, "{line}");
    }
    for hint in &failure.more.hints {
        let _ = writeln!(text, "       {}", hint.say(lang));
    }
    text
}

/// `alerts.toml:12:9: what.`, and on an indented second line what would be right: as [`Fault::said`].
pub(super) fn fault_line(fault: &Fault, lang: Lang) -> String {
    let help = fault.help.as_ref().map_or_else(String::new, |help| format!("\n    {}", help.say(lang)));
    let file = safe::line(&fault.file);
    let message = fault.message.say(lang);
    format!("{file}:{}:{}: {message}{help}\n", fault.line, fault.column)
}

/// A fault for scripts.
pub(super) fn fault_value(fault: &Fault) -> Value {
    json!({
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "message": fault.message.said(),
        "help": fault.help.as_ref().map(Message::said),
    })
}

fn failure_document(failure: &Failure) -> Value {
    let hints: Vec<Said> = failure.more.hints.iter().map(Message::said).collect();
    let mut error = json!({ "code": failure.code, "message": failure.message.said() });
    if let Value::Object(fields) = &mut error {
        if !hints.is_empty() {
            fields.insert("hints".to_owned(), json!(hints));
        }
        if let Some(cause) = &failure.more.cause {
            fields.insert("cause".to_owned(), json!(cause));
        }
        if !failure.more.faults.is_empty() {
            let faults: Vec<Value> = failure.more.faults.iter().map(fault_value).collect();
            fields.insert("faults".to_owned(), Value::Array(faults));
        }
    }
    json!({ "error": error })
}

/// JSON escapes C0 itself; DEL, C1 and the bidi controls can stand only inside its strings.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(c, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            let _ = write!(text, "\\u{:04x}", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

fn to_stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(broken(&error.to_string())),
        _ => Ok(()),
    }
}

/// Nothing is left to tell anybody if standard error is gone too.
pub(super) fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

fn broken(cause: &str) -> Failure {
    Failure::usage("output", Message::new(id::OUTPUT)).caused(cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure() -> Failure {
        let mut failure =
            Failure::usage("bad_language", Message::new(id::NO_HOME)).hint(Message::new(id::NO_HOME));
        failure.more.faults.push(Fault {
            file: "a\u{1b}.toml".into(),
            line: 3,
            column: 7,
            message: Message::new(id::NO_HOME),
            help: None,
        });
        failure
    }

    #[test]
    fn a_failure_is_one_document_with_both_languages() {
        let document = failure_document(&failure());
        let error = document.get("error").unwrap();
        assert_eq!(error["code"], "bad_language");
        assert_eq!(error["message"]["tr"], Message::new(id::NO_HOME).say(Lang::Tr));
        assert_eq!(error["message"]["en"], Message::new(id::NO_HOME).say(Lang::En));
        assert_eq!(error["faults"][0]["line"], 3);
    }

    #[test]
    fn a_document_carries_no_raw_control_byte_and_loses_nothing() {
        let nasty = "a\u{9b}31m\u{7f}b\u{202e}c\u{1b}";
        let text = escaped(&serde_json::to_string(nasty).unwrap());
        assert!(text.chars().all(|c| c.is_ascii_graphic()), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), nasty);
    }

    #[test]
    fn faults_carry_their_place_and_no_control_byte() {
        let lines = failure_lines(&failure(), Lang::En);
        assert!(lines.contains(".toml:3:7: "), "{lines}");
        assert!(lines.chars().all(|c| c == '\n' || !c.is_control()), "{lines:?}");
    }
}
