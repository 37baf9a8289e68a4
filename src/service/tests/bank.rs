//! One invented customer in a store in memory, and those who ask.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use crate::{
    domain::{
        CardId, ComplaintId, CustomerNo, ErrorId, Fact, RequestKey, Source,
        audit::AuditRecord,
        card::{Card, CardKind},
        channel::{Channel, ChannelError, Touchpoint},
        complaint::Complaint,
        contact::{ContactKind, ContactPoint},
        customer::{Customer, CustomerKind, Name, Title},
        identity::{Identifier, IdentityKind, IdentityNo},
        loan::LoanState,
        operator::{OperatorId, Role, Verification},
    },
    pack::{Pack, PackSource},
    request::{Answer, Caller, CustomerScreen, Door, Request},
    rules::Rules,
    service::{Service, Stamp, commit, fixtures, meta, records::Record},
    store::{KeyRange, Store, Table, memory::MemoryStore},
    time::Moment,
};

pub(super) const NO: CustomerNo = CustomerNo(704_017);
pub(super) const ACCOUNT: u64 = 70_401_701;
pub(super) const TCKN: &str = "10000000146";
pub(super) const MOBILE: &str = "+905321234517";
pub(super) const FAMILY: &str = "Yıldırımöz";

/// A clock that stands still and ids that count.
struct Still(AtomicU64);

impl Stamp for Still {
    fn now(&self) -> Moment {
        fixtures::moment("2026-11-24T10:42:00+03:00")
    }

    fn fresh_id(&self) -> u128 {
        u128::from(self.0.fetch_add(1, Ordering::Relaxed)) + 1_000
    }
}

pub(super) fn service(store: Arc<dyn Store>) -> Service {
    let pack = Pack::load(&PackSource::Embedded).unwrap();
    Service {
        store,
        rules: Arc::new(Rules::load(&pack).unwrap()),
        pack: Arc::new(pack),
        stamp: Arc::new(Still(AtomicU64::new(1))),
        directory: Arc::default(),
        flows: Arc::default(),
        numbers: Arc::default(),
        reasons: Arc::default(),
    }
}

pub(super) fn caller(role: Role, verified: Verification) -> Caller {
    Caller {
        operator: OperatorId("0412".to_owned()),
        role,
        guest: false,
        contact: Some("ÇM-7".to_owned()),
        reason: None,
        verified,
        began: None,
        answered: None,
        touchpoint: Touchpoint::CallCenter,
        direction: crate::domain::interaction::Direction::default(),
    }
}

pub(super) fn agent() -> Caller {
    caller(Role::Agent, Verification::Money)
}

pub(super) fn facts() -> Vec<Fact> {
    vec![
        Fact::Customer(Customer {
            no: NO,
            source: Source("warehouse".to_owned()),
            kind: CustomerKind::Person,
            name: Some(Name { given: "Deniz".to_owned(), family: FAMILY.to_owned() }),
            birth: Some(fixtures::day("1985-03-04")),
            since: Some(fixtures::day("2015-11-25")),
            branch: Some("Kadıköy".to_owned()),
            title: Some(Title::Hanim),
        }),
        Fact::Identifier(Identifier {
            customer: NO,
            number: IdentityNo::try_new(IdentityKind::Tckn, TCKN).unwrap(),
        }),
        Fact::Contact(ContactPoint {
            customer: NO,
            kind: ContactKind::Mobile,
            value: MOBILE.to_owned(),
            confirmed: None,
        }),
        fixtures::account_with(ACCOUNT, NO.0, Some(0), None),
        Fact::Card(Card {
            id: CardId(1),
            customer: NO,
            account: None,
            kind: Some(CardKind::Credit),
            product: "Bonus".to_owned(),
            first6: Some("545616".to_owned()),
            last4: Some("1903".to_owned()),
            limit: Some(fixtures::lira(4_000_000)),
            debt: Some(fixtures::lira(1_842_050)),
            minimum_due: Some(fixtures::lira(368_410)),
            due: Some(fixtures::day("2026-11-23")),
            paid: Some(false),
            issued: None,
            as_of: Some(fixtures::day("2026-11-23")),
        }),
        overdue_loan(),
        Fact::ChannelError(ChannelError {
            id: ErrorId(1),
            customer: NO,
            channel: Channel::Atm,
            operation: "cash withdrawal".to_owned(),
            code: "51".to_owned(),
            text: "Günlük limit aşıldı".to_owned(),
            at: fixtures::moment("2026-11-23T18:52:00+03:00"),
        }),
        complaint(1, "2026-11-18", Some("2026-11-23"), None),
        complaint(2, "2026-01-05", Some("2026-01-09"), None),
        complaint(3, "2026-09-01", None, Some("2026-11-24T17:00:00+03:00")),
    ]
}

pub(super) fn overdue_loan() -> Fact {
    let Fact::Loan(mut loan) = fixtures::loan(5, NO.0, 34) else {
        panic!("a loan");
    };
    loan.state = LoanState::Overdue;
    loan.outstanding = Some(fixtures::lira(21_000_000));
    Fact::Loan(loan)
}

pub(super) fn complaint(id: u64, opened: &str, closed: Option<&str>, promise: Option<&str>) -> Fact {
    Fact::Complaint(Complaint {
        id: ComplaintId(id),
        customer: NO,
        topic: "Kart aidatı".to_owned(),
        channel: Some(Channel::CallCenter),
        opened: fixtures::day(opened),
        closed: closed.map(fixtures::day),
        satisfaction: None,
        refund: None,
        owner: None,
        promise: promise.map(fixtures::moment),
    })
}

pub(super) fn filled() -> Arc<MemoryStore> {
    let store = Arc::new(MemoryStore::new());
    let mut intent = commit::Intent::new(RequestKey(1), &"facts", &()).unwrap();
    intent.facts = facts();
    commit::commit(store.as_ref(), intent).unwrap();
    publish(store.as_ref(), Pack::load(&PackSource::Embedded).unwrap().hash());
    store
}

pub(super) fn publish(store: &dyn Store, policy: &str) {
    let at = fixtures::moment("2026-11-24T09:00:00+03:00");
    let by = meta::Publisher {
        operator: OperatorId("owner".to_owned()),
        at,
        id: store.sequence().unwrap().into(),
    };
    meta::publish(store, policy, by).unwrap();
}

/// The traces of operators.
pub(super) fn audits(store: &dyn Store) -> Vec<AuditRecord> {
    let rows = store.scan(Table::Audit, KeyRange::all(), 10_000).unwrap();
    let traces =
        rows.into_iter().map(|row| match Record::open(Table::Audit, &row.key, &row.value).unwrap() {
            Some(Record::Audit(record)) => record,
            other => panic!("{other:?} is no trace"),
        });
    traces.filter(|trace| trace.role != Role::Owner).collect()
}

pub(super) fn open(service: &Service, caller: &Caller) -> Answer {
    service.ask(caller, Request::OpenCustomer { customer: NO })
}

pub(super) fn screen(service: &Service, caller: &Caller) -> CustomerScreen {
    let Answer::Customer(screen) = open(service, caller) else { panic!("no screen") };
    *screen
}
