//! A record's fields.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

use super::RECORD_BYTES_MAX;

/// More fields than any table has; a record with more is counted up to here.
const FIELDS_MAX: usize = 256;

/// Splits records into fields, again and again into the same memory.
pub(in crate::intake) struct Fields {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

impl Fields {
    pub(in crate::intake) fn new(separator: u8) -> Fields {
        let reader = ReaderBuilder::new().delimiter(separator).terminator(Terminator::Any(b'\n')).build();
        Fields {
            reader,
            // a decoded ISO-8859-9 letter may take two bytes
            text: vec![0; 2 * RECORD_BYTES_MAX],
            ends: vec![0; FIELDS_MAX],
            count: 0,
        }
    }

    /// Splits one record, given without its line end.
    pub(in crate::intake) fn split(&mut self, record: &str) {
        self.reader.reset();
        let (mut input, mut written, mut ended) = (record.as_bytes(), 0, 0);
        loop {
            let text = self.text.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(ended..).unwrap_or_default();
            let (result, _, wrote, fields) = self.reader.read_record(input, text, ends);
            written += wrote;
            ended += fields;
            match result {
                // asked again with nothing left, the reader closes the last field
                ReadRecordResult::InputEmpty => input = &[],
                ReadRecordResult::OutputFull
                | ReadRecordResult::OutputEndsFull
                | ReadRecordResult::Record
                | ReadRecordResult::End => break,
            }
        }
        self.count = ended;
    }

    /// How many fields there are.
    pub(in crate::intake) fn count(&self) -> usize {
        self.count
    }

    /// The text of a field, from 0; empty beyond the last.
    pub(in crate::intake) fn get(&self, field: usize) -> &str {
        if field >= self.count {
            return "";
        }
        let begin = field.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(field).copied().unwrap_or(begin);
        let bytes = self.text.get(begin..end).unwrap_or_default();
        str::from_utf8(bytes).unwrap_or_default()
    }
}
