//! Prices that are held: durable before they are shown, one expiry for all of them.

use std::sync::Arc;

use super::{Answered, drafts, known, missing, try_commit};
use crate::{
    domain::{QuoteId, Refusal, draft::Draft, flow_run::FlowQuote},
    flow::{Flow, Run},
    money::Currency,
    request::{
        Caller, FlowAnswer,
        flow::{FlowBasis, FlowBegun, FlowWork},
    },
    service::{
        Service, ServiceError,
        door::Stopped,
        records::{self, Record},
        standing,
    },
    store::tables,
    time::Moment,
};

impl Service {
    /// Holds the prices of now for a run, and keeps its draft with them. Asked again, it prices again: an
    /// earlier price of the run stays what it was.
    pub(super) fn flow_price(&self, caller: &Caller, work: &FlowWork) -> Answered {
        self.flow_price_until(caller, work, None)
    }

    /// The same, held until a moment instead of as long as the flow says.
    pub(super) fn flow_price_until(
        &self,
        caller: &Caller,
        work: &FlowWork,
        until: Option<Moment>,
    ) -> Answered {
        let flow = self.flow_of(caller, &work.flow)?.clone();
        drafts::check_work(work)?;
        let id = QuoteId(self.stamp.fresh_id());
        Self::settled(work.customer, || {
            if let Some(run) = self.flow_run(work.run)?
                && let Some(done) = self.done(&run)?
            {
                return Ok(Some(FlowAnswer::Done(Box::new(done))));
            }
            let quote = self.held(caller, &flow, work, id)?;
            let quote = FlowQuote { until: until.unwrap_or(quote.until), ..quote };
            let draft = Draft { quote: Some(id), ..self.draft_of(caller, work)? };
            let mut intent = self.once()?;
            intent.records = vec![Record::FlowQuote(quote.clone()), Record::Draft(draft)];
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Priced(quote)))
        })
    }

    /// What the run wants a price of, by the bank's rates of now and the funds' prices of today.
    ///
    /// # Errors
    /// [`Refusal::NoPrice`] where the bank has none.
    fn held(
        &self,
        caller: &Caller,
        flow: &Arc<Flow>,
        work: &FlowWork,
        id: QuoteId,
    ) -> Result<FlowQuote, Stopped> {
        let (wanted, terms) = self.with_basis(caller, work.customer, |basis, _| {
            let run = self.unpriced(flow, work, known::basis(self, flow, basis)?);
            Ok((run.wanted(), run.terms()))
        })?;
        let made = self.stamp.now();
        let day = made.day();
        let bank = standing::rates(self.store.as_ref(), day).map_err(ServiceError::Store)?;
        let bank = known::selling(&bank);
        let of = |currency: Currency| bank.iter().find(|(known, _)| *known == currency).copied();
        let rates = wanted.rates.iter().map(|currency| {
            of(*currency).ok_or_else(|| Refusal::NoPrice { what: currency.code().to_owned() })
        });
        let funds = wanted.funds.iter().map(|code| {
            let price = self.pack.fund(code).and_then(|fund| fund.price(day));
            price.map(|price| (code.clone(), price)).ok_or_else(|| Refusal::NoPrice { what: code.clone() })
        });
        let until = made.plus_seconds(wanted.hold_seconds).ok_or_else(|| missing(&flow.hold, day))?;
        let until = wanted.at_most.filter(|most| *most >= made).map_or(until, |most| until.min(most));
        Ok(FlowQuote {
            id,
            customer: work.customer,
            run: work.run,
            terms,
            made,
            until,
            rates: rates.collect::<Result<_, _>>()?,
            funds: funds.collect::<Result<_, _>>()?,
        })
    }

    /// A run as it was entered, before any price.
    pub(super) fn unpriced(&self, flow: &Arc<Flow>, work: &FlowWork, basis: FlowBasis) -> Run {
        let begun = FlowBegun { work: work.clone(), basis, price: None, returned: None };
        Run::begin(flow.clone(), self.pack.clone(), begun)
    }

    /// The stored price of a run; what it was held for is checked where the run is built.
    ///
    /// # Errors
    /// [`Refusal::UnknownPrice`] where it is another run's or nobody's, [`Refusal::UnknownDraft`] where the run
    /// was cancelled or lapsed, [`Refusal::PriceSuperseded`] where a later price took its place,
    /// [`Refusal::PriceStale`] once it no longer holds, [`Refusal::ClockBehind`] before it was made.
    pub(super) fn price_of(&self, work: &FlowWork, id: QuoteId) -> Result<FlowQuote, Stopped> {
        let quote = self.quote(id)?.ok_or(Refusal::UnknownPrice)?;
        if quote.run != work.run || quote.customer != work.customer {
            return Err(Refusal::UnknownPrice.into());
        }
        match self.latest(&quote)? {
            Some(true) => {}
            Some(false) => return Err(Refusal::PriceSuperseded.into()),
            None => return Err(Refusal::UnknownDraft.into()),
        }
        self.still_holds(&quote)?;
        Ok(quote)
    }

    /// Whether it is the last price that its run was given; `None` where the run's draft is gone.
    pub(super) fn latest(&self, quote: &FlowQuote) -> Result<Option<bool>, ServiceError> {
        let draft = records::get::<Draft>(self.store.as_ref(), &tables::draft(quote.run.draft()))?;
        Ok(draft.map(|(_, draft)| draft.quote == Some(quote.id)))
    }

    /// A price holds up to its last moment, that one included, and never before it was made; nor over midnight,
    /// because interest and value days are another day's then.
    pub(super) fn still_holds(&self, quote: &FlowQuote) -> Result<(), Refusal> {
        let now = self.stamp.now();
        if now < quote.made {
            return Err(Refusal::ClockBehind { since: quote.made });
        }
        if now <= quote.until && now.day() == quote.made.day() {
            return Ok(());
        }
        Err(Refusal::PriceStale { until: quote.until })
    }
}
