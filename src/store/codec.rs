//! The envelope around every stored record, and counters.
//!
//! `format (1) ‖ flags (1) ‖ key id (2, big-endian) ‖ body`, body in bincode 2 standard configuration. The
//! checksum over table, key, version and value belongs to the engine. Compression and encryption have their
//! flags and key id here, so using them needs no new format; until then both are refused.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{StoreError, VALUE_BYTES_MAX};

/// The envelope this program writes and reads.
pub const ENVELOPE_FORMAT: u8 = 1;
/// The body is compressed.
pub const FLAG_COMPRESSED: u8 = 1;
/// The body is encrypted with the key of the envelope's key id.
pub const FLAG_ENCRYPTED: u8 = 2;
/// No key.
pub const KEY_NONE: u16 = 0;
/// The longest record that is decoded, in bytes.
pub const RECORD_BYTES_MAX: usize = 65_536;

const HEADER_BYTES: usize = 4;

/// Encodes a record into its envelope.
///
/// # Errors
/// [`StoreError::Malformed`] when it cannot be encoded or is longer than [`VALUE_BYTES_MAX`].
pub fn seal<T: Serialize>(record: &T) -> Result<Vec<u8>, StoreError> {
    let [key_high, key_low] = KEY_NONE.to_be_bytes();
    let mut sealed = vec![ENVELOPE_FORMAT, 0, key_high, key_low];
    bincode::serde::encode_into_std_write(record, &mut sealed, bincode::config::standard())
        .map_err(|error| malformed(format!("record cannot be encoded: {error}")))?;
    if sealed.len() > VALUE_BYTES_MAX {
        return Err(malformed(format!("record of {} bytes is longer than {VALUE_BYTES_MAX}", sealed.len())));
    }
    Ok(sealed)
}

/// Decodes a record out of its envelope; `place` is named in errors (table and key).
///
/// # Errors
/// [`StoreError::Format`] for a newer envelope, [`StoreError::Corrupt`] for unknown flags, a record that does
/// not decode, or bytes left over.
pub fn open<T: DeserializeOwned>(
    sealed: &[u8],
    place: &(impl fmt::Display + ?Sized),
) -> Result<T, StoreError> {
    let corrupt = |what: String| StoreError::Corrupt { place: place.to_string(), what };
    let (header, body) = sealed
        .split_first_chunk::<HEADER_BYTES>()
        .ok_or_else(|| corrupt(format!("record of {} bytes has no envelope", sealed.len())))?;
    let [format, flags, key_high, key_low] = *header;
    if format != ENVELOPE_FORMAT {
        return Err(StoreError::Format { found: u32::from(format), known: u32::from(ENVELOPE_FORMAT) });
    }
    match flags {
        0 => {}
        FLAG_COMPRESSED => {
            return Err(corrupt("record is compressed, which this program cannot read".into()));
        }
        flags if flags & !(FLAG_COMPRESSED | FLAG_ENCRYPTED) == 0 => {
            let key = u16::from_be_bytes([key_high, key_low]);
            return Err(corrupt(format!("record is encrypted with key {key}, which is not loaded")));
        }
        flags => return Err(corrupt(format!("record has unknown flags {flags:#04x}"))),
    }
    let config = bincode::config::standard().with_limit::<RECORD_BYTES_MAX>();
    let (record, read) = bincode::serde::decode_from_slice(body, config)
        .map_err(|error| corrupt(format!("record does not decode: {error}")))?;
    if read != body.len() {
        return Err(corrupt(format!("record has {} bytes left over", body.len() - read)));
    }
    Ok(record)
}

/// The value of a counter: 16 bytes, i128 big-endian. `adds` of a batch change it.
///
/// # Errors
/// [`StoreError::Malformed`] when the value is not 16 bytes long.
pub fn counter(value: &[u8]) -> Result<i128, StoreError> {
    let bytes = <[u8; 16]>::try_from(value)
        .map_err(|_| malformed(format!("a value of {} bytes is no counter", value.len())))?;
    Ok(i128::from_be_bytes(bytes))
}

/// The bytes of a counter, as [`counter`] reads them.
#[must_use]
pub fn counter_bytes(count: i128) -> [u8; 16] {
    count.to_be_bytes()
}

fn malformed(what: String) -> StoreError {
    StoreError::Malformed { what }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_comes_back() {
        let record = (42_u64, "Işık".to_owned(), vec![1_i128, -1]);
        let sealed = seal(&record).unwrap();
        assert_eq!(sealed[..4], [1, 0, 0, 0]);
        assert_eq!(open::<(u64, String, Vec<i128>)>(&sealed, "here").unwrap(), record);
    }

    #[test]
    fn what_is_not_ours_is_refused_by_name() {
        let sealed = seal(&7_u64).unwrap();
        let changed = |at: usize, byte: u8| {
            let mut other = sealed.clone();
            other[at] = byte;
            open::<u64>(&other, "fact 1").unwrap_err().to_string()
        };
        assert_eq!(changed(0, 2), "store has format 2, this program reads 1");
        assert!(changed(1, FLAG_COMPRESSED).contains("compressed"));
        assert!(changed(1, FLAG_ENCRYPTED).contains("encrypted with key 0"));
        assert!(changed(1, 0x80).contains("unknown flags 0x80"));
        let mut longer = sealed.clone();
        longer.push(0);
        assert!(open::<u64>(&longer, "fact 1").unwrap_err().to_string().contains("1 bytes left over"));
        assert!(open::<u64>(&sealed[..3], "fact 1").is_err());
    }

    #[test]
    fn a_lying_length_is_not_believed() {
        let mut sealed = vec![ENVELOPE_FORMAT, 0, 0, 0];
        sealed.extend([253, 255, 255, 255, 255, 255, 255, 255, 255]);
        assert!(open::<Vec<u8>>(&sealed, "here").is_err());
        assert!(seal(&vec![7_u8; VALUE_BYTES_MAX]).is_err());
    }

    #[test]
    fn counters_are_sixteen_bytes() {
        assert_eq!(counter(&counter_bytes(-5)).unwrap(), -5);
        assert!(counter(b"short").is_err());
    }
}
