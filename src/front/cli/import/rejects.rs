//! The file of rejected rows, as CSV that a spreadsheet opens without running anything.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use crate::{
    front::{outcome::Failure, place::io_failure},
    intake::Reject,
    text::{Lang, Message, MessageId, ids::cli as id, safe},
};

/// Written as the rows are found.
pub(super) struct RejectFile {
    path: PathBuf,
    lang: Lang,
    out: BufWriter<File>,
    failed: Option<io::Error>,
}

impl RejectFile {
    /// A new file with its header. One that is there is left alone: it may be one of the files to import.
    pub(super) fn create(path: &Path, lang: Lang) -> Result<RejectFile, Failure> {
        let fail = |error: io::Error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                return about(id::REJECTS_EXIST, "rejects_exist", path);
            }
            io_failure(path, &error)
        };
        let mut out = BufWriter::new(File::create_new(path).map_err(fail)?);
        out.write_all(b"file,line,field,value,code,reason,remedy\n").map_err(fail)?;
        Ok(RejectFile { path: path.to_owned(), lang, out, failed: None })
    }

    /// One more row; a failure is kept for the end.
    pub(super) fn add(&mut self, reject: &Reject) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(row(reject, self.lang).as_bytes()).err();
        }
    }

    /// Sees that everything is in the file.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        let written = match self.failed.take() {
            Some(error) => Err(error),
            None => self.out.flush(),
        };
        written.map_err(|_| about(id::REJECTS_LOST, "rejects_lost", &self.path))
    }
}

fn about(message: MessageId, code: &'static str, path: &Path) -> Failure {
    Failure::usage(code, Message::new(message).with("path", path.display().to_string()))
}

fn row(reject: &Reject, lang: Lang) -> String {
    let line = reject.line.map(|line| line.to_string()).unwrap_or_default();
    let cells = [
        reject.file.as_str(),
        &line,
        reject.field.as_deref().unwrap_or_default(),
        reject.value.as_deref().unwrap_or_default(),
        reject.code,
        &reject.reason.say(lang),
        &reject.remedy.say(lang),
    ];
    cells.map(cell).join(",") + "\n"
}

/// Quoted; a leading sign that a spreadsheet takes for a formula is disarmed.
fn cell(text: &str) -> String {
    let text = safe::line(text);
    let disarm = if text.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{disarm}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_and_never_a_formula() {
        let cases = [
            ("a,b", "\"a,b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("=SUM(A1)", "\"'=SUM(A1)\""),
            ("-5", "\"'-5\""),
            ("12", "\"12\""),
            ("", "\"\""),
        ];
        for (given, want) in cases {
            assert_eq!(cell(given), want);
        }
    }
}
