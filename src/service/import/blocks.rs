//! Statement rows in blocks: packed in booking order, each block's stored form at most 16 KiB.

use std::ops::{Range, RangeInclusive};

use crate::{
    domain::{
        AccountId,
        statement::{StatementBlock, StatementHead, StatementRow},
    },
    service::load::statement_block,
    store::{Store, StoreError},
    time::Day,
};

/// The most bytes of a block's stored form.
pub const BLOCK_BYTES_MAX: usize = 16 * 1024;
/// Envelope and count of rows.
const BLOCK_HEADER_BYTES: usize = 16;
/// The most stored blocks that one batch moves.
pub const REWRITE_BLOCKS_MAX: u32 = 256;

/// The bytes of a row's stored form, or a few more.
pub(super) fn row_bytes(row: &StatementRow) -> usize {
    // two numbers of at most 9 bytes, the day's 5, the amount's 9, the balance's 10, and for each text its
    // mark and a length of at most 3 bytes
    const FIXED: usize = 9 + 9 + 5 + 9 + 10 + 3 * 4;
    let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    FIXED + text(&row.operation) + text(&row.text) + text(&row.counterparty)
}

/// Rows in their order, as many to a block as fit.
pub(in crate::service) fn pack(rows: impl IntoIterator<Item = StatementRow>) -> Vec<StatementBlock> {
    let mut blocks = Vec::new();
    let mut block = StatementBlock::default();
    let mut bytes = BLOCK_HEADER_BYTES;
    for row in rows {
        let more = row_bytes(&row);
        if bytes + more > BLOCK_BYTES_MAX && !block.rows.is_empty() {
            blocks.push(std::mem::take(&mut block));
            bytes = BLOCK_HEADER_BYTES;
        }
        bytes += more;
        block.rows.push(row);
    }
    if !block.rows.is_empty() {
        blocks.push(block);
    }
    blocks
}

/// Blocks to write, with their numbers, and how many there are then.
pub(super) struct Layout {
    pub(super) blocks: Vec<(u32, StatementBlock)>,
    pub(super) count: u32,
}

/// The first block that rows from `first` on may change: the last one whose rows all stand before them, since
/// it may have room.
///
/// # Errors
/// [`StoreError::Corrupt`] when a block that the head counts is absent.
pub(super) fn tail(
    store: &dyn Store,
    account: AccountId,
    head: &StatementHead,
    first: Day,
) -> Result<u32, StoreError> {
    for number in (0..head.blocks).rev() {
        let block = statement_block(store, account, number)?;
        if block.rows.last().is_some_and(|row| row.day <= first) {
            return Ok(number);
        }
    }
    Ok(0)
}

/// The stored blocks that hold rows of these days.
///
/// # Errors
/// As [`tail`].
pub(super) fn between(
    store: &dyn Store,
    account: AccountId,
    head: &StatementHead,
    days: RangeInclusive<Day>,
) -> Result<Vec<StatementBlock>, StoreError> {
    let mut blocks = Vec::new();
    for number in first_with(store, account, head, *days.start())?..head.blocks {
        let block = statement_block(store, account, number)?;
        if block.rows.first().is_some_and(|row| row.day > *days.end()) {
            break;
        }
        blocks.push(block);
    }
    Ok(blocks)
}

/// The first block with a row of this day or a later one, by halving; blocks may be empty.
fn first_with(
    store: &dyn Store,
    account: AccountId,
    head: &StatementHead,
    day: Day,
) -> Result<u32, StoreError> {
    let (mut low, mut high) = (0, head.blocks);
    while low < high {
        let middle = low.midpoint(high);
        let mut last = None;
        let mut next = middle;
        while last.is_none() && next < high {
            last = statement_block(store, account, next)?.rows.last().map(|row| row.day);
            next += 1;
        }
        if last.is_some_and(|last| last < day) {
            low = next;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// Stored blocks of a range.
///
/// # Errors
/// As [`tail`].
pub(super) fn read(
    store: &dyn Store,
    account: AccountId,
    range: Range<u32>,
) -> Result<Vec<StatementBlock>, StoreError> {
    range.map(|number| statement_block(store, account, number)).collect()
}

/// Stored rows and new ones in blocks: by day; of one day, what was stored stands before what arrives.
pub(super) fn mixed(stored: &[StatementBlock], rows: Vec<StatementRow>) -> Vec<StatementBlock> {
    let mut all: Vec<StatementRow> = stored.iter().flat_map(|block| block.rows.clone()).collect();
    all.extend(rows);
    all.sort_by_key(|row| row.day);
    pack(all)
}

/// Puts rows, sorted by day, among those of the last blocks.
///
/// # Errors
/// As [`tail`].
pub(super) fn merge(
    store: &dyn Store,
    account: AccountId,
    range: Range<u32>,
    rows: Vec<StatementRow>,
) -> Result<Layout, StoreError> {
    let mut count = range.start;
    let stored = read(store, account, range)?;
    let mut blocks = Vec::new();
    for (at, block) in mixed(&stored, rows).into_iter().enumerate() {
        if stored.get(at) != Some(&block) {
            blocks.push((count, block));
        }
        count = count.saturating_add(1);
    }
    Ok(Layout { blocks, count })
}

/// The rows of the last booking day, newest first.
///
/// # Errors
/// As [`tail`].
pub(super) fn last_day(
    store: &dyn Store,
    account: AccountId,
    head: &StatementHead,
) -> Result<Vec<StatementRow>, StoreError> {
    let mut rows = Vec::new();
    for number in (0..head.blocks).rev() {
        let block = statement_block(store, account, number)?;
        let earlier = block.rows.first().is_some_and(|row| Some(row.day) < head.last_day);
        let of_day = block.rows.into_iter().rev();
        rows.extend(of_day.take_while(|row| Some(row.day) == head.last_day));
        if earlier {
            break;
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        service::{fixtures::row, records::Put},
        store::{VALUE_BYTES_MAX, tables},
    };

    fn text() -> impl Strategy<Value = Option<String>> {
        prop::option::of("[a-zışğ]{0,400}")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn blocks_keep_every_row_in_order_and_fit(texts in prop::collection::vec((any::<i64>(), prop::option::of(any::<i64>()), text(), text()), 0..200)) {
            let rows: Vec<_> = texts.into_iter().zip(u64::MAX - 300..).map(|((minor, balance, text, counterparty), id)| StatementRow {
                minor,
                balance,
                text,
                counterparty,
                ..row(id, u64::MAX, "9999-12-30", 0)
            }).collect();
            let blocks = pack(rows.clone());
            for block in &blocks {
                let put = Put::seal(tables::statement(AccountId(1), 0), block).unwrap();
                prop_assert!(put.value.len() <= BLOCK_BYTES_MAX && put.value.len() < VALUE_BYTES_MAX);
                prop_assert!(!block.rows.is_empty());
            }
            let back: Vec<_> = blocks.into_iter().flat_map(|block| block.rows).collect();
            prop_assert_eq!(back, rows);
        }
    }
}
