//! A batch as it stands in a frame. Its sequence follows from the frame's header.

use bincode::{Decode, Encode};

use super::frame::FRAME_BYTES_MAX;
use crate::store::{Add, Batch, Key, RequestId, StoreError, Table};

#[derive(Encode)]
struct RecordRef<'a> {
    request_id: u128,
    digest: &'a [u8; 32],
    result: &'a [u8],
    puts: Vec<(u8, &'a [u8], &'a [u8])>,
    deletes: Vec<(u8, &'a [u8])>,
    adds: Vec<(u8, &'a [u8], i128)>,
}

#[derive(Decode)]
struct Record {
    request_id: u128,
    digest: [u8; 32],
    result: Vec<u8>,
    puts: Vec<(u8, Vec<u8>, Vec<u8>)>,
    deletes: Vec<(u8, Vec<u8>)>,
    adds: Vec<(u8, Vec<u8>, i128)>,
}

/// The bytes of a batch in a frame. What it expected is not part of history.
pub(crate) fn encode(batch: &Batch, size: usize) -> Result<Vec<u8>, StoreError> {
    let record = RecordRef {
        request_id: batch.request_id.0,
        digest: &batch.digest,
        result: &batch.result,
        puts: batch.puts.iter().map(|(table, key, value)| (table.byte(), &**key, &**value)).collect(),
        deletes: batch.deletes.iter().map(|(table, key)| (table.byte(), &**key)).collect(),
        adds: batch.adds.iter().map(|add| (add.table.byte(), &*add.key, add.delta)).collect(),
    };
    let mut bytes = Vec::with_capacity(size + size / 8 + 128);
    bincode::encode_into_std_write(record, &mut bytes, bincode::config::standard())
        .map_err(|error| StoreError::Malformed { what: format!("batch cannot be encoded: {error}") })?;
    Ok(bytes)
}

/// The batches of an unpacked payload, in order.
pub(crate) fn decode_all(raw: &[u8], batches: u32) -> Result<Vec<Batch>, String> {
    let config = bincode::config::standard().with_limit::<FRAME_BYTES_MAX>();
    let mut rest = raw;
    let mut decoded = Vec::new();
    for _ in 0..batches {
        let (record, read) = bincode::decode_from_slice::<Record, _>(rest, config)
            .map_err(|error| format!("batch does not decode: {error}"))?;
        rest = rest.get(read..).unwrap_or_default();
        decoded.push(record.into_batch()?);
    }
    if rest.is_empty() { Ok(decoded) } else { Err(format!("{} bytes left over", rest.len())) }
}

impl Record {
    fn into_batch(self) -> Result<Batch, String> {
        let put = |(byte, key, value): (u8, Key, Vec<u8>)| Ok::<_, String>((table(byte)?, key, value));
        let delete = |(byte, key): (u8, Key)| Ok::<_, String>((table(byte)?, key));
        let add = |(byte, key, delta): (u8, Key, i128)| {
            Ok::<_, String>(Add { table: table(byte)?, key, delta, floor: None })
        };
        Ok(Batch {
            request_id: RequestId(self.request_id),
            digest: self.digest,
            result: self.result,
            expects: Vec::new(),
            puts: self.puts.into_iter().map(put).collect::<Result<_, _>>()?,
            deletes: self.deletes.into_iter().map(delete).collect::<Result<_, _>>()?,
            adds: self.adds.into_iter().map(add).collect::<Result<_, _>>()?,
        })
    }
}

fn table(byte: u8) -> Result<Table, String> {
    Table::from_byte(byte).ok_or_else(|| format!("unknown table {byte}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_comes_back_without_its_conditions() {
        let batch = Batch {
            request_id: RequestId(u128::MAX - 3),
            digest: [9; 32],
            result: b"done".to_vec(),
            expects: Vec::new(),
            puts: vec![(Table::Fact, b"k".to_vec(), vec![0; 1000])],
            deletes: vec![(Table::Draft, b"d".to_vec())],
            adds: vec![Add { table: Table::Balance, key: b"b".to_vec(), delta: i128::MIN, floor: None }],
        };
        let mut raw = encode(&batch, 1000).unwrap();
        raw.extend(encode(&batch, 1000).unwrap());
        assert_eq!(decode_all(&raw, 2).unwrap(), [batch.clone(), batch]);
        assert!(decode_all(&raw, 1).unwrap_err().contains("left over"));
        assert!(decode_all(&raw, 3).is_err());
    }
}
