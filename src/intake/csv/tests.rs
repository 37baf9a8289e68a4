use std::fmt::Write;

use proptest::prelude::*;

use super::*;

/// A reader that gives at most `step` bytes at once.
struct Drip<'a> {
    bytes: &'a [u8],
    step: usize,
}

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.step.min(self.bytes.len()).min(buffer.len());
        let (now, later) = self.bytes.split_at(count);
        buffer[..count].copy_from_slice(now);
        self.bytes = later;
        Ok(count)
    }
}

fn frames(text: &[u8], step: usize, fields: usize) -> Vec<(u64, Result<String, Broken>)> {
    let mut frames = Frames::new(Drip { bytes: text, step }, b',');
    frames.expect_fields(fields);
    let mut seen = Vec::new();
    while let Some(frame) = frames.next() {
        let frame = frame.unwrap();
        let text = frame.bytes.map(|range| String::from_utf8(frames.bytes(range).to_vec()).unwrap());
        seen.push((frame.line, text));
    }
    seen
}

fn good(line: u64, text: &str) -> (u64, Result<String, Broken>) {
    (line, Ok(text.to_owned()))
}

#[test]
fn frames_by_table_whatever_the_reads() {
    let bad = |line, broken| (line, Err(broken));
    let table = [
        ("", vec![]),
        ("\n\r\n\n", vec![]),
        ("a,b\nc,d\n", vec![good(1, "a,b"), good(2, "c,d")]),
        ("a,b\r\n\r\nc,d\r\n", vec![good(1, "a,b"), good(3, "c,d")]),
        ("\"a\nb\",c\nd,e\n", vec![good(1, "\"a\nb\",c"), good(3, "d,e")]),
        ("\"a\"\"b\",\"\"\r\nd,e\n", vec![good(1, "\"a\"\"b\",\"\""), good(2, "d,e")]),
        // cut ends, quoted or not, are one reject
        ("a,b\nc,d", vec![good(1, "a,b"), bad(2, Broken::Cut)]),
        ("a,b\nc,\"d", vec![good(1, "a,b"), bad(2, Broken::Cut)]),
        ("a,b\nc,\"d\ne\nf", vec![good(1, "a,b"), bad(2, Broken::Cut)]),
        // a stray quote costs its own line only
        ("a,\"b\nc,d\ne,f\n", vec![bad(1, Broken::Quote), good(2, "c,d"), good(3, "e,f")]),
        ("a,\"b\nc,d\ne,f", vec![bad(1, Broken::Quote), good(2, "c,d"), bad(3, Broken::Cut)]),
        ("a,\"b\nc,\"d\"\ne,f\n", vec![bad(1, Broken::Quote), good(2, "c,\"d\""), good(3, "e,f")]),
        ("a\"b,c\nd,e\n", vec![bad(1, Broken::Quote), good(2, "d,e")]),
        ("\"a\"b,c\nd,e\n", vec![bad(1, Broken::Quote), good(2, "d,e")]),
        ("\"a\"\rb,c\nd,e\n", vec![bad(1, Broken::Quote), good(2, "d,e")]),
    ];
    for (text, expected) in table {
        for step in [1, 2, 3, 5, 4096] {
            assert_eq!(frames(text.as_bytes(), step, 2), expected, "{text:?} by {step}");
        }
    }
}

#[test]
fn an_endless_line_is_one_reject_in_bounded_memory() {
    const LINE_BYTES: u64 = 100 * 1024 * 1024;
    for quote in ["", "\""] {
        let head = io::Cursor::new(format!("a,b\nc,{quote}"));
        let line = io::repeat(b'x').take(LINE_BYTES);
        let tail = io::Cursor::new("\ne,f\n");
        let mut frames = Frames::new(head.chain(line).chain(tail), b',');
        let mut seen = Vec::new();
        while let Some(frame) = frames.next() {
            let frame = frame.unwrap();
            seen.push((frame.line, frame.bytes.is_ok()));
            assert!(frames.buffer.capacity() <= 4 * (RECORD_BYTES_MAX + FILL_BYTES));
        }
        assert_eq!(seen, [(1, true), (2, false), (3, true)]);
    }
}

#[test]
fn a_stray_quote_before_much_text_loses_one_row() {
    let mut text = String::from("1,\"x\n");
    for row in 2..20_000 {
        writeln!(text, "{row},plain").unwrap();
    }
    let seen = frames(text.as_bytes(), 4096, 2);
    assert_eq!(seen[0], (1, Err(Broken::TooLong)));
    assert_eq!(seen.iter().filter(|(_, frame)| frame.is_err()).count(), 1);
    assert_eq!(seen.len(), 19_999);
    assert_eq!(seen.last(), Some(&good(19_999, "19999,plain")));
}

#[test]
fn the_longest_record_is_taken_and_one_more_byte_is_not() {
    let longest = "x".repeat(RECORD_BYTES_MAX);
    for (text, taken) in [(longest.clone(), true), (longest + "x", false)] {
        let seen = frames(format!("{text}\na,b\n").as_bytes(), 8191, 1);
        assert_eq!(seen.len(), 2);
        assert_eq!(seen[0].1.is_ok(), taken);
        assert_eq!(seen[1], good(2, "a,b"));
    }
}

fn written(fields: &[String]) -> String {
    let quoted: Vec<String> =
        fields.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect();
    quoted.join(",")
}

proptest! {
    #[test]
    fn what_is_written_is_read(rows in prop::collection::vec(prop::collection::vec("[a-zış,;\"\r\n\0 ]{0,9}", 2..5), 1..9), step in 1..70_usize) {
        let text: String = rows.iter().map(|row| written(row) + "\r\n").collect();
        let seen = frames(text.as_bytes(), step, 2);
        prop_assert_eq!(seen.len(), rows.len());
        let mut split = Fields::new(b',');
        for (row, (_, frame)) in rows.iter().zip(seen) {
            split.split(&frame.unwrap());
            let read: Vec<&str> = (0..split.count()).map(|at| split.get(at)).collect();
            prop_assert_eq!(read, row.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    #[test]
    fn any_bytes_end_and_lines_rise(bytes in prop::collection::vec(prop::sample::select(b"\",\r\nab\0\xff".to_vec()), 0..300), step in 1..40_usize) {
        let mut frames = Frames::new(Drip { bytes: &bytes, step }, b',');
        let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
        let mut last = 0;
        while let Some(frame) = frames.next() {
            let frame = frame.unwrap();
            prop_assert!(frame.line > last);
            last = frame.line;
        }
        prop_assert!(usize::try_from(last).unwrap() <= lines + 1);
    }
}
