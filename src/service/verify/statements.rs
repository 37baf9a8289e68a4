//! Statements: heads against their blocks, import postings against both.

use std::collections::HashMap;

use super::{Audit, account, place};
use crate::{
    domain::{
        AccountId,
        account::AccountTerms,
        ledger::{Entry, EntryKind, LedgerAccount},
        statement::{StatementBlock, StatementHead},
    },
    service::{import::OPEN_IMPORTS, records},
    store::{Digest, Entry as Row, StoreError, Table, codec, tables},
    text::{Message, ids::verify as id},
};

/// What the blocks of one account hold.
#[derive(Default)]
struct Count {
    account: Option<AccountId>,
    head: StatementHead,
}

pub(super) fn check(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    blocks(audit)?;
    let mut posted = import_postings(audit)?;
    let unfinished = unfinished(audit)?;
    let count = audit.each(Table::AccountOwner, &mut |audit, row| {
        let read = codec::open::<AccountTerms>(&row.value, &place(Table::AccountOwner, &row.key));
        let (Some(terms), Some(account)) = (audit.readable(read)?, account(&row.key)) else {
            return Ok(());
        };
        let sum = posted.remove(&account).unwrap_or(0);
        agree(audit, account, &terms, (sum, unfinished))
    })?;
    audit.checked("accounts", count);
    let mut left: Vec<_> = posted.into_keys().collect();
    left.sort_unstable();
    for account in left {
        let (table, key) = tables::account_owner(account);
        audit.fault(place(table, &key), Message::new(id::UNKNOWN_ACCOUNT));
    }
    Ok(())
}

/// A run began and its closing postings are owed.
fn unfinished(audit: &mut Audit<'_>) -> Result<bool, StoreError> {
    let at = tables::meta(OPEN_IMPORTS);
    let read = records::get::<Vec<Digest>>(audit.store, &at);
    let open = audit.readable(read)?.flatten().is_some_and(|(_, open)| !open.is_empty());
    if open {
        audit.fault(place(at.0, &at.1), Message::new(id::IMPORT_UNFINISHED));
    }
    Ok(open)
}

/// Sums of import postings by account.
fn import_postings(audit: &mut Audit<'_>) -> Result<HashMap<AccountId, i128>, StoreError> {
    let mut posted = HashMap::new();
    audit.each(Table::Entry, &mut |audit, row| {
        let read = codec::open::<Entry>(&row.value, &place(Table::Entry, &row.key));
        let Some(entry) = audit.readable(read)?.filter(|entry| entry.kind == EntryKind::Import) else {
            return Ok(());
        };
        for posting in &entry.postings {
            if let LedgerAccount::Customer(account) = posting.account {
                *posted.entry(account).or_default() += posting.signed();
            }
        }
        Ok(())
    })?;
    Ok(posted)
}

/// What entries posted, what the head says, and opening plus rows are one number; only an import that was
/// cut off may still owe the last.
fn agree(
    audit: &mut Audit<'_>,
    account: AccountId,
    terms: &AccountTerms,
    (sum, unfinished): (i128, bool),
) -> Result<(), StoreError> {
    let at = tables::statement_head(account);
    let read = records::get::<StatementHead>(audit.store, &at);
    let Some(head) = audit.readable(read)? else {
        return Ok(());
    };
    let head = head.map(|(_, head)| head).unwrap_or_default();
    let expected = i128::from(terms.opening.unwrap_or(0)) + head.sum;
    if head.posted != sum {
        let what =
            Message::new(id::IMPORT_SUM).with("sum", sum.to_string()).with("posted", head.posted.to_string());
        audit.fault(place(at.0, &at.1), what);
    }
    if head.posted != expected {
        let what = if unfinished {
            Message::new(id::IMPORT_UNFINISHED)
        } else {
            Message::new(id::IMPORT_POSTED)
                .with("posted", head.posted.to_string())
                .with("expected", expected.to_string())
        };
        audit.fault(place(at.0, &at.1), what);
    }
    Ok(())
}

/// Every block once, in the order of accounts and days.
fn blocks(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    let mut count = Count::default();
    let mut heads = 0;
    let mut rows = 0;
    let blocks = audit.each(Table::Statement, &mut |audit, row| {
        if account(&row.key) != count.account {
            heads += finish(audit, &count)?;
            count = Count { account: account(&row.key), ..Count::default() };
        }
        rows += take(audit, &mut count.head, &row)?;
        Ok(())
    })?;
    heads += finish(audit, &count)?;
    audit.checked("statement_blocks", blocks);
    audit.checked("statement_rows", rows);
    headless(audit, heads)
}

fn take(audit: &mut Audit<'_>, head: &mut StatementHead, row: &Row) -> Result<u64, StoreError> {
    let at = place(Table::Statement, &row.key);
    let Some(block) = audit.readable(codec::open::<StatementBlock>(&row.value, &at))? else {
        return Ok(0);
    };
    if block.rows.iter().any(|found| Some(found.account) != account(&row.key)) {
        audit.fault(at.clone(), Message::new(id::FOREIGN_ROW));
    }
    let mut ordered = true;
    for found in &block.rows {
        ordered &= head.last_day <= Some(found.day);
        head.rows += 1;
        head.sum += i128::from(found.minor);
        head.last_day = head.last_day.max(Some(found.day));
        head.stated += u64::from(found.balance.is_some());
        head.negative += u64::from(found.balance.is_some_and(|balance| balance < 0));
    }
    if !ordered {
        audit.fault(at, Message::new(id::ORDER));
    }
    head.blocks += 1;
    Ok(u64::try_from(block.rows.len()).unwrap_or(u64::MAX))
}

/// Compares the blocks of one account with its head; gives 1 if it has one.
fn finish(audit: &mut Audit<'_>, count: &Count) -> Result<u64, StoreError> {
    let Some(account) = count.account else {
        return Ok(0);
    };
    let at = tables::statement_head(account);
    let read = records::get::<StatementHead>(audit.store, &at);
    let Some(found) = audit.readable(read)? else {
        return Ok(1);
    };
    let Some((_, head)) = found else {
        audit.fault(place(at.0, &at.1), Message::new(id::NO_HEAD));
        return Ok(0);
    };
    let counted = StatementHead { posted: head.posted, differs: head.differs, ..count.head.clone() };
    if head != counted {
        audit.fault(place(at.0, &at.1), differs(&head, &counted));
    }
    Ok(1)
}

fn differs(head: &StatementHead, counted: &StatementHead) -> Message {
    let said = |head: &StatementHead| {
        let StatementHead { blocks, rows, sum, .. } = head;
        format!("{blocks}/{rows}/{sum}")
    };
    Message::new(id::HEAD).with("head", said(head)).with("found", said(counted))
}

/// Heads that count blocks of which none is there.
fn headless(audit: &mut Audit<'_>, with_blocks: u64) -> Result<(), StoreError> {
    let mut counting = 0;
    let mut suspects = Vec::new();
    let heads = audit.each(Table::StatementHead, &mut |audit, row| {
        let at = place(Table::StatementHead, &row.key);
        let Some(head) = audit.readable(codec::open::<StatementHead>(&row.value, &at))? else {
            counting += 1;
            return Ok(());
        };
        if head.blocks > 0 || head.rows > 0 {
            counting += 1;
            if let Some(account) = account(&row.key) {
                let (table, key) = tables::statement(account, 0);
                if audit.store.get(table, &key)?.is_none() {
                    suspects.push((at, head));
                }
            }
        }
        Ok(())
    })?;
    audit.checked("statement_heads", heads);
    if counting != with_blocks {
        for (at, head) in suspects {
            audit.fault(at, differs(&head, &StatementHead::default()));
        }
    }
    Ok(())
}
