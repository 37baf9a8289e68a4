//! A run of the demo bank that waits for a second person, made at the door like any other.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use crate::{
    domain::{
        channel::Touchpoint,
        interaction::Direction,
        operator::{OperatorId, Role, Verification},
    },
    flow::Flows,
    intake::demo::{DemoBank, OPERATOR, WAITING},
    pack::Pack,
    request::Caller,
    rules::Rules,
    service::{Service, ServiceError, Stamp, import},
    store::{Digest, Store},
    time::{Day, Moment},
};

use super::writer;

/// When it was submitted, unless the bank is made earlier in the day.
const ASKED: (i8, i8) = (9, 40);
/// Until when it waits; a bank that is made later than [`LATE`] has it wait to the end of the day.
const UNTIL: (i8, i8) = (18, 0);
const LATE: (i8, i8) = (17, 0);
const END: (i8, i8) = (23, 59);
/// The contact in which the customer said yes.
const CONTACT: &str = "SK-1";
/// Low bits of an id that time leaves free.
const CHANCE_BITS: u32 = 80;

/// What a desk of the bank works with.
pub struct Desk {
    /// The bank.
    pub store: Arc<dyn Store>,
    /// Its pack.
    pub pack: Arc<Pack>,
    /// Its rules.
    pub rules: Arc<Rules>,
    /// Its flows.
    pub flows: Arc<Flows>,
}

/// One moment, and ids that the bank decides: the same bank has the same run.
struct Fixed {
    at: Moment,
    digest: Digest,
    made: AtomicU64,
}

impl Stamp for Fixed {
    fn now(&self) -> Moment {
        self.at
    }

    fn fresh_id(&self) -> u128 {
        let nth = self.made.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let chance =
            import::half(&import::derive("tekil demo run", &[self.digest.as_slice(), &nth].concat()));
        let millis = u128::try_from(self.at.micros() / 1_000).unwrap_or_default();
        millis << CHANCE_BITS | chance & ((1 << CHANCE_BITS) - 1)
    }
}

/// Breaks a deposit above an agent's limit for dollars and a fund: it waits for a supervisor. Where the pack has no
/// such flow, or its limits leave nothing to ask, nothing waits.
///
/// # Errors
/// What the store says.
pub fn put_before_a_second(desk: Desk, bank: &DemoBank, now: Moment) -> Result<(), ServiceError> {
    let today = bank.params().today;
    let (Some(asked), Some(until)) = (at(today, ASKED), until(today, now)) else { return Ok(()) };
    let stamp = Fixed { at: asked.min(now), digest: writer::run_digest(bank), made: AtomicU64::new(0) };
    let Desk { store, pack, rules, flows } = desk;
    let service = Service {
        store,
        pack,
        rules,
        stamp: Arc::new(stamp),
        directory: Arc::default(),
        flows,
        numbers: Arc::default(),
        reasons: Arc::default(),
    };
    let amounts = [("fx_amount", "200000.00"), ("fund_amount", "300000.00")];
    service.submit_waiting(&caller(), WAITING, &amounts, until)
}

fn at(day: Day, (hour, minute): (i8, i8)) -> Option<Moment> {
    Moment::at(day, hour, minute)
}

fn until(today: Day, now: Moment) -> Option<Moment> {
    let late = at(today, LATE)?;
    at(today, if now < late { UNTIL } else { END })
}

fn caller() -> Caller {
    Caller {
        operator: OperatorId(OPERATOR.to_owned()),
        role: Role::Agent,
        guest: false,
        contact: Some(CONTACT.to_owned()),
        reason: None,
        verified: Verification::Money,
        began: None,
        answered: None,
        touchpoint: Touchpoint::default(),
        direction: Direction::Inbound,
    }
}
