//! The service over a store in memory: who sees what, what is kept of it, what happens when things fail.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use super::{Service, Stamp, commit, fixtures, meta, records::Record};
use crate::{
    domain::{
        AccountId, CardId, ComplaintId, CustomerNo, EntryId, Fact, Refusal, RequestKey, Source,
        audit::{AuditAct, AuditRecord},
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
    request::{
        Answer, Caller, CustomerScreen, Door, Item, Request,
        screen::{Shown, SummaryLine},
    },
    rules::Rules,
    store::{
        Batch, Change, Committed, KeyRange, Sequence, Store, StoreError, Table, Versioned,
        memory::MemoryStore, tables,
    },
    time::Moment,
};

const NO: CustomerNo = CustomerNo(704_017);
const ACCOUNT: u64 = 70_401_701;
const TCKN: &str = "10000000146";
const MOBILE: &str = "+905321234517";
const FAMILY: &str = "Yıldırımöz";

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

fn service(store: Arc<dyn Store>) -> Service {
    let pack = Pack::load(&PackSource::Embedded).unwrap();
    Service {
        store,
        rules: Arc::new(Rules::load(&pack).unwrap()),
        pack: Arc::new(pack),
        stamp: Arc::new(Still(AtomicU64::new(1))),
    }
}

fn caller(role: Role, verified: Verification) -> Caller {
    Caller {
        operator: OperatorId("0412".to_owned()),
        role,
        contact: Some("ÇM-7".to_owned()),
        reason: None,
        verified,
        touchpoint: Touchpoint::CallCenter,
    }
}

fn agent() -> Caller {
    caller(Role::Agent, Verification::Money)
}

fn facts() -> Vec<Fact> {
    vec![
        Fact::Customer(Customer {
            no: NO,
            source: Source("warehouse".to_owned()),
            kind: CustomerKind::Person,
            name: Some(Name {
                given: "Deniz".to_owned(),
                family: FAMILY.to_owned(),
            }),
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
            id: crate::domain::ErrorId(1),
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

fn overdue_loan() -> Fact {
    let Fact::Loan(mut loan) = fixtures::loan(5, NO.0, 34) else {
        panic!("a loan");
    };
    loan.state = LoanState::Overdue;
    loan.outstanding = Some(fixtures::lira(21_000_000));
    Fact::Loan(loan)
}

fn complaint(id: u64, opened: &str, closed: Option<&str>, promise: Option<&str>) -> Fact {
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

fn filled() -> Arc<MemoryStore> {
    let store = Arc::new(MemoryStore::new());
    let mut intent = commit::Intent::new(RequestKey(1), &"facts", &()).unwrap();
    intent.facts = facts();
    commit::commit(store.as_ref(), intent).unwrap();
    store
}

fn audits(store: &dyn Store) -> Vec<AuditRecord> {
    let rows = store.scan(Table::Audit, KeyRange::all(), 10_000).unwrap();
    rows.into_iter()
        .map(
            |row| match Record::open(Table::Audit, &row.key, &row.value).unwrap() {
                Some(Record::Audit(record)) => record,
                other => panic!("{other:?} is no trace"),
            },
        )
        .collect()
}

fn open(service: &Service, caller: &Caller) -> Answer {
    service.ask(caller, Request::OpenCustomer { customer: NO })
}

fn screen(service: &Service, caller: &Caller) -> CustomerScreen {
    match open(service, caller) {
        Answer::Customer(screen) => *screen,
        other => panic!("no screen: {other:?}"),
    }
}

#[test]
fn a_look_is_one_durable_record_and_raises_no_version() {
    let store = filled();
    let service = service(store.clone());
    let (table, key) = tables::customer(NO);
    let version = store.get(table, &key).unwrap().unwrap().version;
    let sequence = store.sequence().unwrap();

    let screen = screen(&service, &agent());
    assert_eq!(screen.version, version);
    assert_eq!(store.sequence().unwrap(), sequence + 1);
    assert_eq!(store.get(table, &key).unwrap().unwrap().version, version);

    let [look] = audits(store.as_ref()).try_into().unwrap();
    assert_eq!(look.act, AuditAct::Looked { customer: NO });
    assert_eq!(look.contact.as_deref(), Some("ÇM-7"));
    assert_eq!(look.at, service.stamp.now());
}

#[test]
fn the_tenth_look_has_the_bytes_of_the_first() {
    let service = service(filled());
    let bytes = || serde_json::to_vec(&open(&service, &agent())).unwrap();
    let first = bytes();
    for _ in 2..=10 {
        assert_eq!(bytes(), first);
    }
}

#[test]
fn refused_requests_leave_a_trace_and_show_nothing() {
    let entry = fixtures::payment(7, ACCOUNT, -100);
    let post = || Request::Post { entry: entry.clone() };
    let look = |no| Request::OpenCustomer {
        customer: CustomerNo(no),
    };
    let no_reason = Caller {
        contact: None,
        ..agent()
    };
    let named = |request: &str| Refusal::NotPermitted {
        request: request.to_owned(),
    };
    let cases = [
        (no_reason, look(NO.0), Refusal::ReasonMissing),
        (
            caller(Role::Admin, Verification::Money),
            look(NO.0),
            named("open_customer"),
        ),
        (
            caller(Role::Channel, Verification::Money),
            look(NO.0),
            named("open_customer"),
        ),
        (
            caller(Role::Agent, Verification::Service),
            post(),
            Refusal::NotVerified,
        ),
        (
            caller(Role::Supervisor, Verification::Money),
            post(),
            named("post"),
        ),
        (
            agent(),
            look(9),
            Refusal::UnknownCustomer {
                customer: CustomerNo(9),
            },
        ),
    ];
    for (caller, request, refusal) in cases {
        let store = filled();
        let (name, customer) = (request.name().to_owned(), request.customer());
        let answer = service(store.clone()).ask(&caller, request);
        assert_eq!(answer, Answer::Refused(refusal));
        let [trace] = audits(store.as_ref()).try_into().unwrap();
        assert_eq!(
            trace.act,
            AuditAct::Refused {
                request: name,
                customer
            }
        );
        assert_eq!(trace.role, caller.role);
    }
}

/// Raw values stand in no answer, whatever the role and verification; amounts only where the table says so.
#[test]
fn no_answer_holds_what_its_reader_may_not_see() {
    let service = service(filled());
    let levels = [
        Verification::BlockOnly,
        Verification::Service,
        Verification::Money,
    ];
    let alerts: Vec<String> = screen(&service, &agent())
        .alerts
        .into_iter()
        .map(|alert| alert.id)
        .collect();
    assert!(alerts.iter().any(|id| id == "loan-overdue"), "{alerts:?}");
    for role in Role::ALL {
        for verified in levels {
            let caller = caller(role, verified);
            let mut answers = vec![open(&service, &caller)];
            for id in &alerts {
                let item = Item::Alert(id.clone());
                answers.push(service.ask(&caller, Request::Explain { customer: NO, item }));
            }
            let text = serde_json::to_string(&answers).unwrap();
            for raw in [TCKN, MOBILE, &MOBILE[3..], FAMILY] {
                assert!(!text.contains(raw), "{role:?} {verified:?} reads {raw}: {text}");
            }
            let amounts = match role {
                Role::Agent => verified >= Verification::Service,
                Role::Teller | Role::Supervisor | Role::Auditor => true,
                Role::Admin | Role::Channel | Role::Owner => false,
            };
            assert_eq!(text.contains("1842050"), amounts, "{role:?} {verified:?}: {text}");
            assert_eq!(
                text.contains("*******0146"),
                amounts,
                "{role:?} {verified:?}: {text}"
            );
        }
    }
}

#[test]
fn alerts_show_their_reason_and_amount_by_role() {
    let service = service(filled());
    let text = |role, verified| {
        let alerts = screen(&service, &caller(role, verified)).alerts;
        alerts
            .into_iter()
            .find(|alert| alert.id == "loan-overdue")
            .unwrap()
            .text
            .tr
    };
    let full = text(Role::Supervisor, Verification::BlockOnly);
    assert!(full.contains("210.000"), "{full}");
    assert_eq!(text(Role::Agent, Verification::Money), full);
    let name = text(Role::Agent, Verification::BlockOnly);
    assert!(!name.is_empty() && !name.contains("210.000"), "{name}");
    assert_eq!(text(Role::Teller, Verification::Money), name);
}

#[test]
fn an_explanation_is_masked_like_its_alert() {
    let service = service(filled());
    let ask = |caller: &Caller, id: &str| {
        let item = Item::Alert(id.to_owned());
        service.ask(caller, Request::Explain { customer: NO, item })
    };
    let Answer::Explanation(full) = ask(&agent(), "loan-overdue") else {
        panic!("no explanation");
    };
    assert!(
        full.why
            .iter()
            .all(|condition| condition.held && !condition.seen.is_empty()),
        "{full:?}"
    );
    assert_eq!(full.published.policy, service.pack.hash());
    let Answer::Explanation(masked) = ask(&caller(Role::Teller, Verification::Money), "loan-overdue") else {
        panic!("no explanation");
    };
    assert!(
        masked.why.iter().all(|condition| condition.seen.is_empty()),
        "{masked:?}"
    );
    assert_eq!(masked.why.len(), full.why.len());
    let unverified = ask(&caller(Role::Agent, Verification::BlockOnly), "loan-overdue");
    assert_eq!(unverified, Answer::Refused(Refusal::NotVerified));
    let item = "no-such-alert".to_owned();
    assert_eq!(
        ask(&agent(), "no-such-alert"),
        Answer::Refused(Refusal::UnknownItem { item })
    );
}

#[test]
fn the_screen_says_what_the_facts_say() {
    let screen = screen(&service(filled()), &agent());
    assert_eq!(screen.header.number, "****4017");
    assert_eq!(
        screen.header.years,
        Some(10),
        "one day before the eleventh anniversary"
    );
    assert_eq!(screen.header.verified, Some(true));
    assert!(!screen.header.demo);
    assert_eq!((screen.complaints.count, screen.complaints.open), (2, 1));
    assert_eq!(screen.complaints.last_year, 3);
    let Shown::Known(lines) = &screen.complaints.lines else {
        panic!("hidden");
    };
    assert_eq!(lines.iter().map(|line| line.id.0).collect::<Vec<_>>(), [3, 1, 2]);
    let Shown::Known(reasons) = &screen.call_reasons else {
        panic!("hidden");
    };
    let tr: Vec<&str> = reasons.iter().map(|reason| reason.tr.as_str()).collect();
    assert_eq!(
        tr,
        [
            "bugün 17:00 için dönüş sözü var",
            "23.11 18:52 ATM: Günlük limit aşıldı",
            "kart ödemesi 1 gün gecikmiş",
        ]
    );
    assert!(matches!(screen.summary.first(), Some(SummaryLine::Card { .. })));
    let missing: Vec<&str> = screen
        .missing
        .iter()
        .map(|missing| missing.field.as_str())
        .collect();
    assert_eq!(missing, ["email", "address"]);
}

#[test]
fn the_touchpoint_orders_the_summary() {
    let service = service(filled());
    let mut branch = caller(Role::Teller, Verification::Money);
    branch.touchpoint = Touchpoint::Branch;
    let lines = screen(&service, &branch).summary;
    assert!(
        matches!(lines.first(), Some(SummaryLine::Demand { .. })),
        "{lines:?}"
    );
    assert!(
        matches!(lines.last(), Some(SummaryLine::Card { .. })),
        "{lines:?}"
    );
}

#[test]
fn a_demo_store_says_so() {
    let store = Arc::new(MemoryStore::new());
    let identity = meta::StoreIdentity::new(meta::StoreKind::Demo, "demo-bank");
    meta::claim(store.as_ref(), &identity).unwrap();
    let mut intent = commit::Intent::new(RequestKey(1), &"facts", &()).unwrap();
    intent.facts = facts();
    commit::commit(store.as_ref(), intent).unwrap();
    assert!(screen(&service(store), &agent()).header.demo);
}

#[test]
fn posting_goes_through_the_door_once() {
    let store = filled();
    let service = service(store.clone());
    let entry = fixtures::payment(7, ACCOUNT, 5_000);
    let post = || service.ask(&agent(), Request::Post { entry: entry.clone() });
    assert_eq!(post(), Answer::Posted(entry.clone()));
    assert_eq!(post(), Answer::Posted(entry.clone()));
    let posted = audits(store.as_ref())
        .into_iter()
        .filter(|trace| trace.act == AuditAct::Posted { entry: EntryId(7) })
        .count();
    assert_eq!(posted, 1);

    let Answer::Refused(Refusal::LimitReached { account, .. }) = service.ask(
        &agent(),
        Request::Post {
            entry: fixtures::payment(8, ACCOUNT, -5_001),
        },
    ) else {
        panic!("the limit did not hold");
    };
    assert_eq!(account, AccountId(ACCOUNT));
}

/// A store whose commits fail as told; reading works.
struct Failing {
    inner: Arc<MemoryStore>,
    fault: fn() -> Result<Committed, StoreError>,
}

impl Store for Failing {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        self.inner.get(table, key)
    }

    fn scan(
        &self,
        table: Table,
        range: KeyRange,
        limit: usize,
    ) -> Result<Vec<crate::store::Entry>, StoreError> {
        self.inner.scan(table, range, limit)
    }

    fn commit(&self, _batch: Batch) -> Result<Committed, StoreError> {
        (self.fault)()
    }

    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.inner.follow(after, limit)
    }

    fn sequence(&self) -> Result<Sequence, StoreError> {
        self.inner.sequence()
    }

    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.inner.state_hash()
    }
}

#[test]
fn no_audit_record_no_screen() {
    let faults: [fn() -> Result<Committed, StoreError>; 4] = [
        || {
            Err(StoreError::Poisoned {
                cause: "EIO".to_owned(),
            })
        },
        || Err(StoreError::Full { path: "bank".into() }),
        || {
            Err(StoreError::Unavailable {
                cause: "closed".to_owned(),
            })
        },
        || panic!("a fault of the program, made by this test"),
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        let service = service(Arc::new(Failing {
            inner: filled(),
            fault,
        }));
        let entry = fixtures::payment(7, ACCOUNT, 5_000);
        for request in [Request::OpenCustomer { customer: NO }, Request::Post { entry }] {
            let posting = matches!(request, Request::Post { .. });
            match service.ask(&agent(), request) {
                Answer::Refused(Refusal::OutcomeUnknown) => assert!(number == 0 || posting, "{number}"),
                Answer::Failed { message } => {
                    let said = message.said();
                    assert!(
                        said.tr.len() > 20 && said.en.len() > 20 && said.tr != said.en,
                        "{said:?}"
                    );
                }
                other => panic!("fault {number} gave {other:?}"),
            }
        }
    }
}
