//! Rows that belong far back in a long statement: more blocks must move than one batch takes.
//!
//! The tail is moved window by window, the last one first, each to its final place with its new rows; empty
//! blocks stand in the gap below it. So after every batch the rows stand in order and the head is right.

use std::ops::Range;

use super::{Import, ImportError, REWRITE_BLOCKS_MAX, blocks, statements::count};
use crate::{
    domain::{
        AccountId,
        statement::{StatementBlock, StatementHead, StatementRow},
    },
    service::records,
    store::{Store, StoreError, Version, tables},
};

/// Blocks that move together, and the rows that come among them.
struct Window {
    blocks: Range<u32>,
    rows: Vec<StatementRow>,
    /// How many blocks more it is then.
    grows: u32,
}

impl Import<'_> {
    /// Puts rows, sorted by day, among the blocks from `from` on.
    pub(super) fn spread(
        &mut self,
        account: AccountId,
        (mut version, mut head): (Version, StatementHead),
        from: u32,
        rows: Vec<StatementRow>,
    ) -> Result<(), ImportError> {
        self.flush()?;
        let windows = windows(self.store, account, from..head.blocks, rows)?;
        let mut shift: u32 = windows.iter().map(|window| window.grows).sum();
        head.blocks = head.blocks.saturating_add(shift);
        for window in windows {
            shift -= window.grows;
            if shift == 0 && window.rows.is_empty() {
                continue;
            }
            let start = window.blocks.start;
            for number in start..start + shift {
                self.put_block(account, number, &StatementBlock::default())?;
            }
            for row in &window.rows {
                count(&mut head, row);
            }
            let moved = moved(self.store, account, &window)?;
            for (number, block) in (start + shift..).zip(&moved) {
                self.put_block(account, number, block)?;
            }
            self.put_head(account, version, &head)?;
            self.flush()?;
            let place = tables::statement_head(account);
            version = records::get::<StatementHead>(self.store, &place)?.map_or(0, |(version, _)| version);
        }
        Ok(())
    }
}

/// The windows of a tail, the last one first; each takes the new rows from its first day on.
fn windows(
    store: &dyn Store,
    account: AccountId,
    tail: Range<u32>,
    mut rows: Vec<StatementRow>,
) -> Result<Vec<Window>, StoreError> {
    let mut windows = Vec::new();
    let mut end = tail.end;
    while end > tail.start {
        let start = end.saturating_sub(REWRITE_BLOCKS_MAX).max(tail.start);
        let stored = blocks::read(store, account, start..end)?;
        let first = stored.iter().find_map(|block| block.rows.first()).map(|row| row.day);
        let keep = match first {
            _ if start == tail.start => 0,
            Some(first) => rows.partition_point(|row| row.day < first),
            None => rows.len(),
        };
        let own = rows.split_off(keep);
        let mut window = Window { blocks: start..end, rows: own, grows: 0 };
        let then = u32::try_from(layout(&stored, &window).len()).unwrap_or(u32::MAX);
        window.grows = then.saturating_sub(end - start);
        windows.push(window);
        end = start;
    }
    Ok(windows)
}

fn moved(store: &dyn Store, account: AccountId, window: &Window) -> Result<Vec<StatementBlock>, StoreError> {
    Ok(layout(&blocks::read(store, account, window.blocks.clone())?, window))
}

/// A window with its new rows, never fewer blocks than it was.
fn layout(stored: &[StatementBlock], window: &Window) -> Vec<StatementBlock> {
    if window.rows.is_empty() {
        return stored.to_vec();
    }
    let mut blocks = blocks::mixed(stored, window.rows.clone());
    blocks.resize(blocks.len().max(stored.len()), StatementBlock::default());
    blocks
}
