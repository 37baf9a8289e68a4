//! A run that is filled and submitted without a screen: the demo bank's.

use crate::{
    domain::CustomerNo,
    flow::{How, Run},
    request::{
        Caller, FlowAnswer,
        flow::{FlowBegun, FlowWork, Yes},
    },
    service::{Service, ServiceError, door::Stopped},
    time::Moment,
};

/// The flow that the demo bank's story is about.
const FLOW: &str = "break-fx-fund";

impl Service {
    /// Begins, prices and submits the story's flow with these amounts, its price held until a moment. What the
    /// pack refuses is left undone.
    ///
    /// # Errors
    /// What the store says.
    pub(in crate::service) fn submit_waiting(
        &self,
        caller: &Caller,
        customer: CustomerNo,
        amounts: &[(&str, &str)],
        until: Moment,
    ) -> Result<(), ServiceError> {
        match self.submitted_waiting(caller, customer, (amounts, until)) {
            Ok(()) | Err(Stopped::Refused(_) | Stopped::Unpublished | Stopped::Pack(_)) => Ok(()),
            Err(Stopped::Failed(error)) => Err(error),
        }
    }

    fn submitted_waiting(
        &self,
        caller: &Caller,
        customer: CustomerNo,
        (amounts, until): (&[(&str, &str)], Moment),
    ) -> Result<(), Stopped> {
        let FlowAnswer::Begun(begun) = self.flow_begin(caller, customer, FLOW)? else { return Ok(()) };
        let work = self.filled(*begun, amounts)?;
        let FlowAnswer::Priced(quote) = self.flow_price_until(caller, &work, Some(until))? else {
            return Ok(());
        };
        let flow = self.flow_of(caller, FLOW)?.clone();
        let seen = self.built(caller, &flow, (&work, &quote), None)?.plan.digest;
        self.flow_submit(caller, &work, (quote.id, seen), &Yes::Spoken).map(|_| ())
    }

    fn filled(&self, begun: FlowBegun, amounts: &[(&str, &str)]) -> Result<FlowWork, Stopped> {
        let flow = self.flows.get(&begun.work.flow).cloned();
        let unknown = || crate::domain::Refusal::UnknownFlow { flow: FLOW.to_owned() };
        let mut run = Run::begin(flow.ok_or_else(unknown)?, self.pack.clone(), begun);
        for (field, amount) in amounts {
            run.set(field, amount, How::Typed).map_err(crate::domain::Refusal::from)?;
        }
        Ok(run.work())
    }
}
