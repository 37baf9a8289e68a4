//! The door: permission → audit → read, decide or commit → masked answer.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use super::{
    ChangeError, Loaded, ServiceError, alerts, audit,
    basis::Basis,
    directory::Directory,
    explain, find,
    flows::Numbers,
    import, kin, ledger,
    listing::{self, NoList, Wanted},
    load_customer,
    meta::{self, StoreKind},
    offers, reveal,
    screen::{self, ParameterMissing},
    stamp::Stamp,
    standing::{self, Rates},
    work,
};
use crate::{
    domain::{CustomerNo, Refusal, alert::Alert, audit::AuditAct, ledger::Entry, published::Published},
    flow::Flows,
    pack::Pack,
    request::{
        Answer, Caller, Decision, Door, Item, Request, Work,
        permission::{self, Part},
        reveal::Field,
    },
    rules::{Known, Rules},
    search::Index,
    store::{Store, StoreError, Table},
    text::{
        Message,
        ids::{macros, screen as id},
    },
};

/// How often a screen is made again after its customer changed before the look was kept.
const LOOK_TRIES_MAX: usize = 64;

/// Makes an answer from a basis and its alerts.
type Show<'s> = dyn Fn(&Basis<'_>, Judged<'_>) -> Result<Answer, Stopped> + 's;

/// The features that all rules ask, computed once, and the alerts that came of them.
type Judged<'j> = (&'j Known<'j>, Vec<Alert>);

/// Answers every request about customers and their money.
pub struct Service {
    /// The bank's store.
    pub store: Arc<dyn Store>,
    /// The bank's own data.
    pub pack: Arc<Pack>,
    /// The pack's rules, checked.
    pub rules: Arc<Rules>,
    /// Clock and ids.
    pub stamp: Arc<dyn Stamp>,
    /// Everybody by name and number; filled when it is first asked.
    pub directory: Arc<Directory>,
    /// The pack's flows, checked.
    pub flows: Arc<Flows>,
    /// Receipt and task numbers that this process reserved.
    pub numbers: Arc<Numbers>,
    /// Whom there is a reason to call, as far as it was looked up.
    pub reasons: Arc<work::Reasons>,
}

/// Why there is no answer of the kind that was asked for.
#[derive(Debug)]
pub(super) enum Stopped {
    /// The business said no.
    Refused(Refusal),
    /// The machinery failed.
    Failed(ServiceError),
    /// The pack lacks a parameter.
    Pack(ParameterMissing),
    /// The pack in use is not the one in force.
    Unpublished,
}

impl Door for Service {
    fn ask(&self, caller: &Caller, request: Request) -> Answer {
        let posting = match &request {
            Request::Post { .. } => true,
            Request::Flow(flow) => flow.posts(),
            Request::OpenCustomer { .. }
            | Request::Decide { .. }
            | Request::List { .. }
            | Request::Reveal { .. }
            | Request::Work
            | Request::Find { .. }
            | Request::Explain { .. } => false,
        };
        let answered = catch_unwind(AssertUnwindSafe(|| self.answer(caller, request)));
        match answered {
            Ok(Ok(answer)) => answer,
            Ok(Err(stopped)) => answer_of(stopped),
            // a posting may have reached the store before the fault
            Err(_) if posting => Answer::Refused(Refusal::OutcomeUnknown),
            Err(_) => Answer::Failed { message: Message::new(id::INTERNAL_FAULT) },
        }
    }
}

impl Service {
    fn answer(&self, caller: &Caller, request: Request) -> Result<Answer, Stopped> {
        let (name, customer) = (request.name(), request.customer());
        let answer = match permission::check(caller, &request) {
            Ok(()) => self.permitted(caller, request),
            Err(refusal) => Err(Stopped::Refused(refusal)),
        };
        if let Err(Stopped::Refused(refusal)) = &answer
            && is_denial(refusal)
        {
            let request = name.to_owned();
            let act = AuditAct::Refused { request, customer };
            audit::keep(self.store.as_ref(), self.stamp.as_ref(), caller, act, None)?;
        }
        answer
    }

    fn permitted(&self, caller: &Caller, request: Request) -> Result<Answer, Stopped> {
        match request {
            Request::OpenCustomer { customer } => self.open(caller, customer),
            Request::Decide { customer } => self.decide(caller, customer),
            Request::List { customer, list, filter, from } => {
                self.list(caller, customer, &Wanted { list, filter: &filter, from })
            }
            Request::Reveal { customer, field, reason } => self.reveal(caller, customer, field, reason),
            Request::Work => self.work(caller),
            Request::Find { text, limit, typing } => self.find(caller, &text, limit, typing),
            Request::Explain { customer, item } => self.explain(caller, customer, &item),
            Request::Flow(flow) => self.flow(caller, flow),
            Request::Post { entry } => self.post(caller, &entry),
        }
    }

    fn open(&self, caller: &Caller, customer: CustomerNo) -> Result<Answer, Stopped> {
        self.look(caller, customer, &AuditAct::Looked { customer }, &|basis, judged| {
            let screen = screen::screen(basis, &self.pack, &self.rules, judged).map_err(Stopped::Pack)?;
            Ok(Answer::Customer(Box::new(screen)))
        })
    }

    /// A later page of a list, or another filter on it, is a look of its own.
    fn list(&self, caller: &Caller, customer: CustomerNo, wanted: &Wanted<'_>) -> Result<Answer, Stopped> {
        let act = AuditAct::Listed { customer, list: wanted.list.name().to_owned() };
        self.look(caller, customer, &act, &|basis, _| {
            let listing = listing::page(basis, self.store.as_ref(), wanted).map_err(|none| match none {
                NoList::Refused(refusal) => Stopped::Refused(refusal),
                NoList::Store(error) => Stopped::Failed(ServiceError::Store(error)),
            })?;
            Ok(Answer::Listing(Box::new(listing)))
        })
    }

    /// The reason goes into the trace in place of the contact's.
    fn reveal(
        &self,
        caller: &Caller,
        customer: CustomerNo,
        field: Field,
        reason: String,
    ) -> Result<Answer, Stopped> {
        if reason.trim().is_empty() {
            return Err(Refusal::ReasonMissing.into());
        }
        let act = AuditAct::Revealed { customer, field: field.name().to_owned() };
        let caller = Caller { reason: Some(reason), ..caller.clone() };
        self.look(&caller, customer, &act, &|basis, _| Ok(Answer::Revealed(reveal::field(basis, field))))
    }

    /// Names stand masked in it; a look is recorded when one of them is opened.
    fn work(&self, caller: &Caller) -> Result<Answer, Stopped> {
        let (store, at) = (self.store.as_ref(), self.stamp.now());
        let (left, lines) = work::left(self, (&caller.operator, caller.role), at)?;
        let (calls, call) = work::calls(self, at)?;
        Ok(Answer::Work(Box::new(Work {
            customers: self.directory.read(store, Index::len)?,
            left,
            lines,
            calls,
            call,
            stories: work::stories(store)?,
        })))
    }

    /// Who types leaves no trace with each key; a search that stands for itself does, and each opened hit.
    fn find(&self, caller: &Caller, text: &str, limit: usize, typing: bool) -> Result<Answer, Stopped> {
        let store = self.store.as_ref();
        let mut found = find::find(store, &self.directory, text, limit)?;
        if permission::may_read(caller, Part::Details) {
            find::name_segments(store, &mut found, &self.pack, self.stamp.now().day())?;
        }
        if !typing {
            let act = AuditAct::Searched { text: find::traced(text), found: found.total };
            audit::keep(store, self.stamp.as_ref(), caller, act, None)?;
        }
        Ok(Answer::Found(found))
    }

    fn explain(&self, caller: &Caller, customer: CustomerNo, item: &Item) -> Result<Answer, Stopped> {
        let (Item::Alert(asked) | Item::Offer(asked)) = item;
        let act = AuditAct::Explained { customer, item: asked.clone() };
        self.look(caller, customer, &act, &|basis, (known, alerts)| {
            Ok(Answer::Explanation(match item {
                Item::Alert(asked) => explain::alert(basis, &self.rules, (known, alerts), asked)?,
                Item::Offer(asked) => explain::offer(basis, &self.rules, (known, &alerts), asked)?,
            }))
        })
    }

    fn decide(&self, caller: &Caller, customer: CustomerNo) -> Result<Answer, Stopped> {
        self.look(caller, customer, &AuditAct::Decided { customer }, &|basis, (known, alerts)| {
            if !basis.may(Part::Offers) {
                return Err(Refusal::NotVerified.into());
            }
            Ok(Answer::Decision(Box::new(Decision {
                customer,
                version: basis.version,
                published: basis.published.clone(),
                offers: offers::spoken(basis, &self.rules, (known, &alerts)),
            })))
        })
    }

    /// The trace is durable, at the version that is shown, before anything leaves.
    fn look(
        &self,
        caller: &Caller,
        customer: CustomerNo,
        act: &AuditAct,
        show: &Show<'_>,
    ) -> Result<Answer, Stopped> {
        let (store, stamp) = (self.store.as_ref(), self.stamp.as_ref());
        for _ in 0..LOOK_TRIES_MAX {
            let loaded = self.load(customer)?;
            let published = self.published()?;
            let rates = standing::rates(store, stamp.now().day()).map_err(ServiceError::Store)?;
            let basis = self.basis(caller, &loaded, (&published, &rates))?;
            let known = Known::of(basis.facts, basis.at, basis.words);
            let mut alerts = self.rules.alerts(&known);
            if basis.owed {
                alerts.insert(0, alerts::import_owed());
            }
            let answer = show(&basis, (&known, alerts))?;
            match audit::keep(store, stamp, caller, act.clone(), Some((customer, loaded.version))) {
                Ok(()) => return Ok(answer),
                Err(ServiceError::Store(StoreError::Conflict { table: Table::Customer, .. })) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(ServiceError::Moving { customer }.into())
    }

    /// Nobody is permitted this at the door until flows bring the maker's limits.
    pub(super) fn post(&self, caller: &Caller, entry: &Entry) -> Result<Answer, Stopped> {
        let act = AuditAct::Posted { entry: entry.id };
        let trace = audit::trace(caller, act, self.stamp.now(), self.stamp.fresh_id());
        match ledger::post(self.store.as_ref(), entry, &trace) {
            Ok(posted) => Ok(Answer::Posted(posted.into_inner())),
            Err(ChangeError::Refused(refusal)) => Err(Stopped::Refused(refusal)),
            // the store went away in between: whether it kept the entry is found by its request key
            Err(ChangeError::Failed(ServiceError::Store(
                StoreError::Unavailable { .. } | StoreError::Disk { .. } | StoreError::Poisoned { .. },
            ))) => Err(Stopped::Refused(Refusal::OutcomeUnknown)),
            Err(ChangeError::Failed(error)) => Err(Stopped::Failed(error)),
        }
    }

    pub(super) fn load(&self, customer: CustomerNo) -> Result<Loaded, Stopped> {
        let store = self.store.as_ref();
        let mut loaded =
            load_customer(store, customer)?.ok_or(Stopped::Refused(Refusal::UnknownCustomer { customer }))?;
        loaded.facts.kin = kin::of(store, &loaded.facts).map_err(ServiceError::Store)?;
        Ok(loaded)
    }

    /// What decides must be what is in force, or the screen would name rules that nobody published.
    pub(super) fn published(&self) -> Result<Published, Stopped> {
        match meta::published(self.store.as_ref())? {
            Some(published) if published.policy == self.pack.hash() => Ok(published),
            _ => Err(Stopped::Unpublished),
        }
    }

    pub(super) fn basis<'a>(
        &'a self,
        caller: &'a Caller,
        loaded: &'a Loaded,
        (published, rates): (&'a Published, &'a Rates),
    ) -> Result<Basis<'a>, Stopped> {
        let identity = meta::identity(self.store.as_ref())?;
        Ok(Basis {
            facts: &loaded.facts,
            version: loaded.version,
            at: self.stamp.now(),
            caller,
            demo: identity.is_some_and(|identity| identity.kind == StoreKind::Demo),
            owed: import::is_owed(self.store.as_ref()).map_err(ServiceError::Store)?,
            published,
            rates,
            words: self.pack.words(),
        })
    }
}

impl From<Refusal> for Stopped {
    fn from(refusal: Refusal) -> Stopped {
        Stopped::Refused(refusal)
    }
}

impl From<ServiceError> for Stopped {
    fn from(error: ServiceError) -> Stopped {
        Stopped::Failed(error)
    }
}

/// Refusals that leave a trace: somebody asked for what is not for them, or for a number at random.
pub(super) fn is_denial(refusal: &Refusal) -> bool {
    match refusal {
        Refusal::NotPermitted { .. }
        | Refusal::UnknownOperator { .. }
        | Refusal::ReasonMissing
        | Refusal::NotVerified
        | Refusal::OwnApproval { .. }
        | Refusal::UnknownCustomer { .. } => true,
        Refusal::UnknownAccount { .. }
        | Refusal::UnknownItem { .. }
        | Refusal::LimitReached { .. }
        | Refusal::BadEntry { .. }
        | Refusal::FlowField { .. }
        | Refusal::RequestReused
        | Refusal::UnknownFlow { .. }
        | Refusal::UnknownDraft
        | Refusal::UnknownReceipt { .. }
        | Refusal::UnknownApproval
        | Refusal::UnknownPrice
        | Refusal::PriceOther
        | Refusal::PriceSuperseded
        | Refusal::PriceStale { .. }
        | Refusal::ClockBehind { .. }
        | Refusal::ReadOther
        | Refusal::ReadAgain
        | Refusal::OverEveryLimit { .. }
        | Refusal::ApprovalChanged
        | Refusal::ApprovalExpired { .. }
        | Refusal::WhyMissing
        | Refusal::AlreadyReversed { .. }
        | Refusal::NotReversible { .. }
        | Refusal::DepositMatured { .. }
        | Refusal::UnitsGone { .. }
        | Refusal::RunEnded
        | Refusal::OrderUnfit { .. }
        | Refusal::RecordMissing
        | Refusal::LegRefused { .. }
        | Refusal::MakerNeeded
        | Refusal::NotHalted { .. }
        | Refusal::NoPrice { .. }
        | Refusal::RunChanged
        | Refusal::OutcomeUnknown => false,
    }
}

fn answer_of(stopped: Stopped) -> Answer {
    let message = match stopped {
        Stopped::Refused(refusal) => return Answer::Refused(refusal),
        Stopped::Failed(ServiceError::Store(StoreError::Full { .. })) => Message::new(id::STORE_FULL),
        Stopped::Failed(ServiceError::Store(StoreError::ScratchFull { keys_max })) => {
            Message::new(macros::DRY_RUN_FULL).with("most", keys_max)
        }
        Stopped::Failed(ServiceError::Moving { .. } | ServiceError::Store(StoreError::Conflict { .. })) => {
            Message::new(id::STORE_BUSY)
        }
        Stopped::Failed(_) => Message::new(id::STORE_UNREADABLE),
        Stopped::Unpublished => Message::new(id::PACK_NOT_IN_FORCE),
        Stopped::Pack(ParameterMissing { name, day }) => {
            Message::new(id::PARAMETER_MISSING).with("name", name.into_owned()).with("day", day)
        }
    };
    Answer::Failed { message }
}
