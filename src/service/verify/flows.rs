//! Runs of flows: each in a declared state with what that state promises, nothing posted that no run asked for,
//! two people on each approval, an order for each posted leg.

use super::{Audit, place};
use crate::{
    domain::{
        RequestKey,
        approval::{Approval, ApprovalKind, ApprovalOutcome},
        flow_run::{FlowRun, FlowState},
        outbox::OutboxOrder,
        receipt::{LegState, Receipt, ReceiptNo},
        task::Task,
    },
    service::{flows::receipt_of, records},
    store::{Store, StoreError, Table, codec, tables},
    text::{Message, ids::verify as id},
};

pub(super) fn check(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    let runs = audit.each(Table::FlowRun, &mut |audit, row| {
        let read = codec::open::<FlowRun>(&row.value, &place(Table::FlowRun, &row.key));
        if let Some(run) = audit.readable(read)?
            && !stands(audit.store, &run)?
        {
            audit.fault(place(Table::FlowRun, &row.key), Message::new(id::RUN_STATE));
        }
        Ok(())
    })?;
    audit.checked("flow_runs", runs);
    let receipts = audit.each(Table::Receipt, &mut |audit, row| {
        let read = codec::open::<Receipt>(&row.value, &place(Table::Receipt, &row.key));
        if let Some(receipt) = audit.readable(read)?
            && !is_whole(audit.store, &receipt)?
        {
            audit.fault(place(Table::Receipt, &row.key), Message::new(id::RECEIPT));
        }
        Ok(())
    })?;
    audit.checked("receipts", receipts);
    let approvals = audit.each(Table::Approval, &mut |audit, row| {
        let read = codec::open::<Approval>(&row.value, &place(Table::Approval, &row.key));
        if let Some(approval) = audit.readable(read)?
            && !two_people(audit.store, &approval)?
        {
            audit.fault(place(Table::Approval, &row.key), Message::new(id::ONE_PERSON));
        }
        Ok(())
    })?;
    audit.checked("approvals", approvals);
    let orders = audit.each(Table::Outbox, &mut |audit, row| {
        let read = codec::open::<OutboxOrder>(&row.value, &place(Table::Outbox, &row.key));
        if let Some(order) = audit.readable(read)?
            && run_of(audit.store, order.request)?.is_none_or(|run| !run.orders.contains(&order.id))
        {
            audit.fault(place(Table::Outbox, &row.key), Message::new(id::OUTBOX_ORDER));
        }
        Ok(())
    })?;
    audit.checked("orders", orders);
    Ok(())
}

fn run_of(store: &dyn Store, run: RequestKey) -> Result<Option<FlowRun>, StoreError> {
    Ok(records::get(store, &tables::flow_run(run))?.map(|(_, run)| run))
}

fn receipt(store: &dyn Store, no: ReceiptNo) -> Result<Option<Receipt>, StoreError> {
    Ok(records::get(store, &tables::receipt(no))?.map(|(_, receipt)| receipt))
}

/// What the state of a run promises is there.
fn stands(store: &dyn Store, run: &FlowRun) -> Result<bool, StoreError> {
    let nothing_posted = || Ok(receipt_of(store, run.request)?.is_none() && run.orders.is_empty());
    match &run.state {
        FlowState::AwaitingApproval { approval } => {
            let approval = records::get::<Approval>(store, &tables::approval(*approval))?;
            let waits = approval
                .is_some_and(|(_, approval)| approval.request == run.request && approval.outcome.is_none());
            Ok(waits && nothing_posted()?)
        }
        FlowState::Returned { .. } | FlowState::Dropped => nothing_posted(),
        FlowState::Posted { receipt: no } => {
            let whole = |receipt: Receipt| {
                receipt.legs.iter().all(|leg| leg.state == LegState::Done)
                    && receipt.legs.len() == run.orders.len()
            };
            Ok(receipt(store, *no)?.filter(|receipt| receipt.run == run.request).is_some_and(whole))
        }
        FlowState::Halted { receipt: no, leg, task, .. } => {
            let task = records::get::<Task>(store, &tables::task(*task))?;
            let done = usize::from(*leg).saturating_sub(1);
            let stopped = |receipt: Receipt| {
                let states: Vec<LegState> = receipt.legs.iter().map(|leg| leg.state).collect();
                let (before, after) = states.split_at(done.min(states.len()));
                before.iter().all(|state| *state == LegState::Done)
                    && after.first() == Some(&LegState::Refused)
                    && after.iter().skip(1).all(|state| *state == LegState::NotDone)
                    && done == run.orders.len()
            };
            let receipt = receipt(store, *no)?.filter(|receipt| receipt.run == run.request);
            Ok(task.is_some() && done > 0 && receipt.is_some_and(stopped))
        }
        FlowState::Reversed { receipt: no } => {
            let Some(back) = receipt(store, *no)?.filter(|back| back.run == run.request) else {
                return Ok(false);
            };
            let Some(original) = back.reverses else { return Ok(false) };
            Ok(receipt(store, original)?.is_some_and(|original| original.reversed_by == Some(*no)))
        }
    }
}

/// Its entries are there, are those of its legs, and name the request that is answered with it.
fn is_whole(store: &dyn Store, receipt: &Receipt) -> Result<bool, StoreError> {
    let of_legs = receipt.legs.iter().flat_map(|leg| &leg.entries);
    if !of_legs.eq(receipt.entries.iter()) {
        return Ok(false);
    }
    for entry in &receipt.entries {
        let entry = records::get::<crate::domain::ledger::Entry>(store, &tables::entry(*entry))?;
        let Some((_, entry)) = entry else { return Ok(false) };
        if receipt_of(store, entry.request)?.map(|found| found.no) != Some(receipt.no) {
            return Ok(false);
        }
    }
    let run = run_of(store, receipt.run)?;
    Ok(run.is_some_and(|run| run.customer == receipt.customer))
}

/// Whoever agreed is not who asked, nor who posted what is taken back; and what rests on it says so.
fn two_people(store: &dyn Store, approval: &Approval) -> Result<bool, StoreError> {
    let Some((ApprovalOutcome::Approved, checker, _)) = &approval.outcome else {
        return Ok(true);
    };
    if *checker == approval.maker {
        return Ok(false);
    }
    let posted = receipt_of(store, approval.request)?;
    let Some(posted) = posted.filter(|posted| posted.checker.as_ref() == Some(checker)) else {
        return Ok(false);
    };
    match &approval.what {
        ApprovalKind::Run => Ok(posted.maker == approval.maker),
        ApprovalKind::Reversal { receipt: no, .. } => {
            Ok(receipt(store, *no)?.is_some_and(|original| original.maker != *checker))
        }
    }
}
