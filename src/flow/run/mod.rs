//! One flow being filled: pure, without a clock and without ids of its own. Screens, service and macros build the
//! same run from the same facts and get the same figures.

mod accept;
mod alternatives;
mod blocks;
mod checks;
mod digest;
mod fields;
mod hours;
mod lookup;
mod planning;
mod postings;
mod quoting;
mod sets;
mod steps;
mod sums;

#[cfg(test)]
pub(crate) mod tests;

use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;

use super::{
    figure::Figure,
    schema::{Field, FieldKind, Flow, Screen},
    view::FieldFault,
};
use crate::{
    domain::{
        CustomerNo, DraftId, RequestKey,
        flow_run::{Evidence, FlowQuote},
    },
    pack::Pack,
    request::flow::{FlowBasis, FlowBegun, FlowWork, Yes},
    text::Said,
    time::{Day, Moment},
};

use checks::{CUSTOMER, OFFER};
use quoting::RECORD;

pub use quoting::Wanted;

/// How a field came to its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Letter by letter.
    Typed,
    /// From a list.
    Chosen,
    /// By the bank: from the facts or from an earlier step.
    Carried,
}

/// What submitting a screen asks for next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The run stands at another screen now.
    Screen,
    /// The next screen needs a held price: ask for [`Run::wanted`], then call [`Run::priced`], which moves on.
    Price,
    /// Submit it, with the customer's yes.
    Submit {
        /// How the yes was given.
        yes: Yes,
    },
}

/// A field as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entered {
    typed: String,
    value: Option<String>,
    how: How,
    fault: Option<FieldFault>,
}

/// One flow being filled.
#[derive(Debug, Clone)]
pub struct Run {
    flow: Arc<Flow>,
    pack: Arc<Pack>,
    basis: Arc<FlowBasis>,
    key: RequestKey,
    draft: DraftId,
    customer: CustomerNo,
    step: u8,
    entered: BTreeMap<String, Entered>,
    price: Option<FlowQuote>,
    /// What the price was taken for.
    priced: [u8; 32],
    /// The next price moves the run on.
    pricing: bool,
    /// How the yes was kept when somebody else submitted it.
    given: Option<Evidence>,
}

impl Run {
    /// A run as it was begun or taken up again. What a draft holds that the flow no longer takes is left out; it
    /// stands no further than what it holds allows.
    #[must_use]
    pub fn begin(flow: Arc<Flow>, pack: Arc<Pack>, begun: FlowBegun) -> Run {
        let FlowBegun { work, basis, price, returned: _ } = begun;
        let mut run = Run {
            flow,
            pack,
            basis: Arc::new(basis),
            key: work.run,
            draft: work.draft,
            customer: work.customer,
            step: 1,
            entered: BTreeMap::new(),
            price: None,
            priced: [0; 32],
            pricing: false,
            given: None,
        };
        run.prefill();
        for (name, value) in &work.fields {
            run.restore(name, value);
        }
        run.price = price.filter(|price| run.fits(price));
        run.priced = run.terms();
        while run.step < work.step.min(run.steps()) && run.may_stand_after(run.step) {
            run.step += 1;
        }
        run
    }

    /// The run as it travels with requests: canonical values in the flow's order, without the customer's answer.
    #[must_use]
    pub fn work(&self) -> FlowWork {
        let kept = |field: &&Field| !matches!(field.kind, FieldKind::Answer | FieldKind::Evidence);
        let value = |field: &Field| Some((field.id.clone(), self.value(&field.id)?));
        FlowWork {
            run: self.key,
            draft: self.draft,
            customer: self.customer,
            flow: self.flow.name.clone(),
            step: self.step,
            fields: self.flow.fields.iter().filter(kept).filter_map(value).collect(),
        }
    }

    /// The flow.
    #[must_use]
    pub fn flow(&self) -> &Arc<Flow> {
        &self.flow
    }

    /// What is known.
    #[must_use]
    pub fn basis(&self) -> &FlowBasis {
        &self.basis
    }

    /// The price it was given last.
    #[must_use]
    pub fn price(&self) -> Option<&FlowQuote> {
        self.price.as_ref()
    }

    /// The screen it stands at, from 1.
    #[must_use]
    pub fn step(&self) -> u8 {
        self.step
    }

    /// How many screens there are.
    #[must_use]
    pub fn steps(&self) -> u8 {
        u8::try_from(self.flow.screens.len()).unwrap_or(u8::MAX)
    }

    /// Submitting this screen posts.
    #[must_use]
    pub fn commits(&self) -> bool {
        self.screen().is_some_and(|screen| screen.commits)
    }

    /// What row 23 says at this screen: where its prices buy nothing, that; keys stand in it as
    /// [`crate::action::keyed`] reads them.
    #[must_use]
    pub fn hint(&self) -> Option<Said> {
        let (sums, screen) = (self.sums(), self.screen()?);
        if let (true, Err(fault)) = (screen.priced, self.check_bought(&sums)) {
            return Some(fault.said);
        }
        screen.hint.as_ref()?.said(&|name| self.lookup(&sums, name))
    }

    /// A figure or a field's value by its name; `None` while it is not known. Macros expect them.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<Figure> {
        self.lookup(&self.sums(), name)
    }

    fn screen(&self) -> Option<&Screen> {
        self.flow.screens.get(usize::from(self.step).checked_sub(1)?)
    }

    /// When dated values are taken: as the facts were read, or as a price was made that is newer than they are.
    fn at(&self) -> Moment {
        self.price.as_ref().map_or(self.basis.at, |price| self.basis.at.max(price.made))
    }

    /// The day that dated values are taken of.
    fn day(&self) -> Day {
        self.at().day()
    }
}
