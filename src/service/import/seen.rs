//! Which rows this run has taken: two rows with one key are doubles, and the later one is told where the
//! first stands.

use std::collections::HashMap;

use crate::intake::{RowId, RowKey};

/// The most rows that one run may take: their keys are held in memory, 20 bytes each.
pub const RUN_ROWS_MAX: usize = 64_000_000;

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    /// The file's number in the run.
    pub(super) file: u16,
    /// From 1.
    pub(super) line: u32,
}

/// Files of a run, so that a place and a content fit eight bytes.
pub(super) const FILES_MAX: u16 = 1 << FILE_BITS;
const FILE_BITS: u32 = 10;
const LINE_BITS: u32 = 32;

/// Where a row stands, with the first 22 bits of its content: a row that differs is taken for an equal one
/// once in four million.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot(u64);

impl Spot {
    fn new(at: At, content: u64) -> Spot {
        let place = (u64::from(at.file) << LINE_BITS) | u64::from(at.line);
        let bits = LINE_BITS + FILE_BITS;
        Spot(((content >> bits) << bits) | place)
    }

    fn at(self) -> At {
        let file = (self.0 >> LINE_BITS) & u64::from(FILES_MAX - 1);
        let line = self.0 & u64::from(u32::MAX);
        At { file: u16::try_from(file).unwrap_or(0), line: u32::try_from(line).unwrap_or(0) }
    }

    fn is_like(self, other: Spot) -> bool {
        let bits = LINE_BITS + FILE_BITS;
        self.0 >> bits == other.0 >> bits
    }
}

/// The keys of a run. Numbers are kept as they are; of digests 80 bits are kept, so that a false double
/// among 64 million rows has a chance below one in a hundred million.
#[derive(Debug, Default)]
pub(super) struct Seen {
    numbers: HashMap<u8, HashMap<u64, Spot>>,
    digests: HashMap<u64, (Spot, u16)>,
    count: usize,
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is the first of its kind.
    First,
    /// It stood there before.
    Double {
        /// Where.
        first: At,
        /// It said the same.
        same: bool,
    },
    /// [`RUN_ROWS_MAX`] is reached.
    Full,
}

impl Seen {
    /// Marks a row's key.
    pub(super) fn row(&mut self, key: RowKey, at: At, content: u64) -> Mark {
        let spot = Spot::new(at, content);
        if self.count >= RUN_ROWS_MAX {
            return Mark::Full;
        }
        let first = match key.id {
            RowId::Number(number) => {
                let numbers = self.numbers.entry(key.table.byte()).or_default();
                kept(numbers, number, spot)
            }
            RowId::Digest(digest) => self.digest(key.table.byte(), &digest, spot),
        };
        if let Some(first) = first {
            return Mark::Double { first: first.at(), same: first.is_like(spot) };
        }
        self.count += 1;
        Mark::First
    }

    /// The row that was marked there is not taken: its key is free again.
    pub(super) fn forget(&mut self, key: RowKey, at: At) {
        let gone = match key.id {
            RowId::Number(number) => {
                let numbers = self.numbers.entry(key.table.byte()).or_default();
                numbers.get(&number).is_some_and(|first| first.at() == at)
                    && numbers.remove(&number).is_some()
            }
            RowId::Digest(digest) => {
                let (word, _) = halves(key.table.byte(), &digest);
                self.digests.get(&word).is_some_and(|(first, _)| first.at() == at)
                    && self.digests.remove(&word).is_some()
            }
        };
        self.count -= usize::from(gone);
    }

    /// Marks the place a row's record will take, for records that are not found by the row's number: two
    /// rows that differ but would overwrite each other are doubles too.
    pub(super) fn record(&mut self, key: &[u8], at: At) -> Option<At> {
        let hash = blake3::hash(key);
        let digest = hash.as_bytes().first_chunk().copied().unwrap_or_default();
        self.digest(0, &digest, Spot::new(at, 0)).map(Spot::at)
    }

    fn digest(&mut self, table: u8, digest: &[u8; 16], spot: Spot) -> Option<Spot> {
        let (key, extra) = halves(table, digest);
        let (first, known) = *self.digests.entry(key).or_insert((spot, extra));
        (known == extra && first.at() != spot.at()).then_some(first)
    }
}

/// The 80 bits of a digest that are kept.
fn halves(table: u8, digest: &[u8; 16]) -> (u64, u16) {
    let word = u128::from_le_bytes(*digest) ^ u128::from(table);
    let key = u64::try_from(word & u128::from(u64::MAX)).unwrap_or_default();
    (key, u16::try_from((word >> 64) & u128::from(u16::MAX)).unwrap_or_default())
}

fn kept(numbers: &mut HashMap<u64, Spot>, number: u64, spot: Spot) -> Option<Spot> {
    let first = *numbers.entry(number).or_insert(spot);
    (first.at() != spot.at()).then_some(first)
}
