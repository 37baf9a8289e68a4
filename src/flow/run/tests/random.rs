//! Any amounts, rates and terms: every plan balances, spends no more than there is, and can be made again.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::domain::{
    EntryId,
    ledger::{Entry, EntryKind, LedgerAccount},
};

fn loaded() -> &'static (Arc<Pack>, Arc<Flow>) {
    static LOADED: OnceLock<(Arc<Pack>, Arc<Flow>)> = OnceLock::new();
    LOADED.get_or_init(|| {
        let (pack, _, flows) = flow::load(&PackSource::Embedded).unwrap();
        (Arc::new(pack), flows.get("break-fx-fund").unwrap().clone())
    })
}

fn begun(basis: FlowBasis, work: Option<FlowWork>, price: Option<FlowQuote>) -> Run {
    let (pack, flow) = loaded();
    let fresh = FlowWork {
        run: RequestKey(1),
        draft: DraftId(2),
        customer: basis.customer,
        flow: flow.name.clone(),
        step: 1,
        fields: Vec::new(),
    };
    Run::begin(
        flow.clone(),
        pack.clone(),
        FlowBegun { work: work.unwrap_or(fresh), basis, price, returned: None },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn every_plan_balances_and_can_be_made_again(
        principal in 1_i64..2_000_000_000, yearly in 1_i64..9_000, held in 0_i32..700, left in 1_i32..700,
        share in 0_u32..=100, rate in 1_000_i64..9_999_999, price in 1_000_i64..99_999_999, rest: bool,
    ) {
        let today = day("2026-11-24");
        let mut known = basis();
        known.fx_today = Money::zero(Currency::TRY);
        let mut only = deposit(3, principal, yearly, "2026-10-27", "2026-12-01");
        (only.opened, only.matures) = (today.plus_days(-held).unwrap(), today.plus_days(left).unwrap());
        known.deposits = vec![only];
        let mut run = begun(known.clone(), None, None);
        let fx = run.set("fx_amount", &format!("%{share}"), How::Typed);
        let fund = run.set("fund_amount", if rest { "kalan" } else { "%30" }, How::Typed);
        prop_assume!(fx.is_ok() && fund.is_ok());
        let Ok(next) = run.next() else {
            let asked = run.amount("fx_amount").unwrap().minor + run.amount("fund_amount").unwrap().minor;
            prop_assert!(asked > run.sums().available.unwrap().minor);
            return Ok(());
        };
        prop_assert_eq!(next, Next::Price);
        let text = |digits: i64, scale: u32| rust_decimal::Decimal::new(digits, scale).to_string();
        run.priced(quote(&run, &text(rate, 4), &text(price, 6)));
        let Ok(plan) = run.plan() else {
            prop_assert!(run.check_bought(&run.sums()).is_err(), "only what buys nothing has no plan");
            return Ok(());
        };

        let mut current = 0_i128;
        for posting in plan.legs.iter().flat_map(|leg| leg.entries.iter().flatten()) {
            if posting.account == LedgerAccount::Customer(AccountId(40_170_001)) {
                current += posting.signed();
            }
        }
        prop_assert!(current >= 0, "no more than what is paid out is spent: {current}");
        prop_assert_eq!(current, i128::from(plan.stays.minor));
        for postings in plan.legs.iter().flat_map(|leg| &leg.entries) {
            let entry = Entry {
                id: EntryId(1), day: today, kind: EntryKind::Transfer, request: RequestKey(1), postings: postings.clone(),
            };
            prop_assert_eq!(entry.check_ours(), Ok(()));
        }
        prop_assert_eq!(plan.amount.minor, principal, "interest is not counted");

        let again = begun(known, Some(run.work()), run.price.clone());
        prop_assert_eq!(again.plan().unwrap(), plan, "canonical fields give the same plan");
    }
}
