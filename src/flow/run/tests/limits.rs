//! What stops a run or a leg: suitability, the daily limit, hours, orders and records that do not fit.

use std::path::Path;

use super::{money::lira, *};
use crate::{
    domain::{SignedOrderId, flow_run::SignedOrder},
    flow::figure::Figure,
};

#[test]
fn suitability_by_table() {
    // risk, form, whose idea, fund: code of the figure, goes on
    let table = "\
        3 form offer PPF     : fits yes
        1 form offer PPF     : fits yes
        5 form offer HSF     : too_risky no
        6 form offer HSF     : fits yes
        5 form customer HSF  : too_risky no
        - none offer PPF     : no_group no
        - none customer PPF  : asked yes
        - none customer HSF  : no_group no
        3 none offer PPF     : fits no";
    for case in table.lines() {
        let words: Vec<&str> = case.split_whitespace().collect();
        let [risk, form, source, fund, _, code, on] = words[..] else { panic!("{case}") };
        let mut known = basis();
        known.risk = risk.parse().ok();
        known.investor_form = (form == "form").then(|| day("2026-03-12"));
        let mut run = begin_with(known);
        run.set("fund", fund, How::Chosen).unwrap();
        run.set("fx_amount", "200b", How::Typed).unwrap();
        run.set("fund_amount", "100b", How::Typed).unwrap();
        run.next().unwrap();
        run.priced(quote(&run, "43.2150", "3.482915"));
        run.set("request_source", source, How::Chosen).unwrap();
        let seen = match run.figure("suitability") {
            Some(Figure::Coded(code, _)) => code,
            other => panic!("{other:?}"),
        };
        let planned = run.plan();
        let went = run.next();
        assert_eq!(
            (seen, went.is_ok(), planned.is_ok()),
            (code, on == "yes", on == "yes"),
            "{case}: {went:?}"
        );
    }
}

#[test]
fn the_daily_limit_stops_before_and_at_posting() {
    let mut known = basis();
    known.fx_today = lira(190_000_000);
    let mut run = begin_with(known);
    run.set("fx_amount", "200b", How::Typed).unwrap();
    run.set("fund_amount", "100b", How::Typed).unwrap();
    run.next().unwrap();
    run.priced(quote(&run, "43.2150", "3.482915"));
    let fault = run.next().unwrap_err();
    assert!(fault.said.tr.contains("100.000,00 TL"), "{fault:?}");
    let plan = run.plan().unwrap();
    let refused: Vec<bool> = plan.legs.iter().map(|leg| leg.refused.is_some()).collect();
    assert_eq!(refused, [false, true, false]);
}

/// The second fixture pack trades 09:00 to 17:00 on business days; its money market fund refuses late orders.
#[test]
fn hours_by_table() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hours-bank/pack");
    let (pack, _, flows) = flow::load(&PackSource::Dir(dir)).unwrap();
    let (pack, flow) = (Arc::new(pack), flows.get("break-fx-fund").unwrap().clone());
    // moment, fund: FX leg, fund leg, value day
    let table = "\
        2026-11-24T08:59 PPF : closed open 2026-11-24
        2026-11-24T09:00 PPF : open open 2026-11-24
        2026-11-24T13:29 PPF : open open 2026-11-24
        2026-11-24T13:30 PPF : open closed 2026-11-25
        2026-11-24T16:59 PPF : open closed 2026-11-25
        2026-11-24T17:00 HSF : closed open 2026-11-27
        2026-11-24T11:00 HSF : open open 2026-11-26
        2026-11-27T14:00 HSF : open open 2026-12-02
        2026-11-28T11:00 HSF : closed open 2026-12-02
        2026-10-28T11:59 PPF : open open 2026-10-28
        2026-10-28T12:00 PPF : closed closed 2026-10-30";
    for case in table.lines() {
        let words: Vec<&str> = case.split_whitespace().collect();
        let [at, fund, _, fx_leg, fund_leg, value_day] = words[..] else { panic!("{case}") };
        let mut known = basis();
        known.at = moment(&format!("{at}:00+03:00"));
        known.risk = Some(7);
        known.deposits = vec![deposit(3, 50_000_000, 4_100, "2026-10-20", "2026-12-31")];
        let mut run = begin_with(known);
        (run.pack, run.flow) = (pack.clone(), flow.clone());
        run.set("fund", fund, How::Chosen).unwrap();
        run.set("fx_amount", "200b", How::Typed).unwrap();
        run.set("fund_amount", "100b", How::Typed).unwrap();
        let goes_on = fx_leg == "open" && fund_leg == "open";
        assert_eq!(run.next().is_ok(), goes_on, "nobody is read a price that cannot be dealt at: {case}");
        run.priced(quote(&run, "43.2150", "3.482915"));
        let plan = run.plan().unwrap();
        let word = |leg: usize| if plan.legs[leg].refused.is_some() { "closed" } else { "open" };
        assert_eq!((word(0), word(1), word(2)), ("open", fx_leg, fund_leg), "{case}");
        assert_eq!(run.figure("fund_value_day"), Some(Figure::Day(day(value_day))), "{case}");
    }
}

fn order(amounts: [i64; 2]) -> SignedOrder {
    SignedOrder {
        id: SignedOrderId(12),
        customer: CustomerNo(10_014_017),
        flow: "break-fx-fund".to_owned(),
        account: AccountId(40_170_003),
        amounts: vec![
            ("fx_amount".to_owned(), lira(amounts[0])),
            ("fund_amount".to_owned(), lira(amounts[1])),
        ],
        signed: day("2026-11-20"),
        until: day("2026-11-30"),
        used_by: None,
    }
}

#[test]
fn an_order_binds_account_and_amounts_exactly() {
    let fits = order([20_000_000, 30_000_000]);
    let other = |change: &dyn Fn(&mut SignedOrder)| {
        let mut order = fits.clone();
        change(&mut order);
        order
    };
    for (name, order, valid) in [
        ("exact", fits.clone(), true),
        ("another amount", order([20_000_000, 29_999_999]), false),
        ("another account", other(&|order| order.account = AccountId(40_170_005)), false),
        ("another flow", other(&|order| order.flow = "fx".to_owned()), false),
        ("lapsed", other(&|order| order.until = day("2026-11-23")), false),
        ("not signed yet", other(&|order| order.signed = day("2026-11-25")), false),
        ("used", other(&|order| order.used_by = Some(RequestKey(9))), false),
        ("used by this very run", other(&|order| order.used_by = Some(RequestKey(1))), true),
        ("one amount only", other(&|order| order.amounts.truncate(1)), false),
        ("somebody else's", other(&|order| order.customer = CustomerNo(1)), false),
    ] {
        let mut run = at_consent();
        let mut known = basis();
        known.orders = vec![order];
        run.basis = Arc::new(known);
        assert_eq!(run.answer(), None, "{name}: a prefilled order is not a yes by itself");
        let named = run.set("evidence", "12", How::Chosen);
        assert_eq!(named.is_ok(), valid, "{name}: {named:?}");
        assert_eq!(run.answer(), valid.then_some(Yes::Order(SignedOrderId(12))), "{name}");
    }
}

#[test]
fn without_a_record_a_spoken_yes_is_not_kept() {
    let mut known = basis();
    known.record = None;
    let mut run = at_consent();
    run.basis = Arc::new(known);
    run.set("answer", "e", How::Typed).unwrap();
    assert_eq!(run.answer(), None);
    assert!(run.next().unwrap_err().said.tr.contains("kayıt yok"));
}
