//! Everything of the door goes through JSON and comes back the same.

use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use super::{permission::Permission, *};
use crate::{
    domain::{
        AccountId, EntryId, RequestKey,
        channel::Touchpoint,
        ledger::{EntryFault, EntryKind, LedgerAccount, OwnAccount, Posting, Side},
        operator::{OperatorId, Role, Verification},
    },
    money::{Currency, Money},
    text::{Message, ids::domain as id},
    time::Day,
};

fn returns<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
}

fn entry(key: u128, minor: i64) -> Entry {
    let line = |account, side| Posting { account, side, money: Money::new(minor, Currency::EUR) };
    Entry {
        id: EntryId(key),
        day: Day::from_ymd(2026, 11, 24).unwrap(),
        kind: EntryKind::Transfer,
        request: RequestKey(key),
        postings: vec![
            line(LedgerAccount::Customer(AccountId(u64::MAX)), Side::Debit),
            line(LedgerAccount::Own(OwnAccount::FxPosition), Side::Credit),
        ],
    }
}

fn requests(key: u128, number: u64, minor: i64, text: &str) -> Vec<Request> {
    let customer = CustomerNo(number);
    vec![
        Request::OpenCustomer { customer },
        Request::Explain { customer, item: Item::Alert(text.to_owned()) },
        Request::Post { entry: entry(key, minor) },
    ]
}

proptest! {
    #[test]
    fn requests_effects_and_callers_come_back(
        key: u128, number: u64, minor: i64, text: String, contact: Option<String>, role in 0_usize..7
    ) {
        for request in requests(key, number, minor, &text) {
            prop_assert!(Request::NAMES.contains(&request.name()));
            returns(&request);
            returns(&Effect::Ask(request));
        }
        returns(&Effect::Leave);
        returns(&Caller {
            operator: OperatorId(text.clone()),
            role: Role::ALL[role],
            guest: key % 2 == 0,
            contact,
            reason: Some(text),
            verified: Verification::Service,
            began: None,
            answered: None,
            touchpoint: Touchpoint::Digital,
            direction: crate::domain::interaction::Direction::default(),
        });
    }

    #[test]
    fn answers_come_back(key: u128, number: u64, minor: i64, text: String) {
        let customer = CustomerNo(number);
        let account = AccountId(number);
        let money = Money::new(minor, Currency::TRY);
        let said = Said { tr: text.clone(), en: text.clone() };
        let refusals = [
            Refusal::UnknownCustomer { customer },
            Refusal::UnknownAccount { account },
            Refusal::UnknownItem { item: text.clone() },
            Refusal::NotPermitted { request: text.clone() },
            Refusal::ReasonMissing,
            Refusal::NotVerified,
            Refusal::LimitReached { account, available: money, asked: money },
            Refusal::BadEntry { fault: EntryFault::Unbalanced(Currency::USD) },
            Refusal::RequestReused,
            Refusal::OutcomeUnknown,
        ];
        for refusal in refusals {
            returns(&Answer::Refused(refusal));
        }
        returns(&Answer::Posted(entry(key, minor)));
        returns(&Answer::Failed {
            message: Message::new(id::UNKNOWN_ITEM).with("item", text.as_str()).with("money", money),
        });
        returns(&Answer::Explanation(Explanation {
            customer,
            item: text.clone(),
            fired: minor > 0,
            text: said.clone(),
            why: vec![Evidence { condition: text, said: said.clone(), held: false, seen: vec![("a".to_owned(), said.clone(), said)] }],
            published: Published { policy: String::new(), model: 7 },
        }));
    }
}

#[test]
fn every_request_has_a_name_and_a_row() {
    assert_eq!(permission::REQUESTS.map(|row| row.request), Request::NAMES);
    for name in Request::NAMES {
        let asked = Role::ALL.map(|role| permission::permission(name, role));
        let somebody = asked.iter().any(|cell| *cell != Permission::No);
        assert_eq!(somebody, name != "post", "{name}");
    }
}
