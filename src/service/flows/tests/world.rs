//! One customer with two deposits, a clock that moves, and everybody who sits at a desk.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use rust_decimal::Decimal;

use crate::{
    domain::{
        AccountId, CustomerNo, EntryId, Fact, FactKind, RequestKey, SignedOrderId,
        account::{Account, AccountKind},
        audit::AuditAct,
        channel::Touchpoint,
        deposit::Deposit,
        flow_run::{FlowQuote, SignedOrder},
        investor::InvestorForm,
        ledger::{Entry, EntryKind, LedgerAccount, OwnAccount, Posting, Side},
        operator::{OperatorId, Role, Verification},
        rate::ExchangeRate,
        receipt::Receipt,
    },
    flow::{self, How, Next, Run},
    money::{Currency, Money},
    pack::{Pack, PackSource},
    request::{
        Answer, Caller, Door, FlowAnswer, FlowRequest, Request,
        flow::{FlowBegun, FlowDone, FlowWork, Yes},
    },
    rules::Rules,
    service::{
        Service, Stamp, commit, fixtures, ledger, load_customer, meta,
        records::Put,
        verify::{Check, verify_bank},
    },
    store::{Batch, RequestId, Store, memory::MemoryStore, tables},
    time::Moment,
};

pub(super) const NO: CustomerNo = CustomerNo(10_014_017);
pub(super) const CURRENT: AccountId = AccountId(1_001_401_701);
pub(super) const DOLLARS: AccountId = AccountId(1_001_401_702);
pub(super) const FIRST: AccountId = AccountId(1_001_401_703);
pub(super) const SECOND: AccountId = AccountId(1_001_401_705);
/// What lies on the current account.
pub(super) const RESTS: i64 = 841_236;

/// What lies on all accounts before anything is posted.
pub(super) const UNTOUCHED: [i64; 4] = [RESTS, 0, 50_000_000, 64_230_000];

/// A clock that is moved by hand, and ids that count.
pub(super) struct Hand {
    micros: AtomicI64,
    ids: AtomicU64,
}

impl Stamp for Hand {
    fn now(&self) -> Moment {
        Moment::from_micros(self.micros.load(Ordering::SeqCst)).unwrap()
    }

    fn fresh_id(&self) -> u128 {
        u128::from(self.ids.fetch_add(1, Ordering::SeqCst)) + (1 << 64)
    }
}

pub(super) struct World {
    pub(super) store: Arc<MemoryStore>,
    pub(super) clock: Arc<Hand>,
    pub(super) service: Service,
}

/// The pack with its rules and flows, read once.
pub(super) struct Authored {
    pack: Arc<Pack>,
    rules: Arc<Rules>,
    flows: Arc<flow::Flows>,
}

pub(super) fn authored(source: &PackSource) -> Authored {
    let (pack, rules, flows) = flow::load(source).unwrap_or_else(|faults| panic!("{faults:#?}"));
    Authored { pack: Arc::new(pack), rules: Arc::new(rules), flows: Arc::new(flows) }
}

pub(super) fn money(minor: i64, currency: Currency) -> Money {
    Money::new(minor, currency)
}

impl World {
    pub(super) fn new() -> World {
        World::of(&authored(&PackSource::Embedded))
    }

    pub(super) fn of(authored: &Authored) -> World {
        let store = Arc::new(MemoryStore::new());
        let at = fixtures::moment("2026-11-24T10:42:30+03:00");
        let clock = Arc::new(Hand { micros: AtomicI64::new(at.micros()), ids: AtomicU64::new(1) });
        fill(store.as_ref());
        let by = meta::Publisher { operator: OperatorId("owner".to_owned()), at, id: clock.fresh_id() };
        meta::publish(store.as_ref(), authored.pack.hash(), by).unwrap();
        let service = service(authored, &store, &clock);
        World { store, clock, service }
    }

    /// The same store under another process: what was reserved and not used is gone.
    pub(super) fn restarted(self, authored: &Authored) -> World {
        let service = service(authored, &self.store, &self.clock);
        World { service, ..self }
    }

    /// The same store under another pack that its owner published.
    pub(super) fn under(self, authored: &Authored) -> World {
        let by = meta::Publisher {
            operator: OperatorId("owner".to_owned()),
            at: self.clock.now(),
            id: self.clock.fresh_id(),
        };
        meta::publish(self.store.as_ref(), authored.pack.hash(), by).unwrap();
        self.restarted(authored)
    }

    /// Another fact comes in, as an import brings it.
    pub(super) fn comes(&self, key: u128, fact: Fact) {
        let mut intent = commit::Intent::new(RequestKey(key), &(), &()).unwrap();
        intent.facts = vec![fact];
        commit::commit(self.store.as_ref(), intent).unwrap();
    }

    pub(super) fn later(&self, seconds: i64) {
        self.clock.micros.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    pub(super) fn rate(&self, selling: Decimal) {
        let day = self.clock.now().day();
        let rate = ExchangeRate {
            day,
            currency: Currency::USD,
            unit: 1,
            buying: Some(selling),
            selling: Some(selling),
            banknote_buying: None,
            banknote_selling: None,
        };
        let put = Put::seal(tables::rate(day, Currency::USD), &rate).unwrap();
        write(self.store.as_ref(), self.clock.fresh_id(), vec![put]);
    }

    pub(super) fn ask(&self, caller: &Caller, request: FlowRequest) -> Answer {
        self.service.ask(caller, Request::Flow(request))
    }

    pub(super) fn answer(&self, caller: &Caller, request: FlowRequest) -> FlowAnswer {
        let answer = self.ask(caller, request);
        let Answer::Flow(answer) = answer else { panic!("{answer:?}") };
        answer
    }

    pub(super) fn begun(&self, caller: &Caller) -> FlowBegun {
        let open = FlowRequest::Begin { customer: NO, flow: "break-fx-fund".to_owned() };
        let answer = self.answer(caller, open);
        let FlowAnswer::Begun(begun) = answer else { panic!("{answer:?}") };
        *begun
    }

    pub(super) fn run(&self, begun: FlowBegun) -> Run {
        let flow = self.service.flows.get("break-fx-fund").unwrap().clone();
        Run::begin(flow, self.service.pack.clone(), begun)
    }

    pub(super) fn price(&self, caller: &Caller, work: &FlowWork) -> FlowQuote {
        let answer = self.answer(caller, FlowRequest::Price { work: work.clone() });
        let FlowAnswer::Priced(quote) = answer else { panic!("{answer:?}") };
        quote
    }

    /// A run with amounts, priced and ready to be submitted.
    pub(super) fn ready(&self, caller: &Caller, deposit: AccountId, fx: &str, fund: &str) -> Run {
        let mut run = self.run(self.begun(caller));
        run.set("deposit", &deposit.to_string(), How::Chosen).unwrap();
        run.set("fx_amount", fx, How::Typed).unwrap();
        run.set("fund_amount", fund, How::Typed).unwrap();
        assert_eq!(run.next().unwrap(), Next::Price);
        let quote = self.price(caller, &run.work());
        run.priced(quote);
        run
    }

    pub(super) fn submit(&self, caller: &Caller, run: &Run) -> Answer {
        let quote = run.price().unwrap().id;
        self.ask(
            caller,
            FlowRequest::Submit { work: run.work(), quote, yes: Yes::Spoken, seen: Box::new(seen(run)) },
        )
    }

    pub(super) fn balance(&self, account: AccountId) -> i64 {
        let loaded = load_customer(self.store.as_ref(), NO).unwrap().unwrap();
        loaded.facts.accounts.iter().find(|held| held.account.id == account).unwrap().balance.minor
    }

    pub(super) fn balances(&self) -> [i64; 4] {
        [CURRENT, DOLLARS, FIRST, SECOND].map(|account| self.balance(account))
    }

    /// Every invariant of the bank holds.
    pub(super) fn is_sound(&self) {
        let report = verify_bank(self.store.as_ref(), &Check::ALL, &mut |_, _| {}).unwrap();
        let said: Vec<String> =
            report.faults.iter().map(|fault| format!("{}: {}", fault.place, fault.what.said().en)).collect();
        assert_eq!(said, Vec::<String>::new());
    }
}

/// What somebody has read on the screen of a run; nothing where it cannot be posted.
pub(super) fn seen(run: &Run) -> [u8; 32] {
    run.plan().map(|plan| plan.digest).unwrap_or_default()
}

fn service(authored: &Authored, store: &Arc<MemoryStore>, clock: &Arc<Hand>) -> Service {
    Service {
        store: store.clone(),
        pack: authored.pack.clone(),
        rules: authored.rules.clone(),
        stamp: clock.clone(),
        directory: Arc::default(),
        flows: authored.flows.clone(),
        numbers: Arc::default(),
        reasons: Arc::default(),
    }
}

pub(super) fn caller(name: &str, role: Role) -> Caller {
    Caller {
        operator: OperatorId(name.to_owned()),
        role,
        guest: false,
        contact: Some("9031".to_owned()),
        reason: None,
        verified: Verification::Money,
        touchpoint: Touchpoint::CallCenter,
        direction: crate::domain::interaction::Direction::default(),
        answered: None,
        began: None,
    }
}

pub(super) fn agent() -> Caller {
    caller("0412", Role::Agent)
}

pub(super) fn teller() -> Caller {
    caller("0207", Role::Teller)
}

pub(super) fn supervisor() -> Caller {
    caller("0031", Role::Supervisor)
}

/// The receipt of a posted run.
pub(super) fn posted(answer: Answer) -> Receipt {
    let Answer::Flow(FlowAnswer::Done(done)) = answer else { panic!("{answer:?}") };
    match *done {
        FlowDone::Posted { receipt, .. } => *receipt,
        other @ (FlowDone::Awaiting(_) | FlowDone::StillAwaiting(_)) => panic!("{other:?}"),
    }
}

pub(super) fn awaiting(answer: Answer) -> crate::request::flow::ApprovalLine {
    let Answer::Flow(FlowAnswer::Done(done)) = answer else { panic!("{answer:?}") };
    match *done {
        FlowDone::Awaiting(line) => line,
        other @ (FlowDone::Posted { .. } | FlowDone::StillAwaiting(_)) => panic!("{other:?}"),
    }
}

/// The line of what waited already.
pub(super) fn waiting(answer: Answer) -> crate::request::flow::ApprovalLine {
    let Answer::Flow(FlowAnswer::Done(done)) = answer else { panic!("{answer:?}") };
    match *done {
        FlowDone::StillAwaiting(line) => line,
        other @ (FlowDone::Posted { .. } | FlowDone::Awaiting(_)) => panic!("{other:?}"),
    }
}

pub(super) fn write(store: &dyn Store, id: u128, puts: Vec<Put>) {
    let batch = Batch {
        request_id: RequestId(id),
        digest: [0; 32],
        result: Vec::new(),
        expects: Vec::new(),
        puts: puts.into_iter().map(|put| (put.table, put.key, put.value)).collect(),
        deletes: Vec::new(),
        adds: Vec::new(),
    };
    store.commit(batch).unwrap();
}

fn account(id: AccountId, kind: AccountKind, currency: Currency, label: &str) -> Fact {
    Fact::Account(Account {
        id,
        customer: NO,
        kind,
        currency,
        iban: None,
        label: Some(label.to_owned()),
        opened: Some(fixtures::day("2020-01-02")),
        closed: None,
        overdraft: (kind == AccountKind::Demand).then(|| Money::zero(currency)),
        opening: None,
    })
}

fn deposit(account: AccountId, minor: i64, rate: i64, (opened, matures): (&str, &str)) -> Fact {
    Fact::Deposit(Deposit {
        account,
        customer: NO,
        principal: money(minor, Currency::TRY),
        rate_percent: Decimal::new(rate, 2),
        opened: fixtures::day(opened),
        matures: fixtures::day(matures),
    })
}

/// The drawn deposits of 500.000 and 642.300 lira.
fn facts() -> Vec<Fact> {
    let amounts = [("fx_amount", 20_000_000), ("fund_amount", 30_000_000)];
    vec![
        fixtures::customer(NO.0),
        account(CURRENT, AccountKind::Demand, Currency::TRY, "4017-01"),
        account(DOLLARS, AccountKind::Demand, Currency::USD, "4017-02"),
        account(FIRST, AccountKind::Term, Currency::TRY, "4017-03"),
        account(SECOND, AccountKind::Term, Currency::TRY, "4017-05"),
        deposit(FIRST, 50_000_000, 4_100, ("2026-10-27", "2026-12-01")),
        deposit(SECOND, 64_230_000, 3_950, ("2026-10-05", "2027-01-05")),
        Fact::InvestorForm(InvestorForm {
            customer: NO,
            signed: fixtures::day("2026-03-12"),
            until: fixtures::day("2027-03-12"),
            risk: 3,
        }),
        Fact::SignedOrder(SignedOrder {
            id: SignedOrderId(7),
            customer: NO,
            flow: "break-fx-fund".to_owned(),
            account: FIRST,
            amounts: amounts.map(|(field, minor)| (field.to_owned(), money(minor, Currency::TRY))).into(),
            signed: fixtures::day("2026-11-23"),
            until: fixtures::day("2026-11-29"),
            used_by: None,
        }),
    ]
}

fn fill(store: &dyn Store) {
    let facts = facts();
    let mut intent = commit::Intent::new(RequestKey(1), &facts, &()).unwrap();
    intent.facts = facts;
    commit::commit(store, intent).unwrap();
    for (id, account, minor) in [(10, CURRENT, RESTS), (11, FIRST, 50_000_000), (12, SECOND, 64_230_000)] {
        pay(store, id, account, minor);
    }
    let rate = ExchangeRate {
        day: fixtures::day("2026-11-24"),
        currency: Currency::USD,
        unit: 1,
        buying: Some(Decimal::new(429_850, 4)),
        selling: Some(Decimal::new(432_150, 4)),
        banknote_buying: None,
        banknote_selling: None,
    };
    // nobody restricts any of these accounts, and that is known
    let source = load_customer(store, NO).unwrap().unwrap().facts.customer.source;
    let delivered = BTreeSet::from([FactKind::PostingRestriction]);
    let puts = vec![
        Put::seal(tables::rate(rate.day, rate.currency), &rate).unwrap(),
        Put::seal(tables::delivered(&source), &delivered).unwrap(),
    ];
    write(store, 20, puts);
}

/// Moves lira to an account, or from it.
pub(super) fn pay(store: &dyn Store, id: u128, account: AccountId, minor: i64) {
    let (one, other) = if minor > 0 { (Side::Credit, Side::Debit) } else { (Side::Debit, Side::Credit) };
    let line = |account, side| Posting { account, side, money: money(minor.abs(), Currency::TRY) };
    let entry = Entry {
        id: EntryId(id),
        day: fixtures::day("2026-11-20"),
        kind: EntryKind::Transfer,
        request: RequestKey(id),
        postings: vec![
            line(LedgerAccount::Customer(account), one),
            line(LedgerAccount::Own(OwnAccount::FundSettlement), other),
        ],
    };
    let trace = fixtures::audit(id, AuditAct::Posted { entry: entry.id });
    ledger::post(store, &entry, &trace).unwrap();
}
