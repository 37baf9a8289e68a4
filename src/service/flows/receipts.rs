//! What is done with a receipt: printed, marked, its money asked back; and the orders that flows sent.

use super::{Answered, missing, try_commit};
use crate::{
    domain::{
        CustomerNo, Refusal, RequestKey,
        audit::AuditAct,
        flow_run::{FlowRun, FlowState},
        operator::OperatorId,
        outbox::{OutboxOrder, OutboxState},
        receipt::{Receipt, ReceiptNo},
        task::Task,
    },
    request::{Caller, FlowAnswer, flow::FLOW_LINES_MAX},
    service::{
        Service, ServiceError,
        commit::Intent,
        records::{self, Record},
    },
    store::{KeyRange, Table, codec},
    text::{Message, ids::saga as id},
};

/// How long ago somebody's last receipt may be to be told of after the program was cut off.
const LAST_SECONDS: i64 = 60 * 60;
/// The newest receipts that are looked through for it.
const LAST_ROWS_MAX: usize = 256;

/// The newest orders that a list looks at.
const OUTBOX_ROWS_MAX: usize = 10_000;

impl Service {
    /// The receipt, counted as printed: from the second time on it is a copy. The trace is kept with it.
    pub(super) fn flow_print(&self, caller: &Caller, no: ReceiptNo) -> Answered {
        let customer = self.receipt(no)?.customer;
        Self::settled(customer, || {
            let receipt = self.receipt(no)?;
            let receipt = Receipt { printed: receipt.printed.saturating_add(1), ..receipt };
            let mut intent = self.once()?;
            intent.records = vec![
                Record::Receipt(receipt.clone()),
                self.traced(caller, AuditAct::Printed { receipt: no }),
            ];
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Receipt(Box::new(receipt))))
        })
    }

    /// It helped, or it was hard.
    pub(super) fn flow_mark(&self, no: ReceiptNo, helped: bool) -> Answered {
        let receipt = self.receipt(no)?;
        Self::settled(receipt.customer, || {
            let run = self.run_of(&receipt)?;
            let mut intent = self.once()?;
            intent.records.push(Record::FlowRun(FlowRun { helped: Some(helped), ..run }));
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Kept))
        })
    }

    /// Asks for a halted run's money to be put back: a task, once.
    pub(super) fn flow_compensate(&self, caller: &Caller, no: ReceiptNo) -> Answered {
        let receipt = self.receipt(no)?;
        let customer: CustomerNo = receipt.customer;
        Self::settled(customer, || {
            let run = self.run_of(&receipt)?;
            if !matches!(&run.state, FlowState::Halted { receipt, .. } if *receipt == no) {
                return Err(Refusal::NotHalted { receipt: no }.into());
            }
            let flow = self.flow_of(caller, &run.flow)?;
            let (at, safe) = (self.stamp.now(), &flow.safe_point);
            let hours =
                self.pack.number(&safe.hours, at.day()).ok_or_else(|| missing(&safe.hours, at.day()))?;
            let due = super::posting::full_hour(at, hours).ok_or_else(|| missing(&safe.hours, at.day()))?;
            let key = asked_once(run.request);
            let store = self.store.as_ref();
            if store.get(Table::Request, &key.0.to_be_bytes()).map_err(ServiceError::Store)?.is_some() {
                return Ok(Some(FlowAnswer::Kept));
            }
            let task = Task {
                id: self.numbers.task(store, self.stamp.as_ref())?,
                customer,
                owner: None,
                unit: safe.unit.clone(),
                what: Message::new(id::COMPENSATE).with("receipt", no.to_string()),
                due,
                done: None,
            };
            let mut intent = Intent::new(key, &no, &()).map_err(ServiceError::Store)?;
            intent.records =
                vec![Record::Task(task), self.traced(caller, AuditAct::FlowCompensation { receipt: no })];
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Kept))
        })
    }

    /// What an operator posted last, if it was a short while ago.
    ///
    /// # Errors
    /// What the store says.
    pub fn last_receipt(&self, operator: &OperatorId) -> Result<Option<Receipt>, ServiceError> {
        let now = self.stamp.now();
        let rows = self.store.scan(Table::Receipt, KeyRange::all().reversed(), LAST_ROWS_MAX);
        for row in rows.map_err(ServiceError::Store)? {
            let place = records::place(Table::Receipt, &row.key);
            let receipt: Receipt = codec::open(&row.value, &place).map_err(ServiceError::Store)?;
            let recent = receipt.at.plus_seconds(LAST_SECONDS).is_some_and(|until| now <= until);
            if receipt.maker == *operator && receipt.at <= now && recent {
                return Ok(Some(receipt));
            }
        }
        Ok(None)
    }

    fn run_of(&self, receipt: &Receipt) -> Result<FlowRun, crate::service::door::Stopped> {
        let no = receipt.no;
        Ok(self.flow_run(receipt.run)?.ok_or(Refusal::UnknownReceipt { receipt: no })?)
    }

    /// The newest orders, and how many of them still wait.
    pub(super) fn flow_outbox(&self) -> Answered {
        let range = KeyRange::all().reversed();
        let rows = self.store.scan(Table::Outbox, range, OUTBOX_ROWS_MAX).map_err(ServiceError::Store)?;
        let (mut open, mut lines) = (0, Vec::new());
        for row in rows {
            let place = records::place(Table::Outbox, &row.key);
            let order: OutboxOrder = codec::open(&row.value, &place).map_err(ServiceError::Store)?;
            open += usize::from(order.state == OutboxState::Waiting);
            if lines.len() < FLOW_LINES_MAX {
                lines.push(order);
            }
        }
        Ok(FlowAnswer::Outbox { open, lines })
    }
}

/// The request that asks for a run's money: one a run.
fn asked_once(run: RequestKey) -> RequestKey {
    let hash = blake3::derive_key("tekil compensation of a flow", &run.0.to_be_bytes());
    RequestKey(u128::from_be_bytes(hash.first_chunk().copied().unwrap_or_default()))
}
