//! A small table as a whole: a list that somebody made for a macro.

use std::io::Read as _;

use super::csv::{Fields, Frames};

/// The most records of a small table, its header counted.
pub const RECORDS_MAX: usize = 20_001;

/// A table's records: the line where each begins, and its fields.
pub type Records = Vec<(usize, Vec<String>)>;

/// The records of a CSV text; the separator is found in its first line. `Err` is the line of a record whose
/// quotes are wrong, that has another number of fields than the first, or that is one too many.
///
/// # Errors
/// That line, from 1.
pub fn records(text: &str) -> Result<Records, usize> {
    let separator = separator(text.lines().next().unwrap_or_default());
    // an editor may leave the last line without an end
    let end = if text.ends_with('\n') { "" } else { "\n" };
    let mut frames = Frames::new(text.as_bytes().chain(end.as_bytes()), separator);
    let mut fields = Fields::new(separator);
    let mut found: Records = Vec::new();
    // a text in memory has no read errors
    let _ = frames.skip_mark();
    while let Some(Ok(frame)) = frames.next() {
        let line = usize::try_from(frame.line).unwrap_or(usize::MAX);
        let range = frame.bytes.map_err(|_| line)?;
        let record = String::from_utf8_lossy(frames.bytes(range)).into_owned();
        fields.split(record.trim_end_matches('\r'));
        let split: Vec<String> = (0..fields.count()).map(|at| fields.get(at).to_owned()).collect();
        let uneven = found.first().is_some_and(|(_, first)| first.len() != split.len());
        if uneven || found.len() == RECORDS_MAX {
            return Err(line);
        }
        found.push((line, split));
    }
    Ok(found)
}

/// The separator that stands most often in the header.
fn separator(header: &str) -> u8 {
    let count = |separator: u8| header.bytes().filter(|byte| *byte == separator).count();
    // of equals the last one counts: a header of one column has none
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with `|` for line ends, and what is read: records in `[]`, or the bad line.
    const TABLE: &[(&str, &str)] = &[
        ("a,b|1,2|3,4", "[1 a/b][2 1/2][3 3/4]"),
        ("a;b|1,5m;2|", "[1 a/b][2 1,5m/2]"),
        ("a\tb|1;x\t2", "[1 a/b][2 1;x/2]"),
        ("a||1||", "[1 a][3 1]"),
        ("\u{feff}a,b|1,2", "[1 a/b][2 1/2]"),
        ("a,b|\"x, \"\"y\"\"\",2", "[1 a/b][2 x, \"y\"/2]"),
        ("a,b|\"x|y\",2|3,4", "[1 a/b][2 x|y/2][4 3/4]"),
        ("a,b|1,2,3", "line 2"),
        ("a,b|1", "line 2"),
        ("a,b|1,2|x\"y,2|3,4", "line 3"),
        ("", ""),
    ];

    #[test]
    fn tables_by_table() {
        for (text, wanted) in TABLE {
            for end in ["\n", "\r\n"] {
                let found = match records(&text.replace('|', end)) {
                    Ok(found) => {
                        let one =
                            |(line, fields): &(usize, Vec<String>)| format!("[{line} {}]", fields.join("/"));
                        let all: Vec<String> = found.iter().map(one).collect();
                        all.concat().replace(end, "|")
                    }
                    Err(line) => format!("line {line}"),
                };
                assert_eq!(found, *wanted, "{text:?}");
            }
        }
        let long = "1\n".repeat(RECORDS_MAX + 1);
        assert_eq!(records(&long), Err(RECORDS_MAX + 1));
    }
}
