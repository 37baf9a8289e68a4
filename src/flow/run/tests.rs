//! The first flow with the story's figures: screens as drawn, entries, faults, the plan.

use super::*;
use crate::{
    domain::{AccountId, QuoteId, operator::Role},
    flow,
    money::{Currency, Money},
    pack::PackSource,
    request::flow::{CurrentAccount, DepositChoice, FlowOffer},
    time::Moment,
};

pub(super) fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(text).expect(text)
}

pub(super) fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

fn both(tr: &str, en: &str) -> Said {
    Said { tr: tr.to_owned(), en: en.to_owned() }
}

fn deposit(place: u64, principal: i64, rate: i64, opened: &str, matures: &str) -> DepositChoice {
    DepositChoice {
        account: AccountId(40_170_000 + place),
        label: format!("4017-{place:02}"),
        principal: Money::new(principal, Currency::TRY),
        rate_percent: rust_decimal::Decimal::new(rate, 2),
        opened: day(opened),
        matures: day(matures),
        blocked: None,
    }
}

/// What the bank knows of the story's customer.
pub(crate) fn basis() -> FlowBasis {
    let lapses = both(
        "IVR 23.11: 01.12'de %43 ile yenileme teklifi geçerli; bozarsanız düşer",
        "IVR 23.11: renewal at 43% on 01.12 stands; breaking ends it",
    );
    let offer = |rank, id: &str| FlowOffer { rank, id: id.to_owned(), name: both(id, id) };
    FlowBasis {
        customer: CustomerNo(10_014_017),
        name: both("DENİZ HANIM Y*****Z", "Ms DENİZ Y*****Z"),
        number: "****4017".to_owned(),
        at: moment("2026-11-24T10:42:30+03:00"),
        role: Role::Agent,
        deposits: vec![
            deposit(3, 50_000_000, 4_100, "2026-10-27", "2026-12-01"),
            deposit(5, 64_230_000, 3_950, "2026-10-05", "2027-01-05"),
            deposit(8, 20_000_000, 4_000, "2026-11-18", "2027-02-18"),
        ],
        current: Some(CurrentAccount {
            account: AccountId(40_170_001),
            label: "4017-01".to_owned(),
            balance: Money::new(841_236, Currency::TRY),
            blocked: None,
        }),
        foreign: vec![(Currency::USD, AccountId(40_170_002))],
        rate_days: Vec::new(),
        fx_today: Money::zero(Currency::TRY),
        risk: Some(3),
        investor_form: Some(day("2026-03-12")),
        offers: vec![offer(1, "money-market-fund"), offer(2, "deposit-renewal")],
        lapses: vec![(AccountId(40_170_003), lapses)],
        credit_held: Some(both("takipteki çek", "bounced cheque")),
        orders: Vec::new(),
        record: Some("ses kaydı 9031".to_owned()),
    }
}

pub(super) fn begin_with(basis: FlowBasis) -> Run {
    let (pack, _, flows) = flow::load(&PackSource::Embedded).unwrap_or_else(|faults| {
        panic!("{:#?}", faults.iter().map(|fault| fault.said().tr).collect::<Vec<String>>())
    });
    let work = FlowWork {
        run: RequestKey(1),
        draft: DraftId(2),
        customer: basis.customer,
        flow: "break-fx-fund".to_owned(),
        step: 1,
        fields: Vec::new(),
    };
    let flow = flows.get("break-fx-fund").unwrap().clone();
    Run::begin(flow, Arc::new(pack), FlowBegun { work, basis, price: None, returned: None })
}

pub(super) fn quote(run: &Run, rate: &str, price: &str) -> FlowQuote {
    let decimal = |text| rust_decimal::Decimal::from_str_exact(text).unwrap();
    let Wanted { rates, funds, .. } = run.wanted();
    FlowQuote {
        id: QuoteId(3),
        customer: run.customer,
        run: run.key,
        terms: run.terms(),
        made: run.basis().at,
        until: moment("2026-11-24T10:44:30+03:00"),
        rates: rates.into_iter().map(|currency| (currency, decimal(rate))).collect(),
        funds: funds.into_iter().map(|code| (code, decimal(price))).collect(),
    }
}
/// The story as far as screen 3.
pub(super) fn at_consent() -> Run {
    let mut run = begin_with(basis());
    run.set("fx_amount", "200b", How::Typed).unwrap();
    run.set("fund_amount", "300b", How::Typed).unwrap();
    assert_eq!(run.next().unwrap(), Next::Price);
    assert_eq!(run.step(), 1, "no screen without its price");
    let quote = quote(&run, "43.2150", "3.482915");
    assert!(run.priced(quote).is_empty(), "a first price changes nothing that was seen");
    assert_eq!(run.step(), 2);
    assert_eq!(run.next().unwrap(), Next::Screen);
    run
}

#[test]
fn the_story_goes_through() {
    let mut run = at_consent();
    assert!(run.commits());
    assert!(run.next().is_err());
    run.set("answer", "e", How::Typed).unwrap();
    assert_eq!(run.next().unwrap(), Next::Submit { yes: Yes::Spoken });
    let plan = run.plan().unwrap();
    assert_eq!(plan.amount, Money::new(50_000_000, Currency::TRY));
    assert_eq!(plan.stays, Money::new(16_104, Currency::TRY));
}

mod drawn;
mod early;
mod limits;
mod money;
mod random;
