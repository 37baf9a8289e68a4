//! Prices that are held: durable before they are shown, one expiry for all of them.

use rust_decimal::Decimal;

use super::{Answered, drafts, known, missing, try_commit};
use crate::{
    domain::{QuoteId, Refusal, draft::Draft, flow_run::FlowQuote},
    flow::Flow,
    pack::Pack,
    request::{Caller, FlowAnswer, flow::FlowWork},
    service::{Service, ServiceError, door::Stopped, records::Record, standing},
    time::{Day, Moment},
};

impl Service {
    /// Holds the prices of now for a run, and keeps its draft with them. Asked again, it prices again: an
    /// earlier price of the run stays what it was.
    pub(super) fn flow_price(&self, caller: &Caller, work: &FlowWork) -> Answered {
        let flow = self.flow_of(caller, &work.flow)?;
        drafts::check_work(work)?;
        self.load(work.customer)?;
        let id = QuoteId(self.stamp.fresh_id());
        self.settled(work.customer, || {
            if let Some(run) = self.flow_run(work.run)?
                && let Some(done) = self.done(&run)?
            {
                return Ok(Some(FlowAnswer::Done(Box::new(done))));
            }
            let quote = self.held(flow, work, id)?;
            let draft = Draft { quote: Some(id), ..self.draft_of(caller, work)? };
            let mut intent = self.once()?;
            intent.records = vec![Record::FlowQuote(quote.clone()), Record::Draft(draft)];
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Priced(quote)))
        })
    }

    fn held(&self, flow: &Flow, work: &FlowWork, id: QuoteId) -> Result<FlowQuote, Stopped> {
        let made = self.stamp.now();
        let day = made.day();
        let rates = standing::rates(self.store.as_ref(), day).map_err(ServiceError::Store)?;
        Ok(FlowQuote {
            id,
            customer: work.customer,
            run: work.run,
            made,
            until: until(&self.pack, flow, made)?,
            rates: known::selling(&rates),
            funds: self.funds(day),
        })
    }

    /// What a unit of each fund costs on a day.
    fn funds(&self, day: Day) -> Vec<(String, Decimal)> {
        let _ = day;
        Vec::new()
    }

    /// The stored price of a run.
    ///
    /// # Errors
    /// [`Refusal::UnknownPrice`] where it is another run's or nobody's, [`Refusal::PriceStale`] once it no
    /// longer holds.
    pub(super) fn price_of(&self, work: &FlowWork, id: QuoteId) -> Result<FlowQuote, Stopped> {
        let quote = self.quote(id)?.ok_or(Refusal::UnknownPrice)?;
        if quote.run != work.run || quote.customer != work.customer {
            return Err(Refusal::UnknownPrice.into());
        }
        self.still_holds(&quote)?;
        Ok(quote)
    }

    /// A price holds up to its last moment, that one included, and never before it was made.
    pub(super) fn still_holds(&self, quote: &FlowQuote) -> Result<(), Refusal> {
        if (quote.made..=quote.until).contains(&self.stamp.now()) {
            return Ok(());
        }
        Err(Refusal::PriceStale { until: quote.until })
    }
}

/// One expiry, by the parameter that the flow names.
fn until(pack: &Pack, flow: &Flow, made: Moment) -> Result<Moment, Stopped> {
    let day = made.day();
    let seconds = pack.number(&flow.hold, day).ok_or_else(|| missing(&flow.hold, day))?;
    made.plus_seconds(seconds).ok_or_else(|| missing(&flow.hold, day))
}
