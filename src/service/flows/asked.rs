//! Exactly what was asked: whether a submission is the same as an earlier one, and how the customer said yes.

use serde::Serialize;

use super::submit::Built;
use crate::{
    domain::{
        CustomerNo, QuoteId, Refusal,
        channel::Touchpoint,
        flow_run::{Evidence, FlowQuote, FlowRun},
        operator::OperatorId,
    },
    request::{
        Caller,
        flow::{FlowWork, Yes},
    },
    time::Moment,
};

/// What a submission asks for, checked and not yet done.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// The run as it was entered.
    pub work: FlowWork,
    /// BLAKE3 of the flow's file, hex.
    pub revision: String,
    /// The price that was shown.
    pub quote: FlowQuote,
    /// The customer's yes.
    pub evidence: Evidence,
    /// Who asks.
    pub maker: OperatorId,
    /// Where.
    pub touchpoint: Touchpoint,
    /// When.
    pub at: Moment,
}

/// What a retry must repeat to the letter; its digest is the request's.
#[derive(Debug, Serialize)]
pub(super) struct Body<'a> {
    customer: CustomerNo,
    flow: &'a str,
    fields: &'a [(String, String)],
    quote: QuoteId,
    evidence: &'a Evidence,
}

impl Asked {
    /// The body of its request.
    pub(super) fn body(&self) -> Body<'_> {
        Body {
            customer: self.work.customer,
            flow: &self.work.flow,
            fields: &self.work.fields,
            quote: self.quote.id,
            evidence: &self.evidence,
        }
    }

    /// A run in a state; whatever it changed is added by who changes it.
    pub(super) fn run(&self, state: crate::domain::flow_run::FlowState) -> FlowRun {
        FlowRun {
            request: self.work.run,
            customer: self.work.customer,
            flow: self.work.flow.clone(),
            revision: self.revision.clone(),
            fields: self.work.fields.clone(),
            quote: self.quote.clone(),
            evidence: self.evidence.clone(),
            maker: self.maker.clone(),
            touchpoint: self.touchpoint,
            at: self.at,
            state,
            helped: None,
            effects: Vec::new(),
            orders: Vec::new(),
        }
    }
}

/// Whether a submission asks for exactly what a stored run asked for. A spoken yes is bound to its contact when
/// it is first submitted; a retry need not come from the same one.
pub(super) fn same(run: &FlowRun, caller: &Caller, (work, quote, yes): (&FlowWork, QuoteId, &Yes)) -> bool {
    let yes = match (&run.evidence, yes) {
        (Evidence::Spoken { .. }, Yes::Spoken) => true,
        (Evidence::Order { order }, Yes::Order(asked)) => order == asked,
        (Evidence::Spoken { .. } | Evidence::Order { .. } | Evidence::Bank, _) => false,
    };
    yes && run.maker == caller.operator
        && run.customer == work.customer
        && run.flow == work.flow
        && run.fields == work.fields
        && run.quote.id == quote
}

/// The customer's yes as it is kept.
///
/// # Errors
/// [`Refusal::RecordMissing`] for a spoken yes outside a contact, [`Refusal::OrderUnfit`] for an order that is
/// not on file for exactly this account and these amounts.
pub(super) fn evidence(yes: &Yes, built: &Built) -> Result<Evidence, Refusal> {
    match yes {
        Yes::Spoken => {
            let record = built.basis.record.clone().ok_or(Refusal::RecordMissing)?;
            Ok(Evidence::Spoken { record })
        }
        Yes::Order(order) if built.orders.contains(order) => Ok(Evidence::Order { order: *order }),
        Yes::Order(order) => Err(Refusal::OrderUnfit { order: *order }),
    }
}

/// A yes that was given before still fits what would be posted now.
///
/// # Errors
/// [`Refusal::OrderUnfit`] for a signed order that was used or ended meanwhile.
pub(super) fn still_fits(asked: &Asked, built: &Built) -> Result<(), Refusal> {
    let Evidence::Order { order } = &asked.evidence else {
        return Ok(());
    };
    evidence(&Yes::Order(*order), built).map(|_| ())
}
