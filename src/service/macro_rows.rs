//! What a macro's row came to: where its run stands and what was posted, without ids and times.

use super::{Service, ServiceError, load_customer, records};
use crate::{
    domain::{
        AccountId, CustomerNo, EntryId, RequestKey, SignedOrderId,
        flow_run::{FlowRun, FlowState},
        ledger::{Entry, Posting},
        receipt::{Receipt, ReceiptNo},
    },
    store::{StoreError, tables},
};

/// The state of a run that was taken back.
const REVERSED: &str = "reversed";

/// A run that was submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRun {
    /// Where it stands: `posted`, `halted`, `reversed`, `awaiting_approval`, `returned`, `dropped`.
    pub state: &'static str,
    /// Its receipt, where something was posted.
    pub receipt: Option<ReceiptNo>,
    /// The lines of its entries, in posting order.
    pub postings: Vec<Posting>,
}

/// What a demo story is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoryFacts {
    /// Whose it is.
    pub customer: CustomerNo,
    /// The deposit that its signed order binds, else the first to mature.
    pub deposit: Option<AccountId>,
    /// The newest signed order on file, used or not: a row that was posted keeps its values.
    pub order: Option<SignedOrderId>,
}

impl RowRun {
    /// Money moved.
    #[must_use]
    pub fn is_posted(&self) -> bool {
        self.receipt.is_some()
    }

    /// What moved was taken back.
    #[must_use]
    pub fn is_taken_back(&self) -> bool {
        self.state == REVERSED
    }
}

impl Service {
    /// What a run came to; `None`: it was never submitted.
    ///
    /// # Errors
    /// What the store says.
    pub fn row_run(&self, run: RequestKey) -> Result<Option<RowRun>, ServiceError> {
        let store = self.store.as_ref();
        let Some((_, run)) = records::get::<FlowRun>(store, &tables::flow_run(run))? else {
            return Ok(None);
        };
        let (state, receipt) = match run.state {
            FlowState::AwaitingApproval { .. } => ("awaiting_approval", None),
            FlowState::Returned { .. } => ("returned", None),
            FlowState::Dropped => ("dropped", None),
            FlowState::Posted { receipt } => ("posted", self.kept(receipt)?),
            FlowState::Halted { receipt, .. } => ("halted", self.kept(receipt)?),
            FlowState::Reversed { receipt } => {
                let undone = self.kept(receipt)?.and_then(|undone| undone.reverses);
                (REVERSED, undone.map(|no| self.kept(no)).transpose()?.flatten())
            }
        };
        let entries = receipt.as_ref().map(|receipt| receipt.entries.as_slice()).unwrap_or_default();
        let postings = self.postings(entries)?;
        Ok(Some(RowRun { state, receipt: receipt.map(|receipt| receipt.no), postings }))
    }

    fn kept(&self, no: ReceiptNo) -> Result<Option<Receipt>, StoreError> {
        Ok(records::get(self.store.as_ref(), &tables::receipt(no))?.map(|(_, receipt)| receipt))
    }

    fn postings(&self, entries: &[EntryId]) -> Result<Vec<Posting>, StoreError> {
        let mut postings = Vec::new();
        for id in entries {
            let entry = records::get::<Entry>(self.store.as_ref(), &tables::entry(*id))?;
            postings.extend(entry.into_iter().flat_map(|(_, entry)| entry.postings));
        }
        Ok(postings)
    }

    /// The one account of a customer that people call so, as its own records label it.
    ///
    /// # Errors
    /// What the store says.
    pub fn account_called(
        &self,
        customer: CustomerNo,
        label: &str,
    ) -> Result<Option<AccountId>, ServiceError> {
        let Some(loaded) = load_customer(self.store.as_ref(), customer)? else { return Ok(None) };
        let named = loaded.facts.accounts.iter().filter(|held| held.account.label.as_deref() == Some(label));
        let named: Vec<AccountId> = named.map(|held| held.account.id).collect();
        Ok(named.first().copied().filter(|_| named.len() == 1))
    }

    /// The facts of a demo story; they stay the same when its flow was posted.
    ///
    /// # Errors
    /// What the store says.
    pub fn story_facts(&self, story: &str) -> Result<Option<StoryFacts>, ServiceError> {
        let stories = super::demo::stories(self.store.as_ref())?;
        let Some(customer) = stories.iter().find(|known| known.story == story).map(|known| known.customer)
        else {
            return Ok(None);
        };
        let Some(loaded) = load_customer(self.store.as_ref(), customer)? else { return Ok(None) };
        let facts = &loaded.facts;
        let order = facts.signed_orders.iter().max_by_key(|order| (order.signed, order.id));
        let first = facts.deposits.iter().min_by_key(|deposit| (deposit.matures, deposit.account));
        Ok(Some(StoryFacts {
            customer,
            deposit: order.map(|order| order.account).or(first.map(|deposit| deposit.account)),
            order: order.map(|order| order.id),
        }))
    }
}
