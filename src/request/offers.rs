//! Next-best offers as data: what may be sold, what is held and why, and what comes first while sales are
//! closed.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::{
    domain::{QuoteId, alert::Evidence, channel::Touchpoint, published::Published},
    money::Money,
    text::Said,
    time::Moment,
};

/// The cells that a sentence to say has: a screen of 80 columns less its label. Quotation marks give way to the last
/// two.
pub const SAY_CELLS_MAX: usize = 69;

/// The decision about one customer. It has no channel: every touchpoint gets the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whose.
    pub customer: CustomerNo,
    /// The version of the customer's facts.
    pub version: u64,
    /// What it was decided with.
    pub published: Published,
    /// What was decided.
    pub offers: Offers,
}

/// The offers pane.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Offers {
    /// For how many offers there is a reason (eligible and applicable): offered ones and held ones.
    pub candidates: usize,
    /// What may be offered, best first.
    pub lines: Vec<OfferLine>,
    /// What is held, in the order of the pack.
    pub held: Vec<HeldLine>,
    /// Beside the title: what closes all sales, or which rule holds how many credit offers.
    pub note: Option<Said>,
    /// The same where there is room for more words.
    pub note_more: Option<Said>,
    /// All sales are closed: `lines` is empty, and `service` says what to do.
    pub closed: bool,
    /// Service and retention, and live firm quotes that stay valid: never held back.
    pub service: Vec<ServiceLine>,
}

/// One offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferLine {
    /// The offer's id in the pack.
    pub id: String,
    /// Its place, from 1.
    pub rank: usize,
    /// Its name.
    pub name: Said,
    /// What it is about: an amount, a day, the quote it was made with.
    pub terms: Said,
    /// Probability of acceptance, in permille.
    pub propensity_permille: u32,
    /// Weight of the moment, in permille: 1,000 is none.
    pub context_permille: u32,
    /// What it is worth to the bank.
    pub value: Money,
    /// The bank's own weight, in permille: 1,000 is none.
    pub lever_permille: u32,
    /// Propensity × context × value × lever, in millionths of the value's minor unit.
    pub priority: i128,
    /// Why it is here, shortly.
    pub why: Said,
    /// What else may be said of it where there is room.
    pub more: Option<Said>,
    /// The sentence to say; blank where consent for the channel is missing in a contact that the bank began.
    pub say: Option<Said>,
    /// Why the sentence is blank, where it is.
    pub unsaid: Option<Said>,
    /// The live quote that took the candidate's place.
    pub quote: Option<LiveQuote>,
    /// It lends money.
    pub credit: bool,
    /// To say it unasked needs consent.
    pub outbound: bool,
}

/// A quote that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveQuote {
    /// Which.
    pub id: QuoteId,
    /// Binding, or an invitation.
    pub firm: bool,
    /// It holds until then.
    pub until: Moment,
    /// Where it was made.
    pub made_on: Touchpoint,
}

/// An offer that is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldLine {
    /// The offer's id in the pack.
    pub id: String,
    /// Its name.
    pub name: Said,
    /// It lends money.
    pub credit: bool,
    /// The gate that holds it.
    pub gate: Gate,
    /// The rule or alert behind the gate, by its id.
    pub rule: String,
    /// In words.
    pub why: Said,
    /// The conditions with the values they saw.
    pub seen: Vec<Evidence>,
}

/// Service and retention, or a firm quote that stays valid where its offer may not be sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceLine {
    /// The offer's id in the pack, for `why`; `None` where no rule of the pack speaks.
    pub id: Option<String>,
    /// What to do, or what still holds.
    pub text: Said,
    /// Why.
    pub why: Option<Said>,
    /// The sentence to say.
    pub say: Option<Said>,
    /// The quote that is shown quietly; `None` for service.
    pub quote: Option<LiveQuote>,
}

/// A line of the offers pane that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'o> {
    /// Service, or a quote that is shown quietly.
    Service(&'o ServiceLine),
    /// An offer.
    Offer(&'o OfferLine),
}

impl Offers {
    /// The lines in the order of the pane: service comes first, a quote that may not be sold comes last.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let service = |quiet: bool| self.service.iter().filter(move |line| line.quote.is_some() == quiet);
        let offers = self.lines.iter().map(Entry::Offer);
        service(false).map(Entry::Service).chain(offers).chain(service(true).map(Entry::Service))
    }
}

impl<'o> Entry<'o> {
    /// Its id in the pack.
    #[must_use]
    pub fn id(self) -> Option<&'o str> {
        match self {
            Entry::Service(line) => line.id.as_deref(),
            Entry::Offer(line) => Some(&line.id),
        }
    }
}

/// The gates an offer passes, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// May have it at all.
    Eligibility,
    /// Has a use for it now.
    Applicability,
    /// It suits, and no alert blocks it.
    Suitability,
    /// No objection to all marketing or profiling.
    Objection,
    /// Not asked too often.
    Fatigue,
    /// No complaint, mood, hardship, mourning or fraud closes sales.
    Stops,
    /// Not in a control group.
    ControlGroup,
    /// Not covered by a live quote of the same product and purpose.
    Covered,
    /// Good enough beside the others.
    Arbitration,
}

impl Gate {
    /// Every gate, in the order of the funnel.
    pub const ALL: [Gate; 9] = [
        Gate::Eligibility,
        Gate::Applicability,
        Gate::Suitability,
        Gate::Objection,
        Gate::Fatigue,
        Gate::Stops,
        Gate::ControlGroup,
        Gate::Covered,
        Gate::Arbitration,
    ];
}
