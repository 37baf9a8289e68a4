//! Receipt and task numbers: unique, rising, not without gaps.
//!
//! They are reserved in blocks of a counter that lies in the store. Blocks double while one process keeps
//! numbering, so that a short command wastes none and many writers seldom meet on the counter. What a process
//! reserved and did not use is a gap.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use crate::{
    domain::{RequestKey, TaskId, receipt::ReceiptNo},
    service::{
        ServiceError,
        commit::{digest, expect},
        records::{self, Put},
        stamp::Stamp,
    },
    store::{Batch, RequestId, Store, StoreError, tables},
    time::Day,
};

/// The largest block.
const BLOCK_MAX: u32 = 1_024;
/// How often a block is tried for while other processes take theirs.
const TRIES_MAX: usize = 1_024;

/// Counters of a bank that is not new: the last receipt number of a day, the last task's.
///
/// # Errors
/// As [`Put::seal`].
pub(in crate::service) fn begun(day: Day, receipts: u32, tasks: u32) -> Result<[Put; 2], StoreError> {
    Ok([Put::seal(tables::meta(&receipts_of(day)), &receipts)?, Put::seal(tables::meta(TASKS), &tasks)?])
}

fn receipts_of(day: Day) -> String {
    format!("numbers/receipt/{}", day.number())
}

/// The counter of tasks.
const TASKS: &str = "numbers/task";

/// What is left of the blocks that this process reserved, by counter.
#[derive(Debug, Default)]
pub struct Numbers(Mutex<BTreeMap<String, Block>>);

/// A reserved block.
#[derive(Debug, Clone, Copy)]
struct Block {
    next: u32,
    end: u32,
    size: u32,
}

impl Numbers {
    /// The next receipt number of a business day.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn receipt(
        &self,
        store: &dyn Store,
        stamp: &dyn Stamp,
        day: Day,
    ) -> Result<ReceiptNo, ServiceError> {
        let serial = self.next(store, stamp, &receipts_of(day))?;
        Ok(ReceiptNo { day, serial })
    }

    /// The next task number.
    ///
    /// # Errors
    /// As [`Numbers::receipt`].
    pub(super) fn task(&self, store: &dyn Store, stamp: &dyn Stamp) -> Result<TaskId, ServiceError> {
        Ok(TaskId(u64::from(self.next(store, stamp, TASKS)?)))
    }

    fn next(&self, store: &dyn Store, stamp: &dyn Stamp, counter: &str) -> Result<u32, ServiceError> {
        // a number is taken under the lock: writers of this process wait for one block, not for one each
        let mut blocks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let block = blocks.get(counter).copied();
        let block = match block {
            Some(block) if block.next < block.end => block,
            used => {
                let size = used.map_or(1, |block| block.size.saturating_mul(2).min(BLOCK_MAX));
                reserve(store, stamp, counter, size)?
            }
        };
        blocks.insert(counter.to_owned(), Block { next: block.next + 1, ..block });
        Ok(block.next)
    }
}

/// Takes a block from the counter, in a commit of its own.
fn reserve(store: &dyn Store, stamp: &dyn Stamp, counter: &str, size: u32) -> Result<Block, ServiceError> {
    let place = tables::meta(counter);
    let mut moved = None;
    for _ in 0..TRIES_MAX {
        let (version, last) = records::get::<u32>(store, &place)?.unwrap_or_default();
        let end = last
            .checked_add(size)
            .ok_or_else(|| ServiceError::Misplaced { what: format!("the counter {counter} is used up") })?;
        let put = Put::seal(place.clone(), &end)?;
        let batch = Batch {
            request_id: RequestId(RequestKey(stamp.fresh_id()).0),
            digest: digest(&(counter, end))?,
            result: Vec::new(),
            expects: vec![expect(place.clone(), version)],
            puts: vec![(put.table, put.key, put.value)],
            deletes: Vec::new(),
            adds: Vec::new(),
        };
        match store.commit(batch) {
            Ok(_) => return Ok(Block { next: last + 1, end: end + 1, size }),
            Err(conflict @ StoreError::Conflict { .. }) => moved = Some(conflict),
            Err(error) => return Err(error.into()),
        }
    }
    Err(match moved {
        Some(conflict) => conflict.into(),
        None => ServiceError::Misplaced { what: format!("the counter {counter} kept changing") },
    })
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    };

    use super::*;
    use crate::{service::fixtures, store::memory::MemoryStore, time::Moment};

    /// Ids that no two processes share.
    struct Counting(AtomicU64);

    impl Stamp for Counting {
        fn now(&self) -> Moment {
            fixtures::moment("2026-11-24T10:42:00+03:00")
        }

        fn fresh_id(&self) -> u128 {
            u128::from(self.0.fetch_add(1, Ordering::SeqCst))
        }
    }

    static STAMP: Counting = Counting(AtomicU64::new(1));

    fn serials(numbers: &Numbers, store: &MemoryStore, many: usize) -> Vec<u32> {
        let day = fixtures::day("2026-11-24");
        (0..many).map(|_| numbers.receipt(store, &STAMP, day).unwrap().serial).collect()
    }

    #[test]
    fn one_process_numbers_without_gaps_and_reserves_ever_larger_blocks() {
        let store = MemoryStore::new();
        let numbers = Numbers::default();
        assert_eq!(serials(&numbers, &store, 3_000), (1..=3_000).collect::<Vec<u32>>());
        // 1 + 2 + 4 + … + 1,024 are 2,047; then 1,024 at a time
        assert_eq!(store.sequence().unwrap(), 12);
    }

    #[test]
    fn short_commands_waste_none() {
        let store = MemoryStore::new();
        let taken: Vec<u32> = (0..9).flat_map(|_| serials(&Numbers::default(), &store, 1)).collect();
        assert_eq!(taken, (1..=9).collect::<Vec<u32>>());
    }

    #[test]
    fn a_day_begins_anew_and_tasks_have_numbers_of_their_own() {
        let (store, numbers) = (MemoryStore::new(), Numbers::default());
        serials(&numbers, &store, 5);
        let next = fixtures::day("2026-11-25");
        assert_eq!(numbers.receipt(&store, &STAMP, next).unwrap().serial, 1);
        assert_eq!(numbers.task(&store, &STAMP).unwrap(), TaskId(1));
        assert_eq!(serials(&numbers, &store, 1), [6]);
    }

    #[test]
    fn many_writers_of_two_processes_never_share_a_number() {
        let store = Arc::new(MemoryStore::new());
        let processes = [Numbers::default(), Numbers::default()];
        let taken = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for process in &processes {
                for _ in 0..8 {
                    let (store, taken) = (Arc::clone(&store), &taken);
                    scope.spawn(move || {
                        let mine = serials(process, &store, 200);
                        assert!(mine.windows(2).all(|pair| pair[0] < pair[1]));
                        taken.lock().unwrap().extend(mine);
                    });
                }
            }
        });
        let mut taken = taken.into_inner().unwrap();
        taken.sort_unstable();
        let all = taken.len();
        taken.dedup();
        assert_eq!((taken.len(), all), (3_200, 3_200));
    }
}
