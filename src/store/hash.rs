//! The hash of one entry and the sum of all entries' hashes.

use super::{Key, Table, Version};

/// BLAKE3 of one entry.
pub(crate) type EntryHash = [u8; 32];

/// Bytes of an [`EntryHash`] that stand beside a stored value.
pub(crate) const CHECKSUM_BYTES: usize = 8;

/// The table's byte and the key: what an engine orders by.
pub(crate) fn stored_key(table: Table, key: &[u8]) -> Key {
    let mut stored = Vec::with_capacity(key.len() + 1);
    stored.push(table.byte());
    stored.extend_from_slice(key);
    stored
}

/// BLAKE3(length of table and key ‖ table ‖ key ‖ version ‖ value), numbers big-endian in 8 bytes. The length
/// stands in front so that no two entries read as the same bytes.
pub(crate) fn entry_hash(stored_key: &[u8], version: Version, value: &[u8]) -> EntryHash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&wide(stored_key.len()).to_be_bytes());
    hasher.update(stored_key);
    hasher.update(&version.to_be_bytes());
    hasher.update(value);
    *hasher.finalize().as_bytes()
}

/// The part of an entry's hash that is stored beside its value.
pub(crate) fn checksum(hash: &EntryHash) -> [u8; CHECKSUM_BYTES] {
    hash.first_chunk().copied().unwrap_or_default()
}

/// A count of bytes as it stands in files.
pub(crate) fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The sum of entry hashes modulo 2^256: the same set of entries gives the same sum in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct StateHash([u64; 4]);

impl StateHash {
    pub(crate) const ZERO: StateHash = StateHash([0; 4]);

    /// The sum that [`StateHash::bytes`] gave.
    pub(crate) fn from_bytes(bytes: &[u8; 32]) -> StateHash {
        let mut limbs = [0; 4];
        for (limb, part) in limbs.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *limb = u64::from_le_bytes(*part);
        }
        StateHash(limbs)
    }

    /// Little-endian bytes of the sum.
    pub(crate) fn bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (part, limb) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(self.0) {
            *part = limb.to_le_bytes();
        }
        bytes
    }

    /// An entry appeared.
    pub(crate) fn add(&mut self, hash: &EntryHash) {
        let mut carry = false;
        for (limb, other) in self.0.iter_mut().zip(StateHash::from_bytes(hash).0) {
            let (sum, over) = limb.overflowing_add(other);
            let (sum, over_again) = sum.overflowing_add(u64::from(carry));
            *limb = sum;
            carry = over || over_again;
        }
    }

    /// An entry went away.
    pub(crate) fn subtract(&mut self, hash: &EntryHash) {
        let mut borrow = false;
        for (limb, other) in self.0.iter_mut().zip(StateHash::from_bytes(hash).0) {
            let (rest, under) = limb.overflowing_sub(other);
            let (rest, under_again) = rest.overflowing_sub(u64::from(borrow));
            *limb = rest;
            borrow = under || under_again;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_forgets_what_is_taken_away_in_any_order() {
        let hashes: Vec<EntryHash> = (0..64_u64).map(|n| entry_hash(b"\x01key", n, b"value")).collect();
        let mut state = StateHash::default();
        for hash in &hashes {
            state.add(hash);
        }
        assert_ne!(state, StateHash::default());
        assert_eq!(StateHash::from_bytes(&state.bytes()), state);
        for hash in hashes.iter().rev() {
            state.subtract(hash);
        }
        assert_eq!(state, StateHash::default());
    }

    #[test]
    fn carries_run_through_all_limbs() {
        let mut state = StateHash([u64::MAX; 4]);
        let mut one = [0; 32];
        one[0] = 1;
        state.add(&one);
        assert_eq!(state, StateHash::default());
        state.subtract(&one);
        assert_eq!(state, StateHash([u64::MAX; 4]));
    }

    #[test]
    fn the_border_between_key_and_version_is_part_of_the_hash() {
        let short = entry_hash(b"\x01k", 0x6162_6364_6566_6768, b"");
        let long = entry_hash(b"\x01kabcdefgh", 0, b"");
        assert_ne!(short, long);
    }
}
