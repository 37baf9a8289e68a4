use proptest::prelude::*;

use super::*;
use crate::time::Day;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect(text)
}

fn lira(text: &str) -> Money {
    Money::parse_plain(text, Currency::TRY).expect(text)
}

fn broken(principal: &str, rate: &str, days: (i32, i32), demand: &str) -> Broken {
    let today = day("2026-11-24");
    let term = Term {
        principal: lira(principal),
        rate_percent: decimal(rate),
        opened: today.plus_days(-days.0).unwrap(),
        matures: today.plus_days(days.1).unwrap(),
    };
    let tax = decimal("17.5");
    let rates = BreakRates { demand_percent: decimal(demand), held_tax_percent: tax, term_tax_percent: tax };
    break_deposit(&term, today, &rates).unwrap()
}

/// The worked vector of the processes page: 45 % over 92 days, broken on day 40, demand rate 0,25 %.
#[test]
fn the_worked_vector_comes_out_to_the_kurus() {
    let seen = broken("1000000.00", "45", (40, 52), "0.25");
    assert_eq!((seen.days_held, seen.days_left), (40, 52));
    assert_eq!(seen.accrual, lira("49315.07"));
    assert_eq!(seen.interest, lira("273.97"));
    assert_eq!(seen.tax, lira("47.94"));
    assert_eq!(seen.net, lira("1000226.03"));
    assert_eq!(seen.cost, lira("93349.31"));

    let fx = buy_fx(lira("422343.00"), Currency::USD, decimal("42.15"), decimal("0.2")).unwrap();
    assert_eq!(fx.bought, Money::new(1_000_000, Currency::USD));
    assert_eq!((fx.cost, fx.tax, fx.spent), (lira("421500.00"), lira("843.00"), lira("422343.00")));

    let left = seen.net.minus(fx.spent).unwrap();
    assert_eq!(left, lira("577883.03"));
    let fund = buy_fund(left, decimal("12.345678")).unwrap();
    assert_eq!((fund.units, fund.cost), (46_808, lira("577876.50")));
    assert_eq!(left.minus(fund.cost).unwrap(), lira("6.53"));
}

/// The figures of the drawings: 41 %, 28 of 35 days, demand rate 0,50 %.
#[test]
fn the_drawn_figures_come_out_to_the_kurus() {
    let seen = broken("500000.00", "41.00", (28, 7), "0.50");
    assert_eq!((seen.net, seen.at_maturity), (lira("500158.22"), lira("516217.46")));
    assert_eq!((seen.cost, seen.days_left), (lira("16059.24"), 7));

    let fx = buy_fx(lira("200000.00"), Currency::USD, decimal("43.2150"), decimal("0.2")).unwrap();
    assert_eq!(fx.bought, Money::new(461_878, Currency::USD));
    assert_eq!((fx.cost, fx.tax, fx.spent), (lira("199600.58"), lira("399.20"), lira("199999.78")));
    let fund = buy_fund(lira("300000.00"), decimal("3.482915")).unwrap();
    assert_eq!((fund.units, fund.cost), (86_134, lira("299997.40")));
    let stays = seen.net.minus(fx.spent).unwrap().minus(fund.cost).unwrap();
    assert_eq!(stays, lira("161.04"));
}

#[test]
fn a_day_outside_the_term_breaks_nothing() {
    let today = day("2026-11-24");
    let rates = BreakRates {
        demand_percent: decimal("0.5"),
        held_tax_percent: decimal("17.5"),
        term_tax_percent: decimal("15"),
    };
    for (opened, matures, fault) in
        [(-10, 0, true), (-10, -1, true), (1, 20, true), (0, 1, false), (-10, 1, false)]
    {
        let term = Term {
            principal: lira("1000.00"),
            rate_percent: decimal("40"),
            opened: today.plus_days(opened).unwrap(),
            matures: today.plus_days(matures).unwrap(),
        };
        let seen = break_deposit(&term, today, &rates);
        assert_eq!(seen.is_err(), fault, "{opened} {matures}: {seen:?}");
    }
}

#[test]
fn what_buys_nothing_is_refused() {
    let (rate, tax) = (decimal("43.2150"), decimal("0.2"));
    assert_eq!(buy_fx(lira("0.43"), Currency::USD, rate, tax), Err(KitFault::TooSmall));
    assert!(buy_fx(lira("0.44"), Currency::USD, rate, tax).is_ok());
    assert_eq!(buy_fx(lira("10.00"), Currency::USD, Decimal::ZERO, tax), Err(KitFault::Rate));
    assert_eq!(buy_fx(lira("10.00"), Currency::USD, decimal("-1"), tax), Err(KitFault::Rate));
    assert_eq!(buy_fund(lira("3.48"), decimal("3.482915")), Err(KitFault::TooSmall));
    assert_eq!(buy_fund(lira("3.49"), decimal("3.482915")).unwrap().units, 1);
    assert_eq!(buy_fund(lira("3.49"), Decimal::ZERO), Err(KitFault::Rate));
    let yen = Currency::from_code("JPY").unwrap();
    let bought = buy_fx(lira("100.00"), yen, decimal("0.2810"), tax).unwrap();
    assert_eq!((bought.bought.minor, bought.cost), (355, lira("99.76")), "a currency without decimals");
}

proptest! {
    #[test]
    fn no_leg_spends_more_than_it_was_given(
        amount in 1_i64..500_000_000_000, rate in 1_i64..9_999_999, price in 1_i64..99_999_999, tax in 0_i64..200,
    ) {
        let amount = Money::new(amount, Currency::TRY);
        let (rate, tax) = (Decimal::new(rate, 4), Decimal::new(tax, 2));
        if let Ok(fx) = buy_fx(amount, Currency::USD, rate, tax) {
            prop_assert!(fx.spent.minor <= amount.minor);
            prop_assert_eq!(fx.cost.plus(fx.tax).unwrap(), fx.spent);
            // some cents more would not have fitted
            let more = fx.bought.minor + 4;
            let price = Decimal::new(more, 2) * rate * (Decimal::ONE_HUNDRED + tax) / Decimal::ONE_HUNDRED;
            prop_assert!(price > major(amount), "{price} {amount}");
        }
        let price = Decimal::new(price, 6);
        if let Ok(fund) = buy_fund(amount, price) {
            prop_assert!(fund.cost.minor <= amount.minor);
            prop_assert!(Decimal::from(fund.units + 1) * price > major(amount));
        }
    }

    #[test]
    fn breaking_pays_the_principal_and_never_more_than_maturity(
        principal in 1_i64..500_000_000_000, rate in 50_i64..9_000, held in 0_i32..900, left in 1_i32..900,
    ) {
        let today = day("2026-11-24");
        let term = Term {
            principal: Money::new(principal, Currency::TRY),
            rate_percent: Decimal::new(rate, 2),
            opened: today.plus_days(-held).unwrap(),
            matures: today.plus_days(left).unwrap(),
        };
        let tax = decimal("17.5");
        let rates = BreakRates { demand_percent: decimal("0.5"), held_tax_percent: tax, term_tax_percent: tax };
        let seen = break_deposit(&term, today, &rates).unwrap();
        prop_assert!(seen.net.minor >= principal && seen.at_maturity.minor >= seen.net.minor);
        prop_assert_eq!(seen.net.plus(seen.tax).unwrap(), term.principal.plus(seen.interest).unwrap());
        prop_assert_eq!(seen.net.plus(seen.cost).unwrap(), seen.at_maturity);
    }
}
