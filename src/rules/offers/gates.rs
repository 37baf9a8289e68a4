//! The gates of the funnel that look at one offer.

use crate::{
    domain::{
        alert::{Alert, Evidence},
        quote::Quote,
    },
    request::offers::Gate,
    rules::{
        condition::{Condition, Outcome},
        evidence,
        features::Value,
    },
    text::{Message, MessageId, Said, ids::offer as id},
    time::Day,
};

use super::{
    Case,
    book::{Control, OfferRule},
    same_use,
};

/// Why an offer is held.
pub(super) struct Held {
    pub(super) gate: Gate,
    pub(super) rule: String,
    pub(super) why: Said,
    pub(super) seen: Vec<Evidence>,
    /// It would be offered without that.
    pub(super) opens: bool,
}

impl Held {
    fn by(gate: Gate, rule: &str, why: &Message) -> Held {
        Held { gate, rule: rule.to_owned(), why: why.said(), seen: Vec::new(), opens: true }
    }

    /// What may not be sold now has a firm quote that holds; what held it is named behind it.
    pub(super) fn own_quote(quote: &Quote, held: Held) -> Held {
        let why = Message::new(id::HELD_OWN_QUOTE).with("day", quote.until.day());
        Held { gate: Gate::Covered, why: why.said(), opens: false, ..held }
    }

    /// Another offer of the same product and purpose is better.
    pub(super) fn better(name: &Said, other: &OfferRule) -> Held {
        let why = Message::new(id::HELD_BETTER).with("offer", name.clone());
        Held { opens: false, ..Held::by(Gate::Arbitration, &other.id, &why) }
    }

    /// Nothing speaks for it.
    pub(super) fn worthless(rule: &OfferRule) -> Held {
        let why = Message::new(id::HELD_WORTHLESS);
        Held { opens: false, ..Held::by(Gate::Arbitration, &format!("{}.propensity", rule.id), &why) }
    }
}

impl Case<'_> {
    /// Whether a condition holds; what is unknown or cannot be computed does not.
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        condition.outcomes(self.context).iter().all(|(_, outcome)| *outcome == Outcome::Held)
    }

    pub(super) fn seen(&self, condition: &Condition) -> Vec<Evidence> {
        evidence(&condition.outcomes(self.context), self.features)
    }

    /// Eligibility, applicability and suitability by the offer's own conditions.
    pub(super) fn by_condition(&self, rule: &OfferRule) -> Option<Held> {
        let gates: [(Gate, &str, MessageId, &Option<Condition>); 3] = [
            (Gate::Eligibility, "eligible", id::HELD_ELIGIBLE, &rule.eligible),
            (Gate::Applicability, "applicable", id::HELD_APPLICABLE, &rule.applicable),
            (Gate::Suitability, "suitable", id::HELD_SUITABLE, &rule.suitable),
        ];
        gates.into_iter().find_map(|(gate, key, message, condition)| {
            let condition = condition.as_ref().filter(|condition| !self.holds(condition))?;
            let seen = self.seen(condition);
            let why = Message::new(message).with("seen", first_failed(&seen));
            let held = Held::by(gate, &format!("{}.{key}", rule.id), &why);
            Some(Held { seen, opens: gate == Gate::Suitability, ..held })
        })
    }

    /// The first alert that closes credit.
    pub(super) fn credit_alert(&self) -> Option<&Alert> {
        self.alerts.iter().find(|alert| alert.blocks_credit)
    }

    pub(super) fn by_credit_alert(&self, rule: &OfferRule) -> Option<Held> {
        let alert = self.credit_alert().filter(|_| rule.credit)?;
        let why = Message::new(id::HELD_CREDIT).with("alert", alert.closes.clone());
        // a second one holds it when the first has gone
        let opens = self.alerts.iter().filter(|alert| alert.blocks_credit).count() == 1;
        Some(Held { seen: alert.why.clone(), opens, ..Held::by(Gate::Suitability, &alert.id, &why) })
    }

    /// Since when the customer objects to all marketing.
    pub(super) fn objection(&self) -> Option<Day> {
        match self.features.get(OBJECTION)? {
            Value::Day(day) => Some(*day),
            Value::Whole(_) | Value::Flag(_) | Value::Text(_) | Value::Named(..) | Value::Money(_) => None,
        }
    }

    pub(super) fn by_objection(&self) -> Option<Held> {
        let why = Message::new(id::HELD_OBJECTION).with("day", self.objection()?);
        Some(Held::by(Gate::Objection, OBJECTION, &why))
    }

    fn stopping(&self) -> Option<&Alert> {
        self.alerts.iter().find(|alert| alert.blocks_sales)
    }

    /// What closes all sales, as it stands inside a sentence.
    pub(super) fn stop(&self) -> Option<Said> {
        self.stopping().map(|alert| alert.closes.clone())
    }

    pub(super) fn by_stop(&self) -> Option<Held> {
        let alert = self.stopping()?;
        let why = Message::new(id::HELD_STOP).with("stop", alert.closes.clone());
        let opens = self.alerts.iter().filter(|alert| alert.blocks_sales).count() == 1;
        Some(Held { seen: alert.why.clone(), opens, ..Held::by(Gate::Stops, &alert.id, &why) })
    }

    pub(super) fn by_control_group(&self, rule: &OfferRule) -> Option<Held> {
        let control = rule.control.as_ref()?;
        let member = in_control_group(self.facts.customer.no.0, &rule.id, control);
        member.then(|| Held::by(Gate::ControlGroup, &control.salt, &Message::new(id::HELD_CONTROL)))
    }

    /// A live quote for another offer of the same product and purpose; the offer's own never holds it.
    pub(super) fn by_other_quote(&self, rule: &OfferRule) -> Option<Held> {
        if self.live_quote(&rule.id).is_some() {
            return None;
        }
        let mut others = self.book.offers.iter().filter(|other| other.id != rule.id && same_use(other, rule));
        let (other, quote) = others.find_map(|other| Some((other, self.live_quote(&other.id)?)))?;
        let name = self.name(other, Some(quote));
        let why = Message::new(id::HELD_QUOTE).with("offer", name).with("day", quote.until.day());
        Some(Held { opens: false, ..Held::by(Gate::Covered, &other.id, &why) })
    }
}

/// The feature behind the objection gate.
const OBJECTION: &str = "restriction.objection_day";

/// What everybody knows: it is left out where a condition reads anything else.
const TODAY: &str = "business.day";

/// `Yaş (yıl) 17`: what the first condition that does not hold saw.
fn first_failed(seen: &[Evidence]) -> Said {
    let values = seen.iter().find(|evidence| !evidence.held).map(|evidence| &evidence.seen);
    let mut said = Said::default();
    for (_, label, value) in values.into_iter().flatten().filter(|(name, _, _)| name != TODAY) {
        let comma = if said.tr.is_empty() { "" } else { ", " };
        let one = Message::new(id::SEEN).with("label", label.clone()).with("value", value.clone()).said();
        said.tr.push_str(comma);
        said.tr.push_str(&one.tr);
        said.en.push_str(comma);
        said.en.push_str(&one.en);
    }
    said
}

/// The same customers always, spread evenly: FNV-1a over salt, offer and customer, then mixed (splitmix64).
pub(super) fn in_control_group(customer: u64, offer: &str, control: &Control) -> bool {
    const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let number = customer.to_be_bytes();
    let bytes = control.salt.bytes().chain([0]).chain(offer.bytes()).chain([0]).chain(number);
    let mut hash = bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (hash ^ (hash >> 31)) % 100 < control.percent
}
