//! One frame: the batches of one group, chained to the frame before.
//!
//! `magic (4) ‖ flags (1) ‖ 0 (1) ‖ key id (2) ‖ payload bytes (4) ‖ raw bytes (4) ‖ batches (4) ‖ first
//! sequence (8) ‖ previous frame's hash (32) ‖ BLAKE3 of all before and of the payload (32) ‖ payload`,
//! numbers big-endian. The payload is the batches' records one after the other, by zstd where flagged.

use crate::store::codec::{FLAG_COMPRESSED, FLAG_ENCRYPTED, KEY_NONE};
use crate::store::{BATCH_BYTES_MAX, BATCH_KEYS_MAX, Sequence};

/// BLAKE3 of a frame's header and payload.
pub(crate) type FrameHash = [u8; 32];

/// What the first frame is chained to.
pub(crate) const GENESIS: FrameHash = [0; 32];

pub(crate) const MAGIC: [u8; 4] = *b"TkFr";
pub(crate) const HEADER_BYTES: usize = 92;
const HASHED_BYTES: usize = HEADER_BYTES - 32;

/// The longest payload, packed or not: the largest batch or group with its lengths and numbers.
pub(crate) const FRAME_BYTES_MAX: usize = BATCH_BYTES_MAX + BATCH_KEYS_MAX * 32 + 64 * 1024;

/// Smaller groups are not worth packing: an agent's postings wait for it.
const COMPRESS_FROM_BYTES: usize = 64 * 1024;
const COMPRESS_LEVEL: i32 = 1;

/// What stands before a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) flags: u8,
    pub(crate) key_id: u16,
    pub(crate) payload_bytes: u32,
    pub(crate) raw_bytes: u32,
    pub(crate) batches: u32,
    pub(crate) first: Sequence,
    pub(crate) previous: FrameHash,
    pub(crate) hash: FrameHash,
}

impl Header {
    /// Reads a header; `None` if these bytes cannot be one.
    pub(crate) fn parse(bytes: &[u8; HEADER_BYTES]) -> Option<Header> {
        let (magic, rest) = bytes.split_first_chunk::<4>()?;
        let ([flags, zero, key_high, key_low], rest) = rest.split_first_chunk::<4>()?;
        let (payload_bytes, rest) = rest.split_first_chunk::<4>()?;
        let (raw_bytes, rest) = rest.split_first_chunk::<4>()?;
        let (batches, rest) = rest.split_first_chunk::<4>()?;
        let (first, rest) = rest.split_first_chunk::<8>()?;
        let (previous, rest) = rest.split_first_chunk::<32>()?;
        let (hash, _) = rest.split_first_chunk::<32>()?;
        let header = Header {
            flags: *flags,
            key_id: u16::from_be_bytes([*key_high, *key_low]),
            payload_bytes: u32::from_be_bytes(*payload_bytes),
            raw_bytes: u32::from_be_bytes(*raw_bytes),
            batches: u32::from_be_bytes(*batches),
            first: Sequence::from_be_bytes(*first),
            previous: *previous,
            hash: *hash,
        };
        let whole = *magic == MAGIC
            && *zero == 0
            && header.payload_len() <= FRAME_BYTES_MAX
            && header.raw_len() <= FRAME_BYTES_MAX
            && header.batches > 0
            && header.first > 0
            && header.first.checked_add(u64::from(header.batches)).is_some();
        whole.then_some(header)
    }

    pub(crate) fn payload_len(&self) -> usize {
        usize::try_from(self.payload_bytes).unwrap_or(usize::MAX)
    }

    pub(crate) fn raw_len(&self) -> usize {
        usize::try_from(self.raw_bytes).unwrap_or(usize::MAX)
    }

    /// Header and payload together.
    pub(crate) fn frame_bytes(&self) -> u64 {
        super::wide(HEADER_BYTES) + u64::from(self.payload_bytes)
    }

    /// The sequence of the frame's last batch.
    pub(crate) fn last(&self) -> Sequence {
        self.first + u64::from(self.batches) - 1
    }

    fn hashed_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER_BYTES);
        bytes.extend_from_slice(&MAGIC);
        let [key_high, key_low] = self.key_id.to_be_bytes();
        bytes.extend_from_slice(&[self.flags, 0, key_high, key_low]);
        bytes.extend_from_slice(&self.payload_bytes.to_be_bytes());
        bytes.extend_from_slice(&self.raw_bytes.to_be_bytes());
        bytes.extend_from_slice(&self.batches.to_be_bytes());
        bytes.extend_from_slice(&self.first.to_be_bytes());
        bytes.extend_from_slice(&self.previous);
        bytes
    }

    /// Whether the hash is that of this header and payload.
    pub(crate) fn vouches_for(&self, payload: &[u8]) -> bool {
        frame_hash(&self.hashed_bytes(), payload) == self.hash
    }

    /// The payload as it was before packing.
    pub(crate) fn unpack(&self, payload: Vec<u8>) -> Result<Vec<u8>, String> {
        let raw = match self.flags {
            0 => payload,
            FLAG_COMPRESSED => zstd::bulk::decompress(&payload, self.raw_len())
                .map_err(|error| format!("frame does not unpack: {error}"))?,
            flags if flags & !(FLAG_COMPRESSED | FLAG_ENCRYPTED) == 0 => {
                return Err(format!("frame is encrypted with key {}, which is not loaded", self.key_id));
            }
            flags => return Err(format!("frame has unknown flags {flags:#04x}")),
        };
        if raw.len() == self.raw_len() {
            Ok(raw)
        } else {
            Err(format!("frame unpacks to {} bytes instead of {}", raw.len(), self.raw_bytes))
        }
    }
}

fn frame_hash(hashed_header: &[u8], payload: &[u8]) -> FrameHash {
    *blake3::Hasher::new().update(hashed_header).update(payload).finalize().as_bytes()
}

/// A frame in the making: room for the header, then the records.
#[derive(Debug)]
pub(crate) struct FrameDraft {
    bytes: Vec<u8>,
    batches: u32,
}

/// A frame ready to be written.
#[derive(Debug)]
pub(crate) struct SealedFrame {
    pub(crate) bytes: Vec<u8>,
    pub(crate) hash: FrameHash,
    pub(crate) last: Sequence,
}

impl FrameDraft {
    pub(crate) fn new() -> FrameDraft {
        FrameDraft { bytes: vec![0; HEADER_BYTES], batches: 0 }
    }

    /// Adds one batch's encoded record.
    pub(crate) fn push(&mut self, record: &[u8]) {
        self.bytes.extend_from_slice(record);
        self.batches += 1;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.batches == 0
    }

    /// Packs large payloads and chains the frame; `Err` says what cannot be.
    pub(crate) fn seal(self, first: Sequence, previous: FrameHash) -> Result<SealedFrame, String> {
        let FrameDraft { mut bytes, batches } = self;
        let raw_len = bytes.len() - HEADER_BYTES;
        let mut flags = 0;
        if raw_len >= COMPRESS_FROM_BYTES {
            let raw = bytes.get(HEADER_BYTES..).unwrap_or_default();
            let packed = zstd::bulk::compress(raw, COMPRESS_LEVEL).map_err(|error| error.to_string())?;
            if packed.len() < raw_len {
                bytes.truncate(HEADER_BYTES);
                bytes.extend_from_slice(&packed);
                flags = FLAG_COMPRESSED;
            }
        }
        let length = |bytes: usize| u32::try_from(bytes).map_err(|error| error.to_string());
        let mut header = Header {
            flags,
            key_id: KEY_NONE,
            payload_bytes: length(bytes.len() - HEADER_BYTES)?,
            raw_bytes: length(raw_len)?,
            batches,
            first,
            previous,
            hash: GENESIS,
        };
        let mut head = header.hashed_bytes();
        header.hash = frame_hash(&head, bytes.get(HEADER_BYTES..).unwrap_or_default());
        head.extend_from_slice(&header.hash);
        if let Some(room) = bytes.first_chunk_mut::<HEADER_BYTES>() {
            room.copy_from_slice(&head);
        }
        debug_assert_eq!(head.len(), HASHED_BYTES + 32);
        Ok(SealedFrame { bytes, hash: header.hash, last: header.last() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(payload: &[u8]) -> (Header, Vec<u8>) {
        let mut draft = FrameDraft::new();
        draft.push(payload);
        let frame = draft.seal(7, [3; 32]).unwrap();
        assert_eq!(frame.last, 7);
        let (head, body) = frame.bytes.split_first_chunk::<HEADER_BYTES>().unwrap();
        (Header::parse(head).unwrap(), body.to_vec())
    }

    #[test]
    fn a_frame_comes_back_packed_or_not() {
        for raw in [b"short".to_vec(), vec![7; COMPRESS_FROM_BYTES]] {
            let (header, payload) = sealed(&raw);
            assert!(header.vouches_for(&payload));
            assert_eq!(header.flags == FLAG_COMPRESSED, raw.len() >= COMPRESS_FROM_BYTES);
            assert_eq!(header.unpack(payload).unwrap(), raw);
        }
    }

    #[test]
    fn no_bit_of_a_frame_may_change() {
        let mut draft = FrameDraft::new();
        draft.push(b"some payload");
        let bytes = draft.seal(1, GENESIS).unwrap().bytes;
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let (head, body) = flipped.split_first_chunk::<HEADER_BYTES>().unwrap();
            assert!(!Header::parse(head).is_some_and(|header| header.vouches_for(body)), "bit {bit}");
        }
    }

    #[test]
    fn what_needs_a_key_or_a_newer_program_is_said() {
        let (mut header, payload) = sealed(b"x");
        header.flags = FLAG_ENCRYPTED;
        header.key_id = 9;
        assert!(header.unpack(payload.clone()).unwrap_err().contains("encrypted with key 9"));
        header.flags = 0x10;
        assert!(header.unpack(payload).unwrap_err().contains("unknown flags 0x10"));
    }
}
